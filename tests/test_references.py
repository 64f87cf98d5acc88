import time

import pytest

from corpus.evidence import Document
from extractors import references, topic_named
from extractors.analysis import Analysis


def found(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(references.EXTRACTOR)
    assert all(text[f.start : f.end] == f.evidence[0].quote for f in facts)
    return [(f.value["kind"], f.value["identifier"], f.value["date"]) for f in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Auf die Sitzungsvorlage SV-11-0204 wird verwiesen.", [("paper", "SV-11-0204", None)]),
        ("Auf die Vorlagen 362/21 und 183/22 wird verwiesen.", [("paper", "362/21", None), ("paper", "183/22", None)]),
        ("Näheres steht in der Drucksache Nr. VO/089/2022.", [("paper", "VO/089/2022", None)]),
        ("Es gilt § 104c Aufenthaltsgesetz.", [("law", "§ 104c Aufenthaltsgesetz", None)]),
        (
            "Nach dem Beschluss des Kreistages vom 12.12.2019 (TOP 14) wird berichtet.",
            [("meeting", "Kreistag, TOP 14", "2019-12-12")],
        ),
        (
            "Bezug: Beschluss in der Sitzung des Kreisausschusses (TOP 6) vom 04.02.2020.",
            [("meeting", "Kreisausschuss, TOP 6", "2020-02-04")],
        ),
        ("Mehr unter www.lohe.example/integration.", [("url", "www.lohe.example/integration", None)]),
        (
            "Sie zeigt die Präsentation „Ankommen in Lohe – ein Überblick“ dazu.",
            [("presentation", "Ankommen in Lohe – ein Überblick", None)],
        ),
        (
            "Im Mai 2019 hat das Land die „Integrationsstrategie 2030“ vorgestellt.",
            [("strategy", "Integrationsstrategie 2030", "2019-05")],
        ),
    ],
)
def test_reference_is_read(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "TOP 3 Haushalt\nVorlage: 141/21\nDie Verwaltung trägt vor.",
        "Die Beratung ist für die Sitzung des Kreisausschusses am 25.08.2020 vorgesehen.",
        "Ein Drittel, also 1/3, der Stellen ist besetzt.",
    ],
)
def test_head_lines_and_plans_are_no_references(text):
    assert found(text) == []


def test_programme_is_named_once():
    text = (
        "Das Landesprogramm „Kommunales Integrationsmanagement“ (KIM) läuft. Das Landesprogramm "
        "Kommunales Integrationsmanagement wächst."
    )
    assert [kind for kind, _, _ in found(text)] == ["programme"]


