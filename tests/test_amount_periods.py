"""Over which time a sum runs, and sums written in words."""

import pytest

from corpus.evidence import Document
from extractors import amounts, topic_named
from extractors.analysis import Analysis
from extractors.numbers import amounts as sums


def periods(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(amounts.EXTRACTOR)
    return [(f.value["value_eur"], f.value["period"]) for f in facts]


@pytest.mark.parametrize(
    ("words", "value", "approx"),
    [
        ("einundvierzigtausend Euro", 41_000, False),
        ("schätzungsweise achtunddreißigtausend Euro", 38_000, True),
        ("zweihundertfünfzigtausend Euro", 250_000, False),
        ("zwölftausenddreihundertfünfzig Euro", 12_350, False),
        ("eine Viertelmillion Euro", 250_000, False),
        ("anderthalb Millionen Euro", 1_500_000, False),
        ("hunderttausend EUR", 100_000, False),
        ("dreissigtausend Euro", 30_000, False),
        ("im Mittel 21.500 EUR", 21_500, True),
        ("durchschnittlich 5.000 €", 5_000, True),
        ("in einer Größenordnung von 70.000 €", 70_000, True),
    ],
)
def test_a_sum_in_words(words, value, approx):
    assert [(a.value, a.approx) for a in sums(words)] == [(value, approx)]


@pytest.mark.parametrize("words", ["achtunddreißigtausend Menschen", "tausende Euro schwer", "Jahrhundert Euro"])
def test_no_sum_in_words(words):
    assert sums(words) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KIM: Das Land zahlt je CM-Stelle 55 T€ p. a.", [(55_000, "per_fte_year")]),
        ("KIM: Sechs Stellen, für deren jede ein Betrag von 51.500 Euro im Jahr gilt.", [(51_500, "per_fte_year")]),
        ("Pro besetzter Vollzeitstelle im KIM erstattet das Land 57.000 €.", [(57_000, "per_fte_year")]),
        ("Für jede Case Managerin im KIM gibt es 57.000 € im Jahr.", [(57_000, "per_fte_year")]),
        ("Im KIM werden 50.000 € je Vollzeitkraft gewährt.", [(50_000, "per_fte_year")]),
        ("Jede der drei Stellen im KIM kostet 60.000 €.", [(60_000, "per_fte_year")]),
        ("Das KIM kostet 611.000 € im Jahr, wovon das Land 520.000 € trägt.",
         [(611_000, "per_year"), (520_000, "per_year")]),
        ("Das KIM bringt in jedem Haushaltsjahr 90.000 €.", [(90_000, "per_year")]),
        ("KIM: Der Jahresfestbetrag liegt bei 90.000 €.", [(90_000, "per_year")]),
        ("Für das KIM fließen 148 T€, Schluss ist am 30.06.2022.", [(148_000, "total until 2022-06-30")]),
        ("Der Bescheid zum KIM lautet über 90.000 € und gilt bis einschließlich 31.12.2022.",
         [(90_000, "total until 2022-12-31")]),
        ("Für das KIM sind 90.000 € bewilligt. Die Durchführung ist bis zum 30. Juni 2022 befristet.",
         [(90_000, "total until 2022-06-30")]),
        ("KIM: Antrag 05.05.20, Laufzeit bis 31.12.22. Budget: 1,2 Mio. € zuwendungsfähig.",
         [(1_200_000, "total until 2022-12-31")]),
        ("Für das Jahr 2021 sind aus dem KIM 18.400 € bewilligt worden.", [(18_400, "total")]),
        ("KIM\n\nPosition\tBetrag je Haushaltsjahr\nModul 1\t131.500 EUR\nModul 2\t480.000 EUR",
         [(131_500, "per_year"), (480_000, "per_year")]),
    ],
)  # fmt: skip
def test_a_period(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Für das KIM erhält die Stadt letztmalig 18.600 €; die Förderung endet am 30.06.2023.",
        "Der bisherige Ansatz für das KIM von 31.500 € entfällt, die Laufzeit reicht bis 31.12.2023.",
        "Aus dem KIM hat der Kreis 138.900 € bekommen. Die Förderung läuft zum 31.12.2024 aus.",
        "Im Jahr 2023 hat der Kreis für das KIM 95.000 € aufgewendet.",
        "Die Personalkosten des KIM von 20.000 € trägt der Kreis.",
        "Für das KIM werden 12.000 € fällig, zahlbar bis zum 31.03.2023.",
    ],
)
def test_no_period(text):
    assert [period for _, period in periods(text)] == [None]


def test_a_share_in_the_label_of_a_row_belongs_to_the_row():
    document = Document(
        file_sha256="0" * 64,
        media_type="text/plain",
        reader="text",
        reader_version=1,
        text="KIM\n\nPosition\tBetrag\nZuwendung des Landes (85 %)\t775.540,00 EUR\nEigenanteil (15 %)\t136.860,00 EUR",
    )
    facts = Analysis(document, topic_named("kim")).run(amounts.EXTRACTOR)
    assert [(f.value["value_eur"], f.value["share_pct"]) for f in facts] == [(775_540, 85), (136_860, 15)]


def test_a_supposed_sum_is_none():
    assert periods("KIM: Rein rechnerisch lägen dann 550 T€ im Jahr bei der Kommune.") == []
