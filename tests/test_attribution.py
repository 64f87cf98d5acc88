"""Which programme a sum or a post belongs to: clause, heading, table, agenda item, document."""

import time

import pytest

from corpus.evidence import Document, sha256
from extractors import topic_named
from extractors.analysis import Analysis


def analysis(text):
    document = Document(file_sha256=sha256(text), media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"))


def programme(text, passage):
    found = analysis(text).programme(text.index(passage))
    return found.name if found else None


BUDGET = (
    "Mittel des Kommunalen Integrationsmanagements (KIM) und anderer Programme:\n"
    "Programm\tAnsatz 2025\nKIM\t410.000 €\nKOMM-AN NRW\t38.000 €\nSumme\t448.000 €"
)
BY_COLUMN = (
    "Das KIM und KOMM-AN NRW haben zusammen diese Mittel:\nJahr\tKIM\tKOMM-AN NRW\n2023\t300.000 €\t20.000 €\n"
    "2024\t310.000 €\t21.000 €"
)
MINUTES = (
    "TOP 4\nKommunales Integrationsmanagement\nEs gibt 5 Stellen.\nTOP 5\nNeubau der Feuerwache\n"
    "Die Feuerwache kostet 900.000 Euro."
)

SECTIONS = (
    "1. Kommunales Integrationsmanagement\n1.1 Mittel\nDer Festbetrag ist 48.000 €.\n2. Landesinitiativen\n"
    "2.1 „Gemeinsam klappt's“ und „Durchstarten in Ausbildung und Arbeit“ richten sich an Jüngere.\n"
    "2.2 Im Baustein 6 gibt es 3 Stellen, davon zwei hier\n2.3 Der Bescheid nennt 912.400 €."
)
MIXED = (
    "Kommunales Integrationsmanagement\n1. Programme\n1.1 KIM ist neu.\n1.2 KOMM-AN NRW bleibt.\n"
    "1.3 Personal der Stadt\nEs gibt 2 Stellen."
)


@pytest.mark.parametrize(
    ("text", "passage", "name"),
    [
        (BUDGET, "410", "KIM"),
        (BUDGET, "38.000", "KOMM-AN NRW"),
        (BUDGET, "448", "mehrere Programme"),
        (BY_COLUMN, "310", "KIM"),
        (BY_COLUMN, "21.000", "KOMM-AN NRW"),
        (MINUTES, "5 Stellen", "KIM"),
        (MINUTES, "900", "Neubau der Feuerwache"),
        ("Das KIM wächst. Neben dem KIM gibt es KOMM-AN NRW mit 9.000 Euro.", "9.000", "KOMM-AN NRW"),
        ("Das KIM hat 3 Stellen, und 12.000 Euro kommen aus KOMM-AN NRW.", "12.000", "KOMM-AN NRW"),
        ("KIM und KOMM-AN NRW kosten zusammen 80.000 Euro.", "80.000", "mehrere Programme"),
        (
            "A. KIM\nEs gibt 4 Stellen.\nB. Bundesprogramm „Offene Türen“\nDafür gibt es 7.000 Euro.",
            "7.000",
            "Offene Türen",
        ),
        ("KIM\n2. KOMM-AN NRW\nMittel\n2.1 Personal\nEs gibt 2 Stellen.", "2 Stellen", "KOMM-AN NRW"),
        ("Das Landesprogramm „Kommunales Integrationsmanagement“ zahlt 5 Stellen.", "5 Stellen", "KIM"),
        (SECTIONS, "48.000", "KIM"),
        (SECTIONS, "3 Stellen", "Durchstarten in Ausbildung und Arbeit (Teilhabemanagement)"),
        (SECTIONS, "912.400", "Durchstarten in Ausbildung und Arbeit (Teilhabemanagement)"),
        (MIXED, "2 Stellen", "KIM"),
        (
            "Das KIM läuft. Die Landesmittel betragen 364.000 Euro, wovon die für KOMM-AN NRW bereiten Mittel zu "
            "unterscheiden sind.",
            "364",
            "KIM",
        ),
        ("KIM\nBesetzt sind 7 Stellen; die aus KOMM-AN NRW bezahlte halbe Stelle zählt nicht mit.", "7", "KIM"),
        ("KIM\nBesetzt sind 7 Stellen; die aus KOMM-AN NRW bezahlte halbe Stelle zählt nicht.", "halbe", "KOMM-AN NRW"),
        ("KIM\nEs gibt 50.000 €, davon getrennt werden KOMM-AN NRW-Mittel gesondert ausgewiesen.", "50", "KIM"),
        ("KIM\nFür 2 Stellen gibt es Geld, nämlich aus KOMM-AN NRW.", "2 Stellen", "KOMM-AN NRW"),
        ("KIM\n9.000 €, die nicht verausgabt wurden, stammen aus KOMM-AN NRW.", "9.000", "KOMM-AN NRW"),
        (
            "KIM\nNicht enthalten sind 2 Stellen Teilhabemanagement aus der Initiative „Gemeinsam klappt's“.",
            "2 Stellen",
            "Gemeinsam klappt's",
        ),
        (
            "KIM\nBei „Gemeinsam klappt's“ gibt es 3 Stellen im Teilhabemanagement.",
            "3 Stellen",
            "Gemeinsam klappt's",
        ),
        (
            "KIM\nIm Teilhabemanagement gibt es 3 Stellen.",
            "3 Stellen",
            "Durchstarten in Ausbildung und Arbeit (Teilhabemanagement)",
        ),
    ],
)
def test_the_nearest_programme_rules(text, passage, name):
    assert programme(text, passage) == name


def test_cells_keep_their_column_when_others_are_empty():
    text = "| Bereich | Soll | Ist |\n|---|---|---|\n| Leitung | | 2,0 |"
    (table,) = analysis(text).tables
    assert [table.head_of(cell) for cell in table.rows[0].cells] == ["Bereich", "Ist"]


SHAPES = (
    "Bereich | Stellen | besetzt |\n---|---|---|\nKoordination\n|\n3,0\n|\n|\nFallarbeit\n|\n6,0\n|\n5,5\n|\n"
    "Danach folgt Text.",
    "Bereich\nStellen\nbesetzt\nKoordination\n3,0\n–\nFallarbeit\n6,0\n5,5\nDanach folgt Text.",
    "Bereich       Stellen   besetzt\nKoordination        3,0      –\nFallarbeit          6,0     5,5\nEnde folgt.",
)


@pytest.mark.parametrize("text", SHAPES)
def test_a_table_is_put_together_whatever_its_shape(text):
    (table,) = analysis(text).tables
    assert table.header is not None
    assert [c.text for c in table.header.cells] == ["Bereich", "Stellen", "besetzt"]
    assert [[c.text for c in row.cells if c.text != "–"] for row in table.rows] == [
        ["Koordination", "3,0"], ["Fallarbeit", "6,0", "5,5"],
    ]  # fmt: skip


def test_long_runs_of_cells_take_time_by_their_length_only():
    begin = time.process_time()
    for piece in ("A | B |\n---|---|\n", "|\n", "7\n", "Name\n7\n", "a    b\n"):
        text = piece * (20_000 // len(piece))
        document = Document(
            file_sha256=sha256(text), media_type="text/plain", reader="text", reader_version=1, text=text
        )
        assert Analysis(document, topic_named("kim")).tables is not None
    assert time.process_time() - begin < 20
