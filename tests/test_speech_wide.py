"""Statements, positions, questions and commitments in the words of many clerks, and what only looks like them."""

import time

import pytest

from corpus.evidence import Document, Evidence, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.speech import EXTRACTOR


def read(text: str, date: str | None = None) -> list[Fact]:
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    place = (Evidence(text_sha256=document.text_sha256, start=0, end=1, quote=text[0]),)
    meeting = Fact(kind="meeting", value={"date": date}, evidence=place, extractor="head", extractor_version=1)
    return Analysis(document, topic_named("kim"), known=[meeting] if date else []).run(EXTRACTOR)


POSITIONS = [
    ("KA Schröder (CDU) begrüßt den Aufwuchs im Case Management.", "support"),
    (
        "KA Schröder (CDU) begrüßt den Aufwuchs, mahnt aber, der Kreis dürfe nicht auf den Kosten sitzen bleiben.",
        "concern",
    ),
    ("Dass die Stadt mitmacht, heißen die Mitglieder des Ausschusses gut.", "support"),
    ("Ratsherr Brüning stellt den Änderungsantrag, zwei weitere Stellen einzurichten.", "demand"),
    (
        "Die Wohlfahrtsverbände haben mit Schreiben vom 7. September darum gebeten, drei Stellen "
        "selbst besetzen zu dürfen.",
        "demand",
    ),
    ("Dem kann nach Auffassung der Verwaltung nicht entsprochen werden.", "reject"),
    ("Den Wunsch von Frau Menke, mit Stimmrecht vertreten zu sein, nimmt die Gruppe auf.", "demand"),
    ("Der Vorschlag der FDP-Fraktion, die Stelle zu teilen, findet keine Mehrheit.", "demand"),
    ("Die SPD-Fraktion hat sich für die Ausweitung ausgesprochen.", "support"),
    ("Die AfD-Fraktion hat sich gegen die Stellen ausgesprochen.", "reject"),
    ("Stadtverordneter Kurz (AfD) spricht sich gegen neue Stellen aus.", "reject"),
    ("Für die AfD könne man der Vorlage nicht zustimmen, so Herr Kurz.", "reject"),
    ("Ratsfrau Menke signalisiert für die Grünen Zustimmung.", "support"),
    ("Die CDU-Fraktion werde der Vorlage zustimmen, erklärt Ratsherr Brüning.", "support"),
    ("Die FDP-Fraktion werde sich enthalten.", "concern"),
    ("RM Olbrich gibt zu bedenken, dass die Förderung ausläuft.", "concern"),
    ("Herr Wübbels sieht die Befristung mit Sorge.", "concern"),
    ("Frau Hövel zeigt sich besorgt über die Wartezeiten.", "concern"),
    ("Der Integrationsrat hat angeregt, zwei Sitze vorzusehen.", "demand"),
    ("Aus Sicht des Integrationsrats müsse die Gruppe mit Stimmrecht ausgestattet werden.", "demand"),
    ("Aus Sicht der Verwaltung besteht kein Bedarf für eine weitere Stelle.", "reject"),
    ("Die Verwaltung empfiehlt, den Antrag abzulehnen.", "reject"),
    ("Die Verwaltung rät von einer Weitergabe der Stellen ab.", "reject"),
    ("Die Verwaltung sieht hierfür keine Notwendigkeit.", "reject"),
    ("Die Verwaltung schließt sich dem Vorschlag an.", "support"),
    ("Die Caritas steht dem Vorhaben positiv gegenüber.", "support"),
    ("Die Gemeinden tragen das Konzept mit.", "support"),
    ("Der Personalrat besteht auf einer Befristung.", "demand"),
    ("Herr Kurz kann die Zahlen nicht nachvollziehen.", "concern"),
    ("Ratsherr Kurz lehnte die Ausweitung ab.", "reject"),
    ("Die Grünen-Fraktion drang auf einen festen Sitz.", "demand"),
    ("Wie von der SPD-Fraktion gefordert, soll ein Bericht folgen.", "demand"),
    ("Auf Anregung der CDU-Fraktion wird der Bericht ergänzt.", "demand"),
    ("Auf Wunsch des Integrationsrates wird ein Sitz eingeräumt.", "demand"),
    ("Der Kreis Olpe lehnt eine Beteiligung an den Kosten ab.", "reject"),
    ("Die kreisangehörigen Kommunen haben dem Konzept zugestimmt.", "support"),
    ("Das Konzept wird von den Wohlfahrtsverbänden begrüßt.", "support"),
    ("Von Seiten der CDU werden Bedenken gegen die Kosten geäußert.", "concern"),
    ("Kritik an der Befristung kam von der SPD.", "concern"),
]


@pytest.mark.parametrize(("text", "stance"), POSITIONS)
def test_positions_in_the_words_of_many_clerks(text, stance):
    assert stance in [f.value["stance"] for f in read(text) if f.kind == "position"]


