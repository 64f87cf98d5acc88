"""OParl 1.0 and 1.1 (https://oparl.org/spezifikation/1-1/): objects and lists of them, from whatever server.

Read are the object itself and all objects embedded in it, each as its own record. `id` is the object's URL. A page's
kind is the type of its objects ("meeting" for one meeting and for a list of them), "list" where it shows no type.
Known differences between servers are taken as they come: no mainFile (Session), `mimeType` "pdf" and an empty
downloadUrl (ALLRIS), agenda items without `public` or `meeting` (SD.NET), a consultation that two items share (Session;
so an outcome belongs to the item), deleted objects without type (SD.NET; only their ids are given). Nothing is
concluded from names: a minutes file in `auxiliaryFile` stays there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.json_text import JsonText, Path, is_deleted, oparl_type
from corpus.model import Follow
from scrapers.oparl_fields import Fields
from scrapers.oparl_records import FILES, READERS
from scrapers.page import Page, PageReading, Row, Start, Vendor

_LISTS = {
    "organization": "organization",
    "person": "person",
    "meeting": "meeting",
    "paper": "paper",
    "agendaItem": "agenda_item",
    "consultation": "consultation",
    "file": "file",
    "membership": "membership",
    "legislativeTermList": "legislative_term",
}
"""Properties of a Body that lead to lists, and the kind found there."""

_EMBEDDED = FILES | {"agendaItem", "consultation", "membership", "legislativeTerm"}
"""Properties that hold whole objects or links; an object without a type there is an error."""

_PROSE = frozenset({"resolutionText", "resolution", "text"})

_WITHOUT_RECORD = frozenset({"System", "Location"})
_KINDS = {name: re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower() for name in (*READERS, *sorted(_WITHOUT_RECORD))}


@dataclass(slots=True)
class _Found:
    rows: list[Row] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    prose: list[Span] = field(default_factory=list)


def _collect(page: Page, json: JsonText, path: Path, found: _Found, parent: Fields | None = None) -> None:
    """Add the record of the object at a path, and those of all objects embedded in it."""
    if is_deleted(json.value(path)):
        found.deleted.append(json.value((*path, "id")))
        return
    o = Fields(page, json, path, parent)
    if o.type in READERS:
        record = READERS[o.type](o)
        found.rows.append(Row(record=record, places={k: s for k, s in o.places.items() if s[0] < s[1]}))
    elif o.type not in _WITHOUT_RECORD:
        raise o.wrong("type", f"one of {', '.join(sorted(_KINDS))}", f"{o.type} {o.data.get('message') or ''}".strip())
    for name, value in o.data.items():
        if name in _PROSE and o.type in {"AgendaItem", "File"} and value:
            found.prose.append(json.span((*path, name)))
        for place, child in _children((*path, name), value):
            if name in _EMBEDDED or oparl_type(child):
                _collect(page, json, place, found, o)


def _children(path: Path, value: Any) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The objects that a property holds, directly or as a list."""
    if isinstance(value, Mapping):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, i), v) for i, v in enumerate(value) if isinstance(v, Mapping))


def _follows(page: Page, json: JsonText, kind: str) -> Iterator[Follow]:
    """The lists that a System and a Body lead to, and the next page of a list."""
    for path in json.objects:
        if is_deleted(json.value(path)):
            continue
        o = Fields(page, json, path)
        lists = {"System": {"body": "body"}, "Body": _LISTS}.get(o.type, {})
        for name, found in lists.items():
            if isinstance(o.data.get(name), str) and (url := o.text(name)):
                yield Follow(url=page.link(url), kind=found)
    links = json.data.get("links") if isinstance(json.data, Mapping) and () not in json.objects else None
    following = links.get("next") if isinstance(links, Mapping) else None
    if isinstance(following, str) and following:
        yield Follow(url=page.link(following), kind=kind)


def _read(page: Page) -> PageReading:
    """Records and links of an OParl file."""
    json, kind = page.json, _detect(page)
    if json is None or kind is None:
        raise ParseError(page.url or "page", "type", "an OParl object or a list of them", "none")
    found = _Found()
    for path in json.objects:
        _collect(page, json, path, found)
    follows = tuple(_follows(page, json, kind))
    return PageReading(
        vendor="oparl",
        kind=kind,
        rows=tuple(found.rows),
        follows=follows,
        prose=tuple(sorted(span for span in found.prose if span[0] < span[1])),
        empty=None if found.rows or follows else _why_empty(json, found),
        deleted=tuple(found.deleted),
    )


def _why_empty(json: JsonText, found: _Found) -> str:
    """The line of the text that says why there is no record: an empty list, deleted objects, places only."""
    if not json.objects:
        return "data: []"
    return "deleted: true" if found.deleted else f"type: {json.value(json.objects[0])['type']}"


def _detect(page: Page) -> str | None:
    """The kind of an OParl file: the type of its first object, "list" if it shows none, "unknown" for other types."""
    if page.json is None or page.json.shape:
        return None
    types = (oparl_type(page.json.value(path)) for path in page.json.objects)
    first = next((type_ for type_ in types if type_), None)
    return _KINDS.get(first, "unknown") if first else "list"


def _starts(page: Page, since: dt.date, until: dt.date) -> tuple[Start, ...]:
    """The system or body itself: its lists do not go by period."""
    return (Start(url=page.url or "", kind=_detect(page) or "list", last=until),)


VENDOR = Vendor(
    name="oparl",
    label="OParl",
    detect=_detect,
    kinds=dict.fromkeys((*_KINDS.values(), "list", "unknown"), _read),
    version=2,
    starts=_starts,
)
