"""SD.NET RIM: the calendar it exports, its lists of meetings, where a crawl begins, and a council without OParl."""

import dataclasses
import datetime as dt

import pytest

from corpus.errors import ParseError
from corpus.model import AgendaItem, Consultation, File, Meeting, Paper
from corpus.store import Corpus
from extractors import topic_named
from pipeline.crawl import crawl, plans, stored_pauses
from pipeline.focus import Focus
from pipeline.simulation import World
from pipeline.simulation.server import serve
from scrapers import vendors
from scrapers.fetch import Fetcher
from scrapers.polite import Clock, Manners
from tests.faulty import FakeTime
from tests.product_pages import page_of, vendor_named
from tests.served import page, plain, records

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//SD.NET RIM v1.0//DE\r\n{}END:VCALENDAR\r\n"
EVENT = "BEGIN:VEVENT\r\nDTSTAMP:20261008T152933Z\r\n{}\r\nEND:VEVENT\r\n\r\n"
BASE = "https://ris.example/rim4711/"


def calendar(*lines: str):
    events = "".join(EVENT.format(line.replace("\n", "\r\n")) for line in lines)
    found = vendors.read(page_of(HEAD.format(events).encode(), f"{BASE}termine/ics/SD.NET_RIM.ics"))
    assert found is not None and (found.vendor, found.kind) == ("sdnet", "calendar")
    return found


def meeting(*lines: str) -> Meeting:
    return records(calendar("\n".join(lines)), Meeting)[0]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("DTSTART;TZID=Europe/Berlin:20241009T170000", "2024-10-09T17:00:00+02:00"),
        ('DTSTART;TZID="Europe/Berlin":20241209T170000', "2024-12-09T17:00:00+01:00"),
        ("DTSTART:20241009T150000Z", "2024-10-09T17:00:00+02:00"),
        ("DTSTART:20241009T170000", "2024-10-09T17:00:00+02:00"),
        ("DTSTART;VALUE=DATE:20241009", "2024-10-09"),
    ],
)
def test_the_start_of_a_meeting(line, start):
    found = meeting(line, "SUMMARY:Rat").start
    assert found is not None and found.isoformat() == start


def test_folded_lines_and_escapes_are_undone():
    found = meeting(
        "DTSTART:20241009T170000",
        "SUMMARY:Ausschuss für Klima\\, Umwelt und Gene\n rationen",
        "LOCATION:Rathaus\\, Markt 1\\; Saal 2\\, ",
        f"DESCRIPTION:Link zur Tagesordnung: {BASE}tops/?__=UGhV\n M0hp-_1\\n\\nBemerkung:\\nEs gibt Kaffee.",
    )
    assert found.name == "Ausschuss für Klima, Umwelt und Generationen" and found.organization == (found.name,)
    assert found.location == "Rathaus, Markt 1; Saal 2"
    assert (found.id, found.url) == ("UGhVM0hp-_1", f"{BASE}tops/?__=UGhVM0hp-_1")
    assert found.cancelled is None and found.end is None


@pytest.mark.parametrize(
    ("note", "cancelled"),
    [
        ("Die Sitzung entfällt!", True),
        ("Entschuldigung. Die Sitzung wurde leider kurzfristig abgesagt.", True),
        ("Wegen Krankheit findet die Sitzung in Absprache mit dem Vorsitz nicht statt.", True),
        ("abgesagt", True),
        ("Die Sitzung findet nicht im Ratssaal statt.", None),
        ("TOP 5 entfällt.", None),
        ("Die Vorbesprechung für die Sitzung findet nicht statt.", None),
        ("Die Besichtigung vor der Sitzung entfällt.", None),
    ],
)
def test_a_note_calls_a_meeting_off_only_if_it_says_so(note, cancelled):
    text = f"DESCRIPTION:Link zur Tagesordnung: {BASE}tops/?__=A\\n\\nBemerkung:\\n{note}"
    assert meeting("DTSTART:20241009T170000", "SUMMARY:Rat", text).cancelled is cancelled


