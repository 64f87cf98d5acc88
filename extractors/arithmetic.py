"""Rechenproben: sums and posts of a text that calculate with each other, and whether they fit.

A calculation that the text itself states ("80 % von", "sechs Stellen à", a row "Summe", "davon") can fit or fail. One
that it only suggests, because three numbers stand near each other, counts where it fits to the cent and never fails.
Hedged numbers ("rund", "bis zu"), ranges, and totals that hold something else besides are not calculated with.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.evidence import Check, Fact, Relation
from extractors.analysis import Analysis
from extractors.calculations import Calculation, Term
from extractors.column_sums import column_sums
from extractors.part_sums import parts
from extractors.shares import shares
from extractors.unit_rates import products

ARITHMETIC_VERSION = 1
"""Raised with every change that can change a check."""

_RAISES: dict[Relation, float] = {"share": 0.5, "product": 0.5, "sum": 0.5, "part": 0.2}
"""How much of an extractor's doubt about a number a fitting calculation takes away; parts fit easily."""
_STRETCH = 500
"""Characters."""
_LOWERS = 0.5
"""What is left of the confidence in a number after a calculation that fails and none that fits."""


def calculations(analysis: Analysis) -> list[Calculation]:
    """All calculations of a text, by the place of their first number; each once."""
    found = [*shares(analysis), *products(analysis), *parts(analysis), *column_sums(analysis)]
    return sorted(dict.fromkeys(found), key=lambda c: (min(t.start for t in (*c.terms, c.result)), c.result.start))


def checked(analysis: Analysis, facts: Sequence[Fact]) -> list[Fact]:
    """The facts, those about money and posts with the calculations that they take part in, and the confidence left."""
    found = calculations(analysis) if any(f.kind in ("money", "post") for f in facts) else []
    if not found:
        return list(facts)
    places = _places(facts)
    by_fact: dict[int, list[Check]] = defaultdict(list)
    for calculation in found:
        check = _check(analysis, calculation)
        holders = {
            at for term in (*calculation.terms, calculation.result) for at in _holders(analysis, term, facts, places)
        }
        for at in holders:
            by_fact[at].append(check)
    return [_with(fact, by_fact[i]) if i in by_fact else fact for i, fact in enumerate(facts)]


def _check(analysis: Analysis, found: Calculation) -> Check:
    return Check(
        relation=found.relation,
        fits=found.fits,
        expected=found.expected,
        terms=tuple(analysis.cite(t.start, t.end) for t in found.terms),
        result=analysis.cite(found.result.start, found.result.end),
    )


def _places(facts: Sequence[Fact]) -> Mapping[int, list[int]]:
    """Stretch of the text -> the facts about money and posts with a passage there, by their index."""
    found: dict[int, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        if fact.kind in ("money", "post"):
            for stretch in {s for e in fact.evidence for s in range(e.start // _STRETCH, e.end // _STRETCH + 1)}:
                found[stretch].append(i)
    return found


def _holders(analysis: Analysis, term: Term, facts: Sequence[Fact], places: Mapping[int, list[int]]) -> Iterable[int]:
    """The facts that were read from a printed number: their passage holds it, and their value is its own."""
    start, end = analysis.view.original(term.start, term.end)
    for i in sorted({i for s in range(start // _STRETCH, end // _STRETCH + 1) for i in places.get(s, ())}):
        fact = facts[i]
        if term.value not in _numbers(fact, term):
            continue
        if any((e.start <= start and end <= e.end) or (start <= e.start and e.end <= end) for e in fact.evidence):
            yield i


def _numbers(fact: Fact, term: Term) -> tuple[object, ...]:
    if fact.kind == "post":
        return (fact.value.get("number"),) if term.kind == "post" else ()
    names = {"money": ("value_eur",), "share": ("value_pct", "share_pct"), "post": ()}[term.kind]
    return tuple(fact.value.get(name) for name in names)


def _with(fact: Fact, checks: list[Check]) -> Fact:
    """The fact with its checks. One that fits outweighs one that fails: another number of the latter is wrong."""
    doubt = 1 - fact.confidence
    fitting = [_RAISES[c.relation] for c in checks if c.fits]
    confidence = 1 - doubt * (1 - max(fitting)) if fitting else fact.confidence * _LOWERS
    return dataclasses.replace(fact, checks=tuple(checks), confidence=round(confidence, 4))
