"""Modules and programmes: which of them a text defines, and which mentions say nothing new."""

import pytest

from corpus.evidence import Document
from extractors import modules, programmes, topic_named
from extractors.analysis import Analysis


def analysis(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"))


def found(text):
    facts = analysis(text).run(modules.EXTRACTOR)
    return [(f.value["number"], f.value["label_raw"], f.value["programme"]) for f in facts]


def test_a_list_whose_numbering_restarts_is_counted():
    text = (
        "Das Kommunale Integrationsmanagement (KIM) hat zwei Bausteine:\n\n1. Förderrichtlinie zur Steuerung\n\n"
        "1. Fachbezogene Pauschale für Stellen\n\nDer Kreis nimmt an Baustein 2 teil."
    )
    facts = analysis(text).run(modules.EXTRACTOR)
    assert [(f.value["number"], f.value["number_stated"], f.value["instrument"]) for f in facts] == [
        (1, False, "Förderrichtlinie"),
        (2, False, "fachbezogene Pauschale"),
    ]
    assert facts[0].evidence[0].quote == "Förderrichtlinie zur Steuerung"


def test_a_heading_takes_its_label_from_the_next_line():
    text = "Zum KIM:\nModul 2:\nIndividuelles Case Management\nDie Stellen werden im Herbst ausgeschrieben.\n"
    assert found(text) == [(2, "Individuelles Case Management", "KIM")]


@pytest.mark.parametrize(
    ("text", "module"),
    [
        ("Baustein II (Fallmanagement) des KIM wird ausgebaut.", (2, "Fallmanagement", "KIM")),
        ("Im KIM ist das Einzelfallmanagement (Modul II) neu.", (2, "Einzelfallmanagement", "KIM")),
        ("Für KIM, Förderbaustein 3 - Ausländerbehörde - gilt das auch.", (3, "Ausländerbehörde", "KIM")),
        ("Am KIM wird nach Baustein III teilgenommen.", (3, None, "KIM")),
    ],
)
def test_a_module_in_running_text(text, module):
    assert found(text) == [module]


def test_modules_of_another_programme_are_not_the_topics():
    text = (
        "Das KIM beginnt 2021.\n\nDie Initiative „Durchstarten in Ausbildung und Arbeit“ hat drei Bausteine:\n"
        "1. Beratung\n2. Sprachkurse\n3. Betreuung\n"
    )
    (programme,) = {programme for _, _, programme in found(text)}
    assert programme == "Durchstarten in Ausbildung und Arbeit (Teilhabemanagement)"
    assert found("Bei „Durchstarten“ wird Baustein 6 verlängert.") == []


def test_the_official_title_names_its_module():
    title = "Fachbezogene Pauschale für Personalstellen zur Einführung eines rechtskreisübergreifenden Fallmanagements"
    assert found(f"Vorgestellt wurde die „{title}“ im KIM.") == [(2, title, "KIM")]


def test_a_programme_is_told_where_the_text_says_most():
    text = (
        "Das KIM wurde besprochen. Seit 2020 fördert das MKFFI mit dem Programm Kommunales Integrationsmanagement "
        "alle Kreise. Danach ging es um KOMM-AN NRW."
    )
    own, other = analysis(text).run(programmes.EXTRACTOR)
    assert (own.value["name"], own.value["funder"], own.value["start"], own.value["own"]) == (
        "KIM",
        "MKFFI",
        "2020",
        True,
    )
    assert own.evidence[0].quote.startswith("Seit 2020")
    assert (other.value["name"], other.value["own"], other.evidence[0].quote) == ("KOMM-AN NRW", False, "KOMM-AN NRW")


def test_a_ministry_that_is_only_mentioned_funds_nothing():
    (own,) = analysis("Über das KIM wurde mit dem Referat 425 des MKFFI gesprochen.").run(programmes.EXTRACTOR)
    assert own.value["funder"] is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Das KIM hat drei Förderbausteine (FB). FB I „Steuerung“ läuft, FB III „Ausländeramt“ beginnt.", [1, 3]),
        ("Das KIM liegt beim FB 2 „Soziales“.", []),
        ("KIM\nBaustein\tAufgabe\tStellen\n1\tSteuerung\t2,0\n2\tFallarbeit\t4,0", [1, 2]),
        ("Im KIM wird der zweite Baustein ausgebaut.", [2]),
    ],
)
def test_modules_by_abbreviation_column_or_order(text, numbers):
    assert sorted(number for number, _, _ in found(text)) == numbers


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("KIM\nZu seinem Inhalt gehören zwei Bausteine, nämlich\n1. Lotsen\n2. Sprachkurse", ["Lotsen", "Sprachkurse"]),
        ("KIM\nGegenstand der Förderung sind die Bausteine\n(1) Lotsen\n(2) Sprachkurse", ["Lotsen", "Sprachkurse"]),
        (
            "KIM: eröffnet sind zwei Förderstränge, und zwar\na) Steuerung,\nb) Fallarbeit.",
            ["Steuerung,", "Fallarbeit."],
        ),
        ("KIM\nEs gibt zwei Module:\n- Steuerung\n- Fallarbeit\n3. Kosten\nKeine.", ["Steuerung", "Fallarbeit"]),
        ("KIM\n4.1 Modul 1 - Koordinierung\nText.\n4.2 Modul 2 - Fallarbeit\nText.", ["Koordinierung", "Fallarbeit"]),
        ("KIM\na) Baustein 1: Steuerung\nb) Baustein 2: Fallarbeit", ["Steuerung", "Fallarbeit"]),
        ("KIM\nBaustein 1 / Strategie & Steuerung\nText folgt.", ["Strategie & Steuerung"]),
        ("KIM\nBaustein 1, Steuerung: Zuschuss nach Richtlinie.", ["Steuerung"]),
        ("KIM\nModul Nr. 2 (Fallarbeit) ist neu.", ["Fallarbeit"]),
        ("KIM\nFördersäule 3 (Ausländeramt) ist neu.", ["Ausländeramt"]),
    ],
)
def test_labels_of_lists_and_headings(text, labels):
    assert [label for _, label, programme in found(text) if programme == "KIM"] == labels


@pytest.mark.parametrize(
    "text",
    [
        "KIM\nDie Strategie hat drei Schwerpunkte:\n- Ankommen\n- Teilhabe\n- Miteinander",
        "KIM\nDie Ziele der Bausteine sind erreicht.\n1. Bericht\n2. Haushalt",
        "KIM\nIm Schulungsmodul 2 werden Ehrenamtliche geschult.",
        "KIM\nAuf dem Dach liegen Solarmodule: 2 davon sind defekt.",
    ],
)
def test_other_lists_name_no_module(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "start"),
    [
        ("Sachstand KIM\nDas Landesprogramm Kommunales Integrationsmanagement (KIM) ist neu.", "Landesprogramm", None),
        ("KIM\nDas Ministerium (MKFFI) hat das Programm KIM im Jahr 2020 aufgelegt.", "Das Ministerium", "2020"),
        ("KIM\nDas vom MKFFI seit Beginn des Jahres 2020 finanzierte KIM läuft.", "Das vom MKFFI", "2020"),
        ("KIM\nNach Lage läuft das Programm KIM zum 31.12.2024 aus.", "Programm KIM", None),
    ],
)
def test_a_programme_is_cited_where_it_is_named_best(text, quote, start):
    (fact,) = [f for f in analysis(text).run(programmes.EXTRACTOR) if f.value["name"] == "KIM"]
    assert (fact.evidence[0].quote[: len(quote)], fact.value["start"]) == (quote, start)