OTHERS = [
    ("kommt man überein, den Punkt in einem eigenen Treffen zu vertiefen, vermutlich noch im April.", "commitment"),
    ("Den Termin stimmt das Kommunale Integrationszentrum über eine Umfrage ab.", "commitment"),
    (
        "Die Verwaltung wird den Ausschuss unterrichten, sobald die Eckpunkte bekannt sind, "
        "voraussichtlich im IV. Quartal 2024.",
        "commitment",
    ),
    ("Herr Tebbel versichert, die Verlängerung noch im Oktober auf den Weg zu bringen.", "commitment"),
    ("Die Verwaltung sagt eine schriftliche Antwort zu.", "commitment"),
    ("Herr Wübbels verspricht, die Zahlen nachzuliefern.", "commitment"),
    ("Die Verwaltung legt dem Ausschuss im Herbst einen Bericht vor.", "commitment"),
    ("Die Antwort wird dem Protokoll beigefügt.", "commitment"),
    ("Die Liste wird der Niederschrift als Anlage beigefügt.", "commitment"),
    ("Frau Hövel bietet an, die Zahlen schriftlich nachzureichen.", "commitment"),
    ("Die Verwaltung werde dies prüfen und in der nächsten Sitzung berichten.", "commitment"),
    ("Über die Ergebnisse wird der Ausschuss in seiner Sitzung im März informiert.", "commitment"),
    ("Eine schriftliche Beantwortung wird zugesagt.", "commitment"),
    ("Die Verwaltung nimmt die Anregung auf und wird sie in der Lenkungsgruppe ansprechen.", "commitment"),
    ("Ein Zwischenbericht ist für das zweite Quartal 2025 vorgesehen.", "commitment"),
    ("Bis Ende Juni 2025 erhält der Ausschuss einen Sachstandsbericht.", "commitment"),
    ("Der Landrat kündigt an, das Gespräch mit dem Land zu suchen.", "commitment"),
    ("Man verständigt sich darauf, im Herbst erneut zu beraten.", "commitment"),
    ("Die Beteiligten vereinbaren ein Folgetreffen am 12.09.2024.", "commitment"),
    ("Die Verwaltung wird zum Jahresende einen Evaluationsbericht vorlegen.", "commitment"),
    ("Das KI wird die Präsentation im Nachgang zur Verfügung stellen.", "commitment"),
    ("Er werde die Frage mitnehmen und klären.", "commitment"),
    ("Frau Hövel sagte zu, die Zahlen nachzureichen.", "commitment"),
    ("Das Konzept soll dem Kreistag im Dezember 2024 zur Entscheidung vorgelegt werden.", "commitment"),
    ("Zugesagt wird eine schriftliche Antwort bis zum 15.05.2024.", "commitment"),
    ("Der Kreis verpflichtet sich, die Stellen bis 2026 vorzuhalten.", "commitment"),
    ("Die Frage von Frau Menke nach den Kosten der Dolmetscher bleibt offen.", "question"),
    (
        "Auf die Nachfrage von Herrn Kurz, ob alle Stellen besetzt seien, antwortet Frau Hövel, dies sei der Fall.",
        "question",
    ),
    ("RM Olbrich hakt nach, wann der Bescheid komme.", "question"),
    ("Frau Menke wirft die Frage auf, wie die Stellen nach 2025 finanziert werden.", "question"),
    ("Herrn Brüning interessiert, wie viele Fälle betreut werden.", "question"),
    ("SB Kurz bittet um Auskunft über die Fallzahlen.", "question"),
    ("Ratsherr Kurz wollte wissen, ob der Integrationsrat beteiligt wurde.", "question"),
    ("Stadtverordnete Menke erkundigte sich nach dem Stand der Ausschreibung.", "question"),
    ("Wann die Lenkungsgruppe tage, fragt Herr Brüning.", "question"),
    ("Frau Menke bittet um Erläuterung, weshalb die Mittel nicht abgerufen wurden.", "question"),
    ("Offen blieb die Frage, wer die Sachkosten trägt.", "question"),
    ("Es wird gefragt, ob die Verbände beteiligt werden.", "question"),
    ("Auf Rückfrage von Frau Menke (SPD) zum Sachstand teilt Herr Tebbel mit, die Stelle sei besetzt.", "question"),
    ("Frau Hövel nennt einen Richtwert von 35 Fällen.", "statement"),
    ("Herr Wübbels gibt einen Sachstandsbericht zum KIM.", "statement"),
    ("Frau Hövel geht auf die Fragen der Mitglieder ein.", "statement"),
    ("Herr Wübbels macht deutlich, dass die Förderung befristet ist.", "statement"),
    ("Laut Frau Hövel sind alle Stellen besetzt.", "statement"),
    ("Nach Angaben von Herrn Wübbels liegt der Bescheid vor.", "statement"),
    ("Frau Hövel führt in das Thema ein.", "statement"),
    ("Herr Wübbels legt den Sachstand dar.", "statement"),
    ("Herr Wübbels rief in Erinnerung, dass der Rat zugestimmt habe.", "statement"),
    ("Frau Hövel sagt, die Zahlen seien gestiegen.", "statement"),
    ("Herr Wübbels meint, das Programm laufe gut.", "statement"),
    ("Frau Hövel berichtete über den Stand des Programms.", "statement"),
    ("Herr Wübbels stellte das Konzept vor.", "statement"),
    ("Frau Hövel beleuchtet die Zusammenarbeit der Ämter.", "statement"),
    ("Herr Wübbels zieht eine positive Bilanz.", "statement"),
    ("Frau Hövel äußert sich zu den Kosten.", "statement"),
    ("Herr Wübbels hält einen Vortrag über das Case Management.", "statement"),
    ("Frau Hövel gibt zu Protokoll, dass das KI zuständig ist.", "statement"),
]


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_speech_in_the_words_of_many_clerks(text, kind):
    assert kind in [f.kind for f in read(text)]


