"""The reviewed table of result phrases, and the hand check of a sample of all phrases."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.outcomes import VALUES, normalise
from pipeline.cli import main
from tests.tools.outcome_phrases import SAMPLE, counted, drawn, key

HERE = Path(__file__).resolve().parent


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


TABLE, CHECKED = rows("outcomes.tsv"), rows("outcomes_checked.tsv")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["phrase"])
def test_every_phrase_is_given_the_reviewed_value(row):
    assert (normalise(row["phrase"]) or "-") == row["value"]
    assert row["value"] in {*VALUES, "-"}
    assert bool(row["because"]) == (row["value"] == "-")


def test_a_phrase_stands_once():
    assert len({row["phrase"] for row in TABLE}) == len(TABLE)
    assert len({row["phrase"] for row in CHECKED}) == len(CHECKED) == SAMPLE


@pytest.mark.parametrize(
    "row", [r for r in CHECKED if not r["phrase"].startswith("sha256:")], ids=lambda row: row["phrase"]
)
def test_hand_checked_phrases_keep_their_value(row):
    assert (normalise(row["phrase"]) or "-") == row["value"]
    assert (row["first"] == row["value"]) == (row["right"] == "yes")


@pytest.mark.recorded
def test_every_frequent_phrase_of_recorded_data_is_reviewed(shared):
    reviewed = {row["phrase"]: row for row in TABLE}
    frequent = 0
    for phrase, by in counted(shared).items():
        number = by.total() - by["other"]
        frequent += number >= 3
        assert number < 3 or int(reviewed[phrase]["count"]) == number, phrase
    assert frequent > 50


@pytest.mark.recorded
def test_the_hand_checked_sample_is_the_one_that_is_drawn(shared):
    checked = {row["phrase"]: row for row in CHECKED}
    for phrase in drawn(shared):
        row = checked.get(phrase) or checked[key(phrase)]
        assert (normalise(phrase) or "-") == row["value"], phrase


def test_check_lists_phrases_without_value_by_frequency(tmp_path):
    pages = {"a": "Einzelabstimmung", "b": "Einzelabstimmung", "c": "geändert beschlossen", "d": "Aushang im Foyer"}
    items = [
        {"id": f"https://ratslupe.example/item/{name}", "type": "https://schema.oparl.org/1.1/AgendaItem",
         "number": str(i), "name": "Bericht", "result": result}
        for i, (name, result) in enumerate(pages.items(), 1)
    ]  # fmt: skip
    meeting = {"id": "https://ratslupe.example/meeting/1", "type": "https://schema.oparl.org/1.1/Meeting",
               "name": "Rat", "start": "2024-03-05T17:00:00+01:00", "agendaItem": items}  # fmt: skip
    (tmp_path / "meeting.json").write_text(json.dumps(meeting), "utf-8")
    corpus = str(tmp_path / "c.db")
    runner = CliRunner()
    runner.invoke(main, ["ingest", str(tmp_path / "meeting.json"), "--corpus", corpus])
    result = runner.invoke(main, ["check", "--vocabulary", "--corpus", corpus])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "result\t2\tEinzelabstimmung\tmeeting.json", "result\t1\tAushang im Foyer\tmeeting.json"
    ]  # fmt: skip
    assert "2 of results" in result.stderr
    assert runner.invoke(main, ["check", "--corpus", corpus]).exit_code == 2
    assert "Example" in runner.invoke(main, ["check", "--help"]).stdout
