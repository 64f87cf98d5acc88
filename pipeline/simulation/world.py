"""The simulated world: municipalities that are made when asked for.

Every object follows from the seed, the municipality's index and its own number alone. So a world of 1,000
municipalities with 10,000 papers each takes no more memory than what is looked at.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache

from corpus.model import to_json
from pipeline.simulation import changes
from pipeline.simulation.bank import Use
from pipeline.simulation.edits import Change
from pipeline.simulation.local import Local
from pipeline.simulation.municipality import Municipality
from pipeline.simulation.places import Place
from pipeline.simulation.plans import Planner
from pipeline.simulation.schedule import Schedule, Size

KEPT = 64
"""So many municipalities are kept ready; each takes some 100 KB."""


class World:
    """Invented municipalities, the same for the same arguments.

    `use` chooses the phrasings that are spoken: all, only those that rules may be tuned on ("open"), or only the
    others ("held_out"). `changed` is the share of pages that each later step changes.
    """

    def __init__(
        self,
        seed: int,
        municipalities: int = 4,
        papers_per_municipality: int = 200,
        years: tuple[int, int] = (2020, 2024),
        *,
        use: Use = "all",
        kim_share: float = 0.2,
        changed: float = 0.01,
        step: int = 0,
    ) -> None:
        if municipalities < 1 or papers_per_municipality < 1 or years[1] < years[0]:
            raise ValueError("a world needs at least one municipality, one paper and one year")
        self.seed, self.count, self.papers_per_municipality, self.years = (
            seed,
            municipalities,
            papers_per_municipality,
            years,
        )
        self.use, self.kim_share, self.changed, self.step = use, kim_share, changed, step
        self.size = Size.of(papers_per_municipality, years)
        self.today = dt.date(years[1], 10, 15)
        self.generated: Counter[str] = Counter()
        self._at = lru_cache(maxsize=KEPT)(self._make)

    def __len__(self) -> int:
        return self.count

    def at(self, step: int) -> World:
        """The same world at a later (or earlier) step."""
        if step < 0:
            raise ValueError(f"there is no step {step} before the world's beginning")
        return World(
            self.seed,
            self.count,
            self.papers_per_municipality,
            self.years,
            use=self.use,
            kim_share=self.kim_share,
            changed=self.changed,
            step=step,
        )

    def municipality(self, index: int) -> Municipality:
        """The municipality with this index, from 0."""
        if not 0 <= index < self.count:
            raise IndexError(f"the world has no municipality {index}")
        return self._at(index)

    def municipalities(self) -> Iterator[Municipality]:
        """All municipalities, one at a time."""
        return map(self.municipality, range(self.count))

    def changes(self, index: int | None = None) -> Iterator[Change]:
        """What changed with the present step, in one municipality or all; nothing at step 0."""
        for place in range(self.count) if index is None else (index,):
            if self.step:
                yield from changes.draw(self._local(place, self.step - 1), self.step, self.changed)

    def digest(self) -> str:
        """The hash of everything in the world: bodies, people, meetings, papers, files' texts, truths."""
        whole = hashlib.sha256()
        for municipality in self.municipalities():
            for line in _lines(municipality):
                whole.update(json.dumps(line, ensure_ascii=False, sort_keys=True, default=str).encode())
        return whole.hexdigest()

    def _make(self, index: int) -> Municipality:
        self.generated["municipality"] += 1
        return Municipality(self._local(index, self.step))

    def _local(self, index: int, step: int) -> Local:
        """A municipality's parts with all changes up to a step."""
        place = Place(self.seed, index, self.years, self.size.committees)
        schedule = Schedule(self.seed, index, self.size, self.years)
        local = Local(place, schedule, Planner(place, schedule, self.kim_share), self.today, self.use, self.generated)
        for number in range(1, step + 1):
            for change in changes.draw(local, number, self.changed):
                local.edits.apply(change)
        return local


def _lines(municipality: Municipality) -> Iterator[object]:
    """Everything about a municipality as plain values."""
    for records in (
        (municipality.body,),
        municipality.terms,
        municipality.organizations,
        municipality.people,
        municipality.memberships,
    ):
        yield from map(to_json, records)
    for meeting in municipality.meetings():
        yield to_json(meeting.meeting)
        yield [(to_json(item.item), item.texts, [asdict(t) for t in item.truths]) for item in meeting.items]
        yield [(to_json(file), municipality.document(file.id or "")) for file in meeting.files]
    for paper in municipality.papers():
        yield (to_json(paper.paper), [to_json(c) for c in paper.consultations], [asdict(t) for t in paper.truths])
        yield [(to_json(file), municipality.document(file.id or "")) for file in paper.files]
