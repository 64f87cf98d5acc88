"""Any deed that a body did with a matter on a stated day: "der Rat habe das am 24.6.2021 so festgeklopft".

German has hundreds of verbs for deciding, so the participle is an open slot; only those are named that tell no
decision (talking, meeting, receiving). Without a day, a budget that the decision came with gives the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.patterns import guarded
from extractors.committees import NAME
from extractors.dates import dates
from extractors.sittings import SHORT_BODY

_BODY = rf"(?P<body>{NAME}|{SHORT_BODY})"
_DAY = r"\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4}"
_WHAT = r"(?:[^.;\n]|(?<=\d)\.|(?<=\bAbs)\.|(?<=\bNr)\.|(?<=\bbzw)\.)"
_WHEN = (
    rf"(?:am|(?:[Ss]itzung|[Bb]eschluss|[Vv]otum|[Ee]ntscheidung|[Ee]ntschluss|[Bb]eratung|"
    rf"[Vv]ersammlung)(?:e?s)? vom) "
    rf"(?P<date>{_DAY})"
)
_HAS = r"(?:hat|hatten?|haben?|hätten?)"
_END = r"(?=\s*(?:[.,;:()–]|$|und\b|oder\b|ha(?:t|be|ben|tte|tten)\b|hätten?\b|worden\b))"
DEED = (
    r"(?P<deed>\b(?:\w{0,14}ge[a-zäöüß]{2,16}(?:t|en)|\w{0,10}(?:be|ver|er|ent|emp|zer|unter|über|"
    r"miss)[a-zäöüß]{2,16}(?:t|en)|"
    rf"[a-zäöü]{{2,20}}iert)){_END}"
)
_DATED = (
    guarded(
        rf"\b[Dd](?:er|ie|as) {_BODY},? {_HAS}\b(?:[^.,;\n]|(?<=\d)\.){{0,120}}? "
        rf"{_WHEN}\b(?P<what>{_WHAT}{{0,260}}?){DEED}"
    ),
    guarded(
        rf"\b{_HAS} (?:der|die|das) {_BODY}\b(?:[^.,;\n]|(?<=\d)\.){{0,120}}? "
        rf"{_WHEN}\b(?P<what>{_WHAT}{{0,260}}?){DEED}"
    ),
    guarded(rf"\b[Aa]m (?P<date>{_DAY}),? {_HAS} (?:der|die|das) {_BODY}\b(?P<what>{_WHAT}{{0,260}}?){DEED}"),
    guarded(
        rf"\b(?:der|die|das) {_BODY}\b(?:[^.,;\n]|(?<=\d)\.){{0,120}}? "
        rf"{_WHEN}\b(?P<what>{_WHAT}{{0,260}}?){DEED} {_HAS}\b"
    ),
)
_BUDGET = (
    r"(?:mit|im Zuge|im Rahmen|anlässlich|zusammen mit|gemeinsam mit|im Paket mit|bei|durch|über|per)"
    r"(?: [A-ZÄÖÜ]?\w{2,20}){0,3} (?:[A-ZÄÖÜ]\w{0,14})?(?:[Hh]aushalt|[Ee]tat|[Ss]tellenplan|[Bb]udget|"
    r"[Hh]aushaltsplan|"
    r"[Hh]aushaltssatzung)(?:e?s)?(?: (?:für )?(?:das Jahr )?|-)20\d\d"
)
_WITH_BUDGET = (
    guarded(rf"\b[Dd](?:er|ie|as) {_BODY},? {_HAS}\b(?P<what>{_WHAT}{{0,160}}?\b{_BUDGET}{_WHAT}{{0,120}}?){DEED}"),
    guarded(rf"\b{_HAS} (?:der|die|das) {_BODY}\b(?P<what>{_WHAT}{{0,160}}?\b{_BUDGET}{_WHAT}{{0,120}}?){DEED}"),
)
_DIGIT = re.compile(r"\d")
NO_DECISION = guarded(
    r"(?:zusammen|statt|teil|auseinander|ein|an|zu|nach|mit|aus|auf|vor|her|hin)?(?:ge(?:tagt|troffen|kommen|"
    r"funden|sprochen|hört|"
    r"sehen|lesen|wesen|worden|fragt|dankt|sessen|standen|gangen|laden|reist|legen|redet|lobt|sichtet|wartet|äußert|"
    r"würdigt|übt|führt|habt|macht|meldet|nossen|wonnen|wusst|kannt)|erhalten|bekommen|"
    r"beraten|besprochen|erörtert|behandelt|befasst|beschäftigt|besucht|besichtigt|begonnen|diskutiert|debattiert|"
    r"informiert|unterrichtet|berichtet|konstituiert|erfahren|erkundigt|vernommen|verfolgt|kritisiert|moniert|"
    r"bemängelt|"
    r"bedauert|verhandelt|vergangen|versammelt|vertreten|verlassen|bedankt|überzeugt|betont|erinnert|erklärt|"
    r"unterhalten|verlangt|gefordert|(?<!aus)gebeten|gewünscht|angeregt|vorgelegen|vorgestellt|gestellt|angehört|"
    r"hingewiesen|nachgefragt|thematisiert|ausgetauscht|stattgefunden|teilgenommen|eingeladen|bestanden|"
    r"begrüßt|entstanden|verstanden|bemüht|abstimmen|verschoben)"
)
"""Participles of talking, meeting and receiving."""


def deeds(text: str) -> Iterator[tuple[re.Match[str], str | None]]:
    """Each deed told in a sentence with the match (groups body, what) and its day as ISO, None beside a budget year."""
    if not _DIGIT.search(text):  # neither a day nor a year
        return
    for pattern in _DATED:
        for match in pattern.finditer(text):
            day = [d.iso for d in dates(match["date"])]
            if day and not NO_DECISION.fullmatch(match["deed"]):
                yield match, day[0]
    for pattern in _WITH_BUDGET:
        for match in pattern.finditer(text):
            if not NO_DECISION.fullmatch(match.groupdict().get("deed") or ""):
                yield match, None
