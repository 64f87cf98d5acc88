"""The crawl: hosts side by side, one writer, and every page in a transaction of its own.

What is to be done next is asked of the frontier after every page, so a crawl that is stopped or killed at any moment
goes on where it was, and ends in the same corpus as an undisturbed one.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus import frontier
from corpus.errors import FetchError, InputError, ParseError, ReadError
from corpus.evidence import Problem
from corpus.frontier import Visit
from corpus.store import Corpus
from pipeline import dropped, revisit
from pipeline.focus import Focus
from pipeline.readers import read_file
from pipeline.settle import seed, settle
from pipeline.tally import Tally
from pipeline.visit import Outcome, Plan, charset_of, look
from scrapers import vendors
from scrapers.address import Host, host_of
from scrapers.fetch import Fetcher, HostPaused
from scrapers.hosts import Done, HostPool
from scrapers.page import Page, Start
from scrapers.polite import Clock, Pause
from scrapers.site import Site

AHEAD = dt.timedelta(days=120)
"""How far ahead meetings are looked for."""
OPARL_FIRST = frozenset({"sdnet"})
"""Products whose pages print less than their OParl interface: SD.NET RIM shows results of items in documents only."""
MOST_VISITS = 3
"""So often one run visits an address: a list may have dropped it meanwhile, or more of it be wanted."""


@dataclass(slots=True)
class Report:
    """What a crawl did."""

    visited: int = 0
    read: int = 0
    unchanged: int = 0
    vanished: int = 0
    problems: list[Problem] = field(default_factory=list)
    stopped: dict[str, str] = field(default_factory=dict)
    """Hosts that were left alone from some moment on, and why."""
    sites: dict[str, str] = field(default_factory=dict)
    """AGS of the sites that could not be begun, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A site's start page was seen: its product and the lists to begin with, or why not."""

    plan: Plan
    starts: tuple[Start, ...] = ()
    why: str | None = None
    error: FetchError | None = None


def plans(sites: Sequence[Site], focus: Focus, every: Sequence[Site] | None = None) -> list[Plan]:
    """How each site is crawled. InputError for one without any address. `every` are all sites there are."""
    hosts = [{str(host_of(base)) for base in _bases(site)} for site in every or sites]
    shared = frozenset(h for found in hosts for h in found if sum(h in other for other in hosts) > 1)
    found = []
    for site in sites:
        if not (start := site.base_url or site.oparl_body or site.oparl):
            raise InputError(f"{site.name}: expected a known address, found none in its site file")
        found.append(Plan(site=site, focus=focus, start=start, bases=_bases(site), shared=shared))
    return found


def crawl(
    corpus: Corpus,
    todo: Sequence[Plan],
    fetcher: Fetcher,
    *,
    clock: Clock | None = None,
    accept_absence: bool = False,
    done: Callable[[str], None] = lambda place: None,
    enough: Callable[[], str | None] = lambda: None,
    tell: Callable[[str], None] = lambda line: None,
) -> Report:
    """Visit what is due.

    `done` is told each address, `tell` a line for each council at its end; `enough` gives a reason to stop early, asked
    after each page.

    Problems never stop a crawl; they are listed in the corpus and in the report. What a later run has to know of paused
    hosts is written in any case.
    """
    run, why = _Run(corpus, fetcher, clock or Clock(), done, Tally(tell)), enough()
    try:
        with HostPool[_Begun | Outcome]() as pool:
            for plan in todo:
                pool.add(plan.start, functools.partial(_begin, fetcher, plan, run.today))
            more = True
            while more and not why:
                for finished in pool:
                    run.take(pool, finished)
                    if why := enough():
                        break
                more = not why and run.fill_all(pool)
    finally:
        keep_pauses(corpus, fetcher, run.asked)
    if why:
        run.report.stopped["all hosts"] = why
    run.bury(accept_absence)
    run.tally.end()
    return run.report


