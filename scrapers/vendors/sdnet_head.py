"""What the pages of SD.NET RIM share: the table of details, ids in opaque tokens, links to pages, date and time."""

from __future__ import annotations

import re

from corpus.evidence import Span
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, Tag, query
from scrapers.times import begins_with_time

NAME = "sdnet"
NOTHING: Span = (0, 0)
CONTENT = "#rimcontent #div-content"
_EMPTY = re.compile(
    r"(?i)(?<![^\n.])[^\n.]*\bkeine?\b[^\n.]{0,60}\b(?:vor|vorhanden|gefunden|freigegeben|veröffentlicht|verfügbar|eingestellt)\b"
)
_COUNTED = re.compile(r"(\S[^\n]{0,200}?),\s*\d+\.\s[^\n]*")


class Head:
    """The table of details: labels and cells of values."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows: list[tuple[Tag, Tag]] = []
        for label in page.many(f'{CONTENT} table.table-details th[scope="row"]'):
            value = label.find_next_sibling("td")
            if isinstance(value, Tag):
                self.rows.append((label, value))

    def cell(self, *beginnings: str) -> Tag | None:
        """The value of the first label that starts so."""
        found = (value for label, value in self.rows if fields.label(label.get_text()).startswith(beginnings))
        return next(found, None)

    def span(self, *beginnings: str) -> Span:
        """Place of that value."""
        cell = self.cell(*beginnings)
        return self.page.span(cell) if cell else NOTHING


def places(**spans: Span) -> dict[str, Span]:
    """The places of the fields that the page prints."""
    return {name: span for name, span in spans.items() if span[0] < span[1]}


def trimmed(page: Page, start: int, end: int) -> Span:
    """The place without the blanks around it."""
    piece = page.text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def token_of(href: str) -> str | None:
    """The id in an address: the token of its query, or the part of the path before a document's name."""
    path = re.search(r"(?:^|/)sdnetrim/([^/?#]+)/[^/]*$", href)
    return query(href, "__") or (path[1] if path else None)


def token(link: Tag | None) -> str | None:
    """The id in a link."""
    return token_of(attribute(link, "href") or "")


def links(within: Tag, kind: str) -> list[Tag]:
    """Links to pages of a kind ("tops"), as the product writes them with and without a slash; no exports of them."""
    found = within.select(f'a[href*="{kind}"][href*="__="]')
    return [a for a in found if re.search(rf"(?:^|/){kind}/?\?(?:.*&)?__=", attribute(a, "href") or "")]


def declared_empty(page: Page) -> str | None:
    """The page's own words for "nothing here"."""
    match = _EMPTY.search(page.text[slice(*page.span(page.one(CONTENT)))])
    return match.group().strip() if match else None


def committee(page: Page, cell: Tag | None) -> Span:
    """Place of the committee in "Rat, 28. Sitzung": what the cell links, else what stands before the number."""
    if cell is None:
        return NOTHING
    link = cell.find("a")
    if isinstance(link, Tag):
        return page.span(link)
    start, end = page.span(cell)
    match = _COUNTED.search(page.text, start, end)
    return match.span(1) if match else NOTHING


def date_and_time(page: Page, span: Span) -> tuple[Span, Span]:
    """Places of date and time in "Mi, 09.10.2024 17:00 Uhr" or "09.10.2024, 17 Uhr"."""
    match = re.search(r"(?P<date>\S[^\n]*?\d{1,2}\.\d{1,2}\.\d{4})(?:,?\s+(?P<time>\d.*))?", page.text[slice(*span)])
    if not match:
        return span, NOTHING
    date, time = ((span[0] + match.start(name), span[0] + match.end(name)) for name in ("date", "time"))
    return date, time if begins_with_time(match["time"]) else NOTHING
