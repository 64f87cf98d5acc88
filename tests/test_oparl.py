"""OParl files: what each server does differently, what is refused, and what is never kept. All files are invented."""

import contextlib
import json
from pathlib import Path

import pytest

from corpus.errors import ParseError, ReadError
from corpus.json_text import JsonText, read_json
from scrapers.page import Page
from scrapers.vendors.oparl import VENDOR
from tests.oparl_pages import check_row, expect, read, shown

PAGES = Path(__file__).parent / "pages/oparl"
FILES = sorted(path for path in PAGES.glob("*.json") if not path.name.endswith(".expected.json"))
TYPE = "https://schema.oparl.org/1.1/"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reviewed_readings(path):
    page, reading = read(path)
    for row in reading.rows:
        check_row(page, row)
    assert reading.rows or reading.follows or (reading.empty and reading.empty in page.text)
    expect(shown(page, reading, quotes=True), path.with_suffix(".expected.json"))


def test_every_kind_has_a_file():
    assert {read(path)[1].kind for path in FILES} == set(VENDOR.kinds) - {"unknown"}


def reading_of(*objects):
    document, values = read_json(json.dumps(list(objects)).encode(), "file.json")
    page = Page(document, json=values, url="https://ris.example/oparl")
    kind = VENDOR.detect(page)
    assert kind is not None
    return VENDOR.kinds[kind](page)


@pytest.mark.parametrize("key", ["Hintergasse", "ada@privat", "02999", "1970", "female", "59999", "Familie", "7.5"])
@pytest.mark.parametrize("name", ["person_private", "location_of_nobody"])
def test_private_data_is_in_no_text(name, key):
    page, reading = read(PAGES / f"{name}.json")
    assert key not in page.text
    assert page.json and key not in str(page.json.data)
    assert key not in str(reading)


def test_contacts_of_a_system_are_left_out():
    page, _ = read(PAGES / "system.json")
    assert "Ada" not in page.text and "@" not in page.text


def test_a_deleted_object_keeps_nothing_but_its_id():
    page, reading = read(PAGES / "list_all_deleted.json")
    assert "Bleibt" not in page.text
    assert reading.rows == () and len(reading.deleted) == 1


def test_text_is_reproducible_and_spans_are_places():
    source = '{"type": "https://schema.oparl.org/1.0/Paper", "name": " a\\u00a0b ", "list": [{"x": 1.50}, null, "y"]}'
    values = JsonText(source)
    expected = "type: https://schema.oparl.org/1.0/Paper\nname:  a\u00a0b \nlist:\n  - x: 1.50\n  - null\n  - y"
    assert values.text == expected == JsonText(source).text
    assert values.text[slice(*values.span(("name",)))] == "a\u00a0b"
    assert values.text[slice(*values.span(("list", 0, "x")))] == "1.50"
    assert values.text[slice(*values.span(("list", 2)))] == "y"
    assert values.text[slice(*values.key(("list",)))] == "list"
    assert values.span(("missing",)) == (0, 0)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{"id": 1,\n "type": }', "Expecting value in line 2, column 10"),
        ('{"type": NaN}', "NaN, which JSON does not have"),
        ("", "Expecting value in line 1, column 1"),
        ("[" * 100_000, "nested far deeper"),
        ('{"type": "object"}', 'an object of type "object"'),
        ('{"data": {"a": 1}}', "an object with the keys data"),
        ('{"data": []}', "an object with the keys data"),
        ("[]", "a list of 0"),
        ("{}", r"an object with the keys \(none\)"),
        ('"text"', "text"),
        (
            '[{"type": "https://schema.oparl.org/1.1/Paper"}, {"a": 1}]',
            "an object with the keys a as entry 2 of the list",
        ),
        ('[{"type": "https://schema.oparl.org/1.1/Paper", "x": ' + "[" * 60 + "]" * 60 + "}]", "deeper ones"),
    ],
)
def test_what_is_no_oparl_file_is_refused(source, found):
    with pytest.raises(ReadError, match=rf"file\.json: oparl-json: expected .*{found}"):
        read_json(source.encode(), "file.json")


