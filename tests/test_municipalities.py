"""Names of municipalities in texts of invented towns: what is a municipality, and what only a part of one."""

import pytest

from extractors.municipalities import printed_municipalities


def names(text):
    return [m.name for m in printed_municipalities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Stadtteilbeirat Lindenau\n\nStadt Lindenau\n\nDer Stadtteilbeirat Lindenau tagt.",
        "Stadt Musterhausen\n\nAntrag zum Gebiet „Soziale Stadt Lindenau Nord“ in Lindenau.",
        "Der Ortsrat Lindenau tagt. Für Lindenau ist die Gemeinde Lindenau wichtig.",
        "Im Stadtbezirk Lindenau und der Stadt Lindenau in Lindenau.",
        "Ortschaft Lindenau: Rat der Gemeinde Lindenau.",
    ],
)
def test_a_part_of_a_town_is_no_municipality(text):
    assert not [n for n in names(text) if "Lindenau" in n]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rat der Stadt Lindenau\n\nDer Stadtteil Wiesental wächst.", "Stadt Lindenau"),
        ("Stadt Lindenau\n\nDie Bezirksvertretung Nord der Stadt Lindenau tagt.", "Stadt Lindenau"),
        ("Der Bezirk Köln berichtet. Rat der Stadt Köln.", "Stadt Köln"),
        ("Regierungsbezirk Lindenau\n\nRat der Stadt Lindenau", "Stadt Lindenau"),
    ],
)
def test_a_town_stays_one(text, name):
    assert names(text)[0] == name
