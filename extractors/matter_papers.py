"""The number of the paper that an item treats, where its page states but the paper's kind (kind paper)."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis

_NUMBER = (
    r"(?P<number>(?:[A-ZÄÖÜ]{1,4}[ /-]?)?\d{1,5}(?:[/-](?:[A-Z]{1,4}/)?[\dIVXA-Z]{1,6}){1,4}|"
    r"[A-Z]{1,4}[/-]\d{2,4}[/-]\d{1,5}|[IVX]{1,6}/\d{2,5})(?![\w/-])"
)
_NAMED = guarded(rf"(?P<type>\b(?:\w{{0,20}}[Vv]orlage|Drucksache|DS|Drs\.))(?:[ -]?Nr\.?)?:? ?{_NUMBER}")
_TREATS = guarded(
    r"(?i)\b(?:trägt|vortrag|erläuter\w*|stellt|vorgestellt|führt|ein(?:führ\w*|gebracht|bringt|gangs)|ruft|"
    r"aufgerufen|"
    r"berichtet|liegt|lag|zugrunde|gegenstand|beraten|begründet|vorgetragen|erklärt|informiert|spricht|"
    r"vorliegende\w?)\b"
)
_OTHER = guarded(
    r"(?i)\b(?:verwiesen|verweis\w*|vgl|siehe|s\. ?a|bereits|früher\w*|seinerzeit|damals|anknüpf\w*|nachzulesen|"
    r"nachlesen|"
    r"ergänz\w*|geändert\w*|bezug auf die|entnehmen|vom \d|im jahr)\b"
)
_FIRST = 600
"""Characters of the minutes in which a clerk names the paper that is called up."""


def numbered_paper(analysis: Analysis, stated: Fact) -> Iterator[Fact]:
    """The stated paper with the only number in the minutes, if their first sentences name it as what is treated."""
    low = analysis.prose[0][0]
    numbers = {match["number"] for match in _NAMED.finditer(analysis.text, low)}
    for match in _NAMED.finditer(analysis.text, low, low + _FIRST) if len(numbers) == 1 else ():
        sentence = analysis.sentence_at(match.start())
        if sentence and _TREATS.search(sentence.text) and not _OTHER.search(sentence.text):
            value = {**stated.value, "reference": match["number"]}
            place = analysis.view.place
            more = [(place(e.start), place(e.end - 1) + 1) for e in stated.evidence]
            yield analysis.fact("paper", value, match.start("type"), match.end("number"), more=more)
            return
