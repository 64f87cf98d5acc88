"""What the pages of all products share: requests and answers, and a council as its pages show it."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.model import AgendaItem, File, Meeting, Paper
from pipeline.simulation.agenda import Agendas, SimMeeting
from pipeline.simulation.edits import Page
from pipeline.simulation.municipality import Municipality
from pipeline.simulation.papers import Papers, SimPaper
from pipeline.simulation.pdf import pdf

WEEKDAYS = "Mo Di Mi Do Fr Sa So".split()
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a client asks for. `serial` counts the host's requests, for what products number anew each time."""

    path: str
    query: Mapping[str, str]
    base: str = "http://127.0.0.1/"
    session: str = "0"
    serial: int = 0
    known: bool = False
    """Whether the client came with a session that an earlier answer began."""
    ajax: bool = False

    def token(self, *parts: object) -> str:
        """Something that only this session knows."""
        return hashlib.sha256(repr((self.session, *parts)).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server sends. `validated` answers carry an ETag, as products send it for files and OParl."""

    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    location: str | None = None
    validated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product: its start address below the host, the cookie of its sessions, and how it answers."""

    name: str
    start: str
    answer: Callable[[Council, Request], Answer | None]
    cookie: str | None = None
    oparl: str | None = None
    """Address of the OParl system below the host, where the product has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """A municipality as its pages show it, with what a fault hides or repeats."""

    town: Municipality
    withdrawn: frozenset[str] = field(default_factory=frozenset)
    """Ids of papers whose pages are gone."""
    vanished: frozenset[str] = field(default_factory=frozenset)
    """Months ("2023-05") whose meetings the lists no longer show."""
    twice: bool = False
    """Whether lists show everything twice."""
    endless: bool = False
    """Whether paged lists never end."""
    changes: Mapping[Page, int] = field(default_factory=dict)
    """The last step that changed a page."""

    @property
    def name(self) -> str:
        """The municipality's name."""
        return self.town.body.name

    def changed(self, page: Page) -> int:
        """The last step that changed a page; 0 if none did."""
        return self.changes.get(page, 0)

    def month(self, year: int, month: int) -> list[Meeting]:
        """The meetings of a month without their agendas."""
        if not (1 <= month <= 12 and 1 < year < 9999):
            return []
        first = dt.date(year, month, 1)
        return self.between(first, (first + dt.timedelta(days=32)).replace(day=1))

    def between(self, first: dt.date, end: dt.date | None) -> list[Meeting]:
        """The meetings from `first` on and before `end` without their agendas, by day."""
        local = self.town.local
        slots = (local.slot(number) for number in self.town.calendar(first, end))
        records = [Agendas(local).record(slot) for slot in slots if slot]
        kept = [m for m in records if f"{day_of(m):%Y-%m}" not in self.vanished]
        return [m for m in kept for _ in range(2 if self.twice else 1)]

    def meeting(self, id_: str) -> SimMeeting | None:
        """The meeting with this id."""
        return self.town.find_meeting(id_) if id_.isdigit() else None

    def paper(self, id_: str | None) -> SimPaper | None:
        """The paper with this id, unless its page is gone."""
        gone = id_ is None or not id_.isdigit() or id_ in self.withdrawn
        return None if gone or id_ is None else self.town.find_paper(id_)

    def reference(self, paper: str) -> str:
        """The printed number of a paper."""
        return self.town.local.reference(self.town.local.ids.paper_number(paper))

    def files_of(self, paper: str) -> tuple[File, ...]:
        """The files of a paper; its text is not made."""
        local = self.town.local
        return Papers(local).files(local.plan(local.ids.paper_number(paper)))

    def file(self, id_: str) -> bytes | None:
        """A file by its id."""
        if not id_.isdigit():
            return None
        owner, number, _ = self.town.local.ids.file_owner(id_)
        if owner == "paper" and self.town.local.ids.paper(number) in self.withdrawn:
            return None
        document = self.town.document(id_)
        return pdf(document) if document else None

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Ids and names of the bodies."""
        for organization in self.town.organizations:
            yield organization.id, organization.name

    def organization_id(self, name: str) -> str:
        """The id of a body."""
        return next(o.id for o in self.town.organizations if o.name == name)


def day_of(meeting: Meeting) -> dt.date:
    """The day of a meeting."""
    start = meeting.start
    if start is None:
        raise ValueError(f"meeting {meeting.id} has no start")
    return start.date() if isinstance(start, dt.datetime) else start


def clock(moment: dt.datetime | dt.date | None) -> str:
    """A time of day; nothing for a mere day."""
    return f"{moment:%H:%M}" if isinstance(moment, dt.datetime) else ""


def times(meeting: Meeting) -> str:
    """Start, and end once it is known: "17:00 - 19:05"."""
    return clock(meeting.start) + (f" - {clock(meeting.end)}" if meeting.end else "")


def e(text: object) -> str:
    """A text for HTML, also inside an attribute."""
    return html.escape("" if text is None else str(text))


def votes_text(item: AgendaItem) -> str:
    """The lines that count an item's votes."""
    return "\n".join(vote.raw or "" for vote in item.votes)


def applicant(paper: Paper) -> str:
    """Who stands behind a paper: who applied, else the office that wrote it."""
    return ", ".join(paper.originator) or paper.lead_unit or ""


def as_json(value: Any, *, validated: bool = False, status: int = 200) -> Answer:
    """A value as JSON."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Answer(body=body, content_type="application/json", validated=validated, status=status)


def as_pdf(body: bytes | None) -> Answer | None:
    """A PDF file, if there is one."""
    return None if body is None else Answer(body=body, content_type="application/pdf", validated=True)