class _Run:
    """The state of one crawl in the writer's thread."""

    def __init__(
        self, corpus: Corpus, fetcher: Fetcher, clock: Clock, done: Callable[[str], None], tally: Tally
    ) -> None:
        self.corpus, self.fetcher, self.clock, self.done, self.tally = corpus, fetcher, clock, done, tally
        self.report = Report()
        self.began = clock.wall()
        self.today = dt.datetime.fromtimestamp(self.began, dt.UTC).date()
        self.plans: dict[str, Plan] = {}
        self.versions: dict[str, tuple[str, str]] = {}
        self.active: set[str] = set()
        self.seen: collections.Counter[str] = collections.Counter()
        self.asked: set[str] = set()

    def take(self, pool: HostPool[_Begun | Outcome], finished: Done[_Begun | Outcome]) -> None:
        """Write what a task gave, and give the hosts their next tasks."""
        host, result = str(host_of(finished.url)), finished.result
        self.asked.add(host)
        ags = None
        if isinstance(result, _Begun):
            self._begun(result, host)
            ags = result.plan.site.ags
        elif isinstance(result, Outcome):
            self.active.discard(host)
            self._settle(result, host)
            ags = result.visit.site
            for name in frontier.hosts(self.corpus, ags, result.visit.url):
                self._fill(pool, name)
        self._fill(pool, host)
        if ags and not self.active.intersection(frontier.hosts(self.corpus, ags)):
            self.tally.end(ags)

    def fill_all(self, pool: HostPool[_Begun | Outcome]) -> bool:
        """Give every host that has nothing to do its next address; whether there was any."""
        for site in self.plans:
            for name in frontier.hosts(self.corpus, site):
                self._fill(pool, name)
        return bool(self.active)

    def _begun(self, begun: _Begun, host: str) -> None:
        site, now = begun.plan.site, self.clock.wall()
        if isinstance(begun.error, HostPaused):
            self.report.stopped[host] = str(begun.error)
        why = str(begun.error) if begun.error else begun.why
        if why is None:
            seed(self.corpus, begun.plan, begun.starts)
            self.plans[site.ags], self.versions[site.ags] = begun.plan, begun.plan.versions()
            self.corpus.save_problems(begun.plan.start, [])
        else:
            problem = Problem(stage="fetch", place=begun.plan.start, expected="the start page of a site", found=why)
            self.corpus.save_problems(begun.plan.start, [problem])
            self.report.problems.append(problem)
            self.report.sites[site.ags] = why
        self.tally.begun(site.ags, site.name, why)
        frontier.tried(self.corpus, site.ags, now, succeeded=why is None, said=why)

    def _settle(self, outcome: Outcome, host: str) -> None:
        if isinstance(outcome.error, HostPaused):
            self.report.stopped[host] = str(outcome.error)
        problems = settle(self.corpus, outcome, self.clock.wall())
        self.report.problems += problems
        visited, read = outcome.error is None, bool(outcome.pieces)
        self.tally.settled(outcome.visit.site, visited=visited, read=read, problems=len(problems))
        self.report.visited += visited
        self.report.read += read
        self.report.unchanged += not (outcome.pieces or outcome.error or outcome.failure)
        self.done(outcome.visit.url)

    def _fill(self, pool: HostPool[_Begun | Outcome], host: str) -> None:
        """Give a host that has nothing to do its next address, if there is one and it is not to be left alone."""
        if host in self.active or host in self.report.stopped:
            return
        visit = frontier.due(self.corpus, self.versions, host, self.began)
        if visit is not None and self.seen[visit.url] >= MOST_VISITS:
            self.report.stopped[host] = f"{visit.url}: due again after {MOST_VISITS} visits in one run"
        elif visit is not None:
            self.active.add(host)
            self.seen[visit.url] += 1
            due = visit.next_visit <= self.began
            visit = dataclasses.replace(visit, charset=self._charset(visit))
            work = functools.partial(look, self.fetcher, self.plans[visit.site], visit, self._stored, due=due)
            pool.add(visit.url, work)

    def _stored(self, digest: str) -> bytes | None:
        path = self.corpus.blob_path(digest)
        return path.read_bytes() if path.exists() else None

    def _charset(self, visit: Visit) -> str | None:
        rows = self.corpus.query("select headers from snapshot where place = ? and sha256 = ?", visit.url, visit.sha256)
        return charset_of(json.loads(rows[0]["headers"])) if rows and rows[0]["headers"] else None

    def bury(self, accept_absence: bool) -> None:
        """Set tombstones for pages that were missed often enough, unless too many are missed at once."""
        now = self.clock.wall()
        for ags, plan in self.plans.items():
            self.report.problems += dropped.still_missing(self.corpus, plan)
            if {str(host_of(base)) for base in plan.bases} & set(self.report.stopped):
                continue
            gone = frontier.absent(self.corpus, ags, least=revisit.ABSENCES, before=now - revisit.ABSENT_FOR)
            place, held = f"{plan.start} (vanished pages)", frontier.pages_held(self.corpus, ags)
            problems = []
            if revisit.too_many(len(gone), held) and not accept_absence:
                few = max(revisit.FEW, int(revisit.LARGEST_SHARE * held))
                found = f"{len(gone)} of {held}; they are kept (--accept-absence, if they were taken down on purpose)"
                problems = [Problem(stage="check", place=place, expected=f"at most {few} at once", found=found)]
                self.report.problems += problems
                gone = []
            with self.corpus.db.atomic():
                frontier.bury(self.corpus, gone, now)
                self.corpus.save_problems(place, problems)
            self.report.vanished += len(gone)


