"""Notices of decisions: gazettes, press releases and overviews, which tell a meeting in the past without its minutes.

They name the meeting in a title line ("Aus der Kreistagssitzung vom ...") or in the first sentence ("hat in seiner
Sitzung am ... beschlossen"), and the paper and its item in brackets behind what was decided.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.committees import NAME, NAME_GENITIVE, nominative
from extractors.dates import dates

_HEAD = 900
_TITLE = guarded(
    r"(?m)^[^\n]{0,60}?(?:(?i:\b(?:amts|kreis|mitteilungs|nachrichten|gemeinde|bekanntmachungs|stadt|rathaus)blatt)\b|"
    r"\bAmtliche[rs]? (?:Mitteilung|Bekanntmachung|Nachricht|Teil)\w*|\b(?:Öffentliche )?Bekanntmachung\b|"
    r"\b(?:Presse|Medien)(?:mitteilung|information|meldung|dienst|erklärung|info|notiz)\b|"
    r"\b(?:Kurz|Sitzungs|Rats|Kreistags|Nach)(?:bericht|nachrichten|splitter|telegramm|info)\b|"
    r"\bAus (?:der|dem|den) (?:\w+ )?\w{0,30}(?:[Ss]itzung(?:en)?|[Rr]at|[Kk]reistag|[Aa]ussch[uü]ss(?:en)?|"
    r"[Bb]eirat)\b|"
    r"\bBeschluss-?(?:übersicht|liste|verzeichnis|zusammenfassung|sammlung|spiegel)\b|"
    r"\b(?:Übersicht|Zusammenstellung|Liste|Verzeichnis|Bekanntgabe|Bekanntmachung|Veröffentlichung) "
    r"(?:der|über die|von|gefasster|aller) (?:\w+ ){0,3}Beschlüsse[n]?\b|\bBeschlüsse (?:des|der|aus)\b|"
    r"\b(?:Rat|Kreistag) (?:kompakt|aktuell|in Kürze)\b|\bSitzungsergebnisse\b)[^\n]{0,80}(?<![.;,])$"
)
_DAY = r"\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4}"
_WEEKDAY = (
    r"(?:\w{3,10} )?(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)(?:abend|nachmittag|vormittag)?"
)
_WHEN = rf"(?:(?:am|vom) )?(?:{_WEEKDAY}[,]? ?)?\(?(?:de[nm] )?(?P<date>{_DAY})\)?"
_OF_COMPOUND = guarded(
    rf"\b(?P<body>Rat|Kreistag|Stadtrat|Gemeinderat|Städteregionstag|[A-ZÄÖÜ]\w{{3,40}}(?:ausschuss|rat|beirat))"
    rf"-?(?:e?s)?-?[Ss]itzung {_WHEN}"
)
_DECIDED_IN = (
    guarded(
        rf"\b[Dd](?:er|ie|as) (?P<body>{NAME}),? ha(?:t|ben) (?:[^.;:]{{0,40}}\b[Ss]itzung )?(?:am|vom) "
        rf"(?:{_WEEKDAY}[,]? ?)?\(?(?:de[nm] )?(?P<date>{_DAY})"
    ),
    guarded(
        rf"\bha(?:t|ben) (?:der|die|das) (?P<body>{NAME}) (?:[^.;:]{{0,40}}\b[Ss]itzung )?(?:am|vom) "
        rf"(?:{_WEEKDAY}[,]? ?)?\(?(?:de[nm] )?(?P<date>{_DAY})"
    ),
    guarded(
        rf"\b[Ii]n (?:der|seiner|ihrer) (?:[a-zäöü]{{3,20}} )?[Ss]itzung (?:des|der) (?P<body>{NAME_GENITIVE}) {_WHEN}"
    ),
    guarded(
        rf"\b[Ii]n (?:der|seiner|ihrer) (?:[a-zäöü]{{3,20}} )?[Ss]itzung {_WHEN},? "
        rf"(?:hat|haben|beschloss|stimmte|nahm|fasste|lehnte|billigte|empfahl) (?:der|die|das) (?P<body>{NAME})"
    ),
)
"""The sentence of a notice that says which body met and when."""
_OWN_DAY = guarded(
    rf",? ?(?:\b[Ii]n (?:der|seiner|ihrer) (?:[a-zäöü]{{3,20}} )?[Ss]itzung (?:(?:des|der) {NAME_GENITIVE} )?)?"
    rf"\b(?:am|vom) (?:{_WEEKDAY}[,]? ?)?\(?(?:de[nm] )?(?P<date>{_DAY})\)?,?"
)
_NUMBER = (
    r"(?P<number>(?:[A-ZÄÖÜ]{1,4}[ /-]?)?\d{1,5}(?:[/-](?:[A-Z]{1,4}/)?[\dIVXA-Z]{1,6}){1,4}|"
    r"[A-Z]{1,4}[/-]\d{2,4}[/-]\d{1,5}|[IVX]{1,6}/\d{2,5})(?![\w/-])"
)
_PAPER = guarded(
    rf"\((?:[^()\n]{{0,40}}[ ,;])??(?P<type>\w{{0,20}}[Vv]orlage|\w{{0,12}}[Dd]rucksache|DS|Drs\.|Vorl\.|"
    rf"\w{{0,8}}[Aa]ntrag)(?:[ -]?Nr\.?)?:? ?{_NUMBER}(?=[^()\n]{{0,60}}\))"
)
_ITEM = guarded(
    r"\((?:[^()\n]{0,60}[ ,;])??(?P<raw>(?:TOP|Tagesordnungspunkt|Punkt)\.? ?(?:Ö ?|"
    r"N ?)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}))"
    r"(?: der Tagesordnung)?(?=[^()\n]{0,60}\))"
)


def is_notice(analysis: Analysis) -> bool:
    """Whether a title line near the start says that the text tells what a meeting decided."""
    return _titled(analysis.text[:_HEAD])


@functools.lru_cache(maxsize=8)  # several extractors ask
def _titled(head: str) -> bool:
    return _TITLE.search(head) is not None


def meeting_of_notice(analysis: Analysis) -> Fact | None:
    """The meeting that a notice names in its title or its first sentence that tells a decision."""
    found = _OF_COMPOUND.search(analysis.text, 0, _HEAD)
    for pattern in _DECIDED_IN:
        found = found or pattern.search(analysis.text, 0, 2 * _HEAD)
    day = next((d for d in dates(found["date"]) if d.precision == "day"), None) if found else None
    if found is None or day is None:
        return None
    body = re.sub(r"(?<=rat)s$", "", nominative(found["body"]))
    value = {"body": body, "date": day.iso, "time_start": None}
    return analysis.fact("meeting", value, *found.span("body"), more=[found.span("date")])


def bracketed(analysis: Analysis) -> Iterator[Fact]:
    """Paper and item that a notice of one matter names in brackets; where several are named each heads its own."""
    papers = {m["number"]: m for m in reversed(list(_PAPER.finditer(analysis.text)))}
    items = {m["number"]: m for m in reversed(list(_ITEM.finditer(analysis.text)))}
    for match in reversed(papers.values()) if not analysis.stated("paper") else ():
        kind = match["type"] if len(match["type"]) > 8 and match["type"] != "Drucksache" else None
        value = {"reference": match["number"], "type_raw": kind, "type": None, "subject": None}
        yield analysis.fact("paper", value, match.start("type"), match.end("number"))
    for match in reversed(items.values()) if not analysis.stated("agenda_item") else ():
        value = {"number": match["number"], "number_raw": match["raw"], "title_raw": None, "title_truncated": None}
        yield analysis.fact("agenda_item", value, *match.span("raw"))


def without_own_day(text: str, day: str | None) -> str:
    """The sentence with blanks for the meeting's own day, which tells nothing of an earlier meeting."""
    if day is None:
        return text

    def blank(match: re.Match[str]) -> str:
        same = any(d.iso == day for d in dates(match["date"]))
        return " " * len(match.group()) if same else match.group()

    return _OWN_DAY.sub(blank, text)
