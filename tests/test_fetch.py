"""Fetching, against a server on loopback with faults: what is given, what is refused, how long is waited."""

import contextlib
import datetime as dt
import functools
import gc
import gzip
import ipaddress
import socket
import ssl
import threading
import time
import tracemalloc

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import FetchError, InputError
from scrapers import wire
from scrapers.address import AddressRefused, Door, Host, host_of, is_public, is_simulation, without_dots
from scrapers.fetch import Fetcher, HostPaused, Unanswered, Wire
from scrapers.hosts import HostPool
from scrapers.polite import Clock, Manners, Pause, Politeness, retry_after
from tests import faulty
from tests.faulty import FakeTime, Server, page, says

PUBLIC = "93.184.216.34"


@pytest.fixture
def server():
    with Server() as running:
        yield running


@pytest.fixture
def fake():
    return FakeTime()


@pytest.fixture
def fetcher(server, fake):
    with make(server, fake) as made:
        yield made


def make(server, fake, *more, manners=None, **limits):
    return Fetcher(
        "ris@example.org",
        simulated=[server.url, *more],
        manners=manners,
        clock=Clock(now=fake.now, wall=fake.now, sleep=fake.sleep),
        wire=Wire(**{"max_seconds": 5, "connect_seconds": 2, "read_seconds": 2, **limits}),
    )


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


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for 127.0.0.1 that nobody trusts but who is told to, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(secret)
    return folder


@pytest.fixture
def tls(server, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.url = server.url.replace("http:", "https:")
    return server


def test_tls_checks_the_certificate(tls, fake, certificate):
    tls.on("/a", page(b"ok"))
    with make(tls, fake, ca_file=certificate / "cert.pem") as fetcher:
        assert fetcher.get(f"{tls.url}/a").body == b"ok"
    with make(tls, fake) as strict, pytest.raises(FetchError, match="certificate is not trusted"):
        strict.get(f"{tls.url}/a")


@pytest.mark.parametrize("act", [faulty.drip(100, 0.05), faulty.drip_until_closed], ids=["with length", "until closed"])
def test_a_drip_through_tls_is_ended_too(tls, fake, certificate, act):
    tls.on("/a", act)
    quick = {"manners": Manners(retries=0), "max_seconds": 0.3, "ca_file": certificate / "cert.pem"}
    with make(tls, fake, **quick) as fetcher:
        started = time.monotonic()
        with pytest.raises(Unanswered, match=r"longer than 0\.3 s"):
            fetcher.get(f"{tls.url}/a")
    assert time.monotonic() - started < 1.5


# Redirects


def test_redirects_are_followed_and_each_hop_waits_its_turn(server, fake, fetcher):
    server.on("/a", says(302, Location="b"))
    server.on("/b", says(301, Location=f"{server.url}/gr%C3%B6%C3%9Fe"))
    server.on("/gr%C3%B6%C3%9Fe", page(b"ok"))
    got = fetcher.get(f"{server.url}/a")
    assert (got.body, got.final_url) == (b"ok", f"{server.url}/gr%C3%B6%C3%9Fe")
    assert fake.slept == [1.0] * 4


@pytest.mark.parametrize(("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
def test_which_redirects_keep_a_form(server, fetcher, status, method):
    server.on("/do027.asp", says(status, Location="/doc"))
    server.on("/doc", page())
    fetcher.get(f"{server.url}/do027.asp", form={"DOLFDNR": "1"})
    assert server.asked[-1][0] == method and server.asked[-1][3] == ("DOLFDNR=1" if method == "POST" else "")


def test_a_redirect_loop_ends(server, fetcher):
    server.on("/a", says(302, Location="/b"))
    server.on("/b", says(302, Location="/a"))
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetcher.get(f"{server.url}/a")
    assert len(server.paths()) == 6


def test_a_redirect_with_an_endless_body_is_not_read(server, fake):
    def act(handler):
        handler.send_response(302)
        handler.send_header("Location", "/b")
        handler.send_header("Connection", "close")
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    server.on("/a", act)
    server.on("/b", page(b"ok"))
    with make(server, fake, max_seconds=1) as fetcher:
        assert fetcher.get(f"{server.url}/a").body == b"ok"


@pytest.mark.parametrize(
    "location", ["", "ftp://a.example/", "http://[::1", "http://u:p@a.example/", "javascript:void(0)"]
)
def test_a_redirect_to_no_address(server, fetcher, location):
    server.on("/a", says(302, Location=location))
    with pytest.raises(FetchError):
        fetcher.get(f"{server.url}/a")


def test_each_hop_asks_robots(server, fetcher):
    server.on("/robots.txt", says(200, b"User-agent: *\nDisallow: /secret\n"))
    server.on("/a", says(302, Location="/secret"))
    server.on("/secret", page())
    with pytest.raises(FetchError, match=r"robots\.txt forbids"):
        fetcher.get(f"{server.url}/a")
    assert server.paths() == ["/a"]


def test_a_redirect_to_a_private_address_is_refused(server, fake, fetcher):
    with Server() as inside:
        inside.on("/admin", page(b"secret"))
        for name in ("127.0.0.1", "localhost", "0x7f.1", "2130706433", "127.1", "[::ffff:127.0.0.1]", "0"):
            target = f"http://{name}:{inside.server_port}/admin"
            server.on("/a", says(302, Location=target))
            with pytest.raises(FetchError, match="expected a public address"):
                fetcher.get(f"{server.url}/a")
        assert inside.asked == []


# Addresses


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("::", False),
        ("::1", False), ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False), ("224.0.0.1", False),
        (f"::ffff:{PUBLIC}", True), ("64:ff9b::7f00:1", False), ("2002:7f00:1::1", False), ("255.255.255.255", False),
        ("ff02::1", False), ("240.0.0.1", False),
    ],
)  # fmt: skip
def test_public_addresses(address, public):
    assert is_public(address) is public


