"""Bodies off the wire: unpacked under a limit, and a watch that ends an answer when its time is up."""

from __future__ import annotations

import contextlib
import socket
import threading
import zlib
from collections.abc import Iterable, Iterator
from types import TracebackType

_GZIP = 16 + zlib.MAX_WBITS
_running = threading.local()


class TooLarge(Exception):
    """A body is larger than the limit."""


class Truncated(Exception):
    """A packed body ends before its end, or is no such body."""


def gather(chunks: Iterable[bytes], coding: str, limit: int) -> bytes:
    """A body of at most `limit` bytes, both as sent and unpacked, from its pieces.

    `coding` is the Content-Encoding, "" or "gzip"; no other is asked for. Raises TooLarge as soon as the limit is
    passed, so that a small packed body cannot fill the memory, and Truncated for a packed body that is not whole.
    """
    if coding in ("gzip", "x-gzip"):
        chunks = _unpacked(_limited(chunks, limit), limit)
    elif coding not in ("", "identity"):
        raise Truncated(f"a body packed as {coding[:40]!r}, which was not asked for")
    return b"".join(_limited(chunks, limit))


def _limited(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise TooLarge
        yield chunk


def _unpacked(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Gzip members one after the other (RFC 1952 2.2), never more than `limit` + 1 bytes at once."""
    unpack = zlib.decompressobj(_GZIP)
    begun = False
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpack.eof:
                unpack = zlib.decompressobj(_GZIP)
            begun = True
            try:
                yield unpack.decompress(rest, limit + 1)
            except zlib.error as e:
                raise Truncated(f"a broken gzip body: {e}") from e
            rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
    if begun and not unpack.eof:
        raise Truncated("a gzip body that ends too early")


class Watch:
    """Ends the one exchange of this thread after some seconds, whatever the server sends meanwhile.

    Socket time limits start anew with each byte, so a server that sends one byte now and then would hold a thread for
    ever. When the time is up the watch shuts the socket down, which ends any read, and `over` says so.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._sock: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Watch:
        _running.watch = self
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        _running.watch = None

    def _end(self) -> None:
        self.over = True
        if self._sock is not None:
            with contextlib.suppress(OSError):  # it is closed already
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)  # not SSLSocket's, which breaks a read under way

    @staticmethod
    def over_socket(sock: socket.socket | None) -> None:
        """Put this thread's watch, if there is one, over a socket. TimeoutError if its time is up already."""
        watch: Watch | None = getattr(_running, "watch", None)
        if watch is not None:
            watch._sock = sock
            if watch.over:
                raise TimeoutError("the time for this answer is up")
