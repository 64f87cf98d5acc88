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
    while True:
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            break
        except FileExistsError:
            if (holder := _holder(path)) is not None:
                raise InputError(f"{path}: expected no other run, found process {holder} at work") from None
            path.unlink(missing_ok=True)
        except OSError as e:
            raise InputError(f"{path}: expected a folder to write to, found: {e.strerror}") from e
    with os.fdopen(handle, "w") as file:
        file.write(str(os.getpid()))
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


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
