"""Which passages tell of another municipality than the one whose documents they stand in: no cell shows them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.other_towns import other_town
from reports.library import Claim, Doc
from reports.places import sentence

_TOLD = frozenset({"post", "money", "status", "caseload", "legal_status", "commitment", "event", "goal"})
"""Kinds that may tell of another one. Votes, speakers, members and questions are the meeting's own."""


def own_claims(claims: Sequence[Claim], town: str) -> list[Claim]:
    """The claims that do not tell of another municipality; `town` is the full name of their own."""
    return [c for c in claims if c.kind not in _TOLD or not _is_others(c, town)]


def _is_others(claim: Claim, town: str) -> bool:
    if claim.value.get("place"):
        return True
    at = claim.quote
    return at is not None and elsewhere(claim.doc, (at.start, at.end), town)


def elsewhere(doc: Doc, span: tuple[int, int], town: str) -> bool:
    """Whether a passage of a document tells of another municipality than its own."""
    start, end = sentence(doc, *span)
    before, _ = sentence(doc, max(0, start - 2), max(0, start - 1)) if start > 1 else (0, 0)
    # a passage is judged by its last word: what it tells of stands behind its opening words
    at = max(start, span[1] - 1) - start
    name = other_town(doc.text[start:end], at, town, before=doc.text[before:start].strip(), document=doc.text)
    return name is not None
