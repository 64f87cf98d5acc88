"""Which addresses may be asked, and who must say who they are."""

import socket

import pytest

from corpus.errors import FetchError, InputError
from scrapers.address import AddressRefused, Door, Host, host_of, is_public, is_simulation, without_dots
from scrapers.fetch import Fetcher, Wire
from scrapers.polite import Clock
from tests.faulty import Server, page, says

pytest_plugins = ("tests.fetching_fixtures",)

PUBLIC = "93.184.216.34"


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
