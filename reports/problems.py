"""The page of what could not be read, and why; and of documents whose municipality is unknown."""

from __future__ import annotations

from collections.abc import Iterator

from reports.privacy import masked
from reports.problem_words import german
from reports.report import Page, Report, Site


def _make(site: Site) -> Iterator[Page]:
    library = site.library
    given = {
        "partly": [d for d in library.docs if d.unreadable_pages and d.text.strip()],
        "in_german": german,
        "clean": str if site.full else masked,
        "undated": [d for d in library.docs if d.dated.day is None and d.dated.entries is None],
        "homeless": [d for d in library.docs if d.town is None],
    }
    yield Page(path="probleme.html", template="probleme.html", title="Was nicht gelesen werden konnte", given=given)


REPORT = Report(name="problems", make=_make)
