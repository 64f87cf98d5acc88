"""Measurement: labels that copy no text, claims judged by them, floors, and the document made of the figures."""

import json
import re
import subprocess
import sys

import pytest

from corpus.evidence import Document
from tests.tools import accuracy_doc, figures, recorded_labels, score_recorded, score_sets
from tests.tools.recorded_labels import LABELS, LabelError, Span
from tests.tools.shared_scorers import fact_scorer
from tests.tools.tally import Scored, Tally

TEXT = (
    "Herr Rot berichtet.\nBeschluss: einstimmig zugestimmt.\nKosten: 1.200,00 € und 300 €.\nHerr Rot dankt Frau Blau."
)


def place(words, nth=0):
    start = [found.start() for found in re.finditer(re.escape(words), TEXT)][nth]
    return [start, start + len(words)]


def fact(kind, words, nth=0, **value):
    start, end = place(words, nth)
    quote = {"start": start, "end": end, "quote": words}
    return {"kind": kind, "value": value, **quote, "evidence": [quote]}


def document(text=TEXT):
    return Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)


def stored(*facts, kinds=("result", "money", "person")):
    labelling = {"document": "a/b.txt", "municipality": "Anderswo", "kinds": list(kinds), "facts": list(facts)}
    return recorded_labels.build(labelling, document())


@pytest.fixture
def labelled(tmp_path):
    start, end = place("Rot")
    facts = [
        {"kind": "person", "value": {"name": {"start": start, "end": end}}, "places": [place("Herr Rot")]},
        {"kind": "result", "value": {"normalised": "adopted"}, "places": [place("zugestimmt")]},
        {"kind": "money", "value": {"value_eur": 1200, "approx": False}, "places": [place("1.200,00 €")]},
        {"kind": "money", "value": {"value_eur": 300}, "places": [place("300 €")], "optional": True},
    ]
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(stored(*facts)), encoding="utf-8")
    return recorded_labels.load(path)


def test_labels_keep_no_text_and_refuse_words(labelled):
    kept = json.dumps([label.value.get("normalised") for label in labelled.labels])
    assert "Rot" not in kept
    assert labelled.labels[0].resolved(TEXT) == [{"name": "Rot"}]
    with pytest.raises(LabelError, match=r"name: expected a category, a date or a place, found words: 'Rot'"):
        stored({"kind": "person", "value": {"name": "Rot"}, "places": [place("Rot")]})
    with pytest.raises(LabelError, match="vote is labelled but not among its kinds"):
        stored({"kind": "vote", "value": {}, "places": [place("einstimmig")]})
    with pytest.raises(LabelError, match="expected a place within"):
        stored({"kind": "person", "value": {}, "places": [[5, len(TEXT) + 1]]})


def test_a_changed_text_is_told_and_labels_move_with_the_words(labelled):
    assert list(recorded_labels.faults(labelled, document())) == []
    longer = document("Kopf\n" + TEXT)
    assert len(list(recorded_labels.faults(labelled, longer))) == len(labelled.labels)
    before = stored({"kind": "person", "value": {}, "places": [place("Frau Blau")]})
    moved = recorded_labels.moved(before, longer.text)
    assert Span(**moved["facts"][0]["places"][0]).in_text(longer.text) == "Frau Blau"
    with pytest.raises(LabelError, match="found them nowhere"):
        recorded_labels.moved(before, TEXT.replace("Blau", "Grün"))


def judged(labelled, shared, *facts):
    return score_recorded.score(labelled, TEXT, facts, fact_scorer(shared))


def test_claims_are_judged_by_place_and_value(labelled, shared):
    right = [fact("person", "Herr Rot", 1, name="Rot"), fact("result", "einstimmig zugestimmt", normalised="adopted")]
    scored = judged(labelled, shared, *right, fact("money", "1.200,00 €", value_eur=1200.0, approx=True))
    assert scored.kinds == {kind: Tally(1, 1, 1, 1) for kind in ("result", "money", "person")}
    assert scored.attributes == {"money.approx": (0, 1)}
    assert scored.misses == ()


