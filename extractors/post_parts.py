"""Numbers of posts that leave out their noun: parts of a whole ("eine besetzt, zwei beim Kreis") and former numbers."""

from __future__ import annotations

import re

from corpus.patterns import guarded
from extractors.numbers import Number

THEREOF = guarded(
    r"\b(?:[Dd]avon|[Hh]iervon|[Dd]arunter|[Dd]arin|[Ww]ovon|von (?:denen|diesen|ihnen)|"
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
    r"eingerichtet|angesiedelt|angebunden|verortet|gefördert|nachzubesetzen|zu besetzen)\b"
)
_IN_STATE = guarded(rf"\s?(?:davon|hiervon)?{_FILLER},?\s{_STATE}")
_PLACE = r"\s(?:bei|beim|im|in (?:der|den|einer?)|am|an (?:die|den|das|der)|auf (?:die|den|das)|zu[mr])\s"
_AT = guarded(rf"(?:\s(?:davon|hiervon|jeweils|direkt|dauerhaft|weiterhin|per \w{{4,30}})){{0,2}}{_PLACE}")
_VIA = guarded(
    r"\s(?:im Wege|durch|mittels|per|über)\s(?:der |einer |von )?"
    r"(?:Weiterleitung\w*|Vertrag\w*|Abordnung\w*|Kooperation\w*)"
    rf"(?:\sder \w{{4,20}})?{_PLACE}"
)
_STATED_BEFORE = guarded(
    rf"\b{_STATE}(?::|\s(?:sind|ist|waren|war|seien|sei|werden|wurden))"
    r"(?:\s(?:davon|hiervon|aktuell|derzeit|bislang|bisher|momentan|zurzeit|noch|nur|erst|insgesamt|rund|lediglich)){0,3}\s?\Z"
)
_REST = guarded(r"\b(?:Rest|[Vv]erbleib\w{1,4}|[Vv]erblieben\w?)[^.;\d]{0,40}\s\Z")
_FORMER = guarded(
    r"(?:\b(?:[Aa]n)?(?:[Ss]tatt|[Ss]telle)|\b[Gg]egenüber|\b[Bb]isher|\b[Bb]islang|\b[Zz]uvor|\b[Vv]orher|\b[Vv]ormals|\b[Ff]rüher)"
    r"(?::|\s(?:der|den|von|wie|noch|nur|bisher|bislang|zuvor|bisherigen|ursprünglich|geplanten|vorgesehenen)){0,4}\s\Z"
)
_TO = guarded(
    r"\s(?:\(\w{3,20}\)\s)?auf\s(?:(?:ca\.|rund|dann|insgesamt|nunmehr|künftig|jetzt|nun|zukünftig|fortan)\s)*"
)
_UNTIL_NOW = guarded(r"\bvon\s(?:den\s)?(?:bislang|bisher|derzeit|zuvor|aktuell|zurzeit|vormals|bisherigen)\s\Z")
_INSTEAD = guarded(
    r"\b(?:an)?(?:statt|stelle der)\s(?:der |den |von |bisher\w* |bislang |ursprünglich |geplanten )*\Z", re.I
)


def is_part(text: str, number: Number, limit: int, *, since: int) -> bool:
    """Whether a bare number counts posts named before: text[since:] is what follows that noun in the sentence.

    It stands beside "davon", or its own words tell its state or its place.
    """
    after = text[number.end : min(limit, number.end + 110)]
    thereof = THEREOF.search(text[since : number.start]) or re.match(r"\s(?:davon|hiervon)\b", after)
    in_state = _IN_STATE.match(after) or _STATED_BEFORE.search(text[max(0, number.start - 90) : number.start])
    if number.article:
        return bool(in_state) and bool(thereof or re.search(r"[,;:(]\s?\Z|\bund\s\Z", text[: number.start]))
    placed = _AT.match(after) or _VIA.match(after)
    return bool(in_state or placed) and bool(thereof or re.search(r"[,;:(–-]\s?|\bund\s", text[since : number.start]))


def is_former(text: str, number: Number, following: Number | None) -> bool:
    """Whether a bare number is the one before a change: "statt bisher sieben", "von bislang vier auf acht"."""
    before = text[max(0, number.start - 60) : number.start]
    if following is not None and _UNTIL_NOW.search(before) and _TO.fullmatch(text[number.end : following.start]):
        return True
    return bool(_FORMER.search(before))


def instead_of(text: str, start: int) -> bool:
    """Whether a number with its noun is the one that another replaces: "statt der geplanten acht Stellen"."""
    return bool(_INSTEAD.search(text[max(0, start - 60) : start]))
