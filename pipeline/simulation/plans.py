"""The fate of one paper in outline, without any text: what it is about, where it goes, what becomes of it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from pipeline.simulation import bank
from pipeline.simulation.places import Place
from pipeline.simulation.schedule import Schedule
from pipeline.simulation.seeds import rng, share

FINALS = (("adopted", 72), ("amended", 12), ("rejected", 12), ("settled", 4))
VOTED = frozenset({"adopted", "amended", "rejected", "recommended", "not_recommended"})
KIM_LEADS = ("integration", "sozial")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How a body voted."""

    yes: int
    no: int
    abstentions: int

    @property
    def words(self) -> frozenset[str]:
        """What is true of the vote, in the words that phrasings ask for."""
        against = min(self.yes, self.no)
        passed = {"passed"} if self.yes > self.no else set()
        return frozenset({"majority" if against else "unanimous", "abstain" if self.abstentions else "clear"} | passed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One place in a paper's Beratungsfolge; `round` is None where no meeting is fixed yet."""

    number: int
    body: int
    round: int | None
    role: str
    outcome: str
    count: Count | None = None
    contradicts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a paper is and where it goes. `kind` is decision, information, motion or question."""

    paper: int
    kind: str
    kim: bool
    subject: int
    lead: int
    stations: tuple[Station, ...]


class Planner:
    """Makes the plans of one municipality."""

    def __init__(self, place: Place, schedule: Schedule, kim_share: float) -> None:
        self.place, self.schedule = place, schedule
        leads = [n for n, role in enumerate(place.roles) if role in KIM_LEADS]
        self.kim_share = min(1.0, kim_share * schedule.size.committees / len(leads))
        self.kim_leads = frozenset(leads)

    def plan(self, paper: int) -> Plan:
        """The plan of one paper."""
        source = rng(self.place.seed, "plan", self.place.index, paper)
        lead = self.schedule.lead(paper)
        kim = lead in self.kim_leads and source.random() < self.kim_share
        kind = source.choices(("decision", "information", "motion", "question"), (50, 28, 14, 8))[0]
        role = self.place.roles[lead]
        subjects = range(10) if kim else [n for n, m in enumerate(bank.matters()) if m.role == role]
        subject = source.choice(list(subjects))
        path = self._path(source, kind, kim, lead)
        outcomes = self._outcomes(source, kind, path)
        stations = self._stations(source, paper, kind, path, outcomes)
        return Plan(paper=paper, kind=kind, kim=kim, subject=subject, lead=lead, stations=stations)

    def _path(self, source: random.Random, kind: str, kim: bool, lead: int) -> list[int]:
        """The bodies that a paper passes."""
        main, council = self.schedule.main, self.schedule.council
        before = [0] if kim and lead != 0 and source.random() < 0.35 else []
        if kind in ("information", "question"):
            return [*before, lead]
        whole = source.choices(([lead, main, council], [lead, council], [lead, main], [lead]), (50, 12, 13, 25))[0]
        return [*before, *whole]

    def _outcomes(self, source: random.Random, kind: str, path: list[int]) -> list[str]:
        """What each body does with it."""
        if kind in ("information", "question"):
            answered = kind == "question" and source.random() < 0.4
            return ["noted"] * (len(path) - 1) + ["settled" if answered else "noted"]
        final = source.choices([f for f, _ in FINALS], [w for _, w in FINALS])[0]
        if final == "settled" and kind != "motion":
            final = "adopted"
        before = "not_recommended" if final == "rejected" and source.random() < 0.6 else "recommended"
        outcomes = [before] * (len(path) - 1) + [final]
        if len(path) > 1 and source.random() < 0.08:
            outcomes[0] = "referred"
        return outcomes

    def _stations(
        self, source: random.Random, paper: int, kind: str, path: list[int], outcomes: list[str]
    ) -> tuple[Station, ...]:
        """The path with rounds: a skipped meeting or a deferral moves everything after it to a later round."""
        round_: int | None = self.schedule.round_of(paper)
        deferred_at = source.randrange(len(path)) if source.random() < 0.07 else -1
        withdrawn_at = source.randrange(len(path)) if source.random() < 0.03 else -1
        steps: list[tuple[int, int | None, str]] = []
        for n, (body, outcome) in enumerate(zip(path, outcomes, strict=True)):
            round_ = None if round_ is None else self.schedule.next_meeting(round_, body)
            if n == withdrawn_at:
                steps.append((body, round_, "withdrawn"))
                break
            if n == deferred_at:
                steps.append((body, round_, "deferred"))
                round_ = None if round_ is None else self.schedule.next_meeting(round_ + 1, body)
            steps.append((body, round_, outcome))
        return tuple(
            self._station(source, n, step, self._role(kind, decides=step[0] == steps[-1][0]))
            for n, step in enumerate(steps)
        )

    def _role(self, kind: str, *, decides: bool) -> str:
        """What a body does with a paper of this kind, as its Beratungsfolge says."""
        if kind in ("information", "question"):
            return "Kenntnisnahme"
        return "Entscheidung" if decides else self.place.habits.preparing_role

    def _station(self, source: random.Random, number: int, step: tuple[int, int | None, str], role: str) -> Station:
        body, round_, outcome = step
        count = self._count(source, body, outcome) if outcome in VOTED else None
        contradicts = count is not None and "majority" in count.words and source.random() < 0.12
        return Station(
            number=number, body=body, round=round_, role=role, outcome=outcome, count=count, contradicts=contradicts
        )

    def _count(self, source: random.Random, body: int, outcome: str) -> Count:
        size = len(self.place.people) if body == self.schedule.council else 17
        present = size - source.randrange(4)
        abstentions = 0 if source.random() < 0.6 else source.randint(1, 3)
        voting = present - abstentions
        against = 0 if source.random() < 0.6 else source.randint(1, (voting - 1) // 2)
        for_, no = voting - against, against
        if outcome == "rejected":  # a vote on the advice not to adopt is won by those in favour of the advice
            for_, no = no, for_
        return Count(yes=for_, no=no, abstentions=abstentions)


def chance(place: Place, *parts: object) -> float:
    """A number from 0 to 1 for one thing of a municipality."""
    return share(place.seed, place.index, *parts)
