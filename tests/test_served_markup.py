"""The markup that readers rest on stands in pages of real councils and in the simulated ones alike."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ReadError
from pipeline.readers import read_file
from pipeline.simulation import World
from pipeline.simulation.server import Simulation, serve
from pipeline.simulation.servers.sdnet_frame import token
from scrapers import vendors
from scrapers.page import Page
from tests.selectors import Looked, alternatives, looked_for
from tests.served import page
from tests.simulated_pages import served
from tests.test_recorded_products import answers
from tests.unseen_markup import NOT_RECORDED, NOT_SIMULATED, NOWHERE

WORLD = World(seed=7, municipalities=7, papers_per_municipality=24, years=(2023, 2024), use="open")

RECORDED_ONLY: dict[tuple[str, str], set[str]] = {
    ("allris3", "calendar"): {"span.dom", "table.calenderView tbody tr", "td.raum", 'input[name="kaldatvonbis"]'},
    ("allris3", "agenda"): {"form[action*=do027]", 'span[title="Zusatzinfo"]', "td.text1", "base[href]", "field ort"},
    ("allris3", "item"): {
        "td > form[action*=topSelected]",
        "base[href]",
        ".allriscontent",
        "#rismain_raw",
        "#risname_raw h1",
        "field ort",
        "field drucksache-art",
    },
    ("allris3", "paper"): {'input[name="typ"]', "field drucksache-art", "field verfasserin"},
    ("allris4", "calendar"): {"td.textCol"},
    ("allris4", "agenda"): {"#headLeft #siort", "td.toDoc a.doclink"},
    ("sessionnet", "calendar"): {'a[href*="getfile."]'},
    ("sessionnet", "agenda"): {".smclayout"},
    ("sessionnet", "committees"): {
        'a[href*="si0046."][href*="__ksigrnr="]',
        'a[href*="si0057."]',
        ".smclayout",
        'a[href*="__ksigrnr="]',
    },
    ("sdnet", "paper"): {"a"},
}
"""What no simulated page of that kind has: the "_r" template, CMS frames, documents of single items in agendas, lists
of a committee's meetings, unreleased meetings, a second field for the place, decisions of stations."""
SIMULATED_ONLY: dict[tuple[str, str], set[str]] = {
    ("allris3", "paper"): {"field vorlage-art"},
    ("allris4", "paper"): {"#headLeft #voverfasser1"},
    ("sessionnet", "agenda"): {'a[href*="to0050."]', 'a[href*="__ktonr="]', "td.tolink", ".accordion"},
    ("sessionnet", "paper"): {
        "field antragstell...",
        "field datum...",
        "field federführ...",
        "field status...",
    },
    ("sdnet", "paper"): {"field antragstell..."},
}
"""What no recorded page of that kind shows: it stands in the notes on markup, or in the cut part of an excerpt."""


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
        lists = ["termine/", "termine/ics/SD.NET_RIM.ics"]
        return (
            lists
            + [f"tops/?__={token('tops', m)}" for m in meetings]
            + [f"vorgang/?__={token('vorgang', p)}" for p in papers]
        )
    lists, *templates = known.get(product, ([], "", "", ""))
    more = ["bi/si0050.asp?__ksinr={}", "bi/si0056.asp?__ksinr={}"] if product == "sessionnet" else []
    more += ["api/v1/sitzungen/{}/tagesordnung/dokumente"] if product == "sessionnet6" else []
    singles = [t.format(one) for t, ids in zip(templates, (meetings, items, papers), strict=True) if t for one in ids]
    return [*lists, *singles, *(template.format(one) for template in more for one in meetings)]


@pytest.fixture(scope="module")
def recorded(shared) -> dict[tuple[str, str], list[Page]]:
    """The recorded pages by product and kind."""
    found: dict[tuple[str, str], list[Page]] = {}
    with (shared / "ris-raw/INDEX.tsv").open(encoding="utf-8", newline="") as index:
        paths = [shared / "ris-raw" / row["file"] for row in csv.DictReader(index, delimiter="\t")]
    folders = ("allris3", "allris4", "sessionnet", "sessionnet6", "sdnetrim", "rubin", "oparl")
    for path in (p for p in paths if p.relative_to(shared / "ris-raw").parts[0] in folders and p.is_file()):
        for one in _pages(path):
            vendor = next(((v.name, kind) for v in vendors.vendors() if (kind := v.detect(one))), None)
            if vendor:
                found.setdefault(vendor, []).append(one)
    return found


