"""Posts in questions: what is asked is not said; what an answer says is cited with the question."""

import pytest

from corpus.evidence import Document
from extractors import modules, posts, topic_named
from extractors.analysis import Analysis


def read(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    analysis.run(modules.EXTRACTOR)
    return analysis.run(posts.EXTRACTOR)


def states(text):
    return [(f.value["number"], f.value["status"]) for f in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "KA Muster bittet um Mitteilung, ob alle 9,5 Stellen des KIM bereits ausgeschrieben sind.",
        "Herr Born fragt, ob die vier Stellen im KIM besetzt seien.",
        "Frau Born möchte gern wissen, wann die vier Stellen im KIM besetzt wurden.",
        "Frau Born erkundigt sich, wie viele der 12 Stellen des KIM besetzt sind.",
        "Die Fraktion fragt an, warum die drei Stellen im KIM erst jetzt ausgeschrieben wurden.",
        "Sind die sieben Stellen des KIM inzwischen besetzt?",
        "Wie weit ist die Ausschreibung der sechs Stellen im KIM?",
        "Herr Born fragt nach der Ausschreibung der sechs Stellen im KIM.",
        "Es ist offen, ob die fünf Stellen des KIM besetzt werden konnten.",
        "Die Ausschussmitglieder bitten um Auskunft, inwieweit die zwei Stellen im KIM besetzt sind.",
    ],
)
def test_a_question_tells_no_state(text):
    assert [status for _, status in states(text)] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Herr Born fragt nach den vorgesehenen 2,5 VZÄ im KIM.", (2.5, "planned")),
        ("Herr Born fragt nach den 2,5 VZÄ im KIM, die für die Einbürgerung bewilligt wurden.", (2.5, "granted")),
        ("Frau Born möchte wissen, wann die vier Stellen im KIM besetzt werden sollen.", (4, "planned")),
        ("Auf die Frage, wann es losgehe, teilt Frau Born mit, die vier Stellen im KIM seien besetzt.", (4, "filled")),
        ("Die Verwaltung bittet um Zustimmung; die drei Stellen im KIM sind ausgeschrieben.", (3, "advertised")),
        ("Wie bereits berichtet, sind drei Stellen im KIM besetzt.", (3, "filled")),
    ],
)
def test_what_stands_beside_a_question_is_said(text, told):
    assert states(text) == [told]


QUESTION = "KA Muster fragt, ob alle 9,5 Stellen des KIM ausgeschrieben sind. "


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Frau Born teilt mit, dass alle Stellen intern und extern ausgeschrieben werden.", "advertised"),
        ("Frau Born erklärt, sämtliche Stellen würden öffentlich ausgeschrieben.", "advertised"),
        ("Die Verwaltung bejaht dies.", "advertised"),
        ("Frau Born antwortet, dies sei der Fall.", "advertised"),
        ("Frau Born teilt mit, dass inzwischen alle Stellen besetzt seien.", "filled"),
        ("Frau Born teilt mit, dies sei noch nicht der Fall.", None),
        ("Die Verwaltung verneint dies.", None),
        ("Frau Born sagt eine Antwort zur Niederschrift zu.", None),
        ("Herr Wolf fragt, ob alle Stellen befristet ausgeschrieben seien.", None),
    ],
)
def test_an_answer_tells_the_state_and_is_cited_with_the_question(answer, status):
    fact = read(QUESTION + answer)[0]
    assert (fact.value["number"], fact.value["status"]) == (9.5, status)
    assert (answer in fact.evidence[0].quote) == (status is not None)
    assert "alle 9,5 Stellen" in fact.evidence[0].quote


def test_the_whole_is_not_dropped_with_the_employer_of_a_part():
    facts = read("Zunächst war geplant, vier der sieben Case-Management-Stellen des KIM bei der Caritas anzusiedeln.")
    told = [(f.value["number"], f.value["carrier"], f.value["status"]) for f in facts]
    assert told == [(4, "welfare_associations", "superseded"), (7, None, "planned")]
    assert all("geplant, vier der sieben" in f.evidence[0].quote for f in facts)


def test_a_new_place_is_cited_with_the_dropped_one():
    place = "Sie werden daher im Kommunalen Integrationszentrum eingerichtet."
    (fact,) = read(f"Es lässt sich nicht mehr begründen, die vier Case-Management-Stellen des KIM abzugeben. {place}")
    assert fact.value["carrier"] == "municipality_ki"
    assert place in fact.evidence[0].quote
