"""SD.NET RIM (Sternberg): a meeting's agenda (tops) and a paper with its stations (vorgang).

Recorded from one council. Addresses end in an opaque but stable token; the token of a meeting, paper, committee or
document is its id. An item's id is its `data-ivs-id`, which stations name too ("200_27381"). Results of items are only
in documents; a station may print one. The pages termine, gremien, personen and vorlagen are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.model import AgendaItem, Consultation, File, Follow, Meeting, Paper
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Tag, Vendor, day, moment, query, size_in_bytes

NAME = "sdnet"
NOTHING: Span = (0, 0)
_CONTENT = "#rimcontent #div-content"
_KINDS = {"tops": "agenda", "vorgang": "paper"}
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
    main = page.maybe(_CONTENT) if page.html else None
    generator = page.maybe('meta[name="generator"][content*="SD.NET RIM"]') if page.html else None
    if main is None and generator is None:
        return None
    classes = (attribute(main, "class") or "").split()
    return next((_KINDS[name] for name in classes if name in _KINDS), "unknown")


def _unknown(page: Page) -> PageReading:
    found = attribute(page.maybe(_CONTENT), "class") or "a page without such content"
    raise ParseError(page.url or "page", f"{_CONTENT}.class", f"one of {', '.join(_KINDS)}", found)


class _Head:
    """The table of details: labels and cells of values."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows: list[tuple[Tag, Tag]] = []
        for label in page.many(f'{_CONTENT} table.table-details th[scope="row"]'):
            value = label.find_next_sibling("td")
            if isinstance(value, Tag):
                self.rows.append((label, value))

    def cell(self, *beginnings: str) -> Tag | None:
        """The value of the first label that starts so."""
        found = (value for label, value in self.rows if fields.label(label.get_text()).startswith(beginnings))
        return next(found, None)

    def span(self, *beginnings: str) -> Span:
        """Place of that value."""
        cell = self.cell(*beginnings)
        return self.page.span(cell) if cell else NOTHING


def _places(**spans: Span) -> dict[str, Span]:
    return {name: span for name, span in spans.items() if span[0] < span[1]}


def _token(link: Tag | None) -> str | None:
    """The id in a link: the token of its query, or the part of the path before a document's name."""
    href = attribute(link, "href") or ""
    path = re.search(r"/sdnetrim/([^/?#]+)/[^/]*$", href)
    return query(href, "__") or (path[1] if path else None)


def _agenda(page: Page) -> PageReading:
    """A meeting and its items. Heading rows ("Öffentliche Sitzung") are no items but give the part of those below."""
    head = _Head(page)
    meeting = _meeting(page, head)
    meeting_id = meeting.record.id if isinstance(meeting.record, Meeting) else None
    rows = [meeting, *(row for _, cell in head.rows for row in _files(page, cell, meeting_id, meeting_id))]
    part, order = NOTHING, 0
    for line in page.many("table.table-top tbody tr:has(> td.column-bezeichnung)"):
        classes = attribute(line, "class") or ""
        if "-head" in classes:
            part = page.span(line.select_one("td.column-bezeichnung") or line)
        else:
            order += 1
            rows += _item(page, line, meeting_id, order, part)
    follows = _follows(page, page.one(_CONTENT), "/vorgang/", "paper")
    return PageReading(vendor=NAME, kind="agenda", rows=tuple(rows), follows=tuple(follows))


def _meeting(page: Page, head: _Head) -> Row:
    title, (date, time) = head.span("sitzung"), _date_and_time(page, head.span("termin"))
    body = head.cell("sitzung")
    committee = body.find("a") if body else None
    organization = page.span(committee) if isinstance(committee, Tag) else NOTHING
    own = head.cell("termin")
    link = own.find("a") if own else None
    said = page.at(organization)
    record = Meeting(
        id=_token(link if isinstance(link, Tag) else None) or query(page.url or "", "__"),
        name=page.at(title),
        start=moment(day(page.at(date)), page.at(time)),
        organization=(said,) if said else (),
        location=page.at(head.span("ort")),
        cancelled=fields.is_cancelled(page.at(title)),
        url=attribute(link if isinstance(link, Tag) else None, "href") or page.url,
    )
    if record.start is None:
        raise ParseError(page.url or "page", "table.table-details Termin", "a date", page.at(date) or "none")
    found = _places(name=title, organization=organization, date=date, time=time, location=head.span("ort"))
    return Row(record=record, places=found)


