"""Texts that papers and motions ask a body to resolve, notes of their fate, and decisions of former meetings."""

import pytest

from corpus.evidence import Document
from extractors import decisions, topic_named
from extractors.analysis import Analysis


def facts(text, kind):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f for f in Analysis(document, topic_named("kim")).run(decisions.EXTRACTOR) if f.kind == kind]


ASKED = [
    (
        "Antrag\n\ndie Fraktion der FDP beantragt, der Rat möge beschließen:\n1. Die vier Stellen werden entfristet.\n"
        "2. Die Verwaltung berichtet dem Beirat jährlich.\n\nBegründung:\nEs eilt.",
        [("Die vier Stellen werden entfristet.", "Rat"), ("Die Verwaltung berichtet dem Beirat jährlich.", "Rat")],
    ),
    (
        "Antrag\nDer Kreistag möge beschließen, dass zwei Stellen eingerichtet werden. Dafür sprechen viele Gründe.",
        [("dass zwei Stellen eingerichtet werden.", "Kreistag")],
    ),
    (
        "Antrag\nWir beantragen, im Haushalt zwei Stellen für das Case Management vorzusehen. Die Mittel sind da.",
        [("im Haushalt zwei Stellen für das Case Management vorzusehen.", None)],
    ),
    (
        "Beschlussvorlage\nDem Kreistag wird vorgeschlagen, folgenden Beschluss zu fassen:\nZwei Stellen werden "
        "eingerichtet.",
        [("Zwei Stellen werden eingerichtet.", "Kreistag")],
    ),
    (
        "Vorlage\nDie Verwaltung schlägt vor, wie folgt zu beschließen:\n"
        "Die Einrichtung zweier Stellen wird gebilligt.",
        [("Die Einrichtung zweier Stellen wird gebilligt.", None)],
    ),
    (
        "Antrag\nAntragstext:\nDie Stadt richtet beim KI zwei weitere Stellen ein.",
        [("Die Stadt richtet beim KI zwei weitere Stellen ein.", None)],
    ),
    ("Mitteilungsvorlage\nUm Kenntnisnahme wird gebeten.", [("Um Kenntnisnahme wird gebeten.", None)]),
    (
        "Mitteilungsvorlage\nDie Verwaltung bittet den Ausschuss um Kenntnisnahme.",
        [("Die Verwaltung bittet den Ausschuss um Kenntnisnahme.", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_a_text_that_is_asked_for(text, expected):
    found = facts(text, "decision_text")
    assert [(f.value["text"], f.value["decided_by"]) for f in found] == expected
    assert all(f.value["proposed"] for f in found)
    assert facts(text, "result") == []


@pytest.mark.parametrize(
    "text",
    [
        "Anfrage\nDie Fraktion bittet um Beantwortung folgender Fragen:\n1. Wie viele Stellen gibt es?",
        "Beschlussvorlage\nDie Verbände stellen folgende Forderungen auf:\nMehr Geld für Sprachkurse im ganzen Kreis.",
        "Beschlussvorlage\nDas Land beantragt die Mittel bei der Europäischen Union für das ganze Jahr.",
        "Niederschrift\nDie Mitglieder nehmen die Bitte um Ruhe auf.",
    ],
)
def test_nothing_is_asked_of_a_body(text):
    assert facts(text, "decision_text") == []


def test_a_note_on_a_paper_tells_its_fate():
    text = (
        "Antrag\nDer Rat möge beschließen, dass alles bleibt, wie es ist.\n\nVermerk des Büros: In der Sitzung des "
        "Sozialausschusses am 04.05.2023 wurden die Punkte 1 und 2 einstimmig empfohlen, Punkt 3 mit 4 Ja-Stimmen bei "
        "7 Nein-Stimmen abgelehnt; Punkt 4 wurde vertagt."
    )
    assert [f.value["normalised"] for f in facts(text, "result")] == ["recommended", "rejected", "deferred"]
    assert [(f.value["yes"], f.value["no"], f.value["unanimous"]) for f in facts(text, "vote")] == [
        (None, None, True),
        (4, 7, False),
    ]


REFERENCES = [
    ("Dass der Antrag vom Rat am 16.12.2021 mit 14 zu 22 Stimmen abgelehnt wurde, ist bekannt.", ("Rat", "2021-12-16")),
    ("In seiner Sitzung am 4.5.2021 stimmte der Kreistag der Vorlage zu.", ("Kreistag", "2021-05-04")),
    ("Die vom Rat am 03.04.2020 beschlossene Beteiligung läuft.", ("Rat", "2020-04-03")),
    ("Die Beteiligung wurde im Kreistag am 03.04.2020 einstimmig beschlossen.", ("Kreistag", "2020-04-03")),
    ("Mit Beschluss vom 30.09.2020 hat der Rat zwei Stellen eingerichtet.", ("Rat", "2020-09-30")),
    ("Das Konzept, beschlossen durch den Sozialausschuss am 20.10.2020, gilt.", ("Sozialausschuss", "2020-10-20")),
    ("Der Kreistag sprach sich am 3.4.2020 dafür aus.", ("Kreistag", "2020-04-03")),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_a_decision_of_a_former_meeting(text, expected):
    assert [(f.value["body"], f.value["date"]) for f in facts(text, "decision_ref")] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat wird am 03.04.2025 über das Programm entscheiden.",
        "Vom Rat am 03.04.2025 zu beschließen sind zwei Stellen.",
        "Der Rat soll am 03.04.2025 den Haushalt beschließen.",
        "Der Landtag hat am 03.04.2020 das Gesetz beschlossen.",
        "Der Aufsichtsrat hat am 03.04.2020 den Plan beschlossen.",
    ],
)
def test_no_decision_of_a_former_meeting(text):
    assert facts(text, "decision_ref") == []
