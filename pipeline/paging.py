"""Lists in several pages, and when a list that always offers a next page has to end.

A server that ignores the number of the page, or counts on for ever, would be asked for ever; and one that sends the
first page again and again would hide all others. So a page that shows nothing but what the pages before it showed ends
its list, and a next page must not be one of those that led to it. Both are listed as problems: entries may be missing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpus import frontier
from corpus.evidence import Problem
from corpus.frontier import Visit
from corpus.records import record_id
from corpus.store import Corpus
from pipeline.focus import MATTERS, MEETINGS, Wanted
from scrapers.page import PageReading

DEEPEST = 5_000
"""Links from a start address: a chain of pages that shows something new for ever ends here."""
LOOK_BACK = 5
"""So many pages of a list before this one are compared with it."""


def within_limits(
    corpus: Corpus, visit: Visit, reading: PageReading, wanted: Sequence[Wanted]
) -> tuple[list[Wanted], list[Problem]]:
    """What of `wanted` to go on with, and problems where a list or a chain of pages is ended."""
    if visit.depth >= DEEPEST and wanted:
        found = f"one more: {wanted[0].url}"
        return [], [_problem(visit, f"at most {DEEPEST} links from the start page", found)]
    following = [w for w in wanted if _is_next(w, visit, reading)]
    if not following:
        return list(wanted), []
    others = [w for w in wanted if w not in following]
    if visit.unlisted:  # an address from the time when the list went wrong
        return others, []
    before = list(itertools.islice(_before(corpus, visit), LOOK_BACK))
    keys = {(type(row.record).__name__, record_id(row.record)) for row in reading.rows}
    if before and keys and keys <= _shown(corpus, before):
        found = f"only what the pages before it show ({len(keys)} entries), and a next page {following[0].url}"
        return others, [_problem(visit, "a page of a list with entries of its own", found)]
    if back := next((w.url for w in following if _led_here(corpus, visit, w.url.partition("#")[0])), None):
        return others, [_problem(visit, "a next page other than this and those before it", back)]
    return list(wanted), []


def _led_here(corpus: Corpus, visit: Visit, url: str) -> bool:
    """Whether an address is that of the page itself or of one before it in the list."""
    if url == visit.url:
        return True
    known = frontier.known(corpus, visit.site, url)
    if known is None or known.found_on == visit.url:
        return False
    return any(one.url == url for one in _before(corpus, visit))


def _is_next(wanted: Wanted, visit: Visit, reading: PageReading) -> bool:
    """Whether a link leads to another page of the same list."""
    is_list = reading.vendor == "oparl" or reading.kind not in MATTERS | MEETINGS
    return is_list and wanted.kind == reading.kind == visit.kind


def _before(corpus: Corpus, visit: Visit) -> Iterator[Visit]:
    """The pages of the list that led here, the last one first."""
    seen, at = {visit.url}, visit
    while at.found_on is not None and at.found_on not in seen:
        earlier = frontier.known(corpus, visit.site, at.found_on)
        if earlier is None or earlier.kind != visit.kind:
            return
        yield earlier
        seen.add(earlier.url)
        at = earlier


def _shown(corpus: Corpus, pages: Sequence[Visit]) -> set[tuple[str, str]]:
    """Type and id of the records of some pages."""
    hashes = [page.sha256 for page in pages if page.sha256]
    marks = ", ".join("?" * len(hashes))
    rows = corpus.query(f"select distinct type, id from record where document_id in ({marks})", *hashes)
    return {(row["type"], row["id"]) for row in rows}


def _problem(visit: Visit, expected: str, found: str) -> Problem:
    return Problem(stage="check", place=visit.url, expected=expected, found=found)