@pytest.mark.parametrize(
    "piece", ["§ 3 Abs. 1 ", "www.", "12/34, ", "Präsentation ", "Sitzung des Rates ", "Vorlage 1/2 und ", "A-"]
)
def test_reading_time_grows_with_the_length_alone(piece):
    start = time.perf_counter()
    found(piece * (60_000 // len(piece)))
    assert time.perf_counter() - start < 20


def test_an_items_own_paragraph_number_is_no_law():
    text = (
        "Niederschrift\n§ 322\nEtat\nNach § 5 Abs. 2 GO NRW gilt das Teilhabe- und Integrationsgesetz.\n§ 323 Kultur\n"
    )
    assert [identifier for kind, identifier, _ in found(text) if kind == "law"] == [
        "§ 5 Abs. 2 GO NRW",
        "Teilhabe- und Integrationsgesetz",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Vorlage 2020/0911, die dem Kreisausschuss am 24.09.2020 vorlag, ist überholt.",
            ("paper", "2020/0911", "2020-09-24"),
        ),
        ("Auf die Drucksache 12/2021 vom 3. Mai 2021 wird verwiesen.", ("paper", "12/2021", "2021-05-03")),
        ("Wie in der vorigen Sitzung am 05.05.2022 vereinbart, gilt das.", ("meeting", "vorige Sitzung", "2022-05-05")),
    ],
)
def test_the_day_of_what_is_referred_to(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Zur Umleitung erging der Beschluss 22-1844C im Frühjahr.", "22-1844C"),
        ("Auf die Mitteilungsdrucksache 22-3051.2 wird hingewiesen.", "22-3051.2"),
        ("Näheres enthält die Sitzungsvorlage 20-26 / V 04712 des Baureferats.", "20-26 / V 04712"),
        ("Die Zahlen stehen bereits in BSV/24/10881 und gelten fort.", "BSV/24/10881"),
        ("Wie in 2022/BV/3310 ausgeführt, trägt das Land die Kosten.", "2022/BV/3310"),
        ("Der Stand ergibt sich aus VII-DS-04417 und der Anlage.", "VII-DS-04417"),
        ("Das Nähere regelt VI/2021/02881 in der geänderten Form.", "VI/2021/02881"),
        ("Die Auskunft in F0231/21 gilt unverändert.", "F0231/21"),
        ("Die Drucksachen-Nr. 1914477 nennt die Gründe.", "1914477"),
        ("Siehe hierzu Drucksache 0871/VI aus dem Vorjahr.", "0871/VI"),
        ("Der Vorgang 21-F-44-0017 ist noch offen.", "21-F-44-0017"),
        ("Die Stellungnahme zur Vorlage 13-2/061/2021 liegt bei.", "13-2/061/2021"),
    ],
)
def test_papers_are_told_in_many_number_schemes(text, identifier):
    assert found(text) == [("paper", identifier, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Etwa 2/3 der Plätze sind belegt.",
        "ANTRAG DHH/2024/1102\nDie Stadt baut einen Radweg.",
        "CDU-Fraktion Vorlage Nr.:      2023/0774",
        "Der Beschluss 2021 fortzufahren, gilt.",
        "Der Verein erhält 12 500 Euro, die Stadt 3-4 Stellen.",
        "Der Mietvertrag vom 3. Mai 2021 endet.",
        "Mit Schreiben vom 8. November 2022 sagte das Land ab.",
    ],
)
def test_other_numbers_and_days_are_no_papers(text):
    assert [f for f in found(text) if f[0] == "paper"] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Der Antrag der Fraktion Die Mitte vom 12. März 2021 ist noch offen.", "2021-03-12"),
        ("Auf die Anfrage vom 4. Juli 2022 wurde geantwortet.", "2022-07-04"),
        ("Wir erinnern an unsere Anträge vom August 2018 zum Sport.", "2018-08"),
    ],
)
def test_papers_are_told_by_their_day_alone(text, date):
    assert [(kind, day) for kind, _, day in found(text)] == [("paper", date)]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Nach Art. 18 Abs. 2 GO ist der Rat zu hören.", "Art. 18 Abs. 2 GO"),
        ("Es gilt Artikel 28 des Grundgesetzes.", "Artikel 28 des Grundgesetzes"),
        ("Die Verordnung (EU) 2021/1119 ist zu beachten.", "Verordnung (EU) 2021/1119"),
        ("Dies verlangt die Richtlinie 2014/24/EU.", "Richtlinie 2014/24/EU"),
        ("Das ist nach dem BauGB nicht zulässig.", "BauGB"),
        ("Nach § 5 der Satzung des Zweckverbandes gilt das.", "§ 5 der Satzung des Zweckverbandes"),
        ("Grundlage ist die Entgeltordnung der Stadt Lohe.", "Entgeltordnung der Stadt Lohe"),
        ("Die Vergabeverordnung (VgV) gilt auch hier.", "Vergabeverordnung (VgV)"),
        ("Nach §§ 4, 7 und 9 des\nVertrages wird gezahlt.", "§§ 4, 7 und 9"),
    ],
)
def test_laws_and_by_laws_are_told(text, identifier):
    assert [f for f in found(text) if f[0] == "law"] == [("law", identifier, None)]


@pytest.mark.parametrize("text", ["Die Satzung ist neu.", "Die Tagesordnung der Sitzung steht.", "Art. 5 liegt bei."])
def test_rules_without_a_name_are_no_laws(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie im Bauausschuss am 24.10.2023 dargestellt, fehlt Geld.", ("Bauausschuss", "2023-10-24")),
        ("Nach der Vorberatung im Kulturausschuss am 30. März 2021 gilt das.", ("Kulturausschuss", "2021-03-30")),
        ("Das war Thema der Gemeinderatssitzung vom 12.07.2022.", ("Gemeinderat", "2022-07-12")),
        (
            "Der Sozialausschuss beriet in seiner Sitzung am 18. Juni 2020.",
            ("Sozialausschuss", "2020-06-18"),
        ),
        ("Die Unterlagen lagen im UVPA am 19.10.2021 aus.", ("UVPA", "2021-10-19")),
        ("Das war in der 14. Sitzung des Kreistages am 3. Mai 2021 Thema.", ("Kreistag", "2021-05-03")),
    ],
)
def test_other_meetings_are_told(text, expected):
    assert [(name, day) for kind, name, day in found(text) if kind == "meeting"] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Die Vorlage soll im Bauausschuss am 24.10.2023 beraten werden.",
        "Im Rathaus am 24.10.2023 war Tag der offenen Tür.",
        "Die USA am 24.10.2023.",
    ],
)
def test_plans_and_places_are_no_meetings(text):
    assert found(text) == []


def test_two_meetings_of_one_body_are_two():
    text = "Wie im Bauausschuss am 24.10.2023 und im Bauausschuss am 14.11.2023 dargestellt, fehlt Geld."
    assert [day for _, _, day in found(text)] == ["2023-10-24", "2023-11-14"]