def test_a_meeting_without_agenda_is_kept_and_not_followed():
    found = calendar(
        "DTSTART:20261201T163000\nSUMMARY:Rat", f"DTSTART:20261208T163000\nSUMMARY:Rat\nDESCRIPTION:{BASE}tops/?__=B"
    )
    assert [(m.id, m.url) for m in records(found, Meeting)] == [(None, None), ("B", f"{BASE}tops/?__=B")]
    assert [f.url for f in found.follows] == [f"{BASE}tops/?__=B"]


def test_a_calendar_without_events_is_empty_by_its_own_words():
    assert calendar().empty and not calendar().rows


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD.format(EVENT.format("SUMMARY:Rat")), "VEVENT: expected DTSTART with a day, and SUMMARY"),
        (HEAD.format(EVENT.format("DTSTART:20241309T170000\r\nSUMMARY:Rat")), "expected DTSTART with a day"),
        (HEAD.format(EVENT.format("DTSTART;TZID=Asia/Tokyo:20241009T170000\r\nSUMMARY:Rat")), "expected DTSTART"),
        (HEAD.format(EVENT.format("DTSTART:20241009T170000")), "and SUMMARY"),
        (HEAD.format("").removesuffix("END:VCALENDAR\r\n"), "expected the end of the calendar, found one that breaks"),
    ],
)
def test_a_calendar_that_lacks_something_is_named(text, message):
    with pytest.raises(ParseError, match=message):
        vendors.read(page_of(text.encode()))


def test_the_calendar_of_another_product_is_not_taken():
    assert vendors.detect(page_of(HEAD.replace("SD.NET RIM", "Kalender").format("").encode())) is None


CONTENT = (
    '<html><head><meta name="generator" content="SD.NET RIM - Ratsinfomanagement">{}</head><body><div id="rimcontent">'
    '<div id="div-content" class="{}">{}</div></div></body></html>'
)
ICS = f"{BASE}termine/ics/SD.NET_RIM.ics"


@pytest.mark.parametrize(
    ("head", "main", "url"),
    [
        (f'<link rel="alternate" type="application/rss+xml" href="{BASE}rss/">', "x", "https://other.example/"),
        ("", f'<button id="btn-export-ics" data-export-url="{ICS}">Export</button>', "https://other.example/"),
        ("", f'<button data-export-url="{BASE}termine/ics/?__=TOKEN">Export</button>', "https://other.example/"),
        ("", f'<a href="{BASE}termine">Termine</a>', BASE),
        ("", '<a href="/rim4711/gremien/?__=X">Rat</a>', f"{BASE}vorlagen"),
        ("", "x", BASE),
        ("", "x", f"{BASE}gremien"),
        ("", "x", f"{BASE}tops/?__=TOKEN"),
    ],
)
def test_a_crawl_begins_with_the_exported_calendar(head, main, url):
    start = page_of(CONTENT.format(head, "gremien", main).encode(), url)
    vendor = vendors.product_of(start)
    assert vendor is not None and vendor.starts is not None
    (found,) = vendor.starts(start, dt.date(2024, 1, 1), dt.date(2026, 12, 31))
    assert (found.url, found.kind) == (ICS, "calendar")


def test_the_calendar_itself_can_be_the_start():
    start = page_of(HEAD.format("").encode(), ICS)
    vendor = vendors.product_of(start)
    assert vendor is not None and vendor.starts is not None
    assert [s.url for s in vendor.starts(start, dt.date(2024, 1, 1), dt.date(2026, 1, 1))] == [ICS]


DETAILS = (
    '<table class="table-details"><tr><th scope="row">Sitzung:</th><td>{}</td></tr>'
    '<tr><th scope="row">Termin:</th><td>{}</td></tr></table>{}'
)


def agenda(session: str, rest: str, when: str = "Di, 29.09.2026 18:00 Uhr"):
    main = DETAILS.format(session, when, rest)
    found = vendors.read(page_of(CONTENT.format("", "tops", main).encode(), f"{BASE}tops/?__=M1"))
    assert found is not None
    return found


def test_an_agenda_that_is_not_there_yet_is_declared_empty():
    found = agenda("Rat, 6. Sitzung", "<p>Für diese Sitzung liegt noch keine Tagesordnung vor.</p>")
    assert found.empty == "Für diese Sitzung liegt noch keine Tagesordnung vor"
    (only,) = records(found, Meeting)
    assert only.start is not None
    assert (only.id, only.organization, only.start.isoformat()) == ("M1", ("Rat",), "2026-09-29T18:00:00+02:00")


