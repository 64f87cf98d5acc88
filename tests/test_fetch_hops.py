"""Fetching over TLS and through redirects."""

import datetime as dt
import ipaddress
import ssl
import time

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from corpus.errors import FetchError
from scrapers.fetch import Unanswered
from scrapers.polite import Manners
from tests import faulty
from tests.faulty import Server, page, says
from tests.fetching import make

pytest_plugins = ("tests.fetching_fixtures",)


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
