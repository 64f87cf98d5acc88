import json

import pytest

from corpus.audit import audit, digest
from corpus.errors import EvidenceError, InputError
from corpus.evidence import Document, Evidence, Fact, Problem, sha256
from corpus.exports.facts import facts
from corpus.exports.texts import texts
from corpus.model import AgendaItem, Body, Meeting
from corpus.store import Corpus, Entry, Given, Source

TEXT = "Sitzung\ndes Rates.\u00a0Der Rat beschließt 3,5 Stellen."


def document(text=TEXT):
    return Document(file_sha256=sha256(text), media_type="text/plain", reader="text", reader_version=1, text=text)


def entry(corpus, place="a.txt", text=TEXT, records=(), **changes):
    doc = document(text)
    start = text.index("Rat ")
    fact = Fact(
        kind="post",
        value={"number": 3.5},
        evidence=(doc.cite(start, start + 3),),
        extractor="posts",
        extractor_version=1,
        topic="kim",
    )
    source = Source(place=place, sha256=corpus.keep(text.encode()), size=len(text), media_type="text/plain")
    fields = {
        "body": Body(id="x-stadt-lohe", name="Stadt Lohe"),
        "title": "Sitzung",
        "facts": [fact],
        "records": records,
    }
    return Entry(source=source, document=doc, made_with="1", **(fields | changes))


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "c.db") as opened:
        yield opened


def test_a_saved_entry_is_current_audited_and_exported(corpus):
    e = entry(corpus)
    assert not corpus.is_current(e.source, "1")
    corpus.save(e)
    assert corpus.is_current(e.source, "1")
    assert not corpus.is_current(e.source, "2")
    assert audit(corpus) == (1, [])
    (fact,) = facts(corpus)
    assert fact["document"] == "a.txt"
    assert fact["quote"] == TEXT[fact["start"] : fact["end"]] == "Rat"
    assert fact["evidence"] == [{"start": fact["start"], "end": fact["end"], "quote": "Rat"}]


def test_saving_again_or_in_another_order_gives_the_same_digest(tmp_path):
    digests = set()
    for name, order in (("one", "ab"), ("two", "ba"), ("three", "aab")):
        with Corpus(tmp_path / f"{name}.db") as corpus:
            for letter in order:
                corpus.save(entry(corpus, f"{letter}.txt", TEXT + letter))
            digests.add(digest(corpus))
    assert len(digests) == 1


def test_the_same_content_at_two_places_is_one_document_with_also(corpus):
    corpus.save(entry(corpus, "b.txt"))
    corpus.save(entry(corpus, "a.txt"))
    (fact,) = facts(corpus)
    assert (fact["document"], fact["also"]) == ("a.txt", ["b.txt"])


def test_audit_finds_a_changed_text_a_changed_file_and_a_fact_without_passage(corpus):
    corpus.save(entry(corpus))
    corpus.db.execute("update document set text = replace(text, 'Rat', 'Tar')")
    corpus.db.execute("delete from evidence where position = 1")
    blob = next(p for p in corpus.blobs.rglob("*") if p.is_file())
    blob.write_bytes(b"other")
    checked, wrong = audit(corpus)
    assert checked == 1
    assert [line.split(":")[0].split(" ")[0] for line in wrong] == ["file", "document", "document"]
    corpus.db.execute("delete from evidence")
    assert any("expected a passage" in line for line in audit(corpus)[1])


def test_a_false_quote_stops_the_run_and_leaves_nothing_behind(corpus):
    good = entry(corpus)
    false = Evidence(text_sha256=good.document.text_sha256, start=0, end=4, quote="Mist")
    bad = entry(corpus, facts=[Fact(kind="post", value={}, evidence=(false,), extractor="x", extractor_version=1)])
    with pytest.raises(EvidenceError, match="expected 'Mist', found 'Sitz'"):
        corpus.save(bad)
    assert corpus.query("select count(*) as n from document") == [{"n": 0}]
    assert corpus.query("select count(*) as n from snapshot") == [{"n": 0}]


