"""The demo from the pages to the site. What its truth file finds in it is a check of the plumbing, not of accuracy."""

import json
import re
from pathlib import Path

import pytest

from corpus.audit import audit
from corpus.exports.facts import facts
from corpus.store import Corpus
from pipeline import demo

TRUTH = json.loads(Path(__file__).with_name("demo_truth.json").read_text("utf-8"))
FLOORS = {"post": 0.6, "money": 0.75, "event": 0.9, "result": 0.7, "commitment": 0.65}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo")
    summary, index = demo.build(out, lambda place: None)
    with Corpus(out / "demo.db", create=False) as corpus:
        return out, summary, index, list(facts(corpus)), audit(corpus)


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


def test_everything_is_read_but_the_picture(built):
    _, summary, index, _, (checked, wrong) = built
    unreadable = {entry["document"] for entry in TRUTH["unreadable"]}
    assert {p.place for p in summary.problems} == unreadable
    assert (summary.read, summary.unreadable) == (19, 1)
    assert index.exists()
    assert wrong == []
    assert checked > 500


@pytest.mark.parametrize("kind", FLOORS)
def test_most_of_what_a_careful_reader_finds_is_found(built, kind):
    found = missed = 0
    for wanted, truth, fits in claims():
        if wanted == kind:
            here = [f for f in built[3] if f["kind"] == kind and f["document"] == truth["document"]]
            # The truth quotes the counters of some decisions and the phrase of others.
            hit = any(fits(f["value"]) and (kind == "result" or near(f, truth["quote"])) for f in here)
            found, missed = found + hit, missed + (not hit)
    assert found / (found + missed) >= FLOORS[kind], f"{kind}: {found} of {found + missed}"


def test_another_matter_gives_no_fact_of_the_topic(built):
    (document,) = (e["document"] for e in TRUTH["other_topics"] if e["expect"] == "no KIM fact")
    assert [f["kind"] for f in built[3] if f["document"] == document and f["topic"]] == []


def test_money_of_neighbouring_programmes_is_kept_apart(built):
    amounts = {
        (n["document"], a)
        for m in TRUTH["municipalities"]
        for n in m["neighbour_programmes"]
        for a in re.findall(r"[\d.]{5,}(?:,\d\d)?(?= ?(?:€|Euro))", n.get("quote", ""))
    }
    wrong = [
        f["quote"]
        for f in built[3]
        if f["kind"] == "money" and f["topic"] and any(f["document"] == d and a in f["quote"] for d, a in amounts)
    ]
    assert len(amounts) >= 3
    assert wrong == []


def test_building_it_again_gives_the_same_bytes(built, tmp_path):
    demo.build(tmp_path, lambda place: None)
    site = built[0] / "site"
    files = sorted(p.relative_to(site) for p in site.rglob("*") if p.is_file())
    again = sorted(p.relative_to(tmp_path / "site") for p in (tmp_path / "site").rglob("*") if p.is_file())
    assert files == again
    assert all((site / f).read_bytes() == (tmp_path / "site" / f).read_bytes() for f in files)
