"""The comparison as a page and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from corpus.owners import Day
from corpus.topic import Variable
from reports.comparison import Cell, Comparison
from reports.labels import label
from reports.library import Town
from reports.report import Asset, Page, Report, Site
from reports.winners import Told
from reports.words import QUALIFIERS

COLUMNS = (
    "municipality ags variable name label state role value text unit status date date_of grade document url start end "
    "quote"
).split()
"""Columns of vergleich.csv; the codebook page explains them."""


def groups(variables: tuple[Variable, ...]) -> list[tuple[str, list[int]]]:
    """Groups of the codebook in their order, each with the positions of its variables."""
    found: dict[str, list[int]] = {}
    for position, variable in enumerate(variables):
        found.setdefault(variable.group, []).append(position)
    return list(found.items())


def _make(site: Site) -> Iterator[Page | Asset]:
    given = {"groups": groups(site.topic.variables)}
    yield Page(path="vergleich.html", template="vergleich.html", title="Vergleich der Kommunen", given=given)
    yield Asset(path="vergleich.csv", data=_csv(site.comparison))


def _csv(comparison: Comparison) -> bytes:
    """All cells, one line per claim, at least one per cell; UTF-8 with a mark at the start, which Excel needs."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in comparison.rows:
        for cell in row.cells:
            table.writerows(_lines(row.town, cell))
    for town in comparison.uncovered:
        for variable in comparison.topic.variables:
            table.writerow(_line(town, variable, "not_covered", {}))
    return file.getvalue().encode("utf-8-sig")


def _lines(town: Town, cell: Cell) -> Iterator[list[Any]]:
    if not cell.front:
        given: dict[str, Any] = {}
        if cell.mention:
            at, day = cell.mention.passage, cell.mention.day
            given = {"role": "mention", **_dated(day), "document": cell.mention.doc.places[0]}
            given |= {"url": cell.mention.doc.link, "start": at.start, "end": at.end, "quote": at.quote}
        yield _line(town, cell.variable, cell.state, given)
    for told in (*cell.front, *cell.others):
        yield _line(town, cell.variable, cell.state, _claim(told, cell.variable))


def _claim(told: Told, variable: Variable) -> dict[str, Any]:
    claim, at = told.claim, told.at
    return {
        "role": told.role,
        "value": _bare(told, variable),
        "text": told.text,
        "unit": _unit(told, variable),
        "status": claim.value.get("status"),
        **_dated(claim.day),
        "grade": claim.grade,
        "document": claim.doc.places[0],
        "url": claim.doc.link,
        "start": at.start if at else None,
        "end": at.end if at else None,
        "quote": at.quote if at else None,
    }


def _dated(day: Day | None) -> dict[str, Any]:
    return {"date": day.date, "date_of": day.basis} if day else {}


def _unit(told: Told, variable: Variable) -> str | None:
    """Unit of the value, where the variable's value is a number."""
    value = told.claim.value
    if "value_eur" in variable.show and any(value.get(f) is not None for f in ("value_eur", "value_eur_min")):
        return "EUR"
    return value.get("unit") if {"unit", "number"} & set(variable.show) else None


def _bare(told: Told, variable: Variable) -> Any:
    """The value for a machine: a number with a point, a range as 5..6, a category's English word, else the text."""
    value = told.claim.value
    if "number_min" in variable.show and value.get("number_min") is not None and value.get("number") is None:
        return f"{value['number_min']}..{value.get('number_max')}"
    if "value_eur" in variable.show and value.get("value_eur_min") is not None and value.get("value_eur") is None:
        return f"{value['value_eur_min']}..{value.get('value_eur_max')}"
    for found, field in ((value.get(f), f) for f in variable.show if f not in QUALIFIERS):
        if isinstance(found, int | float) and not isinstance(found, bool):
            return found
        if isinstance(found, str) and label(field, found) != found:
            return found
    return told.text


def _line(town: Town, variable: Variable, state: str, given: dict[str, Any]) -> list[Any]:
    known = {
        "municipality": town.name,
        "ags": town.ags,
        "variable": variable.id,
        "name": variable.name,
        "label": variable.label,
        "state": state,
    }
    return [(known | given).get(column) for column in COLUMNS]


REPORT = Report(name="matrix", make=_make)
