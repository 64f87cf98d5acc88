"""The raw ids of one municipality's records: arithmetic both ways, so that any id is found without a search."""

from __future__ import annotations

from dataclasses import dataclass

STATIONS = 8
"""More than the most stations of one paper."""

REGULARS = 24
"""More than the most items of one meeting that have no paper."""

FILES = 8
"""More than the most files of one paper or meeting."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The numbering of one municipality with so many papers; it starts elsewhere than its neighbour's."""

    index: int
    papers: int

    @property
    def _base(self) -> int:
        return 1000 + self.index * 37 % 7000

    def meeting(self, number: int) -> str:
        """The id of a meeting."""
        return str(self._base + number)

    def meeting_number(self, id_: str) -> int:
        """The number of the meeting with this id."""
        return int(id_) - self._base

    def paper(self, number: int) -> str:
        """The id of a paper."""
        return str(10_000 + self._base + number)

    def paper_number(self, id_: str) -> int:
        """The number of the paper with this id."""
        return int(id_) - 10_000 - self._base

    def station(self, paper: int, station: int) -> str:
        """The id of the agenda item at which a paper comes up."""
        return str(50_000 + self._base + paper * STATIONS + station)

    def regular(self, meeting: int, number: int) -> str:
        """The id of an agenda item without a paper."""
        return str(50_000 + self._base + self.papers * STATIONS + meeting * REGULARS + number)

    def item_owner(self, id_: str) -> tuple[str, int, int]:
        """What an agenda item belongs to: ("paper", number, station) or ("meeting", number, item)."""
        rest = int(id_) - 50_000 - self._base
        if rest < self.papers * STATIONS:
            return ("paper", *divmod(rest, STATIONS))
        return ("meeting", *divmod(rest - self.papers * STATIONS, REGULARS))

    def file(self, owner: str, number: int, place: int) -> str:
        """The id of a file of a "paper" or "meeting"."""
        offset = number if owner == "paper" else self.papers + number
        return str(300_000 + self._base + offset * FILES + place)

    def file_owner(self, id_: str) -> tuple[str, int, int]:
        """What a file belongs to: ("paper" or "meeting", its number, which of its files)."""
        number, place = divmod(int(id_) - 300_000 - self._base, FILES)
        return ("paper", number, place) if number < self.papers else ("meeting", number - self.papers, place)
