"""The objects of OParl 1.1, made from the records of a simulated council."""

from __future__ import annotations

import datetime as dt
from typing import Any

from corpus.model import AgendaItem, Consultation, File, Membership, Organization, Person
from pipeline.simulation.agenda import BERLIN
from pipeline.simulation.edits import Page
from pipeline.simulation.papers import SimPaper
from pipeline.simulation.servers.base import Council


class Objects:
    """Makes the objects of one council; `base` is what all their addresses begin with."""

    def __init__(self, council: Council, base: str) -> None:
        self.council, self.base = council, base

    def head(self, kind: str, address: str, *pages: Page) -> dict[str, Any]:
        """Id, type, and when the object was made and last changed."""
        local = self.council.town.local
        first = dt.datetime(local.place.years[0], 1, 1, 8, tzinfo=BERLIN)
        step = max((self.council.changed(page) for page in pages), default=0)
        now = dt.datetime.combine(local.today, dt.time(8), BERLIN)
        modified = now + dt.timedelta(days=step) if step else first
        return {
            "id": self.base + address,
            "type": f"https://schema.oparl.org/1.1/{kind}",
            "created": first.isoformat(),
            "modified": modified.isoformat(),
        }

    def meetings(self) -> list[str]:
        """The ids of all meetings by day, but those of months that the lists do not show."""
        local = self.council.town.local
        slots = (local.slot(number) for number in self.council.town.calendar())
        return [local.ids.meeting(s.number) for s in slots if s and f"{s.day:%Y-%m}" not in self.council.vanished]

    def find(self, kind: str, id_: str) -> dict[str, Any] | None:
        """An object by its own address."""
        town = self.council.town
        if kind == "organization":
            return next((self.organization(one) for one in town.organizations if one.id == id_), None)
        if kind == "person":
            return next((self.person(one) for one in town.people if one.id == id_), None)
        if kind == "meeting":
            return self.meeting(id_) if self.council.meeting(id_) else None
        if kind == "agendaItem":
            place = town.find_item(id_) if id_.isdigit() else None
            return self.item(place[1].item) if place else None
        if kind == "paper":
            known = id_.isdigit() and town.find_paper(id_) is not None
            return self.paper(town.local.ids.paper_number(id_)) if known else None
        if kind == "consultation":
            paper, _, order = id_.partition("-")
            held = self.council.paper(paper)
            stations = [c for c in held.consultations if str(c.order) == order] if held else []
            return self.consultation(stations[0]) if stations else None
        return self._file(id_) if kind == "file" else None

    def _file(self, id_: str) -> dict[str, Any] | None:
        owner, number, _ = self.council.town.local.ids.file_owner(id_) if id_.isdigit() else ("", -1, 0)
        if number < 0:
            return None
        if owner == "paper":
            files = self.council.files_of(self.council.town.local.ids.paper(number))
        else:
            held = self.council.town.meeting(number)
            files = held.files if held else ()
        return next((self.file(file) for file in files if file.id == id_), None)

    def organization(self, one: Organization) -> dict[str, Any]:
        """A body or a political group."""
        kinds = {"Fraktion": "Fraktion", "Ausschuss": "Gremium", "Rat": "Gremium"}
        seats = [m for m in self.council.town.memberships if m.organization == one.id]
        return {
            **self.head("Organization", f"organization/{one.id}"),
            "body": f"{self.base}body/1",
            "name": one.name,
            "membership": [self._seat(seat) for seat in seats],
            "organizationType": kinds.get(one.classification or "", "Sonstiges"),
            "classification": one.classification,
        }

    def _seat(self, one: Membership) -> str:
        return f"{self.base}membership/{one.organization}-{one.person}"

    def person(self, one: Person) -> dict[str, Any]:
        """A member of the council, in the public role."""
        first, _, family = one.name.partition(" ")
        return {
            **self.head("Person", f"person/{one.id}"),
            "body": f"{self.base}body/1",
            "name": one.name,
            "familyName": family,
            "givenName": first,
            "formOfAddress": one.form_of_address,
            "title": [one.title] if one.title else [],
            "membership": [self.membership(m) for m in self.council.town.memberships if m.person == one.id],
        }

    def membership(self, one: Membership) -> dict[str, Any]:
        """Who sits where."""
        return {
            **self.head("Membership", f"membership/{one.organization}-{one.person}"),
            "person": f"{self.base}person/{one.person}",
            "organization": f"{self.base}organization/{one.organization}",
            "role": one.role,
            "votingRight": one.voting_right,
            "startDate": f"{one.start_date}",
        }

    def meeting(self, id_: str) -> dict[str, Any]:
        """A meeting with its agenda and files."""
        found = self.council.meeting(id_)
        if found is None:
            raise KeyError(id_)
        meeting, files = found.meeting, [self.file(file) for file in found.files]
        page = Page("meeting", id_)
        shown = {
            **self.head("Meeting", f"meeting/{id_}", page),
            "name": meeting.name,
            "meetingState": meeting.meeting_state,
            "cancelled": meeting.cancelled,
            "start": meeting.start.isoformat() if meeting.start else None,
            "location": {**self.head("Location", f"location/{id_}"), "description": meeting.location},
            "organization": [f"{self.base}organization/{self.council.organization_id(meeting.organization[0])}"],
            "invitation": files[0],
            "agendaItem": [self.item(item.item) for item in found.items],
        }
        if meeting.end:
            shown["end"] = meeting.end.isoformat()
        if len(files) > 1:
            shown["resultsProtocol"] = files[1]
        return shown

    def item(self, one: AgendaItem) -> dict[str, Any]:
        """An agenda item; a heading has an empty number."""
        shown = {
            **self.head("AgendaItem", f"agendaItem/{one.id}", Page("item", one.id or "")),
            "meeting": f"{self.base}meeting/{one.meeting}",
            "number": one.number or "",
            "order": one.order,
            "name": one.name,
            "public": one.public,
        }
        if one.result:
            shown["result"] = one.result
        if one.resolution_text:
            shown["resolutionText"] = one.resolution_text
        if one.paper:
            station = self.council.town.local.ids.item_owner(one.id or "0")[2]
            shown["consultation"] = f"{self.base}consultation/{one.paper}-{station + 1}"
        return shown

    def paper(self, number: int) -> dict[str, Any]:
        """A paper with its consultations and files; one that is gone says so."""
        id_ = self.council.town.local.ids.paper(number)
        head = self.head("Paper", f"paper/{id_}", Page("paper", id_))
        found = self.council.paper(id_)
        return {**head, "deleted": True} if found is None else {**head, **self._paper(found)}

    def _paper(self, found: SimPaper) -> dict[str, Any]:
        record, files = found.paper, [self.file(file) for file in found.files]
        by = [f"{self.base}organization/{self.council.organization_id(name)}" for name in record.originator]
        return {
            "body": f"{self.base}body/1",
            "name": record.name,
            "reference": record.reference,
            "date": f"{record.date}",
            "paperType": record.paper_type,
            "originatorOrganization": by,
            "consultation": [self.consultation(c) for c in found.consultations],
            "mainFile": files[0],
            "auxiliaryFile": files[1:],
        }

    def consultation(self, one: Consultation) -> dict[str, Any]:
        """One station of a paper."""
        organization = self.council.organization_id(one.organization or "")
        shown: dict[str, Any] = {
            **self.head("Consultation", f"consultation/{one.paper}-{one.order}", Page("paper", one.paper or "")),
            "paper": f"{self.base}paper/{one.paper}",
            "organization": [f"{self.base}organization/{organization}"],
            "role": one.role,
        }
        if one.authoritative is not None:
            shown["authoritative"] = one.authoritative
        if one.meeting:
            shown["meeting"] = f"{self.base}meeting/{one.meeting}"
            shown["agendaItem"] = f"{self.base}agendaItem/{one.agenda_item}"
        return shown

    def files(self, paper: int) -> list[dict[str, Any]]:
        """The files of a paper."""
        return [self.file(file) for file in self.council.files_of(self.council.town.local.ids.paper(paper))]

    def file(self, one: File) -> dict[str, Any]:
        """A file, and where to get it."""
        owner, number, _ = self.council.town.local.ids.file_owner(one.id or "0")
        ids = self.council.town.local.ids
        page = Page("paper", ids.paper(number)) if owner == "paper" else Page("meeting", ids.meeting(number))
        link = f"{self.base}download/{one.id}.pdf"
        return {
            **self.head("File", f"file/{one.id}", page),
            "name": one.name,
            "mimeType": one.mime_type,
            "accessUrl": link,
            "downloadUrl": link,
        }
