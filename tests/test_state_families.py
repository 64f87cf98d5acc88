"""States by word families, by what stands together and in tables, as clerks of many towns put them."""

import pytest

from corpus.evidence import Document, Fact
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.states import EXTRACTOR


def read(text: str, heading: str = "Kommunales Integrationsmanagement (KIM)") -> list[Fact]:
    text = f"{heading}\n\n{text}"
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim")).run(EXTRACTOR)


def stages(text: str) -> list[str]:
    return [f.value["stage"] for f in read(text) if f.kind == "status"]


STATES = [
    "Der ursprüngliche Plan ist damit nicht mehr zu halten.",
    "Diese Überlegungen haben sich mit dem Erlass erledigt.",
    "Die alte Planung trägt nicht mehr.",
    "Das Handlungskonzept des Landes hat diese Planung über den Haufen geworfen.",
    "Mit der Veröffentlichung der FAQ ist der Ansatz gegenstandslos geworden.",
    "Dieses Vorhaben musste aufgegeben werden.",
    "Die ursprüngliche Idee ist gestorben.",
    "Das alte Konzept entspricht nicht mehr den Anforderungen des Landes.",
    "Die Verwaltung hat daraufhin ein neues Konzept vorgelegt.",
    "Es bedurfte einer Überarbeitung der Konzeption.",
    "Die Planung ist an die Vorgaben des Landes angeglichen worden.",
    "Die Konzeption musste von Grund auf neu gedacht werden.",
    "Die Umsetzung wurde neu konzipiert.",
    "Man habe das Konzept neu ausgerichtet.",
    "Das Land hat der neuen Planung zugestimmt.",
    "Das Ministerium hat das geänderte Konzept durchgewunken.",
    "Die Bezirksregierung erteilte ihr Einverständnis zur neuen Fassung.",
    "Die Freigabe des Konzepts durch das MKFFI liegt seit Mai vor.",
    "Seit März ist die neue Planung vom Land bestätigt.",
    "Die Mittel dürfen nach Auskunft des Landes einzig für die Ausländerbehörde verausgabt werden.",
    "Die Pauschale ist an die Einbürgerungsstellen gebunden.",
    "Für andere Stellen steht das Geld nicht zur Verfügung.",
    "Eine Weiterleitung an Dritte kommt nicht in Betracht.",
    "Mit Geld aus Modul 3 kann nur die Ausländerbehörde Leute einstellen.",
    "Nach den Vorgaben ist es nicht gestattet, die Stellen an Verbände zu geben.",
    "Sämtliche Stellen wurden zwischenzeitlich öffentlich bekannt gegeben.",
    "Alle KIM-Stellen sind inzwischen im Bewerbungsportal zu finden.",
    "Bei Modul 1 stehen die Einstellungen unmittelbar bevor.",
    "Geeignetes Personal für das Case Management ist kaum zu bekommen.",
    "Qualifizierte Bewerber für Modul 2 sind Mangelware.",
    "Die Gewinnung von Fachkräften bereitet Schwierigkeiten.",
    "Die Stelle bei der Einbürgerung hat schon jemand inne.",
    "Die Stellen der Ausländerbehörde hat man schon im Herbst besetzen können.",
    "Eineinhalb Stellen sind derzeit nicht besetzt und werden nachbesetzt.",
    "Zurzeit zählt das Team 11 Köpfe, zwei Stellen fehlen noch.",
    "An den Ausschreibungstexten wird noch gearbeitet.",
    "Vor einer Ausschreibung muss der Personalrat zustimmen; dies steht noch aus.",
    "Das Stellenbesetzungsverfahren dauert an.",
    "Einen Termin für den Dienstbeginn kann die Verwaltung noch nicht nennen.",
    "Die drei Koordinierungsstellen konnten bis auf eine besetzt werden.",
    "Derzeit werden Vorstellungsgespräche geführt.",
    "Im vergangenen Jahr seien 287 Ratsuchende begleitet worden.",
    "Die Fallzahl lag im Vorjahr bei rund vierhundert.",
    "Es gab 198 Beratungsfälle.",
    "Man habe im Vorjahr 190 Haushalte erreicht.",
    "Das Team hat 2023 rund 300 Familien an die Hand genommen.",
    "Die Stelleninhaber sollen sich ausschließlich der Einführung des KIM widmen.",
    "Teilhabemanagerinnen sprechen junge Menschen in ihrem Umfeld an und vermitteln sie in die Angebote.",
    "Das KIM arbeitet auf zwei Ebenen: Einzelfall und Struktur.",
    "Die Stellen sind mit der Koordinierung des KIM betraut.",
    "Das Teilhabemanagement holt junge Leute dort ab, wo sie sind, und bringt sie in Kurse.",
    "Am Bericht wird noch geschrieben.",
    "Der Bericht ist so gut wie fertig.",
    "Der Entwurf des Berichts geht gerade durch die Ämter.",
    "Das Konzept für das Case Management ist in Arbeit.",
    "Das Handlungskonzept nimmt Gestalt an.",
    "Die KI im Land entwickeln dazu Konzepte.",
    "Die Erstellung des Konzepts ist weit fortgeschritten.",
    "Die Konzeption wird bis zum Sommer vorliegen.",
    "Das Land hält es für sinnvoll, die Stellen beim KI anzusiedeln.",
    "Die Landesregierung legt eine Verortung im KI nahe.",
    "Nach Vorstellung des Landes sollen die Stellen am KI hängen.",
    "Der Erlass empfiehlt, die Stellen im KI einzurichten.",
    "Über die Trägerschaft wird mit den Wohlfahrtsverbänden noch verhandelt.",
    "Die Gespräche mit den freien Trägern dauern an.",
    "Die Abstimmung mit der Wohlfahrt läuft.",
    "Derzeit finden Gespräche mit der Arbeitsgemeinschaft der Wohlfahrtsverbände statt.",
    "Die Verhandlungen mit Caritas und Diakonie sind noch nicht abgeschlossen.",
    "Die Förderrichtlinie ist noch im Entwurfsstadium.",
    "Die Richtlinie wird für Oktober erwartet.",
    "Mit Inkrafttreten der Richtlinie ist im Oktober zu rechnen.",
    "Bislang existiert nur ein Richtlinienentwurf.",
    "Die Richtlinie lässt auf sich warten.",
    "Die Vorgaben des Landes kamen mit großer Verspätung.",
    "Corona hat die Festlegung der Förderbedingungen verzögert.",
    "Die Rahmenbedingungen standen erst im Herbst fest.",
    "Je nach Thema können weitere Fachleute hinzugezogen werden.",
    "Weitere Akteure werden anlassbezogen eingeladen.",
    "Eine Erweiterung um andere Stellen ist möglich.",
    "Um arbeitsfähig zu bleiben, umfasst die Runde zunächst nur die folgenden Mitglieder.",
    "Themenbezogen sollen auch das Gesundheitsamt und die Kammern gehört werden.",
    "In der Auftaktsitzung wurden die Schwerpunkte abgesteckt.",
    "Die Gruppe hat in ihrer ersten Sitzung Handlungsfelder benannt.",
    "Ergebnis des ersten Treffens waren Arbeitsschwerpunkte.",
    "Das Vorgehen ist mit der Stadt Neuhausen abgestimmt.",
    "Die Stadt Altdorf trägt die Änderungen mit.",
    "Zur Umsetzung des § 104c hat das KIM mit mehreren Partnern Vereinbarungen geschlossen.",
    "Seit März gibt es Planungskonferenzen.",
    "Ein Runder Tisch trifft sich vierteljährlich.",
    "Die Fallbesprechungen mit dem Jobcenter laufen seit Mai.",
    "Die Lenkungsgruppe hat bislang dreimal getagt.",
    "Das ursprüngliche Vorhaben wurde zu Grabe getragen.",
    "Die damaligen Annahmen haben sich als unzutreffend erwiesen.",
    "Der Fragen-Antworten-Katalog machte dem Plan einen Strich durch die Rechnung.",
    "Daraufhin hat die Verwaltung ihr Papier noch einmal angefasst.",
    "Mit Unterstützung des Kompetenzzentrums ist die Konzeption neu entstanden.",
    "Die Bezirksregierung hat keine Bedenken gegen die neue Konzeption.",
    "Das Ministerium teilte mit, es sei mit der Änderung einverstanden.",
    "Die Landesmittel aus Modul 3 kommen allein den Ausländerbehörden zu.",
    "Freie Träger gehen dabei leer aus.",
    "Verbände dürfen das Geld nicht bekommen.",
    "Alle KIM-Stellen waren bereits in der Zeitung.",
    "Die Stellen sind jetzt draußen.",
    "Mit den Favoriten für die Koordination laufen letzte Gespräche.",
    "Auf die Case-Management-Stellen haben sich kaum geeignete Personen beworben.",
    "Die zusätzliche Stelle bei der Ausländerbehörde ist bereits vergeben.",
    "Die Verstärkung für die Ausländerbehörde ist schon im Amt.",
    "Zwei Kräfte fehlen derzeit.",
    "Wann die Leute anfangen, steht in den Sternen.",
    "Die Stellen gehen erst nach Abschluss der Bewertung in die Ausschreibung.",
    "Mit der Suche nach Personal wurde noch nicht begonnen.",
    "Bewerben konnten sich Interne und Externe.",
    "Insgesamt haben 312 Personen Rat gesucht.",
    "Dreihundert Zugewanderte wurden 2023 unterstützt.",
    "Die Beratungsstatistik weist für 2022 exakt 287 Gespräche aus.",
    "Die Ratsuchenden werden nach dem Erstgespräch weitergeleitet.",
    "Der Bericht hat noch nicht alle Stationen durchlaufen.",
    "Der Jahresbericht ist geschrieben, muss aber noch durch die Hausspitze.",
    "Ein Konzept für das Fallmanagement wird bis Herbst stehen.",
    "Alle KI tüfteln an ihren Konzepten.",
    "Das Land sieht die neuen Stellen am liebsten im KI.",
    "Ob die Verbände Stellen bekommen, wird gerade besprochen.",
    "Mit den Wohlfahrtsverbänden sucht man nach einer Lösung.",
    "Bei den freien Trägern wird vorgefühlt.",
    "Die Richtlinie existiert erst auf dem Papier.",
    "Die Endfassung der Richtlinie kommt wohl im Oktober.",
    "Auf die Förderkriterien mussten die Kommunen lange warten.",
    "Bis die Bedingungen klar waren, verging ein Jahr.",
    "Der Kreis der Mitglieder ist nicht abgeschlossen.",
    "Weitere Häuser wie das Gesundheitsamt dürfen dazustoßen.",
    "Die Liste ist nicht abschließend, weitere Stellen können folgen.",
    "Schon beim Auftakt hat sich die Gruppe auf Zielgruppen festgelegt.",
    "Die Lenkungsgruppe hat Zielgruppen und Schwerpunkte bestimmt.",
    "Die Stadt Altdorf mit ihrer eigenen Ausländerbehörde weiß Bescheid und ist einverstanden.",
    "Mit mehreren Partnern hat das KIM zum Chancen-Aufenthaltsrecht Verabredungen.",
    "Alle zwei Monate kommen Jobcenter und KIM zu Fallkonferenzen zusammen.",
    "Planungskonferenzen sind seit dem Frühjahr fester Bestandteil der Arbeit.",
    "- Personal: 8,5 VK im Dienst, 1,5 VK in Nachbesetzung",
    "- Modul 2: Bewerberlage dünn",
    "- Konzept: in der Mache",
    "- Träger: Gespräche mit AWO und Caritas laufen",
    "- Modul 3: Stelle ist schon vergeben",
    "- Gäste: nach Bedarf",
    "Die Besetzung der der Ausländerbehörde zugewiesenen Stellen ist bereits zum Abschluss gebracht worden.",
    "Seitens des Ministeriums wird der Anbindung der Kräfte an das Integrationszentrum der Vorzug gegeben.",
    "Die bisherige Konzeption hat damit ihre Grundlage verloren.",
    "Den geänderten Überlegungen ist vom Land die Zustimmung erteilt worden.",
    "Die Hinzuziehung weiterer Sachverständiger bleibt vorbehalten.",
    "Hinsichtlich zweier Stellen hat die Besetzung noch nicht bewirkt werden können.",
    "Die Fertigung des Berichts ist in die Wege geleitet.",
    "Die Gewinnung von Fachkräften stößt auf Schwierigkeiten.",
    "Fürs Case Management findet sich gerade kaum jemand.",
    "Wir haben den Plan gekippt.",
    "Das KI hat den Plan komplett umgebaut.",
    "Das Land fände es gut, wenn die Leute im KI sitzen.",
    "Die Richtlinie gibt's erst als Rohfassung.",
    "Das Geld ist nur für die ABH da.",
    "In der ABH sind die Neuen schon da.",
    "9 von 10 Stellen sind besetzt.",
    "Beim ersten Treffen hat die Gruppe ihre Schwerpunkte gesetzt.",
    "Der Bericht ist fast fertig.",
]