def _pages(path: Path) -> Iterator[Page]:
    for raw in answers(path).values() if path.suffix == ".json" else [path.read_bytes()]:
        with contextlib.suppress(ReadError):
            reading = read_file(raw, path.name)
            yield Page(reading.document, reading.html, json=reading.json)


def test_alternatives_of_a_selector():
    assert list(alternatives('a[title="x, y"]:not(b, c) > d, e ,f')) == ['a[title="x, y"]:not(b, c) > d', "e", "f"]


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
    real, own = (
        looked_for([(kind[1], page) for page in pages[kind]], kind[0], monkeypatch).found
        for pages in (recorded, simulated)
    )
    assert real & own
    assert real - own == RECORDED_ONLY.get(kind, set())
    assert own - real == SIMULATED_ONLY.get(kind, set())


@pytest.mark.recorded
def test_every_recorded_kind_is_served(recorded, simulated):
    stored = {(one.product, one.kind) for one in served().values()}
    assert set(recorded) - set(simulated) - stored == {("oparl", "location")}


# Everything that a product's readers look for ----------------------------------------------------------------------

OWN = Path(__file__).parent / "pages"
DEMO = Path(__file__).parent.parent / "pipeline/demo/pages"


@pytest.fixture(scope="module")
def own() -> dict[str, list[tuple[str, Page]]]:
    """Our own small pages by product, with their kinds."""
    found: dict[str, list[tuple[str, Page]]] = {}
    paths = [p for p in OWN.rglob("*.*") if "simulated" not in p.parts and not p.name.endswith(".expected.json")]
    for path in sorted([*paths, *DEMO.rglob("*.html")]):
        for one in _pages(path):
            vendor = next(((v.name, kind) for v in vendors.vendors() if (kind := v.detect(one))), None)
            if vendor and vendor[1] != "unknown":
                found.setdefault(vendor[0], []).append((vendor[1], one))
    return found


def of_vendor(pages: dict[tuple[str, str], list[Page]], vendor: str) -> list[tuple[str, Page]]:
    """The pages of a product with their kinds."""
    return [(kind, one) for (name, kind), found in pages.items() for one in found if name == vendor]


def listed(why: dict[str, set[str]]) -> set[str]:
    """All that is listed with a reason, each once."""
    assert sum(map(len, why.values())) == len(set().union(*why.values()))
    return set().union(*why.values())


VENDORS = ("allris3", "allris4", "sessionnet", "sessionnet6", "sdnet", "rubin", "oparl")


@pytest.fixture(scope="module")
def everything(recorded, simulated, own) -> dict[str, tuple[Looked, Looked, Looked]]:
    """By product: what its readers look for and find on recorded, simulated and own pages."""
    found = {}
    for vendor in VENDORS:
        stored = [(one.kind, one.page) for one in served().values() if one.product == vendor]
        pages = of_vendor(recorded, vendor), [*stored, *of_vendor(simulated, vendor)], own.get(vendor, [])
        with pytest.MonkeyPatch.context() as patch:
            real, other, ours = (looked_for(some, vendor, patch) for some in pages)
        found[vendor] = real, other, ours
    return found


@pytest.mark.recorded
@pytest.mark.parametrize("vendor", VENDORS)
def test_all_that_a_reader_looks_for_is_recorded_or_listed(everything, vendor):
    """A selector, label or property that no recorded page has is listed with the reason, and none that one has."""
    real, simulated, own = everything[vendor]
    wanted = real.wanted | simulated.wanted | own.wanted
    assert wanted - real.found == listed(NOT_RECORDED[vendor])


@pytest.mark.recorded
@pytest.mark.parametrize("vendor", VENDORS)
def test_all_that_a_reader_looks_for_is_simulated_or_listed(everything, vendor):
    """The same of the simulated pages."""
    real, simulated, own = everything[vendor]
    wanted = real.wanted | simulated.wanted | own.wanted
    assert wanted - simulated.found == listed(NOT_SIMULATED[vendor])


@pytest.mark.recorded
@pytest.mark.parametrize("vendor", VENDORS)
def test_what_is_not_recorded_stands_in_some_page_or_is_listed(everything, vendor):
    """What no page has, neither recorded nor our own, nobody can say to work."""
    seen = everything[vendor]
    assert set().union(*(one.wanted - set().union(*(o.found for o in seen)) for one in seen)) == NOWHERE[vendor]
