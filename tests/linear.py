"""Whether the patterns of a module stay linear: each is run over long repetitive texts."""

import re
import time
from collections.abc import Iterable, Iterator
from types import ModuleType

from corpus.patterns import Guarded

LENGTH = 100_000
SECONDS = 2.0
COMMON = ("a", "aA", "e ", "1", "1 ", "1, ", "und ", "(", "(a", ", ", "- ", "\n", " ", "„", "A-", "a.b.")


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    """Every compiled pattern in a value: itself, or within tuples, lists and dictionaries."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Guarded):
        yield value.compiled
    elif isinstance(value, tuple | list):
        for item in value:
            yield from patterns(item)
    elif isinstance(value, dict):
        yield from patterns(list(value.values()))


def slow(module: ModuleType, pieces: Iterable[str]) -> list[str]:
    """Patterns at the top of the module that need too long for 100,000 characters, with the text that shows it."""
    found = []
    every = {p.pattern: p for name, v in vars(module).items() if not name.startswith("__") for p in patterns(v)}
    for pattern in every.values():
        for piece in (*COMMON, *pieces):
            text = piece * (LENGTH // len(piece))
            begin = time.process_time()
            for _ in pattern.finditer(text):
                pass
            if time.process_time() - begin > SECONDS:
                found.append(f"{pattern.pattern[:80]} on {piece!r}")
    return found
