"""What of a page's links a crawl goes on with: by committee, by period, and by what the topic mentions.

Pure functions of a page's reading. Following one matter in one council takes minutes because only agendas are read
everywhere; items, papers and files are fetched where a title speaks of the topic, or in committees followed as a whole.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from corpus.evidence import sha256
from corpus.model import AgendaItem, Consultation, File, Meeting, Paper
from corpus.store import canonical
from corpus.topic import Topic
from scrapers.page import PageReading

FOCUS_VERSION = 2
"""Raised when this module chooses otherwise."""

MEETINGS = frozenset({"agenda", "meeting", "documents"})
MATTERS = frozenset({"item", "paper", "consultations"})
_OPARL = frozenset({"body", "meeting", "paper", "organization"})
"""Lists of OParl that are followed; items, consultations and files are embedded in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What is followed. `terms` are plain words besides those of the topic."""

    topic: Topic
    since: dt.date
    """First day of the meetings that are followed."""
    committees: tuple[str, ...] = ()
    """Parts of names; everything of a matching committee is fetched."""
    only: bool = False
    """Whether meetings of other committees are left out altogether."""
    terms: tuple[str, ...] = ()
    everything: bool = False
    ocr: bool = False
    """Whether text of PDF pages that are pictures is recognised; it changes no choice."""

    @property
    def version(self) -> str:
        """A hash that changes when another choice could be made of the same page."""
        said = [FOCUS_VERSION, self.topic.name, self.topic.version, self.since.isoformat(), self.committees]
        return sha256(canonical([*said, self.only, self.terms, self.everything]))[:16]

    def mentions(self, title: str | None) -> bool:
        """Whether a title speaks of the topic or of one of the terms."""
        text = title or ""
        return bool(self.topic.mentions(text)) or any(folded(term) in folded(text) for term in self.terms)

    def names(self, *names: str | None) -> bool:
        """Whether one of the names is that of a committee followed as a whole."""
        printed = [folded(name) for name in names if name]
        return any(folded(part) in name for part in self.committees for name in printed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Where to go on. `whole` asks for everything behind it, `day` is that of the meeting."""

    url: str
    kind: str
    whole: bool = False
    day: str | None = None
    why: str = ""


def choose(reading: PageReading, focus: Focus, *, whole: bool, day: str | None) -> list[Wanted]:
    """What to follow from a page, each address once. `whole` and `day` are those of the page itself."""
    if reading.vendor == "oparl":
        found = [*_lists(reading), *_files(reading, _matters(reading, focus), day, everything=focus.everything)]
    elif reading.kind in MATTERS:
        found = [*_from_matter(reading, focus, day), *_files(reading, set(), day, everything=True)]
    elif reading.kind in MEETINGS:
        found = list(_from_meeting(reading, focus, day, whole=whole or focus.everything))
    else:
        found = list(_from_list(reading, focus))
    return list({wanted.url: wanted for wanted in reversed(found)}.values())[::-1]


def day_of(reading: PageReading) -> str | None:
    """The day that a page of a meeting or matter belongs to: the last one of its meetings and stations."""
    if reading.vendor == "oparl" or reading.kind not in MEETINGS | MATTERS:
        return None
    records = [row.record for row in reading.rows]
    days = [r.start.isoformat()[:10] for r in records if isinstance(r, Meeting) and r.start]
    days += [r.date.isoformat() for r in records if isinstance(r, Consultation) and r.date]
    return max(days, default=None)


def folded(text: str) -> str:
    """Lower case, with one blank for each run of blanks and hyphens."""
    return re.sub(r"[\s-]+", " ", text).casefold().strip()


def keys(url: str) -> set[str]:
    """What of an address may be a record's id: the address itself, its parameters, the parts of its path."""
    parts = urlsplit(url)
    return {url, *(value for _, value in parse_qsl(parts.query)), *filter(None, parts.path.split("/"))}


def _lists(reading: PageReading) -> Iterator[Wanted]:
    for follow in reading.follows:
        if follow.kind in _OPARL or follow.kind == reading.kind:
            yield Wanted(url=follow.url, kind=follow.kind, why="list of the server")