def test_repetitions_and_optional_labels_count_neither_way_but_other_claims_are_wrong(labelled, shared):
    twice = [fact("person", "Herr Rot", nth, name="Rot") for nth in (0, 1)]
    scored = judged(labelled, shared, *twice, fact("money", "300 €", value_eur=300), fact("goal", "Kosten"))
    assert scored.kinds["person"] == Tally(1, 1, 1, 1)
    assert scored.kinds["money"] == Tally(expected=1)
    wrong = judged(
        labelled,
        shared,
        fact("money", "1.200,00 €", value_eur=1.2),
        fact("person", "Frau Blau", name="Blau"),
        fact("result", "Beschluss", normalised="rejected"),
        fact("result", "Beschluss", normalised=None),
    )
    assert wrong.kinds == {kind: Tally(expected=1, claimed=1) for kind in ("result", "money", "person")}
    assert len(wrong.misses) == 6


def test_an_altered_quote_is_counted(labelled, shared):
    false = fact("person", "Herr Rot", name="Rot") | {"evidence": [{"start": 0, "end": 8, "quote": "Herr Tor"}]}
    assert judged(labelled, shared, false).false_quotes == 1


def test_shares_are_none_where_nothing_can_be_said():
    assert (Tally().recall, Tally().precision, Tally().f1) == (None, None, None)
    assert Tally(expected=2).f1 == 0
    assert Tally(4, 2, 2, 2).f1 == pytest.approx(2 / 3)


def kept(found, confused=0):
    scored = Scored(municipality="A", kinds={"money": Tally(10, found, found, found)}, confused=confused)
    return figures.kept(score_sets.Measured(name="labels", recorded=True, documents=[scored]))


def test_a_figure_below_its_floor_is_told():
    floors = {"labels": {"recall.money": 0.8, "false_quotes": 0, "recall.post": 0.5}}
    said = figures.fallen("labels", kept(7), floors)
    assert said == ["labels: recall.money is 0.700, its floor 0.8", "labels: recall.post is nothing, its floor 0.5"]
    assert figures.fallen("labels", kept(8), {"labels": {"recall.money": 0.8}}) == []
    assert figures.fallen("rewritten", kept(8, confused=1), {"rewritten": {"confused": 0}}) != []


def test_floors_rise_and_sink_only_by_their_own_flag():
    floors = {"labels": {"recall": 0.8, "false_quotes": 0}}
    better, worse = {"labels": kept(9)}, {"labels": kept(7)}
    assert figures.moved_floors(better, floors, lower=False)["labels"]["recall"] == 0.9
    assert figures.moved_floors(worse, floors, lower=False)["labels"]["recall"] == 0.8
    assert figures.moved_floors(worse, floors, lower=True)["labels"]["recall"] == 0.7
    assert figures.moved_floors(better, floors, lower=True) == floors
    assert "recall.money" in figures.moved_floors(worse, floors, lower=False)["labels"]


def test_the_document_is_what_template_and_kept_figures_give():
    assert accuracy_doc.render(figures.read_figures()) == accuracy_doc.DOCUMENT.read_text("utf-8"), (
        "docs/ACCURACY.md is stale: run make score, or tests/tools/accuracy_doc.py after a change of the template"
    )


def test_the_document_follows_the_figures():
    template = "<!-- table: kinds labels -->\n<!-- table: weak_recorded -->\n"
    strong, weak = (accuracy_doc.render({"labels": kept(found)}, template) for found in (9, 2))
    assert "9/10" in strong
    assert "(2/10)" in weak
    assert "(9/10)" not in strong
    with pytest.raises(KeyError):
        accuracy_doc.render({"labels": kept(9)}, "<!-- table: kinds nowhere -->\n")


