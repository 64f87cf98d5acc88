"""Modules that a text tells by their task (grants, parts of a programme, amounts shared out), and mere mentions."""

import pytest

from corpus.evidence import Document
from extractors import modules, topic_named
from extractors.analysis import Analysis


def numbers(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    facts = Analysis(document, topic_named("kim")).run(modules.EXTRACTOR)
    return sorted(f.value["number"] for f in facts if f.value["programme"] == "KIM")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Gefördert werden im KIM dreierlei: eine strategische Koordinierung, das Case Management und "
            "zusätzliches Personal der Ausländerbehörden.",
            [1, 2, 3],
        ),
        (
            "Das Landesprogramm KIM ruht auf drei Säulen: der Steuerungsebene, dem rechtskreisübergreifenden "
            "Fallmanagement sowie der Stärkung der Ausländer- und Einbürgerungsbehörden.",
            [1, 2, 3],
        ),
        (
            "Aus KIM stehen 313.500 € für das Case Management, 120 T€ für die strategische Koordination und 57.000 € "
            "für eine Stelle in der Ausländerbehörde bereit.",
            [1, 2, 3],
        ),
        ("Für KIM wurden vier Stellen im Case Management und zwei Stellen in der Koordination bewilligt.", [1, 2]),
        (
            "Das KIM kennt die Personalpauschale zum Aufbau eines Fallmanagements und den Zuschuss für die "
            "Koordinierungsstellen.",
            [1, 2],
        ),
        ("Im KIM dient der erste Baustein der Koordination, der zweite finanziert Fallarbeit.", [1, 2]),
        ("Das KIM sieht drei Förderstränge vor:\n- Koordinierung\n- Case Management\n- Einbürgerung\n", [1, 2, 3]),
        ("Zum KIM gehören im Einzelnen:\n- Case Management für Einzelne\n- Koordinierung am Ort\n", [1, 2]),
        ("Im KIM ist die Modul-2-Stelle besetzt; zum Modul III fehlt der Bescheid.", [2, 3]),
        ("Die zweite Säule des KIM ist das Case Management.", [2]),
    ],
)
def test_a_module_told_by_its_task_or_order(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Das Case Management im KIM hat sich bewährt, die Koordination auch.",
        "KIM: Die Fachkräfte im Case Management und in der Koordination tagen monatlich.",
        "Zum KIM: Bei „Durchstarten“ gibt es eine Pauschale für das Case Management und 20.000 € für die Koordination.",
        "Die Stadt zahlt 5.000 € für die Koordination des Ehrenamts und 3.000 € für das Case Management der Klinik.",
        "Im KIM wird der zweite Stellenplan beraten.",
        "Fragen zum KIM:\n- Wer leitet das Case Management?\n- Hat die Koordination schon begonnen?\n",
    ],
)
def test_a_mere_mention_is_no_module(text):
    assert numbers(text) == []


def test_a_printed_number_wins_over_a_task():
    text = "Für KIM gibt es 20.000 € für Baustein 2 und 10.000 € für das Fallmanagement, 5.000 € für die Koordination."
    assert numbers(text) == [1, 2]
