"""Records of several pages about the same thing, told as one.

An agenda lists an item in a line, its own page has the minutes: both are claims about one AgendaItem. Each claim is
kept with its document; the typed tables hold what the claims say together, so the order of reading does not matter.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any

from corpus.evidence import sha256
from corpus.model import Record, to_json
from corpus.schema import column

_IDENTIFYING = (
    "id",
    "paper",
    "meeting",
    "agenda_item",
    "order",
    "organization",
    "person",
    "reference",
    "number",
    "name",
    "date",
    "start",
    "url",
)


def record_id(record: Record) -> str:
    """The RIS's own id; for a record without one a hash of the raw fields that tell it from its neighbours."""
    own = getattr(record, "id", None)
    if own is not None:
        return str(own)
    raw = {f: str(getattr(record, f)) for f in _IDENTIFYING if getattr(record, f, None) not in (None, ())}
    return "h-" + sha256(json.dumps(raw, sort_keys=True, ensure_ascii=False))[:16]


def claim(record: Record) -> str:
    """The record as canonical JSON, without what the page does not say."""
    said = {k: v for k, v in to_json(record).items() if v is not None and v not in ([], {})}
    return json.dumps(said, sort_keys=True, ensure_ascii=False)


def together(record_type: type[Any], claims: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """One row of a typed table from all claims: per field the value of the claim that says most, then by its JSON.

    Where two pages contradict each other both claims stay in the table `record`.
    """
    ranked = sorted(claims, key=lambda c: (-len(c), json.dumps(c, sort_keys=True, ensure_ascii=False)))
    row: dict[str, Any] = {}
    for field in dataclasses.fields(record_type):
        if field.name == "id":
            continue
        head, *tail = field.name.split("_")
        name = head + "".join(part.title() for part in tail)
        value = next((c[name] for c in ranked if name in c), None)
        plain = value is None or isinstance(value, str | int | float)
        row[column(field.name)] = value if plain else json.dumps(value, sort_keys=True, ensure_ascii=False)
    return row
