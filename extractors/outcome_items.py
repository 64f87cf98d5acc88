"""Outcomes in groups: those of one item of the agenda, or of one point of a notice's list."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from corpus.patterns import guarded
from extractors.outcome_lines import ITEM, Outcome
from extractors.passages import Passage

_BULLET = guarded(r"[-–•▪●*·] ")


def items(lines: Sequence[Passage], outcomes: Sequence[Outcome], notice: bool) -> Iterator[list[Outcome]]:
    """Outcomes in groups, one for each item of the agenda; in a notice each point of a list is one."""
    heads = [line for line in lines if ITEM.match(line.text) or (notice and _BULLET.match(line.text))]
    group: list[Outcome] = []
    for outcome in outcomes:
        if group:
            low = bisect.bisect_left(heads, group[-1].end, key=lambda line: line.start)
            high = bisect.bisect_right(heads, outcome.start, key=lambda line: line.start)
            if _opens_item(heads[low:high], outcome) or (
                notice and any(_BULLET.match(i.text) for i in heads[low:high])
            ):
                yield group
                group = []
        group.append(outcome)
    if group:
        yield group


def _opens_item(between: Sequence[Passage], outcome: Outcome) -> bool:
    """Whether a new item, and not the next number of a list, lies between two outcomes."""
    if not any(len(line.text) < 200 for line in between):
        return False
    return outcome.source in ("label", "line") or any(
        re.match(r"(?:zu )?(?:TOP|Tagesordnungspunkt|Punkt)\b|(?:Ö|N|NÖ) \d|§", line.text, re.I) for line in between
    )
