"""How hosts are treated: pace, back-off, and when one is left alone.

All state is kept per host (scheme, name, port), with one request under way at a time. Waiting uses a clock that tests
replace; pauses are in seconds of the wall clock, so that they can outlive a run (`Politeness.pauses`).
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import email.utils
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from corpus.errors import FetchError
from scrapers.address import Host


class Unanswered(FetchError):
    """There was no good answer, as often as was tried: 429, 5xx, a broken answer or none."""


class HostPaused(FetchError):
    """The host is to be left alone until `until` (seconds since 1970); none of its addresses is asked for before."""

    def __init__(self, url: str, status: int | None, why: str, until: float) -> None:
        moment = dt.datetime.fromtimestamp(until, dt.UTC).isoformat(timespec="seconds")
        super().__init__(url, status, f"{why}; the host is left alone until {moment}")
        self.reason, self.until = why, until


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Where time comes from: `now` for intervals, `wall` for moments that outlive a run, `sleep` to wait. Seconds."""

    now: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Limits of politeness, in seconds unless said otherwise."""

    delay: float = 1.0
    """From the start of one request to the start of the next at one host; a longer Crawl-delay wins."""
    retries: int = 3
    """How often a request is repeated after 429, 5xx, a broken answer or none."""
    back_off: float = 2.0
    """Wait before the first repetition; doubled each time, then varied by half either way."""
    longest_wait: float = 120.0
    """No single wait for a repetition is longer; a host that asks for more (Retry-After) is paused."""
    breaker_after: int = 5
    """So many addresses in a row without an answer pause the host."""
    breaker_pause: float = 300.0
    """First pause after that; doubled if the next try fails too."""
    refused_pause: float = 900.0
    """First pause after 403; doubled with each 403 that follows without a good answer between."""
    longest_pause: float = 7 * 86400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """What is to be remembered of a host between two runs."""

    until: float = 0.0
    """Seconds since 1970 until which the host is left alone."""
    refusals: int = 0
    """403s since the last good answer."""
    trips: int = 0
    """Pauses for want of an answer since the last good one."""


@dataclass(slots=True)
class _State:
    lock: threading.RLock = field(default_factory=threading.RLock)
    free_at: float = 0.0
    delay: float = 0.0
    failures: int = 0
    pause: Pause = field(default_factory=Pause)


class Politeness:
    """Keeps the manners of all hosts; safe to use from several threads."""

    def __init__(
        self,
        manners: Manners,
        clock: Clock,
        pauses: Mapping[Host, Pause] | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.manners, self.clock, self._jitter = manners, clock, jitter
        self._guard = threading.Lock()
        self._hosts = {host: _State(pause=pause) for host, pause in (pauses or {}).items()}

    def pauses(self) -> dict[Host, Pause]:
        """What a later run has to know: pauses and counters that are not at rest."""
        with self._guard:
            return {host: state.pause for host, state in self._hosts.items() if state.pause != Pause()}

    def slow_down(self, host: Host, seconds: float | None) -> None:
        """Take over the Crawl-delay that a host's robots.txt asks for."""
        self._state(host).delay = seconds or 0.0

    @contextlib.contextmanager
    def turn(self, host: Host, url: str) -> Iterator[None]:
        """Wait for the host's next free moment and hold the host meanwhile. HostPaused if it is to be left alone."""
        state = self._state(host)
        with state.lock:
            self.look(host, url)
            if (wait := state.free_at - self.clock.now()) > 0:
                self.clock.sleep(wait)
            state.free_at = self.clock.now() + max(self.manners.delay, state.delay)
            yield

    def look(self, host: Host, url: str) -> None:
        """HostPaused if the host is to be left alone now."""
        pause = self._state(host).pause
        if pause.until > self.clock.wall():
            raise HostPaused(url, None, "not asked", pause.until)

    def answered(self, host: Host) -> None:
        """The host gave a good answer: all counters start anew."""
        state = self._state(host)
        with state.lock:
            state.failures, state.pause = 0, Pause()

    def refused(self, host: Host, url: str) -> HostPaused:
        """The host answered 403: pause it, longer each time. Gives the error to raise."""
        state = self._state(host)
        with state.lock:
            seconds = self.manners.refused_pause * 2.0 ** min(state.pause.refusals, 30)
            more = dataclasses.replace(state.pause, refusals=state.pause.refusals + 1)
            return self._pause(host, url, 403, "refused", seconds, more)

    def wait_before_retry(self, host: Host, url: str, status: int | None, tried: int, asked: float | None) -> None:
        """Put off the host's next request after the `tried`-th failure (from 1) of one address.

        Waits at least what Retry-After asks for (`asked`); HostPaused if that is longer than the longest wait.
        """
        if asked is not None and asked > self.manners.longest_wait:
            with (state := self._state(host)).lock:
                raise self._pause(host, url, status, f"asks to wait {asked:.0f} s", asked, state.pause)
        wait = self.manners.back_off * 2.0 ** (tried - 1) * (0.5 + self._jitter())
        state = self._state(host)
        with state.lock:
            later = self.clock.now() + max(min(wait, self.manners.longest_wait), asked or 0.0)
            state.free_at = max(state.free_at, later)

    def gave_up(self, host: Host, url: str, status: int | None, why: str) -> FetchError:
        """An address failed for good: count it, and pause the host after too many in a row. Gives the error to raise.

        While a host is on trial after such a pause, the first failure pauses it again.
        """
        state = self._state(host)
        with state.lock:
            state.failures += 1
            if state.failures < self.manners.breaker_after and not state.pause.trips:
                return Unanswered(url, status, why)
            seconds = self.manners.breaker_pause * 2.0 ** min(state.pause.trips, 30)
            more = dataclasses.replace(state.pause, trips=state.pause.trips + 1)
            return self._pause(host, url, status, why, seconds, more)

    def _pause(self, host: Host, url: str, status: int | None, why: str, seconds: float, more: Pause) -> HostPaused:
        until = self.clock.wall() + min(seconds, self.manners.longest_pause)
        self._state(host).pause = dataclasses.replace(more, until=max(until, more.until))
        return HostPaused(url, status, why, until)

    def _state(self, host: Host) -> _State:
        with self._guard:
            return self._hosts.setdefault(host, _State())


def retry_after(value: str | None, wall: float) -> float | None:
    """Seconds from `wall` (seconds since 1970) that a Retry-After header asks for (RFC 9110 10.2.3), None without one.

    Either whole seconds or an HTTP date; a date in the past is 0. Anything else counts as no header.
    """
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:12])
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return max(0.0, moment.timestamp() - wall)
