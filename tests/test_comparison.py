"""Cells of the comparison: their states, which claim stands in front, what contradicts what."""

import re
from dataclasses import replace

import pytest

from corpus.bodies import known_bodies
from corpus.store import Corpus
from corpus.topic import words
from reports.comparison import STATES, compare
from reports.dossier import outcomes
from reports.labels import GRADES, ROLES, STATE_NOTES, STATE_SIGNS
from reports.labels import STATES as WORDS
from reports.library import load
from reports.matrix import _claim
from reports.places import sentence
from reports.words import date, number, short, value_text
from tests.towns import Town, pack


@pytest.fixture
def topic(tmp_path):
    return pack(tmp_path)


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "test.db") as corpus:
        yield corpus


@pytest.fixture
def town(corpus):
    return Town(corpus, "Kreis Quellmark")


def post(number=None, status=None, quote="Stellen", **more):
    return ("post", {"number": number, "unit": "posts", "module": 1, "status": status, **more}, quote)


def cells(corpus, topic, name="Kreis Quellmark"):
    row = next(r for r in compare(load(corpus), topic).rows if r.town.name == name)
    return {c.variable.id: c for c in row.cells}


def told(cell):
    return [t.text for t in cell.front]


def roles(cell):
    return [(t.text, t.role) for t in cell.others]


TEXT = "Der Lotsendienst hat Stellen."


def test_every_state_grade_and_role_has_german_words():
    assert tuple(WORDS) == STATES
    assert set(STATE_NOTES) == set(STATE_SIGNS) == set(STATES)
    assert set(GRADES) == {"stated", "read", "reviewed"}
    assert {"front", "earlier", "later", "superseded", "implausible", "statewide", "agrees"} <= set(ROLES)


def test_known_municipalities_are_the_denominator_and_unknown_ones_join_with_documents(corpus, topic, town):
    town.add(TEXT)
    Town(corpus, "Stadt Bonn", ags="05314").add("Nichts davon.")
    comparison = compare(load(corpus), topic)
    assert [r.town.name for r in comparison.rows] == ["Stadt Bonn", "Kreis Quellmark"]
    assert comparison.known == len(known_bodies()) == 54
    assert comparison.known_covered == 1
    assert len(comparison.uncovered) == 53


def test_found_with_value_date_and_grade(corpus, topic, town):
    town.add(TEXT, post(3.5, "applicable"), date="2021-02-17")
    cell = cells(corpus, topic)["L3"]
    assert cell.state == "found"
    assert told(cell) == ["3,5 Stellen"]
    claim = cell.front[0].claim
    assert (claim.date, claim.grade, claim.quote.quote) == ("2021-02-17", "read", "Stellen")


def test_nothing_found_is_not_zero(corpus, topic, town):
    town.add("Der Lotsendienst wird beraten.")
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, cell.front, cell.mention) == ("not_found", (), None)


def test_without_a_document_about_the_topic_nothing_was_looked_for(corpus, topic, town):
    town.add("Der Bescheid ist da. Es geht um Radwege.")
    assert {c.state for c in cells(corpus, topic).values()} == {"no_document"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Der Lotsendienst läuft. Für den Wegweiser kam der Bescheid.", None),
        ("Der Lotsendienst läuft.\n\nDer Wegweiser hilft. Der Bescheid ging im Mai ein.", None),
        (
            "Für den Wegweiser kam der Bescheid.\n\nZum Lotsendienst steht der Bescheid aus.",
            "Zum Lotsendienst steht der Bescheid aus.",
        ),
        (
            "Der Bescheid für Wegweiser und Lotsendienst steht aus.",
            "Der Bescheid für Wegweiser und Lotsendienst steht aus.",
        ),
        ("Der Lotsendienst läuft. Der Bescheid steht aus. Der Wegweiser endet.", "Der Bescheid steht aus."),
    ],
)
def test_a_mention_stands_in_a_sentence_of_the_topic_itself(corpus, topic, town, text, quote):
    town.add(text)
    cell = cells(corpus, topic)["L2"]
    assert (cell.mention.passage.quote if cell.mention else None) == quote
    assert cell.state == ("mentioned_without_value" if quote else "not_found")


