"""Pages of a simulated council as its products serve them: what the fixtures in tests/pages/simulated are made of.

The same municipality in every product, so the pages can be compared. Nothing is sent over a network: a page is what
the product answers to a request, below an address of no machine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

from corpus.model import AgendaItem
from pipeline.readers import read_file
from pipeline.simulation import World
from pipeline.simulation.agenda import SimMeeting
from pipeline.simulation.papers import SimPaper
from pipeline.simulation.servers import PRODUCTS
from pipeline.simulation.servers.base import Council, Request
from pipeline.simulation.servers.sdnet_frame import token
from scrapers.page import Page

WORLD = World(seed=7, municipalities=1, papers_per_municipality=6, years=(2024, 2024), use="open")
BASE = "https://ris.example/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A page: its product, the kind that it must be read as, a name, its address and bytes."""

    product: str
    kind: str
    name: str
    url: str
    body: bytes

    @property
    def page(self) -> Page:
        """The page, ready to be read."""
        reading = read_file(self.body, self.url)
        return Page(reading.document, reading.html, self.url, json=reading.json)


@cache
def council() -> Council:
    """The council that is shown."""
    return Council(town=WORLD.municipality(0))


@cache
def _meeting() -> SimMeeting:
    """The shortest meeting with minutes, with a public and a non-public item, a paper, a result and a counted vote."""
    return min((m for m in council().town.meetings() if _tells_enough(m)), key=lambda m: len(m.items))


def _tells_enough(meeting: SimMeeting) -> bool:
    items = [i.item for i in meeting.items if i.item.number]
    needed: tuple[Callable[[AgendaItem], object], ...] = (
        lambda i: i.paper and i.result and i.minutes_text and i.resolution_text,
        lambda i: i.vote and i.vote.yes is not None,
        lambda i: i.public is False,
    )
    return len(meeting.files) > 1 and all(any(want(item) for item in items) for want in needed)


@cache
def _item() -> AgendaItem:
    items = [i.item for i in _meeting().items]
    return next(i for i in items if i.paper and i.result and i.minutes_text and i.resolution_text)


@cache
def _paper() -> SimPaper:
    """A paper with an attachment and the result of an earlier station."""
    papers = (p for p in council().town.papers() if len(p.files) > 1 and any(c.result for c in p.consultations))
    return max(papers, key=lambda p: (len(p.consultations), -len(p.paper.sections)))


def _addresses() -> Iterator[tuple[str, str, str, str]]:
    """Product, kind, name and address of every page."""
    for product, pages in {
        "allris3": _allris3(),
        "allris4": _allris4(),
        "sessionnet": _sessionnet(),
        "sessionnet6": _sessionnet6(),
        "sdnet": _sdnet(),
        "rubin": _rubin(),
        "oparl": _oparl(),
    }.items():
        for kind, name, address in pages:
            yield product, kind, name, address


Pages = Iterator[tuple[str, str, str]]


def _day() -> dt.date:
    start = _meeting().meeting.start
    assert start is not None
    return start


def _allris3() -> Pages:
    day = _day()
    cancelled = next(m.meeting.start for m in council().town.meetings() if m.meeting.cancelled)
    assert cancelled is not None
    yield "calendar", "si010", f"bi/si010_e.asp?MM={day.month}&YY={day.year}"
    yield "calendar", "si010_cancelled", f"bi/si010_e.asp?MM={cancelled.month}&YY={day.year}"
    yield "agenda", "to010", f"bi/to010.asp?SILFDNR={_meeting().meeting.id}"
    yield "item", "to020", f"bi/to020.asp?TOLFDNR={_item().id}"
    yield "paper", "vo020", f"bi/vo020.asp?VOLFDNR={_paper().paper.id}"


def _allris4() -> Pages:
    met = _meeting().meeting.id
    yield "calendar", "si010", f"public/si010?1-1.0-form&MM={_day().month}&YY={_day().year}"
    yield "agenda", "to010", f"public/to010?SILFDNR={met}"
    yield "item", "to020", f"public/to020?TOLFDNR={_item().id}&SILFDNR={met}"
    yield "paper", "vo020", f"public/vo020?VOLFDNR={_paper().paper.id}"


