"""The corpus: one SQLite file, with the original bytes in a folder beside it, under their SHA-256.

Everything read from one file is written in one transaction (`Corpus.save`), which first takes away what the same file
gave before. So a run can be killed at any moment and started again, and ends in the same corpus.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import checks
from corpus.bodies import known_bodies
from corpus.db import Database, DatabaseError, open_unchangeable
from corpus.errors import InputError
from corpus.evidence import Document, Fact, Problem, sha256
from corpus.model import Body, Record
from corpus.records import claim, record_id, together
from corpus.schema import PAGE_COLUMNS, RECORD_TABLES, migrations
from corpus.stems import index_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where bytes came from: a path relative to what was ingested, or an address; `url` is the page's own address."""

    place: str
    sha256: str
    size: int
    media_type: str
    url: str | None = None
    http_status: int | None = None
    headers: str | None = None
    """Headers of the answer as sent, a JSON list of [name, value]."""
    fetched_at: str | None = None
    """UTC, ISO 8601; None means now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person said about a file that the file itself does not say."""

    field: str
    value: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Everything that one file gives, ready to be written. `made_with` names the versions of all that read it."""

    source: Source
    document: Document | None
    made_with: str
    body: Body | None = None
    vendor: str | None = None
    page_kind: str | None = None
    title: str | None = None
    date: str | None = None
    records: Sequence[Record] = ()
    facts: Sequence[Fact] = ()
    given: Sequence[Given] = ()
    problems: Sequence[Problem] = ()


def now() -> str:
    """This moment in UTC, ISO 8601, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def canonical(value: Any) -> str:
    """JSON with sorted keys: equal values give equal strings."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


class Corpus:
    """An open corpus. Raises InputError when the file is missing (with `create=False`) or no corpus."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        if not create and not path.exists():
            raise InputError(f"{path}: expected a corpus, found no such file (make one with `ratslupe ingest`)")
        if not path.resolve().parent.is_dir():
            raise InputError(f"{path}: expected an existing folder for the corpus, found none")
        self.path = path
        self.blobs = path.with_name(path.name + ".blobs")
        try:
            fixed = path.exists() and not (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK))
            self.db = open_unchangeable(path) if fixed and not create else Database(path)
            self._refuse_another()
            if not fixed:
                self._set_up()
        except DatabaseError as e:
            raise InputError(f"{path}: expected a corpus (a SQLite file that can be written to), found: {e}") from e

    def _refuse_another(self) -> None:
        tables = self.db.table_names()
        if tables and not {"document", "evidence"} <= set(tables):
            some = ", ".join(sorted(tables)[:3])
            raise InputError(f"{self.path}: expected a corpus, found a database of something else (tables {some} ...)")

    def _set_up(self) -> None:
        self.db.execute("pragma busy_timeout = 60000")
        self.db.execute("pragma page_size = 16384")
        self.db.execute("pragma journal_mode = wal")
        self.db.execute("pragma foreign_keys = on")
        if migrations.pending(self.db):
            with self.unit():
                migrations.apply(self.db)
        if not self.db.table("body").count:
            with self.unit():
                self._put_bodies(known_bodies())

    def close(self) -> None:
        """Close the database; nothing is pending after a unit of work."""
        self.db.close()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def keep(self, raw: bytes) -> str:
        """Store bytes under their SHA-256, which is returned. The file appears whole or not at all."""
        digest = sha256(raw)
        path = self.blob_path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
            Path(name).replace(path)
        return digest

    def blob_path(self, digest: str) -> Path:
        """Where the bytes with this SHA-256 lie."""
        return self.blobs / digest[:2] / digest

    def is_current(self, source: Source, made_with: str) -> bool:
        """Whether this very file is in the corpus, read by these versions, or listed as unreadable by them."""
        seen = self.query("select 1 from snapshot where place = ? and sha256 = ?", source.place, source.sha256)
        made = self.query("select made_with from document where id = ?", source.sha256)
        return bool(seen) and bool(made) and made[0]["made_with"] == made_with

    @contextlib.contextmanager
    def unit(self) -> Iterator[None]:
        """One transaction. It takes the right to write at its start, so that two runs wait instead of failing."""
        if self.db.conn.in_transaction:
            with self.db.atomic():
                yield
            return
        self.db.conn.execute("begin immediate")
        try:
            yield
        except BaseException:
            self.db.rollback()
            raise
        self.db.commit()

    def save(self, entry: Entry) -> None:
        """Write one file's entry in one transaction, in place of what the same bytes gave before."""
        with self.unit():
            self._take_away(entry.source.sha256)
            self._put_source(entry.source)
            if entry.document is not None:
                self._put_document(entry, entry.document)
            self.save_problems(entry.source.place, entry.problems)

    def given(self, document_id: str) -> tuple[Given, ...]:
        """What a person said about these bytes before; it holds until somebody says otherwise."""
        rows = self.query("select field, value, given_by from given where document_id = ? order by field", document_id)
        return tuple(Given(field=r["field"], value=r["value"], by=r["given_by"]) for r in rows)

    def save_source(self, source: Source) -> None:
        """Note that these bytes were found at a place, without reading them."""
        with self.unit():
            self._put_source(source)

    def withdraw(self, document_id: str) -> None:
        """Take away what bytes gave: document, records, facts. The bytes and where they were found are kept."""
        with self.unit():
            self._take_away(document_id)

    def save_problems(self, place: str, problems: Sequence[Problem]) -> None:
        """List what is wrong with a place now, instead of what was wrong before."""
        with self.unit():
            self.db.execute("delete from problem where place = ?", [place])
            rows = [{**dataclasses.asdict(problem), "at": now()} for problem in problems]
            self.db.table("problem").insert_all(rows)

    def query(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """Rows of a select as dictionaries."""
        cursor = self.db.execute(sql, list(values))
        names = [d[0] for d in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    @contextlib.contextmanager
    def run(self, command: str) -> Iterator[dict[str, int]]:
        """Log a run: yields its counts, which are written at the end with how it ended."""
        counts: dict[str, int] = {}
        key = self.db.table("run").insert({"command": command, "started_at": now()}).last_rowid or 0
        outcome = "failed"
        try:
            yield counts
            outcome = "ok"
        except KeyboardInterrupt:
            outcome = "interrupted"
            raise
        finally:
            row = {"ended_at": now(), "outcome": outcome, "counts": canonical(counts)}
            self.db.table("run").update(key, row)

    def _put_bodies(self, bodies: Iterable[Body]) -> None:
        rows = [_row(body) for body in sorted(bodies, key=lambda b: (b.parent is not None, b.id))]
        self.db.table("body").insert_all(rows, ignore=True)

    def _put_source(self, source: Source) -> None:
        row = {**dataclasses.asdict(source), "fetched_at": source.fetched_at or now()}
        self.db.table("snapshot").insert(row, ignore=True)

    def _take_away(self, document_id: str) -> None:
        touched = self.query("select distinct type, body_id, id from record where document_id = ?", document_id)
        of_facts = "fact_id in (select id from fact where document_id = ?)"
        for table in ("evidence", "fact_check"):
            self.db.execute(f"delete from {table} where {of_facts}", [document_id])
        self.db.execute(
            "delete from document_fts where rowid = (select rowid from document where id = ?)", [document_id]
        )
        for table in ("fact", "record", "given"):
            self.db.execute(f"delete from {table} where document_id = ?", [document_id])
        self.db.execute("delete from document where id = ?", [document_id])
        self._tell_together(touched)

    def _put_document(self, entry: Entry, document: Document) -> None:
        if entry.body:
            self._put_bodies([entry.body])
        self.db.table("document").insert(
            {
                "id": document.file_sha256,
                "body_id": entry.body.id if entry.body else None,
                "reader": document.reader,
                "reader_version": document.reader_version,
                "media_type": document.media_type,
                "vendor": entry.vendor,
                "page_kind": entry.page_kind,
                "title": entry.title,
                "date": entry.date,
                "text": document.text,
                "text_sha256": document.text_sha256,
                **{name: canonical(getattr(document, name)) for name in PAGE_COLUMNS},
                "made_with": entry.made_with,
            }
        )
        rowid = self.query("select rowid from document where id = ?", document.file_sha256)[0]["rowid"]
        stems = (index_text(entry.title or ""), index_text(document.text))
        self.db.execute("insert into document_fts(rowid, title, text) values (?, ?, ?)", [rowid, *stems])
        for given in entry.given:
            row = {"document_id": document.file_sha256, "field": given.field, "value": given.value}
            self.db.table("given").insert({**row, "given_by": given.by, "given_at": now()})
        self._put_records(document.file_sha256, entry)
        self._put_facts(document, entry.facts)

    def _put_records(self, document_id: str, entry: Entry) -> None:
        body_id = entry.body.id if entry.body else None
        rows = []
        for position, record in enumerate(entry.records):
            if isinstance(record, Body):
                continue
            key = {"document_id": document_id, "position": position, "type": type(record).__name__}
            rows.append({**key, "body_id": body_id, "id": record_id(record), "value": claim(record)})
        self.db.table("record").insert_all(rows)
        self._tell_together(rows)

    def _tell_together(self, keys: Iterable[Mapping[str, Any]]) -> None:
        for record_type, table in RECORD_TABLES.items():
            for body, own in sorted(
                {(k["body_id"], k["id"]) for k in keys if k["type"] == record_type.__name__}, key=str
            ):
                found = self.query(
                    "select value from record where type = ? and body_id is ? and id = ?",
                    record_type.__name__,
                    body,
                    own,
                )
                self.db.execute(f"delete from {table} where body_id is ? and id = ?", [body, own])
                if found:
                    row = together(record_type, [json.loads(f["value"]) for f in found])
                    self.db.table(table).insert({"body_id": body, "id": own, **row})

    def _put_facts(self, document: Document, facts: Sequence[Fact]) -> None:
        rows: list[tuple[object, ...]] = []
        passages: list[tuple[object, ...]] = []
        checked: list[tuple[object, ...]] = []
        for fact in facts:
            key = sha256(document.file_sha256 + fact.key())[:24]
            about = (fact.kind, canonical(dict(fact.value)), fact.grade, fact.confidence, fact.topic)
            by = (fact.extractor, fact.extractor_version, fact.start, fact.end)
            rows.append((key, document.file_sha256, *about, *by))
            passages += [(key, i, e.start, e.end, document.proved(e)) for i, e in enumerate(fact.evidence)]
            checked += checks.rows(key, fact.checks, document.proved)
        self.db.conn.executemany("insert into fact values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self.db.conn.executemany("insert into evidence values (?, ?, ?, ?, ?)", passages)
        self.db.conn.executemany(checks.PUT, checked)


def _row(body: Body) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in dataclasses.asdict(body).items()}
