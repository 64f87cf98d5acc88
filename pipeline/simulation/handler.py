"""From an HTTP request to a simulated server's answer, with the faults that hit it."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler
from typing import Protocol, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from pipeline.simulation.faults import LOGIN, Fault, FaultKind
from pipeline.simulation.servers.base import Answer, Product, Request

MAX_FORM = 100_000
"""Longer bodies of requests are not read."""

NOT_FOUND = Answer(body=b"<html><body><h1>404</h1></body></html>", status=404)


class Owner(Protocol):
    """What a handler needs of the server that it answers for."""

    product: Product
    not_modified: int

    @property
    def root(self) -> str:
        """The start of its addresses."""

    def is_current(self, listener: object) -> bool:
        """Whether a port is where it answers now."""

    def note(self, address: str) -> int:
        """Remember a request."""

    def hits(self, address: str) -> list[Fault]:
        """The faults that hit an answer."""

    def answer(self, request: Request) -> Answer | None:
        """What the product says."""


class Handler(BaseHTTPRequestHandler):
    """Answers GET, HEAD and POST."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Simulation", ""
    timeout = 30
    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Answer the requests of a connection; the client may drop it at any time."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            super().handle()

    def do_GET(self) -> None:
        """Answer a request."""
        owner = cast(Owner, getattr(self.server, "owner"))  # noqa: B009 - the listener's own attribute
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            if not owner.is_current(self.server):
                self._send(Answer(body=b"", status=301, location=owner.root + self.path[1:]))
                return
            self._answer(owner)

    do_HEAD = do_POST = do_GET  # noqa: N815 - the library's names

    def _answer(self, owner: Owner) -> None:
        """The product's answer, unless a fault comes first."""
        serial = owner.note(self.path)
        form = self._form()
        faults = {fault.kind: fault for fault in owner.hits(self.path)}
        if "slow" in faults:
            time.sleep(faults["slow"].seconds)
        if instead := _instead(faults):
            self._send(instead, retry_after=faults["too_many"].seconds if "too_many" in faults else None)
            return
        session, is_new = self._session(owner.product.cookie, serial)
        parts = urlsplit(self.path)
        request = Request(
            path=unquote(parts.path),
            query=dict(parse_qsl(f"{parts.query}&{form}", keep_blank_values=True)),
            base=owner.root,
            session=session,
            known=owner.product.cookie is not None and not is_new,
            serial=serial,
            ajax=self.headers.get("Wicket-Ajax") == "true",
        )
        answer = owner.answer(request) or NOT_FOUND
        cookie = f"{owner.product.cookie}={session}; path=/; HttpOnly" if is_new else None
        if "wrong_charset" in faults:
            answer = _mislabelled(answer)
        self._send(answer, cookie=cookie, cut="truncated" in faults, owner=owner)

    def _form(self) -> str:
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > MAX_FORM:
            return ""
        return self.rfile.read(int(length)).decode("latin-1")

    def _session(self, cookie: str | None, serial: int) -> tuple[str, bool]:
        """The session that the request belongs to, and whether it begins now."""
        if cookie is None:
            return "0", False
        with contextlib.suppress(CookieError):
            sent = SimpleCookie(self.headers.get("Cookie", ""))
            if cookie in sent:
                return sent[cookie].value, False
        return hashlib.sha256(f"{cookie} {serial}".encode()).hexdigest()[:24].upper(), True

    def _send(
        self,
        answer: Answer,
        *,
        cookie: str | None = None,
        retry_after: float | None = None,
        cut: bool = False,
        owner: Owner | None = None,
    ) -> None:
        """Send an answer; a cut one promises more than it sends and ends the connection."""
        etag = (
            f'"{hashlib.sha256(answer.body).hexdigest()[:16]}"' if answer.validated and answer.status == 200 else None
        )
        same = etag is not None and self.headers.get("If-None-Match") == etag
        if same and owner:
            owner.not_modified += 1
        body = b"" if same else answer.body
        self.send_response(304 if same else answer.status)
        sent = {"Content-Type": answer.content_type, "ETag": etag, "Location": answer.location, "Set-Cookie": cookie}
        sent["Retry-After"] = f"{retry_after:g}" if retry_after is not None else None
        for name, value in sent.items():
            if value is not None:
                self.send_header(name, value)
        if not same:
            self.send_header("Content-Length", str(len(body)))
        if cut:
            self.send_header("Connection", "close")
            body, self.close_connection = body[: len(body) // 2], True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the server keeps its own log."""


def _instead(faults: Mapping[FaultKind, Fault]) -> Answer | None:
    """The answer that a fault gives instead of the product's."""
    statuses: dict[FaultKind, int] = {"too_many": 429, "error": 500, "forbidden": 403, "not_found": 404}
    for kind, status in statuses.items():
        if kind in faults:
            return Answer(body=f"<html><body><h1>{status}</h1></body></html>".encode(), status=status)
    if "elsewhere" in faults:
        return Answer(body=b"", status=302, location=faults["elsewhere"].what)
    return Answer(body=LOGIN) if "login" in faults else None


def _mislabelled(answer: Answer) -> Answer:
    """The same bytes under the name of another charset."""
    kind, _, charset = answer.content_type.partition("; charset=")
    wrong = "utf-8" if "8859" in charset else "iso-8859-1"
    return Answer(
        body=answer.body, content_type=f"{kind}; charset={wrong}", status=answer.status, location=answer.location
    )
