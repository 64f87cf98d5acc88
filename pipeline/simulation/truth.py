"""What a simulated text says, told apart from the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One claim of one sentence.

    `kind` and the fields of `value` are those of exported facts where such a kind exists. `topic` is "kim", "other"
    (another programme, matter or municipality) or "any"; `phrase` names the phrasing, `held_out` that no rule may be
    tuned on it.
    """

    kind: str
    value: Mapping[str, Any]
    sentence: str
    phrase: str
    topic: str = "kim"
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its truths; each truth's sentence stands in it verbatim."""

    text: str = ""
    truths: tuple[Truth, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


def joined(texts: Iterable[Text], between: str = " ") -> Text:
    """Several texts as one."""
    kept = [text for text in texts if text.text]
    return Text(between.join(t.text for t in kept), tuple(truth for t in kept for truth in t.truths))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What stands in a file: a title and paragraphs, with all their truths."""

    title: str
    paragraphs: tuple[str, ...]
    truths: tuple[Truth, ...] = field(default_factory=tuple)

    @property
    def text(self) -> str:
        """The paragraphs, a blank line between them."""
        return "\n\n".join((self.title, *self.paragraphs))
