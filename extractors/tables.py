"""Tables of a text: rows set with tabs or pipes, with their cells by column, their header and the lines above them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.structure import Block
from extractors.table_shapes import Cells, aligned, barred, stacked

_CELL = guarded(r"[^\t|]+")
_RULE = guarded(r"[\s|:+–—=-]+")
_WIDEST = 200
"""Cells: a row of more is no row of a table that people read."""
_TAG = guarded(r"</?[a-z]{1,6}>")
_FIGURE = guarded(
    r"(?=\D{0,9}\d)(?:(?:EUR|Euro|TEUR|T€|€)(?=[\s\d+–-]))?[\s\d.,%€+–−-]*(?:T?EUR|T?€|Euro|VZÄ|VK|VZW|Stellen?)?\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with content: range without outer blanks and markup, column from 0, and its text."""

    start: int
    end: int
    column: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table with its cells that have content."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    def cell_at(self, offset: int) -> Cell | None:
        """The cell that holds an offset."""
        at = bisect.bisect_right(self.cells, offset, key=lambda c: c.start) - 1
        return self.cells[at] if at >= 0 and offset < self.cells[at].end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A run of rows. `header` is the first row where it holds words alone; `title` what stands right above."""

    start: int
    end: int
    header: Row | None
    rows: tuple[Row, ...]
    """All rows but the header."""
    title: str
    block: Block
    """The block of the first row."""

    def row_at(self, offset: int) -> Row | None:
        """The row that holds an offset, the header too."""
        at = bisect.bisect_right(self.rows, offset, key=lambda r: r.start) - 1
        row = self.rows[at] if at >= 0 else self.header
        return row if row and row.start <= offset < row.end else None

    def head_of(self, cell: Cell) -> str:
        """Text over a cell's column; empty where there is none."""
        heads = self.header.cells if self.header else ()
        return next((c.text for c in heads if c.column == cell.column), "")


def tables(text: str, blocks: Sequence[Block], gaps: Callable[[Block], list[Span]] | None = None) -> list[Table]:
    """The tables of a text in order, whatever their shape; `gaps` parts a line at runs of blanks."""
    apart = [*barred(text, blocks), *stacked(text, blocks), *(aligned(text, blocks, gaps) if gaps else ())]
    found: list[Table] = []
    taken: set[int] = set()
    for first, end, lines in apart:
        if taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            found.append(_table(text, blocks, first, blocks[end - 1].end, [_made(text, cells) for cells in lines]))
    for first, run in _runs(blocks):
        rows = [row for block in run if (row := _row(text, block))]
        if rows and taken.isdisjoint(range(first, first + len(run))):
            found.append(_table(text, blocks, first, run[-1].end, rows))
    return sorted(found, key=lambda t: t.start)


def _table(text: str, blocks: Sequence[Block], first: int, end: int, rows: list[Row]) -> Table:
    header = rows[0] if len(rows) > 1 and _is_header(rows) else None
    above = [b for b in blocks[max(0, first - 2) : first] if b.kind != "row"]
    return Table(
        start=blocks[first].start,
        end=end,
        header=header,
        rows=tuple(rows[1:] if header else rows),
        title=" ".join(text[max(b.start, b.end - 300) : b.end] for b in above),
        block=blocks[first],
    )


def _made(text: str, cells: Cells) -> Row:
    made = tuple(Cell(start=a, end=b, column=column, text=text[a:b]) for column, (a, b) in cells)
    return Row(start=made[0].start, end=made[-1].end, cells=made)


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Block]]]:
    """Index of the first block and all blocks of each run of rows."""
    run: list[Block] = []
    for i, block in enumerate(blocks):
        if block.kind == "row":
            run.append(block)
            continue
        if run:
            yield i - len(run), run
        run = []
    if run:
        yield len(blocks) - len(run), run


def _row(text: str, block: Block) -> Row | None:
    line = text[block.start : block.end]
    if _RULE.fullmatch(line):
        return None
    lead = 1 if line.startswith("|") else 0
    column = _empty_before(text, block)
    cells = []
    at = lead
    for part in re.split(r"([\t|])", line[lead:]):
        if part in ("\t", "|"):
            column += 1
        elif part.strip():
            inner = _TAG.sub(lambda m: " " * len(m.group()), part)
            low = at + len(inner) - len(inner.lstrip())
            high = at + len(inner.rstrip())
            if high > low:
                start, end = block.start + low, block.start + high
                cells.append(Cell(start=start, end=end, column=column, text=text[start:end]))
        at += len(part)
    return Row(start=block.start, end=block.end, cells=tuple(cells)) if 0 < len(cells) <= _WIDEST else None


def _empty_before(text: str, block: Block) -> int:
    """How many empty cells open a row; a block begins at its first content."""
    margin = text[text.rfind("\n", 0, block.start) + 1 : block.start]
    return margin.count("\t") if not margin.strip() else 0


def _is_header(rows: Sequence[Row]) -> bool:
    """Words over columns: no cell of the first row is a figure, but a year or a number of a module may stand in it."""
    first = rows[0].cells
    if len(first) < 2 and len(rows[1].cells) > 1:
        return False
    return not any(_FIGURE.fullmatch(c.text) and not re.fullmatch(r"(?:19|20)\d\d", c.text) for c in first[1:])
