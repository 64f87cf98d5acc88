"""What a visit leaves in the corpus: page, records, facts, where to go on and when to come again; in one go."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from corpus import frontier
from corpus.errors import FetchError
from corpus.evidence import Problem
from corpus.frontier import PRIORITY, Address, Visit
from corpus.store import Corpus
from pipeline import dropped, moves, revisit
from pipeline.focus import MATTERS, MEETINGS, choose, day_of
from pipeline.paging import within_limits
from pipeline.visit import Outcome, Piece, Plan, is_temporary
from scrapers.address import host_of
from scrapers.page import Start
from scrapers.polite import HostPaused

NEVER = 1e18
"""Temporary documents are fetched with their page only."""


def settle(corpus: Corpus, outcome: Outcome, now: float) -> list[Problem]:
    """Write what a visit gave; returns its problems. `now` in seconds since 1970."""
    for piece in outcome.pieces:
        corpus.keep(piece.raw)
    with corpus.db.atomic():
        if outcome.error is not None:
            return _error(corpus, outcome.visit, outcome.error, now)
        if outcome.failure is not None:
            return _failed(corpus, outcome.visit, outcome.failure, now)
        moved = moves.is_moved(outcome)
        if moved and moves.away(corpus, outcome, now):
            return []
        problems = _changed(corpus, outcome, now) if outcome.pieces else _unchanged(corpus, outcome, now)
        if moved:
            moves.note(corpus, outcome)
        else:
            moves.settled(corpus, outcome, now)
        return problems


def seed(corpus: Corpus, plan: Plan, starts: Sequence[Start]) -> None:
    """Note the lists that a site begins with."""
    with corpus.db.atomic():
        frontier.add(
            corpus,
            (
                Address(
                    site=plan.site.ags,
                    url=start.url,
                    kind=start.kind,
                    host=str(host_of(start.url)),
                    found_on=plan.start,
                    day=start.last.isoformat() if start.last else None,
                    whole=plan.focus.everything,
                    priority=PRIORITY["list"],
                )
                for start in starts
            ),
        )


def _unchanged(corpus: Corpus, outcome: Outcome, now: float) -> list[Problem]:
    visit = outcome.visit
    corpus.db.execute("delete from problem where place = ? and stage = 'fetch'", [visit.url])
    frontier.revive(corpus, visit.site, visit.url)
    due = revisit.next_visit(visit.kind, visit.day, now)
    frontier.remember(corpus, visit, next_visit=due, **_good(now), **_validators(outcome))
    return []


def _changed(corpus: Corpus, outcome: Outcome, now: float) -> list[Problem]:
    visit, plan = outcome.visit, outcome.plan
    pages, files = plan.versions()
    ended: list[Problem] = []
    day = visit.day
    if outcome.reading is not None and visit.kind not in ("file", "attachment"):
        known = frontier.known(corpus, visit.site, visit.url) or visit
        seen = day_of(outcome.reading)
        day = max(filter(None, (seen, known.day)), default=None) if seen else known.day
        ended = _go_on(corpus, outcome, dataclasses.replace(known, day=day))
    problems, before = list(ended), dropped.named(corpus, visit)
    dropped.look_at_changed(corpus, outcome)
    for number, piece in enumerate(outcome.pieces):
        problems += piece.entry.problems
        if number == 0:
            _save(corpus, visit, piece)
            if ended:
                corpus.save_problems(visit.url, [*piece.entry.problems, *ended])
        else:
            _save_temporary(corpus, outcome, piece, files, now)
    if not moves.is_moved(outcome):  # else all ids may be others, and the old ones lead to the new host too
        dropped.look_for(corpus, outcome, before, now)
    asked = outcome.response is not None  # else only the reader is another, and the time of the next visit stays
    if asked:
        frontier.revive(corpus, visit.site, visit.url)
    frontier.remember(
        corpus,
        visit,
        sha256=outcome.pieces[0].entry.source.sha256,
        fingerprint=outcome.fingerprint,
        read_by=files if visit.kind in ("file", "attachment") else pages,
        day=day,
        **({"next_visit": revisit.next_visit(visit.kind, day, now), **_good(now)} if asked else {}),
        **_validators(outcome),
    )
    return problems


def _save(corpus: Corpus, visit: Visit, piece: Piece) -> None:
    """Save bytes in place of the address's former ones; of several addresses with the same bytes the least counts."""
    digest = piece.entry.source.sha256
    frontier.supersede(corpus, visit, digest)
    other = frontier.owner(corpus, visit.site, visit.url, digest)
    if other is not None and other < visit.url:
        corpus.save_source(piece.entry.source)
        corpus.save_problems(visit.url, piece.entry.problems)
    else:
        corpus.save(piece.entry)