def test_where_simulated_councils_may_live():
    assert all(is_simulation(a) for a in ("127.0.0.1", "::1", "10.0.0.5", "192.168.1.1"))
    assert not any(is_simulation(a) for a in (PUBLIC, "169.254.169.254", "0.0.0.0", "fe80::1"))


def answers(*addresses):
    """A resolver that gives one answer after the other, and counts."""
    left = list(addresses)

    def resolve(name, port, *_):
        found = left.pop(0)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in found.split()]

    return resolve, left


def test_the_address_that_was_checked_is_the_one_connected_to():
    resolve, left = answers(PUBLIC, "127.0.0.1")
    dialled = []

    def dial(family, address, timeout):
        dialled.append(address)
        raise OSError("no network in tests")

    door = Door(resolve=resolve, dial=dial)
    with pytest.raises(OSError, match="no network"):
        door.connect(Host("http", "rebind.example", 80), 1.0)
    assert dialled == [(PUBLIC, 80)] and left == ["127.0.0.1"]  # resolved once: the second answer was never asked for
    with pytest.raises(AddressRefused, match=r"127\.0\.0\.1"):
        door.connect(Host("http", "rebind.example", 80), 1.0)
    assert len(dialled) == 1


def test_a_name_that_changes_its_mind_never_reaches_a_private_server(server, fake):
    server.on("/a", page(b"secret"))
    resolve, _ = answers(*[PUBLIC, "127.0.0.1"] * 20)
    dialled = []

    def dial(family, address, timeout):
        dialled.append(address[0])
        raise OSError("no network in tests")

    with (
        Fetcher(
            "ris@example.org",
            clock=Clock(now=fake.now, wall=fake.now, sleep=fake.sleep),
            door=Door(resolve=resolve, dial=dial),
        ) as fetcher,
        pytest.raises(FetchError),
    ):
        fetcher.get(f"http://rebind.example:{server.server_port}/a")
    assert set(dialled) == {PUBLIC} and server.asked == []


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    resolve, _ = answers(f"{PUBLIC} 10.0.0.1")
    with pytest.raises(AddressRefused, match=r"10\.0\.0\.1"):
        Door(resolve=resolve).connect(Host("https", "mixed.example", 443), 1.0)


