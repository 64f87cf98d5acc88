import pytest

from corpus.evidence import Document, sha256
from corpus.search import best_passage, parse_query, search, stem
from corpus.store import Corpus, Entry, Source

TEXTS = {
    "a": "Der Ausschuss nimmt die Beschlüsse zur Kenntnis. Es geht um Casemanagement und um drei Stellen.",
    "b": "Die Feuerwehr erhält sechs Stellen. Ein Beschluß aus dem Jahr 1995 gilt fort.",
    "d": "Eine Stelle in der Ausländer- und Einbürgerungsbehörde ist frei.",
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


def test_stems_join_forms_and_spellings():
    assert stem("Beschlüsse") == stem("Beschlusses") == stem("Beschluß")
    assert parse_query("") is None


def test_the_passage_is_where_most_different_words_meet():
    text = "Stellen. " * 30 + "Das Case Management hat Stellen. " + "Stellen. " * 30
    marks = (*((m, m + 7) for m in range(0, 270, 9)), (274, 278), (279, 289), (294, 301))
    start, end = best_passage(text, marks, width=60)
    assert "Case Management hat Stellen" in text[start:end]
