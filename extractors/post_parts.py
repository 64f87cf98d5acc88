"""Numbers of posts that leave out their noun: parts of a whole ("eine besetzt, zwei beim Kreis") and former numbers."""

from __future__ import annotations

import re

from corpus.patterns import guarded
from extractors.numbers import Number
from extractors.post_cues import carrier_in
from extractors.post_state_words import state_in

THEREOF = guarded(
    r"\b(?:[Dd]avon|[Hh]iervon|[Dd]arunter|[Dd]arin|[Ww]ovon|[Vv]on (?:denen|welchen|diesen|ihnen)|"
    r"[Vv]on (?:den|diesen) \w{3,20})\b"
)
_FILLER = (
    r"(?:\s(?:(?!bei\b|beim\b|im\b|in\b|an\b|am\b|auf\b|für\b|zu[mr]?\b)[a-zäöüß]{2,16}|"
    r"(?:am|zum|seit|ab|bis)(?: dem)?|"
    r"\d{1,2}\.\s?(?:\d{1,2}\.\d{2,4}|[A-Z][a-zä]{2,8}(?:\s\d{4})?)|\d\d/\d{4}|\d{4}|(?:Januar|Februar|März|April|Mai|"
    r"Juni|Juli|August|September|Oktober|November|Dezember))){0,6}?"
)
_STATE = (
    r"(?:(?:un|nach|wieder)?besetzt|ausgeschrieben|vakant|offen|frei|bewilligt|beantragt|geplant|vorgesehen|"
    r"zugesagt|eingestellt|"
    r"eingerichtet|angesiedelt|angebunden|verortet|gefördert|nachzubesetzen|zu besetzen|vergeben|"
    r"besetzen (?:können|konnten?|lassen)|zugeordnet|weggefallen)\b"
)
_IN_STATE = guarded(rf"\s?(?:davon|hiervon)?{_FILLER},?\s{_STATE}")
_PLACE = r"\s(?:bei|beim|im|in (?:der|den|einer?)|am|an (?:die|den|das|der)|auf (?:die|den|das)|zu[mr])\s"
_AT = guarded(rf"(?:\s(?:davon|hiervon|jeweils|direkt|dauerhaft|weiterhin|per \w{{4,30}})){{0,2}}{_PLACE}")
_VIA = guarded(
    r"\s(?:im Wege|durch|mittels|per|über)\s(?:der |einer |von )?"
    r"(?:Weiterleitung\w*|Vertrag\w*|Abordnung\w*|Kooperation\w*)"
    rf"(?:\sder \w{{4,20}})?{_PLACE}"
)
_FOR = guarded(r"\s(?:für|zugunsten)\s")
_ORDINAL = r"(?:zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte)"
_NEXT_ONE = guarded(
    rf"\s{_ORDINAL}(?:,|\s(?:ist|sei|wird|wurde|werde|konnte))\s[^;]{{0,160}}?\b(?:besetzt|ausgeschrieben|vakant|"
    rf"bewilligt)\b"
)
"""One more of the posts said before: "Eine siebte, die das Land bewilligt hat, ist ausgeschrieben"."""
_OPENS_STATED = guarded(
    r"\A(?:Besetzt|Ausgeschrieben|Vakant|Unbesetzt|Bewilligt|Beantragt|Zugesagt|Genehmigt|Gefördert|Zugewiesen)\s"
    r"(?:sind|seien|sei|waren|wurden|werden|ist|war)\s"
    r"(?:(?:davon|hiervon|aktuell|derzeit|bislang|bisher|zurzeit|nur|erst|insgesamt|lediglich|jedoch|aber)\s){0,3}\Z"
)
_ENDS = guarded(r"\s?(?:[.,;:(]|\Z|(?:davon|hiervon|und|worden)\b)")
_WORKS_BEFORE = guarded(r",\s(?:arbeitet?|sitze?t?|wirkt|ist|sei)\s\Z")
_BACK = guarded(
    r"\b(?:[Dd]avon|[Hh]iervon|[Dd]arunter|[Dd]arin|[Ww]ovon|[Vv]on (?:denen|diesen|ihnen))\b|"
    r"\b(?:[Dd]ie|[Dd]en|[Dd]er)\s(?:beiden\s|noch\s)?(?:übrigen?|restlichen?|verbleibenden?|anderen?|weiteren?|"
    r"offenen?)\b|"
    r"\A(?:[Nn]och\s)?(?:[Jj]e|[Ww]eitere|[Ee]ine? weitere[rn]?|\w{3,12} weitere|[Ee]ine andere)\b|"
    r"\A(?:Besetzt|Ausgeschrieben|Vakant|Unbesetzt|Bewilligt|Beantragt|Zugesagt|Genehmigt|Gefördert|Zugewiesen)\b|"
    rf"\A(?:Eine|Die)\s{_ORDINAL}\b"
)
_THEREOF_BEHIND = guarded(r"\s(?:davon|hiervon|von (?:ihnen|diesen|denen))\b")
_REST_BEFORE = guarded(
    r"(?:\b(?:[Dd]ie|[Dd]en|[Dd]er|[Aa]lle)\s(?:übrigen?|restlichen?|verbleibenden?|anderen?|weiteren?|"
    r"(?:noch )?(?:offenen?|fehlenden?))|\b[Ww]eitere)\s\Z"
)
_REST_BEHIND = guarded(r"\s(?:weitere[nr]?|andere[nr]?|übrigen|restlichen|verbleibenden)\b(?!\s[A-ZÄÖÜ])")
_MORE_THAN = guarded(r"\s(?:mehr|weniger) als (?:bisher|zuvor|vorher|bislang|im Vorjahr|im Jahr|noch|20\d\d)\b")
_BY_MODULE = guarded(r"\b(?:Modul|Baustein)\s(?:\d|I{1,3})(?:\s\([^()]{3,40}\))?\s?[:=]\s?\Z")
_TELLS = guarded(
    rf"{_STATE}|{_PLACE.rstrip()}|\b(?:ent(?:fallen|fällt|fielen) auf|"
    r"(?:geh(?:en|t|e)|gingen?) (?:\w+ ){0,4}(?:an|in|auf)|"
    r"führ(?:en?|t|ten?)|betreu\w{1,3}|l[iaä]e?g(?:en|t|e)|beginn\w{1,3}|starte\w{0,2}|folgen?|folgt|arbeite\w{1,3}|"
    r"tätig|"
    r"[Aa]usschreib\w{0,4}|ausgeschrieben|beschäftigt|übertragen|weitergeleitet|aufgestockt|erweitert|ergänzt|"
    r"finanziert|eingesetzt|abgeordnet|"
    r"geschaffen|besetzen|frei|übernommen|stellt|stellen)\b"
)
_NEAR_PLACE = guarded(rf"(?:\s[a-zäöüß]{{2,16}}){{0,4}}?(?:{_PLACE}|\san (?:die|den|das|der)\s)")
_STATED_BEFORE = guarded(
    rf"\b{_STATE}(?::|\s(?:sind|ist|waren|war|seien|sei|werden|wurden))"
    r"(?:\s(?:davon|hiervon|aktuell|derzeit|bislang|bisher|momentan|zurzeit|noch|nur|erst|insgesamt|rund|"
    r"lediglich)){0,3}\s?\Z"
)
_REST = guarded(r"\b(?:Rest|[Vv]erbleib\w{1,4}|[Vv]erblieben\w?)[^.;\d]{0,40}\s\Z")
_FORMER = guarded(
    r"(?:\b(?:[Aa]n)?(?:[Ss]tatt|[Ss]telle)|\b[Gg]egenüber|\b[Bb]isher|\b[Bb]islang|\b[Zz]uvor|\b[Vv]orher|"
    r"\b[Vv]ormals|\b[Ff]rüher)"
    r"(?::|\s(?:der|den|von|wie|noch|nur|bisher|bislang|zuvor|bisherigen|ursprünglich|geplanten|vorgesehenen)){0,4}\s\Z"
)
_TO = guarded(
    r"\s(?:\(\w{3,20}\)\s)?auf\s(?:(?:ca\.|rund|dann|insgesamt|nunmehr|künftig|jetzt|nun|zukünftig|fortan)\s)*"
)
_UNTIL_NOW = guarded(r"\bvon\s(?:den\s)?(?:bislang|bisher|derzeit|zuvor|aktuell|zurzeit|vormals|bisherigen)\s\Z")
_INSTEAD = guarded(
    r"\b(?:an)?(?:statt|stelle der)\s(?:der |den |von |bisher\w* |bislang |ursprünglich |geplanten )*\Z", re.I
)


