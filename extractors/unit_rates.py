"""Rechenprobe of posts and their rate: six posts at 55.000 € each are 330.000 €."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors import amount_cues as cues
from extractors.analysis import Analysis, Sentence
from extractors.calculations import REST, Calculation, Term, equal, exact_sums, hedged, precision
from extractors.pieces import pieces
from extractors.post_numbers import posts_in

_TIMES = re.compile(
    r"(?:\s[^.;,()€\d]{1,60})?,?\s?\(?(?:à|á|zu je(?:weils)?|mit je(?:weils)?|zu jeweils|je(?:weils)?|x|×|\*|mal)\s?"
)
_BEFORE = re.compile(r"\s?(?:pro Jahr |jährlich |p\. ?a\. ?)?\(\s?(?:für |=\s?|d\. ?h\. )?")
"""Between a total and the bracket that explains it."""
_BEHIND = re.compile(
    r"(?:\s?/\s?(?:Jahr|Stelle|VZÄ)|\s(?:je|pro) (?:Jahr|Stelle|VZÄ)| jährlich| p\. ?a\.)?\)?[,;:]?\s?"
    r"(?:=|(?:und )?(?:das sind|also|mithin|somit|macht|ergibt|zusammen|insgesamt|gesamt|in Summe|Summe:?)"
    r"(?: also| damit| somit| insgesamt| zusammen| rechnerisch)?)\s?"
)
"""Between a rate and the total that it gives."""


def products(analysis: Analysis) -> Iterator[Calculation]:
    """Totals that a text explains by posts and their rate, fitting or not; and those it suggests and that fit."""
    for sentence in pieces(analysis):
        if not re.search(r"€|EUR|(?i:euro)", sentence.text):
            continue
        sums = exact_sums(sentence)
        if 2 <= len(sums) <= 12:
            yield from _in_sentence(analysis.text, sentence, sums)


def _in_sentence(text: str, sentence: Sentence, sums: Sequence[Term]) -> Iterator[Calculation]:
    for count in _counts(sentence):
        for rate in sums:
            if rate.start >= count.end and _TIMES.fullmatch(text[count.end : rate.start]):
                yield from _explained(text, sentence, count, rate, sums)
            elif cues.PER_UNIT.match(text[rate.end : rate.end + 40]):
                yield from _fitting(text, count, rate, sums)


def _counts(sentence: Sentence) -> Iterator[Term]:
    for post in posts_in(sentence):
        if post.number.value is not None and not hedged(sentence.text, post.start):
            yield Term(sentence.start + post.start, sentence.start + post.end, post.number.value, "post")


def _explained(text: str, sentence: Sentence, count: Term, rate: Term, sums: Sequence[Term]) -> Iterator[Calculation]:
    before = next((s for s in sums if s.end <= count.start and _BEFORE.fullmatch(text[s.end : count.start])), None)
    behind = next((s for s in sums if s.start >= rate.end and _BEHIND.fullmatch(text[rate.end : s.start])), None)
    total = before or behind
    if total is None:
        yield from _fitting(text, count, rate, sums)
        return
    found = _calculated(text, count, rate, total)
    if found.fits or not REST.search(sentence.text):
        yield found


def _fitting(text: str, count: Term, rate: Term, sums: Sequence[Term]) -> Iterator[Calculation]:
    for total in sums:
        if total is not rate and count.value > 1 and (found := _calculated(text, count, rate, total)).fits:
            yield found


def _calculated(text: str, count: Term, rate: Term, total: Term) -> Calculation:
    expected = round(count.value * rate.value, 2)
    fits = equal(expected, total.value, precision(text[total.start : total.end]))
    return Calculation("product", fits, expected, (count, rate), total)