def test_an_agenda_without_items_and_without_words_is_named():
    with pytest.raises(ParseError, match="expected one or more items, or words that there are none, found neither"):
        agenda("Rat", "<p>Bitte beachten Sie die Hinweise.</p>")


@pytest.mark.parametrize(
    ("session", "organization"),
    [
        ("Ausschuss für Klima, Umwelt und Verkehr, 6. Sitzung", ("Ausschuss für Klima, Umwelt und Verkehr",)),
        ('<a href="/gremien/?__=G">Rat</a>, 28. XI. Ratsperiode Sitzung', ("Rat",)),
        ("Sondersitzung des Rates", ()),
    ],
)
def test_the_committee_of_an_agenda(session, organization):
    (only,) = records(agenda(session, "<p>Es sind keine Unterlagen vorhanden.</p>"), Meeting)
    assert only.organization == organization


def test_late_papers_and_rows_without_ids_do_not_disturb_an_agenda():
    late = (
        '<table class="table-data table-top.tischvorlagen"><tbody><tr><td class="column-bezeichnung">Spät</td></tr>'
        "</tbody></table>"
    )
    row = (
        '<tr class="row-0 top-{}-data"><td class="column-topnrtext">{}</td><td class="column-bezeichnung">{}</td></tr>'
    )
    rows = row.format("oeff", "1.", "Haushalt") + row.format("noeff", "2.", "Grundstück")
    found = agenda("Rat, 1. Sitzung", f'{late}<table class="table-top"><tbody>{rows}</tbody></table>')
    items = [(i.id, i.number, i.name, i.public) for i in records(found, AgendaItem)]
    assert items == [(None, "1.", "Haushalt", True), (None, "2.", "Grundstück", False)]


def test_a_resolution_printed_at_a_station_is_running_text():
    row = (
        '<tr><td class="column-beginn">Di, 29.09.2026</td><td class="column-gremium">Rat</td>'
        '<td class="column-beschluss">{}</td><td class="column-ergebnis">einstimmig</td></tr>'
    )
    main = (
        '<h1>Vorgang 7/2026</h1><table class="table-details"><tr><th scope="row">Vorlage:</th><td>7/2026</td></tr>'
        '<tr><th scope="row">Betreff:</th><td>Stellenplan</td></tr></table><table class="table-vorgang"><tbody>'
        + row.format(" Der Rat beschließt die Vorlage. ")
        + row.format('<a href="/sdnetrim/TOKEN/B.pdf">Beschlusstext</a>')
        + "</tbody></table>"
    )
    shown = page_of(CONTENT.format("", "vorgang", main).encode(), f"{BASE}vorgang/?__=V7")
    found = vendors.read(shown)
    assert found is not None
    assert [shown.text[slice(*span)] for span in found.prose] == ["Der Rat beschließt die Vorlage."]
    assert [(c.result, c.date) for c in records(found, Consultation)] == [("einstimmig", dt.date(2026, 9, 29))] * 2


# A council without OParl -------------------------------------------------------------------------------------------

WORLD = World(seed=7, municipalities=1, papers_per_municipality=8, years=(2024, 2024), use="open")


def test_the_lists_of_a_simulated_council_tell_all_meetings():
    with serve(WORLD, only=()) as running:
        server = running.add(0, "sdnet")
        true = [m.meeting for m in server.council.town.meetings()]
        start = page(server, "/")
        starts = vendor_named("sdnet").starts
        assert starts is not None
        (first,) = starts(start, dt.date(2024, 1, 1), dt.date(2024, 12, 31))
        found = vendors.read(page(server, first.url.removeprefix(server.root)))
        listed = vendors.read(start)
    assert found is not None and listed is not None
    said = [(m.start, m.organization, plain(m.location), m.cancelled) for m in records(found, Meeting)]
    assert said == [(m.start, m.organization, plain(m.location), m.cancelled or None) for m in true]
    assert [f.url for f in found.follows] == [m.url for m in records(found, Meeting)]
    last = [(m.start, m.organization, m.cancelled) for m in records(listed, Meeting)]
    shown = last[-1][0]
    assert shown is not None
    assert last == [(s, o, c) for s, o, _, c in said if s is not None and s.month == shown.month]


