"""Item and paper pages of ALLRIS 4 copied as text, in both renderings that copies have.

The newer one lists the head ("Grunddaten", "- TOP:" / "- Ö 4") and keeps tables cell by cell; the older one is the
print view, where "Reduzieren" (the button that folds a section) parts the sections. The title line says date, number
and title of the item ("17.02.2021 - 4 Title...", cut when it ends in dots), or kind and number of the paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.evidence import Span
from corpus.model import AgendaItem, Follow, Meeting, Paper
from scrapers import fields
from scrapers.captured import NOTHING, Line, lines_of, listed_fields, table_starts
from scrapers.page import Page, PageReading, Row, Vendor, moment, query
from scrapers.vendors.allris4_text_tables import attachments, consultations

NAME = "allris4_text"
_ITEM = re.compile(r"(\d{1,2}\.\d{1,2}\.\d{4}) - ((?:[ÖN]\s+)?\d[\d.]*[a-z]?)\s+(\S.*)")
_PAPER = re.compile(r"([A-ZÄÖÜ][^\d:|]{2,60}?) - (\S[^:|]{0,40}\d[^:|]{0,20}|\S*\d\S*)")
_FOLD = "Reduzieren"
_NO_DOCUMENT = "Dokument nicht im Bestand."
_TABLE = re.compile(r"(?:Beratungsfolge|Anlagen|Dokumente)\s*:?")
_ADDRESS = re.compile(r"Online-Version dieser Seite:\s*(\S+)")
_HEADING = re.compile(
    r"(?:beratung|(?:wort)?protokoll(?:vermerk)?|beschluss\w*|beschlußvorschlag|sach\w+|begründung|erläuterung(?:en)?"
    r"|rechtslage|rechtsgrundlage\w*|finanz\w+|stellungnahme|antrag|anfrage|antwort|ergebnis|abstimmungsergebnis|auswirkungen)"
    r"(?:[ /,][^.!?]{1,50})?\s*:?",
    re.I,
)
_MINUTES, _RESOLUTION = r"|beratung|(?:wort)?protokoll|niederschrift", r"beschluss"


@dataclass(frozen=True, slots=True)
class _Section:
    """Running text: its heading, the text's place, and the place of both for extractors."""

    heading: str
    text: Span
    whole: Span


def detect(page: Page) -> str | None:
    """Whether a text is a copied item or paper page: its title line, and a head or a fold mark below it."""
    if page.html is not None or page.json is not None:
        return None
    lines = lines_of(page.text)
    marked = any(line.text in {"Grunddaten", _FOLD} or _ADDRESS.match(line.text) for line in lines)
    title = _title(lines)
    return (title[0] if marked else None) if title else None


def _title(lines: list[Line]) -> tuple[str, int, re.Match[str]] | None:
    """Kind, line and parts of the title line, which is among the first: a site may print its own name above."""
    for i, line in enumerate(lines[:8]):
        for kind, pattern in (("item", _ITEM), ("paper", _PAPER)):
            match = pattern.fullmatch(line.text)
            if match:
                return kind, i, match
    return None


class _Copy:
    """A copied page taken apart: the title's parts, the head's fields, the sections below."""

    def __init__(self, page: Page) -> None:
        self.page, self.lines = page, lines_of(page.text)
        title = _title(self.lines)
        self.title = title[2] if title else None
        at = title[1] if title else 0
        self.shift = self.lines[at].start if self.lines else 0
        body = at + 1
        while body < len(self.lines) and self.lines[body].text in {_FOLD, "Grunddaten"}:
            body += 1
        self.fields, taken = listed_fields(self.lines[body:])
        body += taken
        if "beschluss" not in self.fields and len(self.lines) > body + 1 and _is_result(self.lines, body):
            self.fields["beschluss"] = self.lines[body + 1].span
            body += 2
        self.body = body
        match = _ADDRESS.search(page.text)
        self.address = page.url or (match[1] if match else None)

    def part(self, group: int) -> Span:
        """Place of a part of the title line."""
        if self.title is None or self.title[group] is None:
            return NOTHING
        return self.shift + self.title.start(group), self.shift + self.title.end(group)

    def span(self, *labels: str) -> Span:
        """Place of the first of these fields that the head has."""
        return next((self.fields[label] for label in labels if label in self.fields), NOTHING)

    def starting(self, *beginnings: str) -> Span:
        """Place of the first field whose label starts so."""
        return next((span for label, span in self.fields.items() if label.startswith(beginnings)), NOTHING)

    def text(self, span: Span) -> str | None:
        """What stands there, folded."""
        return self.page.at(span)

    def number(self, parameter: str) -> str | None:
        """A record id from the page's address, given or printed."""
        return query(self.address, parameter) if self.address else None


def _is_result(lines: list[Line], at: int) -> bool:
    """Whether "Beschluss:" and a short line form the head of the print view rather than the resolution's text."""
    after = lines[at + 2].text if at + 2 < len(lines) else _FOLD
    ends = after == _FOLD or _ADDRESS.match(after) is not None
    return lines[at].text == "Beschluss:" and ends and len(lines[at + 1].text) <= 80


def _sections(copy: _Copy) -> list[_Section]:
    """The running text below the head, section by section; tables of stations and attachments are left out."""
    lines, found = copy.lines[copy.body :], []
    heading, first, skipping = -1, 0, ""
    for i, line in enumerate([*lines, Line(_FOLD, len(copy.page.text), len(copy.page.text))]):
        cell = skipping == "table" and i < len(lines) and _is_cell(lines, i)
        table = not cell and (_TABLE.fullmatch(line.text) or _ADDRESS.match(line.text))
        starts = not cell and (line.text == _FOLD or table or _HEADING.fullmatch(line.text))
        if not starts and (cell or skipping == "list"):
            continue
        if starts or skipping:
            if first < i and not skipping:
                found.append(_section(copy, lines, heading, first, i))
            skipping = ("table" if table_starts(lines, i + 1) else "list") if table else ""
            heading = i if starts and not table and line.text != _FOLD else -1
            first = i + 1 if starts else i
    return [section for section in found if copy.page.text[slice(*section.text)] != _NO_DOCUMENT]


