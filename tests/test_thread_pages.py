"""What links documents, as pages show it: the way of a paper, references as links, kept commitments, calculations."""

import re

import pytest
from bs4 import BeautifulSoup

from corpus.checks import Stored
from corpus.store import Corpus
from reports.library import load
from reports.site import write_site
from reports.sums import check_text
from tests.towns import Town, pack

PROMISE = "Das Amt sagt eine Übersicht der Lotsenstellen zu."
OTHER = "Das Amt sagt eine Auswertung der Brunnen zu."
KEPT = "Die zugesagte Übersicht der Lotsenstellen wird verteilt."


@pytest.fixture(params=[False, True], ids=["quotes", "full"])
def site(tmp_path, request):
    topic = pack(tmp_path)
    with Corpus(tmp_path / "c.db") as corpus:
        town = Town(corpus, "Kreis Morgenau")
        first = town.add(
            f"Sozialausschuss\nVorlage 12/2021\n{PROMISE}\n{OTHER}",
            ("meeting", {"body": "Sozialausschuss", "date": "2021-03-01"}, "Sozialausschuss"),
            ("paper", {"reference": "12/2021", "subject": "LOTS"}, "12/2021"),
            ("commitment", {"who": None, "what": PROMISE}, PROMISE),
            ("commitment", {"who": None, "what": OTHER}, OTHER),
            date="2021-03-01",
            file="a.html",
        )
        last = town.add(
            f"Kreistag\nDrucksache 12/2021 wird beschlossen, siehe auch 77/2021.\n{KEPT}",
            ("meeting", {"body": "Kreistag", "date": "2021-03-22"}, "Kreistag"),
            ("paper", {"reference": "12/2021"}, "12/2021"),
            ("result", {"raw": "wird beschlossen", "normalised": "adopted"}, "wird beschlossen"),
            ("reference", {"kind": "paper", "identifier": "77/2021", "date": None}, "77/2021"),
            date="2021-03-22",
            file="b.html",
        )
        town.add(
            "Siehe Vorlage 12/2021.",
            ("reference", {"kind": "paper", "identifier": "12/2021", "date": None}, "12/2021"),
            date="2022-01-01",
            file="c.html",
        )
        write_site(corpus, topic, tmp_path / "site", full=request.param)
    return tmp_path / "site", first, last


def page(folder, path):
    return BeautifulSoup((folder / path).read_text("utf-8"), "html.parser")


def words(node):
    return re.sub(r"\s+", " ", node.get_text(" ")).strip()


def section(found, name):
    return next(s for s in found.find_all("section") if s.get("aria-labelledby") == name)


def test_the_way_stands_on_the_municipality_s_and_on_the_document_s_page(site):
    folder, first, last = site
    for path, name in (("kommune/x-kreis-morgenau.html", "wege"), (f"dokument/{first[:16]}.html", "weg")):
        stops = [words(li) for li in section(page(folder, path), name).select("ol.timeline > li")]
        assert len(stops) == 2
        assert stops[0].startswith("01.03.2021 Sozialausschuss Rolle nicht genannt kein Ergebnis genannt")
        assert stops[1].startswith("22.03.2021 Kreistag Rolle nicht genannt Ergebnis: wird beschlossen")
        links = section(page(folder, path), name).select("ol.timeline a")
        assert any(f"{last[:16]}.html" in a["href"] or a["href"].startswith("#f-") for a in links)


def test_commitments_have_hints_or_are_open(site):
    folder, _, last = site
    told = section(page(folder, "kommune/x-kreis-morgenau.html"), "zusagen").select("ol.timeline > li")
    kept, still_open = sorted(told, key=lambda li: "offen, soweit der Bestand reicht" in words(li))
    assert "Hinweis auf Erledigung (ein späteres Dokument kommt darauf zurück), 22.03.2021" in words(kept)
    assert [q.get_text() for q in kept.select("p.meta q.zitat")] == [KEPT]
    assert kept.select("p.meta a.place")[0]["href"].endswith(f"dokument/{last[:16]}.html")
    assert "Brunnen" in words(still_open)
    assert "Hinweis" not in words(still_open)


def test_resolved_references_are_links_and_others_say_so(site):
    folder, first, last = site
    pages = [page(folder, p.relative_to(folder)) for p in sorted((folder / "dokument").glob("*.html"))]
    told = [words(m) for found in pages for m in found.select(".claim .meta")]
    assert sorted(told) == ["nicht im Bestand", "→ Vorlage 12/2021"]
    (link,) = [a for found in pages for a in found.select(".claim .meta a")]
    assert link["href"].removesuffix(".html") in (first[:16], last[:16])


@pytest.mark.parametrize(
    ("relation", "fits", "expected", "printed", "line"),
    [
        ("share", True, 624.0, "80 % 780,00 € 624,00 €", "rechnerisch bestätigt: 80 % von 780,00 € = 624,00 €"),
        (
            "product", False, 137500.0, "2,5 Stellen 55.000 Euro 165.000 Euro",
            "rechnerisch nicht bestätigt: 2,5 Stellen × 55.000 Euro = 137.500 €, genannt: 165.000 Euro",
        ),
        ("sum", True, 3.0, "1 2 3", "rechnerisch bestätigt: 1 + 2 = 3"),
        ("sum", False, 4.5, "1,5 3 5", "rechnerisch nicht bestätigt: 1,5 + 3 = 4,5, genannt: 5"),
        ("part", True, 2.0, "eine zwei", "rechnerisch bestätigt: eine ist nicht mehr als zwei"),
        ("part", False, 9.0, "vier fünf acht", "rechnerisch nicht bestätigt: vier + fünf sind mehr als acht"),
    ],
)  # fmt: skip
def test_calculations_read_like_calculations(tmp_path, relation, fits, expected, printed, line):
    numbers = re.findall(r"[\d.,]+(?: (?:%|€|Euro|Stellen))?|[a-zü]+", printed)
    places = [(printed.index(n), printed.index(n) + len(n), n) for n in numbers]
    with Corpus(tmp_path / "c.db") as corpus:
        Town(corpus, "Kreis Morgenau").add(printed)
        (doc,) = load(corpus).docs
    check = Stored(relation=relation, fits=fits, expected=expected, terms=tuple(places[:-1]), result=places[-1])
    assert check_text(check, doc) == line
