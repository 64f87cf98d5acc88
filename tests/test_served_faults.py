"""Simulated servers over HTTP: sessions, validators, steps, and faults that do what they say."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator

import pytest
import requests

from corpus.errors import ParseError, ReadError
from corpus.model import AgendaItem, File, Meeting, Paper
from pipeline.readers import read_file
from pipeline.simulation import World
from pipeline.simulation.faults import Fault
from pipeline.simulation.server import Server, Simulation, serve
from scrapers import vendors
from scrapers.page import Page
from scrapers.volatile import fingerprint
from tests.served import read, records

WORLD = World(seed=7, municipalities=7, papers_per_municipality=24, years=(2023, 2024))
MONTH = "bi/si0040.asp?__cjahr=2023&__cmonat=5"


@pytest.fixture
def simulation() -> Iterator[Simulation]:
    with serve(WORLD) as running:
        yield running


def get(server: Server, address: str = "", client=requests, **options):
    return client.get(server.root + address if address else server.base_url, timeout=10, **options)


def faulty(simulation: Simulation, product: str = "sessionnet", **fault) -> Server:
    server = simulation.server_of(product)
    server.faults.append(Fault(**fault))
    return server


def test_every_product_starts_at_a_page_that_shows_it(simulation):
    for server in simulation.servers:
        response = get(server)
        assert response.status_code == 200
        reading = read_file(response.content, "start")
        page = Page(reading.document, reading.html, server.base_url, json=reading.json)
        if server.product.name != "sdnet":
            found = vendors.product_of(page)
            assert found is not None and found.name == server.product.name
        assert get(server, "robots.txt").text.startswith("User-agent: *")
        assert server.site.simulated and server.site.vendor == server.product.name
    assert len({server.root for server in simulation.servers}) == len(WORLD)


def test_pages_over_http_are_those_without(simulation):
    server = simulation.server_of("allris3")
    meeting = next(server.council.town.meetings()).meeting
    response = get(server, f"bi/to010.asp?SILFDNR={meeting.id}")
    assert response.headers["Content-Type"] == "text/html; charset=iso-8859-1"
    assert "ö".encode("latin-1") in response.content and "ETag" not in response.headers
    posted = requests.post(f"{server.root}bi/to010.asp", data={"SILFDNR": meeting.id}, timeout=10)
    assert fingerprint("allris3", posted.content) == fingerprint("allris3", response.content)


def attached(server: Server, product: str) -> tuple[str, list[File]]:
    paper = next(p for p in server.council.town.papers() if len(p.files) > 1)
    address = {"allris3": "bi/vo020.asp?VOLFDNR={}", "allris4": "public/vo020?VOLFDNR={}"}[product]
    return address.format(paper.paper.id), list(paper.files)


@pytest.mark.parametrize("product", ["allris3", "allris4"])
def test_attachments_belong_to_the_session_that_was_shown_them(simulation, product):
    server = simulation.server_of(product)
    address, files = attached(server, product)
    with requests.Session() as client:
        shown = read_file(get(server, address, client).content, "page")
        found = vendors.read(Page(shown.document, shown.html, server.root + address))
        assert found
        link = next(f.url for f in records(found, File) if f.role == "auxiliaryFile" and f.url)
        assert client.get(link, timeout=10).content == server.council.file(files[1].id or "")
    assert not requests.get(link, timeout=10).content.startswith(b"%PDF")


def test_documents_of_allris_3_redirect_within_the_session(simulation):
    server = simulation.server_of("allris3")
    file = next(server.council.town.papers()).files[0]
    with requests.Session() as client:
        response = get(server, f"bi/do027.asp?DOLFDNR={file.id}&options=64", client)
    assert response.history[0].status_code == 302 and response.content.startswith(b"%PDF")


def test_the_calendar_of_allris_4_comes_in_a_second_request(simulation):
    server = simulation.server_of("allris4")
    with requests.Session() as client:
        first = get(server, "public/si010?MM=5&YY=2023", client)
        assert "calenderView" not in first.text
        address = first.text.partition('"u":"./')[2].partition('"')[0]
        headers = {"Wicket-Ajax": "true", "Wicket-Ajax-BaseURL": "si010"}
        assert "calenderView" in get(server, f"public/{address}", client, headers=headers).text
        assert "calenderView" not in get(server, f"public/{address}", headers=headers).text


def test_validators_only_where_the_product_sends_them(simulation):
    for server in simulation.servers:
        response = get(server)
        assert ("ETag" in response.headers) == (server.product.name == "oparl")
    server = simulation.server_of("oparl")
    tag = get(server).headers["ETag"]
    again = get(server, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, server.not_modified) == (304, b"", 1)


def test_a_step_changes_only_the_pages_that_it_names(simulation):
    server = simulation.server_of("sessionnet")
    town = server.council.town
    addresses = {("paper", p.paper.id): f"bi/vo0053.asp?__kvonr={p.paper.id}" for p in town.papers()}
    addresses |= {("meeting", m.meeting.id): f"bi/si0057.asp?__ksinr={m.meeting.id}" for m in town.meetings()}
    before = {key: get(server, address).content for key, address in addresses.items()}
    simulation.go_to(1)
    named = {(page.kind, page.id) for change in simulation.world.changes(server.index) for page in change.pages}
    after = {key: get(server, address).content for key, address in addresses.items()}
    assert {key for key in before if before[key] != after[key]} <= named


@pytest.mark.parametrize(
    ("kind", "status"), [("too_many", 429), ("error", 500), ("forbidden", 403), ("not_found", 404)]
)
def test_refusals(simulation, kind, status):
    server = faulty(simulation, kind=kind, times=2, seconds=7)
    assert [get(server, MONTH).status_code for _ in range(3)] == [status, status, 200]
    assert get(server, "robots.txt").status_code == 200
    if kind == "too_many":
        server.faults[0].hits = 0
        assert get(server, MONTH).headers["Retry-After"] == "7"


def test_slow(simulation):
    server = faulty(simulation, kind="slow", seconds=0.4, match="si0040")
    start = time.monotonic()
    get(server, MONTH)
    assert time.monotonic() - start >= 0.4


def test_truncated(simulation):
    server = faulty(simulation, kind="truncated")
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        get(server, MONTH)


def test_wrong_charset(simulation):
    assert get(faulty(simulation, kind="wrong_charset"), MONTH).headers["Content-Type"].endswith("iso-8859-1")
    server = faulty(simulation, "allris3", kind="wrong_charset")
    assert get(server).headers["Content-Type"].endswith("utf-8")


def test_login(simulation):
    response = get(faulty(simulation, kind="login"), MONTH)
    reading = read_file(response.content, "login")
    assert response.status_code == 200
    with pytest.raises(ParseError, match="login"):
        vendors.detect(Page(reading.document, reading.html))


def test_duplicate(simulation):
    once = read(simulation.server_of("sessionnet"), MONTH)
    twice = read(faulty(simulation, kind="duplicate"), MONTH)
    assert len(records(twice, Meeting)) == 2 * len(records(once, Meeting)) > 0
    listed = "oparl/v1.1/body/1/organization"
    once = read(simulation.server_of("oparl"), listed)
    assert len(read(faulty(simulation, "oparl", kind="duplicate"), listed).rows) == min(25, 2 * len(once.rows))


def test_endless(simulation):
    server = faulty(simulation, "oparl", kind="endless")
    for page in (1, 2, 77):
        found = read(server, f"oparl/v1.1/body/1/paper?page={page}")
        assert found.follows[0].url.endswith(f"page={page + 1}") and records(found, Paper)


def test_changed_agenda(simulation):
    server = simulation.server_of("sessionnet")
    meeting = next(server.council.town.meetings())
    address = f"bi/si0057.asp?__ksinr={meeting.meeting.id}"
    before = records(read(server, address), AgendaItem)
    server.faults.append(Fault(kind="changed_agenda", what=str(meeting.number)))
    after = records(read(server, address), AgendaItem)
    assert len(after) == len(before) + 1
    assert {i.name for i in after} - {i.name for i in before} == {"Nachtrag: Bericht aus aktuellem Anlass (1)"}


def test_withdrawn(simulation):
    paper = next(simulation.server_of("oparl").council.town.papers()).paper
    server = faulty(simulation, "oparl", kind="withdrawn", what=paper.id)
    found = read(server, "oparl/v1.1/body/1/paper")
    assert found.deleted == (f"{server.root}oparl/v1.1/paper/{paper.id}",)
    paper = next(simulation.server_of("allris3").council.town.papers()).paper
    server = faulty(simulation, "allris3", kind="withdrawn", what=paper.id)
    with pytest.raises(ParseError, match="no information"):
        read(server, f"bi/vo020.asp?VOLFDNR={paper.id}")


def test_vanished_month(simulation):
    before = records(read(simulation.server_of("sessionnet"), MONTH), Meeting)
    found = read(faulty(simulation, kind="vanished_month", what="2023-05"), MONTH)
    assert before and not found.rows and found.empty


def test_moved_host(simulation):
    server = simulation.server_of("sessionnet")
    old = server.root
    new = server.move()
    response = requests.get(old + MONTH, timeout=10)
    assert response.history[0].status_code == 301 and response.url == server.root + MONTH
    assert response.ok and new.startswith(server.root) and server.root != old


def test_the_last_of_a_thousand_is_served_without_the_others():
    world = World(seed=3, municipalities=1000, papers_per_municipality=10_000)
    with serve(world, only=[999]) as running:
        (server,) = running.servers
        tracemalloc.start()
        month = get(server, "api.php?id=calendar&action=get&from=2024-09&to=2024-09").json()
        number = month["meetings"][-1]["nummer"]
        meeting = get(server, f"api.php?id=meetings&action=get&meeting_id={number}").json()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    papers = sum("submission" in item for item in meeting["agenda_items"])
    assert papers > 0 and peak < 50_000_000
    assert (world.generated["municipality"], world.generated["meeting"]) == (1, 1)
    assert world.generated["paper"] == papers


def test_a_cut_page_is_noticed_by_the_reader(simulation):
    server = simulation.server_of("sessionnet")
    whole = get(server, MONTH).content
    with pytest.raises(ReadError, match="breaks off"):
        read_file(whole[: len(whole) // 2], "cut")
