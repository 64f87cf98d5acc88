"""Tables that a page or a printer has taken apart: a cell a line between pipes, a cell a line, columns set with blanks.

Each gives rows of cells as ranges; what makes a table of them is the same for all shapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.structure import Block

Cells = list[tuple[int, Span]]
"""Column and range of each cell of a row that has content."""
_RULE = guarded(r"[\s|:+–—=-]+")
_BAR = guarded(r"\|(?:\s?\|)*")
_FIGURE = guarded(
    r"(?:ca\.\s|rund\s)?[-–−]?\d[\d.]{0,14}(?:,\d{1,2})?(?:\s?(?:€|EUR|Euro|TEUR|T€|%|VZÄ|VK|Stellen?))?\*{0,2}|"
    r"[–-]|k\. ?A\."
)
_MOST_LINES = 3
_WIDEST = 12


def barred(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, list[Cells]]]:
    """Tables under "A | B |" and a rule, whose cells stand on lines of their own, each ended by a line "|"."""
    for i in range(len(blocks) - 2):
        head, rule = text[blocks[i].start : blocks[i].end], text[blocks[i + 1].start : blocks[i + 1].end]
        if "|" not in head or "-|-" not in rule.replace(" ", "") or not _RULE.fullmatch(rule):
            continue
        heads = _split(text, blocks[i])
        width = max((column for column, _ in heads), default=0) + 1
        rows, at = [heads], i + 2
        while read := _barred_row(text, blocks, at, width):
            at, cells = read
            rows.append(cells)
        if len(rows) > 1:
            yield i, at, rows


def _barred_row(text: str, blocks: Sequence[Block], at: int, width: int) -> tuple[int, Cells] | None:
    """The next row and where it ends; None where no row of that width begins."""
    cells: Cells = []
    column = lines = 0
    while at < len(blocks) and column < width:
        line = text[blocks[at].start : blocks[at].end]
        if _BAR.fullmatch(line):
            column, lines = column + line.count("|"), 0
        elif lines == 0:
            cells.append((column, (blocks[at].start, blocks[at].end)))
            lines = 1
        elif lines < _MOST_LINES:
            cells[-1] = (column, (cells[-1][1][0], blocks[at].end))
            lines += 1
        else:
            return None
        at += 1
    return (at, cells) if cells and column == width else None


def stacked(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, list[Cells]]]:
    """Tables with one cell a line and nothing between them: words for the heads, then a name and its figures, again."""
    figures = [bool(_FIGURE.fullmatch(text[b.start : b.end])) for b in blocks]
    i = 1
    while i < len(blocks):
        count = _run(figures, i)
        first = i - 1 - (count + 1)
        if not count or count > _WIDEST or first < 0 or not _short(text, blocks[first:i], figures[first:i]):
            i += max(1, count)
            continue
        rows: list[Cells] = [[(c, _span(b)) for c, b in enumerate(blocks[first : i - 1])]]
        at = i - 1
        while at + count < len(blocks) and not figures[at] and _run(figures, at + 1) == count:
            rows.append([(c, _span(b)) for c, b in enumerate(blocks[at : at + count + 1])])
            at += count + 1
        if len(rows) > 2:
            yield first, at, rows
        i = max(at, i + 1)


def _run(figures: Sequence[bool], at: int) -> int:
    """How many figures stand from here on; one more than any table is wide at most."""
    count = 0
    while at + count < len(figures) and figures[at + count] and count <= _WIDEST:
        count += 1
    return count


def _short(text: str, heads: Sequence[Block], figures: Sequence[bool]) -> bool:
    """Whether lines may be heads of columns and the first name: short, no sentences, no figures but years."""
    pairs = zip(heads, figures, strict=True)
    plain = all(not f or re.fullmatch(r"(?:19|20)\d\d", text[b.start : b.end]) for b, f in pairs)
    return plain and all(b.end - b.start <= 60 and text[b.end - 1] not in ".;:" for b in heads)


def aligned(
    text: str, blocks: Sequence[Block], gaps: Callable[[Block], list[Span]]
) -> Iterator[tuple[int, int, list[Cells]]]:
    """Tables whose columns are set apart with runs of blanks; `gaps` gives the parts of a line between them."""
    parts = [gaps(b) if b.kind != "row" else [] for b in blocks]
    i = 0
    while i < len(blocks):
        at = i
        while at < len(blocks) and len(parts[at]) > 1 and len(parts[at]) == len(parts[i]):
            at += 1
        if at - i > 1:
            rows = [list(enumerate(spans)) for spans in parts[i:at]]
            last = _short_row(text, parts[at], rows[1:]) if at < len(blocks) else []
            head = _heads(text, parts[i - 1], rows[0]) if i else []
            yield i - bool(head), at + bool(last), [*([head] if head else []), *rows, *([last] if last else [])]
            at += bool(last)
        i = max(at, i + 1)


def _heads(text: str, spans: Sequence[Span], first: Cells) -> Cells:
    """Heads that leave out a column of labels, or stand so near together that they look like one ("Nr.  Bezeichnung").

    They are words that end above the columns of figures, from the last one on.
    """
    words = not any(_FIGURE.fullmatch(text[a:b]) and not re.fullmatch(r"(?:19|20)\d\d", text[a:b]) for a, b in spans)
    labels = next((c for c, (a, b) in reversed(first) if not _FIGURE.fullmatch(text[a:b])), 0) + 1
    left = len(spans) - (len(first) - labels)
    if not words or not 0 <= left < labels or labels == len(first):
        return []
    return [*enumerate(spans[:left]), *enumerate(spans[left:], labels)]


def _short_row(text: str, spans: Sequence[Span], rows: Sequence[Cells]) -> Cells:
    """A row of sums, which leaves out the columns of words: its figures stand in the columns of figures."""
    columns = [
        column
        for column in range(1, len(rows[0]))
        if all(_FIGURE.fullmatch(text[slice(*row[column][1])]) for row in rows)
    ]
    figures = all(_FIGURE.fullmatch(text[a:b]) for a, b in spans[1:])
    if len(spans) < 2 or not figures or len(spans) - 1 != len(columns) or _FIGURE.fullmatch(text[slice(*spans[0])]):
        return []
    return [(0, spans[0]), *zip(columns, spans[1:], strict=True)]


def _split(text: str, block: Block) -> Cells:
    line = text[block.start : block.end]
    cells: Cells = []
    for column, m in enumerate(re.finditer(r"[^|]*(?:\||\Z)", line.removesuffix("|"))):
        part = m.group().rstrip("|")
        if part.strip():
            low = block.start + m.start() + len(part) - len(part.lstrip())
            cells.append((column, (low, low + len(part.strip()))))
    return cells


def _span(block: Block) -> Span:
    return block.start, block.end
