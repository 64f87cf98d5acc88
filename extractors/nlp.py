"""The one home of spaCy: tokens, sentences and lemmas of German council text, offline and without a trained model.

A blank German tokenizer, sentence ends by rule (abbreviations and dates of minutes), lemmas by simplemma. Lexicons
give old spelling ("Beschluß"), so lemma keys are written with ss; compare with `lemma_key`.
"""

from __future__ import annotations

import functools
import re

import simplemma
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

__all__ = ["Doc", "Token", "known", "lemma", "parse"]

_ABBREVIATION = re.compile(
    r"(?:[A-Za-zÄÖÜäöü]|[A-Za-zäöü]\.[A-Za-zäöü]|Abs|Abt|Art|Az|Anl|Aufl|Beig|Bd|Bgm|Bl|Buchst|bspw|bzgl|bzw|ca|Co|dgl|Dipl|Dr|Drs|DS|"
    r"ebd|einschl|Enth|etc|evtl|exkl|ff|Fr|Frl|gem|Gem|geb|gez|ggf|ggfs|Hj|Hr|Hrn|incl|inkl|insb|insbes|Int|Jg|jew|Kap|Kfz|Ktabg|Kto|"
    r"lfd|lt|max|Mio|Mrd|min|mind|monatl|jährl|Nr|Nrn|OBgm|örtl|Pers|Pkt|Prof|rd|Reg|resp|Rh|Rm|sog|Std|stellv|Str|St|Stv|Tel|"
    r"Tsd|TOP|usf|Verf|vgl|Vors|vorl|vsl|Vertr|Wg|wg|Zi|Ziff|zzgl|zz|Zt)\."
)
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zäöü]*\.?$")
_CLOSING = frozenset({"“", "”", '"', "«", "»", ")", "]", "'", "’", "‘"})


@functools.cache
def _pipeline() -> Language:
    nlp = spacy.blank("de")
    nlp.max_length = 50_000_000
    # The tokenizer peels punctuation off one by one, in square time: such a run without a blank is no word anyway.
    nlp.tokenizer.token_match = lambda chunk: len(chunk) > 300  # type: ignore[union-attr]
    nlp.add_pipe("council_sentences")
    return nlp


@Language.component("council_sentences")
def _council_sentences(doc: Doc) -> Doc:
    """Set sentence starts: after a full stop that ends no abbreviation, ordinal or date, and at every line break."""
    start = True
    starts: list[bool | int | None] = []
    for i, token in enumerate(doc):
        starts.append(start)
        start = "\n" in token.text or (not token.is_space and _ends(doc, i))
        if start and i + 1 < len(doc) and doc[i + 1].text in _CLOSING:
            start = False
        if token.text in _CLOSING and i and _ends(doc, i - 1):
            start = i + 1 < len(doc) and not doc[i + 1].text[0].islower()
    # Made anew, because setting Token.is_sent_start one by one takes time square in the length of a sentence.
    return Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], sent_starts=starts)


def _ends(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if text[-1] not in ".!?…":
        return False
    following = next((t.text for t in doc[i + 1 : i + 4] if not t.is_space and t.text not in _CLOSING), "")
    if following and (following[0].islower() or following[0] in ",;:)."):
        return False
    if text[-1] != ".":
        return True
    word = text if len(text) > 1 else doc[i - 1].text + "." if i and not doc[i - 1].whitespace_ else "."
    if _ABBREVIATION.fullmatch(word):
        return False
    number = re.fullmatch(r"(\d+)\.", word)
    return not (number and (len(number[1]) < 3 or _MONTH.match(following)))


def parse(text: str) -> Doc:
    """Tokens and sentences of a text. Offsets (`Token.idx`) count code points of it."""
    return _pipeline()(text)


@functools.lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """Dictionary form of a word in lower case, ß written ss; the word itself where the lexicon has none."""
    return simplemma.lemmatize(word, lang="de", greedy=True).casefold().replace("ß", "ss")


@functools.lru_cache(maxsize=50_000)
def known(word: str) -> bool:
    """Whether the lexicon holds the word: an unknown capitalised word beside a role is most likely a name."""
    return simplemma.is_known(word, lang="de")
