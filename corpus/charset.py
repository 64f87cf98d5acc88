"""From bytes to characters, and whether the characters look like those that were meant."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

__all__ = ["decode", "doubt", "is_followed"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SINGLE_BYTE = re.compile(
    r"(?i)(?:x-)?(?:iso-?8859-?(?:[2-9]|1\d)|latin-?(?:[2-9]|10)|windows-?125\d|(?:cp|ibm)-?\d{3,4}|"
    r"mac-?(?:roman|intosh)|koi8-[ru])"
)
"""Declared charsets that are followed. ISO-8859-1 and ASCII are not: they mean Windows-1252."""
_OWN_WORD = re.compile(
    rb"""<\?xml\b[^<>]*\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^<>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_HEAD = 16_384
"""Bytes at whose start a page says what charset it is in."""
_C1_AS_WINDOWS_1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_AFTER_A_TILDE = "\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘-„†-•…‰‹›€™"
"""What Windows-1252 shows for 0x80 to 0xBF."""
_SIGNS = (
    (re.compile("\ufffd"), "bytes or characters that nobody can read any more"),
    (re.compile("[\u0080-\u0084\u0086-\u009f]"), "control characters, as letters of another charset look"),
    (re.compile(f"Ã[{_AFTER_A_TILDE}]|â€[{_AFTER_A_TILDE}]"), "UTF-8 that was taken for Windows-1252 before"),
    (re.compile(r"(?<=[a-z])[ŠŸŽ†‡„‰ˆ¸](?=[a-z])"), "signs within words, as letters of another charset look"),
)
"""How wrongly decoded German text looks."""


def decode(raw: bytes, declared: str | None = None) -> str:
    """Characters of a text or HTML file. `declared` is what the server said of it, which goes before its own word.

    A byte order mark decides; else valid UTF-8 is UTF-8 whatever was declared (servers declare ISO-8859-1 and send
    UTF-8), also with a few bytes broken; else a declared charset if it fits; else Windows-1252, which browsers read
    for ISO-8859-1 too (https://encoding.spec.whatwg.org/#names-and-labels). A declared charset fits if it shows no
    fewer German letters, and no more control characters, than Windows-1252. Bytes that Windows-1252 leaves open stay as
    C1 controls.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if wide := _utf_16(raw):
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) > 4 * broken:
        return text
    usual = raw.decode("latin-1").translate(_C1_AS_WINDOWS_1252)
    fits = (text for text in _as_declared(raw, declared) if _german(text) >= _german(usual))
    return next(fits, usual)


def is_followed(declared: str | None) -> bool:
    """Whether a declared charset has a say in how bytes are read that are no UTF-8."""
    return declared is not None and _SINGLE_BYTE.fullmatch(declared) is not None


def doubt(text: str, nuls: int = 0) -> str | None:
    """What makes a text look as if its bytes were read in another charset than they were written in; None if nothing.

    `nuls` is how many NUL bytes a reader replaced by U+FFFD.
    """
    for pattern, what in _SIGNS:
        found = list(pattern.finditer(text))
        if len(found) > (nuls if pattern.pattern == "\ufffd" else 0):
            at = found[0].start()
            return f"{what}: {len(found)}, the first in {text[max(0, at - 12) : at + 12]!r}"
    return None


def _as_declared(raw: bytes, declared: str | None) -> Iterator[str]:
    """The bytes in the charsets that the server and the page itself name."""
    own = _OWN_WORD.search(raw[:_HEAD])
    for name in (declared, (own[1] or own[2]).decode("ascii", "replace") if own else None):
        if name and is_followed(name):
            try:
                yield raw.decode(name)
            except (LookupError, UnicodeDecodeError):
                continue


def _german(text: str) -> int:
    """How much non-ASCII text looks German: its letters count for it, control characters against it."""
    return len(re.findall("[äöüÄÖÜß]", text)) - len(re.findall("[\u0080-\u009f]", text))


def _utf_16(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of a German text in it is NUL, but for a few."""
    head = raw[:4096]
    pairs = len(head) // 2
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if pairs > 1 and high.count(0) > 0.8 * pairs and head.count(0) < 1.2 * high.count(0):
            return name
    return None
