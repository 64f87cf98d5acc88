"""A council whose host moves, or answers too late: what a crawl follows, what it says, and that nothing is lost."""

import dataclasses

import pytest

from corpus.audit import audit, digest
from pipeline.simulation.faults import Fault
from scrapers.fetch import Wire
from tests.fault_worlds import AGENDA, Followed, held, true


@pytest.fixture(scope="module", params=["sessionnet", "oparl"])
def council(request, tmp_path_factory):
    with Followed(request.param, tmp_path_factory.mktemp(request.param)) as followed:
        yield followed


@pytest.fixture
def corpus(council):
    with council.copy() as copied:
        yield copied


def held_of(corpus, root):
    """Addresses of a host of which the corpus holds bytes."""
    rows = corpus.query("select url from frontier where sha256 is not null")
    return {row["url"] for row in rows if row["url"].startswith(root)}


def test_a_host_that_moves_within_its_name_is_followed_and_the_old_pages_make_way(council, corpus):
    old, known = council.server.root, len(held_of(corpus, council.server.root))
    snapshots = corpus.query("select count(*) as n from snapshot")[0]["n"]
    new = council.server.move()
    council.look_again(corpus, "")
    report = council.run(corpus, hours=24, also=[new])
    assert (report.problems, report.stopped, report.sites) == ([], {}, {})
    assert council.is_whole(corpus)
    assert held_of(corpus, old) == set()
    assert len(held_of(corpus, council.server.root)) == known
    assert corpus.query("select count(*) as n from snapshot")[0]["n"] >= 2 * snapshots
    changed = next(m for m in council.server.council.town.meetings() if m.meeting.meeting_state == "Sitzung geplant")
    council.server.faults = [Fault(kind="moved_item", what=str(changed.number))]
    council.look_again(corpus, AGENDA[council.product])
    moved = dataclasses.replace(council.site, base_url=new, older=(council.site.base_url,))
    assert council.run(corpus, hours=1, site=moved, also=[new]).problems == []
    told = true(council.server.council, council.product)["agenda_item"]
    mine = {row for row in held(corpus, council.product)["agenda_item"] if row[1] == changed.meeting.id}
    assert mine == {row for row in told if row[1] == changed.meeting.id}  # nothing old speaks against it


def test_a_host_that_moves_elsewhere_is_named_and_the_old_records_stay(council, corpus):
    new = council.server.move("localhost")
    council.look_again(corpus, "")
    asked = len(council.server.log)
    report = council.run(corpus, hours=24, also=[new])
    assert f"leads to another site: {new}" in report.sites[council.site.ags]
    assert [(p.place, new in p.found) for p in report.problems] == [(council.site.base_url, True)]
    assert report.visited == 0
    assert set(council.server.log[asked:]) <= {
        "/robots.txt",
        "/.well-known/tdmrep.json",
        f"/{council.server.product.start}",
    }
    assert digest(corpus) == council.digest
    moved = dataclasses.replace(council.site, base_url=new, older=(council.site.base_url,))
    report = council.run(corpus, hours=1, site=moved, also=[new])
    assert (report.problems, report.stopped, report.sites) == ([], {}, {})
    assert council.is_whole(corpus)
    assert held_of(corpus, new.rpartition("/")[0])


def test_a_page_that_moves_elsewhere_alone_is_listed_and_its_records_stay(council, corpus):
    """The start page is where it was; another page leads to another site."""
    council.look_again(corpus, AGENDA[council.product], most=1)
    (page,) = (row["url"] for row in corpus.query("select url from frontier where next_visit = 0"))
    path = page.removeprefix(council.server.root[:-1])
    council.server.faults = [
        Fault(kind="elsewhere", match=f"^{path.replace('?', '[?]')}$", what="http://localhost:9/x")
    ]
    report = council.run(corpus, hours=1)
    assert [(p.place, p.found) for p in report.problems] == [
        (page, "leads to another site: http://localhost:9/x (HTTP 302)")
    ]
    assert council.is_whole(corpus)
    council.server.faults = []
    council.look_again(corpus, path)
    assert council.run(corpus, hours=2).problems == []
    assert digest(corpus) == council.digest


def test_an_answer_that_takes_too_long_is_listed_and_replaces_nothing(council, corpus):
    due = AGENDA[council.product]
    council.server.faults = [Fault(kind="slow", match=due, seconds=1.0, times=1)]
    council.look_again(corpus, due, most=1)
    report = council.run(corpus, hours=1, retries=0, wire=Wire(read_seconds=0.5))
    assert ["timed out" in problem.found.lower() for problem in report.problems] == [True]
    assert council.is_whole(corpus)
    council.server.faults = []
    council.look_again(corpus, due)
    assert council.run(corpus, hours=2).problems == []
    assert digest(corpus) == council.digest
    assert audit(corpus)[1] == []
