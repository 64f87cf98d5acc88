"""A document prepared once for all extractors: folded view, blocks, sentences, topic and what the page itself states.

Extractors work with offsets of the folded view and make facts with `Analysis.fact`, which cites the original text.
"""

from __future__ import annotations

import bisect
import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.evidence import Document, Evidence, Fact, Grade, Span
from corpus.text import Folded, fold
from corpus.topic import Programme, Topic
from extractors import nlp
from extractors.attribution import Attribution
from extractors.structure import Block, blocks, section_name
from extractors.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """What reads facts of some kinds out of an analysed document. A module under extractors/ names it EXTRACTOR.

    `version` is raised with every change that can change a fact. `after` lists extractors whose facts it needs.
    """

    name: str
    version: int
    kinds: tuple[str, ...]
    run: Callable[[Analysis], Iterable[Fact]]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the folded view: offsets without outer blanks, its text and the block that it stands in."""

    start: int
    end: int
    text: str
    block: Block


class Analysis:
    """An analysed document. `known` holds facts found before: stated by the page, or by extractors that ran earlier."""

    def __init__(
        self,
        document: Document,
        topic: Topic,
        *,
        prose: Sequence[Span] = (),
        known: Sequence[Fact] = (),
        wrapped: bool = False,
        url: str | None = None,
    ) -> None:
        self.document, self.topic, self.known, self.url = document, topic, list(known), url
        self.view: Folded = fold(document.text, wrapped=wrapped, page_starts=document.page_starts)
        self.text = self.view.text
        self.prose = [(self.view.place(a), self.view.place(b)) for a, b in prose] or [(0, len(self.text))]
        self._extractor = ("", 0)
        self._by_kind: tuple[int, Mapping[str, list[Fact]]] = (0, {})

    def run(self, extractor: Extractor) -> list[Fact]:
        """The extractor's facts, each kept once; they become known to the extractors that run later."""
        self._extractor = (extractor.name, extractor.version)
        found = list({fact.key(): fact for fact in extractor.run(self)}.values())
        self.known += found
        return found

    @functools.cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the prose; a document whose text no extractor reads needs none."""
        return blocks(self.text, self.prose)

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the prose, never across blocks."""
        found = []
        starts = [b.start for b in self.blocks]
        for low, high in nlp.sentences(self.text):
            piece = self.text[low:high]
            start = low + len(piece) - len(piece.lstrip())
            end = low + len(piece.rstrip())
            at = bisect.bisect_right(starts, end - 1) - 1
            if at < 0 or start >= end:
                continue
            block = self.blocks[at]
            start, end = max(start, block.body), min(end, block.end)
            if start < end:
                found.append(Sentence(start, end, self.text[start:end], block))
        return tuple(found)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset of the view."""
        at = bisect.bisect_right(self._block_starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None

    def gaps(self, block: Block) -> list[Span]:
        """The parts of a line between runs of three blanks or more in the original, as ranges of the view."""
        low, high = self.view.original(block.start, block.end)
        line = self.document.text[low:high]
        if "\n" in line or "   " not in line:
            return []
        return [
            (self.view.place(low + m.start()), self.view.place(low + m.end()))
            for m in re.finditer(r"\S+(?:[ \u00a0]{1,2}\S+)*", line)
        ]

    def blocks_before(self, offset: int, count: int) -> Sequence[Block]:
        """The last blocks that begin before an offset, in order."""
        at = bisect.bisect_left(self._block_starts, offset)
        return self.blocks[max(0, at - count) : at]

    def opens_matter_since(self, section: str | None, offset: int) -> bool:
        """Whether a new agenda item has begun after the heading of the section that an offset is counted to."""
        start = self._attribution.matter_start(offset)
        if section is None or start is None:
            return False
        since = [b for b in self.blocks_before(offset, 400) if b.start >= start and b.kind == "heading"]
        return not any(section_name(self.text[b.start : b.end]) == section for b in since)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset of the view."""
        at = bisect.bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def cite(self, start: int, end: int) -> Evidence:
        """The original passage behind a range of the view, outer white space left out."""
        piece = self.text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        return self.document.cite(*self.view.original(start, end))

    def fact(
        self,
        kind: str,
        value: Mapping[str, Any],
        start: int,
        end: int,
        *,
        more: Iterable[Span] = (),
        confidence: float = 0.9,
        grade: Grade = "read",
    ) -> Fact:
        """A fact whose main passage is `start:end` of the view; `more` are passages that support single fields."""
        name, version = self._extractor
        return Fact(
            kind=kind,
            value=value,
            evidence=(self.cite(start, end), *(self.cite(a, b) for a, b in more)),
            extractor=name,
            extractor_version=version,
            grade=grade,
            confidence=confidence,
            topic=self.topic.name if self.on_topic(start, value) else None,
        )

    @functools.cached_property
    def _attribution(self) -> Attribution:
        return Attribution(self)

    @property
    def mentions(self) -> list[tuple[int, int, Programme]]:
        """Where a programme is named, in text order; look-alikes of the topic's own name left out."""
        return self._attribution.mentions

    @property
    def tables(self) -> list[Table]:
        """The tables of the prose."""
        return self._attribution.tables

    def mentions_in(self, low: int, high: int) -> list[tuple[int, int, Programme]]:
        """The mentions that begin in a range."""
        return self._attribution.between(low, high)

    def next_other(self, offset: int, programme: Programme) -> tuple[int, int, Programme] | None:
        """The first mention from an offset on that is not of this programme."""
        return self._attribution.next_other(offset, programme)

    def programme(self, offset: int) -> Programme | None:
        """The programme that a passage at this offset is about; None where the text names none.

        In order: named in its table row or column, in its sentence (rather in the same clause), last before it in the
        segment, in a heading above; else the one that opens its agenda item or the document if most mentions are of it.
        """
        return self._attribution.at(offset)

    @functools.cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.blocks]

    @functools.cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def on_topic(self, offset: int, value: Mapping[str, Any]) -> bool:
        """Whether a fact here belongs to the topic: by its own programme, else by what its segment speaks of."""
        if value.get("programme"):
            return bool(value["programme"] == self.topic.short)
        if value.get("own") is False:  # a neighbouring programme matters where it stands beside the topic
            return self._speaks_of_topic
        programme = self.programme(offset)
        return programme is not None and programme.own

    def with_topic(self, fact: Fact) -> Fact:
        """A stated fact with its topic: by its own line on a page that lists many things, else by the whole page."""
        if self._lists_many and fact.evidence:
            low = self.text.rfind("\n", 0, self.view.place(fact.start)) + 1
            high = self.text.find("\n", self.view.place(fact.end))
            about = bool(self.topic.mentions(self.text[low : high if high >= 0 else None]))
        else:
            about = self._speaks_of_topic
        return dataclasses.replace(fact, topic=self.topic.name) if about else fact

    @functools.cached_property
    def _speaks_of_topic(self) -> bool:
        return bool(self.topic.mentions(self.text))

    @functools.cached_property
    def _lists_many(self) -> bool:
        return len(self.stated("agenda_item")) > 1

    @functools.cached_property
    def date(self) -> dt.date | None:
        """Day of the meeting, or else of the document, as far as the page states one."""
        for fact in self.known:
            if fact.kind in ("meeting", "consultation") and re.fullmatch(
                r"\d{4}-\d\d-\d\d", str(fact.value.get("date"))
            ):
                return dt.date.fromisoformat(fact.value["date"])
        return None

    def stated(self, kind: str) -> Sequence[Fact]:
        """Facts of a kind that are known already."""
        if self._by_kind[0] != len(self.known):
            by_kind: dict[str, list[Fact]] = {}
            for fact in self.known:
                by_kind.setdefault(fact.kind, []).append(fact)
            self._by_kind = (len(self.known), by_kind)
        return self._by_kind[1].get(kind, [])
