"""The demo from simulated councils and saved pages to the site.

What the truth file finds in the saved pages is a check of the plumbing, not of accuracy.
"""

import contextlib
import functools
import json
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.audit import audit
from corpus.errors import InputError
from corpus.exports.facts import facts
from corpus.store import Corpus
from pipeline import demo
from pipeline.cli import main
from pipeline.simulation import World
from pipeline.simulation.servers import PRODUCTS
from scrapers.fetch import Fetcher

TRUTH = json.loads(Path(__file__).with_name("demo_truth.json").read_text("utf-8"))
FLOORS = {"post": 0.6, "money": 0.75, "event": 0.9, "result": 0.7, "commitment": 0.65}


SMALL = World(seed=220, municipalities=len(PRODUCTS), papers_per_municipality=4, years=(2021, 2021), kim_share=0.35)
"""As the demo's world, but of one year."""


def free_port():
    """The first of as many free ports in a row as there are products."""
    for first in range(21000, 31000, 10):
        with contextlib.suppress(OSError), contextlib.ExitStack() as held:
            for port in range(first, first + len(PRODUCTS)):
                held.enter_context(socket.create_server(("127.0.0.1", port)))
            return first
    raise RuntimeError("no free ports")


class Built:
    """A demo of the small world, and what it left."""

    def __init__(self, out, first_port):
        self.out, self.first_port = out, first_port
        self.told: list[str] = []
        with demo.councils(SMALL, first_port) as simulation:
            self.demo = demo.build(out, simulation, lambda whose, place: self.told.append(whose))
        self.logs = {server.product.name: server.log for server in simulation.servers}
        with Corpus(out / "demo.db", create=False) as corpus:
            self.facts, self.audit = list(facts(corpus)), audit(corpus)
            self.papers = {(row["body_id"], row["reference"]) for row in corpus.query("select * from paper")}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return Built(tmp_path_factory.mktemp("demo"), free_port())


def squeezed(text):
    return re.sub(r"(?<=[a-zäöüß])-\s*\n\s*(?=[a-zäöüß])|[\u00ad]", "", text).replace("\u00a0", " ")


def near(fact, quote):
    """Whether the fact's passages and the truth's quote share most words."""
    said = set(re.findall(r"\w+", squeezed(" ".join(e["quote"] for e in fact["evidence"]))))
    wanted = set(re.findall(r"\w+", squeezed(quote)))
    return len(said & wanted) >= 0.6 * min(len(said), len(wanted))


def claims():
    """The truth as (kind, document, quote, test of a fact's value)."""
    for m in TRUTH["municipalities"]:
        for t in m["posts"]:
            yield "post", t, lambda v, t=t: t["number"] in (v.get("number"), v.get("number_max"))
        for t in m["amounts"]:
            yield "money", t, lambda v, t=t: v.get("value_eur") == t["value_eur"]
        for t in m["grant_notices"]:
            yield "event", t, lambda v, t=t: v.get("date") == t["date"] and v.get("type") == "grant_notice"
        for t in m["decisions"]:
            if t.get("result") and not t.get("quoted"):
                yield "result", t, lambda v, t=t: v.get("normalised") == t["result"]
        for t in m["commitments"]:
            yield "commitment", t, lambda v: True


def test_everything_saved_is_read_but_the_picture(built):
    unreadable = {entry["document"] for entry in TRUTH["unreadable"]}
    saved, (checked, wrong) = built.demo.saved, built.audit
    assert {p.place for p in saved.problems} == unreadable
    assert (saved.read, saved.unreadable) == (19, 1)
    assert built.demo.index.exists()
    assert wrong == []
    assert checked > 500


def test_a_council_of_every_product_is_crawled(built):
    towns = list(SMALL.municipalities())
    assert (built.demo.crawl.problems, built.demo.crawl.stopped, built.demo.crawl.sites) == ([], {}, {})
    assert {c.product for c in built.demo.councils} == set(PRODUCTS)
    assert [c.name for c in built.demo.councils] == [town.body.name for town in towns]
    assert [c.meetings for c in built.demo.councils] == [len(list(town.meetings())) for town in towns]
    assert all(c.files and c.items > c.meetings for c in built.demo.councils)
    assert {*(c.name for c in built.demo.councils), demo.SAVED, demo.SITE} == set(built.told)


def test_all_papers_about_the_topic_arrive(built):
    """SessionNet 6 publishes no page of a paper that is known."""
    for town, council in zip(SMALL.municipalities(), built.demo.councils, strict=True):
        wanted = {(town.body.id, paper.paper.reference) for paper in town.papers() if paper.kim}
        assert wanted
        assert wanted <= built.papers or council.product == "sessionnet6"


def test_robots_txt_is_asked_for_first_and_obeyed(built, tmp_path, monkeypatch):
    assert {log[0] for log in built.logs.values()} == {"/robots.txt"}
    assert not [address for log in built.logs.values() for address in log if address.startswith("/intern/")]
    monkeypatch.setattr("pipeline.simulation.server.ROBOTS", b"User-agent: *\nDisallow: /\n")
    with demo.councils(World(220, 2, 4, (2021, 2021))) as simulation:
        again = demo.build(tmp_path, simulation, lambda whose, place: None)
    assert [server.log for server in simulation.servers] == [["/robots.txt"]] * 2
    assert [(c.requests, c.meetings) for c in again.councils] == [(1, 0)] * 2
    assert all("robots.txt" in why for why in again.crawl.sites.values())
    assert len(again.crawl.sites) == 2


