"""Fetching, against a server on loopback with faults: what is given, how long is waited, what is cut off."""

import contextlib
import datetime as dt
import functools
import gc
import gzip
import socket
import threading
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import FetchError
from scrapers import wire
from scrapers.address import Host, host_of
from scrapers.fetch import Fetcher, HostPaused, Unanswered
from scrapers.hosts import HostPool
from scrapers.polite import Clock, Manners, Pause, Politeness, retry_after
from tests import faulty
from tests.faulty import FakeTime, Server, page, says
from tests.fetching import make

pytest_plugins = ("tests.fetching_fixtures",)


def test_a_page_with_all_that_is_known_of_it(server, fetcher):
    server.on("/bi/to010.asp", page(b"<p>Gr\xfc\xdfe</p>", ETag='"7"', X_Note="a"))
    got = fetcher.get(f"{server.url}/bi/to010.asp?SILFDNR=1#top")
    assert (got.status, got.body, got.not_modified) == (200, b"<p>Gr\xfc\xdfe</p>", False)
    assert (got.url, got.final_url) == (
        f"{server.url}/bi/to010.asp?SILFDNR=1#top",
        f"{server.url}/bi/to010.asp?SILFDNR=1",
    )
    assert got.header("etag") == '"7"' and got.header("absent") is None
    assert got.fetched_at == "1970-01-12T13:46:42+00:00"
    sent = server.asked[-1][2]
    assert sent["User-Agent"].startswith("Ratslupe/") and sent["User-Agent"].endswith("(+ris@example.org)")
    assert sent["Accept-Language"] == "de" and "Cookie" not in sent and "Referer" not in sent


def test_validators_are_sent_and_304_is_no_page(server, fetcher):
    server.on("/a", says(304))
    got = fetcher.get(f"{server.url}/a", etag='"7"', last_modified="Mon, 01 Jun 2026 10:00:00 GMT")
    assert got.not_modified and got.body == b"" and got.status == 304
    assert server.asked[-1][2]["If-None-Match"] == '"7"'
    assert server.asked[-1][2]["If-Modified-Since"] == "Mon, 01 Jun 2026 10:00:00 GMT"
    with pytest.raises(FetchError, match="whole page"):
        fetcher.get(f"{server.url}/a")


def test_a_form_is_posted_and_own_headers_are_sent(server, fetcher):
    server.on("/si010.asp", page())
    fetcher.get(f"{server.url}/si010.asp", form={"kaldatvon": "01.06.2026"}, headers={"Wicket-Ajax": "true"})
    method, _, headers, form = server.asked[-1]
    assert (method, form, headers["Wicket-Ajax"]) == ("POST", "kaldatvon=01.06.2026", "true")


@pytest.mark.parametrize("status", [400, 401, 404, 410, 418])
def test_no_page_is_an_error_and_is_asked_for_once(server, fetcher, status):
    server.on("/a", says(status))
    with pytest.raises(FetchError) as e:
        fetcher.get(f"{server.url}/a")
    assert (e.value.status, e.value.url) == (status, f"{server.url}/a")
    assert not isinstance(e.value, Unanswered | HostPaused) and server.paths() == ["/a"]


def body_of(fetcher, url):
    return fetcher.get(url).body


# Pace


def test_one_request_per_second_and_host(server, fake, fetcher):
    server.on("/a", page())
    for _ in range(3):
        fetcher.get(f"{server.url}/a")
    assert fake.slept == [1.0] * 4  # robots.txt, tdmrep.json and three pages


def test_a_longer_crawl_delay_wins_and_a_shorter_does_not(server, fake):
    for asked, kept in (("10", 10.0), ("0.2", 1.0)):
        server.on("/robots.txt", says(200, f"User-agent: *\nCrawl-delay: {asked}\n".encode()))
        server.on("/a", page())
        with make(server, fake) as fetcher:
            fetcher.get(f"{server.url}/a")
            fake.slept.clear()
            fetcher.get(f"{server.url}/a")
            assert fake.slept == [kept]


