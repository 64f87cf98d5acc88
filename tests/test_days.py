"""Days that only records tell: of files that pages list, of parts of a meeting, and of the entries of lists."""

import datetime as dt
import json

import pytest
from bs4 import BeautifulSoup

from corpus.days import days, entries
from corpus.evidence import Document, Fact, sha256
from corpus.json_text import JsonText
from corpus.model import AgendaItem, Body, Consultation, File, Meeting, Organization, Paper
from corpus.owners import Day
from corpus.promises import hints
from corpus.store import Corpus, Entry, Source
from reports.library import load
from reports.places import sentence
from reports.site import write_site
from reports.threads import gather
from tests.towns import pack

TOWN = Body(id="x-stadt-tagwerk", name="Stadt Tagwerk")
HOST = "https://ris.tagwerk.example/"
SCHEMA = "https://schema.oparl.org/1.1/"


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "days.db") as corpus:
        yield corpus


def save(corpus, text, *records, url, kind=None, date=None, media="text/html", facts=(), body=TOWN):
    """One document with the records that its page gave; returns the SHA-256 of its file."""
    digest = sha256(url + text)
    reader = {"application/json": "oparl-json", "application/pdf": "pdf"}.get(media, "html")
    document = Document(file_sha256=digest, media_type=media, reader=reader, reader_version=1, text=text)
    told = [
        Fact(kind=k, value=value, evidence=(document.cite(*at),), extractor="hand", extractor_version=1)
        for k, value, at in facts
    ]
    source = Source(
        place=url, sha256=digest, size=len(text), media_type=media, url=url, fetched_at="2021-01-01T00:00:00"
    )
    title = text.splitlines()[0] if text else None
    entry = Entry(source=source, document=document, made_with="1", body=body, page_kind=kind, title=title, date=date,
                  records=records, facts=told)  # fmt: skip
    corpus.save(entry)
    return digest


def day(date, basis):
    return Day(date=date, basis=basis)


def met(id_, date, name="Sozialausschuss"):
    return Meeting(id=id_, name=name, start=dt.datetime.fromisoformat(f"{date}T17:00:00+02:00"))


def pdf(corpus, address="do1.pdf", text="Ein Text ohne Tag."):
    return save(corpus, text, url=HOST + address, media="application/pdf")


def day_of_pdf(corpus):
    digest = pdf(corpus)
    return days(corpus)[digest].day


def listed(id_, of, name=None, role=None, address="do1.pdf"):
    return File(id=id_, of=of, name=name, role=role, url=HOST + address)


def test_minutes_have_the_day_of_their_meeting(corpus):
    save(corpus, "Sitzung", met("7", "2021-05-04"), listed("1", "7", "Niederschrift 04.05.2021", "resultsProtocol"),
         url=HOST + "si?7", kind="agenda", date="2021-05-04")  # fmt: skip
    minutes = pdf(corpus)
    assert days(corpus)[minutes].day == day("2021-05-04", "meeting")
    doc = next(d for d in load(corpus).docs if d.id == minutes)
    assert (doc.date, doc.title) == ("2021-05-04", "Niederschrift 04.05.2021 – Sozialausschuss")


def test_a_papers_file_has_its_day_else_that_of_its_last_consultation(corpus):
    own = Paper(id="9", reference="12/2021", name="Lotsendienst", date=dt.date(2021, 4, 1))
    save(corpus, "Vorlage", own, listed("1", "9", "Anlage 1", "auxiliaryFile"), url=HOST + "vo?9", kind="paper")
    other = Paper(id="10", reference="13/2021", name="Beirat")
    stations = [
        Consultation(paper="10", date=dt.date(2021, 5, 4)),
        Consultation(paper="10", meeting="8"),
        Consultation(paper="10"),
    ]
    save(corpus, "Vorlage 2", other, *stations, listed("2", "10", "Vorlage", "mainFile", "do2.pdf"),
         url=HOST + "vo?10", kind="paper")  # fmt: skip
    save(corpus, "Sitzung", met("8", "2021-06-08", "Kreistag"), url=HOST + "si?8", kind="agenda", date="2021-06-08")
    first, second = pdf(corpus), pdf(corpus, "do2.pdf", "Ein zweiter.")
    found = days(corpus)
    assert found[first].day == day("2021-04-01", "paper")
    assert found[second].day == day("2021-06-08", "consultation")
    titles = {d.id: d.title for d in load(corpus).docs}
    assert titles[first] == "Anlage 1 – Vorlage 12/2021: Lotsendienst"
    assert titles[second] == "Vorlage 13/2021: Beirat"