def test_a_mention_in_what_was_read_of_another_programme_is_none(corpus, topic, town):
    text = "Zum Lotsendienst. Der Bescheid über 5 Euro liegt vor."
    town.add(text, ("money", {"value_eur": 5, "programme": "Wegweiser"}, "Der Bescheid über 5 Euro"), topic=None)
    assert cells(corpus, topic)["L2"].state == "not_found"


def test_words_of_another_matter_keep_a_claim_out(corpus, topic, town):
    town.add("Lotsendienst: Die Änderungen wurden beschlossen.", ("result", {"raw": "beschlossen"}, "beschlossen"))
    assert cells(corpus, topic)["L1"].state == "found"
    variables = [replace(v, never=words(["Änderungen"])) for v in topic.variables]
    assert cells(corpus, replace(topic, variables=tuple(variables)))["L1"].state == "not_found"


def test_a_category_is_no_number_for_a_machine(corpus, topic, town):
    text = "Lotsendienst: fünf bis sechs eigene Lotsen."
    value = {"number_min": 5, "number_max": 6, "unit": "persons", "module": 1, "carrier": "municipality"}
    town.add(text, ("post", value, "fünf bis sechs eigene Lotsen"))
    employer = replace(topic.variables[2], show=("carrier", "status"), least=None, most=None)
    made = {}
    for variable in (employer, topic.variables[2]):
        told = cells(corpus, replace(topic, variables=(variable,)))["L3"].front[0]
        claim = _claim(told, variable)
        made[variable.show[0]] = (claim["value"], claim["unit"])
    assert made == {"carrier": ("municipality", None), "number": ("5..6", "persons")}


def test_a_stated_zero_is_a_value(corpus, topic, town):
    town.add(TEXT, ("post", {"number": 0, "unit": "posts", "module": None, "status": None}, "Stellen"))
    assert told(cells(corpus, topic)["L4"]) == ["0 Stellen"]


def test_a_cue_near_the_topic_is_a_mention(corpus, topic, town):
    town.add("Zum Lotsendienst: Die Lotsenstellen werden gezählt.", date="2022-01-01")
    cell = cells(corpus, topic)["L3"]
    assert cell.state == "mentioned_without_value"
    assert cell.mention.passage.quote == "Zum Lotsendienst: Die Lotsenstellen werden gezählt."
    assert cell.mention.doc.text[cell.mention.passage.start : cell.mention.passage.end] == cell.mention.passage.quote


def test_a_cue_far_from_the_topic_is_none(corpus, topic, town):
    town.add("Lotsendienst. " + "Anderes. " * 200 + "Ein Bescheid zum Bau.")
    assert cells(corpus, topic)["L2"].state == "not_found"


def test_a_cue_in_a_document_without_the_topic_is_none(corpus, topic, town):
    town.add("Ein Bescheid zum Bau der Feuerwache.")
    assert cells(corpus, topic)["L2"].state == "no_document"


def test_a_claim_without_value_is_a_mention(corpus, topic, town):
    town.add(TEXT, post(None, "filled"))
    cell = cells(corpus, topic)["L3"]
    assert cell.state == "mentioned_without_value"
    assert cell.mention.claim.kind == "post"


def test_only_unreadable_files(corpus, topic, town):
    town.add(" \n", named=True)
    assert {c.state for c in cells(corpus, topic).values()} == {"unreadable"}


def test_an_unreadable_file_belongs_to_the_only_municipality_of_its_host(corpus, topic, town):
    town.add(TEXT)
    town.add_unreadable("plan.pdf")
    assert [u.town for u in load(corpus).unread] == [town.body.id]


def test_facts_of_another_topic_or_none_do_not_count(corpus, topic, town):
    town.add(TEXT, post(3, "granted"), topic=None)
    assert cells(corpus, topic)["L3"].state == "not_found"


def test_where_filters(corpus, topic, town):
    town.add("Stellen fünf, Stellen sechs", post(5, "granted", programme="Wegweiser"), post(6, "granted", module=2))
    found = cells(corpus, topic)
    assert found["L3"].state == found["L4"].state == "not_found"


