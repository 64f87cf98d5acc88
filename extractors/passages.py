"""Logical lines of a text: what a clerk wrote as one paragraph or line, whatever the width of the page it was set in.

A line that could not have taken the next word without growing wider than its neighbours goes on in the next line.
Cells of a table row are passages of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.patterns import guarded
from extractors.analysis import Analysis

_WIDEST = 150
"""Wider texts are not set in lines: each of their lines is a paragraph."""
_STARTS_ANEW = guarded(
    r"\s*(?:[-–•▪●◦·*]\s|\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,3})+\s|[a-z]\)\s|(?:zu )?(?:TOP|Punkt|"
    r"Antrag|Anträge|Ziffer)\s?\d|"
    r"(?:Abstimmung|Beschlu(?:ss|ß)|Ergebnis|Beratungsergebnis)\w*(?: \w+)?:|[A-ZÄÖÜ][^.:;!?]{2,60}:\s+\S)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A logical line. `text` has the length of the view's `start:end`, with blanks for the line breaks in it."""

    start: int
    end: int
    text: str
    gap: bool = False
    """Whether blank lines part it from what stands before it."""


def passages(analysis: Analysis) -> list[Passage]:
    """The logical lines of an analysed text, in order, blank ones left out."""
    found: list[Passage] = []
    start, gap = 0, False
    for cut in _cuts(analysis):
        piece = analysis.text[start:cut]
        low = start + len(piece) - len(piece.lstrip())
        high = start + len(piece.rstrip())
        if low < high:
            found.append(Passage(low, high, re.sub(r"\s", " ", analysis.text[low:high]), gap))
        gap = low >= high and cut < len(analysis.text) and analysis.text[cut] == "\n"
        start = cut + 1
    return found


def _cuts(analysis: Analysis) -> Iterator[int]:
    """Where logical lines end in the view: line breaks of the original that end one, and borders of cells."""
    original, view = analysis.document.text, analysis.view
    width = _width(original)
    for break_ in re.finditer(r"[\n\t]", original):
        place = view.place(break_.start())
        if view.offsets[place] != break_.start():  # folded away with a hyphen
            continue
        if break_.group() == "\t" or not _goes_on(original, break_.start(), width):
            yield place
    yield len(view.text)


def _width(text: str) -> int:
    """Width of the lines that a text is set in, 0 if each of its lines is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in text.splitlines() if len(line.strip()) > 30)
    if len(lengths) < 5:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    return width if width <= _WIDEST and lengths[-1] <= 2 * width else 0


def _goes_on(text: str, place: int, width: int) -> bool:
    """Whether the line that ends at `place` goes on in the next one."""
    if not width:
        return False
    low, high = text.rfind("\n", max(0, place - 400), place) + 1, text.find("\n", place + 1, place + 400)
    line, following = text[low:place].strip(), text[place + 1 : high if high > 0 else place + 400].strip()
    if not line or not following or line.endswith(":") or _STARTS_ANEW.match(following):
        return False
    if line.count("(") > line.count(")") and len(line) > 0.5 * width:
        return True
    needed = 0.8 if following[0].islower() or following[0] in ",;)" else 0.92
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > needed * width and line[-1] not in ".!?"
