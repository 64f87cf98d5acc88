"""Tables of an ALLRIS 4 page copied as text: the stations of a Beratungsfolge and the list of attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.model import Consultation, File
from scrapers import fields
from scrapers.captured import NOTHING, Line, cells, table_starts
from scrapers.page import Page, Row, size_in_bytes

_BULLETS = frozenset("●•○◦")
_SIZE = re.compile(r"[\d.]+(?:,\d+)?\s*(?:Bytes?|[kKMG]i?B)")


def _table(lines: list[Line], heading: str) -> list[Line]:
    """The lines of the table under a heading, header rows left out; empty if the page shows it folded."""
    for i, line in enumerate(lines):
        start = table_starts(lines, i + 1) if re.fullmatch(rf"{heading}\s*:?", line.text) else None
        if start is not None:
            return lines[start:]
    return []


def consultations(page: Page, lines: list[Line], paper_id: str | None) -> Iterator[Row]:
    """Stations: bullet, state, committee, role, then one or more dates. A copy holds no link, so no ids."""
    station: list[Span] = []
    order, dated, after_bullet = 0, True, False
    for span, closed in cells(_table(lines, "Beratungsfolge")):
        text = page.text[slice(*span)]
        if text[0] in _BULLETS:
            if not dated:
                order += 1
                yield _consultation(page, paper_id, order, station, NOTHING)
            rest = span[0] + len(text) - len(text[1:].lstrip())
            station, dated = ([(rest, span[1])] if rest < span[1] else []), False
            after_bullet = not station
        elif fields.any_day(text) and len(text) < 20:
            order, dated = order + 1, True
            yield _consultation(page, paper_id, order, station, span)
        elif not closed and not after_bullet:
            break
        elif not dated:
            station.append(span)
            after_bullet = False
    if not dated:
        yield _consultation(page, paper_id, order + 1, station, NOTHING)


def _consultation(page: Page, paper_id: str | None, order: int, station: list[Span], date: Span) -> Row:
    state, body, role = (*station, NOTHING, NOTHING, NOTHING)[:3]
    record = Consultation(
        paper=paper_id,
        order=order,
        organization=page.at(body),
        date=fields.any_day(page.at(date)),
        role=page.at(role),
        authoritative=fields.is_authoritative(page.at(role)),
        state=page.at(state),
    )
    return Row(record=record, places={"organization": body, "date": date, "role": role, "state": state})


def attachments(page: Page, lines: list[Line], of: str | None) -> Iterator[Row]:
    """Attachments: number, what is printed as name, size. A copy loses the link's text, so the name may be a remark."""
    number, name = NOTHING, NOTHING
    for span, _ in cells(_table(lines, "Anlagen")):
        text = page.text[slice(*span)]
        if re.fullmatch(r"\d{1,3}", text):
            if NOTHING not in {number, name}:
                yield _attachment(page, of, number, name, NOTHING)
            number, name = span, NOTHING
        elif number == NOTHING:
            break
        elif _SIZE.fullmatch(text):
            yield _attachment(page, of, number, name, span)
            number, name = NOTHING, NOTHING
        elif name == NOTHING or is_remark(page.text[slice(*name)]):
            name = span if name == NOTHING or not is_remark(text) else name
    if NOTHING not in {number, name}:
        yield _attachment(page, of, number, name, NOTHING)


def is_remark(text: str) -> bool:
    """Whether a cell holds a remark in brackets ("(wie Dokument)") and no name."""
    return re.fullmatch(r"\(.*\)", text.strip()) is not None


def _attachment(page: Page, of: str | None, number: Span, name: Span, size: Span) -> Row:
    printed = page.at(name)
    record = File(
        id=None,
        of=of,
        name=None if printed is None or is_remark(printed) else printed,
        size=size_in_bytes(page.at(size)),
        role="auxiliaryFile",
    )
    return Row(record=record, places={"number": number, "name": name, "size": size})
