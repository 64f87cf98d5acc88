"""Pages copied as text, in invented examples of every layout: records, running text, stated facts."""

from pathlib import Path

import pytest

from corpus.errors import ParseError
from scrapers import stated, vendors
from tests.pages_as_json import as_json, compare, page_of, places_carry_their_fields

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def read(text, *, html=False, url=None):
    page = page_of(text.encode(), html=html, url=url)
    return page, vendors.read(page)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_copied_page(path):
    page = page_of(path.read_bytes(), html=False)
    reading = vendors.read(page)
    assert reading is not None
    places_carry_their_fields(page, reading)
    got = as_json(page, reading)
    got["stated"] = [[f.kind, dict(f.value), [e.quote for e in f.evidence]] for f in stated.facts(page, reading)]
    compare(got, path.with_suffix(".expected.json"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Beschluss: Der Rat beschließt auf Vorschlag der Verwaltung die Satzung.",
        "Beschluss:\n\nohne\n\nProtokoll:\n\nHerr Beispiel berichtet.",
        "Niederschrift\n17.02.2021 - 4 Personen waren anwesend.",
        "Sitzung: am Montag",
        "Zu Punkt 3: Radweg\n\nAbstimmungsergebnis: einstimmig",
    ],
)
def test_other_texts_are_nobodys_page(text):
    assert read(text)[1] is None


def test_line_ends_of_windows_keep_their_places():
    text = (Path(__file__).parent / "pages" / "allris4_item_list.txt").read_text("utf-8").replace("\n", "\r\n")
    page, reading = read(text)
    places_carry_their_fields(page, reading)
    (fact,) = (fact for fact in stated.facts(page, reading) if fact.kind == "lead_unit")
    assert dict(fact.value) == {"code": "66", "name": "Tiefbauamt"}


def test_ids_come_from_the_address_given():
    text = "11.11.2021 - 7 Brücke\nGrunddaten\n- TOP:\n- N 7\n"
    _, reading = read(text, url="https://ris.example/public/to020?SILFDNR=5&TOLFDNR=9")
    meeting, item = (row.record for row in reading.rows)
    assert (meeting.id, item.id, item.meeting, item.public) == ("5", "9", "5", False)


ERRORS = {
    "<body><div id='allriscontainer'><p>Keine Information verf&uuml;gbar</p></div></body>": "no information",
    "<head><title>Object moved</title></head><body><h1>Object Moved</h1></body>": "redirect",
    "<body class='smc_page_error_layout'><p>Fehler</p></body>": "SessionNet's error page",
    "<body class='smc-pagetype-logon'></body>": "SessionNet's log-in page",
    "<body><form action='noauth.asp'></form></body>": "no permission",
    "<head><title>Just a moment...</title></head><body>Checking your browser</body>": "browser",
    "<body><form><input name='u'><input type='password' name='p'></form>Anmeldung</body>": "login",
    "<body><p>Bitte aktivieren Sie Cookies.</p></body>": "cookie",
}


@pytest.mark.parametrize(("html", "what"), ERRORS.items())
def test_error_pages_are_refused_by_name(html, what):
    with pytest.raises(ParseError, match=what):
        read(f"<html>{html}</html>", html=True)


def test_minutes_may_say_the_same_words():
    html = f"<html><body><p>{'Wort ' * 700}</p><p>Dazu war keine Information verfügbar.</p></body></html>"
    assert read(html, html=True)[1] is None


def test_every_vendor_has_a_name_of_its_own():
    names = [vendor.name for vendor in vendors.vendors()]
    assert len(names) == len(set(names)) >= 5
