"""Speech in everyday and indirect words: who says it behind what is said, sides in indirect speech and in own words."""

import pytest

from corpus.evidence import Document, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.speech import EXTRACTOR


def of(kind: str, text: str) -> list[Fact]:
    """The facts of a kind in a text under a heading that names the topic."""
    text = "Kommunales Integrationsmanagement (KIM)\n\n" + text
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f for f in Analysis(document, topic_named("kim")).run(EXTRACTOR) if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Beim ersten Baustein dürfe der Kreis Selm vier Stellen beantragen, erklärte Herr Vossen.", "Vossen"),
        ("Die Verwaltung habe das geprüft, sagte Bürgermeister Klein.", "Klein"),
        ("Frau Brand zufolge sind zwei Stellen besetzt.", "Brand"),
        ("Dem Dezernenten Brand zufolge sind zwei Stellen besetzt.", "Brand"),
        ("Die Leiterin des KI, Frau Brand, erläutert den Stand.", "Brand"),
        ("Herr Brand (Kreis Soest), Leiter des KI, stellt KIM vor.", "Brand"),
        ("Antwort Verwaltung: Es gibt zwölf Stellen.", "Verwaltung"),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert [f.value["speaker"] for f in of("statement", text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Frau Kolb fragt, ob das Geld reicht. Herr Brand bejaht dies.",
        "Kreisdirektor Brand will dies besprechen und in der Sitzung am 07.09.2022 darüber berichten.",
        "Die Verwaltung wird im ersten Quartal 2025 mit den Trägern sprechen.",
        "Zum Vergleich führt Herr Brand an, dass der Kreis Selm 14 Stellen habe.",
        "Frau Yıldız: Welche Aufgaben bleiben beim Kreis? Antwort: Maßgebend sei die Vereinbarung.",
        "Das Ergebnis teilt Herr Brand in der nächsten Sitzung mit.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert of("statement", text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("KTM Brand (CDU) erwidert, dass die CDU-Fraktion unbefristete Verträge befürworten würde.", "support"),
        ("RM Frau Kolb sagte, die SPD-Fraktion lege Wert darauf, dass das Team bei der Stadt bleibe.", "demand"),
        ("Frau Kolb berichtet, die Gemeinden trügen den Plan mit.", "support"),
        ("Gewünscht wurde ein halbjährlicher Bericht.", "demand"),
        ("Kritisiert wird, dass die Stellen befristet sind.", "concern"),
        ("Die CDU-Fraktion macht ihre Zustimmung von einer Befristung abhängig.", "demand"),
        ("Die FDP stimmt nur unter der Bedingung zu, dass die Stellen befristet werden.", "demand"),
        ("Die CDU könne das nicht mittragen, so Herr Brand.", "reject"),
        ("Frau Kolb (SPD) hatte dagegen ein wenig Bauchschmerzen, weil das Land aussteigen könne.", "concern"),
        ("RM Frau Kolb (SPD) sagte für ihre Fraktion, sie finde es prima, dass die Stadt mitmache.", "support"),
        ("RM Brand (FDP) wunderte sich, vor zwei Jahren sei noch von zwölf Stellen die Rede gewesen.", "concern"),
        ("KTM Brand (CDU) hielt ihr vor, damals habe da noch etwas anderes gestanden.", "concern"),
        ("Frau Kolb (SPD) sieht das anders.", "concern"),
        ("Herr Brand (CDU) warf ein, für die Stellen müsse der Kreis womöglich allein geradestehen.", "concern"),
        ("Die CDU-Fraktion bittet in ihrem Antrag um eine Darstellung, wie weit man mit dem KIM ist.", "demand"),
        ("Ob der Kreis gleich zehn Leute einstellen solle, wie SE Frau Kolb vorschlug, ließ er offen.", "demand"),
        ("Kolb (SPD): Das ist ein guter Plan.", "support"),
        ("Kolb (SPD): Wir wollen die Stellen nicht.", "reject"),
        ("Frau Kolb (SPD): Uns geht das zu schnell.", "concern"),
        ("Stadtrat Kolb (SPD): Vielen Dank. Wir stimmen dem Ergänzungsantrag nicht zu.", "reject"),
        ("Stadtrat Kolb (SPD): Meine Fraktion wird diesem Antrag zustimmen.", "support"),
        ("Stadtrat Kolb (SPD): Dem können wir so nicht folgen.", "reject"),
        ("Stadtrat Kolb (SPD): Deswegen begrüßen wir das Programm ausdrücklich.", "support"),
        ("Stadtrat Kolb (SPD): Wir erwarten bis Mai einen Bericht.", "demand"),
        ("Aus Sicht der FDP wäre eine Befristung besser.", "demand"),
        ("Für die SPD ist entscheidend, dass die Stellen unbefristet sind.", "demand"),
        ("Die Wohlfahrtsverbände sehen sich übergangen.", "concern"),
        ("Herr Brand (CDU) äußerte, er halte nichts von dem Vorschlag.", "reject"),
        ("Der Kreis hält zwölf Stellen vor.", None),
        ("Herr Brand teilt mit, dass die Verwaltung die Mittel beantragen werde.", None),
        ("Herr Brand berichtet, dass das Land die Stellen fördere.", None),
        ("Kreisdirektor Brand will dies mit den Mitgliedern besprechen.", None),
        ("Frau Brand (Verwaltung): Wir haben vier Stellen besetzt und gehen im Mai an den Start.", None),
        ("Ktabg. Brand (CDU) möchte abschließend hören, was aus den Plänen geworden sei.", None),
    ],
)
def test_sides(text: str, stance: str | None) -> None:
    assert {f.value["stance"] for f in of("position", text)} == ({stance} if stance else set())


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Ob der Beirat irgendwo mit am Tisch sitze, wollte schließlich SE Pauly noch hören.", "Pauly"),
        ("Wann die Lenkungsgruppe denn nun komme, fragte KTM Frau Roggen.", "Roggen"),
        ("RM Laak bat darum, ins Protokoll zu schreiben, wer eigentlich in der Runde sitzt.", "Laak"),
        ("Was aus den Stellen geworden sei, hätte RM Laak auch noch gern gewusst.", "Laak"),
    ],
)
def test_who_asks(text: str, asker: str) -> None:
    assert [f.value["asked_by"] for f in of("question", text)] == [asker]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Frau Kolb fragt, ob alle Stellen bereits ausgeschrieben sind und ob dies intern oder extern erfolgt ist.", 2),
        ("Frau Kolb fragt, ob alle Stellen bereits ausgeschrieben sind oder ob man noch auf den Bescheid wartet.", 1),
        ("Die SPD-Fraktion hat mit Schreiben vom 11.08.2021 eine Anfrage zur Integration gestellt.", 0),
        ("Mehr wollte niemand wissen.", 0),
        ("Worum geht's?\n\nDas Land fördert Stellen.", 0),
    ],
)
def test_how_many_questions(text: str, count: int) -> None:
    assert len(of("question", text)) == count


def test_questions_in_a_table_and_whether_they_are_answered() -> None:
    text = (
        "Nr. | Frage | Antwort\n---|---|---\n1 | Wie viele Stellen gibt es? | Zwölf.\n2 | Wer zahlt das? |"
        " Liegt nicht vor.\n"
        "3 | Personal (neu?) | 2\n"
    )
    assert [f.value["answered"] for f in of("question", text)] == [True, False]


def test_slides_sent_before_are_referred_to() -> None:
    text = "Herr Brand berichtet. Die Folien dazu habe das KI schon vorige Woche herumgemailt."
    assert [f.value["act"] for f in of("statement", text)] == ["reports", "refers"]