TRAPS = [
    ("Das Land hat dem Antrag zugestimmt.", "position"),
    ("Der Ausschuss beauftragt die Verwaltung, das Konzept vorzulegen.", "position"),
    ("Die Verwaltung wird beauftragt, bis Ende Mai 2024 einen Bericht vorzulegen.", "commitment"),
    ("Die Verwaltung wird gebeten, in der nächsten Sitzung zu berichten.", "commitment"),
    ("Der Bescheid wurde im Mai vorgelegt.", "commitment"),
    ("Die Vorsitzende begrüßt den Landrat und die Gäste.", "position"),
    ("Der Kreis beantragt die Förderung jährlich.", "position"),
    ("Herr Kurz fragt, wann der Bericht vorgelegt wird.", "commitment"),
    ("Es liegen keine Fragen vor.", "question"),
    ("Fragen werden nicht gestellt.", "question"),
    ("Der Punkt wird ohne Fragen zur Kenntnis genommen.", "question"),
    ("Der Bericht liegt vor.", "commitment"),
    ("Welchen Spielraum er hat, eigene Vorstellungen einzubringen, ist offen.", "commitment"),
    ("Wie in der vorigen Sitzung vereinbart, wird die Liste verlesen.", "commitment"),
    ("Die Stadt Ostwig beantragt die Mittel beim Land.", "position"),
    ("Der Vorschlag wird einstimmig angenommen.", "position"),
    ("Nach Auffassung des Landes besteht kein Bedarf.", "position"),
]


@pytest.mark.parametrize(("text", "kind"), TRAPS)
def test_what_only_looks_like_speech(text, kind):
    assert [f for f in read(text) if f.kind == kind] == []


def test_a_printed_date_after_the_meeting_lies_ahead():
    text = "Die nächste Evaluation erfolgt Anfang 2026."
    assert [f.value["due"] for f in read(text, "2025-03-04") if f.kind == "commitment"] == ["2026"]
    assert [f for f in read(text, "2027-03-04") if f.kind == "commitment"] == []


def test_they_goes_back_to_the_group_that_spoke():
    text = "Die Ausschussmitglieder begrüßen das Konzept. Für die Arbeit sprechen sie der Verwaltung ihren Dank aus."
    assert [f.value["speaker"] for f in read(text) if f.kind == "statement"] == ["Ausschussmitglieder"]


@pytest.mark.parametrize(
    "piece", ["Verwaltung hat ", "von den Verbänden ", "Frau Menke wird ", "Aus Sicht der SPD ", "Frage nach "]
)
def test_time_grows_with_length_only(piece):
    begin = time.perf_counter()
    read(piece * (100_000 // len(piece)))
    assert time.perf_counter() - begin < 20


def test_the_items_of_a_motion_are_demands_of_who_moves_it():
    text = (
        "Die SPD-Fraktion beantragt, der Rat möge beschließen:\n\n1. Zwei Stellen werden beim Kreis eingerichtet.\n"
        "2. Die Verwaltung berichtet jährlich.\n\nBegründung:\n\n1. Der Bedarf ist gestiegen.\n"
    )
    demands = [f for f in read(text) if f.kind == "position" and f.value["actor"] == "SPD-Fraktion"]
    quotes = [f.evidence[0].quote for f in demands if f.start > 50]
    assert quotes == ["Zwei Stellen werden beim Kreis eingerichtet.", "Die Verwaltung berichtet jährlich."]


def test_the_items_of_a_proposal_of_nobody_are_no_demands():
    text = "Der Rat möge beschließen:\n\n1. Zwei Stellen werden beim Kreis eingerichtet.\n"
    assert [f for f in read(text) if f.kind == "position"] == []
