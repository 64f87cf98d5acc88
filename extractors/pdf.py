"""PDF files: text and page starts with PDFium, ruled tables with pdfplumber; pages that are pictures go to `ocr`.

PDFium sets up to eighty times as many pages a second as pdfplumber, so every page goes through it and only pages with
ruling lines go through pdfplumber as well. PDFium keeps global state and is not thread-safe: one lock guards every use
in this module, and work in parallel takes processes.
"""

from __future__ import annotations

import io
import itertools
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from corpus.errors import ReadError
from corpus.evidence import Document, Span, sha256
from extractors import ocr

VERSION = 1
"""Raised whenever the text of a PDF would come out differently."""

PAGE_SEPARATOR = "\n"
"""Between two pages. A newline, not a form feed, so that rules for lines see it; `page_starts` tells the pages."""

_PDFIUM = threading.Lock()
_MARK = re.compile(r"[\x02\ufffe][ \t]*\n?")
"""Where PDFium saw a hyphen at a line's end: it drops the break and leaves this mark."""
_UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
"""What a font without a map to Unicode prints."""
_MAX_PATHS = 5000
"""A page with more strokes is a map or a plan: pdfplumber would take minutes for it."""

_MAX_SIDE = 8000
"""Pixels of a picture's longer side; plans on large paper are recognised at a lower resolution."""

Cells = tuple[tuple[str | None, ...], ...]
"""Rows of a table; None is a place that a cell spanning several rows or columns covers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table of one page (counted from 1), its cells as printed."""

    page: int
    rows: Cells


def read_pdf(raw: bytes, place: str, *, recognise: bool = False) -> Document:
    """Text of a PDF, page after page.

    A page without text (a scan, a drawing, an unmapped font) is named in `unreadable_pages`; with `recognise`, and the
    tool for it installed, its text is recognised and the page named in `recognised_pages` instead. A file that opens
    without a password is read even if its owner restricted copying. Raises ReadError if the file is cut off, does not
    open, has no page, or has no text on any page.
    """
    texts = list(_pages(raw, place))
    unreadable = [number for number, text in enumerate(texts, 1) if not _legible(text)]
    tool = ocr.tool() if recognise and unreadable else None
    recognised = dict(_recognised(raw, place, unreadable, tool)) if tool else {}
    unreadable = [number for number in unreadable if number not in recognised]
    if len(unreadable) == len(texts):
        found = f"none on {_numbers(unreadable)} (scanned images?): {ocr.remedy(asked=recognise)}"
        raise ReadError(place, "pdf", "text on at least one page", found)
    for number, page in recognised.items():
        texts[number - 1] = page.text
    return Document(
        file_sha256=sha256(raw),
        media_type="application/pdf",
        reader=f"pdf+{tool.name}" if tool and recognised else "pdf",
        reader_version=VERSION,
        text=PAGE_SEPARATOR.join(texts),
        page_starts=(0, *itertools.accumulate(len(text) + len(PAGE_SEPARATOR) for text in texts[:-1])),
        unreadable_pages=tuple(unreadable),
        recognised_pages=tuple((number, page.certainty) for number, page in recognised.items()),
    )


def _recognised(raw: bytes, place: str, pages: list[int], tool: ocr.Tool) -> Iterator[tuple[int, ocr.Recognised]]:
    """The pages whose text the tool recognises. The lock is free while it works."""
    for number in pages:
        with _opened(raw, place) as pdf:
            image = _image(pdf, number - 1)
        if image and (found := ocr.recognise(image, tool)):
            yield number, found


def _image(pdf: Any, index: int) -> bytes | None:
    """A page as a grey picture (PGM); None for a page that does not load or has no size."""
    import pypdfium2 as pdfium

    try:
        page = pdf[index]
        scale = min(ocr.DPI / 72, _MAX_SIDE / max(*page.get_size(), 1))
        bitmap = page.render(scale=scale, grayscale=True)
    except (pdfium.PdfiumError, ValueError):
        return None
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytes(bitmap.buffer)
    bitmap.close()
    page.close()
    return b"P5 %d %d 255\n" % (width, height) + b"".join(pixels[y * stride :][:width] for y in range(height))


def _pages(raw: bytes, place: str) -> Iterator[str]:
    """The text of each page; empty for a page that does not load."""
    import pypdfium2 as pdfium

    with _opened(raw, place) as pdf:
        for index in range(len(pdf)):
            try:
                page = pdf[index]
                letters = page.get_textpage()
            except pdfium.PdfiumError:
                yield ""
                continue
            text = letters.get_text_bounded()
            letters.close()
            page.close()
            yield _clean(text)


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _MARK.sub("-\n", text).replace("\0", "\ufffd").rstrip("\n")


def _legible(text: str) -> bool:
    return any(map(str.isalnum, text)) and len(_UNMAPPED.findall(text)) * 2 < len(text)


