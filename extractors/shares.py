"""Rechenprobe of shares: 80 % of 390.561,00 € are 312.448,80 €."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.analysis import Analysis, Sentence
from extractors.calculations import Calculation, Term, equal, exact_shares, exact_sums, precision
from extractors.pieces import pieces

_TIED = re.compile(r"\s?[,(]?\s?\(?(?:das (?:sind|entspricht)|also|d\.\s?h\.|=|entspricht|mithin|somit)?\s?")
"""What stands between a part and its percentage: "(80 %)", ", das sind 90 %", "80 % (192.000 €)"."""
_OF = re.compile(
    r"\s(?:der|des|von|vom|aus|an|zu)\s(?:den |der |dem )?[^.;,()€%\d]{0,80}?"
    r"(?:von|in Höhe von|i\. ?H\. ?v\.|über|:)?\s?(?:insgesamt )?"
)
"""Between a percentage and its whole: "80 % der Gesamtausgaben in Höhe von"."""
_GIVES = re.compile(
    r"\s?[,;:(–-]{0,2}\s?(?:(?:und )?(?:das (?:sind|entspricht|ergibt|wären)|dies (?:sind|entspricht)|also|mithin|"
    r"somit|d\.\s?h\.|demnach|entspricht|ergibt|=)\s?(?:einem? \w{3,30} von |einer \w{3,30} von )?)"
)
"""Between a whole and its part: ", das sind", " = "."""
_COSTS = re.compile(
    r"(?i)(?:gesamt\w*|kosten|ausgaben|aufwendungen|aufwand|volumen|investition\w*|bemessungsgrundlage)\b[^.;%€\d]{0,60}\Z"
)
_MOST = 12
"""More numbers than this in one place are a table, in which any three fit by chance."""


def shares(analysis: Analysis) -> Iterator[Calculation]:
    """Shares that the text states, fitting or not, and those that it suggests and that fit."""
    recent: list[tuple[Sentence, list[Term], list[Term]]] = []
    for sentence in pieces(analysis):
        recent = [r for r in recent[-2:] if r[0].block == sentence.block]
        if not re.search(r"€|EUR|(?i:euro|prozent)|%|v\.\s?H", sentence.text):
            recent.append((sentence, [], []))
            continue
        sums, rates = exact_sums(sentence), exact_shares(sentence)
        stated = list(_stated(analysis.text, sums, rates)) if sums and rates else []
        yield from stated
        recent.append((sentence, sums, rates))
        yield from _suggested(analysis.text, recent, {c.terms[0] for c in stated})


def _stated(text: str, sums: Sequence[Term], rates: Sequence[Term]) -> Iterator[Calculation]:
    tied: set[Term] | None = None  # every sum with every percentage: only where it is asked for
    for rate in rates:
        part = next((s for s in sums if _tied(text, rate, s)), None)
        whole = next((s for s in sums if s.start >= rate.end and _OF.fullmatch(text[rate.end : s.start])), None)
        if whole and part is None:
            part = next((s for s in sums if s.start >= whole.end and _GIVES.fullmatch(text[whole.end : s.start])), None)
        if part and whole is None:
            tied = tied if tied is not None else {s for r in rates for s in sums if _tied(text, r, s)}
            costs = [s for s in sums if s not in tied and _COSTS.search(text[max(0, s.start - 100) : s.start])]
            whole = costs[0] if len(costs) == 1 else None
        if part and whole and part is not whole and (found := _calculated(text, rate, whole, part)):
            yield found


def _tied(text: str, rate: Term, part: Term) -> bool:
    low, high = sorted((rate, part), key=lambda t: t.start)
    gap = text[low.end : high.start]
    # "90 %, 5.000 €" is a list; only a bracket or words tie what stands behind a percentage
    return bool(_TIED.fullmatch(gap)) and bool(gap.strip(" ,")) and (low is not rate or "(" in gap or "=" in gap)


def _calculated(text: str, rate: Term, whole: Term, part: Term) -> Calculation | None:
    """The calculation; None where it misses by no more than a rounded percentage explains."""
    expected = round(rate.value * whole.value / 100, 2)
    places = re.search(r",(\d+)", text[rate.start : rate.end])
    rounding = whole.value * 0.005 / 10 ** (len(places[1]) if places else 0)
    fits = equal(expected, part.value, precision(text[part.start : part.end]))
    if not fits and abs(expected - part.value) <= rounding:
        return None
    return Calculation("share", fits, expected, (rate, whole), part)


def _suggested(
    text: str, recent: Sequence[tuple[Sentence, list[Term], list[Term]]], done: set[Term]
) -> Iterator[Calculation]:
    """Fitting shares of up to three sentences; the last number of each is that of the last sentence."""
    last = recent[-1]
    sums = [s for _, found, _ in recent for s in found]
    rates = [r for _, _, found in recent for r in found if r not in done]
    if not (last[1] or last[2]) or len(sums) > _MOST or len(rates) > _MOST:
        return
    alone = len(last[1]) == 2 and len(last[2]) == 1
    for rate, whole, part in itertools.product(rates, sums, sums):
        if whole.value <= part.value or not any(t in last[1] or t in last[2] for t in (rate, whole, part)):
            continue
        if not (alone and all(t in last[1] for t in (whole, part))) and not _telling(whole, part):
            continue
        found = _calculated(text, rate, whole, part) if 0 < rate.value < 100 else None
        if found and found.fits:
            yield found


def _telling(whole: Term, part: Term) -> bool:
    """Whether two sums are so odd that they hardly fit by chance: one has five digits that say something."""
    return any(len(f"{s.value * 100:.0f}".strip("0")) >= 5 for s in (whole, part))
