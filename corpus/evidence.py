"""Documents, the passages cited from them, and the facts that rest on those passages.

A document's text is never edited, only replaced by another document. All offsets are half-open and count Unicode
code points of that text. `Document.cite` is the only maker of `Evidence`, so a quote is verbatim by construction.
"""

from __future__ import annotations

import bisect
import dataclasses
import functools
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from corpus.errors import EvidenceError

Span = tuple[int, int]
"""Half-open range of code points in one text."""

Grade = Literal["stated", "read", "reviewed"]
"""angegeben (a structured field says it), gelesen (found in running text), geprüft (a person accepted or gave it)."""


def least_certainty(page_starts: Sequence[int], recognised: Sequence[Sequence[float]], spans: Iterable[Span]) -> float:
    """The least certainty of the recognised pages (number, certainty) that some passage touches; 1.0 without one."""
    if not recognised:
        return 1.0
    by_page = {int(page): certainty for page, certainty in recognised}
    pages = [(bisect.bisect_right(page_starts, a), bisect.bisect_right(page_starts, max(a, b - 1))) for a, b in spans]
    return min((by_page.get(page, 1.0) for first, last in pages for page in range(first, last + 1)), default=1.0)


def sha256(data: bytes | str) -> str:
    """Hex SHA-256 of bytes, or of a string's UTF-8."""
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Beleg: the passage `text[start:end] == quote` of the text whose SHA-256 is `text_sha256`."""

    text_sha256: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """Text of a file or page (Dokument), as one reader gave it."""

    file_sha256: str
    """SHA-256 of the bytes it was read from."""
    media_type: str
    reader: str
    reader_version: int
    text: str
    page_starts: tuple[int, ...] = ()
    """Offset at which each page starts; empty where the source has no pages."""
    unreadable_pages: tuple[int, ...] = ()
    """Numbers (from 1) of pages without any text."""
    recognised_pages: tuple[tuple[int, float], ...] = ()
    """Pages whose text was recognised in a picture: number (from 1), and how certain the tool was (0 to 1)."""

    @functools.cached_property
    def text_sha256(self) -> str:
        """SHA-256 of the text's UTF-8."""
        return sha256(self.text)

    def cite(self, start: int, end: int) -> Evidence:
        """The passage from `start` to `end`. Raises EvidenceError when it is empty or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise EvidenceError(f"passage {start}:{end}: expected a non-empty range within 0:{len(self.text)}")
        return Evidence(text_sha256=self.text_sha256, start=start, end=end, quote=self.text[start:end])

    def proved(self, evidence: Evidence) -> str:
        """The quote, if it stands at its place; else EvidenceError, which stops the run: it is a bug."""
        found = self.text[evidence.start : evidence.end]
        if evidence.text_sha256 != self.text_sha256 or found != evidence.quote:
            place = f"passage {evidence.start}:{evidence.end}"
            raise EvidenceError(f"{place}: expected {evidence.quote!r}, found {found!r}")
        return evidence.quote

    def page_of(self, offset: int) -> int | None:
        """Number of the page that holds the offset, from 1; None where the source has no pages."""
        return bisect.bisect_right(self.page_starts, offset) or None if self.page_starts else None

    def certainty(self, spans: Sequence[Span]) -> float:
        """The least certainty among the recognised pages that the passages touch; 1.0 if they touch none."""
        return least_certainty(self.page_starts, self.recognised_pages, spans)


Relation = Literal["share", "product", "sum", "part"]
"""x % of a whole, posts times the rate of one, summands and their sum, parts of a whole ("davon")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Rechenprobe: numbers of a document that calculate, as they are printed there.

    `terms` are the printed numbers that are calculated with, `result` the one that they are held to. `expected` is
    what the terms give, in the unit of the result.
    """

    relation: Relation
    fits: bool
    expected: float
    terms: tuple[Evidence, ...]
    result: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Gelesene Angabe: one claim of a document, with the passages that make it.

    `kind` and the fields of `value` are those of docs/PROVENANCE.md. `evidence` is empty only for what a person gave
    with the file, or what rests on the page's own address; `value["rests_on"]` then says so.
    """

    kind: str
    value: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    extractor: str
    extractor_version: int
    grade: Grade = "read"
    confidence: float = 0.9
    """0 to 1, the extractor's own estimate; not a measured probability."""
    topic: str | None = None
    checks: tuple[Check, ...] = ()
    """Calculations that its number takes part in. They change `confidence`, never the value."""

    @property
    def start(self) -> int:
        """Offset of the main passage, 0 without one."""
        return self.evidence[0].start if self.evidence else 0

    @property
    def end(self) -> int:
        """End of the main passage, 0 without one."""
        return self.evidence[0].end if self.evidence else 0

    def key(self) -> str:
        """What tells this fact from the others of its document: a hash of kind, value, extractor and passages."""
        places = [(e.start, e.end) for e in self.evidence]
        raw = json.dumps([self.kind, dict(self.value), self.extractor, places], sort_keys=True, ensure_ascii=False)
        return sha256(raw)[:24]

    def but(self, **changes: Any) -> Fact:
        """The same fact with some fields of its value changed."""
        return dataclasses.replace(self, value={**self.value, **changes})


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was neither read nor declared empty: where, what was expected there, what was found."""

    stage: str
    """fetch, read, parse or check."""
    place: str
    expected: str
    found: str
    page: int | None = None
    file_sha256: str | None = field(default=None)
