"""The demo: simulated councils of every product are crawled over HTTP on this machine, and saved pages are taken in.

    with councils() as simulation:
        built = build(Path("build/demo"), simulation, done)

Both ways end in one corpus and one site, as they do for somebody who follows some councils and has files of others.
"""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import InputError
from corpus.store import Corpus
from extractors import topic_named
from pipeline.crawl import Report, crawl, plans
from pipeline.demo.settings import FOCUSED, write_settings
from pipeline.focus import Focus
from pipeline.ingest import Summary, ingest
from pipeline.lock import locked
from pipeline.simulation import World
from pipeline.simulation.server import Server, Simulation, serve
from pipeline.simulation.servers import PRODUCTS
from scrapers.fetch import Fetcher
from scrapers.polite import Clock, Manners

PAGES = Path(__file__).parent / "pages"
"""Saved pages and PDFs of four invented municipalities; their addresses stand in INDEX.tsv."""
NOTICE = (
    "Vorführung: Alle Kommunen dieser Seiten, ihre Dokumente und alle Personen darin sind erfunden. Adressen mit "
    "127.0.0.1 gehören zu simulierten Ratsinformationssystemen und antworten nur, solange diese laufen."
)
FIRST_PORT = 18401
"""The councils answer on ports from here on, so that two demos have the same addresses and the same site."""
SAVED, SITE = "saved files", "writing the site"
"""What `done` is told besides a council's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """A simulated council, and what the crawl brought of it into the corpus."""

    name: str
    product: str
    """Name in `PRODUCTS`."""
    page: str | None
    """Address of an agenda or the like, for somebody who wants to see one read."""
    requests: int
    meetings: int
    items: int
    papers: int
    files: int
    """Those that were fetched; more are named on the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a demo did, and where."""

    index: Path
    """The site's first page."""
    councils: tuple[Crawled, ...]
    crawl: Report
    saved: Summary
    facts: int
    pages: int
    """Of the site."""


def world() -> World:
    """The demo's world: a municipality for each product, in the two years in which the programme began."""
    return World(seed=220, municipalities=len(PRODUCTS), papers_per_municipality=16, years=(2020, 2021), kim_share=0.35)


def councils(of: World | None = None, first_port: int = FIRST_PORT) -> Simulation:
    """The councils on loopback, each of another product; to be used as a context manager."""
    return serve(of or world(), first_port=first_port)


def build(out: Path, simulation: Simulation, done: Callable[[str, str], None]) -> Built:
    """Build `out`/demo.db and `out`/site anew from the councils that run and from the saved pages.

    `done` is told each page: whose it is (a council's name, `SAVED` or `SITE`) and its address or path. Raises
    InputError if another demo is at work there, or if the folder holds something else.
    """
    from reports.site import write_site

    _is_ours(out)
    out.mkdir(parents=True, exist_ok=True)
    database, topic = out / "demo.db", topic_named("kim")
    with locked(database):
        _clear(out)
        with Corpus(database) as corpus:
            with corpus.run("demo") as counts:
                report = _crawl(corpus, simulation, done)
                summary = _take_in(corpus, done)
                counts |= {"visited": report.visited, "read": report.read + summary.read}
            done(SITE, "")
            pages = write_site(corpus, topic, out / "site", full=True, notice=NOTICE)
            brought = tuple(_brought(corpus, server) for server in simulation.servers)
            facts = _count(corpus, "select count(*) as n from fact")
        write_settings(out, simulation.sites(), simulation.world.years)
    index = out / "site" / "index.html"
    return Built(index=index, councils=brought, crawl=report, saved=summary, facts=facts, pages=pages)


def _crawl(corpus: Corpus, simulation: Simulation, done: Callable[[str, str], None]) -> Report:
    """Follow the topic in all councils, on the day that it is in their world; real hosts would need a delay."""
    sites, world = simulation.sites(), simulation.world
    noon = dt.datetime.combine(world.today, dt.time(12), dt.UTC).timestamp()
    clock = Clock(wall=lambda: noon)
    names = {urlsplit(site.base_url or "").netloc: site.name for site in sites}
    since = dt.date(world.years[0], 1, 1)
    focus = Focus(topic=topic_named("kim"), since=since, committees=FOCUSED)
    manners = Manners(delay=0.0, retries=1, back_off=0.1)

    def tell(url: str) -> None:
        done(names[urlsplit(url).netloc], urlsplit(url).path)

    with Fetcher(None, simulated=[s.base_url or "" for s in sites], manners=manners, clock=clock) as fetcher:
        return crawl(corpus, plans(sites, focus), fetcher, clock=clock, done=tell)


def _take_in(corpus: Corpus, done: Callable[[str, str], None]) -> Summary:
    """The saved pages, as `ingest` takes in files that a person has."""
    with (PAGES / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        urls = {row["path"]: row["url"] for row in csv.DictReader(file, delimiter="\t")}
    files = [(PAGES / place, place) for place in urls]
    return ingest(corpus, files, topic_named("kim"), urls=urls, done=lambda place: done(SAVED, place))


def _brought(corpus: Corpus, server: Server) -> Crawled:
    site = server.site
    tables = {"meetings": "meeting", "items": "agenda_item", "papers": "paper"}
    found = {
        name: _count(corpus, f"select count(*) as n from {table} where body_id = ?", site.ags)
        for name, table in tables.items()
    }
    fetched = "select count(*) as n from frontier where site = ? and kind in ('file', 'attachment') and sha256 not null"
    page = "select min(url) as n from frontier where site = ? and kind in ('agenda', 'meeting') and sha256 not null"
    return Crawled(
        name=site.name,
        product=server.product.name,
        page=corpus.query(page, site.ags)[0]["n"],
        requests=len(server.log),
        files=_count(corpus, fetched, site.ags),
        **found,
    )


def _count(corpus: Corpus, sql: str, *values: object) -> int:
    return int(corpus.query(sql, *values)[0]["n"])


def _is_ours(out: Path) -> None:
    """Refuse a folder in which something else stands: a demo clears its folder."""
    if out.is_dir() and any(out.iterdir()) and not any(out.glob("demo.db*")):
        raise InputError(f"{out}: expected an empty folder or one of an earlier demo, found other files there")


def _clear(out: Path) -> None:
    """Take away what an earlier demo left, whole or half."""
    for old in ("demo.db", "demo.db-wal", "demo.db-shm"):
        (out / old).unlink(missing_ok=True)
    for folder in ("demo.db.blobs", "site"):
        shutil.rmtree(out / folder, ignore_errors=True)
