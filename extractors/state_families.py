"""States by word families: a thing and a word of a family anywhere in a sentence part, in whatever order and voice.

The rules and frames before it know how a state is said; a family knows which words tell it. So each word of a family
must tell its stage by itself once its thing stands near it, and what is asked, wished or supposed is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.evidence import Span
from corpus.patterns import Guarded, guarded
from extractors.syntax import sentence_parts


@dataclass(frozen=True, slots=True)
class Family:
    """`sign` tells `stage` of `topic` where `thing`, and `also` if given, stand in the same part, but not `never`."""

    topic: str
    stage: str
    thing: Guarded
    sign: Guarded
    never: Guarded | None = None
    also: Guarded | None = None


def family(
    topic: str, stage: str, thing: str, sign: str, never: str | None = None, *, also: str | None = None
) -> Family:
    """A family from its patterns."""
    denied, joined = (guarded(p) if p else None for p in (never, also))
    return Family(topic, stage, guarded(thing), guarded(sign), denied, joined)


_SUPPOSED = guarded(
    r"^\W*(?:und |oder |aber |also |sowie )?(?:[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]oweit|[Oo]b|[Ss]ollten?|[Dd]amit|"
    r"[Ss]obald|[Ww]ann|[Bb]evor|[Ww]ürden?|[Ww]äre[n]?|[Kk]äme[n]?|[Ll]egt das|[Ww]elche\w*|[Ww]ie viele)\b|"
    r"\b(?:wäre[n]?|würden?|könnten?|müssten?|dürften?|möchten?|hätten?|möge[n]?|ob|wünsch\w+|fragt|fragen|Frage|"
    r"bittet(?! (?:man|[^.;,]{0,40}\bdazu\b))|fordert|fordern|beantrag\w+|kritisiert|bemängelt|befürchtet|hofft|"
    r"verlangt)\b|\?"
)
_ELSEWHERE = guarded(
    r"\b(?:Nachbar(?:kreis|stadt|kommune|gemeinde)\w*|Abstimmungsergebnis|Tagesordnung\w*|Wortmeldung\w*|"
    r"Fragen zu\w?|fordert|fordern|Beschlussvorschlag\w*|Niederschrift der|[Vv]ergleich)\b"
)
_CASE = guarded(r"\W*(?:Sollten?|Falls|Sofern|Würden?|Wären?|Hätten?|Kämen?|Gäbe)\b")
"""What follows such a clause is as little a fact as the clause ("Wenn es passt, ..." may be one)."""
_MOST = 2
"""A sentence part rarely tells more; a third would be a guess."""


def families_for(text: str, families: tuple[Family, ...]) -> list[Family]:
    """The families of which a text holds words that they need."""
    return [f for f in families if f.sign.may_match(text) and f.thing.may_match(text)]


def family_states(part: str, families: list[Family], known: set[str]) -> list[tuple[str, str, Span]]:
    """Topic, stage and place of the states that a sentence part tells; `known` stages have been read from it."""
    if _ELSEWHERE.search(part) or _CASE.match(part):
        return []
    told: list[tuple[str, str, Span]] = []
    clauses = [(low, high) for low, high, _ in sentence_parts(part)]
    for one in families:
        if one.stage in known or one.topic in {topic for topic, _, _ in told}:
            continue
        sign = one.sign.search(part)
        thing = one.thing.search(part) if sign else None
        if sign and thing and (not one.also or one.also.search(part)):
            low, high = _hull(clauses, sign.span(), sign.span())
            place = _hull(clauses, sign.span(), thing.span())
            denied = one.never and one.never.search(part[place[0] : place[1]])
            if not denied and not _SUPPOSED.search(part[low:high]):
                told.append((one.topic, one.stage, _with_said(part, place)))
    return told[:_MOST]


def _hull(clauses: list[Span], one: Span, other: Span) -> Span:
    """From the first to the last clause that two passages touch."""
    low, high = min(one[0], other[0]), max(one[1], other[1])
    touched = [(a, b) for a, b in clauses if a < high and low < b]
    return (touched[0][0], touched[-1][1]) if touched else (low, high)


def _with_said(part: str, place: Span) -> Span:
    """A label with what stands after its colon, which is what is said of it."""
    return (place[0], len(part)) if part[: place[1]].rstrip().endswith(":") else place
