"""Recorded pages of SessionNet, SessionNet 6, SD.NET RIM and more!rubin: read as reviewed, or listed with why not.

The pages lie outside the project (see conftest.py); what they must give lies in tests/recorded/, long strings masked.
"""

import csv
import dataclasses
import datetime as dt
import json
from collections import Counter
from pathlib import Path

import pytest

from corpus.errors import ReadError
from corpus.model import AgendaItem, Consultation, File, Meeting, Paper
from pipeline.readers import read_file
from scrapers import stated
from scrapers import vendors as products
from scrapers.page import Page, PageReading
from tests.oparl_pages import expect, shortened
from tests.product_pages import as_bytes, check_row, page_of, review, vendor_named

pytestmark = pytest.mark.recorded

EXPECTED = Path(__file__).parent / "recorded"
VENDORS = {"SessionNet": "sessionnet", "SessionNet 6": "sessionnet6", "SD.NET RIM": "sdnet", "more!rubin": "rubin"}
NO_PAGE = {
    "gremien_tops.json": "another program's collection of agenda items, no page",
    "dessau_base.json": "another program's collection of meetings, no page",
    "known_sessionnets.txt": "a list of addresses",
}
BUNDLES = ("lauenburg.json", "voerstetten.json")
"""Several answers of one server in one file; each is read as the server sent it."""

URLS = {
    "sulzberg-si0056.html": "https://buergerinfo-sulzberg.digitalfabrix.de/si0056.asp?__ksinr=161",
    "sangerhausen-2217-tagesordnung.json": "https://sangerhausen.example/api/v1/sitzungen/2217/tagesordnung",
    "vorgang_sample.excerpt.html": "https://ris.teststadt.de/vorgang/?__=TOKEN",
}
"""Addresses for pages whose id stands nowhere else; the last one is invented."""

COUNTS = {
    "pages": 18,
    "Meeting": 29,
    "follows": 63,
    "Organization": 15,
    "AgendaItem": 38,
    "AgendaItem with result": 11,
    "AgendaItem with counted vote": 4,
    "AgendaItem with paper": 17,
    "File": 57,
    "Paper": 19,
    "Consultation": 11,
}


def listed(shared: Path) -> list[tuple[str, str]]:
    with (shared / "ris-raw/INDEX.tsv").open(encoding="utf-8", newline="") as index:
        return [
            (r["file"], VENDORS[r["vendor"]]) for r in csv.DictReader(index, delimiter="\t") if r["vendor"] in VENDORS
        ]


def answers(path: Path) -> dict[str, bytes]:
    """The pages in a file: itself, or the answers that a bundle holds, by a name."""
    if path.name not in BUNDLES:
        return {"": path.read_bytes()}
    found: dict[str, bytes] = {}
    for name, value in json.loads(path.read_text("utf-8")).items():
        parts = value if name == "meetings" else {name: value}
        found |= {f"#{key}": as_bytes(part) for key, part in parts.items()}
    return found


@pytest.fixture(scope="module")
def readings(shared: Path) -> dict[str, tuple[Page, PageReading]]:
    found = {}
    for name, vendor in listed(shared):
        path = shared / "ris-raw" / name
        if path.name in NO_PAGE:
            continue
        url = next((url for part, url in URLS.items() if part in path.parts), None)
        for part, raw in answers(path).items():
            page = page_of(raw, url)
            kind = vendor_named(vendor).detect(page)
            assert kind not in (None, "unknown"), name
            found[name + part] = page, vendor_named(vendor).kinds[kind](page)
    return found


def test_what_is_no_page_is_not_taken_for_one(shared):
    others = [shared / "ris-raw" / name for name, _ in listed(shared) if Path(name).name in NO_PAGE]
    assert len(others) == len(NO_PAGE)
    for path in others:
        try:
            reading = read_file(path)
        except ReadError as e:
            assert "expected property" in str(e)
        else:
            assert products.detect(Page(reading.document, reading.html)) is None


