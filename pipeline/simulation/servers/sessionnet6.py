"""SessionNet 6: the JSON that its app asks for, and the page that holds nothing but the app."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from corpus.model import AgendaItem, File, Meeting
from pipeline.simulation.servers.base import Answer, Council, Product, Request, as_json, as_pdf, clock, day_of, e

_MEETING = re.compile(r"sitzungen/(\d+)/(tagesordnung(?:/dokumente)?)")
_FILE = re.compile(r"dokumente/(\d+)/datei")


def answer(council: Council, request: Request) -> Answer | None:
    """What the server says."""
    if request.path == "/":
        return Answer(body=_app(council).encode())
    path = request.path.removeprefix("/api/v1/")
    if path == request.path:
        return None
    if path == "sitzungen":
        return _calendar(council, request)
    if path == "gremien":
        return as_json([{"grNr": int(o.id), "name": o.name} for o in council.town.organizations])
    if match := _FILE.fullmatch(path):
        return as_pdf(council.file(match[1]))
    match = _MEETING.fullmatch(path)
    found = council.meeting(match[1]) if match else None
    if match is None or found is None:
        return None
    items = [item.item for item in found.items if item.item.number]
    if match[2] == "tagesordnung":
        committee = int(council.organization_id(found.meeting.organization[0]) or 0)
        return as_json([_item(item, n * 10, committee) for n, item in enumerate(items, 1)])
    return as_json([_document(item, file) for item in items for file in _files(council, item)])


def _app(council: Council) -> str:
    return (
        '<!doctype html>\n<html lang="de"><head><meta charset="utf-8"><title>SessionNet</title><base href="/"></head>'
        f'<body><app-root>{e(council.name)}</app-root><script src="main.js" type="module"></script></body></html>\n'
    )


def _calendar(council: Council, request: Request) -> Answer:
    """The meetings of a period, both days included."""
    try:
        first, last = (dt.date.fromisoformat(request.query.get(key, "")) for key in ("von", "bis"))
    except ValueError:
        return as_json({"status": 400, "title": "Bad Request"}, status=400)
    meetings = council.between(first, last + dt.timedelta(days=1))
    return as_json([_meeting(council, meeting) for meeting in meetings])


def _utc(moment: dt.datetime | dt.date | None) -> str | None:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if isinstance(moment, dt.datetime) else None


def _meeting(council: Council, meeting: Meeting) -> dict[str, Any]:
    shown = {
        "nummer": f"{council.organization_id(meeting.organization[0])}/{meeting.id}",
        "ort": council.town.place.own_name,
        "ende": _utc(meeting.end),
        "oSt": 1 if meeting.public else 4,
        "siNr": int(meeting.id or 0),
        "name": f"{meeting.name} - ABGESAGT" if meeting.cancelled else meeting.name,
        "raum": meeting.location,
        "beginn": _utc(meeting.start),
        "dat": f"{day_of(meeting)}",
        "sb": clock(meeting.start),
        "se": clock(meeting.end),
        "typ": 0,
        "freigabeDatum": f"{day_of(meeting) - dt.timedelta(days=14)}",
    }
    return {name: value for name, value in shown.items() if value not in (None, "")}


def _item(item: AgendaItem, sort: int, committee: int) -> dict[str, Any]:
    """An item; counters that nobody entered are 0."""
    shown: dict[str, Any] = {
        "toNr": int(item.id or 0),
        "oSt": 1 if item.public else 2,
        "nummer": item.number,
        "ebene": 2 if "." in (item.number or "") else 1,
        "text": item.name,
        "textLang": item.name,
        "voNr": int(item.paper or 0),
        "grNr": committee,
        "abstimmungTyp": 2 if item.vote else 0,
        "sort": sort,
    }
    if item.result:
        shown["beschluss"] = item.result
    if item.vote and item.vote.yes is not None and item.vote.no is not None:
        counters = {"ja": item.vote.yes, "nein": item.vote.no, "enthaltung": item.vote.abstentions or 0, "befangen": 0}
        shown["abstimmungErgebnis"] = counters
    return shown


def _files(council: Council, item: AgendaItem) -> tuple[File, ...]:
    return council.files_of(item.paper) if item.paper else ()


def _document(item: AgendaItem, file: File) -> dict[str, Any]:
    return {
        "toNr": int(item.id or 0),
        "doNr": int(file.id or 0),
        "name": file.name,
        "ref": f"/api/v1/dokumente/{file.id}/datei",
        "sort": 0,
        "artNr": 0,
    }


PRODUCT = Product(name="sessionnet6", start="", answer=answer)
