"""Heads of motions, notices and records of working groups: type, meeting, consultations, applicant, municipality."""

import pytest

from corpus.evidence import Document
from extractors import head, head_fields, topic_named
from extractors.analysis import Analysis


def facts(text, kind):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    return [f.value for e in (head.EXTRACTOR, head_fields.EXTRACTOR) for f in analysis.run(e) if f.kind == kind]


LETTER = (
    "Fraktion FDP\n\nAntrag gem. § 5 der Geschäftsordnung\nzur Sitzung des Ausschusses für Soziales am 04.05.2023 und "
    "des Kreistages am 01.06.2023\n\ndie Fraktion FDP beantragt, der Kreistag möge beschließen:\n"
)


def test_a_motion_names_itself_its_meetings_and_its_applicant():
    assert [(v["reference"], v["type_raw"]) for v in facts(LETTER, "paper")] == [(None, "Antrag")]
    assert [(v["body"], v["date"]) for v in facts(LETTER, "consultation")] == [
        ("Ausschuss für Soziales", "2023-05-04"),
        ("Kreistag", "2023-06-01"),
    ]
    assert [v["name"] for v in facts(LETTER, "applicant")] == ["Fraktion FDP"]


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [
        (
            "Ergebnisvermerk zur 4. Sitzung der Lenkungsgruppe KIM\nam 22.09.2022, 9.30 bis 11.45 Uhr",
            "Lenkungsgruppe KIM",
            22,
        ),
        ("Kurzprotokoll der 2. Sitzung des Steuerungskreises am 22.09.2022", "Steuerungskreis", 22),
        ("3. Treffen der Projektgruppe „Wohnen“ am 21.09.2022\nAnwesend: alle", "Projektgruppe „Wohnen“", 21),
    ],
)
def test_a_working_group_keeps_a_record(text, body, date):
    assert [(v["body"], v["date"]) for v in facts(text, "meeting")] == [(body, f"2022-09-{date}")]


@pytest.mark.parametrize(
    "text",
    [
        "Im Herbst fand die erste Sitzung der Lenkungsgruppe am 22.09.2022 statt.",
        "Bericht\nÜber die Sitzung der Lenkungsgruppe wird mündlich berichtet.",
    ],
)
def test_a_sentence_about_a_working_group_is_no_head(text):
    assert facts(text, "meeting") == []


def test_the_type_stands_behind_its_label():
    text = "Vorlage-Nr.: 50/112/2021\nVorlageart: Beschlussvorlage\nBetreff: Stellenplan\n"
    assert [(v["reference"], v["type_raw"]) for v in facts(text, "paper")] == [("50/112/2021", "Beschlussvorlage")]


def test_a_town_said_once_counts_where_its_place_is_said_alone():
    text = "Umsetzung des Programms in Musterloh\nDer Stadt Musterloh wurden zwei Stellen bewilligt."
    assert [v["name"] for v in facts(text, "municipality")] == ["Stadt Musterloh"]
    assert facts("Zwei Stellen wurden mit der Stadt Musterloh besprochen.", "municipality") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Die SPD-Kreistagsfraktion hat mit Schreiben vom 11.08.2021 eine Anfrage zur Arbeit im Kreis gestellt.",
            [("SPD-Kreistagsfraktion", "2021-08-11")],
        ),
        ("Mit Schreiben vom 3.2.2021 fragt die FDP-Fraktion nach dem Stand.", [("FDP-Fraktion", "2021-02-03")]),
        ("Die CDU-Fraktion bat mit Mail vom 05.05.2022 um Auskunft.", [("CDU-Fraktion", "2022-05-05")]),
        ("Am 05.05.2022 reichte die CDU-Fraktion einen Antrag ein.", [("CDU-Fraktion", "2022-05-05")]),
        ("Die UWG-Fraktion hat am 4.3.2021 eine Anfrage eingereicht.", [("UWG-Fraktion", "2021-03-04")]),
        ("Die SPD-Fraktion wollte mit Anfrage vom 12.1.2022 wissen, wer zahlt.", [("SPD-Fraktion", "2022-01-12")]),
        ("Die CDU-Fraktion hat eine Nachfrage zum Personal.", []),
        ("Auf Nachfrage von Herrn Sand teilt die Leiterin mit, dass es läuft.", []),
        ("Die SPD-Fraktion hat mit Schreiben vom 11.08.2021 eine Antwort erhalten.", []),
    ],
)
def test_who_asks_by_a_dated_letter_is_an_applicant(text, found):
    values = facts(f"Beschluss: zur Kenntnis genommen\n\n{text}\n", "applicant")
    assert [(v["name"], v["date"]) for v in values] == found
