"""The day of every document, and in lists of meetings or papers the day of every entry.

A document's own day goes before all. A file that a page lists has the day of what it belongs to, and so has a page that
describes only parts of one meeting or paper. In a list (OParl, a calendar) each entry has its own day, and nothing has
the day of another entry. Two possible days mean none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.names import page_key
from corpus.owners import OWNERS, Day, Key, Owner, Records, records_of
from corpus.store import Corpus

_LIST = re.compile(r"(?:\A|\n)(?:(?:data|meetings):\n(?P<deep>  - )|\A(?P<flat>- ))(?=[A-Za-z_]\w*:)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a list: its place in the document's text (half-open), and its day."""

    start: int
    end: int
    day: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What is known of a document's day, and of what it belongs to."""

    day: Day | None = None
    entries: tuple[Entry, ...] | None = None
    """Of a list; then `day` is the last of them. A calendar in HTML has no places of entries: an empty tuple."""
    owner: Owner | None = None
    owners: tuple[Owner, ...] = ()
    """What the entries of a list are, or the parts of a page."""

    def day_at(self, offset: int) -> Day | None:
        """The day of what stands at an offset: of the document, or of the entry of a list; None if not known."""
        if self.entries is None:
            return self.day
        return next((e.day for e in self.entries if e.start <= offset < e.end), None)

    @property
    def span(self) -> tuple[str, str] | None:
        """First and last day of a list's entries; None for anything else."""
        if self.entries is None:
            return None
        found = sorted(o.day.date for o in self.owners if o.day)
        return (found[0], found[-1]) if found else None


def days(corpus: Corpus) -> dict[str, Dated]:
    """Every document with its day, by SHA-256 of its file."""
    records = records_of(corpus)
    urls: dict[str, list[str]] = defaultdict(list)
    for row in corpus.query("select sha256, url from snapshot where url is not null order by url"):
        urls[row["sha256"]].append(row["url"])
    rows = corpus.query("select id, body_id, date, page_kind, media_type, text from document order by id")
    return {row["id"]: _dated(row, urls[row["id"]], records) for row in rows}


def _dated(row: Mapping[str, Any], urls: Sequence[str], records: Records) -> Dated:
    own = Day(date=row["date"], basis="own") if row["date"] else None
    if row["media_type"] == "application/json" and len(places := entries(row["text"])) > 1:
        listed = tuple(_entries(row, places, records))
        if len({e.day for e in listed if e.day}) > 1 or row["page_kind"] in ("calendar", "meeting"):
            return _list(row, listed, records, own)
    if row["page_kind"] == "calendar":
        return _list(row, (), records, own)
    if files := [f for url in urls for f in records.files.get(url, ())]:
        return _file(files, records, own)
    about = list(_keys_of_page(row, urls, records))
    if not any(records.day(key) for key in about):  # a page that prints no id is known by its address to others
        about = [key for url in urls for key in records.at.get(page_key(url), ()) if records.day(key)] or about
    keys = list(dict.fromkeys(records.meeting_of(key) for key in about))
    return _belonging(keys, records, own, None)


def _file(files: Sequence[Mapping[str, Any]], records: Records, own: Day | None) -> Dated:
    """A file that pages list. Of one that several items of the same paper list, the paper is the owner."""
    keys = list(dict.fromkeys(key for f in files if (key := records.owner_of_file(f))))
    if len(keys) > 1 and (paper := records.paper_of(keys)):
        keys = [paper]
    names = {str(f["value"]["name"]) for f in files if f["value"].get("name")}
    return _belonging(keys, records, own, next(iter(names)) if len(names) == 1 else "")


def _belonging(keys: Sequence[Key], records: Records, own: Day | None, file: str | None) -> Dated:
    owners = tuple(records.owner(key, file) for key in keys)
    found = {owner.day for owner in owners}
    day = next(iter(found)) if len(found) == 1 else None
    return Dated(day=own or day, owner=owners[0] if len(owners) == 1 else None, owners=owners)


def _list(row: Mapping[str, Any], listed: tuple[Entry, ...], records: Records, own: Day | None) -> Dated:
    last = max((e.day.date for e in listed if e.day), default=None)
    day = own or next((e.day for e in listed if e.day and e.day.date == last), None)
    here = [r for r in records.by_page.get(row["id"], ()) if r["type"] in ("Meeting", "Paper")]
    kinds = {r["type"] for r in here}
    type_ = "Meeting" if "Meeting" in kinds else "Paper"
    keys = dict.fromkeys((type_, r["body_id"], r["id"]) for r in here if r["type"] == type_)
    return Dated(day=day, entries=listed, owners=tuple(records.owner(key) for key in keys))


def _keys_of_page(row: Mapping[str, Any], urls: Sequence[str], records: Records) -> Iterator[Key]:
    """What a page is about: the paper that has its address, else all its papers; else its meetings and items.

    A page that only lists files is about what these belong to.
    """
    told = records.by_page.get(row["id"], ())
    here = [r for r in told if r["type"] in OWNERS]
    if not here:
        yield from filter(None, (records.owner_of_file(r) for r in told if r["type"] == "File"))
    paper = row["page_kind"] in ("paper", "consultations")
    fitting = [r for r in here if (r["type"] == "Paper") == paper]
    own = [r for r in fitting if r["value"].get("url") in urls]
    for r in own if own and paper else fitting:
        yield (r["type"], r["body_id"], r["id"])


def entries(text: str) -> list[tuple[int, int]]:
    """Places of the entries of a JSON list in its text (corpus/json_text.py): of a bare list, or of `data`, `meetings`.

    A line of a value may look like the start of an entry; what it cuts off has no id of its own, and so no day.
    """
    found = _LIST.search(text)
    if found is None:
        return []
    dash = found["deep"] or found["flat"]
    first = found.start("deep") if found["deep"] else found.start("flat")
    starts = [first, *(m.start() + 1 for m in re.compile(rf"\n{dash}(?=[A-Za-z_]\w*:)").finditer(text, first))]
    after = re.compile(r"\n(?=\S)").search(text, starts[-1]) if found["deep"] else None
    return list(zip(starts, [*starts[1:], after.start() if after else len(text)], strict=True))


def _entries(row: Mapping[str, Any], places: Sequence[tuple[int, int]], records: Records) -> Iterator[Entry]:
    """Each entry with the day of the record that has its id."""
    known: dict[str, list[Key]] = defaultdict(list)
    for r in records.by_page.get(row["id"], ()):
        known[r["id"]].append((r["type"], r["body_id"], r["id"]))
        if r["type"] == "File" and (key := records.owner_of_file(r)):
            known[r["id"]][-1] = key
    for start, end in places:
        ids = _ids(row["text"][start:end])
        found = {day for key in known.get(ids[0], ()) if (day := records.day(key))} if len(ids) == 1 else set()
        yield Entry(start=start, end=end, day=next(iter(found)) if len(found) == 1 else None)


def _ids(entry: str) -> list[str]:
    """The ids that an entry prints at its own level."""
    indent = len(entry) - len(entry.lstrip(" "))
    own = rf"(?:\A {{{indent}}}- |^ {{{indent + 2}}})(?:id|siNr): (.+)$"
    return re.findall(own, entry, re.M)
