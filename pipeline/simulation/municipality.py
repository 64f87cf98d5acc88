"""One simulated municipality: the interface for whoever serves or tests it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from corpus.model import Body, LegislativeTerm, Membership, Organization, Person
from pipeline.simulation.agenda import Agendas, SimItem, SimMeeting
from pipeline.simulation.local import Local
from pipeline.simulation.papers import Papers, SimPaper
from pipeline.simulation.truth import Document, Text, Truth, joined


class Municipality:
    """A municipality at one step of its world. Everything is made when asked for, and nothing is kept."""

    def __init__(self, local: Local) -> None:
        self.local = local
        self.place = local.place
        self.index = local.place.index
        self._agendas, self._papers = Agendas(local), Papers(local)

    @property
    def body(self) -> Body:
        """The municipality as a record."""
        return self.place.body

    @property
    def terms(self) -> tuple[LegislativeTerm, ...]:
        """Its legislative terms."""
        return self.place.terms

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Committees, then the main committee, the council and the political groups."""
        return self.place.organizations

    @property
    def people(self) -> tuple[Person, ...]:
        """The members of its council."""
        return self.place.people

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """Who sits in which body."""
        return self.place.memberships

    @property
    def paper_count(self) -> int:
        """How many papers there are; they are numbered from 0, in the order of their dates."""
        return self.local.schedule.size.papers

    @property
    def meeting_numbers(self) -> range:
        """The numbers that a meeting can have, in the order of rounds; some are no meetings."""
        return range(self.local.schedule.numbers)

    def paper(self, number: int) -> SimPaper:
        """The paper with this number, from 0."""
        if not 0 <= number < self.paper_count:
            raise IndexError(f"municipality {self.index} has no paper {number}")
        return self._papers.paper(number)

    def papers(self) -> Iterator[SimPaper]:
        """All papers, one at a time."""
        return map(self.paper, range(self.paper_count))

    def meeting(self, number: int) -> SimMeeting | None:
        """The meeting with this number; None where the body called none."""
        return self._agendas.meeting(number)

    def meetings(self, start: dt.date | None = None, end: dt.date | None = None) -> Iterator[SimMeeting]:
        """The meetings from `start` on and before `end`, in the order of their days."""
        for number in self.calendar(start, end):
            if (meeting := self.meeting(number)) is not None:
                yield meeting

    def calendar(self, start: dt.date | None = None, end: dt.date | None = None) -> list[int]:
        """The numbers of the meetings from `start` on and before `end`, by day; makes no agenda."""
        slots = [slot for number in self.meeting_numbers if (slot := self.local.slot(number))]
        kept = [s for s in slots if (start is None or s.day >= start) and (end is None or s.day < end)]
        return [slot.number for slot in sorted(kept, key=lambda s: (s.day, s.number))]

    def calendar_of(self, organization: Organization) -> list[int]:
        """The numbers of one body's meetings, by day."""
        body = self.organizations.index(organization)
        return [number for number in self.calendar() if number % self.local.schedule.bodies == body]

    def find_paper(self, id_: str) -> SimPaper | None:
        """The paper with this raw id, if there is one."""
        number = self.local.ids.paper_number(id_)
        return self.paper(number) if 0 <= number < self.paper_count else None

    def find_meeting(self, id_: str) -> SimMeeting | None:
        """The meeting with this raw id, if there is one."""
        number = self.local.ids.meeting_number(id_)
        return self.meeting(number) if number in self.meeting_numbers else None

    def find_item(self, id_: str) -> tuple[SimMeeting, SimItem] | None:
        """The agenda item with this raw id, and its meeting."""
        owner, number, place = self.local.ids.item_owner(id_)
        if number < 0:
            return None
        if owner == "paper":
            station = next((s for s in self.local.plan(number).stations if s.number == place), None)
            if station is None or station.round is None:
                return None
            number = self.local.schedule.number(station.round, station.body)
        meeting = self.meeting(number)
        items = meeting.items if meeting else ()
        return next(((meeting, item) for item in items if meeting and item.item.id == id_), None)

    def document(self, file_id: str) -> Document | None:
        """The content of a file of a paper or meeting, by the file's raw id; None where there is no such file."""
        owner, number, place = self.local.ids.file_owner(file_id)
        if number < 0 or place < 0:
            return None
        if owner == "paper":
            files = self._papers.files(self.local.plan(number))
            return self._papers.document(number, place) if place < len(files) else None
        meeting = self.meeting(number) if number in self.meeting_numbers else None
        if meeting is None or place >= len(meeting.files):
            return None
        return _invitation(meeting) if place == 0 else _minutes(meeting, self._present(meeting))

    def _present(self, meeting: SimMeeting) -> str:
        """The list of those present, by their public role."""
        seats = self.place.seats(meeting.number % self.local.schedule.bodies)
        names = [f"{p.form_of_address} {p.name.split(' ', 1)[1]} ({p.party})" for p in seats[2:]]
        chair, deputy = (f"{p.form_of_address} {p.name.split(' ', 1)[1]} ({p.party})" for p in seats[:2])
        return f"Vorsitz: {chair}\n\nStellvertretung: {deputy}\n\nMitglieder: {', '.join(names)}"

    def truths(self) -> Iterator[Truth]:
        """Everything that the pages of this municipality say, meeting by meeting, then paper by paper."""
        for meeting in self.meetings():
            for item in meeting.items:
                yield from item.truths
        for paper in self.papers():
            yield from paper.truths


def _line(item: SimItem) -> str:
    return f"{item.item.number} {item.item.name}" if item.item.number else f"{item.item.name}"


def _title(meeting: SimMeeting, word: str) -> str:
    start = meeting.meeting.start
    return f"{word} {meeting.meeting.name} am {start:%d.%m.%Y}"


def _invitation(meeting: SimMeeting) -> Document:
    return Document(title=_title(meeting, "Einladung"), paragraphs=tuple(map(_line, meeting.items)))


def _minutes(meeting: SimMeeting, present: str) -> Document:
    """The whole minutes: who was there, and each public item with what was said and decided."""
    parts = [Text(present)]
    for item in meeting.items:
        if item.item.public:
            resolution = f"Beschluss: {item.item.resolution_text}" if item.item.resolution_text else ""
            result = f"Ergebnis: {item.item.result}" if item.item.result else ""
            bodies = [text for text in (item.item.minutes_text or "", resolution, result) if text]
            found = "\n\n".join((_line(item), *bodies))
            parts.append(Text(found, tuple(t for t in item.truths if t.sentence in found)))
    whole = joined(parts, "\n\n")
    return Document(
        title=_title(meeting, "Niederschrift"), paragraphs=tuple(whole.text.split("\n\n")), truths=whole.truths
    )
