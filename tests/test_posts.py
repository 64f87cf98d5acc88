"""Posts: which numbers count posts, and what their clause says of module, employer and state."""

import time

import pytest

from corpus.evidence import Document
from extractors import (
    modules,
    post_cells,
    post_context,
    post_cues,
    post_elsewhere,
    post_lists,
    post_modules,
    post_nouns,
    post_numbers,
    post_parts,
    post_places,
    post_questions,
    post_rows,
    post_state_words,
    post_states,
    post_tables,
    posts,
    topic_named,
)
from extractors.analysis import Analysis


def read(text):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"))
    analysis.run(modules.EXTRACTOR)
    return analysis.run(posts.EXTRACTOR)


def values(text, *fields):
    return [tuple(f.value[name] for name in fields) for f in read(text)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Für KIM gibt es 2,5 Stellen.", 2.5, "posts"),
        ("Im KIM sind vier neue unbefristete Stellen geplant.", 4, "posts"),
        ("Im KIM sind 1,75 VZÄ besetzt.", 1.75, "fte"),
        ("Das KIM hat drei Vollzeitäquivalente.", 3, "fte"),
        ("Auf das KIM entfällt ein Stellenanteil von 0,85.", 0.85, "post shares"),
        ("Im KIM sind 0,85 Stellenanteile frei.", 0.85, "post shares"),
        ("Kreisweit gibt es 14 Casemanager*innen im KIM.", 14, "persons"),
        ("Im KIM arbeitet eine halbe Stelle.", 0.5, "posts"),
        ("Im KIM wird eine Dreiviertelstelle ausgeschrieben.", 0.75, "posts"),
        ("Im KIM wurde eine zusätzliche Stelle besetzt.", 1, "posts"),
        ("Die Stellen des KIM (insgesamt 4,5) sind besetzt.", 4.5, "posts"),
        ("Das KIM wächst von 6 auf 12 Stellen.", 12, "posts"),
    ],
)
def test_a_number_of_posts(text, number, unit):
    assert values(text, "number", "unit") == [(number, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Für das KIM werden zwei Beratungsstellen und drei Anlaufstellen eingerichtet.",
        "Das KIM hat eine Koordinierungsstelle.",
        "Die Stellen des KIM werden ausgeschrieben.",
        "Im KIM wurden 214 Personen beraten.",
        "Das KIM steht an einer Stelle im Haushalt.",
        "Im KIM kostet es 57.000 € je VZÄ.",
        "Am KIM nehmen fünf Gemeinden teil; die Stellen sind frei.",
        "Ohne dass im KIM eine einzige Stelle ausgeschrieben wurde.",
        "Im KIM gibt es drei Schnittstellen.",
    ],
)
def test_no_number_of_posts(text):
    assert read(text) == []


def test_a_range_stays_a_range():
    text = "Die drei bis vier städtischen Case Manager:innen sollen im KIM beginnen."
    fields = ("number", "number_min", "number_max", "module", "carrier", "status")
    assert values(text, *fields) == [(None, 3, 4, 2, "municipality", "planned")]


def test_several_posts_in_a_sentence_keep_their_own_module_and_employer():
    text = "Im KIM arbeiten 2,5 Stellen im Kommunalen Integrationszentrum und eine Stelle bei der Caritas."
    assert values(text, "number", "carrier") == [(2.5, "municipality_ki"), (1, "welfare_associations")]
    text = "Der Kreistag beschließt für das KIM 9 Stellen (7,5 Stellen Modul II, 1,5 Stellen Modul III)."
    assert values(text, "number", "module", "status") == [
        (9, None, "decided"), (7.5, 2, "decided"), (1.5, 3, "decided"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Für das KIM kann der Kreis 3,5 Overhead-Stellen beantragen.", "applicable"),
        ("Ein Zuwendungsbescheid für 4 Case-Management-Stellen des KIM liegt ohne Antrag vor.", "granted"),
        ("Die Verwaltung hatte zunächst geplant, zwei Stellen des KIM der AWO zu geben.", "superseded"),
        ("Im KIM sind 4,5 Stellen besetzt.", "filled"),
        ("Im KIM sind 4,5 Stellen noch nicht besetzt.", None),
        ("Im KIM sollen 4,5 Stellen besetzt werden.", "planned"),
        ("Im KIM konnten bereits zwei Stellen besetzt werden.", "filled"),
        ("Im KIM sind 4,5 Stellen ausgeschrieben.", "advertised"),
        ("Im KIM werden 0,5 VZÄ als Stundenaufstockung vergeben.", "hours_increase"),
    ],
)
def test_the_state_of_posts(text, status):
    assert {f.value["status"] for f in read(text)} == {status}


def test_what_is_said_of_a_part_goes_back_to_the_whole():
    text = (
        "Das KIM wird gefördert mit 5 Fallmanagement-Stellen. Davon sind drei Stellen im Kommunalen "
        "Integrationszentrum, die übrigen zwei Stellen bei der Diakonie."
    )
    assert values(text, "number", "module", "carrier") == [
        (5, 2, "mixed"), (3, 2, "municipality_ki"), (2, 2, "welfare_associations"),
    ]  # fmt: skip


def test_an_answer_tells_the_state_that_the_question_asked_for():
    text = (
        "KA Muster fragt nach den vorgesehenen 2,0 VZÄ des KIM für die Ausländerbehörde.\n\n"
        "Die Verwaltung teilt mit, die Stellen in der Ausländerbehörde seien schon besetzt."
    )
    (fact,) = read(text)
    assert (fact.value["module"], fact.value["carrier"], fact.value["status"]) == (3, "foreigners_authority", "filled")
    assert "schon besetzt" in fact.evidence[1].quote


