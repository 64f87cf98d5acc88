"""Files that cannot be read, or not as they claim: each gives a text, or an error that says what was found where."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ReadError
from corpus.text import decode, plain
from pipeline import readers
from pipeline.readers import MAX_BYTES, Reading, read_file
from tests.pdfs import make_pdf

PAGE = "<html><head><title>Rat</title></head><body><h1>Sitzung</h1><p>Beschluß: größer</p></body></html>"
ANY = "HTML, PDF, OParl JSON or plain text"


def refused(raw: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_file(raw, "datei")
    assert caught.value.place == "datei"
    assert (
        str(caught.value) == f"datei: {caught.value.reader}: expected {caught.value.expected}, found {caught.value.got}"
    )
    return caught.value


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", "an empty file (0 bytes)"),
        (b" \r\n\t \xc2\xa0\n", "only white space (8 bytes)"),
        (b"\xef\xbb\xbf", "only white space (3 bytes)"),
        (b"\0" * 5, "only white space (5 bytes)"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml word/document.xml", "a Word file (docx)"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml xl/workbook.xml", "an Excel file (xlsx)"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        (b"PK\x03\x04\x14\0\0\0\x08\0anlage1.pdf", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old Office file (doc, xls, ppt or msg)"),
        (b"{\\rtf1\\ansi Beschluss}", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "a PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "a JPEG image"),
        (b"GIF89a" + bytes(99), "a GIF image"),
        (b"II*\0" + bytes(99), "a TIFF image"),
        (b"\x1f\x8b\x08" + bytes(99), "a gzip archive"),
        (bytes(range(256)), "binary data (27 control characters in 256)"),
        (b"<?xml version='1.0'?><rss><item>Rat</item></rss>", "an XML file with the root element <rss>"),
    ],
)
def test_no_text_in_it(raw, found):
    error = refused(raw)
    assert (error.reader, error.expected, error.got) == ("file", ANY, found)


def test_json_of_something_else():
    assert refused(b'{"a": 1}').reader == "oparl-json"
    assert "valid JSON" in refused(b'{"id": "https://ris.example/paper/1", "type":').expected


@pytest.mark.parametrize(
    "raw",
    [
        b"null",
        b"true\n",
        b"[]",
        b"[1, 2]",
        b'["a"]',
        b"[[]]",
        b'[["a"], 2]',
        b"[" * 100_000,
        b"[" * 99_999 + b"]" * 99_999,
    ],
)
def test_json_that_is_no_known_object(raw):
    assert refused(raw).reader == "oparl-json"


def test_json_nested_deep_is_said_so():
    assert "nested far deeper" in refused(b"[" * 100_000 + b"]" * 100_000).got


@pytest.mark.parametrize("text", ["[Liste entfernt]", "[1] Anlage", "null und nichtig", "[[Seite]]", "12", "[sic]"])
def test_text_in_brackets_is_no_json(text):
    assert read_file(text.encode(), "datei").document.text == text


def test_html_without_text():
    error = refused(b"<html><body><img src='plan.png'></body></html>")
    assert (error.reader, error.expected) == ("html", "text on the page")
    assert error.got == "none in 46 characters of HTML"


@pytest.mark.parametrize("end", [30, 60, 75, 85])
def test_truncated_html(end):
    error = refused(PAGE[:end].encode())
    assert (error.reader, error.expected) == ("html", "the end tag </html> or </body>")
    assert error.got.startswith(f"a page that breaks off after {end} characters with ")
    assert error.got.endswith(f'{PAGE[:end][-5:].strip()}"')


def test_truncated_answer_of_wicket():
    answer = b'<?xml version="1.0"?><ajax-response><component id="a"><![CDATA[<p>Rat</p>]]></component></ajax-response>'
    assert read_file(answer).document.text == "Rat"
    error = refused(answer[:80])
    assert (error.expected, error.got[:41]) == (
        "the end tag </ajax-response>",
        "a page that breaks off after 80 character",
    )


def test_html_nested_too_deep():
    error = refused(b"<div>" * 5000 + b"Rat")
    assert (error.reader, error.got) == ("html", "deeper ones")


def test_html_fragments_and_pages_are_html():
    for source in (PAGE, PAGE.replace("<html>", "<!-- Vorlage --> \n<!DOCTYPE html>\n<html>"), "<div>Sitzung</div>"):
        reading = read_file(source.encode(), "seite.txt")
        assert (reading.document.reader, reading.document.reader_version) == ("html", 1)
        assert reading.html is not None
        assert reading.html.text == reading.document.text
        assert "Sitzung" in reading.document.text


@pytest.mark.parametrize(
    "text", ["[Anwesenheitsliste entfernt]\nRat", "<5 % der Mittel", "Das Format %PDF-1.4", "{Entwurf}"]
)
def test_text_that_only_looks_like_something_else(text):
    document = read_file(text.encode()).document
    assert (document.reader, document.reader_version, document.media_type) == ("text", 1, "text/plain")
    assert document.text == text


@pytest.mark.parametrize("charset", [None, "utf-8", "iso-8859-1", "utf-16", "idna", "no such charset", "a\0b"])
@pytest.mark.parametrize("stored", ["utf-8", "cp1252"])
def test_declared_charset_is_wrong(charset, stored):
    assert "Beschluß: größer" in read_file(PAGE.encode(stored), charset=charset).document.text
    meta = PAGE.replace("<head>", f'<head><meta charset="{charset}">')
    assert "Beschluß: größer" in read_file(meta.encode(stored)).document.text


def test_declared_charset_is_right():
    assert read_file("Größe 5 €".encode("iso-8859-15"), charset="ISO-8859-15").document.text == "Größe 5 €"
    assert read_file(b"Gr\xf6\xdfe 5 \x80 \x81", charset="ISO-8859-1").document.text == "Größe 5 € \x81"


def test_a_few_broken_bytes_do_not_garble_a_text_in_utf_8():
    raw = "Größe, Mühe, Maß, Fläche, Öl".encode()
    assert read_file(raw + b"\xc3").document.text == "Größe, Mühe, Maß, Fläche, Öl\ufffd"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_characters(encoding):
    document = read_file("Der Rat beschließt\r\nÄnderungen.".encode(encoding)).document
    assert document.text == "Der Rat beschließt\r\nÄnderungen."


def test_nul_becomes_a_visible_character_of_the_same_length():
    assert read_file(b"Der Rat\0beschlie\xc3\x9ft").document.text == "Der Rat\ufffdbeschließt"
    assert "\0" not in read_file(PAGE.replace("Sitzung", "Sit\0zung").encode()).document.text


def test_text_is_left_as_it_is():
    assert read_file(b"\xef\xbb\xbf  Zeile\r\n\xc2\xa0Rat \n").document.text == "  Zeile\r\n\xa0Rat \n"


def test_a_pdf_with_any_name(tmp_path: Path):
    file = tmp_path / "akte.txt"
    file.write_bytes(b"\r\n" + make_pdf([["Beschluss"]]))
    assert read_file(file).document.media_type == "application/pdf"


def test_too_large_a_file_is_not_loaded(tmp_path: Path, monkeypatch):
    file = tmp_path / "gross.pdf"
    with file.open("wb") as f:
        f.truncate(100 * 2**20)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("loaded"))
    with pytest.raises(ReadError) as caught:
        read_file(file, "gross.pdf")
    assert str(caught.value) == (
        "gross.pdf: file: expected at most 64 MB (67108864 bytes), found 100.0 MB (104857600 bytes)"
    )


def test_too_many_bytes_in_memory(monkeypatch):
    monkeypatch.setattr(readers, "MAX_BYTES", 10)
    assert MAX_BYTES == 64 * 2**20
    assert refused(b"Beschluss 1").got == "0.0 MB (11 bytes)"


def test_no_file(tmp_path: Path):
    for path, found in ((tmp_path, "a folder"), (tmp_path / "fehlt.txt", "nothing there")):
        with pytest.raises(ReadError) as caught:
            read_file(path)
        assert str(caught.value) == f"{path}: file: expected a file, found {found}"
    with pytest.raises(ReadError, match="expected a"):
        read_file("a\0b")


def outcome(raw: bytes, charset: str | None = None) -> Reading | None:
    try:
        return read_file(raw, "datei", charset)
    except ReadError:
        return None


MARKS = [
    b"%PDF-1.4\n",
    b"<html>",
    b"<?xml version='1.0'?>",
    b"{",
    b"[{",
    b"\xff\xfe",
    b"\xfe\xff",
    b"<![CDATA[",
    b"%%EOF",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.binary(), st.sampled_from(MARKS), st.text().map(str.encode))), st.none() | st.text())
def test_random_bytes_give_a_text_or_a_read_error(parts, charset):
    raw = b"".join(parts)
    decode(raw, charset).encode()
    reading = outcome(raw, charset)
    if reading:
        assert reading.document.text.strip()
        assert "\0" not in reading.document.text
        assert reading.document.text_sha256


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_pdf_files_give_a_text_or_a_read_error(data):
    raw = bytearray(make_pdf([["Der Rat", "beschließt"], ["Seite zwei"]], rules=[(60, 700, 400, 700)]))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    outcome(bytes(raw))


@given(st.text())
def test_plain_keeps_length_and_everything_but_nul(text):
    assert plain(text).replace("\ufffd", "\0") == text.removeprefix("\ufeff").replace("\ufffd", "\0")


@pytest.mark.parametrize(
    "raw",
    [
        b"\x81" * 2**20,
        b"<!-- -->" * 2**17,
        b"<body>" + b"<head " * 2**17 + b"</body>",
        b"<?xml version='1.0'?><ajax-response>" + b"<![CDATA[" * 2**16 + b"</ajax-response>",
        b"<!DOCTYPE " * 2**16,
        b"[{" * 2**19,
        b"(" * 2**20,
        json.dumps([["x"] * 1000] * 100).encode(),
    ],
)
def test_hostile_files_come_to_an_end(raw):
    outcome(raw)
