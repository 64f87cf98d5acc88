"""Files that a person has, into the corpus: one unit of work per file, in the same order every time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import errno
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import SITE_MARK
from corpus.errors import InputError
from corpus.evidence import Problem
from corpus.store import Corpus, Entry, Given, Source
from corpus.topic import Topic
from pipeline.process import UNREAD, Task, find_body, made_with
from pipeline.readers import MAX_BYTES
from pipeline.workers import entries, prepare


@dataclass(slots=True)
class Summary:
    """What a run did. `problems` are those of this run."""

    read: int = 0
    doubtful: int = 0
    """Of those read: files with a problem listed."""
    same: int = 0
    """Of those read: files with the content of another file, which are one document with it."""
    unchanged: int = 0
    unreadable: int = 0
    facts: int = 0
    records: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What a person asked for besides the files."""

    given: tuple[Given, ...]
    urls: Mapping[str, str]
    ocr: bool


def gather(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Files to ingest with their places: the path relative to the argument given, the name for a single file.

    Hidden files and generated sites are left out. Two files of several arguments that would share a place keep their
    argument's name in front. Bytes of a name that are no UTF-8 are escaped in the place ("\\xfc"). Raises InputError
    for a path that does not exist.
    """
    found: list[tuple[Path, str, str]] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if not p.is_dir())
            sites = {mark.parent for mark in path.rglob(SITE_MARK)}
            inside = (p for p in inside if sites.isdisjoint(p.parents))
            visible = (p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts))
            found += [(p, p.relative_to(path).as_posix(), path.resolve().name) for p in visible]
        elif path.exists() or path.is_symlink():
            found.append((path, path.name, path.resolve().parent.name))
        else:
            raise InputError(f"{path}: expected a file or folder, found nothing there")
    found = list({_real(p): (p, place, root) for p, place, root in found}.values())
    places = [place for _, place, _ in found]
    unique = [(p, place if places.count(place) == 1 else f"{root}/{place}") for p, place, root in found]
    return [(p, _escaped(place)) for p, place in unique]


def _escaped(name: str) -> str:
    """A file's name with bytes that are no UTF-8 as "\\xfc"."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _with_name_told(entry: Entry, path: Path) -> Entry:
    """A file whose name is no UTF-8 is read, but a problem says that its place is not quite its name."""
    source = entry.source
    if _escaped(str(path)) == str(path) or "\\x" not in source.place:
        return entry
    found = "another encoding: it is listed with those bytes escaped (rename the file)"
    expected = "file: a name in UTF-8"
    problem = Problem(stage="read", place=source.place, expected=expected, found=found, file_sha256=source.sha256)
    return dataclasses.replace(entry, problems=[*entry.problems, problem])


def _real(path: Path) -> Path:
    """The file behind a path; the path itself where links lead nowhere or in a circle."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):
        return path.absolute()


def ingest(
    corpus: Corpus,
    files: Sequence[tuple[Path, str]],
    topic: Topic,
    *,
    given: Sequence[Given] = (),
    urls: Mapping[str, str] | None = None,
    jobs: int | None = None,
    ocr: bool = False,
    done: Callable[[str], None] = lambda place: None,
) -> Summary:
    """Read the files into the corpus; those that it already holds, read by the same versions, are passed over.

    `urls` gives a file's own address by its place. `ocr` has text of pages that are pictures recognised; a file that
    was once read so is read so again. `done` is told each place when its file is in. A problem never stops the run;
    only a bug (EvidenceError) does.
    """
    summary = Summary()
    prepare(len(files) - corpus.query("select count(*) n from snapshot")[0]["n"], jobs)
    names = {place: path for path, place in files}
    wanted = _Wanted(given=tuple(given), urls=urls or {}, ocr=ocr)
    tasks = _tasks(corpus, files, topic, summary, wanted, done)
    for entry in (_with_name_told(e, names[e.source.place]) for e in entries(tasks, topic, jobs)):
        others = corpus.query(
            "select 1 from snapshot where sha256 = ? and place <> ?", entry.source.sha256, entry.source.place
        )
        corpus.save(entry)
        summary.same += entry.document is not None and bool(others)
        summary.read += entry.document is not None
        summary.doubtful += entry.document is not None and bool(entry.problems)
        summary.unreadable += entry.document is None
        summary.facts += len(entry.facts)
        summary.records += len(entry.records)
        summary.problems += entry.problems
        unread = any(p.stage == "extract" for p in entry.problems)
        done(f"{entry.source.place}: {UNREAD}" if unread else entry.source.place)
    return summary


def _tasks(
    corpus: Corpus,
    files: Sequence[tuple[Path, str]],
    topic: Topic,
    summary: Summary,
    wanted: _Wanted,
    done: Callable[[str], None],
) -> Iterator[Task]:
    for path, place in files:
        try:
            raw = _bytes(path)
        except OSError as e:
            entry = _refused(place, "a readable file", e.strerror or str(e))
        except InputError as e:
            entry = _refused(place, f"at most {MAX_BYTES // 2**20} MB", str(e))
        else:
            digest = corpus.keep(raw)
            given = wanted.given or corpus.given(digest)
            ocr = _recognising(corpus, digest, asked=wanted.ocr)
            task = Task(raw=raw, place=place, url=wanted.urls.get(place), given=given, ocr=ocr)
            source = Source(place=place, sha256=digest, size=len(raw), media_type="unknown", url=task.url)
            if corpus.is_current(source, made_with(topic, task)):
                summary.unchanged += 1
                done(place)
            else:
                yield task
            continue
        corpus.save_problems(place, entry)
        summary.unreadable += 1
        summary.problems += entry
        done(place)


def _recognising(corpus: Corpus, digest: str, *, asked: bool) -> bool:
    """Whether recognition has a say in a file: it was done before, or is asked for and the file may have pictures."""
    columns = "recognised_pages <> '[]' as done, unreadable_pages <> '[]' as lacking"
    rows = corpus.query(f"select {columns} from document where id = ?", digest)
    return bool(rows[0]["done"] or (asked and rows[0]["lacking"])) if rows else asked


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise OSError(errno.EINVAL, "a broken link" if path.is_symlink() else "no regular file (a pipe or device)")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise InputError(f"{size / 2**20:.1f} MB ({size} bytes)")
    return path.read_bytes()


def _refused(place: str, expected: str, found: str) -> list[Problem]:
    return [Problem(stage="read", place=place, expected=f"file: {expected}", found=found)]


def check_given(given: Sequence[Given]) -> None:
    """Refuse what a person cannot have meant. Raises InputError."""
    for g in given:
        if g.field == "municipality":
            find_body(g.value)
        if g.field == "date":
            try:
                day = dt.date.fromisoformat(g.value)
            except ValueError as e:
                raise InputError(f"--date {g.value}: expected a day of the calendar as YYYY-MM-DD, found: {e}") from e
            if not 1945 <= day.year <= dt.date.today().year + 5:
                raise InputError(f"--date {g.value}: expected the day of a meeting, found the year {day.year}")


def check_url(url: str) -> None:
    """Refuse what is no address of a page. Raises InputError."""
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", url):
        raise InputError(f"--url {url}: expected an address that begins with http:// or https://, found another text")
