"""robots.txt as RFC 9309 reads it, sentence by sentence, and reservations of text and data mining."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers import robots

SIMPLE = "User-agent: *\nDisallow: /bi/\nAllow: /bi/to010.asp\n"

# (what RFC 9309 says, robots.txt, path, allowed)
TABLE = [
    ("2.2.1 no group: no rules", "Disallow: /", "/a", True),
    ("2.2.1 empty file", "", "/a", True),
    ("2.2.1 star for everybody", SIMPLE, "/bi/vo020.asp", False),
    ("2.2.1 own group instead of star", SIMPLE + "User-agent: ratslupe\nDisallow: /x\n", "/bi/vo020.asp", True),
    ("2.2.1 own group is read", SIMPLE + "User-agent: ratslupe\nDisallow: /x\n", "/x", False),
    ("2.2.1 case of the token", "User-Agent: RATSLUPE\nDisallow: /\n", "/a", False),
    ("2.2.1 order of groups", "User-agent: ratslupe\nDisallow: /x\nUser-agent: *\nDisallow: /\n", "/a", True),
    ("2.2.1 groups of one token are one", "User-agent: ratslupe\nDisallow: /x\n\nUser-agent: other\nDisallow: /o\n\n"
     "User-agent: ratslupe\nDisallow: /y\n", "/y", False),
    ("2.2.1 the first of them counts too", "User-agent: ratslupe\nDisallow: /x\n\nUser-agent: ratslupe\nDisallow: /y\n",
     "/x", False),
    ("2.2.1 star groups are one", "User-agent: *\nDisallow: /x\n\nUser-agent: *\nDisallow: /y\n", "/x", False),
    ("2.2.1 several names, one group", "User-agent: a\nUser-agent: ratslupe\nDisallow: /x\n", "/x", False),
    ("2.2.1 own group without rules", "User-agent: *\nDisallow: /\n\nUser-agent: ratslupe\n", "/a", True),
    ("2.2.1 own group, empty rule", "User-agent: *\nDisallow: /\n\nUser-agent: ratslupe\nDisallow:\n", "/a", True),
    ("2.2.1 a name that starts ours is another", "User-agent: rats\nDisallow: /\n", "/a", True),
    ("2.2.1 a name that ours starts is another", "User-agent: ratslupebot\nDisallow: /\n", "/a", True),
    ("2.2.1 token with a version", "User-agent: Ratslupe/1.0\nDisallow: /\n", "/a", False),
    ("2.2.1 token that is none ends the group before", "User-agent: *\nDisallow: /x\nUser-agent: 5eme\nDisallow: /\n",
     "/a", True),
    ("2.2.2 longest match wins", SIMPLE, "/bi/to010.asp?SILFDNR=1", True),
    ("2.2.2 whatever the order", "User-agent: *\nAllow: /bi/to010.asp\nDisallow: /bi/\n", "/bi/to010.asp", True),
    ("2.2.2 equal: allow", "User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", True),
    ("2.2.2 no match: allowed", SIMPLE, "/other", True),
    ("2.2.2 robots.txt is always allowed", "User-agent: *\nDisallow: /\n", "/robots.txt", True),
    ("2.2.2 case of the path", "User-agent: *\nDisallow: /BI/\n", "/bi/", True),
    ("2.2.2 starts at the first octet", "User-agent: *\nDisallow: /bi\n", "/x/bi", True),
    ("2.2.2 prefix", "User-agent: *\nDisallow: /bi\n", "/bild", False),
    ("2.2.2 query belongs to it", "User-agent: *\nDisallow: /a?b=1\n", "/a?b=12", False),
    ("2.2.2 encoded octets: pattern plain", "User-agent: *\nDisallow: /größe\n", "/gr%C3%B6%C3%9Fe", False),
    ("2.2.2 encoded octets: address plain", "User-agent: *\nDisallow: /gr%c3%b6%C3%9fe\n", "/größe", False),
    ("2.2.2 encoded unreserved", "User-agent: *\nDisallow: /%62ar\n", "/bar", False),
    ("2.2.2 encoded unreserved in the address", "User-agent: *\nDisallow: /~user\n", "/%7Euser", False),
    ("2.2.2 encoded reserved differs", "User-agent: *\nDisallow: /a/b\n", "/a%2Fb", True),
    ("2.2.3 star", "User-agent: *\nDisallow: /*/doc\n", "/x/y/doc", False),
    ("2.2.3 star matches nothing too", "User-agent: *\nDisallow: /a*b\n", "/ab", False),
    ("2.2.3 star at the end", "User-agent: *\nDisallow: /a*\n", "/a", False),
    ("2.2.3 end", "User-agent: *\nDisallow: /*.pdf$\n", "/x.pdf", False),
    ("2.2.3 end not reached", "User-agent: *\nDisallow: /*.pdf$\n", "/x.pdf?y", True),
    ("2.2.3 only the start page", "User-agent: *\nDisallow: /$\n", "/a", True),
    ("2.2.3 the start page", "User-agent: *\nDisallow: /$\n", "/", False),
    ("2.2.3 dollar inside is itself", "User-agent: *\nDisallow: /a$b\n", "/a$b", False),
    ("2.2.3 hash is a comment", "User-agent: * # all\nDisallow: /a # that\n", "/a", False),
    ("2.2.3 encoded star is itself", "User-agent: *\nDisallow: /a%2Ab\n", "/axb", True),
    ("2.2.4 other lines do not end a name list", "User-agent: ratslupe\nSitemap: x\nUser-agent: b\nDisallow: /\n", "/a",
     False),
    ("2.2.4 other lines do not end a group", "User-agent: *\nDisallow: /x\nSitemap: s\nDisallow: /y\n", "/y", False),
    ("2.2.4 nor does Crawl-delay", "User-agent: *\nCrawl-delay: 9\n\nUser-agent: b\nDisallow: /\n",
     "/a", False),
    ("2.2 line ends", "User-agent: *\r\nDisallow: /x\rDisallow: /y\r\n", "/y", False),
    ("2.2 blanks", "  User-agent :  *  \n\tDisallow\t:\t/x\t\n", "/x", False),
    ("2.2 blank lines do not end a group", "User-agent: *\n\n\nDisallow: /x\n", "/x", False),
    ("byte order mark", "\ufeffUser-agent: *\nDisallow: /\n", "/a", False),
    ("misspelt", "User-agent: *\nDisalow: /x\n", "/x", False),
    ("no colon", "User-agent *\nDisallow /x\n", "/x", False),
    ("no leading slash", "User-agent: *\nDisallow: bi/\n", "/bi/a", False),
    ("a web page instead", "<!DOCTYPE html><html><p>Seite: nicht gefunden</p></html>", "/a", True),
]  # fmt: skip


@pytest.mark.parametrize(("says", "file", "path", "allowed"), TABLE, ids=[row[0] for row in TABLE])
def test_rfc_9309(says, file, path, allowed):
    assert robots.parse(file.encode(), "Ratslupe").allow(f"https://ris.example.org{path}") is allowed


def test_a_missing_file_allows_and_an_unreachable_one_forbids():
    assert robots.NOTHING.allow("https://ris.example.org/a?b")
    assert not robots.EVERYTHING.allow("https://ris.example.org/a?b")
    assert not robots.EVERYTHING.allow("https://ris.example.org")
    assert robots.EVERYTHING.allow("https://ris.example.org/robots.txt")


@pytest.mark.parametrize(
    ("file", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 10\nDisallow:\n", 10.0),
        ("User-agent: *\nCrawl-delay: 0,5\n", 0.5),
        ("User-agent: *\nCrawl-delay: 2\n\nUser-agent: ratslupe\nCrawl-delay: 30\n", 30.0),
        ("User-agent: ratslupe\nDisallow: /x\nCrawl-delay: 3\nUser-agent: ratslupe\nCrawl-delay: 7\n", 7.0),
        ("User-agent: *\nCrawl-delay: soon\n", None),
        ("User-agent: *\nCrawl-delay: -1\n", None),
        ("User-agent: *\nCrawl-delay: inf\n", None),
        ("User-agent: other\nCrawl-delay: 10\n", None),
        ("Crawl-delay: 10\n", None),
    ],
)
def test_crawl_delay(file, seconds):
    assert robots.parse(file.encode(), "Ratslupe").crawl_delay == seconds


def test_bytes_that_are_no_utf_8_are_compared_as_octets():
    rules = robots.parse("User-agent: *\nDisallow: /größe\n".encode("latin-1"), "Ratslupe")
    assert not rules.allow("https://ris.example.org/gr%F6%DFe")
    assert rules.allow("https://ris.example.org/gr%C3%B6%C3%9Fe")


def test_500_kib_are_read_and_not_without_end():
    filler = b"# " + b"x" * 98 + b"\n"
    assert not robots.parse(filler * 4900 + b"User-agent: *\nDisallow: /\n", "Ratslupe").allow("https://a.example/b")
    assert robots.parse(filler * 6000 + b"User-agent: *\nDisallow: /\n", "Ratslupe").allow("https://a.example/b")


def test_a_pattern_of_many_stars_takes_no_time():
    assert not robots.matches("/" + "*a" * 5000 + "b$", "/" + "a" * 10_000)


@settings(deadline=None)
@given(st.binary(max_size=400), st.text(max_size=50))
def test_any_bytes_and_any_path_give_an_answer(raw, path):
    url = "https://ris.example.org/" + path.replace("[", "").replace("]", "")
    assert robots.parse(raw, "Ratslupe").allow(url) in (True, False)
    assert robots.reserved_by_file(raw, url) in (True, False)
    assert robots.reserved_by_page(raw) in (True, False)


@settings(deadline=None)
@given(st.text("ab*$", max_size=8), st.text("ab", max_size=8))
def test_patterns_match_as_a_plain_definition_says(pattern, path):
    def plain(pattern, path):
        if not pattern:
            return True
        if pattern == "$":
            return not path
        if pattern[0] == "*":
            return any(plain(pattern[1:], path[i:]) for i in range(len(path) + 1))
        return path[:1] == pattern[0] and plain(pattern[1:], path[1:])

    assert robots.matches(pattern, path) is plain(pattern, path)


def test_reservation_of_text_and_data_mining_by_file():
    file = json.dumps(
        [{"location": "/bi/*.pdf$", "tdm-reservation": 1}, {"location": "/open", "tdm-reservation": 0}]
    ).encode()
    assert robots.reserved_by_file(file, "https://ris.example.org/bi/x.pdf")
    assert not robots.reserved_by_file(file, "https://ris.example.org/bi/x.html")
    assert not robots.reserved_by_file(file, "https://ris.example.org/open")
    everything = json.dumps([{"location": "/", "tdm-reservation": 1}, {"location": "/a", "tdm-reservation": 0}])
    assert robots.reserved_by_file(everything.encode(), "https://ris.example.org/a")


@pytest.mark.parametrize("raw", [b"", b"<html>", b"[]", b"{}", b"[1, null]", b'[{"location": "/"}]', b"[" * 100_000])
def test_a_file_that_says_nothing_reserves_nothing(raw):
    assert not robots.reserved_by_file(raw, "https://ris.example.org/")


def test_reservation_by_a_page():
    assert robots.reserved_by_page(b'<head><META NAME="tdm-reservation" content="1"></head>')
    assert robots.reserved_by_page(b"<meta content=1 name=tdm-reservation>")
    assert not robots.reserved_by_page(b'<meta name="tdm-reservation" content="0">')
    assert not robots.reserved_by_page(b'<meta name="description" content="1">')
    assert robots.reserves(" 1 ") and not robots.reserves("0") and not robots.reserves("")
