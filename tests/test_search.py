import json

import pytest
from click.testing import CliRunner

from corpus.evidence import Document, sha256
from corpus.query import doubts, parse_query
from corpus.search import best_passage, search
from corpus.stems import stem, words
from corpus.store import Corpus, Entry, Source
from pipeline.cli import main

TEXTS = {
    "a": "Der Ausschuss nimmt die Beschlüsse zur Kenntnis. Es geht um Casemanagement und um drei Stellen.",
    "b": "Die Feuerwehr erhält sechs Stellen. Ein Beschluß aus dem Jahr 1995 gilt fort.",
    "d": "Eine Stelle in der Ausländer- und Einbürgerungsbehörde ist frei.",
    "e": "Die Case-Manager*innen und die Förderung der Wohlfahrtsverbände; Leiter_innen, Akteure und Einwohner/-innen.",
    "c": "Das Case-Management wird ausgebaut; zusätzliche Stel\u00adlen folgen.",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    with Corpus(tmp_path_factory.mktemp("search") / "c.db") as opened:
        for name, text in TEXTS.items():
            raw = text.encode()
            doc = Document(file_sha256=sha256(raw), media_type="text/plain", reader="text", reader_version=1, text=text)
            source = Source(place=name, sha256=opened.keep(raw), size=len(raw), media_type="text/plain")
            opened.save(Entry(source=source, document=doc, made_with="1", title=f"Titel {name}", date="2021-02-03"))
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Beschlüsse", "ab"),
        ("Beschluss Kenntnis", "a"),
        ("Case Management", "ac"),
        ("Case Management Stellen", "ac"),
        ("Casemanagement", "a"),
        ("Stellen -Feuerwehr", "acd"),
        ('"sechs Stellen"', "b"),
        ('"Stellen sechs"', ""),
        ("feuer*", "b"),
        ("Manager*", "e"),
        ("Akteure*", "e"),
        ("Förderung*", "e"),
        ("Förderun*", "e"),
        ("Wohlfahrtsverbände*", "e"),
        ("Beschlüsse*", "ab"),
        ("Case Management*", "ac"),
        ("Case* Management", "ac"),
        ("Case-Manager*innen", "e"),
        ("Manager:innen", "e"),
        ("Manager_innen", "e"),
        ("ManagerInnen", "e"),
        ("Manager/-innen", "e"),
        ("Managerinnen", "e"),
        ("Manager*in", "e"),
        ("Leiter*innen", "e"),
        ("Leiter", "e"),
        ("Einwohner*innen", "e"),
        ("Feuerwehr*innen", ""),
        ("-Manager*innen Case", "c"),
        ("„zur Kenntnis“", "a"),
        ("»Kenntnis zur«", ""),
        ('"Stellen sechs', "b"),
        ("–Feuerwehr Stellen", "acd"),
        ("Ausländerbehörde", "d"),
        ("Einbürgerungsbehörde", "d"),
        ("die der und", ""),
        ('") OR (', ""),
        ("NEAR(", ""),
        ("-Stellen", ""),
    ],
)
def test_queries_find(corpus, query, found):
    assert "".join(sorted(hit.place for hit in search(corpus, query))) == found


def test_a_hit_marks_its_words_in_the_documents_own_text(corpus):
    (hit,) = search(corpus, "Beschluss Kenntnis")
    text = TEXTS["a"]
    assert hit.text == text[hit.passage[0] : hit.passage[1]]
    assert [text[a:b] for a, b in hit.marks] == ["Beschlüsse", "Kenntnis"]


@pytest.mark.parametrize("word", sorted({w for t in TEXTS.values() for w in words(t) if len(w) > 1}))
def test_a_star_never_finds_less_than_the_word_without_it(corpus, word):
    found = {hit.place for hit in search(corpus, word)}
    assert found <= {hit.place for hit in search(corpus, word + "*")}
    for length in range(2, len(word) + 1):
        assert found <= {hit.place for hit in search(corpus, word[:length] + "*")}, word[:length]


