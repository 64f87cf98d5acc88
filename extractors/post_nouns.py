"""What a number counts: the noun behind it, behind adjectives or an attribute, or before it ("Stellen: 3,5")."""

from __future__ import annotations

import re

from corpus.patterns import guarded
from extractors import post_cues as cues
from extractors.numbers import Number

_IN_BRACKETS = guarded(
    r"[Ss]tellen(?:anteile)?\s(?:[^()\n.;,]{0,40}\s)?\((?:insgesamt|zusammen|gesamt|je|jeweils|Umfang:?)?\s?\Z"
)
_SHARE_OF = guarded(
    r"\b(?:Stellenanteil\w{0,2}|Stellenumfang\w?|Anteil)\s(?:von|in Höhe von|i\.H\.v\.)\s(?:je|ca\.|rund)?\s?\Z"
)
_ATTRIBUTE = guarded(
    r"(?:\s[a-zäöüß-]{3,30}e[nrs]?)?,?\s(?:bei|beim|für|in|im|an|am|von|vom|aus|durch|über|mit|zum|nach|ab|seit)\s"
    r"(?:[\w.„“-]{1,40}\s){1,7}?(?:zu\s)?[a-zäöüß]{4,30}(?:t|nd|en)e[nrs]?(?=\s)"
)
"""An attribute between a number and its noun: "zwei für das Ausländeramt vorgesehene", "vier vom Land bezahlte"."""
_LISTED = guarded(
    r"\b(?P<noun>(?P<fte>VZÄ|VK|VZK|Vollzeitäquivalente)|(?P<share>Stellenanteile?|Stellenumfang)|"
    r"(?:Personal|Plan|Vollzeit)?[Ss]tellen):\s(?:ca\.\s|insgesamt\s)?\Z"
)
_NUMBER_OF = guarded(
    r"\b(?:Zahl|Anzahl|Verdopp?e?lung|Aufstockung|Erhöhung|Ausweitung|Reduzierung|Kürzung|Verringerung|Ausbau) der\s"
    r"(?:[a-zäöüßA-ZÄÖÜ ]{0,40}en\s)?(?P<noun>(?:[A-Z]\w{0,20}[- ])?\w{0,20}(?:[Ss]tellen|"
    r"[Mm]anager\w{0,5}))\s"
    r"[^.;]{0,40}\bauf\s(?:dann |nunmehr |insgesamt )?\Z"
)
_JOINED = guarded(r"\s[A-ZÄÖÜ][\w-]{2,40}-,?\s(?:und|sowie|oder|bzw\.)\s(?P<rest>[^.;,]{3,60}?[\w-]*[Ss]tellen?)\b")
"""A noun whose end stands with the next number: "drei Vollzeit- und eine halbe Stelle"."""
_SOME_OF = guarded(r"\s(?:der|dieser|seiner|ihrer|unserer|von den|von diesen)(?=\s(?!(?:Stadt|Gemeinde|Kommune)\b))")

_GAP = re.compile(r"[\s-]")


def noun_after(text: str, number: Number, limit: int) -> tuple[str, str, int] | None:
    """Unit, noun and its end where the number is followed by what it counts."""
    found = _noun_behind(text, number.end, number, limit)
    attribute = None if found else _ATTRIBUTE.match(text, number.end)
    found = found or (_noun_behind(text, attribute.end(), number, limit) if attribute else None)
    if found:
        return found
    joined = _JOINED.match(text, number.end)
    if joined and not re.search(r"(?i:fach|geschäfts|anlauf|beratungs|außen)stelle", joined["rest"]):
        return "posts", "Stellen", joined.end("rest")
    return _some_of(text, number, limit)


def _noun_behind(text: str, begin: int, number: Number, limit: int) -> tuple[str, str, int] | None:
    """Unit, noun and its end where a noun of posts stands at a place, or behind adjectives there."""
    gap = cues.ADJECTIVES.match(text, begin)
    low = gap.end() if gap else begin
    for unit, pattern in cues.NOUNS:
        for at in _starts(text, begin, low):
            m = pattern.match(text, at)
            if m and m.start() < limit and (unit != "posts" or cues.is_post(m, number.value)):
                return unit, m.group(), m.end()
    return None


def _some_of(text: str, number: Number, limit: int) -> tuple[str, str, int] | None:
    """Some of posts that are not counted themselves: "drei der Case-Management-Stellen"."""
    of = _SOME_OF.match(text, number.end)
    if of is None or number.value is None:
        return None
    gap = cues.ADJECTIVES.match(text, of.end())
    for at in _starts(text, of.end(), gap.end() if gap else of.end()):
        m = cues.POSTS.match(text, at)
        if m and m.start() < limit and m.end() <= limit and m.group().endswith("tellen") and cues.is_post(m, None):
            return "posts", m.group(), m.end()
    return None


def _starts(text: str, low: int, high: int) -> list[int]:
    """Word starts from `high` back to `low`: adjectives may have swallowed the first word of the noun."""
    return [high, *(m.end() for m in _GAP.finditer(text, low, high) if m.end() < high), low]


def noun_before(text: str, number: Number) -> tuple[str, str, int] | None:
    """A number behind its noun: "Stellen ... (insgesamt 3,5)", "Stellenanteil von 0,85"."""
    window = text[max(0, number.start - 110) : number.start]
    listed = _LISTED.search(window)
    if listed:
        unit = "fte" if listed["fte"] else "post shares" if listed["share"] else "posts"
        return unit, listed["noun"], number.end
    grown = _NUMBER_OF.search(window)
    if grown:
        return ("persons" if "anager" in grown["noun"] else "posts"), grown["noun"], number.end
    if _SHARE_OF.search(window):
        return "post shares", "Stellenanteil", number.end
    bracketed = _IN_BRACKETS.search(window)
    if bracketed and re.match(r"\s?\)", text[number.end :]):
        low = max(0, number.start - 110) + bracketed.start()
        noun = re.search(r"[\w-]*\Z", text[:low])
        return "posts", (noun.group() if noun else "") + "stellen", number.end
    return None
