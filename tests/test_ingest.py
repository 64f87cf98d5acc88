import json

import pytest
from click.testing import CliRunner

from corpus.audit import audit, digest
from corpus.errors import InputError
from corpus.exports.facts import facts
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
        (["--date", "12.08.2020"], "expected YYYY-MM-DD"),
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
