"""Small PDF files made by hand for tests: text, ruled tables, encryption, without any library."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def make_pdf(
    pages: Sequence[Sequence[str]], *, rules: Sequence[tuple[int, int, int, int]] = (), password: str | None = None
) -> bytes:
    """A PDF with the given lines on each page, set in Helvetica; `rules` are strokes from (x, y) to (x, y).

    A line may start with "@x,y " to stand at that place. `password` encrypts the file for opening (RC4, 40 bits); the
    empty password is the case that every viewer opens without asking.
    """
    file_id, permissions = hashlib.md5(b"ratslupe").digest(), -4
    owner = _rc4(hashlib.md5(_PAD).digest()[:5], _padded(password or ""))
    secret = _padded(password or "") + owner + permissions.to_bytes(4, "little", signed=True) + file_id
    key = hashlib.md5(secret).digest()[:5] if password is not None else None
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        stream = _stream(lines, rules)
        if key:
            number = 5 + 2 * i
            stream = _rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], stream)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    trailer = b"/Root 1 0 R"
    if key:
        user = _rc4(key, _PAD)
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P %d >>"
            % (owner.hex().encode(), user.hex().encode(), permissions)
        )
        name = file_id.hex().encode()
        trailer += b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (len(objects), name, name)
    return _file(objects, trailer)


def _stream(lines: Sequence[str], rules: Sequence[tuple[int, int, int, int]]) -> bytes:
    out = [f"{x1} {y1} m {x2} {y2} l S" for x1, y1, x2, y2 in rules]
    for i, line in enumerate(lines):
        x, y, words = 72, 780 - 14 * i, line
        if line.startswith("@"):
            place, words = line[1:].split(" ", 1)
            x, y = map(int, place.split(","))
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        out.append(f"BT /F 11 Tf {x} {y} Td ({escaped}) Tj ET")
    return "\n".join(out).encode("cp1252")


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PAD)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
