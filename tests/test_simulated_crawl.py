"""A simulated council of each product, crawled over HTTP: all that it publishes arrives, and later only what changed.

This proves plumbing, not accuracy: the same people wrote the simulated pages and the readers. What a product does not
publish is left out in `true`.
"""

import collections
import datetime as dt
import re

import pytest

from corpus.audit import audit, digest
from corpus.evidence import sha256
from corpus.store import Corpus
from extractors import topic_named
from pipeline.crawl import crawl, plans, stored_pauses
from pipeline.focus import Focus
from pipeline.simulation import World
from pipeline.simulation.faults import Fault
from pipeline.simulation.server import serve
from scrapers.fetch import Fetcher
from scrapers.polite import Clock, Manners
from tests.faulty import FakeTime

NOW = dt.datetime(2024, 10, 15, 12, tzinfo=dt.UTC).timestamp()
DAY = 86400
WORLD = World(seed=7, municipalities=1, papers_per_municipality=8, years=(2024, 2024))
PRODUCTS = ("allris3", "sessionnet", "oparl", "sessionnet6", "rubin", "allris4", "sdnet")
BY_OPARL = ("oparl", "sdnet")
"""Of SD.NET RIM the OParl interface is crawled: its pages print no results of items."""
NO_ID_OF_CLOSED_ITEMS = ("allris3", "sessionnet")
RESULT_AT_STATION = ("allris3", "allris4", "sessionnet")
"""Others say it at the item alone; stations of OParl also have no date but their meeting's."""
TABLES = ("meeting", "agenda_item", "paper", "consultation", "file")


def run(corpus, simulation, *, at=NOW, retries=1, **more):
    """A crawl of everything, without waiting; `at` is its moment."""
    time = FakeTime(at)
    clock = Clock(now=time.now, wall=time.now, sleep=time.sleep)
    manners = Manners(delay=0.0, back_off=0.0, retries=retries)
    sites = simulation.sites()
    focus = Focus(topic=topic_named("kim"), since=dt.date(2024, 1, 1), everything=True)
    asking = Fetcher(
        None, simulated=[s.base_url for s in sites], manners=manners, clock=clock, pauses=stored_pauses(corpus)
    )
    with asking:
        return crawl(corpus, plans(sites, focus), asking, clock=clock, **more)


def number(id_):
    """The world's id in a product's (OParl: an address; more!rubin: a document's type behind it); None if unprinted."""
    return re.findall(r"\d+", id_.partition("|")[0])[-1] if id_ and not id_.startswith("h-") else None


def same(rows):
    """Rows as they are compared: in no order, each as often as it comes, nothing like an empty text."""
    return collections.Counter(tuple(re.sub(r"\s+", " ", str(v)) if v is not None else "" for v in row) for row in rows)


def held(corpus, product):
    """What the corpus holds, table by table, with the world's ids."""
    rows = {name: corpus.query(f"select * from {name}") for name in TABLES}
    current = corpus.query(
        """select distinct f.sha256 from frontier f join snapshot s using (sha256)
           where s.media_type = 'application/pdf'"""
    )
    meeting = ((number(r["id"]), r["start_date"], r["cancelled"] or 0) for r in rows["meeting"])
    item = (
        (number(r["id"]), number(r["meeting"]), r["number"], r["name"], r["result"], number(r["paper"]))
        for r in rows["agenda_item"]
    )
    station = (
        (number(r["paper"]), number(r["meeting"]), number(r["agenda_item"]), r["date"], r["result"])
        for r in rows["consultation"]
    )
    return {
        "meeting": same(meeting),
        "agenda_item": same(item),
        "paper": same((number(r["id"]), r["reference"], r["name"]) for r in rows["paper"]),
        "consultation": same(station),
        "file": same((r["name"], number(r["of_id"]) if product != "sessionnet6" else None) for r in rows["file"]),
        "content of files": same((r["sha256"],) for r in current),
    }


def true(council, product):
    """The same of the world: all that the product publishes."""
    meetings, papers = list(council.town.meetings()), list(council.town.papers())
    items = [i.item for m in meetings for i in m.items if i.item.number or product in BY_OPARL]
    listed = {item.paper for item in items}
    files = [f for m in meetings for f in m.files if product != "sessionnet6"]
    files += [f for p in papers if product != "sessionnet6" or p.paper.id in listed for f in p.files]
    stations = [
        (
            c.paper,
            c.meeting,
            c.agenda_item,
            c.date if product not in BY_OPARL else None,
            c.result if product in RESULT_AT_STATION else None,
        )
        for p in papers
        for c in p.consultations
    ]
    if product == "sessionnet6":  # it shows of a paper what its items state, and no page of the paper itself
        papers = [p for p in papers if p.paper.id in listed]
        stations = [(i.paper, i.meeting, i.id, None, None) for i in items if i.paper]
    return {
        "meeting": same((m.meeting.id, m.meeting.start.isoformat(), int(m.meeting.cancelled)) for m in meetings),
        "agenda_item": same(
            (
                i.id if i.public or product not in NO_ID_OF_CLOSED_ITEMS else None,
                i.meeting,
                i.number,
                i.name,
                i.result,
                i.paper if product not in BY_OPARL else None,
            )
            for i in items
        ),
        "paper": same(
            (p.paper.id, p.paper.reference if product != "sessionnet6" else None, p.paper.name) for p in papers
        ),
        "consultation": same(stations),
        "file": same((f.name, f.of if product != "sessionnet6" else None) for f in files),
        "content of files": same({(sha256(council.file(f.id)),) for f in files}),
    }


