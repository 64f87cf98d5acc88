"""The calendars of ALLRIS 3 (si010, classic and "_r" template) and ALLRIS 4: the meetings of a month.

A day is printed in its first row only, and "Schulferien" may stand where no meeting is. A meeting without a link has no
released agenda; ALLRIS 3 then shows its number in the form that exports the date, if anywhere. The month stands in
ALLRIS 3's form or in the page's address, in ALLRIS 4 only in the tooltips of links.
"""

from __future__ import annotations

import datetime as dt
import re

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.model import Follow, Meeting
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Tag, day, moment, query
from scrapers.times import begins_with_time

CLASSIC = ".si010 table.tl1, .si010 table.calenderView"
"""Calendars of ALLRIS 3."""
WICKET = "table.calenderView span.dom"
"""Days of ALLRIS 4's calendar, and of the "_r" template."""
_ROWS = ".si010 table.tl1 tr[class^=zl], table.calenderView tbody tr"
_NOTHING: Span = (0, 0)


def classic(page: Page) -> PageReading:
    """A calendar of ALLRIS 3."""
    return _calendar(page, "allris3")


def wicket(page: Page) -> PageReading:
    """A calendar of ALLRIS 4."""
    return _calendar(page, "allris4")


def _calendar(page: Page, vendor: str) -> PageReading:
    """The meetings of a month and links to their agendas. A month of days without meetings declares itself empty."""
    month = _month(page)
    rows: list[Row] = []
    follows: dict[str, Follow] = {}
    shown, day_cell = _NOTHING, _NOTHING
    lines = page.many(_ROWS)
    for line in lines:
        cells = line.find_all("td", recursive=False)
        day_cell = _day_cell(page, line, cells) or day_cell
        shown = page.span(line) if shown == _NOTHING else (shown[0], page.span(line)[1])
        row = _meeting(page, line, cells, month, day_cell)
        if row is None:
            continue
        rows.append(row)
        link = line.select_one('a[href*="SILFDNR="]')
        if link is not None:
            url = _address(page, link)
            follows.setdefault(url, Follow(url=url, kind="agenda"))
    empty = None if rows else page.at(shown)
    if not rows and len(lines) < 28:
        raise ParseError(page.url or "page", _ROWS, "meetings, or all days of a month", f"{len(lines)} days")
    found = tuple(rows)
    return PageReading(vendor=vendor, kind="calendar", rows=found, follows=tuple(follows.values()), empty=empty)


def _address(page: Page, link: Tag) -> str:
    """The address of an agenda, without what ALLRIS 4 adds for its own sake."""
    return re.sub(r"&refresh=false\b", "", page.link(attribute(link, "href") or "").split("#")[0])


def _month(page: Page) -> tuple[int, int] | None:
    """Year and month: from the page's form, a tooltip, or its address; None if it shows neither."""
    for field in page.many('input[name="kaldatvonbis"], #kaldatvon', least=0):
        if match := re.match(r"\d{1,2}\.(\d{1,2})\.(\d{4})", attribute(field, "value") or ""):
            return int(match[2]), int(match[1])
    for link in page.many("td.textCol a[data-simpletooltip-text]", least=0):
        if date := day(attribute(link, "data-simpletooltip-text")):
            return date.year, date.month
    month, year = (query(page.url or "", name) for name in ("MM", "YY"))
    return (int(year), int(month)) if month and year and month.isdigit() and year.isdigit() else None


def _day_cell(page: Page, line: Tag, cells: list[Tag]) -> Span | None:
    """Place of the day's number; None in a later row of the same day."""
    number = line.select_one("span.dom")
    candidates = [number] if number else [cell for cell in cells[:2] if "text2" in (attribute(cell, "class") or "")]
    spans = (page.span(cell) for cell in candidates)
    return next((_trimmed(page, span) for span in spans if re.fullmatch(r"\d{1,2}", page.at(span) or "")), None)


def _meeting(page: Page, line: Tag, cells: list[Tag], month: tuple[int, int] | None, day_cell: Span) -> Row | None:
    """The meeting of a row; None for a day without one."""
    link = line.select_one('a[href*="SILFDNR="]')
    form = line.select_one('input[name="SILFDNR"]')
    times = (cell for cell in cells if begins_with_time(page.at(page.span(cell))))
    time_cell = next(times, None)
    if link is None and form is None and time_cell is None:
        return None
    cell = link or line.select_one("td.textCol") or next((c for c in cells if _is_title(page, c)), None)
    if cell is None:
        return None
    name, time = _trimmed(page, page.span(cell)), _trimmed(page, page.span(time_cell)) if time_cell else _NOTHING
    room = line.select_one("td.text4, td.raum")
    place = _trimmed(page, page.span(room)) if room else _NOTHING
    date = _date(month, page.at(day_cell))
    marked = re.fullmatch(r"si_(\d+)", attribute(line.select_one('a[id^="si_"]'), "id") or "")
    number = query(attribute(link, "href") or "", "SILFDNR") or attribute(form, "value")
    record = Meeting(
        id=number or (marked[1] if marked else None),
        name=page.at(name),
        start=moment(date, page.at(time)),
        end=fields.end_of_meeting(date, page.at(time)),
        location=page.at(place),
        cancelled=fields.is_cancelled(page.at(name)),
        url=_address(page, link) if link else None,
    )
    found = {"name": name, "date": day_cell if date else _NOTHING, "time": time, "location": place}
    return Row(record=record, places={key: span for key, span in found.items() if page.at(span)})


def _is_title(page: Page, cell: Tag) -> bool:
    """Whether a cell holds a meeting's title: text that is neither day, time, room nor a button."""
    marked = {"text2", "text4"} & set((attribute(cell, "class") or "").split())
    return not marked and cell.find("form") is None and bool(page.at(page.span(cell)))


def _date(month: tuple[int, int] | None, number: str | None) -> dt.date | None:
    try:
        return dt.date(*month, int(number)) if month and number else None
    except ValueError:
        return None


def _trimmed(page: Page, span: Span) -> Span:
    piece = page.text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    return (start, start + len(piece.strip())) if piece.strip() else _NOTHING
