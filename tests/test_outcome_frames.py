"""Outcomes that sentences of minutes tell with verbs and their complements, and sentences that tell none."""

import pytest

from corpus.evidence import Document
from extractors import decisions, topic_named
from extractors.analysis import Analysis


def outcomes(text):
    text = f"Niederschrift\nTOP 3 Ausbau der Stellen\n{text}\n"
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(decisions.EXTRACTOR)
    votes = [tuple(f.value[k] for k in ("yes", "no", "abstentions", "unanimous")) for f in facts if f.kind == "vote"]
    return [f.value["normalised"] for f in facts if f.kind == "result"], votes


TELLING = [
    ("Ohne Aussprache folgt der Ausschuss der Empfehlung der Verwaltung.", ["adopted"], None),
    ("Der Ausschuss folgt dem Vorschlag einstimmig.", ["adopted"], (None, None, None, True)),
    (
        "Der Kreistag schließt sich der Empfehlung des Kreisausschusses einstimmig an.",
        ["adopted"],
        (None, None, None, True),
    ),
    ("Der Rat schloss sich dem Votum des Fachausschusses an.", ["adopted"], None),
    (
        "Der Beschlussvorschlag wird mit den Stimmen von CDU und SPD gegen die Stimmen der AfD angenommen.",
        ["adopted"],
        None,
    ),
    ("Die Vorlage wird zur Kenntnis genommen.", ["noted"], None),
    ("Die Mitglieder nehmen den Bericht zustimmend zur Kenntnis.", ["noted"], None),
    ("Von dem Bericht wird Kenntnis genommen.", ["noted"], None),
    ("Der Antrag fand keine Mehrheit.", ["rejected"], None),
    (
        "Der Änderungsantrag der SPD-Fraktion findet mit 4 zu 9 Stimmen keine Mehrheit.",
        ["rejected"],
        (4, 9, None, False),
    ),
    ("Der Antrag erhält keine Mehrheit.", ["rejected"], None),
    ("Der Antrag verfehlt mit 5 Ja-Stimmen bei 8 Nein-Stimmen die Mehrheit.", ["rejected"], (5, 8, None, False)),
    ("Der Antrag ist damit abgelehnt.", ["rejected"], None),
    ("Damit ist der Antrag mehrheitlich angenommen.", ["adopted"], (None, None, None, False)),
    ("Die Niederschrift gilt damit als genehmigt.", ["adopted"], None),
    ("Die Vorlage wurde einstimmig angenommen.", ["adopted"], (None, None, None, True)),
    ("Bei zwei Enthaltungen wird der Vorlage einstimmig zugestimmt.", ["adopted"], (None, None, 2, True)),
    (
        "Mit 9 Ja-Stimmen bei 3 Nein-Stimmen und 1 Enthaltung wird die Vorlage beschlossen.",
        ["adopted"],
        (9, 3, 1, False),
    ),
    ("Der Tagesordnungspunkt wird in die nächste Sitzung vertagt.", ["deferred"], None),
    ("Die Angelegenheit wird zur weiteren Beratung in den Sozialausschuss verwiesen.", ["referred"], None),
    ("Die Beratung des Punktes wird auf die Sitzung am 04.05.2023 verschoben.", ["deferred"], None),
    ("Die CDU-Fraktion zieht ihren Antrag zurück.", ["withdrawn"], None),
    ("Die Antragstellerin zog den Antrag daraufhin zurück.", ["withdrawn"], None),
    ("Der Punkt wird abgesetzt.", ["removed"], None),
    ("Der Antrag hat sich damit erledigt.", ["settled"], None),
    ("Der Antrag wird für erledigt erklärt.", ["settled"], None),
    ("Der Ausschuss spricht sich mehrheitlich gegen den Antrag aus.", ["rejected"], (None, None, None, False)),
    ("Der Beirat spricht sich einstimmig für den Ausbau der Stellen aus.", ["adopted"], (None, None, None, True)),
    ("Der Ausschuss votiert mit 8:3 Stimmen für die Vorlage.", ["adopted"], (8, 3, None, False)),
    ("Einstimmig empfiehlt der Ausschuss dem Rat, der Vorlage zuzustimmen.", ["recommended"], (None, None, None, True)),
    ("Dem Kreistag wird einstimmig empfohlen, die Stellen einzurichten.", ["recommended"], (None, None, None, True)),
    ("Der Ausschuss gibt einstimmig eine positive Beschlussempfehlung ab.", ["recommended"], (None, None, None, True)),
    ("Dem Rat wird die Annahme der Vorlage empfohlen.", ["recommended"], None),
    ("Der Ausschuss stellt die Entscheidung bis zur nächsten Sitzung zurück.", ["deferred"], None),
    ("Ziffer 1 wird einstimmig beschlossen, Ziffer 2 mit 3 zu 8 Stimmen abgelehnt.", ["adopted", "rejected"], None),
    ("Sodann fasst der Kreistag einstimmig den vorgeschlagenen Beschluss.", ["adopted"], (None, None, None, True)),
    ("Der Beschlussvorschlag der Verwaltung wird zum Beschluss erhoben.", ["adopted"], None),
    ("Der Rat beschließt entsprechend dem Vorschlag der Verwaltung.", ["adopted"], None),
    ("Dem Antrag wird stattgegeben.", ["adopted"], None),
    ("Dem Vorschlag der Verwaltung wird gefolgt.", ["adopted"], None),
    ("Der Empfehlung wird einmütig gefolgt.", ["adopted"], None),
    ("Der Ausschuss ist mit der Vorlage einverstanden.", ["adopted"], None),
    ("Die Ausschussmitglieder erklären sich mit dem Vorschlag einverstanden.", ["adopted"], None),
    ("Es besteht Einvernehmen, die Beratung zu vertagen.", ["deferred"], None),
    ("Einvernehmlich werden zwei Arbeitsgruppen gebildet.", ["adopted"], None),
    ("Die Lenkungsgruppe stellt den Wunsch der AWO bis zum Herbst zurück.", ["deferred"], None),
    ("Die Steuerungsgruppe nimmt den Sachstand zur Kenntnis.", ["noted"], None),
    ("Die Lenkungsgruppe beschließt, eine Unterarbeitsgruppe einzurichten.", ["adopted"], None),
    ("Auf Vorschlag der Vorsitzenden wird der Punkt vertagt.", ["deferred"], None),
    ("Der Integrationsrat lehnte den Antrag mit sieben gegen vier Stimmen ab.", ["rejected"], (7, 4, None, False)),
    ("Der Antrag wird bei Stimmengleichheit (7:7) abgelehnt.", ["rejected"], (7, 7, None, False)),
    (
        "Nach kurzer Diskussion beschließt der Ausschuss einstimmig wie vorgeschlagen.",
        ["adopted"],
        (None, None, None, True),
    ),
    ("Der Antrag wurde mit den Stimmen der Koalition abgelehnt.", ["rejected"], None),
    ("Die Ausführungen von Frau Rohde werden zur Kenntnis genommen.", ["noted"], None),
]