@pytest.mark.parametrize("programme", [None, "LOTS"])
def test_empty_programme_and_none_module_stand_for_an_absent_value(corpus, topic, town, programme):
    town.add(TEXT, ("post", {"number": 7, "unit": "posts", "programme": programme}, "Stellen"))
    found = cells(corpus, topic)
    assert told(found["L4"]) == ["7 Stellen"]
    assert found["L3"].state != "found"


def test_latest_document_wins_and_the_earlier_stays_visible(corpus, topic, town):
    town.add(TEXT, post(4, "granted"), date="2021-01-01")
    town.add(TEXT + " Neu.", post(5, "granted"), date="2022-01-01")
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, told(cell), roles(cell)) == ("found", ["5 Stellen"], [("4 Stellen", "earlier")])


def test_a_later_plan_does_not_replace_what_was_granted(corpus, topic, town):
    town.add(TEXT, post(4, "granted"), date="2021-01-01")
    town.add(TEXT + " Neu.", post(8, "planned"), date="2022-01-01")
    cell = cells(corpus, topic)["L3"]
    assert (told(cell), roles(cell)) == (["4 Stellen"], [("8 Stellen", "plan")])


def test_plans_alone_are_shown_latest_first(corpus, topic, town):
    town.add(TEXT, post(4, "planned"), date="2021-01-01")
    town.add(TEXT + " Neu.", post(8, "applicable"), date="2022-01-01")
    assert told(cells(corpus, topic)["L3"]) == ["8 Stellen"]


def test_on_one_day_the_stronger_status_wins(corpus, topic, town):
    text = "Lotsendienst: Stellen bewilligt, Stellen besetzt."
    town.add(text, post(5, "granted"), post(2, "filled", "Stellen besetzt"), date="2021-01-01")
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, told(cell), roles(cell)) == ("found", ["2 Stellen"], [("5 Stellen", "beside")])


def test_a_dated_document_wins_over_one_without_date(corpus, topic, town):
    town.add(TEXT, post(9, "granted"))
    town.add(TEXT + " Neu.", post(5, "granted"), date="2020-01-01")
    cell = cells(corpus, topic)["L3"]
    assert (told(cell), roles(cell)) == (["5 Stellen"], [("9 Stellen", "undated")])


def test_same_day_same_status_other_number_is_contradictory(corpus, topic, town):
    town.add(TEXT, post(4, "granted"), date="2021-01-01")
    town.add(TEXT + " Neu.", post(5, "granted"), date="2021-01-01")
    cell = cells(corpus, topic)["L3"]
    assert cell.state == "contradictory"
    assert sorted(told(cell)) == ["4 Stellen", "5 Stellen"]


def test_numbers_of_different_years_do_not_contradict(corpus, topic, town):
    base = {"module": None, "unit": "posts", "status": "granted"}
    first = ("post", {**base, "number": 4}, "4 Stellen 2022")
    town.add("Lotsendienst: 4 Stellen 2022, 5 Stellen 2023.", first, ("post", {**base, "number": 5}, "5 Stellen 2023"))
    assert cells(corpus, topic)["L4"].state == "found"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"number": 5}, {"number": 5}),
        ({"number": 5}, {"number_min": 5, "number_max": 6}),
        ({"number": 100, "approx": True}, {"number": 100.4}),
    ],
)
def test_numbers_that_can_both_be_true_agree(corpus, topic, town, one, other):
    base = {"unit": "posts", "status": "granted"}
    text = "Lotsendienst: Stellen hier, Stellen dort."
    first = ("post", {"module": None, **base, **one}, "Stellen hier")
    town.add(text, first, ("post", {"module": None, **base, **other}, "Stellen dort"))
    cell = cells(corpus, topic)["L4"]
    assert (cell.state, len(cell.front)) == ("found", 1)
    assert [t.role for t in cell.others] == ["agrees"]


def test_the_whole_stands_before_its_parts(corpus, topic, town):
    text = "Lotsendienst: vier Stellen, davon zwei Stellen beim Verband."
    part = post(2, "granted", "zwei Stellen", carrier="welfare_associations")
    town.add(text, post(4, "granted", "vier Stellen"), part)
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, told(cell), roles(cell)) == ("found", ["4 Stellen"], [("2 Stellen", "beside")])


