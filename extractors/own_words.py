"""Sides in own words: "Wir stimmen zu", "Meine Fraktion lehnt das ab", "Dem können wir nicht folgen".

Verbatim minutes and labels give speech in the first person; the label before it says whose it is.
"""

from __future__ import annotations

import functools
import re

from corpus.evidence import Span
from corpus.patterns import AnyOf, Guarded, guarded

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


_END = r"(?=\s*(?:[.,;:!?–]|$|und\b|oder\b|sowie\b|wie\b|als\b|wegen\b))"
_FIRST = r"(?:[Ww]ir|[Ii]ch|(?:[Mm]ein|[Uu]nser)e (?:[\w-]+-)?(?:Fraktion|Gruppe|Partei)|[Uu]nsererseits)"
_AHEAD = r"(?:werden?|wird|k(?:ann|önnen)|woll(?:en|te\w*)|will|möchten?|müssen?|muss|dürfen?)"
_DEBATED = (
    ("reject", r"\b(?:stimm(?:e|en|t)\b[^.;:]{0,80}\bnicht\b[^.;:,]{0,20}\bzu|lehn(?:e|en|t)\b[^.;:]{0,120}\bab|"
     r"(?:trag(?:e|en)|trägt|geh(?:e|en|t))\b[^.;:]{0,60}\bnicht\b[^.;:,]{0,20}\bmit)" + _END
     + r"|\b(?:sind|bin|ist) (?:[\w-]+ ){0,4}(?:dagegen|gegen (?:die|den|das|eine[nr]?|diese[nr]?))\b|"
     rf"\b{_AHEAD}\b[^.;:,]{{0,100}}(?:\b{_NOT}\b[^.;:,]{{0,40}}\b(?:zustimmen|mittragen|mitgehen|folgen|unterstützen|"
     r"akzeptieren|anschließen)|\bablehnen|\bdagegen ?stimmen)\b"),
    ("concern", r"\b(?:hab(?:e|en)|hat|heg(?:e|en|t)) (?![^.;:,]{0,40}\bkein)[^.;:,]{0,40}\b(?:Bedenken|Zweifel|"
     r"Sorgen?|Bauchschmerzen|Vorbehalte)\b|\b(?:befürcht|bedauer|bezweifel|kritisier|bemängel|beklag)(?:e|n|en|t|et|le|re)\b|"
     r"\b(?:seh(?:e|en)|sieht) (?!nicht )[^.;:,]{0,60}\b(?:kritisch|skeptisch|mit Sorge)\b|"
     r"\bfind(?:e|en|et) [^.;:,]{0,40}\b(?:schade|bedauerlich|problematisch|bedenklich)\b|"
     r"\b(?:enthalt(?:e|en) (?:[\w-]+ )?(?:uns|mich)|(?:uns|mich|sich) (?:[\w-]+ ){0,4}enthalten)\b"),
    ("demand", r"\b(?:forder|beantrag|erwart|verlang|plädier|appellier|"
        r"wünsch(?=\w{1,2}(?: wir| ich)? (?:uns|mir|sich)\b|\w{1,2}, dass))(?:e|n|en|t|et|re)\b(?! (?:nicht|"
        r"kein))"
     r"(?![^.;]{0,60}\b(?:Erfolg|Glück|Gute|Gelingen|Spaß|Freude|Weihnacht\w*)\b)|"
     r"\b(?:reg(?:e|en|t))\b[^.;:]{0,100}\ban" + _END + r"|\b(?:schlag(?:e|en)|schlägt)\b[^.;:]{0,100}\bvor" + _END
     + r"|\b(?:besteh(?:e|en|t)|poch(?:e|en|t)|dräng(?:e|en|t)) (?:\w+ )?(?:auf|darauf)\b|"
     r"\b(?:bitte|bitten|bittet) (?:[\w-]+ ){0,4}(?:darum|die \w*[Vv]erwaltung|um (?:eine[nr]? )?(?:Prüfung|Vorlage|"
     r"Vorstellung|Bericht|Darstellung|Überprüfung|Umsetzung))\b|\bsetz(?:e|en|t) (?:uns|mich|sich) "
     r"[^.;:,]{0,40}\bfür\b"),
    ("support", r"\b(?:stimm(?:e|en|t)\b[^.;:]{0,120}\bzu|"
     r"(?:trag(?:e|en)|trägt|geh(?:e|en|t))\b[^.;:]{0,80}\bmit)" + _END
     + r"|\b(?:begrüß|unterstütz|befürwort|billig)(?:e|en|t|et)\b|"
     r"\b(?:sind|bin|ist) (?:[\w-]+ ){0,5}(?:dafür|einverstanden|zufrieden|erfreut|für (?:die|den|das|eine[nr]?|"
     r"diese[nr]?))\b|\bsteh(?:e|en|t) (?:[\w-]+ ){0,4}(?:hinter|dazu)\b|"
     r"\bfind(?:e|en|et) [^.;:,]{0,40}\b(?:gut|richtig|prima|sinnvoll|super)\b|\bschließ(?:e|en|t) (?:mich|uns|sich)\b"
     r"[^.;:]{0,80}\ban" + _END
     + rf"|\b{_AHEAD}\b[^.;:,]{{0,100}}\b(?:zustimmen|mittragen|mitgehen|folgen|unterstützen|anschließen)\b"),
)  # fmt: skip
_DEBATE = tuple((stance, guarded(words)) for stance, words in _DEBATED)
_ANY = AnyOf(pattern for _, pattern in _DEBATE)
_SUPPOSED = guarded(
    r"(?:^|, |[–-] )(?:(?:und|aber|auch|oder|so|nur|selbst) )*(?:wenn|falls|ob|wie|als|bevor|sofern|statt|anstatt|"
    r"damit|indem|nachdem|was|wofür|wogegen)\b[^,]*$|\b(?:würden?|hätten?|könnten?|wären?|"
    r"sonst|früher|damals|hatten?)\b[^,]*$",
    re.IGNORECASE,
)
"""A clause whose side is only supposed, compared, asked for or past."""
_SENTENCE = guarded(r"(?:[^.!?;]|\.(?=\d)|\.(?= [a-zäöü])|(?<=\bDr)\.){3,600}[.!?;]?")


