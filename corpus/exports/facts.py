"""Facts in the exchange format: one JSON object a line, sorted by document, start, end, kind and value as read.

A number that the text calculates with has the field `checks`: relation, whether it fits, what the printed `terms` give
(`expected`), and the printed `result`. A reference has `resolution`: its status (resolved, ambiguous, unresolved, own,
outside) and what it leads to. A commitment of which later documents speak has `hints`, passages of those.

A fact that people reviewed has the fields `review` (accepted, corrected, rejected, disputed) and `reviews`. Accepted
and corrected ones have the grade reviewed, with who and when; a corrected one has the person's value as `value` and
what was read as `value_read`. Rejected ones stay, marked: a missing line could mean anything.

A fact with a passage on a page whose text was recognised in a picture has `origin` "ocr", and in `recognition` how
certain the tool was of that page.
"""

from __future__ import annotations

import bisect
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from corpus.checks import Printed, Stored, checks_by_fact
from corpus.evidence import least_certainty
from corpus.exports.threads import threads
from corpus.reviews import Review, Standing, standings
from corpus.store import Corpus


def facts(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """All facts of the corpus with their passages. `page` counts from 1 and is None where the source has no pages."""
    places = _places(corpus)
    given = _given(corpus)
    reviewed = standings(corpus)
    checks = checks_by_fact(corpus)
    linked = threads(corpus, {sha256: found[0]["place"] for sha256, found in places.items()})
    columns = "id, text_sha256, reader, reader_version, page_starts, recognised_pages"
    documents = corpus.query(f"select {columns} from document")
    for document in sorted(documents, key=lambda d: places[d["id"]][0]["place"]):
        first, *also = places[document["id"]]
        shared = {
            "document": first["place"],
            **({"also": [a["place"] for a in also]} if also else {}),
            "text_sha256": document["text_sha256"],
            "snapshot_sha256": document["id"],
            "reader": f"{document['reader']} {document['reader_version']}",
            "url": first["url"],
        }
        pages = (json.loads(document["page_starts"]), json.loads(document["recognised_pages"]))
        rows = corpus.query("select * from fact where document_id = ?", document["id"])
        for row in sorted(rows, key=lambda f: (f["char_start"], f["char_end"], f["kind"], f["value"])):
            fact = _fact(row, shared, corpus, pages, given)
            fact |= linked.get(row["id"], {})
            if row["id"] in checks:
                fact["checks"] = [_check(c) for c in checks[row["id"]]]
            standing = reviewed.get(row["id"])
            yield fact if standing is None else _reviewed(fact, standing)


def _fact(
    row: dict[str, Any],
    shared: dict[str, Any],
    corpus: Corpus,
    pages: tuple[list[int], list[list[float]]],
    given: dict[Any, Any],
) -> dict[str, Any]:
    starts, recognised = pages
    passages = corpus.query(
        'select char_start as "start", char_end as "end", quote from evidence where fact_id = ? order by position',
        row["id"],
    )
    value = json.loads(row["value"])
    certainty = least_certainty(starts, recognised, [(p["start"], p["end"]) for p in passages])
    who = given.get((row["document_id"], row["kind"])) if row["grade"] == "reviewed" else None
    return {
        "id": row["id"],
        "document": shared["document"],
        "kind": row["kind"],
        "value": value,
        "start": row["char_start"],
        "end": row["char_end"],
        "quote": passages[0]["quote"] if passages else "",
        "evidence": passages,
        **{k: v for k, v in shared.items() if k != "document"},
        "page": bisect.bisect_right(starts, row["char_start"]) if starts and passages else None,
        **({"origin": "ocr", "recognition": certainty} if certainty < 1 else {}),
        "grade": row["grade"],
        **({"given_by": who[0], "given_at": who[1]} if who else {}),
        "confidence": row["confidence"],
        "topic": row["topic"],
        "extractor": row["extractor"],
        "extractor_version": row["extractor_version"],
    }


def _check(check: Stored) -> dict[str, Any]:
    terms = [_printed(p) for p in check.terms]
    told = {"relation": check.relation, "fits": check.fits, "expected": check.expected}
    return {**told, "terms": terms, "result": _printed(check.result)}


def _printed(printed: Printed) -> dict[str, Any]:
    return dict(zip(("start", "end", "quote"), printed, strict=True))


def _reviewed(fact: dict[str, Any], standing: Standing) -> dict[str, Any]:
    """The fact with what people said of it."""
    last = standing.last
    sure = {"grade": "reviewed", "given_by": last.reviewer, "given_at": last.reviewed_at} if standing.reviewed else {}
    read = {"value_read": standing.read} if standing.status == "corrected" else {}
    said = {"review": standing.status, "reviews": [_said(r) for r in standing.reviews]}
    return {**fact, "value": standing.value, **read, **sure, **said}


def _said(review: Review) -> dict[str, Any]:
    value = {} if review.value is None else {"value": review.value}
    by = {"by": review.reviewer, "at": review.reviewed_at, "note": review.note}
    return {"verdict": review.verdict, **value, **by}


def _places(corpus: Corpus) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in corpus.query("select sha256, place, url from snapshot order by place"):
        found[row["sha256"]].append(row)
    return found


def _given(corpus: Corpus) -> dict[tuple[str, str], tuple[str, str]]:
    kinds = {"municipality": "municipality", "committee": "meeting", "date": "meeting", "url": "municipality"}
    rows = corpus.query("select document_id, field, given_by, given_at from given order by document_id, field")
    return {(r["document_id"], kinds[r["field"]]): (r["given_by"], r["given_at"]) for r in rows}
