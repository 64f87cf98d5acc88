"""From the properties of one OParl object to its record: one function for each type that has a record.

Source: https://oparl.org/spezifikation/1-1/ ("Schema"). Links hold the URLs of the objects linked to. What an embedded
object leaves out because its parent says it (the meeting of an agenda item) is taken from there, with that place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.model import (
    AgendaItem,
    Body,
    Consultation,
    File,
    LegislativeTerm,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
    Record,
    Vote,
)
from corpus.outcomes import parse_vote
from scrapers.oparl_fields import Fields

FILES = frozenset("mainFile auxiliaryFile invitation resultsProtocol verbatimProtocol resolutionFile".split())
"""Properties that hold files; the name of the property is the file's role."""


def _body(o: Fields) -> Body:
    name = o.required("name", "name", "shortName")
    return Body(id=o.ags() or o.required("id"), name=name, classification=o.text("classification"))


def _legislative_term(o: Fields) -> LegislativeTerm:
    start, end = o.day("start", "startDate"), o.day("end", "endDate")
    return LegislativeTerm(id=o.required("id"), name=o.text("name"), start=start, end=end)


def _organization(o: Fields) -> Organization:
    return Organization(
        id=o.required("id"),
        name=o.required("name", "name", "shortName"),
        classification=o.text("classification", "classification", "organizationType"),
        url=o.text("url", "web"),
    )


def _person(o: Fields) -> Person:
    return Person(
        id=o.required("id"),
        name=o.required("name", "name", "familyName"),
        form_of_address=o.text("form_of_address", "formOfAddress"),
        title=o.words("title", "title"),
    )


def _membership(o: Fields) -> Membership:
    person = o.link("person", "person") or o.from_parent("person", "Person")
    organization = o.link("organization", "organization") or o.from_parent("organization", "Organization")
    if person is None or organization is None:
        raise o.wrong("person" if person is None else "organization", "a URL, or a parent that says it", None)
    return Membership(
        person=person,
        organization=organization,
        role=o.text("role"),
        start_date=o.day("start_date", "startDate"),
        end_date=o.day("end_date", "endDate"),
        voting_right=o.flag("voting_right", "votingRight"),
    )


def _meeting(o: Fields) -> Meeting:
    return Meeting(
        id=o.required("id"),
        name=o.text("name"),
        start=o.moment("start", "start"),
        end=o.hour("end", "end"),
        organization=o.links("organization", "organization"),
        location=_location(o),
        meeting_state=o.text("meeting_state", "meetingState"),
        cancelled=o.flag("cancelled", "cancelled"),
        url=o.text("url", "web"),
    )


def _location(o: Fields) -> str | None:
    """Where a meeting is held, in the fullest single property: description, room, street or town; else the link."""
    if not isinstance(o.data.get("location"), Mapping):
        return o.text("location")
    place = Fields(o.page, o.json, (*o.path, "location"))
    printed = place.text("location", "description", "room", "streetAddress", "locality")
    o.places.update(place.places)
    return printed


def _agenda_item(o: Fields) -> AgendaItem:
    printed = o.number("order", "order")
    name, position = o.holder()
    order = position if name == "agendaItem" else printed
    if order != printed:
        o.places.pop("order", None)
    consultation = o.data.get("consultation")
    embedded = Fields(o.page, o.json, (*o.path, "consultation")) if isinstance(consultation, Mapping) else None
    paper = embedded.link("paper", "paper") if embedded else None
    o.places.update(embedded.places if embedded else {})
    result = o.text("result")
    votes = _votes(o)
    return AgendaItem(
        id=o.required("id"),
        meeting=o.link("meeting", "meeting") or o.from_parent("meeting", "Meeting"),
        order=order,
        number=o.text("number"),
        name=o.text("name"),
        public=o.flag("public", "public"),
        result=result,
        vote=votes[0] if len(votes) == 1 else None,
        votes=votes,
        resolution_text=o.text("resolution_text", "resolutionText", "resolution"),
        paper=paper,
        url=o.text("url", "web"),
    )


def _votes(o: Fields) -> tuple[Vote, ...]:
    """The votes that the result tells. One is the deciding one; of several (a motion in parts) none decides for all."""
    start, end = o.places.get("result", (0, 0))
    found = parse_vote(o.page.text[start:end])
    if found:
        o.places["votes"] = (start + found[0].span[0], start + found[-1].span[1])
    if len(found) == 1:
        o.places["vote"] = o.places["votes"]
    return tuple(printed.vote for printed in found)


def _paper(o: Fields) -> Paper:
    return Paper(
        id=o.required("id"),
        reference=o.text("reference"),
        name=o.text("name"),
        paper_type=o.text("paper_type", "paperType"),
        date=o.day("date", "date"),
        lead_unit=o.link("lead_unit", "underDirectionOf"),
        originator=o.links("originator", "originatorPerson", "originatorOrganization"),
        url=o.text("url", "web"),
    )


def _consultation(o: Fields) -> Consultation:
    """A station. OParl's id of it is not the record's: Session keeps one id for a postponed item's two meetings."""
    holder = o.parent.type if o.parent else None
    return Consultation(
        paper=o.link("paper", "paper") or o.from_parent("paper", "Paper"),
        order=o.holder()[1] if holder == "Paper" else None,
        organization=o.link("organization", "organization"),
        role=o.text("role"),
        authoritative=o.flag("authoritative", "authoritative"),
        meeting=o.link("meeting", "meeting"),
        agenda_item=o.link("agenda_item", "agendaItem") or o.from_parent("agenda_item", "AgendaItem"),
    )


def _file(o: Fields) -> File:
    role = o.holder()[0]
    if o.parent and role in FILES:
        o.places["role"] = o.json.key((*o.parent.path, role))
    of = o.from_parent("of", "Paper", "Meeting", "AgendaItem", "File", "Person")
    return File(
        id=o.required("id"),
        of=of or o.link("of", "paper") or o.link("of", "meeting") or o.link("of", "agendaItem"),
        name=o.text("name", "name", "fileName"),
        url=o.text("url", "downloadUrl", "accessUrl"),
        mime_type=o.mime_type(),
        size=o.number("size", "size"),
        role=role if role in FILES else None,
    )


READERS: Mapping[str, Callable[[Fields], Record]] = {
    "Body": _body,
    "LegislativeTerm": _legislative_term,
    "Organization": _organization,
    "Person": _person,
    "Membership": _membership,
    "Meeting": _meeting,
    "AgendaItem": _agenda_item,
    "Paper": _paper,
    "Consultation": _consultation,
    "File": _file,
}
