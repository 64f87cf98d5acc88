"""Persons in a public role, from sentences of invented councils."""

import time

import pytest

from corpus.evidence import Document, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.persons import EXTRACTOR


def persons(text: str) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim")).run(EXTRACTOR)


@pytest.mark.parametrize(
    ("text", "name", "fields"),
    [
        ("Frau Dr. Ostendorp stellt vor.", "Ostendorp", {"salutation": "Frau", "title": "Dr.", "role": None}),
        ("Herr Dezernent Wübbels berichtet.", "Wübbels", {"salutation": "Herr", "role": "Dezernent"}),
        ("KA Brüning fragt nach.", "Brüning", {"salutation": None, "role": "KA", "role_explicit": True}),
        ("Ktabg. Frau Terhorst (CDU) lehnt ab.", "Terhorst", {"role": "Ktabg.", "party": "CDU"}),
        ("RM von der Lippe (BÜNDNIS 90/DIE GRÜNEN) bittet.", "von der Lippe", {"party": "BÜNDNIS 90/DIE GRÜNEN"}),
        ("Der Vorsitzende, KA Olbrich, eröffnet.", "Olbrich", {"role": "Vorsitzende, KA"}),
        ("Frau Yıldız, die Leiterin des Jobcenters, dankt.", "Yıldız", {"role": "Leiterin des Jobcenters"}),
        ("Stv. Bürgermeisterin Petra Kuhlmann spricht.", "Petra Kuhlmann", {"role": "Stv., Bürgermeisterin"}),
        ("KA Hövel erklärt für die FDP-Fraktion, man stimme zu.", "Hövel", {"party": "FDP"}),
        ("Ratsfrau A. erfragt den Stand.", "A.", {"role": "Ratsfrau"}),
        ("Bürgermeister M. (SPD) dankt.", "M.", {"role": "Bürgermeister", "party": "SPD"}),
        ("Frau Dr. Sch. antwortet.", "Sch.", {"title": "Dr."}),
        ("Ratsfrau Dr. H.-L. ist entschuldigt.", "H.-L.", {"role": "Ratsfrau"}),
        ("Stadträtin Ohlmer (FW|FÜR): Ja.", "Ohlmer", {"role": "Stadträtin", "party": "FW|FÜR"}),
        ("BAbg. Feldkeller bittet um Auskunft.", "Feldkeller", {"role": "BAbg."}),
        ("Herr Ortschaftsrat Hartmut Stegner scheidet aus.", "Hartmut Stegner", {"role": "Ortschaftsrat"}),
        ("Das sieht die Kollegin Dornhöfer anders.", "Dornhöfer", {"role": None}),
        ("Dr. Ines Rabeneck (stellv. Fraktionsvorsitzende)", "Ines Rabeneck", {"party": None}),
        ("- Antragstellend:\n- Brandhoff, Ute\n", "Brandhoff", {"first_name": "Ute", "role": "Antragstellend"}),
    ],
)
def test_person_with_role_title_and_party(text, name, fields):
    (fact,) = persons(text)
    assert fact.value["name"] == name
    assert {key: fact.value[key] for key in fields} == fields
    assert fact.evidence[0].quote == text[fact.start : fact.end]


@pytest.mark.parametrize(
    "text",
    [
        "Leiter Finanzen und Personal sind eingeladen.",
        "Liebe Kolleginnen und Kollegen, der Stand ist gut.",
        "Kollegen Dank gebührt allen, Kollege Zufall half.",
        "Beratungsfolge\nStadtrat Quellmark (Information ohne Beratung)\nGemeinderat Auental (Vorberatung)",
        "Frau Dr. bleibt leer, Herr Nr. 4 ebenso.",
        "Frau KIM wird vorgestellt.",
        "Die Mitglieder des Integrationsrats danken.",
        "Sehr geehrter Herr Vorsitzender, meine Damen und Herren",
        "Funktion\tHerr Mustermann",
        "Der Gemeinderat den Vergleich an.",
    ],
)
def test_no_person_in_labels_bodies_and_placeholders(text):
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gez. Hövel\nVorsitzender Stadtteilbeirat Lindenau", []),
        ("Vorsitzende Ortsbeirat Lindenau: Frau Hövel", ["Hövel"]),
        ("Anwesend: Herr Brüning Stadtteilbeiräte Frau Hövel", ["Brüning", "Hövel"]),
        ("Gemeinderat Lindenau berät am Montag.", []),
        ("Stadtrat Lindenau hat den Haushalt beschlossen.", []),
        ("Stadtrat Brüning (SPD) hat den Antrag gestellt.", ["Brüning"]),
    ],
)
def test_councils_and_advisory_boards_are_no_persons(text, names):
    assert [f.value["name"] for f in persons(text) if f.value["name"] != "Hövel" or "Frau" in text] == names


def test_one_fact_a_person_with_what_later_mentions_add():
    (fact,) = persons("Herr Wübbels stellt das Projekt vor. Danach dankt Dezernent Wübbels (SPD) allen.")
    assert fact.start == 0
    assert (fact.value["role"], fact.value["party"]) == ("Dezernent", "SPD")


def test_the_object_of_a_verb_is_no_part_of_the_name():
    (fact,) = persons("Im Anschluss beantwortet Herr Wübbels Fragen der Mitglieder.")
    assert fact.value["name"] == "Wübbels"


@pytest.mark.parametrize("piece", ["Frau ", "KA Ab-", "Dezernent, ", "Aa", "A.", "Herr Dr. ", "(CDU", "von der "])
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    persons(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 10
