"""Stations of a decision as documents tell of them: a meeting that took up a matter, and what it says came of it."""

from __future__ import annotations

import bisect
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.names import committee_key, same_committee
from corpus.store import Corpus

_HEADING = re.compile(
    r"^[ \t]{0,9}(?:Zu|TOP|Punkt|Zu TOP|Zu Punkt|Tagesordnungspunkt):?[ \t]{0,3}(?:[ÖN][ \t]?)?"
    r"\d{1,2}(?:\.\d{1,2}){0,3}[.:)]?[ \t]{1,9}\S",
    re.M,
)
_FAR = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A result or vote of a station as printed; without a passage where only a record holds it."""

    kind: str
    """result or vote."""
    raw: str
    fact: str | None = None
    document: str | None = None
    start: int = 0
    end: int = 0
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Beratung: where and when a matter was taken up, in which role, and what came of it. None is never guessed."""

    date: str | None
    committee: str | None
    role: str | None = None
    authoritative: bool | None = None
    said: tuple[Said, ...] = ()
    documents: tuple[str, ...] = ()

    def with_(self, other: Station) -> Station:
        """Both as one, each field from the first that has it; what was said of the result is kept from both."""
        said = {(s.kind, _plain(s.raw)): s for s in (*other.said, *self.said) if not s.quote}
        said |= {(s.kind, _plain(s.raw)): s for s in (*other.said, *self.said) if s.quote}
        names = [c for c in (self.committee, other.committee) if c]
        return replace(
            self,
            date=self.date or other.date,
            committee=max(names, key=len) if names else None,
            role=self.role or other.role,
            authoritative=self.authoritative if self.authoritative is not None else other.authoritative,
            said=tuple(sorted(said.values(), key=lambda s: (s.kind, s.document or "", s.start, s.raw))),
            documents=tuple(sorted({*self.documents, *other.documents})),
        )


def _undated(station: Station, found: list[Station]) -> list[int]:
    """Where a station without a day belongs: to the only one of its committee; to the first if it says nothing new."""
    if station.date or not station.committee:
        return []
    same = [i for i, s in enumerate(found) if same_committee(s.committee or "", station.committee)]
    return same if len(same) == 1 or not station.said else []


def _plain(raw: str) -> str:
    return " ".join(raw.split()).casefold()


def merged(stations: Iterable[Station]) -> list[Station]:
    """Stations by date; those of the same committee on the same day as one, and a nameless one with the only other."""
    found: list[Station] = []
    for station in sorted(
        stations, key=lambda s: (s.date is None, s.committee is None, s.date or "", s.committee or "")
    ):
        same_day = [i for i, s in enumerate(found) if s.date == station.date and s.date]
        near = [
            i for i in same_day if station.committee and same_committee(found[i].committee or "", station.committee)
        ]
        near = near or (same_day if station.committee is None and len(same_day) == 1 else [])
        near = near or _undated(station, found)
        if near:
            found[near[0]] = found[near[0]].with_(station)
        else:
            found.append(station)
    return sorted(found, key=lambda s: (s.date is None, s.date or "", committee_key(s.committee or "")))


