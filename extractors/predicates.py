"""A verb of speech as it stands in a sentence, with who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.analysis import Sentence
from extractors.speakers import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One speech verb. `start` is the verb's offset, `clause` the end of the last sentence part before it ("; ")."""

    sentence: Sentence
    index: int
    kind: str
    act: str
    start: int
    end: int
    clause: int
    speaker: Speaker | None
    passive: bool = False
