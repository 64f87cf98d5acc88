"""Money: which sums and percentages are stated, what for, over which time and for whom."""

import time

import pytest

from corpus.evidence import Document
from extractors import amounts, topic_named
from extractors.analysis import Analysis


def read(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim")).run(amounts.EXTRACTOR)


def values(text, *fields):
    return [tuple(f.value[name] for name in fields) for f in read(text)]


@pytest.mark.parametrize(
    ("text", "value", "kind", "period"),
    [
        ("Das jährliche Gesamtvolumen des KIM beträgt ca. 310.000 Euro.", 310_000, "funding", "per_year"),
        ("Die fachbezogene Pauschale des KIM beträgt 56.000 EUR je VZÄ und Jahr.", 56_000, "rate", "per_fte_year"),
        ("Die Personalkosten des KIM betragen rd. 20.000 € pro Jahr.", 20_000, "expenditure", "per_year"),
        ("Der Eigenanteil am KIM liegt bei 12 TEUR.", 12_000, "own_share", None),
        ("Für das KIM wurde eine Zuwendung von 90.000 € bewilligt.", 90_000, "grant", None),
        ("Im Haushalt ist für das KIM ein Ansatz von 40.000 € vorgesehen.", 40_000, "budget", None),
        ("Für Möbel des KIM fallen einmalig Kosten von 9.000 € an.", 9_000, "expenditure", "total"),
        ("KIM: 1.500 € monatlich für Räume.", 1_500, None, "per_month"),
    ],
)
def test_an_amount(text, value, kind, period):
    assert values(text, "value_eur", "type", "period") == [(value, kind, period)]


@pytest.mark.parametrize(
    "text",
    ["Im KIM wurden 1.250 Geflüchtete beraten.", "Das KIM erreicht 40 % der Zugewanderten.", "KIM: 17.02.2021 - 4"],
)
def test_no_amount(text):
    assert read(text) == []


def test_a_percentage_in_brackets_belongs_to_its_amount():
    text = "Bewilligt wurden für KIM 80.000,00 € (80 %) zu den Gesamtausgaben in Höhe von 100.000,00 €."
    assert values(text, "value_eur", "share_pct", "type") == [(80_000, 80, "grant"), (100_000, None, "expenditure")]


def test_percentages_of_costs_are_facts_of_their_own():
    text = "Das Land übernimmt 85 % der Personalkosten des KIM. Den Eigenanteil von 15 % trägt der Kreis Musterland."
    assert values(text, "value_pct", "type", "payer", "approx") == [
        (85, "share", "Land", None), (15, "own_share", "Kreis Musterland", None),
    ]  # fmt: skip


def test_the_end_of_the_period_may_follow_in_the_next_sentence():
    text = "Für KIM wurden 50.000 € bewilligt. Der Bewilligungszeitraum endet am 31.12.2022."
    assert values(text, "period") == [("total until 2022-12-31",)]
    text = "Für KIM wurden 50.000 € für den Zeitraum vom 01.01.2021 bis zum 30.06.2021 bewilligt."
    assert values(text, "period") == [("total until 2021-06-30",)]


def test_a_range_is_no_single_value():
    assert values("Das KIM kostet 10.000 bis 15.000 Euro.", "value_eur", "value_eur_min", "value_eur_max") == [
        (None, 10_000, 15_000)
    ]


def test_money_of_another_programme_is_not_the_topics():
    text = "Aus KIM fließt nichts. Aus KOMM-AN NRW erhielt der Kreis 70.000 €."
    assert values(text, "value_eur", "programme") == [(70_000, "KOMM-AN NRW")]


@pytest.mark.parametrize("piece", ["10.000 € (80 %), ", "12 Prozent der Kosten "])
def test_a_long_line_of_sums_takes_time_by_its_length_only(piece):
    begin = time.process_time()
    assert read(piece * (20_000 // len(piece)))
    assert time.process_time() - begin < 15


def test_cells_without_a_currency_are_sums_by_their_column():
    text = (
        "Haushalt des KIM (Angaben in TEUR):\nPosition\tAnsatz 2024\tAnsatz 2025\tStellen\n"
        "Baustein 2\t412,5\t430\t7,0\nEigenanteil\t0\t21\t0"
    )
    found = [(f.value["value_eur"], f.value["year"], f.value["module"]) for f in read(text)]
    assert found == [(412_500, 2024, 2), (430_000, 2025, 2), (0, 2024, None), (21_000, 2025, None)]


def test_a_table_of_other_figures_holds_no_sums():
    assert read("KIM in Zahlen\nJahr\tFälle\tPersonen\n2023\t120\t210\n2024\t131\t240") == []


def test_figures_under_a_word_for_money_are_euros_where_all_have_thousands():
    text = "KIM\nBaustein\tFördersumme\n1 Steuerung\t88.000\n2 Fallarbeit\t160.500"
    assert [f.value["value_eur"] for f in read(text)] == [88_000, 160_500]
