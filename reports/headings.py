"""Titles of documents whose own text has none that people read: data of systems, and files that a page lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from corpus.days import Dated
from corpus.owners import Owner
from reports.words import counted, date, date_range, short

_SYSTEMS = {
    "oparl-json": "OParl",
    "sessionnet6-json": "SessionNet",
    "rubin-json": "more!rubin",
}
_LISTS = {
    "organization": "Gremien",
    "body": "Körperschaften und Wahlperioden",
    "system": "Zugang zu den Daten",
    "person": "Personen",
    "membership": "Mitgliedschaften",
    "meeting": "Sitzungen",
    "paper": "Vorlagen",
    "calendar": "Sitzungskalender",
    "agenda": "Tagesordnung",
    "documents": "Unterlagen",
    "item": "Tagesordnungspunkt",
}
_BARE = re.compile(r"(?i)(?:dokument|datei|download|document|file|anlage|\d+)?(?:\.\w{2,4})?")


def headed(row: Mapping[str, Any], dated: Dated) -> str:
    """The title that records give a document (`row` of the store); empty where its own is to be kept."""
    if row["media_type"] == "application/json":
        return _data(row, dated)
    return _file(dated.owner) if dated.owner and dated.owner.file is not None else ""


def _data(row: Mapping[str, Any], dated: Dated) -> str:
    """Data of a system: what it is, of which committee or paper, which day or days."""
    kind = row["page_kind"] or ""
    source = _SYSTEMS.get(row["reader"], "Daten")
    if dated.entries:
        listed = f"{source}-Liste, {counted(len(dated.entries), 'Eintrag', 'Einträge')}"
        return f"{' '.join(filter(None, [_LISTS.get(kind, 'Einträge'), _span(dated)]))} ({listed})"
    owner = dated.owner
    if owner and owner.type == "Paper":
        return _paper(owner)
    if owner and owner.type == "Meeting" and owner.name:
        what = {"documents": "Unterlagen", "item": "Tagesordnungspunkt"}.get(kind, "Tagesordnung")
        return _joined(f"{what} {owner.name}", owner)
    month = re.search(r"\bfirst_day: (\d{4}-\d\d)-", row["text"][:200])
    period = date(month[1]) if month else "leer" if row["text"].strip() in ("[]", "") else ""
    return f"{' '.join(filter(None, [_LISTS.get(kind, 'Daten'), period]))} ({source})"


def _span(dated: Dated) -> str:
    """The days of a list, first to last; before them its committee if all entries have the same."""
    names = {o.name for o in dated.owners if o.type == "Meeting"}
    name = next(iter(names)) if len(names) == 1 else None
    return " ".join(filter(None, [name, date_range(dated.span) if dated.span else None]))


def _file(owner: Owner) -> str:
    """A file: its name, and the meeting or paper that it belongs to."""
    name = owner.file or ""
    name = "" if _BARE.fullmatch(name.strip()) else " ".join(name.split())
    if owner.type == "Paper":
        belongs = _paper(owner)
    elif owner.type == "Meeting":
        belongs = owner.name or ""
        if owner.day and not _says(name, owner.day.date):
            belongs = f"{belongs}, {date(owner.day.date)}" if belongs else date(owner.day.date)
    else:
        belongs = _joined(" ".join(filter(None, ["TOP", owner.reference, short(owner.name or "", 90)])), owner)
    if not belongs:
        return ""
    if owner.type == "Paper" and name.casefold() == "vorlage":
        return belongs
    return f"{name} – {belongs}" if name else f"Dokument zu {belongs}"


def _paper(owner: Owner) -> str:
    number = f"Vorlage {owner.reference}" if owner.reference else "Vorlage"
    return f"{number}: {short(owner.name, 110)}" if owner.name else number if owner.reference else ""


def _joined(text: str, owner: Owner) -> str:
    return f"{text}, {date(owner.day.date)}" if owner.day else text


def _says(name: str, iso: str) -> bool:
    """Whether a file's name prints the day already."""
    year, month, day = iso.split("-")
    forms: Sequence[str] = (rf"0?{int(day)}\.\s?0?{int(month)}\.\s?(?:{year}|{year[2:]})", iso, f"{year}{month}{day}")
    return any(re.search(rf"(?<!\d)(?:{form})(?!\d)", name) for form in forms)
