"""Agendas of SessionNet: the table (si0057), the cards (si0056) and the older table with result rows (to0040).

Numbering restarts in the non-public part, so an item's part is read with it: from the letter before its number, else
from the heading above it. An item's id is shown only where the page links the item's own page or loads its texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.model import AgendaItem, Paper, Vote
from corpus.outcomes import parse_vote
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Row, Tag, query
from scrapers.vendors.sessionnet_head import (
    NAME,
    NOTHING,
    address,
    content,
    declared_empty,
    documents,
    links_onward,
    meeting,
    own_id,
    places,
    trimmed,
)

_FIELDS = '[class*="smc_field_smcdv0_box"]'
_CARD_TITLE = ".smc-card-text-title, .smc-panel-text-title"
_RESULT = ("beschluss", "beratungsergebnis", "ergebnis", "beschlussart")
_ITEMS = f"td.tofnum, tr.smc_toph, {_CARD_TITLE}"


@dataclass(slots=True)
class Outcome:
    """What labelled lines say about an item: its result, its votes with their places, and running text."""

    result: Span = NOTHING
    votes: tuple[Vote, ...] = ()
    places: dict[str, Span] = field(default_factory=dict)
    prose: list[Span] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page, lines: list[tuple[str, Span]]) -> Outcome:
        """From labels and places of values. Votes may stand in any line ("Zusatz: Bei zwei Enthaltungen.")."""
        found = cls()
        counted: list[Span] = []
        for label, span in lines:
            if label in _RESULT and found.result == NOTHING:
                found.result = span
            elif parse_vote(page.text[slice(*span)]):
                counted.insert(0 if label.startswith("abstimmung") else len(counted), span)
            elif page.at(span) and not label.startswith("abstimmung"):
                found.prose.append(span)
        found.votes, found.places = fields.printed_votes(page, found.result, *counted)
        return found


def labelled(page: Page, within: Tag) -> list[tuple[str, Span]]:
    """The lines "Beschluss: ...", "Abstimmung: ..." of an item, by label."""
    found = []
    for line in within.select(_FIELDS):
        label = line.find("strong")
        if isinstance(label, Tag):
            span = trimmed(page, page.span(label)[1], page.span(line)[1])
            found.append((fields.label(label.get_text()), span))
    return found


@dataclass(slots=True)
class _Entry:
    """One item as a layout shows it."""

    block: Tag
    number: Span
    title: Span
    part: Span
    lines: list[tuple[str, Span]]
    id: str | None = None


def agenda(page: Page) -> PageReading:
    """A meeting and its items in order, each with result, votes, paper and documents."""
    main = content(page)
    meeting_id = own_id(page, "__ksinr", "voselect")
    rows = [meeting(page, meeting_id)]
    first = next((tag for tag in main.select(_ITEMS)), None)
    entries = list(_cards(page, main) if main.select_one(_CARD_TITLE) else _table(page, main))
    inside = {id(link) for entry in entries for link in entry.block.select('a[href*="getfile."]')}
    for box in main.select(".smc-documents, .smcdocbox, .smcdocboxinfo"):
        if not any(id(link) in inside for link in box.select("a")):
            rows += documents(page, box, meeting_id)
    prose: list[Span] = []
    for order, entry in enumerate(entries, start=1):
        item, spans = _item(page, entry, meeting_id, order)
        rows += item
        prose += spans
    empty = declared_empty(page, main) if not entries else None
    if first is None and empty is None:
        raise ParseError(page.url or "page", _ITEMS, "one or more items, or words that there are none", "neither")
    follows = tuple(links_onward(page, main, "item", "paper"))
    return PageReading(vendor=NAME, kind="agenda", rows=tuple(rows), follows=follows, prose=tuple(prose), empty=empty)


def _table(page: Page, main: Tag) -> Iterator[_Entry]:
    """Items of a table: a row each (layouts 5 and 6), or a row and rows below it with its result (layout 4)."""
    part = NOTHING
    entry: _Entry | None = None
    for row in main.select("tr:not(.smcdocbox tr)"):
        classes = (attribute(row, "class") or "").split()
        number = row.select_one("td.tofnum, td.smc_tophn")
        if "smc_tophz" in classes:
            if entry:
                entry.lines += _result_row(page, row)
        elif number is not None:
            if entry:
                yield entry
            entry = _row(page, row, number, part)
        elif row.select_one("td.totrenn") or {"smc-table-group", "smcrowh"} & set(classes):
            part = page.span(row)
    if entry:
        yield entry


def _row(page: Page, row: Tag, number: Tag, part: Span) -> _Entry:
    cell = row.select_one("td.tobetr, td.tolink, td.smc_topht") or row
    title = cell.select_one(".smc-card-header-title-simple") or cell
    start, end = page.span(title)
    if below := title.select_one(_FIELDS):
        end = page.span(below)[0]
    numbered = page.span(number)
    if note := number.select_one('[class*="smcf_tondat"]'):
        numbered = trimmed(page, numbered[0], page.span(note)[0])
    known = re.fullmatch(r"smc_contol_to_\d+_(\d+)", attribute(row, "id") or "")
    return _Entry(row, numbered, trimmed(page, start, end), part, labelled(page, row), known[1] if known else None)


def _result_row(page: Page, row: Tag) -> Iterator[tuple[str, Span]]:
    label = row.select_one("td.smc_topr")
    value = label.find_next_sibling("td") if label else None
    if label and isinstance(value, Tag):
        yield fields.label(label.get_text()), page.span(value)


def _cards(page: Page, main: Tag) -> Iterator[_Entry]:
    """Items as cards that open; a card without an item's title is the heading of a part."""
    part = NOTHING
    for card in main.select(".card, .panel"):
        title = card.select_one(_CARD_TITLE)
        number = card.select_one(".badge:not(.smc-badge-count)")
        if title is None:
            part = page.span(card.select_one(".card-header-title, .panel-title, h2") or card)
        elif number is not None and not card.select_one(".card, .panel"):
            loads = re.search(r"smctonr=(\d+)", attribute(card.select_one("[onclick*=smctonr]"), "onclick") or "")
            known = loads[1] if loads else None
            yield _Entry(card, page.span(number), page.span(title), part, labelled(page, card), known)


