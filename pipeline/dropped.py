"""Meetings and papers that a list told of and no longer does, where no other page tells of them.

A list that drops something without a word may be broken: an outage is not a deletion. OParl gives every object an
address of its own, so that is visited, and what is still there stays. Other lists have no such address for what they
tell: their entry is gone from the records until a list shows it again, and a problem says so. The bytes are kept.

An agenda that tells of an item otherwise than before (another number, a result) makes the item's own page due at once,
or the two would contradict each other until its time has come.
"""

from __future__ import annotations

from corpus import frontier
from corpus.evidence import Problem
from corpus.frontier import PRIORITY, Address, Visit
from corpus.model import AgendaItem
from corpus.records import claim, record_id
from corpus.store import Corpus
from pipeline.focus import keys
from pipeline.visit import Outcome, Plan
from scrapers.address import host_of

_TABLES = {"Meeting": "meeting", "Paper": "paper"}
_NEVER = 1e18
_LISTED = "its list tells of it"

Key = tuple[str, str]
"""Type and id of a record."""


def named(corpus: Corpus, visit: Visit) -> set[Key]:
    """The meetings and papers that the bytes told of which the corpus holds for a list."""
    rows = corpus.query("select type, id from record where document_id = ?", visit.sha256)
    return {(row["type"], row["id"]) for row in rows if row["type"] in _TABLES}


def look_for(corpus: Corpus, outcome: Outcome, before: set[Key], now: float) -> None:
    """After a list was read: what it tells of again needs no visit of its own; what it dropped is looked for."""
    visit, plan, reading = outcome.visit, outcome.plan, outcome.reading
    if reading is None or not (reading.vendor == "oparl" or reading.kind == "calendar"):
        return
    told = {(type(row.record).__name__, record_id(row.record)) for row in reading.rows}
    for key in sorted(told):
        if key[0] in _TABLES and key[1] != visit.url:
            _found_again(corpus, plan, key, now)
    for type_, id_ in sorted(before - told):
        if id_ in reading.deleted or id_ == visit.url or _is_told(corpus, plan, type_, id_):
            continue
        if reading.vendor == "oparl" and plan.holds(id_):
            _visit_itself(corpus, visit, _TABLES[type_], id_)
            continue
        found = (
            f"not there any more, and on no other page; its records are withdrawn until a list names it ({visit.url})"
        )
        problem = Problem(stage="check", place=_place(plan, type_, id_), expected="what the list named", found=found)
        corpus.save_problems(problem.place, [problem])


def look_at_changed(corpus: Corpus, outcome: Outcome) -> None:
    """Before an agenda is written: make the pages of items due of which it says something else than before."""
    visit, reading = outcome.visit, outcome.reading
    if visit.sha256 is None or reading is None or outcome.response is None:
        return
    rows = corpus.query("select value from record where document_id = ? and type = 'AgendaItem'", visit.sha256)
    before = {row["value"] for row in rows}
    items = [row.record for row in reading.rows if isinstance(row.record, AgendaItem)]
    changed = {item.id for item in items if item.id and claim(item) not in before}
    for url in {f.url.partition("#")[0] for f in reading.follows if f.kind == "item" and keys(f.url) & changed}:
        if url != visit.url:
            corpus.db.execute("update frontier set next_visit = 0 where site = ? and url = ?", [visit.site, url])


def still_missing(corpus: Corpus, plan: Plan) -> list[Problem]:
    """What the lists of a site dropped, at the end of a crawl: another list may have named it since."""
    starts = tuple(_place(plan, type_, "") for type_ in _TABLES)
    rows = corpus.query("select place, expected, found from problem where stage = 'check' order by place")
    return [Problem(stage="check", **row) for row in rows if row["place"].startswith(starts)]


def _place(plan: Plan, type_: str, id_: str) -> str:
    return f"{plan.start} {_TABLES[type_]} {id_}"


def _is_told(corpus: Corpus, plan: Plan, type_: str, id_: str) -> bool:
    """Whether some page still tells of it."""
    rows = corpus.query(f"select 1 from {_TABLES[type_]} where body_id = ? and id = ?", plan.body.id, id_)
    return bool(rows)


def _visit_itself(corpus: Corpus, visit: Visit, kind: str, url: str) -> None:
    """Make an object's own address due, after all lists: another page of the list may tell of it by then."""
    address = Address(site=visit.site, url=url, kind=kind, host=str(host_of(url)), found_on=visit.url, day=visit.day,
                      whole=visit.whole, depth=visit.depth + 1, priority=PRIORITY["file"])  # fmt: skip
    frontier.add(corpus, [address])
    known = frontier.known(corpus, visit.site, url)
    if known is not None and known.said == _LISTED:
        frontier.remember(corpus, known, next_visit=0.0, said=None)


def _found_again(corpus: Corpus, plan: Plan, key: Key, now: float) -> None:
    """A list tells of it: forget that it was missed, and what its own address gave meanwhile."""
    corpus.db.execute("delete from problem where place = ?", [_place(plan, *key)])
    known = frontier.known(corpus, plan.site.ags, key[1])
    if known is None or known.kind not in _TABLES.values() or known.said == _LISTED:
        return
    corpus.db.execute("delete from problem where place = ?", [known.url])
    nothing = {"sha256": None, "fingerprint": None, "etag": None, "last_modified": None, "read_by": None}
    seen = {"said": _LISTED, "visited_at": now, "next_visit": _NEVER}
    frontier.remember(corpus, known, **nothing, **seen, failures=0, absences=0, absent_since=None)
    frontier.supersede(corpus, known, "")
    frontier.revive(corpus, plan.site.ags, known.url)
