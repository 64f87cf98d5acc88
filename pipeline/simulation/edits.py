"""What has changed in a municipality since its beginning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PageKind = Literal["meeting", "item", "paper"]
ChangeKind = Literal[
    "minutes_published",
    "result_entered",
    "result_corrected",
    "agenda_extended",
    "meeting_moved",
    "meeting_cancelled",
    "paper_withdrawn",
    "paper_revised",
]


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """One page of a council information system: of a meeting, an agenda item or a paper, by its raw id."""

    kind: PageKind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event: what happened to the meeting or paper with this number, and which pages look different for it."""

    step: int
    kind: ChangeKind
    municipality: int
    target: int
    station: int | None = None
    pages: tuple[Page, ...]


@dataclass(slots=True)
class Edits:
    """The sum of all changes up to a step, by the number of what they changed."""

    minutes: set[int] = field(default_factory=set)
    results: set[tuple[int, int]] = field(default_factory=set)
    corrected: set[tuple[int, int]] = field(default_factory=set)
    extended: dict[int, int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    cancelled: set[int] = field(default_factory=set)
    withdrawn: set[int] = field(default_factory=set)
    revised: dict[int, int] = field(default_factory=dict)
    reordered: set[int] = field(default_factory=set)
    """Meetings whose last public item comes first; only faults do that."""
    shortened: set[int] = field(default_factory=set)
    """Meetings without that item; only faults do that."""

    def apply(self, change: Change) -> None:
        """Take up one more change."""
        match change.kind:
            case "minutes_published":
                self.minutes.add(change.target)
            case "result_entered":
                self.results.add((change.target, change.station or 0))
            case "result_corrected":
                self.corrected ^= {(change.target, change.station or 0)}
            case "agenda_extended":
                self.extended[change.target] = self.extended.get(change.target, 0) + 1
            case "meeting_moved":
                self.moved[change.target] = self.moved.get(change.target, 0) + 7
            case "meeting_cancelled":
                self.cancelled.add(change.target)
            case "paper_withdrawn":
                self.withdrawn.add(change.target)
            case "paper_revised":
                self.revised[change.target] = self.revised.get(change.target, 0) + 1
