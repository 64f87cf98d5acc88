"""Tables of the corpus, as an append-only list of migrations: a released function is never changed, only followed.

`RECORD_TABLES` names the table of each record type. Times of a visit (`fetched_at`, `given_at`, `run`, `problem`, all
that a crawl remembers of its visits) say when somebody looked, not what the documents say: the digest leaves them out.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from corpus import model
from corpus.db import Database, Migrations

migrations = Migrations("ratslupe")

RECORD_TABLES: dict[type[Any], str] = {
    model.Organization: "organization",
    model.Person: "person",
    model.Membership: "membership",
    model.LegislativeTerm: "legislative_term",
    model.Meeting: "meeting",
    model.AgendaItem: "agenda_item",
    model.Paper: "paper",
    model.Consultation: "consultation",
    model.File: "file",
}

PAGE_COLUMNS = ("page_starts", "unreadable_pages", "recognised_pages")
"""Of a document: what it tells of its pages, as JSON."""

VISIT_COLUMNS = {
    "snapshot": ("fetched_at", "headers"),
    "given": ("given_at",),
    "review": ("reviewed_at",),
    "tombstone": ("at",),
}
UNDIGESTED = ("run", "problem", "frontier", "host_pause", "site_visit")

_INTEGERS = frozenset({"order", "size", "public", "cancelled", "authoritative", "voting_right"})


def column(field: str) -> str:
    """Column of a record's field: its name, but for the SQL keywords `order`, `start` and `end`."""
    return {"order": "position", "start": "start_date", "end": "end_date", "of": "of_id"}.get(field, field)


@migrations()
def m001_documents(db: Database) -> None:
    """Bodies, snapshots and documents, and what a person said about them."""
    body = {"id": str, "name": str, "classification": str, "parent": str, "population": int, "population_date": str}
    db.table("body").create(body, pk="id", not_null={"name"}, foreign_keys=[("parent", "body", "id")])
    snapshot: dict[str, type] = {"place": str, "sha256": str, "url": str, "media_type": str}
    snapshot |= {"size": int, "http_status": int, "fetched_at": str}
    db.table("snapshot").create(snapshot, pk=("place", "sha256"))
    db.table("snapshot").create_index(["sha256"])
    document: dict[str, type] = {"id": str, "body_id": str, "reader": str, "reader_version": int}
    names = "media_type vendor page_kind title date text text_sha256 page_starts unreadable_pages made_with"
    document |= dict.fromkeys(names.split(), str)
    db.table("document").create(
        document,
        pk="id",
        not_null={"text", "text_sha256", "reader", "reader_version"},
        foreign_keys=[("body_id", "body", "id")],
    )
    db.table("document").create_index(["body_id", "date"])
    given = {"document_id": str, "field": str, "value": str, "given_by": str, "given_at": str}
    db.table("given").create(given, pk=("document_id", "field"), foreign_keys=[("document_id", "document", "id")])


@migrations()
def m002_facts(db: Database) -> None:
    """Facts, the passages that prove them, and what people said of them."""
    fact: dict[str, type] = {"id": str, "document_id": str, "kind": str, "value": str, "grade": str}
    fact |= {"confidence": float, "topic": str, "extractor": str, "extractor_version": int}
    fact |= {"char_start": int, "char_end": int}
    required = {"document_id", "kind", "value", "grade"}
    db.table("fact").create(fact, pk="id", not_null=required, foreign_keys=[("document_id", "document", "id")])
    db.table("fact").create_index(["document_id", "kind"])
    db.table("fact").create_index(["topic", "kind"])
    evidence = {"fact_id": str, "position": int, "char_start": int, "char_end": int, "quote": str}
    db.table("evidence").create(
        evidence,
        pk=("fact_id", "position"),
        not_null={"char_start", "char_end", "quote"},
        foreign_keys=[("fact_id", "fact", "id")],
    )
    review = "id fact_id text_sha256 verdict value reviewer reviewed_at note"
    db.table("review").create(dict.fromkeys(review.split(), str), pk="id")


