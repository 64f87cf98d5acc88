"""Lists of meetings of SD.NET RIM: the calendar that it exports (iCalendar), and pages that link meetings.

The page "termine" draws its list with scripts in recent versions; the exported calendar holds the meetings of about two
years and those to come, each with day, committee, place and the address of its agenda once there is one. Its DTEND is
not read: whether it is the planned or the real end is not said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.model import Follow, Meeting
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import BERLIN, Page, PageReading, Row, Start, Tag, day, moment
from scrapers.vendors.sdnet_head import CONTENT, NAME, NOTHING, date_and_time, links, places, token, token_of

ICS = "termine/ics/SD.NET_RIM.ics"
_PRODUCT = re.compile(r"^PRODID:.*SD\.NET", re.M)
_EVENT = re.compile(r"^BEGIN:VEVENT[ \t]*\n(.*?)^END:VEVENT", re.M | re.S)
_AGENDA = re.compile(r"https?://\S{1,400}/tops/?\?\S{0,400}__=[^\s&]+\S*")
_NOTE = re.compile(r"Bemerkung:\s*(\S.*)")
_CALLED_OFF = re.compile(
    r"(?:abgesagt|entfällt|fällt aus)\W*|"
    r"(?:^|.*[.!?:]\s+)(?:Die |Diese )?Sitzung (?:\S+ ){0,4}?(?:entfällt|entfallen|abgesagt|fällt aus)\b.*|"
    r".*\b(?:Die Sitzung\b[^.!?,]*\bfindet|findet die Sitzung)\b[^.!?]*\bnicht statt\b.*",
    re.S,
)
_OF_COMMITTEE = re.compile(r"des Gremiums (?P<body>.+?) anzeigen")
_BASE_LINKS = '[data-export-url*="/ics"], link[type="application/rss+xml"], a[href*="/termine"], a[href*="/gremien"]'
_OWN_PAGE = re.compile(
    r"(?<=/)(?:termine|gremien|fraktionen|personen|vorlagen|recherche|tops|vorgang|rss|info)(?:/.*)?$"
)


def is_calendar(page: Page) -> bool:
    """Whether a text is a calendar that SD.NET RIM exported."""
    return page.document.reader == "calendar" and _PRODUCT.search(page.text) is not None


def calendar(page: Page) -> PageReading:
    """The meetings of an exported calendar, or of a page that lists them."""
    return _exported(page) if page.html is None else _listed(page)


def _exported(page: Page) -> PageReading:
    """One meeting an event. A calendar without events says so by being whole."""
    if not re.search(r"^END:VCALENDAR\s*\Z", page.text, re.M):
        raise ParseError(page.url or "calendar", "END:VCALENDAR", "the end of the calendar", "one that breaks off")
    rows, follows = [], []
    for event in _EVENT.finditer(page.text):
        row = _event(page, event.span(1))
        rows.append(row)
        if isinstance(row.record, Meeting) and row.record.url:
            follows.append(Follow(url=row.record.url, kind="agenda"))
    empty = None if rows else "BEGIN:VCALENDAR ... END:VCALENDAR"
    return PageReading(vendor=NAME, kind="calendar", rows=tuple(rows), follows=tuple(follows), empty=empty)


def _property(page: Page, event: Span, name: str) -> tuple[str, Span]:
    """Parameters and place of the value of a property; an empty range without it."""
    match = re.compile(rf"^{name}((?:;[^:\n]*)?):[ \t]*([^\n]*?)[ \t,]*$", re.M).search(page.text, *event)
    return (match[1], match.span(2)) if match and match[2] else ("", NOTHING)


def _event(page: Page, event: Span) -> Row:
    summary, room, text = (_property(page, event, name)[1] for name in ("SUMMARY", "LOCATION", "DESCRIPTION"))
    parameters, at = _property(page, event, "DTSTART")
    start = _start(page.at(at), parameters)
    if start is None or not page.at(summary):
        found = page.at(event) or "nothing"
        raise ParseError(page.url or "calendar", "VEVENT", "DTSTART with a day, and SUMMARY", found[:200])
    said = page.at(text) or ""
    link, note = _AGENDA.search(said), _NOTE.search(said)
    name = page.at(summary)
    called_off = bool(note and _CALLED_OFF.fullmatch(note[1])) or None
    record = Meeting(
        id=token_of(link[0]) if link else None,
        name=name,
        start=start,
        organization=(name,) if name else (),
        location=page.at(room),
        cancelled=fields.is_cancelled(name) or called_off,
        url=link[0] if link else None,
    )
    return Row(record=record, places=places(name=summary, organization=summary, start=at, location=room))


def _start(value: str | None, parameters: str) -> dt.datetime | dt.date | None:
    """The moment of "20241009T170000" in Europe/Berlin, of "...Z" in UTC, or a mere day; None if it is none.

    A calendar that names no zone, or this one, means the clock of the town hall; another zone is not known.
    """
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?", value or "")
    zone = re.search(r"TZID=([^;]+)", parameters)
    if not match or (zone and zone[1].strip('"') != BERLIN.key):
        return None
    try:
        date = dt.date(*map(int, match.groups()[:3]))
        if match[4] is None:
            return date
        time = dt.time(int(match[4]), int(match[5]))
    except ValueError:
        return None
    return dt.datetime.combine(date, time, tzinfo=dt.UTC if match[6] else BERLIN).astimezone(BERLIN)


def _listed(page: Page) -> PageReading:
    """The meetings that a page links with the product's own link, which names day, hour and committee."""
    rows: list[Row] = []
    follows: list[Follow] = []
    seen = set()
    for link in links(page.one(CONTENT), "tops"):
        row = _linked(page, link)
        if row and token(link) not in seen:
            seen.add(token(link))
            rows.append(row)
            follows.append(Follow(url=page.link(attribute(link, "href") or ""), kind="agenda"))
    if not rows:
        expected = "links to meetings that say their day"
        raise ParseError(page.url or "page", f"{CONTENT} a[href*=tops]", expected, "none")
    return PageReading(vendor=NAME, kind="calendar", rows=tuple(rows), follows=tuple(follows))