def look_again(corpus):
    """Make every address due, as if its time had come."""
    corpus.db.execute("update frontier set next_visit = 0 where next_visit < 1e17")


def documents(corpus):
    return {r["id"] for r in corpus.query("select id from document")}


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "c.db") as opened:
        yield opened


@pytest.mark.parametrize("product", PRODUCTS)
def test_all_that_is_published_arrives_and_later_only_what_changed(product, corpus):
    with serve(WORLD, (product,)) as simulation:
        (server,) = simulation.servers
        report = run(corpus, simulation)
        assert (report.problems, report.stopped, report.sites) == ([], {}, {})
        expected = true(server.council, product)
        assert held(corpus, product) == expected
        assert sum(bool(row[4]) for row in expected["agenda_item"]) == 11
        assert audit(corpus)[1] == []

        before = digest(corpus)
        assert run(corpus, simulation).visited == 0
        look_again(corpus)
        again = run(corpus, simulation)
        assert (again.read, again.unchanged, digest(corpus)) == (0, report.visited, before)

        known = documents(corpus)
        simulation.go_to(1)
        look_again(corpus)
        changed = run(corpus, simulation)
        pages = sum(sum(expected[name].values()) for name in ("meeting", "agenda_item", "paper", "file"))
        assert 0 < len(documents(corpus) - known) <= 0.02 * pages
        assert 0 < changed.read <= 0.02 * pages
        assert changed.problems == []
        assert held(corpus, product) == true(server.council, product) != expected


@pytest.mark.parametrize("product", ["oparl", "rubin", "sessionnet6"])
def test_what_changes_in_meetings_arrives_too(product, corpus):
    """One change in ten pages: meetings move, agendas grow, papers are revised."""
    with serve(World(7, 1, 8, (2024, 2024), changed=0.1), (product,)) as simulation:
        (server,) = simulation.servers
        run(corpus, simulation)
        simulation.go_to(1)
        kinds = {change.kind for change in simulation.world.changes(0)}
        assert kinds >= {"meeting_moved", "paper_revised"}
        look_again(corpus)
        assert run(corpus, simulation).problems == []
        assert held(corpus, product) == true(server.council, product)
        assert audit(corpus)[1] == []


FAULTS = (
    (Fault(kind="slow", seconds=0.02, times=20), 0, ""),
    (Fault(kind="too_many", match="meetings", seconds=5), 1, "HTTP 429"),
    (Fault(kind="error", match="meetings"), 1, "HTTP 500"),
    (Fault(kind="forbidden", match="meetings"), 1, "HTTP 403"),
    (Fault(kind="truncated", match="meetings"), 1, ""),
    (Fault(kind="login", match="meetings"), 1, ""),
    (Fault(kind="not_found", match="meetings"), 1, "HTTP 404"),
    (Fault(kind="vanished_month", what="2024-09"), 0, ""),
)


def test_no_fault_loses_anything(corpus):
    """Each fault in turn at one council, all of whose pages are due; between them it is sound."""
    with serve(WORLD, ("rubin",)) as simulation:
        (server,) = simulation.servers
        run(corpus, simulation)
        whole, expected = digest(corpus), held(corpus, "rubin")
        at = NOW
        for fault, problems, said in FAULTS:
            server.faults = [fault]
            look_again(corpus)
            report = run(corpus, simulation, at=(at := at + DAY))
            assert (len(report.problems) >= problems) and (problems or not report.problems), fault
            assert all(said in p.found for p in report.problems[:1]), (fault, report.problems[:1])
            assert held(corpus, "rubin") == expected, fault
            assert not corpus.query("select 1 from tombstone"), fault
            server.faults = []
            look_again(corpus)
            report = run(corpus, simulation, at=(at := at + 3600))
            assert (report.problems, report.stopped) == ([], {}), fault
            assert held(corpus, "rubin") == expected, fault
            if fault.kind != "vanished_month":  # the list that was shown meanwhile stays among the snapshots
                assert digest(corpus) == whole, fault