def test_parts_alone_stand_side_by_side(corpus, topic, town):
    text = "Lotsendienst: drei Stellen beim Kreis, zwei Stellen beim Verband."
    own = post(3, "granted", "drei Stellen", carrier="municipality")
    town.add(text, own, post(2, "granted", "zwei Stellen", carrier="welfare_associations"))
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, told(cell)) == ("found", ["3 Stellen", "2 Stellen"])


def test_numbers_that_add_up_are_no_contradiction(corpus, topic, town):
    text = "Lotsendienst: 3,5 Stellen, davon 2,5 Leitung und 1,0 Büro."
    town.add(text, post(3.5, "granted", "3,5"), post(2.5, "granted", "2,5"), post(1, "granted", "1,0"))
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, told(cell)) == ("found", ["3,5 Stellen"])


@pytest.mark.parametrize(("status", "role"), [("superseded", "superseded"), ("hours_increase", "change")])
def test_what_is_superseded_or_a_mere_change_never_wins(corpus, topic, town, status, role):
    town.add(TEXT, post(4, "granted"), date="2021-01-01")
    town.add(TEXT + " Neu.", post(9, status), date="2022-01-01")
    cell = cells(corpus, topic)["L3"]
    assert (told(cell), roles(cell)) == (["4 Stellen"], [("9 Stellen", role)])


def test_only_superseded_claims_give_no_value(corpus, topic, town):
    town.add(TEXT, post(9, "superseded"))
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, cell.front, roles(cell)) == (
        "mentioned_without_value",
        (),
        [("9 Stellen", "superseded")],
    )


def test_a_share_and_a_sum_do_not_contradict_each_other(corpus, topic, town):
    money = {"value_eur": None, "value_pct": None}
    share, eur = {**money, "value_pct": 20}, {**money, "value_eur": 60000}
    text = "Lotsendienst: Der Anteil beträgt 20 %, das sind 60.000 Euro."
    town.add(text, ("money", share, "20 %"), ("money", eur, "60.000 Euro"), date="2021-05-04")
    variable = replace(topic.variables[4], show=("value_eur", "value_pct"), least=None)
    cell = cells(corpus, replace(topic, variables=(variable,)))["L5"]
    assert (cell.state, told(cell)) == ("found", ["20 %", "60.000 Euro"])


@pytest.mark.parametrize(
    ("text", "amount", "whole_land"),
    [
        ("Landesweit stehen dafür 75 Millionen Euro bereit.", "75 Millionen Euro", True),
        ("75 Mio. Euro sind es im ganzen Land.", "75 Mio. Euro", True),
        ("Das Land gibt 75 Mio. Euro für die 54 Kommunen.", "75 Mio. Euro", True),
        ("NRW-weit werden rund 75 Mio. € verteilt.", "75 Mio. €", True),
        ("Der Landeshaushalt 2021 sieht dafür 25 Mio. Euro vor.", "25 Mio. Euro", True),
        ("Alle Kreise und kreisfreien Städte erhalten zusammen 50 Mio. Euro.", "50 Mio. Euro", True),
        ("Landesweit sind es 75 Mio. Euro, davon entfallen 310.000 Euro auf den Kreis.", "310.000 Euro", False),
        ("Landesweit sind es 75 Mio. Euro, davon entfallen 310.000 Euro auf den Kreis.", "75 Mio. Euro", True),
        ("Der Kreis erhält 310.000 Euro von landesweit 75 Mio. Euro.", "310.000 Euro", False),
        ("Aus dem landesweiten Programm erhält der Kreis 310.000 Euro.", "310.000 Euro", False),
        ("Die 12 Kommunen im Kreis erhalten 310.000 Euro.", "310.000 Euro", False),
        ("Das Programm läuft landesweit. Bewilligt sind 310.000 Euro.", "310.000 Euro", False),
        ("Das Land zahlt 310.000 Euro.", "310.000 Euro", False),
        ("Der Etat des Landes beträgt 25 Mio. €. Bewilligt sind 310.000 Euro.", "310.000 Euro", False),
        ("Auf den Kreis entfallen 310.000 Euro, landesweit ist das ein Rekord.", "entfallen 310.000 Euro", False),
    ],
)
def test_a_sum_of_the_whole_land_is_no_municipalitys(corpus, topic, town, text, amount, whole_land):
    value = {"value_eur": 310000 if "310" in amount else int(amount[:2]) * 1_000_000}
    whole = next(
        s for s in text.replace("€. ", "€.\n").replace("landesweit. ", "landesweit.\n").split("\n") if amount in s
    )
    town.add(f"Lotsendienst.\n\n{text}", ("money", value, amount), ("money", value, whole), date="2021-05-04")
    cell = cells(corpus, topic)["L5"]
    assert {t.role for t in (*cell.front, *cell.others)} == ({"statewide"} if whole_land else {"front", "agrees"})


