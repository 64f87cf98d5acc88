"""Steering groups and their members, from texts of invented councils."""

import time

import pytest

from corpus.evidence import Document, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.groups import EXTRACTOR

TABLE = """Die Lenkungsgruppe kam am 04.05.2022 erstmals zusammen. Ihr gehören an:

Funktion\tBereich
<i>Kreis Wieda: Dezernentin für Soziales</i>\t<i>Vorsitz der Lenkungsgruppe</i>
<i>Geschäftsführung Jobcenter Wieda</i>\t<i>Arbeit</i>

<i>Abteilung Migration beim Caritasverband Ostwig</i>\t
<i>Stadt Ostwig: Leitung Jugendamt</i>\t

Danach wurde beraten.
"""


def read(text: str) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim")).run(EXTRACTOR)


def of(kind: str, facts: list[Fact]) -> list[Fact]:
    return [f for f in facts if f.kind == kind]


def test_a_table_of_members():
    found = of("body_member", read(TABLE))
    assert [(f.value["row"], f.value["organization"], f.value["org_kind"], f.value["chair"]) for f in found] == [
        (1, "Kreis Wieda", "municipality", True),
        (2, "Jobcenter Wieda", "job_centre", False),
        (3, "Caritasverband Ostwig", "welfare_associations", False),
        (4, "Stadt Ostwig", "member_municipality", False),
    ]
    assert found[0].evidence[0].quote == "Kreis Wieda: Dezernentin für Soziales"
    assert found[1].value["area"] == "Arbeit"
    assert found[2].value["area"] is None


def test_first_meeting():
    (body,) = of("body", read(TABLE))
    assert (body.value["kind"], body.value["exists"], body.value["first_meeting"]) == (
        "steering_group",
        True,
        "2022-05-04",
    )


def test_a_list_and_a_table_with_bars():
    text = (
        "Die Steuerungsgruppe setzt sich wie folgt zusammen:\n- die Leiterin des Jugendamts\n- Integrationsrat Wieda\n"
    )
    assert [f.value["org_kind"] for f in of("body_member", read(text))][-1] == "integration_council"
    text = "Lenkungsgruppe\n\nFunktion | Bereich |\n--- | --- |\nLeitung Jobcenter Wieda | Arbeit |\n"
    (fact,) = of("body_member", read(text))
    assert (fact.value["function"], fact.value["area"]) == ("Leitung Jobcenter Wieda", "Arbeit")


@pytest.mark.parametrize(
    ("text", "kind", "exists"),
    [
        ("Die Lenkungsgruppe soll sich im Herbst bilden.", "steering_group", False),
        ("Der Lenkungskreis wurde am 03.02.2021 konstituiert.", "steering_group", True),
        ("Die Gründung einer Arbeitsgruppe zum Spracherwerb ist für August vorgesehen.", "project_group", False),
    ],
)
def test_kind_and_existence(text, kind, exists):
    (fact,) = of("body", read(text))
    assert (fact.value["kind"], fact.value["exists"]) == (kind, exists)


def test_composition_in_prose():
    (fact,) = of(
        "body",
        read("In der Lenkungsgruppe, in der drei Ämter, die Fraktionen und die AWO vertreten sind, wird beraten."),
    )
    assert fact.value["composition"] == ["drei Ämter", "Fraktionen", "AWO"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Vorsitzende des Integrationsrates gehöre der Lenkungsgruppe als stimmberechtigtes Mitglied an.",
        "Frau Hövel teilt mit, dass der Vorsitz des Integrationsrats Mitglied der Lenkungsgruppe sei.",
        "Der Integrationsrat ist in der Steuerungsgruppe nur mit beratender Stimme vertreten.",
    ],
)
def test_a_seat_of_the_integration_council(text):
    (fact,) = of("body_member", read(text))
    assert fact.value["org_kind"] == "integration_council"


@pytest.mark.parametrize(
    "text",
    [
        "Frau Hövel fordert, dass der Integrationsrat Mitglied der Lenkungsgruppe wird.",
        "Der Integrationsrat ist nicht in der Lenkungsgruppe vertreten.",
        "Funktion\tBereich\nLeitung Jugendamt\tJugend",
    ],
)
def test_no_seat_in_demands_and_other_tables(text):
    assert of("body_member", read(text)) == []


