"""No part of the extraction takes longer than a document grows, whatever one line, sentence or table repeats."""

import gc
import time

import pytest

from extractors import all_extractors, arithmetic, nlp, topic_named
from extractors.analysis import Analysis, Extractor
from pipeline.readers import read_file

TOPIC = topic_named("kim")
SHORT, LONG = 10_000, 40_000
FLOOR = 0.1
"""Seconds of processor time below which growth says nothing."""
MOST = 9
"""Times as long for four times the text: twice as much as linear, well below the sixteen of square time."""

DOCUMENTS = {
    "programmes in one sentence": ("", "das Kommunale Integrationsmanagement und das Programm Durchstarten, ", "\n"),
    "one programme in one sentence": ("", "das Kommunale Integrationsmanagement ", "\n"),
    "posts in one sentence": ("KIM: ", "2,5 Stellen für das Case Management, ", "\n"),
    "sums in one sentence": ("KIM: ", "1.200 Euro (80 %) für Personal, ", "\n"),
    "modules in one sentence": ("KIM: ", "Baustein 1 (Case Management), ", "\n"),
    "one resolution": ("Beschluss:\nDer Rat beschließt, ", "die Verwaltung zu beauftragen und ", ".\n"),
    "results": ("", "Beschluss: einstimmig\n", ""),
    "items": ("", "TOP 1 Antrag\nBeschluss:\neinstimmig angenommen\n", ""),
    "votes": ("", "Ja 10, Nein 3, Enthaltung 1\n", ""),
    "told decisions": ("", "1. Der Rat beschließt einstimmig.\n", ""),
    "table": ("Posten\nBaustein\tStellen\tBetrag in Euro\n", "KIM Baustein 1\t2,5\t1.200\n", ""),
    "one row": ("Baustein", "\tStellen KIM 2,5", "\n"),
    "cells on lines": ("Name\nStellen\nEuro\n", "Stadt\n2,5\n1.200\n", ""),
    "columns of blanks": ("Stadt   Stellen   Euro\n", "Neustadt   2,5   1.200\n", ""),
    "speeches": (
        "Protokoll:\n",
        "Herr Müller (SPD): Wir sagen zu, dass bis Mai berichtet wird.\nFrau Meier fragt.\n",
        "",
    ),
    "questions": ("Fragen:\n", "1. Wie viele Stellen hat die Stadt im KIM?\nAntwort: Zwei Stellen.\n", ""),
    "short lines": ("", "Wort\n", ""),
}


def seconds(text: str) -> dict[str, float]:
    """Processor time of each extractor on a text, and of what they share."""
    clock = time.process_time
    document = read_file(text.encode(), "long.txt").document
    found, begin = {}, clock()
    analysis = Analysis(document, TOPIC)
    _ = analysis.blocks, analysis.tables
    found["structure"], begin = clock() - begin, clock()
    _ = analysis.sentences
    found["sentences"] = clock() - begin
    facts = []
    for extractor in all_extractors():
        begin = clock()
        facts += analysis.run(extractor)
        found[extractor.name] = clock() - begin
    begin = clock()
    arithmetic.checked(analysis, facts)
    return {**found, "arithmetic": clock() - begin}


def growing(begin: str, piece: str, end: str) -> dict[str, tuple[float, float]]:
    """What takes much longer for the long text than for the short one, both measured again before it is told."""
    short, long = (begin + piece * (size // len(piece)) + end for size in (SHORT, LONG))
    first, second = seconds(short), seconds(long)
    for _ in range(2):
        slow = {n: (first[n], s) for n, s in second.items() if s > FLOOR and s > MOST * first[n]}
        if not slow:
            return {}
        first = {n: max(s, first[n]) for n, s in seconds(short).items()}
        second = {n: min(s, second[n]) for n, s in seconds(long).items()}
    return {n: (first[n], s) for n, s in second.items() if s > FLOOR and s > MOST * first[n]}


@pytest.fixture(autouse=True)
def quiet():
    """The collector of garbage looks at everything that other tests have left."""
    nlp.sentences("Ja.")
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_time_grows_as_the_document(name):
    assert growing(*DOCUMENTS[name]) == {}


def test_square_time_is_found(monkeypatch):
    def square(analysis):
        return [] if sum(a.start < b.start for a in analysis.blocks for b in analysis.blocks) else ()

    monkeypatch.setattr(
        "tests.test_linear_documents.all_extractors",
        lambda: [Extractor(name="square", version=1, kinds=("result",), run=square)],
    )
    assert list(growing(*DOCUMENTS["items"])) == ["square"]
