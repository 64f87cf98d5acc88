"""What a host asks of programs: robots.txt (RFC 9309, with Crawl-delay) and reservations of text and data mining.

Reading only: `scrapers/fetch.py` gets the files and says what a missing or unreachable one means. The parser is our
own, because the one kept library that was measured against tests/test_robots.py (Protego 0.7.0) takes a group of
another robot whose name starts ours, and misses "User-agent: Ratslupe/1.0"; where RFC 9309 leaves a choice, this one
obeys more rather than less.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

PARSED_BYTES = 512 * 1024
"""So much of a robots.txt is read; RFC 9309 2.5 asks for 500 KiB or more."""

_DISALLOW = frozenset("disallow dissallow dissalow disalow diasllow disallaw".split())
_AGENT = frozenset(["user-agent", "useragent", "user agent"])
_DELAY = frozenset(["crawl-delay", "crawldelay", "crawl delay"])
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PRINTABLE = range(0x21, 0x7F)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says to one robot."""

    patterns: tuple[tuple[str, bool], ...] = ()
    """Path patterns in normal form, each with whether it allows."""
    crawl_delay: float | None = None
    """Seconds between two requests, the longest that the robot's groups ask for."""

    def allow(self, url: str) -> bool:
        """Whether the address may be asked for: the longest pattern wins, "allow" on a tie (RFC 9309 2.2.2)."""
        path = path_of(url)
        if path == "/robots.txt":
            return True
        found = [(len(pattern), allows) for pattern, allows in self.patterns if matches(pattern, path)]
        return max(found)[1] if found else True


NOTHING = Rules()
"""No robots.txt (4xx, RFC 9309 2.3.1.3): everything may be asked for."""
EVERYTHING = Rules(patterns=(("/", False),))
"""robots.txt unreachable (5xx, no answer, RFC 9309 2.3.1.4): nothing may be asked for."""


def parse(raw: bytes, token: str) -> Rules:
    """The rules for the robot with this product token, whatever its case, else those for "*", else none.

    Groups for the same robot are read as one (2.2.1). Lines other than user-agent, allow and disallow neither start
    nor end a group (2.2.4). Common misspellings are understood, and a pattern without its leading slash.
    """
    groups: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, list[float]] = {}
    agents: set[str] = set()
    naming = False
    for key, value in _lines(raw):
        if key in _AGENT:
            agents = agents if naming else set()
            agents.add(_agent(value))
            naming = True
            groups.setdefault(_agent(value), [])
        elif key in _DISALLOW or key == "allow":
            naming = False
            for agent in agents if value else ():
                groups[agent].append((_normal(value if value[0] in "/*" else f"/{value}"), key == "allow"))
        elif key in _DELAY and (seconds := _seconds(value)) is not None:
            for agent in agents:
                delays.setdefault(agent, []).append(seconds)
    own = token.casefold() if token.casefold() in groups else "*"
    return Rules(patterns=tuple(groups.get(own, ())), crawl_delay=max(delays.get(own, ()), default=None))


def _lines(raw: bytes) -> list[tuple[str, str]]:
    """Key and value of each line that has both a name and a colon or a blank after it; comments taken off."""
    text = raw[:PARSED_BYTES].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    found = []
    for line in re.split(r"[\r\n]+", text):
        content = line.partition("#")[0].strip()
        key, colon, value = content.partition(":")
        if not colon:
            key, _, value = content.partition(" ")
        found.append((" ".join(key.casefold().split()), value.strip()))
    return found


def _agent(value: str) -> str:
    """The product token at the start of a user-agent line ("Ratslupe/1.0" names "ratslupe"); "*" for everybody."""
    match = re.match(r"\*(?!\S)|[A-Za-z_-]+", value)
    return match[0].casefold() if match else ""


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value.replace(",", "."))
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def path_of(url: str) -> str:
    """Path and query of an address in the normal form in which patterns are compared."""
    parts = urlsplit(url)
    return _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def _normal(path: str) -> str:
    """Octets outside printable ASCII percent-encoded, encoded unreserved ones decoded, digits upper (2.2.2)."""
    octets = path.encode("utf-8", "surrogateescape")
    coded = "".join(chr(o) if o in _PRINTABLE else f"%{o:02X}" for o in octets)

    def decoded(match: re.Match[str]) -> str:
        octet = int(match[1], 16)
        return chr(octet) if octet in _UNRESERVED else match[0].upper()

    return re.sub(r"%([0-9A-Fa-f]{2})", decoded, coded)


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern with "*" (anything) and a last "$" (the end) fits the start of a path; in linear time."""
    anchored = pattern.endswith("$")
    first, *rest = (pattern[:-1] if anchored else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not anchored or at == len(path)
    *middle, last = rest
    for part in middle:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return path.endswith(last) and len(path) - len(last) >= at if anchored else path.find(last, at) >= 0


def reserved_by_file(raw: bytes, url: str) -> bool:
    """Whether /.well-known/tdmrep.json reserves text and data mining of an address (TDMRep, W3C community report 2024).

    A list of objects with `location`, a pattern as in robots.txt, and `tdm-reservation`, 1 or 0. The address is taken
    as reserved if any rule that fits it reserves, whatever the order. A file that is no such list says nothing.
    """
    try:
        rules = json.loads(raw)
    except (ValueError, RecursionError):
        return False
    path = path_of(url)
    return any(
        reserves(str(rule.get("tdm-reservation"))) and matches(_normal(str(rule.get("location") or "/")), path)
        for rule in (rules if isinstance(rules, list) else [rules])
        if isinstance(rule, dict)
    )


def reserves(value: str) -> bool:
    """Whether the value of a `tdm-reservation` header or field reserves text and data mining."""
    return value.strip() == "1"


def reserved_by_page(body: bytes) -> bool:
    """Whether an HTML page reserves text and data mining in a `meta` element within its first 64 KiB."""
    for tag in re.findall(rb"<meta\b[^>]{0,500}>", body[:65536], re.IGNORECASE):
        named = re.search(rb"""name\s*=\s*["']?tdm-reservation["'\s/>]""", tag, re.IGNORECASE)
        if named and re.search(rb"""content\s*=\s*["']?\s*1\s*["'\s/>]""", tag, re.IGNORECASE):
            return True
    return False
