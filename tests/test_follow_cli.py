"""init, sites, crawl, run, read of an address and status, as a person uses them."""

import functools
import json
import os
import re
import subprocess
import sys
import tomllib

import pytest
from click.testing import CliRunner

from corpus.errors import InputError
from pipeline.cli import main
from pipeline.config import PLACEHOLDER, all_sites, pick, read_config
from pipeline.lock import locked
from scrapers.fetch import Fetcher
from tests.councils import Council, Town


def cli(*args):
    return CliRunner().invoke(main, [str(a) for a in args])


@pytest.fixture
def town():
    with Town(Council("allris3")) as served:
        yield served


@pytest.fixture
def folder(tmp_path, monkeypatch, town):
    """A folder with a ratslupe.toml that follows one simulated council since January 2026."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "05999-probe.toml").write_text(
        f'name = "Stadt Probe"\nags = "05999"\npopulation = 1000\nvendor = "allris3"\nbase_url = "{town.url}"\n'
        'oparl = ""\nverified = true\naccess = ""\nolder = []\nsimulated = true\n\n'
        "[expect]\nmeetings_per_year = [1, 50]\nshare_with_result = [0.1, 1.0]\nverified = false\n"
    )
    settings = 'municipalities = ["05999"]\nsites = "sites"\ncorpus = "kim.db"\nsince = 2026-04-01\neverything = true\n'
    (tmp_path / "ratslupe.toml").write_text(settings)
    return tmp_path


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    at_once = functools.partial(Fetcher, delay=0.0)
    monkeypatch.setattr("pipeline.commands.follow.Fetcher", at_once)
    monkeypatch.setattr("scrapers.fetch.Fetcher", at_once)


def test_init_writes_what_is_read_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = cli("init", "--land", "nrw", "--topic", "kim")
    assert result.exit_code == 0, result.output
    raw = tomllib.loads((tmp_path / "ratslupe.toml").read_text())
    assert (len(raw["municipalities"]), raw["contact"]) == (54, PLACEHOLDER)
    config = read_config(tmp_path / "ratslupe.toml")
    assert config.contact is None
    assert len(pick(all_sites(config), config.municipalities)) == 54
    assert cli("init").exit_code == 2
    refused = cli("crawl", "heinsberg")
    assert refused.exit_code == 2
    assert "contact: expected" in refused.stderr
    assert not (tmp_path / "ratslupe.db").exists()
    dry = cli("crawl", "heinsberg", "--dry-run")
    assert dry.exit_code == 0, dry.output
    assert "kreis-heinsberg" in dry.stdout


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('since = "2020"', "since: expected a date"),
        ("wants = 1", "wants: expected one of"),
        ("committees = 3", "committees: expected a list"),
        ("x = ", "expected TOML"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, line, message):
    (tmp_path / "ratslupe.toml").write_text(f'{line}\nmunicipalities = ["05111"]\n')
    with pytest.raises(InputError, match=message):
        read_config(tmp_path / "ratslupe.toml")


def test_municipalities_are_picked_by_number_or_part_of_a_name():
    sites = all_sites(None)
    assert [s.name for s in pick(sites, ["05334002", "heinsberg"])] == ["Stadt Aachen", "Kreis Heinsberg"]
    for wrong in ("kreis", "99999", "nirgendwo"):
        with pytest.raises(InputError, match=f"municipality {wrong}"):
            pick(sites, [wrong])


def test_sites_lists_all(folder):
    result = cli("sites")
    assert result.exit_code == 0
    assert len(re.findall(r"^\d{5}", result.stdout, re.M)) == 55
    assert "robots.txt disallows all programs" in result.stdout
    assert "55 municipalities, 1 of them verified." in result.stderr


def test_a_dry_run_asks_for_nothing_at_all(folder, town):
    result = cli("crawl", "--dry-run")
    assert result.exit_code == 0, result.output
    assert town.url in result.stdout
    assert "not even robots.txt" in result.stderr
    assert town.server.asked == []
    assert not (folder / "kim.db").exists()


def test_run_crawls_reports_and_logs_only_what_changed(folder, town):
    first = cli("run", "--out", "site")
    assert first.exit_code == 0, first.output
    assert (folder / "site" / "index.html").exists()
    assert "0 as before" in first.stderr
    (council,) = re.findall(r"^  Stadt Probe: (\d+) visited, \d+ read$", first.stderr, re.M)
    assert f"{council} visited" in first.stderr.split("Stadt Probe")[1].splitlines()[1]
    again = cli("run", "--out", "site")
    assert again.exit_code == 0, again.output
    assert again.stdout == ""
    assert len((folder / "kim.db.log").read_text().splitlines()) == 2
    status = cli("status")
    assert "Stadt Probe" in status.stdout
    assert "last success" in status.stdout


def test_a_council_that_cannot_be_begun_has_its_line_too(folder, town):
    town.council.pages["/bi/"] = "<html><body><p>Wartung</p></body></html>"
    lines = cli("run", "--out", "site").stderr.splitlines()
    assert [line for line in lines if line.startswith("  Stadt Probe: http")]


def test_robots_are_told_by_status(folder, town):
    town.council.pages["/robots.txt"] = "User-agent: *\nDisallow: /bi/si010"
    assert cli("crawl").exit_code == 3
    assert "robots.txt forbids it" in cli("status", "--problems").stdout
    assert cli("status").stdout.splitlines()[-1].split()[-2] != "0"


def test_read_of_an_address_prints_records_and_where_to_go_on(folder, town):
    result = cli("read", f"{town.url}to010.asp?SILFDNR=1")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"Meeting", "AgendaItem", "Follow"} <= {r["type"] for r in records}
    assert not (folder / "kim.db").exists()
    assert "contact" in cli("read", "https://ris.example.org/bi/to010.asp").stderr


def test_one_run_at_a_time_and_a_dead_ones_lock_is_taken_over(tmp_path):
    corpus = tmp_path / "c.db"
    at_work = pytest.raises(InputError, match=f"found process {os.getpid()} at work")
    with locked(corpus), at_work, locked(corpus):
        pass
    assert not (tmp_path / "c.db.lock").exists()
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    (tmp_path / "c.db.lock").write_bytes(dead.stdout)
    with locked(corpus):
        assert (tmp_path / "c.db.lock").read_text() == str(os.getpid())
    (tmp_path / "c.db.lock").write_text("")
    with locked(corpus):
        pass


def test_a_full_store_stops_a_run_and_says_so(folder, town):
    with (folder / "ratslupe.toml").open("a") as file:
        file.write("most_gigabytes = 0.000000001\n")
    cli("crawl")
    result = cli("crawl", "--since", "2026-01-01")
    assert result.exit_code == 3
    assert re.search(r"\d kB are stored, at most 1e-09 GB are wanted \(most_gigabytes\)", result.stderr)


@pytest.mark.parametrize("args", [["--since", "2199-01-01"], []])
def test_a_start_after_all_meetings_is_refused(folder, town, args):
    if not args:
        settings = (folder / "ratslupe.toml").read_text()
        (folder / "ratslupe.toml").write_text(settings.replace("2026-04-01", "2199-01-01"))
    result = cli("crawl", *args)
    assert result.exit_code == 2
    assert re.search(r"since: expected a day up to \d{4}-\d\d-\d\d, .* found 2199-01-01", result.stderr)
    assert town.server.asked == []


def test_a_wrong_municipality_of_the_settings_is_told_whatever_is_named(folder):
    settings = (folder / "ratslupe.toml").read_text()
    (folder / "ratslupe.toml").write_text(settings.replace('["05999"]', '["05999", "99999"]'))
    result = cli("crawl", "05999", "--dry-run")
    assert result.exit_code == 0
    assert "notice: ratslupe.toml: municipality 99999: expected one of those" in result.stderr
    assert "1 address, and" in result.stdout
    assert cli("crawl", "--dry-run").exit_code == 2
