"""What can go wrong with a simulated server, switched on per host."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

FaultKind = Literal[
    "slow",
    "too_many",
    "error",
    "forbidden",
    "truncated",
    "wrong_charset",
    "login",
    "duplicate",
    "endless",
    "changed_agenda",
    "moved_item",
    "dropped_item",
    "withdrawn",
    "vanished_month",
    "not_found",
    "elsewhere",
]
KINDS: tuple[FaultKind, ...] = get_args(FaultKind)


@dataclass(slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong.

    Those of answers (slow to login, not_found, elsewhere) hit addresses that `match` finds, robots.txt only where it is
    named there, and end after `times` answers. `seconds` is how slow "slow" is, and the Retry-After of "too_many".
    Those of contents need `what`: the number of the meeting ("changed_agenda": an item more; "moved_item": its last
    public item comes first; "dropped_item": it is gone), the id of the paper ("withdrawn"), the month as "2023-05"
    ("vanished_month"); "elsewhere" the address that it redirects to. A moved host is no fault of this list: see
    `Server.move`.
    """

    kind: FaultKind
    match: str = ""
    times: int | None = None
    seconds: float = 1.0
    what: str = ""
    hits: int = 0
    """How many answers it has hit."""

    def hit(self, address: str) -> bool:
        """Whether it hits the answer to this address; counts the hits."""
        spared = address.startswith("/robots.txt") and "robots" not in self.match
        if spared or (self.times is not None and self.hits >= self.times) or not re.search(self.match, address):
            return False
        self.hits += 1
        return True


def named(faults: Iterable[Fault], kind: FaultKind) -> frozenset[str]:
    """What the faults of a kind are about."""
    return frozenset(fault.what for fault in faults if fault.kind == kind)


LOGIN = (
    b'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Anmeldung</title></head><body><h1>'
    b"Anmeldung</h1>"
    b'<form method="post" action="login"><input type="text" name="user"><input type="password" name="pass">'
    b'<input type="submit" value="Anmelden"></form></body></html>'
)
"""What a login page sends, with status 200."""
