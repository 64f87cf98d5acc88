"""Patterns behind a guard find what they would find without it."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import extractors
from corpus.patterns import Guarded, folded, guarded, needed
from tests.linear import patterns

TEXTS = sorted((Path(__file__).parent / "rewritten").glob("*.txt"))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b\w*[Ss]tellen?\b", {"telle"}),
        (r"(?:fragt|bittet) (?:um|darum)", {"fragt", "bittet"}),
        (r"(?:Mittel|Mittelabruf|Abruf)", {"Mittel", "Abruf"}),
        (r"(?i)VZÄ|Stelle", {"vzä", "stelle"}),
        (r"[0-3]?\d\.[01]\d\.", {"\0digit"}),
        (r"(?<!nicht )besetzt(?! worden)", {"besetzt"}),
        (r"(?=.*Amt).*angesiedelt", {"angesiedelt"}),
        (r"§ ?\d", {"§"}),
        (r"(?:Frage)+n", {"Frage"}),
        (r"(?:Frage)?n", None),
        (r"der|die|das|\w+", None),
        (r"(?i:Frage)", None),
    ],
)
def test_needed_words_are_read_from_the_expression(pattern, words):
    assert needed(re.compile(pattern)) == words


def test_methods_find_what_the_plain_pattern_finds():
    pattern = guarded(r"\bStelle(n?)\b")
    for text in ("Die Stellen und eine Stelle.", "Kein Wort davon."):
        plain = re.compile(pattern.pattern)
        assert bool(pattern.search(text)) == bool(plain.search(text))
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain.finditer(text)]
        assert pattern.findall(text) == plain.findall(text)
        assert pattern.sub("X", text) == plain.sub("X", text)
        assert pattern.split(text) == plain.split(text)


def test_letters_that_ignorecase_takes_for_one_another_fold_to_one():
    every = [chr(c) for c in range(0x20, 0x3000)] + ["\u212a", "\u212b"]
    for letter in "abcdefghijklmnopqrstuvwxyzäöüßéàç":
        same = re.compile(letter, re.I)
        assert [c for c in every if same.fullmatch(c) and folded(letter) not in folded(f"x{c}x")] == []


def test_no_guard_holds_back_a_match():
    found: dict[tuple[str, int], re.Pattern[str]] = {}
    for info in pkgutil.iter_modules(extractors.__path__):
        module = importlib.import_module(f"extractors.{info.name}")
        for pattern in (p for value in vars(module).values() for p in patterns(value)):
            found[pattern.pattern, pattern.flags] = pattern
    assert len(found) > 300
    lines = {line for path in TEXTS for line in path.read_text("utf-8").splitlines() if line.strip()}
    for plain in found.values():
        guard = Guarded(plain)
        assert [line for line in lines if plain.search(line) and not guard.search(line)] == []