@pytest.mark.parametrize("text", STATES)
def test_states_are_found_in_whatever_words(text):
    assert stages(text)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Aus Sicht des Ministeriums gehören die Kräfte ins Integrationszentrum.", "recommendation"),
        ("Der Entwurf von 2020 ist damit Makulatur.", "superseded"),
        ("Gegen das neue Konzept hat das Land nichts einzuwenden.", "approved"),
        ("Eine Weiterleitung an Dritte kommt nicht in Betracht.", "condition"),
        ("Mit der Liga ist man im Austausch.", "in_progress"),
        ("Die Förderregeln wurden pandemiebedingt nur schrittweise bekannt.", "delayed"),
        ("Fallweise werden Sprachkursträger beteiligt.", "provisional"),
        ("Die Stellen wurden hausintern wie öffentlich inseriert.", "advertised"),
    ],
)
def test_the_stage_of_a_family(text, stage):
    assert stage in stages(text)


@pytest.mark.parametrize(
    "text",
    [
        "Frau Berger fragt, ob die Stellen in der Ausländerbehörde schon besetzt sind.",
        "Wann liegt das Konzept vor?",
        "Sollten die Stellen nicht besetzt werden, verfällt die Pauschale.",
        "Die Fraktion fordert, das Konzept neu zu fassen.",
        "Im Nachbarkreis Ostwig sind alle Stellen besetzt.",
        "Beschlussvorschlag:\nDas Konzept wird überarbeitet.",
        "Der Ausschuss dankt dem Team.",
        "Es wäre gut, wenn die Lenkungsgruppe sich bei Bedarf erweitern könnte.",
        "Die Sitzung beginnt um 17 Uhr.",
        "Gefördert werden sechs Stellen mit 480.000 Euro.",
    ],
)
def test_questions_wishes_and_other_towns_tell_no_state(text):
    assert stages(text) == []