def test_an_item_has_the_day_of_its_meeting_on_another_page(corpus):
    save(corpus, "Kalender", met("7", "2021-05-04"), met("8", "2021-06-08"), url=HOST + "cal", kind="calendar")
    agenda = save(corpus, "Tagesordnung", AgendaItem(id="71", meeting="7"), AgendaItem(id="72", meeting="7"),
                  url=HOST + "api/7", kind="agenda")  # fmt: skip
    papers = save(
        corpus, "- toNr: 72", listed("5", "72", "Vorlage", "mainFile"), url=HOST + "api/7/d", kind="documents"
    )
    stored = pdf(corpus)
    found = days(corpus)
    assert {found[d].day for d in (agenda, papers, stored)} == {day("2021-05-04", "meeting")}


def test_a_page_without_an_id_is_known_by_its_address(corpus):
    item = AgendaItem(id="71", meeting="7", url=HOST + "to?id=71")
    save(corpus, "Sitzung", met("7", "2021-05-04"), item, url=HOST + "si?7", kind="agenda", date="2021-05-04")
    bare = [AgendaItem(id=None, name="Lotsen"), AgendaItem(id=None, name="Beirat")]
    page = save(corpus, "Beschluss: angenommen", bare[0], url=HOST + "to?id=71", kind="item")
    other = save(corpus, "Beschluss: vertagt", bare[1], url=HOST + "to?id=99", kind="item")
    found = days(corpus)
    assert (found[page].day, found[other].day) == (day("2021-05-04", "meeting"), None)


def test_a_file_that_items_of_one_paper_share_belongs_to_the_paper(corpus):
    save(corpus, "Kalender", met("7", "2021-05-04"), met("8", "2021-06-08"), url=HOST + "cal", kind="calendar")
    both = [AgendaItem(id="71", meeting="7", paper="9"), AgendaItem(id="81", meeting="8", paper="9")]
    save(corpus, "Tagesordnungen", *both, url=HOST + "api", kind="agenda")
    files = [listed("5", "71", "Vorlage", "mainFile"), listed("5", "81", "Vorlage", "mainFile")]
    save(corpus, "Dateien", *files, url=HOST + "api/d", kind="documents")
    assert day_of_pdf(corpus) == day("2021-06-08", "consultation")


def test_two_possible_days_are_none(corpus):
    save(corpus, "Sitzung", met("7", "2021-05-04"), listed("1", "7", "Anlage"), url=HOST + "si?7", kind="agenda")
    save(corpus, "Sitzung 2", met("8", "2021-06-08"), listed("1", "8", "Anlage"), url=HOST + "si?8", kind="agenda")
    assert day_of_pdf(corpus) is None


def test_a_meeting_that_pages_date_differently_has_no_day(corpus):
    save(corpus, "Sitzung", met("7", "2021-05-04"), listed("1", "7", "Niederschrift"), url=HOST + "si?7", kind="agenda")
    save(corpus, "Kalender", met("7", "2021-05-11"), url=HOST + "cal", kind="calendar")
    assert day_of_pdf(corpus) is None


@pytest.mark.parametrize(
    ("role", "expected"),
    [("resultsProtocol", day("2021-05-04", "meeting")), ("mainFile", day("2021-04-01", "paper")), (None, None)],
)
def test_equal_ids_of_a_meeting_and_a_paper_are_told_apart_by_the_role(corpus, role, expected):
    paper = Paper(id="7", date=dt.date(2021, 4, 1))
    save(corpus, "Seite", met("7", "2021-05-04"), paper, listed("1", "7", "Datei", role), url=HOST + "si?7",
         kind="agenda")  # fmt: skip
    assert day_of_pdf(corpus) == expected