def _from_list(reading: PageReading, focus: Focus) -> Iterator[Wanted]:
    """From a list: its next page, the meetings of the period, and papers whose title speaks of the topic."""
    matters = _matters(reading, focus)
    for follow in reading.follows:
        if follow.kind == reading.kind:
            yield Wanted(url=follow.url, kind=follow.kind, why="next page of the list")
        elif follow.kind in MATTERS and (focus.everything or keys(follow.url) & matters):
            yield Wanted(url=follow.url, kind=follow.kind, why="its title speaks of the topic")
    yield from _meetings(reading, focus)


def _meetings(reading: PageReading, focus: Focus) -> Iterator[Wanted]:
    """From a calendar: the meetings of the period, and documents of those followed as a whole."""
    meetings = [row.record for row in reading.rows if isinstance(row.record, Meeting)]
    whole_ids: set[str] = set()
    for follow in reading.follows:
        if follow.kind not in MEETINGS:
            continue
        named = keys(follow.url)
        meeting = next((m for m in meetings if m.url == follow.url or (m.id and m.id in named)), None)
        start = meeting.start.isoformat()[:10] if meeting and meeting.start else None
        asked_for = meeting is not None and focus.names(meeting.name, *meeting.organization)
        if (start and start < focus.since.isoformat()) or (focus.only and not asked_for):
            continue
        whole = asked_for or focus.everything
        whole_ids |= {meeting.id} if whole and meeting and meeting.id else set()
        why = "meeting of a committee asked for" if asked_for else "meeting of the period"
        yield Wanted(url=follow.url, kind=follow.kind, whole=whole, day=start, why=why)
    yield from _files(reading, whole_ids, None, everything=False)


def _from_meeting(reading: PageReading, focus: Focus, day: str | None, *, whole: bool) -> Iterator[Wanted]:
    """From an agenda: matters that the topic mentions, or all of a committee asked for."""
    meetings = [row.record for row in reading.rows if isinstance(row.record, Meeting)]
    whole = whole or any(focus.names(m.name, *m.organization) for m in meetings)
    day, matters = day_of(reading) or day, _matters(reading, focus)
    for follow in reading.follows:
        if follow.kind in MATTERS and (whole or keys(follow.url) & matters):
            why = "matter of a committee asked for" if whole else "its title speaks of the topic"
            yield Wanted(url=follow.url, kind=follow.kind, day=day, why=why)
        elif follow.kind in MEETINGS and reading.kind == "meeting":
            yield Wanted(url=follow.url, kind=follow.kind, whole=whole, day=day, why="agenda of a meeting")
    yield from _files(reading, matters, day, everything=whole)


def _from_matter(reading: PageReading, focus: Focus, day: str | None) -> Iterator[Wanted]:
    """From an item or paper: its other pages, and the other meetings of the period that deal with it."""
    stations = [row.record for row in reading.rows if isinstance(row.record, Consultation)]
    for follow in reading.follows:
        named = keys(follow.url)
        station = next((s for s in stations if named & {s.meeting or "", s.agenda_item or ""}), None)
        date = station.date.isoformat() if station and station.date else None
        if date and date < focus.since.isoformat():
            continue
        if follow.kind in MATTERS:
            yield Wanted(url=follow.url, kind=follow.kind, day=date or day, why="the same matter")
        elif follow.kind in MEETINGS and not (focus.only and not (station and focus.names(station.organization))):
            yield Wanted(url=follow.url, kind=follow.kind, day=date, why="a meeting that deals with the matter")


def _matters(reading: PageReading, focus: Focus) -> set[str]:
    """Ids and addresses of what the topic mentions by title, and of the meetings that deal with it."""
    found: set[str | None] = set()
    for record in (row.record for row in reading.rows):
        if isinstance(record, AgendaItem) and focus.mentions(record.name):
            found |= {record.id, record.url, record.paper, record.meeting}
        elif isinstance(record, Paper) and focus.mentions(record.name):
            found |= {record.id, record.url}
        elif isinstance(record, Meeting) and focus.names(record.name, *record.organization):
            found |= {record.id}
    items = (row.record for row in reading.rows if isinstance(row.record, AgendaItem))
    found |= {item.id for item in items if item.paper and item.paper in found}
    return {name for name in found if name}


def _files(reading: PageReading, owners: set[str], day: str | None, *, everything: bool) -> Iterable[Wanted]:
    for record in (row.record for row in reading.rows):
        if isinstance(record, File) and record.url and (everything or record.of in owners):
            yield Wanted(url=record.url, kind="file", day=day, why="document of a matter or meeting")
