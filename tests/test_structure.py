import pytest

from corpus.evidence import Document, sha256
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.nlp import lemma, sentences
from extractors.structure import blocks, section_name


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Herr Dr. Ohm berichtet. Der Rat dankt.", 2),
        ("Am 3. März tagt der Rat. Am 5. Mai nicht.", 2),
        ("Beschluss vom 07.10.2020. Die Gruppe tagt.", 2),
        ("Die Kosten betragen ca. 1,2 Mio. Euro gem. Ziff. 3 der Vorlage.", 1),
        ("Das gilt z. B. für Nr. 5 bzw. Abs. 2.", 1),
        ("Sie fragt: „Wann kommt der Bericht?“ Die Antwort folgt.", 2),
        ("Der Verein „Miteinander e.V.“ nimmt teil. Er ist neu.", 2),
        ("Im Jahr 2021. Danach nicht mehr!", 2),
        ("Erste Zeile\nZweite Zeile", 2),
    ],
)
def test_sentences_end_where_minutes_end_them(text, count):
    assert len([span for span in sentences(text) if text[slice(*span)].strip()]) == count


def test_lemmas_have_one_spelling():
    assert lemma("Beschlüsse") == lemma("Beschluß") == "beschluss"


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Beschlussvorschlag:", "proposal"),
        ("Beschlußempfehlung an den Rat", "proposal"),
        ("Beschluss:", "decision"),
        ("II. Sachverhalt", "reasons"),
        ("Begründung / Erläuterung", "reasons"),
        ("Finanzielle Auswirkungen", "finance"),
        ("Abstimmungsergebnis:", "vote"),
        ("Wortprotokoll", "minutes"),
        ("Beratungsfolge", None),
        ("Der Rat beschließt die Vorlage.", None),
    ],
)
def test_headings_open_known_sections(line, section):
    assert section_name(line) == section


def shape(text):
    return [(b.kind, b.order, b.depth) for b in blocks(text, [(0, len(text))])]


def test_a_list_whose_numbering_restarts_is_counted_by_order():
    text = "Es gibt drei Bausteine:\n\n 1. Erster\n\n 1. Zweiter\n\n 1. Dritter\n\nDanach geht es weiter."
    assert shape(text)[1:4] == [("item", 1, 1), ("item", 2, 1), ("item", 3, 1)]


def test_an_inner_list_does_not_end_the_outer_one():
    text = (
        "1. Erstes Thema\nEs wird berichtet.\n2. Zweites Thema\nDazu gehören drei Punkte:\n1. eins\n2. zwei\n3. drei\n"
        "Auch das wird berichtet.\n3. Drittes Thema\nEnde."
    )
    found = shape(text)
    assert [f for f in found if f[0] == "item"] == [
        ("item", 1, 1),
        ("item", 2, 1),
        ("item", 1, 2),
        ("item", 2, 2),
        ("item", 3, 2),
        ("item", 3, 1),
    ]
    segments = [b.segment for b in blocks(text, [(0, len(text))])]
    assert segments == sorted(segments)
    assert len(set(segments[4:8])) == 1, "an inner list opens no segment"


def test_rows_and_items_keep_their_body():
    text = "• ein Punkt\nFunktion\tBereich\n| a | b |\n- noch einer"
    found = blocks(text, [(0, len(text))])
    assert [b.kind for b in found] == ["item", "row", "row", "item"]
    assert [text[b.body : b.end] for b in found if b.kind == "item"] == ["ein Punkt", "noch einer"]


def analysis(text, **options):
    document = Document(file_sha256=sha256(text), media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"), **options)


TWO_POINTS = (
    "1. Durchstarten in Ausbildung und Arbeit\nEs gibt 2 Stellen.\n2. Kommunales Integrationsmanagement\nEs gibt 7."
)


@pytest.mark.parametrize(
    ("text", "word", "programme"),
    [
        ("Für KIM gibt es 5 Stellen, für KOMM-AN NRW 20.000 Euro.", "5 Stellen", "KIM"),
        ("Für KIM gibt es 5 Stellen, für KOMM-AN NRW 20.000 Euro.", "20.000", "KOMM-AN NRW"),
        (TWO_POINTS, "2 Stellen", "Durchstarten in Ausbildung und Arbeit (Teilhabemanagement)"),
        (TWO_POINTS, "7", "KIM"),
        ("Die Feuerwehr erhält 6 Stellen.", "6 Stellen", None),
        ("Frau KIM erläutert die 3 Stellen.", "3 Stellen", None),
    ],
)
def test_a_passage_belongs_to_the_programme_named_nearest(text, word, programme):
    found = analysis(text).programme(text.index(word))
    assert (found.name if found else None) == programme


def test_a_fact_cites_the_original_behind_folded_words():
    text = "Das Case‑Manage\u00adment\u00a0hat 3 Stellen.\r\nEnde."
    a = analysis(text)
    start = a.text.index("Case-Management hat")
    (evidence,) = a.fact("post", {}, start, start + len("Case-Management hat")).evidence
    assert evidence.quote == "Case‑Manage\u00adment\u00a0hat"
    assert text[evidence.start : evidence.end] == evidence.quote


def test_sentences_stay_within_their_zone():
    text = "Kopf der Seite.\nEin Satz. Noch ein Satz.\nFuß der Seite."
    a = analysis(text, prose=[(16, 40)])
    assert [s.text for s in a.sentences] == ["Ein Satz.", "Noch ein Satz."]
