"""What the pages of ALLRIS 4 share: the fields under "Grunddaten", documents, links onward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.model import File, Follow, Meeting
from scrapers import fields
from scrapers.fields import attribute
from scrapers.file_names import file_role
from scrapers.page import Page, Row, Tag, moment, query

NAME = "allris4"
NOTHING = (0, 0)
_MAIN_DOCUMENT = r"vorlage|drucksache|antrag|anfrage|mitteilung|beschlussvorlage"
_LINKS = (("item", "to020", "TOLFDNR"), ("paper", "vo020", "VOLFDNR"), ("agenda", "to010", "SILFDNR"))


class Head:
    """The fields under "Grunddaten": by the id of the value (`sidatum`) or by the printed label ("datum")."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.by_label: dict[str, Span] = {}
        for term in page.many("#headLeft dt", least=0):
            value = term.find_next_sibling("dd")
            if value:
                self.by_label.setdefault(fields.label(term.get_text()), page.span(value))

    def span(self, *names: str) -> Span:
        """Place of the first of these fields that the page fills; an empty range if it fills none."""
        for name in names:
            tag = self.page.maybe(f"#headLeft #{name}") if re.fullmatch(r"\w+", name) else None
            found = self.page.span(tag) if tag else self.by_label.get(name, NOTHING)
            if self.page.at(found):
                return found
        return NOTHING

    def starting(self, *beginnings: str) -> Span:
        """Place of the first field whose label starts so ("antragstell" for Antragsteller, Antragstellend)."""
        found = (span for name, span in self.by_label.items() if name.startswith(beginnings))
        return next((span for span in found if self.page.at(span)), NOTHING)

    def text(self, *names: str) -> str | None:
        """The field as printed."""
        return self.page.at(self.span(*names))

    def status(self, first: str, second: str) -> Span:
        """Place of "gemischt (Sitzung abgeschlossen)", which stands in two elements."""
        start, end = self.span(first, "status")
        state = self.page.maybe(f"#headLeft #{second}")
        return start, max(end, self.page.span(state)[1] if state else end)


def own_id(page: Page, parameter: str) -> str | None:
    """The page's record id: from its address, else from the search form, which every page posts back to itself."""
    form = page.maybe("#searchform")
    known = query(page.url, parameter) if page.url else None
    return known or query(attribute(form, "action") or "", parameter)


def meeting(page: Page, head: Head, meeting_id: str | None) -> Row:
    """The meeting that an agenda or an item's page describes in its head."""
    status = head.status("sistatus", "sistat")
    state = fields.bracketed(page.text, status)
    date = fields.any_day(head.text("sidatum", "datum"))
    time = head.text("sizeit", "uhrzeit", "zeit")
    body, name = head.text("sigremium", "gremium"), head.text("sibetreff")
    rooms = [head.text("siraum", "raum"), head.text("siort", "ort")]
    record = Meeting(
        id=meeting_id,
        name=name,
        start=moment(date, time),
        end=fields.end_of_meeting(date, time),
        organization=(body,) if body else (),
        location=", ".join(room for room in rooms if room) or None,
        meeting_state=page.at(state) if state else None,
        cancelled=fields.is_cancelled(name),
        public=fields.is_public(page.at(status)),
        url=page.link(f"to010?SILFDNR={meeting_id}") if meeting_id and page.url else None,
    )
    places = {
        "name": head.span("sibetreff"),
        "organization": head.span("sigremium", "gremium"),
        "date": head.span("sidatum", "datum"),
        "time": head.span("sizeit", "uhrzeit", "zeit"),
        "status": status,
        "occasion": head.span("sianlass", "anlass"),
        "location": head.span("siraum", "raum"),
    }
    return Row(record=record, places=places)


def document(page: Page, link: Tag, of: str | None) -> Row:
    """A document by its link; one without text is named by its tooltip ("Öffnet PDF-Datei 'Vorlage' in ...")."""
    href = attribute(link, "href") or ""
    number = re.search(r"/doc(\d+)\.\w+$", href)
    tooltip = re.search(r"'(.+)'", attribute(link, "data-simpletooltip-text") or "")
    name = page.at(page.span(link)) or (tooltip[1] if tooltip else None)
    record = File(
        id=number[1] if number else None,
        of=of,
        name=name,
        url=page.link(href),
        mime_type="application/pdf" if href.endswith(".pdf") else None,
        role=file_role(name, _MAIN_DOCUMENT),
    )
    return Row(record=record, places={"name": page.span(link)})


def documents(page: Page, of: str | None) -> Iterator[Row]:
    """The documents listed beside the head."""
    for link in page.many('#dokumenteHeaderPanel a.doclink[href*="/doc"]', least=0):
        yield document(page, link, of)


def links_onward(page: Page, within: Tag) -> Iterator[Follow]:
    """Links to items, papers and other meetings, without the view's state; each once."""
    seen = {(kind, own_id(page, parameter)) for kind, _, parameter in _LINKS}
    for kind, name, parameter in _LINKS:
        for link in within.select(f"a[href*={name}]"):
            number = query(attribute(link, "href") or "", parameter)
            if number and (kind, number) not in seen:
                seen.add((kind, number))
                yield Follow(url=page.link(f"./{name}?{parameter}={number}"), kind=kind)
