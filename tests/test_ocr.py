"""Pages that are pictures: recognised when asked for, marked as such everywhere, and listed where they cannot be."""

import json
import re

import pytest

from corpus.audit import audit, digest
from corpus.errors import InputError, ReadError
from corpus.exports.facts import facts
from corpus.store import Corpus
from extractors import ocr, topic_named
from extractors.pdf import read_pdf
from pipeline.config import read_config
from pipeline.crawl import plans
from pipeline.ingest import ingest
from reports.problem_words import german
from reports.site import write_site
from scrapers.site import load_sites
from tests.pdfs import make_pdf
from tests.scans import scan, stand_in

MINUTES = [
    "Stadt Musterfeld",
    "Niederschrift über die Sitzung des Integrationsrates am 12.03.2024",
    "TOP 5 Kommunales Integrationsmanagement (KIM)",
    "Das Land bewilligt für das KIM 150.000 Euro pro Jahr.",
    "Abstimmungsergebnis: einstimmig beschlossen",
]


@pytest.fixture
def bin_folder(tmp_path, monkeypatch):
    """A PATH with nothing in it but what a test puts there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def take_in(tmp_path, raw, **asked):
    path = tmp_path / "scan.pdf"
    path.write_bytes(raw)
    corpus = Corpus(tmp_path / "scan.db")
    return corpus, ingest(corpus, [(path, "scan.pdf")], topic_named("kim"), **asked)


def test_a_page_without_text_is_recognised_when_asked(bin_folder):
    log = stand_in(bin_folder, MINUTES, 93.0)
    raw = scan([["text:Deckblatt"], MINUTES, ["text:Schluss"]])
    document = read_pdf(raw, "akte.pdf", recognise=True)
    lines = "\n".join(MINUTES)
    assert document.text == f"Deckblatt\n{lines}\nSchluss"
    assert document.page_starts == (0, 10, 11 + len(lines))
    assert (document.unreadable_pages, document.recognised_pages) == ((), ((2, 0.93),))
    assert re.fullmatch(r"pdf\+tesseract 5\.9\.9 deu [0-9a-f]{8}", document.reader)
    assert log.read_text() == "stdin stdout -l deu --dpi 300 tsv P5 2480 3509 1\n"
    at = document.text.index("150.000")
    assert document.certainty([(at, at + 7)]) == 0.93
    assert document.certainty([(0, 5)]) == document.certainty([(len(document.text) - 3, len(document.text))]) == 1.0
    assert document.certainty([(0, 5), (8, 12)]) == 0.93  # the second passage ends on the recognised page


def test_nothing_is_recognised_unasked(bin_folder):
    log = stand_in(bin_folder, MINUTES, 93.0)
    document = read_pdf(scan([["text:Deckblatt"], MINUTES]), "akte.pdf")
    assert (document.reader, document.text, document.unreadable_pages) == ("pdf", "Deckblatt\n", (2,))
    assert not log.exists()


@pytest.mark.parametrize("certainty", [59.0, 12.5])
def test_letters_seen_in_a_drawing_are_no_text(bin_folder, certainty):
    stand_in(bin_folder, MINUTES, certainty)
    document = read_pdf(scan([["text:Deckblatt"], MINUTES]), "akte.pdf", recognise=True)
    assert (document.reader, document.text, document.unreadable_pages) == ("pdf", "Deckblatt\n", (2,))


@pytest.mark.parametrize("broken", [{"code": 1}, {"language": "eng"}])
def test_a_command_that_fails_or_knows_no_german_reads_nothing(bin_folder, broken):
    stand_in(bin_folder, MINUTES, 93.0, **broken)
    assert read_pdf(scan([["text:Deckblatt"], MINUTES]), "akte.pdf", recognise=True).unreadable_pages == (2,)


def test_a_scan_as_a_whole_is_refused_with_the_remedy(bin_folder, tmp_path):
    raw = scan([MINUTES, MINUTES])
    with pytest.raises(ReadError, match=r"none on pages 1-2 \(scanned images\?\): `ingest --ocr` recognises"):
        read_pdf(raw, "akte.pdf")
    with pytest.raises(ReadError, match=r"none on pages 1-2 .*: install tesseract-ocr and tesseract-ocr-deu"):
        read_pdf(raw, "akte.pdf", recognise=True)
    stand_in(bin_folder, MINUTES, 93.0)
    assert read_pdf(raw, "akte.pdf", recognise=True).text == "\n".join(MINUTES + MINUTES)


def test_blocks_and_paragraphs_are_parted():
    places = [(1, 1, 1, "a"), (1, 1, 2, "b"), (1, 2, 1, "c")]
    rows = [f"5\t1\t{block}\t{par}\t{line}\t1\t0\t0\t9\t9\t90\t{word}" for block, par, line, word in places]
    found = ocr.read_words("\n".join(["head", *rows, "5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t50\td", "5\tbroken"]))
    assert found == ocr.Recognised(text="a\nb\n\nc\n\nd", certainty=0.8)
    assert ocr.read_words("head\n") is None


def test_facts_of_a_recognised_page_say_so_and_keep_their_quotes(bin_folder, tmp_path):
    stand_in(bin_folder, MINUTES, 80.0)
    corpus, summary = take_in(tmp_path, scan([["text:Deckblatt der Akte"], MINUTES]), ocr=True)
    with corpus:
        assert not summary.problems
        found = [f for f in facts(corpus) if f["page"] == 2]
        money = next(f for f in found if f["kind"] == "money")
        assert (money["value"]["value_eur"], money["origin"], money["recognition"]) == (150000, "ocr", 0.8)
        assert money["confidence"] <= 0.8
        assert money["reader"].startswith("pdf+tesseract 5.9.9 deu ")
        assert not [f for f in found if "origin" not in f]
        assert audit(corpus)[1] == []


def test_without_the_command_the_page_stays_listed_with_the_remedy(bin_folder, tmp_path):
    corpus, summary = take_in(tmp_path, scan([["text:Deckblatt der Akte"], MINUTES]), ocr=True)
    corpus.close()
    problem = summary.problems[0]
    assert (problem.page, problem.expected) == (2, "pdf: text on the page")
    remedy = "install tesseract-ocr and tesseract-ocr-deu to recognise it"
    assert problem.found == f"none (a picture or an empty page): {remedy}"
    assert german(problem.found) == "keiner (ein Bild oder eine leere Seite)"


def test_a_file_is_read_again_when_the_command_comes_or_changes_and_stays_recognised(bin_folder, tmp_path):
    raw = scan([["text:Deckblatt der Akte"], MINUTES])
    digests, counts = [], []
    for version, asked in [(None, True), ("5.9.9", True), ("5.9.9", False), ("6.0.0", False), ("6.0.0", True)]:
        if version:
            stand_in(bin_folder, MINUTES, 80.0, version=version)
            ocr._name.cache_clear()
        corpus, summary = take_in(tmp_path, raw, ocr=asked)
        with corpus:
            digests.append(digest(corpus))
            counts.append((summary.read, summary.unchanged))
    assert counts == [(1, 0), (1, 0), (0, 1), (1, 0), (0, 1)]
    assert digests[1] == digests[2]
    assert digests[3] == digests[4]
    assert len(set(digests)) == 3


def test_other_files_are_not_read_again_for_it(bin_folder, tmp_path):
    stand_in(bin_folder, MINUTES, 80.0)
    (tmp_path / "seite.txt").write_text("Der Rat tagt.", "utf-8")
    (tmp_path / "akte.pdf").write_bytes(make_pdf([["Der Rat tagt."], ["Schluss"]]))
    files = [(tmp_path / name, name) for name in ("akte.pdf", "seite.txt")]
    digests = set()
    for name, order in (("a.db", (True, False, True)), ("b.db", (False, True))):
        with Corpus(tmp_path / name) as corpus:
            runs = [ingest(corpus, files, topic_named("kim"), ocr=asked) for asked in order]
            assert [run.unchanged for run in runs] == [0, *[2] * (len(order) - 1)]
            digests.add(digest(corpus))
    assert len(digests) == 1


def test_the_site_shows_what_was_recognised(bin_folder, tmp_path):
    stand_in(bin_folder, MINUTES, 80.0)
    corpus, _ = take_in(tmp_path, scan([["text:Deckblatt der Akte"], MINUTES]), ocr=True)
    with corpus:
        write_site(corpus, topic_named("kim"), tmp_path / "site", full=True)
    page = next((tmp_path / "site" / "dokument").glob("*.html")).read_text("utf-8")
    assert "Seite 2 (Sicherheit 80&nbsp;%)" in page or "Seite 2 (Sicherheit 80 %)" in page
    assert "aus Bild erkannt, Sicherheit 80 %" in page


def test_the_installed_command_reads_print(tesseract, tmp_path):
    corpus, summary = take_in(tmp_path, scan([["text:Deckblatt der Akte"], MINUTES]), ocr=True)
    with corpus:
        assert not summary.problems
        found = [f for f in facts(corpus) if f.get("origin") == "ocr"]
        assert [f["value"]["value_eur"] for f in found if f["kind"] == "money"] == [150000]
        assert [f["value"]["normalised"] for f in found if f["kind"] == "result"] == ["adopted"]
        assert all(f["recognition"] > 0.85 for f in found)
        assert audit(corpus)[1] == []
        starts, recognised = next(
            (json.loads(r["page_starts"]), json.loads(r["recognised_pages"]))
            for r in corpus.query("select page_starts, recognised_pages from document")
        )
    assert len(starts) == 2
    assert [page for page, _ in recognised] == [2]


def test_the_installed_command_reads_the_same_twice(tesseract):
    raw = scan([MINUTES])
    assert read_pdf(raw, "a.pdf", recognise=True) == read_pdf(raw, "b.pdf", recognise=True)


def test_recorded_slides_are_recognised_and_a_map_is_not(shared):
    """Without the command all three stay unread: this test is not lost where it is not installed."""
    file = next((shared / "ris-raw" / "pdf").rglob("Stadtteilbeirat-Stellungnahme_Beschlussvorlage_*413.pdf"))
    document = read_pdf(file.read_bytes(), file.name, recognise=True)
    if ocr.tool() is None:
        assert (document.unreadable_pages, document.recognised_pages) == ((3, 4, 5), ())
        return
    assert document.unreadable_pages == (3,)
    assert [page for page, certainty in document.recognised_pages if certainty > 0.75] == [4, 5]
    assert "Variantenvergleich" in document.text[document.page_starts[3] :]


def test_a_crawl_recognises_as_its_settings_say(tmp_path):
    made = {}
    for said in ("", "ocr = false", "ocr = true"):
        (tmp_path / "ratslupe.toml").write_text(f'municipalities = ["05370"]\n{said}\n', "utf-8")
        focus = read_config(tmp_path / "ratslupe.toml").focus()
        made[said] = plans([site for site in load_sites() if site.ags == "05370"], focus)[0].versions()
    assert made[""] == made["ocr = false"] != made["ocr = true"]
    (tmp_path / "ratslupe.toml").write_text('municipalities = []\nocr = "ja"\n', "utf-8")
    with pytest.raises(InputError, match="ocr: expected true or false, found 'ja'"):
        read_config(tmp_path / "ratslupe.toml")
