"""States in the words of many clerks: a thing, what is said of it, and what must not be taken for a state."""

import time

import pytest

from corpus.evidence import Document, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.states import EXTRACTOR


def read(text: str) -> list[Fact]:
    """The facts of a text under a heading that names the topic: what else is told in a council is left alone."""
    text = f"Kommunales Integrationsmanagement (KIM)\n\n{text}"
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim")).run(EXTRACTOR)


def stages(text: str) -> list[str]:
    return [f.value["stage"] for f in read(text) if f.kind == "status"]


STATES = [
    ("Drei der fünf Stellen im Case Management sind besetzt.", "partly_filled"),
    ("Zwei davon seien zum 1. April besetzt worden.", "partly_filled"),
    (
        "Herr Menke teilt mit, von den acht Stellen im Baustein 2 (Fallmanagement) seien nun sechs besetzt.",
        None,
    ),
    ("Auf die Ausschreibung sind keine geeigneten Bewerbungen eingegangen.", "advertised"),
    ("Für die Teilzeitstelle hat sich trotz zweier Anzeigen niemand gefunden.", "partly_filled"),
    ("Für die Koordination konnte bislang keine Fachkraft gewonnen werden.", "partly_filled"),
    ("Das Personal ist vollzählig an Bord.", "filled"),
    ("Zwei Case Managerinnen haben im Mai ihren Dienst angetreten.", "filled"),
    ("Die Koordinatorin ist seit März im Amt.", "filled"),
    ("Der Stelleninhaber hat zum Jahresende gekündigt.", "partly_filled"),
    ("Die Nachbesetzung wird derzeit vorbereitet.", "not_advertised"),
    ("Mit der Einstellung des restlichen Personals ist im Herbst zu rechnen.", "pending"),
    ("Die Ausschreibungen sind auf dem Weg.", None),
    ("An der Ausschreibung wird zurzeit gearbeitet.", None),
    ("Das Konzept ist in Arbeit.", "in_progress"),
    ("Das Landratsamt feilt noch am Rahmenkonzept.", "in_progress"),
    ("Die Erarbeitung des Handlungskonzepts läuft.", "in_progress"),
    ("Mit der Erarbeitung des Leitfadens wurde begonnen.", "begun"),
    ("Der Entwurf der Geschäftsordnung liegt inzwischen vor.", "done"),
    ("Das Konzept steht noch aus.", "pending"),
    ("Die Fortschreibung wurde zurückgestellt.", "stopped"),
    ("Das Datenschutzkonzept lässt weiter auf sich warten.", "pending"),
    ("Ein Konzept fehlt bislang.", "pending"),
    ("Der Förderantrag wurde am 3. Mai gestellt.", "applied"),
    ("Der Antrag auf Förderung liegt der Bezirksregierung vor.", "applied"),
    ("Über den Förderantrag hat die Bezirksregierung noch nicht befunden.", None),
    ("Der Zuwendungsbescheid ist bislang nicht eingegangen.", "pending"),
    ("Ein Bescheid liegt der Stadt noch nicht vor.", "pending"),
    ("Das Land hat den Förderantrag abgelehnt.", "rejected"),
    ("Die Lenkungsgruppe hat sich konstituiert.", "done"),
    ("Die Steuerungsgruppe tagt vierteljährlich.", "running"),
    ("Ein lenkendes Gremium gibt es bisher nicht.", "pending"),
    ("Der Integrationsrat gehört der Lenkungsgruppe nicht an.", "running"),
    ("Die Migrantenvereine sind in der Steuerungsgruppe mit beratender Stimme vertreten.", "running"),
    ("Die Fachsoftware ist seit Juni im Einsatz.", "running"),
    ("Die Beschaffung der Software verzögert sich.", "delayed"),
    ("Die Evaluation ist abgeschlossen.", "done"),
    ("Die Umsetzung ruht seit dem Frühjahr.", "stopped"),
    ("Die Gespräche mit den Trägern dauern an.", "in_progress"),
    ("Nicht verbrauchte Mittel verfallen zum Jahresende.", "expired"),
    ("Eine Weitergabe der Mittel an freie Träger ist nicht zulässig.", "condition"),
    ("Die Mittel sind zweckgebunden und nicht übertragbar.", "condition"),
    ("Seit Januar erlaubt die Richtlinie die Weitergabe an Träger.", "condition"),
    ("Die Förderung ist bis zum 31.12.2027 befristet.", "ending"),
    ("Die Verträge der Beschäftigten sind bis Jahresende befristet.", "ending"),
    ("Die Koordinierungsstelle ist organisatorisch dem Sozialdezernat zugeordnet.", "in_place"),
    ("Das Case Management wird bei der Ausländerbehörde eingerichtet.", None),
    ("Die Anpassungen sind mit den kreisangehörigen Kommunen abgestimmt.", "agreed"),
    ("Das Programm ist angelaufen.", "begun"),
    ("Der Probebetrieb startete im Februar.", "begun"),
    ("Das Netzwerk befindet sich im Aufbau.", "in_progress"),
    ("Der Personalrat hat noch nicht zugestimmt.", "pending"),
    ("Die Kooperationsvereinbarung mit dem Jobcenter ist unterschrieben.", "done"),
]


