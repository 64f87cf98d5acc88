"""OParl files for tests: reading one, showing the reading for review, and what must hold for every one."""

import dataclasses
import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from corpus.json_text import read_json
from corpus.model import Vote, to_json
from scrapers.page import Page, PageReading, Row
from scrapers.vendors.oparl import VENDOR

LINKS = {
    "id",
    "meeting",
    "paper",
    "organization",
    "person",
    "agendaItem",
    "of",
    "leadUnit",
    "originator",
    "follows",
    "deleted",
}
WITHOUT_PLACE = {"order"}
"""Fields whose value need not be printed: an item's position is its place in the list."""


def read(path: Path) -> tuple[Page, PageReading]:
    """The page that an OParl file is, and its reading."""
    document, values = read_json(path.read_bytes(), path.name)
    page = Page(document, json=values)
    kind = VENDOR.detect(page)
    assert kind is not None
    return page, VENDOR.kinds[kind](page)


def shown(page: Page, reading: PageReading, *, quotes: bool) -> dict[str, object]:
    """A reading as a person reviews it, without what is not stated; with the quote of every field if wanted."""
    rows = []
    for row in reading.rows:
        said = {k: v for k, v in to_json(row.record).items() if v not in (None, [], {})}
        said = json.loads(json.dumps(said), object_hook=lambda o: {k: v for k, v in o.items() if v is not None})
        if quotes:
            said["quotes"] = {name: page.text[slice(*span)] for name, span in sorted(row.places.items())}
        rows.append(said)
    found = {
        "kind": reading.kind,
        "text_sha256": page.document.text_sha256,
        "rows": rows,
        "follows": [f"{f.kind} {f.url}" for f in reading.follows],
        "prose": [page.text[slice(*span)] for span in reading.prose],
        "empty": reading.empty,
        "deleted": list(reading.deleted),
    }
    return {k: v for k, v in found.items() if v or k == "rows"}


def shortened(value: object, key: str = "") -> object:
    """A reading in which every string over 40 characters is told by length and hash, but for ids and hashes."""
    if isinstance(value, dict):
        return {k: shortened(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [shortened(v, key) for v in value]
    if not isinstance(value, str) or len(value) <= 40 or key in LINKS or key == "text_sha256":
        return value
    return {"length": len(value), "sha256": hashlib.sha256(value.encode()).hexdigest()[:16]}


def expect(found: object, path: Path) -> None:
    """Compare with a reviewed file. A missing one is written, and the test fails until somebody has reviewed it."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.fail(f"{path.name} was missing and is now written: review it, then run again")
    assert found == json.loads(path.read_text("utf-8"))


def check_row(page: Page, row: Row) -> None:
    """Every stated field has a place, and the place prints the field's value."""
    record = row.record
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if value is None or value in ((), {}):
            assert field.name not in row.places
        elif field.name in row.places:
            quote = page.text[slice(*row.places[field.name])]
            assert quote == quote.strip() != ""
            assert printed(field.name, value, " ".join(quote.split())), (field.name, value, quote)
        else:
            assert field.name in WITHOUT_PLACE, (field.name, value)


def printed(name: str, value: object, quote: str) -> bool:
    """Whether a quote, blank runs folded, prints the value."""
    if isinstance(value, Vote):
        return value.raw == quote
    if isinstance(
        value, tuple
    ):  # originators stand in two properties, persons and organizations: the place is the first
        shown_ones = value[:1] if name == "originator" else value
        return all((v.raw or "" if isinstance(v, Vote) else v) in quote for v in shown_ones)
    if isinstance(value, bool | int):
        return quote == str(value).lower()
    if isinstance(value, dt.date):
        moment = dt.datetime.fromisoformat(quote)
        if not isinstance(value, dt.datetime):
            return moment.date() == value
        return moment == (value if moment.tzinfo else value.replace(tzinfo=None))
    if name == "mime_type":
        return str(value) == quote or str(value).endswith(f"/{quote.lower()}")
    if name == "title":
        return str(value).split() == quote.replace("- ", "").split()
    return value == quote or (name == "id" and quote.isdigit() and str(value) in (quote.zfill(8), quote[:5]))
