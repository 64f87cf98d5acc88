"""Reviews: to which fact they belong, what they come to, what survives a new extraction, and where they show."""

import json

import pytest

from corpus.audit import audit, digest
from corpus.errors import InputError
from corpus.exports.facts import facts
from corpus.reviewable import contexts, corrected, fields_of, items
from corpus.reviews import all_reviews, orphans, plain, save_review, standings
from corpus.store import Corpus
from reports.comparison import compare
from reports.library import load
from reports.site import write_site
from tests.towns import Town, pack

TEXT = "Der Lotsendienst hat vier Stellen und zwei Büros."
READ = {"number": 4, "unit": "posts", "module": 1, "status": "granted", "carrier": None}


def post(value=None, quote="vier Stellen", kind="post"):
    return (kind, READ if value is None else value, quote)


@pytest.fixture
def topic(tmp_path):
    return pack(tmp_path)


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "r.db") as corpus:
        yield corpus


@pytest.fixture
def town(corpus):
    return Town(corpus, "Kreis Quellmark")


def target(corpus, number=0):
    return items(corpus)[number].target


def only(corpus):
    (standing,) = standings(corpus).values()
    return standing


def posts(corpus, topic):
    (row,) = compare(load(corpus), topic).rows
    cell = next(c for c in row.cells if c.variable.id == "L3")
    return cell.state, [(t.text, t.claim.grade) for t in cell.front]


def test_an_accepted_fact_is_reviewed_with_name_and_time(corpus, town, topic):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "accept", by="Ohm", note="klar", at="2026-01-02T03:04:05+00:00")
    (fact,) = facts(corpus)
    assert (fact["grade"], fact["review"], fact["value"]) == ("reviewed", "accepted", READ)
    assert (fact["given_by"], fact["given_at"]) == ("Ohm", "2026-01-02T03:04:05+00:00")
    assert fact["reviews"] == [{"verdict": "accept", "by": "Ohm", "at": "2026-01-02T03:04:05+00:00", "note": "klar"}]
    assert "value_read" not in fact
    assert posts(corpus, topic) == ("found", [("4 Stellen", "reviewed")])


def test_a_correction_stands_in_front_and_what_was_read_beside_it(corpus, town, topic):
    town.add(TEXT, post())
    stored = corpus.query("select * from fact")
    save_review(corpus, target(corpus), "correct", by="Ohm", value={**READ, "number": 5})
    (fact,) = facts(corpus)
    assert (fact["review"], fact["value"]["number"], fact["value_read"]) == ("corrected", 5, READ)
    assert set(fact["value"]) == set(READ)
    assert fact["quote"] == "vier Stellen"
    assert posts(corpus, topic) == ("found", [("5 Stellen", "reviewed")])
    assert corpus.query("select * from fact") == stored
    checked, wrong = audit(corpus)
    assert (checked, [w for w in wrong if not w.startswith("file")]) == (1, []), "no bytes are kept by this test"


def test_a_rejected_fact_is_exported_and_compared_no_more(corpus, town, topic):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "reject", by="Ohm")
    (fact,) = facts(corpus)
    assert (fact["review"], fact["grade"], fact["value"]) == ("rejected", "read", READ)
    assert "given_by" not in fact
    assert posts(corpus, topic) == ("not_found", [])
    library = load(corpus)
    assert [len(c) for c in library.claims.values()] == [0]
    assert [len(c) for c in library.rejected.values()] == [1]


def test_people_who_differ_dispute_and_nothing_is_resolved(corpus, town, topic):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "accept", by="Ohm")
    save_review(corpus, target(corpus), "correct", by="Watt", value={"number": 5})
    (fact,) = facts(corpus)
    assert (fact["review"], fact["grade"], fact["value"]) == ("disputed", "read", READ)
    assert [(r["by"], r["verdict"]) for r in fact["reviews"]] == [("Ohm", "accept"), ("Watt", "correct")]
    assert posts(corpus, topic) == ("found", [("4 Stellen", "read")])


def test_the_latest_review_of_a_person_holds_and_the_earlier_ones_are_kept(corpus, town):
    town.add(TEXT, post())
    for verdict in ("reject", "accept"):
        save_review(corpus, target(corpus), verdict, by="Ohm", at="2026-01-01T00:00:00+00:00")
    assert only(corpus).status == "accepted"
    assert [(r.verdict, r.position) for r in all_reviews(corpus)] == [("reject", 1), ("accept", 2)]


def test_people_who_agree_on_a_correction_do_not_dispute(corpus, town):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "correct", by="Ohm", value={"number": 5})
    save_review(corpus, target(corpus), "correct", by="Watt", value={"number": 5.0, "carrier": None})
    assert only(corpus).status == "corrected"
    assert only(corpus).value["number"] == 5


