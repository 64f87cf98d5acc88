"""OParl files of real servers, recorded outside the project: all are read, and every field stands where it is said."""

import csv
import fnmatch
import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.errors import ReadError
from corpus.json_text import read_json
from corpus.model import AgendaItem, Consultation, Membership, Paper
from scrapers.page import Page, PageReading
from tests.oparl_pages import check_row, expect, read, shortened, shown

pytestmark = pytest.mark.recorded

EXPECTED = Path(__file__).parent / "recorded"

NOT_OPARL = {
    "*/schema/*.json": "a JSON schema of the specification",
    "*/missing_ids.json": "an index of URLs that could not be fetched",
    "*/importer/fixtures/duplicate_meetings_*.json": "rows of another program's database",
    "*/importer/test-data/amtzell_*.json": "another program's own format",
    "*/testdata/body_to_ags.json": "a table from file names to municipality keys",
}

COUNTS = {
    "files read": 235,
    "Body": 35,
    "LegislativeTerm": 6,
    "Organization": 123,
    "Person": 53,
    "Membership": 540,
    "Meeting": 180,
    "AgendaItem": 4969,
    "AgendaItem with result": 3323,
    "Paper": 168,
    "Paper with mainFile": 108,
    "Consultation": 452,
    "Consultation with agendaItem": 433,
    "File": 1616,
    "deleted": 10,
    "follows": 188,
    "empty": 2,
}

REVIEWED = """
OParl__spec/_tag_v1.0/examples/Meeting-01.json
OParl__spec/_tag_v1.0/examples/Paper-01.json
OParl__spec/examples/Body-01.json
OParl__spec/examples/File-01.json
OParl__spec/examples/Location-01.json
OParl__spec/examples/Meeting-01.json
OParl__spec/examples/Paper-01.json
OParl__spec/examples/Person-01.json
OParl__spec/examples/System-01.json
meine-stadt-transparent__meine-stadt-transparent/testdata/bodies/Stadt Krefeld.json
meine-stadt-transparent__meine-stadt-transparent/testdata/bodies/Stadt Leipzig.json
meine-stadt-transparent__meine-stadt-transparent/testdata/systems/Stadt Erkelenz.json
meine-stadt-transparent__meine-stadt-transparent/testdata/oparl-missing/meeting.json
konstin__oparl-validator-rs/test-data/huertgenwald_extract/body.json
konstin__oparl-validator-rs/test-data/huertgenwald_extract/body/1/organization.json
konstin__oparl-validator-rs/test-data/huertgenwald_extract/body/1/paper?page=84.json
maxliesegang__karlsruhe-oparl-syndication/docs/meetings/9518.json
maxliesegang__karlsruhe-oparl-syndication/docs/meetings/6647.json
maxliesegang__karlsruhe-oparl-syndication/docs/papers/37070.json
Schereo__Ratslotse/tests/fixtures/cities/braunschweig_papers.json
Schereo__Ratslotse/tests/fixtures/cities/magdeburg_meetings.json
Benneloui__geoanalysis-urban-planning-council-decisions/augsburg_papers_from_parquet/1001705.json
"""


def files(shared: Path) -> list[Path]:
    """Every JSON file that the index lists below oparl/."""
    with (shared / "ris-raw/INDEX.tsv").open(encoding="utf-8", newline="") as index:
        listed = [row["file"] for row in csv.DictReader(index, delimiter="\t")]
    return [shared / "ris-raw" / name for name in listed if name.startswith("oparl/") and name.endswith(".json")]


def refused(path: Path) -> bool:
    return any(fnmatch.fnmatch(path.as_posix(), pattern) for pattern in NOT_OPARL)


@pytest.fixture(scope="module")
def readings(shared: Path) -> dict[Path, tuple[Page, PageReading]]:
    return {path: read(path) for path in files(shared) if not refused(path)}


def test_what_is_not_oparl_is_refused_by_name(shared):
    others = [path for path in files(shared) if refused(path)]
    assert len(others) == 37
    for path in others:
        with pytest.raises(ReadError, match=r'expected property "type" with an OParl schema URL .* found an? '):
            read_json(path.read_bytes(), path.name)


def test_counts(readings):
    found: Counter[str] = Counter()
    for _, reading in readings.values():
        found.update(
            {
                "files read": 1,
                "deleted": len(reading.deleted),
                "follows": len(reading.follows),
                "empty": reading.empty is not None,
            }
        )
        for row in reading.rows:
            record = row.record
            found[type(record).__name__] += 1
            if isinstance(record, AgendaItem):
                found["AgendaItem with result"] += record.result is not None
            elif isinstance(record, Consultation):
                found["Consultation with agendaItem"] += record.agenda_item is not None
            elif getattr(record, "role", None) == "mainFile":
                found["Paper with mainFile"] += 1
    assert dict(found) == COUNTS


def test_every_field_is_quoted_where_it_is_printed(readings):
    for page, reading in readings.values():
        for row in reading.rows:
            check_row(page, row)
            assert isinstance(row.record, Consultation | Membership) or row.record.id


def test_every_reading_has_records_links_or_a_reason(readings):
    for page, reading in readings.values():
        assert reading.rows or reading.follows or (reading.empty and reading.empty in page.text)


def test_results_that_tell_a_vote_have_it(readings):
    records = [row.record for _, reading in readings.values() for row in reading.rows]
    results = {(r.result, r.votes) for r in records if isinstance(r, AgendaItem) and r.result}
    assert len({result for result, _ in results}) == 198
    for result, votes in results:
        if re.search(r"^(?:einstimmig|mehrheitlich)|\d+ Ja-Stimme", result, re.I):
            assert votes, result
        if re.fullmatch(r"Kenntnisnahme|erledigt|vertagt|verwiesen .*|ohne\.?", result, re.I):
            assert not votes, result


def test_links_of_embedded_objects_are_complete(readings):
    for path, (_, reading) in readings.items():
        for row in reading.rows:
            record = row.record
            if isinstance(record, AgendaItem):
                assert record.meeting and record.order, path
            if isinstance(record, Paper):
                assert record.reference and record.name, path
            if isinstance(record, Consultation):
                assert record.paper or reading.kind == "consultation", path


def test_nothing_private_is_in_the_text(readings):
    for path, (page, reading) in readings.items():
        assert not re.search(r"^[- ]*(?:email|phone|gender|contactEmail|contactName|life):", page.text, re.M), path
        if reading.kind == "person":
            assert not re.search(r"^[- ]*(?:streetAddress|postalCode|location|keyword):", page.text, re.M), path


@pytest.mark.parametrize("name", REVIEWED.split("\n")[1:-1])
def test_reviewed_readings(shared, name):
    page, reading = read(shared / "ris-raw/oparl" / name)
    path = EXPECTED / "oparl" / f"{name.replace('?', '%3F')}.expected.json"
    expect(shortened(shown(page, reading, quotes=False)), path)
