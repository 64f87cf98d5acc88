"""German numbers, sums, percentages and dates as values with spans. Pure functions of a text; no topic, no document.

Every span is half-open and counts code points of the given text. What only looks like a number (paragraphs of a law,
paper numbers, times, telephone numbers) is left out. Each pattern is bounded, so that reading time grows with the
length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.patterns import guarded
from extractors.dates import Date, dates
from extractors.number_words import LARGE, large_value

__all__ = ["Amount", "Date", "Number", "Percentage", "amounts", "dates", "numbers", "percentages", "plain_value"]

_UNITS = "ein zwei drei vier fünf sechs sieben acht neun".split()
_SMALL = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()

_QUARTERS = (("ein", 0.25), ("drei", 0.75), ("einein", 0.25), ("eindrei", 0.75))


def _number_words() -> dict[str, float]:
    """Words for 0 to 99, hundred, thousand, and halves from a half to twelve and a half."""
    words: dict[str, float] = {word: i for i, word in enumerate(_SMALL + _TEENS)}
    for tens, word in enumerate(_TENS, 2):
        words[word] = 10 * tens
        words |= {f"{unit}und{word}": 10 * tens + i for i, unit in enumerate(_UNITS, 1)}
    words |= {f"{unit}einhalb": i + 0.5 for i, unit in enumerate(_UNITS, 1)}
    words |= {f"{word}einhalb": i + 0.5 for i, word in enumerate(_SMALL) if i > 1}
    words |= {f"{word}{part}viertel": i + n for i, word in enumerate(_SMALL) if i > 1 for part, n in _QUARTERS}
    words |= {f"ein{part}viertel": 1 + n for part, n in _QUARTERS}
    words |= dict.fromkeys(("ein", "eine", "einen", "einer", "einem", "eines"), 1)
    words |= dict.fromkeys(("halbe", "halben", "halber", "halbes"), 0.5)
    words |= dict.fromkeys(("beide", "beiden", "beider"), 2)
    words |= {"hundert": 100, "einhundert": 100, "tausend": 1000, "eintausend": 1000, "zwo": 2}
    return words | {"anderthalb": 1.5, "dreiviertel": 0.75, "dreissig": 30}


_WORDS = _number_words()
_ARTICLES = frozenset({"ein", "eine", "einen", "einer", "einem", "eines"})
_FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_BLANK = r"[ \t\u00a0\u202f]"
_DIGITS = r"[1-9]\d{0,2}(?:\.\d{3}){1,4}(?:,\d{1,2}(?!\d))?|(?:0|[1-9]\d{0,8})(?:,\d{1,3}(?!\d))?"
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SIMPLE = guarded(
    r"(?<![\w.,/§])(?<![^\W\d]-)(?:"
    rf"(?P<ratio>(?:\d{{1,2}}{_BLANK})?[1-9]/[2-9])(?![\w/]|[.,]\d)"
    rf"|(?P<point>\d{{1,2}}\.\d{{1,2}})(?![\w/.]|,\d|{_BLANK}?Uhr)"
    rf"|(?P<digits>{_DIGITS})(?:{_BLANK}?(?P<part>[½¼¾⅓⅔]))?(?![\w/]|[.,:]\d)"
    r"|(?P<vulgar>[½¼¾⅓⅔])"
    rf"|(?:(?:ein|eine|einen|einer|einem|(?P<times>(?i:zwei|drei|vier|fünf|sechs|beiden?)|[2-9])){_BLANK})?"
    r"(?P<half>(?i:halbe[nrs]?))\b"
    rf"|(?P<word>(?i:{_WORD}))\b)"
)
_NO_NUMBER = guarded(
    r"§{1,2}\s?\d+\w?(?:\s?(?:und|bis|,|-)\s?\d+\w?\b)?"
    r"|\b(?:Nr|Nrn|Art|Artikel|Abs|Absatz|Abschnitt|Satz|TOP|Ö|Ziffer|Ziff|Punkt|Pkt|Seite|Kapitel|Modul\w{0,40}|"
    r"\w{0,40}[Bb]austein\w{0,40}|Teil|Phase|Raum|Az|Dezernat|Fachbereich|Fachdienst|Amt|Abteilung|FB|"
    r"Anlage)\.?\s?\d[\d./-]{0,20}"
    r"|\b(?:Tel|Telefon|Fax|Durchwahl|Mobil)\b[.:]{0,2}\s?[\d /()+-]{3,30}|\b0\d{2,5}[ /-]\d[\d /-]{2,20}"
    r"|\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?Uhr|\b\d{1,2}:\d\d\b|\b\d{1,2}\s?Uhr\b|\b\d{1,4}/\d{2,5}(?:/\w+)?\b"
)
_RANGE = guarded(r"\s{0,2}(?:bis(?: zu)?|-|–|—)\s{0,2}")
_PERHAPS = guarded(
    r",?\s(?:(?:oder|bzw\.|beziehungsweise)(?:\s(?:auch|sogar|doch|gar))?|(?:(?:oder|und)\s)?(?:vielleicht|eventuell|"
    r"evtl\.|"
    r"womöglich|möglicherweise|gegebenenfalls|ggf\.|allenfalls|eher|höchstens|maximal|bestenfalls|allerhöchstens|"
    r"im besten Falle?|mit (?:etwas |ein bisschen )?Glück|unter Umständen|u\.\s?U\.|wenn es (?:gut|hoch) (?:geht|"
    r"läuft|kommt)"
    r"|wenn nicht)(?:\s(?:auch|sogar|schon|gar|auch schon|auch mal))?),?\s"
)
"""Between two numbers one of which it will be: "sechs, vielleicht auch sieben", "drei oder vier"."""
_PART = guarded(
    r"\s(?:der|von|von (?:den|diesen|seinen|ihren|insgesamt)|seiner|ihrer|unserer|dieser|aus)"
    r"(?:\s(?:insgesamt|[a-zäöüß]{3,20}en)){0,2}\s"
)
_BETWEEN = guarded(r"(?i)zwischen\s\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, a range ("fünf bis sechs": low and high) or a part ("fünf der sechs": value 5, of 6)."""

    start: int
    end: int
    value: float | None
    """None for a range."""
    low: float | None = None
    high: float | None = None
    of: float | None = None
    of_start: int | None = None
    """Where the whole of a part stands."""
    article: bool = False
    """Written "ein", "eine": a number or an article, which the reader has to decide."""


