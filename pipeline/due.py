"""What a crawl would ask for, without asking."""

from __future__ import annotations

from corpus import frontier
from corpus.frontier import Visit
from corpus.store import Corpus
from pipeline.visit import Plan


def would_visit(corpus: Corpus, plan: Plan, now: float) -> list[tuple[str, str]]:
    """What a crawl would ask for first, and why; asks for nothing. What lies behind new pages cannot be known."""
    lines = [(plan.start, "start page: which product, and where its lists are")]
    for visit in frontier.all_due(corpus, plan.site.ags, now):
        lines.append((visit.url, _why(visit)))
    return lines


def _why(visit: Visit) -> str:
    if visit.unlisted:
        return f"{visit.kind}: its list no longer names it"
    if visit.said:
        return f"{visit.kind}: gave nothing last time ({visit.said})"
    if visit.sha256 is None:
        return f"{visit.kind}: new, found on {visit.found_on}"
    day = f", meeting of {visit.day}" if visit.day else ""
    return f"{visit.kind}: due again{day}"
