"""Sentences written for training, with what they are: statement, question, commitment, one of four stances, or none.

They stand in train_sentences.txt as patterns with slots; each draw fills the slots anew. Own writing, Apache-2.0.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

LABELS = ("none", "statement", "question", "commitment", "support", "reject", "demand", "concern")
_LINES = [
    line.partition(": ")[::2]
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
SLOTS = {name.removeprefix("slot "): words.split("|") for name, words in _LINES if name.startswith("slot ")}
SNIPPETS = [pattern for name, pattern in _LINES if name == "snippet"]
PATTERNS = [(name, pattern) for name, pattern in _LINES if name in LABELS]


def held_back() -> list[tuple[str, str]]:
    """Every fifth pattern of each label: for measuring on patterns that training has not seen."""
    return [p for label in LABELS for p in [q for q in PATTERNS if q[0] == label][::5]]


def sentences(
    patterns: list[tuple[str, str]], count: int, seed: int, matters: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """At most so many different sentences with their labels, drawn from the patterns.

    Two of three sentences are about `matters`, if there are any: words of other prose in place of those of the slots
    for contents, so that the frame alone tells the label.
    """
    rng = random.Random(seed)
    drawn = {}
    for _ in range(count * 2):
        label, pattern = rng.choice(patterns)
        drawn[_filled(pattern, rng, matters if rng.random() < 0.67 else ())] = label
        if len(drawn) == count:
            break
    return list(drawn.items())


def _filled(pattern: str, rng: random.Random, matters: Sequence[str]) -> str:
    while slot := re.search(r"\{(\w+)\}", pattern):
        choices = matters if matters and slot[1] in ("ta", "td", "dass", "zu") else SLOTS[slot[1]]
        pattern = pattern[: slot.start()] + rng.choice(choices) + pattern[slot.end() :]
    return pattern[:1].upper() + pattern[1:]
