"""Speech told in the passive, by a noun with a light verb, or of many questions at once, as clerks of many towns do."""

import pytest

from corpus.evidence import Document, Evidence, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.speech import EXTRACTOR


def read(text: str) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    place = (Evidence(text_sha256=document.text_sha256, start=0, end=1, quote=text[0]),)
    meeting = Fact(kind="meeting", value={"date": None}, evidence=place, extractor="head", extractor_version=1)
    return Analysis(document, topic_named("kim"), known=[meeting]).run(EXTRACTOR)


def of(kind: str, text: str) -> list[Fact]:
    return [f for f in read(text) if f.kind == kind]


STATEMENTS = [
    ("Von Frau Tegtmeier wird ein Überblick über den Sachstand gegeben.", "Tegtmeier"),
    ("Durch Herrn Dallwig, den Leiter des Amtes, wird die Vorlage erläutert.", "Dallwig"),
    ("Zum Verfahren wird seitens der Verwaltung ausgeführt, dass die Stellen besetzt seien.", "Verwaltung"),
    ("Hierauf wird von Frau Tegtmeier entgegnet, dass dies nicht vorgesehen sei.", "Tegtmeier"),
    ("Von Herrn Dallwig wird nachstehender Bericht erstattet:", "Dallwig"),
    ("Vorgestellt wird die Arbeit der Fachstelle von Frau Tegtmeier.", "Tegtmeier"),
    ("Dem wird durch Herrn Dallwig entgegengehalten, dass der Rat entschieden habe.", "Dallwig"),
    ("Frau Tegtmeier erstattet Bericht über das zweite Jahr.", "Tegtmeier"),
    ("Frau Tegtmeier setzt den Ausschuss über die Ergebnisse in Kenntnis.", "Tegtmeier"),
    ("Herr Dallwig legt über die Arbeit Rechenschaft ab.", "Dallwig"),
    ("Frau Tegtmeier kommt auf die Steuerungsgruppe zu sprechen.", "Tegtmeier"),
    ("Herr Dallwig bringt den Erlass zur Sprache.", "Dallwig"),
    ("Frau Tegtmeier erteilt Auskunft über die Fallzahlen.", "Tegtmeier"),
    ("Frau Tegtmeier steht den Mitgliedern Rede und Antwort.", "Tegtmeier"),
    ("Herr Dallwig vermittelt einen Eindruck von der Arbeit vor Ort.", "Dallwig"),
    ("Frau Tegtmeier zeichnet die Entstehung des Programms nach.", "Tegtmeier"),
    ("Herr Dallwig referiert über den Aufbau der Steuerung.", "Dallwig"),
    ("Frau Tegtmeier lenkt den Blick auf die Wartezeiten.", "Tegtmeier"),
    ("Herr Dallwig macht darauf aufmerksam, dass die Frist ende.", "Dallwig"),
    ("Frau Tegtmeier spricht dem Team ihre Anerkennung aus.", "Tegtmeier"),
    ("Herr Dallwig zollt der Fachstelle Respekt.", "Dallwig"),
    ("Der Fachstelle wird durch Herrn Dallwig der Dank des Ausschusses übermittelt.", "Dallwig"),
    ("Das Wort erhält Frau Tegtmeier vom Sozialamt.", "Tegtmeier"),
    ("Zur Vorlage trägt die Leiterin des Fachdienstes für Soziales, Frau Tegtmeier, vor.", "Tegtmeier"),
    ("Frau Tegtmeier rekapituliert die Schritte seit dem Frühjahr.", "Tegtmeier"),
    ("Herr Dallwig stuft die Zahl als vorläufig ein und gibt an, dass 14 Fälle liefen.", "Dallwig"),
]


@pytest.mark.parametrize(("text", "speaker"), STATEMENTS)
def test_statement_in_any_voice(text, speaker):
    assert speaker in [f.value["speaker"] for f in of("statement", text)]


def test_a_passive_without_its_speaker_goes_back_to_who_has_the_floor():
    text = "Frau Tegtmeier stellt die Arbeit vor. Zum Personal wird mitgeteilt, dass zwei Stellen frei seien."
    assert [f.value["speaker"] for f in of("statement", text)] == ["Tegtmeier", "Tegtmeier"]


@pytest.mark.parametrize(
    "text",
    [
        "Im Erlass wird ausgeführt, dass die Stellen zu besetzen seien.",
        "Die Stellen werden von der Stadt bezahlt.",
        "Die Beratung wird durch das Land gefördert und von der Stadt erbracht.",
        "Die Vorlage wird vertagt.",
        "Von Montag an wird die Beratung angeboten.",
    ],
)
def test_no_statement(text):
    assert not of("statement", text)


