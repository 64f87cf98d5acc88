"""ALLRIS 4 (CC e-gov, Wicket): calendar (si010), agenda (to010), paper (vo020) and item (to020).

Agenda and paper are recorded from Laatzen and Trier. No item page is recorded: its reader rests on the labels of
captured item pages (see allris4_text) inside the markup that the two recorded kinds share, and is unproven. Labels are
configurable per site, so fields are found by their ids and agenda columns by their heading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.model import AgendaItem, Follow, Paper
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Start, Tag, Vendor, months, query
from scrapers.vendors.allris4_head import NAME, NOTHING, Head, document, documents, links_onward, meeting, own_id
from scrapers.vendors.allris4_paper import item, paper
from scrapers.vendors.allris_calendar import CLASSIC, WICKET, wicket


def detect(page: Page) -> str | None:
    """The kind of an ALLRIS 4 page, by its fields."""
    if page.html is not None and page.maybe(WICKET) and not page.maybe(CLASSIC):
        return "calendar"
    if page.html is None or not page.maybe("#pageContent #readOut, #pageContent #headLeft"):
        return None
    if page.maybe("#toTreeTable"):
        return "agenda"
    if page.maybe("#vobetreff, #voart, #vostatus") and not Head(page).span("top")[1]:
        return "paper"
    return "item" if Head(page).span("top")[1] else None


def _agenda(page: Page) -> PageReading:
    """A meeting's agenda; section rows ("Öffentlicher Teil") are no items but give the part of those below them."""
    head = Head(page)
    links = (attribute(link, "href") or "" for link in page.many("#toTreeTable a[href*=SILFDNR]", least=0))
    meeting_id = own_id(page, "SILFDNR") or next((query(link, "SILFDNR") for link in links), None)
    rows = [meeting(page, head, meeting_id), *documents(page, meeting_id)]
    follows: list[Follow] = []
    columns = [_column(cell) for cell in page.many("#toTreeTable thead th")]
    part, order = None, 0
    for line in page.many("#toTreeTable tbody tr"):
        cells = dict(zip(columns, line.find_all("td", recursive=False), strict=False))
        if "beratung" in (line.get("class") or []):
            part = fields.is_public(page.at(page.span(line)))
        elif page.at(page.span(line)):
            order += 1
            rows += _agenda_item(page, line, cells, meeting_id, order, part)
            follows += links_onward(page, line)
    return PageReading(vendor=NAME, kind="agenda", rows=tuple(rows), follows=tuple(follows))


def _column(heading: Tag) -> str:
    """A column's heading as printed or, for an icon, as its label says."""
    icon = heading.select_one("[aria-label]")
    return fields.label(heading.get_text() or attribute(icon, "aria-label") or "")


def _agenda_item(
    page: Page, line: Tag, cells: dict[str, Tag], meeting_id: str | None, order: int, part: bool | None
) -> Iterator[Row]:
    """One row of an agenda, the paper whose number it prints, its document."""
    title_cell = line.select_one("td.tobetreff") or cells.get("betreff") or line
    number_cell = line.select_one("td.tonr") or cells.get("top") or line
    number, title = page.span(number_cell), _title(page, title_cell)
    result_cell = next(
        (cell for name, cell in cells.items() if name in {"beschlussart", "beschluss", "ergebnis"}), None
    )
    result = page.span(result_cell) if result_cell else NOTHING
    link = title_cell.select_one("a[href*=to020]")
    anchor = line.select_one('a[id^="link_"]')
    known = (attribute(anchor, "id") or "").removeprefix("link_") or query(attribute(link, "href") or "", "TOLFDNR")
    reference_link = line.select_one("td.tovonr a[href*=VOLFDNR]")
    paper_id = query(attribute(reference_link, "href") or "", "VOLFDNR")
    stated = fields.item_number(page.at(number))[1]
    record = AgendaItem(
        id=known,
        meeting=meeting_id,
        order=order,
        number=page.at(number),
        name=page.at(title),
        public=part if stated is None else stated,
        result=page.at(result),
        paper=paper_id,
        url=page.link(attribute(link, "href") or "") if link else None,
    )
    yield Row(record=record, places={"number": number, "name": title, "result": result})
    if reference_link:
        reference = page.span(reference_link)
        yield Row(record=Paper(id=paper_id, reference=page.at(reference)), places={"reference": reference})
    for file in line.select("td.toDoc a.doclink"):
        yield document(page, file, known)


def _title(page: Page, cell: Tag) -> Span:
    """Place of a title without the remark that ALLRIS appends to it ("zusatzinfo")."""
    start, end = page.span(cell.find("a") if isinstance(cell.find("a"), Tag) else cell)  # type: ignore[arg-type]
    remark = cell.select_one(".zusatzinfo")
    if remark and start < page.span(remark)[0] < end and page.at(page.span(remark)):
        end = page.span(remark)[0]
    return start, start + len(page.text[start:end].rstrip())


def _starts(page: Page, since: dt.date, until: dt.date) -> tuple[Start, ...]:
    """The calendar by month; its page loads the month in a second request."""
    return tuple(
        Start(url=page.link(f"./si010?MM={first.month}&YY={first.year}"), kind="calendar", last=last)
        for first, last in months(since, until)
    )


VENDOR = Vendor(
    name=NAME,
    label="ALLRIS 4",
    detect=detect,
    kinds={"agenda": _agenda, "calendar": wicket, "item": item, "paper": paper},
    version=2,
    marks=('meta[name="description"][content*="ALLRIS net Version 4"]', '[src*="wicket/resource/"]'),
    starts=_starts,
)
