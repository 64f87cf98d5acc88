"""The static site: golden pages of invented municipalities, links, ids, quotes, search, and what it must not tell."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

import reports
from corpus.errors import InputError
from corpus.store import Corpus
from pipeline.ingest import gather
from reports.library import load
from reports.matrix import COLUMNS
from reports.problem_words import german
from reports.report import all_reports
from reports.site import write_site
from tests.towns import Town, pack

GOLDEN = Path(__file__).parent / "golden" / "site"
PRIVATE = "Frau Heimlich aus dem Gartenweg 12 klagte über ihre Nachbarn."

MINUTES = f"""Lotsendienst im Kreis Quellmark
Der Kreistag hat am 17.02.2021 einstimmig beschlossen,
vier Stellen des Lotsendienstes einzurichten. Das Land zahlt rund 120.000 Euro pro Jahr.
{PRIVATE}
Frau Beispiel (Rat) fragt, wer die Lotsen berät. Der Bescheid kommt später.
Zusage: Das Amt berichtet im Juni."""
REPORT_TEXT = 'Lotsendienst <Stand & "Ausblick">\r\nFünf\xa0Stellen sind besetzt; zuletzt waren\r\nes vier Stellen.\r\n'


@pytest.fixture(scope="module")
def topic(tmp_path_factory):
    return pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "site.db"
    with Corpus(path) as corpus:
        _fill(corpus)
        yield corpus


def _fill(corpus):
    kreis = Town(corpus, "Kreis Quellmark")
    question = {"asked_by": "Frau Beispiel", "topic": "wer die Lotsen berät", "answered": False}
    post = {"number": 4, "unit": "posts", "module": 1, "status": "decided"}
    money = {"value_eur": 120000, "approx": True, "period": "per_year"}
    kreis.add(
        MINUTES,
        ("result", {"raw": "einstimmig beschlossen", "normalised": "adopted"}, "einstimmig beschlossen"),
        ("decision_text", {"text": "vier Stellen einzurichten"}, "vier Stellen des Lotsendienstes einzurichten."),
        ("post", post, "vier Stellen", "Der Kreistag hat am 17.02.2021"),
        ("post", {**post, "carrier": "municipality", "number": None}, "vier Stellen des Lotsendienstes"),
        ("money", money, "rund 120.000 Euro pro Jahr"),
        ("question", question, "wer die Lotsen berät"),
        ("commitment", {"who": "Amt", "what": "berichtet", "due": "2021-06"}, "Das Amt berichtet im Juni."),
        date="2021-02-17",
        title="Lotsendienst im Kreis Quellmark",
        page_kind="item",
        page_starts=(0, MINUTES.index("Frau Beispiel")),
    )  # fmt: skip
    kreis.add(
        REPORT_TEXT,
        ("post", {**post, "number": 5, "status": "filled"}, "Fünf\xa0Stellen sind besetzt"),
        ("post", {**post, "status": "superseded"}, "zuletzt waren\r\nes vier Stellen"),
        ("post", {**post, "number": 5000, "status": "filled"}, "Stellen"),
        date="2022-03-01",
        file="bericht.txt",
        url="javascript:alert(1)",
    )
    kreis.add_unreadable("organigramm.pdf")
    stadt = Town(corpus, "Stadt Überlauf")
    stadt.add("Bescheid über den Lotsendienst. " + PRIVATE, file="a.html")
    Town(corpus, "niemand").add("Wessen Text ist das?", named=False)


@pytest.fixture(scope="module")
def full(corpus, topic, tmp_path_factory):
    out = tmp_path_factory.mktemp("full")
    assert write_site(corpus, topic, out, full=True) == len(list(out.rglob("*.html")))
    return out


@pytest.fixture(scope="module")
def quotes(corpus, topic, tmp_path_factory):
    out = tmp_path_factory.mktemp("quotes")
    write_site(corpus, topic, out, full=False)
    return out


@pytest.fixture(params=["full", "quotes"])
def site(request):
    return request.getfixturevalue(request.param)


def pages(site):
    return {p.relative_to(site).as_posix(): soup(p) for p in sorted(site.rglob("*.html"))}


def contents(site):
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def soup(path):
    return BeautifulSoup(path.read_bytes().decode("utf-8"), "lxml")


def test_every_report_is_found_by_being_there():
    names = [r.name for r in all_reports()]
    assert names == ["codebook", "dossier", "index", "matrix", "problems", "start", "texts"]


def test_golden_pages(full):
    """A page that has no golden copy is written, and the test fails so that somebody looks at it."""
    wrong = []
    written = {p.relative_to(full) for p in full.rglob("*") if p.suffix in (".html", ".csv")}
    for name in sorted(written):
        found = re.sub(r'(class="digest">)\w+', r"\1…", (full / name).read_bytes().decode("utf-8"))
        golden = GOLDEN / name
        if not golden.exists():
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(found.encode("utf-8"))
            wrong.append(f"{name}: was missing, written")
        elif golden.read_bytes().decode("utf-8") != found:
            wrong.append(f"{name}: differs from tests/golden/site (delete it there to have it written anew)")
    kept = {p.relative_to(GOLDEN) for p in GOLDEN.rglob("*") if p.suffix in (".html", ".csv")}
    wrong += [f"{name}: no such page any more" for name in sorted(kept - written)]
    assert wrong == []


def test_a_second_run_gives_the_same_bytes_and_takes_old_pages_away(corpus, topic, full, tmp_path):
    write_site(corpus, topic, tmp_path, full=True)
    (tmp_path / "dokument" / "0000000000000000.html").write_text("alt")
    (tmp_path / "mine.html").write_text("bleibt")
    write_site(corpus, topic, tmp_path, full=True)
    (tmp_path / "mine.html").unlink()
    assert contents(full) == contents(tmp_path)


def test_a_corpus_without_documents_gives_a_site(topic, tmp_path):
    with Corpus(tmp_path / "empty.db") as corpus:
        assert write_site(corpus, topic, tmp_path / "site", full=False) == 4
    assert "Nicht erfasst: 54 von 54" in (tmp_path / "site" / "vergleich.html").read_text("utf-8")


def test_links_resolve(site):
    all_pages = pages(site)
    ids = {name: {t["id"] for t in page.select("[id]")} for name, page in all_pages.items()}
    for name, page in all_pages.items():
        for tag in page.select("[href], [src]"):
            target = tag.get("href") or tag.get("src")
            if re.match(r"https?:", target):
                continue
            assert ":" not in target, f"{name}: {target}"
            path, _, anchor = target.partition("#")
            there = os.path.normpath(Path(name).parent / unquote(path)) if path else name
            assert (site / there).is_file(), f"{name}: {target}"
            if anchor:
                assert anchor in ids[there], f"{name}: {target}"


def test_ids_are_unique_and_pages_have_their_landmarks(site):
    for name, page in pages(site).items():
        ids = [t["id"] for t in page.select("[id]")]
        assert len(ids) == len(set(ids)), name
        assert page.html["lang"] == "de"
        assert len(page.select("h1")) == len(page.select("main")) == len(page.select("header")) == 1
        levels = [int(h.name[1]) for h in page.select("h1, h2, h3, h4")]
        assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False)), f"{name}: {levels}"
        assert all(t.caption and t.select("th[scope=col]") for t in page.select("table")), name


def test_every_quote_is_the_documents_text(site, corpus):
    texts = {d.key: d.text for d in load(corpus).docs}
    seen = 0
    for name, page in pages(site).items():
        for tag in page.select("[data-doc]"):
            start, end = int(tag["data-start"]), int(tag["data-end"])
            assert tag.get_text() == texts[tag["data-doc"]][start:end], name
            seen += 1
    assert seen > 20


def test_whole_text_stands_on_the_page_with_every_claim_marked(full, corpus):
    library = load(corpus)
    for doc in library.docs:
        page = soup(full / doc.path)
        text = page.select_one(".full")
        for extra in text.select("[data-skip]"):
            extra.decompose()
        assert text.get_text() == doc.text
        for claim in library.claims[doc.id]:
            anchor = page.find(id=f"f-{claim.id}")
            mark = anchor.find("mark")
            assert mark and claim.passages[0].quote.startswith(mark.get_text())


def test_quotes_mode_leaks_nothing(quotes, full):
    everything = b"\n".join(p.read_bytes() for p in sorted(quotes.rglob("*")) if p.is_file())
    for secret in ("Heimlich", "Gartenweg", "Nachbarn", "heimlich", "nachbar", "Wessen", "Ausblick", "Feuerwache"):
        assert secret.encode() not in everything
    assert b"Heimlich" in b"".join(p.read_bytes() for p in full.rglob("*.html"))


def test_full_texts_do_not_stay_behind_when_only_quotes_are_published(corpus, topic, tmp_path):
    write_site(corpus, topic, tmp_path, full=True)
    write_site(corpus, topic, tmp_path, full=False)
    assert not any(b"Heimlich" in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())


def test_a_folder_with_other_files_is_left_alone(corpus, topic, tmp_path):
    letter = tmp_path / "akte" / "dokument" / "brief.html"
    letter.parent.mkdir(parents=True)
    letter.write_text("wichtig", "utf-8")
    with pytest.raises(InputError, match="expected an empty folder or an earlier site, found other files"):
        write_site(corpus, topic, tmp_path / "akte", full=False)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [letter]


def test_a_site_is_no_document_of_a_council(corpus, topic, tmp_path):
    write_site(corpus, topic, tmp_path / "site", full=False)
    tmp_path.joinpath("top.txt").write_text("TOP 1", "utf-8")
    assert [place for _, place in gather([tmp_path])] == ["top.txt"]


def test_everything_is_escaped(full):
    page = next(p for p in (full / "dokument").iterdir() if "Ausblick" in p.read_text("utf-8"))
    assert "&lt;Stand &amp;" in page.read_text("utf-8")
    assert "javascript:" not in "".join(p.read_text("utf-8") for p in full.rglob("*.html"))


def test_csv_for_spreadsheets(full, corpus):
    raw = (full / "vergleich.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == COLUMNS
    assert len({r["municipality"] for r in rows}) == 54 + 2
    texts = {d.places[0]: d.text for d in load(corpus).docs}
    for row in rows:
        if row["quote"]:
            assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]
    posts = [r for r in rows if r["name"] == "posts" and r["municipality"] == "Kreis Quellmark"]
    assert [(r["role"], r["value"], r["status"]) for r in posts] == [
        ("front", "5", "filled"), ("superseded", "4", "superseded"), ("implausible", "5000", "filled"),
        ("valueless", "", "decided"), ("earlier", "4", "decided"),
    ]  # fmt: skip
    assert {r["value"] for r in rows if r["state"] == "not_covered"} == {""}


def search(site, query):
    """What the page's own script finds, run in Node with the few parts of a page that it needs."""
    harness = Path(__file__).parent / "browser" / "search.mjs"
    done = subprocess.run(["node", harness, site, query], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.skipif(shutil.which("node") is None, reason="no node")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Stelle", True),
        ("STELLEN besetzt", True),
        ("besetzten Stellen", True),
        ("Lotse", True),
        ("Lotsen Dienst", True),
        ("Kreistag", True),
        ("Quellmark vier", True),
        ("fuenfzig", False),
        ("fuenf", True),
        ("Fuenf Stellen", True),
        ("beraet", True),
        ("vier -Kreistag", True),
        ("einstimmig -vier", False),
        ("Lotsen -berät", True),
        ("berät -Lotsen", False),
        ("berät -lotse", False),
        ('"Stellen sind besetzt"', True),
        ('"besetzt sind Stellen"', False),
        ("„sind besetzt“", True),
        ('Stellen "sind besetzt"', True),
        ('"Fuenf Stellen"', True),
        ('Stellen -"sind besetzt"', True),
        ('besetzt -"sind besetzt"', False),
        ('"', False),
        ("-vier", False),
        ("Lotsen-Dienst", True),
        ("ste", False),
        ("constructor __proto__", False),
        ("der die das", False),
        ("", False),
    ],
)
def test_search_of_the_page(full, query, found):
    status, hits = search(full, query)
    assert bool(hits) == found, status
    if query.strip() and not found and query != "":
        assert status.startswith("Nichts gefunden")