def test_a_new_place_replaces_the_rejected_one():
    text = (
        "Es lässt sich nicht mehr begründen, die vier Case-Management-Stellen des KIM bei den Verbänden anzusiedeln. "
        "Sie werden daher im Kommunalen Integrationszentrum eingerichtet."
    )
    assert values(text, "number", "carrier", "status") == [
        (4, "welfare_associations", "superseded"),
        (4, "municipality_ki", "planned"),
    ]


def test_posts_of_another_programme_keep_its_name_and_number():
    text = "Das KIM folgt. Bei „Durchstarten“ fördert Baustein 6 zwei Teilhabemanagement-Stellen."
    ((programme, module),) = values(text, "programme", "module")
    assert (programme, module) == ("Durchstarten in Ausbildung und Arbeit (Teilhabemanagement)", 6)


MODULES = (
    posts,
    post_lists,
    post_modules,
    post_nouns,
    post_rows,
    post_cues,
    post_state_words,
    post_numbers,
    post_context,
    post_parts,
    post_tables,
    post_elsewhere,
    post_cells,
    post_places,
    post_questions,
    post_states,
)


@pytest.mark.parametrize("piece", ["5 Stellen, ", "fünf der sechs Stellen und ", "Davon 3 Stellen im KI. "])
def test_a_long_line_of_posts_takes_time_by_its_length_only(piece):
    begin = time.process_time()
    assert read(piece * (20_000 // len(piece)))
    assert time.process_time() - begin < 15


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Statt bisher fünf werden im KIM künftig acht Stellen gefördert.", [(5, "superseded"), (8, "granted")]),
        ("Das Land erhöht das KIM von bislang drei auf fünf VZÄ.", [(3, "superseded"), (5, None)]),
        ("Das KIM hat 4 Stellen; drei besetzt, eine seit dem 01.02.2024 ausgeschrieben.", [
            (4, None), (3, "filled"), (1, "advertised"),
        ]),
        ("Das KIM hat 7,5 Stellen, besetzt sind davon 6,0.", [(7.5, None), (6, "filled")]),
        ("Dem KIM sind 6 Stellen bewilligt. Hiervon sind vier beim Kreis und zwei bei der Caritas angebunden.", [
            (6, "granted"), (4, "granted"), (2, "granted"),
        ]),
        ("Im KIM wird eine halbe Stelle um 0,2 Stellenanteile aufgestockt.", [(0.5, None), (0.2, "hours_increase")]),
        ("Im KIM ist eine Stelle vakant.", [(1, None)]),
        ("Im KIM sind 5,5 von 7 Stellen besetzt.", [(5.5, "filled"), (7, None)]),
        ("Im KIM sind vier Mitarbeiterinnen tätig.", [(4, "filled")]),
        ("Das KIM soll um eine weitere Vollzeitstelle wachsen.", [(1, "planned")]),
        ("Geplant ist, im KIM die Zahl der Case Manager von zwei auf drei zu heben.", [(3, "planned")]),
        ("Im KIM sind zwei Stellen in Aussicht gestellt.", [(2, "planned")]),
        ("Im KIM ist die Besetzung von zwei Stellen abgeschlossen.", [(2, "filled")]),
    ],
)  # fmt: skip
def test_parts_and_former_numbers_have_a_state_of_their_own(text, found):
    assert values(text, "number", "status") == found


TABLE = (
    "Stellen im Kommunalen Integrationsmanagement (KIM)\n"
    "Bereich\tVZÄ bewilligt\tdavon besetzt\tFörderung in Euro\n"
    "Baustein 1 (Koordination)\t2,5\t2,0\t150.000\n"
    "Case Management\t7,0\t5,5\t420.000\n"
    "Summe\t9,5\t7,5\t570.000"
)


def test_a_table_tells_posts_by_column_and_row():
    assert values(TABLE, "number", "unit", "module", "status") == [
        (2.5, "fte", 1, "granted"), (2, "fte", 1, "filled"),
        (7, "fte", 2, "granted"), (5.5, "fte", 2, "filled"),
        (9.5, "fte", None, "granted"), (7.5, "fte", None, "filled"),
    ]  # fmt: skip


def test_a_list_of_places_tells_posts_under_its_heading():
    text = (
        "KIM: Der Verteilung der 5,0 Stellen im Case Management wird zugestimmt.\n\n"
        "Verteilung der 5,0 Stellen\n- Stadt Aldorf: 3,0\n- Gemeinde Bruch: 1,5 (mit Cleve)\n- Beim Kreis: 0,5\n"
    )
    found = values(text, "number", "module", "carrier")[-3:]
    assert found == [(3, 2, "member_municipality"), (1.5, 2, "member_municipality"), (0.5, 2, "municipality")]


def test_employees_count_only_where_they_are_employed():
    assert read("Zum KIM kamen 40 Personen. Im KIM wurden 30 Mitarbeitende befragt.") == []


def test_a_minimum_is_no_post():
    assert read("KIM\n- Mindestumfang: halbe Stelle\n") == []


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("Im KIM sind 2 Stellen in der Fachstelle Integration angesiedelt.", "municipality"),
        ("Baustein 3 des KIM umfasst 1,5 Stellen.", "foreigners_authority"),
        ("Im KIM hat das Ausländeramt eine Stelle besetzt.", "foreigners_authority"),
        ("Das KIM soll eine Fallmanagerin bekommen. Anstellungsträgerin ist die Gemeinde.", "municipality"),
    ],
)
def test_the_employer_of_posts(text, carrier):
    assert {f.value["carrier"] for f in read(text)} == {carrier}
