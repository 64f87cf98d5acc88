"""Towns that a text tells to apply for money: "Die Stadtverwaltungen A, B und C haben Fördermittel beantragt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.patterns import guarded
from extractors.analysis import Analysis, Sentence

_PLACE = (
    r"(?!(?:Mittel|Förder|Zuwend|Geld|Zusch|Antr|Personal|Stelle|Programm|Case|Landes|Integration|Verwaltung|KOMM))"
    r"(?:(?:Bad|Sankt|St\.) )?[A-ZÄÖÜ][a-zäöüß]{2,24}(?:-[A-ZÄÖÜ][a-zäöüß]{2,24}){0,2}(?: am [A-ZÄÖÜ][a-zäöüß]{2,14})?"
)
_KIND = r"(?:(?:Stadt|Gemeinde)(?:verwaltung(?:en)?)?|Städten?|Gemeinden|Kommunen|Verwaltungen|Kommune)"
_LIST = guarded(
    rf"\b(?P<kind>{_KIND})(?: \(|:| [–-]|,)? ?(?P<list>{_PLACE}(?:, {_PLACE}){{0,7}}(?:,? (?:und|sowie|wie auch) "
    rf"(?:(?:die|der) )?(?:{_KIND} )?{_PLACE})?)"
)
_ONE = guarded(rf"(?:{_KIND} )?(?P<name>{_PLACE})")
_APPLIES = guarded(
    r"\b(?:beantrag\w+|Antrag|Anträge[n]?|Förderantr\w+|bewerben|beworben|bewarben|abgerufen|"
    r"rufen\b[^.;]{0,80}\bab|angemeldet|"
    r"in Anspruch|eingereicht|Interesse bekundet|[Bb]ewilligt|erhalten|bekommen|teilnehmen|beteiligen sich)\b"
)
_MONEY = guarded(
    r"\b(?:\w{0,14}[Mm]ittel|\w{0,12}[Ff]örder\w*|Zuwendung\w*|Geld|\w{0,12}[Pp]rogramm\w*|Zuschüsse|KOMM-AN)\b"
)


def applying_towns(a: Analysis) -> Iterator[tuple[int, int, str]]:
    """Start, end and name ("Stadt A") of each town that applies for money, gets it, or is listed below such a line."""
    for sentence in a.sentences:
        text = sentence.text if sentence.block.kind != "item" or len(sentence.text) > 120 else _above(a, sentence)
        if not _APPLIES.search(text) or not _MONEY.search(text) or text.endswith("?"):
            continue
        for match in _LIST.finditer(sentence.text):
            if match["kind"].endswith("n") and not re.search(r" (?:und|sowie|wie auch) ", match["list"]):
                continue
            what = "Gemeinde" if match["kind"].startswith("Gemeinde") else "Stadt"
            for place in _ONE.finditer(match["list"]):
                low = sentence.start + match.start("list") + place.start("name")
                yield low, low + len(place["name"]), f"{what} {place['name']}"


def _above(a: Analysis, sentence: Sentence) -> str:
    """The line that leads in the list in which a short point stands, with the point itself."""
    for block in reversed(a.blocks_before(sentence.block.start, 12)):
        if block.kind != "item":
            return re.sub(r":\s*$", " ", a.text[block.start : block.end]) + sentence.text
    return sentence.text
