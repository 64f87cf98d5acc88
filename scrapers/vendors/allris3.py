"""ALLRIS 3 (CC e-gov, .asp): calendar (si010), agenda (to010), item (to020), paper (vo020) of the classic template.

Recorded from Hamburg's seven districts, Neustadt in Holstein and, embedded in a CMS, Hildesheim. Labels and columns are
found by structure: `td.kb1` is a label and the next cell its value; the agenda is `table.tl1`; minutes follow anchors
`<a name="allrisWP">`. The "_r" template is read for calendars only.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from corpus.evidence import Span
from corpus.model import AgendaItem, Consultation, File, Paper
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Start, Tag, Vendor, day, months, query, size_in_bytes
from scrapers.vendors.allris3_agenda import agenda
from scrapers.vendors.allris3_head import (
    NAME,
    TABLE,
    Head,
    Text,
    documents,
    labels,
    links_onward,
    meeting,
    own_id,
    running_text,
)
from scrapers.vendors.allris_calendar import CLASSIC, classic


def detect(page: Page) -> str | None:
    """The kind of an ALLRIS 3 page, by what it holds: a to010 address may show an item, a CMS may hide the address."""
    if page.html is not None and page.maybe(CLASSIC):
        return "calendar"
    if page.html is None or not page.maybe("#allriscontainer, .allriscontent, #rismain, #rismain_raw"):
        return None
    printed = {name for name, _ in labels(page)}
    if "top" in printed and "gremium" in printed:
        return "item"
    if page.maybe(f'{TABLE} td.text4 a[href*="TOLFDNR="]') and "datum" in printed:
        return "agenda"
    return "paper" if "betreff" in printed and any(name.endswith("art") for name in printed) else None


def _after_dash(page: Page) -> Span:
    """Place of what the page's title says after its first dash: "Auszug - Title of the item", "Vorlage - 12/2021"."""
    start, end = page.span(page.one("#risname h1, #risname_raw h1"))
    prefix = re.match(r"[^\n]*? - ", page.text[start:end])
    return start + prefix.end() if prefix else start, end


def _item(page: Page) -> PageReading:
    """An item's page: its meeting, its result, its minutes, and the paper as far as its head is repeated here."""
    head, texts = Head(page), running_text(page)
    top = page.maybe('td.text1 a[href*="to010.asp?"]')
    meeting_id = query(attribute(top, "href") or "", "SILFDNR") if top else None
    item_id = own_id(page, "TOLFDNR", '#risnavi a[href*="to020.asp?TOLFDNR="]')
    item_id = item_id or query(attribute(page.maybe("td > form[action*=topSelected]"), "action") or "", "topSelected")
    name = _after_dash(page)
    paper = _paper_of_item(page, head)
    result = head.span("beschlussart") if head.text("beschlussart") else head.span("beschluss")
    votes, vote_places = fields.printed_votes(page, result, *([texts["AE"].span] if "AE" in texts else []))
    record = AgendaItem(
        id=item_id,
        meeting=meeting_id,
        number=head.text("top"),
        name=page.at(name),
        public=fields.item_number(head.text("top"))[1],
        result=page.at(result),
        vote=votes[-1] if votes else None,
        votes=votes,
        resolution_text=page.at(texts["BS"].span) if "BS" in texts else None,
        minutes_text=page.at(texts["WP"].span) if "WP" in texts else None,
        paper=query(attribute(head.paper_link, "href") or "", "VOLFDNR"),
        url=page.url,
    )
    places = {"number": head.span("top"), "name": name, "result": result} | vote_places
    rows = [meeting(page, head, meeting_id, page.span(top) if top else (0, 0)), Row(record=record, places=places)]
    rows += [paper] if paper else []
    main = page.maybe("#rismain, #rismain_raw, .allriscontent")
    return PageReading(
        vendor=NAME,
        kind="item",
        rows=tuple(rows),
        follows=tuple(links_onward(page, main)) if main else (),
        prose=tuple(text.whole for code, text in texts.items() if code != "AN" and not (code == "AE" and votes)),
    )


def _paper_of_item(page: Page, head: Head) -> Row | None:
    link = head.paper_link
    if link is None:
        return None
    start, end = page.span(link)
    match = fields.reference_and_title(page.text[start:end])
    reference = (start + match.start(1), start + match.end(1)) if match else (start, end)
    name = (start + match.start(2), start + match.end(2)) if match else (0, 0)
    return _paper_row(page, head, query(attribute(link, "href") or "", "VOLFDNR"), reference, name, of_paper=True)


def _paper_row(
    page: Page,
    head: Head,
    paper_id: str | None,
    reference: Span,
    name: Span,
    *,
    of_paper: bool = False,
    texts: Mapping[str, Text] = MappingProxyType({}),
) -> Row:
    """A paper from head fields; on an item's page they stand after the meeting's own fields."""
    cells = head.paper_cells if of_paper else head.cells
    kind = next((label for label in cells if label.endswith("art") and label != "beschlussart"), "")
    paper_type = head.text(kind, of_paper=of_paper)
    applicant = next((label for label in cells if re.match(r"antragstell|einreich|initiator", label)), "")
    author = next((label for label in cells if label.startswith("verfasser")), "")
    if not applicant and fields.is_applicants_paper(paper_type):
        applicant = author
    originator = head.span(applicant, of_paper=of_paper)
    names = [name.strip() for name in page.text[slice(*originator)].splitlines()]
    lead = next((label for label in cells if label.startswith("federführ")), "")
    status = head.span("status", of_paper=of_paper)
    record = Paper(
        id=paper_id,
        reference=page.at(reference),
        name=page.at(name),
        paper_type=paper_type,
        lead_unit=head.text(lead, of_paper=of_paper),
        originator=tuple(name for name in names if name),
        status=page.at(status),
        sections={text.heading: page.at(text.span) or "" for text in texts.values()},
        url=page.link(f"vo020.asp?VOLFDNR={paper_id}") if paper_id and page.url else None,
    )
    places = {"reference": reference, "name": name, "paper_type": head.span(kind, of_paper=of_paper), "status": status}
    places |= {"lead_unit": head.span(lead, of_paper=of_paper), "originator": originator}
    return Row(record=record, places=places)


