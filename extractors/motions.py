"""What a motion asks for: the items of a list that somebody's demand announces ("die Fraktion beantragt, ...: 1. ...").

Each item is a demand of who moves it, and tells no state: what it says is still to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.stances import ACTOR
from extractors.structure import Block

_ANNOUNCES = guarded(
    r"\b(?:beantrag(?:t|en|e)|stell(?:t|en|e) [^:]{0,60}\b[Aa]ntr[aä]ge?|forder(?:t|n|e)|schl(?:ägt|agen|age) "
    r"[^:]{0,60}\bvor|"
    r"möge[n]? [^:]{0,60}\bbeschließen|bitte(?:t|n) [^:]{0,60}\bzu (?:beschließen|prüfen|"
    r"veranlassen))\b[^:]{0,200}:\s*$"
)
_FRAGMENT = 12
"""A shorter item names a thing and asks for nothing."""


def motion_items(a: Analysis) -> list[tuple[str, Block]]:
    """Who asks, and the items that are asked for; nothing where the text does not tell who asks."""
    applicant = next((str(f.value["name"]) for f in a.stated("applicant") if f.value.get("name")), None)
    found: list[tuple[str, Block]] = []
    asker: str | None = None
    for block in a.blocks:
        text = a.text[block.start : block.end]
        if block.kind == "item" and asker and block.section != "proposal":
            found.append((asker, block))
        elif len(text) < 600 and _ANNOUNCES.search(text):
            actor = ACTOR.search(text)
            asker = applicant or (actor.group() if actor and "erwaltung" not in actor.group() else None)
        elif block.kind != "item":
            asker = None
    return found


def demands(a: Analysis) -> Iterator[Fact]:
    """Each item of a motion as a demand of who moves it."""
    for actor, block in motion_items(a):
        topic = a.text[block.body : block.end].strip(" .")
        if len(topic) > _FRAGMENT:
            yield a.fact("position", {"actor": actor, "stance": "demand", "topic": topic}, block.body, block.end)
