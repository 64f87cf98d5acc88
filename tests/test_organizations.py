"""Organisations by class words, from sentences of invented councils."""

import time

import pytest

from corpus.evidence import Document, Evidence, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.organizations import EXTRACTOR, nominative


def read(text: str, own: str | None = None) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    place = (Evidence(text_sha256=document.text_sha256, start=0, end=1, quote=text[0]),)
    town = Fact(kind="municipality", value={"name": own}, evidence=place, extractor="head", extractor_version=1)
    return Analysis(document, topic_named("kim"), known=[town] if own else []).run(EXTRACTOR)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Dies regelt das Kommunale Integrationszentrum des Kreises Wieda (KI) selbst.", None, "ki"),
        ("Im Kreisintegrationszentrum (KI) wird beraten.", "Kreisintegrationszentrum (KI)", "ki"),
        ("Die Bezirksregierung Detmold bewilligt.", "Bezirksregierung Detmold", "state"),
        ("Das Ministerium für Arbeit, Gesundheit und Soziales (MAGS) fördert.", None, "ministry"),
        (
            "Der Caritasverband für das Dekanat Ostwig e. V. hilft.",
            "Caritasverband für das Dekanat Ostwig e. V.",
            "welfare_associations",
        ),
        ("Dem Diakonischen Werk Ostwig wird gedankt.", "Diakonisches Werk Ostwig", "welfare_associations"),
        ("Partner der freien Wohlfahrtspflege wirken mit.", None, "welfare_associations"),
        ("Das Jobcenter Kreis Wieda nimmt teil.", "Jobcenter Kreis Wieda", "job_centre"),
        ("Die Agentur für Arbeit Ostwig nimmt teil.", "Agentur für Arbeit Ostwig", "employment_agency"),
        ("Die Volkshochschule Ostwig bietet Kurse an.", "Volkshochschule Ostwig", "adult_education"),
        (
            "Die Migrantenselbstorganisationen werden eingeladen.",
            "Migrantenselbstorganisationen",
            "migrant_organisation",
        ),
        ("Die Zusammenarbeit mit der Ausländerbehörde des Kreises Wieda läuft.", None, "foreigners_authority"),
        ("Die Kraft ist im Sozialamt angesiedelt.", "Sozialamt", "municipal_office"),
    ],
)
def test_kind_and_name(text, name, kind):
    (fact,) = read(text)
    assert fact.value["kind"] == kind
    assert name is None or fact.value["name"] == name
    assert fact.evidence[0].quote == text[fact.start : fact.end]


def test_the_longest_mention_stands_for_the_organisation():
    (fact,) = read(
        "Das Kommunale Integrationszentrum lädt ein. Das Kommunale Integrationszentrum der Stadt Wieda zahlt."
    )
    assert fact.value["name"] == "Kommunales Integrationszentrum der Stadt Wieda"


def test_general_words_give_way_to_named_associations():
    names = [f.value["name"] for f in read("Die Wohlfahrtsverbände wirken mit. Die AWO stellt den Raum.")]
    assert names == ["AWO"]


def test_another_municipality_is_a_partner_and_the_own_one_is_not():
    text = "Das Vorgehen ist mit der Stadt Ostwig abgestimmt. Die Stadt Wieda zahlt mit der Stadt Wieda."
    assert [f.value["name"] for f in read(text, "Stadt Wieda")] == ["Stadt Ostwig"]


@pytest.mark.parametrize(
    "text",
    [
        "Funktion\tJobcenter Wieda",
        "Stellen in den Ausländerbehörden des Landes",
        "Das Ordnungsamt lädt ein.",
        "Baustein 3: Zwei Stellen in der Ausländerbehörde sind besetzt.",
    ],
)
def test_no_organisation_in_tables_titles_and_places_of_posts(text):
    assert read(text) == []


def test_nominative():
    assert (
        nominative("Kommunalen Integrationszentrums der Stadt Wieda")
        == "Kommunales Integrationszentrum der Stadt Wieda"
    )


@pytest.mark.parametrize("piece", ["Stadt Aa ", "Ministerium für Aa, ", "Caritas ", "Aa e.V. ", "Land NRW "])
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 20
