"""Laws, ordinances and by-laws that a text names: by paragraph or article, by name, by abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.patterns import guarded
from extractors.paper_numbers import Found

_NAME = (
    r"(?:[A-ZÄÖÜ][a-zäöü]{0,4}[A-Z]{1,4}\w{0,6}|GO|SGB|BGB|HGO|KAG|HGB|KrO|LKrO|GemO|BezVG|"
    r"KommVerf|(?:[A-ZÄÖÜ][\w-]{2,60}(?:gesetz(?:buch)?(?:e?s)?|ordnung|satzung|richtlinien?)|Satzung)"
    r"(?: (?:des|der) [A-ZÄÖÜ][\w-]{2,30}(?=[ ,.;)]))?)"
    r"(?: (?:NRW|NW|[IVX]{1,4})\b)?"
)
_TAIL = (
    r"(?:,? ?(?:(?:Abs(?:atz|\.)|Satz|S\.|Nr\.|Nummer|Ziff(?:er|\.)|"
    r"Buchst(?:abe|\.)|und|u\.|bis|i\. ?V\. ?m\.|§) ?)?(?:\d{1,4}(?: ?[a-z])?\b|ff?\.)){0,5}"
)
_PARAGRAPH = guarded(
    rf"§§? ?\d{{1,4}}(?: ?[a-z])?\b{_TAIL}"
    rf"(?: (?:(?:des|der)(?= ))?(?: [A-ZÄÖÜ]\w{{2,20}}-? und)?(?: ?{_NAME}))?(?: \([A-Z][A-Za-z]{{2,10}}(?: NRW)?\))?"
)
_ARTICLE = guarded(
    rf"\bArt(?:\.|ikels?) ?\d{{1,3}}(?: ?[a-z])?\b{_TAIL} (?:(?:des|der) )?"
    r"(?:GG|GO|LKrO|BezO|KAG|BV|LV|EMRK|AEUV|DS-?GVO|Grundgesetz(?:es)?|"
    r"[A-ZÄÖÜ][\w-]{2,60}(?:gesetz(?:buch)?(?:e?s)?|ordnung|satzung|verfassung|konvention)|[A-Z][a-zäöü]{1,4}[A-Z]\w{0,8})"
    r"(?![\w-])"
)
_UNION = guarded(
    r"\b(?:Verordnung|Richtlinie|VO|RL) \((?:EU|EG|EWG)\) (?:Nr\. ?)?\d{1,4}/\d{1,4}|"
    r"\b(?:Richtlinie|RL) \d{2,4}/\d{1,4}/(?:EU|EG|EWG)\b"
)
_NAMED = guarded(
    r"(?<![\w-])(?:[A-ZÄÖÜ]\w{2,30}-,? und )?(?!(?:Landes|Bundes|Grund|Änderungs|Ausführungs|Rahmen|Artikel|"
    r"Haushalts)gesetz)"
    r"[A-ZÄÖÜ][a-zäöüß]{4,60}gesetz(?:buch)?(?:e?s)?(?: (?:NRW|NW|Nordrhein-Westfalen|[IVX]{1,4}))?(?: "
    r"\([A-Z][A-Za-z]{1,10}(?: NRW)?\))?(?![\w-])"
)
"""A law named without a paragraph: "nach dem Teilhabe- und Integrationsgesetz"."""
_LOCAL = guarded(
    r"(?<![\w-])(?:(?:(?:Gemeinde|Landkreis|Landesbau|Straßenverkehrs)ordnung|Grundgesetz(?:es)?)(?: (?:NRW|NW)\b)?|"
    r"(?!(?:Haushalts|Änderungs|Nachtragshaushalts|Muster|Rechts)(?:satzung|verordnung))"
    r"[A-ZÄÖÜ][a-zäöüß-]{3,50}(?:satzung|verordnung|ordnung|richtlinien?|erlass(?:es)?) "
    r"(?:(?:der (?:Stadt|Gemeinde)|des (?:Landes|Kreises|Landkreises|Rates|Stadtrates))(?: [A-ZÄÖÜ][\w-]{2,30})?|"
    r"„[^„“”\n]{3,60}[“”]|(?:NRW|NW)\b|\([A-Z][A-Za-z]{1,10}\)))(?: \([A-Z][A-Za-z]{1,10}\))?(?![\w-])"
)
"""Rules by which councils work and which they give: by-laws, standing orders, ordinances."""
_SHORT = guarded(
    r"\b(?:nach|gemäß|laut|entsprechend|(?:nach|gemäß|in|mit|laut) (?:dem|der)|im|des|i\. ?S\. ?d(?:es|\.)) "
    r"(?P<name>SGB [IVX]{1,4}|BauGB|BauNVO|AufenthG|AsylbLG|AsylG|BImSchG|DS-?GVO|StVO|GemO|GO NRW|HGO|VgV|UVgO|"
    r"VOB/?[AB]?|GWB|BayGO|NKomVG|KVG LSA|KAG|LBO|OZG|EnWG|TVöD|IfSG|BTHG|PBefG)(?![\w/-])"
)
_OWN_NUMBER = guarded(r"(?m)^[ \t]*§ ?\d{1,4}[ \t]*(?:$|[.:\t–-]|(?=[A-ZÄÖÜ]))")
"""A paragraph number that minutes give their own items."""


def laws(text: str) -> Iterator[Found]:
    """Each law with the words that name it; a name that belongs to a paragraph is no law of its own."""
    own = {m.start() + m.group().index("§") for m in _OWN_NUMBER.finditer(text)}
    taken: list[tuple[int, int]] = []
    said = ""
    for pattern in (_PARAGRAPH, _ARTICLE, _UNION, _NAMED, _LOCAL):
        for match in pattern.finditer(text):
            start, end = match.start(), match.start() + len(match.group().rstrip())
            if start in own and not re.search(r"[A-ZÄÖÜ]{2}|Abs|gesetz|ordnung", match.group()):
                continue
            if any(a <= start < b for a, b in taken):
                continue
            taken.append((start, end))
            said += f" {match.group()}"
            yield "law", re.sub(r"\s+", " ", match.group()).strip(), None, start, end
    for match in _SHORT.finditer(text):
        if match["name"] not in said:
            yield "law", match["name"], None, *match.span("name")
