"""Crawling two small councils on loopback: complete, resumable, focused, and never taking an outage for a deletion."""

import dataclasses
import datetime as dt
import os
import random
import signal
import time

import pytest

from corpus.audit import audit, digest
from corpus.store import Corpus
from extractors import topic_named
from pipeline.crawl import crawl, plans, stored_pauses
from pipeline.due import would_visit
from pipeline.focus import Focus
from tests.councils import KIM, NOW, Council, Town, fetcher
from tests.faulty import FakeTime, says

DAY = 86400
KILLS = 10
TOPIC = topic_named("kim")


def focus(**changes):
    whole = Focus(topic=TOPIC, since=dt.date(2026, 1, 1), everything=True)
    return dataclasses.replace(whole, **changes)


def run(corpus, *towns, at=NOW, wanted=None, **more):
    """A crawl at a moment; pauses are those that the corpus remembers."""
    asking, clock = fetcher(*towns, time=FakeTime(at), pauses=stored_pauses(corpus))
    sites = [town.site() for town in towns]
    with asking:
        return crawl(corpus, plans(sites, wanted or focus()), asking, clock=clock, **more)


def known(corpus):
    """Which addresses the corpus knows, and what it holds of each."""
    return corpus.query("select site, url, kind, whole, sha256 from frontier order by site, url")


def count(corpus, table):
    return corpus.query(f"select count(*) as n from {table}")[0]["n"]


@pytest.fixture(params=["allris3", "sessionnet"])
def town(request):
    with Town(Council(request.param)) as served:
        yield served


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "c.db") as opened:
        yield opened


def item_path(town, n, i):
    name = "to020.asp?TOLFDNR=" if town.council.product == "allris3" else "to0050.php?__ktonr="
    return f"/bi/{name}{n}{i}"


def calendar_path(town, month):
    is_allris = town.council.product == "allris3"
    return f"/bi/si010_e.asp?MM={month}&YY=2026" if is_allris else (
        f"/bi/si0040.php?__cjahr=2026&__cmonat={month}&__canz=1&__cselect=0"
    )  # fmt: skip


def test_everything_is_found_once_and_a_second_run_reads_nothing(town, corpus):
    report = run(corpus, town)
    asked = town.asked()
    assert sorted(asked) == sorted(town.council.content() | town.council.calendars())
    assert (report.problems, report.stopped, report.sites) == ([], {}, {})
    assert [count(corpus, name) for name in ("meeting", "agenda_item", "paper")] == [4, 12, 4]
    assert count(corpus, "file") == (8 if town.council.product == "allris3" else 4)
    assert {row["body_id"] for row in corpus.query("select body_id from document")} == {"05999"}
    said = corpus.query("select minutes_text from agenda_item where minutes_text is not null")
    assert not [row for row in said if "Kalender" in row["minutes_text"]]  # the menu is no part of the minutes
    assert audit(corpus)[1] == []
    before = digest(corpus)
    again = run(corpus, town)
    assert (again.visited, town.asked(), digest(corpus)) == (0, [], before)
    later = run(corpus, town, at=NOW + 100 * DAY, wanted=focus())
    assert later.read <= 4  # months that were not looked at before
    assert later.unchanged >= 25


def test_a_temporary_document_is_kept_under_its_page_and_name(tmp_path):
    with Town(Council("allris3")) as town, Corpus(tmp_path / "c.db") as corpus:
        run(corpus, town)
        places = {r["place"] for r in corpus.query("select place from snapshot")}
        files = {r["url"] for r in corpus.query("select url from file")}
    assert f"{town.url}vo020.asp?VOLFDNR=1#Anlage 1" in places & files
    assert not any("___tmp" in place for place in places | files)


def test_only_a_changed_page_is_read_again_and_its_former_records_go(town, corpus):
    run(corpus, town)
    town.asked()
    path = item_path(town, 3, 1)
    town.council.pages[path] = town.council.pages[path].replace("ungeändert beschlossen", "vertagt")
    report = run(corpus, town, at=NOW + 3 * DAY)
    assert report.read == 1
    assert report.unchanged >= 5
    results = [r["result"] for r in corpus.query("select result from agenda_item where result = 'vertagt'")]
    assert results == ["vertagt"]
    assert len(corpus.query("select 1 from snapshot where place like ?", f"%{path}")) == 2
    (documents,) = corpus.query(
        "select count(*) as n from document d join snapshot s on s.sha256 = d.id where s.place like ?", f"%{path}"
    )
    assert documents["n"] == 1


