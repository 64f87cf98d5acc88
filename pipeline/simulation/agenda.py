"""The meetings of one municipality: their agendas, minutes and files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from corpus.model import AgendaItem, File, Meeting
from pipeline.simulation import bank, minutes
from pipeline.simulation.local import Local
from pipeline.simulation.plans import Plan, Station, chance
from pipeline.simulation.prose import Filler
from pipeline.simulation.schedule import Slot
from pipeline.simulation.truth import Text, Truth, joined

BERLIN = ZoneInfo("Europe/Berlin")
ADDED, MOST_ADDED = 10, 10
"""Where the ids of items added later begin, and how many there can be."""

LOOKBACK = 4
"""So many rounds after its own a paper can still come up, moved on by skipped meetings and deferrals."""

STATES = {
    "planned": "Sitzung geplant",
    "cancelled": "Sitzung abgesagt",
    "held": "Sitzung durchgeführt",
    "results": "Sitzung durchgeführt",
    "minutes": "Niederschrift genehmigt",
}
ROOMS = ("Sitzungssaal", "Großer Sitzungssaal", "Raum 204", "Kleiner Saal", "Aula der Gesamtschule")

EntryKind = Literal["heading", "regular", "paper", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of an agenda, before anything is written about it."""

    id: str
    kind: EntryKind
    number: str | None
    name: str = ""
    public: bool = True
    plan: Plan | None = None
    station: Station | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SimItem:
    """An agenda item with what its texts say. `texts` are all texts of its page, in which the truths stand."""

    item: AgendaItem
    texts: tuple[str, ...] = ()
    truths: tuple[Truth, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SimMeeting:
    """A meeting with its agenda and files. `number` is its place in the world, not its id."""

    number: int
    meeting: Meeting
    items: tuple[SimItem, ...]
    files: tuple[File, ...]


class Agendas:
    """Makes meetings of one municipality."""

    def __init__(self, local: Local) -> None:
        self.local = local

    def meeting(self, number: int) -> SimMeeting | None:
        """The meeting with this number; None where there is none."""
        slot = self.local.slot(number)
        if slot is None:
            return None
        self.local.generated["meeting"] += 1
        items = tuple(self._item(slot, entry, order) for order, entry in enumerate(self.entries(slot), 1))
        return SimMeeting(number=number, meeting=self.record(slot), items=items, files=self.files(slot))

    def record(self, slot: Slot) -> Meeting:
        """The meeting without its agenda."""
        local = self.local
        phase = local.phase(slot)
        name = local.place.bodies[slot.body].bare
        start = dt.datetime.combine(slot.day, local.place.habits.hour, BERLIN)
        length = dt.timedelta(minutes=int(40 + chance(local.place, "length", slot.number) * 170))
        return Meeting(
            id=local.ids.meeting(slot.number),
            name=name,
            start=start,
            end=start + length if phase == "minutes" else None,
            organization=(name,),
            location=ROOMS[int(chance(local.place, "room", slot.number) * len(ROOMS))],
            meeting_state=STATES[phase],
            cancelled=phase == "cancelled",
            public=None if self._has_closed_part(slot.number) else True,
        )

    def _has_closed_part(self, number: int) -> bool:
        return chance(self.local.place, "closed", number) < 0.7

    def files(self, slot: Slot) -> tuple[File, ...]:
        """The invitation, and the minutes once there are any."""
        ids, id_ = self.local.ids, self.local.ids.meeting(slot.number)
        kinds = [("Einladung", "invitation")]
        if self.local.phase(slot) == "minutes":
            kinds.append(("Niederschrift", "resultsProtocol"))
        return tuple(
            File(
                id=ids.file("meeting", slot.number, n),
                of=id_,
                name=f"{name} {slot.day:%d.%m.%Y}",
                mime_type="application/pdf",
                role=role,
            )
            for n, (name, role) in enumerate(kinds)
        )

    def stations(self, slot: Slot) -> list[tuple[Plan, Station]]:
        """The papers that come up in a meeting; a cancelled one keeps none, they have moved on."""
        local, schedule = self.local, self.local.schedule
        leads: tuple[int, ...] | None = (slot.body,)
        if slot.body == 0:
            leads = (0, *(n for n, role in enumerate(local.place.roles) if n and role == "sozial"))
        elif slot.body >= schedule.main:
            leads = None
        found = []
        for round_ in range(max(0, slot.round - LOOKBACK), slot.round + 1):
            for plan in map(local.plan, schedule.papers(round_, leads)):
                for station in plan.stations:
                    if (station.round, station.body) == (slot.round, slot.body):
                        found.append((plan, station))
        return [(plan, station) for plan, station in found if not local.is_withdrawn(plan, station)]

    def entries(self, slot: Slot) -> tuple[Entry, ...]:
        """The agenda as it is printed: opening, papers, information with sub-items, additions, non-public part."""
        stations = self.stations(slot)
        decided = [one for one in stations if one[0].kind != "information"]
        informed = [one for one in stations if one[0].kind == "information"]
        printed = _Printed(self.local, slot.number)
        printed.heading(0, "Öffentlicher Teil")
        if slot.number in self.local.edits.reordered:
            printed.regular(4, "Anfragen")
        printed.regular(1, "Eröffnung und Feststellung der Beschlussfähigkeit")
        printed.regular(2, "Genehmigung der Niederschrift über die vorherige Sitzung")
        for plan, station in decided:
            printed.paper(plan, station, self.local.subject(plan.paper).title)
        top = printed.regular(3, "Mitteilungen der Verwaltung")
        for below, (plan, station) in enumerate(informed, 1):
            printed.paper(plan, station, self.local.subject(plan.paper).title, f"{top}.{below}")
        for n in range(self.local.edits.extended.get(slot.number, 0)):
            printed.regular(ADDED + n, f"Nachtrag: Bericht aus aktuellem Anlass ({n + 1})")
        if slot.number not in self.local.edits.reordered | self.local.edits.shortened:
            printed.regular(4, "Anfragen")
        if self._has_closed_part(slot.number):
            printed.closed(1 + int(chance(self.local.place, "closed items", slot.number) * 3))
        return tuple(printed.entries)

    def _item(self, slot: Slot, entry: Entry, order: int) -> SimItem:
        self.local.generated["item"] += 1
        meeting = self.local.ids.meeting(slot.number)
        base = AgendaItem(
            id=entry.id,
            meeting=meeting,
            order=order,
            number=entry.number,
            name=entry.name,
            public=entry.public,
        )
        if entry.plan is None or entry.station is None:
            return SimItem(item=base, texts=(entry.name,))
        return self._paper_item(slot, base, entry.plan, entry.station)

    def _paper_item(self, slot: Slot, base: AgendaItem, plan: Plan, station: Station) -> SimItem:
        local = self.local
        phase = local.phase(slot)
        shown = local.shows_result(plan, station) and phase != "planned"
        outcome = minutes.outcome(local, plan, station)
        label = outcome.label if shown else Text()
        votes = outcome.votes if shown else ()
        text = minutes.item_minutes(local, slot, plan, station, outcome.lines) if phase == "minutes" else Text()
        decided = station.outcome in ("adopted", "amended", "recommended")
        resolution = proposal(local, plan) if phase == "minutes" and decided else Text()
        lines = joined(outcome.lines) if shown else Text()
        item = AgendaItem(
            id=base.id,
            meeting=base.meeting,
            order=base.order,
            number=base.number,
            name=base.name,
            public=True,
            result=label.text or None,
            vote=votes[-1] if votes else None,
            votes=votes,
            resolution_text=resolution.text or None,
            minutes_text=text.text or None,
            paper=local.ids.paper(plan.paper),
        )
        parts = (Text(base.name or ""), label, resolution, text, lines)
        heard = text if text else joined((lines, resolution))
        truths = (*label.truths, *(resolution.truths if text else ()), *heard.truths)
        return SimItem(item=item, texts=tuple(p.text for p in parts if p), truths=truths)


def proposal(local: Local, plan: Plan) -> Text:
    """The text that a paper asks a body to adopt; the same wherever the paper comes up."""
    source = local.rng("proposal", plan.paper)
    scene = local.scene(plan.lead, local.home_day(plan.paper), kim=plan.kim, paper=plan.paper)
    filler = Filler(scene, source)
    deciding = {"deciding": local.place.bodies[plan.stations[-1].body]}
    if plan.kim:
        names = ["proposal"] * (1 if source.random() < 0.6 else 2)
        return filler.several(names, deciding)
    phrase = bank.Phrase(id=f"matter_{local.matter(plan).key}-00", text=local.matter(plan).proposal, topic="other")
    return filler.say(phrase, local.subject(plan.paper).values)


class _Printed:
    """An agenda in the making: counts the printed numbers. Items without a paper have an id of their own by `key`."""

    def __init__(self, local: Local, meeting: int) -> None:
        self.local, self.meeting = local, meeting
        self.entries: list[Entry] = []
        self.count = 0

    def _id(self, key: int) -> str:
        return self.local.ids.regular(self.meeting, key)

    def _next(self, *, public: bool = True) -> str:
        self.count += 1
        return f"{self.local.place.habits.item_prefixes[0 if public else 1]}{self.count}"

    def heading(self, key: int, name: str, *, public: bool = True) -> None:
        self.entries.append(Entry(id=self._id(key), kind="heading", number=None, name=name, public=public))

    def regular(self, key: int, name: str) -> str:
        number = self._next()
        self.entries.append(Entry(id=self._id(key), kind="regular", number=number, name=name))
        return number

    def paper(self, plan: Plan, station: Station, name: str, number: str | None = None) -> None:
        id_ = self.local.ids.station(plan.paper, station.number)
        self.entries.append(
            Entry(id=id_, kind="paper", number=number or self._next(), name=name, plan=plan, station=station)
        )

    def closed(self, count: int) -> None:
        self.heading(5, "Nichtöffentlicher Teil", public=False)
        titles = bank.table("nouns")["lists"]["closed_titles"]
        for n in range(count):
            name = titles[int(chance(self.local.place, "closed title", self.meeting, n) * len(titles))]
            number = self._next(public=False)
            self.entries.append(Entry(id=self._id(6 + n), kind="closed", number=number, name=name, public=False))
