"""What may be asked for: robots.txt and tdmrep.json of each host, got once and kept for a day (RFC 9309 2.4)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from scrapers import robots
from scrapers.address import Host, host_of
from scrapers.polite import Clock, HostPaused, Politeness, Unanswered

KEPT = 86400.0
"""Seconds for which an answer counts."""
KEPT_UNREACHABLE = 600.0
"""Seconds for which an unreachable robots.txt forbids everything before it is asked for again."""

Ask = Callable[[str], tuple[int, bytes]]
"""Gets a file without asking for permission: status and, if it is 200, body. Unanswered if there is no good answer."""


@dataclass(frozen=True, slots=True)
class _Said:
    rules: robots.Rules
    reserved: bytes
    """The host's tdmrep.json, empty if it has none."""
    until: float
    unreachable: HostPaused | None = None


class Permits:
    """Answers whether an address may be asked for. `ask` gets the two files; safe to use from several threads."""

    def __init__(self, token: str, ask: Ask, polite: Politeness, clock: Clock) -> None:
        self._token, self._ask, self._polite, self._clock = token, ask, polite, clock
        self._guard = threading.Lock()
        self._locks: dict[Host, threading.Lock] = {}
        self._said: dict[Host, _Said] = {}

    def refusal(self, url: str) -> str | None:
        """Why the address must not be asked for, None if it may be. May ask the host for its two files first.

        Raises HostPaused if the host is to be left alone, also because its robots.txt cannot be had, and FetchError
        if its address must not be connected to.
        """
        said = self._of(host_of(url))
        if said.unreachable:
            raise HostPaused(url, said.unreachable.status, said.unreachable.reason, said.unreachable.until)
        if not said.rules.allow(url):
            return "robots.txt forbids it"
        if said.reserved and robots.reserved_by_file(said.reserved, url):
            return "text and data mining is reserved (tdmrep.json)"
        return None

    def _of(self, host: Host) -> _Said:
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            said = self._said.get(host)
            if said is None or said.until <= self._clock.now():
                said = self._said[host] = self._load(host)
                self._polite.slow_down(host, said.rules.crawl_delay)
            return said

    def _load(self, host: Host) -> _Said:
        """4xx means that there are no rules (2.3.1.3); 5xx, 429 and no answer that nothing is allowed (2.3.1.4)."""
        try:
            status, raw = self._ask(f"{host}/robots.txt")
        except Unanswered as e:
            why = f"robots.txt cannot be had, so nothing may be asked for (RFC 9309 2.3.1.4): {e.why}"
            pause = HostPaused(e.url, e.status, why, self._clock.wall() + KEPT_UNREACHABLE)
            return _Said(robots.EVERYTHING, b"", self._clock.now() + KEPT_UNREACHABLE, pause)
        rules = robots.parse(raw, self._token) if status == 200 else robots.NOTHING
        self._polite.slow_down(host, rules.crawl_delay)
        return _Said(rules, self._reservations(host, rules), self._clock.now() + KEPT)

    def _reservations(self, host: Host, rules: robots.Rules) -> bytes:
        """The host's tdmrep.json, if robots.txt lets it be asked for. Failing to have it reserves nothing."""
        url = f"{host}/.well-known/tdmrep.json"
        if not rules.allow(url):
            return b""
        try:
            status, raw = self._ask(url)
        except Unanswered:
            return b""
        return raw if status == 200 else b""
