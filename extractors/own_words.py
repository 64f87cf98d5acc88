"""Sides in own words: "Wir stimmen zu", "Meine Fraktion lehnt das ab", "Dem können wir nicht folgen".

Verbatim minutes and labels give speech in the first person; the label before it says whose it is.
"""

from __future__ import annotations

import re

from corpus.evidence import Span
from corpus.patterns import guarded

_WE = r"(?:[Ww]ir|[Ii]ch|(?:[Mm]ein|[Uu]nser)e (?:[\w-]+-)?(?:Fraktion|Gruppe|Partei)|[Uu]nsererseits|[Mm]an)"
_NOT = r"(?:nicht|kein\w*|niemals|keinesfalls)"
_HELP = (
    r"(?:werden?|wird|k(?:ann|önnen|önnte\w*)|woll(?:en|te\w*)|will|würden?|möchten?|müssen?|muss|dürfen?|"
    r"hab(?:e|en)|hat)"
)
_WORDS = (
    (
        "reject",
        (
            r"(?:stimm(?:e|en|t)\b[^.;:]{0,80}\bnicht\b[^.;:]{0,20}\bzu|lehn(?:e|en|t)\b[^.;:]{0,120}\bab|"
            r"(?:trag(?:e|en)|trägt)\b[^.;:]{0,60}\bnicht\b[^.;:]{0,20}\bmit|(?:sind|bin|"
            r"ist) (?:[\w-]+ ){0,4}(?:dagegen|gegen))",
            rf"{_HELP}\b[^.;:]{{0,100}}(?:\b{_NOT}\b[^.;:,]{{0,40}}\b(?:zustimmen|mittragen|mitgehen|folgen|"
            rf"unterstützen|"
            r"leben|akzeptieren|anschließen)|\bablehnen|\bdagegen ?stimmen)",
        ),
    ),
    (
        "concern",
        (
            r"(?:hab(?:e|en)|hat|heg(?:e|en|t)) [^.;:,]{0,40}\b(?:Bedenken|Zweifel|Sorgen?|Bauchschmerzen|Vorbehalte)|"
            r"(?:befürcht|bedauer|bezweifel|kritisier|bemängel|vermiss|fürcht|beklag)(?:e|n|en|t|et|le|re)\b|"
            r"(?:seh(?:e|en)|sieht) [^.;:]{0,60}\b(?:kritisch|skeptisch|mit Sorge)|"
            r"(?:find(?:e|en|et)) [^.;:]{0,40}\b(?:schade|bedauerlich|problematisch|bedenklich)|"
            r"enthalt(?:e|en) (?:uns|mich)|enthält sich",
        ),
    ),
    (
        "demand",
        (
            r"(?:forder|beantrag|wünsch|erwart|verlang|plädier|appellier)(?:e|n|en|t|et|re)\b|"
            r"(?:bitte|bitten|bittet)\b(?! (?:um )?(?:Entschuldigung|Verständnis|Sie um Zustimmung))|"
            r"(?:reg(?:e|en|t))\b[^.;:]{0,100}\ban|(?:schlag(?:e|en)|schlägt)\b[^.;:]{0,100}\bvor|"
            r"(?:leg(?:e|en|t)) [^.;:]{0,30}\bWert|(?:besteh(?:e|en|t)|poch(?:e|en|t)|dräng(?:e|en|"
            r"t)) (?:\w+ )?(?:auf|darauf)|"
            r"setz(?:e|en|t) (?:uns|mich|sich) [^.;:]{0,40}\bfür",
        ),
    ),
    (
        "support",
        (
            r"(?:stimm(?:e|en|t)\b[^.;:]{0,120}\bzu|(?:trag(?:e|en)|trägt)\b[^.;:]{0,80}\bmit|"
            r"(?:begrüß|unterstütz|befürwort|lob|billig)(?:e|en|t|et)\b|"
            r"(?:sind|bin|ist) (?:[\w-]+ ){0,5}(?:dafür|einverstanden|zufrieden|froh|dankbar|erfreut)|"
            r"steh(?:e|en|t) (?:[\w-]+ ){0,4}(?:hinter|dazu)|geh(?:e|en|t)\b[^.;:]{0,60}\bmit|"
            r"find(?:e|en|et) [^.;:]{0,40}\b(?:gut|richtig|prima|sinnvoll|super))",
            rf"{_HELP}\b[^.;:]{{0,100}}\b(?:zustimmen|mittragen|mitgehen|folgen|unterstützen|anschließen)",
        ),
    ),
)
_SIDE = tuple((stance, guarded(rf"\b(?:{way})(?!\w)")) for stance, ways in _WORDS for way in ways)
_OWN = guarded(rf"\b{_WE}\b")
_ASKS = guarded(r"\b(?:wissen|erfahren|fragen)\b|\?$")


def own_side(text: str) -> tuple[str, Span] | None:
    """The stance and range of the first sentence of `text` in which its speaker takes a side in the first person."""
    for sentence in re.finditer(r"(?:[^.!?;]|\.(?=\d)|\.(?= [a-zäöü])){3,600}[.!?;]?", text):
        said = sentence.group()
        if not _OWN.search(said) or _ASKS.search(said):
            continue
        stance = next((name for name, pattern in _SIDE if _close(pattern.search(said), said)), None)
        if stance == "support" and re.search(r"\b(?:nicht|kein\w*)\b(?! nur)", said):
            stance = "reject" if re.search(r"\bnicht\b[^.;:,]{0,40}\b(?:zu|mit|folgen|mitgehen)\b", said) else None
        if stance:
            lead = len(said) - len(said.lstrip())
            return stance, (sentence.start() + lead, sentence.end())
    return None


def _close(found: re.Match[str] | None, said: str) -> bool:
    """Whether the speaker stands beside the verb: before it, or right behind it ("stimmen wir zu")."""
    return found is not None and bool(_OWN.search(said, max(0, found.start() - 40), min(len(said), found.end() + 40)))
