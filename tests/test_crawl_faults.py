"""Each fault of a council's answers and lists, at each product: the crawl's outcome, and that nothing is lost.

The fault hits what a crawl visits again; afterwards the council is sound, and the next crawl must end in the same
corpus as if nothing had been.
"""

import pytest

from corpus.audit import audit, digest
from pipeline.simulation.faults import Fault
from tests.fault_worlds import AGENDA, LISTS, OTHERS, PRODUCTS, Followed, held

BY_OPARL = ("oparl", "sdnet")


@pytest.fixture(scope="module", params=PRODUCTS)
def council(request, tmp_path_factory):
    with Followed(request.param, tmp_path_factory.mktemp(request.param)) as followed:
        yield followed


@pytest.fixture
def corpus(council):
    with council.copy() as copied:
        yield copied


def listed(corpus):
    """Places of the problems in the corpus."""
    return {row["place"] for row in corpus.query("select place from problem")}


def recovers(council, corpus, *parts, hours=2.0):
    """The fault is over: a crawl without a problem, and the corpus that there would be without the fault."""
    council.server.faults = []
    council.look_again(corpus, *parts)
    report = council.run(corpus, hours=hours)
    assert (report.problems, report.stopped, report.sites) == ([], {}, {})
    assert council.is_whole(corpus)
    assert listed(corpus) == set()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("too_many", "too many requests, tried 2 times (HTTP 429)"),
        ("error", "server error, tried 2 times (HTTP 500)"),
        ("truncated", "IncompleteRead"),
        ("login", "a login page"),
        ("not_found", "expected a page (HTTP 404)"),
    ],
)
def test_an_answer_that_is_none_is_listed_and_replaces_nothing(council, corpus, kind, said):
    due, others = AGENDA[council.product], OTHERS[council.product]
    council.server.faults = [Fault(kind=kind, match=due.replace("?", r"\?"), seconds=5)]
    council.look_again(corpus, due, others, most=2)
    report = council.run(corpus, hours=24)
    assert report.problems
    assert all(said in problem.found for problem in report.problems)
    assert {problem.place for problem in report.problems} == listed(corpus)
    assert report.unchanged >= 1  # the run went on with what was sound
    assert council.is_whole(corpus)
    recovers(council, corpus, due, others)
    assert digest(corpus) == council.digest


@pytest.mark.parametrize(("kind", "hours"), [("forbidden", 0.3), ("too_many", 0.2)])
def test_a_host_that_wants_to_be_left_alone_is_and_loses_nothing(council, corpus, kind, hours):
    due = AGENDA[council.product]
    council.server.faults = [Fault(kind=kind, match=due.replace("?", r"\?"), seconds=500)]
    council.look_again(corpus, due, most=2)
    report = council.run(corpus, hours=24)
    assert [said for said in report.stopped.values() if "left alone until" in said]
    assert len(report.problems) == 1
    asked = len(council.server.log)
    again = council.run(corpus, hours=0.05)
    assert "not asked" in again.sites[council.site.ags]
    assert len(council.server.log) == asked
    assert council.is_whole(corpus)
    recovers(council, corpus, due, hours=hours)
    assert digest(corpus) == council.digest


def test_a_slow_server_is_waited_for(council, corpus):
    council.server.faults = [Fault(kind="slow", seconds=0.01, times=3)]
    council.look_again(corpus, AGENDA[council.product], most=2)
    report = council.run(corpus, hours=24)
    assert (report.problems, digest(corpus)) == ([], council.digest)


def test_pages_under_the_name_of_another_charset_are_read_as_they_were(council, corpus):
    due = AGENDA[council.product]
    council.server.faults = [Fault(kind="wrong_charset")]
    council.look_again(corpus, due, most=3, anew=True)
    report = council.run(corpus, hours=24)
    assert report.read >= 1
    assert report.problems == []
    assert council.is_whole(corpus)


def test_a_month_that_vanishes_from_its_list_is_no_deletion(council, corpus):
    due = LISTS[council.product]
    council.server.faults = [Fault(kind="vanished_month", what="2024-09")]
    council.look_again(corpus, due)
    report = council.run(corpus, hours=24)
    if council.product == "sessionnet6":  # nothing but its list tells of a meeting
        gone = {row[0] for row in (council.truth["meeting"] - held(corpus, "sessionnet6")["meeting"])}
        assert len(gone) == 6
        assert listed(corpus) == {f"{council.site.base_url} meeting {id_}" for id_ in gone}
        assert held(corpus, "sessionnet6")["agenda_item"] == council.truth["agenda_item"]
    else:
        assert report.problems == []
        assert council.is_whole(corpus)
    recovers(council, corpus, due)


def test_entries_that_come_twice_count_once(council, corpus):
    due = LISTS[council.product]
    council.server.faults = [Fault(kind="duplicate")]
    council.look_again(corpus, due)
    report = council.run(corpus, hours=24)
    assert report.read >= 1
    assert report.problems == []
    assert council.is_whole(corpus)
    recovers(council, corpus, due)


def test_a_list_without_end_is_ended(council, corpus):
    due = LISTS[council.product]
    council.server.faults = [Fault(kind="endless")]
    council.look_again(corpus, due)
    asked = len(council.server.log)
    report = council.run(corpus, hours=24)
    lists = [address for address in council.server.log[asked:] if due in address]
    if council.product in BY_OPARL:
        assert ["only what the pages before it show" in problem.found for problem in report.problems] == [True]
        assert {problem.place for problem in report.problems} == listed(corpus)
        assert len(lists) == 3
    else:  # these lists go by month, from the first day wanted to 120 days ahead
        assert report.problems == []
        assert len(set(lists)) == (12 if council.product == "allris4" else 6)
    assert council.is_whole(corpus)
    recovers(council, corpus, due)
    assert audit(corpus)[1] == []
