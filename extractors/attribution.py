"""Which programme a passage is about: by clause, table row or column, heading, agenda item, else the document.

A neighbour named nearer beats the topic's own programme named earlier. Sums over several programmes belong to none of
them, and what stands under another agenda item belongs to that item's matter.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.patterns import guarded
from corpus.topic import Programme
from extractors.attribution_asides import ASIDE, EMPLOYED, SOURCE, set_apart
from extractors.attribution_names import Named, changes, mentions, unknown
from extractors.matters import Matter, matters
from extractors.structure import Block
from extractors.tables import Row, Table, tables

if TYPE_CHECKING:
    from extractors.analysis import Analysis, Sentence

_FUNDED = guarded(r"[^\d.;]{0,50}\b(?:aus|für|über|zu|im Rahmen|nach|bei)\b[^\d.;]{0,50}\Z")
_BACK = 200
"""Mentions before a passage among which the one is looked for that lasts."""
_TIED = guarded(r"[\d.,]{1,16}")
_JOINED = guarded(r"[,;]|\bund\b")
_TOGETHER = guarded(r"(?i)\b(?:zusammen|insgesamt|in summe|gesamt\w*|summe)\b")
_SUM_ROW = guarded(r"(?i)\W{0,3}(?:summe|gesamt\w*|insgesamt|zusammen|total)\b")
_THEREOF_ROW = guarded(r"\W{0,4}(?:davon|darunter|hiervon|dav\.)\b")
_PROGRAMMES = guarded(r"(?i)programm|projekt|förderung\b|förder(?:zweck|linie|bereich)|zuwendung(?:szweck)?\b|vorhaben")
_MODULE = guarded(r"\b(?:[Mm]odul|[Bb]austein|[Ff]örderlinie)")
_PAGE = guarded(r"[^\n]{0,90}\bSeite:? \d{1,3}(?: (?:von|/) ?\d{1,3}|/\d{1,3})?\s?\Z")
"""What pages repeat: it opens no passage."""
_TITLE = guarded(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,7}[.)]?|[A-Z][.)]|[a-z]\)|[IVX]{1,4}[.)])\s[A-ZÄÖÜ„“\"»][^\n]{2,100}[^\n.,;:!?]\Z"
)
"""A line such as "D. Bundesprogramm „X“" or "2.1 Personal", whatever its last character is."""
_BACKWARD = guarded(
    r"(?:\w{2,12}\s){0,2}(?:[Dd]eren|[Dd]essen|[Dd]erselben|[Dd]iese[rnms]?|[Hh]ier(?:zu|für|bei|von|aus)|[Dd]a(?:zu|für|von|rin|raus))\b"
)
"""A line that points back opens no passage of its own, though it looks like a heading."""
_PREFIX = guarded(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,7}|[A-Z]|[IVX]{1,4})[.)]?\s")
SEVERAL = Programme(name="mehrere Programme", own=False, words=guarded(r"(?!)"))
"""What a sum over several programmes belongs to."""


class Attribution:
    """The programmes of a document and the passages that they rule."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.mentions = mentions(analysis)
        self._starts = [m[0] for m in self.mentions]
        self._untabled = [m for m in self.mentions if not self._in_table(m)]
        self._changes = changes(self.mentions)
        self._said: tuple[Sentence | None, list[Named], bool] = (None, [], False)
        self._modular: dict[int, bool] = {}
        self._openings: dict[int, Programme | None] = {}
        self._own_tables: dict[int, bool] = {}
        self._scopes = _scopes(analysis)
        self._matters = matters(analysis)
        self.tables = tables(analysis.text, analysis.blocks, analysis.gaps)

    def between(self, low: int, high: int) -> list[Named]:
        """Mentions that begin in a range."""
        return self.mentions[bisect.bisect_left(self._starts, low) : bisect.bisect_left(self._starts, high)]

    def at(self, offset: int) -> Programme | None:
        """The programme that the passage at this offset is about; None where the text names none."""
        sentence = self.analysis.sentence_at(offset)
        block = self.analysis.block_at(offset)
        table = self._table_at(offset) if block else None
        here = self._in_row(table, offset) if table else None
        if here is None and sentence:
            here = self._in_sentence(sentence, offset)
        if here is None and block:
            low = self._scope(block.start)
            here = self._lasting(low, offset, block, sentence) or self._above(low)
        return here or self._of_matter(offset)

    def _in_sentence(self, sentence: Sentence, offset: int) -> Programme | None:
        """The one named in the sentence; of several the one in the same clause, tied to what stands at the offset."""
        named, several = self._named_in(sentence)
        if not named:
            return None
        if not several:
            first = named[0]
            if not first[2].own and set_apart(self.text, offset, first[0], sentence.end):
                return None
            ruling = self._ruling(sentence) if self._is_employer(named[0], offset) else None
            return ruling or named[0][2]
        return self._nearest(named, offset, sentence)

    def _named_in(self, sentence: Sentence) -> tuple[list[Named], bool]:
        """What a sentence names but not as an aside, and whether these are several programmes."""
        if self._said[0] is not sentence:
            every = self.between(sentence.start, sentence.end)
            named = [m for m in every if not ASIDE.search(self.text[max(sentence.start, m[0] - 50) : m[0]])]
            self._said = (sentence, named, len({m[2].name for m in named}) > 1)
        return self._said[1:]

    def _nearest(self, named: Sequence[Named], offset: int, sentence: Sentence) -> Programme:
        """The one of several programmes that a passage of their sentence belongs to."""
        at = bisect.bisect_right(named, offset, key=lambda m: m[0])
        lead = self.text[max(sentence.start, offset - 40) : offset]
        if at == len(named) and _TOGETHER.search(lead):
            return SEVERAL
        if at == 0:
            return named[0][2]
        if at < len(named):
            tied = _TIED.match(self.text, offset, named[at][0])
            funded = _FUNDED.fullmatch(self.text, tied.end() if tied else offset, named[at][0])
            if funded and _JOINED.search(self.text, named[at - 1][1], offset):
                return named[at][2]
        return named[at - 1][2]

    def _is_employer(self, mention: Named, offset: int) -> bool:
        """A neighbour that only names where somebody works: "die halbe Stelle beim Jugendmigrationsdienst"."""
        lead = self.text[max(0, mention[0] - 40) : mention[0]]
        return not mention[2].own and mention[0] > offset and bool(EMPLOYED.search(lead))

    def _ruling(self, sentence: Sentence) -> Programme | None:
        """The programme that the heading above names."""
        head = self.analysis.block_at(self._scope(sentence.block.start))
        return self._last(self.between(head.start, head.end)) if head and head is not sentence.block else None

    def _lasting(self, low: int, offset: int, block: Block, sentence: Sentence | None) -> Programme | None:
        """The last one named since `low` outside of tables.

        Left out are neighbours that an earlier paragraph names in passing: money's source, or before the topic's
        words. A sentence that speaks of one of the topic's modules goes back to the topic, not to such a neighbour.
        """
        modular = sentence is not None and self._speaks_of_module(sentence)
        at = bisect.bisect_right(self._untabled, offset, key=lambda m: m[0])
        for named in reversed(self._untabled[max(0, at - _BACK) : at]):
            if named[0] < low:
                break
            if (
                named[2].own
                or named[0] >= block.start
                or not (modular or SOURCE.search(self.text[max(0, named[0] - 40) : named[0]]))
                or self._opens_scope(named)
            ):
                return named[2]
        return None

    def _speaks_of_module(self, sentence: Sentence) -> bool:
        if sentence.start not in self._modular:
            found = any(m.words.search(sentence.text) for m in self.analysis.topic.modules)
            self._modular[sentence.start] = found
        return self._modular[sentence.start]

    def _opens_scope(self, mention: Named) -> bool:
        """Whether a neighbour is named in the first line of its passage, which then is about it."""
        head = self.analysis.block_at(self._scope(mention[0]))
        return head is not None and mention[0] < head.end <= head.start + 160 and self.text[head.end - 1] not in ".;"

    def _scope(self, offset: int) -> int:
        """Where the segment or the lettered title above an offset begins."""
        return self._scopes[max(0, bisect.bisect_right(self._scopes, offset) - 1)]

    def _last(self, named: Sequence[Named]) -> Programme | None:
        return named[-1][2] if named else None

    def next_other(self, offset: int, programme: Programme) -> Named | None:
        """The first mention from an offset on that is not of this programme."""
        at = bisect.bisect_left(self._starts, offset)
        if at < len(self.mentions) and self.mentions[at][2].name == programme.name:
            at = self._changes[at]
        return self.mentions[at] if at < len(self.mentions) else None

    def _above(self, low: int) -> Programme | None:
        """The programme of the heading "2. X" for what stands under "2.1"."""
        number = _PREFIX.match(self.text, low)
        if not number or "." not in number["number"]:
            return None
        parent = number["number"].rpartition(".")[0]
        at = bisect.bisect_left(self._scopes, low)
        for start in reversed(self._scopes[max(0, at - 60) : at]):
            block = self.analysis.block_at(start)
            if block is None:
                continue
            above = _PREFIX.match(self.text, block.start)
            if above and above["number"] == parent:
                return self._last(self.between(block.start, block.end)) or self._beside(block.end, low)
        return None

    def _beside(self, low: int, high: int) -> Programme | None:
        """What the sections before this one under the same heading are about, if all are about neighbours alone."""
        named = [m for m in self.between(low, high) if not self._in_table(m)]
        return named[-1][2] if named and not any(m[2].own for m in named) else None

    def _table_at(self, offset: int) -> Table | None:
        at = bisect.bisect_right(self.tables, offset, key=lambda t: t.start) - 1
        return self.tables[at] if at >= 0 and offset < self.tables[at].end else None

    def _in_table(self, mention: Named) -> bool:
        block = self.analysis.block_at(mention[0])
        return block is not None and block.kind == "row"

    def _in_row(self, table: Table, offset: int) -> Programme | None:
        """By the row's own cells, else the head of the column; a row of sums over several programmes has none."""
        row = table.row_at(offset)
        if row is None or row is table.header:
            return None
        own = self.between(row.start, row.end)
        if own:
            return ([m for m in own if m[0] <= offset] or own)[-1][2]
        cell = row.cell_at(offset)
        if table.header and cell:
            headed = next((c for c in table.header.cells if c.column == cell.column), None)
            by_column = self.between(headed.start, headed.end) if headed else []
            if by_column:
                return by_column[-1][2]
        if _SUM_ROW.match(self.text, row.start):
            low, high = (bisect.bisect_left(self._starts, offset) for offset in (table.start, row.start))
            above = [r for r in table.rows[:41] if r.start < row.start]
            others = any(self._listed(table, r) for r in above)
            return SEVERAL if others or (low < high and self._changes[low] < high) else None
        return self._grouped(table, row) or self._listed(table, row)

    def _grouped(self, table: Table, row: Row) -> Programme | None:
        """By the row that heads a group: the nearest above without figures, or the one that "davon" goes back to."""
        parts = bool(_THEREOF_ROW.match(self.text, row.start))
        at = bisect.bisect_left(table.rows, row.start, key=lambda r: r.start)
        for above in reversed(table.rows[max(0, at - 40) : at]):
            named = self.between(above.start, above.end)
            if (parts or len(above.cells) == 1) and named:
                return named[-1][2]
            if _SUM_ROW.match(self.text, above.start) or (parts and not _THEREOF_ROW.match(self.text, above.start)):
                return None
        return None

    def _listed(self, table: Table, row: Row) -> Programme | None:
        """In a table of programmes that names the topic, every other label stands for a programme of its own."""
        label = row.cells[0]
        head = table.head_of(label)
        topic = self.analysis.topic
        if not _PROGRAMMES.search(head) or not re.match(r"[A-ZÄÖÜ„\"]", label.text):
            return None
        if any(m.words.search(label.text) for m in topic.modules) or _MODULE.search(label.text):
            return None
        if table.start not in self._own_tables:
            named = self.between(table.start, table.end)
            self._own_tables[table.start] = any(m[2].own for m in named if self._in_table(m))
        return unknown(label.text) if self._own_tables[table.start] else None

    def matter_start(self, offset: int) -> int | None:
        """Where the agenda item that holds an offset begins; None in a document of one matter."""
        at = bisect.bisect_right(self._matters, offset, key=lambda m: m.start) - 1
        return self._matters[at].start if at >= 0 else None

    def _of_matter(self, offset: int) -> Programme | None:
        """The programme of the agenda item or document; an item of another matter stands for itself."""
        at = bisect.bisect_right(self._matters, offset, key=lambda m: m.start) - 1
        if at not in self._openings:
            self._openings[at] = self._opening_of(self._matters[at]) if at >= 0 else self._opening(self.mentions)
        return self._openings[at]

    def _opening_of(self, matter: Matter) -> Programme | None:
        if not matter.own:
            return matter.as_programme
        named = self.between(matter.start, matter.end)
        return self._opening(named) if named else self.analysis.topic.programmes[0]

    def _opening(self, named: Sequence[Named]) -> Programme | None:
        """The one that opens a range if most mentions there are of it; for the topic's own half of them are enough."""
        first = named[0][2] if named else None
        if first is None:
            return None
        count = 2 * sum(m[2] is first for m in named)
        return first if count > len(named) or (first.own and count == len(named)) else None


def _scopes(analysis: Analysis) -> list[int]:
    """Starts of the segments and of lines that look like titles, in order."""
    segments = {b.segment: b.start for b in reversed(analysis.blocks)}
    pages = {b.start for b in analysis.blocks if _PAGE.match(analysis.text[b.start : min(b.end, b.start + 120)])}
    titles = [
        b.start
        for b in analysis.blocks
        if b.kind == "text" and b.end - b.start <= 110 and _TITLE.match(analysis.text[b.start : b.end])
    ]
    backward = {start for start in segments.values() if _BACKWARD.match(analysis.text, start)}
    return sorted({*segments.values(), *titles} - pages - backward) or [0]