def test_implausible_claims_are_shown_and_never_win(corpus, topic, town):
    town.add(TEXT, post(2021, "granted"), date="2022-01-01")
    town.add(TEXT + " Alt.", post(4, "granted"), date="2021-01-01")
    cell = cells(corpus, topic)["L3"]
    assert (told(cell), roles(cell)) == (["4 Stellen"], [("2.021 Stellen", "implausible")])


def test_amounts_of_different_periods_stand_side_by_side(corpus, topic, town):
    text = "Lotsendienst: 50.000 Euro pro Jahr, 120.000 Euro insgesamt."
    yearly = ("money", {"value_eur": 50000, "period": "per_year", "approx": True}, "50.000 Euro")
    town.add(text, yearly, ("money", {"value_eur": 120000, "period": "total"}, "120.000 Euro"))
    cell = cells(corpus, topic)["L5"]
    assert cell.state == "found"
    assert told(cell) == ["rund 50.000 Euro pro Jahr", "120.000 Euro insgesamt"]


def test_first_takes_the_earliest_own_date(corpus, topic, town):
    text = "Lotsendienst: Bescheid A, Bescheid B."
    later = ("event", {"type": "grant_notice", "date": "2021-03-01"}, "Bescheid A")
    town.add(text, later, ("event", {"type": "grant_notice", "date": "2020-08-05"}, "Bescheid B"), date="2021-06-01")
    cell = cells(corpus, topic)["L2"]
    assert told(cell) == ["05.08.2020"]
    assert [t.text for t in cell.others] == ["01.03.2021"]


def test_all_lists_every_distinct_value_without_contradiction(corpus, topic, town):
    text = "Lotsendienst: Frage eins, Frage zwei, Frage drei."
    ask = [("question", {"asked_by": "Rat", "topic": t}, f"Frage {q}") for t, q in (("a", "eins"), ("b", "zwei"))]
    town.add(text, *ask, ("question", {"asked_by": "Rat", "topic": "a"}, "Frage drei"))
    cell = cells(corpus, topic)["L8"]
    assert (cell.state, told(cell), roles(cell)) == ("found", ["Rat: a", "Rat: b"], [("Rat: a", "agrees")])


def test_results_of_one_day_stand_side_by_side_and_a_stated_one_comes_first(corpus, topic, town):
    text = "Lotsendienst: abgelehnt. Dann beschlossen."
    town.add(text, ("result", {"raw": "abgelehnt"}, "abgelehnt"), ("result", {"raw": "beschlossen"}, "beschlossen"))
    assert told(cells(corpus, topic)["L1"]) == ["abgelehnt", "beschlossen"]
    town.add(text + " Feld: vertagt", ("result", {"raw": "vertagt"}, "vertagt"), grade="stated")
    assert told(cells(corpus, topic)["L1"]) == ["vertagt"]


def test_a_reviewed_claim_stands_before_a_read_one_of_the_same_day(corpus, topic, town):
    town.add(TEXT, post(4, "granted"))
    town.add(TEXT + " Neu.", post(5, "granted"), grade="reviewed")
    cell = cells(corpus, topic)["L3"]
    assert (cell.state, told(cell)) == ("found", ["5 Stellen"])


