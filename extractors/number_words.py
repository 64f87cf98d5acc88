"""Numerals of hundreds and thousands written as one word: "einundvierzigtausend", "zweihundertfünfzig"."""

from __future__ import annotations

import re

_UNITS = "ein zwei drei vier fünf sechs sieben acht neun".split()
_SMALL = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _below_hundred() -> dict[str, int]:
    words: dict[str, int] = {word: i for i, word in enumerate(_SMALL + _TEENS, 1)} | {"ein": 1, "zwo": 2}
    for tens, word in enumerate(_TENS, 2):
        words |= {f"{unit}und{word}": 10 * tens + i for i, unit in enumerate(_UNITS, 1)} | {word: 10 * tens}
    return words | {w.replace("ß", "ss"): n for w, n in words.items()}


_BELOW_HUNDRED = _below_hundred()
_TENS_UNITS = "|".join(sorted(_BELOW_HUNDRED, key=len, reverse=True))
_HUNDREDS = rf"(?:(?:{'|'.join(_UNITS)})?hundert(?:(?:und)?(?:{_TENS_UNITS}))?|{_TENS_UNITS})"
LARGE = rf"(?:{_HUNDREDS})?(?:tausend)(?:(?:und)?{_HUNDREDS})?|(?:{'|'.join(_UNITS)})?hundert(?:und)?(?:{_TENS_UNITS})?"
"""Words for numbers of three to six digits; an expression without case."""
_SPLIT = re.compile(rf"(?P<thousands>{_HUNDREDS})?tausend(?:und)?(?P<rest>{_HUNDREDS})?|(?P<below>{_HUNDREDS})")


def large_value(word: str) -> float:
    """Value of a word that LARGE matches: 41000 for "einundvierzigtausend". Raises ValueError for another word."""
    m = _SPLIT.fullmatch(word.lower())
    if m is None:
        raise ValueError(f"no numeral: {word!r}")
    if m["below"]:
        return _below_thousand(m["below"])
    thousands = _below_thousand(m["thousands"]) if m["thousands"] else 1
    return 1000 * thousands + (_below_thousand(m["rest"]) if m["rest"] else 0)


def _below_thousand(word: str) -> int:
    hundreds, found, rest = word.partition("hundert")
    if not found:
        return _BELOW_HUNDRED[word]
    times = _UNITS.index(hundreds) + 1 if hundreds else 1
    rest = rest[3:] if rest.startswith("und") else rest
    return 100 * times + (_BELOW_HUNDRED[rest] if rest else 0)