def _sessionnet() -> Pages:
    met, paper = _meeting().meeting.id, _paper().paper.id
    yield "calendar", "si0040", f"bi/si0040.asp?__cjahr={_day().year}&__cmonat={_day().month}"
    yield "meeting", "si0050", f"bi/si0050.asp?__ksinr={met}"
    yield "agenda", "si0057", f"bi/si0057.asp?__ksinr={met}"
    yield "agenda", "si0056_cards", f"bi/si0056.asp?__ksinr={met}"
    yield "item", "to0050", f"bi/to0050.asp?__ktonr={_item().id}"
    yield "paper", "vo0050", f"bi/vo0050.asp?__kvonr={paper}"
    yield "consultations", "vo0053", f"bi/vo0053.asp?__kvonr={paper}"
    yield "committees", "gr0040", "bi/gr0040.asp"
    yield "members", "kp0040", f"bi/kp0040.asp?__kgrnr={council().town.organizations[1].id}"


def _sessionnet6() -> Pages:
    met, period = _meeting().meeting.id, f"{_day():%Y-%m}"
    yield "calendar", "sitzungen", f"api/v1/sitzungen?von={period}-01&bis={period}-28"
    yield "agenda", "tagesordnung", f"api/v1/sitzungen/{met}/tagesordnung"
    yield "documents", "dokumente", f"api/v1/sitzungen/{met}/tagesordnung/dokumente"
    yield "committees", "gremien", "api/v1/gremien"


def _sdnet() -> Pages:
    yield "calendar", "termine", "termine/"
    yield "calendar", "termine_ics", "termine/ics/SD.NET_RIM.ics"
    yield "agenda", "tops", f"tops/?__={token('tops', _meeting().meeting.id)}"
    yield "paper", "vorgang", f"vorgang/?__={token('vorgang', _paper().paper.id)}"


def _rubin() -> Pages:
    period = f"{_day():%Y-%m}"
    yield "calendar", "calendar", f"api.php?id=calendar&action=get&from={period}&to={period}&view=list"
    yield "meeting", "meeting", f"api.php?id=meetings&action=get&meeting_id={_meeting().meeting.id}"
    yield "bodies", "bodies", "api.php?id=organizations&action=bodies"


def _oparl() -> Pages:
    base = "oparl/v1.1"
    yield "system", "system", f"{base}/system"
    yield "body", "bodies", f"{base}/bodies"
    yield "organization", "organization", f"{base}/organization/{council().town.organizations[1].id}"
    yield "person", "person", f"{base}/person/{council().town.people[0].id}"
    yield "meeting", "meeting", f"{base}/meeting/{_meeting().meeting.id}"
    yield "agenda_item", "agendaItem", f"{base}/agendaItem/{_item().id}"
    yield "paper", "paper", f"{base}/paper/{_paper().paper.id}"
    yield "file", "file", f"{base}/file/{_paper().files[0].id}"
    yield "legislative_term", "legislativeTerm_list", f"{base}/body/1/legislativeTerm"
    for kind in ("organization", "membership", "consultation"):
        yield kind, f"{kind}_list", f"{base}/body/1/{kind}"


@cache
def served() -> Mapping[str, Served]:
    """Every page by "product/name"."""
    found = {}
    for product, kind, name, address in _addresses():
        parts = urlsplit(f"/{address}")
        request = Request(
            path=unquote(parts.path),
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            base=BASE,
            session="S1",
            known=True,
            serial=1,
            ajax=product == "allris4",
        )
        answer = PRODUCTS[product].answer(council(), request)
        assert answer is not None and answer.status == 200, address
        one = Served(product=product, kind=kind, name=name, url=BASE + address, body=answer.body)
        assert f"{product}/{name}" not in found, name
        found[f"{product}/{name}"] = one
    return found
