"""A page copied as visible text: its lines, its "- Label:" lists and its tables, all with their places.

Such texts keep what a browser shows and lose elements and links. A list of head fields reads "- Datum:" / "- Mi.,
17.02.2021"; a table reads cell by cell, each on its own line and closed by a line with "|".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.evidence import Span

NOTHING: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it (no-break spaces included), and its place."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Place of the line."""
        return self.start, self.end


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a stretch of text that hold more than blanks."""
    found = []
    for match in re.finditer(r"[^\n]+", text[:end]):
        piece = match.group().strip()
        if piece and match.start() >= start:
            at = match.start() + match.group().index(piece[0])
            found.append(Line(piece, at, at + len(piece)))
    return found


def after_label(line: Line) -> Span:
    """Place of what stands behind the first colon of a line; an empty range if nothing does."""
    _, _, value = line.text.partition(":")
    start = line.end - len(value.lstrip())
    return (start, line.end) if value.strip() else NOTHING


def listed_fields(lines: Sequence[Line]) -> tuple[dict[str, Span], int]:
    """Values by label of a list ("- Label:" then "- value"), and how many lines it takes.

    A value may stand on the line below a bare "-"; it runs on over further lines only if the list goes on after them.
    """
    found: dict[str, Span] = {}
    label: str | None = None
    i = 0
    while i < len(lines):
        entry = re.match(r"-(?:\s+|$)(.*)", lines[i].text)
        if not entry:
            break
        name = re.fullmatch(r"([^:]{1,40}):", entry[1])
        if name:
            label = name[1].strip().lower()
            i += 1
        elif entry[1]:
            if label:
                found.setdefault(label, (lines[i].end - len(entry[1]), lines[i].end))
            i += 1
        else:
            taken = _open_value(lines, i + 1)
            if label and taken:
                found.setdefault(label, (lines[i + 1].start, lines[i + taken].end))
            i += 1 + taken
    return found, i


def _open_value(lines: Sequence[Line], first: int) -> int:
    """How many lines the value below a bare "-" takes: up to the next label near by, else one."""
    for taken in range(6):
        at = first + taken
        if at >= len(lines):
            break
        if re.fullmatch(r"-\s+[^:]{1,40}:", lines[at].text):
            return taken
    return 1 if first < len(lines) else 0


def cells(lines: Sequence[Line]) -> Iterator[tuple[Span, bool]]:
    """Filled cells of a captured table, and whether each is closed by a "|", which running text is not."""
    pieces: list[tuple[str, int]] = []
    for line in lines:
        at = line.start
        for piece in re.split(r"(\|)", line.text):
            pieces.append((piece, at))
            at += len(piece)
    filled = [(piece, at) for piece, at in pieces if piece.strip()]
    for i, (piece, at) in enumerate(filled):
        if piece != "|":
            start = at + len(piece) - len(piece.lstrip())
            closed = i + 1 < len(filled) and filled[i + 1][0] == "|"
            yield (start, start + len(piece.strip())), closed


def table_starts(lines: Sequence[Line], first: int) -> int | None:
    """Index of the first cell's line of a table whose heading stands at `first` - 1; None if no table follows."""
    if first + 1 < len(lines) and "|" in lines[first].text and re.fullmatch(r"[-|:\s]+", lines[first + 1].text):
        return first + 2
    return None
