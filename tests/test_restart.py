"""Killing `ingest` at any moment and starting it again gives the same corpus as an undisturbed run."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from corpus.audit import audit, digest
from corpus.store import Corpus
from extractors import topic_named
from pipeline.demo import PAGES
from pipeline.ingest import gather, ingest

KILLS = 20


def run(path: Path):
    with Corpus(path) as corpus, corpus.run("ingest"):
        return ingest(corpus, gather([PAGES]), topic_named("kim"), jobs=1)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    run(tmp_path_factory.mktemp("warm") / "c.db")  # lexicons and patterns are loaded once per process
    path = tmp_path_factory.mktemp("undisturbed") / "c.db"
    started = time.perf_counter()
    run(path)
    seconds = time.perf_counter() - started
    with Corpus(path) as corpus:
        return digest(corpus), corpus.query("select count(*) as n from document")[0]["n"], seconds


def killed_after(seconds: float, path: Path) -> bool:
    """Run in a child process that is killed after so many seconds; whether it was still running then."""
    child = os.fork()
    if child == 0:
        run(path)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_a_killed_run_that_is_started_again_ends_in_the_same_corpus(undisturbed, tmp_path):
    expected, documents, seconds = undisturbed
    chance = random.Random(20260)
    interrupted = 0
    for n in range(3 * KILLS):
        path = tmp_path / f"{n}.db"
        if not killed_after(chance.uniform(0.01, seconds), path):
            continue  # it was through before the kill came
        interrupted += 1
        run(path)
        with Corpus(path) as corpus:
            assert digest(corpus) == expected, f"after kill {n}"
            assert corpus.query("select count(*) as n from document") == [{"n": documents}]
            assert audit(corpus)[1] == []
        if interrupted == KILLS:
            break
    assert interrupted == KILLS


def test_a_second_run_reads_nothing_and_changes_nothing(undisturbed, tmp_path):
    run(tmp_path / "c.db")
    again = run(tmp_path / "c.db")
    assert again.read == 0
    assert again.unchanged == undisturbed[1]
    with Corpus(tmp_path / "c.db") as corpus:
        assert digest(corpus) == undisturbed[0]
