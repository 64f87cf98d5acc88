"""The frontier: which addresses a crawl knows, when each is due, and what it remembers of its visits.

Every change of a visit belongs into one transaction with what the page gave (`Corpus.db.atomic`), so that a crawl can
be killed at any moment: what it knows is what it has written. Moments are seconds since 1970.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.store import Corpus

PRIORITY = {"list": 10, "meeting": 20, "page": 30, "file": 40}
"""Order of visits by group: lists first, files last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A page to visit: where it is, what is expected there, and how it was found."""

    site: str
    url: str
    kind: str
    host: str
    found_on: str | None = None
    day: str | None = None
    """Day of the meeting that the page belongs to, or the last day that a list tells of; None if not known."""
    whole: bool = False
    """Whether everything that the page leads to is wanted, rather than what the topic mentions."""
    depth: int = 0
    """Links from a start address."""
    priority: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Address):
    """A known address with what earlier visits left."""

    next_visit: float = 0.0
    visited_at: float | None = None
    etag: str | None = None
    last_modified: str | None = None
    fingerprint: str | None = None
    sha256: str | None = None
    """SHA-256 of the bytes that the corpus holds for it."""
    read_by: str | None = None
    """Version of everything that read those bytes and chose where to go on."""
    said: str | None = None
    """Why the last visit gave nothing, in words; None if it gave something."""
    status: int | None = None
    failures: int = 0
    absences: int = 0
    absent_since: float | None = None
    unlisted: bool = False
    """Whether the list that it was found on no longer names it."""
    charset: str | None = None
    """What the server declared of the bytes that the corpus holds. Not stored: it is in their headers."""


def add(corpus: Corpus, addresses: Iterable[Address]) -> None:
    """Note addresses. A known one is made due at once where more of it is wanted now than before."""
    for a in addresses:
        known = corpus.query("select whole, day from frontier where site = ? and url = ?", a.site, a.url)
        if not known:
            row = {name: getattr(a, name) for name in Address.__dataclass_fields__}
            fresh = {"whole": int(a.whole), "next_visit": 0.0, "failures": 0, "absences": 0, "unlisted": 0}
            corpus.db.table("frontier").insert(row | fresh)
            continue
        change: dict[str, Any] = {"unlisted": 0}
        if a.whole and not known[0]["whole"]:
            change |= {"whole": 1, "read_by": ""}
        if a.day and (not known[0]["day"] or a.day > known[0]["day"]):
            change["day"] = a.day
        corpus.db.table("frontier").update((a.site, a.url), change)


def due(corpus: Corpus, sites: Mapping[str, tuple[str, str]], host: str, now: float) -> Visit | None:
    """The host's next address among these sites. `sites` gives the versions that a page and a file are to be read by.

    An address is due when its time has come, or when the bytes that the corpus holds were read by other versions.
    """
    found: list[dict[str, Any]] = []
    for site, (pages, files) in sites.items():
        found += corpus.query(
            """select * from frontier where site = ? and host = ? and (next_visit <= ? or (sha256 is not null
               and coalesce(read_by, '') <> case when kind in ('file', 'attachment') then ? else ? end))
               order by priority, url limit 1""",
            site,
            host,
            now,
            files,
            pages,
        )
    row = min(found, key=lambda r: (r["priority"], r["site"], r["url"]), default=None)
    return _visit(row) if row else None


def all_due(corpus: Corpus, site: str, now: float) -> list[Visit]:
    """All addresses of a site whose time has come, in the order of their visits."""
    rows = corpus.query("select * from frontier where site = ? and next_visit <= ? order by priority, url", site, now)
    return [_visit(row) for row in rows]


def hosts(corpus: Corpus, site: str, found_on: str | None = None) -> list[str]:
    """All hosts with an address of a site, or of those found on one of its pages."""
    sql = "select distinct host from frontier where site = ?"
    more = " and found_on = ?" if found_on is not None else ""
    rows = corpus.query(f"{sql}{more} order by host", site, *([found_on] if found_on is not None else []))
    return [row["host"] for row in rows]


def known(corpus: Corpus, site: str, url: str) -> Visit | None:
    """What is remembered of an address, None if it is new."""
    rows = corpus.query("select * from frontier where site = ? and url = ?", site, url)
    return _visit(rows[0]) if rows else None


def remember(corpus: Corpus, visit: Visit, **changes: Any) -> None:
    """Change what is remembered of an address; the columns are those of `Visit`."""
    corpus.db.table("frontier").update((visit.site, visit.url), changes)


def unlist(corpus: Corpus, site: str, found_on: str, still: Collection[str]) -> int:
    """Mark what a list named before and no longer does, and make it due at once; how many. `still` is what it names."""
    rows = corpus.query(
        "select url from frontier where site = ? and found_on = ? and kind <> 'file' and not unlisted", site, found_on
    )
    gone = [row["url"] for row in rows if row["url"] not in still]
    for url in gone:
        corpus.db.table("frontier").update((site, url), {"unlisted": 1, "next_visit": 0.0})
    return len(gone)


def owner(corpus: Corpus, site: str, url: str, sha256: str) -> str | None:
    """The least other address that holds these bytes: of several it is the one whose reading counts."""
    rows = corpus.query(
        "select min(url) as url from frontier where sha256 = ? and not (site = ? and url = ?)", sha256, site, url
    )
    found = rows[0]["url"]
    return str(found) if found is not None else None


def supersede(corpus: Corpus, visit: Visit, sha256: str) -> None:
    """Withdraw what the address's former bytes gave, unless they still stand at another place. The bytes are kept."""
    old = visit.sha256
    if old is None or old == sha256 or owner(corpus, visit.site, visit.url, old) is not None:
        return
    elsewhere = corpus.query(
        """select 1 from snapshot s where s.sha256 = ? and s.place <> ?
           and not exists (select 1 from frontier f where f.url = s.place) limit 1""",
        old,
        visit.url,
    )
    if not elsewhere:
        corpus.withdraw(old)


