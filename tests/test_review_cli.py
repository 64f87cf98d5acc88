"""Reviewing at the terminal and in a spreadsheet, samples and their score, agreement of coders."""

import csv
import io
import itertools
import json
import random
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from corpus.audit import digest
from corpus.errors import InputError
from corpus.exports import reviews as table
from corpus.exports.facts import facts
from corpus.reviewable import Item, items
from corpus.reviews import all_reviews, save_review
from corpus.store import Corpus
from pipeline.agreement import agreement, nominal
from pipeline.cli import main
from pipeline.commands import review
from pipeline.sample import allot, draw, score, wilson
from tests.towns import Town

TEXT = "=Lotsen: vier Stellen, \x1b[31mzwei Büros, 80.000 Euro; „drei“\r\nFragen."
POST = {"number": 4, "unit": "posts", "status": "granted", "carrier": None}
MONEY = {"value_eur": 80000, "approx": False}
FACTS = [("post", POST, "vier Stellen"), ("money", MONEY, "80.000 Euro"), ("goal", {"text": "=Lotsen"}, "=Lotsen")]


@pytest.fixture
def path(tmp_path):
    with Corpus(tmp_path / "c.db") as corpus:
        Town(corpus, "Kreis Quellmark").add(TEXT, *FACTS, date="2021-02-17")
        Town(corpus, "Stadt Lohe").add("Hier sind neun Stellen.", ("post", {**POST, "number": 9}, "neun Stellen"))
    return tmp_path / "c.db"


def cli(*args, answers=None):
    return CliRunner().invoke(main, [str(a) for a in args], input=answers)


def ask(path, answers, *more, monkeypatch):
    monkeypatch.setattr(review, "interactive", lambda: True)
    return cli("review", "--corpus", path, "--by", "Ohm", *more, answers=answers)


def given_reviews(path):
    with Corpus(path) as corpus:
        return [(r.target.kind, r.target.quote, r.verdict, r.value, r.reviewer, r.note) for r in all_reviews(corpus)]


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def write(path, rows, delimiter=",", encoding="utf-8-sig"):
    file = io.StringIO(newline="")
    out = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    out.writeheader()
    out.writerows(rows)
    path.write_bytes(file.getvalue().encode(encoding))
    return path


# At the terminal


def test_answers_are_saved_and_the_rest_is_asked_next_time(path, monkeypatch):
    result = ask(path, "a\nr another matter\nc my note\nvalue_eur=90000\ns\n", monkeypatch=monkeypatch)
    assert result.exit_code == 0, result.output
    assert sorted(given_reviews(path)) == [
        ("goal", "=Lotsen", "accept", None, "Ohm", ""),
        ("money", "80.000 Euro", "correct", {"value_eur": 90000, "approx": False}, "Ohm", "my note"),
        ("post", "vier Stellen", "reject", None, "Ohm", "another matter"),
    ]
    assert "1 accepted, 1 corrected, 1 rejected, 1 skipped; 1 of 4 facts left for Ohm." in result.stderr
    again = ask(path, "q\n", monkeypatch=monkeypatch)
    assert "1 of 1" in again.output
    assert "«neun Stellen»" in again.output


def test_a_fact_is_shown_with_its_fields_passage_and_origin(path, monkeypatch):
    out = ask(path, "q\n", "--kind", "post", monkeypatch=monkeypatch).output
    assert "number: 4" in out
    assert "carrier" not in out
    assert "=Lotsen: «vier Stellen», \ufffd[31mzwei Büros" in out
    assert "Kreis Quellmark · 2021-02-17 · https://" in out
    assert "[9:21]" in out


@pytest.mark.parametrize("end", ["q\n", ""], ids=["q", "end of input"])
def test_leaving_keeps_what_was_answered(path, end, monkeypatch):
    result = ask(path, "a\n" + end, monkeypatch=monkeypatch)
    assert result.exit_code == 0
    assert len(given_reviews(path)) == 1
    assert "3 of 4 facts left" in result.stderr


