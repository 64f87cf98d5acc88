"""How long a crawl of many hosts takes beside its politeness limit, its memory, and what SIGKILLs do to it.

    python tests/tools/bench_crawl.py hosts [--hosts 20] [--delay 1]
    python tests/tools/bench_crawl.py kills [--kills 50]

The councils are simulated and served by another process on loopback, every product in turn. Wall time is compared with
the largest host's number of requests times the delay between two of them; no crawl that keeps the delay can be faster.
The kills hit a crawl of one council of each product at random moments of its whole length; each is started again, and
its digest compared with that of an undisturbed crawl.
"""

import argparse
import contextlib
import datetime as dt
import json
import multiprocessing
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from corpus.audit import audit, digest
from corpus.store import Corpus
from extractors import topic_named
from pipeline.crawl import crawl, plans, stored_pauses
from pipeline.focus import Focus
from pipeline.simulation import World
from pipeline.simulation.server import serve
from scrapers.fetch import Fetcher
from scrapers.polite import Clock, Manners

NOW = dt.datetime(2024, 10, 15, 12, tzinfo=dt.UTC).timestamp()
PRODUCTS = ("allris3", "sessionnet", "oparl", "sessionnet6", "rubin", "allris4", "sdnet")


def _serve(pipe, municipalities, papers):
    """Serve until told to stop; first tells the sites, at last how many requests each host had."""
    world = World(seed=7, municipalities=municipalities, papers_per_municipality=papers, years=(2024, 2024))
    with serve(world, [PRODUCTS[i % len(PRODUCTS)] for i in range(municipalities)]) as simulation:
        pipe.send(simulation.sites())
        while pipe.recv() == "count":
            pipe.send({server.root: len(server.log) for server in simulation.servers})
            for server in simulation.servers:
                server.log.clear()


@contextlib.contextmanager
def councils(municipalities, papers):
    """A process that serves simulated councils: the pipe to it, and its sites."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there, municipalities, papers))
    server.start()
    try:
        yield here, here.recv()
    finally:
        here.send("stop")
        server.join(20)


def _crawl(path, sites, delay):
    """A crawl of everything at a fixed day, with real pauses between requests."""
    offset = NOW - time.time()
    clock = Clock(now=time.monotonic, wall=lambda: time.time() + offset, sleep=time.sleep)
    manners = Manners(delay=delay, back_off=0.1, retries=1)
    focus = Focus(topic=topic_named("kim"), since=dt.date(2024, 1, 1), everything=True)
    with Corpus(path) as corpus:
        bases = [s.base_url for s in sites]
        with Fetcher(None, simulated=bases, manners=manners, clock=clock, pauses=stored_pauses(corpus)) as asking:
            return crawl(corpus, plans(sites, focus), asking, clock=clock)


def _measured(pipe, path, sites, delay):
    started = time.perf_counter()
    report = _crawl(path, sites, delay)
    seconds, used = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF)
    pipe.send((seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, report.read, len(report.problems)))


def hosts(count, papers, delay):
    """Wall time, processor time and memory of one crawl of so many hosts."""
    with councils(count, papers) as (pipe, sites), tempfile.TemporaryDirectory() as folder:
        here, there = multiprocessing.Pipe()
        args = (there, Path(folder) / "c.db", sites, delay)
        work = multiprocessing.get_context("spawn").Process(target=_measured, args=args)
        work.start()
        seconds, cpu, mib, read, problems = here.recv()
        work.join()
        pipe.send("count")
        asked = Counter(pipe.recv())
    limit = max(asked.values()) * delay
    return {
        "hosts": count, "requests": asked.total(), "largest host": max(asked.values()), "delay": delay,
        "politeness limit s": round(limit, 1), "wall s": round(seconds, 1), "wall / limit": round(seconds / limit, 3),
        "cpu s": round(cpu, 1), "peak MiB": round(mib), "documents": read, "problems": problems,
        "load": os.getloadavg()[0],
    }  # fmt: skip


def _killed_after(seconds, path, sites):
    child = os.fork()
    if child == 0:
        _crawl(path, sites, 0.0)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def kills(count, papers):
    """So many kills that hit a crawl at work; how many ended in another corpus than the undisturbed crawl."""
    with councils(len(PRODUCTS), papers) as (_, sites), tempfile.TemporaryDirectory() as folder:
        whole, length = Path(folder) / "whole.db", 0.0
        for _ in range(2):  # the second one is warm, as the killed ones are
            whole.unlink(missing_ok=True)
            started = time.perf_counter()
            _crawl(whole, sites, 0.0)
            length = time.perf_counter() - started
        with Corpus(whole) as corpus:
            expected = digest(corpus)
        chance, hit, other, tries = random.Random(20261), 0, [], 0
        while hit < count:
            tries += 1
            moment, path = chance.uniform(0.0, length), Path(folder) / f"{tries}.db"
            if not _killed_after(moment, path, sites):
                continue
            hit += 1
            _crawl(path, sites, 0.0)
            with Corpus(path) as corpus:
                if digest(corpus) != expected or audit(corpus)[1]:
                    other.append(round(moment, 3))
    return {
        "kills": hit,
        "missed (already done)": tries - hit,
        "undisturbed s": round(length, 1),
        "other corpus": other,
    }


def main():
    """Measure what the arguments say; writes build/bench_crawl_<what>.json and returns 1 if a corpus was another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("hosts", "kills"))
    parser.add_argument("--hosts", type=int, default=20)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--papers", type=int, default=0, help="papers per municipality (hosts: 20, kills: 3)")
    parser.add_argument("--delay", type=float, default=1.0, help="seconds between two requests to one host")
    given = parser.parse_args()
    if given.what == "hosts":
        found = hosts(given.hosts, given.papers or 20, given.delay)
    else:
        found = kills(given.kills, given.papers or 3)
    print(json.dumps(found, indent=1))
    Path("build").mkdir(exist_ok=True)
    Path(f"build/bench_crawl_{given.what}.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 1 if found.get("other corpus") else 0


if __name__ == "__main__":
    sys.exit(main())
