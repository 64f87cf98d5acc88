"""Statements, positions, questions and commitments, from sentences of invented councils."""

import time

import pytest

from corpus.evidence import Document, Evidence, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.due_times import due
from extractors.question_parts import split
from extractors.speech import EXTRACTOR


def read(text: str, date: str | None = None) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    place = (Evidence(text_sha256=document.text_sha256, start=0, end=1, quote=text[0]),)
    meeting = Fact(kind="meeting", value={"date": date}, evidence=place, extractor="head", extractor_version=1)
    return Analysis(document, topic_named("kim"), known=[meeting] if date else []).run(EXTRACTOR)


def of(kind: str, facts: list[Fact]) -> list[Fact]:
    return [f for f in facts if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("Frau Ostendorp stellt den Zwischenstand vor.", "Ostendorp", "presents"),
        ("Herr Wübbels, der Leiter des Jobcenters, berichtet über die Lage.", "Wübbels", "reports"),
        ("Im Anschluss beantwortet Frau Ostendorp Fragen der Mitglieder.", "Ostendorp", "answers"),
        ("KA Brüning nimmt Bezug auf die Vorlage.", "Brüning", "refers"),
        ("Dezernentin Hövel hebt die gute Zusammenarbeit hervor.", "Hövel", "emphasises"),
        ("Herr Wübbels gibt einen Ausblick auf das kommende Jahr.", "Wübbels", "previews"),
        ("Die Ausschussmitglieder danken der Verwaltung für die Arbeit.", "Ausschussmitglieder", "thanks"),
        ("Auf Nachfrage von Herrn Wübbels teilt Frau Ostendorp mit, dass dies gelte.", "Ostendorp", "answers"),
        ("Der Betrag sei ausreichend, so Kämmerer Terhorst.", "Terhorst", "informs"),
        ("Die Sitzung begrüßt auch Frau Hövel, die über das Projekt berichtet.", "Hövel", "reports"),
    ],
)
def test_statement_has_its_speaker_and_act(text, speaker, act):
    (fact,) = of("statement", read(text))
    assert (fact.value["speaker"], fact.value["act"]) == (speaker, act)


def test_pronouns_go_back_by_gender():
    text = (
        "Frau Ostendorp erläutert das Vorhaben. Herr Wübbels dankt ihr. Sie betont den Nutzen. Er verweist auf Kosten."
    )
    told = [(f.value["speaker"], f.value["act"]) for f in of("statement", read(text))]
    assert told[2:] == [("Ostendorp", "emphasises"), ("Wübbels", "refers")]


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("Die FDP-Fraktion begrüßt das Vorhaben.", "FDP-Fraktion", "support"),
        ("Ratsfrau Menke (SPD) fordert mehr Stellen.", "Menke (SPD)", "demand"),
        ("RM Olbrich (CDU) lehnt den Antrag für seine Fraktion ab.", "CDU-Fraktion", "reject"),
        ("Herr Wübbels äußert Bedenken gegen die Befristung.", "Wübbels", "concern"),
        ("KA Hövel betont, es sei der Wunsch der SPD-Fraktion, dass die Stellen bleiben.", "SPD-Fraktion", "demand"),
    ],
)
def test_position_has_actor_and_stance(text, actor, stance):
    (fact,) = of("position", read(text))
    assert (fact.value["actor"], fact.value["stance"]) == (actor, stance)


@pytest.mark.parametrize(
    "text",
    [
        "Die Vorsitzende Frau Hövel begrüßt Herrn Wübbels vom Kreis.",
        "Der Kreis kann drei Stellen beantragen.",
        "Junge Leute werden durch zwei Programme unterstützt.",
        "Der geforderte Bericht liegt vor.",
        "Das Land hat die Strategie im Juli vorgestellt.",
    ],
)
def test_greetings_offices_and_adjectives_say_nothing(text):
    assert [f for f in read(text) if f.kind in ("position", "statement")] == []


def test_a_list_of_questions_is_split():
    text = (
        "Die Mitglieder wollen wissen, wie viele Fälle es gibt, wann die Stellen besetzt werden und ob der Rat "
        "beteiligt wird. Frau Ostendorp antwortet, es seien 40 Fälle."
    )
    found = of("question", read(text))
    assert [f.evidence[0].quote for f in found] == [
        "wie viele Fälle es gibt",
        "wann die Stellen besetzt werden",
        "ob der Rat beteiligt wird",
    ]
    assert {f.value["answered_by"] for f in found} == {"Ostendorp"}


def test_only_the_last_question_is_answered_when_the_text_says_so():
    text = (
        "Frau Menke und Herr Ahlers fragen nach den Kosten, nach dem Zeitplan sowie nach der Beteiligung des Rates. "
        "Zur letzten Frage teilt Frau Ostendorp mit, der Rat werde beteiligt."
    )
    found = of("question", read(text))
    assert [f.value["answered"] for f in found] == [None, None, True]
    assert found[0].value["asked_by"] == "Menke, Ahlers"


def test_questions_that_nobody_is_named_for():
    text = (
        "Herr Wübbels beantwortet Fragen aus dem Beirat. Angesprochen werden die Kosten, Fragen zum Personal, "
        "sowie zur Dauer."
    )
    quotes = [f.evidence[0].quote for f in of("question", read(text))]
    assert quotes == ["die Kosten", "Fragen zum Personal", "zur Dauer"]


