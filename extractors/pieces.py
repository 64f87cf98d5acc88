"""Sentences of bearable length: a list or table set as one line is read in pieces, so that time stays linear."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.patterns import guarded
from extractors.analysis import Analysis, Sentence

LONGEST = 1200
"""Characters; sentences of minutes stay below it, even those that report a whole debate."""
NEAR = 2000
"""Characters before a sentence in which its paragraph may name what it goes on about."""
_BREAK = guarded(r"[;,]\s|\s")


def pieces(analysis: Analysis) -> Iterator[Sentence]:
    """The sentences of a text; longer ones than LONGEST are cut at a comma, else at a blank, else anywhere."""
    for sentence in analysis.sentences:
        start = sentence.start
        while sentence.end - start > LONGEST:
            end = start + LONGEST
            cuts = list(_BREAK.finditer(analysis.text, end - 300, end))
            commas = [m for m in cuts if m.group()[0] in ";,"]
            end = (commas or cuts)[-1].end() if cuts else end
            yield Sentence(start, end, analysis.text[start:end], sentence.block)
            start = end
        yield Sentence(start, sentence.end, analysis.text[start : sentence.end], sentence.block)
