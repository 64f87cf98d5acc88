"""When a municipality's bodies meet, and which papers come up in which round of meetings.

A year has some rounds; in each, the committees meet first, then the main committee, then the council. Papers are spread
evenly over the rounds. So the round of a paper and the papers of a round come by arithmetic, without looking at others.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.simulation.seeds import share

MONTHS = {
    4: (2, 5, 9, 11),
    6: (2, 3, 5, 6, 9, 11),
    8: (1, 2, 3, 5, 6, 9, 10, 12),
    10: (1, 2, 3, 4, 5, 6, 9, 10, 11, 12),
}


@dataclass(frozen=True, slots=True)
class Size:
    """How much a municipality does: papers in all, committees, rounds of meetings a year."""

    papers: int
    committees: int
    rounds: int

    @classmethod
    def of(cls, papers: int, years: tuple[int, int]) -> Size:
        """A size whose agendas are neither empty nor endless."""
        yearly = papers / (years[1] - years[0] + 1)
        rounds = 4 if yearly < 60 else 6 if yearly < 200 else 8 if yearly < 800 else 10
        return cls(papers, 5 if yearly < 60 else 8, rounds)


@dataclass(frozen=True, slots=True)
class Slot:
    """One meeting to be: its number, body and round, day, and whether it was cancelled."""

    number: int
    body: int
    round: int
    day: dt.date
    cancelled: bool


class Schedule:
    """The calendar of one municipality."""

    def __init__(self, seed: int, index: int, size: Size, years: tuple[int, int]) -> None:
        self.seed, self.index, self.size, self.years = seed, index, size, years
        self.rounds = size.rounds * (years[1] - years[0] + 1)
        self.bodies = size.committees + 2
        self.main, self.council = size.committees, size.committees + 1

    @property
    def numbers(self) -> int:
        """One more than the highest number a meeting can have; some numbers are no meetings."""
        return self.rounds * self.bodies

    def meets(self, round_: int, body: int) -> bool:
        """Whether the body meets in this round: committees skip one now and then, never twice in a row."""
        return 0 <= round_ < self.rounds and not self._skips(round_, body)

    def _skips(self, round_: int, body: int) -> bool:
        if body >= self.size.committees or (round_ + body) % 2:
            return False
        return share(self.seed, "skip", self.index, round_, body) < 0.14

    def slot(self, number: int) -> Slot | None:
        """The meeting with this number; None where a body does not even call one."""
        round_, body = divmod(number, self.bodies)
        if not 0 <= number < self.numbers:
            return None
        cancelled = self._skips(round_, body)
        if cancelled and share(self.seed, "called", self.index, number) < 0.5:
            return None
        return Slot(number, body, round_, self.day(round_, body), cancelled)

    def number(self, round_: int, body: int) -> int:
        """The number of a body's meeting in a round."""
        return round_ * self.bodies + body

    def day(self, round_: int, body: int) -> dt.date:
        """The day on which a body meets in a round."""
        year, place = divmod(round_, self.size.rounds)
        first = dt.date(self.years[0] + year, MONTHS[self.size.rounds][place], 1)
        monday = first + dt.timedelta(days=-first.weekday() % 7)
        shift = int(share(self.seed, "day", self.index, round_, body) * 3)
        if body < self.size.committees:
            return monday + dt.timedelta(days=body % 4 + body // 4 * 7)
        return monday + dt.timedelta(days=(14 if body == self.main else 21) + shift)

    def next_meeting(self, round_: int, body: int) -> int | None:
        """The first round from this one on in which the body meets."""
        return next((r for r in (round_, round_ + 1) if self.meets(r, body)), None)

    def round_of(self, paper: int) -> int:
        """The round for which a paper is written."""
        return paper * self.rounds // self.size.papers

    def first_paper(self, round_: int) -> int:
        """The first paper written for a round."""
        return -(-round_ * self.size.papers // self.rounds)

    def lead(self, paper: int) -> int:
        """The committee that deals with a paper first."""
        round_ = self.round_of(paper)
        return (paper - self.first_paper(round_) + round_) % self.size.committees

    def papers(self, round_: int, leads: tuple[int, ...] | None = None) -> list[int]:
        """The papers written for a round, those of some lead committees only if told."""
        if not 0 <= round_ < self.rounds:
            return []
        first, last = self.first_paper(round_), self.first_paper(round_ + 1)
        if leads is None:
            return list(range(first, last))
        step = self.size.committees
        starts = [first + (lead - round_) % step for lead in leads]
        return sorted(paper for start in starts for paper in range(start, last, step))