def test_each_answer_is_saved_before_the_next_is_asked(path, monkeypatch):
    seen = []
    monkeypatch.setattr(review, "_show", lambda *_: seen.append(len(given_reviews(path))))
    ask(path, "a\na\na\na\n", monkeypatch=monkeypatch)
    assert seen == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("x\na\n", "expected a accept, c correct"),
        ("\na\n", "found ''"),
        ("accept\na\n", "found 'accept'"),
        ("c\nnumbr=5\na\n", "expected one of the fields carrier, number, status, unit; found 'numbr'"),
        ("c\nnumber=vier\na\n", "number: expected number"),
        ("c\nnumber=4\na\n", "found the same"),
    ],
)
def test_a_wrong_answer_is_asked_again(path, answers, message, monkeypatch):
    result = ask(path, answers, "--kind", "post", "--limit", "1", monkeypatch=monkeypatch)
    assert message in result.stderr
    assert [r[2] for r in given_reviews(path)] == ["accept"]


def test_only_what_is_asked_for(path, monkeypatch):
    ask(path, "a\n" * 9, "--kind", "post", "--municipality", "Stadt Lohe", monkeypatch=monkeypatch)
    assert [r[1] for r in given_reviews(path)] == ["neun Stellen"]


def test_a_second_person_judges_everything_and_does_not_see_the_first(path, monkeypatch):
    ask(path, "r MARKED\n" * 4, monkeypatch=monkeypatch)
    monkeypatch.setattr(review, "interactive", lambda: True)
    result = cli("review", "--corpus", path, "--by", "Watt", answers="a\n" * 4)
    assert "MARKED" not in result.output.replace("r MARKED", "")
    assert Counter(r[4] for r in given_reviews(path)) == {"Ohm": 4, "Watt": 4}
    listed = cli("review", "--corpus", path, "--list", "disputed").stdout
    assert listed.count("Ohm, ") == listed.count("Watt, ") == 4


def test_what_is_read_differently_now_is_asked_again(path, monkeypatch):
    ask(path, "a\n" * 4, monkeypatch=monkeypatch)
    with Corpus(path) as corpus:
        Town(corpus, "Stadt Lohe").add("Hier sind neun Stellen.", ("post", {**POST, "number": 90}, "neun Stellen"))
    assert "1 of 1" in ask(path, "q\n", monkeypatch=monkeypatch).output


def test_without_a_terminal_the_table_is_named(path):
    result = cli("review", "--corpus", path, answers="a\n")
    assert result.exit_code == 2
    assert "--export FILE.csv" in result.stderr
    assert given_reviews(path) == []


def test_nothing_to_judge_and_contrary_options_are_said(path, tmp_path):
    assert cli("review", "--corpus", path, "--municipality", "Nirgends").exit_code != 0
    unknown = cli("review", "--corpus", path, "--kind", "none")
    assert (unknown.exit_code, "expected one of the corpus (" in unknown.stderr) == (2, True)
    both = cli("review", "--corpus", path, "--export", tmp_path / "a.csv", "--list", "disputed")
    assert "expected one of --export, --import and --list" in both.stderr
    assert "--by NAME" in cli("review", "--corpus", path, "--import", tmp_path / "a.csv").stderr


def test_an_empty_list_says_why(path, monkeypatch):
    for state in ("accepted", "orphaned"):
        assert (
            f"No fact is {state}: nobody has judged any yet" in cli("review", "--corpus", path, "--list", state).stderr
        )
    ask(path, "a\nq\n", monkeypatch=monkeypatch)
    assert "1 fact accepted." in cli("review", "--corpus", path, "--list", "accepted").stderr
    assert "No fact there is rejected." in cli("review", "--corpus", path, "--list", "rejected").stderr


def test_orphans_are_listed_with_quote_and_reason(path, monkeypatch):
    ask(path, "a\n" * 4, monkeypatch=monkeypatch)
    with Corpus(path) as corpus:
        Town(corpus, "Stadt Lohe").add("Hier sind neun Stellen.")
    listed = cli("review", "--corpus", path, "--list", "orphaned").stdout
    assert "«neun Stellen»: post" in listed
    assert "nothing of this kind is read there any more" in listed
    assert listed.count("orphaned:") == 1


# The table


def exported(path, tmp_path, *more):
    result = cli("review", "--corpus", path, "--export", tmp_path / "r.csv", *more)
    assert result.exit_code == 0, result.output
    return tmp_path / "r.csv"