@pytest.mark.parametrize(("text", "stage"), STATES)
def test_states_in_the_words_of_many_clerks(text, stage):
    found = stages(text)
    assert len(found) == 1
    assert stage is None or found == [stage]


def test_each_clause_with_a_state_of_its_own_is_a_fact_of_its_own():
    text = "Während die Stellen im Baustein 1 alle besetzt sind, ist im Baustein 2 eine halbe Stelle vakant."
    facts = [f for f in read(text) if f.kind == "status"]
    assert [f.value["stage"] for f in facts] == ["filled", "partly_filled"]
    assert facts[1].evidence[0].quote.startswith("ist im Baustein 2")


NO_STATES = [
    "Die Lenkungsgruppe soll im Herbst eingerichtet werden.",
    "Sollte das Konzept noch nicht vorliegen, wird der Punkt vertagt.",
    "Herr Brüning fragt, ob der Bescheid schon eingegangen ist.",
    "Wie viele Stellen sind derzeit besetzt?",
    "Der Ausschuss bittet darum, die Stellen zügig zu besetzen.",
    "Wenn die Stellen besetzt wären, könnte mehr beraten werden.",
    "Die Niederschrift der letzten Sitzung liegt vor.",
    "Der Antrag der SPD-Fraktion wird abgelehnt.",
    "Abstimmungsergebnis: einstimmig vertagt",
    "Die Sitzung wird für zehn Minuten unterbrochen.",
    "Beschlussvorschlag:\nDas Konzept wird fortgeschrieben.",
    "Die Straße ist seit Mai gesperrt.",
    "Er steht auf dem Standpunkt, dass Beratung wichtig ist.",
]


@pytest.mark.parametrize("text", NO_STATES)
def test_plans_questions_conditions_and_results_are_no_states(text):
    assert stages(text) == []


@pytest.mark.parametrize(
    "piece", ["Konzept noch nicht ", "Stelle, ", "derzeit Antrag ", "Gruppe tagt, ", "Mittel darf"]
)
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 20


GOALS = [
    "Das Vorhaben zielt darauf ab, Verfahren zu beschleunigen.",
    "KIM soll dazu beitragen, dass Zugewanderte schneller Fuß fassen.",
    "Angestrebt wird eine bessere Abstimmung der Ämter.",
    "Die Stadt möchte damit Wartezeiten verkürzen.",
    "Zweck der Förderung ist die Stärkung der Kommunen.",
    "Dadurch sollen Doppelstrukturen vermieden werden.",
    "Mit dem Ziel, Wege zu verkürzen, arbeiten die Ämter zusammen.",
    "Beabsichtigt ist, die Ämter enger zu verzahnen, um Brüche zu vermeiden.",
    "Es geht darum, Menschen früher zu erreichen.",
    "Die Koordinierung dient dazu, Lücken im Hilfesystem zu schließen.",
    "Ziel sei eine Verwaltung aus einem Guss.",
]


@pytest.mark.parametrize("text", GOALS)
def test_goals_in_the_words_of_many_clerks(text):
    assert len([f for f in read(text) if f.kind == "goal"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Die Niederschrift dient zur Kenntnis.",
        "Herr Brüning fragt, welches Ziel verfolgt wird.",
        "Die Stellen sollen zum 1. Mai besetzt werden.",
        "Das Fahrziel ist Münster.",
    ],
)
def test_what_is_no_goal(text):
    assert [f for f in read(text) if f.kind == "goal"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Eine Pflicht zur Teilnahme besteht nicht.", "voluntary_task"),
        ("Die Teilnahme am Programm ist freiwillig.", "voluntary_task"),
        ("Der Kreis nimmt die Aufgabe auf freiwilliger Basis wahr.", "voluntary_task"),
        ("Eine rechtliche Verpflichtung zur Umsetzung gibt es nicht.", "voluntary_task"),
        ("Es handelt sich um keine Pflichtaufgabe der Stadt.", "voluntary_task"),
        ("KIM ist keine kommunale Pflichtaufgabe.", "voluntary_task"),
        ("Die Leistung zählt zum freiwilligen Bereich.", "voluntary_task"),
        ("Die Kommunen sind zur Umsetzung nicht verpflichtet.", "voluntary_task"),
        ("Die Stadt ist kraft Gesetzes zur Aufnahme verpflichtet.", "mandatory_task"),
        (
            "Die Aufgabe ist im Teilhabe- und Integrationsgesetz gesetzlich verankert.",
            "legally_anchored",
        ),
    ],
)
def test_legal_rank_in_other_words(text, kind):
    assert [f.value["kind"] for f in read(text) if f.kind == "legal_status"] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Die Freiwillige Feuerwehr wurde geehrt.",
        "Eine freiwillige Helferin berichtet.",
        "Die Antragsteller sind zur Vorlage der Belege verpflichtet.",
    ],
)
def test_what_is_no_legal_rank(text):
    assert [f for f in read(text) if f.kind == "legal_status"] == []


def test_states_of_other_matters_are_left_alone():
    text = "Die Umsetzung der Baumpflanzungen ruht seit dem Frühjahr."
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    assert Analysis(document, topic_named("kim")).run(EXTRACTOR) == []
