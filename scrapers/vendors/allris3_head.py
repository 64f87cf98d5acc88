"""What the pages of ALLRIS 3 share: head table, documents behind buttons, links onward, minutes after anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.evidence import Span
from corpus.model import File, Follow, Meeting
from scrapers import fields
from scrapers.fields import attribute
from scrapers.file_names import file_role
from scrapers.page import Page, Row, Tag, day, moment, query

_SECTIONS = {"WP": "Wortprotokoll", "BS": "Beschluss", "AE": "Abstimmungsergebnis", "SV": "Sachverhalt",
             "BV": "Beschlussvorschlag", "AN": "Anlagen", "FA": "Finanzielle Auswirkungen"}  # fmt: skip
NAME = "allris3"
TABLE = "table.tl1 tr[class^=zl]"
_MAIN_DOCUMENT = r"vorlage|drucksache|antrag|anfrage|mitteilung"


def labels(page: Page) -> list[tuple[str, Tag]]:
    """Labels of the head and their values' cells, in page order; the same label may come twice on an item's page."""
    pairs = []
    for cell in page.many("td.kb1", least=0):
        value = cell.find_next_sibling("td")
        name = fields.label(cell.get_text())
        if name and value and not cell.find_parent("td", class_="me1"):
            pairs.append((name, value))
    return pairs


class Head:
    """The head table: value cells by label, split at the paper's own row into the meeting's and the paper's."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.paper_link = page.maybe('td.text1 a[href*="VOLFDNR="]')
        start = page.span(self.paper_link)[0] if self.paper_link else None
        self.cells: dict[str, Tag] = {}
        self.paper_cells: dict[str, Tag] = {}
        for name, cell in labels(page):
            late = start is not None and page.span(cell)[0] > start
            (self.paper_cells if late else self.cells).setdefault(name, cell)

    def span(self, name: str, *, of_paper: bool = False) -> Span:
        """Place of a field's value; an empty range where the page has no such label or no value."""
        cell = (self.paper_cells if of_paper else self.cells).get(name)
        return self.page.span(cell) if cell else (0, 0)

    def text(self, name: str, *, of_paper: bool = False) -> str | None:
        """A field's value as printed."""
        return self.page.at(self.span(name, of_paper=of_paper))


def meeting(page: Page, head: Head, meeting_id: str | None, name: Span) -> Row:
    """The meeting that an agenda or an item's page describes in its head."""
    date = day(head.text("datum"))
    body, rooms = head.text("gremium"), [head.text("raum"), head.text("ort")]
    title = page.at(name)
    record = Meeting(
        id=meeting_id,
        name=title,
        start=moment(date, head.text("zeit")),
        end=fields.end_of_meeting(date, head.text("zeit")),
        organization=(body,) if body else (),
        location=", ".join(room for room in rooms if room) or None,
        cancelled=fields.is_cancelled(title),
        public=fields.is_public(head.text("status")),
        url=page.link(f"to010.asp?SILFDNR={meeting_id}") if meeting_id and page.url else None,
    )
    places = {
        "name": name,
        "organization": head.span("gremium"),
        "date": head.span("datum"),
        "time": head.span("zeit"),
        "status": head.span("status"),
        "occasion": head.span("anlass"),
        "location": head.span("raum"),
    }
    return Row(record=record, places=places)


def own_id(page: Page, parameter: str, selector: str = "") -> str | None:
    """The page's record id: from its address, from links that must hold it, or from ALLRIS's own meta tag."""
    known = query(page.url, parameter) if page.url else None
    for tag in page.many(selector, least=0) if selector and not known else []:
        known = known or query(attribute(tag, "href") or "", parameter)
    return known or attribute(page.maybe('meta[name="objectID"]'), "content")


def hidden(cell: Tag, name: str) -> str | None:
    """A hidden field of a form in the cell."""
    return attribute(cell.select_one(f'input[name="{name}"]'), "value")


def document(page: Page, form: Tag, of: str | None) -> Row | None:
    """A document behind a button: the title that the button shows names it."""
    number, button = hidden(form, "DOLFDNR"), form.select_one("input[title]")
    if number is None or button is None:
        return None
    title = re.sub(r"\s*\((?:Öffnet|öffnet).*", "", attribute(button, "title") or "").strip()
    collected = hidden(form, "typ")
    record = File(
        id=number,
        of=of,
        name=title or None,
        url=page.link(f"do027.asp?DOLFDNR={number}&options=64" + (f"&typ={collected}" if collected else "")),
        mime_type="application/pdf" if "PDF" in (attribute(button, "title") or "") else None,
        role=file_role(title, _MAIN_DOCUMENT),
    )
    start, end = page.span(button)
    return Row(record=record, places={"name": (start, min(end, start + len(title)))})


def documents(page: Page, of: str | None, selector: str) -> Iterator[Row]:
    """The documents behind all buttons that match."""
    for form in page.many(selector, least=0):
        row = document(page, form, of)
        if row:
            yield row


@dataclass(frozen=True, slots=True)
class Text:
    """Running text after one of ALLRIS's anchors: its heading, its place, and its place with a repeated heading."""

    heading: str
    span: Span
    whole: Span


def links_onward(page: Page, within: Tag) -> Iterator[Follow]:
    """Links to items, papers and, from an approval of minutes, another meeting; each once."""
    seen = set()
    for kind, mark in (("item", "to020.asp?"), ("paper", "vo020.asp?"), ("agenda", "to010.asp?")):
        for link in within.select(f'a[href*="{mark}"]'):
            url = page.link(attribute(link, "href") or "").split("#")[0]
            if url not in seen and not query(url, "BES") and not (kind == "agenda" and query(url, "TOLFDNR")):
                seen.add(url)
                yield Follow(url=url, kind=kind)


def running_text(page: Page) -> dict[str, Text]:
    """Running text by ALLRIS's code (WP, BS, SV ...): the heading that the page's own menu gives it, and its place."""
    anchors = page.many('a[name^="allris"]', least=0)
    main = page.maybe("#rismain, #rismain_raw, .allriscontent, #allriscontainer")
    if not anchors or main is None:
        return {}
    starts = [page.span(anchor)[0] for anchor in anchors]
    found: dict[str, Text] = {}
    for anchor, start, end in zip(anchors, starts, [*starts[1:], page.span(main)[1]], strict=True):
        code = (attribute(anchor, "name") or "").removeprefix("allris")
        link = page.maybe(f'a[href="#allris{code}"]')
        heading = (page.at(page.span(link)) if link else None) or _SECTIONS.get(code, code)
        whole = _without_heading(page, (start, end))
        span = _without_heading(page, whole, heading, _SECTIONS.get(code, heading))
        if span[0] < span[1]:
            found[code] = Text(heading, span, whole)
    return found


def _without_heading(page: Page, span: Span, *headings: str) -> Span:
    """The place without blanks around it and without the heading ("Beschluss:") that minutes often repeat."""
    start, end = span
    names = "|".join(re.escape(heading) for heading in headings) or "(?!)"
    repeated = re.match(rf"\s*(?:{names})\s*:[ \t]*(?=\n|$)", page.text[start:end])
    start += repeated.end() if repeated else 0
    piece = page.text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, start + len(piece.rstrip()))
