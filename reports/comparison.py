"""The comparison: municipalities by variables, every cell in exactly one state, every value with its claims.

A missing value is never zero: the states tell apart why nothing is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.bodies import known_bodies
from corpus.owners import Day
from corpus.topic import Topic, Variable
from reports.about import About, about
from reports.elsewhere import elsewhere, own_claims
from reports.library import Claim, Doc, Library, Passage, Town
from reports.places import items, printing, sentence, subjects
from reports.privacy import shown
from reports.statewide import statewide
from reports.winners import Told, choose, contradict, set_aside
from reports.words import value_text

STATES = (
    "found",
    "contradictory",
    "mentioned_without_value",
    "not_found",
    "no_document",
    "unreadable",
    "not_published",
    "not_covered",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where a document speaks of the matter without giving a value. `claim` is set where a fact says so."""

    doc: Doc
    passage: Passage
    claim: Claim | None = None

    @property
    def href(self) -> str:
        """Its place in the site."""
        return self.claim.href if self.claim else f"{self.doc.path}#m-{self.passage.start}-{self.passage.end}"

    @property
    def day(self) -> Day | None:
        """The day of what stands there."""
        return self.doc.day_at(self.passage.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One variable of one municipality."""

    variable: Variable
    state: str
    front: tuple[Told, ...] = ()
    others: tuple[Told, ...] = ()
    mention: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One municipality with documents or files, and its cells in the order of the variables."""

    town: Town
    docs: tuple[Doc, ...]
    cells: tuple[Cell, ...]

    def count(self, *states: str) -> int:
        """How many cells are in one of these states."""
        return sum(c.state in states for c in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All municipalities: `rows` have files, the `uncovered` have none. `known` counts those of the table."""

    topic: Topic
    rows: tuple[Row, ...]
    uncovered: tuple[Town, ...]
    known: int

    @property
    def known_covered(self) -> int:
        """How many municipalities of the table have documents."""
        return sum(r.town.known for r in self.rows)


def compare(library: Library, topic: Topic) -> Comparison:
    """The comparison of all known municipalities, and of unknown ones that have documents."""
    known = [b.id for b in known_bodies()]
    there = {d.town for d in library.docs} | {u.town for u in library.unread}
    strangers = sorted((i for i in there if i and i not in known), key=lambda i: (library.towns[i].name, i))
    rows = [_row(library, library.towns[i], topic) for i in [*known, *strangers] if i in there]
    uncovered = tuple(library.towns[i] for i in known if i not in there)
    return Comparison(topic=topic, rows=tuple(rows), uncovered=uncovered, known=len(known))


def _row(library: Library, town: Town, topic: Topic) -> Row:
    docs = tuple(library.docs_of(town.id))
    claims = library.claims_of(town.id, topic.name)
    readable = [d for d in docs if d.text.strip()]
    if not readable or not (claims or any(topic.mentions(d.text) for d in readable)):
        state = "no_document" if readable else "unreadable"
        return Row(town=town, docs=docs, cells=tuple(Cell(variable=v, state=state) for v in topic.variables))
    near = {d.id: about(d, library.claims[d.id], topic, town.name) for d in readable}
    own = own_claims(claims, town.name)
    cells = (cell(v, own, readable, near, topic) for v in topic.variables)
    return Row(town=town, docs=docs, cells=tuple(_with_subjects(c, library) for c in cells))


def _with_subjects(cell: Cell, library: Library) -> Cell:
    """Several votes in one cell, each with what was voted on."""
    if len(cell.front) < 2 or any(t.claim.kind != "vote" for t in cell.front):
        return cell
    claims = [t.claim for t in cell.front]
    about = subjects(claims, [items(c.doc, library.claims[c.doc.id]) for c in claims])
    front = (replace(t, text=" – ".join(filter(None, [t.text, a]))) for t, a in zip(cell.front, about, strict=True))
    return replace(cell, front=tuple(front))


def cell(
    variable: Variable,
    claims: Sequence[Claim],
    docs: Sequence[Doc],
    near: dict[str, About],
    topic: Topic,
) -> Cell:
    """The cell of one variable, from all claims and readable documents of a municipality."""
    fitting = sorted((c for c in claims if qualifies(variable, c) and not _kept_out(variable, c)), key=Claim.order)
    told = [_told(variable, c, topic) for c in fitting]
    able = [t for t in told if not t.role]
    aside = [t for t in told if t.role]
    if able:
        front, behind = choose(variable, able)
        state = "contradictory" if variable.wins != "all" and contradict(front) else "found"
        others = sorted([*behind, *aside], key=lambda t: t.claim.order(), reverse=True)
        return Cell(variable=variable, state=state, front=tuple(front), others=tuple(others))
    mention = _valueless(aside) or _cue(variable, docs, near)
    state = "mentioned_without_value" if mention or aside else "not_found"
    return Cell(variable=variable, state=state, others=tuple(reversed(aside)), mention=mention)


def _told(variable: Variable, claim: Claim, topic: Topic) -> Told:
    text = value_text(claim.kind, claim.value, variable.show, topic)
    at = printing(claim, variable.show)
    role = set_aside(variable, claim.value) or ("statewide" if statewide(claim, at) else "")
    return Told(claim=claim, text=text, role=role, at=at)


def qualifies(variable: Variable, claim: Claim) -> bool:
    """Whether a claim feeds a variable: its kind, and every field of `where`; "none" and "" mean an absent value.

    A field with a kind before it ("money.type") is asked of claims of that kind only.
    """
    if claim.kind not in variable.kinds:
        return False
    for named, allowed in variable.where.items():
        kind, _, field = named.rpartition(".")
        if kind not in ("", claim.kind):
            continue
        if claim.value.get(field) not in [None if a in ("none", "") else a for a in allowed]:
            return False
    return True


def _kept_out(variable: Variable, claim: Claim) -> bool:
    """Whether the sentence of a claim has words that make it another matter than the variable's."""
    if variable.never is None or claim.quote is None:
        return False
    start, end = sentence(claim.doc, claim.quote.start, claim.quote.end)
    return variable.never.search(" ".join(claim.doc.text[start:end].split())) is not None


def _valueless(aside: Sequence[Told]) -> Mention | None:
    for told in reversed(aside):
        if told.role == "valueless" and told.claim.quote:
            return Mention(doc=told.claim.doc, passage=told.claim.quote, claim=told.claim)
    return None


def _cue(variable: Variable, docs: Sequence[Doc], near: dict[str, About]) -> Mention | None:
    """The latest document that speaks of the matter near the topic, and the sentence with its first such words."""
    if variable.cues is None:
        return None
    for doc in sorted(docs, key=lambda d: (d.date or "", d.id), reverse=True):
        for match in variable.cues.finditer(doc.text):
            start, end = match.span()
            if start == end or not near[doc.id].holds(start, end):
                continue
            start, end = sentence(doc, start, end)
            if near[doc.id].is_own(start, end) and not elsewhere(doc, (start, end), near[doc.id].town):
                return Mention(doc=doc, passage=Passage(start=start, end=end, quote=shown(doc.text[start:end])))
    return None
