"""Which module posts belong to: printed beside them, told by noun or words around, or by the heading above."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.topic import Module, Programme
from extractors.analysis import Analysis
from extractors.module_numbers import module_mentions
from extractors.pieces import NEAR
from extractors.post_numbers import CHILD, Post

_NUMBERING = re.compile(r"(?:\d{1,2}[.)]?){0,5}[\s(–-]{0,3}(?:[a-z]\)\s?)?(?:[Zz]um?\s)?(?:(?i:im|der|das)\s)?")
"""What may stand before "Modul 1" where it opens a heading."""


def module_of_post(analysis: Analysis, post: Post, programme: Programme | None) -> int | None:
    """Number of the module: printed in the clause, in the noun itself, told by words beside it, or by the heading."""
    text, (low, high) = post.sentence.text, post.clause
    own = programme is not None and programme.own
    by_noun = _nearest(analysis.topic.modules, post.noun, 0) if own or programme is None else None
    if by_noun:
        return by_noun
    printed = [m for m in module_mentions(text[low:high]) if len(m.numbers) == 1]
    if printed:
        near = min(printed, key=lambda m: min(abs(low + m.start - post.end), abs(post.start - low - m.end)))
        return near.numbers[0]
    modules = analysis.topic.modules if own or programme is None else ()
    by_words = _nearest(modules, text[low:high], post.start - low) or _only(modules, _without_parts(text, post))
    if by_words:
        return by_words
    low = max(post.sentence.block.start, post.sentence.start - NEAR)
    opening = module_mentions(analysis.text[low : post.sentence.start + post.start])
    before = [m for m in opening if len(m.numbers) == 1]
    if before:
        return before[-1].numbers[0]
    if not modules:
        return _labelled_module(analysis, post, programme)
    before_it = analysis.text[low : post.sentence.start]
    return _heading_module(analysis, post) or _only(modules, before_it[-400:])


def one_module_opens(analysis: Analysis, post: Post) -> bool:
    """Whether the block names exactly one module before a total, which then is the total of that module."""
    low = max(post.sentence.block.start, post.sentence.start - NEAR)
    return len({m.numbers for m in module_mentions(analysis.text[low : post.sentence.start + post.start])}) == 1


def _labelled_module(analysis: Analysis, post: Post, programme: Programme | None) -> int | None:
    """Module of a neighbour by the label that the document gives to it: "(6) Teilhabemanagement"."""
    if programme is None:
        return None
    found = set()
    for fact in analysis.stated("module"):
        label = str(fact.value["label_raw"] or "").strip(" .,;")
        if fact.value["programme"] == programme.name and len(label) > 7 and label[:40] in post.sentence.text:
            found.add(int(fact.value["number"]))
    return found.pop() if len(found) == 1 else None


def _without_parts(text: str, post: Post) -> str:
    """The sentence without the parts of the number: "elf VZÄ, davon acht für Case Management" tells of eight."""
    parts = CHILD.search(text, post.end)
    return text[: parts.start()] if parts and not post.part else text


def _only(modules: Iterable[Module], passage: str) -> int | None:
    """The one module whose words a passage has."""
    told = [module.number for module in modules if module.words.search(passage)]
    return told[0] if len(told) == 1 else None


def _nearest(modules: Iterable[Module], clause: str, at: int) -> int | None:
    found = [(abs(m.start() - at), module.number) for module in modules for m in module.words.finditer(clause)]
    return min(found)[1] if found else None


def _heading_module(analysis: Analysis, post: Post) -> int | None:
    """Module of the heading that the post stands under ("Modul 1:")."""
    for block in reversed(analysis.blocks_before(post.sentence.start, 12)):
        line = analysis.text[block.start : min(block.end, block.start + 200)]
        mentions = module_mentions(line)
        opens = mentions and _NUMBERING.fullmatch(line[: mentions[0].start])
        if opens and len(mentions[0].numbers) == 1:
            return mentions[0].numbers[0]
        if block.kind == "heading" and not any(m.title.match(line) for m in analysis.topic.modules):
            return _only(analysis.topic.modules, line)
    return None