def test_the_mark_simulated_does_not_open_the_way_to_a_public_host():
    resolve, _ = answers(PUBLIC)
    host = Host("http", "real.example", 80)
    with pytest.raises(AddressRefused, match="expected a private address"):
        Door(frozenset([host]), resolve=resolve).connect(host, 1.0)


def test_simulated_is_one_scheme_name_and_port(server, fetcher):
    with Server() as neighbour:
        neighbour.on("/a", page())
        with pytest.raises(FetchError, match="expected a public address"):
            fetcher.get(f"{neighbour.url}/a")
        assert neighbour.asked == []


def test_a_proxy_of_the_environment_is_not_used(server, fetcher, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.on("/a", page(b"ok"))
    assert fetcher.get(f"{server.url}/a").body == b"ok"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a",
        "ftp://a.example/",
        "http://",
        "http://u@a.example/",
        "http://a.example:99999/",
        "file:///x",
        "http://[/",
    ],
)
def test_what_is_no_address(fetcher, url):
    with pytest.raises(FetchError):
        fetcher.get(url)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/a/./b", "/a/b"),
        ("/a/..", "/"),
        ("/a/b/.", "/a/b/"),
        ("//a/../b", "//b"),
        ("/a..b/...", "/a..b/..."),
        ("", "/"),
    ],
)
def test_dots_in_a_path_are_resolved(path, sent):
    assert without_dots(f"http://a.example{path}") == f"http://a.example{sent}"
    assert without_dots(f"http://a.example{path}?q=/../x") == f"http://a.example{sent}?q=/../x"


def test_hosts_are_scheme_name_and_port():
    assert host_of("https://RIS.Example.org./a") == host_of("https://ris.example.org:443/b")
    assert host_of("http://ris.example.org/") != host_of("https://ris.example.org/")
    assert str(host_of("http://[::1]:8080/x")) == "http://[::1]:8080"


# Contact


def test_nothing_starts_without_a_contact(server, fake):
    for contact in (None, "", "me", "not an address"):
        with pytest.raises(InputError, match="contact"):
            Fetcher(contact)
    with Fetcher(None, simulated=[server.url]) as fetcher, pytest.raises(FetchError, match="expected a contact"):
        fetcher.get("https://ris.example.org/")
    assert Fetcher("https://example.org/bot").user_agent.endswith("(+https://example.org/bot)")


def test_a_simulated_host_cannot_send_us_nameless_to_a_real_one(server):
    server.on("/robots.txt", says(302, Location="https://ris.example.org/robots.txt"))
    with Fetcher(None, simulated=[server.url]) as fetcher, pytest.raises(FetchError, match="expected a contact"):
        fetcher.get(f"{server.url}/a")


def test_certificates_that_are_not_there(tmp_path):
    with pytest.raises(InputError, match="expected a file of certificates"):
        Fetcher("ris@example.org", wire=Wire(ca_file=tmp_path / "none.pem"))


# robots.txt and reservations


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_robots_txt_allows_and_403_there_pauses_nobody(server, fetcher, status):
    server.on("/robots.txt", says(status))
    server.on("/a", page(b"ok"))
    assert fetcher.get(f"{server.url}/a").body == b"ok"


