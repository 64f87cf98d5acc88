"""What a sentence tells of another municipality is none of the own one's."""

import pytest

from corpus.evidence import Document
from corpus.other_towns import other_town
from extractors import amounts, head, modules, posts, states, topic_named
from extractors.analysis import Analysis

OTHERS = [
    ("StädteRegion Au", "Der Kreis Bergkamp kommt mit drei Stellen in der Einbürgerungsbehörde aus.", "Kreis Bergkamp"),
    ("StädteRegion Au", "Ein Blick über die Grenze zeigt: Der Kreis Bergkamp hat drei Stellen.", "Kreis Bergkamp"),
    ("Stadt Mühlau", "Auch die Stadt Kirchfehn sucht noch Personal für sieben Stellen.", "Stadt Kirchfehn"),
    ("Kreis Mühlau", "Auch die Stadt\nKirchfehn sucht noch Personal für sieben Stellen.", "Stadt Kirchfehn"),
    ("Stadt Mühlau", "Die Stadt Unterfurt erhält vom Land 407.000 Euro.", "Stadt Unterfurt"),
    ("Kreis Mühlau", "Die Stadt Unterfurt erhält vom Land 407.000 Euro.", "Stadt Unterfurt"),
    ("Kreis Mühlau", "Anders als hier sind in der Stadt Schlade vier Stellen bei den Kommunen.", "Stadt Schlade"),
    ("Stadt Bielau", "Im Kreis Güterfeld wurden 10 Stellen besetzt.", "Kreis Güterfeld"),
    ("Stadt Bielau", "Beim Rhein-Lippe-Kreis sind 10 Stellen besetzt.", "Rhein-Lippe-Kreis"),
    ("Stadt Bielau", "Die Verwaltung des Kreises Güterfeld hat 4 Stellen besetzt.", "Kreis Güterfeld"),
    ("Stadt Bielau", "Derzeit hat der Kreis Güterfeld 4 Stellen.", "Kreis Güterfeld"),
    ("", "Zum Vergleich: Der Kreis Güterfeld setzt 4 VZÄ ein.", "Kreis Güterfeld"),
    ("Stadt Bielau", "Wir haben zwei Stellen, der Kreis Güterfeld hat 4 Stellen.", "Kreis Güterfeld"),
    ("Stadt Bielau", "Was die Stadt Unterfurt mit 4 Stellen leistet, muss hier erprobt werden.", "Stadt Unterfurt"),
]
OWN = [
    ("Stadt Bielau", "Die Stadt Bielau hat 4 Stellen besetzt."),
    ("Kreis Güterfeld", "Die Verwaltung des Kreises Güterfeld hat 4 Stellen besetzt."),
    ("Kreis Güterfeld", "Die Stadt Unterfurt erhält 4 Stellen im Case Management."),
    ("Kreis Güterfeld", "In der Stadt Unterfurt werden 4 Stellen eingerichtet."),
    ("Kreis Güterfeld", "Die Anstellung erfolgt für 4 Stellen im Case Management bei der Stadt Unterfurt."),
    ("Kreis Güterfeld", "Mit der Stadt Unterfurt wurde vereinbart, dass 4 Stellen dort eingerichtet werden."),
    ("Stadt Bielau", "Gemeinsam mit dem Kreis Güterfeld hat die Stadt 4 Stellen eingerichtet."),
    ("Stadt Bielau", "Die Stadt hat 4 Stellen besetzt."),
    ("Stadt Bielau", "Für die Stadt Fördermittel einzuwerben, hat der Kreis Personal mit 4 Stellen."),
    ("Stadt Bielau", "Der Kreis Güterfeld weist der Stadt Bielau 4 Stellen zu."),
    ("", "Die Stadt Unterfurt hat 4 Stellen besetzt."),
    ("Stadt Bielau", "Der Kreis Güterfeld hat 9, wir haben 4 Stellen."),
    ("Märkischer Kreis", "Im Märkischen Kreis sind 4 Stellen besetzt."),
]


@pytest.mark.parametrize(("own", "text", "name"), OTHERS)
def test_what_another_municipality_has_is_told_of_it(own, text, name):
    at = text.rindex("407") if "407" in text else max(text.rfind("Stellen"), text.rfind("VZÄ"))
    assert other_town(text, at, own) == name