def test_from_the_calendar_to_every_paper_and_file():
    """What a crawl would follow, followed in memory: all that the council shows is among it."""
    with serve(WORLD, only=()) as running:
        server = running.add(0, "sdnet")
        town = server.council.town
        seen, todo, found = set(), ["termine/ics/SD.NET_RIM.ics"], []
        while todo:
            address = todo.pop()
            if address not in seen:
                seen.add(address)
                reading = vendors.read(page(server, address))
                assert reading is not None and reading.vendor == "sdnet"
                found += [row.record for row in reading.rows]
                todo += [follow.url.removeprefix(server.root) for follow in reading.follows]
        meetings, papers = list(town.meetings()), list(town.papers())
    items = {r.id for r in found if isinstance(r, AgendaItem)}
    assert items == {i.item.id for m in meetings for i in m.items if i.item.number}
    discussed = {i.item.paper for m in meetings for i in m.items} - {None}
    read = {r.reference for r in found if isinstance(r, Paper) and r.name}
    assert read == {p.paper.reference for p in papers if p.paper.id in discussed}
    results = sorted(str(r.result) for r in found if isinstance(r, Consultation))
    assert results == sorted(str(c.result) for p in papers if p.paper.id in discussed for c in p.consultations)
    files = {r.id for r in found if isinstance(r, File)}
    shown = [f for m in meetings for f in m.files] + [f for p in papers if p.paper.id in discussed for f in p.files]
    assert len(files) == len({f.id for f in shown})


NOW = dt.datetime(2024, 10, 15, 12, tzinfo=dt.UTC).timestamp()


def crawled(corpus, server, at=NOW, **changes):
    """A crawl of everything, of a site as its file would describe it."""
    time = FakeTime(at)
    clock = Clock(now=time.now, wall=time.now, sleep=time.sleep)
    site = dataclasses.replace(server.site, **changes)
    focus = Focus(topic=topic_named("kim"), since=dt.date(2024, 1, 1), everything=True)
    manners = Manners(delay=0.0, back_off=0.0, retries=1)
    asking = Fetcher(None, simulated=[site.base_url], manners=manners, clock=clock, pauses=stored_pauses(corpus))
    with asking:
        return crawl(corpus, plans([site], focus), asking, clock=clock)


@pytest.mark.parametrize("oparl", [None, "webservice/oparl/v9.9/system"], ids=["none", "not_activated"])
def test_a_council_without_oparl_is_crawled_by_its_pages(tmp_path, oparl):
    with serve(WORLD, only=()) as running, Corpus(tmp_path / "c.db") as corpus:
        server = running.add(0, "sdnet")
        report = crawled(corpus, server, oparl=oparl and server.root + oparl)
        town = server.council.town
        meetings, papers = list(town.meetings()), list(town.papers())
        assert not [p for p in report.problems if p.stage != "check"], report.problems
        kept = {row["id"]: row for row in corpus.query("select * from meeting")}
        assert len(kept) == len(meetings)
        assert sum(row["cancelled"] or 0 for row in kept.values()) == sum(m.meeting.cancelled or 0 for m in meetings)
        items = [i.item for m in meetings for i in m.items if i.item.number]
        assert len(corpus.query("select * from agenda_item")) == len(items)
        assert len([r for r in corpus.query("select * from paper") if r["name"]]) == len(papers)
        asked = len(server.log)
        again = crawled(corpus, server, at=NOW + 40 * 86400, oparl=None)
        assert len(server.log) > asked and again.read == 0


def test_a_council_with_oparl_is_crawled_by_it(tmp_path):
    with serve(WORLD, only=()) as running, Corpus(tmp_path / "c.db") as corpus:
        server = running.add(0, "sdnet")
        crawled(corpus, server)
        assert not [address for address in server.log if address.startswith(("/tops", "/vorgang", "/termine"))]
        assert corpus.query("select * from agenda_item where result is not null")