def test_hosts_run_side_by_side_and_each_one_at_a_time():
    with Server() as one, Server() as other, HostPool[bytes]() as pool:
        for running in (one, other):
            running.on("/a", faulty.slow_head(0.02))
        fetcher = Fetcher(None, simulated=[one.url, other.url], delay=0.1)
        for number in range(5):
            for running in (one, other):
                pool.add(f"{running.url}/a", functools.partial(body_of, fetcher, f"{running.url}/a?{number}"))
        started = time.monotonic()
        done = list(pool)
        took = time.monotonic() - started
    assert [d.result for d in done] == [b"late"] * 10
    assert (one.most_under_way, other.most_under_way) == (1, 1)
    assert one.paths() == [f"/a?{n}" for n in range(5)]
    assert 6 * 0.1 <= took < 13 * 0.1  # seven requests at each; one after the other they would take 13 delays


def test_threads_that_share_a_host_wait_for_each_other(server):
    server.on("/a", faulty.slow_head(0.02))
    fetcher = Fetcher(None, simulated=[server.url], delay=0.0)
    threads = [threading.Thread(target=fetcher.get, args=(f"{server.url}/a",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert server.most_under_way == 1 and len(server.paths()) == 8
    assert [p for _, p, _, _ in server.asked].count("/robots.txt") == 1


def test_the_pool_takes_tasks_while_it_runs_hands_on_errors_and_drops():
    def fails():
        raise FetchError("http://a.example/1", 404, "gone")

    with HostPool[int]() as pool:
        pool.add("http://a.example/0", lambda: 0)
        seen = []
        for done in pool:
            seen.append((done.url, done.result, done.error and done.error.status))
            if len(seen) == 1:
                pool.add("http://a.example/1", fails)
                pool.add("http://b.example/2", lambda: 2)
    assert sorted(seen) == [
        ("http://a.example/0", 0, None),
        ("http://a.example/1", None, 404),
        ("http://b.example/2", 2, None),
    ]
    with HostPool[int]() as pool, pytest.raises(ZeroDivisionError):
        pool.add("http://a.example/", lambda: 1 // 0)
        list(pool)
    with HostPool[int]() as pool:
        for number in range(5):
            pool.add("http://a.example/", functools.partial(int, number))
        assert pool.drop("http://a.example/x") == 4
        assert [d.result for d in pool] == [0]


def test_closing_ends_a_long_wait(server):
    server.on("/a", page())
    server.on("/robots.txt", says(200, b"User-agent: *\nCrawl-delay: 600\n"))
    fetcher = Fetcher(None, simulated=[server.url])
    threading.Timer(0.1, fetcher.close).start()
    started = time.monotonic()
    with pytest.raises(FetchError, match="stopped"):
        fetcher.get(f"{server.url}/a")
    assert time.monotonic() - started < 2


# Back-off, breaker, refusal


def test_500_is_tried_again_with_growing_waits(server, fake, fetcher):
    server.on("/a", says(500), says(503), page(b"ok"))
    assert fetcher.get(f"{server.url}/a").body == b"ok"
    first, second = fake.slept[-2:]
    assert 1.0 <= first <= 3.0 and 2.0 <= second <= 6.0


@pytest.mark.parametrize(
    "fault",
    [says(500), says(429), faulty.truncated, faulty.broken_chunks, faulty.no_answer],
    ids=["500", "429", "wrong content-length", "broken chunks", "no answer"],
)
def test_a_fault_that_stays_is_named_after_four_tries(server, fetcher, fault):
    server.on("/a", fault)
    with pytest.raises(Unanswered, match="tried 4 times"):
        fetcher.get(f"{server.url}/a")
    assert server.paths() == ["/a"] * 4


def test_retry_after_in_seconds_is_waited_for(server, fake, fetcher):
    server.on("/a", says(429, Retry_After="77"), page(b"ok"))
    assert fetcher.get(f"{server.url}/a").body == b"ok"
    assert fake.slept[-1] == pytest.approx(77.0)


def test_retry_after_as_a_date_is_waited_for(server, fake, fetcher):
    fetcher.refusal(f"{server.url}/a")
    when = dt.datetime.fromtimestamp(fake.at + 1 + 90, dt.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    server.on("/a", says(503, Retry_After=when), page(b"ok"))
    fetcher.get(f"{server.url}/a")
    assert fake.slept[-1] == pytest.approx(90.0, abs=1.1)


def test_a_host_that_asks_for_hours_is_paused(server, fake, fetcher):
    server.on("/a", says(503, Retry_After="7200"), page(b"ok"))
    with pytest.raises(HostPaused, match="asks to wait 7200 s") as e:
        fetcher.get(f"{server.url}/a")
    assert e.value.until == pytest.approx(fake.at + 7200) and server.paths() == ["/a"]
    with pytest.raises(HostPaused, match="not asked"):
        fetcher.get(f"{server.url}/b")
    fake.at += 7201
    assert fetcher.get(f"{server.url}/a").body == b"ok"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("0", 0.0), (" 12 ", 12.0), ("9" * 99, 999999999999.0), ("Thu, 01 Jan 1970 00:01:00 GMT", 50.0),
     ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("soon", None), ("-5", None), ("1.5", None), ("", None), (None, None),
     ("Thu, 99 Jan 1970", None)],
)  # fmt: skip
def test_values_of_retry_after(value, seconds):
    assert retry_after(value, 10.0) == seconds


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_retry_after_gives_seconds_or_nothing(value):
    seconds = retry_after(value, 10.0)
    assert seconds is None or seconds >= 0


def test_403_stops_at_once_and_longer_each_time(server, fake, fetcher):
    server.on("/a", says(403))
    pauses = []
    for _ in range(4):
        with pytest.raises(HostPaused) as e:
            fetcher.get(f"{server.url}/a")
        assert e.value.status == 403
        pauses.append(round(e.value.until - fake.at))
        with pytest.raises(HostPaused):
            fetcher.get(f"{server.url}/b")
        fake.at = e.value.until
    assert pauses == [900, 1800, 3600, 7200] and server.paths() == ["/a"] * 4
    server.on("/a", page(), says(403))
    fetcher.get(f"{server.url}/a")
    with pytest.raises(HostPaused) as e:
        fetcher.get(f"{server.url}/a")
    assert round(e.value.until - fake.at) == 900


def test_a_pause_outlives_the_run_and_ends_after_a_week_at_most(server, fake):
    server.on("/a", says(403))
    host = host_of(server.url)
    clock = Clock(now=fake.now, wall=fake.now, sleep=fake.sleep)
    past = {host: Pause(until=fake.at, refusals=40)}
    with Fetcher(None, simulated=[server.url], clock=clock, pauses=past) as fetcher:
        with pytest.raises(HostPaused) as e:
            fetcher.get(f"{server.url}/a")
        assert round(e.value.until - fake.at) == 7 * 86400
        left = fetcher.pauses()
    with Fetcher(None, simulated=[server.url], clock=clock, pauses=left) as later, pytest.raises(HostPaused):
        later.get(f"{server.url}/a")
    assert server.paths() == ["/a"]


def test_the_breaker_opens_after_five_addresses_and_closes_after_a_good_one(server, fake):
    manners = Manners(retries=0)
    with make(server, fake, manners=manners) as fetcher:
        server.on("/a", says(500))
        for _ in range(4):
            with pytest.raises(Unanswered):
                fetcher.get(f"{server.url}/a")
        with pytest.raises(HostPaused) as e:
            fetcher.get(f"{server.url}/a")
        assert round(e.value.until - fake.at) == 300
        fake.at = e.value.until
        with pytest.raises(HostPaused) as e:  # on trial: one failure is enough, and the pause doubles
            fetcher.get(f"{server.url}/a")
        assert round(e.value.until - fake.at) == 600
        fake.at = e.value.until
        server.on("/a", page(), says(500))
        fetcher.get(f"{server.url}/a")
        with pytest.raises(Unanswered):
            fetcher.get(f"{server.url}/a")


def test_one_host_that_fails_does_not_stop_another(server, fake):
    with Server() as other, make(server, fake, other.url, manners=Manners(retries=0, breaker_after=1)) as fetcher:
        server.on("/a", says(500))
        other.on("/a", page(b"ok"))
        with pytest.raises(HostPaused):
            fetcher.get(f"{server.url}/a")
        assert fetcher.get(f"{other.url}/a").body == b"ok"


@settings(deadline=None)
@given(st.lists(st.sampled_from(["ok", "fail", "refuse", "wait"]), max_size=30))
def test_whatever_happens_a_pause_ends_within_a_week_and_success_clears_it(events):
    fake = FakeTime()
    polite = Politeness(Manners(), Clock(now=fake.now, wall=fake.now, sleep=fake.sleep))
    host = Host("http", "a.example", 80)
    for event in events:
        with contextlib.suppress(FetchError):
            if event == "fail":
                raise polite.gave_up(host, "u", None, "w")
            if event == "refuse":
                raise polite.refused(host, "u")
            if event == "wait":
                polite.wait_before_retry(host, "u", 503, 1, 1e9)
            if event == "ok":
                polite.answered(host)
                polite.look(host, "u")
        assert polite.pauses().get(host, Pause()).until <= fake.at + 7 * 86400


# Limits of size and time


def test_an_endless_body_is_cut_off_and_not_asked_for_again(server, fake):
    server.on("/a", faulty.endless)
    with (
        make(server, fake, max_bytes=1_000_000) as fetcher,
        pytest.raises(FetchError, match="larger than 1000000 bytes"),
    ):
        fetcher.get(f"{server.url}/a")
    assert server.paths() == ["/a"]


def test_a_packed_body_is_unpacked_and_a_bomb_is_not(server, fake):
    server.on("/a", faulty.packed(b"Beschluss " * 1000))
    server.on("/bomb", faulty.packed(b"\0" * 30_000_000))
    with make(server, fake, max_bytes=1_000_000) as fetcher:
        assert fetcher.get(f"{server.url}/a").body == b"Beschluss " * 1000
        gc.collect()
        tracemalloc.start()
        with pytest.raises(FetchError, match="larger than"):
            fetcher.get(f"{server.url}/bomb")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 5_000_000


def test_a_packed_body_that_is_not_whole_or_packed_otherwise_is_an_error(server, fake):
    half = gzip.compress(bytes(range(256)) * 40)[:-20]
    server.on("/half", says(200, half, Content_Encoding="gzip"))
    server.on("/wrong", says(200, b"<p>plain</p>", Content_Encoding="gzip"))
    server.on("/br", says(200, b"x", Content_Encoding="br"))
    with make(server, fake, manners=Manners(retries=0)) as fetcher:
        for path, why in (("half", "ends too early"), ("wrong", "broken gzip"), ("br", "'br'")):
            with pytest.raises(Unanswered, match=why):
                fetcher.get(f"{server.url}/{path}")


@settings(deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=4), st.integers(1, 50))
def test_packed_members_in_any_pieces_unpack_alike(members, size):
    raw = b"".join(gzip.compress(m) for m in members)
    pieces = [raw[i : i + size] for i in range(0, len(raw), size)]
    assert wire.gather(pieces, "gzip", 10_000) == b"".join(members)


def test_more_than_the_declared_length_does_not_spill_into_the_next_answer(server, fetcher):
    server.on("/short", faulty.short_length)
    server.on("/b", page(b"next"))
    assert fetcher.get(f"{server.url}/short").body == b"1234"
    assert fetcher.get(f"{server.url}/b").body == b"next"


@pytest.mark.parametrize("act", [faulty.drip(100, 0.05), faulty.drip_until_closed], ids=["with length", "until closed"])
def test_a_body_that_drips_is_ended_when_its_time_is_up(server, fake, act):
    server.on("/a", act)
    with make(server, fake, manners=Manners(retries=0), max_seconds=0.3) as fetcher:
        started = time.monotonic()
        with pytest.raises(Unanswered, match=r"longer than 0\.3 s"):
            fetcher.get(f"{server.url}/a")
    assert time.monotonic() - started < 1.5


def test_a_silent_server_is_given_up(server, fake):
    server.on("/a", faulty.slow_head(1.0))
    with make(server, fake, manners=Manners(retries=0), read_seconds=0.2) as fetcher, pytest.raises(Unanswered):
        fetcher.get(f"{server.url}/a")


def test_a_port_where_nobody_listens(fake):
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        clock = Clock(now=fake.now, wall=fake.now, sleep=fake.sleep)
        with (
            Fetcher(None, simulated=[url], clock=clock) as fetcher,
            pytest.raises(FetchError, match=r"robots\.txt cannot be had"),
        ):
            fetcher.get(f"{url}/a")
