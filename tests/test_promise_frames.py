"""What clerks note that somebody takes on, and what looks alike; every sentence is invented."""

import time

import pytest

from corpus.evidence import Document
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.speech import EXTRACTOR


def of(kind, text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f.value for f in Analysis(document, topic_named("kim")).run(EXTRACTOR) if f.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Herr Brandt nimmt sich der Frage an.",
        "Frau Ohm wird sich außerhalb der Sitzung mit dem Anlieger zu dem Problem austauschen.",
        "Der Seniorenbeirat wird nachfragen, was das Ordnungsamt unternehmen kann.",
        "Der Vorsitzende: Sie fragen nach den Bußgeldern. Das werden wir beantworten.",
        "Die Verwaltung wird die Frage schriftlich beantworten.",
        "Die Verwaltung klärt, ob die Fläche der Stadt gehört.",
        "Der Hinweis wird an den Bauhof weitergegeben.",
        "Die Anregung wird aufgenommen.",
        "Bürgermeisterin Ohm: Wir nehmen das gerne mit.",
        "Die Verwaltung wird sich um einen Ersatz kümmern.",
        "Der Bürgermeister erklärt, dass die Verwaltung den Wunsch wohlwollend prüfen wird.",
        "Die Frage wird schriftlich beantwortet.",
        "Die Beantwortung der Anfrage erfolgt schriftlich.",
        "Der Fachdienst reicht die Zahlen nach.",
        "Frau Ohm kümmert sich um einen Termin.",
        "Frau Ohm wird zu einer der nächsten internen Sitzungen eingeladen.",
    ],
)
def test_what_is_taken_on_is_a_commitment(text):
    assert len(of("commitment", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Die Verwaltung wird beauftragt, die Frage zu klären.",
        "Die Verwaltung wird gebeten, den Stand zu prüfen.",
        "Stadtrat Ohm (SPD): Wir werden dem Antrag zustimmen und das Thema aufgreifen.",
        "Die Stadt wird jedes Jahr von vielen Gästen besucht.",
        "Die Frage wurde schriftlich beantwortet.",
        "Herr Brandt nimmt an der Sitzung teil.",
        "Herr Brandt, Sie haben sich hoffentlich versprochen.",
        "Frau Ohm verpflichtet sodann die neuen Mitglieder.",
        "Die Stadt wird von dem Verein informiert.",
        "Die Fraktion beantragt:\n1. Die Verwaltung legt umgehend ein Gutachten vor.\n2. Sie berichtet bis Mai 2024.",
    ],
)
def test_what_is_asked_or_done_is_no_commitment(text):
    assert of("commitment", text) == []


def test_a_year_that_something_dates_from_is_not_when_it_is_due():
    assert [v["due"] for v in of("commitment", "Die Anträge aus dem Jahr 2018 werden bis Mai 2021 überarbeitet.")] == [
        "2021-05"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Nachfrage nach Wohnungen übersteigt das Angebot.",
        "Die Verwaltung wird beauftragt, die Frage zu klären.",
        "Es wirft die Frage auf, wie der Staat helfen kann.",
        "Man fragt sich, wo die Grenze ist.",
    ],
)
def test_what_nobody_asks_is_no_question(text):
    assert of("question", text) == []


def test_asking_again_after_a_thing_stays_a_question():
    assert len(of("question", "Auf die Nachfrage von Frau Ohm nach den Kosten antwortet Herr Brandt.")) == 1


@pytest.mark.parametrize(
    "piece",
    ["die Verwaltung wird ", "Herr Brandt nimmt ", "der Hinweis wird ", "Der Vorsitzende: wir werden ", "Frage "],
)
def test_reading_time_grows_with_the_length_alone(piece):
    start = time.perf_counter()
    of("commitment", piece * (30_000 // len(piece)))
    assert time.perf_counter() - start < 20
