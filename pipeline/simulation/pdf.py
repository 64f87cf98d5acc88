"""A very small PDF writer: paragraphs on A4 pages in Helvetica, with a real text layer, the same bytes every time."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from pipeline.simulation.truth import Document

WIDTH, LINES = 84, 52
"""Characters of a line, and lines of a page: Helvetica of 10 points fits on A4 with wide margins."""

_FREE = (0x81, 0x8D, 0x8F, 0x90, 0x9D, *range(1, 8), *range(14, 27))
"""Codes that Windows-1252 gives to no letter."""

_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>"


def pdf(document: Document) -> bytes:
    """A document as a PDF file. Its text is the title and the paragraphs, broken into lines."""
    lines = [*textwrap.wrap(document.title, WIDTH, break_on_hyphens=False), ""]
    for paragraph in document.paragraphs:
        for line in paragraph.splitlines():
            lines += textwrap.wrap(line, WIDTH, break_on_hyphens=False)
        lines.append("")
    if document.paragraphs:
        lines.pop()  # the gap after the last paragraph could be a page of its own, and an empty one
    pages = [lines[n : n + LINES] for n in range(0, len(lines), LINES)]
    foreign = sorted({c for line in lines for c in line if not c.encode("cp1252", "ignore")})[: len(_FREE)]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        _font(foreign),
    ]
    for number, page in enumerate(pages):
        stream = _stream(page, foreign)
        objects.append(_PAGE.format(5 + 2 * number).encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects)


def _font(foreign: Sequence[str]) -> bytes:
    """Helvetica in Windows-1252; letters that this lacks ("ı", "ğ") have the free codes, by their Unicode names."""
    named = " ".join(f"{code} /uni{ord(letter):04X}" for code, letter in zip(_FREE, foreign, strict=False))
    encoding = f"<< /BaseEncoding /WinAnsiEncoding /Differences [{named}] >>" if named else "/WinAnsiEncoding"
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>".encode()


def _stream(lines: Sequence[str], foreign: Sequence[str]) -> bytes:
    """The lines of one page."""
    codes = {ord(letter): code for code, letter in zip(_FREE, foreign, strict=False)}
    out = []
    for number, line in enumerate(lines):
        if line:
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            out.append(f"BT /F 10 Tf 64 {780 - 14 * number} Td ({escaped}) Tj ET")
    return b"".join(
        bytes([codes[ord(c)]]) if ord(c) in codes else c.encode("cp1252", "replace") for c in "\n".join(out)
    )


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
