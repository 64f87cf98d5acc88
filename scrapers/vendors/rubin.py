"""more!rubin: the JSON of its api.php (bodies, calendar, meeting) and the meeting inside the pages of older versions.

Recorded are calendars and meetings of three councils. Counted votes (`votings`) were empty on all of them and are not
read. An item's `status` is 1 in the public part and 2 in the other. Once minutes exist a meeting is called "ni_..." and
keeps its first name in `nummer_si`: that one is its id here.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from corpus.evidence import Span
from corpus.model import AgendaItem, Body, Consultation, File, Follow, Meeting, Organization, Paper
from scrapers import fields
from scrapers.file_names import file_role
from scrapers.json_fields import Values, values_of
from scrapers.page import Page, PageReading, Row, Start, Vendor, moment, months

NAME = "rubin"
_ROLES = {"4": "mainFile", "5": "resolutionFile", "13": "auxiliaryFile", "14": "auxiliaryFile"}
"""Role by the product's document type; another type (1: a meeting's notice) is named by the document's own name."""
_DOCUMENT_IDS = (
    "document_relation_id submission_attachment_id agenda_item_attachment_id submission_id agenda_item_id meeting_id"
).split()
_MEETING_CALL = "api.php?id=meetings&action=get&meeting_id={}&with_agenda_item_documents=1"


def detect(page: Page) -> str | None:
    """The kind of an answer, by the keys of its objects."""
    shape = page.json.shape if page.json else None
    return shape.kind if shape and shape.product == NAME else None


def _bodies(page: Page) -> PageReading:
    """The municipalities and associations that one installation serves."""
    rows = []
    for values in values_of(page)[1]:
        record = Body(id=values.required("id", "id"), name=values.required("name", "name"))
        rows.append(Row(record=record, places=values.places))
    return PageReading(vendor=NAME, kind="bodies", rows=tuple(rows))


def _calendar(page: Page) -> PageReading:
    """The meetings of a period."""
    _, (answer,) = values_of(page)
    rows: list[Row] = []
    follows: list[Follow] = []
    for values in answer.children("meetings"):
        codes = tuple(code for i in range(1, 6) if (code := values.id(f"gremium_{i}")))
        rows.append(_meeting(page, values, codes))
        follows.append(Follow(url=page.link(_MEETING_CALL.format(values.required("", "nummer"))), kind="meeting"))
    first, last = (answer.text("", name) for name in ("first_day", "last_day"))
    empty = None if rows else f"first_day: {first}\nlast_day: {last}\nmeetings: []"
    return PageReading(vendor=NAME, kind="calendar", rows=tuple(rows), follows=tuple(follows), empty=empty)


def _meeting(page: Page, values: Values, organization: tuple[str, ...]) -> Row:
    """A meeting. A time of 00:00:00 is one that nobody entered."""
    date, title = values.day("date", "datum"), values.text("name", "titel")
    start, end = (_time(values, field, name) for field, name in (("time", "beginn"), ("end", "ende")))
    room, address = values.child("room"), values.text("url", "full_url")
    location = room.text("location", "name", "Bezeichnung") if room else None
    ends = moment(date, end) if end else None
    record = Meeting(
        id=values.id("nummer_si") or values.required("id", "nummer"),
        name=title,
        start=moment(date, start),
        end=fields.end_of_meeting(date, f"0:00 - {end}") if ends else None,
        organization=organization,
        location=location,
        cancelled=fields.is_cancelled(title),
        url=re.sub(r"^(https?:)/{3,}", r"\1//", address) if address else None,
    )
    return Row(record=record, places=values.places | (room.places if room else {}))


def _time(values: Values, field: str, name: str) -> str | None:
    printed = values.text(field, name)
    if printed and printed.startswith("00:00"):
        values.places.pop(field)
        return None
    return printed[:5] if printed else None


def _agenda(page: Page) -> PageReading:
    """A meeting with its committees, documents and items; each item with its paper, stations and documents."""
    _, (values,) = values_of(page)
    committees = [
        Row(record=Organization(id=c.required("id", "id"), name=c.required("name", "name")), places=c.places)
        for c in _named(values.children("committees"))
    ]
    codes = tuple(row.record.id for row in committees if isinstance(row.record, Organization))
    row = _meeting(page, values, codes)
    named = [c.places["name"] for c in committees]
    row = Row(record=row.record, places={**row.places, **({"organization": named[0]} if len(named) == 1 else {})})
    meeting_id = row.record.id if isinstance(row.record, Meeting) else None
    rows = [row, *committees, *(_document(page, d, meeting_id, None, None) for d in values.children("documents"))]
    for order, item in enumerate(values.children("agenda_items"), start=1):
        rows += _item(page, item, meeting_id, order, codes)
    return PageReading(vendor=NAME, kind="meeting", rows=tuple(rows))


def _named(committees: Iterator[Values]) -> Iterator[Values]:
    return (c for c in committees if c.data.get("id") and c.data.get("name"))


def _item(page: Page, values: Values, meeting_id: str | None, order: int, codes: tuple[str, ...]) -> Iterator[Row]:
    item_id, submission = values.required("", "id"), values.child("submission")
    values.places.pop("", None)
    result = values.text("result", "abstimmungstext")
    votes, vote_places = fields.printed_votes(page, values.places.get("result", (0, 0)))
    paper_id = (submission.id("id") or values.id("vorlagennummer")) if submission else None
    record = AgendaItem(
        id=item_id,
        meeting=meeting_id,
        order=order,
        number=values.text("number", "topnummer"),
        name=values.text("name", "title"),
        public={"1": True, "2": False}.get(values.id("status") or ""),
        result=result,
        vote=votes[0] if votes else None,
        votes=votes,
        paper=paper_id,
    )
    yield Row(record=record, places=values.places | vote_places)
    status = values.child("counselling_status")
    if submission:
        yield _paper(submission, paper_id, values)
        stations = [_told_by_item(row, item_id, status) for row in _stations(submission, paper_id)]
        yield from stations or [_station(status, paper_id, meeting_id, item_id, codes)]
    for document in values.children("documents"):
        yield _document(page, document, meeting_id, item_id, paper_id)