SILENT = [
    "Die Tagesordnung ist somit festgestellt.",
    "Ein Beschluss wurde nicht gefasst.",
    "Herr Ott erklärt, der Antrag werde abgelehnt.",
    "Wird der Antrag abgelehnt, entfällt die Stelle.",
    "Der Antrag soll abgelehnt werden.",
    "Der Antrag war im Mai abgelehnt worden.",
    "Die Verwaltung folgt der Empfehlung des Landes.",
    "Das Land hat den Antrag abgelehnt.",
    "Die Bezirksregierung lehnte den Antrag ab.",
    "Der Antrag auf Förderung wurde vom Land genehmigt.",
    "Es folgt ein Bericht der Verwaltung.",
    "Er findet, der Antrag habe keine Mehrheit verdient.",
    "Ob der Rat zustimmt, ist offen.",
    "Der Bescheid wird zurückgenommen.",
]


@pytest.mark.parametrize(("text", "values", "vote"), TELLING)
def test_a_sentence_tells_an_outcome(text, values, vote):
    found, votes = outcomes(text)
    assert found == values
    assert vote is None or votes == [vote]


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_tells_none(text):
    assert outcomes(text) == ([], [])


def test_the_agenda_and_a_motion_are_two_matters():
    values, _ = outcomes("Die Tagesordnung wird genehmigt.\nDer Antrag wird einstimmig angenommen.")
    assert values == ["adopted", "adopted"]


def test_parts_with_a_colon_have_their_own_fate():
    values, votes = outcomes(
        "Ziffer 2 der Vorlage: Verwiesen in den Bauausschuss\n\nZiffer 1: Mit 8 Stimmen angenommen"
    )
    assert values == ["referred", "adopted"]
    assert [v[0] for v in votes] == [8]