@pytest.mark.parametrize(
    "fault", [says(500), says(503), says(429), faulty.no_answer], ids=["500", "503", "429", "none"]
)
def test_an_unreachable_robots_txt_forbids_everything_for_a_while(server, fake, fetcher, fault):
    server.on("/robots.txt", *[fault] * 4, says(404))
    server.on("/a", page(b"ok"))
    for _ in range(2):
        with pytest.raises(HostPaused, match=r"2\.3\.1\.4") as e:
            fetcher.get(f"{server.url}/a")
        assert round(e.value.until - fake.at) == 600
    assert server.paths() == [] and len(server.asked) == 4
    fake.at += 601
    assert fetcher.get(f"{server.url}/a").body == b"ok"


def test_robots_txt_is_asked_for_once_a_day(server, fake, fetcher):
    server.on("/a", page())
    for _ in range(3):
        fetcher.get(f"{server.url}/a")
    fake.at += 86_401
    fetcher.get(f"{server.url}/a")
    assert [p for _, p, _, _ in server.asked].count("/robots.txt") == 2


def test_robots_txt_behind_redirects_counts_for_the_host_that_was_asked(server, fetcher):
    server.on("/robots.txt", says(301, Location="/one"))
    server.on("/one", says(302, Location="/two"))
    server.on("/two", says(200, b"User-agent: ratslupe\nDisallow: /a\n"))
    assert fetcher.refusal(f"{server.url}/a") == "robots.txt forbids it"
    assert fetcher.refusal(f"{server.url}/b") is None


def test_the_path_that_is_sent_is_the_one_that_is_checked(server, fetcher):
    server.on("/robots.txt", says(200, b"User-agent: *\nDisallow: /secret\n"))
    for path in ("/x/../secret", "/./secret", "/%73ecret", "/x/%2e%2E/secret", "/../secret", "/x/y/../../secret?a"):
        with pytest.raises(FetchError, match="forbids"):
            fetcher.get(f"{server.url}{path}")
    assert server.paths() == []


def test_a_reservation_of_text_and_data_mining_is_a_refusal(server, fetcher):
    file = b'[{"location": "/by-file*", "tdm-reservation": 1, "tdm-policy": "https://example.org/p"}]'
    server.on("/.well-known/tdmrep.json", says(200, file))
    server.on("/by-file", page())
    server.on("/by-header", page(TDM_Reservation="1"))
    server.on("/by-page", page(b'<meta name="tdm-reservation" content="1">'))
    server.on("/free", page(b"ok", TDM_Reservation="0"))
    for path in ("by-file", "by-header", "by-page"):
        with pytest.raises(FetchError, match="text and data mining is reserved"):
            fetcher.get(f"{server.url}/{path}")
    assert fetcher.get(f"{server.url}/free").body == b"ok"
    assert "/by-file" not in server.paths()


def test_a_host_that_forbids_its_well_known_folder_is_not_asked_for_it(server, fetcher):
    server.on("/robots.txt", says(200, b"User-agent: *\nDisallow: /.well-known/\n"))
    server.on("/a", page())
    fetcher.get(f"{server.url}/a")
    assert [p for _, p, _, _ in server.asked] == ["/robots.txt", "/a"]


# Cookies


def test_cookies_are_kept_only_within_a_session_that_was_asked_for(server, fetcher):
    server.on("/login", page(Set_Cookie="JSESSIONID=abc; Path=/"))
    server.on("/a", page())
    for session, sent in (("one", "JSESSIONID=abc"), ("two", None), (None, None)):
        if session != "two":
            fetcher.get(f"{server.url}/login", session=session)
        fetcher.get(f"{server.url}/a", session=session)
        assert server.asked[-1][2].get("Cookie") == sent
    fetcher.forget("one")
    fetcher.get(f"{server.url}/a", session="one")
    assert "Cookie" not in server.asked[-1][2]


def test_a_cookie_set_on_a_redirect_is_sent_on_the_next_hop(server, fetcher):
    server.on("/a", says(302, Location="/b", Set_Cookie="S=1; Path=/"))
    server.on("/b", page())
    fetcher.get(f"{server.url}/a", session="s")
    assert server.asked[-1][2]["Cookie"] == "S=1"
