"""Each fault of a council's answers and lists, at each product: the crawl's outcome, and that nothing is lost.

The fault hits what a crawl visits again; afterwards the council is sound, and the next crawl must end in the same
corpus as if nothing had been.
"""

import pytest

from corpus.audit import audit, digest
from pipeline.simulation.faults import Fault
from tests.fault_worlds import AGENDA, LISTS, OTHERS, PRODUCTS, Followed, held, true

BY_OPARL = ("oparl", "sdnet")
WITH_ITEM_PAGES = ("allris3", "allris4", "sessionnet")
WITH_PAPER_PAGES = WITH_ITEM_PAGES


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


PLANNED, HELD = "Sitzung geplant", "Sitzung durchgeführt"


def meeting_of(council, state):
    """A meeting of the period with a paper on its agenda."""
    meetings = council.server.council.town.meetings(council.since)
    return next(m for m in meetings if m.meeting.meeting_state == state and any(i.item.paper for i in m.items))


def agenda(rows, meeting):
    """The items of one meeting."""
    return {row: count for row, count in rows["agenda_item"].items() if row[1] == meeting.meeting.id}


def contradicted(corpus):
    """Items of which one page tells another number than another."""
    numbers = corpus.query(
        """select id from record where type = 'AgendaItem' and json_extract(value, '$.number') is not null
           group by id having count(distinct json_extract(value, '$.number')) > 1"""
    )
    return [row["id"] for row in numbers]


def bytes_kept(council, corpus, before):
    """Whether all that was ever fetched is still there."""
    now = {(row["place"], row["sha256"]) for row in corpus.query("select place, sha256 from snapshot")}
    return before <= now and audit(corpus)[1] == []


def fetched(corpus):
    return {(row["place"], row["sha256"]) for row in corpus.query("select place, sha256 from snapshot")}


def tombstones(corpus):
    return {row["url"] for row in corpus.query("select url from tombstone")}


@pytest.mark.parametrize(("kind", "state"), [("changed_agenda", PLANNED), ("moved_item", HELD)])
def test_records_follow_an_agenda_with_an_item_more_or_moved(council, corpus, kind, state):
    """Where items have pages of their own, these are not due yet, and would go on telling the old number."""
    meeting, snapshots = meeting_of(council, state), fetched(corpus)
    council.server.faults = [Fault(kind=kind, what=str(meeting.number))]
    council.look_again(corpus, AGENDA[council.product])
    report = council.run(corpus, hours=1)
    assert report.problems == []
    told = agenda(true(council.server.council, council.product), meeting)
    assert agenda(held(corpus, council.product), meeting) == told != agenda(council.truth, meeting)
    assert contradicted(corpus) == []
    assert bytes_kept(council, corpus, snapshots)
    assert fetched(corpus) > snapshots
    assert tombstones(corpus) == set()
    if kind == "moved_item":
        recovers(council, corpus, AGENDA[council.product])


def test_an_item_that_is_dropped_counts_as_vanished_only_after_the_rules(council, corpus):
    meeting, snapshots = meeting_of(council, PLANNED), fetched(corpus)
    council.server.faults = [Fault(kind="dropped_item", what=str(meeting.number))]
    told = agenda(true(council.server.council, council.product), meeting)
    council.look_again(corpus, AGENDA[council.product])
    report = council.run(corpus, hours=1)
    (item,) = [i.item.id for i in meeting.items if i.item.name == "Anfragen"]
    left = {row for row in agenda(held(corpus, council.product), meeting) if row not in told}
    has_page = council.product in WITH_ITEM_PAGES
    assert ["Anfragen" in row for row in left] == [True] * has_page  # its own page still tells of it
    assert [item in problem.place for problem in report.problems] == [True] * has_page
    assert told.keys() <= agenda(held(corpus, council.product), meeting).keys()
    for hours in (73, 73):
        assert tombstones(corpus) == set()
        council.run(corpus, hours=hours)
    assert [item in url for url in tombstones(corpus)] == [True] * has_page
    assert bytes_kept(council, corpus, snapshots)
    recovers(council, corpus, AGENDA[council.product], item)


def test_a_paper_that_is_withdrawn_leaves_its_bytes_and_a_word(council, corpus):
    """Pages that show an error are no absence while an agenda names them; OParl says that the paper was deleted."""
    paper, snapshots = list(council.server.council.town.papers())[-1], fetched(corpus)
    council.server.faults = [Fault(kind="withdrawn", what=paper.paper.id)]
    own = (paper.paper.id, *(file.id for file in paper.files))
    where = own + (("body/1/paper",) if council.product in BY_OPARL else (AGENDA[council.product],))
    for hours in (1, 73, 73):
        assert tombstones(corpus) == set()
        council.look_again(corpus, *where)
        report = council.run(corpus, hours=hours)
        assert report.problems
        assert all(any(id_ in problem.place for id_ in own) for problem in report.problems)
        assert {problem.place for problem in report.problems} <= listed(corpus)
    assert all(any(id_ in url for id_ in own) for url in tombstones(corpus))
    names = {row[2] for row in held(corpus, council.product)["paper"]}
    if council.product != "sessionnet6":  # it publishes no papers
        assert (paper.paper.name in names) == (council.product in WITH_PAPER_PAGES)
    assert held(corpus, council.product)["meeting"] == council.truth["meeting"]
    assert bytes_kept(council, corpus, snapshots)
    recovers(council, corpus, *where)
