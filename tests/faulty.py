"""A web server on loopback whose every path can be told what to do, for tests of fetching."""

import collections
import contextlib
import gzip
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Act = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the path's act says; 404 for all others."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.form = self.rfile.read(length).decode()
        path = self.path.partition("?")[0]
        with self.server.guard:
            self.server.asked.append((self.command, self.path, dict(self.headers), self.form))
            self.server.under_way += 1
            self.server.most_under_way = max(self.server.most_under_way, self.server.under_way)
        with contextlib.suppress(ConnectionError):
            acts = self.server.acts.get(path)
            act = acts.popleft() if acts and len(acts) > 1 else acts[0] if acts else says(404)
            act(self)
        with self.server.guard:
            self.server.under_way -= 1

    do_POST = do_GET  # noqa: N815 - the name is the standard library's

    def log_message(self, *_):
        pass

    def give(self, status=200, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if not any(name.casefold() == "content-length" for name, _ in headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self):
        self.close_connection = True
        self.wfile.flush()


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.acts: dict[str, collections.deque[Act]] = {}
        self.asked: list[tuple[str, str, dict[str, str], str]] = []
        self.guard = threading.Lock()
        self.under_way = self.most_under_way = 0
        self.url = f"http://127.0.0.1:{self.server_port}"

    def on(self, path, *acts):
        """What to do at a path: one act after the other, the last one for ever."""
        self.acts[path] = collections.deque(acts)

    def paths(self):
        """Paths asked for, in order, without robots.txt and tdmrep.json."""
        return [p for _, p, _, _ in self.asked if p not in ("/robots.txt", "/.well-known/tdmrep.json")]

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


@dataclass
class FakeTime:
    """A clock that only moves when somebody sleeps, and notes for how long."""

    at: float = 1_000_000.0
    slept: list[float] = field(default_factory=list)

    def now(self):
        return self.at

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.at += seconds


def says(status, body=b"", **headers):
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return lambda h: h.give(status, body, pairs)


def page(body=b"<p>Tagesordnung</p>", **headers):
    return says(200, body, Content_Type="text/html", **headers)


def slow_head(seconds):
    def act(handler):
        time.sleep(seconds)
        handler.give(200, b"late")

    return act


def drip(pieces, pause):
    """A body that comes a byte at a time, each well within the limit of silence."""

    def act(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(pieces))
        handler.end_headers()
        for _ in range(pieces):
            handler.wfile.write(b"x")
            time.sleep(pause)

    return act


def drip_until_closed(handler):
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.05)
    handler.hang_up()


def truncated(handler):
    handler.give(200, b"half", [("Content-Length", "400")])
    handler.hang_up()


def short_length(handler):
    handler.give(200, b"12345678", [("Content-Length", "4")])


def broken_chunks(handler):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"5\r\nabcde\r\n8\r\nabc")
    handler.hang_up()


def endless(handler):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


def no_answer(handler):
    handler.hang_up()


def packed(body):
    return says(200, gzip.compress(body), Content_Encoding="gzip")
