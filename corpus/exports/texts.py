"""The text of every document as a file, so that anybody can check the offsets of quotes."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from corpus.store import Corpus


def texts(corpus: Corpus, out: Path) -> int:
    """Write each document's text as UTF-8, untouched, and INDEX.tsv that names place and hashes. Returns the count.

    A file is named after its place with ".txt" added (twice is once for captured texts), unusual characters replaced;
    places that would share a name get the start of their hash.
    """
    out.mkdir(parents=True, exist_ok=True)
    rows = corpus.query(
        """select d.id, d.text, d.text_sha256, min(s.place) as place from document d
           join snapshot s on s.sha256 = d.id group by d.id order by place"""
    )
    taken: set[str] = set()
    with (out / "INDEX.tsv").open("w", encoding="utf-8", newline="") as file:
        index = csv.writer(file, delimiter="\t", lineterminator="\n")
        index.writerow(["file", "document", "snapshot_sha256", "text_sha256"])
        for row in rows:
            name = re.sub(r"[^\w.-]+", "_", row["place"]).strip("._") or "document"
            name = name if name.endswith(".txt") else f"{name}.txt"
            name = name if name not in taken else f"{row['id'][:8]}_{name}"
            taken.add(name)
            (out / name).write_bytes(row["text"].encode("utf-8"))
            index.writerow([name, row["place"], row["id"], row["text_sha256"]])
    return len(rows)
