"""Geld: every stated sum and every percentage of costs or funding, with what it is for, its period and its parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors import amount_cues as cues
from extractors.amount_periods import Place, period
from extractors.amount_tables import denied_above, table_money
from extractors.analysis import Analysis, Extractor, Sentence
from extractors.elsewhere import told_of
from extractors.module_numbers import module_mentions
from extractors.numbers import Amount, Percentage, amounts, percentages
from extractors.pieces import NEAR, pieces
from extractors.refusals import fate, money_state
from extractors.supposed import supposed

_SHARE = guarded(
    r"\s?(?:[a-zäöü]{3,20}\s?)?[,(]?\s?\(?(?:das (?:sind|entspricht)|also|d\.\s?h\.|=|entspricht|mithin)?\s?"
    r"(?:einer? \w{3,30} von\s)?\Z"
)
"""What stands between a sum and the percentage that belongs to it: "(80 %)", "bewilligt, das sind 90 %"."""
_LABEL_SHARE = guarded(r"\s?\)\s?:?\s{0,4}[\t|:]\s{0,4}(?:ca\.|rund|rd\.)?\s?\Z")
"""What stands between a percentage in the label of a row and the row's sum: "Zuwendung (85 %) | 775.540 €"."""
_CUT = guarded(r"[,;(]\s?|\s[–-]\s|\b(?:und|sowie|wobei|während|zuzüglich|abzüglich)\s")
_OPENS = guarded(r"\s(?=(?:zu den|zu der|zur|zum|bei|aus|auf|von)\s)")
_TIMES = guarded(r"(?:\d\s?[x×*]|\bà|\b[Jj]e)\s?(?:ca\.|rund|max\.|maximal)?\s?\Z")
"""Before the rate of one post: "4 x 57.000 €", "sechs Stellen à 57.000 €"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """A sum or percentage in its sentence, with the clause that tells of it (offsets of the sentence's text)."""

    sentence: Sentence
    what: Amount | Percentage
    clause: Span
    share_pct: float | None = None
    alone: bool = False
    """The only sum of its sentence."""


def _money(analysis: Analysis) -> Iterable[Fact]:
    before = ""
    for sentence, behind in _with_next(analysis):
        earlier, before = before, sentence.text
        if re.search(r"€|EUR|(?i:euro)|%|(?i:prozent)|v\.\s?H|vom Hundert", sentence.text):
            if supposed(sentence.text, earlier):
                continue
            for stated in _in_sentence(sentence):
                fact = _fact(analysis, stated, behind)
                if fact:
                    yield fact
    yield from table_money(analysis)


def _with_next(analysis: Analysis) -> Iterator[tuple[Sentence, str]]:
    """Each sentence with the text of the one behind it in its paragraph, empty at the end of one."""
    every = [*pieces(analysis)]
    for sentence, following in zip_longest(every, every[1:]):
        yield sentence, following.text if following and following.block == sentence.block else ""


def _in_sentence(sentence: Sentence) -> Iterator[_Stated]:
    """Sums of a sentence in order, each with the percentage that belongs to it; then the other percentages."""
    text = sentence.text
    sums, shares = amounts(text), percentages(text)
    taken: set[int] = set()
    every: list[Amount | Percentage] = sorted([*sums, *shares], key=lambda x: x.start)
    for amount in sums:
        share = _share_of(text, amount, [p for p in shares if p.start not in taken])
        taken |= {share.start} if share else set()
        places = [(x.start, x.end) for x in every if x is not share]
        yield _Stated(
            sentence=sentence,
            what=amount,
            clause=_clause(text, places, places.index((amount.start, amount.end))),
            share_pct=share.value if share else None,
            alone=len(sums) == 1,
        )
    places = [(x.start, x.end) for x in every]
    for share in shares:
        if share.start not in taken:
            yield _Stated(sentence=sentence, what=share, clause=_clause(text, places, every.index(share)))


def _share_of(text: str, amount: Amount, shares: Sequence[Percentage]) -> Percentage | None:
    """The percentage that belongs to a sum: next behind it, or in the label of its row."""
    behind = next((p for p in shares if p.start >= amount.end), None)
    if behind and _SHARE.fullmatch(text[amount.end : behind.start]):
        return behind
    before = next((p for p in reversed(shares) if p.end <= amount.start), None)
    return before if before and _LABEL_SHARE.fullmatch(text[before.end : amount.start]) else None


def _clause(text: str, places: list[Span], i: int) -> Span:
    """From the word that parts the sum from the one before it to the word that parts it from the next."""
    low = _border(text, places[i - 1][1], places[i][0]) if i else 0
    later = places[i + 1 :]
    high = _border(text, places[i][1], later[0][0]) if later else len(text)
    return min(low, places[i][0]), max(high, places[i][1])


def _border(text: str, low: int, high: int) -> int:
    found = list(_CUT.finditer(text, low, high))
    return found[0].end() if found else _phrase(text, low, high)


def _phrase(text: str, low: int, high: int) -> int:
    """Without a comma: where the phrase of the next sum opens ("zu den Ausgaben in Höhe von ...", "auf ...")."""
    opens = list(_OPENS.finditer(text, low, high))
    if not opens:
        return high
    # a preposition right before the sum opens its phrase only if no longer phrase stands before it
    return low if opens[0].end() > high - 8 and high - low > 25 else opens[0].end()


def _fact(analysis: Analysis, stated: _Stated, behind: str) -> Fact | None:
    """The fact; None for a percentage that is no share of money."""
    text, (low, high) = stated.sentence.text, stated.clause
    clause, at = text[low:high], stated.what.start - low
    end = stated.what.end - low
    kind, meaning = cues.kind_in(clause, at, end, text)
    value: dict[str, object]
    if isinstance(stated.what, Percentage):
        if kind is None or not (kind == "own_share" or cues.OF_MONEY.search(text)):
            return None
        kind = kind if kind in ("own_share", "cut") else "share"
        value = {
            "value_pct": stated.what.value,
            "value_eur": None,
            "approx": stated.what.approx or None,
            "period": None,
        }
    else:
        value = {
            "value_eur": stated.what.value,
            "value_pct": None,
            "approx": stated.what.approx,
            "period": _period(analysis, stated, kind),
        }
        if stated.what.value is None:
            value |= {"value_eur_min": stated.what.low, "value_eur_max": stated.what.high}
        if _is_rate(text, stated.what) and kind in ("grant", "funding", None):
            kind = "rate"
    offset = stated.sentence.start + stated.what.start
    programme = analysis.programme(offset)
    payer, payee = cues.parties(text, kind, clause)
    value |= {
        "meaning": meaning if meaning and meaning[0].isupper() and meaning != "Bewilligt" else kind,
        "type": kind,
        "status": _status(analysis, stated, kind, behind),
        "payer": payer,
        "payee": payee,
        "programme": programme.name if programme else None,
        "share_pct": stated.share_pct,
        "module": _module(analysis, stated),
    }
    if place := told_of(analysis, stated.sentence, stated.what.start):
        value["place"] = place
    return analysis.fact("money", value, *_quote(stated))


def _status(analysis: Analysis, stated: _Stated, kind: str | None, behind: str) -> str | None:
    """State told by the clause, else by the sentence, unless its words deny it."""
    text = stated.sentence.text
    said = cues.status_in(text[slice(*stated.clause)])
    said = said or (None if kind in ("expenditure", "own_share") else cues.status_in(text))
    found = fate(text, stated.what.start, stated.what.end, behind)
    if found is None and denied_above(analysis, stated.sentence.start + stated.what.start):
        found = "refused"
    return money_state(found, said, text, kind)


def _is_rate(text: str, amount: Amount) -> bool:
    behind = cues.PER_UNIT.match(text[amount.end : amount.end + 40])
    return bool(behind or _TIMES.search(text[max(0, amount.start - 14) : amount.start]))


def _period(analysis: Analysis, stated: _Stated, kind: str | None) -> str | None:
    low, high = stated.clause
    clause = stated.sentence.text[low:high]
    times = bool(_TIMES.search(clause[: stated.what.start - low]))
    offset = stated.sentence.start + stated.what.start
    place = Place(clause=clause, sentence=stated.sentence, offset=offset, times=times, alone=stated.alone, kind=kind)
    return period(analysis, place)


def _module(analysis: Analysis, stated: _Stated) -> int | None:
    """Module that the clause names by number or words; else the one that its block opens with."""
    text, (low, high) = stated.sentence.text, stated.clause
    # what another sum of the sentence is for, said behind this one, is not what this one is for
    for passage in (text[low:high], text if stated.alone else text[: stated.what.start]):
        printed = [m for m in module_mentions(passage) if len(m.numbers) == 1]
        if len({m.numbers for m in printed}) == 1:
            return printed[0].numbers[0]
    block = stated.sentence.block
    low = max(block.start, stated.sentence.start - NEAR)
    before = [m for m in module_mentions(analysis.text[low : stated.sentence.start]) if len(m.numbers) == 1]
    return before[-1].numbers[0] if before else None


def _quote(stated: _Stated) -> Span:
    text, (low, high) = stated.sentence.text, stated.clause
    lead = re.match(r"[\s,;(]*(?:(?:und|sowie)\s)?", text[low:high])
    low += lead.end() if lead and low + lead.end() <= stated.what.start else 0
    high = low + len(text[low:high].rstrip(" ,;(–-"))
    return stated.sentence.start + low, stated.sentence.start + max(high, stated.what.end)


EXTRACTOR = Extractor(name="amounts", version=6, kinds=("money",), run=_money)
