"""Phrasings filled in: a sentence and what it says.

`{x}` is the value of slot x, `{x:form}` the value in a form (an article's case, a notation), `{x?one|several}` a choice
that agrees with the value.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.simulation import bank, slots, values
from pipeline.simulation.bank import Phrase
from pipeline.simulation.slots import Scene
from pipeline.simulation.truth import Text, Truth, joined
from pipeline.simulation.values import Value

SLOT = re.compile(r"\{(?P<slot>\w+)(?::(?P<form>\w+)|\?(?P<one>[^|}]*)\|(?P<several>[^}]*))?\}")

PAIR = re.compile(r"\b([ZzVvBb])(u der|u dem|on dem|ei dem)\b(?! (?:die|der|das|sich|er|sie|es)\b)")
CONTRACTED = {"u der": "ur", "u dem": "um", "on dem": "om", "ei dem": "eim"}


class Filler:
    """Fills phrasings of one occasion; a slot keeps its value within a phrasing."""

    def __init__(self, scene: Scene, rng: random.Random) -> None:
        self.scene = scene
        self.rng = rng
        self.said: set[str] = set()

    def say(self, phrase: Phrase, known: Mapping[str, Value] | None = None) -> Text:
        """One phrasing as a sentence with its truths."""
        drawn = slots.Draw(self.scene, self.rng, phrase, {**self.scene.known, **(known or {})})
        sentence = fill(phrase.text, drawn)
        truths = tuple(
            Truth(
                kind=claim.kind,
                value=_resolved(claim.value, drawn),
                sentence=sentence,
                phrase=phrase.id,
                topic=self.scene.topic if phrase.topic == "kim" else phrase.topic,
                held_out=phrase.held_out,
            )
            for claim in phrase.claims
        )
        return Text(sentence, truths)

    def one(self, name: str, known: Mapping[str, Value] | None = None) -> Text:
        """A sentence of the bank `name` that fits the occasion; empty if all that come to mind were said before."""
        choice = bank.phrases(name, self.scene.use, self.scene.tags, self.scene.stage)
        for phrase in self.rng.sample(choice, min(3, len(choice))):
            text = self.say(phrase, known)
            if text.text not in self.said:
                self.said.add(text.text)
                return text
        return Text()

    def several(self, names: Iterable[str], known: Mapping[str, Value] | None = None) -> Text:
        """A paragraph with one sentence of each bank named."""
        return joined([self.one(name, known) for name in names])


def fill(text: str, drawn: slots.Draw) -> str:
    """A phrasing with its slots filled."""

    def replaced(match: re.Match[str]) -> str:
        value = drawn.value(match["slot"])
        if match["one"] is not None:
            return match["one"] if values.is_one(value) else match["several"]
        return values.written(value, match["form"] or "", drawn.count())

    return contracted(SLOT.sub(replaced, text))


def contracted(text: str) -> str:
    """The text with its prepositions and articles drawn together where that is usual: zur, zum, vom, beim."""
    return PAIR.sub(lambda m: f"{m[1]}{CONTRACTED[m[2].lower()]}", text)


def _resolved(value: Any, drawn: slots.Draw) -> Any:
    """A claim's value with its slots' values."""
    if isinstance(value, Mapping):
        return {key: _resolved(one, drawn) for key, one in value.items() if one != ""}
    if isinstance(value, list | tuple):
        return [_resolved(one, drawn) for one in value]
    if isinstance(value, str) and value.startswith("$"):
        slot, _, form = value[1:].partition(":")
        if slot == "module":
            return drawn.module()
        return values.plain(drawn.value(slot), form)
    return value
