"""Every page that simulated councils serve gives its product's reader exactly what the world knows.

`use="open"`: no phrasing is spoken that rules were not tuned on; which votes the rules know is not the servers' matter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TypeVar

import pytest

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
)
from corpus.outcomes import parse_vote
from pipeline.readers import read_file
from pipeline.simulation import World
from pipeline.simulation.pdf import pdf
from pipeline.simulation.server import Server, Simulation, serve
from pipeline.simulation.servers import PRODUCTS
from pipeline.simulation.servers.sdnet_frame import token
from pipeline.simulation.truth import Document
from tests.served import ask, counted, plain, read, records, same

R = TypeVar("R")
WORLD = World(seed=7, municipalities=7, papers_per_municipality=24, years=(2023, 2024), use="open").at(2)
MONTHS = [(year, month) for year in range(2023, 2025) for month in range(1, 13)]
with_ = dataclasses.replace


@pytest.fixture(scope="module")
def simulation() -> Iterator[Simulation]:
    with serve(WORLD) as running:
        yield running


@pytest.fixture(scope="module", params=[0, 2])
def towns(request):
    """Any product for each of two municipalities: their clerks have different habits."""
    with serve(WORLD, only=()) as running:
        yield {name: running.add(request.param, name) for name in PRODUCTS}


def titled(meeting: Meeting, before: str = "", after: str = "") -> Meeting:
    """A meeting as products show it that say in the title that it is cancelled."""
    name = f"{before}{meeting.name}{after}" if meeting.cancelled else meeting.name
    return with_(meeting, name=name, cancelled=meeting.cancelled or None)


def items_of(meeting) -> list[AgendaItem]:
    """The items of a meeting without the headings of its parts."""
    return [item.item for item in meeting.items if item.item.number]


def role_says(station: Consultation) -> bool | None:
    return {"Entscheidung": True, "Kenntnisnahme": None}.get(station.role or "", False)


def understood(item: AgendaItem) -> bool:
    """Whether the rules for votes know how the votes of this item are worded."""
    return all([(p.vote.yes, p.vote.no, p.vote.abstentions) for p in parse_vote(v.raw or "")] ==
               [(v.yes, v.no, v.abstentions)] for v in item.votes)  # fmt: skip


# ALLRIS 3 and 4: the same pages but for what they print ----------------------------------------------------------


@pytest.mark.parametrize(
    ("product", "address", "more"),
    [
        ("allris3", "bi/to010.asp?SILFDNR={}", "end public"),
        ("allris4", "public/to010?SILFDNR={}", "end public meeting_state"),
    ],
)
def test_agendas_of_allris(towns, product, address, more):
    server = towns[product]
    for true in server.council.town.meetings():
        found = read(server, address.format(true.meeting.id))
        items = items_of(true)
        closed = product == "allris3"
        expected = [with_(i, id=i.id if i.public or not closed else None) for i in items]
        assert found.kind == "agenda"
        same(records(found, Meeting), [titled(true.meeting, after=" (ABGESAGT!!)")], f"id name start cancelled {more}")
        same(records(found, Meeting), [true.meeting], "organization location")
        same(records(found, AgendaItem), expected, "id meeting number name result paper")
        same(records(found, File), true.files, "id of name mime_type role")


@pytest.mark.parametrize(
    ("product", "address"), [("allris3", "bi/to020.asp?TOLFDNR={}"), ("allris4", "public/to020?TOLFDNR={}&SILFDNR={}")]
)
def test_items_of_allris(towns, product, address):
    server = towns[product]
    shown = "id meeting number name result paper resolution_text minutes_text"
    for true in server.council.town.meetings():
        for item in (i for i in items_of(true) if i.public):
            found = read(server, address.format(item.id, item.meeting))
            (read_item,) = records(found, AgendaItem)
            same([read_item], [item], shown)
            same(records(found, Meeting), [titled(true.meeting, after=" (ABGESAGT!!)")], "id name start end cancelled")
            if item.paper:
                paper = server.council.paper(item.paper)
                same(records(found, Paper), [paper.paper], "id reference paper_type lead_unit originator")
            if product == "allris3" and understood(item):
                assert counted(read_item.votes) == counted(item.votes)


@pytest.mark.parametrize(
    ("product", "address"),
    [("allris3", "bi/vo020.asp?VOLFDNR={}"), ("allris4", "public/vo020?VOLFDNR={}")],
)
def test_papers_of_allris(towns, product, address):
    server = towns[product]
    for true in server.council.town.papers():
        found = read(server, address.format(true.paper.id))
        (paper,) = records(found, Paper)
        sections = {name: text for name, text in paper.sections.items() if name != "Anlage/n"}
        same([paper], [true.paper], "id reference name paper_type lead_unit originator status")
        assert plain(sections) == plain(dict(true.paper.sections))
        stations = [with_(c, authoritative=role_says(c)) for c in true.consultations]
        shown = "paper order organization date role authoritative state result meeting agenda_item"
        same(records(found, Consultation), stations, shown)
        main, *others = records(found, File)
        same([main], true.files[:1], "id of name mime_type role")
        same(others, true.files[1:], "of name mime_type role")


@pytest.mark.parametrize(
    ("product", "address"),
    [("allris3", "bi/si010_e.asp?MM={}&YY={}"), ("allris4", "public/si010?5-1.0-form&MM={}&YY={}")],
)
def test_calendars_of_allris(towns, product, address):
    server = towns[product]
    shown = "id name start end location cancelled" if product == "allris3" else "id name start location cancelled"
    for year, month in MONTHS:
        found = read(server, address.format(month, year), ajax=True)
        true = [titled(m, after=" (ABGESAGT!!)") for m in server.council.month(year, month)]
        assert found.kind == "calendar" and (true or found.empty)
        same(records(found, Meeting), true, shown)


# SessionNet --------------------------------------------------------------------------------------------------------


def test_agendas_of_sessionnet(towns):
    server = towns["sessionnet"]
    for true in server.council.town.meetings():
        meeting, items = titled(true.meeting, after=" - ABGESAGT"), items_of(true)
        for name, kind in (("si0050", "meeting"), ("si0057", "agenda")):
            found = read(server, f"bi/{name}.asp?__ksinr={meeting.id}")
            assert found.kind == kind
            same(records(found, Meeting), [meeting], "id name start end organization location cancelled")
            same([f for f in records(found, File) if f.of == meeting.id], true.files, "id of name mime_type role")
        read_items = records(found, AgendaItem)
        shown = "id meeting number name public result paper"
        same(read_items, [with_(i, id=i.id if i.public else None) for i in items], shown)
        papers = [server.council.files_of(i.paper)[0] for i in items if i.paper]
        same([f for f in records(found, File) if f.of != meeting.id], papers, "id of name mime_type role")
        for one, item in zip(read_items, items, strict=True):
            assert not understood(item) or counted(one.votes[:1]) == counted(item.votes[-1:])


def test_items_of_sessionnet(towns):
    server = towns["sessionnet"]
    shown = "id meeting number name result paper resolution_text minutes_text"
    for true in server.council.town.meetings():
        for item in (i for i in items_of(true) if i.public):
            found = read(server, f"bi/to0050.asp?__ktonr={item.id}")
            (read_item,) = records(found, AgendaItem)
            same([read_item], [item], shown)
            assert not understood(item) or counted(read_item.votes[:1]) == counted(item.votes[-1:])


def test_papers_of_sessionnet(towns):
    server = towns["sessionnet"]
    for true in server.council.town.papers():
        found = read(server, f"bi/vo0050.asp?__kvonr={true.paper.id}")
        shown = "id reference name paper_type date lead_unit originator status sections"
        same(records(found, Paper), [with_(true.paper, sections={})], shown)
        same(records(found, File), true.files, "id of name mime_type role")
        found = read(server, f"bi/vo0053.asp?__kvonr={true.paper.id}")
        dated = [c for c in true.consultations if c.date]
        same(records(found, Consultation), dated, "paper organization date role result meeting agenda_item")


def test_lists_of_sessionnet(towns):
    server = towns["sessionnet"]
    town = server.council.town
    for year, month in MONTHS:
        found = read(server, f"bi/si0040.asp?__cjahr={year}&__cmonat={month}")
        true = [titled(m, after=" - ABGESAGT") for m in server.council.month(year, month)]
        same(records(found, Meeting), true, "id name start end location organization cancelled")
    same(records(read(server, "bi/gr0040.asp"), Organization), town.organizations, "id name")
    body = town.organizations[0].id
    found = read(server, f"bi/kp0040.asp?__kgrnr={body}")
    seats = [m for m in town.memberships if m.organization == body]
    same(records(found, Membership), seats, "person organization role voting_right")


def test_sessionnet_6(towns):
    server = towns["sessionnet6"]
    council = server.council
    found = read(server, "api/v1/sitzungen?von=2023-01-01&bis=2024-12-31")
    true = [titled(m, after=" - ABGESAGT") for year, month in MONTHS for m in council.month(year, month)]
    same(records(found, Meeting), true, "id name start end location cancelled public")
    for meeting in council.town.meetings():
        items, address = items_of(meeting), f"api/v1/sitzungen/{meeting.meeting.id}/tagesordnung"
        found = read(server, address)
        shown = "id meeting number name public result paper"
        same(records(found, AgendaItem), [with_(i, public=i.public or None) for i in items], shown)
        for one, item in zip(records(found, AgendaItem), items, strict=True):
            vote = item.vote
            if vote and vote.yes is not None and vote.no is not None:
                assert counted(one.votes) == [(vote.yes, vote.no, vote.abstentions or 0)]
        files = [with_(f, of=i.id) for i in items if i.paper for f in council.files_of(i.paper)]
        if files:
            same(records(read(server, f"{address}/dokumente"), File), files, "id of name role")
    same(records(read(server, "api/v1/gremien"), Organization), council.town.organizations, "id name")


# SD.NET RIM and more!rubin -----------------------------------------------------------------------------------------


def test_sdnet(towns):
    server = towns["sdnet"]
    council = server.council

    def coded(kind: str, id_: str | None) -> str | None:
        return id_ and token(kind, id_)

    def file(one: File, kind: str) -> File:
        return with_(one, id=token("file", one.id), of=coded(kind, one.of))

    for true in council.town.meetings():
        found = read(server, f"tops/?__={token('tops', true.meeting.id)}")
        meeting = with_(titled(true.meeting, after=" (entfällt)"), id=token("tops", true.meeting.id))
        items = items_of(true)
        same(records(found, Meeting), [meeting], "id name start organization location cancelled")
        expected = [with_(i, meeting=meeting.id, paper=coded("vorgang", i.paper)) for i in items]
        same(records(found, AgendaItem), expected, "id meeting number name public paper")
        files = [file(f, "tops") for f in true.files]
        files += [file(council.files_of(i.paper)[0], "vorgang") for i in items if i.paper]
        same(records(found, File), files, "id of name mime_type role")
    for paper in council.town.papers():
        found = read(server, f"vorgang/?__={token('vorgang', paper.paper.id)}")
        record = with_(paper.paper, id=token("vorgang", paper.paper.id))
        same(records(found, Paper), [record], "id reference name paper_type lead_unit originator")
        stations = [with_(c, paper=record.id, meeting=coded("tops", c.meeting)) for c in paper.consultations]
        same(records(found, Consultation), stations, "paper order organization date result meeting agenda_item")
        same(records(found, File), [file(f, "vorgang") for f in paper.files], "id of name mime_type role")


def test_rubin(towns):
    server = towns["rubin"]
    council = server.council
    types = {"mainFile": 4, "auxiliaryFile": 13, "invitation": 1, "resultsProtocol": 2}

    def coded(meeting: Meeting) -> Meeting:
        return with_(titled(meeting, "Abgesagt - "), organization=(council.organization_id(meeting.organization[0]),))

    shown = "id name start end organization location cancelled"
    for year, month in MONTHS:
        found = read(server, f"api.php?id=calendar&action=get&from={year}-{month:02}&to={year}-{month:02}&view=list")
        same(records(found, Meeting), [coded(m) for m in council.month(year, month)], shown)
    for true in council.town.meetings():
        found = read(server, f"api.php?id=meetings&action=get&meeting_id={true.meeting.id}")
        items = items_of(true)
        papers = [paper for i in items if (paper := council.paper(i.paper))]
        same(records(found, Meeting), [coded(true.meeting)], shown)
        same(records(found, AgendaItem), items, "id meeting number name public result paper")
        same(records(found, Paper), [p.paper for p in papers], "id reference name paper_type date")
        stations = [
            with_(c, organization=council.organization_id(c.organization)) for p in papers for c in p.consultations
        ]
        same(records(found, Consultation), stations, "paper order organization date role meeting agenda_item")
        files = [*true.files, *(f for p in papers for f in p.files)]
        expected = [with_(f, id=f"{f.id}|{types[f.role or '']}") for f in files]
        same(records(found, File), expected, "id of name mime_type role")
    assert [b.name for b in records(read(server, "api.php?id=organizations&action=bodies"), Body)] == [council.name]


# OParl -------------------------------------------------------------------------------------------------------------


def whole(server: Server, name: str, kind: type[R]) -> list[R]:
    """The records of a list from its first page to its last."""
    address: str | None = f"oparl/v1.1/body/1/{name}"
    found: list[R] = []
    while address:
        reading = read(server, address)
        found += records(reading, kind)
        address = next((f.url.removeprefix(server.root) for f in reading.follows), None)
    return found


def test_oparl(towns):
    server = towns["oparl"]
    council = server.council
    town, base = council.town, f"{server.root}oparl/v1.1/"

    def url(kind: str, id_: str | None) -> str | None:
        return id_ and f"{base}{kind}/{id_}"

    def body(name: str | None) -> str | None:
        return url("organization", council.organization_id(name or ""))

    assert read(server, "oparl/v1.1/system").kind == "system"
    found = read(server, "oparl/v1.1/bodies")
    same(records(found, Body), [town.body], "name classification")
    same(records(found, LegislativeTerm), town.terms, "name start end")
    meetings, papers = list(town.meetings()), list(town.papers())
    true = [with_(m.meeting, id=url("meeting", m.meeting.id), organization=(body(m.meeting.name),)) for m in meetings]
    same(whole(server, "meeting", Meeting), true, "id name start end organization location meeting_state cancelled")
    items = [
        with_(i.item, id=url("agendaItem", i.item.id), meeting=url("meeting", i.item.meeting))
        for m in meetings
        for i in m.items
    ]
    shown = "id meeting order number name public result resolution_text"
    same(whole(server, "meeting", AgendaItem), items, shown)
    same(whole(server, "agendaItem", AgendaItem), items, "id meeting number name")
    files = [with_(f, id=url("file", f.id), of=url("meeting", f.of)) for m in meetings for f in m.files]
    same(whole(server, "meeting", File), files, "id of name mime_type role")
    files = [with_(f, id=url("file", f.id), of=url("paper", f.of)) for p in papers for f in p.files]
    same(whole(server, "paper", File), files, "id of name mime_type role")
    by = [with_(p.paper, id=url("paper", p.paper.id), originator=tuple(map(body, p.paper.originator))) for p in papers]
    same(whole(server, "paper", Paper), by, "id reference name paper_type date originator")
    stations = [
        with_(
            c,
            paper=url("paper", c.paper),
            organization=body(c.organization),
            meeting=url("meeting", c.meeting),
            agenda_item=url("agendaItem", c.agenda_item),
        )
        for p in papers
        for c in p.consultations
    ]
    shown = "paper order organization role authoritative meeting agenda_item"
    same(whole(server, "paper", Consultation), stations, shown)
    people = [with_(p, id=url("person", p.id)) for p in town.people]
    same(whole(server, "person", Person), people, "id name form_of_address title")
    assert len(whole(server, "membership", Membership)) == len(town.memberships)
    bodies = [with_(o, id=url("organization", o.id)) for o in town.organizations]
    same(whole(server, "organization", Organization), bodies, "id name classification")


def test_every_object_of_oparl_has_the_address_that_is_its_id(towns):
    server = towns["oparl"]
    for name, kind in (("meeting", Meeting), ("agendaItem", AgendaItem), ("paper", Paper), ("file", File)):
        for record in whole(server, name, kind)[:5]:
            alone = records(read(server, str(getattr(record, "id")).removeprefix(server.root)), kind)[0]  # noqa: B009
            same([alone], [record], "id name")


def test_oparl_says_what_changed(towns):
    """`modified_since` finds exactly the objects that the steps of the world touched."""
    server = towns["oparl"]
    town = server.council.town
    pages = {page for step in (1, 2) for change in WORLD.at(step).changes(town.index) for page in change.pages}
    for name, kind in (("meeting", Meeting), ("paper", Paper)):
        found = read(server, f"oparl/v1.1/body/1/{name}?modified_since=2024-10-15T12:00:00%2B02:00")
        ids = {str(getattr(record, "id")).rpartition("/")[2] for record in records(found, kind)}  # noqa: B009
        assert ids == {page.id for page in pages if page.kind == name}


# files -------------------------------------------------------------------------------------------------------------


def test_files_have_the_text_of_their_documents(simulation):
    checked = 0
    for server in simulation.servers:
        town = server.council.town
        for paper in list(town.papers())[:6]:
            for file in paper.files:
                document = town.document(file.id or "")
                raw = server.council.file(file.id or "")
                assert document and raw == pdf(document) and raw.startswith(b"%PDF-1.4")
                text = plain(read_file(raw, "file").document.text)
                assert plain(document.title) in text
                for sentence in (t.sentence for t in document.truths):
                    assert plain(sentence) in text
                    checked += 1
    assert checked > 20


def test_letters_beyond_windows_1252_stand_in_a_file():
    names = "Frau Yıldıray, Herr Özoğlu, Frau Łukasz, Herr Šarić: „ja“"
    assert names in read_file(pdf(Document(title="Niederschrift", paragraphs=(names,))), "file").document.text


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_record_that_is_not_there_is_refused(simulation, name):
    server = simulation.server_of(name)
    addresses = {
        "allris3": "bi/to010.asp?SILFDNR=1",
        "allris4": "public/vo020?VOLFDNR=1",
        "sessionnet": "bi/si0057.asp?__ksinr=1",
    }
    if name in addresses:
        from corpus.errors import ParseError

        with pytest.raises(ParseError):
            read(server, addresses[name])
    else:
        missing = {"oparl": "oparl/v1.1/meeting/1", "sdnet": "tops/?__=x", "rubin": "api.php?id=x"}
        with pytest.raises(AssertionError):
            assert ask(server, missing.get(name, "api/v1/sitzungen/1/tagesordnung")).status < 400