def test_yes_and_no_contradict(corpus, topic, town):
    groups = [("body", {"exists": e}, q) for e, q in ((True, "Gruppe ja"), (False, "Gruppe nein"))]
    town.add("Lotsendienst: Gruppe ja, Gruppe nein.", *groups)
    found = cells(corpus, topic)
    assert (found["L7"].state, told(found["L7"])) == ("contradictory", ["eingerichtet", "gibt es (noch) nicht"])


def test_different_posts_may_be_at_different_stages(corpus, topic, town):
    stages = [("status", {"stage": s}, q) for s, q in (("advertised", "ausgeschrieben"), ("filled", "besetzt"))]
    town.add("Lotsendienst: eine Stelle ausgeschrieben, eine besetzt.", *stages)
    cell = cells(corpus, topic)["L6"]
    assert (cell.state, told(cell)) == ("found", ["ausgeschrieben", "besetzt"])


@pytest.mark.parametrize(
    ("kind", "value", "show", "text"),
    [
        ("money", {"value_eur": 518000, "period": "per_year"}, ["value_eur"], "518.000 Euro pro Jahr"),
        ("money", {"value_eur": 624493.6}, ["value_eur"], "624.493,60 Euro"),
        ("money", {"value_eur": 1, "period": "total until 2022-12-31"}, ["value_eur"],
         "1 Euro insgesamt bis 31.12.2022"),
        ("money", {"value_pct": 80}, ["value_pct"], "80 %"),
        ("post", {"number_min": 5, "number_max": 6, "unit": "persons"}, ["number"], "5–6 Personen"),
        ("post", {"number": 1, "unit": "posts"}, ["number"], "1 Stelle"),
        ("post", {"number": 1.5, "unit": "fte"}, ["number"], "1,5 VZÄ"),
        ("post", {"number_min": 5, "unit": "posts"}, ["number"], "mindestens 5 Stellen"),
        ("post", {"carrier": "mixed", "number": 3}, ["carrier", "status"], "mehrere Träger"),
        ("module", {"number": 1}, ["number"], "Baustein 1: Leitung"),
        ("module", {"number": 1, "programme": "Wegweiser"}, ["number"], "Baustein 1"),
        ("lead_unit", {"code": "FB 56", "name": "Soziales"}, ["code", "name"], "FB 56 – Soziales"),
        ("applicant", {"name": "Fraktion", "party": "SPD"}, ["name", "party"], "Fraktion (SPD)"),
        ("decision_ref", {"body": "Kreistag", "date": "2020-09-07"}, ["body", "date"], "Kreistag, 07.09.2020"),
        ("commitment", {"who": "Amt", "what": "zahlt", "due": "2021-03"}, ["who", "what", "due"],
         "Amt: zahlt (Frist: März 2021)"),
        ("commitment", {"who": "Amt", "what": "Amt zahlt bis zum 31.03.2021", "due": "2021-03-31",
         "due_raw": "bis zum 31.03.2021", "firm": True}, ["who", "what", "due"], "Amt zahlt bis zum 31.03.2021"),
        ("commitment", {"who": None, "what": "die Gruppe tagt voraussichtlich im März", "due": "2021-03",
         "due_raw": "voraussichtlich im März", "firm": False}, ["who", "what", "due"],
         "die Gruppe tagt voraussichtlich im März (angekündigt; gelesen als März 2021)"),
        ("commitment", {"who": "Amt", "what": "das Konzept folgt", "due": "2023-09",
         "due_raw": "im dritten Quartal 2023"}, ["who", "what", "due"],
         "Amt: das Konzept folgt (Frist: im dritten Quartal 2023, gelesen als September 2023)"),
        ("applicant", {"name": "SPD-Ratsfraktion", "party": "SPD"}, ["name", "party"], "SPD-Ratsfraktion"),
        ("organization", {"name": "Partnern der freien Wohlfahrtspflege"}, ["name"],
         "„Partnern der freien Wohlfahrtspflege“"),
        ("organization", {"name": "Caritasverband Quellmark e. V."}, ["name"], "Caritasverband Quellmark e. V."),
        ("body", {"exists": True, "composition": ["Ämter", "freien Trägern"]}, ["exists", "composition"],
         "eingerichtet, Mitglieder: Ämter, „freien Trägern“"),
        ("result", {"raw": "ungeändert beschlossen", "normalised": "adopted_unchanged"}, ["raw", "normalised"],
         "ungeändert beschlossen"),
        ("result", {"raw": "einstimmig beschlossen", "normalised": "adopted"}, ["raw", "normalised"],
         "einstimmig beschlossen"),
        ("result", {"raw": "genehmigt", "normalised": "adopted"}, ["raw", "normalised"], "genehmigt (beschlossen)"),
        ("result", {"raw": "nicht beschlossen", "normalised": "adopted"}, ["raw", "normalised"],
         "nicht beschlossen (beschlossen)"),
        ("event", {"date": "2021-03-01", "type": "decision"}, ["date", "type"], "01.03.2021, Beschluss"),
        ("body", {"exists": False, "first_meeting": None}, ["exists", "first_meeting"], "gibt es (noch) nicht"),
        ("body", {"exists": False, "planned": True}, ["exists", "first_meeting"], "geplant"),
        ("vote", {"unanimous": True, "yes": 5, "no": 0}, ["raw"], "einstimmig, Ja: 5, Nein: 0"),
        ("legal_status", {"kind": "never seen"}, ["kind"], "never seen"),
        ("money", {"value_eur": None, "value_eur_min": 50000.0, "value_eur_max": 62500.5, "period": "per_year"},
         ["value_eur", "period"], "50.000–62.500,50 Euro pro Jahr"),
    ],
)  # fmt: skip
def test_values_in_german(topic, kind, value, show, text):
    assert value_text(kind, value, show, topic) == text