@migrations()
def m003_records(db: Database) -> None:
    """One table of claims as pages make them, and one per record type with what all claims say together."""
    db.table("record").create(
        {"document_id": str, "position": int, "type": str, "body_id": str, "id": str, "value": str},
        pk=("document_id", "position"),
        foreign_keys=[("document_id", "document", "id"), ("body_id", "body", "id")],
    )
    db.table("record").create_index(["type", "body_id", "id"])
    for record, table in RECORD_TABLES.items():
        names = [f.name for f in dataclasses.fields(record) if f.name != "id"]
        columns: dict[str, type] = {"body_id": str, "id": str}
        columns |= {column(name): int if name in _INTEGERS else str for name in names}
        db.table(table).create(columns, pk=("body_id", "id"), foreign_keys=[("body_id", "body", "id")])
    db.table("agenda_item").create_index(["body_id", "meeting"])
    db.table("consultation").create_index(["body_id", "paper"])


@migrations()
def m004_runs_and_problems(db: Database) -> None:
    """What was done when, and what went wrong on the way."""
    db.table("run").create(
        {"id": int, "command": str, "started_at": str, "ended_at": str, "outcome": str, "counts": str}, pk="id"
    )
    db.table("problem").create(
        {
            "id": int,
            "place": str,
            "stage": str,
            "expected": str,
            "found": str,
            "page": int,
            "file_sha256": str,
            "at": str,
        },
        pk="id",
    )
    db.table("problem").create_index(["place"])


@migrations()
def m005_search(db: Database) -> None:
    """Full text over stems. The index is derived from `document`; `rowid` is the document's rowid."""
    db.execute("create virtual table document_fts using fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')")


@migrations()
def m006_snapshot_headers(db: Database) -> None:
    """Headers of an answer as sent, a JSON list of [name, value]; empty for what was not fetched."""
    db.table("snapshot").add_column("headers", str)


@migrations()
def m007_frontier(db: Database) -> None:
    """Addresses that a crawl knows with what it remembers of their visits, pauses of hosts, and what vanished."""
    frontier: dict[str, type] = {"site": str, "url": str, "kind": str, "host": str, "found_on": str, "day": str}
    frontier |= {"whole": int, "depth": int, "priority": int, "next_visit": float, "visited_at": float}
    frontier |= {"etag": str, "last_modified": str, "fingerprint": str, "sha256": str, "read_by": str, "said": str}
    frontier |= {"status": int, "failures": int, "absences": int, "absent_since": float, "unlisted": int}
    db.table("frontier").create(frontier, pk=("site", "url"), not_null={"kind", "host", "priority", "next_visit"})
    db.table("frontier").create_index(["host", "priority", "url"])
    db.table("frontier").create_index(["sha256"])
    db.table("frontier").create_index(["site", "found_on"])
    pause = {"host": str, "until": float, "refusals": int, "trips": int}
    db.table("host_pause").create(pause, pk="host")
    gone = {"site": str, "url": str, "kind": str, "sha256": str, "reason": str, "at": str}
    db.table("tombstone").create(gone, pk=("site", "url"))
    site_visit = {"site": str, "tried_at": str, "succeeded_at": str, "said": str}
    db.table("site_visit").create(site_visit, pk="site")


@migrations()
def m008_reviews(db: Database) -> None:
    """Reviews by what was judged, not by fact: they outlive a new extraction. The table before was never written to."""
    db.table("review").drop()
    review: dict[str, type] = {"text_sha256": str, "kind": str, "char_start": int, "char_end": int}
    review |= {"reviewer": str, "position": int, "quote": str, "claimed": str, "alone": int, "verdict": str}
    review |= {"value": str, "reviewed_at": str, "note": str}
    key = ("text_sha256", "kind", "char_start", "char_end", "reviewer", "position")
    db.table("review").create(review, pk=key, not_null={"quote", "claimed", "verdict", "reviewed_at"})


@migrations()
def m009_recognised_pages(db: Database) -> None:
    """Pages whose text was recognised in pictures, a JSON list of [number, certainty]."""
    db.table("document").add_column("recognised_pages", str, not_null_default="[]")


@migrations()
def m010_checks(db: Database) -> None:
    """Calculations that facts take part in, with the printed numbers as JSON lists of [start, end, quote]."""
    check: dict[str, type] = {"fact_id": str, "position": int, "relation": str, "fits": int, "expected": float}
    check |= {"terms": str, "result": str}
    db.table("fact_check").create(
        check,
        pk=("fact_id", "position"),
        not_null={"relation", "fits", "expected", "terms", "result"},
        foreign_keys=[("fact_id", "fact", "id")],
    )
