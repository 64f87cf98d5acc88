"""A page per municipality: its cells, decisions with votes, questions, commitments, open points, documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.owners import Day
from reports.comparison import Row
from reports.library import Claim, Doc, Library
from reports.matrix import groups
from reports.places import item_of, items
from reports.report import Page, Report, Site
from reports.words import fact_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a document says was decided on one agenda item: results and votes in text order, and the wording."""

    doc: Doc
    day: Day | None
    item: str
    """The agenda item, where the document has several."""
    results: tuple[Claim, ...]
    texts: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A point that the documents leave open, and why it is listed."""

    why: str
    text: str
    href: str


_Item = tuple[Day | None, str]
_Told = TypeVar("_Told", Outcome, Claim)


def _make(site: Site) -> Iterator[Page]:
    for row in site.comparison.rows:
        claims = site.library.claims_of(row.town.id, site.topic.name)
        given = {
            "row": row,
            "groups": groups(site.topic.variables),
            "outcomes": outcomes(row.docs, claims, site.library),
            "questions": by_day([c for c in claims if c.kind == "question"]),
            "commitments": by_day([c for c in claims if c.kind == "commitment"]),
            "pointers": site.threads.pointers,
            "ways": site.threads.ways_about(row.town.id, claims),
            "open_points": list(_open(row, claims, site)),
            "about": {c.doc.id for c in claims},
            "unread": [u for u in site.library.unread if u.town == row.town.id],
            "say": lambda c: fact_text(c.kind, c.value, site.topic),
            "repeats": lambda c: _repeats(c, fact_text(c.kind, c.value, site.topic)),
        }
        yield Page(path=row.town.path, template="kommune.html", title=row.town.name, given=given)


def outcomes(docs: Sequence[Doc], claims: Sequence[Claim], library: Library) -> list[Outcome]:
    """What was decided, by day, document and agenda item."""
    found = []
    for doc in docs:
        here = [c for c in claims if c.doc.id == doc.id and _is_outcome(c)]
        for (day, item), members in _by_item(here, items(doc, library.claims[doc.id])).items():
            results = tuple(c for c in members if c.kind != "decision_text")
            texts = tuple(c for c in members if c.kind == "decision_text")
            found.append(Outcome(doc=doc, day=day, item=item, results=results, texts=texts))
    return by_day(found)


def by_day(told: Sequence[_Told]) -> list[_Told]:
    """Oldest first, those without a day last, else as they were."""
    return sorted(told, key=lambda t: (t.day is None, t.day.date if t.day else ""))


def _is_outcome(claim: Claim) -> bool:
    return claim.kind in ("result", "vote") or (claim.kind == "decision_text" and bool(claim.value.get("text")))


def _by_item(claims: Sequence[Claim], places: Sequence[tuple[int, str]]) -> dict[_Item, list[Claim]]:
    """Outcomes by their day and agenda item. Where all stand behind a list of items, nothing tells whose they are."""
    starts = [c.quote.start for c in claims if c.quote]
    several = len({text for _, text in places}) > 1 and any(start < places[-1][0] for start in starts)
    groups: dict[_Item, list[Claim]] = {}
    for claim in claims:
        item = item_of(claim.quote.start, places) if claim.quote and several else ""
        groups.setdefault((claim.day, item), []).append(claim)
    return groups


def _repeats(claim: Claim, text: str) -> bool:
    """Whether a claim's quote only says again what its text says."""
    return claim.quote is not None and " ".join(claim.quote.quote.split()).rstrip(".?! ") in text


def _open(row: Row, claims: Sequence[Claim], site: Site) -> Iterator[Open]:
    for claim in claims:
        if claim.kind == "question" and claim.value.get("answered") is False:
            yield Open(
                why="Frage ohne Antwort im Text", text=fact_text("question", claim.value, site.topic), href=claim.href
            )
    for cell in row.cells:
        if cell.state == "contradictory":
            told = " / ".join(t.text for t in cell.front)
            yield Open(why="Widersprüchliche Angaben", text=f"{cell.variable.label}: {told}", href=cell.front[0].href)
    for cell in row.cells:
        if cell.state == "mentioned_without_value" and cell.mention:
            yield Open(why="Erwähnt ohne Wert", text=cell.variable.label, href=cell.mention.href)


REPORT = Report(name="dossier", make=_make)
