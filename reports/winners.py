"""Which claim stands in a cell of the comparison, and whether those that do contradict each other.

`wins` of the variable decides:
- latest: what is settled before what is only planned or may be applied for, whatever the date; then the latest
  document; on one day the strongest status (`rank`), then what a person accepted; of words those in a field of the
  page before those in running text; of numbers the whole before its parts (a number for one carrier).
- first: the earliest own date of the claim, else of its document.
- all: every distinct value.
A claim that was superseded, refused or left open, that only tells a change, that is outside the plausible range, or
that counts the whole Land (reports/statewide.py) never stands in front.
Claims in front contradict each other when they speak of the same thing and cannot both be true. All others stay
visible behind the cell, each with its role.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.topic import Variable
from reports.library import Claim, Passage
from reports.values import VALUES
from reports.words import QUALIFIERS

_INTENDED = frozenset({"planned", "applicable", "applied", "requested", "proposed"})
_DENIED = frozenset({"refused", "unplanned", "open"})
"""States of money and posts that nobody grants, or of which nobody knows yet whether they come."""
_FACETS = ("module", "carrier", "payer", "payee", "year", "function", "organization")
_CLOSED = {"body": ("exists",), "legal_status": ("kind",)}
"""Fields with few values of which one at most is true. A stage is none of them: posts may be at different stages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim as a cell tells it: `role` says why it stands in front or behind."""

    claim: Claim
    text: str
    role: str
    at: Passage | None
    """The passage that prints the value; None for what a person gave with the file."""

    @property
    def href(self) -> str:
        """The passage's place in the site."""
        at, main = self.at, self.claim.quote
        if at is None or main is None or (at.start, at.end) == (main.start, main.end):
            return self.claim.href
        return f"{self.claim.doc.path}#b-{at.start}-{at.end}"


def set_aside(variable: Variable, value: Mapping[str, Any]) -> str:
    """Why a claim can never stand in front; empty if it can."""
    if all(value.get(f) is None or value.get(f) == [] for f in variable.show if f not in QUALIFIERS):
        return "valueless"
    status = value.get("status")
    if status == "superseded" or (status in _DENIED and "programme" in value):
        return str(status)
    if status == "hours_increase" or (status == "cut" and "number" in value):
        return "change"
    span = interval(value) if (variable.least, variable.most) != (None, None) else None
    if span and variable.least is not None and span[0] < variable.least:
        return "implausible"
    if span and variable.most is not None and span[1] > variable.most:
        return "implausible"
    return ""


def interval(value: Any) -> tuple[float, float] | None:
    """The range in which a claim's number lies; an approximate one is taken as exact within one percent."""
    fields = (
        ("number", "number"),
        ("number_min", "number_max"),
        ("value_eur", "value_eur"),
        ("value_eur_min", "value_eur_max"),
    )
    for low, high in fields:
        a, b = value.get(low), value.get(high)
        ends = [x for x in (a, b) if isinstance(x, int | float) and not isinstance(x, bool)]
        if ends:
            slack = 0.01 if value.get("approx") else 0.0
            return ends[0] * (1 - slack), ends[-1] * (1 + slack)
    share = value.get("value_pct")
    return (share, share) if isinstance(share, int | float) else None


def choose(variable: Variable, able: list[Told]) -> tuple[list[Told], list[Told]]:
    """Claims in front, and those behind with their roles."""
    if variable.wins == "all":
        leading = able
    elif variable.wins == "first":
        earliest = min((_own_date(t) or "9999") for t in able)
        leading = [t for t in able if (_own_date(t) or "9999") == earliest]
    else:
        leading = _latest(variable, able)
    front: list[Told] = []
    agreeing: list[Told] = []
    for told in sorted(leading, key=lambda t: (_width(t), t.claim.order())):
        twin = any(_agree(told, other) for other in front)
        (agreeing if twin else front).append(_as(told, "agrees" if twin else "front"))
    front.sort(key=lambda t: t.claim.order())
    if variable.wins == "all":
        front.sort(key=lambda t: interval(t.claim.value) or (0.0, 0.0))
    taken = {id(t.claim) for t in leading}
    behind = [_as(t, _role(t, front[0])) for t in able if id(t.claim) not in taken]
    return front, [*agreeing, *behind]


