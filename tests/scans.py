"""PDF files whose pages are pictures, and a stand-in for the command tesseract that says what a test tells it."""

from __future__ import annotations

import stat
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium

from tests.pdfs import make_pdf

_STAND_IN = """#!{python}
import os, sys
if "--version" in sys.argv:
    print("tesseract {version}")
elif "--list-langs" in sys.argv:
    print('List of available languages in "{folder}" (2):\\n{language}\\nosd')
else:
    picture = sys.stdin.buffer.read()
    with open("{folder}/asked", "a") as log:
        print(*sys.argv[1:], picture[:16].split(b" 255")[0].decode(), os.environ["OMP_THREAD_LIMIT"], file=log)
    with open("{folder}/answer.tsv", "rb") as answer:
        sys.stdout.buffer.write(answer.read())
    sys.exit({code})
"""


def scan(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with one picture a page: the lines as they look in print, or text where a page starts with "text:"."""
    return _with_pictures(pages, [_picture(lines) for lines in pages])


def _picture(lines: Sequence[str]) -> tuple[int, int, bytes]:
    page = pdfium.PdfDocument(make_pdf([lines]))[0]
    bitmap = page.render(scale=200 / 72, grayscale=True)
    raw = bytes(bitmap.buffer)
    rows = (raw[y * bitmap.stride :][: bitmap.width] for y in range(bitmap.height))
    return bitmap.width, bitmap.height, b"".join(rows)


def _with_pictures(pages: Sequence[Sequence[str]], pictures: Sequence[tuple[int, int, bytes]]) -> bytes:
    kids = " ".join(f"{3 + 3 * i} 0 R" for i in range(len(pages)))
    font = "<< /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
    ]
    for i, (lines, (width, height, pixels)) in enumerate(zip(pages, pictures, strict=True)):
        drawn = b"q 595 0 0 842 0 0 cm /I Do Q"
        if lines and lines[0].startswith("text:"):
            drawn = f"BT /F 11 Tf 72 780 Td ({lines[0][5:]}) Tj ET".encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 3 * i} 0 R"
            f" /Resources << /Font {font} /XObject << /I {5 + 3 * i} 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        packed = zlib.compress(pixels)
        picture = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
        sizes = b"/Width %d /Height %d /Length %d" % (width, height, len(packed))
        objects.append(b"<< %s %s >>\nstream\n%s\nendstream" % (picture, sizes, packed))
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stand_in(
    folder: Path,
    lines: Sequence[str],
    certainty: float,
    *,
    version: str = "5.9.9",
    language: str = "deu",
    code: int = 0,
) -> Path:
    """A command `tesseract` in the folder that reads these lines in every picture. Returns its log of calls."""
    folder.mkdir(exist_ok=True)
    command = folder / "tesseract"
    text = _STAND_IN.format(python=sys.executable, version=version, language=language, folder=folder, code=code)
    command.write_text(text, "utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    (folder / "deu.traineddata").write_bytes(b"invented")
    rows = [
        "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext",
        "1\t1\t0\t0\t0\t0" + "\t0" * 4 + "\t-1\t",
    ]
    for number, line in enumerate(lines, 1):
        words = [
            f"5\t1\t1\t1\t{number}\t{i}" + "\t0" * 4 + f"\t{certainty}\t{word}"
            for i, word in enumerate(line.split(), 1)
        ]
        rows += words
    (folder / "answer.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder / "asked"
