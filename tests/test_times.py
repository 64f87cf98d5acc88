"""Times of day in German notations, and what only looks like one."""

import datetime as dt

import pytest

from scrapers import fields, times
from scrapers.page import BERLIN, moment
from scrapers.vendors import sdnet_head
from tests.pages_as_json import page_of

DAY = dt.date(2024, 10, 9)


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("17:00 Uhr", "17:00", None),
        ("17:00", "17:00", None),
        ("17.00", "17:00", None),
        ("17.45 Uhr", "17:45", None),
        ("8.30 Uhr", "08:30", None),
        ("17 Uhr", "17:00", None),
        ("17 Uhr c.t.", "17:00", None),
        ("17 Uhr 30", "17:30", None),
        ("17 Uhr 30 Personen", "17:00", None),
        ("ab 17 h", "17:00", None),
        ("17h", "17:00", None),
        ("17.00h", "17:00", None),
        ("um 17 : 00 Uhr", "17:00", None),
        ("0:15 Uhr", "00:15", None),
        ("5:00 PM", "17:00", None),
        ("12:00 a.m.", "00:00", None),
        ("17:00:00", "17:00", None),
        ("17.00 - 19.30 Uhr", "17:00", "19:30"),
        ("15:01-16:34", "15:01", "16:34"),
        ("18:00 Uhr - 20:00 Uhr", "18:00", "20:00"),
        ("18:00 – 20:00", "18:00", "20:00"),
        ("17 bis 19 Uhr", "17:00", "19:00"),
        ("17-19.30 Uhr", "17:00", "19:30"),
        ("von 9 - 12 h", "09:00", "12:00"),
        ("18:00 - 24:00 Uhr", "18:00", None),
        ("18:00 Uhr, Ende 20:00 Uhr", "18:00", None),
        ("Mi., 09.10.2024, 17:00 Uhr", "17:00", None),
        ("09.10.2024 17 Uhr", "17:00", None),
        ("am 9.10. 17 Uhr", "17:00", None),
        ("9.10.24 17.00 Uhr", "17:00", None),
        ("2024-10-09T17:00:00+02:00", "17:00", None),
        ("Sitzung am 09.10.2024, 17.00 bis 19.00 Uhr", "17:00", "19:00"),
    ],
)
def test_a_time_of_day(printed, start, end):
    found = times.start_and_end(printed)
    assert tuple(time and f"{time:%H:%M}" for time in found) == (start, end)


@pytest.mark.parametrize(
    "printed",
    [
        None,
        "",
        "09.10.2024",
        "Mi, 09.10.2024",
        "9. 10. 2024",
        "09.10.",
        "09.10.24",
        "am 10.12.",
        "10.2024",
        "2024-10-09",
        "17",
        "25:00",
        "17:60",
        "24:00 Uhr",
        "1700 Uhr",
        "17 00 Uhr",
        "17:0 0 Uhr",
        "17. 00 Uhr",
        "13:00 PM",
        "bis 19 Uhr",
        "bis ca. 19.30 Uhr",
        "Raum 17",
        "17,5 h",
        "im Anschluss an den Rat",
    ],
)
def test_no_time_of_day(printed):
    assert times.start_and_end(printed) == (None, None)


def test_a_date_in_the_field_of_a_time_leaves_the_day():
    assert moment(DAY, "09.10.2024") == DAY
    assert fields.end_of_meeting(DAY, "09.10.2024") is None


@pytest.mark.parametrize("cell", ["17:00", "17.00 Uhr", "ab 17 h", " 17 - 19 Uhr", "15:01-16:34 Uhr", "um 8.30"])
def test_a_cell_of_a_time(cell):
    assert times.begins_with_time(cell)


@pytest.mark.parametrize("cell", [None, "", "09.10.2024", "09.10.2024 17:00", "Rat 17:00", "17", "2. OG", "9.10."])
def test_another_cell(cell):
    assert not times.begins_with_time(cell)


@pytest.mark.parametrize(
    ("printed", "date", "time"),
    [
        ("Mi, 09.10.2024 17:00 Uhr", "Mi, 09.10.2024", "17:00 Uhr"),
        ("09.10.2024, 17 Uhr", "09.10.2024", "17 Uhr"),
        ("Mi, 09.10.2024\n17.00 - 19.00 Uhr", "Mi, 09.10.2024", "17.00 - 19.00 Uhr"),
        ("Mi, 09.10.2024 2. Termin", "Mi, 09.10.2024", None),
        ("09.10.2024", "09.10.2024", None),
    ],
)
def test_date_and_time_of_one_cell(printed, date, time):
    page = page_of(printed.encode(), html=False)
    found = sdnet_head.date_and_time(page, (0, len(page.text)))
    assert tuple(map(page.at, found)) == (date, time)


def test_a_moment_is_in_berlin():
    assert moment(DAY, "17.00 - 19.30 Uhr") == dt.datetime(2024, 10, 9, 17, tzinfo=BERLIN)
    assert fields.end_of_meeting(DAY, "17.00 - 19.30 Uhr") == dt.datetime(2024, 10, 9, 19, 30, tzinfo=BERLIN)
    assert moment(None, "17:00") is None