class Told:
    """The facts of all documents that tell of stations, by document."""

    def __init__(self, corpus: Corpus) -> None:
        self._facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
        rows = corpus.query(
            """select f.id, f.kind, f.value, f.document_id, e.char_start, e.char_end, e.quote
               from fact f join evidence e on e.fact_id = f.id
               where f.kind in ('meeting', 'agenda_item', 'consultation', 'result', 'vote', 'paper', 'reference')
               order by f.document_id, f.char_start, f.char_end, f.id, e.position"""
        )
        for row in rows:
            self._add(row)
        self._texts = {r["id"]: r["text"] for r in corpus.query("select id, text from document")}
        self._starts: dict[str, list[int]] = {}

    def _add(self, row: Mapping[str, Any]) -> None:
        facts = self._facts[row["document_id"]]
        place = (row["char_start"], row["char_end"], row["quote"])
        if facts and facts[-1]["id"] == row["id"]:
            facts[-1]["places"].append(place)
        elif row["kind"] != "reference" or '"kind": "paper"' in row["value"]:
            facts.append({"id": row["id"], "kind": row["kind"], "value": json.loads(row["value"]), "places": [place]})

    def of(self, document: str, *kinds: str) -> list[dict[str, Any]]:
        """Facts of these kinds in a document, in text order."""
        return [f for f in self._facts.get(document, ()) if f["kind"] in kinds]

    def matter(self, document: str, offset: int) -> tuple[int, int]:
        """The part of a document that holds an offset, from one agenda item's heading to the next."""
        if document not in self._starts:
            found = [m.start() for m in _HEADING.finditer(self._texts[document])]
            self._starts[document] = found if len(found) > 1 else []
        starts = self._starts[document]
        at = bisect.bisect_right(starts, offset)
        return (starts[at - 1] if at else 0, starts[at] if at < len(starts) else _FAR)

    def headed(self, document: str, number: str) -> list[int]:
        """Where a number is printed in the heading of an agenda item."""
        printed = re.finditer(rf"(?<![\w/-]){re.escape(number)}(?![\w/-])", self._texts[document])
        return [m.start() for m in printed if self._heads(document, m.start())]

    def _heads(self, document: str, offset: int) -> bool:
        """Whether a passage stands in the heading of its agenda item: in its first lines, before a blank one."""
        low, _ = self.matter(document, offset)
        return (
            bool(self._starts[document])
            and low <= offset < low + 300
            and not re.search(r"\n\s*\n", self._texts[document][low:offset])
        )

    def listed(self, document: str, name: str) -> tuple[int, int]:
        """The part of a list of agenda items that is about the item of this name; empty where it is not listed once."""
        items = self.of(document, "agenda_item")
        starts = [f["places"][0][0] for f in items]
        wanted = " ".join(name.split())
        at = [i for i, f in enumerate(items) if " ".join(str(f["value"].get("title_raw")).split()) == wanted]
        if len(at) != 1:
            return (0, 0)
        return (starts[at[0]], starts[at[0] + 1] if at[0] + 1 < len(starts) else _FAR)

    def meeting(self, document: str) -> tuple[str | None, str | None] | None:
        """Day and committee of a document's meeting; None where it tells of none or of several."""
        found = {(f["value"].get("date"), f["value"].get("body")) for f in self.of(document, "meeting")}
        whole = {(d, b) for d, b in found if d and b} or {(d, b) for d, b in found if d}
        return next(iter(whole)) if len(whole) == 1 else None

    def said(self, document: str, low: int, high: int) -> tuple[Said, ...]:
        """Results and votes in a part of a document."""
        found: dict[tuple[str, str], Said] = {}
        for fact in self.of(document, "result", "vote"):
            start, _, quote = fact["places"][0]
            raw = str(fact["value"].get("raw") or quote)
            if low <= start < high:
                found.setdefault((fact["kind"], _plain(raw)), _said(fact, document, raw))
        return tuple(found.values())


def _said(fact: Mapping[str, Any], document: str, raw: str) -> Said:
    start, end, quote = fact["places"][0]
    return Said(kind=fact["kind"], raw=raw, fact=fact["id"], document=document, start=start, end=end, quote=quote)


def held(told: Told, document: str, low: int = 0, high: int = _FAR) -> Iterator[Station]:
    """The meeting of a document as a station, with the results of a part of it."""
    if met := told.meeting(document):
        yield Station(date=met[0], committee=met[1], said=told.said(document, low, high), documents=(document,))


def listed(told: Told, document: str) -> Iterator[Station]:
    """The stations of a paper's own page (Beratungsfolge)."""
    results = told.of(document, "result")
    for fact in told.of(document, "consultation"):
        value, places = fact["value"], set(fact["places"])
        own: Sequence[Said] = [
            _said(r, document, str(r["value"].get("raw") or r["places"][0][2]))
            for r in results
            if len(places & set(r["places"])) > (0 if len(r["places"]) == 1 else 1)
        ]
        yield Station(
            date=value.get("date"), committee=value.get("body"), role=value.get("purpose"), said=tuple(own),
            documents=(document,),
        )  # fmt: skip
