"""Whether a number counts the whole Land ("landesweit 75 Mio. Euro") and so says nothing of one municipality."""

from __future__ import annotations

import re

from reports.library import Claim, Passage
from reports.places import sentence

_NUMBERS = frozenset({"money", "post", "caseload"})
_WHOLE = re.compile(
    r"\b(?:landes|bundes|NRW-?|Nordrhein-Westfalen-?)weit\b"
    r"|\b(?:landes|bundes|NRW-?)weite[nmrs]?\s(?:\w+\s)?"
    r"(?:\w*[Tt]opf|\w*[Mm]ittel\w*|\w*[Bb]udget|\w*[Vv]olumen|\w*[Ss]umme|\w*[Ee]tat|\w*[Aa]nsatz|\w*[Ss]tellen)\b"
    r"|\bauf\s(?:Landes|Bundes)ebene\b"
    r"|\binsgesamt\sim\s(?:ganzen\s)?Land\b|\bim\s(?:ganzen|gesamten)\sLand\b|\bland(?:es)?auf\b"
    r"|\b(?:in|für)\sganz\s(?:NRW|Nordrhein-Westfalen)\b"
    r"|\bim\sLandeshaushalt\b|\bLandeshaushalt(?:\s\w+){0,3}?\s(?:sieht|enthält|weist|stellt|veranschlagt)\b"
    r"|\b\w*(?:[Aa]nsatz|[Hh]aushalt|[Tt]opf|[Ee]tat)\sdes\sLandes\b"
    r"|\b(?:alle[nr]?|die|den|der|sämtliche[nr]?|an|für)\s(?:[3-9]\d|\d{3})\s(?:\w+en\s)?"
    r"(?:Kommunen|Gebietskörperschaften|Kreisen?|Kommunalen\sIntegrationszentren)\b(?!\s(?:im|des)\s(?:Kreis|Land[ck]reis))"
    r"|\b(?:alle[nr]?|sämtliche[nr]?)\sKreisen?\sund\skreisfreien?\sStädten?\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:davon|hiervon|wovon|daraus|entfallen|entfällt|entfielen|anteilig\w*|Anteil)\b"
    r"|\b(?:erhält|erhalten|bekommt|bekommen|empfängt|auf|für|an)\s(?:de[nmr]|die|das|unsere[nm]?|uns)\s"
    r"(?:eigene[nm]?\s)?(?:Kreis|Stadt|Städteregion|Gemeinde|Landkreis|Kommune)\b|\b(?:der|unser)\sKreis\b|\bdie\sStadt\b",
    re.I,
)
"""Words after which a sentence turns from the Land to the municipality."""
_SUM = re.compile(
    r"((?<![\d.,])\d+(?:\.\d{3})*(?:,\d+)?)\s?((?:Mio|Mrd|Tsd)\.?|Millionen|Milliarden|Tausend)?\s?(?:€|Euro\b|EUR\b)",
    re.I,
)
_TIMES = {"mio": 1e6, "mil": 1e6, "mrd": 1e9, "tsd": 1e3, "tau": 1e3}


def statewide(claim: Claim, at: Passage | None) -> bool:
    """Whether the sentence says that the number at this place counts the whole Land.

    What stands nearest before the number decides ("landesweit 75 Mio. Euro, davon 300.000 Euro für den Kreis"); words
    of the Land behind it count unless another sum follows them.
    """
    if claim.kind not in _NUMBERS or at is None:
        return False
    high = _end_of_sum(claim, at)
    text = claim.doc.text
    start, end = sentence(claim.doc, at.start, at.end)
    own = max((m.end() for m in _OWN.finditer(text, start, high)), default=-1)
    whole = max((m.end() for m in _WHOLE.finditer(text, start, high)), default=-1)
    if own >= 0 or whole >= 0:
        return whole > own
    after = _WHOLE.search(text, high, end)
    return bool(after and not _OWN.search(text, high, after.start()) and not _SUM.search(text, after.end(), end))


def _end_of_sum(claim: Claim, at: Passage) -> int:
    """Where in a passage the claim's own sum ends; the passage's end where that is not told."""
    for found in _SUM.finditer(claim.doc.text, at.start, at.end):
        word = (found[2] or "").casefold()
        times = 1e9 if word == "milliarden" else _TIMES.get(word[:3], 1.0)
        if float(found[1].replace(".", "").replace(",", ".")) * times == claim.value.get("value_eur"):
            return found.end()
    return at.end
