"""Sums in tables whose cells print no currency: the head of the column or the title says "Euro" or "TEUR"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors import amount_cues as cues
from extractors.amount_periods import named
from extractors.analysis import Analysis
from extractors.numbers import plain_value
from extractors.post_rows import module_of, unit_of
from extractors.refusals import DENIED_HEAD
from extractors.tables import Cell, Row, Table

_THOUSANDS = guarded(r"\bTEUR\b|\bT€|\bT-?Euro\b|\b(?:Tsd|tsd)\.?\s?(?:€|EUR|Euro)|\bin (?:Tausend|Tsd\b\.?)|\bk€")
_EUROS = guarded(r"€|\bEUR\b|\bEuro\b")
_VALUE = guarded(
    r"(?P<sign>[-–−]\s?)?(?P<sum>[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d\d)?|\d{1,9}(?:,\d{1,2})?)(?:\s?[*)]{1,3})?"
)
_NO_MONEY = guarded(r"%|Prozent|Nr\.|Anzahl|Fälle|Fallzahl|Personen|Quote|Produkt|Konto|Datum|Einwohner|Wochenstunden")
_COUNTS = guarded(
    r"(?i)\W{0,3}(?:davon\s)?(?:(?:an)?zahl(?:en)?\b|(?:\w{3,25}[nt]e\s)?(?:personen|menschen|klient\w*|ratsuchende\w?|teilnehmende\w?)\b|"
    r"(?:fälle|beratungen|gespräche|begleitungen|einbürgerungen|termine)\b|\w{3,25}(?:zahl|fälle|quote)\b|(?:vzä|stellen)\b)"
)
"""Rows that count something else than money."""
_INDICATORS = guarded(
    r"(?i)kennzahl|fallzahl|leistungsdaten|leistungsmenge|statistik|indikator|wirkung|stellen(?:übersicht|plan)"
)
"""Corners of tables that hold no money, whatever stands above them."""
_PRINTED = guarded(r"(?<!\d)\d[\d.,]{0,24}(?:\s(?:Mio|Mrd|Tsd)\.?)?\s?(?:T€|TEUR|€|EUR\b|Euro\b)")
"""A sum of a sentence: its currency rules no table."""
_YEAR = guarded(r"\b(?:19|20)\d\d\b")
_SUMS = guarded(
    r"(?i)fördersumme|förderung|zuwendung|zuweisung|betrag|kosten|ansatz|ansätze|haushalt|budget|pauschale|aufwand|ertrag|"
    r"eigenanteil|mittel\b|bewillig|ausgaben|einnahmen|abruf|auszahlung|verausgabt"
)
_MEANS = guarded(
    r"(?i)förder|zuwend|zuweis|ansatz|ertrag|erträge|aufwand|aufwend|kosten|eigen|anteil|betrag|mittel|pauschale|budget|"
    r"summe|haushalt|ergebnis|plan\b|land\b|kommunal|gesamt|bewillig|ausgab|einnahm|abruf|auszahl|verausgab"
)


def table_money(analysis: Analysis) -> Iterator[Fact]:
    """The sums of all cells without a currency."""
    for table in analysis.tables:
        factors = _columns(table)
        for row in table.rows if factors else ():
            label = _label(row, factors)
            if _COUNTS.match(label) and not _SUMS.search(label):
                continue
            for cell in row.cells:
                m = _VALUE.fullmatch(cell.text)
                if m and cell.column in factors:
                    value = round(plain_value(m["sum"]) * factors[cell.column], 2)
                    yield _fact(analysis, table, row, cell, label, -value if m["sign"] else value)


def _label(row: Row, factors: Mapping[int, int]) -> str:
    """The words of a row: not the number of its line or account, if words stand beside it."""
    told = [c.text for c in row.cells if c.column not in factors]
    return next((t for t in told[:3] if re.search(r"[^\W\d_]{2}", t)), told[0] if told else "")


def _columns(table: Table) -> dict[int, int]:
    """Column -> how many euros a one in it is."""
    heads = {c.column: c.text for c in table.header.cells} if table.header else {}
    corner = _PRINTED.sub(" ", f"{table.title[-200:]} {heads.get(0, '')}")
    if _INDICATORS.search(heads.get(0, "")):
        corner = ""
    found = {}
    for column, head in heads.items():
        if not column or _NO_MONEY.search(head) or (unit_of(head) and not _EUROS.search(head)):
            continue
        # the currency of a title rules a column that says itself that it holds money, or a year's column
        ruled = head if _currency(head) else corner if _MEANS.search(head) or _YEAR.search(head) else ""
        told = _SUMS.search(head) or (_YEAR.fullmatch(head) and _SUMS.search(corner))
        factor = _currency(ruled) or int(_signed(table, column) or (bool(told) and _large(table, column)))
        if factor:
            found[column] = factor
    return found


def _large(table: Table, column: int) -> bool:
    """Whether every figure of a column has thousands: under "Fördersumme" these are euros without saying so."""
    texts = [c.text for row in table.rows for c in row.cells if c.column == column and re.search(r"\d", c.text)]
    return bool(texts) and all(re.match(r"[-–−+]?\s?\d{1,3}\.\d{3}\b", t) for t in texts)


def _currency(words: str) -> int:
    return 1000 if _THOUSANDS.search(words) else 1 if _EUROS.search(words) else 0


def _signed(table: Table, column: int) -> bool:
    """Whether other cells of the column print their currency."""
    return any(
        _EUROS.search(c.text) and _VALUE.match(c.text) for r in table.rows for c in r.cells if c.column == column
    )


def _fact(analysis: Analysis, table: Table, row: Row, cell: Cell, label: str, amount: float) -> Fact:
    head = table.head_of(cell)
    words = f"{label} {head}".strip()
    kind, _ = cues.kind_in(words, len(words), len(words), table.title[-200:])
    year = _YEAR.search(head) or _YEAR.search(label)
    programme = analysis.programme(cell.start)
    module = module_of(analysis, head) or module_of(analysis, label)
    value: dict[str, Any] = {
        "value_eur": amount,
        "value_pct": None,
        "approx": False,
        "period": named(f"{words} \n {table.title[-200:]}"),
        "year": int(year.group()) if year else None,
        "meaning": words or kind,
        "type": kind,
        "status": "refused" if DENIED_HEAD.search(words) else cues.status_in(words),
        "payer": None,
        "payee": None,
        "programme": programme.name if programme else None,
        "share_pct": None,
        "module": module,
    }
    return analysis.fact("money", value, row.start, cell.end)


def denied_above(analysis: Analysis, offset: int) -> bool:
    """Whether the head of the column that holds an offset says that its sums were refused."""
    at = bisect.bisect_right(analysis.tables, offset, key=lambda t: t.start) - 1
    row = analysis.tables[at].row_at(offset) if at >= 0 and offset < analysis.tables[at].end else None
    cell = row.cell_at(offset) if row else None
    return cell is not None and bool(DENIED_HEAD.search(analysis.tables[at].head_of(cell)))
