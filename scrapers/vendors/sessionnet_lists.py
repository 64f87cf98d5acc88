"""Lists of SessionNet: calendars (si0040, si0046), committees (gr0040) and a committee's members (kp0040)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from corpus.errors import ParseError
from corpus.evidence import Span, sha256
from corpus.model import Follow, Meeting, Membership, Organization, Person
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Tag, day, moment, query
from scrapers.times import begins_with_time
from scrapers.vendors.sessionnet_head import (
    NAME,
    NOTHING,
    content,
    declared_empty,
    documents,
    heading,
    links_onward,
    own_id,
    places,
    public_by_title,
    trimmed,
)

_MEETING_CELL = "td.silink, td.smc_field_silink"
_MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split()
_MEMBERS = 'tr:has(> td.pename, > td.smc_field_pename), tr:has(> td[class*="smcfield_puname"])'


def calendar(page: Page) -> PageReading:
    """The meetings of a calendar, also those that are not released and so have no link.

    A calendar that shows every day of its month and nothing on any of them declares the month empty.
    """
    main = content(page)
    rows: list[Row] = []
    shown_days, current = 0, NOTHING
    for cell in page.many(_MEETING_CELL, within=main, least=0):
        line = cell.find_parent("tr")
        number = line.select_one(".smc_fct_day") if line else None
        if number is not None and page.at(page.span(number)):
            current, shown_days = page.span(number), shown_days + 1
        if line and page.at(page.span(cell)):
            row = _meeting(page, line, cell, current)
            rows += [row, *documents(page, line, row.record.id if isinstance(row.record, Meeting) else None)]
    empty = None if rows else declared_empty(page, main) or (page.at(heading(page)) if shown_days >= 28 else None)
    if not rows and empty is None:
        expected = "meetings, a month of days without any, or words that there are none"
        raise ParseError(page.url or "page", _MEETING_CELL, expected, f"{shown_days} days")
    follows = tuple(links_onward(page, main, "agenda"))
    return PageReading(vendor=NAME, kind="calendar", rows=tuple(rows), follows=follows, empty=empty)


def _meeting(page: Page, line: Tag, cell: Tag, day_cell: Span) -> Row:
    """One meeting. The committee's name and the whole date stand in the tooltip of its link."""
    link = cell.select_one('a[href*="__ksinr="]')
    tooltip = re.fullmatch(
        r"(?:Details anzeigen:\s*)?(.*?)\s*(\d{1,2}\.\d{1,2}\.\d{4})\s*", attribute(link, "title") or ""
    )
    name = page.span(link or cell.select_one(".smc-el-h, h4") or cell)
    details = [page.span(detail) for detail in cell.select("li")]
    if link is None and details:
        name = trimmed(page, name[0], min(name[1], details[0][0]))
    time_cell = line.select_one(".smc_field_yytime, .yytime")
    times = [
        *([page.span(time_cell)] if time_cell else []),
        *(span for span in details if begins_with_time(page.at(span))),
    ]
    room = next((span for span in details if span not in times), NOTHING)
    date, printed = _date(page, line, day_cell)
    date = date or day(tooltip[2] if tooltip else None)
    time = times[0] if times else NOTHING
    title, body = page.at(name), tooltip[1] if tooltip and tooltip[1] else None
    public, length = public_by_title(title)
    record = Meeting(
        id=query(attribute(link, "href") or "", "__ksinr"),
        name=title,
        start=moment(date, page.at(time)),
        end=fields.end_of_meeting(date, page.at(time)),
        organization=(body,) if body else (),
        location=page.at(room),
        cancelled=fields.is_cancelled(page.at(page.span(cell))),
        public=public,
        url=page.link(attribute(link, "href") or "") if link else None,
    )
    organization = name if body == title else NOTHING
    status = (name[0], name[0] + length)
    printed = printed if date else NOTHING
    found = places(name=name, organization=organization, date=printed, time=time, location=room, status=status)
    return Row(record=record, places=found)


def _date(page: Page, line: Tag, day_cell: Span) -> tuple[dt.date | None, Span]:
    """The day of a row: as printed in one of its cells, else its day's number in the month that the page is about."""
    for cell in line.find_all("td", recursive=False):
        match = re.search(r"\d{1,2}\.\d{1,2}\.\d{4}", page.text[slice(*page.span(cell))])
        if match and cell.select_one("li") is None:
            start = page.span(cell)[0]
            return day(match.group()), (start + match.start(), start + match.end())
    number, month = re.match(r"\d{1,2}", page.at(day_cell) or ""), _month(page)
    try:
        return (dt.date(*month, int(number.group())) if number and month else None), day_cell
    except ValueError:
        return None, day_cell