def test_a_page_that_is_not_modified_is_not_sent(tmp_path):
    with Town(Council("sessionnet")) as town, Corpus(tmp_path / "c.db") as corpus:
        path, sent = item_path(town, 3, 1), []

        def act(handler):
            known = handler.headers.get("If-None-Match") == '"v1"'
            sent.append(304 if known else 200)
            body = b"" if known else town.council.pages[path].encode()
            handler.give(sent[-1], body, [("ETag", '"v1"'), ("Content-Type", "text/html; charset=utf-8")])

        town.acts[path] = act
        run(corpus, town)
        before = digest(corpus)
        run(corpus, town, at=NOW + 3 * DAY)
        assert sent == [200, 304]
        assert digest(corpus) == before


def tombstones(corpus):
    return [(r["url"], r["reason"]) for r in corpus.query("select url, reason from tombstone")]


def test_a_page_is_vanished_only_after_three_deliberate_absences(town, corpus):
    run(corpus, town)
    path = item_path(town, 3, 1)
    gone = town.council.pages.pop(path)
    facts = count(corpus, "fact")
    for days in (3, 7):
        run(corpus, town, at=NOW + days * DAY)
        assert tombstones(corpus) == []
    run(corpus, town, at=NOW + 11 * DAY)
    assert tombstones(corpus) == [(f"{town.server.url}{path}", "HTTP 404")]
    assert count(corpus, "fact") == facts
    town.council.pages[path] = gone
    run(corpus, town, at=NOW + 200 * DAY)
    assert tombstones(corpus) == []


def test_many_absences_at_once_are_a_problem_and_no_deletion(town, corpus):
    run(corpus, town)
    for n in (1, 2, 3, 4):
        for i in (1, 2, 3):
            del town.council.pages[item_path(town, n, i)]
    for days in (40, 50, 60, 100, 140):
        report = run(corpus, town, at=NOW + days * DAY)
    assert tombstones(corpus) == []
    assert any("they are kept" in p.found for p in report.problems)
    run(corpus, town, at=NOW + 141 * DAY, accept_absence=True)
    assert len(tombstones(corpus)) == 12


@pytest.mark.parametrize("act", [says(500), says(429), lambda handler: handler.hang_up()])
def test_an_outage_is_no_deletion(town, corpus, act):
    run(corpus, town)
    before, paths = digest(corpus), [p for p in town.council.pages if p != "/bi/"]
    town.acts |= dict.fromkeys(paths, act)
    for days in (1, 5, 9, 20):
        report = run(corpus, town, at=NOW + days * DAY)
        assert report.problems
        assert digest(corpus) == before
    town.acts.clear()
    run(corpus, town, at=NOW + 30 * DAY)
    assert not corpus.query("select 1 from problem where stage = 'fetch'")


LOGIN = b"<html><head><title>Anmeldung</title></head><body><form><input type='password'></form>Login</body></html>"


@pytest.mark.parametrize("body", [LOGIN, b"<html><body>Wartungsarbeiten", b"<html><body>Ganz anders</body></html>"])
def test_a_page_that_is_none_any_more_replaces_nothing(town, corpus, body):
    run(corpus, town)
    before, path = digest(corpus), item_path(town, 3, 1)
    town.acts[path] = says(200, body, Content_Type="text/html")
    report = run(corpus, town, at=NOW + 3 * DAY)
    assert [p.place for p in report.problems] == [f"{town.server.url}{path}"]
    assert digest(corpus) == before


def test_what_a_list_no_longer_names_is_looked_for_at_once(town, corpus):
    run(corpus, town)
    town.asked()
    agenda = f"to010.asp?SILFDNR=1{chr(34)}" if town.council.product == "allris3" else 'si0057.php?__ksinr=1"'
    path = calendar_path(town, 1)
    town.council.pages[path] = town.council.pages[path].replace(agenda, 'x.htm"')
    run(corpus, town, at=NOW + 6 * DAY)
    assert any("SILFDNR=1" in asked or "ksinr=1" in asked for asked in town.asked())
    assert [r["unlisted"] for r in corpus.query("select unlisted from frontier where unlisted")] == [1]
    assert tombstones(corpus) == []


def test_403_stops_the_host_and_says_so(town, corpus):
    town.acts[item_path(town, 1, 1)] = says(403)
    report = run(corpus, town)
    assert list(report.stopped) == [town.server.url]
    assert "HTTP 403" in report.stopped[town.server.url]
    town.asked()
    again = run(corpus, town, at=NOW + 60)
    assert town.asked() == []
    assert "not asked" in again.sites[town.ags]
    run(corpus, town, at=NOW + 1000)
    assert len(town.asked()) > 5