def absent(corpus: Corpus, site: str, *, least: int, before: float) -> list[Visit]:
    """Addresses that were looked for in vain `least` times, first before a moment, and have no tombstone yet."""
    rows = corpus.query(
        """select * from frontier f where site = ? and absences >= ? and absent_since <= ? and sha256 is not null
           and not exists (select 1 from tombstone t where t.site = f.site and t.url = f.url) order by url""",
        site,
        least,
        before,
    )
    return [_visit(row) for row in rows]


def bury(corpus: Corpus, visits: Sequence[Visit], at: float) -> None:
    """Set tombstones: the pages have vanished. What they gave stays in the corpus."""
    for v in visits:
        reason = f"HTTP {v.status}" if v.status in (404, 410) else "no longer listed, and its page shows an error"
        row = {"site": v.site, "url": v.url, "kind": v.kind, "sha256": v.sha256, "reason": reason, "at": day(at)}
        corpus.db.table("tombstone").insert(row, ignore=True)


def revive(corpus: Corpus, site: str, url: str) -> None:
    """Take a tombstone away: the page is there again."""
    corpus.db.execute("delete from tombstone where site = ? and url = ?", [site, url])


def pages_held(corpus: Corpus, site: str) -> int:
    """How many addresses of a site the corpus holds bytes of."""
    rows = corpus.query("select count(*) as n from frontier where site = ? and sha256 is not null", site)
    return int(rows[0]["n"])


def pauses(corpus: Corpus) -> dict[str, tuple[float, int, int]]:
    """Hosts that are to be left alone: until when, refusals and trips since the last good answer."""
    rows = corpus.query("select host, until, refusals, trips from host_pause order by host")
    return {row["host"]: (row["until"], row["refusals"], row["trips"]) for row in rows}


def keep_pauses(corpus: Corpus, found: Mapping[str, tuple[float, int, int]], asked: Collection[str]) -> None:
    """Write the pauses of hosts; those of the hosts asked in this run are replaced."""
    with corpus.db.atomic():
        for host in {*asked, *found}:
            corpus.db.execute("delete from host_pause where host = ?", [host])
        for host, (until, refusals, trips) in found.items():
            row = {"host": host, "until": until, "refusals": refusals, "trips": trips}
            corpus.db.table("host_pause").insert(row)


def tried(corpus: Corpus, site: str, at: float, *, succeeded: bool, said: str | None = None) -> None:
    """Note that a site was crawled: when, whether its start page could be had, and what stood in the way."""
    old = corpus.query("select succeeded_at from site_visit where site = ?", site)
    before = old[0]["succeeded_at"] if old else None
    row = {"site": site, "tried_at": day(at), "succeeded_at": day(at) if succeeded else before, "said": said}
    # Not `upsert`: its probe of SQLite creates a table and drops it in two transactions; a kill between leaves it.
    corpus.db.table("site_visit").insert(row, replace=True)


def day(moment: float) -> str:
    """A moment in UTC, ISO 8601, to the second."""
    return dt.datetime.fromtimestamp(moment, dt.UTC).isoformat(timespec="seconds")


def _visit(row: Mapping[str, Any]) -> Visit:
    return Visit(**{**row, "whole": bool(row["whole"]), "unlisted": bool(row["unlisted"])})