@pytest.mark.parametrize(("own", "text"), OWN)
def test_the_own_municipality_and_its_towns_are_no_others(own, text):
    assert other_town(text, text.rindex("4"), own) is None


def test_a_town_that_gets_posts_passed_on_in_the_document_is_a_member():
    text = "Die Stadt Unterfurt hat 4 Stellen besetzt."
    assert other_town(text, 26, "Kreis Güterfeld") == "Stadt Unterfurt"
    passed_on = f"Drei Stellen gehen an die Stadt Unterfurt. {text}"
    assert other_town(text, 26, "Kreis Güterfeld", document=passed_on) is None


def test_there_goes_back_to_the_sentence_before():
    assert other_town("Dort sind 4 Stellen besetzt.", 10, "Stadt Bielau", before="Im Kreis Süderau läuft es.")
    assert other_town("Dort sind 4 Stellen besetzt.", 10, "Stadt Bielau", before="Im Amt läuft es.") is None


HEAD = "Kommunales Integrationsmanagement (KIM): Bericht an den Rat der Stadt Bielau\n\n"


def facts(text, extractor):
    text = HEAD + text
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    for before in (head, modules):
        analysis.run(before.EXTRACTOR)
    return [f.value for f in analysis.run(extractor.EXTRACTOR)]


def test_a_sum_of_another_municipality_has_its_name():
    found = facts("Die Stadt Unterfurt erhält vom Land 407.000 Euro. Die Stadt erhält 90.000 Euro.", amounts)
    assert [(f["value_eur"], f.get("place")) for f in found] == [(407_000, "Stadt Unterfurt"), (90_000, None)]


def test_a_state_of_another_municipality_has_its_name():
    found = facts("Im Kreis Güterfeld sind alle KIM-Stellen besetzt. Die Stellen sind hier ausgeschrieben.", states)
    assert [f.get("place") for f in found if f["stage"] in ("filled", "advertised")] == ["Kreis Güterfeld", None]


@pytest.mark.parametrize("asked", ["Herr Yilmaz fragt, ob die Stadt 5 KIM-Stellen einrichten wird."])
@pytest.mark.parametrize(
    "answer",
    ["Frau Schulz verneint dies.", "Nein.", "Frau Schulz sagt, das sei nicht vorgesehen.", "Dies trifft nicht zu."],
)
def test_what_is_asked_and_denied_is_no_post(asked, answer):
    assert facts(f"{asked} {answer} Im Kreis Güterfeld wurden 10 Stellen besetzt.", posts) == []


def test_a_state_of_another_municipality_answers_nothing():
    text = "Herr Yilmaz fragt, ob die 5 KIM-Stellen besetzt sind. Im Kreis Güterfeld sind alle Stellen besetzt."
    assert [(f["number"], f["status"]) for f in facts(text, posts)] == [(5, None)]
    own = "Herr Yilmaz fragt, ob die 5 KIM-Stellen besetzt sind. In der Stadt Bielau sind alle Stellen besetzt."
    assert [(f["number"], f["status"]) for f in facts(own, posts)] == [(5, "filled")]


@pytest.mark.parametrize(
    "text",
    [
        "Die Betreuung der Geräte übernehmen zwei Fachkräfte.",
        "Um die Pflege der Grünanlagen kümmern sich zwei Fachkräfte.",
        "Die Wartung der Anlage erledigen zwei Mitarbeiter.",
    ],
)
def test_staff_of_other_tasks_are_no_posts_of_the_topic(text):
    found = facts(f"Im KIM sind 6 Stellen besetzt. {text}", posts)
    assert [f["number"] for f in found if f["programme"] == "KIM"] == [6]


@pytest.mark.parametrize(
    "text", ["Das Case Management übernehmen zwei Fachkräfte.", "Zwei Stellen betreuen die Klienten."]
)
def test_staff_of_the_topic_count(text):
    assert [f["number"] for f in facts(f"Im KIM sind 6 Stellen besetzt. {text}", posts)] == [6, 2]
