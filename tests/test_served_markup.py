"""The markup that readers rest on stands in pages of real councils and in the simulated ones alike."""

from __future__ import annotations

import contextlib
import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import element

from corpus.errors import ParseError, ReadError
from pipeline.readers import read_file
from pipeline.simulation import World
from pipeline.simulation.server import Simulation, serve
from pipeline.simulation.servers.sdnet_frame import token
from scrapers import vendors
from scrapers.page import Page
from tests.served import page

WORLD = World(seed=7, municipalities=7, papers_per_municipality=24, years=(2023, 2024), use="open")

RECORDED_ONLY: dict[tuple[str, str], set[str]] = {
    ("allris3", "calendar"): {"span.dom"},
    ("allris3", "agenda"): {"form[action*=do027]", 'span[title="Zusatzinfo"]', "td.text1", "base[href]"},
    ("allris3", "item"): {"td > form[action*=topSelected]", "base[href]"},
    ("allris3", "paper"): {'input[name="typ"]'},
    ("allris4", "calendar"): {"td.textCol"},
    ("allris4", "agenda"): {"#headLeft #siort", "td.toDoc a.doclink"},
    ("sessionnet", "calendar"): {'a[href*="getfile."]'},
    ("sessionnet", "meeting"): {'a[href*="si0056."]'},
    ("sessionnet", "agenda"): {
        ".card-header-title, .panel-title, h2",
        "[onclick*=smctonr]",
        ".badge:not(.smc-badge-count)",
        ".smclayout",
        ".smc-card-text-title, .smc-panel-text-title",
        ".card, .panel",
    },
    ("sessionnet", "committees"): {
        'a[href*="si0046."][href*="__ksigrnr="]',
        'a[href*="si0057."]',
        ".smclayout",
        'a[href*="__ksigrnr="], a[href*="__kgsgrnr="]',
    },
}
"""What no simulated page has: the "_r" template, CMS frames, documents of single items in agendas, agendas as cards,
lists of a committee's meetings, unreleased meetings, a second field for the place."""
SIMULATED_ONLY: dict[tuple[str, str], set[str]] = {
    ("allris4", "paper"): {"#headLeft #voverfasser1"},
    ("sessionnet", "agenda"): {'a[href*="to0050."]', 'a[href*="__ktonr="]'},
}
"""What no recorded page shows: it stands in the notes on markup, or in the cut part of a recorded excerpt."""

KEYS = {
    ("sessionnet6", "calendar"): ("siNr", "dat", "oSt", "name", "raum", "beginn", "ende", "freigabeDatum"),
    ("sessionnet6", "agenda"): ("toNr", "oSt", "nummer", "text", "voNr", "beschluss"),
    ("sessionnet6", "documents"): ("toNr", "doNr", "name", "ref"),
    ("rubin", "calendar"): ("first_day", "last_day", "meetings", "nummer", "nummer_si", "datum", "titel", "gremium_1"),
    ("rubin", "meeting"): ("agenda_items", "topnummer", "title", "submission", "alias", "documents", "documentUrl"),
}
"""By product and page kind: properties of JSON that the reader takes."""


@pytest.fixture(scope="module")
def simulation() -> Iterator[Simulation]:
    with serve(WORLD) as running:
        yield running


@pytest.fixture(scope="module")
def simulated(simulation) -> dict[tuple[str, str], list[Page]]:
    """Pages of every product and kind, of a few meetings with their papers."""
    found: dict[tuple[str, str], list[Page]] = {}
    for server in simulation.servers:
        name, town = server.product.name, server.council.town
        meetings = [m for m in town.meetings() if any(i.item.paper for i in m.items)]
        with_minutes = [m for m in meetings if len(m.files) > 1][:4]
        items = [i.item for m in with_minutes for i in m.items if i.item.minutes_text and i.item.resolution_text][:2]
        papers = [p.paper.id for p in town.papers() if len(p.files) > 1 and any(c.result for c in p.consultations)][:3]
        for address in _addresses(name, [m.meeting.id for m in with_minutes], [i.id for i in items], papers):
            served = page(server, address, ajax=True)
            kind = vendors.detect(served)
            assert kind is not None, address
            found.setdefault((name, kind[1]), []).append(served)
    return found


