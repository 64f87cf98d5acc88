"""Proofs about a whole corpus: every quote at its place, every file the one it was, and one digest of it all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from corpus.evidence import sha256
from corpus.schema import UNDIGESTED, VISIT_COLUMNS
from corpus.store import Corpus, canonical


def audit(corpus: Corpus) -> tuple[int, list[str]]:
    """Check every passage, text hash and stored file. Returns the number of passages checked and what is wrong."""
    checked, wrong = 0, list(_broken_files(corpus))
    for document in corpus.query("select id, text, text_sha256 from document order by id"):
        text = document["text"]
        if sha256(text) != document["text_sha256"]:
            wrong.append(f"document {document['id'][:12]}: expected text {document['text_sha256'][:12]}, found another")
        passages = corpus.query(
            """select f.kind, e.char_start, e.char_end, e.quote from evidence e join fact f on f.id = e.fact_id
               where f.document_id = ?""",
            document["id"],
        )
        for p in passages:
            checked += 1
            found = text[p["char_start"] : p["char_end"]]
            if found != p["quote"] or not found:
                place = f"document {document['id'][:12]}, {p['kind']} at {p['char_start']}:{p['char_end']}"
                wrong.append(f"{place}: expected {p['quote']!r}, found {found!r}")
    unproved = corpus.query(
        "select id, kind, value from fact where not exists (select 1 from evidence where fact_id = fact.id)"
    )
    wrong += [
        f"fact {f['id']}: expected a passage, found none ({f['kind']})"
        for f in unproved
        if json.loads(f["value"]).get("rests_on") not in ("given", "url")
    ]
    return checked, wrong


def _broken_files(corpus: Corpus) -> Iterator[str]:
    for row in corpus.query("select distinct sha256 from snapshot order by sha256"):
        path = corpus.blob_path(row["sha256"])
        if not path.exists():
            yield f"file {row['sha256'][:12]}: expected its bytes in {path.parent}, found none"
            continue
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != row["sha256"]:
                yield f"file {row['sha256'][:12]}: expected unchanged bytes, found others"


def digest(corpus: Corpus) -> str:
    """SHA-256 over all rows in key order, without runs, problems and times of visits.

    Equal digests mean the same corpus, however often its making was interrupted or repeated.
    """
    total = hashlib.sha256()
    names = [t.name for t in corpus.db.tables if not t.name.startswith(("_", "sqlite_", "document_fts"))]
    for name in sorted(set(names) - set(UNDIGESTED)):
        table = corpus.db.table(name)
        columns = [c.name for c in table.columns if c.name not in VISIT_COLUMNS.get(name, ())]
        listed = ", ".join(f'"{c}"' for c in columns)
        order = ", ".join(f'"{k}"' for k in table.pks)
        for row in corpus.db.execute(f'select {listed} from "{name}" order by {order}'):
            total.update(canonical([name, *row]).encode("utf-8"))
    return total.hexdigest()
