"""Getting pages: the only module that knows the network.

`Fetcher.get` asks for one address the polite way: only what robots.txt allows, one request per second and host, from
public addresses only, within limits of size and time, and with an honest name. Whatever goes wrong is a FetchError;
`HostPaused` among them says that the host is to be left alone for now, `Unanswered` that trying later may help.

Not done on purpose: proxies and credentials of the environment are not used, because a proxy would resolve names
itself and the check of addresses would be void.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from importlib import metadata
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from corpus.errors import FetchError, InputError
from scrapers.address import AddressRefused, Door, Host, host_of, without_dots
from scrapers.answer import REDIRECTS, Answer, Broken, Response, Wire, Wish, next_hop, response
from scrapers.permits import Permits
from scrapers.polite import Clock, HostPaused, Manners, Pause, Politeness, Unanswered, retry_after
from scrapers.robots import PARSED_BYTES
from scrapers.wire import TooLarge, Truncated, Watch, gather

TOKEN = "Ratslupe"
"""The name that robots.txt may use for us."""
MAX_REDIRECTS = 5
_CONTACT = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|https?://[^\s/]+\.[^\s]+")

__all__ = ["Fetcher", "HostPaused", "Response", "Unanswered", "Wire"]


class _Guarded(HTTPConnection):
    """A connection that is opened by the door and ended by the watch."""

    door: Door
    scheme = "http"

    def _new_conn(self) -> socket.socket:
        host = Host(self.scheme, self.host.strip("[]").rstrip(".").casefold(), self.port)
        try:
            return self.door.connect(host, self.timeout if isinstance(self.timeout, int | float) else 10.0)
        except socket.gaierror as e:
            raise NameResolutionError(self.host, self, e) from e
        except TimeoutError as e:
            raise ConnectTimeoutError(self, f"no connection to {self.host} in time") from e
        except OSError as e:
            raise NewConnectionError(self, f"no connection to {self.host}: {e}") from e

    def request(self, *args: Any, **kwargs: Any) -> None:
        if self.sock is None:
            self.connect()
        Watch.over_socket(self.sock)
        super().request(*args, **kwargs)


class _GuardedTls(_Guarded, HTTPSConnection):
    scheme = "https"


class _Adapter(HTTPAdapter):
    """Sends requests through guarded connections only."""

    def __init__(self, door: Door, hosts: int) -> None:
        super().__init__(pool_connections=hosts, pool_maxsize=2)
        plain = type("Plain", (_Guarded,), {"door": door})
        tls = type("Tls", (_GuardedTls,), {"door": door})
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("PlainPool", (urllib3.HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("TlsPool", (urllib3.HTTPSConnectionPool,), {"ConnectionCls": tls}),
        }


class Fetcher:
    """Gets addresses politely; safe to use from several threads, one host at a time in each.

    `contact` is the mail or web address of whoever runs this, sent with every request; without one only hosts in
    `simulated` (addresses of simulated councils) can be asked. `pauses` are those that an earlier run left behind.
    Raises InputError if the contact is missing or is no address, or the file of certificates is missing.
    """

    def __init__(
        self,
        contact: str | None,
        *,
        delay: float = 1.0,
        simulated: Iterable[str] = (),
        manners: Manners | None = None,
        wire: Wire | None = None,
        clock: Clock | None = None,
        pauses: Mapping[Host, Pause] | None = None,
        door: Door | None = None,
    ) -> None:
        hosts = frozenset(host_of(url) for url in simulated)
        if contact is None and not hosts:
            raise InputError("contact: expected a mail or web address of whoever runs this crawl, found none")
        if contact is not None and not _CONTACT.fullmatch(contact):
            raise InputError(f"contact: expected a mail or web address, found {contact!r}")
        if wire and wire.ca_file and not wire.ca_file.is_file():
            raise InputError(f"{wire.ca_file}: expected a file of certificates, found none")
        self._contact, self._wire = contact, wire or Wire()
        self._stopped = threading.Event()
        self._clock = clock or Clock(sleep=self._sleep)
        self._door = door or Door(hosts)
        self._polite = Politeness(manners or Manners(delay=delay), self._clock, pauses)
        self._permits = Permits(TOKEN, self._official, self._polite, self._clock)
        self._adapter = _Adapter(self._door, hosts=64)
        self._jars: dict[str, RequestsCookieJar] = {}

    @property
    def user_agent(self) -> str:
        """Name, version and contact, as sent with every request."""
        return f"{TOKEN}/{_version()} (+{self._contact or 'simulated councils only'})"

    def get(
        self,
        url: str,
        *,
        session: str | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        within: Callable[[str], bool] | None = None,
    ) -> Response:
        """The answer to a GET, or a POST of `form`; waits for its turn first. Every failure is a FetchError.

        `session` names a cookie jar that lives until `forget`; without it no cookie is sent or kept. `etag` and
        `last_modified` are validators of an earlier answer (RFC 9110 13.1). `headers` are what a product needs besides.
        A redirect to an address that is not `within` is not followed.
        """
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        own = dict(headers or {}) | {name: value for name, value in validators.items() if value}
        jar = self._jars.setdefault(session, RequestsCookieJar()) if session is not None else None
        wish = Wish(headers=own, form=form, jar=jar, max_bytes=self._wire.max_bytes)
        at = _canonical(url)
        for _ in range(MAX_REDIRECTS + 1):
            if refusal := self.refusal(at):
                raise FetchError(at, None, refusal)
            answer = self._ask(at, wish)
            if answer.status not in REDIRECTS:
                return response(url, at, answer, self._clock.wall(), asked_again=bool(etag or last_modified))
            at, wish = _hop(at, answer, wish)
            if within is not None and not within(at):
                raise FetchError(url, answer.status, f"leads to another site: {at}")
        raise FetchError(url, answer.status, f"more than {MAX_REDIRECTS} redirects, the last one to {at}")

    def refusal(self, url: str) -> str | None:
        """Why an address must not be asked for: no contact, robots.txt, a reservation; None if it may be.

        May ask the host for its robots.txt first. Raises FetchError if the host is paused or its address refused.
        """
        host = host_of(url)
        if refusal := self._nameless(host):
            return refusal
        self._polite.look(host, url)
        return self._permits.refusal(url)

    def _nameless(self, host: Host) -> str | None:
        if self._contact is None and host not in self._door.simulated:
            return "expected a contact (mail or web address of whoever runs this crawl), found none"
        return None

    def forget(self, session: str) -> None:
        """Drop the cookies of a session."""
        self._jars.pop(session, None)

    def pauses(self) -> dict[Host, Pause]:
        """Hosts to be left alone for now, for a later run to be given."""
        return self._polite.pauses()

    def close(self) -> None:
        """End all waiting, in any thread, with a FetchError, and close the connections."""
        self._stopped.set()
        self._adapter.close()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _sleep(self, seconds: float) -> None:
        self._stopped.wait(seconds)

    def _official(self, url: str) -> tuple[int, bytes]:
        """robots.txt or tdmrep.json, with the redirects that RFC 9309 2.3.1.2 asks to follow."""
        wish = Wish(max_bytes=2 * PARSED_BYTES, official=False)
        at = url
        for _ in range(MAX_REDIRECTS + 1):
            self._polite.look(host_of(at), at)
            answer = self._ask(at, wish)
            if answer.status not in REDIRECTS:
                return answer.status, answer.body
            at, wish = _hop(at, answer, wish)
        return 404, b""

    def _ask(self, url: str, wish: Wish) -> Answer:
        """One address, as often as manners allow. Gives redirects, 2xx and 304, and 4xx of official files."""
        host = host_of(url)
        if refusal := self._nameless(host):  # a simulated host may redirect its robots.txt to a real one
            raise FetchError(url, None, refusal)
        for tried in range(1, self._polite.manners.retries + 2):
            status, asked, why = None, None, "no whole answer"
            with self._polite.turn(host, url):
                if self._stopped.is_set():
                    raise FetchError(url, None, "stopped")
                try:
                    answer = self._exchange(url, wish)
                    status = answer.status
                except Broken as e:
                    why = str(e)
            if status is not None and status != 429 and status < 500:
                return self._settled(host, url, answer, wish)
            if status is not None:
                why = "too many requests" if status == 429 else "server error"
                asked = retry_after(answer.header("Retry-After"), self._clock.wall())
            if tried <= self._polite.manners.retries:
                self._polite.wait_before_retry(host, url, status, tried, asked)
        raise self._polite.gave_up(host, url, status, f"{why}, tried {tried} times")

    def _settled(self, host: Host, url: str, answer: Answer, wish: Wish) -> Answer:
        if not wish.official:
            return answer
        if answer.status == 403:
            raise self._polite.refused(host, url)
        self._polite.answered(host)
        if answer.status in REDIRECTS or answer.status == 304 or 200 <= answer.status < 300:
            return answer
        raise FetchError(url, answer.status, "expected a page")

    def _exchange(self, url: str, wish: Wish) -> Answer:
        """One request and its answer. Raises Broken if another try may help, FetchError if not."""
        fixed = {"User-Agent": self.user_agent, "Accept-Language": "de", "Accept-Encoding": "gzip", "Accept": "*/*"}
        request = requests.Request(
            "GET" if wish.form is None else "POST",
            url,
            headers={**fixed, **wish.headers},
            data=wish.form,
            cookies=wish.jar,
        ).prepare()
        with Watch(self._wire.max_seconds) as watch:
            try:
                return self._receive(request, wish)
            except AddressRefused as e:
                raise FetchError(url, None, str(e)) from e
            except TooLarge as e:
                raise FetchError(url, None, f"larger than {wish.max_bytes} bytes") from e
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, Truncated) as e:
                if "CERTIFICATE_VERIFY_FAILED" in str(e):
                    raise FetchError(url, None, f"the server's certificate is not trusted: {e}") from e
                late = f"took longer than {self._wire.max_seconds:g} s"
                raise Broken(late if watch.over else f"{type(e).__name__}: {e}") from e

    def _receive(self, request: requests.PreparedRequest, wish: Wish) -> Answer:
        trust = str(self._wire.ca_file) if self._wire.ca_file else True
        limits = (self._wire.connect_seconds, self._wire.read_seconds)
        with self._adapter.send(request, stream=True, timeout=limits, verify=trust) as response:
            if wish.jar is not None:
                extract_cookies_to_jar(wish.jar, request, response.raw)
            headers = tuple((str(name), str(value)) for name, value in response.raw.headers.items())
            answer = Answer(status=response.status_code, headers=headers)
            if not 200 <= answer.status < 300:
                return answer
            pieces = response.raw.stream(65536, decode_content=False)
            body = gather(pieces, answer.header("Content-Encoding").strip().casefold(), wish.max_bytes)
            Watch.over_socket(None)
            return Answer(status=answer.status, headers=headers, body=body)


def _version() -> str:
    try:
        return metadata.version("ratslupe")
    except metadata.PackageNotFoundError:  # run from its source folder
        return "0"


def _canonical(url: str) -> str:
    """The address as it will be sent (dots in the path resolved, no fragment), so that checks see the same."""
    host_of(url)
    try:
        sent = without_dots(requests.Request("GET", url.partition("#")[0]).prepare().url or "")
    except (requests.RequestException, ValueError) as e:
        raise FetchError(url, None, f"expected an address, found: {e}") from e
    host_of(sent)
    return sent


def _hop(at: str, answer: Answer, wish: Wish) -> tuple[str, Wish]:
    target, wish = next_hop(at, answer, wish)
    return _canonical(target), wish
