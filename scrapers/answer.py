"""What is asked for and what comes back, without the network: limits, answers, redirects."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urljoin

from corpus.errors import FetchError
from scrapers.robots import reserved_by_page, reserves

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer with status 2xx, or 304 to a request with validators (`not_modified`, without a body)."""

    url: str
    """The address that was asked for."""
    final_url: str
    """The address that answered, after redirects."""
    status: int
    headers: tuple[tuple[str, str], ...]
    """Names and values as sent, in order; a name may come twice."""
    body: bytes
    """Unpacked, if it was sent packed."""
    fetched_at: str
    """UTC, ISO 8601, to the second."""
    not_modified: bool = False

    def header(self, name: str) -> str | None:
        """The first header of this name, whatever its case."""
        return next((value for key, value in self.headers if key.casefold() == name.casefold()), None)

    def headers_to_keep(self) -> str:
        """The headers as a JSON list of [name, value], without cookies: those are keys to a session."""
        kept = [[name, value] for name, value in self.headers if name.casefold() not in ("set-cookie", "set-cookie2")]
        return json.dumps(kept, ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """Limits of one answer, in bytes and seconds, and what TLS trusts."""

    max_bytes: int = 100 * 2**20
    max_seconds: float = 180.0
    """From the first byte sent to the last one received, with the connection."""
    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    """Longest silence within an answer."""
    ca_file: Path | None = None
    """Certificates to trust instead of the usual ones, for servers that send an incomplete chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one call of `get` asks for, the same on every hop but for the form, which a redirect may drop."""

    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    jar: CookieJar | None = None
    max_bytes: int = 0
    official: bool = True
    """False for robots.txt and tdmrep.json, whose 403 says nothing about pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent, before anybody has judged it."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def header(self, name: str) -> str:
        """The first header of this name, whatever its case; empty without one."""
        return next((value for key, value in self.headers if key.casefold() == name.casefold()), "")


class Broken(Exception):
    """An exchange gave no whole answer; another try may."""


def response(url: str, at: str, answer: Answer, wall: float, *, asked_again: bool) -> Response:
    """The answer that `at` gave at `wall` (seconds since 1970) to the wish for `url`.

    FetchError if it is a part of a page, "not modified" without having been asked, or reserves text and data mining
    in a header or in the page (TDMRep).
    """
    if answer.status == 206 or (answer.status == 304 and not asked_again):
        raise FetchError(at, answer.status, "expected a whole page")
    is_html = "html" in answer.header("Content-Type").casefold()
    if reserves(answer.header("tdm-reservation")) or (is_html and reserved_by_page(answer.body)):
        raise FetchError(at, answer.status, "text and data mining is reserved (tdm-reservation)")
    return Response(
        url=url,
        final_url=at,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        fetched_at=dt.datetime.fromtimestamp(wall, dt.UTC).isoformat(timespec="seconds"),
        not_modified=answer.status == 304,
    )


def next_hop(at: str, answer: Answer, wish: Wish) -> tuple[str, Wish]:
    """Where a redirect leads (RFC 9110 15.4), and what to ask there: only 307 and 308 keep the form."""
    location = answer.header("Location")
    with contextlib.suppress(UnicodeError):  # servers send both; requests reads latin-1
        location = location.encode("latin-1").decode("utf-8")
    if not location:
        raise FetchError(at, answer.status, "expected a redirect to somewhere, found no Location")
    try:
        target = urljoin(at, location)
    except ValueError as e:
        raise FetchError(at, answer.status, f"expected a redirect to an address, found {location!r}") from e
    keeps = answer.status in (307, 308)
    return target, wish if keeps or wish.form is None else dataclasses.replace(wish, form=None)
