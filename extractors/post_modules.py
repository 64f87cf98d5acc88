"""Which module posts belong to: printed beside them, told by noun or words around, or by the heading above."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.patterns import guarded
from corpus.topic import Module, Programme
from extractors.analysis import Analysis
from extractors.module_numbers import ORDER, module_mentions
from extractors.pieces import NEAR
from extractors.post_numbers import CHILD, Post
from extractors.post_state_words import state_in

_NUMBERING = re.compile(r"(?:\d{1,2}[.)]?){0,5}[\s(–-]{0,3}(?:[a-z]\)\s?)?(?:[Zz]um?\s)?(?:(?i:im|der|das)\s)?")
"""What may stand before "Modul 1" where it opens a heading."""


_NTH_ALONE = guarded(
    r"\b(?:[Bb]eim|[Ff]ür den|[Ff]ür das|[Zz]um|[Ii]m|[Aa]us dem|[Dd]er|[Dd]as)\s(?P<nth>erste|zweite|dritte|vierte|"
    r"fünfte|sechste)[nr]?"
    r"(?=[,:]?\s(?:sei|ist|seien|sind|gebe|gibt|habe|hat|haben|dürfe|darf|gehe|geht|stehe|steht|bringe|bringt|werde|"
    r"werden|wird|"
    r"sehe|sieht|laufe|läuft|könne|kann|bekomme|bekommt|komme|kommt|fördere|fördert|finanziere|finanziert|bezahle|"
    r"bezahlt|umfasse|"
    r"umfasst|sollen?|bleibe|bleibt|handle|handelt|kämen|stünden|dagegen|hingegen|wiederum|dann|schließlich)\b)"
)
"""A module by its place in a series, without its noun: "Beim zweiten sei alles klar"."""
_BEHIND = guarded(r"\s(?:für|fürs|im|des|der|in der|in den)\b[^.,;()]{3,60}")
_THERE = guarded(
    r"(?:(?:Dort|Hierfür|Dafür)\b|(?:Da|Hier)(?=\s(?:s[iaä](?:tz|ß)|arbeit|sind|seien|gibt|gebe|hat|habe|hätte|werd|"
    r"wurd|würd|soll|käm|"
    r"komm)))"
)
_LINE_HEAD = guarded(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,4}[.)]|[a-zA-Z][.)])\s[^.?!;\n]{3,90}[^.?!;:,\n]")
"""A numbered line that is a heading, whatever kind of block it was taken for."""


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
    if (nth := _NTH_ALONE.search(text, 0, post.start)) and _of_series(analysis, post):
        return ORDER[nth["nth"].casefold()]
    low = max(post.sentence.block.start, post.sentence.start - NEAR)
    opening = module_mentions(analysis.text[low : post.sentence.start + post.start])
    before = [m for m in opening if len(m.numbers) == 1]
    if before:
        return before[-1].numbers[0]
    if not modules:
        return _labelled_module(analysis, post, programme)
    before_it = analysis.text[low : post.sentence.start]
    found = _heading_module(analysis, post) or _there(analysis, post)
    if found or state_in(text) == "superseded":  # a plan of long ago has no part in what was said right before
        return found
    return _only(modules, before_it[-400:])


def named_behind(analysis: Analysis, post: Post) -> int | None:
    """Module that stands right behind the noun: "alle acht Stellen für das Case Management im KI"."""
    behind = _BEHIND.match(post.sentence.text, post.end)
    return _nearest(analysis.topic.modules, behind.group(), 0) if behind else None


def _of_series(analysis: Analysis, post: Post) -> bool:
    """Whether the words before a bare ordinal name modules by number: "Beim ersten Baustein ... Beim zweiten ..."."""
    low = max(0, post.sentence.start - 700)
    return bool(module_mentions(analysis.text[low : post.sentence.start]))


def _there(analysis: Analysis, post: Post) -> int | None:
    """Module of the sentence before, where "dort" goes back to its place."""
    if not _THERE.match(post.sentence.text):
        return None
    before = analysis.sentence_at(max(0, post.sentence.start - 2))
    return _only(analysis.topic.modules, before.text) if before else None


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
        numbered = block.kind == "item" and post.sentence.block.kind != "item" and _LINE_HEAD.fullmatch(line)
        if (block.kind == "heading" or numbered) and not any(m.title.match(line) for m in analysis.topic.modules):
            return _only(analysis.topic.modules, line)
    return None
