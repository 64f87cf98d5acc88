"""The five council documents that the project exists for: read without a problem, compared with their proofs."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.audit import audit
from corpus.exports.facts import facts
from corpus.store import Corpus
from extractors import topic_named
from pipeline.ingest import gather, ingest
from reports.site import write_site

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("pipeline", "scrapers", "extractors", "corpus", "reports")
DATA = ("sites", "demo", "simulation")


@pytest.fixture(scope="module")
def read(shared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples")
    with Corpus(folder / "c.db") as corpus:
        summary = ingest(corpus, gather([shared / "examples"]), topic_named("kim"))
        with (folder / "facts.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts(corpus))
        write_site(corpus, topic_named("kim"), folder / "site", full=False)
        proofs = audit(corpus)
    return folder, summary, proofs


@pytest.fixture(scope="module")
def cells(read):
    """The comparison as (municipality, variable) -> rows of the CSV that stand in front."""
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    with (read[0] / "site" / "vergleich.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault((row["municipality"], row["variable"]), []).append(row)
    return found


def test_all_are_read_without_a_problem_and_every_quote_is_proved(read):
    _, summary, (checked, wrong) = read
    assert (summary.read, summary.problems) == (5, [])
    assert checked > 100
    assert wrong == []


def test_the_labelled_ones_reach_their_floors(read, shared):
    floors = json.loads((ROOT / "tests/gold/floors.json").read_text("utf-8"))["examples"]
    bounds = [word for name, bound in floors.items() for word in ("--floor", f"{name}={bound}")]
    command = [sys.executable, str(shared / "tools/score.py"), str(read[0] / "facts.jsonl"), str(shared / "gold")]
    done = subprocess.run(
        [*command, "--texts", str(shared / "examples"), *bounds], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("municipality", "variable", "value"),
    [
        ("Stadt Aachen", "V11", "518.000"),
        ("Kreis Heinsberg", "V13", "3,5"),
        ("Kreis Heinsberg", "V14", "5"),
        ("Kreis Heinsberg", "V15", "1"),
        ("Kreis Mettmann", "X1", "13,5"),
        ("StädteRegion Aachen", "V13", "3,5"),
        ("StädteRegion Aachen", "V09", "22.02.2021"),
        ("Stadt Aachen", "V09", "15.02.2021"),
    ],
)
def test_the_known_values_stand_in_their_cells_with_a_quote(cells, municipality, variable, value):
    rows = cells[municipality, variable]
    fitting = [r for r in rows if re.search(rf"(?<![\d,.]){re.escape(value)}(?![\d,])", " ".join(r.values()))]
    assert fitting, rows
    assert all(r["quote"] and r["state"] == "found" for r in fitting)


def test_money_of_another_programme_is_not_among_the_topics(cells):
    for (_, variable), rows in cells.items():
        if variable != "X4":
            assert not any("624.493" in r["value"] or "780.617" in r["value"] for r in rows), variable


def test_nothing_in_code_and_topic_pack_is_made_for_these_five(shared):
    """No person's name, amount, paper number or address of the labelled documents stands in the product."""
    wanted = set()
    for path in (shared / "gold").glob("0*.json"):
        for fact in json.loads(path.read_text("utf-8"))["facts"]:
            value = fact["value"]
            if fact["type"] == "person":
                wanted.add(value["name"])
            wanted |= {str(value[k]) for k in ("reference", "identifier") if value.get(k) and fact["type"] == "paper"}
            if fact["type"] == "money" and value.get("value_eur"):
                wanted |= {f"{value['value_eur']:.0f}", f"{value['value_eur']:,.0f}".replace(",", ".")}
    for path in sorted((shared / "examples").glob("*.txt")):
        text = path.read_text("utf-8")
        wanted |= set(re.findall(r"\b\d{2,4}/\d{3,4}(?:/\d{4})?\b|(?:TOLFDNR|SILFDNR)=\d+", text))
        wanted |= set(re.findall(r"(?:Frau|Herr|KA|SE) ([A-ZÄÖÜ][a-zäöüß]{3,})\b", text))
    wanted -= {"Dezernent", "Teamleiterin", "Ernst"}  # words, and a first name that the list of first names holds
    assert len(wanted) > 15
    files = [p for package in PACKAGES for s in ("*.py", "*.toml", "*.html", "*.js") for p in (ROOT / package).rglob(s)]
    for path in files:
        if any(part in DATA for part in path.parts):
            continue
        text = path.read_text("utf-8")
        found = [w for w in wanted if re.search(rf"(?<!\w){re.escape(w)}(?!\w)", text)]
        assert not found, f"{path.relative_to(ROOT)}: {found}"


def test_rewritten_ones_are_read_as_well(shared, tmp_path):
    """The same kinds of page with other municipalities, persons, numbers and dates (tests/rewritten/README.md)."""
    floors = json.loads((ROOT / "tests/gold/floors.json").read_text("utf-8"))["rewritten"]
    with Corpus(tmp_path / "c.db") as corpus:
        files = gather(sorted((ROOT / "tests/rewritten").glob("*.txt")))
        assert ingest(corpus, files, topic_named("kim")).problems == []
        lines = (json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts(corpus))
        (tmp_path / "facts.jsonl").write_text("".join(lines), encoding="utf-8")
    bounds = [word for name, bound in floors.items() for word in ("--floor", f"{name}={bound}")]
    gold = str(ROOT / "tests/rewritten")
    command = [sys.executable, str(shared / "tools/score.py"), str(tmp_path / "facts.jsonl"), gold, "--texts", gold]
    done = subprocess.run([*command, *bounds], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout.splitlines()[-1]