def _month(page: Page) -> tuple[int, int] | None:
    """Year and month of a calendar: from its heading ("Kalender 2026 Juli"), its table's summary, else its filter."""
    table = page.maybe('table[id^="smc_page_si004"][summary]')
    for text in (page.at(heading(page)), attribute(table, "summary")):
        name = next((m for m in re.findall(r"[a-zä]+", (text or "").lower()) if m in _MONTHS), None)
        year = re.search(r"\b(?:19|20)\d\d\b", text or "")
        if name and year:
            return int(year.group()), _MONTHS.index(name) + 1
    for link in page.many("a.smcfiltermenumonth.smcfiltermenuselected", least=0):
        year_number, month = (
            query(attribute(link, "href") or "", "__cjahr"),
            query(attribute(link, "href") or "", "__cmonat"),
        )
        if year_number and month:
            return int(year_number), int(month)
    return None


def committees(page: Page) -> PageReading:
    """The committees of a list. One without a page of its own is known by the link to its meetings."""
    main = content(page)
    rows = []
    for cell in page.many("td.grname, td.smc_field_grname", within=main):
        line = cell.find_parent("tr") or cell
        link = cell.select_one('a[href*="__kgrnr="]')
        meetings = line.select_one('a[href*="__ksigrnr="], a[href*="__kgsgrnr="]')
        href = attribute(meetings, "href") or ""
        known = query(attribute(link, "href") or "", "__kgrnr") or query(href, "__ksigrnr") or query(href, "__kgsgrnr")
        name = page.span(link or cell)
        url = page.link(attribute(link, "href") or "") if link else None
        record = Organization(id=known or _without_id(page.at(name)), name=page.at(name) or "", url=url)
        rows.append(Row(record=record, places=places(name=name)))
    follows = [*links_onward(page, main, "members", "agenda")]
    for link in main.select('a[href*="si0046."][href*="__ksigrnr="]'):
        follows.append(Follow(url=page.link(attribute(link, "href") or ""), kind="calendar"))
    return PageReading(vendor=NAME, kind="committees", rows=tuple(rows), follows=tuple(follows))


def members(page: Page) -> PageReading:
    """The members of a committee in their public roles: name, party, kind of membership, right to vote."""
    main = content(page)
    title = heading(page)
    parameter = query(page.url or "", "__kgrnr")
    links = (query(attribute(a, "href") or "", "__kgrnr") for a in page.many('a[href*="__kgrnr="]', least=0))
    known = own_id(page, "__kgrnr") or parameter or next((link for link in links if link), None)
    name = page.at(title)
    organization = known or _without_id(name)
    rows: list[Row] = []
    if name:
        rows.append(Row(record=Organization(id=organization, name=name, url=page.url), places=places(name=title)))
    section = NOTHING
    for line in page.many(_MEMBERS, within=main):
        if line.select_one('td[class*="smcfield_puname"]'):
            section = page.span(line)
        else:
            rows += _member(page, line, organization, section)
    return PageReading(vendor=NAME, kind="members", rows=tuple(rows))


def _member(page: Page, line: Tag, organization: str, section: Span) -> Iterator[Row]:
    """A person and the membership. Narrow screens get some cells a second time: the first of each counts."""
    names = ("pename", "pepartei", "amname", "mgfunk")
    cells = {name: line.select_one(f"td.{name}, td.smc_field_{name}") for name in names}
    spans = {name: page.span(cell) if cell else NOTHING for name, cell in cells.items()}
    link = cells["pename"].select_one('a[href*="__kpenr="]') if cells["pename"] else None
    name = spans["pename"]
    titled = re.match(r"(?:(Herr|Frau)\s+)?((?:(?:Prof|Dr)\.(?:\s?h\.\s?c\.)?\s*)+)?", page.at(name) or "")
    person = Person(
        id=query(attribute(link, "href") or "", "__kpenr") or _without_id(page.at(name)),
        name=page.at(name) or "",
        form_of_address=titled[1] if titled else None,
        title=titled[2].strip() if titled and titled[2] else None,
        party=page.at(spans["pepartei"]),
    )
    yield Row(record=person, places=places(name=name, party=spans["pepartei"]))
    voting, place = _voting_right(page, spans["mgfunk"], section)
    membership = Membership(
        person=person.id, organization=organization, role=page.at(spans["amname"]), voting_right=voting
    )
    yield Row(record=membership, places=places(role=spans["amname"], voting_right=place, person=name))


def _voting_right(page: Page, function: Span, section: Span) -> tuple[bool | None, Span]:
    """Whether a member may vote, by the member's own function, else by the heading above."""
    for span in (function, section):
        said = (page.at(span) or "").lower()
        if re.search(r"ohne stimmrecht|beratend|nicht stimmberechtigt", said):
            return False, span
        if re.search(r"stimmberechtigt|mit stimmrecht", said):
            return True, span
    return None, NOTHING


def _without_id(name: str | None) -> str:
    """The id of a person or committee that the page gives no number: a hash of the printed name."""
    return f"h-{sha256(name or '')[:16]}"
