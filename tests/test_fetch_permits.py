"""robots.txt, reservations and cookies, as the fetcher keeps them."""

import pytest

from corpus.errors import FetchError
from scrapers.fetch import HostPaused
from tests import faulty
from tests.faulty import page, says

pytest_plugins = ("tests.fetching_fixtures",)


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
