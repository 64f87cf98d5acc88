"""Persons of cells, lists and signatures; councils that bear the name of their town."""

import pytest

from corpus.evidence import Document
from extractors import persons, topic_named
from extractors.analysis import Analysis


def names(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(persons.EXTRACTOR)
    assert all(text[f.start : f.end] == f.evidence[0].quote for f in facts)
    return [f.value["name"] for f in facts]


TABLE = "Nr.\tInstitution\tFunktion\tName\n1\tJobcenter\tLeitung\tHerr Brand\n2\tKirchenkreis\tVorstand\tPfarrer Lüke\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TABLE, ["Brand", "Lüke"]),
        (
            "gez. Tomasz Zielin                 gez. Birgit Hasel\nSprecher      Sprecherin\n",
            ["Tomasz Zielin", "Birgit Hasel"],
        ),
        ("Anwesend sind:\nMitglieder: Ali Kaya, Rosa Blume (SPD), Jens-Peter Hansen\n", None),
        ("In Vertretung\ngez. Freytag\nKreisdirektorin\n", ["Freytag"]),
        ("Stadtrat Huber antwortet, Gemeinderat Meier (SPD) nicht.", ["Huber", "Meier"]),
    ],
)
def test_persons_are_read(text, expected):
    assert names(text) == (expected or ["Ali Kaya", "Rosa Blume", "Jens-Peter Hansen"])


@pytest.mark.parametrize(
    "text",
    [
        "Der Stadtrat Trier und der Gemeinderat Karlsruhe tagen.",
        "Stadtrat Lohe: In Lohe wird getagt.",
        "Verwaltung: Neue Stellen, Alte Stellen\n",
        "Mitglieder: siehe Anlage\n",
        "Stelle\tName\nLeitung\tHerr Mustermann\nLager\tNeue Halle\n",
    ],
)
def test_no_person_is_read(text):
    assert names(text) == []
