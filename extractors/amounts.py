"""Geld: every stated sum and every percentage of costs or funding, with what it is for, its period and its parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors import amount_cues as cues
from extractors.amount_tables import table_money
from extractors.analysis import Analysis, Extractor, Sentence
from extractors.modules import module_mentions
from extractors.numbers import Amount, Percentage, amounts, dates, percentages
from extractors.pieces import NEAR, pieces

_SHARE = guarded(
    r"\s?(?:[a-zäöü]{3,20}\s?)?[,(]?\s?\(?(?:das (?:sind|entspricht)|also|d\.\s?h\.|=|entspricht|mithin)?\s?"
    r"(?:einer? \w{3,30} von\s)?\Z"
)
"""What stands between a sum and the percentage that belongs to it: "(80 %)", "bewilligt, das sind 90 %"."""
_CUT = guarded(r"[,;(]\s?|\s[–-]\s|\b(?:und|sowie|wobei|während|zuzüglich|abzüglich)\s")
_OPENS = guarded(r"\s(?=(?:zu den|zu der|zur|zum|bei|aus|auf|von)\s)")
_PERIOD = (
    r"(?:(?:[Bb]ewilligungs|[Dd]urchführungs|[Ff]örder|[Pp]rojekt|[Zz]uwendungs)?(?:[Zz]eitraum|[Ll]aufzeit)|"
    r"(?:[Ff]ür|[Ii]n) (?:die|der) Zeit)"
)
_RUNS_UNTIL = guarded(rf"\b{_PERIOD}\b(?:[^;]{{0,80}}?\bbis\b|\s(?:endet|läuft)\b)")
_PARTS = guarded(r"\b(?:nämlich|davon|hiervon|darunter|und zwar|aufgeteilt|verteil\w{1,3} sich|setz\w{1,2} sich)\b")
_LAST_PERIOD = guarded(r",\s(?:jährlich|jeweils jährlich|jeweils (?:pro|im) Jahr|pro Jahr|p\. ?a\.)\s?[.)]?\Z")
_CHANGED = guarded(r"\bvon\s[^.;]{0,20}(?:€|EUR|Euro)\sauf\s")
"""The sum before a change: its period is told behind the new one ("von 50.000 € auf 55.000 € im Jahr")."""
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
    every = list(pieces(analysis))
    for i, sentence in enumerate(every):
        if re.search(r"€|EUR|(?i:euro)|%|(?i:prozent)|v\.\s?H|vom Hundert", sentence.text):
            following = every[i + 1].text if i + 1 < len(every) else ""
            for stated in _in_sentence(sentence):
                fact = _fact(analysis, stated, following)
                if fact:
                    yield fact
    yield from table_money(analysis)


def _in_sentence(sentence: Sentence) -> Iterator[_Stated]:
    """Sums of a sentence in order, each with the percentage that belongs to it; then the other percentages."""
    text = sentence.text
    sums, shares = amounts(text), percentages(text)
    taken: set[int] = set()
    every: list[Amount | Percentage] = sorted([*sums, *shares], key=lambda x: x.start)
    places = [(x.start, x.end) for x in every]
    for amount in sums:
        share = next((p for p in shares if p.start >= amount.end), None)
        belongs = share and share.start not in taken and _SHARE.fullmatch(text[amount.end : share.start])
        if share and belongs:
            taken.add(share.start)
        yield _Stated(
            sentence=sentence,
            what=amount,
            clause=_clause(text, places, every.index(amount), skip=share.start if belongs and share else None),
            share_pct=share.value if belongs and share else None,
            alone=len(sums) == 1,
        )
    for share in shares:
        if share.start not in taken:
            yield _Stated(sentence=sentence, what=share, clause=_clause(text, places, every.index(share), skip=None))


def _clause(text: str, places: list[Span], i: int, *, skip: int | None) -> Span:
    """From the word that parts the sum from the one before it to the word that parts it from the next."""
    low = _border(text, places[i - 1][1], places[i][0]) if i else 0
    later = [p for p in places[i + 1 :] if p[0] != skip]
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


def _fact(analysis: Analysis, stated: _Stated, following: str) -> Fact | None:
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
            "period": _period(clause, text, following, times=bool(_TIMES.search(clause[:at])), alone=stated.alone),
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
        "status": cues.status_in(clause) or (None if kind in ("expenditure", "own_share") else cues.status_in(text)),
        "payer": payer,
        "payee": payee,
        "programme": programme.name if programme else None,
        "share_pct": stated.share_pct,
        "module": _module(analysis, stated),
    }
    return analysis.fact("money", value, *_quote(stated))


def _is_rate(text: str, amount: Amount) -> bool:
    behind = cues.PER_UNIT.match(text[amount.end : amount.end + 40])
    return bool(behind or _TIMES.search(text[max(0, amount.start - 14) : amount.start]))


def _period(clause: str, text: str, following: str, *, times: bool, alone: bool) -> str | None:
    """Period of the sum: by its clause, else its sentence, else an end date that the next sentence gives."""
    if times and re.search(r"[Ss]telle|VZÄ|Vollzeitäquivalent", text):
        return "per_fte_year"
    for name, pattern in cues.PERIODS:
        if pattern.search(clause):
            return name
    for passage in (text, following):
        until = _RUNS_UNTIL.search(passage)
        if not until:
            continue
        days = [d for d in dates(passage) if d.precision == "day" and d.complete and d.end > until.start()]
        if days and (passage is text or until.start() < 8):
            return f"total until {max(d.iso for d in days[:2])}"
    whole = next((name for name, pattern in cues.PERIODS if name != "total" and pattern.search(text)), None)
    return whole if alone or (whole == "per_year" and _shared(text, clause)) else None


def _shared(text: str, clause: str) -> bool:
    """Whether a period holds for parts of its sum too ("jährlich 600.000 €, davon ..."), or for the sum replaced."""
    at = text.find(clause)
    parts = _PARTS.search(text)
    if parts and (at >= parts.start() or _LAST_PERIOD.search(text)):
        return True
    return bool(_CHANGED.search(text[at : at + len(clause) + 30]))


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


EXTRACTOR = Extractor(name="amounts", version=4, kinds=("money",), run=_money)
