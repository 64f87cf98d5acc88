"""PDF files: text, pages, tables, and every way in which a file can refuse to be read."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import ReadError
from extractors.pdf import Table, cell_places, read_pdf, read_tables, table_pages
from tests.pdfs import make_pdf

LINES = ["Der Kreistag beschließt die Förder-", "richtlinie der Städte-", "Region (518.000 €)."]
GRID = [(60, y, 400, y) for y in (700, 720, 740)] + [(x, 700, x, 740) for x in (60, 200, 400)]
CELLS = [
    "Zur Sitzung",
    "@70,725 Gremium",
    "@210,725 Termin",
    "@70,705 Rat",
    "@210,705 14.05.2026",
    "@70,600 Der Rat tagt.",
]


def refused(raw: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(raw, "akte.pdf")
    assert caught.value.place == "akte.pdf"
    assert caught.value.reader == "pdf"
    return str(caught.value)


def test_text_with_page_starts_and_line_end_hyphens():
    document = read_pdf(make_pdf([LINES, [], ["Seite drei"]]), "akte.pdf")
    first = "Der Kreistag beschließt die Förder-\nrichtlinie der Städte-\nRegion (518.000 €)."
    assert document.text == f"{first}\n\nSeite drei"
    assert document.page_starts == (0, len(first) + 1, len(first) + 2)
    assert document.unreadable_pages == (2,)
    assert (document.reader, document.reader_version, document.media_type) == ("pdf", 1, "application/pdf")
    assert [document.page_of(i) for i in (0, len(first), len(first) + 1, len(first) + 2)] == [1, 1, 2, 3]
    assert document == read_pdf(make_pdf([LINES, [], ["Seite drei"]]), "again.pdf")


def test_a_hyphen_at_the_end_of_a_page():
    document = read_pdf(make_pdf([["Förder-"], ["richtlinie"]]), "akte.pdf")
    assert document.text == "Förder-\nrichtlinie"
    assert document.page_starts == (0, 8)


def test_a_file_that_opens_without_password_is_read():
    assert read_pdf(make_pdf([["Beschluss"]], password=""), "akte.pdf").text == "Beschluss"


def test_a_file_with_password_is_refused():
    message = refused(make_pdf([["Beschluss"]], password="geheim"))
    assert message == "akte.pdf: pdf: expected a file that opens without a password, found an encrypted one"


def test_a_broken_file_is_refused():
    message = refused(b"%PDF-1.4\nKein Inhalt\n%%EOF\n")
    assert message.startswith("akte.pdf: pdf: expected a PDF file, found a broken one (27 bytes; Failed to load")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_refused(share):
    raw = make_pdf([LINES] * 5)
    raw = raw[: int(len(raw) * share)]
    assert (
        refused(raw)
        == f"akte.pdf: pdf: expected the end mark %%EOF, found a file that breaks off after {len(raw)} bytes"
    )


def test_a_truncated_update_of_a_whole_file_is_refused():
    raw = make_pdf([LINES]) + b"9 0 obj\n<< /Type /Page"
    assert "found a file that breaks off" in refused(raw)


def test_a_file_without_pages_is_refused():
    assert refused(make_pdf([])) == "akte.pdf: pdf: expected one or more pages, found 0 pages"


def test_a_file_without_text_is_refused_naming_its_pages():
    assert "expected text on at least one page, found none on page 1 (" in refused(make_pdf([[]]))
    assert "found none on pages 1-3 (" in refused(make_pdf([[], [" "], ["---"]]))


def test_control_characters_alone_are_no_text():
    document = read_pdf(make_pdf([["Text"], ["\x03\x04\x05\x06a"]]), "akte.pdf")
    assert document.unreadable_pages == (2,)
    assert "\0" not in document.text


def test_tables_only_where_rules_are():
    raw = make_pdf([CELLS], rules=GRID)
    assert table_pages(raw, "akte.pdf") == (1,)
    assert read_tables(raw, "akte.pdf") == (Table(page=1, rows=(("Gremium", "Termin"), ("Rat", "14.05.2026"))),)
    assert read_tables(raw, "akte.pdf", pages=[2]) == ()
    assert table_pages(make_pdf([CELLS]), "akte.pdf") == ()
    frame = [(60, 700, 400, 700), (60, 740, 400, 740), (60, 700, 60, 740), (400, 700, 400, 740)]
    assert table_pages(make_pdf([CELLS], rules=frame), "akte.pdf") == ()


def test_places_of_cells():
    raw = make_pdf([["Rat", "Erste Seite"], CELLS], rules=GRID)
    document = read_pdf(raw, "akte.pdf")
    table = read_tables(raw, "akte.pdf", pages=[2])[0]
    places = cell_places(table, document)
    assert [[document.text[slice(*p)] for p in row if p] for row in places] == [list(row) for row in table.rows]
    assert all(p and document.page_of(p[0]) == 2 for row in places for p in row)


def test_a_cell_that_stands_elsewhere_or_twice_has_no_place():
    document = read_pdf(make_pdf([["Rat und Beirat", "Kreis-", "ausschuss 5", "Zeile 7 und 7"]]), "akte.pdf")
    rows = (("Rat", "Kreisausschuss", "7"), ("", None, "Kreistag"))
    places = cell_places(Table(page=1, rows=rows), document)
    quotes = [[p and document.text[slice(*p)] for p in row] for row in places]
    assert quotes == [["Rat", "Kreis-\nausschuss", None], [None, None, None]]


def test_tables_of_a_broken_file_are_refused():
    with pytest.raises(ReadError, match=r"akte\.pdf: pdf: expected a PDF file"):
        read_tables(b"%PDF-1.4 %%EOF", "akte.pdf")


def test_tables_of_a_damaged_page_are_refused():
    raw = make_pdf([CELLS], rules=GRID).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 (a)]")
    assert read_pdf(raw, "akte.pdf").text
    with pytest.raises(ReadError, match=r"akte\.pdf.*: pdf: expected a table, found \w+"):
        read_tables(raw, "akte.pdf")


def test_threads_do_not_disturb_each_other():
    raws = [make_pdf([[f"Akte {n}", *LINES], [f"Seite {m}" for m in range(n)]]) for n in range(1, 41)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read_pdf, raws, itertools.repeat("akte.pdf"))) == [read_pdf(raw, "") for raw in raws]


def test_recorded_files(shared: Path):
    files = sorted((shared / "ris-raw" / "pdf").rglob("*.pdf"))
    documents = {file.name: read_pdf(file.read_bytes(), file.name) for file in files}
    assert (len(files), sum(len(d.page_starts) for d in documents.values())) == (51, 114)
    unreadable = {name: d.unreadable_pages for name, d in documents.items() if d.unreadable_pages}
    name = "Stadtteilbeirat-Stellungnahme_Beschlussvorlage_Ö23_StUB_Trassenführung_413.pdf"
    assert unreadable == {name: (3, 4, 5)}
    for document in documents.values():
        assert not set(document.text) & set("\0\x02\r\ufffe")
        edges = [*document.page_starts, len(document.text) + 1]
        for page, (start, end) in enumerate(itertools.pairwise(edges), 1):
            assert any(map(str.isalnum, document.text[start:end])) == (page not in document.unreadable_pages)


def test_recorded_files_have_no_tables_but_boxes(shared: Path):
    files = sorted((shared / "ris-raw" / "pdf").rglob("*.pdf"))
    found = {f.name: (table_pages(raw, f.name), read_tables(raw, f.name)) for f in files if (raw := f.read_bytes())}
    assert sum(len(pages) for pages, _ in found.values()) == 20
    assert not any(tables for _, tables in found.values())