def test_the_own_day_of_a_document_goes_first(corpus):
    save(corpus, "Sitzung", met("7", "2021-05-04"), listed("1", "7", "Niederschrift"), url=HOST + "si?7", kind="agenda")
    text = "Niederschrift vom 05.05.2021"
    own = save(corpus, text, url=HOST + "do1.pdf", media="application/pdf", date="2021-05-05")
    assert days(corpus)[own].day == day("2021-05-05", "own")


def test_a_page_of_a_paper_may_name_other_papers(corpus):
    own = Paper(id="9", date=dt.date(2021, 4, 1), url=HOST + "vo?9")
    page = save(corpus, "Vorlage", own, Paper(id="3", date=dt.date(2019, 1, 1)), url=HOST + "vo?9", kind="paper")
    unclear = save(corpus, "Zwei", Paper(id="4", date=dt.date(2021, 4, 1)), Paper(id="5", date=dt.date(2021, 4, 2)),
                   url=HOST + "vo?x", kind="paper")  # fmt: skip
    found = days(corpus)
    assert (found[page].day, found[unclear].day) == (day("2021-04-01", "paper"), None)


def oparl(*meetings):
    """An OParl list as the server prints it: items before the start, so that nearness to a day would mislead."""
    data = [
        {"id": f"{HOST}m/{n}", "type": SCHEMA + "Meeting",
         "agendaItem": [{"id": f"{HOST}a/{n}", "type": SCHEMA + "AgendaItem", "name": name, "result": "beschlossen"}],
         "start": f"{date}T17:00:00+02:00"}
        for n, date, name in meetings
    ]  # fmt: skip
    return json.dumps({"data": data, "pagination": {"elementsPerPage": 25}, "links": {"first": HOST}})


def test_a_claim_in_a_list_has_the_day_of_its_own_meeting(corpus, tmp_path):
    read = JsonText(oparl((1, "2021-05-04", "Lotsen"), (2, "2021-06-08", "Beirat")))
    facts = [("result", {"raw": "beschlossen"}, read.span(("data", n, "agendaItem", 0, "result"))) for n in (0, 1)]
    facts.append(("event", {}, read.span(("pagination", "elementsPerPage"))))
    records = [met(f"{HOST}m/1", "2021-05-04"), met(f"{HOST}m/2", "2021-06-08")]
    save(corpus, read.text, *records, url=HOST + "meetings", kind="meeting", date="2021-06-08",
         media="application/json", facts=facts)  # fmt: skip
    library = load(corpus)
    (doc,) = library.docs
    assert [c.date for c in library.claims[doc.id]] == ["2021-05-04", "2021-06-08", None]
    assert doc.title == "Sitzungen Sozialausschuss 04.05.2021 bis 08.06.2021 (OParl-Liste, 2 Einträge)"
    assert doc.dated.span == ("2021-05-04", "2021-06-08")
    write_site(corpus, pack(tmp_path), tmp_path / "site", full=True)
    page = BeautifulSoup((tmp_path / "site" / doc.path).read_text("utf-8"), "html.parser")
    told = [note.get_text() for note in page.select(".notelist li")]
    assert ["Sitzung vom 04.05.2021" in t for t in told] == [True, False, False]
    assert ["Sitzung vom 08.06.2021" in t for t in told] == [False, True, False]


def test_a_value_that_looks_like_an_entry_takes_no_day(corpus):
    """What stands behind it in the same meeting has none, rather than the day of another one."""
    read = JsonText(oparl((1, "2021-05-04", "Lotsen\n  - name: im Text"), (2, "2021-06-08", "Beirat")))
    places = [read.span(("data", n, "agendaItem", 0, "result")) for n in (0, 1)]
    records = [met(f"{HOST}m/1", "2021-05-04"), met(f"{HOST}m/2", "2021-06-08")]
    save(corpus, read.text, *records, url=HOST + "meetings", kind="meeting", date="2021-06-08",
         media="application/json", facts=[("result", {"raw": "beschlossen"}, p) for p in places])  # fmt: skip
    library = load(corpus)
    assert [c.date for c in library.claims[library.docs[0].id]] == [None, "2021-06-08"]


