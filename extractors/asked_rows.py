"""Rows of a table that ask and answer: prose set in two columns, whose cells are read like paragraphs.

"3. Gilt das Konzept noch? | Nein. Der Rat hat ..." is no row of values. A row is such prose if a heading over it says
"Frage | Antwort", or if one cell is a question and a cell behind it answers in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.patterns import guarded

_OF = r"(?: (?:der|des|de[mn]|von|vom|aus|an|auf|zu[rm]?|seitens|durch)\b.{1,60})?"
_ASKS = guarded(
    r"(?:\w+ )?(?:(?:An|Nach|Rück|Einzel|Teil|Bürger|Zusatz)?[Ff]ragen?|Fragestellung(?:en)?|Frage ?\d{0,2}|"
    r"(?:[Ww]as|[Dd]as) (?:wurde |wird )?(?:gefragt|wollten? .{2,40} wissen).{0,30}|Gefragt.{0,30}|Nachgefragt|"
    r"Wissen wollte.{0,40}|Anliegen|Einwand|Hinweis/Frage)" + _OF + r"\s*[:?]?"
)
_ANSWERS = guarded(
    r"(?:\w+ )?(?:(?:Be)?[Aa]ntwort(?:en|ung)?|Rückantwort|Antworttext|Auskunft|Auskünfte|Stellungnahmen?|"
    r"Erläuterung(?:en)?|Rückmeldung(?:en)?|Erwiderung|Entgegnung|Einschätzung|Ausführungen|Sachstand|"
    r"(?:Das|Was|So) (?:sagt|antwortet|teilt).{0,50}|Geantwortet.{0,40}|Verwaltung)" + _OF + r"\s*:?"
)
_CELL = re.compile(r"[^|\t]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = {True: 2, False: 3}
"""Words of an answer, below a heading and without: a cell of fewer holds a value ("Ja", "3 Stellen"), and stays one."""


def is_head(line: str) -> bool:
    """Whether a row heads columns of questions and answers."""
    cells = [line[a:b] for a, b in _cells(line)]
    return any(_ASKS.fullmatch(c) for c in cells) and any(_ANSWERS.fullmatch(c) for c in cells)


def prose_cells(line: str, headed: bool) -> list[Span]:
    """The question and its answers in a row, as ranges of the line; none where the row holds values."""
    cells = [(a, b) for a, b in _cells(line) if _WORD.search(line[a:b])]
    asked = next((i for i, (a, b) in enumerate(cells) if line[b - 1] == "?"), 0 if headed else None)
    if asked is None or not any(len(_WORD.findall(line[a:b])) >= _FEWEST[headed] for a, b in cells[asked + 1 :]):
        return []
    return cells[asked:]


def _cells(line: str) -> Iterator[Span]:
    for cell in _CELL.finditer(line):
        piece = cell.group()
        if piece.strip():
            yield cell.start() + len(piece) - len(piece.lstrip()), cell.start() + len(piece.rstrip())
