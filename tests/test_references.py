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
