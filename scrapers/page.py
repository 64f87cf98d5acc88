"""One page of a council information system, ready to be read: its text, its elements, and records with their places.

Reading a page is a pure function of (bytes, url). A vendor module selects elements with a declared cardinality and
builds `Row`s: a record plus the place of each printed field in the page's text, from which the stated facts follow.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urljoin, urlsplit
from zoneinfo import ZoneInfo

from bs4 import element

from corpus.errors import ParseError
from corpus.evidence import Document, Span
from corpus.json_text import JsonText
from corpus.model import Follow, Record
from corpus.text import HtmlText
from scrapers.times import start_and_end

__all__ = [
    "BERLIN",
    "Page",
    "PageReading",
    "Row",
    "Start",
    "Tag",
    "Vendor",
    "day",
    "moment",
    "months",
    "query",
    "size_in_bytes",
]

BERLIN = ZoneInfo("Europe/Berlin")

Tag = element.Tag
"""An HTML element, for vendor modules: they know pages, not the library behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record and, by field name of the record, the span of the printed value in the page's text."""

    record: Record
    places: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What one page gives: records in page order, links to follow, and the spans of running text."""

    vendor: str
    kind: str
    rows: tuple[Row, ...]
    follows: tuple[Follow, ...] = ()
    prose: tuple[Span, ...] = ()
    """Where running text stands (minutes, reasons, resolution). Extractors read only there."""
    empty: str | None = None
    """The page's own words for "nothing here", where it has no record to give."""
    deleted: tuple[str, ...] = ()
    """Ids of records that the page itself declares deleted (OParl's `deleted: true`); they are not among the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A list that a crawl begins with: its address, the page kind expected there, the last day that it tells of."""

    url: str
    kind: str
    last: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """A product: how its pages are recognised and which function reads which kind of page."""

    name: str
    label: str
    detect: Callable[[Page], str | None]
    """The page's kind if the page is this product's and of a kind that can be read, else None."""
    kinds: Mapping[str, Callable[[Page], PageReading]]
    version: int = 1
    """Raised with every change that can change a record."""
    marks: tuple[str, ...] = ()
    """CSS selectors of what shows the product on any of its pages, also on those that no reader knows."""
    starts: Callable[[Page, dt.date, dt.date], tuple[Start, ...]] | None = None
    """Lists of the meetings of a period (both days included), given the site's start page; None: no list is read."""


class Page:
    """A page's text and elements. `html` is None for a captured text or a PDF, `json` is what a JSON file holds."""

    def __init__(
        self, document: Document, html: HtmlText | None = None, url: str | None = None, json: JsonText | None = None
    ) -> None:
        self.document, self.html, self.url, self.json = document, html, url, json
        self.text = document.text

    def many(self, selector: str, *, within: Tag | None = None, least: int = 1) -> list[Tag]:
        """All elements that match the CSS selector; ParseError if there are fewer than `least`."""
        root = within or (self.html.soup if self.html else None)
        found = root.select(selector) if root else []
        if len(found) < least:
            raise ParseError(self.url or "page", selector, f"{least} or more elements", str(len(found)))
        return found

    def one(self, selector: str, *, within: Tag | None = None) -> Tag:
        """The one element that matches; ParseError if there is none or there are several."""
        found = self.many(selector, within=within)
        if len(found) != 1:
            raise ParseError(self.url or "page", selector, "one element", str(len(found)))
        return found[0]

    def maybe(self, selector: str, *, within: Tag | None = None) -> Tag | None:
        """The first element that matches, or None."""
        found = self.many(selector, within=within, least=0)
        return found[0] if found else None

    def span(self, node: Tag) -> Span:
        """Place of an element's text in the page's text."""
        if self.html is None:
            raise ParseError(self.url or "page", "element", "an HTML page", "a text without elements")
        return self.html.span(node)

    def at(self, span: Span) -> str | None:
        """The text at a place with blank runs folded to one blank; None where nothing is printed."""
        return re.sub(r"\s+", " ", self.text[slice(*span)]).strip() or None

    def link(self, href: str) -> str:
        """The absolute address of a link on this page, which may name another base for its links."""
        base = self.maybe("base[href]")
        return urljoin(urljoin(self.url or "", str(base["href"]) if base else ""), href)


def query(url: str, name: str) -> str | None:
    """A parameter of an address, whatever its case; the last one if a page printed it twice."""
    for key, values in parse_qs(urlsplit(url).query).items():
        if key.casefold() == name.casefold():
            return values[-1].strip() or None
    return None


def months(since: dt.date, until: dt.date) -> list[tuple[dt.date, dt.date]]:
    """First and last day of each month from `since` to `until`, in order."""
    found, first = [], since.replace(day=1)
    while first <= until:
        following = (first + dt.timedelta(days=32)).replace(day=1)
        found.append((first, following - dt.timedelta(days=1)))
        first = following
    return found


def day(text: str | None) -> dt.date | None:
    """The first date written TT.MM.JJJJ, as in "Mi., 17.02.2021"; None without one."""
    match = re.search(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)", text or "")
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def moment(date: dt.date | None, time: str | None) -> dt.datetime | dt.date | None:
    """A date with its printed time ("17:00", "17.45 Uhr", the first of "15:01-16:34") in Europe/Berlin."""
    start, _ = start_and_end(time)
    return dt.datetime.combine(date, start, BERLIN) if date and start else date


def size_in_bytes(text: str | None) -> int | None:
    """A printed file size ("398,8 kB", "1,2 MB") in bytes, with the decimal units that RIS print."""
    match = re.search(r"([\d.]+(?:,\d+)?)\s*(Bytes?|[kKMG]i?B)\b", text or "")
    if not match:
        return None
    unit = {"b": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}[match[2][0].lower()]
    return round(float(match[1].replace(".", "").replace(",", ".")) * unit)