def test_numbers_dates_and_short_texts():
    assert [number(x) for x in (3.5, 1234567, 0, 0.25)] == ["3,5", "1.234.567", "0", "0,25"]
    dates = ["17.02.2021", "März 2021", "2021", "Datum unbekannt", "bald"]
    assert [date(x) for x in ("2021-02-17", "2021-03", "2021", None, "bald")] == dates
    assert short("ein langer, sehr langer Satz", 14) == "ein langer …"


def test_a_cell_cites_the_passage_that_prints_its_value(corpus, topic, town):
    text = "Lotsendienst: Bescheid der Bezirksregierung, datiert vom 5. August 2020. Bescheid."
    event = {"type": "grant_notice", "date": "2020-08-05"}
    town.add(text, ("event", event, "Bescheid der Bezirksregierung", "Lotsendienst", "vom 5. August 2020"))
    told = cells(corpus, topic)["L2"].front[0]
    assert told.at.quote == "vom 5. August 2020"
    assert told.href == f"{told.claim.doc.path}#b-{told.at.start}-{told.at.end}"
    town.add("Lotsendienst: vier Stellen der Leitung.", post(4, "granted", "vier Stellen"))
    told = cells(corpus, topic)["L3"].front[0]
    assert (told.at.quote, told.href) == ("vier Stellen", told.claim.href)


def test_a_part_of_a_word_is_shown_with_its_sentence(corpus, topic, town):
    whole = "Über das Einlotsenstellenkonzept von Dr. Muster wird im Herbst beraten."
    town.add(f"Der Lotsendienst beginnt. {whole} Danach folgt anderes.")
    [variable] = [v for v in topic.variables if v.id == "L3"]
    cued = replace(variable, cues=re.compile("lotsenstelle"))
    mention = compare(load(corpus), replace(topic, variables=(cued,))).rows[0].cells[0].mention
    assert mention is not None
    assert mention.passage.quote == whole


@pytest.mark.parametrize(
    ("text", "mark", "found"),
    [
        ("Eins zwei. Die Stelle (vgl. Nr. 5) ist frei! Drei vier.", "frei", "Die Stelle (vgl. Nr. 5) ist frei!"),
        ("Kopfzeile\n\nDie Stelle\nist frei\n\nFuß", "Stelle", "Die Stelle\nist frei"),
        ("Beginn\n3. Bericht der Stelle\n4. Verschiedenes", "Stelle", "3. Bericht der Stelle"),
        ("wort " * 100 + "Stelle " + "wort " * 100, "Stelle", ("wort " * 32 + "Stelle " + "wort " * 32).strip()),
        ("Stelle", "Stelle", "Stelle"),
    ],
)
def test_sentence_around_a_word(corpus, town, text, mark, found):
    town.add(text)
    doc = replace(load(corpus).docs[0], media_type="text/plain")
    start, end = sentence(doc, text.index(mark), text.index(mark) + len(mark))
    assert doc.text[start:end] == found