def _save_temporary(corpus: Corpus, outcome: Outcome, piece: Piece, version: str, now: float) -> None:
    source, page = piece.entry.source, outcome.visit
    address = Address(site=page.site, url=source.place, kind="attachment", host=page.host, found_on=page.url,
                      day=page.day, depth=page.depth + 1, priority=PRIORITY["file"])  # fmt: skip
    frontier.add(corpus, [address])
    known = frontier.known(corpus, page.site, source.place)
    if known is not None:
        _save(corpus, known, piece)
        good = {"sha256": source.sha256, "read_by": version, "next_visit": NEVER}
        frontier.remember(corpus, known, **good, **_good(now))


def _go_on(corpus: Corpus, outcome: Outcome, visit: Visit) -> list[Problem]:
    """Note where to go on, and what a list no longer names; problems where a list is ended."""
    plan, reading = outcome.plan, outcome.reading
    if reading is None:
        return []
    chosen = choose(reading, plan.focus, whole=visit.whole, day=visit.day)
    own = [w for w in chosen if plan.holds(w.url) and not is_temporary(w.url)]
    wanted, problems = within_limits(corpus, visit, reading, own)
    frontier.add(
        corpus,
        (
            Address(
                site=visit.site,
                url=w.url.partition("#")[0],
                kind=w.kind,
                host=str(host_of(w.url)),
                found_on=visit.url,
                day=w.day,
                whole=w.whole,
                depth=visit.depth + 1,
                priority=_priority(w.kind),
            )
            for w in wanted
        ),
    )
    if outcome.response is not None:
        named = {f.url.partition("#")[0] for f in reading.follows}
        frontier.unlist(corpus, visit.site, visit.url, named)
    return problems


def _priority(kind: str) -> int:
    group = "file" if kind == "file" else "page" if kind in MATTERS else "meeting" if kind in MEETINGS else "list"
    return PRIORITY[group]


def _good(now: float) -> dict[str, object]:
    return {"visited_at": now, "status": 200, "failures": 0, "absences": 0, "absent_since": None, "said": None}


def _validators(outcome: Outcome) -> dict[str, object]:
    response = outcome.response
    if response is None or response.not_modified:
        return {}
    return {"etag": response.header("ETag"), "last_modified": response.header("Last-Modified")}


def _error(corpus: Corpus, visit: Visit, error: FetchError, now: float) -> list[Problem]:
    problem = Problem(stage="fetch", place=visit.url, expected=f"page of kind {visit.kind}", found=_what(error))
    if isinstance(error, HostPaused) and error.status != 403:
        return [problem]
    if error.status in (404, 410):
        return _missing(corpus, visit, error.status, problem, now)
    refused = error.status is None and ("robots.txt" in error.why or "reserved" in error.why)
    due = now + revisit.AFTER_REFUSAL if refused else revisit.after_failure(visit.failures + 1, now)
    return _note(corpus, visit, problem, due, now, status=error.status)


def _missing(corpus: Corpus, visit: Visit, status: int | None, problem: Problem, now: float) -> list[Problem]:
    """A page that is not there: missed if it was there before, else a dead link."""
    if visit.sha256 is None:
        return _note(corpus, visit, problem, now + revisit.DEAD_LINK, now, status=status)
    count, since = visit.absences + 1, visit.absent_since or now
    late = count >= revisit.ABSENCES and now - since >= revisit.ABSENT_FOR
    due = now + (revisit.LONG_GONE if late else revisit.AFTER_ABSENCE)
    changes = {"absences": count, "absent_since": since, "status": status}
    return _note(corpus, visit, problem, due, now, **changes)


def _failed(corpus: Corpus, visit: Visit, problem: Problem, now: float) -> list[Problem]:
    """A page that came but is not what it was. If its list no longer names it either, it is missed."""
    if visit.unlisted and visit.sha256 is not None:
        return _missing(corpus, visit, 200, problem, now)
    return _note(corpus, visit, problem, revisit.after_failure(visit.failures + 1, now), now, status=200)


def _note(corpus: Corpus, visit: Visit, problem: Problem, due: float, now: float, **changes: object) -> list[Problem]:
    corpus.save_problems(visit.url, [problem])
    said = {"said": problem.found, "failures": visit.failures + 1, "visited_at": now, "next_visit": due}
    frontier.remember(corpus, visit, **said, **changes)
    return [problem]


def _what(error: FetchError) -> str:
    return error.why + (f" (HTTP {error.status})" if error.status is not None else "")
