"""The paper page (vo020) and the item page (to020) of ALLRIS 4. No item page is recorded: its reader is unproven."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.model import AgendaItem, Consultation, File, Paper
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Tag, query, size_in_bytes
from scrapers.vendors.allris4_head import NAME, NOTHING, Head, documents, links_onward, meeting, own_id


def _title_parts(page: Page) -> tuple[Span, Span]:
    """Places of what the page's title says before and after its first dash: "Antrag - 469/2026"."""
    start, end = page.span(page.one("h1.title"))
    dash = re.search(r"\s+-\s+", page.text[start:end])
    return ((start, start + dash.start()), (start + dash.end(), end)) if dash else (NOTHING, (start, end))


def _texts(page: Page) -> list[tuple[str, Span]]:
    """Running text, each with its heading: the one above it, else its own first line if that ends in a colon."""
    found = []
    for part in page.many(".docPart", least=0):
        span = page.span(part)
        if span[0] == span[1]:
            continue
        title = part.find_previous_sibling(["h2", "h3"])
        heading = page.at(page.span(title)) if isinstance(title, Tag) else None
        first = re.match(r"([^\n]{2,60}?)\s*:\s*(?:\n|$)", page.text[slice(*span)])
        found.append((heading or (first[1] if first else ""), span))
    return found


def _paper_row(page: Page, head: Head, paper_id: str | None, reference: Span, *, texts: list[tuple[str, Span]]) -> Row:
    kind = head.span("voart", "vorlageart", "drucksachenart", "vorlage-art", "drucksache-art")
    lead = head.span("vofamt") if head.text("vofamt") else head.starting("federführ")
    paper_type = page.at(kind)
    applicant = head.starting("antragstell", "einreich", "initiator")
    if applicant == NOTHING and fields.is_applicants_paper(paper_type):
        applicant = head.span("voverfasser1")
    status = head.status("vostatus", "vostat") if page.maybe("#headLeft #vostatus") else NOTHING
    names = [name.strip() for name in page.text[slice(*applicant)].splitlines()]
    record = Paper(
        id=paper_id,
        reference=page.at(reference),
        name=head.text("vobetreff"),
        paper_type=paper_type,
        lead_unit=page.at(lead),
        originator=tuple(name for name in names if name),
        status=page.at(status),
        sections={heading: page.at(span) or "" for heading, span in texts},
        url=page.link(f"./vo020?VOLFDNR={paper_id}") if paper_id and page.url else None,
    )
    places = {"reference": reference, "name": head.span("vobetreff"), "paper_type": kind, "status": status}
    return Row(record=record, places=places | {"lead_unit": lead, "originator": applicant})


def paper(page: Page) -> PageReading:
    """A paper: head, Beratungsfolge, documents, attachments, text."""
    head, texts = Head(page), _texts(page)
    paper_id = own_id(page, "VOLFDNR")
    rows = [_paper_row(page, head, paper_id, _title_parts(page)[1], texts=texts)]
    rows += _consultations(page, paper_id)
    rows += documents(page, paper_id)
    rows += _attachments(page, paper_id)
    return PageReading(
        vendor=NAME,
        kind="paper",
        rows=tuple(rows),
        follows=tuple(links_onward(page, page.one("#pageContent"))),
        prose=tuple(span for _, span in texts),
    )


def item(page: Page) -> PageReading:
    """An item: its meeting, its result, its minutes, and the paper as far as the head tells of it. Unproven."""
    head, texts = Head(page), _texts(page)
    start, end = page.span(page.one("h1.title"))
    title = re.match(r"\S+ - (?:[ÖN]\s+)?\S+\s+", page.text[start:end])
    top = page.maybe("#headLeft a[href*=to010], #headLeft a[href*=SILFDNR]")
    meeting_id = query(page.url or "", "SILFDNR") or query(attribute(top, "href") or "", "SILFDNR")
    link = page.maybe("#headLeft a[href*=VOLFDNR]")
    number, result = head.span("top"), head.span("beschluss", "beschlussart")
    name = (start + title.end() if title else start, end)
    said = head.text("beratung")
    record = AgendaItem(
        id=own_id(page, "TOLFDNR"),
        meeting=meeting_id,
        number=page.at(number),
        name=page.at(name),
        public=fields.is_public(said) if said else fields.item_number(page.at(number))[1],
        result=page.at(result),
        resolution_text=_text_under(page, texts, r"beschluss"),
        minutes_text=_text_under(page, texts, r"beratung|(?:wort)?protokoll|niederschrift"),
        paper=query(attribute(link, "href") or "", "VOLFDNR"),
        url=page.url,
    )
    places = {"number": number, "name": name, "result": result, "public": head.span("beratung")}
    rows = [meeting(page, head, meeting_id), Row(record=record, places=places)]
    if link or head.text("voart", "vorlageart", "drucksachenart"):
        paper_id, reference = record.paper, page.span(link) if link else NOTHING
        rows.append(_paper_row(page, head, paper_id, reference, texts=[]))
    rows += _attachments(page, record.id)
    return PageReading(
        vendor=NAME,
        kind="item",
        rows=tuple(rows),
        follows=tuple(links_onward(page, page.one("#pageContent"))),
        prose=tuple(span for _, span in texts),
    )


