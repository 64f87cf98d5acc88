"""Where a document is about the topic, and which of its sentences speak of a neighbouring programme instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.topic import Topic
from reports.library import Claim, Doc

_NEAR = 500
"""A cue counts within this many characters of a mention of the topic or of a passage about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a document says of the topic: stretches near it, and the places of all programmes that it names."""

    near: tuple[tuple[int, int], ...]
    named: tuple[tuple[int, bool], ...]
    """Where a programme is named, in order, and whether it is the topic's own."""
    read: tuple[tuple[int, int, bool], ...]
    """Passages of claims, and whether the claim belongs to the topic."""
    town: str = ""
    """Full name of the municipality whose document it is."""

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch lies near the topic."""
        return any(a <= start and end <= b for a, b in self.near)

    def is_own(self, start: int, end: int) -> bool:
        """Whether a sentence is about the topic: by a programme in it, by what was read there, or by one before it."""
        here = [own for at, own in self.named if start <= at < end]
        if here:
            return any(here)
        read = [own for a, b, own in self.read if a < end and start < b]
        if read:
            return any(read)
        return next((own for at, own in reversed(self.named) if at < start), True)


def about(doc: Doc, claims: Sequence[Claim], topic: Topic, town: str = "") -> About:
    """What one document of a municipality says of the topic."""
    own = [m.span() for m in topic.mentions(doc.text)]
    others = [m.start() for p in topic.programmes if not p.own for m in p.words.finditer(doc.text)]
    spots = [*own, *((p.start, p.end) for c in claims if c.topic == topic.name for p in c.passages)]
    named = sorted([*((low, True) for low, _ in own), *((low, False) for low in others)])
    read = [(p.start, p.end, _is_own(c, topic)) for c in claims if c.kind != "programme" for p in c.passages]
    return About(near=tuple(_merged(spots)), named=tuple(named), read=tuple(read), town=town)


def _is_own(claim: Claim, topic: Topic) -> bool:
    return claim.topic == topic.name and claim.value.get("programme") in (None, topic.short)


def _merged(spots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches around places, those that touch joined, in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((a - _NEAR, b + _NEAR) for a, b in spots):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
