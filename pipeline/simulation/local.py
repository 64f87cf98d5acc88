"""What the parts of one municipality share: its calendar, plans, ids, the present day, and what has changed."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.simulation import bank, slots
from pipeline.simulation.bank import Phrase, Use
from pipeline.simulation.edits import Edits
from pipeline.simulation.ids import Ids
from pipeline.simulation.places import Place
from pipeline.simulation.plans import Plan, Planner, Station, chance
from pipeline.simulation.prose import fill
from pipeline.simulation.schedule import Schedule, Slot
from pipeline.simulation.seeds import rng
from pipeline.simulation.slots import Scene
from pipeline.simulation.values import Value

Phase = Literal["planned", "cancelled", "held", "results", "minutes"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A paper's title, and the values that its texts share with it."""

    title: str
    values: dict[str, Value]


class Local:
    """One municipality at one step of the world."""

    def __init__(
        self, place: Place, schedule: Schedule, planner: Planner, today: dt.date, use: Use, generated: Counter[str]
    ) -> None:
        self.place, self.schedule, self.today, self.use = place, schedule, today, use
        self.ids = Ids(place.index, schedule.size.papers)
        self.edits = Edits()
        self.generated = generated
        self._planner = planner
        self.plan = lru_cache(maxsize=4096)(self._plan)
        self.subject = lru_cache(maxsize=1024)(self._subject)

    def rng(self, *parts: object) -> random.Random:
        """Randomness for one thing of this municipality."""
        return rng(self.place.seed, self.place.index, *parts)

    def _plan(self, paper: int) -> Plan:
        self.generated["plan"] += 1
        return self._planner.plan(paper)

    def slot(self, number: int) -> Slot | None:
        """The meeting with this number as it stands now."""
        slot = self.schedule.slot(number)
        if slot is None:
            return None
        day = slot.day + dt.timedelta(days=self.edits.moved.get(number, 0))
        return Slot(number, slot.body, slot.round, day, slot.cancelled or number in self.edits.cancelled)

    def phase(self, slot: Slot) -> Phase:
        """How far a meeting is. Minutes appear weeks after it; some never do by themselves."""
        if slot.cancelled:
            return "cancelled"
        age = (self.today - slot.day).days
        if age < 0:
            return "planned"
        if slot.number in self.edits.minutes:
            return "minutes"
        if age < 14:
            return "held"
        missing = age < 42 or chance(self.place, "no minutes", slot.number) < 0.08
        return "results" if missing else "minutes"

    def shows_result(self, plan: Plan, station: Station) -> bool:
        """Whether the result of a station is published."""
        if station.round is None:
            return False
        if (plan.paper, station.number) in self.edits.results:
            return True
        slot = self.slot(self.schedule.number(station.round, station.body))
        if slot is None or self.phase(slot) not in ("results", "minutes"):
            return False
        return not self.unstated(plan, station)

    def unstated(self, plan: Plan, station: Station) -> bool:
        """Whether the clerk forgot to enter the result."""
        return chance(self.place, "unstated", plan.paper, station.number) < 0.09

    def is_withdrawn(self, plan: Plan, station: Station) -> bool:
        """Whether the paper was withdrawn before this station came up."""
        if plan.paper not in self.edits.withdrawn:
            return False
        if station.round is None:
            return True
        slot = self.slot(self.schedule.number(station.round, station.body))
        return slot is None or self.phase(slot) in ("planned", "cancelled")

    def home_day(self, paper: int) -> dt.date:
        """The day of the round for which a paper is written."""
        return self.schedule.day(self.schedule.round_of(paper), self.schedule.lead(paper))

    def reference(self, paper: int) -> str:
        """The printed number of a paper."""
        year, lead = self.home_day(paper).year, self.schedule.lead(paper)
        first = self.schedule.first_paper((year - self.schedule.years[0]) * self.schedule.size.rounds)
        unit = self.unit(lead).split(" ")[0]
        numbers = {"n": paper - first + 1, "year": year, "yy": f"{year % 100:02}", "unit": unit}
        return self.place.habits.reference.format(**numbers)

    def unit(self, lead: int) -> str:
        """The office that writes papers for a committee."""
        return str(bank.table("bodies")["units"][self.place.roles[lead]])

    def scene(self, body: int, day: dt.date, *, kim: bool, tags: frozenset[str] = frozenset(), paper: int = 0) -> Scene:
        """What a text of this body and day can speak of."""
        place = self.place

        def earlier(source: random.Random) -> str:
            return self.reference(source.randrange(max(1, paper)))

        return Scene(
            place=place.noun,
            council=place.council,
            committees=place.bodies[:-1],
            neighbours=place.neighbours,
            officials=place.officials,
            members=place.members(body),
            factions=place.factions,
            modules=place.modules,
            posts=place.programme.posts,
            sums=place.programme.sums,
            carriers=place.carriers,
            date=day,
            reference=earlier,
            tags=tags,
            stage=place.programme.stage(day),
            use=self.use,
            topic="kim" if kim else "other",
        )

    def _subject(self, paper: int) -> Subject:
        plan = self.plan(paper)
        template = bank.table("nouns")["lists"]["kim_titles"][plan.subject] if plan.kim else self.matter(plan).title
        scene = self.scene(plan.lead, self.home_day(paper), kim=plan.kim, paper=paper)
        drawn = slots.Draw(scene, self.rng("title", paper), Phrase(id="title-01", text=template), {})
        title = fill(template, drawn)
        prefix = {"motion": "Antrag: ", "question": "Anfrage: "}.get(plan.kind, "")
        return Subject(prefix + title, dict(drawn.values))

    @staticmethod
    def matter(plan: Plan) -> bank.Matter:
        """The matter of a paper that is not about integration management."""
        return bank.matters()[plan.subject]
