"""From bytes to a document, decided by what the bytes are, not by what a file is called or a server says.

Every refusal is a ReadError that names the place, what was expected and what was found. Nothing is cut short or left
out in silence: a file is read whole or not at all, but for pages of a PDF without text, which the document names.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from corpus.calendar_text import calendar_text, is_calendar
from corpus.errors import ReadError
from corpus.evidence import Document, sha256
from corpus.json_text import JsonText, read_json
from corpus.text import HTML_VERSION, HtmlText, decode, plain
from corpus.vendor_json import embedded_json
from extractors.pdf import read_pdf

TEXT_VERSION = 1
"""Raised whenever the text of a plain text file would come out differently."""

MAX_BYTES = 64 * 2**20
"""Larger files are refused. The largest recorded council document has 2.5 MB."""

_EXPECTED = "HTML, PDF, OParl JSON or plain text"
_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (doc, xls, ppt or msg)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "a program"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
)
_ZIPPED = (
    (b"word/", "a Word file (docx)"),
    (b"xl/", "an Excel file (xlsx)"),
    (b"ppt/", "a PowerPoint file (pptx)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an EPUB book"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_TAGS = "html|head|body|title|meta|link|base|table|t[rdh]|div|p|span|a|br|hr|form|h[1-6]|[uod]l|li|section|main|article"
_BLANK = re.compile(r"\A[\s\0\ufeff\u00ad\u200b]+")
_COMMENTS = r"(?:(?><!--.*?-->)\s*+)*+"
_HTML = re.compile(rf"{_COMMENTS}<(?:!doctype\s+html|(?:{_TAGS})\b)", re.I | re.S)
_HTML_INSIDE = re.compile(r"^[ \t]*<(?:!doctype\s+html|html)\b", re.I | re.M)
_XML = re.compile(rf"<\?xml[^<>]*\?>\s*{_COMMENTS}<([\w:.-]+)", re.I | re.S)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A file as a document, and as elements (HTML) or values (JSON) where it has any."""

    document: Document
    html: HtmlText | None = None
    json: JsonText | None = None


def read_file(
    source: Path | str | bytes, place: str | None = None, charset: str | None = None, *, ocr: bool = False
) -> Reading:
    """Read a file, given as a path or as its bytes. `charset` is what the server declared, if it did.

    With `ocr`, text of a PDF's pages that are pictures is recognised, if the tool for it is installed.

    Raises ReadError, and nothing else, whenever this gives no text. Only the size of a file that is too large is read.
    """
    where = place or (str(source) if not isinstance(source, bytes) else "bytes")
    raw = source if isinstance(source, bytes) else _load(Path(source), where)
    if len(raw) > MAX_BYTES:
        raise _too_large(where, len(raw))
    if not raw:
        raise ReadError(where, "file", _EXPECTED, "an empty file (0 bytes)")
    if is_pdf(raw):
        return Reading(document=read_pdf(raw, where, recognise=ocr))
    text = decode(raw, charset)
    if kind := _binary(raw, text[: 2**20]):
        raise ReadError(where, "file", _EXPECTED, kind)
    start = _BLANK.sub("", text, count=1)
    if not start:
        raise ReadError(where, "file", _EXPECTED, f"only white space ({len(raw)} bytes)")
    if _is_json(start):
        document, values = read_json(raw, where)
        return Reading(document=document, json=values)
    if html := _html(text, start, where):
        if values_in_page := embedded_json(html):
            document, values = read_json(raw, where, values_in_page)
            return Reading(document=document, json=values)
        return _page(raw, html, where)
    if is_calendar(start):
        return Reading(document=_document(raw, calendar_text(plain(text)), "calendar", TEXT_VERSION, "text/calendar"))
    return Reading(document=_document(raw, plain(text), "text", TEXT_VERSION, "text/plain"))