def _latest(variable: Variable, able: list[Told]) -> list[Told]:
    settled = [t for t in able if t.claim.value.get("status") not in _INTENDED] or able
    day = max(t.claim.date or "" for t in settled)
    today = [t for t in settled if (t.claim.date or "") == day]
    strongest = min(_rank(variable, t) for t in today)
    leading = [t for t in today if _rank(variable, t) == strongest]
    leading = _surest(leading)
    if all(interval(t.claim.value) for t in leading):
        whole = min(_parts(t) for t in leading)
        leading = _sums([t for t in leading if _parts(t) == whole])
    return leading


def _surest(leading: list[Told]) -> list[Told]:
    """What a person accepted, before the rest; of words, those in a field of the page before those in running text."""
    for grade in ("reviewed", "stated"):
        sure = [t for t in leading if t.claim.grade == grade]
        if sure and (grade == "reviewed" or not any(interval(t.claim.value) for t in leading)):
            return sure
    return leading


def _sums(leading: list[Told]) -> list[Told]:
    """Only the claims of a sum where the others are the numbers that it adds up ("3,5, davon 2,5 und 1,0")."""
    sizes = sorted({span[1] for t in leading if (span := interval(t.claim.value))})
    if len(sizes) > 2 and abs(sum(sizes[:-1]) - sizes[-1]) < 0.005:
        return [t for t in leading if interval(t.claim.value) == (sizes[-1], sizes[-1])] or leading
    return leading


def _rank(variable: Variable, told: Told) -> int:
    value = told.claim.value.get(variable.rank_field) if variable.rank_field else None
    return variable.rank.index(value) if value in variable.rank else len(variable.rank)


def _parts(told: Told) -> int:
    return sum(_facet(told, f) is not None for f in _FACETS)


def _facet(told: Told, field: str) -> Any:
    """A field that narrows what a number counts; the function that a whole module has narrows nothing."""
    value = told.claim.value.get(field)
    return None if field == "function" and value in VALUES["function"] else value


def _own_date(told: Told) -> str | None:
    own = told.claim.value.get("date")
    return own if isinstance(own, str) else told.claim.date


def _width(told: Told) -> tuple[bool, float]:
    """Exact numbers before approximate ones and ranges."""
    span = interval(told.claim.value)
    return bool(told.claim.value.get("approx")), span[1] - span[0] if span else 0.0


def _role(told: Told, front: Told) -> str:
    if told.claim.value.get("status") in _INTENDED and front.claim.value.get("status") not in _INTENDED:
        return "plan"
    mine, its = told.claim.date, front.claim.date
    if mine == its or its is None:
        return "beside"
    if mine is None:
        return "undated"
    return "earlier" if mine < its else "later"


def _as(told: Told, role: str) -> Told:
    return dataclasses.replace(told, role=role)


def _measure(value: Mapping[str, Any]) -> str:
    """What a claim's number counts; a share and a sum of euros are no two values of one thing."""
    return "%" if value.get("value_pct") is not None and value.get("value_eur") is None else ""


def _agree(a: Told, b: Told) -> bool:
    """Whether two claims say the same: the same words, or numbers that can both be true of the same thing."""
    if a.text.casefold() == b.text.casefold():
        return True
    if not _same_thing(a, b) or a.claim.value.get("period") != b.claim.value.get("period"):
        return False
    mine, its = interval(a.claim.value), interval(b.claim.value)
    return bool(mine and its and mine[0] <= its[1] and its[0] <= mine[1])


def _same_thing(a: Told, b: Told) -> bool:
    alike = _measure(a.claim.value) == _measure(b.claim.value)
    return alike and all(_facet(a, f) == _facet(b, f) for f in _FACETS)


def contradict(front: Sequence[Told]) -> bool:
    """Whether two of these claims cannot both be true."""
    return any(_conflict(a, b) for i, a in enumerate(front) for b in front[i + 1 :])


def _of_different_years(a: Told, b: Told) -> bool:
    """Whether the passages of two claims name years, and no common one: "245.000 Euro 2022 und 260.000 Euro 2023"."""
    mine, its = ({*re.findall(r"\b20\d\d\b", told.claim.quote.quote if told.claim.quote else "")} for told in (a, b))
    return bool(mine and its) and mine.isdisjoint(its)


def _conflict(a: Told, b: Told) -> bool:
    """Whether two claims in front, which do not agree, cannot both be true. Free texts never conflict."""
    mine, its = a.claim.value, b.claim.value
    if not _same_thing(a, b):
        return False
    if interval(mine) and interval(its):
        if _of_different_years(a, b):
            return False
        return all(mine.get(f) == its.get(f) for f in QUALIFIERS)
    closed = _CLOSED.get(a.claim.kind, ())
    return any(mine.get(f) is not None and its.get(f) is not None and mine[f] != its[f] for f in closed)