def _text_under(page: Page, texts: list[tuple[str, Span]], headings: str) -> str | None:
    found = (page.at(span) for heading, span in texts if re.fullmatch(headings, heading.strip(" :").lower()))
    return next(found, None)


def _consultations(page: Page, paper_id: str | None) -> Iterator[Row]:
    """Stations of the Beratungsfolge: a row with committee and role, then a row for each meeting, if there is any."""
    columns = [fields.label(cell.get_text()) for cell in page.many("#bfTable thead th", least=0)]
    station: dict[str, Span] = {}
    order, pending = 0, False
    for line in page.many("#bfTable tbody tr", least=0):
        spans = [page.span(cell) for cell in line.find_all("td", recursive=False)]
        cells = dict(zip(columns, spans, strict=False))
        if page.at(cells.get("datum", NOTHING)):
            order, pending = order + 1, False
            yield _consultation(page, paper_id, order, station, cells, line)
        elif page.at(cells.get("gremium", NOTHING)):
            if pending:
                order += 1
                yield _consultation(page, paper_id, order, station, {}, None)
            state = line.select_one(".wfcolorDesc")
            station, pending = cells | {"status": page.span(state) if state else NOTHING}, True
    if pending:
        yield _consultation(page, paper_id, order + 1, station, {}, None)


def _consultation(
    page: Page, paper_id: str | None, order: int, station: dict[str, Span], cells: dict[str, Span], line: Tag | None
) -> Row:
    """One station, with one of its meetings. The column "Beschluss" holds the role above and the result below."""
    body, role, state = (station.get(name, NOTHING) for name in ("gremium", "beschluss", "status"))
    date, result = (cells.get(name, NOTHING) for name in ("datum", "beschluss"))
    link = line.select_one("a[href*=to010]") if line else None
    record = Consultation(
        paper=paper_id,
        order=order,
        organization=page.at(body),
        date=fields.any_day(page.at(date)),
        role=page.at(role),
        authoritative=fields.is_authoritative(page.at(role)),
        state=page.at(state),
        result=page.at(result),
        meeting=query(attribute(link, "href") or "", "SILFDNR"),
        agenda_item=query(attribute(link, "href") or "", "TOLFDNR"),
    )
    places = {"organization": body, "date": date, "role": role, "state": state, "result": result}
    return Row(record=record, places=places)


def _attachments(page: Page, of: str | None) -> Iterator[Row]:
    """Attachments from their table, else from the list beside the head. Their links hold for one visit: no ids."""
    columns = [fields.label(cell.get_text()) for cell in page.many(".attachmentTable thead th", least=0)]
    lines = page.many(".attachmentTable tbody tr", least=0)
    for line in lines:
        cells = dict(zip(columns, line.find_all("td", recursive=False), strict=False))
        spans = {name: page.span(cell) for name, cell in cells.items()}
        size = spans.get("größe", NOTHING)
        yield _attachment(
            page, of, line.select_one("a[href]"), spans.get("name", NOTHING), spans.get("nr.", NOTHING), size
        )
    for link in page.many("#anlagenHeaderPanel a.attlink", least=0) if not lines else []:
        yield _attachment(page, of, link, page.span(link), NOTHING, NOTHING)


def _attachment(page: Page, of: str | None, link: Tag | None, name: Span, number: Span, size: Span) -> Row:
    tooltip = attribute(link, "data-simpletooltip-text") or ""
    record = File(
        id=None,
        of=of,
        name=page.at(name),
        url=page.link(attribute(link, "href") or "") if link else None,
        mime_type="application/pdf" if "PDF" in tooltip else None,
        size=size_in_bytes(page.at(size)),
        role="auxiliaryFile",
    )
    return Row(record=record, places={"name": name, "number": number, "size": size})
