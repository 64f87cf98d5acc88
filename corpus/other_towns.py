"""Whether a sentence tells of another municipality than the document's own, and of which.

What another one has is told of it as the subject ("Der Kreis Nord kommt mit drei Stellen aus"), as the place of a
clause ("Im Kreis Nord wurden zehn Stellen besetzt"), or in contrast ("Anders als hier sind in der Stadt Au ..."). A
district passes posts on to its towns, so a town that gets some, or is named as their employer, is no other one.
"""

from __future__ import annotations

import re

from corpus.patterns import guarded

_DISTRICTS = r"(?:Landkreis|Kreis|Städte[Rr]egion)"
_TOWNS = r"(?:(?:Hanse|Kreis|Nachbar)?[Ss]tadt|Gemeinde|Samtgemeinde|Verbandsgemeinde|Kommune)"
_PLACE = r"[A-ZÄÖÜ][a-zäöüß]{2,30}(?:-[A-ZÄÖÜ][a-zäöüß]{2,30}){0,2}"
_NAME = (
    rf"(?:(?P<kind>{_DISTRICTS}|{_TOWNS})(?:e?s)?\s(?P<name>{_PLACE})|"
    rf"(?P<compound>(?:{_PLACE}-|[A-ZÄÖÜ][a-zäöüß]{{2,20}}ische[rnms]\s)Kreis)(?:es)?)\b"
)
_ANY = guarded(_NAME)
_LEAD = (
    r"\A\W{0,4}(?:(?:[Aa]uch|[Nn]ur|[Ss]elbst|[Ss]ogar|[Bb]ereits|[Dd]enn|[Uu]nd|[Aa]ber|[Dd]och|[Dd]agegen|[Hh]ingegen|"
    r"[Ww]ährend|[Ww]ohingegen|[Ww]obei|[Ss]ondern|[Dd]ass|[Ww]as|[Ww]ie)\s){0,2}"
)
_HEAD = guarded(rf"{_LEAD}[Dd](?:er|ie)\s(?:[a-zäöü]{{3,20}}e\s)?{_NAME}(?!\s(?:und|sowie)\b)(?=[\s,(])")
"""The subject at the head of a clause."""
_IN = guarded(
    rf"{_LEAD}(?:[Ii]m|[Ii]n\s(?:der|dem)|[Bb]eim|[Bb]ei\s(?:der|dem))\s(?:[a-zäöü]{{3,20}}e[nr]\s)?{_NAME}"
    r"(?!\s(?:und|sowie)\b)(?=[\s,(])"
)
"""The place at the head of a clause."""
_HAS = guarded(
    r"\b(?:hat|habe|hatte|verfügt|erhält|erhielt|beschäftigt|sucht|unterhält|zählt|bekommt|kommt|setzt|besetzte|"
    rf"schuf)\s(?:auch\s|derzeit\s|bereits\s)?d(?:er|ie)\s{_NAME}"
)
"""The subject behind its verb."""
_OFFICE = guarded(
    r"\A\W{0,4}(?:Auch\s)?(?:[Dd]ie|[Dd]as|[Dd]er|[Ii]n\sder|[Ii]m|[Bb]eim?|[Bb]ei\sde[nr])\s"
    r"(?:Verwaltung|Kolleginnen\sund\sKollegen|Kolleg\w{2,6}|Ausländerbehörde|Integrationszentrum|KI|Rat|Kreistag)\s"
    rf"de[rs]\s{_NAME}"
)
"""An office of the other one at the head of a clause."""
_CONTRAST = guarded(
    r"\b[Aa]nders\sals\s(?:hier|bei\suns|im\seigenen|in\sunsere\w)\b|\b(?:[Zz]um|[Ii]m)\sVergleich\b|"
    r"\b[Vv]ergleichsweise\b|\bBlick\s(?:über\sdie\sGrenze|zum\sNachbarn|auf\sandere)|\b[Bb]enchmark|"
    r"\bVorbild\b|\b[Bb]enachbart\w{0,2}\b|\bNachbar\w{3,12}\b|\bnach\seigenen\sAngaben\b|\b[Aa]nderswo\b|"
    r"\b[Aa]ndernorts\b|\bmuss\shier\b"
)
_END = r"(?<=[a-zäöüß]{3})[.!?]\s(?=[A-ZÄÖÜ])"
_SENTENCE_END = guarded(_END)
_CUT = guarded(
    rf"{_END}|[;:]\s|\s–\s|,\s(?=(?:während|wohingegen|dass|aber|doch|wobei|sondern|wir|unser\w{0, 2}|hier|bei uns)\s|"
    rf"(?:und\s)?(?:in\sder|im|bei\sder|beim|der|die)\s(?:{_DISTRICTS}|{_TOWNS})\b)|"
    rf"\s(?=(?:und|sowie)\s(?:in\sder|im|der|die)\s(?:{_DISTRICTS}|{_TOWNS})\b)"
)
_OURS = guarded(
    r"\b(?:uns|unser\w{0,2}|hiesig\w{0,2}|wir|[Kk]reisangehörig\w{0,2}|eigene[nrs]?\s(?:Haus|Verwaltung))\b"
)
_PASSED = guarded(
    r"\b(?:erh[aä]lt\w{0,3}|erhielt\w{0,2}|bek[oä]mm\w{1,2}|bekam\w{0,2}|übern[aeiä]hm\w{1,3}|übernimmt|"
    r"(?:zu|über)\w{0,6}(?:wiesen|ordne\w{1,2}|tragen)|weiter\w{4,12}|Weiter\w{4,12}|stell\w{1,3}|"
    r"[Aa]nstell\w{2,9}|davon|hiervon|jeweils|je|Kreis\w{0,4})\b"
)
_MONEY_TO = guarded(r"\bvo[mn]\s(?:Land|Bund)\b|\b(?:Euro|EUR)\b|€")
_NO_NAME = guarded(
    r"(?:Mittel|Anspruch|Stellen?|Personal|Zusch[uü]sse?|Geld\w{0,2}|Bedarf|Kosten|Aufgaben?|Land|Bund|Interesse|"
    r"Recht|Wert|Sorge|Platz|Teil|Verträge|Gespräche|Kontakt\w?|Frau|Herrn?|Förder\w{0,20}|Landes\w{0,20}|"
    r"Fach\w{0,20}|Träger\w{0,12}|Case|Zeit|Kraft|Anträge?|Erfahrung\w{0,2}|Einfluss|Menschen|Personen|"
    r"\w{2,30}(?:ung|ungen|heit|keit|schaft|tion|mittel|stellen|kräfte|gelder|management)|Der|Die|Das|Im|In|Mit|"
    r"Modul|Baustein|Soziales|Integration|Mitte|Amt|Fachbereich|Verwaltung|Rat)\Z"
)
_THERE = guarded(r"\A\W{0,4}(?:Dort|Dortige[nrs]?)\b")


