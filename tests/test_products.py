"""Own small pages of SessionNet, SD.NET RIM and more!rubin: what differs between layouts, and what is refused."""

import contextlib
import json
import re
from pathlib import Path

import pytest

from corpus.errors import ParseError, ReadError
from corpus.model import Paper
from tests.oparl_pages import expect
from tests.product_pages import as_bytes, check_row, page_of, read, review, vendor_named

PAGES = Path(__file__).parent / "pages"
DEMO = Path(__file__).parent.parent / "pipeline/demo/pages"
PRODUCTS = ("sessionnet", "sessionnet6", "sdnet", "rubin")
URLS = {
    "cards_si0056": "https://ris.example/bi/si0056.php?__ksinr=1305",
    "layout4_vo0050": "https://ris.example/bi/vo0050.php?__kvonr=4100",
    "layout4_to0050": "https://ris.example/bi/to0050.php?__ktonr=7003",
    "layout4_kp0040": "https://ris.example/bi/kp0040.php?__kgrnr=17",
    "layout5_si0040": "https://ris.example/bi/si0040.php?__cjahr=2026&__cmonat=10",
    "layout5_si0057": "https://ris.example/bi/si0057.php?__ksinr=1192",
    "votes_and_parts": "https://ris.example/api/v1/sitzungen/12/tagesordnung",
    "calendar_two_states": "https://ris.example/api/v1/sitzungen?von=2026-01-01&bis=2026-01-31",
    "termine_export": "https://ris.example/termine/ics/SD.NET_RIM.ics",
    "termine_list": "https://ris.example/termine/",
    "tops_without_agenda": "https://ris.example/tops/?__=TOKENtops12",
    "vorgang_with_results": "https://ris.example/vorgang/?__=TOKENvorgang7",
    "calendar_odd": "https://ris.example/api.php?id=calendar",
}
FILES = [
    (product, path)
    for product in PRODUCTS
    for path in sorted((PAGES / product).glob("*.*"))
    if not path.name.endswith(".expected.json")
]


@pytest.mark.parametrize(("product", "path"), FILES, ids=lambda value: getattr(value, "stem", value))
def test_reviewed_readings(product, path):
    page, reading = read(product, path, URLS.get(path.stem))
    for row in reading.rows:
        check_row(page, row)
    assert reading.rows or reading.empty
    expect(review(page, reading, quotes=True), path.with_name(f"{path.stem}.expected.json"))


def test_the_demo_agenda():
    path = DEMO / "kreis-kronenbruch/si0057_1733.html"
    page, reading = read("sessionnet", path, "https://ris.kreis-kronenbruch.example/bi/si0057.asp?__ksinr=1733")
    for row in reading.rows:
        check_row(page, row)
    expect(review(page, reading, quotes=True), PAGES / "demo/si0057_1733.expected.json")


@pytest.mark.parametrize("product", PRODUCTS)
def test_one_product_only_knows_its_pages(product):
    for owner, path in FILES:
        page = page_of(path)
        assert (vendor_named(product).detect(page) is not None) == (owner == product), path.name


LAYOUT = (
    '<html><head><meta name="sessionnet" content="V:050504"></head><body>'
    '<div class="smclayout smc_page_{}_layout"><h1>{}</h1></div></body></html>'
)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("info", r"\[class\*=smc_page_\]: expected one of gr0040, .*, found a page without a name"),
        ("pe0051", r"expected one of gr0040, .*, found pe0051"),
        ("si0050", r"\.sidat, h1: expected a meeting's date, found none"),
        ("si0057", r"td\.tofnum, .* expected one or more items, or words that there are none, found neither"),
        ("si0040", r"td\.silink, .* expected meetings, a month of days .*, found 0 days"),
        ("vo0050", r"\.voname, \.vobetr: expected a paper's number or subject, found neither"),
        ("vo0053", r"\.card button: expected date, committee and openness of a station, found none"),
        ("gr0040", r"td\.grname, .*: expected 1 or more elements, found 0"),
        ("kp0040", r"td\.pename.*: expected 1 or more elements, found 0"),
    ],
)
def test_a_page_of_sessionnet_without_what_it_must_have_is_named(name, message):
    page = page_of(LAYOUT.format(name, "Seite").encode())
    vendor = vendor_named("sessionnet")
    with pytest.raises(ParseError, match=message):
        vendor.kinds[vendor.detect(page) or ""](page)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gremien", r"#div-content\.class: expected one of tops, vorgang, termine, found gremien"),
        ("termine", r"a\[href\*=tops\]: expected links to meetings that say their day, found none"),
        ("tops", r"table\.table-details.*: expected 1 or more elements, found 0"),
    ],
)
def test_a_page_of_sdnet_without_what_it_must_have_is_named(name, message):
    page = page_of(
        f'<html><body><div id="rimcontent"><div id="div-content" class="{name}">X</div></div></body></html>'.encode()
    )
    vendor = vendor_named("sdnet")
    with pytest.raises(ParseError, match=message):
        vendor.kinds[vendor.detect(page) or ""](page)


