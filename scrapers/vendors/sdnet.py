"""SD.NET RIM (Sternberg): a meeting's agenda (tops), a paper with its stations (vorgang), lists of meetings (termine).

Agenda and paper are recorded from one council. Addresses end in an opaque but stable token; the token of a meeting,
paper, committee or document is its id. An item's id is its `data-ivs-id`, which stations name too ("200_27381"). An
item has no page of its own. Results of items are only in documents; a station may print one. The pages gremien,
personen and vorlagen are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.model import AgendaItem, Consultation, File, Follow, Meeting, Paper
from scrapers import fields
from scrapers.fields import attribute
from scrapers.file_names import file_role
from scrapers.page import Page, PageReading, Row, Tag, Vendor, day, moment, query, size_in_bytes
from scrapers.vendors.sdnet_calendar import calendar, is_calendar, starts
from scrapers.vendors.sdnet_head import (
    CONTENT,
    NAME,
    NOTHING,
    Head,
    committee,
    date_and_time,
    declared_empty,
    links,
    places,
    token,
    trimmed,
)

_ITEMS = "table.table-top tbody tr:has(> td.column-bezeichnung)"
_KINDS = {"tops": "agenda", "vorgang": "paper", "termine": "calendar"}
_ROLES = (
    ("beschluss-attachment-link", "auxiliaryFile"),
    ("vorlage-attachment-link", "auxiliaryFile"),
    ("gesamte-sitzungsunterlagen-link", "auxiliaryFile"),
    ("beschluss-link", "resolutionFile"),
    ("vorlage-link", "mainFile"),
    ("einladung-link", "invitation"),
    ("niederschrift-link", "resultsProtocol"),
)
_FILE_NAME = re.compile(r"(?P<name>.*?)(?:\s*\(exportiert: [\d.]+\))?(?:\s*\((?P<size>[\d.,]+\s*[kKMG]?B)\))?", re.S)


def detect(page: Page) -> str | None:
    """The kind of a page, by the class of its content; "unknown" for a page of SD.NET RIM that no reader knows."""
    if is_calendar(page):
        return "calendar"
    main = page.maybe(CONTENT) if page.html else None
    generator = page.maybe('meta[name="generator"][content*="SD.NET RIM"]') if page.html else None
    if main is None and generator is None:
        return None
    classes = (attribute(main, "class") or "").split()
    return next((_KINDS[name] for name in classes if name in _KINDS), "unknown")


def _unknown(page: Page) -> PageReading:
    found = attribute(page.maybe(CONTENT), "class") or "a page without such content"
    raise ParseError(page.url or "page", f"{CONTENT}.class", f"one of {', '.join(_KINDS)}", found)


def _agenda(page: Page) -> PageReading:
    """A meeting and its items. Heading rows ("Öffentliche Sitzung") are no items but give the part of those below."""
    head = Head(page)
    meeting = _meeting(page, head)
    meeting_id = meeting.record.id if isinstance(meeting.record, Meeting) else None
    rows = [meeting, *(row for _, cell in head.rows for row in _files(page, cell, meeting_id, meeting_id))]
    part, order = NOTHING, 0
    for line in page.many(_ITEMS, least=0):
        classes = attribute(line, "class") or ""
        if "-head" in classes:
            part = page.span(line.select_one("td.column-bezeichnung") or line)
        else:
            order += 1
            rows += _item(page, line, meeting_id, order, part)
    empty = None if order else declared_empty(page)
    if not order and empty is None:
        raise ParseError(page.url or "page", _ITEMS, "one or more items, or words that there are none", "neither")
    follows = tuple(_follows(page, "paper", "vorgang"))
    return PageReading(vendor=NAME, kind="agenda", rows=tuple(rows), follows=follows, empty=empty)


def _meeting(page: Page, head: Head) -> Row:
    title, (date, time) = head.span("sitzung"), date_and_time(page, head.span("termin"))
    organization = committee(page, head.cell("sitzung"))
    own = head.cell("termin")
    link = own.find("a") if own else None
    said = page.at(organization)
    record = Meeting(
        id=token(link if isinstance(link, Tag) else None) or query(page.url or "", "__"),
        name=page.at(title),
        start=moment(day(page.at(date)), page.at(time)),
        organization=(said,) if said else (),
        location=page.at(head.span("ort")),
        cancelled=fields.is_cancelled(page.at(title)),
        url=attribute(link if isinstance(link, Tag) else None, "href") or page.url,
    )
    if record.start is None:
        raise ParseError(page.url or "page", "table.table-details Termin", "a date", page.at(date) or "none")
    found = places(name=title, organization=organization, date=date, time=time, location=head.span("ort"))
    return Row(record=record, places=found)


def _item(page: Page, line: Tag, meeting_id: str | None, order: int, part: Span) -> Iterator[Row]:
    """One item, the paper whose number it prints, their documents."""
    number, name, reference = (
        page.span(cell) if (cell := line.select_one(f"td.column-{column}")) else NOTHING
        for column in ("topnrtext", "bezeichnung", "nummer")
    )
    link = next(iter(links(line, "vorgang")), None)
    paper_id = token(link) if page.at(reference) else None
    item_id = attribute(line, "data-ivs-id")
    shown = re.search(r"\btop-(n?)\w*oeff", attribute(line, "class") or "")
    record = AgendaItem(
        id=item_id,
        meeting=meeting_id,
        order=order,
        number=page.at(number),
        name=page.at(name),
        public=not shown[1] if shown else fields.is_public(page.at(part)),
        paper=paper_id,
        url=page.link(attribute(link, "href") or "") if link and not paper_id else None,
    )
    yield Row(record=record, places=places(number=number, name=name, public=part))
    if page.at(reference):
        url = page.link(attribute(link, "href") or "") if link else None
        paper = Paper(id=paper_id, reference=page.at(reference), url=url)
        yield Row(record=paper, places=places(reference=reference))
    yield from _files(page, line, paper_id or item_id, item_id)


def _files(page: Page, within: Tag, of: str | None, of_item: str | None) -> Iterator[Row]:
    """The documents behind the icons of a row: `of` is what the proposal belongs to, `of_item` the decision."""
    for link in within.select('a[href*="sdnetrim/"]'):
        icon = link.select_one('[class*="-link"]')
        classes = (attribute(icon, "class") or "").split()
        mark, role = next(((m, r) for m, r in _ROLES if m in classes), ("", None))
        start, end = page.span(link)
        match = _FILE_NAME.fullmatch(page.text[start:end])
        name = (start + match.start("name"), start + match.end("name")) if match else (start, end)
        size = (start + match.start("size"), start + match.end("size")) if match and match["size"] else NOTHING
        href = attribute(link, "href") or ""
        record = File(
            id=token(link),
            of=of_item if mark.startswith("beschluss") else of,
            name=page.at(name),
            url=page.link(href),
            mime_type="application/pdf" if href.lower().endswith(".pdf") else None,
            size=size_in_bytes(page.at(size)),
            role=role or file_role(page.at(name)),
        )
        yield Row(record=record, places=places(name=name, size=size))


def _follows(page: Page, kind: str, names: str) -> Iterator[Follow]:
    """Links to pages of a kind, each once."""
    seen = set()
    for link in links(page.one(CONTENT), names):
        if token(link) not in seen:
            seen.add(token(link))
            yield Follow(url=page.link(attribute(link, "href") or ""), kind=kind)


def _paper(page: Page) -> PageReading:
    """A paper with its stations. The label of its number says what kind of paper it is ("Verwaltungsvorlage:")."""
    head = Head(page)
    paper_id = query(page.url or "", "__")
    heading = page.span(page.one(f"{CONTENT} h1"))
    title = re.sub(r"^Vorgang\s+", "", page.at(heading) or "")
    numbered = ((label, value) for label, value in head.rows if page.at(page.span(value)) == title)
    label, value = next(numbered, (None, None))
    kind = page.span(label) if label else NOTHING
    kind = (kind[0], kind[1] - len(page.text[slice(*kind)]) + len(page.text[slice(*kind)].rstrip(": ")))
    reference, name, lead = (page.span(value) if value else NOTHING), head.span("betreff"), head.span("federführ")
    originator = head.span("antragstell", "einreich", "initiator")
    if not page.at(name):
        raise ParseError(page.url or "page", "table.table-details Betreff", "a subject", "none")
    record = Paper(
        id=paper_id,
        reference=page.at(reference),
        name=page.at(name),
        paper_type=page.at(kind),
        lead_unit=page.at(lead),
        originator=tuple(line.strip() for line in page.text[slice(*originator)].splitlines() if line.strip()),
        url=page.url,
    )
    found = places(reference=reference, name=name, paper_type=kind, lead_unit=lead, originator=originator)
    rows = [Row(record=record, places=found)]
    rows += [row for _, cell in head.rows for row in _files(page, cell, paper_id, paper_id)]
    for order, line in enumerate(page.many("table.table-vorgang tbody tr", least=0), start=1):
        rows += _station(page, line, paper_id, order)
    follows, prose = _follows(page, "agenda", "tops"), tuple(_resolutions(page))
    return PageReading(vendor=NAME, kind="paper", rows=tuple(rows), follows=tuple(follows), prose=prose)


def _resolutions(page: Page) -> Iterator[Span]:
    """Where a station prints its resolution, and not only links it as a document."""
    for cell in page.many("table.table-vorgang tbody td.column-beschluss", least=0):
        if cell.select_one("a") is None and page.at(page.span(cell)):
            yield trimmed(page, *page.span(cell))


def _station(page: Page, line: Tag, paper_id: str | None, order: int) -> Iterator[Row]:
    date, body, result = (
        page.span(cell) if (cell := line.select_one(f"td.column-{column}")) else NOTHING
        for column in ("beginn", "gremium", "ergebnis")
    )
    item = re.fullmatch(r"200_(\d+)", attribute(line, "data-vorgang-id") or "")
    record = Consultation(
        paper=paper_id,
        order=order,
        organization=page.at(body),
        date=day(page.at(date)),
        result=page.at(result),
        meeting=token(next(iter(links(line, "tops")), None)),
        agenda_item=item[1] if item else None,
    )
    yield Row(record=record, places=places(date=date, organization=body, result=result))
    yield from _files(page, line, paper_id, item[1] if item else None)


VENDOR = Vendor(
    name=NAME,
    label="SD.NET RIM",
    detect=detect,
    kinds={"agenda": _agenda, "paper": _paper, "calendar": calendar, "unknown": _unknown},
    version=3,
    starts=starts,
)
