"""Lists of goals: items under a line that announces them, what follows the question that asks for them."""

from __future__ import annotations

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
    """What the line answers after a question for the goals, and the line itself."""
    for block in a.blocks:
        text = a.text[block.start : block.end]
        found = _QUESTION.search(text) if block.kind != "row" and len(text) < _LONGEST else None
        if found and len(text) - found.end() > 20:
            yield (block.start + found.end(), block.end), (block.start, block.end)
