"""Pages of council products for tests: reading one as the pipeline does, and what must hold for every record of it."""

import dataclasses
import datetime as dt
import json
from pathlib import Path

from corpus.model import File, Meeting, Vote
from pipeline.readers import read_file
from scrapers.page import Page, PageReading, Row, Vendor, day
from scrapers.vendors import vendors
from tests.oparl_pages import shown

UNPRINTED = frozenset(
    "id url meeting paper agenda_item person of order public cancelled authoritative role mime_type size vote "
    "organization voting_right form_of_address title resolution_text minutes_text sections".split()
)
"""Fields that may rest on a link, an attribute, a position or on another field's words."""


def page_of(source: Path | bytes, url: str | None = None) -> Page:
    """The page that a file is."""
    reading = read_file(source, "file")
    return Page(reading.document, reading.html, url, json=reading.json)


def vendor_named(name: str) -> Vendor:
    """A product by its name."""
    return next(vendor for vendor in vendors() if vendor.name == name)


def read(vendor: str, source: Path | bytes, url: str | None = None) -> tuple[Page, PageReading]:
    """A file and its reading by one product; fails if the product does not know the page."""
    page, reader = page_of(source, url), vendor_named(vendor)
    kind = reader.detect(page)
    assert kind is not None, "not recognised"
    return page, reader.kinds[kind](page)


def review(page: Page, reading: PageReading, *, quotes: bool) -> dict[str, object]:
    """A reading as a person reviews it. The whole text is not part of it: it may change where no record does."""
    found = shown(page, reading, quotes=quotes)
    del found["text_sha256"]
    return found


def check_row(page: Page, row: Row) -> None:
    """Every place prints something without blanks around it, and what it prints is the field's value."""
    for name, span in row.places.items():
        quote = page.text[slice(*span)]
        assert quote == quote.strip() != "", name
        value = getattr(row.record, name, None)
        if name.startswith("votes."):
            value = row.record.votes[int(name.removeprefix("votes."))]  # type: ignore[union-attr]
        assert printed(row, name, value, " ".join(quote.split())), (name, value, quote)
    for field in dataclasses.fields(row.record):
        value = getattr(row.record, field.name)
        if value is None or value in ((), {}) or field.name in UNPRINTED:
            continue
        names = {"start": ("start", "date", "time"), "end": ("end", "time"), "votes": ("votes.0",)}.get(
            field.name, (field.name,)
        )
        titled_only = isinstance(row.record, Meeting) and not row.places
        button = isinstance(row.record, File) and field.name == "name"
        assert titled_only or button or any(name in row.places for name in names), (field.name, value)


def printed(row: Row, name: str, value: object, quote: str) -> bool:
    """Whether a quote, blank runs folded, prints the value; places of derived fields only need to print something."""
    if isinstance(value, Vote):
        return value.raw == quote
    if isinstance(value, tuple):
        return all(v in quote or name == "organization" for v in value)
    if name == "date" and isinstance(row.record, Meeting):
        start = row.record.start
        printed_day = day(quote) or (
            dt.date.fromisoformat(quote[:10]) if len(quote) >= 10 and quote[4] == "-" else None
        )
        return start is not None and (printed_day or start.replace(day=int(quote))) == (
            (printed_day and dt.date(start.year, start.month, start.day)) or start
        )
    if isinstance(value, str):
        return value == quote or name in {"organization", "role", "person", "url", "id", "mime_type"}
    return True


def as_bytes(value: object) -> bytes:
    """A value as a server would send it."""
    return json.dumps(value, ensure_ascii=False).encode()
