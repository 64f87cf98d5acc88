"""Counts of a measurement and the shares made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts the labels expect, how many of these were found, how many were claimed, how many of these right.

    Found and right differ where several claims meet one label; claims that only repeat a label are in neither.
    """

    expected: int = 0
    found: int = 0
    claimed: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both counts together."""
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __sub__(self, other: Tally) -> Tally:
        """What is left without the other, which must be a part of this."""
        return Tally(*(a - b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def recall(self) -> float | None:
        """Share of the expected that was found; None if nothing was expected."""
        return self.found / self.expected if self.expected else None

    @property
    def precision(self) -> float | None:
        """Share of the claims that are right; None if nothing was claimed."""
        return self.right / self.claimed if self.claimed else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None if neither exists, 0 if nothing is right."""
        if not self.expected and not self.claimed:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What came out of one document, or of several of which only the sum may be told.

    `kinds` are those whose labels are exhaustive, so that an unlabelled claim is wrong; of `open` kinds the labels hold
    only the important facts, and `right` counts claims that meet a label. `confused`: facts of another programme that
    were reported as the topic's own. `attributes`: (right, judged) of single fields of matched facts. `documents`: more
    than one where only their sum may be told.
    """

    municipality: str
    kinds: Mapping[str, Tally]
    open: Mapping[str, Tally] = field(default_factory=dict)
    core: Tally = Tally()
    confused: int = 0
    false_quotes: int = 0
    attributes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    misses: tuple[str, ...] = ()
    documents: int = 1


def by_kind(documents: Iterable[Scored], *, open_kinds: bool = False) -> dict[str, Tally]:
    """The counts of each kind over several documents."""
    kinds: dict[str, Tally] = {}
    for document in documents:
        for kind, tally in (document.open if open_kinds else document.kinds).items():
            kinds[kind] = kinds.get(kind, Tally()) + tally
    return dict(sorted(kinds.items()))
