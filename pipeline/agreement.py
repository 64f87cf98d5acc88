"""How far two coders agree: Krippendorff's alpha for nominal data.

K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania. For each unit with
m >= 2 values, every ordered pair of its values counts 1/(m - 1) in the coincidence matrix o; n_c are its row sums, n
their total. Then alpha = 1 - D_o / D_e with D_o = (sum of o_ck over c != k) / n and
D_e = (sum of n_c * n_k over c != k) / (n * (n - 1)). A unit with fewer than two values has nothing to pair and counts
nowhere. Where all paired values are the same there is no variation, D_e is 0 and alpha is not defined.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.errors import InputError
from corpus.exports.reviews import Line
from corpus.reviewable import corrected
from corpus.reviews import plain
from corpus.store import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Alpha:
    """Agreement on one variable. `alpha` is None where nothing varies or nothing can be paired."""

    alpha: float | None
    units: int
    """Units with at least two values."""
    values: int
    """Values in those units: Krippendorff's n."""
    missing: int
    """Units with fewer than two values, left out."""
    observed: float
    """D_o, the share of pairs that disagree."""
    expected: float
    """D_e, the share expected by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """What was coded of a kind: `verdict`, or a field of the value; and how far the coders agree on it."""

    kind: str
    name: str
    alpha: Alpha


def nominal(units: Iterable[Sequence[Hashable | None]]) -> Alpha:
    """Alpha of units, each with one value per coder; None where a coder gave none."""
    totals: Counter[Hashable] = Counter()
    disagreeing, paired, missing = 0.0, 0, 0
    for unit in units:
        counts = Counter(v for v in unit if v is not None)
        m = counts.total()
        if m < 2:
            missing += 1
            continue
        paired += 1
        totals += counts
        disagreeing += (m * m - sum(c * c for c in counts.values())) / (m - 1)
    n = totals.total()
    observed = disagreeing / n if n else 0.0
    expected = (n * n - sum(c * c for c in totals.values())) / (n * (n - 1)) if n > 1 else 0.0
    alpha = 1 - observed / expected if expected else None
    return Alpha(alpha=alpha, units=paired, values=n, missing=missing, observed=observed, expected=expected)


def agreement(one: Sequence[Line], other: Sequence[Line]) -> list[Variable]:
    """Alpha of the verdicts over all kinds, then per kind of the verdict and of each field of the value.

    A unit is a fact that one of the files lists. Its verdict is missing where a coder gave none. The value of a field
    is what the coder says it is: as read where accepted, else as corrected (a field without a value counts as the value
    "states none"); it is missing where a coder rejected the fact, for then there is no value to code.
    """
    told = [_told(lines) for lines in (one, other)]
    keys = sorted({*told[0], *told[1]})
    found = [Variable(kind="all", name="verdict", alpha=nominal(_verdicts(told, keys)))]
    for kind in sorted({key[1] for key in keys}):
        mine = [key for key in keys if key[1] == kind]
        found.append(Variable(kind=kind, name="verdict", alpha=nominal(_verdicts(told, mine))))
        fields = sorted({f for coder in told for key in mine for f in (_value(coder, key) or {})})
        for field in fields:
            units = [[_field(_value(coder, key), field) for coder in told] for key in mine]
            found.append(Variable(kind=kind, name=field, alpha=nominal(units)))
    return found


_Told = Mapping[Any, tuple[str, dict[str, Any] | None]]
"""Verdict and value of a coder by fact; the value is None for a reject."""


def _told(lines: Sequence[Line]) -> _Told:
    return {line.key: (line.cells["verdict"], _coded(line)) for line in lines}


def _coded(line: Line) -> dict[str, Any] | None:
    verdict, text = line.cells["verdict"], line.cells.get("corrected", "").strip()
    if verdict == "accept":
        return line.value
    if verdict != "correct":
        return None
    try:
        return plain(corrected(line.value, text, _any_fields(line.value, text)))
    except InputError as e:
        raise InputError(f"line {line.number}: {e}") from e


def _any_fields(value: Mapping[str, Any], text: str) -> dict[str, frozenset[str]]:
    """Fields that may be corrected without a corpus at hand: all of them, typed as far as the value read tells."""
    try:
        named = json.loads(text) if text.startswith("{") else dict.fromkeys(_names(text))
    except (json.JSONDecodeError, RecursionError):
        named = {}  # `corrected` says what is wrong with it
    types = {f: "text" if isinstance(v, str) else "yes/no" for f, v in value.items() if isinstance(v, str | bool)}
    return {f: frozenset({types[f]} if f in types else ()) for f in (*value, *named)}


def _names(text: str) -> Iterator[str]:
    for part in text.replace("\n", ";").split(";"):
        yield part.partition("=")[0].strip()


def _verdicts(told: Sequence[_Told], keys: Sequence[Any]) -> list[list[str | None]]:
    return [[coder.get(key, ("", None))[0] or None for coder in told] for key in keys]


def _value(coder: _Told, key: Any) -> dict[str, Any] | None:
    return coder.get(key, ("", None))[1]


def _field(value: dict[str, Any] | None, field: str) -> str | None:
    return None if value is None else canonical(value.get(field))