def fill(file, **by_quote):
    rows = rows_of(file)
    for row in rows:
        for quote, cells in by_quote.items():
            if quote in row["quote"]:
                row.update(cells)
    return write(file, rows)


def take_in(path, file, by="Ohm"):
    return cli("review", "--corpus", path, "--import", file, "--by", by)


def test_the_table_round_trips(path, tmp_path):
    file = exported(path, tmp_path)
    assert list(rows_of(file)[0]) == table.COLUMNS
    fill(file, vier={"verdict": "Correct", "corrected": "number=5", "note": "=1+1"}, Euro={"verdict": "accept"})
    done = take_in(path, file)
    assert "2 reviews saved, 0 unchanged, 0 older, 2 without a verdict." in done.stderr
    assert sorted(given_reviews(path)) == [
        ("money", "80.000 Euro", "accept", None, "Ohm", ""),
        ("post", "vier Stellen", "correct", {"number": 5, "unit": "posts", "status": "granted"}, "Ohm", "=1+1"),
    ]
    mine = exported(path, tmp_path, "--by", "Ohm")
    with Corpus(path) as corpus:
        before = digest(corpus)
    assert "0 reviews saved, 2 unchanged" in take_in(path, mine).stderr
    with Corpus(path) as corpus:
        assert digest(corpus) == before
    assert {r["verdict"] for r in rows_of(exported(path, tmp_path, "--by", "Watt"))} == {""}


def test_a_new_verdict_in_an_exported_table_replaces_the_old_one(path, tmp_path):
    take_in(path, fill(exported(path, tmp_path), vier={"verdict": "accept"}))
    mine = exported(path, tmp_path, "--by", "Ohm")
    take_in(path, fill(mine, vier={"verdict": "reject"}))
    assert [r[2] for r in given_reviews(path)] == ["accept", "reject"]
    assert (
        "0 reviews saved, 0 unchanged, 1 older"
        in take_in(path, fill(mine, vier={"verdict": "accept", "reviewed_at": "2020-01-01"})).stderr
    )


def test_reviews_move_to_another_corpus_with_their_time(path, tmp_path):
    with Corpus(path) as corpus:
        for item in items(corpus):
            save_review(corpus, item.target, "accept", by="Ohm", at="2025-05-05T05:05:05+00:00")
        expected = digest(corpus)
    file = exported(path, tmp_path, "--by", "Ohm")
    with Corpus(path) as corpus:
        corpus.db.execute("delete from review")
    assert "4 reviews saved" in take_in(path, file).stderr
    with Corpus(path) as corpus:
        assert {r.reviewed_at for r in all_reviews(corpus)} == {"2025-05-05T05:05:05+00:00"}
        assert digest(corpus) == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_spreadsheets_may_save_it_their_way(path, tmp_path, delimiter, encoding):
    file = exported(path, tmp_path)
    rows = [{k: v.replace("\r\n", "\n") for k, v in row.items()} for row in rows_of(file)]
    rows = [{"mine": "x", **row, "verdict": "accept", "date": "17.02.21"} for row in rows]
    take_in(path, write(file, rows, delimiter, encoding))
    assert len(given_reviews(path)) == 4


def test_no_cell_is_a_formula(path, tmp_path):
    with Corpus(path) as corpus:
        for item in items(corpus):
            save_review(corpus, item.target, "accept", by="@Ohm", note="-2+3|cmd")
    file = exported(path, tmp_path, "--by", "@Ohm")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    cells = [cell for row in rows_of(file) for cell in row.values()]
    assert not [c for c in cells if c[:1] in tuple("=+-@\t\r\n")]
    assert "'=Lotsen" in cells
    assert "'@Ohm" in cells
    assert "4 unchanged" in take_in(path, file, "@Ohm").stderr


@given(st.text(st.sampled_from("'=+-@\t\r\nab＝"), max_size=6))
def test_guarded_cells_read_back_exactly(text):
    assert table._bare(table._safe(text)) == text
    assert not table._safe(text).startswith(tuple("=+-@\t\r\n＝"))


