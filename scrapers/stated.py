"""From a page's records to the facts that the page states: one mapping per record type, whatever the product.

A field of a fact is filled only from a place where the page prints it, so that the quotes carry the whole value. What a
record knows from a link or an attribute alone (an id, the colour that means "Geplant") stays in the record.
Kinds, fields and value sets: docs/PROVENANCE.md.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from corpus.evidence import Fact, Span
from corpus.model import AgendaItem, Consultation, File, Meeting, Paper
from corpus.outcomes import is_open, normalise
from corpus.units import unit_parts
from scrapers import fields
from scrapers.page import Page, PageReading, Row, size_in_bytes

STATED_VERSION = 3
"""Raised whenever the facts of the same records would come out differently."""

_STATES = (("closed", r"(?<!nicht )abgeschlossen"), ("released", r"freigegeben"), ("invited", r"eingeladen"),
           ("approved", r"genehmigt"))  # fmt: skip
_INFORMATION = r"kenntnisnahme|mitteilung|bericht|information"
_DECISION = r"beschlussvorlage|beschlussempfehlung|beschlussfassung|entscheidungsvorlage"
_GROUP = r"fraktion|gruppe|\b(?:CDU|CSU|SPD|FDP|AfD|GRÜNE\w*|LINKE|BSW|Volt|PIRATEN|FREIE WÄHLER|UWG|FWG)\b"
_BODY = r"\b\w*(?:beirat|ausschuss|vertretung|versammlung)\b"
_GREENS = r"BÜNDNIS\s?90/\s?DIE\s?GRÜNEN|(?:DIE\s)?GRÜNEN?"
_PARTIES = rf"CDU|CSU|SPD|FDP|F\.D\.P\.|AfD|{_GREENS}|(?:DIE\s)?LINKE|BSW|Volt|UWG"
_PARTY = re.compile(rf"\b({_PARTIES})", re.I)
_REQUEST = re.compile(
    r"(?:[aA]ntrag|[aA]nfrage) (?:der|des|von) (?P<name>(?:(?! vom | - |, )[^\n]){3,90}?)"
    r" vom (?P<date>\d{1,2}\.\d{1,2}\.\d{4})"
)
_Value = dict[str, Any]


def facts(page: Page, reading: PageReading) -> list[Fact]:
    """The stated facts of a page, in the order of its records."""
    found = []
    for row in reading.rows:
        mapping = _MAPPINGS.get(type(row.record))
        for kind, value, places in mapping(_Printed(page, row)) if mapping else ():
            evidence = tuple(page.document.cite(*span) for span in dict.fromkeys(places) if span[0] < span[1])
            if evidence:
                found.append(Fact(kind=kind, value=value, evidence=evidence, extractor=reading.vendor,
                                  extractor_version=STATED_VERSION, grade="stated"))  # fmt: skip
    return found


class _Printed:
    """A row, and what the page prints at its places."""

    def __init__(self, page: Page, row: Row) -> None:
        self.page, self.record, self.places = page, row.record, row.places

    def __getitem__(self, name: str) -> str | None:
        """What is printed there; None for a mere link, as OParl puts it where others print a name."""
        printed = self.page.at(self.span(name))
        return None if printed is None or re.match(r"(?:- )?https?://", printed) else printed

    def span(self, name: str) -> Span:
        """Place of a field, an empty range where the page does not print it."""
        return self.places.get(name, (0, 0))

    def spans(self, *names: str) -> list[Span]:
        """Places of those fields that the page prints."""
        return [self.span(name) for name in names if self[name] is not None]


_Found = Iterator[tuple[str, _Value, list[Span]]]


def _meeting(row: _Printed) -> _Found:
    start = row.record.start if isinstance(row.record, Meeting) and (row["date"] or row["start"]) else None
    if start is None and row["organization"] is None:
        return
    weekday = re.match(r"([A-Z][a-z]\.?|[A-Z][a-z]+tag),?\s", row["date"] or "")
    timed = isinstance(start, dt.datetime) and (row["time"] or row["start"])
    status = row["status"] or row["meeting_state"]
    value = {
        "body": row["organization"],
        "date": f"{start:%Y-%m-%d}" if start else None,
        "weekday": weekday[1] if weekday else None,
        "time_start": f"{start:%H:%M}" if timed else None,
        "status_raw": status,
        "status": _state(status),
        "openness": fields.openness(row["status"]),
        "occasion_raw": row["occasion"],
    }
    yield "meeting", value, row.spans("organization", "date", "start", "time", "status", "meeting_state", "occasion")


def _agenda_item(row: _Printed) -> _Found:
    if row["number"] or row["name"]:
        number, public = fields.item_number(row["number"])
        if public is None and row["public"] and isinstance(row.record, AgendaItem):
            public = row.record.public
        value = {
            "number": number,
            "number_raw": row["number"],
            "part": None if public is None else "public" if public else "non_public",
            "title_raw": row["name"],
            "title_truncated": bool(re.search(r"(?:\.\.\.|…)$", row["name"] or "")),
            "consultation_openness": fields.openness(row["public"]),
        }
        yield "agenda_item", value, row.spans("number", "name", "public")
    result = row["result"]
    if result and not is_open(result):
        yield "result", {"raw": result, "normalised": normalise(result)}, row.spans("result")
    for i, vote in enumerate(row.record.votes if isinstance(row.record, AgendaItem) else ()):
        counts = {name: getattr(vote, name) for name in ("unanimous", "abstentions", "yes", "no", "biased", "absent")}
        one_place = "votes" if row["votes"] else "result" if i == 0 and vote.unanimous is not None else ""
        places = row.spans(f"votes.{i}", one_place)
        yield "vote", {**counts, "raw": vote.raw, "by": vote.by, "on": vote.on}, places


def _paper(row: _Printed) -> _Found:
    if row["reference"] or row["paper_type"]:
        value = {
            "reference": row["reference"],
            "type_raw": row["paper_type"],
            "type": paper_type(row["paper_type"]),
            "subject": row["name"],
            "status_raw": row["status"],
            "status": _state(row["status"]),
            "openness": fields.openness(row["status"]),
        }
        yield "paper", value, row.spans("reference", "paper_type", "name", "status")
    if row["lead_unit"]:
        code, name = unit_parts(row["lead_unit"])
        code, name = (code, name) if name else (None, row["lead_unit"])
        yield "lead_unit", {"code": code, "name": name}, row.spans("lead_unit")
    yield from _applicants(row)


def _applicants(row: _Printed) -> _Found:
    """Who applied: from its own field, one a line, and from a subject that says "Antrag der ... vom ..."."""
    subject, _ = row.span("name")
    request = _REQUEST.search(row.page.text[slice(*row.span("name"))])
    asked = re.sub(r"\s+", " ", request["name"]) if request else None
    place = (subject + request.start(), subject + request.end()) if request else (0, 0)
    day = fields.any_day(request["date"]) if request else None
    dated = day.isoformat() if day else None
    start, end = row.span("originator") if row["originator"] else (0, 0)
    for match in re.finditer(r"[^\n]+", row.page.text[start:end]):
        name = match.group().strip()
        if name:
            at = start + match.start() + match.group().index(name)
            same = name == asked
            yield "applicant", _applicant(name, dated if same else None), [(at, at + len(name)), *([place] * same)]
            asked = None if same else asked
    if asked:
        yield "applicant", _applicant(asked, dated), [place]


def _applicant(name: str, date: str | None) -> _Value:
    group, body = re.search(_GROUP, name, re.I), re.search(_BODY, name, re.I)
    party = _PARTY.search(name) if group else None
    kind = "political_group" if group else "body" if body else "person"
    return {"name": name, "kind": kind, "party": party[1] if party else None, "date": date}


def _consultation(row: _Printed) -> _Found:
    if row["organization"] is None:
        return
    date = fields.any_day(row["date"])
    value = {
        "body": row["organization"],
        "date": date.isoformat() if date else None,
        "purpose": row["role"],
        "state_raw": row["state"],
        "result_raw": row["result"],
    }
    yield "consultation", value, row.spans("organization", "date", "role", "state", "result")
    if (raw := row["result"]) and not is_open(raw):
        yield "result", {"raw": raw, "normalised": normalise(raw)}, row.spans("result", "organization")


def _attachment(row: _Printed) -> _Found:
    """An attachment of a list that has room for a size; packages of all documents and agendas are none."""
    if "size" not in row.places or getattr(row.record, "role", None) != "auxiliaryFile" or not row["name"]:
        return
    number, size = row["number"] or "", row["size"] or ""
    value = {
        "number": int(number) if number.isdigit() else None,
        "name_raw": row["name"],
        "name": None if re.fullmatch(r"\(.*\)", row["name"] or "") else row["name"],
        "size_raw": row["size"],
        "size_bytes_approx": int(size) if size.isdigit() else size_in_bytes(size),
    }
    yield "attachment", value, row.spans("name", "size", "number")


_MAPPINGS: Mapping[type, Callable[[_Printed], _Found]] = {
    Meeting: _meeting,
    AgendaItem: _agenda_item,
    Paper: _paper,
    Consultation: _consultation,
    File: _attachment,
}


def _state(printed: str | None) -> str | None:
    """The state in "öffentlich (Sitzung abgeschlossen)" as a value; None for one that is not known."""
    return next((value for value, words in _STATES if re.search(words, printed or "")), None)


def paper_type(printed: str | None) -> str | None:
    """Whether a paper informs or asks for a decision, by the printed kind; None where it says neither or both."""
    said = (printed or "").lower()
    informs, decides = re.search(_INFORMATION, said), re.search(_DECISION, said)
    if bool(informs) == bool(decides):
        return None
    return "information" if informs else "decision"
