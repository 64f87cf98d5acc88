"""Lists of goals: items under a line that announces them, what follows the question that asks for them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.structure import Block

_ANNOUNCED = guarded(
    r"\b(?:\w*[Zz]iele?n?|\w*[Zz]ielsetzung(?:en)?|Leitgedanken?|Grundgedanken?|Leitlinien|Eckpfeiler|Absichten|"
    r"(?:Dinge|Sachen|Punkte|Aufgaben) (?:\w+ )?vorgenommen|[Vv]orgenommen|Schwerpunkte|Zieldimensionen|"
    r"Handlungsfelder|Zielgruppen|Zwecke?|Anliegen|Kernpunkte|"
    r"Vision)\b[^.:?]{0,120}(?::|\?)?\s*$|"
    r"\b(?:sind|ist|werden|wird|soll|sollen)\b[^.:?]{0,60}\b(?:zu erreichen|erreicht werden|angestrebt|besser werden|"
    r"bringen|"
    r"geschaffen werden|gelingen|verändert werden|anders werden)\b(?: soll(?:en)?| werden| ist)?\s*[:?]?\s*$|"
    r"\b(?:angestrebt|erreicht|beabsichtigt|bezweckt) (?:wird|werden|sind|ist)\b[^.:?]{0,60}[:]?\s*$|"
    r"\b(?:will|wollen|möchte[n]?)\b[^.:?]{0,60}\b(?:erreichen|bewirken|schaffen)\b\s*[:?]?\s*$|\b(?:Wozu|Wofür|Warum) "
    r"[^.:]{0,60}\?\s*$"
)
_OTHER = guarded(
    r"\b(?:Tagesordnung\w*|Anlagen?|Beschluss\w*|Ansprechpartner\w*|Fraktion|Zielvereinbarung\w*|Fragen|Zielerreichung|"
    r"Warum nicht)\b"
)
_ITEM = guarded(r"\s*(?:\(?[a-z]\)|\(?\d{1,2}[.)]|[-–•▪●*·o])[ \t]+(?=\S)")
_QUESTION = guarded(
    r"\b(?:Was soll (?:das|es|KIM|damit|dadurch|besser)[^?]{0,60}|Wozu (?:das|dient|KIM)[^?]{0,60}|Worum geht(?: es|"
    r"'s|’s)"
    r"[^?]{0,20}|Was will [^?]{0,60}|Was bringt [^?]{0,60}|Wohin [^?]{0,60}|Was (?:ist|"
    r"sind) [^?]{0,30}Ziele?[^?]{0,30})\?\s"
)
_SHORT_QUESTION = guarded(
    r"(?:Welche[nrs]? |Was (?:ist|sind|war) (?:der|das|die) )?(?:Zweck|Ziele?|Zielsetzung|Anliegen|Absicht|Sinn|"
    r"Wozu|Wofür)"
    r"\b[^?]{0,60}\?"
)
_PARTS = guarded(r"(?:[^;.]|\.(?=\S)){9,300}")
_LONGEST = 700
"""Characters: a longer line tells more than what it announces."""


def listed(a: Analysis) -> Iterator[tuple[Span, Span]]:
    """The place of each goal of a list, and that of the line that announces it."""
    announced: Block | None = None
    for block in a.blocks:
        text = a.text[block.start : block.end]
        item = _ITEM.match(text)
        if announced is not None and (block.kind == "item" or item):
            body = block.start + item.end() if item else block.body
            if body < block.end:
                yield (body, block.end), (announced.start, announced.end)
        elif len(text) < _LONGEST and block.kind != "row" and _ANNOUNCED.search(text) and not _OTHER.search(text):
            announced = block
        else:
            announced = None


def answered(a: Analysis) -> Iterator[tuple[Span, Span]]:
    """What a line, or the line or cell below, answers to a question for the goals, and the lines themselves."""
    for block in a.blocks:
        text = a.text[block.start : block.end]
        found = _QUESTION.search(text) if block.kind != "row" and len(text) < _LONGEST else None
        if found and len(text) - found.end() > 20:
            yield (block.start + found.end(), block.end), (block.start, block.end)
    for asked, reply in itertools.pairwise(a.blocks):
        if reply.kind != "text" or not _SHORT_QUESTION.fullmatch(a.text, asked.body, asked.end):
            continue
        first = re.split(r"\. (?=[A-ZÄÖÜ])", a.text[reply.start : reply.end], maxsplit=1)[0]
        for part in _PARTS.finditer(first if len(first) < _LONGEST else ""):
            low = reply.start + part.start() + len(part.group()) - len(part.group().lstrip())
            yield (low, reply.start + part.end()), (asked.start, reply.end)
