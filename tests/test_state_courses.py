"""States, goals and ranks in everyday words: indirect speech, fragments, who does what instead of how far it is."""

import pytest

from tests.test_state_families import read

STATES = [
    "Die Verwaltung müsse einräumen, dass drei der acht Stellen nach wie vor auf eine Besetzung warteten.",
    "Case Management: zwei Kolleginnen da, die dritte fängt im August an.",
    "Im Rathaus sucht man händeringend nach Leuten fürs Case Management.",
    "Personalstand: 6,5 von 8 Stellen.",
    "Wegen eines Wechsels ins Jobcenter ist eine halbe Stelle seit Januar wieder verwaist.",
    "Die Stellen wurden mangels geeigneter Bewerbungen ein drittes Mal ausgeschrieben.",
    "Nachdem zwei Auswahlrunden ohne Ergebnis geblieben seien, wolle man nun das Anforderungsprofil absenken.",
    "Alle Kolleginnen und Kollegen hätten inzwischen unbefristete Verträge erhalten.",
    "Die Arbeitsverträge der Case Managerinnen enden mit Ablauf des Jahres.",
    "Ein Rollenverständnis für die Lenkungsgruppe ist in Entwicklung.",
    "Beim Handlungskonzept befinde man sich auf der Zielgeraden.",
    "Handlungskonzept: erster Aufschlag liegt vor, Rückmeldungen der Ämter stehen noch aus.",
    "Mit der Niederschrift des Konzepts habe das KI im Frühjahr angefangen.",
    "Das Konzept wurde im Kreistag am 12. März verabschiedet und gilt seither.",
    "Eine Prozesslandkarte zum Thema Einbürgerung hat die Arbeitsgruppe fertiggestellt.",
    "Zum Ablauf beim Familiennachzug existiert bislang nichts Schriftliches.",
    "Der Leitfaden wird zurzeit ins Layout gegeben.",
    "Das Land habe die Förderkonditionen mehrfach nachgeschoben, sodass man lange im Trüben gefischt habe.",
    "Wie es nach 2025 weitergeht, hat Düsseldorf noch nicht verraten.",
    "Eine Verstetigung sei von Landesseite zugesagt, schriftlich habe man sie jedoch nicht.",
    "Auf den Bescheid wartet der Kreis seit Februar.",
    "Der Folgeantrag ist raus.",
    "Die Mittel des Vorjahres konnten nicht vollständig abgerufen werden.",
    "Über die Gelder aus Modul 3 lässt sich nur zugunsten der Ausländerbehörde verfügen.",
    "Eine Beschäftigung bei den Verbänden habe der Fördergeber ausgeschlossen.",
    "Aus Sicht des Ministeriums gehören die Stellen unter das Dach des Kommunalen Integrationszentrums.",
    "Die neuen Kräfte haben ihre Schreibtische im Sozialamt.",
    "Das Case Management ist organisatorisch dem Fachbereich Soziales zugeschlagen worden.",
    "Mit der Diakonie liege man in den letzten Zügen der Vertragsverhandlungen.",
    "Noch keine Einigung gibt es mit den Wohlfahrtsverbänden über die Stellenanteile.",
    "Ein Kooperationsvertrag mit dem Jobcenter konnte im Sommer unterzeichnet werden.",
    "Datenschutz: Klärung mit der Landesbeauftragten läuft.",
    "Die Fachsoftware ist bestellt, aber noch nicht geliefert.",
    "Die Lenkungsgruppe ist bisher viermal zusammengekommen.",
    "Beim Auftakt habe sich die Runde auf drei Arbeitsfelder geeinigt.",
    "Bei Bedarf holt sich die Runde Fachleute von außen dazu.",
    "Seit Mai haben die Case Manager 143 Menschen begleitet.",
    "Laufende Fälle zum Stichtag: 97.",
    "Wer einen Termin in der Ausländerbehörde braucht, muss derzeit vier Monate Geduld haben.",
    "Rund 800 Einbürgerungsanträge stapeln sich unerledigt.",
    "Die ersten Überlegungen vom Herbst sind damit Geschichte.",
    "Man habe die Planung daraufhin noch einmal komplett auf den Kopf gestellt.",
    "Die drei Kräfte kümmern sich um verwickelte Einzelfälle, um nichts sonst.",
    "Die Evaluation des Programms übernimmt derzeit ein externes Institut.",
    "Aufgrund der Ukraine-Lage musste der Aufbau der Netzwerkarbeit pausieren.",
    "Am Leitfaden feile man noch.",
    "Wie das hier aussehen soll, daran schreibt das Integrationszentrum noch.",
    "Ausgeschrieben wird erst, wenn das Geld da ist.",
    "Die Träger werden ihre Stellen im Frühjahr ausschreiben.",
    "Mit Caritas und AWO sitze man deswegen noch zusammen.",
    "Wenn es passt, bittet man noch jemanden dazu.",
    "Alle drei Wochen telefoniere man miteinander.",
    "Man arbeitet auf zwei Etagen, am Einzelfall und am System.",
    "Ein Handlungskonzept wird derzeit erarbeitet und soll dem Ausschuss im August vorgestellt werden.",
]