@pytest.mark.parametrize("piece", ["Lenkungsgruppe ", "Die Lenkungsgruppe tagt. ", "Funktion\tBereich\n", "| a | b\n"])
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 20


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Mitglieder der Lenkungsgruppe:\n- Dezernentin Frau Ruhl (Vorsitz)\n- Leitung des Jobcenters\n\nEnde.", 2),
        (
            "Lenkungsgruppe KIM\n| Institution | Person |\n|---|---|\n| Wieda | Frau Ruhl |\n| AWO | Abt |\n",
            2,
        ),
        ("Mitglieder der Lenkungsgruppe:\nLeitung Sozialamt\nLeitung KI\nLeitung Jobcenter\n\nEnde.", 3),
        ("Die Steuerungsgruppe unter Leitung der Beigeordneten Frau Abt tagte am 3.3.2022.", 1),
        ("Mitglieder der Lenkungsgruppe sind der Dezernent, die Leitung der AWO und die Leitung des KI.", 3),
        ("Herr Abt fordert, dass der Beirat einen Sitz in der Lenkungsgruppe erhält.", 0),
    ],
)
def test_seats_in_other_forms(text, seats):
    assert len(of("body_member", read(text))) == seats


@pytest.mark.parametrize(
    ("text", "exists", "quote"),
    [
        ("Frau Menke teilt mit, dass sie Mitglied der Lenkungsgruppe sei.", True, "Mitglied der Lenkungsgruppe"),
        ("Besprochen werden die Ergebnisse der Lenkungsgruppe.", True, "die Ergebnisse der Lenkungsgruppe"),
        ("Den Vorsitz der Lenkungsgruppe hat die Dezernentin.", True, "Den Vorsitz der Lenkungsgruppe hat"),
        ("Herr Born fragt, wer Mitglied der Lenkungsgruppe ist.", None, "Lenkungsgruppe"),
        ("Das Thema Lenkungsgruppe ist wichtig.", None, "Lenkungsgruppe"),
        ("Über die Leitung einer Lenkungsgruppe wird noch beraten.", None, "Lenkungsgruppe"),
    ],
)
def test_a_group_exists_where_its_words_show_it_at_work(text, exists, quote):
    (fact,) = of("body", read(text))
    assert fact.value["exists"] is exists
    assert quote in fact.evidence[0].quote


@pytest.mark.parametrize(
    ("text", "kind", "exists"),
    [
        ("Die Lenkungsgruppe wird im September erstmals zusammentreten.", "steering_group", None),
        ("Der Start der Lenkungsgruppe ist für Herbst geplant.", "steering_group", False),
        ("Die Lenkungsgruppe ist noch nicht gestartet.", "steering_group", False),
        ("Ein erstes Treffen der Steuerungsgruppe steht noch aus.", "steering_group", None),
        ("Die konstituierende Sitzung der Lenkungsgruppe fand am 03.02.2021 statt.", "steering_group", True),
        ("Im April wurde eine Lenkungsgruppe ins Leben gerufen.", "steering_group", True),
        ("Es gibt eine Lenkungsgruppe aus Ämtern und Verbänden.", "steering_group", True),
        ("Am 12.01.2022 ist die Lenkungsgruppe zu ihrer ersten Sitzung zusammengekommen.", "steering_group", True),
        ("Die Steuerungsgruppe hat sich bereits zweimal getroffen.", "steering_group", True),
        ("Die Lenkungsgruppe tagt vierteljährlich.", "steering_group", True),
        ("In der eigens gegründeten Lenkungsgruppe werde darüber beraten.", "steering_group", True),
        ("Die Lenkungsgruppe soll ab Mai ihre Arbeit aufnehmen.", "steering_group", False),
        ("Sie berichtet von den ersten Gesprächen in der Lenkungsgruppe.", "steering_group", True),
        ("Sie kündigt die Bildung einer Arbeitsgruppe zum Fachkräfteeinwanderungsgesetz an.", "project_group", False),
        ("Eine Projektgruppe zum neuen Recht soll im Juni starten.", "project_group", False),
        ("Geplant ist ein Arbeitskreis zur Anerkennung von Abschlüssen.", "project_group", False),
        ("Für die Anerkennung ausländischer Abschlüsse werde eine Arbeitsgruppe eingerichtet.", "project_group", False),
        ("Eine AG zum Thema Einbürgerung befindet sich in Gründung.", "project_group", False),
        ("Es wurde eine Projektgruppe „Wohnen“ gebildet.", "project_group", True),
        ("Die Arbeitsgruppe Sprache trifft sich monatlich.", "project_group", True),
        ("Ein Projektteam zum Chancenaufenthalt wird gerade aufgebaut.", "project_group", False),
    ],
)
def test_groups_at_work_and_to_come(text, kind, exists):
    (fact,) = of("body", read(text))
    assert (fact.value["kind"], fact.value["exists"]) == (kind, exists)


