"""What a calculation is, and what keeps a text's numbers from being calculated with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.evidence import Relation
from extractors.analysis import Sentence
from extractors.numbers import Amount, Percentage, amounts, percentages

_HEDGE = re.compile(
    r"(?i)(?:\bca\.?|\bcirca|\bzirka|\brund|\brd\.?|\betwa|\bknapp|\bgut|\bfast|\bungefähr|\bannähernd|\bnahezu|"
    r"\bmehr als|\büber|\bunter|\bbis zu|\bmaximal|\bmax\.?|\bmindestens|\bmind\.?|\bhöchstens|\bwenigstens|"
    r"\bgeschätzt\w*)(?:\s(?:je|jeweils|insgesamt|weiteren?|den|der|einem|einer))?\s{0,2}\Z"
)
REST = re.compile(
    r"(?i)\b(?:zuzüglich|zzgl\.?|abzüglich|abzgl\.?|plus|minus|sowie|anteilig\w*|zeitanteilig\w*|teilweise|"
    r"rückwirkend|ab (?:dem |Mitte |Anfang |Ende )?(?:\d|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)|"
    r"\w*monat\w*|halbjahr\w*|quartal\w*|gerundet|auf- und abgerundet|inklusive|inkl\.?|einschließlich|einschl\.?|"
    r"pauschal\b|gedeckelt)"
)
"""Words that say that a total is more, less or longer than what stands beside it: then nothing is refuted."""


@dataclass(frozen=True, slots=True)
class Term:
    """A printed number in the view: its range with its unit, and its value in euros, posts or percent."""

    start: int
    end: int
    value: float
    kind: Literal["money", "post", "share"]


@dataclass(frozen=True, slots=True)
class Calculation:
    """Printed numbers that calculate: `terms` give `expected`, the text says `result`."""

    relation: Relation
    fits: bool
    expected: float
    terms: tuple[Term, ...]
    result: Term


def hedged(text: str, start: int) -> bool:
    """Whether the number at a place is said not to be exact: "rund", "bis zu", "mindestens"."""
    return bool(_HEDGE.search(text[max(0, start - 30) : start]))


def exact_sums(sentence: Sentence) -> list[Term]:
    """The exact sums in euros of a sentence, in order; ranges and hedged ones left out."""
    return list(_terms(sentence, amounts(sentence.text), "money"))


def exact_shares(sentence: Sentence) -> list[Term]:
    """The exact percentages of a sentence, in order."""
    return list(_terms(sentence, percentages(sentence.text), "share"))


def _terms(
    sentence: Sentence, found: list[Amount] | list[Percentage], kind: Literal["money", "share"]
) -> Iterator[Term]:
    for number in found:
        if number.value is not None and not number.approx and not hedged(sentence.text, number.start):
            yield Term(sentence.start + number.start, sentence.start + number.end, number.value, kind)


def precision(printed: str) -> float:
    """How exact a printed sum is: 0.01 with cents, 1 without, the last place of its millions or thousands."""
    places = re.search(r",(\d+)", printed)
    for words, unit in ((r"(?i)mrd|milliard", 1e9), (r"(?i)mio|million", 1e6), (r"(?i)tsd|tausend|T€|TEUR", 1e3)):
        if re.search(words, printed):
            return float(unit / 10 ** (len(places[1]) if places else 0))
    return 0.01 if places else 1.0


def equal(expected: float, stated: float, exactness: float) -> bool:
    """Whether a calculated number is the stated one, as far as that is exact: half of its last place, and rounding.

    A sum without cents is often rounded up or down to whole euros, or cut.
    """
    return abs(expected - stated) <= (exactness if exactness >= 1 else 0.0051)