def other_town(text: str, start: int, own: str, *, before: str = "", document: str = "") -> str | None:
    """Name of the other municipality that a sentence tells of at `start`; None if it may tell of the own one.

    `own` is the full name of the own municipality, empty where it is unknown: then only clear contrasts count.
    `before` is the sentence before it, which "Dort ..." goes back to; `document` shows which towns get posts passed on.
    """
    if _THERE.match(text) and before:
        return other_town(before, max(0, len(before) - 1), own, document=document)
    if _ANY.search(text) is None:
        return None
    low = max((m.end() for m in _CUT.finditer(text, 0, start)), default=0)
    high = next((m.start() for m in _CUT.finditer(text, start)), len(text))
    clause = text[low:high]
    first = max((m.end() for m in _SENTENCE_END.finditer(text, 0, low + 1)), default=0)
    contrast = bool(_CONTRAST.search(text, first, high))
    named = [m for m in _ANY.finditer(clause) if not (m["name"] and _NO_NAME.match(m["name"]))]
    if not named or any(_is_own(m, own) for m in named) or (_OURS.search(clause) and not contrast):
        return None
    told = _told_of(clause)
    if told is None or not own:
        return _printed(named[0]) if contrast else None
    if contrast or not _may_be_member(told, own):
        return _printed(told)
    if not (_HEAD.match(clause) or _HAS.search(clause)) or _is_passed_on(told, clause, document):
        return None
    return _printed(told)


def _told_of(clause: str) -> re.Match[str] | None:
    """The municipality that a clause is about, as its subject or its place."""
    told = _HEAD.match(clause) or _IN.match(clause) or _OFFICE.match(clause) or _HAS.search(clause)
    return None if told is None or (told["name"] and _NO_NAME.match(told["name"])) else told


def _is_own(named: re.Match[str], own: str) -> bool:
    """Whether a name is that of the own municipality, also in the genitive, or of its town or district of like name."""
    stems = {_stem(word) for word in re.split(r"[\s-]", own)} - {"kreis", "stadt", "gemeinde", "städteregion"}
    words = {_stem(word) for word in re.split(r"[\s-]", named["name"] or named["compound"])} - {"kreis"}
    return bool(stems & words)


def _stem(word: str) -> str:
    return re.sub(r"(?<=isch)e[rnms]\Z|(?<=\w{4})s\Z", "", word.casefold())


def _may_be_member(named: re.Match[str], own: str) -> bool:
    """Whether the named one may be a town of the own district."""
    district = "kreis" in own.casefold() or "region" in own.casefold()
    return district and named["kind"] is not None and "reis" not in named["kind"] and "egion" not in named["kind"]


def _is_passed_on(named: re.Match[str], clause: str, document: str) -> bool:
    """Whether a town gets posts of the own district: the clause says so, or the document names it as their employer."""
    if _PASSED.search(clause) and not _MONEY_TO.search(clause):
        return True
    given = rf"\b(?:an\sdie|bei\sder|zur|seitens\sder)\s(?:Stadt|Gemeinde)\s{re.escape(named['name'])}\b"
    return re.search(given, document) is not None


def _printed(named: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", f"{named['kind']} {named['name']}" if named["name"] else named["compound"])
