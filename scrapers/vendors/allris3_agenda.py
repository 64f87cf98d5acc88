"""The agenda page (to010) of ALLRIS 3: a meeting, its items in order, and the documents of both."""

from __future__ import annotations

from corpus.evidence import Span
from corpus.model import AgendaItem, Follow, Paper
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Tag, query
from scrapers.vendors.allris3_head import NAME, TABLE, Head, document, documents, hidden, links_onward, meeting, own_id


def agenda(page: Page) -> PageReading:
    """A meeting's agenda. Rows without a number continue the row above with its documents."""
    head = Head(page)
    meeting_id = own_id(page, "SILFDNR", f'{TABLE} td.text4 a[href*="SILFDNR="]')
    rows = [meeting(page, head, meeting_id, head.span("bezeichnung"))]
    rows += documents(page, meeting_id, "td.me1 form[action*=do027]")
    follows: list[Follow] = []
    order = 0
    item_id: str | None = None
    for line in page.many(TABLE):
        cells = line.find_all("td", recursive=False)
        forms = line.select("form[action*=do027]")
        if not page.at(page.span(cells[0])) and forms:
            rows += filter(None, (document(page, form, item_id) for form in forms))
        elif page.at(page.span(line)):
            order += 1
            item_rows, item_id = _agenda_item(page, line, cells, meeting_id, order)
            rows += item_rows
            follows += links_onward(page, line)
    return PageReading(vendor=NAME, kind="agenda", rows=tuple(rows), follows=tuple(follows))


def _agenda_item(
    page: Page, line: Tag, cells: list[Tag], meeting_id: str | None, order: int
) -> tuple[list[Row], str | None]:
    """One row of an agenda, and the paper whose number it prints."""
    number = page.span(cells[0])
    link = next((a for a in line.select('a[href*="to020.asp"]') if a.find_parent("td") is not cells[0]), None)
    title = _title(page, link or line.select_one("td.text1") or _title_cell(page, line, cells))
    button = line.select_one("input.il1_naz")
    anchor = cells[0].find("a") if isinstance(cells[0].find("a"), Tag) else None
    item_id = hidden(line, "TOLFDNR") or query(attribute(link or anchor, "href") or "", "TOLFDNR")
    paper = line.select_one('a[href*="VOLFDNR="]')
    paper_id = query(attribute(paper, "href") or "", "VOLFDNR") if paper else None
    record = AgendaItem(
        id=item_id,
        meeting=meeting_id,
        order=order,
        number=page.at(number),
        name=page.at(title),
        public=fields.item_number(page.at(number))[1],
        result=page.at(page.span(button)) if button else None,
        paper=paper_id,
        url=page.link(attribute(link, "href") or "") if link else None,
    )
    places = {"number": number, "name": title, "result": page.span(button) if button else (0, 0)}
    rows = [Row(record=record, places=places)]
    if paper:
        url = page.link(attribute(paper, "href") or "")
        rows.append(
            Row(
                record=Paper(id=paper_id, reference=page.at(page.span(paper)), url=url),
                places={"reference": page.span(paper)},
            )
        )
    return rows, item_id


def _title_cell(page: Page, line: Tag, cells: list[Tag]) -> Tag:
    """The cell under the heading "Betreff", else the first filled one after the number."""
    column = 0
    for heading in page.many("table.tl1 tr.zk1 th", least=0):
        if fields.label(heading.get_text()) == "betreff" and column < len(cells):
            return cells[column]
        column += int(attribute(heading, "colspan") or 1)
    return next((cell for cell in cells[1:] if page.at(page.span(cell))), line)


def _title(page: Page, tag: Tag) -> Span:
    """Place of a title without the remark that ALLRIS appends to it ("Zusatzinfo")."""
    start, end = page.span(tag)
    remark = tag.select_one('span[title="Zusatzinfo"]')
    if remark and page.span(remark)[0] > start:
        end = page.span(remark)[0]
    return start, start + len(page.text[start:end].rstrip())