GOALS = [
    "Am Ende solle niemand mehr von Tür zu Tür geschickt werden.",
    "Man wolle dahin kommen, dass alle Behörden nach denselben Abläufen arbeiten.",
    "Ziel ist eine Verwaltung aus einem Guss.",
    "Im Kern gehe es darum, Zugewanderte schneller in Arbeit zu bringen.",
    "Beabsichtigt ist die bessere Abstimmung der Ämter untereinander.",
    "Gewünscht ist ein abgestimmtes Hilfesystem für alle Neuzugewanderten.",
    "Neuzugewanderte sollen zügig Deutsch lernen können.",
    "Neu zugewanderte Familien sollen eine feste Ansprechperson haben.",
    "Langfristig soll die Zahl der Einbürgerungen steigen.",
    "Es gehe auch darum, dass die Ämter voneinander lernten.",
    "Die Gruppe hat sich vorgenommen, die Wartezeiten zu verkürzen.",
]

VOLUNTARY = [
    "Rechtlich gesehen handelt es sich um eine Kür.",
    "Vorgeschrieben ist der Stadt das nicht.",
    "Der Kreis macht hier freiwillig mit.",
    "Niemand zwingt die Gemeinden zur Teilnahme.",
]

NOTHING = [
    "Die Fraktion fragt, wie viele Stellen noch unbesetzt sind.",
    "Wären die Stellen früher besetzt worden, hätte man mehr Fälle begleiten können.",
    "Der Ausschuss nimmt den Bericht zur Kenntnis.",
    "Für das Jahr 2023 stehen 120.000 Euro bereit.",
    "Frau Schulte stellt das Konzept anhand einer Präsentation vor.",
    "Die Verwaltung wird beauftragt, ein Konzept vorzulegen.",
    "Der Nachbarkreis hat seine Stellen bereits alle besetzt.",
    "Der Rat beschließt die Einrichtung von zwei Stellen.",
    "Die SPD fordert mehr Personal für die Ausländerbehörde.",
    "Herr Klein erkundigt sich, ob das Handlungskonzept schon fertig sei.",
    "In der Stadt leben rund 4.300 Menschen mit ausländischem Pass.",
    "Die Vorlage wird in der nächsten Sitzung beraten.",
    "Sollte das Land die Förderung einstellen, müsste man die Stellen streichen.",
    "Der Vorsitzende dankt Frau Demir für den ausführlichen Bericht.",
    "Der Kreis erhält für drei Stellen eine Pauschale von je 50.000 Euro.",
    "Anlage: Handlungskonzept KIM (Entwurf)",
    "Die Grünen beantragen, die Stellen zu entfristen.",
    "Herr Nolte möchte wissen, welche Ziele das Programm verfolge.",
    "Der Tagesordnungspunkt wird abgesetzt.",
    "Das Programm besteht aus drei Modulen.",
]


def kinds(text: str) -> list[str]:
    return [f.kind for f in read(text)]


@pytest.mark.parametrize("text", STATES)
def test_states_told_by_what_people_do(text):
    assert "status" in kinds(text)


@pytest.mark.parametrize("text", GOALS)
def test_whom_or_what_a_change_is_to_reach_is_a_goal(text):
    assert "goal" in kinds(text)


@pytest.mark.parametrize("text", VOLUNTARY)
def test_a_duty_that_nobody_set_is_none(text):
    assert [f.value["kind"] for f in read(text) if f.kind == "legal_status"] == ["voluntary_task"]


@pytest.mark.parametrize("text", NOTHING)
def test_questions_motions_sums_and_other_towns_tell_nothing(text):
    assert kinds(text) == []


def test_goals_that_a_sentence_counts_are_told_one_by_one():
    text = (
        "Bis 2025 nehme man sich drei Sachen vor: Erstens brauche es jemanden, der die Fäden zusammenhalte, zweitens "
        "Leute für den Einzelnen, und drittens müssten die Ämter zusammenrücken."
    )
    assert kinds(text).count("goal") == 3


def test_a_passage_tells_one_state():
    text = "Von den acht Stellen sind sieben besetzt und die achte ist ausgeschrieben."
    places = [(f.start, f.end) for f in read(text) if f.kind == "status"]
    assert len(places) == len(set(places))
