"""One crawl at a time for one corpus: a lock file with the number of the process, taken over from a dead one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import InputError


@contextlib.contextmanager
def locked(corpus: Path) -> Iterator[None]:
    """Hold the lock of a corpus. InputError if a process that still runs holds it; a dead one's lock is taken over."""
    path = corpus.with_name(corpus.name + ".lock")
    own = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        own.write_text(str(os.getpid()), "utf-8")  # complete before anybody can see it under the lock's name
        while not _linked(own, path):
            if (holder := _holder(path)) is not None:
                raise InputError(f"{path}: expected no other run, found process {holder} at work")
            path.unlink(missing_ok=True)
    except OSError as e:
        raise InputError(f"{path}: expected a folder to write to, found: {e.strerror}") from e
    finally:
        own.unlink(missing_ok=True)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _linked(own: Path, path: Path) -> bool:
    try:
        path.hardlink_to(own)
    except FileExistsError:
        return False
    return True


def _holder(path: Path) -> int | None:
    """The process that holds a lock, None if it is gone."""
    try:
        pid = int(path.read_text("utf-8"))
        os.kill(pid, 0)
    except (ValueError, FileNotFoundError, ProcessLookupError):
        return None
    except PermissionError:  # it runs, as somebody else
        return pid
    return pid
