"""Turns of a debate that is printed word for word: each a statement, with its speaker's own sides and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.clauses import Speech
from extractors.debates import CLAUSE
from extractors.own_words import debated_side

STOP = guarded(
    r"[.!?;](?<!\bbzw\.)(?<!\bbzgl\.)(?<!\bca\.)(?<!\bDr\.)(?<!\bz\.B\.)(?<!\bNr\.)(?<!\bevtl\.)(?<!\bggf\.)"
    r"(?<!\binkl\.)(?<!\bd\.h\.)(?<!\bu\.a\.)(?<!\bsog\.)(?<!\busw\.)(?<!\d\.) "
)
"""Where a sentence ends before a question, shortened words left out."""
_BRIEF = 4
"""Words: a shorter question is a turn of phrase ("oder?")."""
_SHORT = 200


def own_turns(speech: Speech) -> Iterator[Fact]:
    """What is said in a debate in own words: each turn a statement, with its speaker's own sides and questions."""
    a = speech.analysis
    for turn in speech.words:
        if turn.who is None:  # who presides calls for wishes and votes
            continue
        first = True
        for low, high in _paragraphs(a.text, turn.start, turn.end):
            asked = queries(a.text[low:high])
            for query in asked:
                place = (low + query[0], low + query[1])
                if len(a.text[slice(*place)].split()) > _BRIEF:
                    yield question(a, place, turn.who, None, None, [])
            told = max(low, turn.said) if first else low
            side = debated_side(a.text[told:high], turn.party)
            if side:
                start, end = told + side[1][0], told + side[1][1]
                start = low if start == turn.said else start
                value = {"actor": turn.who, "stance": side[0], "topic": a.text[start:end].strip(" .")}
                yield a.fact("position", value, start, end)
            if first and not (asked or (side and high - low < _SHORT)) and CLAUSE.search(a.text, low, high):
                value = {"speaker": turn.who, "act": "informs", "topic": a.text[low:high].strip(" .")}
                yield a.fact("statement", value, low, high)
            first = False


def _paragraphs(text: str, low: int, high: int) -> list[Span]:
    """The paragraphs of a range, lines of a page's head or foot left out."""
    found = [(low + m.start(), low + m.end()) for m in re.finditer(r"[^\n]+", text[low:high])]
    return [(x, y) for x, y in found if y - x > _BRIEF * 5]


def queries(said: str) -> list[Span]:
    """The sentences that end in a question mark."""
    found: list[Span] = []
    low = 0
    for mark in re.finditer(r"\?", said):
        stops = [m.end() for m in STOP.finditer(said, low, mark.start())]
        start = stops[-1] if stops else low
        start += len(said[start : mark.start()]) - len(said[start : mark.start()].lstrip())
        if mark.end() - start > 4:
            found.append((start, mark.end()))
        low = mark.end()
    return found


def question(
    a: Analysis, place: Span, asker: str | None, answerer: str | None, answered: bool | None, more: list[Span]
) -> Fact:
    """A question at a place, with who asked and who answered as far as the text tells it."""
    value = {
        "asked_by": asker,
        "named": False,
        "topic": a.text[slice(*place)].strip(" .?"),
        "answered": answered,
        "answered_by": answerer,
        "answer": a.text[slice(*more[0])] if more else None,
    }
    return a.fact("question", value, *place, more=more)