@pytest.mark.parametrize(
    "text",
    [
        "Die AG Wohlfahrt ist im Gespräch.",
        "Die Zielgruppe ist groß.",
        "Die Fraktion fragt nach einer Arbeitsgruppe.",
        "Die Arbeitsgruppe ist wichtig.",
        "Der Freundeskreis trifft sich.",
    ],
)
def test_what_is_no_group(text):
    assert of("body", read(text)) == []


def test_a_sentence_that_speaks_on_of_the_group():
    (fact,) = of("body", read("Ein Lenkungskreis ist einzurichten. Er hat sich am 08.02.2023 konstituiert."))
    assert (fact.value["exists"], fact.value["first_meeting"]) == (True, "2023-02-08")


def test_groups_set_up_together():
    found = of("body", read("Es wurden zwei Projektgruppen eingesetzt: „Wohnen“ (Frau Rot) und „Sprache“ (Herr Blau)."))
    assert [(f.value["name"], f.value["exists"]) for f in found] == [("„Wohnen“", True), ("„Sprache“", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Eine Lenkungsgruppe gibt es bislang nicht.",
        "Eine Lenkungsgruppe wurde bislang nicht eingerichtet.",
        "Eine Steuerungsgruppe besteht noch nicht.",
        "Eine Lenkungsgruppe existiert nicht.",
        "Es gibt noch keine Lenkungsgruppe.",
        "Es wurde bisher keine Steuerungsgruppe gebildet.",
        "Die Lenkungsgruppe ist noch nicht gegründet worden.",
        "Bisher gibt es keinen Lenkungskreis.",
        "Auf die Bildung einer Lenkungsgruppe wurde verzichtet.",
        "Von einer Lenkungsgruppe wurde abgesehen.",
        "Die Lenkungsgruppe wurde aufgelöst.",
        "Eine Projektgruppe gibt es nicht.",
        "Die Einrichtung einer Lenkungsgruppe ist nicht erfolgt.",
        "Die Einrichtung einer Lenkungsgruppe ist nicht vorgesehen.",
    ],
)
def test_a_group_that_is_not_there_is_neither_there_nor_planned(text):
    (fact,) = of("body", read(text))
    assert (fact.value["exists"], fact.value["planned"]) == (False, False)


@pytest.mark.parametrize(
    ("text", "exists", "planned"),
    [
        ("Eine Lenkungsgruppe soll im Mai gebildet werden.", False, True),
        ("Die erste Sitzung der Lenkungsgruppe ist für den 12.05.2022 geplant.", None, False),
        ("Die Lenkungsgruppe hat sich noch nicht konstituiert.", None, False),
        ("Die Lenkungsgruppe hat noch nicht getagt.", None, False),
        ("Die Lenkungsgruppe wurde eingerichtet und hat noch nicht getagt.", True, False),
        ("Eine Lenkungsgruppe wurde eingerichtet, die Mitglieder sind noch nicht benannt.", True, False),
        ("Die Lenkungsgruppe tagt nicht öffentlich.", True, False),
        ("Es gibt eine Lenkungsgruppe, der die Ausländerbehörde nicht angehört.", True, False),
    ],
)
def test_a_no_that_is_said_of_something_else(text, exists, planned):
    (fact,) = of("body", read(text))
    assert (fact.value["exists"], fact.value["planned"]) == (exists, planned)