def test_two_facts_of_one_passage_are_judged_apart(corpus, town):
    other = {**READ, "number": 2}
    town.add(TEXT, post(), post(other))
    by_number = {i.value["number"]: i for i in items(corpus)}
    assert not any(i.target.alone for i in by_number.values())
    save_review(corpus, by_number[4].target, "reject", by="Ohm")
    save_review(corpus, by_number[2].target, "accept", by="Ohm")
    found = standings(corpus)
    assert found[by_number[4].fact].status == "rejected"
    assert found[by_number[2].fact].status == "accepted"


# A new extraction: the same text (and so the same file) saved again with other facts.


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_reviews_survive_a_new_extraction_that_reads_the_same(corpus, town, verdict):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), verdict, by="Ohm")
    before = corpus.query("select id from fact")
    town.add(TEXT, post({**READ, "number": 4.0, "share_pct": None}), post(kind="goal"))
    assert before[0] not in corpus.query("select id from fact")
    assert only(corpus).status == f"{verdict}ed"
    assert orphans(corpus) == []


def test_an_accepted_or_corrected_value_stands_where_something_else_is_read_now(corpus, town, topic):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "accept", by="Ohm")
    town.add(TEXT, post({**READ, "number": 40}))
    assert (only(corpus).status, only(corpus).value, only(corpus).read["number"]) == ("corrected", READ, 40)
    assert posts(corpus, topic) == ("found", [("4 Stellen", "reviewed")])
    town.add(TEXT, post())
    assert only(corpus).status == "accepted"
    save_review(corpus, target(corpus), "correct", by="Ohm", value={**READ, "number": 5})
    town.add(TEXT, post({**READ, "number": 5}))
    assert only(corpus).status == "accepted"
    assert orphans(corpus) == []


def test_a_reject_does_not_move_to_what_is_read_now(corpus, town, topic):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "reject", by="Ohm")
    town.add(TEXT, post({**READ, "number": 5}))
    assert standings(corpus) == {}
    assert [o.why for o in orphans(corpus)] == ["what is read there says something else now"]
    assert posts(corpus, topic) == ("found", [("5 Stellen", "read")])
    save_review(corpus, target(corpus), "accept", by="Ohm")
    assert orphans(corpus) == [], "the same person judged what stands there now"


def test_a_taken_back_accept_does_not_come_back(corpus, town):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "accept", by="Ohm")
    save_review(corpus, target(corpus), "reject", by="Ohm")
    town.add(TEXT, post({**READ, "number": 5}))
    assert standings(corpus) == {}


def test_a_review_never_moves_to_a_neighbour_of_the_same_passage(corpus, town):
    other = {**READ, "number": 2}
    town.add(TEXT, post(), post(other))
    judged = next(i for i in items(corpus) if i.value["number"] == 2)
    save_review(corpus, judged.target, "accept", by="Ohm")
    town.add(TEXT, post())
    assert standings(corpus) == {}
    assert len(orphans(corpus)) == 1


@pytest.mark.parametrize(
    ("again", "why"),
    [
        ((TEXT, post(kind="goal")), "nothing of this kind is read there any more"),
        ((TEXT, post(quote="Stellen")), "nothing of this kind is read there any more"),
        ((TEXT,), "nothing of this kind is read there any more"),
        (None, "its text is no longer in the corpus"),
    ],
)
def test_a_review_without_its_fact_stays_and_is_listed_with_its_quote(corpus, town, again, why):
    digest_of_file = town.add(TEXT, post())
    save_review(corpus, target(corpus), "accept", by="Ohm")
    if again is None:
        corpus.withdraw(digest_of_file)
    else:
        town.add(*again)
    (orphan,) = orphans(corpus)
    assert (orphan.why, orphan.review.target.quote) == (why, "vier Stellen")
    assert plain(orphan.review.target.value) == plain(READ)
    town.add(TEXT, post())
    assert (orphans(corpus), only(corpus).status) == ([], "accepted")


def test_a_review_holds_for_every_copy_of_the_text(corpus, town):
    town.add(TEXT, post(), file="a.html")
    town.add(TEXT, post(), file="b.html")
    save_review(corpus, target(corpus), "accept", by="Ohm")
    assert [f["review"] for f in facts(corpus)] == ["accepted", "accepted"]


def test_reviews_are_content_and_their_time_is_not(tmp_path):
    digests = []
    for name, verdict, at in (("a", "accept", "2026-01-01"), ("b", "accept", "2026-02-02"), ("c", "reject", None)):
        with Corpus(tmp_path / f"{name}.db") as corpus:
            Town(corpus, "Kreis Quellmark").add(TEXT, post())
            bare = digest(corpus)
            save_review(corpus, target(corpus), verdict, by="Ohm", at=at)
            digests.append(digest(corpus))
            assert digests[-1] != bare
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize(
    ("verdict", "more", "message"),
    [
        ("maybe", {}, "expected one of accept, correct, reject, found 'maybe'"),
        ("accept", {"by": " "}, "expected a name"),
        ("correct", {}, "expected a corrected value, found none"),
        ("reject", {"value": {"number": 5}}, "expected no corrected value, found one"),
        ("correct", {"value": {**READ, "number": 4.0, "more": None}}, "found the same"),
    ],
)
def test_what_is_no_review_is_refused(corpus, town, verdict, more, message):
    town.add(TEXT, post())
    with pytest.raises(InputError, match=message):
        save_review(corpus, target(corpus), verdict, **({"by": "Ohm"} | more))
    assert all_reviews(corpus) == []


