"""Pages of the simulated council, one of each product and kind: served as stored, and read as reviewed.

A page or a reading that is not there is written, and its test fails until somebody has reviewed it. To renew them after
a change of the simulation, remove the file and run twice.
"""

from pathlib import Path

import pytest

from corpus.model import AgendaItem, Meeting, Paper
from pipeline.readers import read_file
from scrapers import vendors
from scrapers.page import Page
from tests.oparl_pages import expect
from tests.pages_as_json import places_carry_their_fields
from tests.product_pages import check_row, review
from tests.served import plain, records
from tests.simulated_pages import served

FOLDER = Path(__file__).parent / "pages/simulated"
NOT_SERVED = {
    ("allris4_text", "item"): "copies of pages as text",
    ("allris4_text", "paper"): "copies of pages as text",
    ("sessionnet_text", "item"): "copies of pages as text",
    ("sessionnet_text", "paper"): "copies of pages as text",
    ("sdnet_text", "result"): "documents as text",
    ("oparl", "list"): "a list that shows no type: an empty one",
    ("oparl", "location"): "inside meetings only",
}
PAGES = served()


def ending(body: bytes) -> str:
    """What a page is called by its content."""
    first = body.lstrip()[:15]
    return "json" if first[:1] in (b"{", b"[") else "ics" if first == b"BEGIN:VCALENDAR" else "html"


def fixture(name: str) -> Path:
    """Where a page is stored."""
    return FOLDER / f"{name}.{ending(PAGES[name].body)}"


def stored(name: str) -> Page:
    """The stored page, ready to be read."""
    if not fixture(name).exists():
        pytest.fail(f"{name}: no page is stored yet")
    reading = read_file(fixture(name))
    return Page(reading.document, reading.html, PAGES[name].url, json=reading.json)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_served_as_stored(name):
    if not fixture(name).exists():
        fixture(name).parent.mkdir(parents=True, exist_ok=True)
        fixture(name).write_bytes(PAGES[name].body)
        pytest.fail(f"{fixture(name).name} was missing and is now written: review it, then run again")
    assert fixture(name).read_bytes() == PAGES[name].body


@pytest.mark.parametrize("name", PAGES)
def test_the_stored_page_is_read_as_reviewed(name):
    page = stored(name)
    found = vendors.read(page)
    assert found is not None and (found.vendor, found.kind) == (PAGES[name].product, PAGES[name].kind)
    assert found.rows or found.empty or found.kind == "system"
    if found.vendor.startswith("allris"):
        places_carry_their_fields(page, found)
    elif found.vendor != "oparl":
        for row in found.rows:
            check_row(page, row)
    expect(review(page, found, quotes=False), FOLDER / f"{name}.expected.json")


def test_every_kind_that_is_read_has_a_page():
    known = {(v.name, kind) for v in vendors.vendors() for kind in v.kinds if kind != "unknown"}
    assert known - {(page.product, page.kind) for page in PAGES.values()} == set(NOT_SERVED)


def test_nothing_is_left_over():
    wanted = {fixture(name) for name in PAGES} | {FOLDER / f"{name}.expected.json" for name in PAGES}
    assert {path for path in FOLDER.rglob("*") if path.is_file()} == wanted


def reading(name: str):
    found = vendors.read(stored(name))
    assert found is not None
    return found


AGENDAS = ["allris3/to010", "allris4/to010", "sessionnet/si0057", "sessionnet/si0056_cards"]
AGENDAS += ["sessionnet6/tagesordnung", "sdnet/tops", "rubin/meeting", "oparl/meeting"]
NO_RESULTS = ("sdnet/tops",)
CLOSED_UNSAID = ("sessionnet6/tagesordnung",)
"""Its number for the part says what is public, and no recording says which other numbers there are."""


@pytest.mark.parametrize("name", AGENDAS[1:])
def test_every_product_tells_the_same_meeting(name):
    """The reviewed readings of one meeting agree, so that one careful look at any of them counts for all."""
    one, other = (
        [i for i in records(reading(n), AgendaItem) if any(c.isdigit() for c in i.number or "")]
        for n in (AGENDAS[0], name)
    )
    shown = [(plain(i.name), None if name in NO_RESULTS else i.result) for i in one]
    assert [(plain(i.name), i.result) for i in other] == shown
    closed = None if name in CLOSED_UNSAID else False
    assert [i.public for i in other] == [i.public or closed for i in one]
    starts = {m.start for n in (AGENDAS[0], name) for m in records(reading(n), Meeting)}
    assert len(starts) <= 1 or name == "sessionnet6/tagesordnung"


@pytest.mark.parametrize("name", ["allris4/vo020", "sessionnet/vo0050", "sdnet/vorgang", "oparl/paper"])
def test_every_product_tells_the_same_paper(name):
    one, other = (next(p for p in records(reading(n), Paper)) for n in ("allris3/vo020", name))
    assert (plain(other.name), other.reference, other.paper_type) == (plain(one.name), one.reference, one.paper_type)


def test_cards_and_table_of_sessionnet_tell_the_same_agenda():
    table, cards = (records(reading(f"sessionnet/{n}"), AgendaItem) for n in ("si0057", "si0056_cards"))
    for one, other in zip(table, cards, strict=True):
        shown = "order number name public result votes paper".split()
        assert [getattr(one, n) for n in shown] == [getattr(other, n) for n in shown]
        assert one.id == other.id
