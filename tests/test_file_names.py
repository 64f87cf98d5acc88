"""What documents are by their names: minutes, their attachments, what only speaks of minutes."""

import json

import pytest

from scrapers.file_names import file_role, is_attachment

MAIN = r"(?:beschluss)?vorlage(?: .*\d.*)?|drucksache.*"


@pytest.mark.parametrize(
    "name",
    [
        "Niederschrift",
        "Niederschrift öffentlich",
        "Öffentliche Niederschrift (Gemeinderat)",
        "Oeffentliche_Niederschrift_Bauausschuss_05.11.2015.pdf",
        "Protokoll 2",
        "Anwesenheit (Protokoll)",
        "protokoll.pdf",
        "Protokoll GR 12.05.2021 TOP 43",
        "2021-05-12_TOP_3_Protokollauszug",
        "Auszug Protokoll GR Antrag 2.11",
        "Auszug aus der öffentlichen Niederschrift",
        "Auszug aus dem Protokoll",
        "Entwurf der Niederschrift",
        "Öffentlicher Teil der Niederschrift",
        "Niederschrift mit Anlagen",
        "Niederschrift inkl. Anlage 1 und 2",
        "Niederschrift der 12. Sitzung",
        "Sitzungsprotokoll",
        "Gemeinderatsprotokoll",
        "Beschlussprotokoll",
        "HFA-Protokoll",
        "Rat der Stadt Niederschrift",
        "20210512Niederschrift",
    ],
)
def test_minutes(name):
    assert file_role(name, MAIN) == "resultsProtocol"


@pytest.mark.parametrize(
    "name",
    [
        "Anlage 1 zur Niederschrift",
        "Anlagen zum Protokoll",
        "Anlage zur Niederschrift öffentlich",
        "Niederschrift Anlage 1",
        "Niederschrift - Anlage 2",
        "Niederschrift_Anlage_3.pdf",
        "Niederschriftsanlage 1",
        "Protokollanlage",
        "Präsentation (Anlage zum Protokoll)",
        "DS0012-21 Anlage 12 Protokoll Bürgerbeteiligung",
        "DS0034/21 Anlage 1 Protokollauszug Personalrat",
        "DS0056/21 Anlage 5 Untersuchungsprotokoll vor Abriss",
        "Untersuchungsprotokoll",
        "Anwesenheitsliste zum Protokoll",
        "Genehmigung der Niederschrift vom 05.02.2021",
        "Einwendungen gegen die Niederschrift",
        "Ergänzung zur letzten Niederschrift",
        "Protokollvermerk aus der 2. Sitzung",
        "Anlage zum Wortprotokoll",
        "Anlage 2 zur Einladung",
        "Lageplan (Anlage zur Einladung)",
        "Drucksache 12/2021 Anlage 1",
        "Vorlage 12/2021 - Anlagen 1 bis 3",
        "Anhang A",
        "Tagesordnung öffentlich",
        "",
        None,
    ],
)
def test_neither_minutes_nor_main_document(name):
    assert file_role(name, MAIN) == "auxiliaryFile"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Wortprotokoll", "verbatimProtocol"),
        ("Auszug aus dem Wortprotokoll", "verbatimProtocol"),
        ("Einladung", "invitation"),
        ("Bekanntmachung Nachtrag", "invitation"),
        ("Einladung mit Anlage 1", "invitation"),
        ("Vorlage 12/2021 mit Anlage 1", "mainFile"),
        ("Drucksache PV-Anlage 2", "mainFile"),
    ],
)
def test_other_roles(name, role):
    assert file_role(name, MAIN) == role


WORD = {"resultsProtocol": "niederschrift", "verbatimProtocol": "wortprotokoll", "invitation": "bekanntmachung"}
"""Servers that use these properties name documents so; others are called "Tagesordnung", which tells neither."""


def names_of(value, holder=None):
    """Names of all File objects in OParl JSON, with the property that holds them."""
    if isinstance(value, list):
        for one in value:
            yield from names_of(one, holder)
    elif isinstance(value, dict):
        if str(value.get("type", "")).endswith("/File") and value.get("name"):
            yield value["name"], holder
        for key, child in value.items():
            yield from names_of(child, key)


@pytest.mark.recorded
def test_recorded_names_get_the_role_that_their_server_gives_them(shared):
    """OParl says what a file is: minutes and invitations are told by their names, and "Anlage ..." is neither."""
    seen, wrong = 0, []
    for path in sorted((shared / "ris-raw/oparl").rglob("*.json")):
        try:
            names = set(names_of(json.loads(path.read_text("utf-8"))))
        except (ValueError, RecursionError):
            continue
        for name, holder in names:
            told = file_role(name)
            if WORD.get(holder) and WORD[holder] in name.lower():
                seen += 1
                wrong += [(name, holder)] if told != holder else []
            elif holder == "auxiliaryFile" and "anlage 1" in name.lower():
                seen += 1
                wrong += [(name, holder)] if told != "auxiliaryFile" or not is_attachment(name) else []
    assert seen > 50
    assert wrong == []