def test_context_is_cut_at_words_and_holds_the_passage(corpus, town):
    text = "Anfang " + "wort " * 80 + "vier Stellen" + " wort" * 80 + " Ende"
    town.add(text, post())
    ((_, before, after),) = contexts(corpus, items(corpus))
    assert before.startswith("wort ")
    assert after.endswith(" wort")
    assert len(before) <= 200 >= len(after)
    assert f"{before}vier Stellen{after}" in text


FIELDS = {
    "number": frozenset({"number"}),
    "status": frozenset({"text"}),
    "date": frozenset({"date"}),
    "exists": frozenset({"yes/no"}),
    "code": frozenset({"text"}),
    "free": frozenset(),
    "list": frozenset({"list"}),
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("number=5", {"number": 5, "status": "granted"}),
        ("number = 3,5; status=filled", {"number": 3.5, "status": "filled"}),
        ("status=", {"number": 4, "status": None}),
        ("exists=nein\ndate=2021-03", {"number": 4, "status": "granted", "exists": False, "date": "2021-03"}),
        ("code=50", {"number": 4, "status": "granted", "code": "50"}),
        ('list=["a"]', {"number": 4, "status": "granted", "list": ["a"]}),
        ("free=Wort", {"number": 4, "status": "granted", "free": "Wort"}),
        ('{"number": 5}', {"number": 5}),
    ],
)
def test_corrections_as_people_write_them(text, value):
    assert corrected({"number": 4, "status": "granted"}, text, FIELDS) == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("numbr=5", "expected one of the fields code, .* found 'numbr'"),
        ("number=vier", 'number: expected number, found "vier"'),
        ("number=518.000", "without thousands separators"),
        ("date=17.02.2021", "date: expected date"),
        ("vier", "expected a JSON object or field=value, found 'vier'"),
        (" ; ", "found nothing"),
        ('{"number": NaN}', "found NaN"),
        ('{"number": 5', "expected a JSON object or field=value"),
        ('{"status": 5}', "status: expected text, found 5"),
        ('{"number": true}', "number: expected number, found true"),
    ],
)
def test_corrections_that_no_fact_could_have_are_refused(text, message):
    with pytest.raises(InputError, match=message):
        corrected({"number": 4, "status": "granted"}, text, FIELDS)


def test_fields_are_those_that_facts_of_the_kind_have(corpus, town):
    town.add(TEXT, post(), ("post", {"number": 3.5, "due": "2021-03", "note": "2021"}, "zwei"))
    town.add(TEXT + " ", ("post", {"note": "nichts"}, "zwei"))
    found = fields_of(corpus, "post")
    assert found["number"] == {"number"}
    assert found["due"] == {"date"}
    assert found["note"] == {"text"}
    assert found["carrier"] == frozenset()


def test_the_site_shows_what_people_said_and_no_names(corpus, town, topic, tmp_path):
    text = TEXT + " Es gibt drei Stellen. Auch neun Stellen."
    more = [post({**READ, "number": n}, q) for n, q in ((3, "drei Stellen"), (9, "neun Stellen"))]
    town.add(text, post(), *more, date="2021-01-01")
    at = {i.value["number"]: i.target for i in items(corpus)}
    save_review(corpus, at[4], "correct", by="Ohmchen", value={**READ, "number": 5})
    save_review(corpus, at[3], "accept", by="Ohmchen")
    save_review(corpus, at[3], "reject", by="Watt")
    save_review(corpus, at[9], "reject", by="Ohmchen")
    write_site(corpus, topic, tmp_path / "site", full=False)
    (page,) = (tmp_path / "site" / "dokument").glob("*.html")
    html = page.read_text("utf-8")
    assert "von einem Menschen berichtigt; gelesen war: 4 Stellen" in html
    assert "strittig: Prüfende urteilen verschieden" in html
    assert "neun Stellen" in html.partition("Gelesen und von Menschen verworfen")[2]
    assert not [p for p in (tmp_path / "site").rglob("*.html") if "Ohmchen" in p.read_text("utf-8")]
    assert "5 Stellen" in (tmp_path / "site" / "vergleich.html").read_text("utf-8")


def test_every_exported_review_is_json(corpus, town):
    town.add(TEXT, post())
    save_review(corpus, target(corpus), "correct", by="Ohm", value={"number": 5})
    (fact,) = facts(corpus)
    assert json.loads(json.dumps(fact))["reviews"][0]["value"] == {"number": 5}