def test_a_column_of_states_tells_one_for_each_row():
    rows = [
        "Baustein\tStellen\tSachstand",
        "1\t3,0\tbesetzt",
        "2\t7,0\textern ausgeschrieben",
        "3\t1,0\tsteht noch aus",
    ]
    text = "\n".join(rows)
    assert stages(text) == ["filled", "advertised", "pending"]


def test_a_table_of_votes_tells_no_state():
    assert stages("Fraktion\tJa\tNein\nCDU\t7\tbesetzt") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bis Ende 2023 sind zu erreichen\n\na) der Aufbau einer Steuerung,\n\nb) ein dichteres Netz.",
        "Die Strategie nennt drei Leitgedanken, als da sind:\n- Ankommen\n- Teilhaben",
        "Was soll besser werden?\n- Wege werden kürzer.\n- Ämter reden miteinander.",
        "Angestrebt werden: der Aufbau einer Steuerung, die Begleitung von Menschen in schwieriger Lage.",
    ],
)
def test_each_goal_of_a_list(text):
    assert len([f for f in read(text) if f.kind == "goal"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt beteiligt sich aus freien Stücken.",
        "Kein Gesetz verpflichtet die Stadt zur Teilnahme.",
        "Die Teilnahme steht der Kommune frei.",
        "Eine Pflicht der Stadt zur Durchführung ist nicht gegeben.",
        "Die Stadt nimmt freiwillig am Programm teil.",
    ],
)
def test_what_no_law_demands_is_voluntary(text):
    assert [f.value["kind"] for f in read(text) if f.kind == "legal_status"] == ["voluntary_task"]
