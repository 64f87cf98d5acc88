"""Constructs that clerks word in many ways, each with what only looks like it: questions, seats, events, states."""

import pytest

from corpus.evidence import Document, Evidence, Fact
from extractors import topic_named
from extractors.analysis import Analysis, Extractor
from extractors.events import EXTRACTOR as EVENTS
from extractors.groups import EXTRACTOR as GROUPS
from extractors.modules import EXTRACTOR as MODULES
from extractors.outcome_frames import of_motion
from extractors.references import EXTRACTOR as REFERENCES
from extractors.speech import EXTRACTOR as SPEECH
from extractors.states import EXTRACTOR as STATES

KIM = "Kommunales Integrationsmanagement (KIM)\n\n"


def kinds(extractor: Extractor, text: str, kind: str) -> list[Fact]:
    """The facts of a kind in a text under a heading that names the topic, said on a day of May 2024."""
    text = KIM + text
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    place = (Evidence(text_sha256=document.text_sha256, start=0, end=1, quote=text[0]),)
    meeting = Fact(kind="meeting", value={"date": "2024-05-23"}, evidence=place, extractor="head", extractor_version=1)
    facts = Analysis(document, topic_named("kim"), known=[meeting]).run(extractor)
    return [f for f in facts if f.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "In der Aussprache erkundigen sich Frau Kolb, Herr Yilmaz und Herr Brand danach, wie lange es Geld gibt.",
        "Nach den Kosten fragen Herr Brand und Frau Kolb.",
        "Anschließend fragten RM Kolb und RM Brand, wer die Stelle bezahlt.",
        "Frau Kolb möchte hören, was aus den Stellen geworden sei.",
        "Ratsherr Brand will hören, wann der Bericht kommt.",
    ],
)
def test_several_who_ask_and_who_want_to_hear(text: str) -> None:
    assert kinds(SPEECH, text, "question")


def test_each_of_a_list_of_questions_is_one() -> None:
    text = (
        "Es erkundigen sich Frau Kolb und Herr Brand danach, wie man sich mit dem Kreis abstimme, ob auch Geduldete "
        "beraten werden könnten und in welchen Gremien der Beirat vertreten sei."
    )
    assert len(kinds(SPEECH, text, "question")) == 3


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Herr Brand (CDU) bezeichnet den Aufbau als erfreulich.", "support"),
        ("Frau Kolb (SPD) nennt das Erreichte einen Erfolg.", "support"),
        ("Ratsfrau Kolb bezeichnet das Netzwerk als Gewinn.", "support"),
        ("Herr Brand (FDP) stört sich an der langen Laufzeit.", "concern"),
        ("Herr Brand (FDP) tut sich mit der Vorlage schwer.", "concern"),
        ("Die Verwaltung hält an dem Vorschlag gleichwohl fest.", "reject"),
        ("Die Verwaltung hält daran aus Gründen der Sparsamkeit dennoch fest.", "reject"),
        ("Der Vorsitzende hält die Beschlussfähigkeit fest.", None),
        ("Die Tür stört den Betrieb.", None),
    ],
)
def test_stances(text: str, stance: str | None) -> None:
    assert [f.value["stance"] for f in kinds(SPEECH, text, "position")] == ([stance] if stance else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ein Sprechtag alle drei Wochen sei verabredet.",
        "Bis zur Sommerpause soll ein Vertrag mit dem Jobcenter geschlossen werden.",
        "Vor den Herbstferien sollen die Verträge geschlossen werden.",
        "Sobald der Bescheid vorliegt, erhalten die Fraktionen Nachricht.",
        "Sobald die Zahlen vorliegen, informiert die Verwaltung den Ausschuss.",
    ],
)
def test_promises(text: str) -> None:
    assert kinds(SPEECH, text, "commitment")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Die Verwaltung sagt zu, die Folien beizufügen und den Ausschuss im Herbst erneut zu unterrichten.", 2),
        ("Frau Kolb sichert zu, die Zahlen nachzureichen sowie im Mai über die Kosten zu berichten.", 2),
        ("Frau Kolb sagt zu, die Frage zu prüfen und zu beantworten.", 1),
        ("Herr Brand sagt zu, das Protokoll zu ergänzen.", 1),
        ("KVD Brand kündigt an, das Thema in der Lenkungsgruppe aufzurufen.", 1),
        ("Ltd. KVD Kolb sagt zu, die Liste nachzureichen.", 1),
    ],
)
def test_each_promise_of_one_verb(text: str, count: int) -> None:
    assert len(kinds(SPEECH, text, "commitment")) == count


@pytest.mark.parametrize(
    "text",
    [
        "Wie im Vorjahr vereinbart, war der Bericht kurz.",
        "Sobald Kinder zur Schule gehen, sinkt der Aufwand.",
        "Bis zur Sommerpause war die Stelle besetzt.",
    ],
)
def test_no_promises(text: str) -> None:
    assert not kinds(SPEECH, text, "commitment")


