"""Stated dates with a meaning (kind event): notices, applications, deadlines, periods, meetings to come.

A date that belongs to something else (the meeting's own, the date of a paper, a law or a decision told) is no event.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import Guarded, guarded
from extractors.analysis import Analysis, Extractor, Sentence
from extractors.dates import Date, dates

_NOTICE = r"(?:Zuwendungs|Förder|Bewilligungs|Änderungs|Widerrufs|Leistungs)?[Bb]escheid(?:s|es|e|en)?\b"
# Type of an event by the words between it and the dates beside it: before, after, or around; first match wins.
_TYPES: tuple[tuple[str, str, Guarded], ...] = (
    ("deadline", "before", guarded(r"\b(?:spätestens|Frist\w*|fristgerecht)\b[^.;]{0,40}$|\bFrist\b")),
    (
        "deadline",
        "after",
        guarded(r"^[^,;.]{0,80}\b(?:vorzulegen|vorgelegt werden|nachreichen|nachzureichen|einzureichen|abzugeben)\b"),
    ),
    (
        "end_of_period",
        "before",
        guarded(
            r"\b(?:bis(?: einschließlich| Ende)?(?: zum| zur)?|endet(?:e|en)?(?: am| zum)?|Ende(?: "
            r"am)?|befristet (?:auf|zum)|läuft[^.;]{0,40}zum|ausläuft)\s*$"
        ),
    ),
    ("end_of_period", "after", guarded(r"^[^,;.]{0,30}\b(?:ausläuft|aus(?:laufen|gelaufen)?|endet\w*|befristet)\b")),
    ("grant_notice", "before", guarded(rf"{_NOTICE}[^.;]{{0,120}}$")),
    ("grant_notice", "after", guarded(rf"^[^.;]{{0,80}}?{_NOTICE}")),
    (
        "application",
        "before",
        guarded(
            r"\b(?:\w{0,15}Antrag|\w{0,15}Antr[aä]ge?s?|\w{0,12}antrags?|Beantragung|beantragte?n?)\b[^.;,]{0,60}$"
        ),
    ),
    ("application", "after", guarded(r"^[^.;]{0,60}\b(?:beantragt|Antrag gestellt|gestellt)\b")),
    (
        "constitution",
        "around",
        guarded(
            r"konstituier\w+|erst(?:mals|malig|e[nrs]?)\b[^.;]{0,60}(?:Sitzung|zusammen|Treffen|"
            r"getagt)|zum ersten Mal|gegründet|Gründung"
        ),
    ),
    (
        "start",
        "before",
        guarded(
            r"\b(?:seit|ab|von|vom|Beginn\w*(?: voraussichtlich)?(?: im| am| ab)?|beginnend|mit "
            r"Wirkung(?: vom| zum))(?: dem| Anfang)?\s*$"
        ),
    ),
    (
        "start",
        "after",
        guarded(r"^[^.;]{0,80}\b(?:begonnen|beginn\w*|gestartet|startet\w*|angefangen|aufgenommen|in Kraft)\b"),
    ),
    (
        "meeting",
        "around",
        guarded(
            r"\b\w*[Ss]itzung\w*|\b[Bb]erat(?:en|ung)\w*|\btagte?\b|\bTreffen\b|[Kk]onferenz\b|"
            r"[Ww]orkshop|Veranstaltung|Termin\b"
        ),
    ),
    (
        "decision",
        "around",
        guarded(r"\b(?:beschlossen|entschieden|entscheidet|entscheiden|zugestimmt|bewilligte?)\b"),
    ),
)
_PLANNED = guarded(
    r"\b(?:voraussichtlich|soll(?:en|e|te|ten)?|geplant\w*|vorgesehen\w*|erwartet\w*|wird|werden|"
    r"werde|würden?|spätestens|künftig|nächste[nr]?|kommende[nr]?|"
    r"beabsichtigt|angestrebt|zum (?:0?1\.|31\.))\b"
)
_PAST = guarded(r"\b(?:hat|hatte|haben|wurden?|ging|ist|sind|kam|fand|war|waren|seit|eingegangen|erhielt)\b")
# What a date belongs to when these words stand right before it: not an event of its own.
_PART_OF = guarded(
    r"(?:\b(?:Gesetz\w{0,3}|Erlass\w{0,2}|RdErl\.|Runderlass\w{0,2}|Richtlinien?|Verordnung|"
    r"Satzung|Fassung|Niederschrift|Protokolls?|\w{0,12}[Vv]orlage|"
    r"Drucksache|Beschl(?:uss|usses|üsse|üssen|ussempfehlung)|(?:Antr[aä]ge?s?|Anfrage) (?:der|des|"
    r"von) [^.;\n]{1,70}|\w{0,12}[Aa]ntrag|Anfrage)"
    r"(?: (?:des|der) [^.;,\n]{1,60})? (?:vom|v\.) |\b(?:Produkt\w*|Konto|Sachkonto|Kostenstelle\w*|Kostenträger|"
    r"Haushaltsstelle|Buchungsstelle|Teilplan|Teilprodukt|PSP\S*|Ziffer|Ziff\.|Kapitel|Nr\.|Abschnitt|Punkt) |"
    r"\bgeb(?:oren|\.) (?:am )?|\bStand:? ?)$"
)
_APPLICATION = guarded(r"\bAntr[aä]ge?s? auf\b[^.;\n]{0,80} vom $")
_HEAD_LINE = guarded(
    r"(?:Sitzungs?\w{0,8}|Datum|Termin|Beginn|Ende|Uhrzeit|Stand|Eingang|Eingegangen|Gremium|"
    r"Status|Zeit|Besprechung)\b[^:]{0,20}:"
)
_WEEKDAY = guarded(r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)\b")
_SINCE = guarded(r"\b[Ss]eit (?:(?:Anfang|Mitte|Ende) )?\w{3,9}$")
"""A month without its year that can only be the last one: "Seit Februar"."""
_CARRIERS = ("reference", "decision_ref", "meeting", "consultation", "paper", "agenda_item", "attachment", "applicant")


def extract(analysis: Analysis) -> Iterator[Fact]:
    """One event for each date and type."""
    taken = [
        (analysis.view.place(e.start), analysis.view.place(e.end - 1) + 1)
        for fact in analysis.known
        if fact.kind in _CARRIERS
        for e in fact.evidence
    ]
    own = {str(f.value.get("date")) for f in (*analysis.stated("meeting"), *analysis.stated("consultation"))}
    seen: set[tuple[str, str]] = set()
    for sentence in analysis.sentences:
        found = [d for d in dates(sentence.text, analysis.date) if d.precision in ("day", "month") and d.complete]
        if not found or _is_head(sentence, found):
            continue
        for i, date in enumerate(found):
            at = sentence.start + date.start
            guessed = date.derived and date.precision == "month" and not _SINCE.search(sentence.text[: date.end])
            if date.iso in own or guessed or any(a <= at < b for a, b in taken):
                continue
            if _belongs_elsewhere(sentence.text, date):
                continue
            value = _value(sentence.text, found, i)
            key = (str(value["date"]), str(value["type"]))
            if key not in seen:
                seen.add(key)
                start, end = _clause(sentence.text, found, i)
                yield analysis.fact("event", value, sentence.start + start, sentence.start + end)


def _is_head(sentence: Sentence, found: list[Date]) -> bool:
    """A line of a head or table: a label, or hardly anything beside the date."""
    text = sentence.text
    rest = _WEEKDAY.sub("", text[: found[0].start] + text[found[-1].end :])
    between = (text[a.end : b.start] for a, b in itertools.pairwise(found))
    told = any(len(re.findall(r"\b[a-zäöüß]{3,}", part)) > 2 for part in between)
    few_words = len(re.findall(r"\w{3,}", rest)) < 3 and not told
    return (
        bool(_HEAD_LINE.match(text))
        or few_words
        or sentence.block.section == "attachments"
        or sentence.block.kind == "heading"
    )


def _belongs_elsewhere(text: str, date: Date) -> bool:
    before = text[: date.start][-160:]
    return bool(_PART_OF.search(before)) and not _APPLICATION.search(before)


def _value(text: str, found: list[Date], i: int) -> dict[str, object]:
    date = found[i]
    before = text[found[i - 1].end if i else 0 : date.start]
    after = text[date.end : found[i + 1].start if i + 1 < len(found) else len(text)]
    where = {"before": before, "after": after, "around": f"{before} {after}"}
    kind = next((name for name, place, pattern in _TYPES if pattern.search(where[place])), "other")
    near = f"{before[-120:]} {after[:120]}"
    start, end = _clause(text, found, i)
    return {
        "date": date.iso,
        "precision": date.precision,
        "meaning": re.sub(r"\s+", " ", text[start:end]).strip(" ,;"),
        "planned": bool(_PLANNED.search(near)) and not re.search(r"\bseit\s*$", before),
        "type": kind,
    }


def _clause(text: str, found: list[Date], i: int) -> tuple[int, int]:
    """The part of the sentence around the date, cut at the dates beside it and at semicolons."""
    low = found[i - 1].end if i else 0
    high = found[i + 1].start if i + 1 < len(found) else len(text)
    low = max(low, text.rfind(";", 0, found[i].start) + 1)
    cut = text.find(";", found[i].end)
    high = min(high, cut) if cut >= 0 else high
    if i + 1 < len(found):  # leave out the preposition of the next date
        high = found[i].end + len(
            re.sub(r"[\s,]*(?:\b(?:und|bis|zum|vom|am|ab|im|seit|ging)\b ?)*$", "", text[found[i].end : high])
        )
    while low < high and text[low] in " ,;:–-":
        low += 1
    return low, max(high, found[i].end)


EXTRACTOR = Extractor(
    name="events", version=2, kinds=("event",), run=extract, after=("decisions", "head", "head_fields", "references")
)
