"""Private contact data: what is masked in a site of quotes, what must stay, and that none of it is published."""

import csv
import io
import re

import pytest

import reports.privacy
from corpus.store import Corpus
from reports.privacy import MASK, masked, private
from reports.site import write_site
from tests.linear import slow
from tests.towns import Town, pack

ACCOUNT = "DE02 1203 0000 0000 2020 51"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tel. 02331 207-1234", "Tel. […]"),
        ("wohnhaft Am Alten Markt 3a in 41836 Quellmark", "wohnhaft […] in 41836 Quellmark"),
        ("Herr Ohm aus der Straße Zur Linde 44 fragt", "Herr Ohm aus der Straße […] fragt"),
        ("Anschrift: An der Kirche 7, 41836 Quellmark", "Anschrift: […]"),
        ("feiert am 03.06.1949 Geburtstag", "feiert am […] Geburtstag"),
        ("am 3. Juni 1949 geboren", "am […] geboren"),
        ("geboren im März 1957", "geboren im […]"),
        ("Herr Ohm (67 Jahre)", "Herr Ohm ([…])"),
        ("Telefon: 0234/910-4567, Zimmer 4", "Telefon: […], Zimmer 4"),
        ("Tel.: (0201) 88-50 123", "Tel.: […]"),
        ("Tel: 0 23 31 / 20 71 23", "Tel: […]"),
        ("mobil 0171 2345678", "mobil […]"),
        ("Handy: 01712345678", "Handy: […]"),
        ("Durchwahl: 4711", "Durchwahl: […]"),
        ("erreichbar unter 0171/2345678.", "erreichbar unter […]."),
        ("erreichbar unter 02331 123456", "erreichbar unter […]"),
        ("+49 171 2345678", "[…]"),
        ("0049 2331 1234567", "[…]"),
        ("max.muster@post.example", "[…]"),
        ("max.muster (at) post.example", "[…]"),
        ("geb. 01.02.1980", "geb. […]"),
        ("geb. am 01.02.80", "geb. am […]"),
        ("geboren am 1. Februar 1980 in Quellmark", "geboren am […] in Quellmark"),
        ("geboren 1980", "geboren […]"),
        ("Geburtsdatum: 01.02.1980", "Geburtsdatum: […]"),
        ("* 01.02.1980", "* […]"),
        ("wohnt im Gartenweg 12 und", "wohnt im […] und"),
        ("Gartenweg 12a, 58999 Quellmark", "[…]"),
        ("Gartenweg\n12, 58999 Quellmark", "[…]"),
        ("Bonner Straße 12", "[…]"),
        ("Konrad-Adenauer-Straße 7-9", "[…]"),
        ("Hauptstr. 5", "[…]"),
        ("Herr Max Muster, An der Sülz 4a, 58999 Quellmark", "Herr Max Muster, […]"),
        ("In der Aue 3\n58999 Quellmark", "[…]"),
        (f"IBAN: {ACCOUNT}", "IBAN: […]"),
        (ACCOUNT.replace(" ", ""), "[…]"),
        ("GB82 WEST 1234 5698 7654 32", "[…]"),
    ],
)
def test_private_places_are_masked(text, told):
    assert masked(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "518.000 Euro", "624.493,60 Euro", "Gesamtsumme 0 0 12345 67890",
        "50/004/2021", "0123/2021", "0482/2020", "0049/2021",
        "0512/2020-2025", "Nr. 0150/2021/1", "AN/0067/2020", "Drucksache 17/12345", "Az. 50.10.01-123/21", "05113000",
        "07.10.2020", "am 01.02.1980", "2021-02-17", "01.01.2021 - 31.12.2021", "RdErl. v. 02.05.2019", "17:00 Uhr",
        "Tel.", "Telefon", "Fax-Nr.", "Tel. und Mobil bleiben", "Telefonberatung 2021", "Telefonkosten 1.200 Euro",
        "§ 14 c TIntG", "§ 5 Abs. 2 Nr. 3", "SGB II/XII", "Ö 5.1", "Baustein 1 bis 3", "3,5 Stellen", "FB 50.1",
        "auf Platz 3", "Auf Platz 2", "je Arbeitsplatz 5.000 Euro", "ein Kita-Platz 250 Euro", "Die Straße 5",
        "Ausbau der Bahnhofstraße\n5. Verschiedenes", "Am 12. Februar", "Zum Punkt 12 der Tagesordnung", "Im Jahr 2021",
        "geb. Müller", "geborene Schmidt", "Produkt 05 01 01", "29 Ja-Stimmen gegen 17", "GB82 WEST 1234 5698 7654 33",
    ],
)  # fmt: skip
def test_what_is_not_private_stays(text):
    assert masked(text) == text


