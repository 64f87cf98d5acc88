"""The one home of spaCy: sentences and lemmas of German council text, offline and without a trained model.

A blank German tokenizer, sentence ends by rule (abbreviations and dates of minutes), lemmas by simplemma. Lexicons
give old spelling ("Beschluß"), so lemma keys are written with ss; compare with `lemma_key`.
"""

from __future__ import annotations

import functools
import re

import simplemma

from corpus.evidence import Span

__all__ = ["known", "lemma", "sentences"]

_ABBREVIATION = re.compile(
    r"(?:[A-Za-zÄÖÜäöü]|[A-Za-zäöü]\.[A-Za-zäöü]|Abs|Abt|Art|Az|Anl|Aufl|Beig|Bd|Bgm|Bl|Buchst|bspw|bzgl|bzw|ca|Co|dgl|Dipl|Dr|Drs|DS|"
    r"ebd|einschl|Enth|etc|evtl|exkl|ff|Fr|Frl|gem|Gem|geb|gez|ggf|ggfs|Hj|Hr|Hrn|incl|inkl|insb|insbes|Int|Jg|jew|Kap|Kfz|Ktabg|Kto|Ltd|"
    r"lfd|lt|max|Mio|Mrd|min|mind|monatl|jährl|Nr|Nrn|OBgm|örtl|Pers|Pkt|Prof|rd|Reg|resp|Rh|Rm|sog|Std|stellv|Str|St|Stv|Tel|"
    r"Tsd|TOP|usf|Verf|vgl|Vors|vorl|vsl|Vertr|Wg|wg|Zi|Ziff|zzgl|zz|Zt)\."
)
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zäöü]*\.?$")
_STOPS = frozenset(".!?…")
_CLOSING = frozenset({"“", "”", '"', "«", "»", ")", "]", "'", "’", "‘"})


_WORDS = 300_000
"""So many different words a tokenizer knows before another takes its place: it forgets none, in a long run of files."""


class _Tokenizer:
    """spaCy's German tokenizer, and what kind of sign each of its tokens is."""

    def __init__(self) -> None:
        import spacy

        self.language = spacy.blank("de")
        self.language.max_length = 50_000_000
        self.language.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # shapes, numbers and the like of a word are not asked for
        # It peels punctuation off one by one, in square time: such a run without a blank is no word anyway.
        self.language.tokenizer.token_match = lambda chunk: len(chunk) > 300  # type: ignore[union-attr]
        self.language.tokenizer.max_cache_size = _WORDS  # type: ignore[union-attr]
        self._kinds: dict[int, tuple[str, bool]] = {}

    def tokens(self, text: str) -> list[_Token]:
        """The tokens of a text in order."""
        doc = self.language.make_doc(text)
        kinds, strings = self._kinds, self.language.vocab.strings
        found = []
        for orth, start, blank in doc.to_array(["ORTH", "IDX", "SPACY"]).tolist():
            kind = kinds.get(orth)
            if kind is None:
                word = strings[orth]
                kind = kinds[orth] = (word, "\n" in word or word in _CLOSING or word[-1] in _STOPS)
            found.append((kind[0], kind[1], start, bool(blank)))
        return found

    @property
    def is_full(self) -> bool:
        """Whether it has seen so many words that it should be replaced."""
        return len(self.language.vocab) > _WORDS


_Token = tuple[str, bool, int, bool]
"""A token's text, whether it can end a sentence, its place, and whether a blank follows it."""


@functools.cache
def _tokenizers() -> list[_Tokenizer]:
    """The tokenizer in use, as the only one in a list."""
    return [_Tokenizer()]


def sentences(text: str) -> list[Span]:
    """The sentences of a text in order, as ranges that end before the blank between them.

    They end after a full stop that ends no abbreviation, ordinal or date, and at every line break.
    """
    current = _tokenizers()
    if current[0].is_full:
        current[0] = _Tokenizer()
    tokens = current[0].tokens(text)
    found: list[Span] = []
    first = last = 0
    start = True
    for i, (word, may_end, place, _) in enumerate(tokens):
        if start:
            if i:
                found.append((first, last))
            first = place
        last = place + len(word)
        start = may_end and _starts_after(tokens, i)
    return [*found, (first, last)] if tokens else []


def _starts_after(tokens: list[_Token], i: int) -> bool:
    """Whether a sentence starts after a token."""
    word = tokens[i][0]
    following = tokens[i + 1][0] if i + 1 < len(tokens) else None
    if word in _CLOSING and i and _ends(tokens, i - 1):
        return following is not None and not following[0].islower()
    return ("\n" in word or _ends(tokens, i)) and following not in _CLOSING


def _ends(tokens: list[_Token], i: int) -> bool:
    """Whether a token is the end of a sentence's words."""
    text = tokens[i][0]
    if text[-1] not in _STOPS:
        return False
    after = (token[0] for token in tokens[i + 1 : i + 4])
    following = next((word for word in after if not word.isspace() and word not in _CLOSING), "")
    if following and (following[0].islower() or following[0] in ",;:)."):
        return False
    if text[-1] != ".":
        return True
    word = text if len(text) > 1 else tokens[i - 1][0] + "." if i and not tokens[i - 1][3] else "."
    if _ABBREVIATION.fullmatch(word):
        return False
    number = re.fullmatch(r"(\d+)\.", word)
    return not (number and (len(number[1]) < 3 or _MONTH.match(following)))


@functools.lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """Dictionary form of a word in lower case, ß written ss; the word itself where the lexicon has none."""
    return simplemma.lemmatize(word, lang="de", greedy=True).casefold().replace("ß", "ss")


@functools.lru_cache(maxsize=50_000)
def known(word: str) -> bool:
    """Whether the lexicon holds the word: an unknown capitalised word beside a role is most likely a name."""
    return simplemma.is_known(word, lang="de")
