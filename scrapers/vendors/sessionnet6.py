"""SessionNet 6 (Somacos): the JSON that its pages ask for: sitzungen, tagesordnung, its dokumente, gremien.

Recorded from Sangerhausen, but for counted votes (`abstimmungErgebnis`) and gremien, which are unproven. `oSt` 1 means
public; 4 is a meeting with both parts. Only what has a `freigabeDatum` is released.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from corpus.evidence import Span
from corpus.model import AgendaItem, Consultation, File, Follow, Meeting, Organization, Paper, Vote
from scrapers import fields
from scrapers.file_names import file_role
from scrapers.json_fields import Values, values_of
from scrapers.page import Page, PageReading, Row, Start, Vendor, months

NAME = "sessionnet6"
_MAIN_DOCUMENT = r"(?:beschluss|sitzungs|informations|mitteilungs|berichts)?vorlage"


def detect(page: Page) -> str | None:
    """The kind of an answer, by the keys of its objects."""
    shape = page.json.shape if page.json else None
    return shape.kind if shape and shape.product == NAME else None


def _empty(page: Page) -> str | None:
    """The page's words for "nothing here": "[]", which only its address tells from any other empty list."""
    return None if page.json and page.json.data else page.text


def _base(page: Page) -> str | None:
    """The address that the app's own addresses start with."""
    return page.url[: page.url.index("api/v1/")] if page.url and "/api/v1/" in page.url else None


def _public(values: Values) -> bool | None:
    return True if values.id("oSt") == "1" else None


def _calendar(page: Page) -> PageReading:
    """Meetings of a period. Only a released one has an agenda to follow."""
    rows: list[Row] = []
    follows: list[Follow] = []
    base = _base(page)
    for values in values_of(page)[1]:
        number = values.required("", "siNr")
        start, end = values.moment("start", "beginn"), values.moment("end", "ende")
        name = values.text("name", "name")
        record = Meeting(
            id=number,
            name=name,
            start=start or values.day("date", "dat"),
            end=end,
            location=values.text("location", "raum", "ort"),
            cancelled=fields.is_cancelled(name),
            public=_public(values),
            url=f"{base}sitzungen/{number}" if base else None,
        )
        values.places.pop("", None)
        values.text("number", "nummer")
        rows.append(Row(record=record, places=values.places))
        if values.id("freigabeDatum"):
            address = f"{base or ''}api/v1/sitzungen/{number}/tagesordnung"
            follows += [Follow(url=address, kind="agenda"), Follow(url=f"{address}/dokumente", kind="documents")]
    return PageReading(vendor=NAME, kind="calendar", rows=tuple(rows), follows=tuple(follows), empty=_empty(page))


def _agenda(page: Page) -> PageReading:
    """The items of a meeting, with their papers and stations. The answer names no meeting: only its address does."""
    match = re.search(r"/sitzungen/(\d+)/tagesordnung", urlsplit(page.url or "").path)
    rows: list[Row] = []
    for order, values in enumerate(values_of(page)[1], start=1):
        rows += _item(values, match[1] if match else None, order)
    return PageReading(vendor=NAME, kind="agenda", rows=tuple(rows), empty=_empty(page))


def _item(values: Values, meeting: str | None, order: int) -> Iterator[Row]:
    """An item; where it deals with a paper, the paper and this station of it.

    No address of a paper is known. An item states the paper's id, and its own title, which is the only one that the
    product shows of the paper; the number that people know ("Vorlagennummer") stands in documents only.
    """
    number = values.required("", "toNr")
    values.places.pop("", None)
    result = values.text("result", "beschluss")
    votes, vote_places = _votes(values)
    paper, name = values.id("voNr"), values.text("name", "text", "textLang")
    record = AgendaItem(
        id=number,
        meeting=meeting,
        order=order,
        number=values.text("number", "nummer"),
        name=name,
        public=_public(values),
        result=result,
        vote=votes[0] if votes else None,
        votes=votes,
        paper=paper,
    )
    yield Row(record=record, places=values.places | vote_places)
    if paper:
        titled = {"name": values.places["name"]} if name else {}
        yield Row(record=Paper(id=paper, name=name), places=titled)
        yield Row(record=Consultation(paper=paper, organization=values.id("grNr"), meeting=meeting, agenda_item=number))


def _votes(values: Values) -> tuple[tuple[Vote, ...], dict[str, Span]]:
    """The counted vote (counters that are all 0 are unfilled), and what the result tells ("mehrheitlich ...")."""
    votes, places = fields.printed_votes(values.page, values.places.get("result", (0, 0)))
    if counted := values.child("abstimmungErgebnis"):
        yes, no, abstentions, biased = (counted.number("", name) for name in ("ja", "nein", "enthaltung", "befangen"))
        if yes or no or abstentions:
            span = values.json.span(counted.path)
            told = votes[0].unanimous if votes and not (votes[0].unanimous and no) else None
            raw = values.page.at(span)
            vote = Vote(yes=yes, no=no, abstentions=abstentions, biased=biased, unanimous=told, raw=raw)
            return (vote,), {"votes.0": span}
    return votes, places


def _documents(page: Page) -> PageReading:
    """The documents of a meeting's items."""
    rows = []
    for values in values_of(page)[1]:
        name = values.text("name", "name")
        record = File(
            id=values.id("doNr"),
            of=values.id("toNr"),
            name=name,
            url=page.link(values.required("url", "ref")),
            role=file_role(name, _MAIN_DOCUMENT),
        )
        rows.append(Row(record=record, places=values.places))
    return PageReading(vendor=NAME, kind="documents", rows=tuple(rows), empty=_empty(page))


def _committees(page: Page) -> PageReading:
    rows = []
    for values in values_of(page)[1]:
        record = Organization(id=values.required("id", "grNr"), name=values.required("name", "name"))
        rows.append(Row(record=record, places=values.places))
    return PageReading(vendor=NAME, kind="committees", rows=tuple(rows))


def _starts(page: Page, since: dt.date, until: dt.date) -> tuple[Start, ...]:
    """The app's own list of meetings, month by month."""
    return tuple(
        Start(url=page.link(f"api/v1/sitzungen?von={first}&bis={last}"), kind="calendar", last=last)
        for first, last in months(since, until)
    )


VENDOR = Vendor(
    name=NAME,
    label="SessionNet 6",
    detect=detect,
    kinds={"calendar": _calendar, "agenda": _agenda, "documents": _documents, "committees": _committees},
    version=3,
    marks=("app-root",),
    starts=_starts,
)