def test_two_halves_are_one_question_and_an_unanswered_one_is_said_to_be():
    text = "KA Brüning fragt, ob alle Stellen besetzt seien und ob es Wartezeiten gebe. Diese Zahl liegt nicht vor."
    (fact,) = of("question", read(text))
    assert fact.value["answered"] is False


def test_split_leaves_single_questions_alone():
    assert split(" um Mitteilung, wer Mitglied ist") == []


@pytest.mark.parametrize(
    ("text", "who", "due_", "firm"),
    [
        ("Frau Hövel sichert eine Liste bis zum 31.03.2023 zu.", "Hövel", "2023-03-31", True),
        ("Die Verwaltung wird im März erneut berichten.", "Verwaltung", "2023-03", True),
        ("Ein Treffen soll voraussichtlich im Mai 2023 stattfinden.", None, "2023-05", False),
        (
            "Das Kommunale Integrationszentrum hat dem Ausschuss einen Bericht vorzulegen.",
            "Kommunale Integrationszentrum",
            None,
            True,
        ),
        ("Die Fraktionen werden darüber zeitnah in Kenntnis gesetzt.", None, None, True),
        ("Hierzu wird ein gesonderter Termin vereinbart.", None, None, True),
    ],
)
def test_commitment_has_who_and_when(text, who, due_, firm):
    (fact,) = of("commitment", read(text, "2022-11-08"))
    assert (fact.value["who"], fact.value["due"], fact.value["firm"]) == (who, due_, firm)


@pytest.mark.parametrize(
    "text",
    [
        "Der Bescheid werde im September erwartet.",
        "Das Land hat im Juli 2019 die Strategie vorgelegt.",
        "KA Brüning fragt, wann der Bericht im Mai vorgelegt wird.",
        "Die Lotsen haben die Aufgabe, junge Leute aufzusuchen und Wege aufzuzeigen.",
        "Eine Stelle ist seit Mai vakant und wird erneut ausgeschrieben.",
    ],
)
def test_no_commitment_in_expectations_questions_and_the_past(text):
    assert of("commitment", read(text)) == []


def test_due_dates():
    assert due("30.4.24", None) == "2024-04-30"
    assert due("3. Mai 2024", None) == "2024-05-03"
    assert due("im ersten Quartal 2025", None) == "2025-03"
    assert due("im Mai", None) is None
    assert due("31.02.2024", None) is None


@pytest.mark.parametrize(
    "piece", ["Herr Ab fragt, wie es ist. ", "stellt ", "fragt, ob ", "wird vereinbart ", "hat a, "]
)
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 20


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("Herr Abt (SPD) hält den Ansatz für überzogen.", "Abt (SPD)", "reject"),
        ("Frau Ruhl (FDP) gibt zu bedenken, dass die Mittel befristet seien.", "Ruhl (FDP)", "concern"),
        ("Frau Ruhl (FDP) findet die Idee gut.", "Ruhl (FDP)", "support"),
        ("Ratsfrau Ruhl (CDU) kündigt Zustimmung an.", "Ruhl (CDU)", "support"),
        ("Der Personalrat lehnt die Umsetzung ab.", "Personalrat", "reject"),
        ("Personalrat: einverstanden", "Personalrat", "support"),
        ("Die Kritik des Beirats wurde aufgenommen.", "Beirats", "concern"),
    ],
)
def test_positions_in_other_words(text, actor, stance):
    assert [(f.value["actor"], f.value["stance"]) for f in of("position", read(text))] == [(actor, stance)]


def test_who_contradicts_a_refusal_supports():
    found = of("position", read("Herr Abt (SPD) hält den Ansatz für überzogen. Frau Ruhl (CDU) widerspricht."))
    assert [f.value["stance"] for f in found] == ["reject", "support"]


def test_labels_tell_who_asks_and_answers():
    found = read("Bork: Stand der Ausschreibung? - Verw.: läuft, zwei Bewerbungen.")
    (question,), (statement,) = of("question", found), of("statement", found)
    assert (question.value["asked_by"], question.value["answered_by"]) == ("Bork", "Verw.")
    assert statement.value["act"] == "answers"


def test_a_list_of_names_is_no_speech():
    assert read("SPD: Abt, Ruhl, Wübbels\nVerwaltung: Frau Dr. Bork, Herr Timm") == []


def test_written_questions_and_answers():
    text = "Frage 1: Wie viele Stellen gibt es?\nAntwort: Drei.\n\nFrage 2: Seit wann?\nAntwort: Dazu keine Angaben.\n"
    assert [f.value["answered"] for f in of("question", read(text))] == [True, False]


def test_an_office_promises():
    (fact,) = of("commitment", read("Die Verwaltung sagt einen Bericht bis Mai 2023 zu."))
    assert (fact.value["who"], fact.value["due"]) == ("Verwaltung", "2023-05")


def test_the_next_item_of_a_list_is_no_answer():
    text = (
        "Aus der Bürgerschaft:\n\n- Frau Ostendorp fragt, wann der Radweg saniert wird.\n"
        "- Herr Wübbels teilt mit, dass die Laterne am Markt flackert.\n"
    )
    (asked,) = of("question", read(text))
    assert (asked.value["answered"], asked.value["answered_by"]) == (None, None)


def test_an_answer_may_stand_in_the_next_item_where_it_says_that_it_is_one():
    text = (
        "Verlauf:\n\n- Frau Ostendorp fragt, wann der Radweg saniert wird.\n"
        "- Herr Wübbels antwortet, dass er im Mai saniert wird.\n"
    )
    (asked,) = of("question", read(text))
    assert (asked.value["answered"], asked.value["answered_by"]) == (True, "Wübbels")
