"""Recorded pages of real councils: each is read as reviewed, or listed with the reason why not yet.

The pages lie outside the project (see conftest.py). What they must give lies in tests/recorded/, masked.
"""

import csv
import json
from pathlib import Path

import pytest

from scrapers import stated, vendors
from tests.conftest import shared_folder
from tests.pages_as_json import as_json, compare, page_of, places_carry_their_fields

EXPECTED = Path(__file__).parent / "recorded"
READ = {"meeting: agenda": "agenda", "agenda item: minutes/decision": "item", "paper": "paper",
        "calendar (month)": "calendar", "calendar (month, _r template)": "calendar"}  # fmt: skip
NOT_YET = {
    "committee (members)": "kind arrives with crawling",
    "council selection (multi-client)": "kind arrives with crawling",
    "fraction (members)": "kind arrives with crawling",
    "fraction list": "kind arrives with crawling",
    "paper list": "kind arrives with crawling",
    "ids and base URLs of the Hamburg pages": "no page of a council",
}
VENDORS = {"ALLRIS 3": "allris3", "ALLRIS 4": "allris4"}


def recorded(vendor_names):
    folder = shared_folder()
    if folder is None:
        return []
    with (folder / "ris-raw" / "INDEX.tsv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["vendor"] in vendor_names]


PAGES = [(row["file"], VENDORS[row["vendor"]], row["page_kind"]) for row in recorded(VENDORS)]
SHOWN = [page for page in PAGES if page[2] in READ]


def is_html(path):
    return path.endswith((".html", ".htm", ".xml"))


def test_every_recorded_page_is_read_or_listed(shared):
    assert PAGES
    assert {kind for _, _, kind in PAGES} <= READ.keys() | NOT_YET.keys()
    assert len(SHOWN) >= 22


@pytest.mark.parametrize(("path", "vendor", "kind"), SHOWN)
def test_page_is_read_as_reviewed(shared, path, vendor, kind):
    page = page_of((shared / "ris-raw" / path).read_bytes(), html=True)
    reading = vendors.read(page)
    assert reading is not None
    assert (reading.vendor, reading.kind) == (vendor, READ[kind])
    places_carry_their_fields(page, reading)
    compare(as_json(page, reading), EXPECTED / f"{path}.expected.json")


def test_no_expected_file_is_left_over(shared):
    kept = {
        str(path.relative_to(EXPECTED)).removesuffix(".expected.json") for path in EXPECTED.glob("allris*/**/*.json")
    }
    assert kept == {path for path, _, _ in SHOWN}


@pytest.mark.recorded
@pytest.mark.parametrize(("path", "vendor", "kind"), [page for page in PAGES if page[2] in NOT_YET])
def test_other_kinds_are_not_mistaken(shared, path, vendor, kind):
    assert vendors.detect(page_of((shared / "ris-raw" / path).read_bytes(), html=is_html(path))) is None


def test_a_page_has_one_vendor_at_most(shared):
    for path in sorted((shared / "ris-raw").rglob("*")):
        if path.suffix in {".html", ".htm", ".txt"}:
            page = page_of(path.read_bytes(), html=is_html(path.name))
            known = [vendor.name for vendor in vendors.vendors() if vendor.detect(page) is not None]
            assert len(known) <= 1, path
            folder = path.relative_to(shared / "ris-raw").parts[0]
            assert not known or folder.startswith(known[0].removesuffix("_text")), path


EXAMPLES = {
    "000": ("allris4_text", "item", {"meeting", "agenda_item", "result", "paper", "lead_unit", "attachment"}),
    "001": ("allris4_text", "paper", {"paper", "lead_unit", "applicant", "consultation", "attachment"}),
    "002": ("allris4_text", "item", {"meeting", "agenda_item", "result"}),
    "003": ("sessionnet_text", "item", {"result"}),
    "004": ("sdnet_text", "result", {"meeting", "agenda_item", "paper", "result"}),
}


@pytest.mark.parametrize("number", EXAMPLES)
def test_example_is_recognised(shared, number):
    (path,) = (shared / "examples").glob(f"{number}_*.txt")
    page = page_of(path.read_bytes(), html=False)
    reading = vendors.read(page)
    assert reading is not None
    facts = stated.facts(page, reading)
    vendor, kind, kinds = EXAMPLES[number]
    assert (reading.vendor, reading.kind, {fact.kind for fact in facts}) == (vendor, kind, kinds)
    assert reading.prose
    gold = shared / "gold" / f"{path.stem}.json"
    if gold.exists():
        wanted = [f for f in json.loads(gold.read_text("utf-8"))["facts"] if f["type"] in kinds]
        for label in wanted:
            (fact,) = (fact for fact in facts if fact.kind == label["type"])
            assert dict(fact.value) == dict(fact.value) | label["value"]
            quotes = {e.quote for e in fact.evidence}
            assert any(quote in e["quote"] for e in label["evidence"] for quote in quotes)
