import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from corpus.audit import audit, digest
from corpus.errors import InputError
from corpus.exports.facts import facts
from corpus.search import search
from corpus.store import Corpus, Given
from extractors import topic_named
from pipeline.cli import GROUPS, main
from pipeline.demo import PAGES
from pipeline.ingest import check_given, gather, ingest

NOTE = "Vermerk der Verwaltung\n\nFür das Kommunale Integrationsmanagement sind 2,5 Stellen vorgesehen.\n"


def cli(*args):
    return CliRunner().invoke(main, [str(a) for a in args])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "note.txt").write_text(NOTE)
    (tmp_path / "in" / "sub" / "note.txt").write_text(NOTE + "Zweite Fassung.")
    (tmp_path / "in" / ".hidden").write_text("x")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    return tmp_path / "in"


def test_places_are_relative_to_what_was_given(folder, tmp_path):
    assert [place for _, place in gather([folder])] == ["empty.txt", "note.txt", "sub/note.txt"]
    assert [place for _, place in gather([folder / "note.txt"])] == ["note.txt"]
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "note.txt").write_text("anders")
    both = [place for _, place in gather([folder, tmp_path / "other"])]
    assert "in/note.txt" in both
    assert "other/note.txt" in both
    assert len(gather([folder, folder / "note.txt"])) == 3
    with pytest.raises(InputError, match="found nothing there"):
        gather([folder / "none"])


def test_a_run_reads_lists_problems_and_ends_with_a_summary(folder, tmp_path):
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db")
    assert result.exit_code == 3
    assert "2 read" in result.stderr
    assert "empty.txt" in result.stderr
    assert "expected" in result.stderr
    assert result.stdout == ""
    again = cli("ingest", folder, "--corpus", tmp_path / "c.db")
    assert "2 unchanged" in again.stderr


def test_the_summary_tells_files_read_with_problems_from_those_not_readable(folder, tmp_path):
    (folder / "mixed.txt").write_bytes(NOTE.encode() * 40 + b"\xff\xfe\xff\xfe")
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db")
    assert "3 read (1 of them with problems)" in result.stderr
    assert "1 not readable; 2 problems:" in result.stderr
    assert result.stderr.count("  problem: ") == 2


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes only there")
def test_a_file_name_that_is_no_utf_8_is_listed_and_the_run_goes_on(folder, tmp_path):
    (folder / os.fsdecode(b"Beschl\xfcsse.txt")).write_bytes(b"Eigener Text.")
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db")
    assert result.exit_code == 3
    assert "3 read (1 of them with problems)" in result.stderr
    assert "Beschl\\xfcsse.txt: expected file: a name in UTF-8" in result.stderr
    with Corpus(tmp_path / "c.db") as corpus:
        assert corpus.query("select 1 from snapshot where place = ?", "Beschl\\xfcsse.txt")
        assert audit(corpus)[1] == []


def test_an_empty_path_is_refused(tmp_path):
    result = cli("ingest", "", "--corpus", tmp_path / "c.db")
    assert result.exit_code == 2
    assert "expected a file or folder" in result.stderr


