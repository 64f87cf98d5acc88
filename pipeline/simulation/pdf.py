"""A very small PDF writer: paragraphs on A4 pages in Helvetica, with a real text layer, the same bytes every time."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from pipeline.simulation.truth import Document

WIDTH, LINES = 84, 52
"""Characters of a line, and lines of a page: Helvetica of 10 points fits on A4 with wide margins."""

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
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = _stream(page)
        objects.append(_PAGE.format(5 + 2 * number).encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects)


def _stream(lines: Sequence[str]) -> bytes:
    """The lines of one page. What Windows-1252 lacks becomes a question mark."""
    out = []
    for number, line in enumerate(lines):
        if line:
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            out.append(f"BT /F 10 Tf 64 {780 - 14 * number} Td ({escaped}) Tj ET")
    return "\n".join(out).encode("cp1252", "replace")


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