def test_bad_lines_are_all_listed_and_nothing_is_applied(path, tmp_path):
    file = exported(path, tmp_path)
    rows = rows_of(file)
    rows = [{**row, "verdict": "accept"} for row in rows]
    bad = [
        {**rows[0], "verdict": "reject", "value": json.dumps({"text": "other"})},
        {**rows[1], "verdict": "correct", "corrected": "numbr=5"},
        {**rows[2], "corrected": "value_eur=1"},
        {**rows[3], "reviewer": "Watt"},
    ]
    result = take_in(path, write(file, bad))
    assert result.exit_code == 2
    assert "nothing was taken over, 4 bad lines" in result.stderr
    for line in (
        'expected a goal that reads {"text": "other"}, found now {"text": "=Lotsen"}',
        "expected one of the fields carrier, number, status, unit; found 'numbr'",
        "corrected: expected nothing beside 'accept', found 'value_eur=1'",
        "reviewer: expected 'Ohm' (--by) or nothing, found 'Watt'",
    ):
        assert line in result.stderr
    assert given_reviews(path) == []
    assert take_in(path, write(file, [*rows[1:], bad[0]])).exit_code == 2
    assert given_reviews(path) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"verdict": "yes"}, "line 3: verdict: expected accept, correct, reject or nothing, found 'yes'"),
        ({"start": "9,0"}, "start: expected a whole number, found '9,0'"),
        ({"value": "{}}"}, "value: expected the JSON object as exported"),
        ({"value": "[]"}, "value: expected the JSON object as exported"),
        ({"text_sha256": "0"}, "found none at that passage"),
        ({"verdict": "correct"}, "corrected: expected the right value, found ''"),
        ({"reviewed_at": "gestern"}, "reviewed_at: expected a time such as"),
        ({"reviewed_at": "2999-01-01"}, "expected no time in the future"),
    ],
)
def test_a_bad_line_names_line_expectation_and_finding(path, tmp_path, change, message):
    rows = rows_of(exported(path, tmp_path, "--kind", "post"))
    result = take_in(path, write(tmp_path / "bad.csv", [rows[0], {**rows[1], "verdict": "accept", **change}]))
    assert (result.exit_code, given_reviews(path)) == (2, [])
    assert message in result.stderr
    assert "line 3" in result.stderr


def test_what_is_no_review_file_is_said(path, tmp_path):
    assert "found no such file" in take_in(path, tmp_path / "none.csv").stderr
    rows = rows_of(exported(path, tmp_path))
    assert "found that of line 2 again" in take_in(path, write(tmp_path / "t.csv", [rows[0], rows[0]])).stderr
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    assert (
        "expected the columns text_sha256, kind, start, end, value, verdict" in take_in(path, tmp_path / "x.csv").stderr
    )
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\x00")
    assert "expected CSV in UTF-8" in take_in(path, tmp_path / "b.csv").stderr
    (tmp_path / "e.csv").write_bytes(b"")
    assert "expected the columns" in take_in(path, tmp_path / "e.csv").stderr


def test_reviews_reach_the_export(path, tmp_path):
    take_in(path, fill(exported(path, tmp_path), vier={"verdict": "correct", "corrected": "number=5"}))
    with Corpus(path) as corpus:
        (fact,) = [f for f in facts(corpus) if f.get("review")]
    assert (fact["value"]["number"], fact["value_read"]["number"], fact["given_by"]) == (5, 4, "Ohm")


# Samples


@pytest.fixture
def many(tmp_path):
    """Two kinds, 60 and 20 facts, in a large and a small municipality."""
    with Corpus(tmp_path / "many.db") as corpus:
        for name, number in (("Kreis Quellmark", 30), ("Stadt Lohe", 10)):
            words = [f"Wort{i:03}" for i in range(number * 2)]
            found = [("post" if i % 4 else "money", {"number": i}, word) for i, word in enumerate(words)]
            Town(corpus, name).add(" ".join(words), *found)
    return tmp_path / "many.db"


def drawn(path, n, seed, **more):
    with Corpus(path) as corpus:
        return [item for item, _ in draw(items(corpus), n, seed, **more)]


