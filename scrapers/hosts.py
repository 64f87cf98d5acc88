"""Work for many hosts at once: the tasks of one host one after the other, the hosts side by side."""

from __future__ import annotations

import collections
import queue
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.errors import FetchError
from scrapers.address import Host, host_of

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[R]):
    """A finished task: what it gave, or the FetchError that ended it."""

    url: str
    result: R | None = None
    error: FetchError | None = None


class HostPool(Generic[R]):
    """Runs tasks in threads, at most one per host (scheme, name, port) at a time, in the order they were given.

    Iterating gives what is done, in the caller's thread, until nothing is left; tasks may be added meanwhile. The next
    task of a host starts when the caller has taken the result of the one before, so results do not pile up. An error
    that is no FetchError is a bug and is raised from the iteration. Leaving the `with` block drops what has not begun.
    """

    def __init__(self, workers: int = 32) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="host")
        self._waiting: dict[Host, collections.deque[tuple[str, Callable[[], R]]]] = {}
        self._done: queue.SimpleQueue[tuple[Host, Done[R] | BaseException]] = queue.SimpleQueue()
        self._left = 0

    def __enter__(self) -> HostPool[R]:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def add(self, url: str, work: Callable[[], R]) -> None:
        """Have `work` done when its turn comes among the tasks of the address's host. FetchError if it has none."""
        host = host_of(url)
        busy = host in self._waiting
        self._waiting.setdefault(host, collections.deque()).append((url, work))
        self._left += 1
        if not busy:
            self._start(host)

    def drop(self, url: str) -> int:
        """Forget the tasks of an address's host that have not begun, as when it is to be left alone; how many."""
        waiting = self._waiting.get(host_of(url), ())
        dropped = len(waiting)
        self._left -= dropped
        if isinstance(waiting, collections.deque):
            waiting.clear()
        return dropped

    def __iter__(self) -> Iterator[Done[R]]:
        while self._left:
            host, done = self._done.get()
            self._left -= 1
            if isinstance(done, BaseException):
                raise done
            yield done
            if self._waiting[host]:
                self._start(host)
            else:
                del self._waiting[host]

    def _start(self, host: Host) -> None:
        self._threads.submit(self._run, host, *self._waiting[host].popleft())

    def _run(self, host: Host, url: str, work: Callable[[], R]) -> None:
        try:
            done: Done[R] | BaseException = Done(url=url, result=work())
        except FetchError as e:
            done = Done(url=url, error=e)
        except BaseException as e:  # noqa: BLE001 - handed to the caller's thread, which raises it
            done = e
        self._done.put((host, done))
