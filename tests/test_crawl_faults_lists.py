"""Paged lists that do not end as they should, and a council of several years that changes step by step."""

import contextlib
import dataclasses
import datetime as dt
import json

import pytest

from corpus.audit import audit
from corpus.store import Corpus
from extractors import topic_named
from pipeline import paging
from pipeline.crawl import crawl, plans
from pipeline.focus import Focus
from pipeline.simulation import World
from scrapers.fetch import Fetcher
from scrapers.polite import Clock, Manners
from tests.councils import NOW, Council, Town
from tests.fault_worlds import Followed, held, true
from tests.faulty import FakeTime, Server, says

SCHEMA = "https://schema.oparl.org/1.1/"


class Papers:
    """An OParl server with one list, of papers; `pages` says what is on a page by its number, and which comes next."""

    def __init__(self, pages):
        self.pages = pages

    def __enter__(self):
        self.server = Server().__enter__()
        url = self.url = self.server.url
        body = {"type": f"{SCHEMA}Body", "id": f"{url}/body", "name": "Stadt Beispiel", "paper": f"{url}/papers"}
        self.server.on("/body", says(200, json.dumps(body).encode(), Content_Type="application/json"))
        self.server.on("/papers", self.answer)
        return self

    def __exit__(self, *error):
        self.server.__exit__(*error)

    def answer(self, handler):
        number = int(handler.path.partition("page=")[2] or 1)
        numbers, following = self.pages(number)
        data = [{"type": f"{SCHEMA}Paper", "id": f"{self.url}/paper/{n}", "name": f"Vorlage {n}"} for n in numbers]
        links = {"next": f"{self.url}/papers{following}"} if following is not None else {}
        handler.give(200, json.dumps({"data": data, "links": links}).encode(), [("Content-Type", "application/json")])

    def crawl(self, corpus, at=NOW):
        time = FakeTime(at)
        clock = Clock(now=time.now, wall=time.now, sleep=time.sleep)
        site = dataclasses.replace(
            Town(Council()).site(base_url=f"{self.url}/body"), vendor="oparl", oparl=f"{self.url}/body"
        )
        focus = Focus(topic=topic_named("kim"), since=dt.date(2026, 1, 1), everything=True)
        with Fetcher(None, simulated=[self.url], manners=Manners(delay=0.0), clock=clock) as asking:
            return crawl(corpus, plans([site], focus), asking, clock=clock)

    def asked(self):
        return [path for path in self.server.paths() if "papers" in path]


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "c.db") as opened:
        yield opened


def papers(corpus):
    return {int(row["id"].rpartition("/")[2]) for row in corpus.query("select id from paper")}


def sound(number):
    return (range(10 * number, 10 * number + 10), f"?page={number + 1}" if number < 4 else None)


REPEATED = "only what the pages before it show"
ENDLESS = [
    (lambda n: (range(10, 20), f"?page={n + 1}"), 2, REPEATED),
    (lambda n: (range(10, 20), "?page=2"), 2, REPEATED),
    (lambda n: (sound(1 + (n - 1) % 3)[0], f"?page={n + 1}"), 4, REPEATED),
    (lambda n: (sound(n)[0], "?page=1"), 2, REPEATED),
    (lambda n: (sound(n)[0], ""), 1, "/papers"),
    (lambda n: (sound(n)[0], f"?page={n + 1}" if n < 3 else ""), 3, "/papers"),
    (lambda n: (sound(n)[0], f"?page={n + 1}"), 8, "one more: "),
]


@pytest.mark.parametrize(("pages", "asked", "said"), ENDLESS)
def test_a_list_without_end_is_ended_with_a_word_and_whole_once_it_is_sound(corpus, monkeypatch, pages, asked, said):
    monkeypatch.setattr(paging, "DEEPEST", 8)
    with Papers(pages) as served:
        report = served.crawl(corpus)
        assert [said in problem.found for problem in report.problems] == [True]
        assert [row["found"] for row in corpus.query("select found from problem")] == [report.problems[0].found]
        assert asked <= len(served.asked()) <= asked + 1
        assert papers(corpus) >= set(range(10, 20))
        served.pages = sound
        corpus.db.execute("update frontier set next_visit = 0 where next_visit < 1e17")
        served.crawl(corpus, NOW + 86400)
        assert papers(corpus) >= set(range(10, 50))
        assert not corpus.query("select 1 from problem where stage = 'check'")
        assert audit(corpus)[1] == []


def test_a_list_that_ends_is_read_whole_and_without_a_word(corpus):
    with Papers(sound) as served:
        assert served.crawl(corpus).problems == []
        assert papers(corpus) == set(range(10, 50))
        assert len(served.asked()) == 4


def test_what_moves_to_another_page_of_its_list_is_not_looked_for(corpus):
    """New entries come first and push the others on."""
    with Papers(sound) as served:
        served.crawl(corpus)
        served.pages = lambda n: (range(10 * n - 3, 10 * n + 7), f"?page={n + 1}" if n < 5 else None)
        corpus.db.execute("update frontier set next_visit = 0 where next_visit < 1e17")
        report = served.crawl(corpus, NOW + 86400)
        assert report.problems == []
        assert papers(corpus) == set(range(7, 57))


def test_what_a_list_drops_in_silence_and_is_not_at_its_own_address_is_listed(corpus):
    with Papers(sound) as served:
        served.crawl(corpus)
        served.pages = lambda n: ([i for i in sound(n)[0] if i != 23], sound(n)[1])
        corpus.db.execute("update frontier set next_visit = 0 where next_visit < 1e17")
        report = served.crawl(corpus, NOW + 86400)
        assert [(p.place, p.found) for p in report.problems] == [
            (f"{served.url}/paper/23", "expected a page (HTTP 404)")
        ]
        served.pages = sound
        corpus.db.execute("update frontier set next_visit = 0 where next_visit < 1e17")
        assert served.crawl(corpus, NOW + 2 * 86400).problems == []
        assert papers(corpus) == set(range(10, 50))
        assert corpus.query("select 1 from problem") == []


STEPS = 3


@pytest.mark.parametrize("product", ["oparl", "rubin"])
def test_a_council_of_two_years_is_followed_step_by_step(product, tmp_path):
    world = World(seed=7, municipalities=1, papers_per_municipality=12, years=(2023, 2024), changed=0.05)
    with contextlib.ExitStack() as stack:
        council = stack.enter_context(Followed(product, tmp_path, world, dt.date(2023, 1, 1)))
        corpus = stack.enter_context(council.copy())
        years = {row[1][:4] for row in council.truth["meeting"]}
        assert (council.truth, years) == (true(council.server.council, product), {"2023", "2024"})
        kinds, snapshots = set(), corpus.query("select count(*) as n from snapshot")[0]["n"]
        for step in range(1, STEPS + 1):
            council.simulation.go_to(step)
            kinds |= {change.kind for change in council.simulation.world.changes(0)}
            council.look_again(corpus, "")
            report = council.run(corpus, hours=24)
            assert report.read > 0
            assert held(corpus, product) == true(council.server.council, product), step
            assert audit(corpus)[1] == []
        assert len(kinds) >= 4
        assert held(corpus, product) != council.truth
        assert corpus.query("select count(*) as n from snapshot")[0]["n"] >= snapshots + STEPS
