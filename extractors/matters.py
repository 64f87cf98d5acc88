"""The matters of a document: agenda items of minutes, each with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


_OTHERS = guarded(
    r"(?:(?:Die )?(?:[Ww]eitere|[Ss]onstige|[Aa]ndere|[Üü]brige)[nr]? (?:\w{0,20}[Bb]eschlüsse|"
    r"\w{0,20}[Ee]ntscheidungen|Themen|Punkte|"
    r"Meldungen|Nachrichten|\w{0,20}[Ee]rgebnisse|Tagesordnungspunkte|Vorlagen|Anträge|Angelegenheiten)\b|"
    r"(?:Außerdem|Ferner|Zudem|Darüber hinaus|Des Weiteren|Weiter(?:hin)?)(?: (?:\w+ ){0,3}(?:beschlossen|beraten|"
    r"entschieden|behandelt))?\W*\Z|"
    r"Kurz (?:notiert|gefasst|berichtet|und knapp|gemeldet)|In Kürze\W*\Z|Sonstiges\W*\Z|Verschiedenes\W*\Z|"
    r"Was (?:sonst|außerdem|noch)\b|Aus den (?:weiteren|übrigen)\b)[^\n]{0,80}\Z"
)
"""The heading of a list of short points, each of them another matter."""


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
    heads = sorted(dict([*_points(analysis), *heads]).items())
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


def _points(analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Start and text of the points below "Weitere Beschlüsse", and the heading that ends them."""
    within = False
    for block in analysis.blocks:
        line = analysis.text[block.start : min(block.end, block.start + 160)]
        opens = block.end - block.start <= 120 and _OTHERS.match(line) is not None
        if within and (block.kind in ("item", "heading") or opens):
            text = analysis.text[block.body : min(block.end, block.body + 160)]
            yield block.start, re.split(r"(?<=[a-zäöüß])\. ", text)[0].rstrip(".")
        within = opens or (within and block.kind != "heading")