def test_a_sample_is_in_proportion_to_kinds_and_municipalities(many):
    for seed in range(20):
        sample = drawn(many, 40, seed)
        assert len({i.fact for i in sample}) == 40
        assert Counter(i.target.kind for i in sample) == {"post": 30, "money": 10}
        towns = Counter((i.target.kind, i.municipality) for i in sample)
        assert towns["post", "Stadt Lohe"] in (7, 8)
        assert towns["money", "Stadt Lohe"] in (2, 3)


def test_every_fact_of_a_kind_has_the_same_chance(many):
    runs = 3000
    hits = Counter(i.fact for seed in range(runs) for i in drawn_from(many, 12, seed))
    shares = [count / runs for count in hits.values()]
    assert len(shares) == 80
    assert 0.15 * 0.8 < min(shares) <= max(shares) < 0.15 * 1.2


_LOADED: dict[Path, list[Item]] = {}


def drawn_from(path, n, seed):
    if path not in _LOADED:
        with Corpus(path) as corpus:
            _LOADED[path] = items(corpus)
    return [item for item, _ in draw(_LOADED[path], n, seed)]


def test_the_same_seed_draws_the_same_and_by_kind_draws_equally(many):
    assert drawn(many, 10, 7) == drawn(many, 10, 7) != drawn(many, 10, 8)
    assert Counter(i.target.kind for i in drawn(many, 20, 7, by_kind=True)) == {"post": 10, "money": 10}
    assert len(drawn(many, 500, 7)) == 80
    with pytest.raises(InputError, match="expected at least 2, one for each kind of facts, found 1"):
        drawn(many, 1, 7)


def test_shares_of_kinds_add_up():
    assert allot({"a": 1, "b": 1000, "c": 3}, 10, equal=False) == {"a": 1, "b": 8, "c": 1}
    assert allot({"a": 1, "b": 1000, "c": 3}, 10, equal=True) == {"a": 1, "b": 6, "c": 3}
    chance = random.Random(1)
    for _ in range(200):
        sizes = {str(k): chance.randint(1, 50) for k in range(chance.randint(1, 8))}
        n = chance.randint(len(sizes), 150)
        given_ = allot(sizes, n, equal=chance.random() < 0.5)
        assert sum(given_.values()) == min(n, sum(sizes.values()))
        assert all(1 <= given_[k] <= sizes[k] for k in sizes)


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),  # mirror of 0 of 29: 0 to 0.1170
    ],
)
def test_wilson_against_published_intervals(right, n, low, high):
    assert [round(x, 4) for x in wilson(right / n, n)] == [low, high]


def line(number, kind, verdict, size=None, value=None, **cells):
    key = ("t", kind, number, number + 1, json.dumps(value or {"v": number}))
    told = {"verdict": verdict, "stratum": kind if size else "", "stratum_size": str(size or "")}
    return table.Line(number=number, key=key, cells={**told, **cells})


def test_the_score_weighs_kinds_by_their_facts():
    posts = [line(i, "post", "accept" if i < 8 else "reject", 90) for i in range(10)]
    money = [line(i, "money", "accept" if i < 2 else "correct", 10) for i in range(4)]
    found = score([*posts, *money, line(9, "money", "", 10), line(1, "goal", "", 5)])
    by_name = {k.name: k for k in found.kinds}
    assert (by_name["post"].right, by_name["post"].judged, by_name["post"].drawn) == (8, 10, 10)
    assert (by_name["money"].judged, by_name["money"].drawn) == (4, 5)
    assert round(by_name["post"].low, 4) == 0.4902  # Wilson, 8 of 10
    assert round(by_name["post"].high, 4) == 0.9433
    assert found.overall.share == pytest.approx((90 * 0.8 + 10 * 0.5) / 100)
    assert found.effective == pytest.approx(100**2 / (90**2 / 10 + 10**2 / 4))
    assert (found.overall.low, found.overall.high) == wilson(0.77, found.effective)
    assert (found.overall.judged, found.overall.drawn, found.overall.size) == (14, 16, 100)
    assert found.unjudged == ("goal",)


def test_a_score_of_equal_weights_is_plain_wilson():
    found = score([line(i, kind, "accept" if i else "reject", 50) for kind in "ab" for i in range(10)])
    assert found.effective == pytest.approx(20)
    assert (found.overall.low, found.overall.high) == pytest.approx(wilson(0.9, 20))


