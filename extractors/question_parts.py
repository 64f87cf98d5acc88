"""The parts of a list of questions in one sentence: "wie viele A, ob B und wann C"."""

from __future__ import annotations

import re

from corpus.evidence import Span
from corpus.patterns import guarded

ASKS = (
    r"(?:ob|wie(?:viele?)?|wann|wer|wo|was|warum|wieso|weshalb|welche\w*|inwie\w+|(?:auf|in|mit|an|bei|aus|"
    r"von|zu|nach) welche\w*)"
)
_ITEM = (
    rf"(?:danach,? )?(?:{ASKS}|nach|(?:(?:Nachf|F)ragen? )(?:zu[rm]?|nach)|zu[rm]?\b(?! [a-zäöüß]{{2,30}}en\b)|über)\b"
)
_BORDER = guarded(
    rf",? (?:und|sowie|oder|bzw\.) (?=(?:danach,? )?(?:{ASKS}|nach|zu[rm]?)\b)|, (?:und |sowie |oder "
    rf")?(?={_ITEM})|, sowie (?=(?:der|den|die|dem|das)\b)"
)
_INTRODUCES = guarded(r"\s*(?:die|eine|folgende|der|weitere) \w*[Ff]ragen?(?: [\w-]+){0,2}\s*")
_START = guarded(rf"(?<!\w){_ITEM}")
_WORD = guarded(rf" ?,? ?(?P<word>{ASKS})\b")


def split(text: str) -> list[Span]:
    """The items of a list of questions, each with its own range; empty where it is one question only.

    "ob A oder ob B" is one question in two halves, "ob A und wer B" and two long clauses with "ob" are two; a comma
    between the items makes a list.
    """
    first = _START.search(text)
    low = first.start() if first and first.start() < 60 and not re.match(r"\s*(?:das|die|der|den) ", text) else 0
    borders = [m for m in _BORDER.finditer(text, low + 1) if m.start() > low + 8]
    if not any(m.group().startswith(",") for m in borders):
        borders = [m for m in borders if _asks_else(text[low:], text[m.end() :], "oder" not in m.group())]
    if not borders:
        return []
    edges = [low, *(m.end() for m in borders)]
    ends = [*(m.start() for m in borders), len(text)]
    items = [(a, b) for a, b in zip(edges, ends, strict=True) if b - a > 8]
    if items and not re.match(rf"\s*(?:{_ITEM}|(?:das|die|der|den) )", text[items[0][0] :]):
        items.pop(0)  # "um Mitteilung und Ausführungen, wer ...": an introduction, no question of its own
    if items and _INTRODUCES.fullmatch(text, *items[0]):
        items.pop(0)
    return items if len(items) > 1 else items if first and items and items[0][0] > low else []


def _asks_else(first: str, second: str, joined: bool) -> bool:
    """Whether two questions open with different words, or both with "ob", `joined` by "und" and long enough for two."""
    words = [m["word"] for text in (first, second) if (m := _WORD.match(text))]
    if len(words) < 2 or words[0] != words[1]:
        return len(words) == 2
    return joined and words[0] == "ob" and min(len(first.split(" und ob ", maxsplit=1)[0]), len(second)) > 30
