"""Charsets declared wrongly, by one side only or not at all: the text comes out right, or a problem says so."""

import pytest

from corpus.audit import audit, digest
from corpus.charset import decode, doubt
from corpus.store import Corpus
from tests.councils import NOW, Council, Town
from tests.faulty import says
from tests.test_crawl import DAY, run

SAID = "Frau Kruse berichtet zu Nummer 3.1."
HEADED = "<head><title>x</title>"


@pytest.fixture(params=["allris3", "sessionnet"])
def town(request):
    with Town(Council(request.param, meetings=3)) as served:
        yield served


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "c.db") as opened:
        yield opened


def item_path(town):
    return "/bi/to020.asp?TOLFDNR=31" if town.council.product == "allris3" else "/bi/to0050.php?__ktonr=31"


def serve(town, text, written, declared, meta=None):
    """The item's page with other minutes, in the bytes of one charset and under the name of others."""
    page = town.council.pages[item_path(town)].replace(SAID, text)
    if meta:
        page = page.replace(HEADED, f'{HEADED}<meta http-equiv="Content-Type" content="text/html; charset={meta}">')
    kind = f"text/html; charset={declared}" if declared else "text/html"
    town.acts[item_path(town)] = says(200, page.encode(written), Content_Type=kind)


def minutes(corpus):
    rows = corpus.query("select minutes_text from agenda_item where id = '31'")
    return " ".join(row["minutes_text"] or "" for row in rows)


GERMAN = "Für 2,5 Stellen fallen 150.000 € an, „jährlich“ – so Frau Müßig."
RIGHT = [
    (GERMAN, "cp1252", "utf-8", None),
    (GERMAN, "cp1252", "iso-8859-1", None),
    (GERMAN, "cp1252", None, "utf-8"),
    (GERMAN, "cp1252", "iso-8859-5", None),
    (GERMAN, "cp1252", "iso-8859-15", None),
    (GERMAN, "utf-8", "iso-8859-1", None),
    (GERMAN, "utf-8", None, "iso-8859-15"),
    ("Für 150.000 € berät Frau Müßig", "iso-8859-15", "iso-8859-15", None),
    ("Für 150.000 € berät Frau Müßig", "iso-8859-15", "ISO-8859-15", "iso-8859-1"),
    ("Herr Łukasz Gałązka grüßt Frau Müßig", "cp1250", "windows-1250", None),
    ("Herr Łukasz Gałązka grüßt Frau Müßig", "cp1250", "windows-1250", "iso-8859-7"),
    ("Herr Łukasz Gałązka grüßt Frau Müßig", "cp1250", None, "windows-1250"),
]


@pytest.mark.parametrize(("text", "written", "declared", "meta"), RIGHT)
def test_text_comes_out_right_whoever_declares_its_charset(text, written, declared, meta):
    page = f'<html><head><meta charset="{meta}"></head>' if meta else "<html>"
    read = decode(f"{page}<p>{text}</p></html>".encode(written), declared)
    assert f"<p>{text}</p>" in read
    assert doubt(read) is None


def test_what_only_the_server_declares_is_read_right_and_stays_so(town, corpus):
    """Also when the kept bytes are read again without asking, and when the server puts its word right."""
    text = "Herr Gałązka grüßt Frau Müßig."
    serve(town, text, "cp1250", "windows-1250")
    assert run(corpus, town).problems == []
    assert text in minutes(corpus)
    before = digest(corpus)
    town.asked()
    corpus.db.execute("update frontier set read_by = '' where sha256 is not null")
    assert run(corpus, town).read > 5
    assert (town.asked(), digest(corpus)) == ([], before)
    serve(town, text, "cp1250", "iso-8859-1")
    run(corpus, town, at=NOW + 3 * DAY)
    assert text not in minutes(corpus)
    serve(town, text, "cp1250", "windows-1250")
    run(corpus, town, at=NOW + 6 * DAY)
    assert digest(corpus) == before


@pytest.mark.parametrize(
    ("text", "written", "sign"),
    [
        ("Für die Geschäftsstelle".encode().decode("cp1252"), "utf-8", "taken for Windows-1252"),
        ("Für die Geschäftsstelle", "mac-roman", "signs within words"),
        ("Für die Geschäftsstelle", "cp850", "control characters"),
        ("Für die Gesch\ufffdftsstelle", "utf-8", "nobody can read"),
    ],
)
def test_text_that_nobody_can_put_right_is_listed(town, corpus, text, written, sign):
    serve(town, text, written, None)
    report = run(corpus, town)
    (problem,) = report.problems
    assert problem.place == f"{town.server.url}{item_path(town)}"
    assert sign in problem.found
    assert [row["found"] for row in corpus.query("select found from problem")] == [problem.found]
    del town.acts[item_path(town)]
    assert run(corpus, town, at=NOW + 3 * DAY).problems == []
    assert SAID in minutes(corpus)
    assert corpus.query("select 1 from problem") == []
    assert audit(corpus)[1] == []


@pytest.mark.parametrize(
    "text",
    ["Frau Šimić und Herr Milošević", "„Wort“ – und … ‚so‘", "5 µg/m³, § 3 Abs. 2", "SÃO PAULO", "Straße†", "CO₂ Ÿ"],
)
def test_unusual_characters_are_no_doubt(text):
    assert doubt(text) is None
