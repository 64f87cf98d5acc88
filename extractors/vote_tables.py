"""Votes counted in a table: columns "Ja", "Nein", "Enthaltung", a row for each group and one with the sums."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Vote
from corpus.outcomes import PrintedVote
from corpus.patterns import guarded
from extractors.outcome_lines import Outcome

_CELL = re.compile(r"[\t|]")
_COLUMNS = {
    "yes": guarded(r"(?i)(?:ja|dafür|für|zustimmung(?:en)?)(?:-?stimmen)?"),
    "no": guarded(r"(?i)(?:nein|dagegen|gegen|ablehnung(?:en)?|gegenstimmen)(?:-?stimmen)?"),
    "abstentions": guarded(r"(?i)(?:stimm)?enth(?:\.|altung(?:en)?|alten)"),
}
_SUM = guarded(r"(?i)(?:summe|gesamt|insgesamt|zusammen|gesamtergebnis|stimmen gesamt|ergebnis|σ)\W{0,3}")
_HEAD = guarded(r"(?im)^[^\n]{0,80}[\t|]\s{0,4}(?:ja|dafür)\b[^\n]{0,80}$")
_ROWS = 20
"""More groups than this no council has."""


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(line.strip().strip("|").strip())]


def tabled(text: str) -> Iterator[Outcome]:
    """The vote that the last row of each such table sums up."""
    for head in _HEAD.finditer(text):
        columns = _columns(head.group())
        if not {"yes", "no"} <= set(columns):
            continue
        low = head.end() + 1
        for line in text[low : low + 4000].split("\n")[:_ROWS]:
            vote = _vote(line, columns)
            if vote is not None:
                printed = PrintedVote(vote, (low, low + len(line)))
                yield Outcome(start=low, end=low + len(line), raw=None, value=None, votes=(printed,), source="label")
                break
            low += len(line) + 1


def _columns(head: str) -> dict[str, int]:
    """Name of a counter -> number of its cell."""
    cells = _cells(head)
    return {
        name: number for number, cell in enumerate(cells) for name, words in _COLUMNS.items() if words.fullmatch(cell)
    }


def _vote(line: str, columns: dict[str, int]) -> Vote | None:
    cells = _cells(line)
    if not _SUM.fullmatch(cells[0]) or len(cells) <= max(columns.values()):
        return None
    printed = {name: cells[number] for name, number in columns.items()}
    if not all(re.fullmatch(r"\d{1,3}|[-–]", cell) for cell in printed.values()):
        return None
    counts = {name: int(cell) if cell.isdigit() else 0 for name, cell in printed.items()}
    return Vote(
        yes=counts["yes"],
        no=counts["no"],
        abstentions=counts.get("abstentions"),
        raw=re.sub(r"\s+", " ", line).strip(),
    )