def _section(copy: _Copy, lines: list[Line], heading: int, first: int, end: int) -> _Section:
    text = (lines[first].start, lines[end - 1].end)
    if heading < 0:
        return _Section("", text, text)
    return _Section(lines[heading].text.rstrip(" :"), text, (lines[heading].start, text[1]))


def _is_cell(lines: list[Line], i: int) -> bool:
    """Whether a line belongs to a copied table: it holds a bar, is closed by one, or is a bullet or a date."""
    text = lines[i].text
    closed = i + 1 < len(lines) and lines[i + 1].text.startswith("|")
    return closed or "|" in text or len(text) == 1 or (len(text) < 20 and fields.any_day(text) is not None)


def _joined(copy: _Copy, sections: list[_Section], headings: str) -> str | None:
    texts = [copy.text(s.text) or "" for s in sections if re.fullmatch(headings, s.heading.lower())]
    return " ".join(texts) or None


def _meeting(copy: _Copy) -> Row:
    printed = copy.span("datum") if copy.span("datum") != NOTHING else copy.part(1)
    time, status, body = copy.span("uhrzeit", "zeit"), copy.span("status"), copy.span("gremium")
    date, state = fields.any_day(copy.text(printed)), fields.bracketed(copy.page.text, status)
    organization = copy.text(body)
    record = Meeting(
        id=copy.number("SILFDNR"),
        start=moment(date, copy.text(time)),
        end=fields.end_of_meeting(date, copy.text(time)),
        organization=(organization,) if organization else (),
        location=copy.text(copy.span("raum", "ort")),
        meeting_state=copy.text(state) if state else None,
        public=fields.is_public(copy.text(status)),
    )
    places = {"organization": body, "date": printed, "time": time, "status": status, "occasion": copy.span("anlass")}
    return Row(record=record, places=places)


def _paper_row(copy: _Copy, paper_id: str | None, reference: Span, paper_type: Span, sections: list[_Section]) -> Row:
    applicant, status, name = copy.starting("antragstell", "einreich"), NOTHING, NOTHING
    if "betreff" in copy.fields:
        name, status = copy.span("betreff"), copy.span("status")
    lead = copy.starting("federführ")
    names = [line.text for line in lines_of(copy.page.text, *applicant)]
    record = Paper(
        id=paper_id,
        reference=copy.text(reference),
        name=copy.text(name),
        paper_type=copy.text(paper_type),
        lead_unit=copy.text(lead),
        originator=tuple(names),
        status=copy.text(status),
        sections={s.heading: copy.text(s.text) or "" for s in sections},
    )
    places = {"reference": reference, "paper_type": paper_type, "name": name, "status": status}
    return Row(record=record, places=places | {"lead_unit": lead, "originator": applicant})


def _item(page: Page) -> PageReading:
    """An item: its meeting, its number and title, its result and minutes, and the paper as far as the head says."""
    copy = _Copy(page)
    sections = _sections(copy)
    number = copy.span("top") if copy.span("top") != NOTHING else copy.part(2)
    said = copy.text(copy.span("beratung"))
    record = AgendaItem(
        id=copy.number("TOLFDNR"),
        meeting=copy.number("SILFDNR"),
        number=copy.text(number),
        name=copy.text(copy.part(3)),
        public=fields.is_public(said) if said else fields.item_number(copy.text(number))[1],
        result=copy.text(copy.span("beschluss", "beschlussart")),
        resolution_text=_joined(copy, sections, _RESOLUTION),
        minutes_text=_joined(copy, sections, _MINUTES),
        url=copy.address,
    )
    places = {"number": number, "name": copy.part(3), "public": copy.span("beratung")}
    places["result"] = copy.span("beschluss", "beschlussart")
    rows = [_meeting(copy), Row(record=record, places=places)]
    kind, reference = copy.span("vorlageart", "drucksachenart", "vorlage-art"), copy.span("vorlage", "drucksache")
    if kind != NOTHING or reference != NOTHING or copy.starting("federführ") != NOTHING:
        rows.append(_paper_row(copy, copy.number("VOLFDNR"), reference, kind, []))
    rows += attachments(page, copy.lines, record.id)
    follows = (Follow(url=copy.address, kind="item"),) if copy.address and not page.url else ()
    return _reading("item", rows, follows, sections)


def _paper(page: Page) -> PageReading:
    """A paper: head, Beratungsfolge, text, attachments."""
    copy = _Copy(page)
    sections, paper_id = _sections(copy), copy.number("VOLFDNR")
    kind = copy.span("vorlageart", "drucksachenart", "vorlage-art", "drucksache-art")
    rows = [_paper_row(copy, paper_id, copy.part(2), kind if kind != NOTHING else copy.part(1), sections)]
    rows += consultations(page, copy.lines, paper_id)
    rows += attachments(page, copy.lines, paper_id)
    return _reading("paper", rows, (), sections)


def _reading(kind: str, rows: list[Row], follows: tuple[Follow, ...], sections: list[_Section]) -> PageReading:
    prose = tuple(section.whole for section in sections)
    return PageReading(vendor=NAME, kind=kind, rows=tuple(rows), follows=follows, prose=prose)


VENDOR = Vendor(
    name=NAME, label="ALLRIS 4 (Textkopie)", detect=detect, kinds={"item": _item, "paper": _paper}, version=2
)
