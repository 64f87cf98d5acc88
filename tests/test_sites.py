"""The 54 municipalities that can be followed, and what is said about a wrong file."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bodies import body_of_url, known_bodies
from corpus.errors import InputError
from scrapers import site
from scrapers.site import VENDORS, load_sites, read_site

FOLDER = Path(site.__file__).with_name("sites")
GOOD = """name = "Kreis Musterland"
ags = "05999"
population = 100000
vendor = "sessionnet"
base_url = "https://ris.example.org/bi/"
oparl = ""
verified = false
access = ""
older = []

[expect]
meetings_per_year = [15, 300]
share_with_result = [0.1, 1.0]
verified = false
"""


@pytest.fixture
def write(tmp_path):
    def written(text, name="05999-kreis-musterland.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_all_54_municipalities_have_a_file_that_agrees_with_the_table_of_bodies():
    sites = {s.ags: s for s in load_sites()}
    bodies = {b.id: b for b in known_bodies()}
    assert len(sites) == len(list(FOLDER.glob("*.toml"))) == 54 and set(sites) == set(bodies)
    for ags, found in sites.items():
        assert (found.name, found.population) == (bodies[ags].name, bodies[ags].population)


def test_every_address_belongs_to_its_municipality():
    for found in load_sites():
        for url in filter(None, [found.base_url, *found.older]):
            body = body_of_url(url)
            assert body and body.id == found.ags, url


def test_file_names_say_ags_and_name_in_ascii():
    for path in FOLDER.glob("*.toml"):
        assert path.name.isascii() and path.name == path.name.lower()
        assert path.stem.split("-", 1)[1], path.name


def test_no_two_municipalities_share_an_address():
    urls = [s.base_url for s in load_sites() if s.base_url]
    assert len(urls) == len(set(urls)) == 52


def test_nothing_claims_to_have_been_checked_and_all_say_what_to_expect():
    for found in load_sites():
        assert found.vendor in VENDORS and not found.verified and not found.simulated
        assert not found.expect.verified
        low, high = found.expect.meetings_per_year
        assert 0 < low < high
        assert 0 < found.expect.share_with_result[0] < found.expect.share_with_result[1] <= 1
        assert not found.access or found.access.startswith("reported, not checked: ")


def test_known_blocks_are_noted():
    notes = {s.ags: s.access for s in load_sites()}
    assert "403" in notes["05916"] and "403" in notes["05962"] and "browser" in notes["05914"]
    hosts = ("sessionnet.owl-it.de", "sitzung-online.de")
    assert all("robots.txt" in s.access for s in load_sites() if any(h in (s.base_url or "") for h in hosts))


def test_agrees_with_the_registry(shared):
    with (shared / "registry" / "nrw.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    sites = {s.ags: s for s in load_sites()}
    assert len(rows) == 54
    for row in rows:
        found = sites.get(row["ags5"] if row["name"] != "Stadt Aachen" else row["ags8"])
        assert found is not None, row["name"]
        assert (found.base_url or "", found.oparl or "") == (row["ris_base_url"], row["oparl_system_url"])
        assert found.vendor == {"more! rubin": "rubin", "SD.NET": "sdnet", "SD.NET RIM": "sdnet"}.get(
            row["ris_product"], row["ris_product"].lower().replace(" ", "")
        )


def test_a_good_file_is_read(write):
    found = read_site(write(GOOD))
    assert (found.ags, found.oparl, found.older, found.simulated) == ("05999", None, (), False)
    assert found.expect.meetings_per_year == (15.0, 300.0)
    simulated = GOOD.replace("verified = false\naccess", "simulated = true\nverified = false\naccess")
    assert read_site(write(simulated)).simulated


@pytest.mark.parametrize(
    ("old", "new", "entry", "finding"),
    [
        ('vendor = "sessionnet"', 'vendor = "fabasoft"', "vendor", "'fabasoft'"),
        ('vendor = "sessionnet"', "vendor = 3", "vendor", "found 3"),
        ('vendor = "sessionnet"\n', "", "vendor", "no such entry"),
        ('ags = "05999"', "ags = 5999", "ags", "5999"),
        ('ags = "05999"', 'ags = "05998"', "ags", "05998"),
        ("100000", "-1", "population", "-1"),
        ("100000", "true", "population", "True"),
        ("https://ris.example.org/bi/", "ris.example.org", "base_url", "'ris.example.org'"),
        ("https://ris.example.org/bi/", "http://user@ris.example.org", "base_url", "user@"),
        ("older = []", 'older = "x"', "older", "'x'"),
        ("older = []", 'older = ["x"]', "older", "'x'"),
        ('access = ""', 'access = "a\\nb"', "access", "'a\\\\nb'"),
        ("verified = false\naccess", 'verified = "no"\naccess', "verified", "'no'"),
        ("[15, 300]", "[300, 15]", "meetings_per_year", r"\[300, 15\]"),
        ("[15, 300]", "[15]", "meetings_per_year", r"\[15\]"),
        ("[0.1, 1.0]", "[0.1, 1.5]", "share_with_result", r"\[0.1, 1.5\]"),
        ("[0.1, 1.0]", "[nan, 1.0]", "share_with_result", "nan"),
        ("older = []", "older = []\nvendr = 1", "vendr", "expected one of"),
        ("[expect]", "[expected]", "expect", "no such entry"),
        ('name = "Kreis', "name = Kreis", "expected TOML", "found"),
    ],
)
def test_a_wrong_file_is_named_with_entry_expectation_and_finding(write, old, new, entry, finding):
    assert old in GOOD
    with pytest.raises(InputError, match=rf"05999-kreis-musterland\.toml: .*{entry}.*{finding}"):
        read_site(write(GOOD.replace(old, new)))


def test_a_file_under_a_wrong_name(write):
    with pytest.raises(InputError, match=r"05998-x\.toml: ags: expected the AGS that the file's name starts with"):
        read_site(write(GOOD, "05998-x.toml"))


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["name", "ags", "vendor", "older", "expect"]), st.integers() | st.booleans()))
def test_any_wrong_values_are_an_input_error(tmp_path_factory, entries):
    path = tmp_path_factory.mktemp("site") / "05999-x.toml"
    path.write_text("\n".join(f"{k} = {str(v).lower()}" for k, v in entries.items()), encoding="utf-8")
    with pytest.raises(InputError, match=r"05999-x\.toml: "):
        read_site(path)