@pytest.mark.parametrize(
    ("query", "place", "marked"),
    [
        ("Case*", "a", ["Casemanagement"]),
        ("Case-Management", "a", ["Casemanagement"]),
        ("Case Management", "c", ["Case", "Management"]),
        ("Ausländerbehörde", "d", ["Ausländer- und Einbürgerungsbehörde"]),
        ("Case-Manager*innen", "e", ["Case", "Manager*innen"]),
        ("Leiter:innen", "e", ["Leiter_innen"]),
        ('"zur Kenntnis"', "a", ["zur Kenntnis"]),
        ("Stellen -Feuerwehr", "c", ["Stel\u00adlen"]),
        ("Förderun*", "e", ["Förderung"]),
    ],
)
def test_what_was_found_is_marked(corpus, query, place, marked):
    (hit,) = [hit for hit in search(corpus, query) if hit.place == place]
    start = hit.passage[0]
    assert [hit.text[a - start : b - start] for a, b in hit.marks] == marked


def test_doubts_name_what_a_query_does_not_say():
    assert doubts('Stellen "zur Kenntnis" -Feuerwehr') == doubts("Ordnung oder Odin") == []
    assert "quotation" in doubts('"zur Kenntnis')[0]
    assert "OR" in doubts("Stellen OR Feuerwehr")[0]


@pytest.fixture(scope="module")
def ask(corpus):
    return lambda *args: CliRunner().invoke(main, ["search", *args, "--corpus", str(corpus.path)])


@pytest.mark.parametrize("args", [["-Feuerwehr", "Stellen"], ["Stellen -Feuerwehr"], ["-Feuerwehr Stellen"]])
def test_a_leading_minus_is_no_option(ask, args):
    result = ask(*args, "--format", "jsonl", "--limit", "5")
    assert result.exit_code == 0, result.output
    assert {json.loads(line)["document"] for line in result.stdout.splitlines()} == {"a", "c", "d"}


def test_nothing_but_words_left_out_is_refused_and_options_stay_options(ask):
    assert "not left out" in ask("-Feuerwehr").output
    assert "No such option" in ask("--feuerwehr").output
    assert "Usage" in ask("-h").output


def test_the_hint_on_nothing_found_names_what_may_help(ask):
    one, many, starred = ask("Sternwarte"), ask("Stellen OR Sternwarte"), ask("Sternwarte*")
    assert "a * at the end" in one.stderr
    assert "fewer words" not in one.stderr
    assert "fewer words" in many.stderr
    assert "notice: OR" in many.stderr
    assert "*" not in starred.stderr


def test_longer_words_that_hold_the_word_are_named(ask):
    result = ask("Verband")
    assert result.exit_code == 1
    assert "Longer words hold it; try wohlfahrtsverband*" in result.output
    assert "Longer" not in ask("Schwimmbad").output


def test_one_document_is_singular_and_a_hit_in_the_title_says_so(ask):
    assert "1 document." in ask("Einbürgerungsbehörde").stderr
    titled = ask("Titel Einbürgerungsbehörde Stelle", "--format", "jsonl")
    assert json.loads(titled.stdout)["found_in"] == "text"
    assert "title alone" in ask("Titel").stdout
    assert {json.loads(line)["found_in"] for line in ask("Titel", "--format", "jsonl").stdout.splitlines()} == {"title"}


def test_stems_join_forms_and_spellings():
    assert stem("Beschlüsse") == stem("Beschlusses") == stem("Beschluß")
    assert parse_query("") is None


def test_the_passage_is_where_most_different_words_meet():
    text = "Stellen. " * 30 + "Das Case Management hat Stellen. " + "Stellen. " * 30
    marks = (*((m, m + 7) for m in range(0, 270, 9)), (274, 278), (279, 289), (294, 301))
    start, end = best_passage(text, marks, width=60)
    assert "Case Management hat Stellen" in text[start:end]
