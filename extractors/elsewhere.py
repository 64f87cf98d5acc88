"""Which other municipality a sentence of a document tells of; the own one is the one that the text names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.evidence import Fact
from corpus.other_towns import other_town
from extractors.analysis import Analysis, Sentence


def own_name(analysis: Analysis) -> str:
    """Full name of the document's municipality; empty where the text names none."""
    return str(next((f.value.get("name") or "" for f in analysis.stated("municipality")), ""))


def told_of(analysis: Analysis, sentence: Sentence, at: int) -> str | None:
    """The other municipality that a sentence tells of at a place (an offset of its text); None for the own one."""
    before = analysis.sentence_at(max(0, sentence.start - 2)) if sentence.text.startswith("Dort") else None
    told_before = before.text if before and before is not sentence else ""
    return other_town(sentence.text, at, own_name(analysis), before=told_before, document=analysis.text)


def with_places(analysis: Analysis, sentence: Sentence, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts of a sentence; what is told of another municipality has its name as `place`."""
    for fact in facts:
        first = analysis.view.original(sentence.start, sentence.end)[0]
        place = told_of(analysis, sentence, min(max(0, fact.end - 1 - first), len(sentence.text)))
        yield replace(fact, value={**fact.value, "place": place}) if place else fact
