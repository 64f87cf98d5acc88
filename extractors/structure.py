"""The shape of a text: headings, paragraphs, list items and table rows, with the section and segment of each.

A segment is what one numbered point or one heading holds: the range in which a programme, a subject or a speaker
named once goes on being meant. Lists whose numbering restarts ("1. 1. 1.") are counted by order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.asked_rows import is_head, prose_cells

Kind = Literal["heading", "text", "item", "row"]

_BULLET = guarded(r"[ \t]*(?:[·•▪●◦*–-]|[-–]{1,2})[ \t]+(?=\S)")
_NUMBER = guarded(
    r"[ \t]*(?:\(?(\d{1,2})[.)]|(?i:zu|zu punkt|punkt|top|ziffer)\s+(\d{1,2}(?:\.\d{1,2})*)[.:]?)(?:[ \t]+|$)(?!\d)"
)
_BOLD = guarded(r"<(?:b|strong)>([^<]*)</(?:b|strong)>:?(.*)")
"""A line that begins in bold, as captured pages mark headings and lead-ins."""
_SECTIONS = {
    "proposal": r"(?:beschluss|beschluß)(?:vorschlag|entwurf|antrag|empfehlung)\b.*|empfehlung",
    "decision": r"(?:beschluss|beschluß|beschlüsse|ergebnis/beschluss|beschlussfassung|entscheidung)",
    "vote": r"(?:abstimmungs?(?:ergebnis)?|beratungsergebnis|abstimmungsverhalten)",
    "minutes": r"(?:wort)?protokoll(?:vermerk)?|beratung(?:sinhalt|sverlauf)?|diskussion|aussprache|niederschrift",
    "reasons": r"(?:[ivx]{1,9}\. )?(?:sach(?:verhalt|lage|stand|darstellung)|begründung|erläuterung|hintergrund|"
    r"ausgangs)\w*(?:[ /(].*)?",
    "legal": r"(?:rechtslage|rechtsgrundlagen?|rechtliche\w{0,3} .*)",
    "finance": r"(?:finanzielle|haushalts|personelle|kosten|finanzierung|auswirkungen)\w*(?: .*)?",
    "attachments": r"anlagen?(?:verzeichnis)?",
}
_SECTION = {name: guarded(pattern) for name, pattern in _SECTIONS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list item or table row. `start` and `end` leave out white space, `body` the number too."""

    start: int
    end: int
    body: int
    kind: Kind
    section: str | None
    """proposal, decision, vote, minutes, reasons, legal, finance, attachments; None before the first known heading."""
    segment: int
    order: int | None = None
    """Position in its list, from 1."""
    depth: int = 0
    """How many lists it stands in: 1 for an outer list."""


@dataclass(slots=True)
class _Lists:
    """The lists that are open while reading down: printed number and count of items of each."""

    open: list[list[int]] = field(default_factory=list)
    last: int = -2

    def item(self, number: int | None, line: int) -> tuple[int, int]:
        """Order and depth of an item with this printed number (None for a bullet) on this line."""
        if number is None:
            number = self.open[-1][0] if self.open and self.open[-1][0] <= 0 and line == self.last + 1 else 0
        for depth in range(len(self.open), 0, -1):
            here = self.open[depth - 1]
            if number in (here[0] + 1, 0 if here[0] == 0 else -1) or (number == here[0] == 1 and line == self.last + 1):
                del self.open[depth:]
                break
        else:
            if number > 1:
                self.open.clear()
            self.open.append([number, 0])
        here = self.open[-1]
        here[0], here[1], self.last = number, here[1] + 1, line
        return here[1], len(self.open)


def blocks(text: str, zones: Iterable[Span]) -> tuple[Block, ...]:
    """The blocks of the zones of a folded text, in order. Zones are half-open ranges; blank lines belong to none."""
    return tuple(_blocks(text, zones))


def _blocks(text: str, zones: Iterable[Span]) -> Iterator[Block]:
    section: str | None = None
    segment = 0
    for low, high in zones:
        lists, segment = _Lists(), segment + 1
        lines = list(_lines(text, low, high))
        for i, (start, end, cell) in enumerate(lines):
            piece = text[start:end]
            number, bullet = _NUMBER.match(piece), _BULLET.match(piece)
            follower = text[slice(*lines[i + 1][:2])] if i + 1 < len(lines) else ""
            kind = _kind(piece, bool(number or bullet), follower)
            kind = "text" if cell and kind != "item" else kind
            name = section_name(piece) if kind == "heading" else None
            order, depth = None, len(lists.open)
            if kind == "item":
                digits = number and (number[1] or number[2].rpartition(".")[2])
                order, depth = lists.item(int(digits) if digits else None, i)
            if kind == "heading" or (depth == 1 and order is not None):
                segment += 1
            if kind == "heading":
                section = name or section
                lists.open.clear()
            body = start + (number or bullet).end() if kind == "item" and (number or bullet) else start  # type: ignore[union-attr]
            yield Block(
                start=start, end=end, body=body, kind=kind, section=section, segment=segment, order=order, depth=depth
            )


def _lines(text: str, low: int, high: int) -> Iterator[tuple[int, int, bool]]:
    """The lines of a zone without outer blanks; a row of questions and answers falls into its cells, marked so."""
    headed, last = False, low
    for line in re.finditer(r"[^\n]+", text[low:high]):
        piece = line.group()
        start, end = low + line.start() + len(piece) - len(piece.lstrip()), low + line.start() + len(piece.rstrip())
        if start >= end:
            continue
        barred = "|" in piece or "\t" in piece
        headed = headed and not re.search(r"\n\s*\n", text[last:start])
        last = end
        cells = prose_cells(text[start:end], headed) if barred else []
        headed = barred and (headed or is_head(text[start:end]))
        yield from [(start + a, start + b, True) for a, b in cells] or [(start, end, False)]


def _kind(piece: str, listed: bool, follower: str) -> Kind:
    if bold := _BOLD.match(piece):
        return "heading" if not bold[2].strip() and len(bold[1]) <= 120 else "text"
    if "\t" in piece or piece.count("|") > 1 or piece[0] == "<" or piece.strip("|-– ●") == "":
        return "row"
    if section_name(piece):
        return "heading"
    if listed:
        return "item"
    short = len(piece) <= 90 and not piece[0].islower() and piece[-1] not in '.,;!?“”"' and len(piece.split()) <= 11
    introduces = piece.endswith(":") and bool(_NUMBER.match(follower) or _BULLET.match(follower))
    colon = piece.endswith(":") and len(piece) <= 60
    has_verb = re.search(
        r"\b(?:ist|sind|wird|werden|hat|haben|kann|soll|bittet|fragt|umfasst|umfassen|besteht|berichtet)\b", piece
    )
    return (
        "heading"
        if (short or colon) and not introduces and not has_verb and follower and not follower[0].islower()
        else "text"
    )


def section_name(line: str) -> str | None:
    """The known section that a heading line opens ("Beschlussvorschlag:", "III. Sachverhalt"), else None."""
    plain = line.strip().rstrip(":. ").casefold()
    if len(plain) > 70:
        return None
    return next((name for name, pattern in _SECTION.items() if pattern.fullmatch(plain)), None)
