"""The matters of a document: agenda items of minutes, each with what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.patterns import guarded
from corpus.topic import Programme

if TYPE_CHECKING:
    from extractors.analysis import Analysis

_MATTER = guarded(
    r"(?:zu\s|Zu\s)?(?:TOP|Top|Tagesordnungspunkt|Punkt)\s?(?:[ÖN]\s)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.:]?"
    r"(?:\s?[–-])?\s?(?P<title>[^\n]{0,200})\Z"
)
_TO = guarded(r"Zu\s(?:[ÖN]\s)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.:]\s(?P<title>[A-ZÄÖÜ„][^\n]{0,200})")
"""The heading of minutes "Zu 5. Title", which a lost line break may glue to the text below it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An agenda item of minutes: where it begins, where its title ends, and the programme that stands for it."""

    start: int
    end: int
    own: bool
    """Whether it speaks of the topic."""
    as_programme: Programme


def matters(analysis: Analysis) -> list[Matter]:
    """The agenda items of minutes of several matters; none in a document of one."""
    text, blocks = analysis.text, analysis.blocks
    heads: list[tuple[int, str]] = []
    for i, block in enumerate(blocks):
        head = text[block.start : min(block.end, block.start + 260)]
        m = _MATTER.match(head) or _TO.match(head)
        if m and block.kind != "row":
            follower = blocks[i + 1] if i + 1 < len(blocks) else block
            title = m["title"].strip() or text[follower.start : min(follower.end, follower.start + 160)].strip()
            heads.append((block.start, title or m["number"]))
    if len({title for _, title in heads}) < 2:
        return []
    ends = [start for start, _ in heads[1:]] + [len(text)]
    return [
        Matter(
            start=start,
            end=end,
            own=bool(analysis.topic.mentions(text[start:end]))
            or any(m.words.search(title) for m in analysis.topic.modules),
            as_programme=Programme(name=title[:90], own=False, words=guarded(re.escape(title))),
        )
        for (start, title), end in zip(heads, ends, strict=True)
    ]