def test_robots_are_obeyed_and_told(town, corpus):
    town.acts["/robots.txt"] = says(200, b"User-agent: *\nDisallow: /bi/vo0")
    report = run(corpus, town)
    assert not [path for path in town.asked() if "/vo0" in path]
    assert {p.found for p in report.problems} == {"robots.txt forbids it"}


def test_another_site_is_never_asked(town, corpus):
    with Town(Council(), ags="05998") as other:
        path = item_path(town, 3, 1)
        town.acts[path] = says(302, Location=f"{other.url}to020.asp?TOLFDNR=31")
        asking, clock = fetcher(town, other)
        report = crawl(corpus, plans([town.site()], focus()), asking, clock=clock)
        assert ["leads to another site" in p.found for p in report.problems] == [True]
        assert other.server.asked == []


def test_an_unknown_product_fails_early_and_says_what_was_looked_for(town, corpus):
    town.council.pages["/bi/"] = "<html><body>Herzlich willkommen in unserer schönen Stadt.</body></html>"
    report = run(corpus, town)
    assert "ALLRIS 3, ALLRIS 4, OParl, more!rubin" in report.sites[town.ags]
    assert town.asked() == []


def test_the_topic_and_the_committee_narrow_what_is_fetched(town, corpus):
    run(corpus, town, wanted=focus(everything=False))
    asked = town.asked()
    items = {item_path(town, n, i) for n in (1, 2, 3, 4) for i in (1, 2, 3)}
    assert items & set(asked) == {item_path(town, n, 2) for n in (1, 3)}
    titles = [r["name"] for r in corpus.query("select name from paper where name is not null")]
    assert any(KIM in title for title in titles)
    run(corpus, town, wanted=focus(everything=False, committees=("Bauausschuss",)))
    more = {item_path(town, n, i) for n in (2, 4) for i in (1, 2, 3)}
    assert items & set(town.asked()) == more


def test_only_a_committee_and_only_since(town, corpus):
    run(corpus, town, wanted=focus(everything=False, committees=("Bauausschuss",), only=True))
    assert not {item_path(town, 1, 2), item_path(town, 3, 2)} & set(town.asked())
    assert count(corpus, "meeting") == 4  # the calendar names them all


def test_nothing_before_the_period(town, corpus):
    run(corpus, town, wanted=focus(since=dt.date(2026, 3, 1)))
    assert {r["month"] for r in corpus.query("select substr(start_date, 6, 2) as month from meeting")} == {"03", "04"}


def test_a_dry_run_asks_for_nothing(town, corpus):
    (plan,) = plans([town.site()], focus())
    assert [url for url, _ in would_visit(corpus, plan, NOW)] == [town.url]
    run(corpus, town)
    town.asked()
    lines = would_visit(corpus, plan, NOW + 3 * DAY)
    assert len(lines) > 5
    assert all(why for _, why in lines)
    assert town.server.asked == []


def test_two_sites_at_once_end_as_one_after_the_other(tmp_path):
    with Town(Council("allris3"), "05998") as one, Town(Council("sessionnet"), "05999") as two:
        with Corpus(tmp_path / "both.db") as corpus:
            run(corpus, one, two)
            both = digest(corpus)
        with Corpus(tmp_path / "each.db") as corpus:
            run(corpus, two)
            run(corpus, one)
            assert digest(corpus) == both


def test_a_crawl_makes_no_tables(town, corpus):
    """A table that is made and dropped in two transactions is left behind by a kill between them."""
    statements: list[str] = []
    corpus.db.conn.set_trace_callback(statements.append)
    run(corpus, town)
    assert any(said.lower().startswith("insert") for said in statements)
    assert [said for said in statements if said.lower().lstrip().startswith(("create", "drop", "alter"))] == []


def killed_after(seconds, path, town):
    """Crawl in a child process that is killed after so many seconds; whether it was still at work then."""
    child = os.fork()
    if child == 0:
        with Corpus(path) as corpus:
            run(corpus, town)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_a_killed_crawl_that_is_started_again_ends_in_the_same_corpus(town, tmp_path):
    for name in ("warm", "undisturbed"):
        started = time.perf_counter()
        with Corpus(tmp_path / f"{name}.db") as corpus:
            run(corpus, town)
            expected = digest(corpus), known(corpus)
        seconds = time.perf_counter() - started
    chance, interrupted = random.Random(20261), 0
    for n in range(4 * KILLS):
        path = tmp_path / f"{n}.db"
        if not killed_after(chance.uniform(0.01, seconds), path, town):
            continue
        interrupted += 1
        with Corpus(path) as corpus:
            run(corpus, town)
            assert (digest(corpus), known(corpus)) == expected, f"after kill {n}"
            assert audit(corpus)[1] == []
        if interrupted == KILLS:
            break
    assert interrupted == KILLS
