"""Posts in lists of names with numbers: "Stadt X: 2,0" under a heading or an introduction that speaks of posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.patterns import guarded
from extractors import post_state_words as states
from extractors.analysis import Analysis, Sentence
from extractors.numbers import plain_value
from extractors.post_numbers import Post
from extractors.post_rows import MONEY, TOTAL, TOWN, Column, module_of, told_post, unit_of
from extractors.structure import Block

_LINE = guarded(
    r"(?P<label>[A-ZÄÖÜ„“\"][^:\n\d]{2,70}(?:\d\b[^:\n\d]{0,60})?)(?::|\s[–—-]|"
    r"\.{3,40})\s?(?P<number>\d{1,2}(?:,\d{1,2})?)"
    r"(?:\s?\([^()\n]{1,80}\))?[,;.]?\Z"
)
_LEADER = guarded(
    r"(?P<label>[^\W\d][^\n]{2,110}?)\s?(?:\.{3,60}|…{1,20}|_{3,60})\s?(?P<number>\d{1,3}(?:,\d{1,2})?)[,;.]?\Z"
)


def line_of(line: str) -> re.Match[str] | None:
    """A line that ends in a number of posts: "Stadt X: 2,0", "davon besetzt .... 7,5"."""
    return _LINE.match(line) or _LEADER.match(line)


def listed_posts(analysis: Analysis) -> Iterator[tuple[Block, Post]]:
    """Lines "Stadt X: 2,0" under a heading or an introduction that speaks of posts."""
    text, blocks = analysis.text, analysis.blocks
    lines = {
        i: m
        for i, b in enumerate(blocks)
        if b.kind != "row" and b.end - b.body < 200 and (m := line_of(text[b.body : b.end].partition("\n")[0]))
    }
    intro: Block | None = None
    for i, m in lines.items():
        if i - 1 not in lines:
            intro = _introduction(analysis, i, lines)
        if intro is None or not plain_value(m["number"]):
            continue
        unit = unit_of(text[max(intro.start, intro.end - 160) : intro.end])
        if unit is None or MONEY.search(m["label"]):
            continue
        near = [lines[j]["label"] for j in range(i - 12, i + 13) if j in lines]
        towns = sum(bool(TOWN.match(label)) for label in near) > 1
        yield blocks[i], _line_post(analysis, blocks[i], m, unit, intro, towns)


def _introduction(analysis: Analysis, i: int, lines: Mapping[int, re.Match[str]]) -> Block | None:
    """The nearest line above a list that speaks of posts: its heading, or a line that ends with a colon."""
    for block in reversed(analysis.blocks[max(0, i - 4) : i]):
        words = analysis.text[max(block.start, block.end - 160) : block.end]
        opens = block.kind == "heading" or words.endswith(":") or bool(re.match(r"\d|[A-Z][.)]", words))
        if opens and unit_of(words):
            return None if MONEY.search(words) else block
    return None


def _line_post(analysis: Analysis, block: Block, m: re.Match[str], unit: str, intro: Block, towns: bool) -> Post:
    title = analysis.text[max(intro.start, intro.end - 300) : intro.end]
    column = Column(unit=unit, status=states.state_in(title), module=module_of(analysis, title), carrier=None)
    sentence = Sentence(block.body, block.end, analysis.text[block.body : block.end], block)
    total = bool(TOTAL.match(m["label"]))
    return told_post(analysis, sentence, m.span("number"), m["number"], column, m["label"], total, towns)