def _load(path: Path, place: str) -> bytes:
    """The bytes of a file, after a look at its size."""
    try:
        if not path.is_file():
            raise ReadError(place, "file", "a file", "a folder" if path.is_dir() else "nothing there")
        if (size := path.stat().st_size) > MAX_BYTES:
            raise _too_large(place, size)
        return path.read_bytes()
    except OSError as e:
        raise ReadError(place, "file", "a readable file", e.strerror or str(e)) from e
    except ValueError as e:  # a NUL in the path
        raise ReadError(place, "file", "a path", str(e)) from e


def _too_large(place: str, size: int) -> ReadError:
    limit = f"at most {MAX_BYTES // 2**20} MB ({MAX_BYTES} bytes)"
    return ReadError(place, "file", limit, f"{size / 2**20:.1f} MB ({size} bytes)")


def is_pdf(raw: bytes) -> bool:
    """Whether bytes are a PDF.

    Its readers let up to 1024 bytes stand before the mark; a text that only mentions it has no end mark.
    """
    head = raw[:1024]
    return head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-") or (b"%PDF-" in head and b"%%EOF" in raw[-2048:])


def _binary(raw: bytes, sample: str) -> str | None:
    """What a file that is no text is, or None for a text. A few control characters (NUL) may stray into a text."""
    if raw.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _ZIPPED if mark in raw), "a zip archive")
    for mark, name in _MAGIC:
        if raw.startswith(mark):
            return name
    if raw[4:8] == b"ftyp":
        return "an MP4 or HEIC file"
    controls = len(_CONTROLS.findall(sample))
    if controls > 8 and controls * 50 > len(sample):
        return f"binary data ({controls} control characters in {len(sample)})"
    return None


def _is_json(start: str) -> bool:
    """Whether a text opens like a JSON object or list, or is another JSON value from its start to its end.

    "[Anwesenheitsliste entfernt]" opens like none, and is none.
    """
    if re.match(r'\{\s*(?:"|\})|\[\s*(?:\{\s*["}]|\]|\[\s*\[\s*\[)', start):
        return True
    whole = start.rstrip(" \t\r\n\0")
    if whole in ("null", "true", "false"):
        return True
    if whole[:1] + whole[-1:] != "[]":
        return False
    try:
        json.loads(whole)
    except (ValueError, RecursionError):
        return False
    return True


def _html(text: str, start: str, place: str) -> str | None:
    """The HTML in a file; None if it is no HTML. Wicket (ALLRIS 4) answers with HTML in CDATA sections of XML."""
    if xml := _XML.match(start):
        if xml[1].lower() == "ajax-response":
            if not text.rstrip().endswith("</ajax-response>"):
                raise ReadError(place, "html", "the end tag </ajax-response>", _end_of(text))
            return "\n".join(part.partition("]]>")[0] for part in text.split("<![CDATA[")[1:])
        if xml[1].lower() != "html":
            raise ReadError(place, "file", _EXPECTED, f"an XML file with the root element <{xml[1]}>")
        return text
    return text if _HTML.match(start) or _HTML_INSIDE.search(start[:2048]) else None


def _page(raw: bytes, source: str, place: str) -> Reading:
    """An HTML page. ReadError if it breaks off or shows no text."""
    if re.search(r"<html\b", source[:100_000], re.I) and not re.search(r"</(?:html|body)\s*>", source, re.I):
        raise ReadError(place, "html", "the end tag </html> or </body>", _end_of(source))
    try:
        html = HtmlText(source)
    except RecursionError as e:
        raise ReadError(place, "html", "elements nested at most some hundreds deep", "deeper ones") from e
    if not html.text.strip():
        raise ReadError(place, "html", "text on the page", f"none in {len(source)} characters of HTML")
    return Reading(document=_document(raw, html.text, "html", HTML_VERSION, "text/html"), html=html)


def _end_of(text: str) -> str:
    tail = re.sub(r"\s+", " ", text[-40:]).strip()
    return f'a page that breaks off after {len(text)} characters with "{tail}"'


def _document(raw: bytes, text: str, reader: str, version: int, media_type: str) -> Document:
    return Document(file_sha256=sha256(raw), media_type=media_type, reader=reader, reader_version=version, text=text)