def _paper(page: Page) -> PageReading:
    """A paper's page: head, Beratungsfolge, documents, attachments, text."""
    head, texts = Head(page), running_text(page)
    paper_id = own_id(page, "VOLFDNR", '#risnavi a[href*="vo020.asp?VOLFDNR="]')
    rows = [_paper_row(page, head, paper_id, _after_dash(page), head.span("betreff"), texts=texts)]
    rows += _consultations(page, paper_id)
    rows += documents(page, paper_id, "td.me1 form[action*=do027]")
    rows += _attachments(page, paper_id)
    main = page.maybe("#rismain, #rismain_raw, .allriscontent")
    return PageReading(
        vendor=NAME,
        kind="paper",
        rows=tuple(rows),
        follows=tuple(links_onward(page, main)) if main else (),
        prose=tuple(text.whole for code, text in texts.items() if code != "AN"),
    )


def _consultations(page: Page, paper_id: str | None) -> Iterator[Row]:
    """Stations of the Beratungsfolge: a row with committee and role, then a row for each meeting, if there is any."""
    body = role = (0, 0)
    state: str | None = None
    order, open_station = 0, False
    for line in page.many("td[colspan] > table tr[class^=zl]", least=0):
        committee = line.select("td.text1")
        if committee:
            if open_station:
                order += 1
                yield _consultation(page, paper_id, order, body, role, state, None)
            body = page.span(committee[0])
            role = page.span(committee[1]) if len(committee) > 1 else (0, 0)
            state = attribute(line.find("td", title=True), "title")
            open_station = True
        elif line.select_one("td.text2"):
            order += 1
            open_station = False
            yield _consultation(page, paper_id, order, body, role, state, line)
    if open_station:
        yield _consultation(page, paper_id, order + 1, body, role, state, None)


def _consultation(
    page: Page, paper_id: str | None, order: int, body: Span, role: Span, state: str | None, line: Tag | None
) -> Row:
    date_cell, result_cell = (line.select_one(f"td.text{n}") if line else None for n in (2, 3))
    date, result = (page.span(cell) if cell else (0, 0) for cell in (date_cell, result_cell))
    link = line.select_one('a[href*="SILFDNR="]') if line else None
    form = line.select_one("form[action*=topSelected]") if line else None
    record = Consultation(
        paper=paper_id,
        order=order,
        organization=page.at(body),
        date=day(page.at(date)),
        role=page.at(role),
        authoritative=fields.is_authoritative(page.at(role)),
        state=state,
        result=page.at(result),
        meeting=query(attribute(link, "href") or "", "SILFDNR"),
        agenda_item=query(attribute(form, "action") or "", "topSelected"),
    )
    return Row(record=record, places={"organization": body, "date": date, "role": role, "result": result})


def _attachments(page: Page, paper_id: str | None) -> Iterator[Row]:
    """Attachments from the list below the text (number, name, size), else from the one beside the head.

    Their links hold for one visit only, so the link is no id.
    """
    links = page.many('tr > td.text3 ~ td.text3 a[href*="___tmp/"]', least=0)
    for link in links or page.many('td.me1 a[href*="___tmp/"]', least=0):
        start, end = page.span(link)
        size = re.search(r"\(([\d.,]+ ?[kKMG]?B)\)$", page.text[start:end])
        cell = link.find_parent("td")
        number = cell.find_previous_sibling("td") if cell and links else None
        name_end = start + len(page.text[start : start + size.start()].rstrip()) if size else end
        printed = size_in_bytes((attribute(link, "title") or "").replace("\n", " "))
        record = File(
            id=None,
            of=paper_id,
            name=page.at((start, name_end)),
            url=page.link(attribute(link, "href") or ""),
            mime_type="application/pdf" if (attribute(link, "href") or "").lower().endswith(".pdf") else None,
            size=printed or (size_in_bytes(size[1]) if size else None),
            role="auxiliaryFile",
        )
        places = {"name": (start, name_end), "number": page.span(number) if number else (0, 0)}
        places["size"] = (start + size.start(1), start + size.end(1)) if size else (0, 0)
        yield Row(record=record, places=places)


def _starts(page: Page, since: dt.date, until: dt.date) -> tuple[Start, ...]:
    """The calendar by month, in the template that the menu of the start page leads to."""
    href = attribute(page.maybe('a[href*="si010"]'), "href") or ""
    template = re.search(r"si010\w*\.asp", href)
    name = template.group() if template else "si010_e.asp"
    base = re.sub(r"si010.*", "", href) if template else ""
    return tuple(
        Start(url=page.link(f"{base}{name}?MM={first.month}&YY={first.year}"), kind="calendar", last=last)
        for first, last in months(since, until)
    )


VENDOR = Vendor(
    name=NAME,
    label="ALLRIS 3",
    detect=detect,
    kinds={"agenda": agenda, "calendar": classic, "item": _item, "paper": _paper},
    version=3,
    marks=('meta[name="description"][content*="ALLRIS net Version 3"]', "#allriscontainer", ".allriscontent"),
    starts=_starts,
)