def debated_side(text: str, party: str | None) -> tuple[str, Span] | None:
    """The stance and range of the first sentence in which the speaker of a debate takes a side, for a `party` or alone.

    Who takes it must be the subject beside the verb: "dass Sie das begrüßen, freut mich" tells no side of the speaker.
    """
    if not _ANY.may_match(text):
        return None
    own = _names(party)
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group()
        if said.endswith("?") or not _ANY.may_match(said) or not own.search(said):
            continue
        for stance, pattern in _DEBATE:
            found = pattern.search(said)
            if found is None or not _subject(own, said, found):
                continue
            if stance == "support" and re.search(
                rf"\b{_NOT}\b(?! nur)", said[max(0, found.start() - 40) : found.end()]
            ):
                break
            lead = len(said) - len(said.lstrip())
            return stance, (sentence.start() + lead, sentence.end())
    return None


@functools.lru_cache(maxsize=64)
def _names(party: str | None) -> Guarded:
    """How a speaker names themself or the group that they speak for, as the subject of a clause."""
    short = [re.escape(name.strip(" .")) for name in re.split(r"[/|,]", party or "") if len(name.strip(" .")) > 1]
    groups = rf"|(?:[Dd]ie |[Dd]er )?(?:DIE |Die )?(?:{'|'.join(short)})(?:-[\w-]*[Ff]raktion)?" if short else ""
    return guarded(rf"(?<![\w-])(?:{_FIRST}{groups})(?![\w-])")


def _subject(own: Guarded, said: str, found: re.Match[str]) -> bool:
    """Whether who speaks stands in the clause of the verb, as near as a subject does, the clause no supposition."""
    low = said.rfind(",", 0, found.start()) + 1
    high = said.find(",", found.start())
    near = own.search(said, max(low, found.start() - 60), found.start())
    behind = own.match(said, found.start() + len(re.match(r"\S+\s?(?:mich |uns |sich )?", said[found.start() :])[0]))  # type: ignore[index]
    if near is None and behind is None:
        return False
    return not _SUPPOSED.search(said[: high if 0 < high < found.end() else found.start()])


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