def test_conditions_may_hold_for_one_kind_only(corpus, topic, town):
    where = {"money.programme": ("LOTS", ""), "money.type": ("own_share",)}
    variable = replace(topic.variables[0], kinds=("legal_status", "money"), where=where, show=("kind", "value_eur"))
    share = {"value_eur": 38500, "type": "own_share"}
    text = "Lotsendienst: freiwillige Aufgabe. 38.500 Euro eigene Mittel, 9.000 Euro andere, 7.000 Euro Zuschuss."
    town.add(
        text,
        ("legal_status", {"kind": "voluntary_task"}, "freiwillige Aufgabe"),
        ("money", share, "38.500 Euro"),
        ("money", {**share, "programme": "Wegweiser", "value_eur": 9000}, "9.000 Euro"),
        ("money", {**share, "type": "grant", "value_eur": 7000}, "7.000 Euro"),
    )
    cell = compare(load(corpus), replace(topic, variables=(variable,))).rows[0].cells[0]
    assert (cell.state, told(cell)) == ("found", ["freiwillige Aufgabe", "38.500 Euro"])


MINUTES = """Lotsendienst
1. Eröffnung
2. Lotsendienst im Kreis
3. Lotsen in den Städten
Zu 2. Lotsendienst im Kreis
Der Antrag der Fraktion wird mit 4 Ja-Stimmen gegen 9 Nein-Stimmen abgelehnt.
Abstimmungsergebnis: Ja 9, Nein 4
Zu 3. Lotsen in den Städten
Abstimmungsergebnis: einstimmig
"""


def test_several_votes_of_a_cell_say_what_was_voted_on(corpus, topic, town):
    votes = ["4 Ja-Stimmen gegen 9 Nein-Stimmen", "Ja 9, Nein 4", "einstimmig"]
    town.add(MINUTES, *(("vote", {"raw": v}, v) for v in votes))
    variable = replace(topic.variables[0], kinds=("vote",), wins="latest")
    cell = compare(load(corpus), replace(topic, variables=(variable,))).rows[0].cells[0]
    assert told(cell) == [
        f"{votes[0]} – „Der Antrag der Fraktion wird mit 4 Ja-Stimmen gegen 9 Nein-Stimmen abgelehnt.“",
        "Ja 9, Nein 4 – TOP 2: Lotsendienst im Kreis",
        "einstimmig – TOP 3: Lotsen in den Städten",
    ]
    town.add("Lotsendienst. Einstimmig.", ("vote", {"raw": "Einstimmig"}, "Einstimmig"), date="2024-01-01")
    assert told(compare(load(corpus), replace(topic, variables=(variable,))).rows[0].cells[0]) == ["Einstimmig"]


def test_outcomes_of_one_document_stand_by_their_agenda_items(corpus, topic, town):
    town.add(
        MINUTES,
        ("result", {"raw": "abgelehnt"}, "abgelehnt"),
        ("vote", {"raw": "Ja 9, Nein 4"}, "Ja 9, Nein 4"),
        ("vote", {"raw": "einstimmig"}, "einstimmig"),
        ("agenda_item", {"number": "2", "title_raw": "Lotsendienst im Kreis"}, "Lotsendienst im Kreis"),
    )
    library = load(corpus)
    doc, claims = library.docs[0], next(iter(library.claims.values()))
    found = outcomes([doc], [c for c in claims if c.topic == topic.name], library)
    assert [(o.item, [c.value["raw"] for c in o.results]) for o in found] == [
        ("TOP 2: Lotsendienst im Kreis", ["abgelehnt", "Ja 9, Nein 4"]),
        ("TOP 3: Lotsen in den Städten", ["einstimmig"]),
    ]
