"""German numbers, sums, percentages and dates: what each notation means, and what is none of them."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numbers import amounts, dates, numbers, percentages, plain_value

MEETING = dt.date(2021, 2, 17)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,5 Stellen", 3.5),
        ("1.250 Personen", 1250),
        ("13½ Stellen", 13.5),
        ("½ Stelle", 0.5),
        ("1/3-Stelle", 1 / 3),
        ("2 1/2 Stellen", 2.5),
        ("0.5 VZÄ", 0.5),
        ("anderthalb Stellen", 1.5),
        ("zweieinhalb Stellen", 2.5),
        ("fünf Stellen", 5),
        ("Zwölf Stellen", 12),
        ("einundzwanzig Stellen", 21),
        ("eine halbe Stelle", 0.5),
        ("halbe Stelle", 0.5),
        ("die beiden anderen Stellen", 2),
        ("eine Stelle", 1),
    ],
)
def test_number(text, value):
    (number,) = numbers(text)
    assert number.value == pytest.approx(value)
    assert text[number.start : number.end] in text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("fünf bis sechs Stellen", 5, 6),
        ("5-6 Stellen", 5, 6),
        ("5 – 6,5 VZÄ", 5, 6.5),
        ("zwischen drei und vier", 3, 4),
    ],
)
def test_range(text, low, high):
    (number,) = numbers(text)
    assert (number.value, number.low, number.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [("fünf der sechs Stellen", 5, 6), ("zwei von insgesamt vier Stellen", 2, 4), ("2 der 4 Stellen", 2, 4)],
)
def test_part_of_a_whole(text, part, whole):
    (number,) = numbers(text)
    assert (number.value, number.of) == (part, whole)


@pytest.mark.parametrize(
    "text",
    [
        "§ 104c Aufenthaltsgesetz",
        "§§ 31 und 43 GO",
        "Vorlage 2020/0354",
        "Nr. 199/17",
        "TOP 5.2",
        "Modul 2",
        "Förderbausteins 6",
        "Tel. 0241 5198-2110",
        "um 17.45 Uhr",
        "17:00",
        "am 20. November 2018",
        "SV-10-0391",
        "kleine Anfrage",
    ],
)
def test_no_number(text):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "value", "approx"),
    [
        ("ca. 518.000 Euro", 518_000, True),
        ("624.493,60 €", 624_493.60, False),
        ("600.000,- €", 600_000, False),
        ("1,2 Mio. Euro", 1_200_000, False),
        ("rund 36,3 Millionen Euro", 36_300_000, True),
        ("19 TEUR", 19_000, False),
        ("9 T€", 9_000, False),
        ("135 Tsd. €", 135_000, False),
        ("10.000€", 10_000, False),
        ("55.000 EUR/ Jahr", 55_000, False),
        ("158.000 €-Vorgabe", 158_000, False),
        ("EUR 35.000", 35_000, False),
        ("fünf Millionen Euro", 5_000_000, False),
        ("am 17.02.2021: 4.000\u00a0€", 4_000, False),
        ("ein Bescheid über 50.000 €", 50_000, False),
    ],
)
def test_amount(text, value, approx):
    (amount,) = amounts(text)
    assert (amount.value, amount.approx) == (value, approx)


def test_range_of_amounts():
    (amount,) = amounts("zwischen 10.000 € und 15.000 €")
    assert (amount.value, amount.low, amount.high) == (None, 10_000, 15_000)
    assert [a.value for a in amounts("von 32.000 € auf 12.000 €")] == [32_000, 12_000]
    assert [a.value for a in amounts("2024 - 35.000 €")] == [35_000]
    (millions,) = amounts("1 bis 2 Mio. Euro")
    assert (millions.low, millions.high) == (1_000_000, 2_000_000)


@pytest.mark.parametrize(
    "text", ["1.250 Flüchtlinge", "§ 14 Abs. 2", "17.02.2021 - 4", "0241 5198-2110", "in Europa 5.000"]
)
def test_no_amount(text):
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "value"), [("80 %", 80), ("80%", 80), ("80 v.H.", 80), ("12,5 Prozent", 12.5), ("zehn Prozent", 10)]
)
def test_percentage(text, value):
    assert [p.value for p in percentages(text)] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mi., 17.02.2021", ["2021-02-17"]),
        ("am 25.6.09", ["2009-06-25"]),
        ("vom 20. November 2018", ["2018-11-20"]),
        ("2020-05-03", ["2020-05-03"]),
        ("im November 2023", ["2023-11"]),
        ("am 19.05., 24.11.2022 und 08.08.2023", ["2022-05-19", "2022-11-24", "2023-08-08"]),
        ("01.07.-31.12.2020", ["2020-07-01", "2020-12-31"]),
        ("vom 01.01. bis zum 31.12.2021", ["2021-01-01", "2021-12-31"]),
        ("im ersten Quartal 2025", ["2025-Q1"]),
        ("2. Halbjahr 2022", ["2022-H2"]),
        ("ab 2020", ["2020"]),
        ("voraussichtlich im März", ["2021-03"]),
        ("seit Mai", ["2020-05"]),
        ("am 29.03.", ["2021-03-29"]),
        ("31.02.2020", []),
        ("Vorlage 2020/0354", []),
        ("Ziffer 3.2.", []),
        ("1.250", []),
        ("15.00 Uhr", []),
    ],
)
def test_dates(text, found):
    assert [d.iso for d in dates(text, MEETING)] == found


def test_a_year_that_is_not_printed_is_derived_or_left_out():
    (derived,) = dates("voraussichtlich im März", MEETING)
    (bare,) = dates("voraussichtlich im März")
    (printed,) = dates("im März 2021", MEETING)
    assert (derived.derived, printed.derived) == (True, False)
    assert (bare.iso, bare.complete) == ("--03", False)


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_every_printed_sum_is_read_back(euros, cents):
    printed = f"{euros:,}".replace(",", ".") + f",{cents:02}"
    assert plain_value(printed) == pytest.approx(euros + cents / 100)
    assert [a.value for a in amounts(f"Es sind {printed} € bewilligt.")] == [pytest.approx(euros + cents / 100)]


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2069, 12, 31)))
def test_every_printed_day_is_read_back(day):
    for printed in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day:%y}" if day.year >= 1970 else f"{day:%d.%m.%Y}"):
        assert [d.iso for d in dates(f"Sitzung am {printed}, 17 Uhr")] == [day.isoformat()]


@given(st.text(alphabet="0123456789.,-/ §€%½ bisundderMioEurovonam", max_size=80))
def test_spans_lie_in_the_text_and_in_order(text):
    for reader in (numbers, amounts, percentages, dates):
        spans = [(x.start, x.end) for x in reader(text)]
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert spans == sorted(spans)


@pytest.mark.parametrize(
    "piece",
    ["1.", "1 ", "9/", "ein ", "1.000.", "zwischen 1 und ", "1 € bis ", "am 1.1., ", "§ 1 und ", "TOP 1.", " ", "x"],
)
def test_reading_time_grows_with_the_text_only(piece):
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    for reader in (numbers, amounts, percentages, dates):
        reader(text)
    assert time.process_time() - begin < 10


def test_a_number_of_the_budget_is_no_day_and_a_month_in_figures_is_one():
    assert [d.iso for d in dates("Produkt 05.03.02, besetzt seit 08/2021, Vorlage 12/2021.")] == ["2021-08"]
