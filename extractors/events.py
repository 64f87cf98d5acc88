"""Stated dates with a meaning (kind event): notices, applications, deadlines, periods, meetings to come.

A date that belongs to something else (the meeting's own, the date of a paper, a law or a decision told) is no event.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.dates import Date, dates
from extractors.event_bounds import belongs_elsewhere, covering, is_head, is_request, lies_ahead
from extractors.event_types import is_planned, type_of

_SINCE = guarded(r"\b[Ss]eit (?:(?:Anfang|Mitte|Ende) )?\w{3,9}$")
"""A month without its year that can only be the last one: "Seit Februar"."""
_DONE_WORDS = guarded(
    r"\b(?:ha(?:t|be|ben|tte|tten)|hätten|ist|sind|sei(?:en)?|wurden?|"
    r"war(?:en)?)\b.{0,200}?\b(?:\w{0,12}ge\w{2,16}(?:t|en)|"
    r"(?:\w{0,6}(?:be|ver|er|ent))\w{2,16}(?:t|en)|\w{2,16}iert|worden)(?=\s*(?:[.,;:)]|$|und\b|oder\b|worden|"
    r"ha|wurde|sei))|"
    r"\b(?:begann|startete|eröffnete|nahm|trat|ging|kam|fand|traf|zog|lief|erhielt|bekam|wechselte|verließ)(?:e?n)?\b"
)
"""A deed that is over: "haben im April ihren Dienst aufgenommen", "begann im März"."""
_NOT_DONE = guarded(
    r"\b(?:soll\w{0,3}|w(?:ird|erden|erde|ürden?)|könn\w+|kann|möchten?|wolle?n?|will|müss\w+|muss|"
    r"voraussichtlich|geplant|"
    r"vorgesehen|erwartet|angekündigt|avisiert|terminiert|angesetzt|anberaumt|beabsichtigt|spätestens|meist|"
    r"immer|stets|"
    r"üblicherweise|nicht|kein\w{0,2}|ob|falls|sofern)\b|\?"
)
_SET_OUT = guarded(r"(?:\b\w{0,6}[Ee]rlass(?:es)?|(?:[Ff]örder|[Zz]uwendungs)(?:richtlinien?|programme?s?)) vom \Z")
"""Decrees and rules by which a donor told what it pays."""
_IN_MONTH = guarded(r"\b(?:[Ii]m|[Aa]nfang|[Mm]itte|[Ee]nde)(?: Monat)? \Z")
_COUNTED = guarded(
    r"\b(?:\d{2,3}|\d{1,2}\.\d{3}|hundert\w*|dutzend\w*) (?:[a-zäöü]\w{2,20} ){0,2}(?:Leute|Menschen|Personen|Köpfe|"
    r"\w{0,12}[Ff]älle\w{0,1}|\w{0,10}[Bb]eratung\w{0,2}|Klient\w*|Kund\w*|Rat[Ss]?uchende\w*|Zugewanderte\w*|"
    r"Geflüchtete\w*|Familien|Haushalte|\w{0,10}[Gg]espräche\w?|Kontakte\w?|Anfragen|Termine\w?|Teilnehm\w*|"
    r"Einbürgerungen|Anträge\w?|Besuch\w*)\b"
)
"""A count of clients, whose month says from when it is counted: "Seit Januar kamen 320 Leute"."""
_PRECISE = ("day", "month", "quarter")
_CARRIERS = ("reference", "decision_ref", "meeting", "consultation", "paper", "agenda_item", "attachment", "applicant")


def extract(analysis: Analysis) -> Iterator[Fact]:
    """One event for each date and type."""
    carriers = [(fact, e) for fact in analysis.known if fact.kind in _CARRIERS for e in fact.evidence]
    spans = [(analysis.view.place(e.start), analysis.view.place(e.end - 1) + 1) for _, e in carriers]
    holders = [fact for fact, _ in carriers]
    own = {str(f.value.get("date")) for f in (*analysis.stated("meeting"), *analysis.stated("consultation"))}
    seen: set[tuple[str, str]] = set()
    for index, sentence in enumerate(analysis.sentences):
        found = [d for d in dates(sentence.text, analysis.date) if d.precision in _PRECISE and d.complete]
        if not found or is_head(sentence, found):
            continue
        for i, date in enumerate(found):
            holding = covering(holders, spans, sentence.start + date.start)
            if (
                date.iso in own
                or _is_guess(sentence.text, date, analysis.date)
                or _is_taken(sentence.text, date, holding, analysis)
            ):
                continue
            if belongs_elsewhere(sentence, date, analysis.date):
                continue
            following = analysis.sentences[index + 1].text if index + 1 < len(analysis.sentences) else ""
            value = _value(sentence.text, found, i, analysis.date, following)
            key = (str(value["date"]), str(value["type"]))
            if key not in seen:
                seen.add(key)
                start, end = _clause(sentence.text, found, i)
                yield analysis.fact("event", value, sentence.start + start, sentence.start + end)


def _is_guess(text: str, date: Date, today: dt.date | None) -> bool:
    """A month or quarter whose year is not told; one since which something is, or in which it was done, is the last."""
    if not date.derived or date.precision == "day":
        return False
    if _SINCE.search(text[: date.end]):
        return _COUNTED.search(text) is not None
    if (
        date.precision != "month"
        or not today
        or date.iso > today.isoformat()[:7]
        or not _IN_MONTH.search(text[: date.start])
    ):
        return True
    low = max(text.rfind(mark, 0, date.start) for mark in (", ", "; ", ": ", ". "))
    cut = re.search(r"[;.?]|, ", text[date.end :])
    clause = text[low + 1 : date.end + cut.end() if cut else len(text)]
    return bool(_NOT_DONE.search(clause)) or not _DONE_WORDS.search(clause)


def _is_taken(text: str, date: Date, holding: list[Fact], analysis: Analysis) -> bool:
    """Whether a fact of another kind tells the date; meetings to come, requests and decrees for money stay events."""
    for fact in holding:
        kind = fact.value.get("kind") if fact.kind == "reference" else None
        free = (kind == "meeting" and lies_ahead(text, date, analysis.date)) or (
            kind == "paper" and is_request(text, date)
        )
        free = free or (kind == "law" and _SET_OUT.search(text[max(0, date.start - 60) : date.start]) is not None)
        if not free:
            return True
    return False


def _value(text: str, found: list[Date], i: int, today: dt.date | None, following: str) -> dict[str, object]:
    date = found[i]
    before = text[found[i - 1].end if i else 0 : date.start]
    after = text[date.end : found[i + 1].start if i + 1 < len(found) else len(text)]
    start, end = _clause(text, found, i)
    return {
        "date": date.iso,
        "precision": date.precision,
        "meaning": re.sub(r"\s+", " ", text[start:end]).strip(" ,;"),
        "planned": is_planned(date, before, after, today),
        "type": type_of(before, after, following if i + 1 == len(found) else ""),
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
    name="events", version=5, kinds=("event",), run=extract, after=("decisions", "head", "head_fields", "references")
)