def test_leaving_one_out_takes_its_counts_away():
    towns = [Scored(municipality=name, kinds={"vote": Tally(4, n, n, n)}) for name, n in (("A", 4), ("B", 1))]
    part = figures.kept(score_sets.Measured(name="labels", recorded=True, documents=towns))
    _, rows = accuracy_doc.town_rows(part)
    assert [list(row) for row in rows] == [
        ["A", "1", "4", "1.000", "1.000", "0.250", "1.000"],
        ["B", "1", "4", "0.250", "1.000", "1.000", "1.000"],
    ]
    assert accuracy_doc.spread_rows(part)[1][0] == ["recall, alone", "2", "0.250", "0.625", "1.000"]


def test_kept_figures_hold_their_floors_and_every_recorded_set_has_some():
    sets, floors = figures.read_figures(), figures.read_floors()
    assert [line for name, part in sets.items() for line in figures.fallen(name, part, floors)] == []
    assert {name for name, part in sets.items() if part["recorded"]} - {"decisions_corrected"} <= set(floors)


@pytest.mark.parametrize(("name", "documents"), [("heldout", (5, 3)), ("clerks", (30, 5))])
def test_of_unopened_documents_only_sums_are_told(name, documents, shared, monkeypatch):
    monkeypatch.setattr(score_sets, "exported", lambda files: [])
    used, unopened = score_sets.heldout(name, shared)
    assert (len(used.documents), unopened.documents[0].documents) == documents
    assert all(document.misses for document in used.documents)
    assert [document.misses for document in unopened.documents] == [()]
    assert set(unopened.documents[0].kinds) == {"all"}


def test_every_recorded_label_still_stands(shared):
    for path in sorted(LABELS.glob("*.json")):
        labels = recorded_labels.load(path)
        read = recorded_labels.read(shared, labels.document)
        assert list(recorded_labels.faults(labels, read)) == [], "after a new reader version: recorded_labels.py move"
    for correction in json.loads(score_sets.CORRECTIONS.read_text("utf-8"))["documents"]:
        text = recorded_labels.read(shared, correction["document"]).text
        assert [Span(**outcome["place"]).in_text(text) for outcome in correction["outcomes"]]


def test_recorded_label_files_hold_places_and_hashes_only():
    words = re.compile(r"[0-9a-f]{64}|\d{4}(-\d\d){0,2}")

    def strings(part):
        if isinstance(part, dict):
            return [s for value in part.values() for s in strings(value)]
        return [s for value in part for s in strings(value)] if isinstance(part, list) else [part]

    paths = sorted(LABELS.glob("*.json"))
    assert len(paths) >= 28
    for path in paths:
        for each in json.loads(path.read_text("utf-8"))["facts"]:
            texts = strings(each["value"] | {"p": each["places"], "a": each.get("also", [])})
            copied = [
                s for s in texts if isinstance(s, str) and s not in recorded_labels.WORDS and not words.fullmatch(s)
            ]
            assert copied == [], path.name


def test_recorded_material_is_read_as_well_as_its_floors_ask(shared):
    sets = figures.named([score_sets.labels(shared), *score_sets.decisions(shared)])
    floors = figures.read_floors()
    assert [line for name, part in sets.items() for line in figures.fallen(name, part, floors)] == []


def test_the_figures_are_those_of_the_scorer_beside_the_labels(shared, tmp_path, monkeypatch):
    read = score_sets.exported
    out = tmp_path / "facts.jsonl"

    def keep(files):
        facts = read(files)
        out.write_text("".join(json.dumps(each) + "\n" for each in facts), encoding="utf-8")
        return facts

    monkeypatch.setattr(score_sets, "exported", keep)
    ours = figures.headline(
        "examples", figures.kept(score_sets.examples("examples", shared / "examples", shared / "gold", shared))
    )
    command = [sys.executable, str(shared / "tools" / "score.py"), str(out), str(shared / "gold"), "--json"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    theirs = json.loads(said[: said.rindex("}") + 1])
    assert ours == {name: pytest.approx(theirs[name], abs=1e-4) for name in ours}
