"""Rechenprobe of tables: the figures of a column, and the row that says it is their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from extractors.analysis import Analysis
from extractors.calculations import Calculation, Term
from extractors.numbers import plain_value
from extractors.tables import Cell, Table

_SUM = re.compile(
    r"(?i)(?:gesamt|summe|insgesamt|zusammen|total|endsumme)(?:\b|summe|kosten|betrag|ausgaben|aufwand|ergebnis)"
)
_SUBTOTAL = re.compile(r"(?i)zwischensumme|teilsumme|summe (?:i{1,3}|iv|v|[a-h]|\d)\b")
_THEREOF = re.compile(r"(?i)[-–•]?\s?(?:davon|darunter|hiervon|nachrichtlich|dar\.)\b")
_LESS = re.compile(r"(?i)abzüglich|abzgl|\./\.|\bminus\b|\bSaldo\b|eigenanteil|\bErtr[aä]g|überschuss|fehlbetrag")
"""Rows that may have to be subtracted: then a sum that does not fit says nothing."""
_NO_SUM = re.compile(
    r"(?i)%|prozent|quote|\bje\b|\bpro\b|\bNr\b|lfd|(?:steuer|hebe|stunden)satz\b|\bsatz\b|datum|konto|produkt|"
    r"durchschnitt"
)
_FIGURE = re.compile(
    r"(?P<sign>[-–−]\s?)?(?P<sum>[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d{1,2})?|\d{1,9}(?:,\d{1,3})?)"
    r"(?:\s?(?:€|EUR|Euro|TEUR|T€|VZÄ|VK|Stellen?))?"
)
_NOTHING = re.compile(r"[-–—./0 ]*(?:,[-–0]+)?(?:\s?(?:€|EUR|Euro))?")
_MONEY = re.compile(r"€|\bEUR\b|\bEuro\b|TEUR|T€")
_THOUSANDS = re.compile(r"TEUR|T€|\b(?:Tsd|tsd)\.?\s?(?:€|EUR|Euro)|\bin (?:Tausend|Tsd\b)")
_LEAST = 2
"""Fewer figures than this are no sum."""


def column_sums(analysis: Analysis) -> Iterator[Calculation]:
    """Every column of every table that has a row with its sum."""
    for table in analysis.tables:
        columns = {c.column for row in table.rows for c in row.cells}
        for column in sorted(columns - {0}):
            head = next((c.text for c in table.header.cells if c.column == column), "") if table.header else ""
            if not _NO_SUM.search(head):
                yield from _column(table, column, head)


def _column(table: Table, column: int, head: str) -> Iterator[Calculation]:
    """Sums of one column from the top; a subtotal opens a new group, and its rows still count for the total."""
    group: list[Term] = []
    every: list[Term] = []
    sure = True
    for row in table.rows:
        label = row.cells[0].text if row.cells[0].column < column else ""
        cell = next((c for c in row.cells if c.column == column), None)
        if _THEREOF.match(label):
            continue
        if _SUBTOTAL.match(label) or _SUM.match(label):
            subtotal = bool(_SUBTOTAL.match(label))
            figure = _figure(table, cell, head) if cell else None
            if figure:
                yield from _summed(group if subtotal else every, figure, sure, table)
            group = []
            every = every if subtotal else []
            sure = sure if subtotal else True
        elif cell and (figure := _figure(table, cell, head)):
            group.append(figure)
            every.append(figure)
            sure = sure and not _LESS.search(label)
        elif cell and not _NOTHING.fullmatch(cell.text):
            sure = False
            if re.search(r"\d", cell.text):
                return


def _figure(table: Table, cell: Cell, head: str) -> Term | None:
    m = _FIGURE.fullmatch(cell.text)
    if not m or _NOTHING.fullmatch(cell.text):
        return None
    words = f"{cell.text} {head} {table.title[-200:]}"
    kind: Literal["money", "post"] = "money" if _MONEY.search(words) and "telle" not in head else "post"
    factor = 1000 if kind == "money" and _THOUSANDS.search(f"{cell.text} {head}") else 1
    value = round(plain_value(m["sum"]) * factor, 2)
    return Term(cell.start, cell.end, -value if m["sign"] else value, kind)


def _summed(figures: Sequence[Term], result: Term, sure: bool, table: Table) -> Iterator[Calculation]:
    """The sum; none where rounding of the summands may explain what is missing."""
    if len(figures) < _LEAST:
        return
    expected = round(sum(f.value for f in figures), 2)
    missing = abs(expected - result.value)
    if missing < 0.005:
        yield Calculation("sum", True, expected, tuple(figures), result)
    elif sure and missing > _rounding(figures, table):
        yield Calculation("sum", False, expected, tuple(figures), result)


def _rounding(figures: Sequence[Term], table: Table) -> float:
    """Half of the last printed place, for each summand and the sum."""
    cells = {c.start: c.text for row in table.rows for c in row.cells}
    units = []
    for figure in figures:
        printed = _FIGURE.match(cells[figure.start])
        digits = printed["sum"] if printed else "0"
        scale = abs(figure.value) / plain_value(digits) if plain_value(digits) else 1.0
        units.append(scale / 10 ** len(digits.partition(",")[2]))
    return float(0.5 * (len(figures) + 1) * min(units))
