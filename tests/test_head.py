import time

import pytest

from corpus.evidence import Document, Fact
from extractors import head, topic_named
from extractors.analysis import Analysis


def found(text, kind, **options):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim"), **options).run(head.EXTRACTOR)
    return [f.value for f in facts if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Kommunale Integrationszentrum des Kreises Lohenau berichtet der Stadt Birkfeld.", "Kreis Lohenau"),
        (
            "Stadt Birkfeld\nNiederschrift über die Sitzung des Rates\nHerr Ott leitet für den Kreis Lohenau KIM.",
            "Stadt Birkfeld",
        ),
        (
            "KREIS LOHENAU\nDer Landrat\nDie Städte Birkfeld und Esch sowie die Gemeinde Tann sind beteiligt.",
            "Kreis Lohenau",
        ),
        ("Der Rat der Stadt Birkfeld berät. Die Stadt Esch und die Stadt Tann liegen im Kreis.", "Stadt Birkfeld"),
        ("Im Mühlen-Aue-Kreis arbeitet der Kreistag des Mühlen-Aue-Kreises an einem Konzept.", "Mühlen-Aue-Kreis"),
        ("Der Städteverbund Birkfeld plant. Im Städteverbund Birkfeld gibt es Stellen.", "Städteverbund Birkfeld"),
    ],
)
def test_the_municipality_that_speaks_is_named(text, name):
    assert [(m["name"], m["ags"]) for m in found(text, "municipality")] == [(name, None)]


def test_known_names_have_their_ags():
    text = "Das Integrationszentrum des Kreises Düren lädt ein. Der Kreis Düren wächst."
    assert [(m["name"], m["ags"]) for m in found(text, "municipality")] == [("Kreis Düren", "05358")]


@pytest.mark.parametrize(
    "text",
    [
        "Der Arbeitskreis und der Personenkreis treffen sich. Die Stadt Leistungen zahlt.",
        "Er lobt die Partnerschaft mit der Stadt Montclar.",
        "Das Kreis Integration Management beginnt.",
    ],
)
def test_words_that_only_look_like_a_municipality(text):
    assert found(text, "municipality") == []


@pytest.mark.parametrize(
    ("text", "body", "date", "time_start"),
    [
        (
            "Niederschrift\nüber die 5. Sitzung des Kreistages am Donnerstag, dem 24. Juni 2021\nBeginn: 15.00 Uhr",
            "Kreistag",
            "2021-06-24",
            "15:00",
        ),
        (
            "Niederschrift über die Sitzung des Integrationsrates\nSitzungstermin: Dienstag, "
            "18.04.2023\nSitzungsbeginn: 18:00 Uhr",
            "Integrationsrat",
            "2023-04-18",
            "18:00",
        ),
        (
            "Mitteilung\nGremium: Ausschuss für Soziales\nSitzung am: 14.11.2024",
            "Ausschuss für Soziales",
            "2024-11-14",
            None,
        ),
        (
            "Ausschuss für Soziales am 30.05.2022\n\nZu Punkt 8: Bericht\nHerr Ott trägt vor.",
            "Ausschuss für Soziales",
            "2022-05-30",
            None,
        ),
    ],
)
def test_head_of_minutes(text, body, date, time_start):
    assert [(m["body"], m["date"], m["time_start"]) for m in found(text, "meeting")] == [(body, date, time_start)]


def test_paper_that_names_a_meeting_has_none():
    text = "Antrag\nBeirat Birkfeld, den 18.09.2022\nIn der Sitzung des Rates am 03.09.2022 wurde berichtet."
    assert found(text, "meeting") == []


def test_items_listed_twice_are_one_each():
    text = (
        "Tagesordnung\nTOP 1 Eröffnung\nTOP 2 Bericht\n\nTOP 1 Eröffnung\nHerr Ott eröffnet.\nTOP 2 "
        "Bericht\nFrau Au trägt vor."
    )
    assert [i["number"] for i in found(text, "agenda_item")] == ["1", "2"]


def test_reference_of_the_paper():
    text = "Beratungsergebnis zu Vorlage Nr. 40/117/2022\n\nZu Punkt 8: Bericht aus dem Zentrum"
    assert [p["reference"] for p in found(text, "paper")] == ["40/117/2022"]


def test_what_the_page_states_is_left_to_it():
    stated = Fact(
        kind="meeting", value={"body": "Rat", "date": "2021-01-02"}, evidence=(), extractor="page", extractor_version=1
    )
    assert found("Niederschrift über die Sitzung des Beirates am 03.02.2022", "meeting", known=[stated]) == []


@pytest.mark.parametrize(
    "piece",
    [
        "Stadt Lohe ",
        "Kreis ",
        "A-Kreis ",
        "Sitzung des Rates ",
        "TOP 1 x\n",
        "des Rates für Soziales, ",
        "Vorlage 1/2\n",
    ],
)
def test_reading_time_grows_with_the_length_alone(piece):
    start = time.perf_counter()
    found(piece * (60_000 // len(piece)), "meeting")
    assert time.perf_counter() - start < 20