def test_no_pattern_is_slower_than_linear():
    pieces = ("Gartenweg ", "Am Hang 1 ", "0171 ", "+49", "a@", "geb. ", "Tel. ", "DE12 ", "a (at) ", "(0", "A1", "x.")
    assert slow(reports.privacy, pieces) == []


def test_places_are_in_order_and_apart():
    text = "Gartenweg 12, 58999 Quellmark, Tel. 0171 2345678, a@b.example"
    places = private(text)
    assert [text[a:b] for a, b in places] == ["Gartenweg 12, 58999 Quellmark", "0171 2345678", "a@b.example"]


LETTER = f"""Lotsendienst, Eingabe von Herrn Muster, Gartenweg 12, 58999 Quellmark, Tel. 0171 2345678,
muster@post.example, geb. 01.02.1980, {ACCOUNT}: Wann beginnt der Lotsendienst im Gartenweg 12?
Bescheid unter 0171 2345678."""
SECRETS = (
    "Gartenweg",
    "gartenweg",
    "2345678",
    "muster@",
    "post.example",
    "01.02.1980",
    "1980-02-01",
    "2020 51",
    "58999",
)


@pytest.fixture
def site(tmp_path):
    """A site of quotes whose quotes hold private data, begin within it, or are nothing else."""
    with Corpus(tmp_path / "c.db") as corpus:
        whole = LETTER.replace("\n", " ")
        asked = "Wann beginnt der Lotsendienst im Gartenweg 12?"
        Town(corpus, "Kreis Quellmark").add(
            LETTER,
            ("question", {"asked_by": "Herr Muster, Gartenweg 12", "topic": asked}, asked),
            ("question", {"asked_by": "Muster", "topic": whole}, LETTER[:180], LETTER[60:120]),
            ("event", {"type": "grant_notice", "date": "1980-02-01"}, "01.02.1980"),
            ("result", {"raw": "erledigt"}, "weg 12, 58999 Quellmark, Tel. 0171 23"),
            title=f"Eingabe Muster, Gartenweg 12 {LETTER[60:100]}",
        )
        write_site(corpus, pack(tmp_path), tmp_path / "site", full=False)
    return tmp_path / "site"


def test_nothing_private_is_published_with_quotes(site):
    for path in site.rglob("*"):
        if path.is_file():
            content = path.read_text("utf-8")
            assert not [s for s in SECRETS if s in content], path.name
            assert "\ufdd0" not in content


def test_pages_and_table_say_what_is_masked(site):
    page = next((site / "dokument").iterdir()).read_text("utf-8")
    assert "sind durch […] ersetzt. Die Zählung der Zeichen ist die des Originals." in page
    start = LETTER.index("Wann")
    assert f"Zeichen {start}–{start + len('Wann beginnt der Lotsendienst im Gartenweg 12?')}" in page
    rows = list(csv.DictReader(io.StringIO((site / "vergleich.csv").read_text("utf-8-sig"), newline="")))
    quotes = {r["quote"] for r in rows if r["municipality"] == "Kreis Quellmark" and r["variable"] == "L8"}
    assert f"Wann beginnt der Lotsendienst im {MASK}?" in quotes
    assert all(r["state"] != "found" for r in rows if r["variable"] == "L2")
    assert re.search(r"Private Anschriften, Telefonnummern", (site / "index.html").read_text("utf-8"))
