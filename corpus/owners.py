"""What records say a document belongs to: a meeting, a paper or an agenda item, each with the day that it has.

A day is never chosen: where claims name two days for one meeting or paper, it has none. Ids of different kinds of
records may be equal in one council, so the kind that a file belongs to is told by the page that names the file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from corpus.names import page_key
from corpus.sittings import meetings_of
from corpus.store import Corpus

Basis = Literal["own", "meeting", "paper", "consultation"]
OWNERS = ("Meeting", "AgendaItem", "Paper")
_TYPES = (*OWNERS, "Consultation", "File")
_BY_ROLE = {"invitation": "Meeting", "resultsProtocol": "Meeting", "verbatimProtocol": "Meeting", "mainFile": "Paper"}

Key = tuple[str, str | None, str]
"""Type, municipality and id of a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """An ISO day, and whose it is: the document's own, its meeting's, its paper's, or its paper's last consultation."""

    date: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What a document belongs to. `name` is the committee of a meeting, else the title of the paper or item."""

    type: str
    day: Day | None
    name: str | None = None
    reference: str | None = None
    """Printed number of the paper or item."""
    file: str | None = None
    """Name of the file if the document is a file that a page lists, empty for a nameless one; else None."""


class Records:
    """Meetings, items, papers, stations and files as all pages claim them, by key and by page."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], committees: Mapping[tuple[str | None, str], str]) -> None:
        """`rows` have document_id, page_kind, type, body_id, id and value; `committees` name each meeting's."""
        self.by_page: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        self.files: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        self.at: dict[str, list[Key]] = defaultdict(list)
        """By the address of a record's own page (names.page_key)."""
        self._of: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
        self._stations: dict[tuple[str | None, str], list[Mapping[str, Any]]] = defaultdict(list)
        self._committees = committees
        for row in rows:
            value = row["value"]
            self.by_page[row["document_id"]].append(row)
            self._of[row["type"], row["body_id"], row["id"]].append(value)
            if row["type"] == "File" and value.get("url"):
                self.files[value["url"]].append(row)
            elif row["type"] in OWNERS and value.get("url"):
                self.at[page_key(value["url"])].append((row["type"], row["body_id"], row["id"]))
            if row["type"] in ("Consultation", "AgendaItem") and value.get("paper"):
                self._stations[row["body_id"], value["paper"]].append(value)

    def day(self, key: Key) -> Day | None:
        """The one day of a meeting, item or paper; None if none or several are claimed."""
        type_, body, _ = key
        if type_ == "Meeting":
            return _one((str(v["start"])[:10] for v in self._of[key] if v.get("start")), "meeting")
        if type_ == "AgendaItem":
            days = {self.day(("Meeting", body, v["meeting"])) for v in self._of[key] if v.get("meeting")}
            return next(iter(days)) if len(days) == 1 else None
        if type_ == "Consultation":
            return _one(filter(None, (self._held(body, v) for v in self._of[key])), "meeting")
        own = {str(v["date"])[:10] for v in self._of[key] if v.get("date")}
        if own or type_ != "Paper":
            return _one(own, "paper")
        held = [day for v in self._stations[body, key[2]] if (day := self._held(body, v))]
        return Day(date=max(held), basis="consultation") if held else None

    def owner(self, key: Key, file: str | None = None) -> Owner:
        """A meeting, item or paper with what its records call it."""
        type_, body, id_ = key
        name = self._committees.get((body, id_)) if type_ == "Meeting" else self._first(key, "name")
        reference = self._first(key, {"Paper": "reference", "AgendaItem": "number"}.get(type_, ""))
        return Owner(type=type_, day=self.day(key), name=name, reference=reference, file=file)

    def owner_of_file(self, row: Mapping[str, Any]) -> Key | None:
        """What a file's record belongs to; None where its page leaves two kinds open."""
        of, body = row["value"].get("of"), row["body_id"]
        if not of:
            return None
        here = {r["type"] for r in self.by_page[row["document_id"]] if r["type"] in OWNERS and r["id"] == of}
        if not here and row["page_kind"] == "documents":
            here = {"AgendaItem"}  # these lists name the agenda items of a meeting, which another page describes
        here = here or {t for t in OWNERS if (t, body, of) in self._of}
        told = _BY_ROLE.get(str(row["value"].get("role")))
        if len(here) > 1 and told in here:
            here = {told}
        return (next(iter(here)), body, of) if len(here) == 1 else None

    def paper_of(self, keys: Iterable[Key]) -> Key | None:
        """The one paper that several agenda items deal with; None for anything else."""
        found = {(k[0], k[1], v.get("paper")) for k in keys for v in self._of.get(k, ())}
        type_, body, paper = next(iter(found)) if len(found) == 1 else ("", None, None)
        return ("Paper", body, str(paper)) if type_ == "AgendaItem" and paper else None

    def meeting_of(self, key: Key) -> Key:
        """The meeting of an agenda item whose meeting all claims name alike; the key itself for anything else."""
        found = {v["meeting"] for v in self._of.get(key, ()) if v.get("meeting")} if key[0] == "AgendaItem" else set()
        return ("Meeting", key[1], next(iter(found))) if len(found) == 1 else key

    def _held(self, body: str | None, station: Mapping[str, Any]) -> str | None:
        """Day of a station: its own, else that of its meeting."""
        if station.get("date"):
            return str(station["date"])[:10]
        met = self.day(("Meeting", body, station["meeting"])) if station.get("meeting") else None
        return met.date if met else None

    def _first(self, key: Key, field: str) -> str | None:
        return next((str(v[field]) for v in self._of.get(key, ()) if v.get(field)), None)


def _one(days: Iterable[str], basis: Basis) -> Day | None:
    found = set(days)
    return Day(date=next(iter(found)), basis=basis) if len(found) == 1 else None


def records_of(corpus: Corpus) -> Records:
    """The records of a corpus that tell what documents belong to."""
    rows = corpus.query(
        f"""select r.document_id, r.type, r.body_id, r.id, r.value, d.page_kind
            from record r join document d on d.id = r.document_id
            where r.type in ({", ".join("?" * len(_TYPES))}) order by r.document_id, r.position""",
        *_TYPES,
    )
    committees = {(m["body_id"], m["id"]): m["committee"] for m in meetings_of(corpus) if m["committee"]}
    return Records(({**row, "value": json.loads(row["value"])} for row in rows), committees)