def test_lone_surrogates_can_be_stored():
    document, _ = read_json(rb'{"type": "https://schema.oparl.org/1.1/Paper", "name": "a\ud800b"}', "file.json")
    assert "a\ufffdb" in document.text
    assert document.text_sha256


@pytest.mark.parametrize(
    ("thing", "message"),
    [
        ({"type": TYPE + "Error", "message": "OParl is not active."}, r"0\.type: .* 'Error OParl is not active\.'"),
        ({"type": TYPE + "Paper"}, r"0\.id: expected a string that is not empty, found NoneType"),
        ({"type": TYPE + "Person", "id": "p/1"}, r"0\.name or familyName: expected a string"),
        ({"type": TYPE + "Paper", "id": "p/1", "name": 7}, r"0\.name: expected a string, found int '7'"),
        ({"type": TYPE + "Paper", "id": "p/1", "date": "12.01.2026"}, r"0\.date: expected an ISO 8601 date"),
        ({"type": TYPE + "Meeting", "id": "m/1", "cancelled": "nein"}, r"0\.cancelled: expected true or false"),
        ({"type": TYPE + "Meeting", "id": "m/1", "end": "2026-01-01"}, r"0\.end: expected an ISO 8601 date-time"),
        ({"type": TYPE + "File", "id": "f/1", "size": "12 kB"}, r"0\.size: expected a whole number"),
        ({"type": TYPE + "Membership", "id": "m/1", "person": "p/1"}, r"0\.organization: expected a URL, or a parent"),
        (
            {"type": TYPE + "Paper", "id": "p/1", "mainFile": {"id": "f/1"}},
            r"0\.mainFile\.type: expected an OParl schema",
        ),
        ({"type": TYPE + "Paper", "id": "p/1", "underDirectionOf": [5]}, r"0\.underDirectionOf: expected a URL"),
    ],
)
def test_what_breaks_the_specification_is_named(thing, message):
    with pytest.raises(ParseError, match=message):
        reading_of(thing)


@pytest.mark.parametrize(
    ("ags", "rgs", "id_"),
    [
        ("05315000", None, "05315"),
        ("5358016", None, "05358016"),
        ("05366", None, "05366"),
        ("051140000", "051140000000", "05114"),
        (None, "051660024024", "05166024"),
        ("99999999", None, "b/1"),
        ("", "", "b/1"),
    ],
)
def test_municipality_key(ags, rgs, id_):
    reading = reading_of({"type": TYPE + "Body", "id": "b/1", "name": "Ulmenrade", "ags": ags, "rgs": rgs})
    assert reading.rows[0].record.id == id_


def test_time_without_offset_is_wall_clock_and_a_day_stays_a_day():
    thing = {"type": TYPE + "Meeting", "id": "m/1"}
    winter, summer, day = reading_of(
        {**thing, "start": "2026-01-05T17:00:00"},
        {**thing, "start": "2026-07-05T15:00:00Z"},
        {**thing, "start": "2026-01-05"},
    ).rows
    assert winter.record.start.isoformat() == "2026-01-05T17:00:00+01:00"
    assert summer.record.start.isoformat() == "2026-07-05T17:00:00+02:00"
    assert day.record.start.isoformat() == "2026-01-05"


def paths(value, path=()):
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from paths(child, (*path, key))


@pytest.mark.parametrize(
    "damage", [None, "", 0, True, 1.5, [], {}, "x", [None], [[1]], {"id": 5}, {"type": TYPE + "File"}]
)
def test_a_damaged_value_is_read_or_named_and_nothing_else(damage):
    for file in FILES:
        whole = json.loads(file.read_text("utf-8"))
        for *way, last in list(paths(whole))[1:]:
            broken = json.loads(json.dumps(whole))
            target = broken
            for key in way:
                target = target[key]
            target[last] = damage
            with contextlib.suppress(ParseError, ReadError):
                document, values = read_json(json.dumps(broken).encode(), "file.json")
                page = Page(document, json=values)
                for row in VENDOR.kinds[VENDOR.detect(page) or "unknown"](page).rows:
                    check_row(page, row)