def _paper(submission: Values, paper_id: str | None, item: Values) -> Row:
    """An item's paper. Kind and title that it does not tell itself stand in the name of its main document."""
    kind = submission.child("type")
    paper_type = kind.text("paper_type", "name", "bezeichnung") if kind else None
    reference, name = submission.text("reference", "alias"), submission.text("name", "name")
    told = _document_names(item, reference) if reference else {}
    places = told | submission.places | (kind.places if kind else {})
    record = Paper(
        id=paper_id,
        reference=reference,
        name=name or submission.page.at(told.get("name", (0, 0))),
        paper_type=paper_type or submission.page.at(told.get("paper_type", (0, 0))),
        date=submission.day("date", "erstellungsdatum"),
    )
    return Row(record=record, places=places | submission.places)


def _document_names(item: Values, reference: str) -> dict[str, Span]:
    """Places of kind and title in the name of a paper's main document: "Beschlussvorlage 2024/12 (Haushalt).pdf"."""
    pattern = re.compile(
        rf"(?P<paper_type>[A-ZÄÖÜ][^\d\n]*?) {re.escape(reference)} \((?P<name>\S.*\S)\)(?:\.pdf)?", re.S
    )
    for document in item.children("documents"):
        if "document_type_id=4&" in f"{document.text('url', 'documentUrl')}&" and document.text("name", "documentName"):
            start, end = document.places["name"]
            if match := pattern.fullmatch(document.page.text, start, end):
                return {name: match.span(name) for name in ("paper_type", "name")}
    return {}


def _told_by_item(row: Row, item_id: str, status: Values | None) -> Row:
    """A station that is this item, with the role that the item names where the station tells none."""
    station = row.record
    if not isinstance(station, Consultation) or station.agenda_item != item_id or station.role or status is None:
        return row
    role = status.text("role", "name")
    told = dataclasses.replace(station, role=role, authoritative=fields.is_authoritative(role))
    return Row(record=told, places={**row.places, **status.places})


def _stations(submission: Values, paper_id: str | None) -> Iterator[Row]:
    """The stations that a paper lists."""
    for values in submission.children("consultations"):
        role = values.text("role", "beratungsstatus_lang")
        committee = values.child("committee")
        if committee:
            committee.text("organization", "name", "Bezeichnung")
        record = Consultation(
            paper=paper_id,
            order=values.number("order", "folge"),
            organization=values.id("gremium"),
            date=values.day("date", "sitzungsdatum"),
            role=role,
            authoritative=fields.is_authoritative(role),
            meeting=values.id("sitzungsnummer"),
            agenda_item=values.id("agenda_item_id"),
        )
        yield Row(record=record, places=values.places | (committee.places if committee else {}))


def _station(
    status: Values | None, paper_id: str | None, meeting_id: str | None, item_id: str, codes: tuple[str, ...]
) -> Row:
    """The station that an item is, with the role that it names ("beschließend")."""
    role = status.text("role", "name") if status else None
    record = Consultation(
        paper=paper_id,
        organization=codes[0] if len(codes) == 1 else None,
        role=role,
        authoritative=fields.is_authoritative(role),
        meeting=meeting_id,
        agenda_item=item_id,
    )
    return Row(record=record, places=status.places if status else {})


def _document(page: Page, values: Values, meeting_id: str | None, item_id: str | None, paper_id: str | None) -> Row:
    """A document. What it belongs to and its role follow from the product's document type in its address."""
    address = values.required("url", "documentUrl")
    asked = {key: found[-1] for key, found in parse_qs(urlsplit(address).query).items()}
    kind = asked.get("document_type_id", "")
    related = next((asked[name] for name in _DOCUMENT_IDS if asked.get(name)), None)
    name = values.text("name", "documentName")
    record = File(
        id=values.id("compositeId") or (f"{related}|{kind}" if related and kind else None),
        of=paper_id if kind in {"4", "13"} and paper_id else item_id or meeting_id,
        name=name,
        url=re.sub(r"&json=1(?=&|$)", "", address),
        mime_type="application/pdf" if values.text("mime_type", "documentExtension") == "pdf" else None,
        size=values.number("size", "documentSize"),
        role=_ROLES.get(kind) or file_role(name),
    )
    return Row(record=record, places=_without(values.places, record))


def _without(places: dict[str, Span], record: File) -> dict[str, Span]:
    """The places of the fields that the record has."""
    return {name: span for name, span in places.items() if getattr(record, name) is not None}


def _starts(page: Page, since: dt.date, until: dt.date) -> tuple[Start, ...]:
    """The calendar of api.php, month by month."""
    return tuple(
        Start(
            url=page.link(f"api.php?id=calendar&action=get&from={first:%Y-%m}&to={first:%Y-%m}&view=list"),
            kind="calendar",
            last=last,
        )
        for first, last in months(since, until)
    )


VENDOR = Vendor(
    name=NAME,
    label="more!rubin",
    detect=detect,
    kinds={"bodies": _bodies, "calendar": _calendar, "meeting": _agenda},
    version=2,
    marks=('script[src*="rubin" i]', 'link[href*="rubin" i]', 'a[href*="more-rubin" i]', 'meta[content*="rubin" i]'),
    starts=_starts,
)
