"""Modules named by number in a text: "Baustein II", "Modulen 1 bis 3", "der zweite Baustein"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.patterns import folded, guarded

WORD = (
    r"(?:(?!(?:Schulung|Lern|Kurs|Sprach|Solar|Photovoltaik|Fortbildung|Qualifizierung|Software)s?-?(?:[Mm]odul|[Bb]austein))"
    r"(?:[A-ZÄÖÜ][\w]{1,14}-?|[a-zäöü]{3,9}-?)?(?:[Bb]austein|[Mm]odul|[Ss]äule)|[Ff]örder(?:linie|strang|teil|komponente|"
    r"schwerpunkt|bereich|gegenstand|topf)|[Pp]rogramm(?:teil|linie|strang|element)|\bBst\.|\bMod\.)"
)
NUMBER = r"(?:[1-9]\d?|I{1,3}|IV|VI{0,3})"
_NUMBERED = guarded(
    rf"\b{WORD}(?:s|e|es|en|n)?(?:\sNr\.)?[\s-](?P<first>{NUMBER})\b(?P<rest>(?:\s?(?:,|/|und|bis|sowie|-|–)\s?{NUMBER}\b){{0,5}})"
)
IN_WORDS = guarded(
    rf"\b(?P<nth>[Ee]rste|[Zz]weite|[Dd]ritte|[Vv]ierte|[Ff]ünfte|[Ss]echste|[1-6]\.)[nrsm]?\s{WORD}(?:s|es)?\b|"
    rf"\b{WORD}\s(?P<word>eins|zwei|drei|vier|fünf|sechs)\b"
)
_CUE = re.compile(  # for folded text
    r"(?:baustein|modul|säule|linie|strang|teil|komponente|schwerpunkt|bereich|gegenstand|topf|element|bst\.|mod\.)"
    r"(?:s|e|es|en|n)?(?:\snr\.)?[\s-](?:eins|zwei|drei|vier|fünf|sechs|[1-9ivx])|"
    r"(?:te|[1-6]\.)[nrsm]?\s[\w-]{0,17}(?:baustein|modul|säule|förder|programm|bst\.|mod\.)"
)
"""Every module named by number holds one of them; most texts hold none."""
ORDER = {
    word: n
    for words in ("erste zweite dritte vierte fünfte sechste", "1. 2. 3. 4. 5. 6.", "eins zwei drei vier fünf sechs")
    for n, word in enumerate(words.split(), 1)
}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A module named by number: "Baustein II", "Modulen 1 und 2" (then `numbers` holds both)."""

    start: int
    end: int
    numbers: tuple[int, ...]


def may_name_modules(text: str) -> bool:
    """Whether a text may name modules by number; False is sure."""
    return _CUE.search(folded(text)) is not None


def module_mentions(text: str) -> list[Mention]:
    """Modules named by number, in order. "Bausteine 1 bis 4" names four."""
    if not may_name_modules(text):
        return []
    found = [
        Mention(start=m.start(), end=m.end(), numbers=(ORDER[(m["nth"] or m["word"]).casefold()],))
        for m in IN_WORDS.finditer(text)
    ]
    for m in _NUMBERED.finditer(text):
        numbers = [number_of(n) for n in re.findall(NUMBER, m.group()[m.end("first") - m.start() :])]
        first = number_of(m["first"])
        if numbers and re.search(r"bis|[-–]", m["rest"]):
            numbers = list(range(first + 1, numbers[-1] + 1))
        found.append(Mention(start=m.start(), end=m.end(), numbers=(first, *numbers)))
    return sorted(found, key=lambda m: m.start)


def number_of(printed: str) -> int:
    """Value of an Arabic or Roman number."""
    return _ROMAN.get(printed) or int(printed)
