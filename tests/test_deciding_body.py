"""The body of a meeting whose page names only its day, by what the text says of the outcome."""

import pytest

from corpus.evidence import Document
from extractors import head, head_fields, topic_named
from extractors.analysis import Analysis

TEXT = (
    "12.03.2024 - 5 Integrationsmanagement: Bericht...\n\nBeratung\n\nFrau Kunze berichtet über den Stand der Arbeiten "
    "in der Stadt Waldau.\n\n{}\n"
)


def bodies(sentence):
    document = Document(
        file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=TEXT.format(sentence)
    )
    return [f.value["body"] for f in Analysis(document, topic_named("kim")).run(head.EXTRACTOR) if f.kind == "meeting"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Durch den Sozialausschuss wird der Bericht zur Kenntnis genommen.", "Sozialausschuss"),
        ("Durch den Ausschuss für Teilhabe und Ehrenamt Kenntnis genommen.", "Ausschuss für Teilhabe und Ehrenamt"),
        ("Beschluss:\n\nKenntnisnahme des Berichts durch den Integrationsrat.", "Integrationsrat"),
        ("Der Bericht wird seitens des Ausschusses für Soziales zur Kenntnis genommen.", "Ausschuss für Soziales"),
        ("Vom Integrationsrat wird hiervon Kenntnis genommen.", "Integrationsrat"),
        ("Die Mitglieder des Integrationsrates nehmen die Ausführungen zur Kenntnis.", "Integrationsrat"),
        ("Der Sozialausschuss billigt den Bericht einmütig.", "Sozialausschuss"),
        ("Der Ausschuss für Soziales schließt sich dem Vorschlag an.", "Ausschuss für Soziales"),
        ("Sozialausschuss: zur Kenntnis genommen", "Sozialausschuss"),
        ("Damit hat der Sozialausschuss den Bericht zur Kenntnis genommen.", "Sozialausschuss"),
        ("Im Integrationsrat findet der Vorschlag einhellige Zustimmung.", "Integrationsrat"),
        ("Votum Integrationsrat: Kenntnisnahme", "Integrationsrat"),
        ("Beschluss des Integrationsrates:\n\nDer Bericht wird zur Kenntnis genommen.", "Integrationsrat"),
    ],
)
def test_body_by_the_outcome(sentence, body):
    assert bodies(sentence) == [body]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Kreistag hat dem am 12.10.2023 zugestimmt.",
        "Herr Busch fragt, ob der Kreistag zustimmen müsse.",
        "Der Jugendhilfeausschuss hatte bereits zugestimmt.",
        "Der Sozialausschuss lehnt ab, der Integrationsrat stimmt zu.",
        "Die Ausschussmitglieder nehmen Kenntnis.",
    ],
)
def test_no_body_where_another_day_or_a_question_is_told(sentence):
    assert bodies(sentence) == [None]


def applicants(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f.value["name"] for f in Analysis(document, topic_named("kim")).run(head_fields.EXTRACTOR)
            if f.kind == "applicant"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RM Kunze beantragt als Ergänzung einen zweiten Bericht im Jahr.", ["RM Kunze"]),
        ("Die SPD-Fraktion stellt daraufhin den Antrag, zwei Stellen zu streichen.", ["SPD-Fraktion"]),
        ("Seitens der FDP-Fraktion wird beantragt, die Vorlage zu vertagen.", ["FDP-Fraktion"]),
        ("Auf Antrag von KTM Busch wird die Sitzung unterbrochen.", ["KTM Busch"]),
        ("Mit Anfrage der Fraktion DIE LINKE vom 3.2.2023 wird um Auskunft gebeten.", ["Fraktion DIE LINKE"]),
        ("Die Stadt Waldau beantragt vier Stellen.", []),
        ("Frau Kunze führt aus, die Mittel seien beantragt.", []),
    ],
)
def test_who_moves_in_minutes(text, names):
    assert applicants(text) == names
