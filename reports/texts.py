"""A page per document: every cited passage at its place in the text; where only quotes are published, as a quote."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.comparison import Mention
from reports.labels import KINDS
from reports.library import Claim, Doc
from reports.privacy import MASK, shown
from reports.report import Page, Report, Site
from reports.sums import check_text
from reports.words import fact_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A cited passage of a document with all that is read from it. `number` counts passages in text order."""

    number: int
    start: int
    end: int
    quote: str
    claims: tuple[Claim, ...]
    mentions: tuple[str, ...]
    """Headings of variables whose cue stands here without a value."""
    page: int | None
    about: bool
    """Whether one of the claims is about the topic."""
    supports: tuple[str, ...]
    """Ids of supporting passages that are named here for the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text between two borders of passages."""

    text: str
    offset: int
    anchors: tuple[str, ...]
    notes: tuple[Note, ...]
    """Notes that cover the piece."""
    closing: tuple[Note, ...]
    """Notes whose passage ends with it."""
    support: bool
    """Whether it only supports a claim whose main passage is another one."""
    page: int | None
    """Number of the page that starts here."""


def _make(site: Site) -> Iterator[Page]:
    mentions = _mentions(site)
    docs = {d.id: d for d in site.library.docs}
    about = {d for d, claims in site.library.claims.items() if any(c.topic == site.topic.name for c in claims)}
    for doc in site.library.docs:
        claims = [c for c in site.library.claims[doc.id] if site.full or c.topic == site.topic.name]
        noted = notes(doc, claims, mentions[doc.id], site.topic.name)
        given = {
            "doc": doc,
            "heading": site.titles[doc.id],
            "notes": noted,
            "contents": contents(noted),
            "given": [c for c in claims if not c.passages],
            "pieces": list(pieces(doc, noted)) if site.full else [],
            "rejected": [c for c in site.library.rejected[doc.id] if site.full or c.topic == site.topic.name],
            "say": lambda c: fact_text(c.kind, c.value, site.topic),
            "say_value": lambda kind, value: fact_text(kind, value, site.topic),
            "anchors": anchors,
            "masked": _masked(noted),
            "ways": site.threads.ways_of(doc) if site.full or doc.id in about else [],
            "links": site.threads.links,
            "doc_of": docs.get,
            "check_text": check_text,
            "town": site.library.towns.get(doc.town or ""),
        }
        yield Page(path=doc.path, template="dokument.html", title=site.titles[doc.id], given=given)


def contents(noted: Sequence[Note]) -> list[tuple[str, int, int]]:
    """What a document gave, by kind: the German name, how often, and the number of the first note."""
    found: dict[str, list[int]] = defaultdict(list)
    for note in noted:
        for claim in note.claims:
            found[claim.kind].append(note.number)
    known = [k for k in KINDS if k not in _LAST]
    kinds = sorted(found, key=lambda k: (known.index(k) if k in known else len(known), k))
    return [(KINDS.get(kind, kind), len(found[kind]), found[kind][0]) for kind in kinds]


_LAST = ("municipality", "person", "organization", "reference", "attachment")
"""What stands in every document and is seldom looked for comes last."""


def _mentions(site: Site) -> dict[str, list[tuple[Mention, str]]]:
    found: dict[str, list[tuple[Mention, str]]] = defaultdict(list)
    for row in site.comparison.rows:
        for cell in row.cells:
            if cell.mention and cell.mention.claim is None:
                found[cell.mention.doc.id].append((cell.mention, cell.variable.label))
    return found


def notes(doc: Doc, claims: Iterable[Claim], mentions: Sequence[tuple[Mention, str]], topic: str) -> list[Note]:
    """The cited passages of a document in text order, equal ones as one."""
    at: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.quote:
            at[claim.quote.start, claim.quote.end].append(claim)
    cues: dict[tuple[int, int], list[str]] = defaultdict(list)
    for mention, name in mentions:
        cues[mention.passage.start, mention.passage.end].append(name)
    seen: set[str] = set()
    return [
        Note(
            number=position,
            start=start,
            end=end,
            quote=shown(doc.text[start:end]),
            claims=tuple(at.get((start, end), ())),
            mentions=tuple(cues.get((start, end), ())),
            page=doc.page_of(start),
            about=(start, end) in cues or any(c.topic == topic for c in at.get((start, end), ())),
            supports=_supports(at.get((start, end), ()), seen),
        )
        for position, (start, end) in enumerate(sorted({*at, *cues}), 1)
    ]


def _supports(claims: Iterable[Claim], seen: set[str]) -> tuple[str, ...]:
    names = dict.fromkeys(f"b-{p.start}-{p.end}" for c in claims for p in c.passages[1:])
    new = tuple(name for name in names if name not in seen)
    seen.update(new)
    return new


def _masked(noted: Sequence[Note]) -> bool:
    quotes = [n.quote for n in noted] + [p.quote for n in noted for c in n.claims for p in c.passages]
    return any(MASK in quote for quote in quotes)


def anchors(note: Note) -> tuple[str, ...]:
    """Ids of a note's place: one per claim, and one for its cue."""
    cue = (f"m-{note.start}-{note.end}",) if note.mentions else ()
    return (*(f"f-{c.id}" for c in note.claims), *cue)


def pieces(doc: Doc, noted: Sequence[Note]) -> Iterator[Piece]:
    """The whole text cut at every border of a passage, a page or a paragraph, so that overlaps can be drawn."""
    paragraphs = {start for start, _ in chunks(doc.text)}
    starts = {start: number for number, start in enumerate(doc.page_starts, 1)}
    more = sorted({(p.start, p.end) for n in noted for c in n.claims for p in c.passages[1:]})
    spans = [*((n.start, n.end) for n in noted), *more]
    borders = {0, len(doc.text), *paragraphs, *starts, *itertools.chain.from_iterable(spans)}
    ordered = sorted(b for b in borders if b <= len(doc.text))
    for start, end in itertools.pairwise(ordered):
        opening = tuple(n for n in noted if n.start == start)
        places = (*(a for n in opening for a in anchors(n)), *(f"b-{a}-{b}" for a, b in more if a == start))
        yield Piece(
            text=doc.text[start:end],
            offset=start,
            anchors=((f"t-{start}", *places) if start in paragraphs else places),
            notes=tuple(n for n in noted if n.start <= start and end <= n.end),
            closing=tuple(n for n in noted if n.end == end),
            support=any(a <= start and end <= b for a, b in more),
            page=starts.get(start),
        )


def chunks(text: str, width: int = 400) -> Iterator[tuple[int, int]]:
    """Stretches of whole lines, about `width` characters each, a long line by itself; without outer blank lines."""
    start = end = position = 0
    for line in text.splitlines(keepends=True):
        if text[start:end].strip() and end - start + len(line) > width:
            yield start, end
            start = position
        elif not text[start:end].strip():
            start = position
        position += len(line)
        end = position
    if text[start:end].strip():
        yield start, end


REPORT = Report(name="texts", make=_make)