def test_the_weighted_interval_covers_what_it_should():
    """Of 400 simulated checks of 2,000 facts of two kinds, 95 % intervals hold the true share in 93 to 100 %."""
    chance = random.Random(5)
    facts_ = {"a": [chance.random() < 0.9 for _ in range(1800)], "b": [chance.random() < 0.5 for _ in range(200)]}
    truth = sum(map(sum, facts_.values())) / 2000
    held = 0
    for _ in range(400):
        picked = [(kind, right) for kind, all_ in facts_.items() for right in chance.sample(all_, 30)]
        lines = [
            line(i, kind, "accept" if right else "reject", len(facts_[kind])) for i, (kind, right) in enumerate(picked)
        ]
        overall = score(lines).overall
        held += overall.low <= truth <= overall.high
    assert 0.93 <= held / 400 <= 1


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([line(1, "post", "accept")], "expected the columns stratum and stratum_size"),
        ([line(1, "post", "", 5)], "expected at least one verdict"),
        ([line(1, "post", "accept", 5), line(2, "post", "accept", 6)], "expected one stratum_size of at least 2"),
        ([line(1, "post", "accept", 1), line(2, "post", "accept", 1)], "expected one stratum_size of at least 2"),
        ([], "expected at least one verdict"),
    ],
)
def test_what_is_no_sample_has_no_score(lines, message):
    with pytest.raises(InputError, match=message):
        score(lines)


def test_sample_and_score_on_the_command_line(many, tmp_path):
    file = tmp_path / "s.csv"
    result = cli("sample", "--corpus", many, "--n", 20, "--seed", 3, "--out", file)
    assert "20 of 80 facts drawn, seed 3." in result.stderr
    rows = rows_of(file)
    assert {(r["stratum"], r["stratum_size"]) for r in rows} == {("post", "60"), ("money", "20")}
    again = cli("sample", "--corpus", many, "--n", 20, "--seed", 3)
    assert again.stdout_bytes == file.read_bytes()
    write(file, [{**r, "verdict": "accept"} for r in rows])
    scored = cli("sample", "--score", file)
    assert scored.exit_code == 0, scored.output
    for part in ("100.0 %", "83.9 % to 100.0 %", "20 judged of 20 drawn, for 80 facts", "Wilson", "Kish"):
        assert part in scored.stdout
    assert "20 reviews saved" in take_in(many, file).stderr
    assert cli("sample", "--score", file, "--seed", 3).exit_code == 2
    assert "seed" in cli("sample", "--corpus", many, "--by-kind").stderr


def test_a_sample_needs_one_for_each_kind_as_its_help_says(many):
    assert "at least one for each kind" in " ".join(cli("sample", "--help").stdout.split())
    assert "--n: expected at least 2" in cli("sample", "--corpus", many, "--n", 1).stderr


def test_a_sample_of_nothing_is_said(tmp_path):
    Corpus(tmp_path / "e.db").close()
    result = cli("sample", "--corpus", tmp_path / "e.db")
    assert result.exit_code == 2
    assert "expected facts with a passage, found none" in result.stderr


# Agreement


def coders(*rows):
    """Units of coders written as rows of single values; a point is a missing value."""
    return [[None if v == "." else v for v in unit] for unit in zip(*(row.split() for row in rows), strict=True)]


@pytest.mark.parametrize(
    ("rows", "alpha", "units", "values"),
    [
        # Krippendorff (2011), A: binary, two observers, no missing data
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095, 10, 20),
        # the same, B: nominal, two observers, no missing data
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692, 12, 24),
        # the same, C: nominal, four observers, missing data; unit 12 has one value
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
            11,
            40,
        ),
        # Wikipedia, Krippendorff's alpha, a computational example: three coders, 15 units
        (
            ("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4"),
            0.691,
            12,
            26,
        ),
    ],
)
def test_alpha_against_published_examples(rows, alpha, units, values):
    found = nominal(coders(*(row.replace("*", ".") for row in rows)))
    assert (round(found.alpha or 0, 3), found.units, found.values) == (alpha, units, values)


