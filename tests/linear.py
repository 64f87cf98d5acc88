"""Whether patterns stay linear: each is run over long repetitive texts, made from its own repeated parts."""

from __future__ import annotations

import concurrent.futures
import dataclasses
import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

from corpus.patterns import Guarded

LENGTH = 100_000
SECONDS = 2.0
COMMON = ("a", "aA", "e ", "1", "1 ", "1, ", "und ", "(", "(a", ", ", "- ", "\n", " ", "„", "A-", "a.b.", "Aa ", "1.",
          ".", "z.B. ", "a\n", "\t", "§ 1 ")  # fmt: skip
QUICK = 3e-7
"""Seconds a character: what is quicker at some length is no danger at that length, and is not tried at greater ones."""
SLOWEST = 1e-4
"""Seconds a character: what is slower is too slow, whether it grows or not."""
PACKAGES = ("extractors", "scrapers", "corpus")
FLOOR = 0.03
"""Seconds of processor time below which growth says nothing."""

_parser = importlib.import_module("re._parser")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    """Every compiled pattern in a value: itself, or within tuples, lists, dictionaries and dataclasses."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Guarded):
        yield value.compiled
    elif isinstance(value, tuple | list):
        for item in value:
            yield from patterns(item)
    elif isinstance(value, dict):
        yield from patterns(list(value.values()))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from patterns([getattr(value, field.name) for field in dataclasses.fields(value)])


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


def modules(*packages: str) -> Iterator[ModuleType]:
    """Every module of these packages."""
    for package in packages:
        top = importlib.import_module(package)
        for info in pkgutil.walk_packages(top.__path__, f"{package}."):
            yield importlib.import_module(info.name)


def searched(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """The patterns at the top of a module: name, pattern, and whether it is tried at every place of a text."""
    source = inspect.getsource(module)
    for name, value in vars(module).items():
        if name.startswith("__"):
            continue
        used = re.findall(rf"\b{name}\.(\w+)", source)
        anchored = bool(used) and set(used) <= {"match", "fullmatch", "pattern"}
        for pattern in patterns(value):
            yield name, pattern, not anchored


def attacks(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    """Beginnings and pieces to repeat behind them: the pattern's own repeated parts, behind what leads to them."""
    found: set[tuple[str, str]] = set()

    def sample(items: Iterable[tuple[Any, Any]], before: str) -> str:
        text = ""
        for op, value in items:
            text += part(str(op), value, before + text)
        return text

    def part(op: str, value: Any, before: str) -> str:
        if op == "LITERAL":
            return chr(value)
        if op == "IN":
            return _member(value, 0)
        if op in ("ANY", "NOT_LITERAL"):
            return "a"
        if op in _REPEATS:
            least, most, inner = value
            piece = sample(inner, before)
            if most > 20:
                inside = list(inner)
                found.update((before, p) for p in (piece, *_others(inside)) if p)
                found.update(("", before[-12:] + p) for p in (piece, piece * 3) if p)
            return piece * min(max(int(least), 1), 3)
        if op == "SUBPATTERN":
            return sample(value[3], before)
        if op == "ATOMIC_GROUP":
            return sample(value, before)
        if op == "BRANCH":
            texts = [sample(branch, before) for branch in value[1]]
            return max(texts[:6], key=len)
        return ""

    whole = sample(_parser.parse(pattern.pattern, pattern.flags), "")
    return found | {("", whole or "a"), *(("", piece) for piece in COMMON)}


def _others(inner: list[tuple[Any, Any]]) -> list[str]:
    """Other characters that a repeated set takes."""
    if len(inner) != 1 or str(inner[0][0]) not in ("IN", "ANY", "NOT_LITERAL"):
        return []
    return [_member(inner[0][1], i) for i in (1, 2)] if str(inner[0][0]) == "IN" else [" ", "1"]


def _member(members: list[tuple[Any, Any]], turn: int) -> str:
    """A character that a set takes."""
    named = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_SPACE": "a"}
    ops = [(str(op), value) for op, value in members]
    if ops[0][0] == "NEGATE":
        taken = re.compile("[" + "".join(re.escape(chr(v)) for op, v in ops if op == "LITERAL") + "\0]")
        free = [c for c in "a 1A-b\n" if not taken.match(c)]
        return str(free[turn % len(free)]) if free else "a"
    op, value = ops[turn % len(ops)]
    if op == "LITERAL":
        return chr(value)
    return str(chr(value[0])) if op == "RANGE" else named.get(str(value), "a")


def superlinear(pattern: re.Pattern[str], everywhere: bool, lengths: Sequence[int]) -> str | None:
    """The text, if there is one, on which time grows faster than length from the first of these to the last."""
    for before, piece in sorted(attacks(pattern)):
        for length in (20, 26, 32):  # what takes exponential time would never end on longer texts
            short = _seconds(pattern, before + piece * (length // len(piece)) + "\x01", everywhere)
            if short > FLOOR:
                return f"{before[-40:]!r} + n * {piece[:40]!r}: {short:.3f} s for {length} characters"
        times: list[float] = []
        for length in lengths:
            text = before + piece * (length // len(piece)) + "\x01"
            times.append(_seconds(pattern, text, everywhere))
            if times[-1] < QUICK * length:
                break
            fair = max(FLOOR, 2 * times[0] * length / lengths[0]) if length == lengths[-1] else SLOWEST * length
            if times[-1] > fair and min(_seconds(pattern, text, everywhere) for _ in range(2)) > fair:  # no hiccup
                return f"{before[-40:]!r} + n * {piece[:40]!r}: {', '.join(f'{t:.3f}' for t in times)} s"
    return None


def _seconds(pattern: re.Pattern[str], text: str, everywhere: bool) -> float:
    begin = time.process_time()
    if everywhere:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
    return time.process_time() - begin


def grows_in(module: str, lengths: Sequence[int]) -> dict[tuple[str, int, bool], str | None]:
    """Each pattern at the top of a module, with the text, if there is one, on which time grows faster than length."""
    found: dict[tuple[str, int, bool], str | None] = {}
    for name, pattern, everywhere in searched(importlib.import_module(module)):
        key = (pattern.pattern, pattern.flags, everywhere)
        if key not in found:
            shown = superlinear(pattern, everywhere, lengths)
            found[key] = shown and f"{module}.{name}: {shown}"
    return found


def fuzz() -> int:
    """Every pattern on a megabyte, in two processes; says module by module what it found."""
    names = [module.__name__ for module in modules(*PACKAGES)]
    number, bad = 0, 0
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        runs = {pool.submit(grows_in, name, (64_000, 1_024_000)): name for name in names}
        for run in concurrent.futures.as_completed(runs):
            shown = [text for text in run.result().values() if text]
            number, bad = number + len(run.result()), bad + len(shown)
            if run.result():
                print(runs[run], len(run.result()), "patterns", *shown, sep="\n  " if shown else " ", flush=True)
    print(f"{number} patterns, {bad} slower than their text grows")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(fuzz())
