"""Votes by "dafür" and "dagegen", in tables, and outcomes that tell no motion; every text is invented."""

import pytest

from corpus.evidence import Document
from corpus.outcomes import parse_vote
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.decisions import EXTRACTOR


def facts(text, kind):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f.value for f in Analysis(document, topic_named("kim")).run(EXTRACTOR) if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("dafür 13 (CDU 6, SPD 7), dagegen 1 (FDP), enthalten 2 (UWG)", (13, 1, 2)),
        ("Dafür 12 Stimmen, dagegen keine, Enthaltungen 3.", (12, 0, 3)),
        ("Ja 10, Nein 3, Enth. 2", (10, 3, 2)),
        ("12 dafür, 3 dagegen, 1 enthält sich", (12, 3, 1)),
        ("Dafür stimmen 11 Mitglieder, dagegen 2 bei 1 Enthaltung.", (11, 2, 1)),
        ("Er setzt sich dafür ein, dass im Plan 2 Stellen enthalten sind.", None),
    ],
)
def test_votes_for_and_against(text, counted):
    votes = [(v.vote.yes, v.vote.no, v.vote.abstentions) for v in parse_vote(text)]
    assert votes == ([counted] if counted else [])


def test_the_sum_of_a_table_is_the_vote():
    text = "Niederschrift\n\nAbstimmung:\nFraktion\tJa\tNein\tEnthaltung\nA\t3\t-\t-\nB\t-\t9\t1\nSumme\t3\t9\t1\n"
    (vote,) = facts(text, "vote")
    assert (vote["yes"], vote["no"], vote["abstentions"], vote["unanimous"]) == (3, 9, 1, False)


def test_a_table_of_other_sums_is_no_vote():
    assert facts("Niederschrift\n\nFrage\tja\tNutzung\nA\t3\t5\nSumme\t3\t5\n", "vote") == []


@pytest.mark.parametrize(
    ("sentence", "unanimous"),
    [
        ("Alle Anwesenden sind dafür, Votum also einstimmig.", True),
        ("Das Votum fällt einstimmig aus.", True),
        ("Vorlage und Zusatz gehen mehrheitlich durch (3 Gegenstimmen, 1 Enthaltung).", False),
    ],
)
def test_a_ballot_told_without_its_motion(sentence, unanimous):
    assert [v["unanimous"] for v in facts(f"Niederschrift\n\nTOP 3\n\n{sentence}\n", "vote")] == [unanimous]


def test_a_rejected_motion_beside_a_noted_paper():
    text = (
        "Niederschrift\n\nTOP 3\n\nDer Antrag ist damit abgelehnt.\n\nDer Ausschuss nimmt die Vorlage zur Kenntnis.\n"
    )
    assert [r["normalised"] for r in facts(text, "result")] == ["rejected", "noted"]


def test_a_note_in_the_passive_is_the_text_of_the_decision():
    text = "Niederschrift\n\nTOP 3\n\nVom Inhalt der Vorlage wird durch den Ausschuss Kenntnis genommen.\n"
    assert [t["normalised"] for t in facts(text, "decision_text")] == ["noted"]