def test_papers_of_a_list_have_their_own_days(corpus):
    data = [{"id": f"{HOST}p/{n}", "type": SCHEMA + "Paper", "name": f"Sache {n}"} for n in (1, 2)]
    read = JsonText(json.dumps({"data": data, "links": {}}))
    places = [read.span(("data", n, "name")) for n in (0, 1)]
    records = [Paper(id=f"{HOST}p/1", date=dt.date(2021, 4, 1)), Paper(id=f"{HOST}p/2", date=dt.date(2021, 4, 9))]
    save(corpus, read.text, *records, url=HOST + "papers", kind="paper", media="application/json",
         facts=[("paper", {"subject": "Sache"}, p) for p in places])  # fmt: skip
    library = load(corpus)
    claims = library.claims[library.docs[0].id]
    assert [c.day for c in claims] == [day("2021-04-01", "paper"), day("2021-04-09", "paper")]


def test_meetings_of_a_calendar_have_their_own_days(corpus):
    text = "Kalender\n4. Sozialausschuss\n8. Kreistag\nStadt Tagwerk"
    facts = [("meeting", {"date": d, "body": b}, (text.index(b), text.index(b) + len(b)))
             for d, b in (("2021-05-04", "Sozialausschuss"), ("2021-05-08", "Kreistag"))]  # fmt: skip
    facts.append(("municipality", {"name": TOWN.name}, (text.index("Stadt"), len(text))))
    save(corpus, text, met("7", "2021-05-04"), met("8", "2021-05-08"), url=HOST + "cal", kind="calendar",
         date="2021-05-08", facts=facts)  # fmt: skip
    library = load(corpus)
    assert [c.date for c in library.claims[library.docs[0].id]] == ["2021-05-04", "2021-05-08", None]


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ({"data": [{"id": "a", "name": "- id: b"}, {"name": "c", "id": "d"}], "links": {"next": "e"}}, 2),
        ({"pagination": {"pageSize": 2}, "data": [{"id": "a"}, {"id": "b"}]}, 2),
        ({"id": "a", "name": "data:"}, 0),
    ],
)
def test_entries_are_the_objects_of_the_list(value, count):
    typed = json.loads(json.dumps(value))
    for one in typed.get("data", [typed]):
        one["type"] = SCHEMA + "Meeting"
    read = JsonText(json.dumps(typed))
    found = entries(read.text)
    assert len(found) == count
    for n, (start, end) in enumerate(found):
        assert read.text[start:end].strip() == f"- {_printed(read, n)}"


def _printed(read, n):
    start = read.span(("data", n))
    return read.text[slice(*start)]


def test_a_bare_list_has_entries_too():
    read = JsonText(
        json.dumps([{"siNr": 7, "dat": "2021-05-04", "oSt": 4}, {"siNr": 8, "dat": "2021-06-08", "oSt": 4}])
    )
    assert [read.text[a:b].splitlines()[0] for a, b in entries(read.text)] == ["- siNr: 7", "- siNr: 8"]


def test_titles_of_data(corpus):
    items = [AgendaItem(id="71", meeting="7"), AgendaItem(id="72", meeting="7")]
    committee = Organization(id="3", name="Ausschuss für Soziales")
    meeting = Meeting(id="7", organization=("3",), start=dt.datetime(2021, 5, 4, 17))
    save(corpus, "Gremien", committee, meeting, url=HOST + "cal", kind="calendar", date="2021-05-04")
    save(corpus, "- toNr: 71\n- toNr: 72", *items, url=HOST + "api/7", kind="agenda", media="application/json")
    save(corpus, "id: x", url=HOST + "system", kind="system", media="application/json")
    titles = {d.places[0].removeprefix(HOST): d.title for d in load(corpus).docs}
    assert titles["api/7"] == "Tagesordnung Ausschuss für Soziales, 04.05.2021"
    assert titles["system"] == "Zugang zu den Daten (OParl)"


def test_a_mention_in_data_is_the_value_without_its_key(corpus):
    read = JsonText(oparl((1, "2021-05-04", "Der Lotsendienst beginnt"), (2, "2021-06-08", "Beirat")))
    save(corpus, read.text, url=HOST + "meetings", kind="meeting", media="application/json")
    (doc,) = load(corpus).docs
    start = doc.text.index("Lotsendienst")
    found = slice(*sentence(doc, start, start + len("Lotsendienst")))
    assert doc.text[found] == "Der Lotsendienst beginnt"


