"""A page per municipality: its cells, decisions with votes, questions, commitments, open points, documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.comparison import Row
from reports.library import Claim, Doc
from reports.matrix import groups
from reports.report import Page, Report, Site
from reports.words import fact_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a document says was decided: results and votes in text order, and the wording."""

    doc: Doc
    results: tuple[Claim, ...]
    texts: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A point that the documents leave open, and why it is listed."""

    why: str
    text: str
    href: str


def _make(site: Site) -> Iterator[Page]:
    for row in site.comparison.rows:
        claims = site.library.claims_of(row.town.id, site.topic.name)
        given = {
            "row": row,
            "groups": groups(site.topic.variables),
            "outcomes": _outcomes(row.docs, claims),
            "questions": [c for c in claims if c.kind == "question"],
            "commitments": [c for c in claims if c.kind == "commitment"],
            "open_points": list(_open(row, claims, site)),
            "about": {c.doc.id for c in claims},
            "unread": [u for u in site.library.unread if u.town == row.town.id],
            "say": lambda c: fact_text(c.kind, c.value, site.topic),
            "repeats": lambda c: _repeats(c, fact_text(c.kind, c.value, site.topic)),
        }
        yield Page(path=row.town.path, template="kommune.html", title=row.town.name, given=given)


def _outcomes(docs: Sequence[Doc], claims: Sequence[Claim]) -> list[Outcome]:
    found = []
    for doc in docs:
        here = [c for c in claims if c.doc.id == doc.id]
        results = tuple(c for c in here if c.kind in ("result", "vote"))
        texts = tuple(c for c in here if c.kind == "decision_text" and c.value.get("text"))
        if results or texts:
            found.append(Outcome(doc=doc, results=results, texts=texts))
    return found


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
            yield Open(
                why="Widersprüchliche Angaben", text=f"{cell.variable.label}: {told}", href=cell.front[0].claim.href
            )
    for cell in row.cells:
        if cell.state == "mentioned_without_value" and cell.mention:
            yield Open(why="Erwähnt ohne Wert", text=cell.variable.label, href=cell.mention.href)


REPORT = Report(name="dossier", make=_make)
