"""Patterns that are tried only on texts that hold a word which every match of them needs.

Most rules find nothing in most sentences. To look for a fixed word takes a small part of the time of an expression that
is tried at every place, so `guarded` reads from the expression itself which words its matches need. What a search
finds is the same; an expression for which no such word is sure is simply run.
"""

from __future__ import annotations

import functools
import importlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_parser = importlib.import_module("re._parser")  # no public name leads to how the standard library reads a pattern
_ops = importlib.import_module("re._constants")

_MANY = 24
"""To look for more words than this takes as long as the expression itself."""
_SMALL = 400
"""Characters: to look for a word in a whole text takes longer than to run an expression on so small a part of it."""
_DIGIT = "\0digit"
"""Stands for any digit among the words."""
_DIGITS = re.compile(r"\d")
_FOLDS = str.maketrans({"ſ": "s", "ı": "i", "\u0307": None, "ς": "σ", "ẞ": "ß"})
"""Letters that an expression without case takes for one another although `str.lower` keeps them apart."""

Words = frozenset[str]


class Guarded:
    """A compiled pattern behind a guard, with the methods of re.Pattern that rules use."""

    __slots__ = ("_digit", "_fold", "_search", "_words", "compiled", "fullmatch", "match", "pattern")

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled, self.pattern = compiled, compiled.pattern
        self.match, self.fullmatch, self._search = compiled.match, compiled.fullmatch, compiled.search
        self._fold = bool(compiled.flags & re.IGNORECASE)
        self._words: tuple[str, ...] | None = None  # read on first use: a program's start should not wait for it
        self._digit = False

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As re.Pattern.search."""
        if ((pos or endpos != sys.maxsize) and _is_small(text, pos, endpos)) or self.may_match(text):
            return self._search(text, pos, endpos)
        return None

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As re.Pattern.finditer."""
        if ((pos or endpos != sys.maxsize) and _is_small(text, pos, endpos)) or self.may_match(text):
            return self.compiled.finditer(text, pos, endpos)
        return iter(())

    def findall(self, text: str) -> list[Any]:
        """As re.Pattern.findall."""
        return self.compiled.findall(text) if self.may_match(text) else []

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As re.Pattern.sub."""
        return self.compiled.sub(new, text, count) if self.may_match(text) else text

    def split(self, text: str) -> list[str | Any]:
        """As re.Pattern.split."""
        return self.compiled.split(text) if self.may_match(text) else [text]

    def may_match(self, text: str) -> bool:
        """Whether the text holds one of the words that a match needs. False for a text is False for all its parts."""
        words = self._words
        if words is None:
            words = self._read()
        if words:
            if self._fold:
                text = folded(text)
            for word in words:  # a loop: a generator takes longer than the search for most words
                if word in text:
                    return True
            return self._digit and _DIGITS.search(text) is not None
        return not self._digit or _DIGITS.search(text) is not None

    def _read(self) -> tuple[str, ...]:
        words = needed(self.compiled) or frozenset()
        self._digit = _DIGIT in words
        self._words = tuple(sorted(words - {_DIGIT}, key=lambda word: (len(word), word)))
        return self._words


def _is_small(text: str, pos: int, endpos: int) -> bool:
    """Whether a range is a small part of a text."""
    return min(endpos, len(text)) - pos < _SMALL < len(text)


class AnyOf:
    """One guard for several patterns: most texts hold no word of any, and one search tells so."""

    __slots__ = ("_patterns", "_words")

    def __init__(self, patterns: Iterable[Guarded]) -> None:
        self._patterns = tuple(patterns)
        self._words: re.Pattern[str] | None = None  # read on first use, as those of a single pattern

    def may_match(self, text: str) -> bool:
        """Whether the text holds a word that a match of any of the patterns needs."""
        words = self._words
        if words is None:
            words = self._words = self._read()
        return words.search(folded(text)) is not None

    def _read(self) -> re.Pattern[str]:
        every = [needed(pattern.compiled) or frozenset({""}) for pattern in self._patterns]
        words = _least(frozenset(word if word == _DIGIT else folded(word) for words in every for word in words))
        return re.compile("|".join(r"\d" if word == _DIGIT else re.escape(word) for word in sorted(words)))


@functools.lru_cache(maxsize=4096)
def guarded(pattern: str, flags: int = 0) -> Guarded:
    """The pattern, compiled, behind a guard."""
    return Guarded(re.compile(pattern, flags))


@functools.lru_cache(maxsize=8)  # several expressions are tried on one text
def folded(text: str) -> str:
    """The text in lower case, with one letter for those that an expression without case takes for one another."""
    text = text.lower()
    return text if text.isascii() else text.translate(_FOLDS)


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text holds one of the words: for many words faster than an expression of them."""
    return any(map(text.__contains__, words))


