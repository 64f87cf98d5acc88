"""Sums and posts that a text denies: refused, not yet granted, left open, taken away. Every town is invented."""

import pytest

from corpus.evidence import Document
from corpus.topic import Variable
from extractors import amounts, posts, topic_named
from extractors.analysis import Analysis
from reports.values import VALUES
from reports.winners import set_aside

TOPIC = topic_named("kim")


_COLUMNS = "Baustein\tbeantragt in Euro\tnicht bewilligt in Euro\nCase Management\t80.000 €\t30.000 €\n"


def told(text, extractor):
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    return [f.value for f in Analysis(document, TOPIC).run(extractor.EXTRACTOR)]


def sums(text):
    return [(v["value_eur"], v["status"]) for v in told(text, amounts)]


def states(text):
    return [(v["number"], v["status"]) for v in told(text, posts)]


@pytest.mark.parametrize(
    "text",
    [
        "Eine weitere Zuwendung von 300.000 Euro für das KIM wurde nicht bewilligt.",
        "Das Land hat die KIM-Förderung von 300.000 Euro leider auch 2024 nicht bewilligt.",
        "Der Antrag auf KIM-Förderung in Höhe von 300.000 Euro wurde vom Land abgelehnt.",
        "Der Antrag auf 300.000 Euro für KIM, den die Stadt 2022 gestellt hatte, wurde abgelehnt.",
        "Das Land lehnte es ab, 300.000 Euro für KIM zu bewilligen.",
        "Das Land lehnt die KIM-Förderung von 300.000 Euro ab.",
        "Die Stadt erhält für KIM keine Förderung von 300.000 Euro.",
        "Die Stadt erhält die 300.000 Euro für KIM nicht.",
        "Eine KIM-Förderung von 300.000 Euro, die das Land aber nicht bewilligte, war beantragt.",
        "Die Stadt beantragte für KIM 300.000 Euro, das Land lehnte dies ab.",
        "Die Stadt beantragte für KIM 300.000 Euro. Der Antrag wurde abgelehnt.",
        "Der Förderantrag über 300.000 Euro für KIM wurde abschlägig beschieden.",
        "Für KIM wurden 300.000 Euro beantragt, die Bezirksregierung hat jedoch keine Bewilligung erteilt.",
        "Eine Zuwendung von 300.000 Euro für KIM wurde der Stadt versagt.",
        "Die Stadt hat keinen Bescheid über 300.000 Euro für KIM erhalten.",
        "Der Ablehnungsbescheid über 300.000 Euro für KIM ist eingegangen.",
        "Die KIM-Förderung von 300.000 Euro bleibt aus.",
        "Abgelehnt wurden 300.000 Euro für KIM.",
    ],
)
def test_refused_sums(text):
    assert sums(text) == [(300_000, "refused")]


@pytest.mark.parametrize(
    "text",
    [
        "Für das KIM wurden 5 Stellen im Case Management nicht bewilligt.",
        "Im KIM werden 5 Stellen nicht gefördert.",
        "Für die 5 Stellen im Case Management gibt es keine Förderung.",
        "Die nicht bewilligten 5 Stellen im Case Management trägt die Stadt selbst.",
        "Im KIM gibt es keine 5 Stellen.",
        "Nicht bewilligt wurden 5 Stellen im Case Management.",
        "Dem Antrag auf 5 Stellen im Case Management gab das Land nicht statt.",
        "Im KIM hat das Land 5 beantragte Stellen abgelehnt.",
    ],
)
def test_refused_posts(text):
    assert states(text) == [(5, "refused")]


