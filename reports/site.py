"""The static site: all reports of this folder, written as plain files that open from the disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus import SITE_MARK
from corpus.audit import digest
from corpus.errors import InputError
from corpus.store import Corpus
from corpus.topic import Topic
from reports.comparison import compare
from reports.library import load, titles
from reports.privacy import protect
from reports.render import render
from reports.report import Page, Site, all_reports
from reports.threads import gather

_OURS = ("kommune", "dokument")
"""Folders of the site that hold generated pages only; what an earlier run left there is taken away."""


def write_site(corpus: Corpus, topic: Topic, out: Path, *, full: bool, notice: str = "") -> int:
    """Write the site into `out` and return the number of pages.

    The same corpus gives the same bytes. Each file appears whole or not at all. Without `full` nothing but cited
    passages is published, with private contact data masked, and pages of whole texts from an earlier run are taken
    away. Every page shows the `notice`, if there is one.

    Raises:
        InputError: the folder holds files, and not those of a site.
    """
    if out.exists() and any(out.iterdir()) and not (out / SITE_MARK).exists():
        raise InputError(f"{out}: expected an empty folder or an earlier site, found other files")
    _put(out / SITE_MARK, b"")
    library = load(corpus) if full else protect(load(corpus))
    comparison = compare(library, topic)
    site = Site(
        library=library,
        topic=topic,
        comparison=comparison,
        full=full,
        notice=notice,
        digest=digest(corpus),
        titles=titles(library, full=full),
        threads=gather(corpus, library),
    )
    written: set[Path] = set()
    pages = 0
    for path, data, is_page in _files(site):
        _put(out / path, data)
        written.add(out / path)
        pages += is_page
    for folder in _OURS:
        for old in sorted((out / folder).glob("*.html")):
            if old not in written:
                old.unlink()
    return pages


def _files(site: Site) -> Iterator[tuple[str, bytes, bool]]:
    for report in all_reports():
        for item in report.make(site):
            if isinstance(item, Page):
                yield item.path, render(item, site).encode("utf-8"), True
            else:
                yield item.path, item.data, False


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
