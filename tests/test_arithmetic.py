"""Calculations of texts: what is found, what fits, and what it does to the facts that were read from the numbers."""

import json

import pytest

from corpus.evidence import Document
from corpus.exports.facts import facts as exported
from corpus.store import Corpus
from extractors import (
    all_extractors,
    arithmetic,
    topic_named,
)
from extractors.analysis import Analysis
from pipeline.ingest import ingest
from tests.arithmetic_texts import TEXTS

SHARE = TEXTS[0][1]
WRONG = "Gefördert werden 2,5 Stellen zu je 55.000 Euro, insgesamt 165.000 Euro."


def analysed(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"))


def facts_of(text):
    analysis = analysed(text)
    found = [fact for extractor in all_extractors() for fact in analysis.run(extractor)]
    return arithmetic.checked(analysis, found)


@pytest.mark.parametrize(("name", "text", "expected"), TEXTS, ids=[t[0] for t in TEXTS])
def test_what_a_text_calculates(name, text, expected):
    found = arithmetic.calculations(analysed(text))
    assert [(c.relation, c.fits, tuple(t.value for t in c.terms), c.result.value) for c in found] == expected


def test_a_fitting_calculation_raises_the_confidence_in_every_number_of_it():
    money = [f for f in facts_of(SHARE) if f.kind == "money"]
    assert [f.value["value_eur"] for f in money] == [312448.8, 390561.0]
    assert all(f.confidence == 0.95 for f in money)
    printed = [[e.quote for e in f.checks[0].terms] + [f.checks[0].result.quote] for f in money]
    assert printed == [["80 %", "390.561,00 €", "312.448,80 €"]] * 2


def test_a_failing_one_lowers_it_and_leaves_the_values():
    found = [f for f in facts_of(WRONG) if f.kind in ("money", "post")]
    assert sorted(f.value.get("value_eur") or f.value.get("number") for f in found) == [2.5, 55000, 165000]
    assert {(f.confidence, f.checks[0].fits, f.checks[0].expected) for f in found} == {(0.45, False, 137500.0)}


def test_a_number_that_fits_once_is_not_lowered_by_another_calculation():
    text = (
        "Haushalt\n\nBaustein\tErtrag in €\tAufwand in €\nBaustein 1\t120.000\t131.000\nBaustein 2\t330.000\t340.500\n"
        "Gesamt\t450.000\t471.000\n\nEnde."
    )
    confidence = {f.value["value_eur"]: f.confidence for f in facts_of(text) if f.kind == "money"}
    assert confidence == {120000: 0.95, 330000: 0.95, 450000: 0.95, 131000: 0.45, 340500: 0.45, 471000: 0.45}


def test_a_fact_keeps_its_identity():
    analysis = analysed(SHARE)
    plain = [fact for extractor in all_extractors() for fact in analysis.run(extractor)]
    assert [f.key() for f in plain] == [f.key() for f in arithmetic.checked(analysis, plain)]


def test_checks_are_kept_exported_and_taken_away_with_the_document(tmp_path):
    path = tmp_path / "in" / "seite.txt"
    path.parent.mkdir()
    path.write_text(WRONG, "utf-8")
    with Corpus(tmp_path / "c.db") as corpus:
        ingest(corpus, [(path, "seite.txt")], topic_named("kim"))
        told = [f["checks"] for f in exported(corpus) if "checks" in f]
        assert len(told) == 3
        check = told[0][0]
        assert (check["relation"], check["fits"], check["expected"]) == ("product", False, 137500.0)
        assert all(WRONG[t["start"] : t["end"]] == t["quote"] for t in [*check["terms"], check["result"]])
        assert check["result"]["quote"] == "165.000 Euro"
        json.dumps(check)
        corpus.withdraw(corpus.query("select id from document")[0]["id"])
        assert corpus.query("select * from fact_check") == []
