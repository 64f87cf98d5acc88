"""more!rubin: one answer for a period, one for a whole meeting with its items, papers, stations and documents."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any

from corpus.model import AgendaItem, Consultation, File, Meeting
from pipeline.simulation.servers.base import Answer, Council, Product, Request, as_json, as_pdf, day_of, e

_TYPES = {"mainFile": 4, "auxiliaryFile": 13, "invitation": 1, "resultsProtocol": 2}


def answer(council: Council, request: Request) -> Answer | None:
    """What the server says."""
    if request.path == "/":
        return Answer(body=_start(council).encode())
    if request.path != "/api.php":
        return None
    asked = request.query.get("id"), request.query.get("action")
    if "document_type_id" in request.query:
        return as_pdf(council.file(request.query.get("document_relation_id", "")))
    if asked == ("organizations", "bodies"):
        return as_json([{"id": "K1", "name": council.name}])
    if asked == ("calendar", "get"):
        return _calendar(council, request)
    if asked == ("meetings", "get"):
        return _whole(council, request)
    return None


def _start(council: Council) -> str:
    return (
        '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<title>Ratsinformationssystem</title><script src="/js/more-rubin.js"></script></head><body><h1>'
        f"{e(council.name)}"
        '</h1><ul><li><a href="/calendar">Kalender</a></li><li><a href="/search">Recherche</a></li></ul></body></html>'
    )


def _calendar(council: Council, request: Request) -> Answer:
    """The meetings of some months."""
    found = [re.fullmatch(r"(\d{4})-(\d\d)", request.query.get(key, "")) for key in ("from", "to")]
    if None in found:
        return as_json({"message": "Bad request"}, status=400)
    (y1, m1), (y2, m2) = ((int(match[1]), int(match[2])) for match in found if match)
    last = dt.date(y2, m2, calendar.monthrange(y2, m2)[1])
    meetings = council.between(dt.date(y1, m1, 1), last + dt.timedelta(days=1))
    return as_json(
        {
            "first_day": f"{y1}-{m1:02}-01",
            "last_day": f"{last}",
            "meetings": [_meeting(council, meeting, request.base) for meeting in meetings],
        }
    )


def _meeting(council: Council, meeting: Meeting, base: str) -> dict[str, Any]:
    """A meeting; once minutes exist it has another number, and keeps the first one beside it."""
    done = meeting.end is not None
    number = f"ni_{meeting.id}" if done else meeting.id
    start, end = (
        m.strftime("%H:%M:%S") if isinstance(m, dt.datetime) else "00:00:00" for m in (meeting.start, meeting.end)
    )
    return {
        "id": int(meeting.id or 0),
        "nummer": number,
        "nummer_si": meeting.id if done else None,
        "fraktionssitzung": "0",
        "datum": f"{day_of(meeting)}",
        "titel": f"Abgesagt - {meeting.name}" if meeting.cancelled else meeting.name,
        "status": 4 if done else 1,
        "niederschrift_status": done,
        "gremium_1": council.organization_id(meeting.organization[0]),
        **{f"gremium_{n}": "" for n in range(2, 6)},
        "beginn": start,
        "ende": end,
        "is_draft": False,
        "full_url": f"{base}meeting?id={number}",
        "room": {"id": "R1", "Bezeichnung": meeting.location, "name": meeting.location, "Telefon": ""},
    }


def _whole(council: Council, request: Request) -> Answer | None:
    """A meeting with everything that belongs to it."""
    found = council.meeting(request.query.get("meeting_id", "").removeprefix("ni_"))
    if found is None:
        return None
    meeting, base = found.meeting, request.base
    body = meeting.organization[0]
    items = [item.item for item in found.items if item.item.number]
    shown = _meeting(council, meeting, base)
    shown["committees"] = [{"id": council.organization_id(body), "name": body, "Kuerzel": body[:6]}]
    shown["documents"] = [_document(file, base, {"meeting_id": meeting.id or ""}) for file in found.files]
    shown["agenda_items"] = [_item(council, item, n, base) for n, item in enumerate(items, 1)]
    return as_json(shown)


def _item(council: Council, item: AgendaItem, order: int, base: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "ai_id": int(item.id or 0),
        "id": item.id,
        "nummer": item.meeting,
        "vorlagennummer": item.paper or "",
        "folge": order,
        "topnummer": item.number,
        "status": 1 if item.public else 2,
        "abstimmungstext": item.result or "",
        "topart": "vl" if item.paper else "at",
        "votings": [],
        "title": item.name,
        "documents": [],
    }
    if paper := council.paper(item.paper):
        record = paper.paper
        shown["submission"] = {
            "id": record.id,
            "erstellungsdatum": f"{record.date} 00:00:00",
            "type": {"bezeichnung": record.paper_type, "name": record.paper_type},
            "name": record.name,
            "alias": record.reference,
            "consultations": [_station(council, station) for station in paper.consultations],
        }
        role = next((s.role for s in paper.consultations if s.agenda_item == item.id), None)
        shown["counselling_status"] = {"name": role} if role else None
        shown["documents"] = [_document(file, base, {"submission_id": record.id or ""}) for file in paper.files]
    return shown


def _station(council: Council, station: Consultation) -> dict[str, Any]:
    return {
        "folge": station.order,
        "gremium": council.organization_id(station.organization or ""),
        "committee": {"name": station.organization, "Bezeichnung": station.organization},
        "sitzungsdatum": f"{station.date}" if station.date else None,
        "sitzungsnummer": station.meeting,
        "agenda_item_id": station.agenda_item,
        "beratungsstatus_lang": station.role,
    }


def _document(file: File, base: str, related: dict[str, str]) -> dict[str, Any]:
    kind = _TYPES.get(file.role or "", 13)
    more = "".join(f"&{name}={value}" for name, value in related.items())
    return {
        "id": int(file.id or 0),
        "documentUrl": f"{base}api.php?document_type_id={kind}&document_relation_id={file.id}{more}&id=69&json=1",
        "documentName": file.name,
        "documentExtension": "pdf",
        "compositeId": f"{file.id}|{kind}",
    }


PRODUCT = Product(name="rubin", start="", answer=answer)