def test_a_page_that_only_speaks_of_the_product_is_none_of_its_pages():
    page = page_of(b"<html><body><p>Wir nutzen SessionNet (smc_page_si0040_layout) und SD.NET RIM.</p></body></html>")
    assert not any(vendor_named(product).detect(page) for product in PRODUCTS)


JSON_FILES = [(product, path) for product, path in FILES if path.suffix == ".json"]


@pytest.mark.parametrize(("product", "path"), JSON_FILES, ids=lambda value: getattr(value, "stem", value))
def test_nothing_private_and_nothing_unknown_gets_into_a_text(product, path):
    page = page_of(path)
    assert page.document.reader == f"{product}-json"
    for word in ("ada.kruse", "rat@ulmenrade", "02999", "verfasser", "1050", "id_person_vorsitz", "chairman_id"):
        assert word not in page.text


@pytest.mark.parametrize(
    "value",
    [
        [{"id": "7", "name": "Lager 3"}, {"id": "8", "name": "Stadt Ulmen"}],
        [{"id": "VG", "name": "Stadt Ulmen", "price": 3}],
        [{"siNr": 1, "dat": "2026-01-01", "oSt": 1}, {"siNr": 2}],
        {"first_day": "2026-01-01", "meetings": []},
        {"nummer": "1", "datum": "2026-01-01"},
        [],
    ],
)
def test_other_json_is_still_refused(value):
    with pytest.raises(
        ReadError, match=r"expected property \"type\" with an OParl schema URL .* or the keys of an answer"
    ):
        page_of(as_bytes(value))


def test_json_of_a_product_is_no_oparl():
    for _, path in JSON_FILES:
        assert vendor_named("oparl").detect(page_of(path)) is None


def paths(value, path=()):
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from paths(child, (*path, key))


@pytest.mark.parametrize("damage", [None, "", 0, -1, True, 1.5, [], {}, "x", [None], [[1]], {"id": 5}])
@pytest.mark.parametrize(("product", "path"), JSON_FILES, ids=lambda value: getattr(value, "stem", value))
def test_a_damaged_value_is_read_or_named_and_nothing_else(product, path, damage):
    whole = json.loads(path.read_text("utf-8"))
    for *way, last in list(paths(whole))[1:]:
        broken = json.loads(json.dumps(whole))
        target = broken
        for key in way:
            target = target[key]
        target[last] = damage
        with contextlib.suppress(ParseError, ReadError):
            page = page_of(as_bytes(broken))
            kind = vendor_named(product).detect(page)
            for row in vendor_named(product).kinds[kind](page).rows if kind else ():
                assert all(page.text[start:end].strip() for start, end in row.places.values())


HTML_FILES = [(product, path) for product, path in FILES if path.suffix == ".html" and product != "rubin"]


@pytest.mark.parametrize(("product", "path"), HTML_FILES, ids=lambda value: getattr(value, "stem", value))
def test_a_page_that_lost_an_attribute_is_read_or_named_and_nothing_else(product, path):
    source = path.read_text("utf-8")
    for match in re.finditer(r'\s(?:class|href|id|title|data-[\w-]+)="[^"]*"', source):
        page = page_of((source[: match.start()] + source[match.end() :]).encode())
        kind = vendor_named(product).detect(page)
        if kind:
            with contextlib.suppress(ParseError):
                for row in vendor_named(product).kinds[kind](page).rows:
                    check_row(page, row)


SEAL = "D8E83735813192885065064ED9838A34BD95E589"


@pytest.mark.parametrize(
    "href",
    [
        "vo0050.asp?__kvonr=12",
        "vo0050.asp?__kvonr=12&voselect=1402",
        f"vo0050.asp?__kvonr=12&amp;voselect=1402&amp;s={SEAL}",
        f"vo0050.asp?s={SEAL}&__kvonr=12",
        "vo0050.asp?toselect=7&__kvonr=12&",
    ],
)
def test_a_paper_of_sessionnet_has_one_address_wherever_its_link_stands(href):
    cells = f'<td class="tofnum">1</td><td class="tobetr">Haushalt</td><td><a href="{href}">V 12</a></td>'
    source = LAYOUT.format("si0057", "Rat - 01.10.2026").replace("</h1>", f"</h1><table><tr>{cells}</tr></table>")
    page = page_of(source.encode(), "https://ris.example/bi/")
    found = vendor_named("sessionnet").kinds["agenda"](page)
    assert [follow.url for follow in found.follows] == ["https://ris.example/bi/vo0050.asp?__kvonr=12"]
    assert {row.record.url for row in found.rows if isinstance(row.record, Paper)} == {found.follows[0].url}
