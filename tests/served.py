"""Reading served pages of simulated councils, and comparing what they give with what the world knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from corpus.model import Vote
from pipeline.readers import read_file
from pipeline.simulation.server import Server
from pipeline.simulation.servers.base import Answer, Request
from scrapers import vendors
from scrapers.page import Page, PageReading

R = TypeVar("R")


def ask(server: Server, path: str, *, session: str = "S1", serial: int = 1, ajax: bool = False) -> Answer:
    """The server's answer to an address below its root, without a network."""
    from urllib.parse import parse_qsl, unquote, urlsplit

    parts = urlsplit("/" + path.lstrip("/"))
    answer = server.answer(
        Request(
            path=unquote(parts.path),
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            base=server.root,
            session=session,
            known=True,
            serial=serial,
            ajax=ajax,
        )
    )
    assert answer is not None, path
    return answer


def page(server: Server, path: str, *, ajax: bool = False) -> Page:
    """A served page, ready to be read."""
    reading = read_file(ask(server, path, ajax=ajax).body, path)
    return Page(reading.document, reading.html, server.root + path.lstrip("/"), json=reading.json)


def read(server: Server, path: str, *, ajax: bool = False) -> PageReading:
    """What any product's reader finds on a served page; it must be the server's own product."""
    found = vendors.read(page(server, path, ajax=ajax))
    assert found is not None, f"{path}: no product knows it"
    assert found.vendor == server.product.name, path
    return found


def records(reading: PageReading, kind: type[R]) -> list[R]:
    """The records of a kind, in page order."""
    return [row.record for row in reading.rows if isinstance(row.record, kind)]


def plain(value: Any) -> Any:
    """A value as it is compared: blank runs folded, nothing like an empty text."""
    if isinstance(value, str):
        return re.sub(r"\s+", " ", value).strip() or None
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value


def same(read: Sequence[Any], true: Sequence[Any], fields: str) -> None:
    """As many records as there truly are, and the same values in these fields."""
    names = fields.split()
    found = [tuple(plain(getattr(r, n)) for n in names) for r in read]
    expected = [tuple(plain(getattr(r, n)) for n in names) for r in true]
    for one, other in zip(found, expected, strict=False):
        assert dict(zip(names, one, strict=True)) == dict(zip(names, other, strict=True))
    assert len(found) == len(expected)


def counted(votes: Iterable[Vote]) -> list[tuple[Any, ...]]:
    """Votes by what they count."""
    return [(v.yes, v.no, v.abstentions) for v in votes if (v.yes, v.no, v.abstentions) != (None, None, None)]
