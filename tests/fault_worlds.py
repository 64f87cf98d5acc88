"""Simulated councils that are crawled once and then disturbed: each test gets the corpus as it was after that crawl."""

import contextlib
import datetime as dt
import shutil

from corpus.audit import audit, digest
from corpus.store import Corpus
from extractors import topic_named
from pipeline.crawl import crawl, plans, stored_pauses
from pipeline.focus import Focus
from pipeline.simulation import World
from pipeline.simulation.server import serve
from scrapers.fetch import Fetcher
from scrapers.polite import Clock, Manners
from tests.faulty import FakeTime
from tests.test_simulated_crawl import NOW, PRODUCTS, held, true

__all__ = ["AGENDA", "LISTS", "OTHERS", "PRODUCTS", "Followed", "held", "true"]

WORLD = World(seed=7, municipalities=1, papers_per_municipality=8, years=(2024, 2024))
SINCE = dt.date(2024, 9, 1)
AGENDA = {
    "allris3": "to010",
    "allris4": "to010",
    "sessionnet": "si0057",
    "sessionnet6": "/tagesordnung",
    "rubin": "meeting_id",
    "oparl": "body/1/meeting",
    "sdnet": "body/1/meeting",
}
"""What is in the address of each page of a meeting; OParl tells of meetings in a list."""
LISTS = {
    "allris3": "si010",
    "allris4": "si010",
    "sessionnet": "si0040",
    "sessionnet6": "sitzungen?",
    "rubin": "id=calendar",
    "oparl": "body/1/meeting",
    "sdnet": "body/1/meeting",
}
"""What is in the address of each list of meetings."""
OTHERS = LISTS | {"oparl": "body/1/paper", "sdnet": "body/1/paper"}
"""Pages that a fault of the pages of meetings does not hit."""


class Followed:
    """One council that was crawled without any disturbance, and copies of that corpus to disturb."""

    def __init__(self, product, folder, world=WORLD, since=SINCE):
        self.product, self.folder, self.world, self.since = product, folder, world, since
        self.copies, self.at = 0, NOW
        self._stack = contextlib.ExitStack()

    def __enter__(self):
        self.simulation = self._stack.enter_context(serve(self.world, (self.product,)))
        (self.server,) = self.simulation.servers
        self.site = self.server.site
        with Corpus(self.folder / "base.db") as corpus:
            first = self.run(corpus)
            assert (first.problems, first.stopped, first.sites) == ([], {}, {})
            self.truth, self.digest = held(corpus, self.product), digest(corpus)
        return self

    def __exit__(self, *error):
        self._stack.close()

    @contextlib.contextmanager
    def copy(self):
        """The corpus as it was after the first crawl; afterwards the council is sound again."""
        self.copies += 1
        self.at = NOW
        path = self.folder / f"{self.copies}.db"
        shutil.copy(self.folder / "base.db", path)
        shutil.copytree(self.folder / "base.db.blobs", f"{path}.blobs")
        try:
            with Corpus(path) as corpus:
                yield corpus
        finally:
            self.server.faults = []
            self.server.move_back()

    def run(self, corpus, *, hours=0.0, site=None, also=(), wire=None, retries=1):
        """A crawl some hours after the last one, without waiting. `also` are further addresses that may be asked."""
        self.at += hours * 3600
        time = FakeTime(self.at)
        clock = Clock(now=time.now, wall=time.now, sleep=time.sleep)
        focus = Focus(topic=topic_named("kim"), since=self.since, everything=True)
        manners = Manners(delay=0.0, back_off=0.0, retries=retries, breaker_after=1000)
        simulated = [self.site.base_url, *also]
        pauses = stored_pauses(corpus)
        with Fetcher(None, simulated=simulated, manners=manners, clock=clock, pauses=pauses, wire=wire) as asking:
            return crawl(corpus, plans([site or self.site], focus), asking, clock=clock)

    def look_again(self, corpus, *parts, most=1000, anew=False):
        """Make addresses due that contain one of these parts; with `anew` as if their bytes had changed."""
        for part in parts:
            rows = corpus.query(
                "select url from frontier where next_visit < 1e17 and instr(url, ?) order by url limit ?", part, most
            )
            for row in rows:
                corpus.db.execute(
                    "update frontier set next_visit = 0, etag = null, last_modified = null where url = ?", [row["url"]]
                )
                if anew:
                    corpus.db.execute("update frontier set fingerprint = '' where url = ?", [row["url"]])

    def is_whole(self, corpus):
        """Nothing was lost: what the council tells is there, so are quotes and files, nothing counts as vanished."""
        return (
            held(corpus, self.product) == self.truth
            and audit(corpus)[1] == []
            and not corpus.query("select 1 from tombstone")
        )