@pytest.mark.parametrize(
    "text",
    [
        "Der Lenkungsgruppe gehöre die Vorsitzende des Integrationsrats bereits an.",
        "Der Lenkungsgruppe gehört der Leiter des Jobcenters an.",
        "Die Lenkungsgruppe tagte dreimal. Der Integrationsrat ist darin durch seine Vorsitzende vertreten.",
        "Der Caritasverband ist in der Lenkungsgruppe durch die Geschäftsführerin vertreten.",
    ],
)
def test_seats(text: str) -> None:
    assert len(kinds(GROUPS, text, "body_member")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Herr Brand fragt, ob der Lenkungsgruppe die Vorsitzende des Beirats angehöre.",
        "Der Lenkungsgruppe gehören sieben Ämter an.",
        "Die Lenkungsgruppe tagte dreimal. Der Rat wurde vertreten.",
    ],
)
def test_no_seats(text: str) -> None:
    assert not kinds(GROUPS, text, "body_member")


@pytest.mark.parametrize(
    "text",
    [
        "Für das Gesetz bilde sich gerade eine Projektgruppe.",
        "Das Thema Wohnen wurde in der AG „Wohnen“ aufgearbeitet.",
        "Mit den Wartezeiten befasst sich die Arbeitsgruppe Sprache.",
    ],
)
def test_working_groups_that_do_something(text: str) -> None:
    assert [f.value["kind"] for f in kinds(GROUPS, text, "body")] == ["project_group"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Seit Februar kommen die Fachkonferenzen regelmäßig zusammen.", ["2024-02"]),
        ("Die siebte Stelle ist seit Mitte Januar ausgeschrieben.", ["2024-01"]),
        ("Seit Anfang November 2023 arbeitet das Team in neuen Räumen.", ["2023-11"]),
        (
            "Am 03.02.2020 traf der Bescheid ein, den der Kreis mit Schreiben vom 04.01.2020 beantragt hatte.",
            ["2020-02-03", "2020-01-04"],
        ),
        ("Im Juni wird erfahrungsgemäß viel geheiratet.", []),
    ],
)
def test_days_and_months_that_are_told(text: str, days: list[str]) -> None:
    assert [f.value["date"] for f in kinds(EVENTS, text, "event")] == days


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Mit dem Jobcenter habe man Absprachen getroffen.", "agreed"),
        ("Zur Anerkennung von Abschlüssen wurden mit der Kammer Vereinbarungen getroffen.", "agreed"),
        ("Mit den Wohlfahrtsverbänden ist die Verwaltung hierüber im Gespräch.", "in_progress"),
        ("Mit dem Verein steht das Amt in Verhandlungen.", "in_progress"),
        ("Nach dem Rat des Ministeriums gehören die neuen Kräfte in die Nähe des KI.", "recommendation"),
        ("Auf Empfehlung des Landes liegt die Koordinierung beim Sozialamt.", "recommendation"),
        ("Absprachen werden nicht getroffen.", None),
    ],
)
def test_states(text: str, stage: str | None) -> None:
    found = [f.value["stage"] for f in kinds(STATES, f"Kommunales Integrationsmanagement\n\n{text}", "status")]
    assert (found == [stage]) if stage else ("agreed" not in found)


def test_parts_of_a_programme_in_a_list_that_calls_them_no_modules() -> None:
    text = "Das Landesprogramm gliedert sich wie folgt:\n\n1. Beratung\n2. Kurse\n3. Begleitung in Arbeit\n"
    assert [f.value["label_raw"] for f in kinds(MODULES, text, "module")] == [
        "Beratung",
        "Kurse",
        "Begleitung in Arbeit",
    ]


@pytest.mark.parametrize(
    "text",
    ["Der Vortrag gliedert sich so:\n\n1. Lage\n2. Ausblick\n", "Zum Programm wurde gesagt:\n\n1. Gut\n2. Teuer\n"],
)
def test_other_lists_are_no_modules(text: str) -> None:
    assert not kinds(MODULES, text, "module")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Der Beschluss ergeht einstimmig", "angenommen"),
        ("Der Beschluss erging ohne Gegenstimme", "angenommen"),
        ("Die Entscheidung fiel mehrheitlich", "angenommen"),
        ("Die Beschlussfassung erfolgt mit 9 Ja-Stimmen", "angenommen"),
        ("Der Beschluss ergeht schriftlich", None),
        ("Die Einladung erfolgt mit einer Frist von zwei Wochen", None),
    ],
)
def test_a_decision_that_is_passed(text: str, phrase: str | None) -> None:
    assert of_motion(text) == phrase


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Der Kreisausschuss hatte in seiner Sitzung vom 11.02.2020 (TOP 9) verlangt, dass berichtet wird.",
            "2020-02-11",
        ),
        ("Der Sozialausschuss hat in seiner Sitzung am 3.3.2021 um Zahlen gebeten.", "2021-03-03"),
        ("Der Sozialausschuss soll in seiner Sitzung am 3.3.2025 beraten.", None),
    ],
)
def test_meetings_that_asked_for_something(text: str, day: str | None) -> None:
    found = [f.value["date"] for f in kinds(REFERENCES, text, "reference") if f.value["kind"] == "meeting"]
    assert found == ([day] if day else [])