POSITIONS = [
    ("Von Ratsherrn Dallwig werden für die UWG-Fraktion Bedenken wegen der Kosten geltend gemacht.", "concern"),
    ("Namens der FDP-Fraktion wird von Herrn Dallwig die Erwartung zum Ausdruck gebracht, dass berichtet werde.",
     "demand"),
    ("Seitens des Ausschusses wird der Beitritt zum Programm gutgeheißen.", "support"),
    ("Durch die SPD-Fraktion wird ein schriftlicher Bericht eingefordert.", "demand"),
    ("Es bleibt bei der von der SPD-Fraktion erbetenen Ergänzung des Beschlusses.", "demand"),
    ("Auf Antrag der SPD-Fraktion wird der Vorschlag um eine Frist erweitert.", "demand"),
    ("KTM Dallwig vertritt die Auffassung, dass die Stellen beim Kreis bleiben müssten.", "demand"),
    ("KTM Dallwig legt die Auffassung der CDU-Fraktion dar, wonach die Stellen beim Kreis zu belassen seien.",
     "demand"),
    ("KTM Dallwig erklärt hierzu das Einverständnis ihrer Fraktion.", "support"),
    ("Die Grünen erteilen dem Vorschlag eine Absage.", "reject"),
    ("Die CDU-Fraktion pflichtet dem bei.", "support"),
    ("Frau Tegtmeier (SPD) legt Wert auf eine gleichmäßige Verteilung.", "demand"),
    ("Herr Dallwig (CDU) wendet ein, dass die Mittel befristet seien.", "concern"),
    ("Herr Dallwig (CDU) meldet Zweifel an der Finanzierung an.", "concern"),
    ("Ratsfrau Tegtmeier hegt Vorbehalte gegen die Befristung.", "concern"),
    ("Die FDP-Fraktion bekundet ihre Unterstützung.", "support"),
    ("Frau Tegtmeier (SPD) beharrt auf einem festen Sitz.", "demand"),
    ("Die AfD-Fraktion verweigert dem Vorhaben die Zustimmung.", "reject"),
    ("RM Dallwig macht die Linie der FDP-Fraktion klar: Die Stellen gehören in städtische Hand.", "demand"),
    ("Dies wird von Herrn Dallwig für seine Fraktion mit Genugtuung vermerkt.", "support"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stance"), POSITIONS)
def test_position_in_any_voice(text, stance):
    assert stance in [f.value["stance"] for f in of("position", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Das Land fordert einen Verwendungsnachweis.",
        "Die Stelle wird von der Stadt beantragt und vom Land bewilligt.",
        "Bedenken wurden nicht vorgebracht.",
        "Auf Antrag kann die Frist verlängert werden.",
    ],
)
def test_no_position(text):
    assert not of("position", text)


QUESTIONS = [
    ("Von Frau Tegtmeier wird um Auskunft über die Fallzahlen ersucht.", "Tegtmeier"),
    ("Herr Dallwig wünscht zu erfahren, wann die Stellen besetzt werden.", "Dallwig"),
    ("Herr Dallwig wünscht in Erfahrung zu bringen, ob auch Jugendliche begleitet werden.", "Dallwig"),
    ("Von Herrn Dallwig wird die Frage aufgeworfen, inwieweit der Ausschuss beteiligt sei.", "Dallwig"),
    ("KTM Tegtmeier begehrt Auskunft, welchen Kommunen Mittel bewilligt worden sind.", "Tegtmeier"),
    ("KTM Tegtmeier ersucht darum, die Mitglieder des Lenkungskreises zu benennen.", "Tegtmeier"),
    ("Frau Tegtmeier ist an einer Auskunft über den Fortgang der Besetzung gelegen.", "Tegtmeier"),
    ("Frau Tegtmeier wünscht in der Niederschrift festgehalten zu sehen, aus wem sich die Gruppe zusammensetze.",
     "Tegtmeier"),
    ("Herr Dallwig richtet an die Verwaltung die Frage, wer die Kosten trage.", "Dallwig"),
    ("Frau Tegtmeier stellt eine Nachfrage zur Dauer der Förderung.", "Tegtmeier"),
    ("Herr Dallwig erbittet Angaben zur Zahl der Bewerbungen.", "Dallwig"),
    ("Frau Tegtmeier hat eine Frage zur Dauer der Förderung.", "Tegtmeier"),
    ("Durch Herrn Dallwig wird nachgefragt, ob die Stellen befristet seien.", "Dallwig"),
    ("Herr Dallwig erbat Aufschluss darüber, ob die Stellen befristet seien.", "Dallwig"),
    ("Herr Dallwig hakt nach, ob die Stellen befristet seien.", "Dallwig"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asker"), QUESTIONS)
def test_question_in_any_voice(text, asker):
    assert asker in [f.value["asked_by"] for f in of("question", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Fragen des Ausschusses betreffen die Zahl der Fälle, die den Kräften zuzumuten sei, die Abgrenzung zum "
        "Kreis sowie die Art der Beteiligung.",
        "Nachfragen der Mitglieder galten der Zahl der Fälle, der Abgrenzung zum Kreis und der Art der Beteiligung.",
        "Gefragt wurde nach der Zahl der Fälle, nach der Abgrenzung zum Kreis und nach der Art der Beteiligung.",
        "Auf Befragen nimmt Frau Tegtmeier Stellung zu\na) der Zahl der Fälle,\nb) der Abgrenzung zum Kreis,\n"
        "c) der Art der Beteiligung.\n",
        "Aus dem Ausschuss wurden folgende Fragen gestellt:\n- Zahl der Fälle je Stelle\n- Abgrenzung zum Kreis\n"
        "- Art der Beteiligung\n",
    ],
)
def test_each_of_several_questions_is_one(text):
    assert len(of("question", text)) == 3


def test_questions_joined_by_and_are_two_where_they_ask_different_things():
    text = "Frau Tegtmeier fragt, ob alle Stellen besetzt seien und welches Amt zuständig sei."
    assert len(of("question", text)) == 2
    assert len(of("question", "Frau Tegtmeier fragt, ob sie besetzt seien und ob dies so bleibe.")) == 1


SIDES = [
    ("Die CDU ist dafür.", "support"),
    ("Die CDU ist gegen die Stellen.", "reject"),
    ("RM Kötter (CDU) ist skeptisch.", "concern"),
    ("Der FDP geht das zu schnell.", "concern"),
    ("Den Grünen fehlt ein Zeitplan.", "concern"),
    ("Der CDU ist wichtig, dass die Stellen beim Kreis bleiben.", "demand"),
    ("Der SPD-Fraktion kommt es darauf an, dass berichtet wird.", "demand"),
    ("Bei der CDU stößt der Plan auf Zustimmung.", "support"),
    ("Skepsis herrscht bei der FDP.", "concern"),
    ("Für die UWG kommt das nicht infrage.", "reject"),
    ("Geht es nach der CDU, bleiben die Stellen beim Kreis.", "demand"),
    ("Die CDU will, dass die Stellen beim Kreis bleiben.", "demand"),
    ("Die Grünen hätten gern einen Bericht.", "demand"),
    ("Die CDU kann dem nicht folgen.", "reject"),
    ("Damit kann die FDP leben.", "support"),
    ("Die SPD stellt sich hinter das Vorhaben.", "support"),
    ("RM Kötter (FDP) betont, die Stellen müssten beim Kreis bleiben.", "demand"),
    ("RM Kötter (FDP): Die Stellen müssen beim Kreis bleiben.", "demand"),
    ("KA Kötter erklärt für die CDU-Fraktion, die Stellen sollten beim Kreis verbleiben.", "demand"),
    ("RM Kötter (FDP) meint, die Kosten seien zu hoch.", "concern"),
    ("Die Mehrheit des Ausschusses steht hinter dem Vorhaben.", "support"),
    ("Das Vorhaben findet die Zustimmung der CDU.", "support"),
]


@pytest.mark.parametrize(("text", "stance"), SIDES)
def test_side_without_a_verb_of_stance(text, stance):
    assert stance in [f.value["stance"] for f in of("position", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Frau Tegtmeier führt aus, die Stellen müssten noch ausgeschrieben werden.",
        "Die SPD stellt im Ausschuss sechs Mitglieder.",
        "Das Land will die Pauschale erhöhen.",
        "Die Verwaltung ist für die Auszahlung zuständig.",
    ],
)
def test_no_side(text):
    assert not of("position", text)


@pytest.mark.parametrize(
    "text",
    [
        "Wissen will RM Kötter, ob die Stellen befristet sind.",
        "RM Kötter wüsste gern, ob die Stellen befristet sind.",
        "RM Kötter ist unklar, ob die Stellen befristet sind.",
        "RM Kötter bittet zu klären, ob die Stellen befristet sind.",
        "RM Kötter spricht die Frage an, wer die Kosten trägt.",
        "RM Kötter möchte eine Liste der Träger im Protokoll sehen.",
        "RM Kötter bittet um eine Liste der Träger.",
    ],
)
def test_question_in_everyday_words(text):
    assert [f.value["asked_by"] for f in of("question", text)] == ["Kötter"]
