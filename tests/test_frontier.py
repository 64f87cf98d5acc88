"""The frontier: what is due when, what becomes of two addresses with the same bytes, and the rules of coming again."""

import dataclasses

import pytest

from corpus import frontier
from corpus.audit import digest
from corpus.frontier import Address
from corpus.store import Corpus
from pipeline import revisit
from pipeline.revisit import DAY, HOUR, next_visit, too_many
from pipeline.visit import Plan
from tests.councils import NOW, Council, Town
from tests.test_crawl import focus

PAGE = Address(site="05999", url="http://a.example/1", kind="item", host="http://a.example", day="2026-03-10")
VERSIONS = {"05999": ("page", "file")}


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "c.db") as opened:
        yield opened


def remembered(corpus, url=PAGE.url):
    visit = frontier.known(corpus, PAGE.site, url)
    assert visit is not None
    return visit


def due(corpus, now=NOW):
    visit = frontier.due(corpus, VERSIONS, PAGE.host, now)
    return visit.url if visit else None


def test_lists_come_first_and_files_last(corpus):
    before = digest(corpus)
    for priority, url in ((40, "0"), (10, "9"), (30, "5"), (30, "4")):
        frontier.add(corpus, [dataclasses.replace(PAGE, url=url, priority=priority)])
    order = []
    while url := due(corpus):
        order.append(url)
        frontier.remember(corpus, remembered(corpus, url), next_visit=NOW + 1)
    assert order == ["9", "4", "5", "0"]
    assert digest(corpus) == before


def test_another_reader_or_a_wider_wish_makes_an_address_due(corpus):
    frontier.add(corpus, [PAGE])
    visit = remembered(corpus)
    frontier.remember(corpus, visit, next_visit=NOW + 1, sha256="0", read_by="page")
    assert due(corpus) is None
    assert due(corpus, NOW + 1) == PAGE.url
    frontier.add(corpus, [PAGE])
    assert due(corpus) is None
    frontier.add(corpus, [dataclasses.replace(PAGE, whole=True)])
    assert due(corpus) == PAGE.url
    frontier.remember(corpus, visit, read_by="former")
    assert due(corpus) == PAGE.url
    assert frontier.due(corpus, VERSIONS, "http://b.example", NOW) is None


def test_the_latest_day_counts(corpus):
    for day in ("2026-03-10", "2026-05-01", "2025-01-01"):
        frontier.add(corpus, [dataclasses.replace(PAGE, day=day)])
    assert remembered(corpus).day == "2026-05-01"


def test_pauses_are_kept_and_replaced_for_hosts_that_were_asked(corpus):
    frontier.keep_pauses(corpus, {"http://a.example": (5.0, 1, 0), "http://b.example": (6.0, 0, 2)}, set())
    frontier.keep_pauses(corpus, {}, {"http://a.example"})
    assert frontier.pauses(corpus) == {"http://b.example": (6.0, 0, 2)}


@pytest.mark.parametrize(
    ("kind", "day", "wait"),
    [
        ("calendar", "2026-03-31", DAY),
        ("calendar", "2026-02-28", 3 * DAY),
        ("calendar", "2020-02-28", 180 * DAY),
        ("agenda", "2026-04-30", 3 * DAY),
        ("agenda", "2026-03-20", 12 * HOUR),
        ("item", "2026-03-10", 2 * DAY),
        ("paper", "2025-12-01", 14 * DAY),
        ("item", "2019-12-01", 365 * DAY),
        ("file", "2026-03-10", 7 * DAY),
        ("item", None, 30 * DAY),
    ],
)
def test_recent_pages_often_and_old_ones_rarely(kind, day, wait):
    assert next_visit(kind, day, NOW) == NOW + wait


def test_waits_grow_and_shares_are_limited():
    assert [revisit.after_failure(n, 0) for n in (1, 2, 3, 50)] == [HOUR, 2 * HOUR, 4 * HOUR, 7 * DAY]
    assert [too_many(n, held) for n, held in ((2, 5), (3, 5), (5, 100), (6, 100))] == [False, True, False, True]


def test_what_is_a_sites_own():
    with Town(Council()) as town:
        host = town.server.url
        plan = Plan(site=town.site(), focus=focus(), start=town.url, bases=(town.url,))
        assert plan.holds(f"{host}/elsewhere/x")
        assert not plan.holds("http://other.example/bi/")
        assert not plan.holds("mailto:x@y.example")
        shared = dataclasses.replace(plan, shared=frozenset({host}))
        assert shared.holds(f"{host}/BI/to010.asp")
        assert not shared.holds(f"{host}/bi2/to010.asp")
