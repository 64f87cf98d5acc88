"""Main and subordinate clauses of a German sentence, by its commas and the words that open a part."""

from __future__ import annotations

import itertools
import re

from corpus.patterns import guarded

LONGEST = 4000
"""A longer "sentence" is a table or damaged text; rules that look across a whole sentence leave it alone."""
_SUBORDINATE = guarded(
    r"\s*(?:(?:und|sowie|oder|aber|danach,?|ohne) )?(?:dass|daß|ob|wie|welche\w*|wer|wen|wem|weil|da|wenn|"
    r"wo|was|warum|wann|damit|obwohl|sofern|nachdem|"
    r"inwie\w+|wieviele?|(?:nach|in|mit|aus|von|zu|an|bei|auf|für|über|unter|durch) (?:denen|dem|der|"
    r"deren|welche\w*)|de[rmn]|die|das|deren|dessen) "
)


def sentence_parts(text: str) -> list[tuple[int, int, bool]]:
    """Sentence parts between commas, semicolons and colons, and whether each is a subordinate clause."""
    edges = [0, *(m.end() for m in re.finditer(r"[,;:](?!\d)", text)), len(text)]
    return [
        (a, b, bool(a and text[a - 1] == "," and _SUBORDINATE.match(text[a:b]))) for a, b in itertools.pairwise(edges)
    ]


def main_clauses(text: str) -> str:
    """The text of a sentence with its subordinate clauses blanked, offsets kept."""
    return "".join(" " * (b - a) if sub else text[a:b] for a, b, sub in sentence_parts(text))
