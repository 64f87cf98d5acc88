"""Pages of one matter in SessionNet: paper (vo0050), its consultations (vo0053), item (to0050).

The paper's head is recorded. Its text, where a council shows one, the consultations and the item's page are not: their
readers rest on markup notes and on what copies of such pages print, and are unproven.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.model import AgendaItem, Consultation, Meeting, Paper
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Tag, day, query
from scrapers.vendors.sessionnet_agenda import Outcome, labelled
from scrapers.vendors.sessionnet_head import (
    NAME,
    NOTHING,
    Head,
    address,
    content,
    declared_empty,
    documents,
    heading,
    links_onward,
    meeting,
    own_id,
    places,
    trimmed,
)
from scrapers.vendors.sessionnet_stations import stations

_NO_TEXT = (
    "h1, #smcregister, #smcfiltermenu, .page-title, .smc-table-row, .smc-documents, .smcdocbox, .card-header, footer, "
    '#smcfooter, [class*="smc_field_smcdv0_box"], .smc-nav-actions, thead, table[id^="smc_page_"], '
    '#smctablevorgang, table[summary*="Beratung"]'
)
_SECTION = re.compile(
    r"^[^\S\n]*((?:Beschluss|Beratung|Protokoll|Wortprotokoll|Niederschrift|Sach|Erläuter|Begründung|Finanz|Antwort|"
    r"Abstimmungsergebnis|Ergebnis)[^\n:]{0,60}):[^\S\n]*$",
    re.M,
)
_STATION = re.compile(
    r"(?P<date>\d{1,2}\.\d{1,2}\.\d{4})\s+(?P<body>\S.*?)(?:\s+TOP\s+(?P<top>[\w.]+))?"
    r"\s+(?P<public>(?:nicht\s?-?)?öffentlich)(?:\s+-\s+(?P<role>\S.*))?",
    re.I | re.S,
)


def running_text(page: Page, head: Head) -> list[Span]:
    """Where running text stands: what is left of the content without heads, menus, documents and labelled lines."""
    main = content(page)
    start, end = page.span(main)
    known = sorted([*head.whole, *(page.span(tag) for tag in main.select(_NO_TEXT))])
    found = []
    for left, right in [*known, (end, end)]:
        if left > start and len(re.findall(r"\w{2,}", page.text[start:left])) >= 3:
            found.append(trimmed(page, start, left))
        start = max(start, right)
    return found


def _sections(page: Page, texts: list[Span]) -> list[tuple[str, Span]]:
    """The parts of running text under headings that stand alone on a line ("Beschluss:"); the rest under ""."""
    found = []
    for start, end in texts:
        heads = list(_SECTION.finditer(page.text, start, end))
        edges = [*(match.start() for match in heads), end]
        if (lead := trimmed(page, start, edges[0])) != NOTHING:
            found.append(("", lead))
        for match, until in zip(heads, edges[1:], strict=True):
            found.append((match[1].strip(), trimmed(page, match.end(), until)))
    return [(title, span) for title, span in found if span != NOTHING]


def paper(page: Page) -> PageReading:
    """A paper: head, documents, and its text where the page shows one."""
    head, main = Head(page), content(page)
    texts = running_text(page, head)
    paper_id = own_id(page, "__kvonr")
    reference, kind = head.span("voname", "vorlage", "drucksache", "name"), head.span("vovaname", "art", "vorlageart")
    name = head.span("vobetr", "betreff")
    if not (page.at(reference) or page.at(name)):
        raise ParseError(page.url or "page", ".voname, .vobetr", "a paper's number or subject", "neither")
    lead, status = head.starting("federführ"), head.starting("status")
    originator = head.starting("antragstell", "einreich", "initiator")
    date = head.starting("datum", "vorlagendatum", "erstellt")
    names = [line.strip() for line in page.text[slice(*originator)].splitlines()]
    record = Paper(
        id=paper_id,
        reference=page.at(reference),
        name=page.at(name),
        paper_type=page.at(kind),
        date=day(page.at(date)),
        lead_unit=page.at(lead),
        originator=tuple(line for line in names if line),
        status=page.at(status),
        sections={title: page.at(span) or "" for title, span in _sections(page, texts)},
        url=page.url,
    )
    found = places(reference=reference, name=name, paper_type=kind, lead_unit=lead, status=status, date=date)
    rows = [Row(record=record, places=found | places(originator=originator)), *documents(page, main, paper_id)]
    rows += stations(page, main, paper_id)
    follows = tuple(links_onward(page, main, "consultations", "agenda", "item"))
    return PageReading(vendor=NAME, kind="paper", rows=tuple(rows), follows=follows, prose=tuple(texts))


def consultations(page: Page) -> PageReading:
    """The stations of a paper, each a card headed "10.06.2026 Sportausschuss TOP 8.1 öffentlich - Vorberatung"."""
    main = content(page)
    paper_id = own_id(page, "__kvonr")
    rows: list[Row] = []
    prose: list[Span] = []
    for card in main.select(".card, .panel"):
        title = card.select_one("button, .card-header-title, .panel-title")
        if title is None or card.select_one(".card, .panel"):
            continue
        start, end = page.span(title)
        if badges := title.select_one(".smc-badges"):
            start, end = trimmed(page, start, page.span(badges)[0] if page.at(page.span(badges)) else end)
        if match := _STATION.fullmatch(page.text[start:end]):
            row, extra = _station(page, card, match, start, paper_id, sum(_is_station(r) for r in rows) + 1)
            rows += [row, *documents(page, card, paper_id)]
            prose += extra
    empty = None if rows else declared_empty(page, main)
    if not rows and empty is None:
        raise ParseError(page.url or "page", ".card button", "date, committee and openness of a station", "none")
    follows = tuple(links_onward(page, main, "agenda", "item"))
    found = tuple(rows)
    return PageReading(vendor=NAME, kind="consultations", rows=found, follows=follows, prose=tuple(prose), empty=empty)


def _is_station(row: Row) -> bool:
    return isinstance(row.record, Consultation)


def _station(
    page: Page, card: Tag, match: re.Match[str], shift: int, paper_id: str | None, order: int
) -> tuple[Row, list[Span]]:
    """One station. Its last words are the planned role; a result stands in the card, if anywhere."""
    outcome = Outcome.of(page, labelled(page, card))
    links = (card.select_one(f'a[href*="{name}="]') for name in ("__ksinr", "__ktonr"))
    met, item = (attribute(link, "href") or "" for link in links)
    at = {name: (shift + match.start(name), shift + match.end(name)) for name in match.groupdict() if match[name]}
    role = page.at(at.get("role", NOTHING))
    record = Consultation(
        paper=paper_id,
        order=order,
        organization=page.at(at["body"]),
        date=day(match["date"]),
        role=role,
        authoritative=fields.is_authoritative(role),
        result=page.at(outcome.result),
        meeting=query(met, "__ksinr"),
        agenda_item=query(item, "__ktonr"),
    )
    found = places(
        organization=at["body"],
        date=at["date"],
        role=at.get("role", NOTHING),
        result=outcome.result,
        public=at["public"],
    )
    return Row(record=record, places=found), outcome.prose


def item(page: Page) -> PageReading:
    """An item: result and votes from its labelled lines, its meeting and paper as far as named, its text."""
    head, main = Head(page), content(page)
    texts = running_text(page, head)
    start, end = heading(page)
    title = re.match(
        r"(?:(?:Tagesordnungspunkt|TOP)\s+)?(?:-\s+)?(?P<number>(?:[ÖN]\s+)?\d[\d.]*)(?:\s*[:-]?\s+|$)",
        page.text[start:end],
    )
    number = (start + title.start("number"), start + title.end("number")) if title else head.span("tofnum", "top")
    name = head.span("tobetr", "betreff", "bezeichnung")
    name = name if page.at(name) else (start + title.end() if title else start, end)
    lines = labelled(page, main) or [(label, span) for label, span in head.by_label.items() if label in _LINES]
    outcome, item_id = Outcome.of(page, lines), own_id(page, "__ktonr")
    paper_link, meeting_link = (main.select_one(f'a[href*="{p}="]') for p in ("__kvonr", "__ksinr"))
    meeting_id = query(attribute(meeting_link, "href") or "", "__ksinr")
    sections = _sections(page, texts)
    record = AgendaItem(
        id=item_id,
        meeting=meeting_id,
        number=page.at(number),
        name=page.at(name),
        public=fields.item_number(page.at(number))[1],
        result=page.at(outcome.result),
        vote=outcome.votes[0] if outcome.votes else None,
        votes=outcome.votes,
        resolution_text=_under(page, sections, r"beschluss|ergebnis/beschluss|beschlusstext"),
        minutes_text=_under(page, sections, r"(?:wort)?protokoll|beratung|niederschrift|protokollvermerk|"),
        paper=query(attribute(paper_link, "href") or "", "__kvonr"),
        url=page.url,
    )
    found = places(number=number, name=name, result=outcome.result) | outcome.places
    rows = [*_meeting_of(page, head, meeting_id), Row(record=record, places=found)]
    rows += _paper_of(page, paper_link)
    rows += documents(page, main, record.paper or item_id, item_id)
    follows = tuple(links_onward(page, main, "paper", "agenda"))
    prose = (*outcome.prose, *texts)
    return PageReading(vendor=NAME, kind="item", rows=tuple(rows), follows=follows, prose=prose)


_LINES = ("beschluss", "beratungsergebnis", "abstimmung", "zusatz")


def _under(page: Page, sections: list[tuple[str, Span]], headings: str) -> str | None:
    """The text under the first heading that matches; text without a heading only where nothing else does."""
    found = [(title, page.at(span)) for title, span in sections if re.fullmatch(headings, title.lower())]
    return next((text for title, text in found if title), found[0][1] if found else None)


def _meeting_of(page: Page, head: Head, meeting_id: str | None) -> Iterator[Row]:
    """The meeting of an item's page: from fields of its own, or from "Sitzung: 14.12.2021 KT/117/2021"."""
    if page.at(head.span("sidat", "datum", "sitzung")):
        row = meeting(page, meeting_id)
        if row.places.get("date") and isinstance(row.record, Meeting):
            # The heading of this page is the item's title, and its address the item's.
            record = dataclasses.replace(row.record, name=None, public=None, cancelled=None, url=None)
            yield Row(record=record, places={k: v for k, v in row.places.items() if k not in ("name", "status")})
        else:
            yield _meeting_by_field(page, head, meeting_id)


def _meeting_by_field(page: Page, head: Head, meeting_id: str | None) -> Row:
    span = head.span("sitzung")
    match = re.search(r"\d{1,2}\.\d{1,2}\.\d{4}", page.text[slice(*span)])
    date = (span[0] + match.start(), span[0] + match.end()) if match else NOTHING
    body = head.span("sigrname", "gremium", "gremien")
    named = page.at(body)
    record = Meeting(id=meeting_id, start=day(page.at(date)), organization=(named,) if named else ())
    return Row(record=record, places=places(date=date, organization=body))


def _paper_of(page: Page, link: Tag | None) -> Iterator[Row]:
    if link is not None:
        href = attribute(link, "href") or ""
        record = Paper(id=query(href, "__kvonr"), reference=page.at(page.span(link)), url=address(page, href))
        yield Row(record=record, places=places(reference=page.span(link)))
