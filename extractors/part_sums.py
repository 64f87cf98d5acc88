"""Rechenprobe of a whole and its parts: of 12,5 posts "davon" 3,5, seven and two are no more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from extractors.analysis import Analysis, Sentence
from extractors.calculations import Calculation, Term, hedged
from extractors.numbers import amounts
from extractors.pieces import pieces
from extractors.post_numbers import posts_in

_THEREOF = re.compile(r"\b(?:[Dd]avon|[Hh]iervon|[Dd]arunter|von denen|[Ww]ovon)\b")
_EACH = re.compile(r"(?i)\b(?:je|jeweils|jede\w?|à|pro|zusätzlich\w*|weitere\w*)\b|[×*/]")
"""Words after which the printed numbers are not the parts themselves."""
_STATE = re.compile(
    r"(?i)\b(?:\w*besetzt\w*|vakant\w*|\w*befristet\w*|\w*zeit\w*|weiblich\w*|männlich\w*|ausgeschrieben\w*|bereits|"
    r"neue?n?|\w*finanziert\w*|gefördert\w*|bewilligt\w*|beantragt\w*|mindestens|auch|abgerufen|verausgabt|\d{4})\b"
)
"""Parts of different respects overlap ("fünf besetzt, drei befristet"), and so may years: a sum says nothing."""
_FAMILY = {"posts": "post", "fte": "post", "post shares": "post", "persons": "person"}
_Part = tuple[Term | None, str]
"""A number, None where it is not exact, and what it counts."""


def parts(analysis: Analysis) -> Iterator[Calculation]:
    """Wholes with the parts that a sentence, or the one behind it, names with "davon"."""
    before: Sentence | None = None
    for sentence in pieces(analysis):
        cue = _THEREOF.search(sentence.text)
        if cue and re.search(r"\d|[a-z]{3}", sentence.text[cue.end() :]):
            opens = cue.start() == 0 and before is not None and before.block == sentence.block
            yield from _around(before if opens else None, sentence, cue)
        before = sentence


def _around(before: Sentence | None, sentence: Sentence, cue: re.Match[str]) -> Iterator[Calculation]:
    again = _THEREOF.search(sentence.text, cue.end())
    high = again.start() if again else len(sentence.text)
    region = sentence.text[cue.end() : high]
    if _EACH.search(region):
        return
    here = _numbers(sentence)
    inside = [p for p in here if _at(p, sentence, cue.end(), high)]
    wholes = _numbers(before) if before else [p for p in here if _at(p, sentence, 0, cue.start())]
    if before and len(wholes) != 1:
        return
    for whole, unit in wholes[-1:]:
        same = [p for p, u in inside if u == unit]
        if whole and same and len(same) == len(inside) and all(same):
            yield from _compared(whole, [p for p in same if p], bool(_STATE.search(region)))


def _at(part: _Part, sentence: Sentence, low: int, high: int) -> bool:
    return part[0] is None or low <= part[0].start - sentence.start < high


def _numbers(sentence: Sentence) -> list[_Part]:
    found: list[_Part] = []
    for post in posts_in(sentence):
        exact = post.number.value is not None and not hedged(sentence.text, post.start) and not post.former
        found.append((_term(sentence, post.start, post.end, post.number.value, "post") if exact else None,
                      _FAMILY.get(post.unit, post.unit)))  # fmt: skip
    for sum_ in amounts(sentence.text):
        exact = sum_.value is not None and not sum_.approx and not hedged(sentence.text, sum_.start)
        found.append((_term(sentence, sum_.start, sum_.end, sum_.value, "money") if exact else None, "euro"))
    return sorted(found, key=lambda p: p[0].start if p[0] else 0)


def _term(sentence: Sentence, start: int, end: int, value: float | None, kind: Literal["post", "money"]) -> Term:
    return Term(sentence.start + start, sentence.start + end, value or 0.0, kind)


def _compared(whole: Term, same: Sequence[Term], overlapping: bool) -> Iterator[Calculation]:
    """A part is never more than its whole; parts together neither, unless they may overlap."""
    total = round(sum(p.value for p in same), 4)
    too_large = [p for p in same if p.value > whole.value + 0.005]
    if too_large:
        yield Calculation("part", False, too_large[0].value, (too_large[0],), whole)
    elif total <= whole.value + 0.005:
        yield Calculation("part", True, total, tuple(same), whole)
    elif not overlapping:
        yield Calculation("part", False, total, tuple(same), whole)
