"""One visit of one address: ask for it, see whether it changed, read it. Runs in its host's thread; writes nothing."""

from __future__ import annotations

import dataclasses
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from corpus.charset import is_followed
from corpus.errors import FetchError
from corpus.evidence import Problem, sha256
from corpus.frontier import Visit
from corpus.model import Body, File
from corpus.store import Entry
from pipeline.focus import Focus
from pipeline.process import Task, made_with, process_page
from scrapers.address import host_of
from scrapers.fetch import Fetcher, HostPaused, Response
from scrapers.page import PageReading, Vendor
from scrapers.site import Site
from scrapers.volatile import VOLATILE, fingerprint

_READING = threading.Lock()
"""Pages are read one at a time: the PDF library cannot do more, and nothing would be gained."""
_SESSION_LINK = re.compile(r"___tmp/|-(?:attachment|cell)-link\b")
"""Links that only work in the session that showed them (ALLRIS)."""
_WICKET = re.compile(rb'"u":"([^"]*si010[^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A site as one crawl treats it."""

    site: Site
    focus: Focus
    start: str
    """The start address."""
    bases: tuple[str, ...]
    """All addresses that are its own: current, older, OParl."""
    shared: frozenset[str] = frozenset()
    """Hosts (as text) that other sites use too: there only what lies below a base is its own."""
    vendor: Vendor | None = None
    """The product, once the start page has shown it."""

    @property
    def body(self) -> Body:
        """Whose site it is."""
        return Body(id=self.site.ags, name=self.site.name, population=self.site.population)

    @property
    def volatile(self) -> str:
        """The list of volatile parts to use."""
        name = self.vendor.name if self.vendor else self.site.vendor
        return "sessionnet" if name.startswith("sessionnet") else name if name in VOLATILE else self.site.vendor

    def versions(self) -> tuple[str, str]:
        """By what a page and a file are read now."""
        task = Task(raw=b"", place="", body=self.body, ocr=self.focus.ocr)
        made = made_with(self.focus.topic, task)
        return sha256(made + self.focus.version)[:16], made

    def holds(self, url: str) -> bool:
        """Whether an address is the site's own: on one of its hosts and, where others use it too, below its base."""
        try:
            host = host_of(url)
        except FetchError:
            return False
        for base in self.bases:
            folder = urlsplit(base).path.rpartition("/")[0] + "/"
            below = urlsplit(url).path.casefold().startswith(folder.casefold())
            if host_of(base) == host and (str(host) not in self.shared or below):
                return True
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Bytes and what they gave: the page, or one of its temporary documents."""

    raw: bytes
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a visit gave. Without pieces and failure the page is as it was."""

    plan: Plan
    visit: Visit
    response: Response | None = None
    """None if nothing was asked for, because only the reader is another."""
    fingerprint: str | None = None
    pieces: tuple[Piece, ...] = ()
    reading: PageReading | None = None
    failure: Problem | None = None
    error: FetchError | None = None


def look(fetcher: Fetcher, plan: Plan, visit: Visit, stored: Callable[[str], bytes | None], *, due: bool) -> Outcome:
    """Visit an address. If it is not `due`, only the bytes that the corpus holds are read anew."""
    kept = stored(visit.sha256) if visit.sha256 else None
    if not due and kept is not None:
        return _read(plan, visit, kept, None, visit.fingerprint)
    session = f"{plan.site.ags} {visit.url}" if plan.volatile.startswith("allris") else plan.site.ags
    try:
        return _ask(fetcher, plan, visit, kept, session)
    except FetchError as e:
        return Outcome(plan=plan, visit=visit, error=e)
    finally:
        if session != plan.site.ags:
            fetcher.forget(session)


def _ask(fetcher: Fetcher, plan: Plan, visit: Visit, kept: bytes | None, session: str) -> Outcome:
    etag, last_modified = (visit.etag, visit.last_modified) if kept is not None else (None, None)
    response = fetcher.get(visit.url, session=session, etag=etag, last_modified=last_modified, within=plan.holds)
    if not response.not_modified and visit.kind == "calendar" and plan.volatile == "allris4":
        response = _wicket(fetcher, plan, response, session)
    mark = visit.fingerprint if response.not_modified else _mark(plan, response)
    if kept is not None and (response.not_modified or mark == visit.fingerprint):
        wanted = plan.versions()[1 if visit.kind in ("file", "attachment") else 0]
        if visit.read_by == wanted:
            return Outcome(plan=plan, visit=visit, response=response, fingerprint=mark)
        return dataclasses.replace(_read(plan, visit, kept, None, mark), response=response)
    outcome = _read(plan, visit, response.body, response, mark)
    if outcome.failure or outcome.reading is None:
        return outcome
    return _with_temporary(fetcher, outcome, session)


def _mark(plan: Plan, response: Response) -> str:
    """What changes with a page: its bytes, and the charset that they are to be read in where that has a say."""
    declared = charset_of(response.headers)
    return fingerprint(plan.volatile, response.body) + (f" {declared}" if is_followed(declared) else "")


def charset_of(headers: Iterable[Sequence[str]]) -> str | None:
    """The charset that a server declares in its Content-Type; None without one."""
    types = (value for name, value in headers if name.casefold() == "content-type")
    match = re.search(r"""charset\s*=\s*["']?([\w.:-]+)""", next(types, ""), re.I)
    return match[1].lower() if match else None


def _wicket(fetcher: Fetcher, plan: Plan, response: Response, session: str) -> Response:
    """ALLRIS 4 loads its calendar in a second request, whose address the page names."""
    match = _WICKET.search(response.body)
    if match is None:
        return response
    headers = {"Wicket-Ajax": "true", "Wicket-Ajax-BaseURL": "si010", "Accept": "text/xml"}
    url = urljoin(response.final_url, match[1].decode("latin-1"))
    loaded = fetcher.get(url, session=session, headers=headers, within=plan.holds)
    return dataclasses.replace(loaded, url=response.url, final_url=response.final_url)


def _read(plan: Plan, visit: Visit, raw: bytes, response: Response | None, mark: str | None) -> Outcome:
    """Read bytes. What does not look as the address did before, or as expected, is a failure and replaces nothing."""
    charset, ocr = charset_of(response.headers) if response else visit.charset, plan.focus.ocr
    task = Task(raw=raw, place=visit.url, url=visit.url, body=plan.body, charset=charset, ocr=ocr)
    with _READING:
        entry, reading = process_page(task, plan.focus.topic)
    piece = Piece(raw=raw, entry=_sent(entry, response))
    failure = _failure(visit, entry, reading)
    if response is None and visit.sha256 == entry.source.sha256:
        failure = None  # nothing better is at hand: what the reader says now of the same bytes counts
    found = Outcome(
        plan=plan,
        visit=visit,
        response=response,
        fingerprint=mark,
        pieces=() if failure else (piece,),
        reading=reading,
        failure=failure,
    )
    return _placed(found)


def _failure(visit: Visit, entry: Entry, reading: PageReading | None) -> Problem | None:
    is_file, known = visit.kind in ("file", "attachment"), visit.sha256 is not None
    first = next((p for p in entry.problems if p.page is None), None)
    if entry.document is None and first and (known or not is_file or first.stage == "parse"):
        return dataclasses.replace(first, stage="fetch", file_sha256=None)
    if is_file or reading is not None:
        return None
    if first is None:
        found = "a page of no known product"
        return Problem(stage="fetch", place=visit.url, expected=f"page of kind {visit.kind}", found=found)
    return dataclasses.replace(first, stage="fetch", file_sha256=None) if known else None


def _sent(entry: Entry, response: Response | None) -> Entry:
    if response is None:
        return entry
    source = dataclasses.replace(
        entry.source,
        http_status=response.status,
        headers=response.headers_to_keep(),
        fetched_at=response.fetched_at,
    )
    return dataclasses.replace(entry, source=source)


def _with_temporary(fetcher: Fetcher, outcome: Outcome, session: str) -> Outcome:
    """Fetch documents whose links hold for this visit only. Their place is the page and their name, not the link."""
    page = outcome.pieces[0]
    places = dict(_temporary(outcome))
    if not places:
        return outcome
    pieces, problems = [], list(page.entry.problems)
    for link, place in places.items():
        try:
            response = fetcher.get(link, session=session, within=outcome.plan.holds)
        except HostPaused:
            raise
        except FetchError as e:
            problems.append(Problem(stage="read", place=place, expected="a document of the page", found=e.why))
            continue
        focus = outcome.plan.focus
        charset, body = charset_of(response.headers), outcome.plan.body
        task = Task(raw=response.body, place=place, url=place, body=body, charset=charset, ocr=focus.ocr)
        with _READING:
            entry, _ = process_page(task, focus.topic)
        pieces.append(Piece(raw=response.body, entry=_sent(entry, response)))
    entry = dataclasses.replace(page.entry, problems=problems)
    return dataclasses.replace(outcome, pieces=(dataclasses.replace(page, entry=entry), *pieces))


def _placed(outcome: Outcome) -> Outcome:
    """The records of such documents with their places, also where the page is only read anew."""
    places = dict(_temporary(outcome)) if outcome.pieces else {}
    if not places:
        return outcome
    page = outcome.pieces[0]
    records = [
        dataclasses.replace(r, url=places[r.url]) if isinstance(r, File) and r.url in places else r
        for r in page.entry.records
    ]
    entry = dataclasses.replace(page.entry, records=records)
    return dataclasses.replace(outcome, pieces=(dataclasses.replace(page, entry=entry),))


def _temporary(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Links that hold for this visit only, and the places of what they lead to."""
    taken: dict[str, int] = {}
    for row in outcome.reading.rows if outcome.reading else ():
        record = row.record
        if isinstance(record, File) and record.url and is_temporary(record.url) and outcome.plan.holds(record.url):
            name = record.name or "document"
            taken[name] = taken.get(name, 0) + 1
            yield record.url, f"{outcome.visit.url}#{name}" + (f" ({taken[name]})" if taken[name] > 1 else "")


def is_temporary(url: str) -> bool:
    """Whether a link works only in the session that showed it."""
    return _SESSION_LINK.search(url) is not None
