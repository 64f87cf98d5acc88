"""Decisions of other meetings in the many wordings of papers and minutes; every text is invented."""

import time

import pytest

from corpus.evidence import Document
from extractors import decisions, topic_named
from extractors.analysis import Analysis


def told(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(decisions.EXTRACTOR)
    return [(f.value["body"], f.value["date"]) for f in facts if f.kind == "decision_ref"]


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [
        (
            "Der Gemeinderat hat zuletzt in seiner Sitzung am 4. Mai 2021 die Frist bis zum 31. März 2022 verlängert.",
            "Gemeinderat",
            "2021-05-04",
        ),
        (
            "Der Ortsrat hat in seiner Sitzung am 15. Juli 2024 einstimmig Herrn Brandt als Nachrücker vorgeschlagen.",
            "Ortsrat",
            "2024-07-15",
        ),
        ("In seiner Sitzung vom 3. Mai 2022 hat der Kreistag die Mittel freigegeben.", "Kreistag", "2022-05-03"),
        ("Am 3.5.2022 hat der Bauausschuss den Entwurf gebilligt.", "Bauausschuss", "2022-05-03"),
        ("Die vom Rat in seiner Sitzung am 3.5.2022 beschlossene Satzung gilt.", "Rat", "2022-05-03"),
        ("Der Plan wurde in der Sitzung des Stadtrates vom 12.3.2021 beschlossen.", "Stadtrat", "2021-03-12"),
        ("Der UVPA hat am 19.10.2021 die Vorzugsvariante empfohlen.", "UVPA", "2021-10-19"),
        ("Die Trasse, die der Stadtrat am 12. März 2020 festgelegt hat, bleibt.", "Stadtrat", "2020-03-12"),
        ("Mit Zustimmung des Hauptausschusses vom 4. Juni 2021 wurde begonnen.", "Hauptausschuss", "2021-06-04"),
        ("Der Prüfauftrag des Umweltausschusses vom 4. Juni 2021 ist erledigt.", "Umweltausschuss", "2021-06-04"),
        ("Der Sozialausschuss sprach sich am 18. Juni 2020 für das Modell aus.", "Sozialausschuss", "2020-06-18"),
        (
            "Seniorenbeirat\n\nBetreff: Bänke\n\nDer Antrag wurde beschlossen in unserer Sitzung am 17.11.2022.",
            "Seniorenbeirat",
            "2022-11-17",
        ),
        (
            "Frau Ohm wurde durch den Kreistag in seiner 4. Sitzung am 9.11.2021 gewählt.",
            "Kreistag",
            "2021-11-09",
        ),
    ],
)
def test_decision_is_told_in_many_wordings(text, body, date):
    assert told(text) == [(body, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat soll in seiner Sitzung am 4.6.2021 den Plan beschließen.",
        "Der Verein hat in seiner Sitzung am 4.6.2021 einen Vorstand gewählt.",
        "Der Bauausschuss hat am 4.6.2021 über die Lage diskutiert.",
        "Es ist vorgesehen, die Satzung dem Rat am 4.6.2021 vorzulegen.",
        "Der Landrat hat am 4.6.2021 zugestimmt.",
        "Die CDU hat am 4.6.2021 einen Antrag gestellt.",
        "In der Sitzung des Planungsausschusses am 4.6.2021 hat das Bauamt ein Gutachten durch Dritte vorgeschlagen.",
    ],
)
def test_plans_clubs_and_talks_are_no_decisions(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "der Rat hat am 3.5.2022 ",
        "Beschluss des Rates ",
        "in der Sitzung des Rates am 3.5.2022 ",
        "vom Rat in seiner Sitzung ",
        "beschlossen in der 4. Sitzung ",
    ],
)
def test_reading_time_grows_with_the_length_alone(piece):
    start = time.perf_counter()
    told(piece * (40_000 // len(piece)))
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Rat hat ihn am 25.02.21 im Paket mit dem Haushalt abgesegnet.", ("Rat", "2021-02-25")),
        (
            "Der Kreistag habe durch Beschluss vom 21.09.2022 die Stellen dem Amt zugeordnet.",
            ("Kreistag", "2022-09-21"),
        ),
        ("Die Billigung der Änderungen durch den Kreistag ist im Zuge des Haushalts erfolgt.", ("Kreistag", None)),
        ("Der Rat hat am 25.02.2021 über den Entwurf beraten.", None),
        ("Der Ausschuss hat am 25.02.2021 getagt.", None),
    ],
)
def test_whatever_deed_stands_beside_a_day_is_a_decision(text, expected):
    assert told(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [
        ("Der Rat hat ihn am 25.02.21 im Paket mit dem Etat 2021 abgesegnet.", "Rat", "2021-02-25"),
        (
            "Der Kreistag habe durch Beschluss vom 21.09.2022 die Stellen dem Zentrum (KI) zugeordnet.",
            "Kreistag",
            "2022-09-21",
        ),
        ("Frau A. erinnert daran, dass der Rat am 24.06.2021 genau das so festgeklopft habe.", "Rat", "2021-06-24"),
        ("Der Kreistag hatte sich am 26.11.2019 (TOP 9) ausgebeten, dass man berichtet.", "Kreistag", "2019-11-26"),
        ("Am 3.5.2022 hat der Bauausschuss die Mittel losgeeist.", "Bauausschuss", "2022-05-03"),
        ("Das hat der Kreistag am 3.5.2022 so gewollt.", "Kreistag", "2022-05-03"),
        (
            "Der Kreistag habe alles mit dem Haushalt 2022 durchgewunken, und am 4. März 2022 kam der Bescheid.",
            "Kreistag",
            None,
        ),
        (
            "Die Billigung der Änderungen durch den Kreistag ist im Zuge der Verabschiedung des Nachtragshaushalts "
            "2021 erfolgt.",
            "Kreistag",
            None,
        ),
    ],
)
def test_any_deed_of_a_body_on_a_day_or_with_a_budget_is_a_decision(text, body, date):
    assert told(text) == [(body, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreistag hat am 3.5.2022 im Kreishaus getagt.",
        "Der Rat hat am 3.5.2022 einen Bericht erhalten.",
        "Der Kreistag hat am 3.5.2022 lange darüber diskutiert.",
        "Der Beirat hat sich am 3.5.2022 konstituiert.",
        "Der Rat soll am 3.5.2022 den Plan abgesegnet haben.",
        "Der Rat hat seit dem 3.5.2022 neue Räume bezogen.",
        "Der Integrationsrat hat in seiner Stellungnahme vom 22.01.2025 gefordert, darauf zu verzichten.",
    ],
)
def test_talk_meetings_and_letters_are_no_decisions(text):
    assert told(text) == []