def _date_and_time(page: Page, span: Span) -> tuple[Span, Span]:
    """Places of date and time in "Mi, 09.10.2024 17:00 Uhr"."""
    match = re.search(r"\S[^\n]*?\d{1,2}\.\d{1,2}\.\d{4}(?P<time>\s+\d{1,2}[:.]\d{2}.*)?", page.text[slice(*span)])
    if not match:
        return span, NOTHING
    date = (span[0] + match.start(), span[0] + (match.start("time") if match["time"] else match.end()))
    if not match["time"]:
        return date, NOTHING
    return date, (date[1] + len(match["time"]) - len(match["time"].lstrip()), span[0] + match.end())


def _item(page: Page, line: Tag, meeting_id: str | None, order: int, part: Span) -> Iterator[Row]:
    """One item, the paper whose number it prints, their documents."""
    number, name, reference = (
        page.span(cell) if (cell := line.select_one(f"td.column-{column}")) else NOTHING
        for column in ("topnrtext", "bezeichnung", "nummer")
    )
    link = line.select_one('a[href*="/vorgang/"]')
    paper_id = _token(link) if page.at(reference) else None
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
    yield Row(record=record, places=_places(number=number, name=name, public=part))
    if page.at(reference):
        url = page.link(attribute(link, "href") or "") if link else None
        paper = Paper(id=paper_id, reference=page.at(reference), url=url)
        yield Row(record=paper, places=_places(reference=reference))
    yield from _files(page, line, paper_id or item_id, item_id)


def _files(page: Page, within: Tag, of: str | None, of_item: str | None) -> Iterator[Row]:
    """The documents behind the icons of a row: `of` is what the proposal belongs to, `of_item` the decision."""
    for link in within.select('a[href*="/sdnetrim/"]'):
        icon = link.select_one('[class*="-link"]')
        classes = (attribute(icon, "class") or "").split()
        mark, role = next(((m, r) for m, r in _ROLES if m in classes), ("", None))
        start, end = page.span(link)
        match = _FILE_NAME.fullmatch(page.text[start:end])
        name = (start + match.start("name"), start + match.end("name")) if match else (start, end)
        size = (start + match.start("size"), start + match.end("size")) if match and match["size"] else NOTHING
        href = attribute(link, "href") or ""
        record = File(
            id=_token(link),
            of=of_item if mark.startswith("beschluss") else of,
            name=page.at(name),
            url=page.link(href),
            mime_type="application/pdf" if href.lower().endswith(".pdf") else None,
            size=size_in_bytes(page.at(size)),
            role=role or fields.file_role(page.at(name)),
        )
        yield Row(record=record, places=_places(name=name, size=size))


def _follows(page: Page, within: Tag, mark: str, kind: str) -> Iterator[Follow]:
    """Links to pages of a kind, each once."""
    seen = set()
    for link in within.select(f'a[href*="{mark}?__="]'):
        if _token(link) not in seen:
            seen.add(_token(link))
            yield Follow(url=page.link(attribute(link, "href") or ""), kind=kind)


def _paper(page: Page) -> PageReading:
    """A paper with its stations. The label of its number says what kind of paper it is ("Verwaltungsvorlage:")."""
    head = _Head(page)
    paper_id = query(page.url or "", "__")
    heading = page.span(page.one(f"{_CONTENT} h1"))
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
    found = _places(reference=reference, name=name, paper_type=kind, lead_unit=lead, originator=originator)
    rows = [Row(record=record, places=found)]
    rows += [row for _, cell in head.rows for row in _files(page, cell, paper_id, paper_id)]
    for order, line in enumerate(page.many("table.table-vorgang tbody tr", least=0), start=1):
        rows += _station(page, line, paper_id, order)
    follows = _follows(page, page.one(_CONTENT), "/tops/", "agenda")
    return PageReading(vendor=NAME, kind="paper", rows=tuple(rows), follows=tuple(follows))


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
        meeting=_token(line.select_one('a[href*="/tops/"]')),
        agenda_item=item[1] if item else None,
    )
    yield Row(record=record, places=_places(date=date, organization=body, result=result))
    yield from _files(page, line, paper_id, item[1] if item else None)


VENDOR = Vendor(
    name=NAME, label="SD.NET RIM", detect=detect, kinds={"agenda": _agenda, "paper": _paper, "unknown": _unknown}
)
