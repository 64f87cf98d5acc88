"""The records of a council information system, named as OParl 1.1 names them (https://oparl.org/spezifikation/1-1/).

Each docstring starts with the German term. `id` is the RIS's own raw id as a string; links hold such ids, or the
printed reference where the page shows no id. None means that the page does not say. docs/VOCABULARY.md has the table.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Moment = dt.datetime | dt.date
"""A point in time as exact as the page says: with a time of day in Europe/Berlin, or a day only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Körperschaft. `id` is its AGS: 5 digits for a Kreis or kreisfreie Stadt, 8 for a municipality in a Kreis."""

    id: str
    name: str
    classification: str | None = None
    parent: str | None = None
    population: int | None = None
    population_date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegislativeTerm:
    """Wahlperiode."""

    id: str
    name: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """Gruppierung: Rat, Ausschuss, Fraktion, Amt."""

    id: str
    name: str
    classification: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Person in öffentlicher Rolle. Private addresses, telephone numbers and birthdays are never kept."""

    id: str
    name: str
    form_of_address: str | None = None
    title: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Mitgliedschaft einer Person in einer Gruppierung."""

    person: str
    organization: str
    role: str | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    voting_right: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Sitzung. `public` is None for a meeting with a public and a non-public part."""

    id: str | None
    name: str | None = None
    start: Moment | None = None
    end: dt.datetime | None = None
    organization: tuple[str, ...] = ()
    location: str | None = None
    meeting_state: str | None = None
    cancelled: bool | None = None
    public: bool | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """Abstimmung. A counter that is not stated is None, never 0. `by` is a faction or group, `on` what was voted on."""

    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    biased: int | None = None
    absent: int | None = None
    unanimous: bool | None = None
    raw: str | None = None
    by: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """Tagesordnungspunkt (TOP). `order` counts from 1 in the list; `number` is as printed, None for a heading."""

    id: str | None
    meeting: str | None = None
    order: int | None = None
    number: str | None = None
    name: str | None = None
    public: bool | None = None
    result: str | None = None
    vote: Vote | None = None
    votes: tuple[Vote, ...] = ()
    resolution_text: str | None = None
    minutes_text: str | None = None
    paper: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Drucksache: Vorlage, Antrag, Anfrage. `sections` maps printed headings to their text."""

    id: str | None
    reference: str | None = None
    name: str | None = None
    paper_type: str | None = None
    date: dt.date | None = None
    lead_unit: str | None = None
    originator: tuple[str, ...] = ()
    status: str | None = None
    sections: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Beratung: one station of a paper's Beratungsfolge. `result` only where the station itself prints one."""

    paper: str | None
    order: int | None = None
    organization: str | None = None
    date: dt.date | None = None
    role: str | None = None
    authoritative: bool | None = None
    state: str | None = None
    result: str | None = None
    meeting: str | None = None
    agenda_item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Datei. `size` in bytes, approximate if printed rounded; `role` is OParl's property that would hold it."""

    id: str | None
    of: str | None = None
    name: str | None = None
    url: str | None = None
    mime_type: str | None = None
    size: int | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Where a crawl would go next from a page; `kind` is the page kind expected there."""

    url: str
    kind: str


Record = (
    Body | LegislativeTerm | Organization | Person | Membership | Meeting | AgendaItem | Paper | Consultation | File
)


def to_json(record: Record | Follow) -> dict[str, Any]:
    """The record as `ratslupe read` prints it: `type` first, OParl's camelCase names, ISO 8601 dates."""
    return {"type": type(record).__name__, **_object(record)}


def _object(record: Any) -> dict[str, Any]:
    return {
        re.sub(r"_([a-z])", lambda m: m.group(1).upper(), f.name): _plain(getattr(record, f.name))
        for f in dataclasses.fields(record)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Vote):
        return _object(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return dict(value) if isinstance(value, Mapping) else value
