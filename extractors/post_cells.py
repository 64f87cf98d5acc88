"""Cells that tell in words what the numbers of posts beside them are: "besetzt", "1,5 besetzt, 0,5 ausgeschrieben"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.patterns import guarded
from extractors import post_state_words as states
from extractors.numbers import Number, plain_value
from extractors.post_numbers import Post
from extractors.tables import Row, Table

_STATE_HEAD = guarded(
    r"(?i)stand\b|status|zustand|besetzung|verfahren|bemerkung|anmerkung|hinweis|erläuterung|sachstand"
)
_PIECE = guarded(r"(?<![\w.,/])(?P<number>\d{1,2}(?:,\d{1,2})?)\s(?:VZÄ\s|VK\s|Stellen?\s)?(?P<told>[^\d,;]{4,60})")
"""A part told in words in a cell: "1,5 besetzt, 0,5 durch Aufstockung"."""


def with_state(table: Table, row: Row, posts: Sequence[Post]) -> Iterator[Post]:
    """The posts of a row with the state that a cell beside them tells, and the parts that it counts."""
    cell = next(
        (c for c in row.cells if _STATE_HEAD.search(table.head_of(c)) and re.search(r"[^\W\d]{4}", c.text)), None
    )
    if cell is None or not posts:
        yield from posts
        return
    low = cell.start - row.start
    pieces = [m for m in _PIECE.finditer(cell.text) if states.state_in(m["told"])]
    status = None if pieces else states.state_in(cell.text)
    for post in posts:
        whole = (0, cell.end - row.start) if cell.end - row.start > post.end else post.clause
        yield replace(post, status=status, clause=whole) if status else replace(post, status=None) if pieces else post
    for m in pieces:
        number = Number(start=low + m.start("number"), end=low + m.end("number"), value=plain_value(m["number"]))
        place = (low + m.start(), low + m.start() + len(m.group().rstrip()))
        told = states.state_in(m["told"])
        yield replace(posts[0], start=number.start, end=number.end, number=number, status=told, clause=place)
