"""The demo: a corpus and a site from the bundled pages of four invented municipalities."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

from corpus.store import Corpus
from extractors import topic_named
from pipeline.ingest import Summary, ingest

PAGES = Path(__file__).parent / "pages"
NOTICE = "Vorführung: Die vier Kommunen dieser Seiten, ihre Dokumente und alle Personen darin sind erfunden."


def build(out: Path, done: Callable[[str], None]) -> tuple[Summary, Path]:
    """Build `out`/demo.db and `out`/site anew; returns what was read and the site's first page."""
    from reports.site import write_site

    out.mkdir(parents=True, exist_ok=True)
    for old in ("demo.db", "demo.db-wal", "demo.db-shm"):
        (out / old).unlink(missing_ok=True)
    for old in ("demo.db.blobs", "site"):
        shutil.rmtree(out / old, ignore_errors=True)
    with (PAGES / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        urls = {row["path"]: row["url"] for row in csv.DictReader(file, delimiter="\t")}
    topic = topic_named("kim")
    with Corpus(out / "demo.db") as corpus:
        with corpus.run("demo"):
            summary = ingest(corpus, [(PAGES / place, place) for place in urls], topic, urls=urls, done=done)
        write_site(corpus, topic, out / "site", full=True, notice=NOTICE)
    return summary, out / "site" / "index.html"