def needed(compiled: re.Pattern[str]) -> Words | None:
    """Words of which every match holds or looks at one, folded for a pattern without case; None if none are sure."""
    if compiled.flags & (re.LOCALE | re.ASCII):
        return None
    words = _sequence(_parser.parse(compiled.pattern, compiled.flags), bool(compiled.flags & re.IGNORECASE))
    return None if words is None or len(words) > _MANY else words


def _sequence(items: Iterable[tuple[Any, Any]], fold: bool) -> Words | None:
    """The best words of parts that stand one after another: each part is needed, so the words of any part will do."""
    found: list[Words] = []
    run: list[str] = []
    for op, value in [*items, (_ops.ANY, None)]:
        if op is _ops.LITERAL:
            run.append(chr(value))
        elif op not in (_ops.AT, _ops.ASSERT_NOT):  # these take no place and need no word
            if run:
                found.append(frozenset({folded("".join(run)) if fold else "".join(run)}))
            run = []
            read = _PARTS.get(op)
            if read and (words := read(value, fold)):
                found.append(words)
    usable = [words for words in map(_least, found) if all(map(_tells, words))]
    return min(usable, key=_cost, default=None)


def _least(words: Words) -> Words:
    """Without words that hold another of them."""
    return frozenset(w for w in words if not any(o in w for o in words if o != w))


def _tells(word: str) -> bool:
    """Whether a word is worth a look: three letters, two capital ones, or a sign that is not in every sentence."""
    return (
        len(word) > 2
        or (len(word) == 2 and word.isupper())
        or any(not c.isalnum() and c not in " ,.\n-_/:()" for c in word)
    )


def _cost(words: Words) -> tuple[bool, float]:
    """Low for what is looked for quickly and mostly in vain: few and long words, digits last."""
    return _DIGIT in words, len(words) - min(map(len, words)) / 4


def _repeat(value: tuple[int, int, Any], fold: bool) -> Words | None:
    least, _, part = value
    return _sequence(part, fold) if least else None


def _group(value: tuple[int | None, int, int, Any], fold: bool) -> Words | None:
    _, added, removed, part = value
    return None if (added | removed) & re.IGNORECASE else _sequence(part, fold)


def _branch(value: tuple[None, list[Any]], fold: bool) -> Words | None:
    each = [_sequence(part, fold) for part in value[1]]
    return frozenset().union(*(words for words in each if words)) if all(each) else None


def _set(value: list[tuple[Any, Any]], fold: bool) -> Words | None:
    """A set of digits, or of a few signs."""
    if all(map(_is_digits, value)):
        return frozenset({_DIGIT})
    if not fold and all(op is _ops.LITERAL for op, _ in value):
        return frozenset(chr(place) for _, place in value)
    return None


def _is_digits(member: tuple[Any, Any]) -> bool:
    op, value = member
    if op is _ops.CATEGORY:
        return value is _ops.CATEGORY_DIGIT
    low, high = value if op is _ops.RANGE else (value, value) if op is _ops.LITERAL else (0, 0)
    return ord("0") <= low <= high <= ord("9")


_PARTS: dict[Any, Callable[[Any, bool], Words | None]] = {
    _ops.MAX_REPEAT: _repeat,
    _ops.MIN_REPEAT: _repeat,
    _ops.POSSESSIVE_REPEAT: _repeat,
    _ops.SUBPATTERN: _group,
    _ops.BRANCH: _branch,
    _ops.IN: _set,
    _ops.ASSERT: lambda value, fold: _sequence(value[1], fold),
    _ops.ATOMIC_GROUP: _sequence,
}
