"""States, goals and legal rank, from sentences of invented councils."""

import time

import pytest

from corpus.evidence import Document, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.states import EXTRACTOR


def read(text: str, about: str = "\n\nIntegration") -> list[Fact]:
    text += about
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim")).run(EXTRACTOR)


def test_states_of_other_matters_are_not_read():
    assert read("Sämtliche Stellen sind besetzt. Das Konzept wurde genehmigt.", about="") == []


def of(kind: str, facts: list[Fact]) -> list[Fact]:
    return [f for f in facts if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "type_", "stage"),
    [
        ("Die Stellenprofile werden noch erarbeitet.", "staffing", "not_advertised"),
        ("Bislang ist keine Stelle ausgeschrieben worden.", "staffing", "not_advertised"),
        ("Alle Stellen sind inzwischen ausgeschrieben.", "staffing", "advertised"),
        ("Für die Koordinierungsstelle laufen die Stellen im Auswahlverfahren.", "staffing", "advertised"),
        ("Von den vier Stellen sind drei besetzt.", "staffing", "partly_filled"),
        ("Die zweite Stelle ist seit Juni vakant.", "staffing", "partly_filled"),
        ("Sämtliche Stellen konnten im Mai besetzt werden.", "staffing", "filled"),
        ("Das Fachkonzept wird derzeit entwickelt.", "concept", "in_progress"),
        ("Die Verwaltung hat das Konzept überarbeitet.", "concept", "revised"),
        ("Das Handlungskonzept wurde vom Land genehmigt.", "concept", "approved"),
        ("Die Richtlinie liegt nur im Entwurf vor.", "framework", "draft"),
        ("Die Stellen sind beim Kommunalen Integrationszentrum angesiedelt.", "location", "in_place"),
        ("Die Stellen sollen im Sozialamt verortet werden.", "location", "planned"),
        (
            "Das Land empfiehlt, die Stellen an das Kommunale Integrationszentrum anzudocken.",
            "location",
            "recommendation",
        ),
        ("Das Vorgehen ist mit der Stadt Ostwig abgesprochen.", "intermunicipal", "agreed"),
        ("Im Vorjahr wurden 180 Personen beraten.", "caseload", "running"),
    ],
)
def test_state_of_a_thing(text, type_, stage):
    (fact,) = of("status", read(text))
    assert (fact.value["type"], fact.value["stage"]) == (type_, stage)


@pytest.mark.parametrize(
    "text",
    [
        "KA Brüning fragt, ob alle Stellen ausgeschrieben seien.",
        "Frau Menke möchte wissen, wie weit das Konzept entwickelt ist.",
        "Die Sitzung beginnt um 17 Uhr.",
        "Beschlussvorschlag:\nDie Stellen werden ausgeschrieben.",
    ],
)
def test_no_state_in_questions_and_proposals(text):
    assert of("status", read(text)) == []


def test_goals_in_a_sentence_and_in_lists():
    text = (
        "Bis 2025 sollen folgende Ziele erreicht werden: Aufbau einer Steuerung, Ausbau der Beratung und eine "
        "engere Zusammenarbeit."
    )
    assert [f.evidence[0].quote for f in of("goal", read(text))] == [
        "Aufbau einer Steuerung",
        "Ausbau der Beratung",
        "eine engere Zusammenarbeit",
    ]
    text = "Das Programm nennt drei Ziele:\n1. Ankommen erleichtern\n2. Arbeit finden\n\nDanach folgt mehr."
    assert [f.value["text"] for f in of("goal", read(text))] == ["Ankommen erleichtern", "Arbeit finden"]
    (fact,) = of("goal", read("Ziel des Vorhabens ist es, Wege zu verkürzen."))
    assert fact.start == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Das Vorhaben ist eine freiwillige Aufgabe.", "voluntary_task"),
        ("Eine gesetzliche Pflicht besteht nicht.", "voluntary_task"),
        ("Es handelt sich um eine Pflichtaufgabe.", "mandatory_task"),
        ("Die Aufgabe ist in § 9 des Gesetzes verankert.", "legally_anchored"),
    ],
)
def test_legal_rank(text, kind):
    (fact,) = of("legal_status", read(text))
    assert fact.value["kind"] == kind