def _numbers(pages: list[int]) -> str:
    """Page numbers for a message: "pages 1-3, 7"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    listed = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"


@contextmanager
def _opened(raw: bytes, place: str) -> Iterator[Any]:
    """The PDF opened with PDFium while the lock is held. Raises ReadError with the reason if it does not open."""
    import pypdfium2 as pdfium

    last = raw.rfind(b"%%EOF")
    if last < 0 or raw.find(b" obj", last) >= 0:
        raise ReadError(place, "pdf", "the end mark %%EOF", f"a file that breaks off after {len(raw)} bytes")
    with _PDFIUM:
        try:
            pdf = pdfium.PdfDocument(raw)
        except pdfium.PdfiumError as e:
            raise ReadError(place, "pdf", *_refusal(raw, e)) from e
        try:
            yield pdf
        finally:
            pdf.close()


def _refusal(raw: bytes, error: Exception) -> tuple[str, str]:
    """What was expected and found when PDFium opens nothing (error codes: fpdfview.h, FPDF_GetLastError)."""
    code = getattr(error, "err_code", None)
    if code == 4:
        return "a file that opens without a password", "an encrypted one"
    if code == 5:
        return "a known kind of encryption", "an unknown one"
    if re.search(rb"/Count\s+0\b", raw) and not re.search(rb"/Type\s*/Page\b", raw):
        return "one or more pages", "0 pages"
    return "a PDF file", f"a broken one ({len(raw)} bytes; {error})"


def table_pages(raw: bytes, place: str) -> tuple[int, ...]:
    """Numbers of the pages on which ruling lines could make a table, decided quickly and generously."""
    with _opened(raw, place) as pdf:
        return tuple(index + 1 for index in range(len(pdf)) if _ruled(pdf, index))


def _ruled(pdf: Any, index: int) -> bool:
    """Whether a page has rules in both directions, more than one frame has, and is no drawing."""
    import pypdfium2 as pdfium

    across = down = paths = 0
    try:
        page = pdf[index]
        for path in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH], max_depth=3):
            paths += 1
            if paths > _MAX_PATHS:
                break
            left, bottom, right, top = path.get_bounds()
            wide, high = right - left > 15, top - bottom > 6
            many = 3 if wide and high and pdfium.raw.FPDFPath_CountSegments(path) > 5 else 2
            across += (many if high else 1) if wide else 0
            down += (many if wide else 1) if high else 0
        page.close()
    except pdfium.PdfiumError:
        return False
    return paths <= _MAX_PATHS and min(across, down) >= 2 and across + down >= 5


def read_tables(raw: bytes, place: str, pages: Iterable[int] | None = None) -> tuple[Table, ...]:
    """The ruled tables of two or more rows and columns on the given pages (all, if None) that have ruling lines.

    Tables without rules are not found. Raises ReadError if the file, or a page with rules, cannot be taken apart.
    """
    ruled = table_pages(raw, place)
    wanted = sorted(ruled if pages is None else set(pages).intersection(ruled))
    if not wanted:
        return ()
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    # The last four are what pdfplumber 0.11 lets through where a damaged file has a value of another kind.
    damage = (PSException, PdfminerException, MalformedPDFException, TypeError, ValueError, LookupError, AttributeError)

    found: list[Table] = []
    number = None
    try:
        with pdfplumber.open(io.BytesIO(raw), pages=wanted) as pdf:
            for page in pdf.pages:
                number = page.page_number
                tables = page.extract_tables({"text_x_tolerance_ratio": 0.15})
                found.extend(Table(page=number, rows=tuple(map(tuple, rows))) for rows in tables if _is_table(rows))
                page.close()
    except damage as e:
        raise ReadError(place, "pdf", "a table", f"{type(e).__name__}: {e}", number) from e
    return tuple(found)


def _is_table(rows: list[list[str | None]]) -> bool:
    return len(rows) > 1 and max(sum(bool(cell and cell.strip()) for cell in row) for row in rows) > 1


def cell_places(table: Table, document: Document) -> tuple[tuple[Span | None, ...], ...]:
    """Where each cell of the table stands in the document's text.

    White space and line-end hyphens may differ. None for an empty cell, and for one that is not found, or found
    several times and not right after the cell before it.
    """
    text = document.text
    start, end = (*document.page_starts, len(text))[table.page - 1 : table.page + 1]
    kept = [i for i in range(start, end) if not text[i].isspace() and text[i] not in "-\u00ad"]
    packed = "".join(text[i] for i in kept)
    cursor = 0
    places = []
    for row in table.rows:
        spans: list[Span | None] = []
        for cell in row:
            word = re.sub(r"[\s\u00ad-]+", "", cell or "")
            at = _find(text, packed, kept, word, cursor)
            spans.append(None if at is None else (kept[at], kept[at + len(word) - 1] + 1))
            cursor = cursor if at is None else at + len(word)
        places.append(tuple(spans))
    return tuple(places)


def _find(text: str, packed: str, kept: list[int], word: str, cursor: int) -> int | None:
    """Index in `packed` of the word next to the cursor, else of its only occurrence as whole words on the page."""
    if not word:
        return None
    hits = []
    at = packed.find(word)
    while at >= 0:
        first, last = kept[at], kept[at + len(word) - 1]
        before, after = text[max(first - 1, 0) : first], text[last + 1 : last + 2]
        if not (before.isalnum() and word[0].isalnum()) and not (after.isalnum() and word[-1].isalnum()):
            hits.append(at)
        at = packed.find(word, at + 1)
    near = [at for at in hits if cursor <= at < cursor + 3]
    if near or len(hits) == 1:
        return (near or hits)[0]
    return None
