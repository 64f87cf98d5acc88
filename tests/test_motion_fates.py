"""Wishes told with their fate, towns that apply for money, and outcomes told in the perfect."""

import pytest

from corpus.evidence import Document
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.applying_towns import applying_towns
from extractors.motion_fates import motion_fates
from extractors.outcome_perfect import perfect


def analysed(text: str) -> Analysis:
    text = "Kommunales Integrationsmanagement (KIM)\n\n" + text
    document = Document(file_sha256="0", media_type="text/plain", reader="text", reader_version=1, text=text)
    return Analysis(document, topic_named("kim"))


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("Ein Antrag der SPD-Fraktion, zwei weitere Stellen zu schaffen, wurde abgelehnt.", "SPD-Fraktion", "demand"),
        ("Der Vorschlag der CDU, auf das Projekt zu verzichten, fand keine Mehrheit.", "CDU", "reject"),
        ("Mehrheitlich abgelehnt wurde der Antrag der FDP auf Streichung der Stelle.", "FDP", "reject"),
        (
            "Frau Kolb (SPD) lobt den Bericht. Ihr Wunsch, den Beirat aufzunehmen, wird im Herbst beraten.",
            "Kolb",
            "demand",
        ),
        (
            "Herr Brand (UWG) warnt. Ein Antrag seiner Fraktion, erst zu berichten, scheiterte mit 3 zu 9.",
            "Brand",
            "demand",
        ),
    ],
)
def test_who_moved_it_takes_a_side(text: str, actor: str, stance: str) -> None:
    assert [(f.value["actor"], f.value["stance"]) for f in motion_fates(analysed(text))] == [(actor, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Dem Vorschlag der Verwaltung, die Stelle zu besetzen, wird gefolgt.",
        "Der Antrag der Stadt auf Förderung wurde bewilligt.",
        "Ein Antrag der SPD-Fraktion, die Stelle zu schaffen, liegt vor.",
        "Der Antrag wurde abgelehnt.",
    ],
)
def test_no_side_is_told(text: str) -> None:
    assert not list(motion_fates(analysed(text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fördermittel haben die Städte Altau, Bendorf und Celle beantragt.", ["Altau", "Bendorf", "Celle"]),
        ("Die Gemeinde Rosental und die Stadt Altau haben Mittel beantragt.", ["Rosental", "Altau"]),
        ("Anträge auf KOMM-AN-Mittel haben gestellt:\n- Stadt Altau\n- Gemeinde Rosental", ["Altau", "Rosental"]),
        ("Die Städte Altau und Bendorf liegen am Fluss.", []),
        ("Haben die Städte Altau und Bendorf Mittel beantragt?", []),
        ("Die Kommunen Mittel beantragt haben zwei.", []),
    ],
)
def test_towns_that_apply(text: str, names: list[str]) -> None:
    assert [n.split(" ", 1)[1] for _, _, n in applying_towns(analysed(text))] == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der Ausschuss hat von der Vorlage Kenntnis genommen.", True),
        ("Mit großer Mehrheit hat der Kreistag dem Ausbau zugestimmt.", True),
        ("Damit hat der Kreistag die Vorlage beschlossen.", True),
        ("Der Kreistag hat die Satzung bereits beschlossen.", False),
        ("Herr Brand fragt, ob der Kreistag das beschlossen hat.", False),
        ("Der Rat der Stadt Altau hat die Vorlage abgelehnt.", False),
        ("Der Kreistag hat am 3.5.2020 zugestimmt.", False),
    ],
)
def test_perfect_of_the_own_body(text: str, told: bool) -> None:
    assert (perfect(text, "Kreistag") is not None) == told