def test_search_of_quotes_links_to_the_quote(quotes):
    _, hits = search(quotes, "Beispielsätze")
    assert hits == []
    _, hits = search(quotes, "berät")
    assert [h["text"] for h in hits] == ["wer die Lotsen berät"]
    assert re.fullmatch(r"dokument/\w{16}\.html#f-\w+", hits[0]["href"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pdf: text on at least one page", "PDF: Text auf mindestens einer Seite"),
        ("file: a name in UTF-8", "Datei: ein Name in UTF-8"),
        ("none on pages 1-3, 7 (scanned images?)", "keiner auf Seite 1-3, 7 (eingescannte Bilder?)"),
        ("file: HTML, PDF, OParl JSON or plain text", "Datei: HTML, PDF, OParl-Daten oder reiner Text"),
        ("an empty file (0 bytes)", "eine leere Datei (0 Byte)"),
        ("a Word file (docx)", "eine Datei der Art Word"),
        ("51.2 MB (53687091 bytes)", "51,2 MB"),
        ("an encrypted one", "eine verschlüsselte"),
        ("a file that breaks off after 812 bytes", "eine Datei, die nach 812 Byte abbricht"),
        ('a page that breaks off after 70 characters with "<td>Muster"', "eine Seite, die nach 70 Zeichen abbricht"),
        ("page: a page of a council information system", "Seite: eine Seite eines Ratsinformationssystems"),
        ("no permission ('Zugriff verweigert')", "eine Seite ohne Berechtigung"),
        ("page of kind paper", "Seite der Art „Vorlage“"),
        ("something that nobody foresaw", None),
        (".voname: one element", None),
    ],
)
def test_problems_in_german(text, told):
    assert german(text) == told


def test_what_no_table_translates_is_marked_as_english(corpus, full):
    cells = soup(full / "probleme.html").select("table td")
    assert not [c for c in cells if c.get("lang") == "en"]
    texts = {t for p in pages(full).values() for t in p.stripped_strings}
    assert not texts & {"staffing", "html 1"} - {c.get_text() for p in pages(full).values() for c in p.select("code")}


def test_a_notice_stands_on_every_page(corpus, topic, tmp_path):
    write_site(corpus, topic, tmp_path, full=True, notice="Alles <erfunden>.")
    assert all(p.select_one("aside.notice").get_text() == "Alles <erfunden>." for p in pages(tmp_path).values())


def test_cells_of_a_printed_table_stay_in_their_columns():
    """What makes cards of rows on a narrow screen must not reach paper, whose width no browser tells beforehand."""
    css = Path(reports.__file__).parent.joinpath("static", "stil.css").read_text("utf-8")
    cards = [m for m in re.finditer(r"@media ([^{]+)\{(?:[^{}]|\{[^{}]*\})*\}", css) if "td" in m[0] and "flex" in m[0]]
    assert cards
    assert all(m[1].startswith("screen") for m in cards)