def test_counts(readings):
    found: Counter[str] = Counter({"pages": len(readings)})
    for _, reading in readings.values():
        for row in reading.rows:
            record = row.record
            found[type(record).__name__] += 1
            if isinstance(record, AgendaItem):
                found["AgendaItem with result"] += record.result is not None
                found["AgendaItem with counted vote"] += any(vote.yes is not None for vote in record.votes)
                found["AgendaItem with paper"] += record.paper is not None
        found["follows"] += len(reading.follows)
    assert dict(found) == COUNTS


def test_only_one_product_knows_each_page(readings):
    for name, (page, reading) in readings.items():
        found = products.detect(page)
        assert found and (found[0].name, found[1]) == (reading.vendor, reading.kind), name


def test_every_field_stands_where_it_is_printed(readings):
    for page, reading in readings.values():
        for row in reading.rows:
            check_row(page, row)
        for fact in stated.facts(page, reading):
            assert all(page.text[e.start : e.end] == e.quote for e in fact.evidence)


def test_records_are_complete(readings):
    for name, (_, reading) in readings.items():
        for record in (row.record for row in reading.rows):
            if isinstance(record, Meeting):
                assert record.id and record.name and record.start, name
            elif isinstance(record, AgendaItem):
                assert record.name and record.order and record.number and record.public is not None, name
            elif isinstance(record, Paper):
                assert record.id and (record.reference or ("sessionnet6" in name and record.name)), name
            elif isinstance(record, File):
                assert record.id and record.url and record.role, name
            elif isinstance(record, Consultation):
                assert record.meeting and record.agenda_item, name


def test_nothing_private_is_in_the_text(readings):
    for name, (page, _) in readings.items():
        if page.json:
            for key in ("Telefon", "Fax", "phone_number", "verfasser", "chairman_id", "id_person_vorsitz", "Strasse"):
                assert key not in page.text, name


def test_reviewed_readings(readings):
    wrong = []
    for name, (page, reading) in readings.items():
        try:
            expect(shortened(review(page, reading, quotes=False)), EXPECTED / f"{name}.expected.json")
        except (AssertionError, pytest.fail.Exception) as e:
            wrong.append(f"{name}: {e}"[:2000])
    assert not wrong, "\n".join(wrong)


def test_no_expected_file_is_left_over(readings):
    folders = [EXPECTED / name for name in ("sessionnet", "sessionnet6", "sdnetrim", "rubin")]
    kept = {str(path.relative_to(EXPECTED)) for folder in folders for path in folder.glob("**/*.json")}
    assert kept == {f"{name}.expected.json" for name in readings}


def with_ending(record, ending):
    """A record whose addresses have another ending."""
    url = getattr(record, "url", None)
    return dataclasses.replace(record, url=url.replace(".asp", ending)) if url else record


def test_pages_of_the_php_edition_read_alike(readings, shared):
    """No recorded page is of the .php edition: the recorded ones with its ending give the same records and links."""
    seen = 0
    for name, (_, reading) in readings.items():
        if reading.vendor != "sessionnet":
            continue
        path = shared / "ris-raw" / name
        url = next((url for part, url in URLS.items() if part in path.parts), None)
        page = page_of(path.read_bytes().replace(b".asp", b".php"), url and url.replace(".asp", ".php"))
        found = products.read(page)
        assert found is not None and found.kind == reading.kind
        assert [row.record for row in found.rows] == [with_ending(row.record, ".php") for row in reading.rows], name
        assert [f.url for f in found.follows] == [f.url.replace(".asp", ".php") for f in reading.follows]
        product = products.product_of(page)
        assert product is not None and product.starts is not None
        assert ".php?" in product.starts(page, dt.date(2026, 1, 1), dt.date(2026, 1, 31))[0].url
        seen += 1
    assert seen == 6
