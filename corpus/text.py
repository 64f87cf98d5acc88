"""From bytes to text, and from a text to the view that rules read.

Three steps, each reproducible: `decode` (bytes to characters, in corpus/charset.py), `plain`/`HtmlText` (the document's
text, which quotes are cut from), `fold` (a second view with an offset map, in which hyphenation and exotic blanks are
undone).
"""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

from corpus.charset import decode
from corpus.evidence import Span
from corpus.lines import Edit, is_wrapped, line_edits

__all__ = ["HTML_VERSION", "Folded", "HtmlText", "decode", "fold", "is_wrapped", "plain"]

HTML_VERSION = 1
"""Raised whenever the text of an HTML page would come out differently."""

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead title "
    "tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_SKIPPED = frozenset("head script style noscript template object iframe svg select textarea".split())
_BUTTONS = frozenset({"submit", "image", "button"})
_SECOND_DOCUMENT = re.compile(
    r"<\?xml[^<>]*\?>|<!DOCTYPE[^<>]*>|<head\b(?:(?!<head\b).)*?</head>|</?(?:html|body)\b[^<>]*>", re.I | re.S
)


def plain(text: str) -> str:
    """A captured text as document text: untouched but for a leading BOM and NUL, which SQLite's substr() stops at."""
    return text.removeprefix("\ufeff").replace("\0", "\ufffd")


class HtmlText:
    """An HTML page as one text, with the span of every element in it.

    Blocks end a line, cells of a table row are parted by a tab, white space runs are one blank as a browser shows
    them. No-break spaces stay. The page's title comes first, as the browser's tab shows it. Buttons and empty spans
    show their title: ALLRIS 3 prints results, ALLRIS 4 the municipality's name nowhere else.
    """

    def __init__(self, html: str) -> None:
        self.soup = BeautifulSoup(_one_document(plain(html)), "lxml")
        self._parts: list[str] = []
        self._length = 0
        self._pending = ""
        self._spans: dict[int, Span] = {}
        if self.soup.title:
            self._element(self.soup.title)
        self._walk(self.soup)
        self.text = "".join(self._parts)

    def span(self, node: Tag) -> Span:
        """Place of the element's text, without the white space around it; an empty range if it shows nothing."""
        start, end = self._spans.get(id(node), (0, 0))
        piece = self.text[start:end]
        return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))

    def _walk(self, node: Tag) -> None:
        for child in node.children:
            if isinstance(child, Tag):
                if child.name in _SKIPPED or child.has_attr("hidden"):
                    continue
                self._element(child)
            elif isinstance(child, NavigableString) and not isinstance(child, Comment | PreformattedString):
                self._add(re.sub(r"[ \t\r\n\f]+", " ", child))

    def _element(self, tag: Tag) -> None:
        edge = "\n" if tag.name in _BLOCKS else "\t" if tag.name in _CELLS else ""
        self._part(edge)
        start = self._length
        pictured = (tag.name == "span" and not tag.contents) or (tag.name == "input" and tag.get("type") in _BUTTONS)
        if pictured and tag.get("title"):
            self._add(f" {tag['title']} ")
        self._walk(tag)
        self._spans[id(tag)] = (start, self._length)
        self._part(edge)

    def _part(self, edge: str) -> None:
        """Remember a line or cell border; it is written once there is text on its other side."""
        self._pending = max(self._pending, edge) if self._length else ""

    def _add(self, text: str) -> None:
        at_border = bool(self._pending) or not self._length
        if at_border:
            text = text.lstrip(" ")
            if not text:
                return
        elif self._parts[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            piece = self._pending + text
            self._pending = ""
            self._parts.append(piece)
            self._length += len(piece)


def _one_document(html: str) -> str:
    """Turn whole documents embedded in a page (ALLRIS 3 pastes each minute as one) into plain parts of it."""
    html = re.sub(r"\A\s*<\?xml[^<>]*\?>", "", html)
    first = re.search(r"<body\b[^<>]*>", html, re.I)
    last = html.lower().rfind("</body")
    if not first or last < first.end():
        return html
    return html[: first.end()] + _SECOND_DOCUMENT.sub("\n", html[first.end() : last]) + html[last:]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as rules read it, and where each of its characters stands in the original."""

    text: str
    offsets: Sequence[int]
    """`offsets[i]` is the original place of `text[i]`; one more at the end for the end of the text."""

    def original(self, start: int, end: int) -> Span:
        """Range of the original text behind the range of the view."""
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]

    def place(self, offset: int) -> int:
        """Place in the view of an original offset (of the next kept character if that one was folded away)."""
        return bisect.bisect_left(self.offsets, offset, 0, len(self.text))


_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_FOLDS = re.compile(  # one set in front lets the search skip everything else
    rf"[- \r\u00ad\u200b\u2060\ufeff{_BLANKS}](?:"
    r"(?<=\u00ad)[ \t]*\r?\n[ \t]*|(?<=[\r\u00ad\u200b\u2060\ufeff])"  # soft hyphens, zero-width marks
    # a word or a compound cut at a line's end
    r"|(?<=[^\W\d_]-)[ \t]*\r?\n[ \t]*(?=[a-zäöüßA-ZÄÖÜ])(?!(?:und|oder|bzw|sowie|als|wie|bis)\b)"
    rf"|(?<=[{_BLANKS}])[ {_BLANKS}]*|(?<= )[ {_BLANKS}]+)"
)
_DROPPED = frozenset("\r\u00ad\u200b\u2060\ufeff")


def fold(text: str, *, wrapped: bool = False, page_starts: Sequence[int] = ()) -> Folded:
    """The view of a text in which line-end hyphens and soft hyphens are gone and every blank run is one blank.

    With `wrapped` (PDF pages, minutes set in lines: see `is_wrapped`) a line break inside a paragraph reads as a blank,
    and what pages repeat is left out. No-break hyphens read as "-"; tabs and the other line breaks stay, since they
    part cells and paragraphs.
    """
    offsets = array("I", range(len(text) + 1))
    if wrapped:
        text, offsets = _edited(text, offsets, line_edits(text, page_starts))
    edits = ((m.start(), m.end(), _kept(text, m)) for m in _FOLDS.finditer(text))
    text, offsets = _edited(text, offsets, edits)
    return Folded(text.translate({0x2010: "-", 0x2011: "-"}), offsets)


def _kept(text: str, match: re.Match[str]) -> str:
    """What is left of a fold: one blank, the hyphen of a compound ("Städte-|Region"), or nothing."""
    first = text[match.start()]
    if first == "-":
        return "-" if text[match.end()].isupper() else ""
    return "" if first in _DROPPED else " "


def _edited(text: str, offsets: array[int], edits: Iterable[Edit]) -> tuple[str, array[int]]:
    """The text with ranges replaced by at most one character each, and the offsets of what is left."""
    out: list[str] = []
    kept = array("I")
    last = 0
    for start, end, new in edits:
        out += (text[last:start], new)
        kept += offsets[last : start + len(new)]
        last = end
    out.append(text[last:])
    kept += offsets[last:]
    return "".join(out), kept
