"""WARC: what is written can be read back by an independent reader, byte by byte."""

import datetime as dt
import hashlib
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from corpus.audit import digest
from corpus.errors import InputError
from corpus.exports.warc import warc
from corpus.store import Corpus, Entry, Source
from scrapers.fetch import Fetcher
from tests import faulty
from tests.faulty import Server

PAGE = "<p>Beschluss: einstimmig für 3 Stellen</p>\r\n\r\nWARC/1.0\r\n".encode("latin-1")


@pytest.fixture
def corpus(tmp_path):
    with Corpus(tmp_path / "test.db") as opened:
        yield opened


def keep(corpus, place, body, **more):
    known = {"media_type": "text/html", "fetched_at": "2026-11-02T08:15:00+00:00", **more}
    source = Source(place=place, sha256=corpus.keep(body), size=len(body), **known)
    corpus.save(Entry(source=source, document=None, made_with="test"))


def records(path):
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            found.append((record, record.content_stream().read()))
    return found


def test_a_page_replays_with_all_that_is_known(corpus, tmp_path):
    url = "https://ris.example.org/bi/to010.asp?SILFDNR=1&x=gr%C3%B6"
    sent = [["Content-Type", "text/html; charset=iso-8859-1"], ["Content-Encoding", "gzip"], ["X-Name", "für"]]
    headers = json.dumps([*sent, ["A", "1"], ["A", "2"]])
    keep(corpus, url, PAGE, url=url, http_status=200, headers=headers)
    assert warc(corpus, tmp_path / "out.warc.gz") == 1
    [(record, body)] = records(tmp_path / "out.warc.gz")
    assert body == PAGE
    assert record.rec_type == "response" and record.rec_headers.get_header("WARC-Target-URI") == url
    assert record.rec_headers.get_header("WARC-Date") == "2026-11-02T08:15:00Z"
    assert record.rec_headers.get_header("WARC-Payload-Digest") == f"sha256:{hashlib.sha256(PAGE).hexdigest()}"
    assert record.http_headers.get_statuscode() == "200" and record.http_headers.statusline == "200 OK"
    assert record.http_headers.get_header("Content-Type") == "text/html; charset=iso-8859-1"
    assert record.http_headers.get_header("Content-Encoding") is None
    assert record.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert record.http_headers.get_header("Content-Length") == str(len(PAGE))
    assert [value for name, value in record.http_headers.headers if name == "A"] == ["1", "2"]


def test_what_was_fetched_is_what_replays(corpus, tmp_path):
    with Server() as server, Fetcher(None, simulated=[server.url], delay=0.0) as fetcher:
        server.on("/a", faulty.says(200, PAGE, Content_Type="text/html", Set_Cookie="JSESSIONID=secret"))
        got = fetcher.get(f"{server.url}/a")
        keep(
            corpus,
            got.final_url,
            got.body,
            url=got.final_url,
            http_status=got.status,
            headers=got.headers_to_keep(),
            fetched_at=got.fetched_at,
        )
    warc(corpus, tmp_path / "out.warc.gz")
    [(record, body)] = records(tmp_path / "out.warc.gz")
    assert body == PAGE and record.rec_headers.get_header("WARC-Target-URI") == f"{server.url}/a"
    assert record.http_headers.get_header("Server").startswith("BaseHTTP")
    assert record.http_headers.get_header("Set-Cookie") is None
    fetched = dt.datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
    assert abs((dt.datetime.now(dt.UTC) - fetched).total_seconds()) < 60


def test_files_without_an_exchange_are_resources_and_those_without_an_address_are_left_out(corpus, tmp_path):
    keep(corpus, "a.pdf", b"%PDF-1.4", url="https://ris.example.org/a.pdf", media_type="application/pdf")
    keep(corpus, "b.txt", b"text", media_type="unknown")
    keep(corpus, "c.bin", b"", url="https://ris.example.org/c", media_type="unknown")
    assert warc(corpus, tmp_path / "out.warc.gz") == 2
    (pdf, body), (empty, nothing) = records(tmp_path / "out.warc.gz")
    assert (pdf.rec_type, pdf.content_type, body) == ("resource", "application/pdf", b"%PDF-1.4")
    assert (empty.rec_type, empty.content_type, nothing) == ("resource", "application/octet-stream", b"")


def test_the_checker_of_the_format_finds_nothing(corpus, tmp_path, capsys):
    for number in range(5):
        url = f"https://ris.example.org/{number}"
        keep(corpus, url, PAGE * number, url=url, http_status=200)
    warc(corpus, tmp_path / "out.warc.gz")

    class Command:
        inputs = (str(tmp_path / "out.warc.gz"),)
        verbose = True

    checker = Checker(Command)
    checker.process_all()
    assert checker.exit_value == 0
    assert capsys.readouterr().out.count("digest pass") == 5


def test_equal_corpora_give_equal_files(tmp_path):
    files = []
    for name, order in (("a", (1, 2, 3)), ("b", (3, 1, 2))):
        with Corpus(tmp_path / f"{name}.db") as corpus:
            for number in order:
                keep(corpus, f"u{number}", b"x" * number, url=f"https://ris.example.org/{number}", http_status=200)
            warc(corpus, tmp_path / f"{name}.warc.gz")
        files.append((tmp_path / f"{name}.warc.gz").read_bytes())
    assert files[0] == files[1] and files[0]


def test_missing_bytes_are_named_and_no_half_file_is_left(corpus, tmp_path):
    keep(corpus, "https://ris.example.org/a", b"gone", url="https://ris.example.org/a", http_status=200)
    corpus.blob_path(hashlib.sha256(b"gone").hexdigest()).unlink()
    with pytest.raises(InputError, match=r"https://ris\.example\.org/a: expected its bytes"):
        warc(corpus, tmp_path / "out.warc.gz")
    assert not (tmp_path / "out.warc.gz").exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.binary(max_size=500), st.sampled_from([200, 203, 299]))
def test_any_bytes_replay(tmp_path_factory, body, status):
    folder = tmp_path_factory.mktemp("any")
    with Corpus(folder / "test.db") as corpus:
        keep(corpus, "p", body, url="https://ris.example.org/", http_status=status)
        warc(corpus, folder / "out.warc.gz")
    [(record, replayed)] = records(folder / "out.warc.gz")
    assert replayed == body and record.http_headers.get_statuscode() == str(status)


def test_headers_and_time_of_a_visit_do_not_change_the_corpus(tmp_path):
    digests = set()
    for name, when in (("a", "2026-11-02T08:15:00+00:00"), ("b", "2026-11-03T08:15:00+00:00")):
        with Corpus(tmp_path / f"{name}.db") as corpus:
            keep(
                corpus,
                "p",
                b"x",
                url="https://a.example/",
                http_status=200,
                headers=f'[["Date", "{when}"]]',
                fetched_at=when,
            )
            digests.add(digest(corpus))
    assert len(digests) == 1


def test_the_file_is_gzip_member_by_member(corpus, tmp_path):
    for number in range(3):
        keep(corpus, f"{number}", b"x", url=f"https://ris.example.org/{number}", http_status=200)
    warc(corpus, tmp_path / "out.warc.gz")
    raw = (tmp_path / "out.warc.gz").read_bytes()
    whole = ArchiveIterator(io.BytesIO(raw))
    offsets = [whole.get_record_offset() for _ in whole]
    for offset in offsets:
        record = next(iter(ArchiveIterator(io.BytesIO(raw[offset:]))))
        assert record.content_stream().read() == b"x"
    assert len(offsets) == 3
