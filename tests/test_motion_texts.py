"""What motions and answers of the administration propose, in their own words: orders, pleas, recommendations."""

import pytest

from tests.test_decision_asks import facts

PROPOSED = [
    ("STELLUNGNAHME zu Antrag\nHH/2023/2001\nDie Verwaltung empfiehlt daher, den Antrag abzulehnen.",
     ["Die Verwaltung empfiehlt daher, den"]),
    ("Stellungnahme zum Antrag\nDaher schlägt die Verwaltung vor, den Antrag abzulehnen.",
     ["Daher schlägt die Verwaltung vor"]),
    ("Stellungnahme\nDas Bürgermeisteramt empfiehlt, dem Vorschlag des Ortschaftsrats zu folgen.",
     ["Das Bürgermeisteramt"]),
    ("Stellungnahme\nDie Verwaltung empfiehlt, den Antrag als erledigt zu betrachten.", ["Die Verwaltung empfiehlt"]),
    ("Antrag\nDie CDU-Gemeinderatsfraktion Quellmark beantragt:\nDie Stadt erstellt einen Bericht über die Kosten.",
     ["Die Stadt erstellt"]),
    ("Antrag\nDie Gruppe Bunte Liste fordert:\nDer Zaun am Bolzplatz wird bis Mai erneuert.", ["Der Zaun am"]),
    ("ANTRAG HH/2024/17\nDeshalb beantragen wir daher, jeweils 15.000 Euro in den Haushalt aufzunehmen.",
     ["jeweils 15.000 Euro"]),
    ("Interfraktioneller Ergänzungsantrag\nDie Stadtverwaltung wird beauftragt:\n1. Sie legt einen Plan "
     "für die Schule vor.",
     ["1. Sie legt"]),
    ("Stellungnahme\nDer Beirat Oberdorf bittet, 50.000 € für den Haushalt anzumelden.",
     ["Der Beirat Oberdorf bittet"]),
    ("Stellungnahme\nWir bitten Sie deshalb, die Variante 2 zu beschließen.", ["Wir bitten Sie deshalb"]),
    ("Antrag\nGemeinderat 3.5.2024 7 Ö\n1. Die Stadt stellt die Pläne im Beirat vor.\n2. Die Stadt "
     "richtet einen Runden Tisch ein.\n"
     "Begründung\nEs eilt.", ["Die Stadt stellt die Pläne", "Die Stadt richtet einen"]),
    ("Antrag\nBeschlussvorschlag\nSehr geehrte Frau Bürgermeisterin,\ndie Mieten steigen.\nDie Fraktion "
     "Auental stellt folgenden Antrag zur "
     "Beratung in der Sitzung am 11.12.2025:\nDie Stadt erlässt eine Satzung über das Verbot.", ["Die "
     "Stadt erlässt"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "starts"), PROPOSED)
def test_motions_and_answers_propose(text, starts):
    found = facts(text, "decision_text")
    assert [f.value["proposed"] for f in found] == [True] * len(starts)
    assert all(f.value["text"].startswith(start) for f, start in zip(found, starts, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Anfrage\nWir bitten um Beantwortung, ob die Verwaltung den Antrag abzulehnen gedenkt.",
        "Anfrage\nWir bitten Sie, uns die Zahlen der letzten Jahre zu nennen.",
        "Stellungnahme\nDie Verwaltung empfiehlt, bei Hitze viel zu trinken.",
        "Niederschrift\nDie Verwaltung empfiehlt daher, den Antrag abzulehnen.",
        "Stellungnahme\nBeschlussempfehlung des Bauausschusses\nStatus: öffentlich, Art: Bericht der Verwaltung",
        "Antrag\nGemeinderat 3.5.2024 7 Ö\nSeit Jahren fehlen am Bolzplatz Bänke und Körbe.\nBegründung\nEs eilt.",
    ],
)
def test_questions_advice_and_reasons_propose_nothing(text):
    assert facts(text, "decision_text") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Niederschrift\nBeschluss:\nEinverstanden mit der Stellungnahme der Verwaltung\n", "adopted"),
        ("Niederschrift\nBeschluss: Einvernehmen mit dem Vorschlag\n", "adopted"),
    ],
)
def test_agreement_behind_a_label_is_a_result(text, value):
    assert [f.value["normalised"] for f in facts(text, "result")] == [value]


def test_a_speech_of_agreement_is_no_result():
    assert facts("Niederschrift\nHerr Ohm ist einverstanden mit dem Verlauf.\n", "result") == []
