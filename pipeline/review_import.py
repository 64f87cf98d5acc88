"""A filled-in review file into the corpus: all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import InputError
from corpus.exports.reviews import Line, key_of, read_lines, refuse
from corpus.reviewable import Item, corrected, fields_of, items
from corpus.reviews import Review, Target, all_reviews, plain, save_review
from corpus.store import Corpus, canonical, now


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of the lines of a file."""

    saved: int
    unchanged: int
    older: int
    """Given before what the same person said later."""
    blank: int
    """Without a verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    target: Target
    verdict: str
    value: dict[str, Any] | None
    note: str
    at: str


def import_reviews(corpus: Corpus, path: Path, by: str) -> Imported:
    """Save the reviews of a file under a name. Raises InputError that lists every bad line; then nothing is saved.

    A line that says what its reviewer said last is unchanged; so importing a file twice changes nothing.
    """
    if not by.strip():
        raise InputError("--by: expected a name, found none")
    lines = read_lines(path)
    last = {_key(r): r for r in all_reviews(corpus) if r.reviewer == by.strip()}
    there = {key_of(item): item for item in items(corpus)}
    fields = {kind: fields_of(corpus, kind) for kind in {line.key[1] for line in lines if line.cells["verdict"]}}
    given, bad, unchanged, older = [], [], 0, 0
    for line in [line for line in lines if line.cells["verdict"]]:
        try:
            said = _given(line, _there(line, there), fields, by.strip(), last.get(line.key))
        except InputError as e:
            bad.append(f"line {line.number}: {e}")
            continue
        before = last.get(line.key)
        if before is not None and _same(said, before):
            unchanged += 1
        elif before is not None and said.at < before.reviewed_at:
            older += 1
        else:
            given.append(said)
    refuse(path, bad)
    with corpus.db.atomic():
        for g in sorted(given, key=lambda g: g.at):
            save_review(corpus, g.target, g.verdict, by=by, value=g.value, note=g.note, at=g.at)
    blank = sum(not line.cells["verdict"] for line in lines)
    return Imported(saved=len(given), unchanged=unchanged, older=older, blank=blank)


def _key(review: Review) -> tuple[Any, ...]:
    return (*review.target.place, canonical(plain(review.target.value)))


def _there(line: Line, there: Mapping[Any, Item]) -> Item:
    if item := there.get(line.key):
        return item
    now_read = [key[4] for key in there if key[:4] == line.key[:4]]
    found = f"now {' and '.join(now_read)}" if now_read else "none at that passage"
    raise InputError(f"expected a {line.key[1]} that reads {line.key[4]}, found {found}")


def _given(line: Line, item: Item, fields: Mapping[str, Any], by: str, before: Review | None) -> _Given:
    verdict, text = line.cells["verdict"], line.cells.get("corrected", "").strip()
    reviewer = line.cells.get("reviewer", "").strip()
    if reviewer not in ("", by):
        raise InputError(f"reviewer: expected {by!r} (--by) or nothing, found {reviewer!r}")
    if (verdict == "correct") != bool(text):
        expected = "the right value" if verdict == "correct" else f"nothing beside {verdict!r}"
        raise InputError(f"corrected: expected {expected}, found {text!r}")
    value = corrected(item.value, text, fields[item.target.kind]) if text else None
    if value is not None and plain(value) == plain(item.value):
        raise InputError("corrected: expected another value than the one read, found the same")
    at = _time(line.cells.get("reviewed_at", "").strip())
    edited = before is not None and at == before.reviewed_at
    note = line.cells.get("note", "").strip()
    said = _Given(target=item.target, verdict=verdict, value=value, note=note, at=at or now())
    if edited and before is not None and not _same(said, before):
        return _Given(target=item.target, verdict=verdict, value=value, note=note, at=now())
    return said


def _time(text: str) -> str | None:
    """A moment in UTC, to the second; None for none. Raises InputError for another notation or the future."""
    if not text:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError as e:
        raise InputError(f"reviewed_at: expected a time such as {now()}, found {text!r}") from e
    utc = moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    if utc > dt.datetime.now(dt.UTC) + dt.timedelta(minutes=5):
        raise InputError(f"reviewed_at: expected no time in the future, found {text!r}")
    return utc.isoformat(timespec="seconds")


def _same(said: _Given, before: Review) -> bool:
    value = None if before.value is None else plain(before.value)
    mine = None if said.value is None else plain(said.value)
    return (said.verdict, mine, said.note) == (before.verdict, value, before.note)
