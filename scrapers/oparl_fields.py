"""The properties of one OParl object, each with the place where the file prints it.

Values come as `corpus/model.py` wants them. What a server leaves out, sets to null or to "" is None: servers do all
three. A value of another type than the specification's is a ParseError that names its path.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.json_text import JsonText, Path, oparl_type
from scrapers.page import BERLIN, Page

_MIME_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
    "zip": "application/zip",
}


class Fields:
    """An OParl object at a path of the file. Each method reads a property and remembers its place under `field`."""

    def __init__(self, page: Page, json: JsonText, path: Path, parent: Fields | None = None) -> None:
        self.page, self.json, self.path, self.parent = page, json, path, parent
        self.data: Mapping[str, Any] = json.value(path)
        type_ = oparl_type(self.data)
        if type_ is None:
            raise self.wrong("type", "an OParl schema URL", self.data.get("type"))
        self.type = type_
        self.places: dict[str, Span] = {}

    def wrong(self, name: str, expected: str, got: object) -> ParseError:
        """The error for a property whose value is not what the specification says."""
        where = ".".join(str(step) for step in (*self.path, name))
        return ParseError(self.page.url or "page", where, expected, f"{type(got).__name__} {str(got)[:60]!r}")

    def text(self, field: str, *names: str) -> str | None:
        """The first of these properties that prints something, blank runs folded."""
        for name in names or (field,):
            value = self.data.get(name)
            if value is None:
                continue
            if not isinstance(value, str):
                raise self.wrong(name, "a string", value)
            printed = self.page.at(self.json.span((*self.path, name)))
            if printed:
                self._remember(field, name)
                return printed
        return None

    def required(self, field: str, *names: str) -> str:
        """As `text`, for what a record cannot be without."""
        value = self.text(field, *names)
        if value is None:
            raise self.wrong(" or ".join(names or (field,)), "a string that is not empty", self.data.get(field))
        return value

    def words(self, field: str, name: str) -> str | None:
        """The strings of a list in one line, as in the academic titles "Prof.", "Dr."."""
        found = [value for value in self._list(name) if value]
        if not all(isinstance(value, str) for value in found):
            raise self.wrong(name, "a list of strings", found)
        self._remember_list(field, name)
        return " ".join(found) or None

    def links(self, field: str, *names: str) -> tuple[str, ...]:
        """The ids that these properties link to, as URLs or as embedded objects; a single one counts as a list."""
        found: list[str] = []
        for name in names:
            if not found:
                self._remember_list(field, name)
            found += [self._id(name, value) for value in self._list(name) if value]
        return tuple(found)

    def link(self, field: str, name: str) -> str | None:
        """The id that a property links to, the first one of a list."""
        for path, value in self._members(name):
            self.places[field] = self.json.span(path)
            return self._id(name, value)
        return None

    def flag(self, field: str, name: str) -> bool | None:
        """A property that is true or false."""
        value = self.data.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, bool):
            raise self.wrong(name, "true or false", value)
        self._remember(field, name)
        return value

    def number(self, field: str, name: str) -> int | None:
        """A whole number; Session prints some as strings."""
        value = self.data.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int | str) or not re.fullmatch(r"\s*\d+\s*", str(value)):
            raise self.wrong(name, "a whole number", value)
        self._remember(field, name)
        return int(value)

    def day(self, field: str, name: str) -> dt.date | None:
        """A date; the day in Berlin where a server prints a date-time."""
        moment = self.moment(field, name)
        return moment.date() if isinstance(moment, dt.datetime) else moment

    def moment(self, field: str, name: str) -> dt.datetime | dt.date | None:
        """A date-time in Europe/Berlin; a date without time stays a date. Without offset it is Berlin's wall clock."""
        printed = self.text(field, name)
        if printed is None:
            return None
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", printed):
                return dt.date.fromisoformat(printed)
            moment = dt.datetime.fromisoformat(printed)
        except ValueError as e:
            raise self.wrong(name, "an ISO 8601 date or date-time", printed) from e
        return moment.astimezone(BERLIN) if moment.tzinfo else moment.replace(tzinfo=BERLIN)

    def hour(self, field: str, name: str) -> dt.datetime | None:
        """A moment that must have a time of day."""
        moment = self.moment(field, name)
        if moment is not None and not isinstance(moment, dt.datetime):
            raise self.wrong(name, "an ISO 8601 date-time", moment)
        return moment

    def mime_type(self) -> str | None:
        """The media type; ALLRIS prints the ending ("pdf") instead."""
        printed = self.text("mime_type", "mimeType")
        return _MIME_TYPES.get(printed.lower().lstrip("."), printed) if printed else None

    def ags(self) -> str | None:
        """The municipality key, from the AGS or else from the longer Regionalschlüssel.

        Servers drop the leading zero (7 digits) or add one at the end (9). A Kreis or kreisfreie Stadt has five digits.
        """
        for name, pattern in (("ags", r"(\d?)(\d{4})(\d{3})?"), ("rgs", r"(\d?)(\d{4})\d{4}(\d{3})")):
            match = re.fullmatch(pattern, self.text("id", name) or "")
            if match and 1 <= int(match[1] + match[2][0]) <= 16:
                return ((match[1] or "0") + match[2] + (match[3] or "")).removesuffix("000")
        self.places.pop("id", None)
        return None

    def from_parent(self, field: str, *types: str) -> str | None:
        """The id of the object that this one is embedded in, if that is of one of these types."""
        parent = self.parent
        if parent is None or parent.type not in types:
            return None
        self.places[field] = self.json.span((*parent.path, "id"))
        return parent.required("id")

    def holder(self) -> tuple[str | None, int | None]:
        """The property of the parent that holds this object, and the position in its list, from 1."""
        if self.parent is None:
            return None, None
        name, *rest = self.path[len(self.parent.path) :]
        return str(name), (int(rest[0]) + 1 if rest else None)

    def _remember(self, field: str, name: str) -> None:
        self.places[field] = self.json.span((*self.path, name))

    def _remember_list(self, field: str, name: str) -> None:
        """Remember a list from its first to its last entry; no place if it has none."""
        spans = [self.json.span(path) for path, _ in self._members(name)]
        if spans:
            self.places[field] = (spans[0][0], spans[-1][1])

    def _members(self, name: str) -> Iterator[tuple[Path, Any]]:
        """The entries of a list, or its single value, with the path of what identifies each."""
        for number, value in enumerate(self._list(name)):
            if value:
                path = (*self.path, name, number) if isinstance(self.data[name], list) else (*self.path, name)
                yield (*path, "id") if isinstance(value, Mapping) else path, value

    def _list(self, name: str) -> list[Any]:
        value = self.data.get(name)
        return value if isinstance(value, list) else [] if value is None or value == "" else [value]

    def _id(self, name: str, value: Any) -> str:
        found = value.get("id") if isinstance(value, Mapping) else value
        if not isinstance(found, str) or not found.strip():
            raise self.wrong(name, "a URL, or an object with an id", value)
        return found.strip()
