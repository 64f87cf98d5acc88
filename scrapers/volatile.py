"""Whether a page has changed, for products that send no validators: a hash of it without what differs on each delivery.

`VOLATILE` names those parts per product. A pattern takes out no more than the part itself, so that a change of a
result, a time or a title always changes the hash. What the lists miss costs a page that is read again in vain; what
they take too much would hide a change, so a doubtful part stays in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.errors import InputError
from corpus.evidence import sha256


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page that says nothing: its name, where it is, and what is put there instead."""

    name: str
    pattern: re.Pattern[bytes]
    instead: bytes = b""


def _part(name: str, pattern: bytes, instead: bytes = b"") -> Part:
    return Part(name, re.compile(pattern, re.IGNORECASE), instead)


EVERYWHERE = (
    _part("session id in a link", rb"([;?&])(?:amp;)?(?:jsessionid|phpsessid|aspsessionid\w*)=[\w.!%-]+", rb"\1"),
    _part("sid in a link", rb"\bsid=[0-9a-f]{16,}\b", b"sid="),
    _part("hidden token", rb'(<input\b[^<>]{0,300}\bname="[^"]{0,40}token"[^<>]{0,300}\bvalue=")[^"<>]*', rb"\1"),
    _part(
        "hidden token, value first",
        rb'(<input\b[^<>]{0,300}\bvalue=")[^"<>]*("[^<>]{0,300}\bname="\w{0,40}token")',
        rb"\1\2",
    ),
    _part("csrf token in a meta element", rb'(<meta\b[^<>]{0,100}csrf[^<>]{0,100}\bcontent=")[^"]*', rb"\1"),
    _part("nonce of a script", rb'\bnonce="[^"]*"'),
    _part("time of delivery in a comment", rb"<!--[^<>]{0,200}\d{2}:\d{2}:\d{2}[^<>]{0,100}-->"),
)
"""What any product may have."""

_VERSION = _part("version and date of the product", rb'(<meta\b[^<>]{0,100}\bcontent=")ALLRIS net Version[^"]*', rb"\1")
_TODAY = _part("marks of today in a calendar", rb'(?:\s|(?<="))today-(?:sides|top|bottom)(?=[\s"][^<>]*>)')

VOLATILE: Mapping[str, tuple[Part, ...]] = {
    "allris3": (
        _VERSION,
        _part("NAVM token", rb'\bNAVM_\w+("[^<>]{0,100}\bvalue=")[^"<>]*', rb"NAVM_\1"),
        _part("link to a temporary file", rb"___tmp/(?:[\w.-]+/)*", b"___tmp/"),
    ),
    "allris4": (
        _VERSION,
        _TODAY,
        _part("Wicket id", rb"""(?<=["'#])id[0-9a-f]{1,8}(?=["'\s_-])""", b"id"),
        _part("Wicket page number in a link", rb"\?\d+-\d*(?=[.-])", b"?-"),
        _part("Wicket page number alone", rb"""(\b[a-z]{2}\d{3}\?)\d+(?=["'&])""", rb"\1"),
    ),
    "sessionnet": (
        _part("token of a document form", rb'(\bname="s[1-4]"[^<>]{0,100}\bvalue=")[^"<>]*', rb"\1"),
        _part("number of the session in a script", rb"(\bsmcGlobalGKI2\(\)\{return ')\d*", rb"\1"),
        _part(
            "version of the product",
            rb'(<meta\b[^<>]{0,60}\bcontent=")(?:V:[\d.]+|[^"<>]{0,80}\bSessionNet Version)[^"<>]*',
            rb"\1",
        ),
        _part("version of a script", rb"(\.js\?v=)[\d.]+", rb"\1"),
        _part(
            "link to the present month",
            rb'(\b__cjahr=)\d+(&(?:amp;)?__cmonat=)\d+([^"<>]*" title="Monat: Aktuell")',
            rb"\1\2\3",
        ),
        _part("seal of a link", rb"([?&](?:amp;)?s=)[0-9A-F]{40}\b", rb"\1"),
    ),
    "sdnet": (
        _part("csrf token in a script", rb"(setItem\(\s*['\"]csrfToken['\"],\s*['\"])[^'\"]*", rb"\1"),
        _part("version of a style sheet or script", rb"(\.(?:css|js)\?)[\d.]+(?=[\"'])", rb"\1"),
        _part("stamp of an exported calendar", rb"(?m)^DTSTAMP(?:;[^:\r\n]*)?:[\dTZ]+", b"DTSTAMP:"),
    ),
    "rubin": (),
    "oparl": (
        # Peine and more!rubin give the time of the request here; what really changed shows in the other fields.
        _part("created, modified", rb'"(created|modified)"\s*:\s*"[^"]*"', rb'"\1":""'),
    ),
}
"""Per vendor, besides `EVERYWHERE`."""

_PDF = (
    _part("dates of a PDF", rb"/(?:CreationDate|ModDate)\s*(?:\((?:[^()\\]|\\.)*\)|<[0-9A-F]*>)"),
    _part("id of a PDF", rb"/ID\s*\[\s*(?:<[0-9A-F]*>\s*){2}\]"),
    _part("dates in a PDF's metadata", rb"<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*"),
    _part("ids in a PDF's metadata", rb"<xmpMM:(DocumentID|InstanceID)>[^<]*"),
)


def fingerprint(vendor: str, body: bytes) -> str:
    """Hex SHA-256 of a page or file without its volatile parts. InputError for a vendor that has no list."""
    if vendor not in VOLATILE:
        raise InputError(f"vendor: expected one of {', '.join(sorted(VOLATILE))}, found {vendor!r}")
    return sha256(without(vendor, body))


def without(vendor: str, body: bytes) -> bytes:
    """The bytes that `fingerprint` hashes."""
    for part in _PDF if body.startswith(b"%PDF-") else (*EVERYWHERE, *VOLATILE[vendor]):
        body = part.pattern.sub(part.instead, body)
    return body