@pytest.mark.parametrize("kind", FLOORS)
def test_most_of_what_a_careful_reader_finds_is_found(built, kind):
    found = missed = 0
    for wanted, truth, fits in claims():
        if wanted == kind:
            here = [f for f in built.facts if f["kind"] == kind and f["document"] == truth["document"]]
            # The truth quotes the counters of some decisions and the phrase of others.
            hit = any(fits(f["value"]) and (kind == "result" or near(f, truth["quote"])) for f in here)
            found, missed = found + hit, missed + (not hit)
    assert found / (found + missed) >= FLOORS[kind], f"{kind}: {found} of {found + missed}"


def test_another_matter_gives_no_fact_of_the_topic(built):
    (document,) = (e["document"] for e in TRUTH["other_topics"] if e["expect"] == "no KIM fact")
    assert [f["kind"] for f in built.facts if f["document"] == document and f["topic"]] == []


def test_money_of_neighbouring_programmes_is_kept_apart(built):
    amounts = {
        (n["document"], a)
        for m in TRUTH["municipalities"]
        for n in m["neighbour_programmes"]
        for a in re.findall(r"[\d.]{5,}(?:,\d\d)?(?= ?(?:€|Euro))", n.get("quote", ""))
    }
    wrong = [
        f["quote"]
        for f in built.facts
        if f["kind"] == "money" and f["topic"] and any(f["document"] == d and a in f["quote"] for d, a in amounts)
    ]
    assert len(amounts) >= 3
    assert wrong == []


def test_a_demo_that_was_interrupted_is_built_again_to_the_same_bytes(built, tmp_path):
    # A shell's background job leaves its children deaf to SIGINT; a terminal does not.
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{hear}; from pipeline.cli import main; main()", "demo", "--out", tmp_path]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while not (tmp_path / "demo.db.blobs").exists() and time.monotonic() < until:
        time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert run.returncode == 1
    assert said == "Error: Interrupted; the simulated councils are stopped. The same command begins anew.\n"
    assert not (tmp_path / "site").exists()

    again = Built(tmp_path, built.first_port)
    assert again.demo.councils == built.demo.councils
    site = built.out / "site"
    files = sorted(p.relative_to(site) for p in site.rglob("*") if p.is_file())
    assert files == sorted(p.relative_to(tmp_path / "site") for p in (tmp_path / "site").rglob("*") if p.is_file())
    assert [f for f in files if (site / f).read_bytes() != (tmp_path / "site" / f).read_bytes()] == []


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "ratslupe.toml").write_text("mine")
    with demo.councils(SMALL) as simulation, pytest.raises(InputError, match="expected an empty folder"):
        demo.build(tmp_path, simulation, lambda whose, place: None)
    assert [p.name for p in tmp_path.iterdir()] == ["ratslupe.toml"]


def test_the_other_commands_follow_its_councils_while_they_run(built, monkeypatch):
    monkeypatch.chdir(built.out)
    monkeypatch.setattr("scrapers.fetch.Fetcher", functools.partial(Fetcher, delay=0.0))
    status = CliRunner().invoke(main, ["status"]).output
    followed = next(line for line in reversed(status.splitlines()) if line.startswith(built.demo.councils[0].name))
    assert followed.split()[-6] == "-"  # nobody expects a number of meetings from a simulated council
    with demo.councils(SMALL, built.first_port):
        found = [CliRunner().invoke(main, ["read", council.page]) for council in built.demo.councils]
    assert [result.output[-200:] for result in found if result.exit_code] == []
    assert all(json.loads(result.stdout.splitlines()[0])["type"] for result in found)


def test_the_last_lines_say_what_was_crawled_and_what_to_try_while_the_councils_answer(tmp_path, monkeypatch):
    asked = []

    def rest():
        (site,) = (tmp_path / "sites").glob("*.toml")
        asked.extend(re.findall(r"http://127.0.0.1:\d+/", site.read_text())[:1])
        with urllib.request.urlopen(asked[0] + "robots.txt") as answer:
            assert answer.status == 200
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "world", lambda: World(220, 1, 4, (2021, 2021), kim_share=0.35))
    monkeypatch.setattr("pipeline.commands.demo._rest", rest)
    result = CliRunner().invoke(main, ["demo", "--stay", "--out", str(tmp_path)])
    assert result.exit_code == 0
    assert result.stdout == (tmp_path / "site/index.html").as_uri() + "\n"
    with Corpus(tmp_path / "demo.db", create=False) as corpus:
        meetings = corpus.query("select count(*) as n from meeting where body_id = '99001'")[0]["n"]
        count = corpus.query("select count(*) as n from fact")[0]["n"]
    assert re.search(rf"Kreis Amselwerth +ALLRIS 3 +\d+ +{meetings} ", result.stderr)
    assert f"{count:,} facts" in result.stderr
    lines = [shlex.split(line)[1:] for line in result.stderr.splitlines() if line.startswith("  ratslupe ")]
    assert [line[0] for line in lines] == ["search", "status", "audit", "read", "crawl", "run", "status"]
    assert f"In {tmp_path} there are a ratslupe.toml and a corpus" in result.stderr
    for line in lines[:3]:
        found = CliRunner().invoke(main, line)
        assert found.exit_code == 0, line
        assert line[0] != "status" or found.output.count("Kreis Amselwerth") == 2  # of its documents, and of its crawl
    assert lines[3][1].startswith(asked[0])
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(asked[0] + "robots.txt")
