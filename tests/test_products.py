"""Own small pages of SessionNet, SD.NET RIM and more!rubin: what differs between layouts, and what is refused."""

from pathlib import Path

import pytest

from corpus.errors import ParseError
from tests.oparl_pages import expect
from tests.product_pages import check_row, page_of, read, review, vendor_named

PAGES = Path(__file__).parent / "pages"
DEMO = Path(__file__).parent.parent / "pipeline/demo/pages"
PRODUCTS = ("sessionnet", "sessionnet6", "sdnet", "rubin")
URLS = {
    "layout5_si0040": "https://ris.example/bi/si0040.php?__cjahr=2026&__cmonat=10",
    "layout5_si0057": "https://ris.example/bi/si0057.php?__ksinr=1192",
    "votes_and_parts": "https://ris.example/api/v1/sitzungen/12/tagesordnung",
    "calendar_two_states": "https://ris.example/api/v1/sitzungen?von=2026-01-01&bis=2026-01-31",
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
        ("gr0040", r"td\.grname: expected 1 or more elements, found 0"),
        ("kp0040", r"td\.pename.*: expected 1 or more elements, found 0"),
    ],
)
def test_a_page_of_sessionnet_without_what_it_must_have_is_named(name, message):
    page = page_of(LAYOUT.format(name, "Seite").encode())
    vendor = vendor_named("sessionnet")
    with pytest.raises(ParseError, match=message):
        vendor.kinds[vendor.detect(page) or ""](page)


def test_a_page_that_only_speaks_of_the_product_is_none_of_its_pages():
    page = page_of(b"<html><body><p>Wir nutzen SessionNet (smc_page_si0040_layout) und SD.NET RIM.</p></body></html>")
    assert not any(vendor_named(product).detect(page) for product in PRODUCTS)
