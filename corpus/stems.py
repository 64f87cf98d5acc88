"""Words as the full text table holds them: German stems (Snowball), cut words joined, shortened compounds whole."""

from __future__ import annotations

import functools
import re
import threading
import unicodedata
from collections.abc import Iterator

import Stemmer

from corpus.evidence import Span

_JOINT = r"\u00ad\s*|(?<=[a-zäöüß])-\r?\n(?=[a-zäöüß])"
_CUT = re.compile(_JOINT)
_WORD = re.compile(r"[^\W_]+")
_PRINTED = re.compile(rf"[^\W_]+(?:(?:{_JOINT})[^\W_]+)*")
_SHORTENED = re.compile(r"\b([A-ZÄÖÜ]\w{2,30})-,? (?:und|oder|sowie|bzw\.|/|&) (?:\w{1,12} )?([A-ZÄÖÜ]\w{5,40})\b")
_LOCAL = threading.local()


@functools.lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem of one word, lower case, ß as ss; a number stays itself."""
    if not hasattr(_LOCAL, "stemmer"):
        _LOCAL.stemmer = Stemmer.Stemmer("german")
    plain = word.casefold().replace("ß", "ss")
    return str(_LOCAL.stemmer.stemWord(plain))


def bare(word: str) -> str:
    """A word without accents and umlaut dots, as the table's tokenizer compares it."""
    plain = unicodedata.normalize("NFD", word.casefold().replace("ß", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The words of a text; an underscore ends one, as any other sign."""
    return _WORD.findall(text)


def index_text(text: str) -> str:
    """The stems of a text, as the full text table holds them. Soft hyphens and cut words are joined first."""
    joined = _CUT.sub("", text)
    stems = [stem(w) for w in words(joined)]
    return " ".join([*stems, *(stem(w) for _, w in shortened(joined))])


def printed_words(text: str) -> Iterator[tuple[Span, str]]:
    """The place of every word of a text, and its stem without accents; a word cut by a hyphen is one."""
    for match in _PRINTED.finditer(text):
        yield match.span(), bare(stem(_CUT.sub("", match.group())))


def shortened(text: str) -> Iterator[tuple[Span, str]]:
    """Words that a text only shortens: "Ausländer- und Einbürgerungsbehörde" also says "Ausländerbehörde".

    Which end of the second word the first one lacks is not known, so each that may be a word is given; the wrong ones
    are no words, which nobody looks for. The place is that of the whole expression.
    """
    for match in _SHORTENED.finditer(text):
        first, second = match[1], match[2]
        yield from ((match.span(), first + second[i:]) for i in range(3, len(second) - 2))