@pytest.mark.parametrize(
    "text",
    [
        "Das Land hat für KIM 300.000 Euro bewilligt und den Antrag auf Verlängerung abgelehnt.",
        "Das Land hat für KIM 300.000 Euro bewilligt, aber nicht ausgezahlt.",
        "Das Land hat für KIM 300.000 Euro nicht abgelehnt, sondern bewilligt.",
        "Die bewilligten 300.000 Euro für KIM reichen nicht aus.",
        "Trotz der nicht bewilligten Mittel erhält die Stadt für KIM 300.000 Euro.",
        "Das Land bewilligt für KIM 300.000 Euro, es fördert keine Sachkosten.",
        "Für KIM wurden 300.000 Euro bewilligt, die nicht zurückgezahlt werden müssen.",
        "Das Land bewilligte für KIM nicht nur 300.000 Euro, sondern auch den Bau.",
        "Weil der Bund die Zuwendung nicht gewährt, erhält die Stadt für KIM 300.000 Euro vom Land.",
        "Das Land hat für KIM 300.000 Euro bewilligt; nicht bewilligt wurden die Sachkosten.",
    ],
)
def test_a_refusal_of_something_else_leaves_a_grant(text):
    assert sums(text) == [(300_000, "granted")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Für KIM wurden 300.000 Euro bewilligt, weitere 80.000 Euro nicht.", ["granted", "refused"]),
        ("Für KIM bewilligte das Land nicht 300.000 Euro, sondern 250.000 Euro.", ["superseded", "granted"]),
        ("Die Aufstockung der KIM-Förderung von 300.000 Euro auf 400.000 Euro wurde abgelehnt.", [None, "refused"]),
        ("Für KIM wurden 300.000 Euro noch nicht bewilligt.", ["planned"]),
        ("Falls die 300.000 Euro für KIM nicht bewilligt werden, entscheidet der Rat neu.", ["planned"]),
        ("Es soll geklärt werden, ob 5.000 Euro für das KIM gebraucht werden.", ["open"]),
        ("Im Haushalt sind für KIM 300.000 Euro nicht veranschlagt.", ["unplanned"]),
        ("Von den geplanten KIM-Maßnahmen sind 600 Euro bereits realisiert.", [None]),
        ("Die Kosten von 50.000 Euro für KIM werden vom Land nicht übernommen.", [None]),
        (f"KIM-Förderung\n\n{_COLUMNS}Steuerung\t50.000 €\t20.000 €\n", [None, "refused"] * 2),
    ],
)
def test_what_is_open_or_denied_in_other_words(text, expected):
    assert [status for _, status in sums(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KIM: Bewilligt wurden -5 Stellen im Case Management.", [(5, "cut")]),
        ("KIM: −2,5 Stellen im Case Management.", [(2.5, "cut")]),
        ("Das Land fördert 5 Stellen im Case Management, nicht jedoch die Sachkosten.", [(5, "granted")]),
        ("Im KIM sind 5 Stellen bewilligt und bereits besetzt, weitere nicht.", [(5, "filled")]),
        ("Falls die 5 Stellen im KIM nicht bewilligt werden, entscheidet der Rat neu.", [(5, "planned")]),
        ("Im KIM wurden 5 Stellen bewilligt, konnten aber nicht besetzt werden.", [(5, "granted")]),
        ("Von den beantragten 8 KIM-Stellen wurden 3 nicht bewilligt.", [(8, None), (3, "refused")]),
        ("Das Land hat weder 3 Stellen noch 5 Stellen für KIM bewilligt.", [(3, "refused"), (5, "refused")]),
    ],
)
def test_posts_with_a_sign_or_beside_a_refusal(text, expected):
    assert states(text) == expected


def test_a_column_of_what_was_refused():
    rows = "Baustein\tbewilligt\tnicht bewilligt\nCase Management\t5,0 Stellen\t2,0 Stellen\n"
    assert states(f"KIM-Stellen\n\n{rows}Steuerung\t3,0 Stellen\t1,0 Stellen\n") == [
        (5, "granted"), (2, "refused"), (3, "granted"), (1, "refused"),
    ]  # fmt: skip


@pytest.mark.parametrize("status", ["refused", "unplanned", "open"])
def test_what_is_denied_never_stands_in_front(status):
    of_money = next(v for v in TOPIC.variables if v.name == "funding_amount")
    value = {"value_eur": 300_000.0, "status": status, "programme": "KIM", "type": "funding"}
    assert isinstance(of_money, Variable)
    assert set_aside(of_money, value) == status
    assert set_aside(of_money, {**value, "status": "granted"}) == ""
    assert status in VALUES["status"]


def test_posts_taken_away_are_a_change():
    of_posts = next(v for v in TOPIC.variables if v.name == "posts_case_management")
    assert set_aside(of_posts, {"number": 5.0, "status": "cut", "programme": "KIM"}) == "change"
