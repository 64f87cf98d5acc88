"""Stations and papers of products that tell them in JSON: ISO days, roles, titles, stations without an id."""

import collections
import datetime as dt
import json

import pytest

from corpus.errors import ParseError, ReadError
from corpus.model import Consultation, Paper
from corpus.records import record_id
from pipeline.readers import read_file
from scrapers import fields, stated, vendors
from scrapers.page import Page
from tests.oparl_pages import read as read_oparl
from tests.product_pages import check_row, read

OPARL = "https://schema.oparl.org/1.1/"
STATION = {
    "folge": 1,
    "gremium": "RAT",
    "committee": {"name": "Rat der Stadt", "Bezeichnung": "Rat der Stadt"},
    "sitzungsdatum": "2024-10-09 00:00:00",
    "sitzungsnummer": "2024-RAT-5",
    "agenda_item_id": "2024-RAT-5|77|1",
    "beratungsstatus_lang": "",
}


def meeting(**item):
    """An answer of more!rubin with one item, and what it gives."""
    shown = {"id": "2024-RAT-5|77|1", "topnummer": "3", "status": 1, "title": "Hundesteuer", "vorlagennummer": "77"}
    whole = {"nummer": "2024-RAT-5", "datum": "2024-10-09", "titel": "Rat", "committees": [], "documents": []}
    page, reading = read("rubin", json.dumps({**whole, "agenda_items": [{**shown, **item}]}).encode())
    for row in reading.rows:
        check_row(page, row)
    return page, reading


def records(reading, kind):
    return [row.record for row in reading.rows if isinstance(row.record, kind)]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2024-10-09", dt.date(2024, 10, 9)),
        ("2024-10-09 00:00:00", dt.date(2024, 10, 9)),
        ("2024-10-09T17:00:00+02:00", dt.date(2024, 10, 9)),
        ("2024-10-09T22:30:00Z", dt.date(2024, 10, 10)),
        ("2024-10-09T22:30:00.000Z", dt.date(2024, 10, 10)),
        ("09.10.2024", dt.date(2024, 10, 9)),
        ("Oct 9, 2024", dt.date(2024, 10, 9)),
        ("2024-13-09", None),
        ("12024-10-09", None),
        ("2024-10-09-1", None),
        ("2024-RAT-5", None),
        (None, None),
    ],
)
def test_days_in_every_notation(printed, day):
    assert fields.any_day(printed) == day


def test_the_iso_day_of_a_station_becomes_a_fact_that_quotes_it():
    page, reading = meeting(submission={"alias": "12/24", "name": "Hundesteuer", "consultations": [STATION]})
    (fact,) = (fact for fact in stated.facts(page, reading) if fact.kind == "consultation")
    assert (fact.value["date"], fact.value["body"]) == ("2024-10-09", "Rat der Stadt")
    assert "2024-10-09 00:00:00" in [evidence.quote for evidence in fact.evidence]


def test_a_station_takes_the_role_of_its_own_item_and_no_other():
    other = {**STATION, "agenda_item_id": "2024-HA-2|77|1", "sitzungsnummer": "2024-HA-2"}
    told = {**STATION, "agenda_item_id": "2024-RAT-5|77|1", "beratungsstatus_lang": "vorberatend"}
    status = {"counselling_status": {"name": "beschließend"}}
    _, reading = meeting(submission={"alias": "12/24", "consultations": [STATION, other]}, **status)
    assert [(s.role, s.authoritative) for s in records(reading, Consultation)] == [("beschließend", True), (None, None)]
    _, reading = meeting(submission={"alias": "12/24", "consultations": [told]}, **status)
    assert [s.role for s in records(reading, Consultation)] == ["vorberatend"]


def document(name, kind=4):
    return {
        "documentUrl": f"https://ris.example/api.php?document_type_id={kind}&submission_id=77",
        "documentName": name,
    }


@pytest.mark.parametrize(
    ("documents", "kind", "title"),
    [
        ([document("Beschlussvorlage 12/24 (Hundesteuer (Satzung)).pdf")], "Beschlussvorlage", "Hundesteuer (Satzung)"),
        ([document("Lageplan", 13), document("Antrag 12/24 (Bäume)")], "Antrag", "Bäume"),
        ([document("Beschlussvorlage 13/24 (Hundesteuer).pdf")], None, None),
        ([document("Beschlussvorlage 12/24 (Hundesteuer).pdf", 13)], None, None),
        ([document("Vorlage.pdf")], None, None),
        ([], None, None),
    ],
)
def test_kind_and_title_of_a_paper_stand_in_the_name_of_its_document(documents, kind, title):
    _, reading = meeting(submission={"alias": "12/24"}, documents=documents)
    (paper,) = records(reading, Paper)
    assert (paper.reference, paper.paper_type, paper.name) == ("12/24", kind, title)


def test_what_the_paper_says_itself_goes_before_its_documents_name():
    said = {"alias": "12/24", "name": "Neue Hundesteuer", "type": {"name": "Bericht"}}
    _, reading = meeting(submission=said, documents=[document("Beschlussvorlage 12/24 (Hundesteuer).pdf")])
    (paper,) = records(reading, Paper)
    assert (paper.paper_type, paper.name) == ("Bericht", "Neue Hundesteuer")


def test_stations_of_oparl_without_an_id_are_kept_apart(tmp_path):
    shared = {"type": OPARL + "Consultation", "paper": "p/1", "organization": ["o/1"], "role": "Entscheidung"}
    items = [
        {"type": OPARL + "AgendaItem", "id": f"a/{n}", "name": "Haushalt", "order": n, "consultation": shared}
        for n in (1, 2)
    ]
    path = tmp_path / "items.json"
    path.write_text(json.dumps(items), "utf-8")
    _, reading = read_oparl(path)
    ids = [record_id(station) for station in records(reading, Consultation)]
    assert len(set(ids)) == 2
    assert all(id_.startswith("h-") for id_ in ids)
    _, again = read_oparl(path)
    assert [record_id(station) for station in records(again, Consultation)] == ids


@pytest.mark.recorded
def test_ids_of_recorded_stations_are_unique(shared):
    """Each station of a file has an id of its own, and one id never means two stations of different papers."""
    seen, told = 0, collections.defaultdict(set)
    for path in sorted((shared / "ris-raw/oparl").rglob("*.json")):
        if path.stat().st_size > 3_000_000 or "/schema/" in str(path):
            continue
        try:
            reading = read_file(path)
            found = vendors.read(Page(reading.document, reading.html, json=reading.json))
        except (ReadError, ParseError):  # files that are no OParl, and such that break it: other tests
            continue
        stations = records(found, Consultation) if found else []
        assert len({record_id(s) for s in stations}) == len(stations), path
        for station in stations:
            told[record_id(station)].add(station)
        seen += len(stations)
    assert seen > 400
    assert all(len(same) == 1 for same in told.values())
