"""Logical lines of a text: what a clerk wrote as one paragraph or line, whatever the width of the page it was set in.

A line that could not have taken the next word without growing wider than its neighbours goes on in the next line.
Cells of a table row are passages of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.analysis import Analysis

_WIDEST = 150
"""Wider texts are not set in lines: each of their lines is a paragraph."""
_STARTS_ANEW = re.compile(
    r"\s*(?:[-–•▪●◦·*]\s|\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,3})+\s|[a-z]\)\s|(?:zu )?(?:TOP|Punkt|Antrag|Anträge|Ziffer)\s?\d|"
    r"(?:Abstimmung|Beschlu(?:ss|ß)|Ergebnis|Beratungsergebnis)\w*(?: \w+)?:|[A-ZÄÖÜ][^.:;!?]{2,60}:\s+\S)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A logical line. `text` has the length of the view's `start:end`, with blanks for the line breaks in it."""

    start: int
    end: int
    text: str


def passages(analysis: Analysis) -> list[Passage]:
    """The logical lines of an analysed text, in order, blank ones left out."""
    view, found = analysis.text, []
    width = _width(analysis.document.text)
    start = 0
    for cut in (m.start() for m in re.finditer(r"[\n\t]|\Z", view)):
        if cut < len(view) and view[cut] == "\n" and _goes_on(analysis, cut, width):
            continue
        piece = view[start:cut]
        low = start + len(piece) - len(piece.lstrip(" \n\t"))
        high = start + len(piece.rstrip(" \n\t"))
        if low < high:
            found.append(Passage(low, high, view[low:high].replace("\n", " ")))
        start = cut + 1
    return found


def _width(text: str) -> int:
    """Width of the lines that a text is set in, 0 if each of its lines is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in text.splitlines() if len(line.strip()) > 30)
    if len(lengths) < 5:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    return width if width <= _WIDEST and lengths[-1] <= 2 * width else 0


def _goes_on(analysis: Analysis, cut: int, width: int) -> bool:
    if not width:
        return False
    text, place = analysis.document.text, analysis.view.offsets[cut]
    low, high = text.rfind("\n", max(0, place - 400), place) + 1, text.find("\n", place + 1, place + 400)
    line, following = text[low:place].rstrip(), text[place + 1 : high if high > 0 else place + 400].strip()
    if not line.strip() or not following or line.endswith(":") or _STARTS_ANEW.match(following):
        return False
    if re.match(r"[a-zäöüß,;)]", following) and line[-1] not in ".:!?":
        return len(line) > 0.5 * width
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > 0.92 * width and line[-1] not in ".!?"