def numbers(text: str) -> list[Number]:
    """All numbers of a text in order; ranges and parts as one."""
    barred = bytearray(len(text))
    for start, end in [m.span() for m in _NO_NUMBER.finditer(text)] + [(d.start, d.end) for d in dates(text)]:
        barred[start:end] = b"\1" * (end - start)
    simple = [n for n in _simple(text) if not barred[n.start]]
    found: list[Number] = []
    for number in simple:
        before = found[-1] if found else None
        joined = _join(text, before, number) if before else None
        if joined:
            found[-1] = joined
        else:
            found.append(number)
    return found


def _simple(text: str) -> Iterator[Number]:
    for m in _SIMPLE.finditer(text):
        word = (m["word"] or "").casefold()
        yield Number(start=m.start(), end=m.end(), value=_value(m), article=word in _ARTICLES)


def _value(m: re.Match[str]) -> float:
    if m["half"]:
        times = m["times"] or "1"
        return 0.5 * (int(times) if times.isdigit() else _WORDS[times.casefold()])
    if m["word"]:
        return _WORDS[m["word"].casefold()]
    if m["ratio"]:
        whole, _, ratio = m["ratio"].replace("\u00a0", " ").rpartition(" ")
        top, bottom = ratio.split("/")
        return float(whole or 0) + int(top) / int(bottom)
    if m["point"]:
        return float(m["point"])
    if m["vulgar"]:
        return _FRACTIONS[m["vulgar"]]
    return plain_value(m["digits"]) + _FRACTIONS.get(m["part"] or "", 0)


