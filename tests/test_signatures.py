"""Persons who sign, are addressed or share one office in a row: by labels, formulas and offices beside names."""

import pytest

from corpus.evidence import Document
from extractors import persons, topic_named
from extractors.analysis import Analysis
from extractors.signatures import is_person


def people(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(persons.EXTRACTOR)
    assert all(text[f.start : f.end] == f.evidence[0].quote for f in facts)
    return {f.value["name"]: f.value["role"] for f in facts}


SIGNED = [
    ("Unterzeichnet von: \nDr. Iris Quellmann \nNiko Riebeling, \nYvonne Großfeld \n\nBegründung/Sachverhalt\nEs eilt.",
     {"Iris Quellmann", "Niko Riebeling", "Yvonne Großfeld"}),
    ("Unterzeichnet von:\nYvette Ohlsen und SPD-Fraktion\n", {"Yvette Ohlsen"}),
    ("Eingereicht durch: Malte Torberg (FDP), Ayşe Demirel\n", {"Malte Torberg", "Ayşe Demirel"}),
    ("Initiator: \nDr. Florian Freudig, Dirk Wurmser, \nSieglinde Tannert \nDatum: \n3.4.2024",
     {"Florian Freudig", "Dirk Wurmser", "Sieglinde Tannert"}),
    ("Antragsteller/-innen: Rolf Ehmke; Svenja Brook; Piratengruppe\n", {"Rolf Ehmke", "Svenja Brook"}),
    ("Mit freundlichen Grüßen,\nGünter Winkler, \nfür den Ortsbeirat Hohenfels\n", {"Günter Winkler"}),
    ("gez. gez. \nGünter Winkler Barbara Graupen \nVorsitzender Ortsbeirat Schriftführerin\n",
     {"Günter Winkler", "Barbara Graupen"}),
    ("gez.      gez.\nJoana Kaisen   Dr. Ulf Brenner\n", {"Joana Kaisen", "Ulf Brenner"}),
    ("Mit kollegialen Grüßen\nFraktion Wir für Auental\nHans- Peter Pleiten\n", {"Hans-Peter Pleiten"}),
    ("Frau W. verpflichtet sodann die Herren Wittkamp und Parrow-Fehler.", {"W.", "Wittkamp", "Parrow-Fehler"}),
    ("Auskunft\nder BAbg. Brodbecker, Potthaster, Jobs und Fraktion der Liste", {"Brodbecker", "Potthaster", "Jobs"}),
    ("Die Stadträte Huberich, Seidlmeier und Dr. Vogt beantragen das.", {"Huberich", "Seidlmeier", "Vogt"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_signatories_are_read(text, expected):
    assert set(people(text)) == expected


def test_offices_below_names_are_theirs_in_the_same_order():
    text = (
        "Mit freundlichen Grüßen \nLeo Dietzel \nRalf Schönberg \nFraktionsvorsitzender \nStv. Fraktionsvorsitzender \n"
        "Marie Rechtal \nStadträtin\n"
    )
    assert people(text) == {
        "Leo Dietzel": "Fraktionsvorsitzender",
        "Ralf Schönberg": "Stv. Fraktionsvorsitzender",
        "Marie Rechtal": "Stadträtin",
    }
    assert people("Peter Rauber (Fraktionsvorsitzender)\n") == {}
    closing = "Viele Grüße\nPeter Rauber (Fraktionsvorsitzender)\nMelitta Hippler (Stadträtin)\n"
    assert people(closing) == {"Peter Rauber": "Fraktionsvorsitzender", "Melitta Hippler": "Stadträtin"}


def test_addressees_stand_below_their_office():
    assert people("Oberbürgermeisterin \nEva Weberin \nRathausplatz 1\n") == {"Eva Weberin": "Oberbürgermeisterin"}
    assert people("An den Landrat\nTill Osterkamp\n") == {"Till Osterkamp": "Landrat"}


@pytest.mark.parametrize(
    "text",
    [
        "Mit freundlichen Grüßen\nRosa Privat\n",
        "Initiator: \nFraktion Bürgerliche Mitte  Freie Wähler, FDP, Pro Auental \nDatum:\n",
        "Antragsteller: Ortsbeirat Oberdorf\nBetreff: Neue Bänke\n",
        "Unterzeichnet von:\nStadtteilbeirat Büchenau\n",
        "Die Mitglieder Frauen und Männer sind gleich. Die Abgeordneten Land und Bund tagen.",
        "Die Herren Minister kommen, die Damen Stadträtinnen auch.",
        "Landrat\nKreis Musterland\n",
        "Mit freundlichen Grüßen\nIhr Team Stadtplanung\nAmt für Soziales\n",
    ],
)
def test_groups_private_letters_and_nouns_are_no_signatories(text):
    assert people(text) == {}


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Leo Dietzel", True),
        ("Jorinda Fahrig", True),
        ("Ortsbeirat Oberdorf", False),
        ("Freie Wähler", False),
        ("Bürgerliche Mitte", False),
        ("Grüne Liste", False),
        ("CDU Auental", False),
    ],
)
def test_is_person(name, person):
    assert is_person(name) is person