def _addresses(product: str, meetings: list[Any], items: list[Any], papers: list[Any]) -> list[str]:
    """Addresses of a product's pages."""
    known: dict[str, tuple[list[str], str, str, str]] = {
        "allris3": (
            ["bi/si010_e.asp?MM=5&YY=2023"],
            "bi/to010.asp?SILFDNR={}",
            "bi/to020.asp?TOLFDNR={}",
            "bi/vo020.asp?VOLFDNR={}",
        ),
        "allris4": (
            ["public/si010?1-1.0-form&MM=5&YY=2023"],
            "public/to010?SILFDNR={}",
            "public/to020?TOLFDNR={}",
            "public/vo020?VOLFDNR={}",
        ),
        "sessionnet": (
            ["bi/si0040.asp?__cjahr=2023&__cmonat=5", "bi/gr0040.asp"],
            "bi/si0057.asp?__ksinr={}",
            "bi/to0050.asp?__ktonr={}",
            "bi/vo0050.asp?__kvonr={}",
        ),
        "sessionnet6": (
            ["api/v1/sitzungen?von=2023-01-01&bis=2023-12-31"],
            "api/v1/sitzungen/{}/tagesordnung",
            "",
            "",
        ),
        "rubin": (
            ["api.php?id=calendar&action=get&from=2023-01&to=2023-12"],
            "api.php?id=meetings&action=get&meeting_id={}",
            "",
            "",
        ),
    }
    if product == "sdnet":
        return [f"tops/?__={token('tops', m)}" for m in meetings] + [
            f"vorgang/?__={token('vorgang', p)}" for p in papers
        ]
    lists, *templates = known.get(product, ([], "", "", ""))
    more = ["bi/si0050.asp?__ksinr={}"] if product == "sessionnet" else []
    more += ["api/v1/sitzungen/{}/tagesordnung/dokumente"] if product == "sessionnet6" else []
    singles = [t.format(one) for t, ids in zip(templates, (meetings, items, papers), strict=True) if t for one in ids]
    return [*lists, *singles, *(template.format(one) for template in more for one in meetings)]


@pytest.fixture(scope="module")
def recorded(shared) -> dict[tuple[str, str], list[Page]]:
    """The recorded pages by product and kind."""
    found: dict[tuple[str, str], list[Page]] = {}
    with (shared / "ris-raw/INDEX.tsv").open(encoding="utf-8", newline="") as index:
        paths = [shared / "ris-raw" / row["file"] for row in csv.DictReader(index, delimiter="\t")]
    folders = ("allris3", "allris4", "sessionnet", "sessionnet6", "sdnetrim", "rubin")
    for path in (p for p in paths if p.relative_to(shared / "ris-raw").parts[0] in folders and p.is_file()):
        for one in _pages(path):
            vendor = next(((v.name, kind) for v in vendors.vendors() if (kind := v.detect(one))), None)
            if vendor:
                found.setdefault(vendor, []).append(one)
    return found


def _pages(path: Path) -> Iterator[Page]:
    try:
        reading = read_file(path)
    except ReadError:
        return
    yield Page(reading.document, reading.html, json=reading.json)


def matched(pages: list[Page], kind: tuple[str, str], monkeypatch) -> set[str]:
    """The selectors that matched something while the reader read these pages."""
    found: set[str] = set()
    originals = {name: getattr(element.Tag, name) for name in ("select", "select_one")}

    def tracing(name: str) -> Callable[..., object]:
        def traced(self: element.Tag, selector: str, *args: object, **more: object) -> object:
            hits = originals[name](self, selector, *args, **more)
            if hits:
                found.add(re.sub(r"#allris\w+", "#allris..", selector))
            return hits

        return traced

    vendor = next(v for v in vendors.vendors() if v.name == kind[0])
    with monkeypatch.context() as patch:
        for name in originals:
            patch.setattr(element.Tag, name, tracing(name))
        for one in [*pages, *(Page(one.document, one.html) for one in pages)]:
            with contextlib.suppress(ParseError):
                vendor.kinds[kind[1]](one)
    return found


PAGES = {
    "allris3": ("calendar", "agenda", "item", "paper"),
    "allris4": ("calendar", "agenda", "paper"),
    "sessionnet": ("calendar", "meeting", "agenda", "paper", "committees"),
    "sdnet": ("agenda", "paper"),
}
"""HTML pages that are recorded and simulated."""


@pytest.mark.recorded
@pytest.mark.parametrize("kind", [(v, kind) for v, kinds in PAGES.items() for kind in kinds], ids="-".join)
def test_readers_find_the_same_markup(recorded, simulated, kind, monkeypatch):
    """Each selector that finds something on a recorded page finds something on a simulated one, and the reverse."""
    real = matched(recorded[kind], kind, monkeypatch)
    own = matched(simulated[kind], kind, monkeypatch)
    assert real & own
    assert real - own == RECORDED_ONLY.get(kind, set())
    assert own - real == SIMULATED_ONLY.get(kind, set())


@pytest.mark.recorded
@pytest.mark.parametrize("kind", KEYS, ids="-".join)
def test_properties_stand_in_recorded_answers(recorded, kind):
    assert not [key for key in KEYS[kind] if not any(f"{key}:" in one.text for one in recorded[kind])]


@pytest.mark.parametrize("kind", KEYS, ids="-".join)
def test_properties_stand_in_simulated_answers(simulated, kind):
    assert not [key for key in KEYS[kind] if not any(f"{key}:" in one.text for one in simulated[kind])]


@pytest.mark.recorded
def test_every_recorded_kind_is_served(recorded, simulated):
    assert set(recorded) <= set(simulated)