_NTH = guarded(
    rf"(?<![\w-])(?<!für )(?<!auf )(?<!an )(?<!in )(?<!und )(?:[Dd]ie|, eine)\s(?:noch\s)?(?P<nth>{_ORDINAL})\s"
    r"(?:(?:ist|sei|war|wird|werde|würde|wurde|sitzt|sitze|arbeitet|arbeite|bleibt|bleibe|steht|stehe|soll|solle|"
    r"kommt|komme|"
    r"geht|gehe|ging|konnte|könne|gehört|gehöre|liegt|liege|läuft|laufe|übernimmt|übernehme|entfällt|entfalle|folgt|"
    r"folge|"
    r"hat|habe|wandert|wandere)\b|(?=(?:bei|beim|im|in|an|am)\s))(?P<told>[^.;]{3,160})"
)


def next_ones(text: str, since: int) -> list[tuple[int, int]]:
    """Places where one more of the posts said before is told: "die dritte sitze bei der AWO"."""
    found = []
    for m in _NTH.finditer(text, since):
        if carrier_in(m["told"], 0, 0) or state_in(m.group()):
            found.append((m.start(), m.end("nth")))
    return found


_FOR_WHICH = guarded(
    r"(?:,|\bund|\bsowie)\s(?:und\s)?(?:für(?:s| die| das| den)?|beim|bei der|im|in der|bei den|auf die|"
    r"auf das)\s[A-ZÄÖÜ][^.,;\d()]{3,60}\s\Z"
)
_CLOSES = guarded(r"(?:[.;,)]|\sund\s|\ssowie\s|\Z)")
_OTHER_UNIT = guarded(r"\s?(?:%|€|Prozent\b|EUR\b|Euro\b|v\.\s?H|Jahren?\b|Monaten?\b|Uhr\b)")