def _linked(page: Page, link: Tag) -> Row | None:
    date, time = date_and_time(page, page.span(link))
    start = moment(day(page.at(date)), page.at(time))
    if start is None:
        return None
    named = _OF_COMMITTEE.search(attribute(link, "aria-label") or "")
    line = link.find_parent("tr")
    cell = next(iter(links(line, "gremien")), None) if isinstance(line, Tag) else None
    body = page.span(cell) if cell else NOTHING
    name = page.at(body) or (named["body"] if named else None)
    href = page.link(attribute(link, "href") or "")
    record = Meeting(
        id=token(link),
        start=start,
        organization=(name,) if name else (),
        cancelled=fields.is_cancelled(page.at(page.span(line))) if isinstance(line, Tag) else None,
        url=href,
    )
    return Row(record=record, places=places(date=date, time=time, organization=body))


def starts(page: Page, since: dt.date, until: dt.date) -> tuple[Start, ...]:
    """The exported calendar, whatever the period: it has no smaller parts."""
    return (Start(url=_address(page), kind="calendar"),)


def _address(page: Page) -> str:
    """The address of the exported calendar: as the page offers it, else below the folder that its own links show."""
    if page.html is None:
        return page.url or ""
    for link in _shown(page):
        if re.search(r"/termine/ics(?:/|$)", link) and "__=" not in link:
            return link
        if match := _OWN_PAGE.search(link.partition("?")[0]):
            return urljoin(link[: match.start()], ICS)
    own = (page.url or "").partition("?")[0]
    match = _OWN_PAGE.search(own)
    return urljoin(own[: match.start()] if match else own, ICS)


def _shown(page: Page) -> Iterator[str]:
    for tag in page.many(_BASE_LINKS, least=0):
        yield page.link(attribute(tag, "data-export-url") or attribute(tag, "href") or "")