def _item(page: Page, entry: _Entry, meeting_id: str | None, order: int) -> tuple[list[Row], list[Span]]:
    """The records of one item, and where its running text stands."""
    outcome = Outcome.of(page, entry.lines)
    link = entry.block.select_one('a[href*="__ktonr="]')
    item_id = query(attribute(link, "href") or "", "__ktonr") or entry.id
    paper_link = entry.block.select_one('a[href*="__kvonr="]')
    paper = query(attribute(paper_link, "href") or "", "__kvonr")
    lettered = fields.item_number(page.at(entry.number))[1]
    record = AgendaItem(
        id=item_id,
        meeting=meeting_id,
        order=order,
        number=page.at(entry.number),
        name=page.at(entry.title),
        public=fields.is_public(page.at(entry.part)) if lettered is None else lettered,
        result=page.at(outcome.result),
        vote=outcome.votes[0] if outcome.votes else None,
        votes=outcome.votes,
        paper=paper,
        url=address(page, attribute(link, "href") or "") if link else None,
    )
    found = places(number=entry.number, name=entry.title, result=outcome.result)
    found |= outcome.places | places(public=entry.part if lettered is None else NOTHING)
    rows = [Row(record=record, places=found)]
    if paper_link and paper:
        reference = page.span(paper_link)
        url = address(page, attribute(paper_link, "href") or "")
        paper_record = Paper(id=paper, reference=page.at(reference), url=url)
        rows.append(Row(record=paper_record, places=places(reference=reference)))
    rows += documents(page, entry.block, paper or item_id, item_id)
    return rows, outcome.prose
