"""The properties of one object in the JSON of a product other than OParl, each with the place where the file prints it.

What a product leaves out, sets to null or to "" is None. A value of another type than expected is a ParseError that
names its path.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.json_text import JsonText, Path
from scrapers.page import BERLIN, Page


class Values:
    """An object at a path of the file. Methods read a property and remember its place under `field`."""

    def __init__(self, page: Page, json: JsonText, path: Path) -> None:
        self.page, self.json, self.path = page, json, path
        self.places: dict[str, Span] = {}
        value = json.value(path)
        if not isinstance(value, Mapping):
            raise self.wrong("", "an object", value)
        self.data: Mapping[str, Any] = value

    def wrong(self, name: str, expected: str, got: object) -> ParseError:
        """The error for a property whose value is not what its name promises."""
        where = ".".join(str(step) for step in (*self.path, name) if step != "")
        return ParseError(self.page.url or "page", where, expected, f"{type(got).__name__} {str(got)[:60]!r}")

    def text(self, field: str, *names: str) -> str | None:
        """The first of these properties that prints something, blank runs folded; numbers as printed."""
        for name in names:
            value = self.data.get(name)
            if value is None or value == "":
                continue
            if isinstance(value, bool) or not isinstance(value, str | int):
                raise self.wrong(name, "a string or a number", value)
            span = self.json.span((*self.path, name))
            if printed := self.page.at(span):
                self.places[field] = span
                return printed
        return None

    def required(self, field: str, name: str) -> str:
        """As `text`, for what a record cannot be without."""
        value = self.text(field, name)
        if value is None:
            raise self.wrong(name, "a string or a number", self.data.get(name))
        return value

    def id(self, name: str) -> str | None:
        """A number or code that identifies something; 0 means nothing. No place is remembered."""
        value = self.text("", name)
        self.places.pop("", None)
        return value if value != "0" else None

    def number(self, field: str, name: str) -> int | None:
        """A whole number, also one printed as a string."""
        printed = self.text(field, name)
        if printed is not None and not re.fullmatch(r"\d+", printed):
            raise self.wrong(name, "a whole number", printed)
        return int(printed) if printed is not None else None

    def day(self, field: str, name: str) -> dt.date | None:
        """An ISO 8601 date, also the one of a date-time without offset."""
        printed = self.text(field, name)
        try:
            return dt.date.fromisoformat(printed[:10]) if printed else None
        except ValueError as e:
            raise self.wrong(name, "an ISO 8601 date", printed) from e

    def moment(self, field: str, name: str) -> dt.datetime | None:
        """An ISO 8601 date-time in Europe/Berlin; without offset it is Berlin's wall clock."""
        printed = self.text(field, name)
        try:
            moment = dt.datetime.fromisoformat(printed) if printed else None
        except ValueError as e:
            raise self.wrong(name, "an ISO 8601 date-time", printed) from e
        return None if moment is None else moment.astimezone(BERLIN) if moment.tzinfo else moment.replace(tzinfo=BERLIN)

    def child(self, name: str) -> Values | None:
        """The object in a property, None without one."""
        return Values(self.page, self.json, (*self.path, name)) if self.data.get(name) else None

    def children(self, name: str) -> Iterator[Values]:
        """The objects of a list."""
        found = self.data.get(name)
        if found is not None and not isinstance(found, list):
            raise self.wrong(name, "a list", found)
        for number in range(len(found or ())):
            yield Values(self.page, self.json, (*self.path, name, number))


def values_of(page: Page) -> tuple[JsonText, list[Values]]:
    """The objects of a product's answer: those of its list, or the one that it is."""
    json = page.json
    if json is None or json.shape is None:
        raise ParseError(page.url or "page", "JSON", "an answer of a known product", "none")
    paths: list[Path] = [(number,) for number in range(len(json.data))] if json.shape.listed else [()]
    return json, [Values(page, json, path) for path in paths]