@pytest.mark.parametrize("piece", ["Konzept ", "Stelle besetzt, ", "Ziel ", "A der fünf ", "sollen a "])
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 20


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Das Team ist personell komplett aufgestellt und voll besetzt.", "filled"),
        ("Mitbestimmung: Verfahren läuft", "advertised"),
        ("Für die Assistenz ist eine neue Ausschreibung erforderlich.", "not_advertised"),
        ("Der Leitfaden befindet sich in der internen Abstimmung.", None),
        ("Eine Verlängerung ist vom Land avisiert.", "announced"),
        ("Zuwendungsbescheid 2026: steht noch aus", "pending"),
    ],
)
def test_states_in_few_words(text, stage):
    stages = [f.value["stage"] for f in read(text) if f.kind == "status"]
    assert len(stages) == 1
    assert stage is None or stages == [stage]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Die Konkretisierung der Konzepte seitens des Landes hat sich verzögert.", "framework"),
        ("Das Konzept des Landes wird derzeit überarbeitet.", "framework"),
        ("Das Ministerium hat das Rahmenkonzept überarbeitet.", "framework"),
        ("Die Förderbedingungen haben sich verzögert.", "framework"),
        ("In allen Kreisen werden aktuell Konzepte entwickelt.", "framework"),
        ("Der Bericht wird derzeit erstellt.", "report"),
        ("Das Konzept wird derzeit überarbeitet.", "concept"),
        ("Das Land hat das Konzept der Stadt genehmigt.", "concept"),
        ("Die dem Land vorgelegte Konzeption wurde bewilligt.", "concept"),
    ],
)
def test_what_others_write_is_no_concept_of_the_municipality(text, type_):
    assert [f.value["type"] for f in of("status", read(text))] == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "Herr Born rechnet mit einer zügigen Besetzung der Stellen im KIM.",
        "Es ist unklar, wann genau mit einer Besetzung der Stellen zu rechnen ist.",
        "Die Besetzung der Stellen dürfte mehr Zeit in Anspruch nehmen.",
    ],
)
def test_what_is_hoped_of_a_filling_is_no_advertisement(text):
    assert {f.value["stage"] for f in of("status", read(text))} <= {"pending"}


LIST = ":\n\n1. Ankommen erleichtern\n2. Teilhabe stärken\n"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "Zum KIM.\n\nDas Land hat in der „Integrationsstrategie 2035“ Ziele genannt" + LIST,
            "Integrationsstrategie 2035",
        ),
        ("Zum KIM.\n\nDas Land verfolgt mehrere Ziele" + LIST, "Land"),
        ("Zum KIM.\n\nDie Ziele des KIM sind" + LIST, "KIM"),
        ("Die „Integrationsstrategie 2035“ liegt vor. Das KIM hat folgende Ziele" + LIST, "KIM"),
    ],
)
def test_goals_are_those_of_who_sets_them(text, owner):
    assert [f.value["of"] for f in of("goal", read(text))][-2:] == [owner, owner]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Die Stellen sind nicht besetzt.", "vacant"),
        ("Die Stellen sind noch nicht besetzt.", "vacant"),
        ("Die Stellen konnten nicht besetzt werden.", "vacant"),
        ("Die Stellen konnten bisher leider nicht wieder besetzt werden.", "vacant"),
        ("Die Stellen waren nie besetzt.", "vacant"),
        ("Die drei Stellen sind unbesetzt.", "vacant"),
        ("Eine Besetzung der Stellen ist nicht erfolgt.", "vacant"),
        ("Die Stellen wurden nicht ausgeschrieben.", "not_advertised"),
        ("Das Konzept wurde nicht genehmigt.", "negated"),
        ("Das Land hat das Konzept nicht genehmigt.", "negated"),
        ("Das Konzept wird nicht erarbeitet.", "negated"),
        ("Das Konzept wurde nicht überarbeitet.", "negated"),
        ("Das Vorgehen ist mit der Stadt Ostwig nicht abgesprochen.", "negated"),
        ("Die Stellen sind nicht beim Kommunalen Integrationszentrum angesiedelt.", "negated"),
        ("Die Stellen sind bislang nicht alle besetzt.", "partly_filled"),
        ("Die zweite Stelle ist nicht besetzt.", "partly_filled"),
        ("Die Stellen sind alle besetzt, nicht nur die halben.", "filled"),
        ("Alle Stellen sind besetzt, was nicht zu erwarten war.", "filled"),
        ("Das Konzept ist noch nicht fertiggestellt.", "in_progress"),
    ],
)
def test_what_a_clause_denies_is_not_its_state(text, stage):
    assert [f.value["stage"] for f in read(text)] == [stage]
