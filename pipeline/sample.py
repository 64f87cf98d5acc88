"""A random sample of facts for a check by hand, and what the check says of all facts.

Drawing: kinds are the strata. Within a kind, facts are ordered by municipality, in random order within each, and drawn
systematically from a random start: municipalities are represented in proportion, and each fact of a kind has the same
chance. Every kind gets at least one draw.

Scoring: per kind the share right with the Wilson score interval (Wilson 1927, without continuity or finite population
correction). Overall the mean of the kinds' shares, weighted by how many facts each kind has; its interval is Wilson's
with Kish's effective sample size n_eff = (sum of w)^2 / (sum of w^2), where each judged fact of a kind weighs
w = (facts of the kind) / (judged facts of the kind) (Kish 1965). It takes no gain from stratifying: it is rather too
wide than too narrow.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import InputError
from corpus.exports.reviews import Line
from corpus.reviewable import Item

COLUMNS = ("stratum", "stratum_size")
"""Columns that a sample adds to a review file: the kind, and how many facts of it there were to draw from."""

_Z = 1.959963984540054
"""97.5 % quantile of the normal distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share right with its 95 % interval. `judged` is the denominator, `drawn` counts the unjudged too."""

    name: str
    right: int
    judged: int
    drawn: int
    size: int
    """Facts that it speaks for."""
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a check by hand says: per kind, and over all kinds that were judged."""

    kinds: tuple[Share, ...]
    overall: Share
    effective: float
    """Kish's effective sample size."""
    unjudged: tuple[str, ...]
    """Kinds drawn of which nothing was judged: the overall share does not speak for them."""


def draw(found: Sequence[Item], n: int, seed: int, *, by_kind: bool = False) -> list[tuple[Item, int]]:
    """`n` facts (all, if there are fewer), each with the size of its kind, in the order given.

    Shares of the kinds are proportional to their size, or equal with `by_kind`. The same facts, n and seed give the
    same sample. Raises InputError when n is less than the number of kinds.
    """
    kinds: dict[str, list[Item]] = defaultdict(list)
    for item in found:
        kinds[item.target.kind].append(item)
    if n < len(kinds):
        raise InputError(f"--n: expected at least {len(kinds)}, one for each kind of facts, found {n}")
    chance = random.Random(seed)
    shares = allot({kind: len(kinds[kind]) for kind in sorted(kinds)}, n, equal=by_kind)
    chosen = {i.fact for kind in sorted(kinds) for i in _systematic(kinds[kind], shares[kind], chance)}
    return [(item, len(kinds[item.target.kind])) for item in found if item.fact in chosen]


def allot(sizes: Mapping[str, int], n: int, *, equal: bool) -> dict[str, int]:
    """How many to draw of each kind: at least one, at most all, in sum n (or all there are).

    One at a time to the kind that is furthest behind its due (Sainte-Laguë for proportional shares).
    """
    given = dict.fromkeys(sizes, 1)
    for _ in range(min(n, sum(sizes.values())) - len(sizes)):
        open_ = [k for k in sizes if given[k] < sizes[k]]
        neediest = max(open_, key=lambda k: ((1 if equal else sizes[k]) / (2 * given[k] + 1), k))
        given[neediest] += 1
    return given


def _systematic(found: Sequence[Item], n: int, chance: random.Random) -> list[Item]:
    ordered = list(found)
    chance.shuffle(ordered)
    ordered.sort(key=lambda i: i.municipality)
    start = chance.random()
    return [ordered[min(int((start + k) * len(ordered) / n), len(ordered) - 1)] for k in range(n)]


def wilson(share: float, n: float) -> tuple[float, float]:
    """Wilson's 95 % score interval of a share seen in n independent draws; 0 to 1 without any."""
    if n <= 0:
        return 0.0, 1.0
    z2 = _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def score(lines: Sequence[Line]) -> Score:
    """The score of a sample file: accept is right, correct and reject are wrong, no verdict is not judged.

    Raises InputError when the file is no sample, or nothing in it is judged.
    """
    strata: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        strata[_stratum(line)].append(line)
    kinds = [_share(name, strata[name]) for name in sorted(strata)]
    judged = [k for k in kinds if k.judged]
    if not judged:
        raise InputError("sample: expected at least one verdict (accept, correct, reject), found none")
    size = sum(k.size for k in judged)
    share = sum(k.size * k.share for k in judged) / size
    effective = size**2 / sum(k.size**2 / k.judged for k in judged)
    low, high = wilson(share, effective)
    overall = Share(
        name="all",
        right=sum(k.right for k in judged),
        judged=sum(k.judged for k in judged),
        drawn=sum(k.drawn for k in kinds),
        size=size,
        share=share,
        low=low,
        high=high,
    )
    unjudged = tuple(k.name for k in kinds if not k.judged)
    return Score(kinds=tuple(kinds), overall=overall, effective=effective, unjudged=unjudged)


def _stratum(line: Line) -> str:
    name, size = (line.cells.get(c, "").strip() for c in COLUMNS)
    if not name or not size.isdecimal():
        raise InputError(f"line {line.number}: expected the columns {' and '.join(COLUMNS)} as `sample` writes them")
    return name


def _share(name: str, lines: Sequence[Line]) -> Share:
    sizes = {int(line.cells["stratum_size"]) for line in lines}
    if len(sizes) > 1 or min(sizes) < len(lines):
        listed = ", ".join(map(str, sorted(sizes)))
        raise InputError(f"{name}: expected one stratum_size of at least {len(lines)}, found {listed}")
    judged = [line for line in lines if line.cells["verdict"]]
    right = sum(line.cells["verdict"] == "accept" for line in judged)
    share = right / len(judged) if judged else 0.0
    low, high = wilson(share, len(judged))
    known = {"right": right, "judged": len(judged), "drawn": len(lines), "size": sizes.pop()}
    return Share(name=name, share=share, low=low, high=high, **known)