def opens_with_part(text: str) -> bool:
    """Whether a sentence goes back to the posts of the one before: "Vier davon ...", "Die übrigen zwei ..."."""
    return bool(_BACK.search(text[:130]))


def is_part(text: str, number: Number, limit: int, *, since: int, listed: bool = False, of_whole: bool = False) -> bool:
    """Whether a bare number counts posts named before: text[since:] is what follows that noun in the sentence.

    It stands beside "davon" or "die übrigen", or its own words tell its state or its place. `listed`: the number before
    it was such a part too; `of_whole`: the noun stands in "von den sechs Stellen".
    """
    after = text[number.end : min(limit, number.end + 110)]
    if _OTHER_UNIT.match(text, number.end):
        return False
    if _BY_MODULE.search(text[max(0, number.start - 70) : number.start]) and re.match(r"\s?[;,)]", after):
        return True
    if since > 0 and _gapped(text, number, after):
        return True
    if _rest(text, number, after) or _told_alone(text, number, after, inside=since > 0):
        return True
    thereof = of_whole or THEREOF.search(text[since : number.start]) or _THEREOF_BEHIND.match(after)
    in_state = _IN_STATE.match(after) or _STATED_BEFORE.search(text[max(0, number.start - 90) : number.start])
    if number.article:
        tied = bool(re.search(r"[,;:(]\s?\Z|\bund\s\Z|\bje\s\Z", text[: number.start]))
        return bool(in_state and (thereof or tied)) or bool(listed and tied and _AT.match(after))
    placed = _AT.match(after) or _VIA.match(after) or (thereof and _FOR.match(after))
    if thereof and not (in_state or placed):
        placed = _TELLS.search(re.split(r"[,;.]\s|\s(?:und|sowie)\s", after, maxsplit=1)[0])
    joined = re.search(r"[,;:(–-]\s?|\b(?:und|künftig|nunmehr|dann|jetzt)\s", text[since : number.start])
    return bool(in_state or placed) and bool(thereof or joined)


def _gapped(text: str, number: Number, after: str) -> bool:
    """The noun and the verb left out: "..., für die Koordination drei und für die Ausländerbehörde anderthalb"."""
    if number.article or not number.value or number.value > 20:
        return False
    return bool(_FOR_WHICH.search(text[max(0, number.start - 90) : number.start]) and _CLOSES.match(after))


def _told_alone(text: str, number: Number, after: str, *, inside: bool) -> bool:
    """As in "Bewilligt seien acht.", "Eine siebte ist ausgeschrieben", "..., arbeitet eine bei der AWO"."""
    if number.article:
        one_more = _NEXT_ONE.match(text, number.end) and number.start == 0
        return bool(one_more or (inside and _WORKS_BEFORE.search(text[: number.start]) and _AT.match(after)))
    return bool(_OPENS_STATED.search(text[: number.start]) and _ENDS.match(after))


def _rest(text: str, number: Number, after: str) -> bool:
    """A number beside "davon", "die übrigen", "weitere", "je", whose clause tells a state, a place or an employer."""
    before = text[max(0, number.start - 60) : number.start]
    if _MORE_THAN.match(after):
        return True
    beside = _REST_BEFORE.search(before) or _REST_BEHIND.match(after) or _THEREOF_BEHIND.match(after)
    each = re.search(r"\b[Jj]e(?:weils)?\s\Z", before)
    if beside or each:
        clause = re.split(r"[;.]\s|,\s(?!und zwar)", after, maxsplit=1)[0]
        if not beside:
            return bool(_NEAR_PLACE.match(clause))
        told = (
            _TELLS.search(clause) or carrier_in(clause, 0, 0) or state_in(clause)
        )  # "zwei weitere das Diakonische Werk"
        return bool(told)
    return False


def is_former(text: str, number: Number, following: Number | None) -> bool:
    """Whether a bare number is the one before a change: "statt bisher sieben", "von bislang vier auf acht"."""
    if _IN_STATE.match(text[number.end : number.end + 110]):
        return False  # "bislang nur eine besetzt" tells a state of its own
    before = text[max(0, number.start - 60) : number.start]
    if following is not None and _UNTIL_NOW.search(before) and _TO.fullmatch(text[number.end : following.start]):
        return True
    return bool(_FORMER.search(before))


def instead_of(text: str, start: int) -> bool:
    """Whether a number with its noun is the one that another replaces: "statt der geplanten acht Stellen"."""
    return bool(_INSTEAD.search(text[max(0, start - 60) : start]))
