"""Calculations that facts take part in (Rechenproben), as the store keeps them: written with their fact."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.evidence import Check, Evidence, sha256

if TYPE_CHECKING:
    from corpus.store import Corpus

Printed = tuple[int, int, str]
"""Start and end of a printed number in its document's text, and what is printed there."""

PUT = "insert into fact_check values (?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A calculation as the store tells it; see `corpus.evidence.Check`."""

    relation: str
    fits: bool
    expected: float
    terms: tuple[Printed, ...]
    result: Printed

    def key(self) -> str:
        """The same for every fact that takes part in the calculation in one document."""
        return sha256(json.dumps([self.relation, self.terms, self.result]))


def rows(fact_id: str, checks: tuple[Check, ...], proved: Callable[[Evidence], str]) -> list[tuple[object, ...]]:
    """What to write for a fact. `proved` gives the quote of a passage, or raises EvidenceError."""

    def printed(e: Evidence) -> Printed:
        return (e.start, e.end, proved(e))

    return [
        (
            fact_id,
            position,
            check.relation,
            int(check.fits),
            check.expected,
            json.dumps([printed(e) for e in check.terms], ensure_ascii=False),
            json.dumps(printed(check.result), ensure_ascii=False),
        )
        for position, check in enumerate(checks)
    ]


def checks_by_fact(corpus: Corpus) -> dict[str, tuple[Stored, ...]]:
    """All calculations, by fact; none from a corpus that was made before there were any and cannot be changed."""
    if "fact_check" not in corpus.db.table_names():
        return {}
    found: dict[str, list[Stored]] = defaultdict(list)
    for row in corpus.query("select * from fact_check order by fact_id, position"):
        found[row["fact_id"]].append(_stored(row))
    return {fact: tuple(checks) for fact, checks in found.items()}


def _stored(row: Mapping[str, Any]) -> Stored:
    terms = tuple((a, b, quote) for a, b, quote in json.loads(row["terms"]))
    start, end, quote = json.loads(row["result"])
    return Stored(
        relation=row["relation"],
        fits=bool(row["fits"]),
        expected=row["expected"],
        terms=terms,
        result=(start, end, quote),
    )
