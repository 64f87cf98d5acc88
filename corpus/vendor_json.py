"""JSON of council products that is no OParl: how it is recognised, and what of it may be kept.

Declared here and nowhere else. A file counts as such JSON only if every object of it has all the keys of one shape.
Kept are only the properties named here, at whatever depth, so that nothing private (persons, telephone numbers, editing
accounts) and nothing unknown gets into a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DEEPEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One kind of answer of a product: a list of objects with these keys, or a single one."""

    product: str
    kind: str
    listed: bool
    keys: frozenset[str]
    address: str | None = None
    """A pattern of the address (path and query) at which an empty list is this answer; None where none is known."""


SHAPES = (
    Shape(
        product="sessionnet6",
        kind="calendar",
        listed=True,
        keys=frozenset({"siNr", "dat", "oSt"}),
        address=r"/api/v1/sitzungen\?von=\d{4}-\d\d-\d\d&bis=\d{4}-\d\d-\d\d",
    ),
    Shape(
        product="sessionnet6",
        kind="agenda",
        listed=True,
        keys=frozenset({"toNr", "oSt", "text"}),
        address=r"/api/v1/sitzungen/\d+/tagesordnung",
    ),
    Shape(
        product="sessionnet6",
        kind="documents",
        listed=True,
        keys=frozenset({"toNr", "doNr", "ref"}),
        address=r"/api/v1/sitzungen/\d+/tagesordnung/dokumente",
    ),
    Shape(product="sessionnet6", kind="committees", listed=True, keys=frozenset({"grNr", "name"})),
    Shape(product="rubin", kind="calendar", listed=False, keys=frozenset({"first_day", "last_day", "meetings"})),
    Shape(product="rubin", kind="meeting", listed=False, keys=frozenset({"nummer", "datum", "agenda_items"})),
    Shape(product="rubin", kind="bodies", listed=True, keys=frozenset({"id", "name"})),
)

_KEPT = {
    "sessionnet6": frozenset(
        "siNr toNr doNr voNr grNr oSt nummer name text textLang ebene sort dat sb se beginn ende raum ort typ "
        "freigabeDatum beschluss abstimmungTyp abstimmungErgebnis ja nein enthaltung befangen ref artNr".split()
    ),
    "rubin": frozenset(
        "first_day last_day meetings nummer nummer_si datum titel beginn ende gremium_1 gremium_2 gremium_3 gremium_4 "
        "gremium_5 full_url fraktionssitzung is_draft status room Bezeichnung committee committees agenda_items id "
        "ai_id Kuerzel vorlagennummer topart title topnummer abstimmungstext counselling_status name submission alias "
        "type bezeichnung erstellungsdatum consultations agenda_item_id folge gremium sitzungsdatum sitzungsnummer "
        "topstatus_lang beratungsstatus_lang documents documentUrl documentName documentType documentSize documentDate "
        "documentExtension documentPublicStatusId compositeId".split()
    ),
}

_PUBLIC_BODY = re.compile(
    r"gemeinde|stadt|markt|flecken|kreis|bezirk|region|\bamt\b|\bämter|verband|verwaltung|\ba[öo]e?r\b|anstalt|betrieb",
    re.I,
)
_PROPS = re.compile(r'window\.components\[[^\]]*\]\s*=\s*\{\s*props\s*:\s*\{\s*"passed-meeting"\s*:\s*(?=\{)')


def shape_of(value: object, place: str = "") -> Shape | None:
    """The shape of a JSON file of a known product, None for anything else. An empty list is told by its address."""
    if value == []:
        return next((s for s in SHAPES if s.address and re.search(rf"{s.address}\Z", place)), None)
    for shape in SHAPES:
        members = value if shape.listed else [value]
        if not isinstance(members, list) or not members:
            continue
        if all(isinstance(member, Mapping) and shape.keys <= member.keys() for member in members):
            return shape if shape.kind != "bodies" or _are_bodies(members) else None
    return None


def _are_bodies(members: list[Any]) -> bool:
    """Whether a list of ids and names is one of municipalities and associations: it has no key of its own to tell."""
    return all(m.keys() == {"id", "name"} and _PUBLIC_BODY.search(str(m["name"])) for m in members)


def kept(value: Any, shape: Shape) -> Any:
    """The value with the properties that may be kept. ValueError if it is nested too deep to be such a file."""
    return _kept(value, _KEPT[shape.product], 0)


def _kept(value: Any, names: frozenset[str], depth: int) -> Any:
    if depth > DEEPEST:
        raise ValueError("deeper ones")
    if isinstance(value, list):
        return [_kept(v, names, depth + 1) for v in value]
    if isinstance(value, Mapping):
        return {key: _kept(child, names, depth + 1) for key, child in value.items() if key in names}
    return re.sub("[\0\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else value


def embedded_json(html: str) -> str | None:
    """The JSON that an older more!rubin page hands to its script and shows nowhere else; None without any."""
    match = _PROPS.search(html)
    if not match:
        return None
    try:
        _, end = json.JSONDecoder().raw_decode(html, match.end())
    except (ValueError, RecursionError):
        return None
    return html[match.end() : end]