def test_a_text_too_long_to_be_read_for_facts_is_kept_searched_and_listed(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.process.MOST_READ", len(NOTE))
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db", "--by", "Ohm", "--date", "2020-08-12")
    assert f"sub/note.txt: expected text: a text of at most {len(NOTE)} characters" in result.stderr
    assert f"{len(NOTE) + 15} characters: the text is kept and can be searched" in result.stderr
    with Corpus(tmp_path / "c.db") as corpus:
        assert [hit.place for hit in search(corpus, "Zweite Fassung")] == ["sub/note.txt"]
        kinds = [(f["document"], f["kind"]) for f in facts(corpus)]
    assert ("sub/note.txt", "meeting") in kinds
    assert ("note.txt", "post") in kinds
    assert ("sub/note.txt", "post") not in kinds


def test_progress_tells_that_a_text_is_too_long(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.process.MOST_READ", len(NOTE))
    told: list[str] = []
    with Corpus(tmp_path / "c.db") as corpus:
        ingest(corpus, gather([folder]), topic_named("kim"), jobs=1, done=told.append)
    assert told == ["empty.txt", "note.txt", "sub/note.txt: no fact was read in it"]


def test_what_a_person_gives_is_reviewed_and_wins(folder, tmp_path):
    args = ["--municipality", "05370", "--committee", "Sozialausschuss", "--date", "2020-08-12", "--by", "Ohm"]
    result = cli("ingest", folder / "note.txt", "--corpus", tmp_path / "c.db", *args)
    assert result.exit_code == 0, result.output
    with Corpus(tmp_path / "c.db") as corpus:
        (row,) = corpus.query("select body_id, date from document")
        given = [f for f in facts(corpus) if f["grade"] == "reviewed"]
        assert audit(corpus)[1] == []
    assert row == {"body_id": "05370", "date": "2020-08-12"}
    assert {f["kind"] for f in given} == {"municipality", "meeting"}
    assert all(f["given_by"] == "Ohm" and f["value"]["rests_on"] == "given" for f in given)


def test_an_address_tells_the_municipality(folder, tmp_path):
    url = "https://ratsinfo.aachen.de/bi/to020?TOLFDNR=1"
    cli("ingest", folder / "note.txt", "--corpus", tmp_path / "c.db", "--url", url)
    with Corpus(tmp_path / "c.db") as corpus:
        assert corpus.query("select body_id from document") == [{"body_id": "05334002"}]
        assert {f["url"] for f in facts(corpus)} <= {url}


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--municipality", "99999"], "expected an AGS"),
        (["--date", "12.08.2020"], "expected a day of the calendar as YYYY-MM-DD"),
        (["--topic", "klima"], "expected one of kim"),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(folder, tmp_path, args, message):
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db", *args)
    assert result.exit_code == 2
    assert message in result.stderr


def test_one_address_is_for_one_file(folder, tmp_path):
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db", "--url", "https://x.example/")
    assert result.exit_code == 2
    assert "expected one file, found 3" in result.stderr


def test_several_processes_end_in_the_same_corpus(tmp_path):
    many = tmp_path / "many"
    many.mkdir()
    for n in range(60):
        (many / f"{n:02}.txt").write_text(f"{NOTE}Fassung {n}.")
    digests = []
    for jobs in (1, 2):
        with Corpus(tmp_path / f"{jobs}.db") as corpus:
            ingest(corpus, gather([many]), topic_named("kim"), jobs=jobs)
            digests.append(digest(corpus))
    assert digests[0] == digests[1]


def test_another_version_of_the_topic_pack_reads_again(folder, tmp_path):
    import dataclasses

    topic = topic_named("kim")
    with Corpus(tmp_path / "c.db") as corpus:
        ingest(corpus, gather([folder]), topic)
        again = ingest(corpus, gather([folder]), dataclasses.replace(topic, version="other"))
    assert again.read == 2


def test_given_values_are_checked():
    check_given([Given(field="municipality", value="Stadt Irgendwo", by="x")])
    with pytest.raises(InputError):
        check_given([Given(field="date", value="2020-13-01", by="x")])


def test_read_prints_records_and_stores_nothing(tmp_path):
    page = PAGES / "kreis-wesselaue" / "to010_412.html"
    result = cli("read", page, "--url", "https://ris.kreis-wesselaue.example/bi/to010.asp?SILFDNR=412")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"Meeting", "AgendaItem"} <= {r["type"] for r in records}
    assert list(tmp_path.iterdir()) == []


def test_read_says_what_it_looked_for(folder):
    result = cli("read", folder / "note.txt")
    assert result.exit_code == 1
    assert "ALLRIS 4" in result.stderr


def test_every_command_has_help_and_an_example():
    for _, commands in GROUPS:
        for command in commands:
            text = cli(command.name, "--help").stdout
            assert "Example" in text, command.name
            assert f"ratslupe {command.name}" in text, command.name
            assert command.name in cli("--help").stdout


def test_a_missing_corpus_is_a_clear_error(tmp_path):
    for command in ("search x", "status", "audit", "export facts"):
        result = cli(*command.split(), "--corpus", tmp_path / "none.db")
        assert result.exit_code == 2
        assert "found no such file" in result.stderr


def test_what_is_no_regular_file_is_listed(folder, tmp_path):
    (folder / "broken.txt").symlink_to(folder / "none")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    os.mkfifo(folder / "pipe")
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db")
    assert result.exit_code == 3
    for name in ("broken.txt", "circle.txt", "pipe"):
        assert f"problem: {name}: expected file: a readable file; found" in result.stderr
    (tmp_path / "nothing").mkdir()
    assert "expected files to read" in cli("ingest", tmp_path / "nothing", "--corpus", tmp_path / "c.db").stderr


def test_the_same_content_twice_is_told_as_one_document(folder, tmp_path):
    (folder / "copy.txt").write_text(NOTE)
    result = cli("ingest", folder, "--corpus", tmp_path / "c.db")
    assert "1 with the same content as another file (one document)" in result.stderr


def test_what_was_given_once_holds_until_something_else_is_given(folder, tmp_path):
    one = [folder / "note.txt", "--corpus", tmp_path / "c.db"]
    cli("ingest", *one, "--municipality", "05370")
    assert "1 unchanged" in cli("ingest", *one).stderr
    cli("ingest", *one, "--municipality", "05158")
    with Corpus(tmp_path / "c.db") as corpus:
        assert corpus.query("select body_id from document") == [{"body_id": "05158"}]


def test_a_given_municipality_wins_but_not_in_silence(tmp_path):
    page = PAGES / "lindenrath" / "to020_20540.txt"
    result = cli("ingest", page, "--corpus", tmp_path / "c.db", "--municipality", "05370")
    assert result.exit_code == 3
    assert "expected Kreis Heinsberg, as given; found Stadt Lindenrath in its text" in result.stderr
    assert "found a part of" in cli("ingest", page, "--corpus", tmp_path / "c.db", "--municipality", "Aachen").stderr


def test_a_database_of_something_else_is_left_alone(folder, tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table recipe (name)")
    result = cli("ingest", folder, "--corpus", tmp_path / "other.db")
    assert result.exit_code == 2
    assert "found a database of something else (tables recipe" in result.stderr
    with sqlite3.connect(tmp_path / "other.db") as other:
        assert other.execute("select count(*) from sqlite_master").fetchone() == (1,)


def test_search_names_the_municipalities_that_are_there(folder, tmp_path):
    cli("ingest", folder / "note.txt", "--corpus", tmp_path / "c.db", "--municipality", "05370")
    for name in ("05370", "Kreis Heinsberg", "heinsberg"):
        assert cli("search", "Stellen", "--corpus", tmp_path / "c.db", "--municipality", name).exit_code == 0
    result = cli("search", "Stellen", "--corpus", tmp_path / "c.db", "--municipality", "Nirgendwo")
    assert result.exit_code == 2
    assert "there are: Kreis Heinsberg" in result.stderr
    assert "expected a word" in cli("search", "der", "--corpus", tmp_path / "c.db").stderr


def test_a_run_that_is_interrupted_stops_soon_and_goes_on_later(tmp_path):
    many = tmp_path / "many"
    many.mkdir()
    for n in range(300):
        (many / f"{n:03}.txt").write_text(f"{NOTE * 20}Fassung {n}.")
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # not so in a background job
    code = f"{hear}; from pipeline.cli import main; main()"
    command = [sys.executable, "-c", code, "ingest", str(many), "--corpus", str(tmp_path / "c.db"), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        time.sleep(2.5)
        os.killpg(run.pid, signal.SIGINT)
        said = run.communicate(timeout=60)[1]
    assert "Traceback" not in said
    subprocess.run(command, check=True, capture_output=True)
    with Corpus(tmp_path / "c.db") as corpus:
        assert corpus.query("select count(*) as n from document") == [{"n": 300}]


def test_two_runs_into_one_corpus_wait_for_each_other(tmp_path):
    code = "from pipeline.cli import main; main()"
    corpus = str(tmp_path / "c.db")
    command = [sys.executable, "-c", code, "ingest", str(PAGES), "--corpus", corpus, "--jobs", "1"]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [run.communicate(timeout=120)[1] for run in runs]
    assert [run.returncode for run in runs] == [3, 3], said
    with Corpus(tmp_path / "c.db") as opened, Corpus(tmp_path / "alone.db") as alone:
        ingest(alone, gather([PAGES]), topic_named("kim"), jobs=1)
        assert digest(opened) == digest(alone)