def _begin(fetcher: Fetcher, plan: Plan, today: dt.date) -> _Begun:
    """Fetch the start page and see which product it is. Another address is tried where no list is read."""
    why, addresses = None, _addresses(plan)
    for address in addresses:
        try:
            response = fetcher.get(address, session=plan.site.ags)
            page = page_of(response.body, response.final_url)
            vendor = vendors.product_of(page)
        except FetchError as e:
            if address == plan.start or address == addresses[-1]:
                return _Begun(plan=plan, error=e)
            continue
        except (ReadError, ParseError) as e:
            why = str(e)
            continue
        own = dataclasses.replace(plan, vendor=vendor, bases=(*plan.bases, *_moved(plan, response.final_url)))
        if not own.holds(response.final_url):
            why = f"{address}: leads to another site: {response.final_url} (if it moved, make that its base_url)"
            continue
        if vendor is not None and vendor.starts is not None:
            return _Begun(plan=own, starts=vendor.starts(page, plan.focus.since, today + AHEAD))
        why = _unknown(address) if vendor is None else f"{address}: {vendor.label}: its lists of meetings are not read"
    return _Begun(plan=plan, why=why)


def _addresses(plan: Plan) -> list[str]:
    """Where to begin: the site's own pages, then OParl; the other way round where OParl tells more than the pages."""
    oparl = plan.site.oparl_body or plan.site.oparl
    found = (oparl, plan.start) if plan.site.vendor in OPARL_FIRST else (plan.start, oparl)
    return list(dict.fromkeys(address for address in found if address))


def page_of(raw: bytes, url: str) -> Page:
    """Bytes as a page. ReadError if they are none."""
    reading = read_file(raw, url)
    return Page(reading.document, reading.html, url, json=reading.json)


def _moved(plan: Plan, final_url: str) -> tuple[str, ...]:
    """The address that a start address leads to (another scheme, "www."), where it is the same host by name."""
    names = {host_of(base).name.removeprefix("www.") for base in plan.bases}
    return (final_url,) if host_of(final_url).name.removeprefix("www.") in names else ()


def _unknown(address: str) -> str:
    labels = ", ".join(v.label for v in vendors.vendors() if v.starts)
    return f"{address}: expected a page of {labels}, found one of no known product"


def _bases(site: Site) -> tuple[str, ...]:
    """A site's own addresses, each as a folder."""
    found = [site.base_url, *site.older]
    found += [site.oparl_body] if site.oparl_body else [site.oparl]
    return tuple(_folder(url) for url in found if url)


def _folder(url: str) -> str:
    """An address whose last part without a dot is a folder ("/bi" and "/bi/" alike)."""
    last = urlsplit(url).path.rpartition("/")[2]
    return url if not last or "." in last or "?" in url else f"{url}/"


def stored_pauses(corpus: Corpus) -> Mapping[Host, Pause]:
    """Pauses that an earlier run left behind, for a `Fetcher`."""
    found = frontier.pauses(corpus)
    return {host_of(h): Pause(until=until, refusals=r, trips=t) for h, (until, r, t) in found.items()}


def keep_pauses(corpus: Corpus, fetcher: Fetcher, asked: set[str]) -> None:
    """Write down which hosts are to be left alone."""
    found = {str(host): (p.until, p.refusals, p.trips) for host, p in fetcher.pauses().items()}
    frontier.keep_pauses(corpus, found, asked)