def test_claims_of_two_pages_about_one_item_are_told_together(corpus):
    line = AgendaItem(id="7", meeting="3", order=4, number="Ö 4", name="Bericht")
    page = AgendaItem(id="7", name="Bericht", result="zur Kenntnis genommen", minutes_text="Frau Ohm trägt vor.")
    corpus.save(entry(corpus, "agenda", TEXT + "1", records=[Meeting(id="3", name="Rat"), line]))
    corpus.save(entry(corpus, "item", TEXT + "2", records=[page]))
    (row,) = corpus.query("select * from agenda_item")
    assert (row["position"], row["number"], row["result"]) == (4, "Ö 4", "zur Kenntnis genommen")
    assert len(corpus.query("select * from record where type = 'AgendaItem'")) == 2


def test_records_of_a_document_read_anew_replace_its_old_ones(corpus):
    corpus.save(entry(corpus, records=[Meeting(id="3", name="Rat", location="Saal")]))
    corpus.save(entry(corpus, records=[Meeting(id="4", name="Rat")]))
    assert [r["id"] for r in corpus.query("select id from meeting")] == ["4"]


def test_problems_of_a_place_are_replaced_and_do_not_count_for_the_digest(corpus):
    problem = Problem(stage="read", place="a.txt", expected="text", found="none")
    before = digest(corpus)
    corpus.save_problems("a.txt", [problem, problem])
    corpus.save_problems("a.txt", [problem])
    assert corpus.query("select count(*) as n from problem") == [{"n": 1}]
    assert digest(corpus) == before


def test_who_gave_what_is_kept_and_exported(corpus):
    given = Fact(
        kind="municipality",
        value={"name": "Stadt Lohe", "rests_on": "given"},
        evidence=(),
        extractor="given",
        extractor_version=1,
        grade="reviewed",
    )
    corpus.save(entry(corpus, facts=[given], given=[Given(field="municipality", value="Stadt Lohe", by="Ohm")]))
    (fact,) = facts(corpus)
    assert (fact["grade"], fact["given_by"], fact["quote"], fact["start"], fact["end"]) == ("reviewed", "Ohm", "", 0, 0)
    assert audit(corpus) == (0, [])


def test_texts_are_exported_untouched(corpus, tmp_path):
    corpus.save(entry(corpus, "sub/seite 1.html", "Zeile\r\nRat zwei\u00a0"))
    assert texts(corpus, tmp_path / "out") == 1
    assert (tmp_path / "out" / "sub_seite_1.html.txt").read_bytes() == "Zeile\r\nRat zwei\u00a0".encode()


def test_what_is_no_corpus_is_refused(tmp_path):
    with pytest.raises(InputError, match="found no such file"):
        Corpus(tmp_path / "none.db", create=False)
    (tmp_path / "text.db").write_text("no database " * 100)
    with pytest.raises(InputError, match="expected a corpus"):
        Corpus(tmp_path / "text.db")
    with pytest.raises(InputError, match="existing folder"):
        Corpus(tmp_path / "none" / "c.db")


def test_the_store_is_set_up_as_documented(corpus):
    assert corpus.query("pragma page_size") == [{"page_size": 16384}]
    assert corpus.query("pragma journal_mode") == [{"journal_mode": "wal"}]
    assert corpus.query("pragma foreign_keys") == [{"foreign_keys": 1}]
    assert corpus.query("select count(*) as n from body") == [{"n": 54}]
    assert corpus.query("select parent from body where id = '05334002'") == [{"parent": "05334"}]


def test_a_run_is_logged_with_its_end(corpus):
    with pytest.raises(KeyboardInterrupt), corpus.run("ingest") as counts:
        counts["read"] = 1
        raise KeyboardInterrupt
    (row,) = corpus.query("select command, outcome, counts from run")
    assert (row["command"], row["outcome"], json.loads(row["counts"])) == ("ingest", "interrupted", {"read": 1})
