"""Debates printed word for word, and who is no actor of a side: addressed, named or a council meant."""

import pytest

from tests.test_speech import of, read

DEBATE = """Der Vorsitzende: Ich rufe den Punkt auf. Gibt es Wortmeldungen dazu im Rund?

Ratsfrau Teckenburg (SPD): Wir danken der CDU für ihren Vorstoß. Daher werde ich dem Plan der Verwaltung zustimmen.

Der zweite Absatz gehört noch dazu, und den sehe ich kritisch.

Ratsherr Möllmann (CDU): Liebe Grüne, Sie fordern mehr. Unsere Fraktion lehnt den Ausbau ab. Wie soll das gehen, bitte?

Ratsfrau Sievers (FDP): Daran haben wir keine Zweifel. Wir wünschen viel Erfolg. Wenn wir zustimmen, wird es teuer.

Der Vorsitzende: Da bitte ich um Ihr Votum, und ich lehne Zwischenrufe ab.
"""


def test_turns_of_a_debate_tell_their_speakers_sides_alone():
    sides = [(f.value["actor"], f.value["stance"]) for f in of("position", read(DEBATE))]
    assert sides == [("Teckenburg", "support"), ("Teckenburg", "concern"), ("Möllmann", "reject")]


def test_question_of_a_debate_is_its_speakers_and_no_reply_is_claimed():
    (fact,) = of("question", read(DEBATE))
    assert (fact.value["asked_by"], fact.value["answered"]) == ("Möllmann", None)


def test_short_turn_with_a_side_or_question_is_no_statement_besides():
    assert {f.value["speaker"] for f in of("statement", read(DEBATE))} == {"Sievers"}


@pytest.mark.parametrize(
    "text",
    [
        "Wir bitten die Kreisverwaltung um Verständnis und fordern mehr Plätze.",
        "Der Ortschaftsrat hat einstimmig Frau Ortschaftsrätin Ilse Averdieck als Nachrückerin vorgeschlagen.",
        "Die Stadt Brakelsiek unterstützt den Verein durch eine eigene Stelle.",
        "Frau Averdieck schließt die Sitzung und bittet, die Nichtöffentlichkeit herzustellen.",
        "Die Verwaltung hat dem Vorhaben keine Absage erteilt.",
        "Der Bericht beschreibt, wie Städte Zuzug nicht nur verwalten wollen.",
    ],
)
def test_who_is_addressed_nominated_or_at_work_takes_no_side(text):
    assert of("position", read(text)) == []


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("Die Verwaltung schlägt vor, den Antrag abzulehnen.", "Verwaltung", "reject"),
        ("Die Verwaltung schlägt vor, das Budget zu erhöhen.", "Verwaltung", "demand"),
        ("Einer zweiten Umfrage bedarf es aus Sicht der Verwaltung keiner.", "Verwaltung", "reject"),
        ("Frau Averdieck fordert, den Plan zu überarbeiten.", "Averdieck", "demand"),
    ],
)
def test_sides_beside_them_stay(text, actor, stance):
    (fact,) = of("position", read(text))
    assert (fact.value["actor"], fact.value["stance"]) == (actor, stance)


def test_council_that_er_goes_back_to_is_no_person():
    text = "Ratsherr Uhlen (CDU) ist anwesend. Der Gemeinderat stimmt der Vergabe zu. Zudem stimmt er der Option zu."
    assert "Uhlen" not in [f.value["actor"] for f in of("position", read(text))]


def test_question_is_cited_from_its_start():
    (fact,) = of("question", read("1. Wie viele Stellen wurden 2021 beantragt bzw. verlängert?\n"))
    assert fact.evidence[0].quote.startswith("Wie viele Stellen")


@pytest.mark.parametrize(
    "text",
    [
        "Die konstante Nachfrage nach Wohnraum hält an.",
        "Die Grafik geht der Frage nach, ob Zugezogene bleiben.",
        "Die Vorsitzende sagt eine schriftliche Beantwortung der Frage zu.",
        "Adressen können beim Städtetag erfragt werden.",
        "Averdieck, I. (2021): Wohin ziehen die Menschen im Land?",
    ],
)
def test_what_nobody_asks_is_no_question(text):
    assert of("question", read(text)) == []