def plain_value(digits: str) -> float:
    """Value of digits in German notation: "1.250" is 1250, "3,5" is 3.5. Raises ValueError for anything else."""
    return float(digits.replace(".", "").replace(",", "."))


def _join(text: str, before: Number, number: Number) -> Number | None:
    """One number for two that stand for a range or a part of a whole."""
    gap = text[before.end : number.start]
    low, high = before.value, number.value
    if len(gap) > 60 or low is None or high is None or before.of is not None or number.article:
        return None
    between = gap == " und " and _BETWEEN.search(text[max(0, before.start - 10) : before.start])
    either = low < high <= low + 3 and _PERHAPS.fullmatch(gap)
    if (_RANGE.fullmatch(gap) or between or either) and low < high and not before.article:
        return Number(start=before.start, end=number.end, value=None, low=low, high=high)
    if _PART.fullmatch(gap) and low <= high:
        return Number(start=before.start, end=number.end, value=low, of=high, of_start=number.start)
    return None


_SCALE = {"mio": 1e6, "million": 1e6, "mrd": 1e9, "milliarde": 1e9, "tsd": 1e3, "tausend": 1e3, "t": 1e3, "k": 1e3}
_GROUPED = r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,3}(?:,\d{1,2}(?!\d))?"
_SUM = (
    r"[1-9]\d{0,2}(?:\.\d{3}){1,4}(?:,\d{1,2}(?!\d))?|"
    rf"{_GROUPED}(?=,?[-–—]{{0,2}}{_BLANK}?(?:€|EUR|Euro))|"
    r"\d{1,3}\.\d{1,2}(?=[ \u00a0\u202f]?(?:Mio|Mrd|Millionen))|"
    r"\d{1,9}(?:,\d{1,3}(?!\d))?"
)
"""Digits of a sum: "1.250,00", "1 250 000" before the currency, "14.55" before "Mio."."""
_EURO = r"(?:€|EUR(?:O|o)?\b|Euros?\b)"
_SCALES = r"(?i:Mio\b\.?|Millionen|Million|Mrd\b\.?|Milliarden?|Tsd\b\.?|Tausend)"
_AMOUNT = guarded(
    r"(?<![\w.,/])(?<![^\W\d]-)"
    rf"(?:(?P<low>{_SUM})(?P<unit>{_BLANK}?(?:{_SCALES})?{_BLANK}?{_EURO})?{_BLANK}?(?:bis(?:{_BLANK}zu)?|-|–|"
    rf"(?P<and>und)){_BLANK}?)?"
    rf"(?:(?P<sum>{_SUM})|(?P<word>(?i:{LARGE}|{_WORD}|viertel(?=million)))(?={_BLANK}|"
    rf"(?i:million)))(?:,[-–—]{{1,2}})?{_BLANK}?"
    rf"(?:(?P<scale>{_SCALES}){_BLANK}?{_EURO}|(?P<short>[Tk])\.?(?:€|EUR\b|Euro\b)|{_EURO})"
)
_AMOUNT_AFTER = guarded(
    rf"(?:€|\bEUR|\bEuro){_BLANK}?(?P<sum>[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,4}}(?:,\d\d)?|\d{{1,6}},\d\d)(?![\w%]|"
    rf"[.,]\d|{_BLANK}?{_EURO})"
)
_APPROX = guarded(
    r"(?i)(?:\bca\.?|circa|zirka|rund|\brd\.?|etwa|knapp|\bgut|fast|ungefähr|annähernd|nahezu|mehr als|"
    r"schätzungsweise|geschätzten?|überschlägig|um die|\bin etwa|\bim (?:Mittel|Schnitt|Durchschnitt)|durchschnittlich|"
    r"größenordnung von|\bgrob|gerundet|\bcirca)(?:\s(?:jährlich|insgesamt|je|jeweils))?\s{0,2}\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum in euros, or a range of sums (value None, low and high set)."""

    start: int
    end: int
    value: float | None
    approx: bool
    low: float | None = None
    high: float | None = None


def amounts(text: str) -> list[Amount]:
    """All sums in euros, in order. Numbers without a currency are none."""
    found = [amount for m in _AMOUNT.finditer(text) for amount in _amounts(text, m)]
    taken = {place for a in found for place in range(a.start, a.end)}
    for m in _AMOUNT_AFTER.finditer(text):
        if taken.isdisjoint(range(m.start(), m.end())):
            found.append(
                Amount(start=m.start(), end=m.end(), value=plain_value(m["sum"]), approx=_approx(text, m.start()))
            )
    return sorted(found, key=lambda a: a.start)


def _amounts(text: str, m: re.Match[str]) -> Iterator[Amount]:
    factor = _factor(m["scale"] or m["short"] or "")
    value = round((_sum_value(m["sum"]) if m["sum"] else _word_value(m["word"])) * factor, 2)
    start = m.start("sum") if m["sum"] else m.start("word")
    if not m["low"]:
        yield Amount(start=start, end=m.end(), value=value, approx=_approx(text, start))
        return
    low = _sum_value(m["low"])
    own = re.search(_SCALES, m["unit"] or "")
    if own:
        low = round(low * _factor(own.group()), 2)
    elif low < value / factor or "." not in m["low"]:
        low = round(low * factor, 2)
    between = bool(_BETWEEN.search(text[max(0, m.start() - 10) : m.start()]))
    year = re.fullmatch(r"(?:19|20)\d\d", m["low"])
    if low < value and not year and (between or not m["and"]):
        yield Amount(start=m.start(), end=m.end(), value=None, approx=_approx(text, m.start()), low=low, high=value)
        return
    # "2024 - 35.000 €", "100 € und 200 €": the first number is a sum of its own only with a currency behind it
    if m["unit"]:
        yield Amount(start=m.start(), end=m.end("unit"), value=low, approx=_approx(text, m.start()))
    yield Amount(start=start, end=m.end(), value=value, approx=_approx(text, start))


def _word_value(word: str) -> float:
    value = 0.25 if word.casefold() == "viertel" else _WORDS.get(word.casefold())
    return large_value(word) if value is None else value


def _factor(scale: str) -> float:
    """How many euros one of "Mio.", "Tsd.", "T" is."""
    word = scale.casefold().rstrip(".")
    return next((v for k, v in _SCALE.items() if word.startswith(k)), 1.0) if word else 1.0


def _sum_value(digits: str) -> float:
    """As plain_value, and "1 250 000" and "14.55" too."""
    if re.fullmatch(r"\d{1,3}\.\d{1,2}", digits):
        return float(digits)
    return plain_value(re.sub(r"\s", "", digits))


def _approx(text: str, start: int) -> bool:
    return bool(_APPROX.search(text[max(0, start - 34) : start]))


_PERCENT = guarded(
    rf"(?<![\w.,/])(?:(?P<sum>{_SUM})|(?P<word>(?i:{_WORD}))(?={_BLANK}))"
    rf"{_BLANK}?(?:%|Prozent\b|(?:v\.{_BLANK}?H\b\.?|vH\b|vom{_BLANK}Hundert))(?!punkt)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage:
    """A percentage: 80 for "80 %"."""

    start: int
    end: int
    value: float
    approx: bool


def percentages(text: str) -> list[Percentage]:
    """All percentages, in order."""
    found = []
    for m in _PERCENT.finditer(text):
        value = plain_value(m["sum"]) if m["sum"] else _WORDS[m["word"].casefold()]
        found.append(Percentage(start=m.start(), end=m.end(), value=value, approx=_approx(text, m.start())))
    return found
