"""The votes of one item: partial statements joined, and what is told again left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.evidence import Fact
from corpus.model import Vote
from extractors.outcome_lines import Outcome

NEAR = 250
"""Characters between two statements of one outcome, as in "Beschluss: ... / Abstimmung: ..."."""
MANY = 40
"""Outcomes of one item before another that may say the same."""


def votes_of(group: Sequence[Outcome]) -> Iterator[tuple[list[tuple[int, int]], Vote]]:
    """Votes of one item; two partial statements of one vote that stand together are one ("einstimmig" / "Ja: 47")."""
    found: list[tuple[list[tuple[int, int]], Vote, str]] = []
    for outcome in group:
        for printed in outcome.votes:
            vote = printed.vote
            by = vote.by or (outcome.body if outcome.source == "label" else None)
            vote = dataclasses.replace(vote, by=by, on=vote.on or outcome.about)
            last = found[-1] if found else None
            if (
                last
                and printed.span[0] - last[0][-1][1] < NEAR
                and (both := _joined(last[1], vote, last[2], outcome.source))
            ):
                counters_last = vote.yes is not None and last[1].yes is None
                spans = [printed.span, *last[0]] if counters_last else [*last[0], printed.span]
                found[-1] = (spans, both, outcome.source)
            elif not any(_says(known, vote, told_by, outcome.source) for _, known, told_by in found[-MANY:]):
                found.append(([printed.span], vote, outcome.source))
    yield from ((spans, vote) for spans, vote, _ in found)


def _joined(first: Vote, second: Vote, source: str, other: str) -> Vote | None:
    """One vote out of two statements that complete each other; None where each is a vote of its own."""
    if first.by != second.by or first.on != second.on:
        return None
    if (first.yes is None) == (second.yes is None) and (source == other or first.yes is not None):
        return None
    fields = ("yes", "no", "abstentions", "biased", "absent", "unanimous")
    if any(len({getattr(first, f), getattr(second, f)} - {None}) > 1 for f in fields):
        return None
    merged = {f: getattr(first, f) if getattr(first, f) is not None else getattr(second, f) for f in fields}
    if merged["unanimous"] and merged["no"]:
        return None
    counted = second if second.yes is not None and first.yes is None else first
    return dataclasses.replace(counted, **merged)


def _says(known: Vote, vote: Vote, source: str, other: str) -> bool:
    """Whether prose tells again what a known vote says; two equal counts in prose are two votes."""
    if other != "prose" or (source == "prose" and vote.yes is not None):
        return False
    fields = ("yes", "no", "abstentions", "unanimous")
    return all(getattr(vote, f) in (None, getattr(known, f)) for f in fields)


def page_says(stated: Sequence[Fact], vote: Vote) -> bool:
    """Whether a vote that the page states says all that this one does."""
    fields = ("yes", "no", "abstentions", "unanimous")
    return any(all(getattr(vote, f) in (None, s.value.get(f)) for f in fields) for s in stated)


def vote_value(vote: Vote) -> dict[str, Any]:
    """The fields of a vote as a fact's value; those that are seldom told only where they are."""
    value = {f.name: getattr(vote, f.name) for f in dataclasses.fields(vote)}
    if vote.yes and vote.no and vote.unanimous is None:
        value["unanimous"] = False  # both sides were counted
    needed = ("unanimous", "abstentions", "yes", "no", "raw")
    return {k: v for k, v in value.items() if k in needed or v is not None}