def test_alpha_by_hand():
    # 3 units a/a, a/b, b/b: o_ab = o_ba = 1, n_a = n_b = 3, n = 6; D_o = 2/6, D_e = 2*9/30; alpha = 1 - (1/3)/(3/5)
    found = nominal([("a", "a"), ("a", "b"), ("b", "b"), ("a", None), (None, None)])
    assert (found.units, found.values, found.missing) == (3, 6, 2)
    assert (found.observed, found.expected, found.alpha) == pytest.approx((1 / 3, 3 / 5, 4 / 9))


def test_alpha_of_full_of_no_and_of_undefined_agreement():
    assert nominal([("a", "a"), ("b", "b")]).alpha == 1
    assert nominal([("a", "b"), ("b", "a")]).alpha == pytest.approx(1 - 1 / (8 / 12))
    assert nominal([("a", "a"), ("a", "a")]).alpha is None
    assert nominal([("a", None)]).alpha is None
    assert nominal([]).alpha is None


@given(st.lists(st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=2, max_size=4), max_size=12))
def test_alpha_is_that_of_counting_every_pair(units):
    """The definition written out: all ordered pairs of values within units, and of all paired values."""
    paired = [[v for v in u if v is not None] for u in units]
    paired = [u for u in paired if len(u) > 1]
    n = sum(map(len, paired))
    within = sum(sum(a != b for a, b in itertools.permutations(u, 2)) / (len(u) - 1) for u in paired)
    across = sum(a != b for a, b in itertools.permutations([v for u in paired for v in u], 2))
    found = nominal(units).alpha
    assert found == (None if not across else pytest.approx(1 - (within / n) / (across / (n * (n - 1)))))


def test_agreement_per_kind_verdict_and_field():
    read = {"number": 4, "status": "granted"}

    def coder(*said):
        return [
            line(i, "post", v, value={**read, "number": i}, corrected=c) for i, (v, c) in enumerate(said) if v != "-"
        ]

    one = coder(("accept", ""), ("correct", "number=7"), ("reject", ""), ("accept", ""), ("accept", ""))
    other = coder(
        ("accept", ""), ("correct", '{"number": 7, "status": "planned"}'), ("accept", ""), ("", ""), ("-", "")
    )
    found = {(v.kind, v.name): v.alpha for v in agreement(one, other)}
    assert set(found) == {("all", "verdict"), ("post", "verdict"), ("post", "number"), ("post", "status")}
    assert (found["post", "verdict"].units, found["post", "verdict"].missing) == (3, 2)
    assert (found["post", "number"].alpha, found["post", "number"].units) == (1, 2)
    # status: granted/granted, granted/planned; n = 4, D_o = 2/4, D_e = 2*3*1/12, alpha = 0
    assert found["post", "status"].alpha == pytest.approx(0)


def test_agreement_on_the_command_line(path, tmp_path):
    file = exported(path, tmp_path)
    rows = rows_of(file)
    said = [("accept", "accept"), ("reject", "reject"), ("accept", "correct"), ("", "accept")]
    one = write(tmp_path / "a.csv", [{**r, "verdict": a} for r, (a, _) in zip(rows, said, strict=True)])
    fix = {"corrected": "value_eur=5"}
    two = [{**r, "verdict": b} | (fix if b == "correct" else {}) for r, (_, b) in zip(rows, said, strict=True)]
    result = cli("agreement", one, write(tmp_path / "b.csv", two))
    assert result.exit_code == 0, result.output
    # all verdicts: a/a, r/r, a/c of n = 6; n_a = 3, n_r = 2, n_c = 1; D_o = 2/6, D_e = (36 - 14)/30
    expected = f"{1 - (2 / 6) / (22 / 30):.3f}"
    assert result.stdout.splitlines()[1].split()[:6] == ["all", "verdict", expected, "3", "6", "1"]
    assert "undefined" in result.stdout
    none = cli("agreement", one, write(tmp_path / "c.csv", [{**r, "verdict": ""} for r in rows]))
    assert (none.exit_code, "expected facts that both judged" in none.stderr) == (2, True)
    broken = [{**r, "verdict": "correct", "corrected": "{"} for r in rows]
    assert "expected a JSON object" in cli("agreement", one, write(tmp_path / "d.csv", broken)).stderr
