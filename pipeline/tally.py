"""What a crawl did of each council, told in one line when nothing more is due of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class _Count:
    name: str
    visited: int = 0
    read: int = 0
    problems: int = 0
    why: str | None = None
    """Why the council could not be begun."""
    told: bool = False


class Tally:
    """Counts by AGS. A council whose end was told is told again only if more was visited after it."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell, self._counts = tell, dict[str, _Count]()

    def begun(self, ags: str, name: str, why: str | None) -> None:
        """A council's start page was seen; `why` it could not be begun."""
        self._counts[ags] = _Count(name=name, why=why)

    def settled(self, ags: str, *, visited: bool, read: bool, problems: int) -> None:
        """An address of a council was visited, or could not be."""
        count = self._counts[ags]
        count.visited += visited
        count.read += read
        count.problems += problems
        count.told = False

    def end(self, ags: str | None = None) -> None:
        """Nothing more is due of a council, or of any."""
        for count in self._counts.values() if ags is None else [self._counts[ags]]:
            if not count.told:
                count.told = True
                problems = f", {count.problems} problem{'s' * (count.problems != 1)}" if count.problems else ""
                self._tell(f"{count.name}: {count.why or f'{count.visited} visited, {count.read} read{problems}'}")
