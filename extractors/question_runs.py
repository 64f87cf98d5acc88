"""Questions that layout tells: one behind the other in running text, and in a cell before the cell that answers.

A clerk who writes like a newspaper sets what was asked as direct questions, one behind the other. Where one of a run
is a question of the debate, so are those right behind it in its paragraph ("Wer zahlt? Wie lange? Und was dann?").
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.clauses import Speech

_ENDS = guarded(r"\?[\s“”\"»«’)]*\Z")
_SHORTEST = 3
"""Words: a shorter question is a turn of phrase ("Und nun?")."""
_LEAST = 12
_BETWEEN = guarded(r" *[|\t][ |\t]*")
_NOT_YET = guarded(r"\b(?:nicht vor|offen|nachgereicht|folgt|ausstehend|nicht beantwortet)\b|^[-–—]+$")


def cell_questions(speech: Speech) -> Iterator[Fact]:
    """The questions of rows that were taken apart as prose: a cell with its answer right behind it in the line."""
    a = speech.analysis
    taken = -1
    for asked, reply in itertools.pairwise(a.blocks):
        if asked.start < taken or not _BETWEEN.fullmatch(a.text, asked.end, reply.start):
            continue
        taken = reply.end
        answer = a.text[reply.start : reply.end]
        answered = not _NOT_YET.search(answer)
        value = {
            "asked_by": None,
            "named": False,
            "topic": a.text[asked.body : asked.end].strip(" ?"),
            "answered": answered,
            "answered_by": None,
            "answer": answer if answered else None,
        }
        yield a.fact("question", value, asked.start, asked.end)


def question_runs(speech: Speech, asked: Sequence[Fact]) -> Iterator[Fact]:
    """The questions that stand right behind one of those `asked`, by the same person."""
    a = speech.analysis
    known = [(a.view.place(f.start), a.view.place(f.end), f) for f in asked]
    before: tuple[Fact, int] | None = None
    for sentence in speech.sentences:
        if before and before[1] != sentence.block.start:
            before = None
        if not _ENDS.search(sentence.text):
            before = None
            continue
        here = next((f for low, high, f in known if low < sentence.end and sentence.start < high), None)
        if here:
            before = (here, sentence.block.start)
        elif before and len(sentence.text) > _LEAST and len(sentence.text.split()) >= _SHORTEST:
            place: Span = (sentence.start, sentence.end)
            value = {**before[0].value, "topic": sentence.text.rstrip(' ?“”"»«’)'), "answer": None}
            yield a.fact("question", value, *place)