def test_the_way_of_a_paper_leads_to_its_files_and_to_minutes(corpus, tmp_path):
    paper = Paper(id="9", reference="12/2021", name="Lotsendienst")
    stations = [Consultation(paper="9", meeting="7", organization="Sozialausschuss", date=dt.date(2021, 5, 4))]
    stations.append(Consultation(paper="9", organization="Kreistag", date=dt.date(2021, 6, 8)))
    save(corpus, "Vorlage", paper, *stations, listed("1", "9", "Anlage 1", "auxiliaryFile"), url=HOST + "vo?9",
         kind="paper")  # fmt: skip
    minutes = listed("2", "7", "Niederschrift", "resultsProtocol", "do2.pdf")
    save(corpus, "Sitzung", met("7", "2021-05-04"), minutes, url=HOST + "si?7", kind="agenda", date="2021-05-04")
    annex, protocol = pdf(corpus), pdf(corpus, "do2.pdf", "Es tagte der Ausschuss.")
    (way,) = gather(corpus, load(corpus)).ways
    assert [d.id for d in way.files] == [annex]
    assert [protocol in {d.id for d in stop.docs} for stop in way.stops] == [True, False]
    write_site(corpus, pack(tmp_path), tmp_path / "site", full=True)
    page = (tmp_path / "site" / "dokument" / f"{annex[:16]}.html").read_text("utf-8")
    assert "Weg der Vorlage" in page
    assert "letzte Beratung am 08.06.2021" in page


def test_search_shows_the_day_of_an_entry_and_the_days_of_a_list(corpus, tmp_path):
    read = JsonText(oparl((1, "2021-05-04", "Lotsen " * 80), (2, "2021-06-08", "Beirat")))
    records = [met(f"{HOST}m/1", "2021-05-04"), met(f"{HOST}m/2", "2021-06-08")]
    save(corpus, read.text, *records, url=HOST + "meetings", kind="meeting", media="application/json")
    write_site(corpus, pack(tmp_path), tmp_path / "site", full=True)
    script = (tmp_path / "site" / "search-index.js").read_text("utf-8")
    index = json.loads(script.removeprefix("window.ratslupe=").rstrip(";\n"))
    assert index["docs"][0][3] == "04.05.2021 bis 08.06.2021"
    told = {day for _, _, text, day in index["passages"] if "Lotsen" in text}
    assert told == {"Sitzung vom 04.05.2021"}
    mixed = [day for _, _, text, day in index["passages"] if "m/2" in text and "2021-05-04T17" in text]
    assert set(mixed) <= {""}


@pytest.mark.parametrize(
    ("population", "date", "shown"),
    [(1000, dt.date(2020, 12, 31), "Einwohner (31.12.2020)</dt><dd>1.000"), (1000, None, "Einwohner</dt><dd>1.000")],
)
def test_a_population_has_its_own_date(corpus, tmp_path, population, date, shown):
    body = Body(id=TOWN.id, name=TOWN.name, population=population, population_date=date)
    save(corpus, "Eine Seite.", url=HOST, body=body)
    write_site(corpus, pack(tmp_path), tmp_path / "site", full=False)
    assert shown in (tmp_path / "site" / "kommune" / f"{TOWN.id}.html").read_text("utf-8")


def test_a_file_with_the_day_of_its_meeting_may_tell_of_a_commitment_and_of_its_keeping(corpus):
    for n, day, text in (
        (1, "2021-06-16", "Frau Kern sagt zu, eine Übersicht der Beratungssprachen vorzulegen."),
        (2, "2021-11-04", "Die zugesagte Übersicht der Beratungssprachen wird verteilt."),
    ):
        url = f"{HOST}datei/{n}.pdf"
        meeting = Meeting(id=str(n), start=dt.date.fromisoformat(day))
        save(corpus, f"Sitzung {n}", meeting, File(id=f"f{n}", of=str(n), url=url), url=f"{HOST}sitzung/{n}")
        value = {"who": "Kern", "what": text, "due": None}
        facts = [("commitment", value, (0, len(text)))] if n == 1 else []
        save(corpus, text, url=url, media="application/pdf", facts=facts)
    assert [(h.basis, h.date) for found in hints(corpus).values() for h in found] == [("said_again", "2021-11-04")]
