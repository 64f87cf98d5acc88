"""Addresses: which host an address belongs to, and which network addresses may be connected to.

A council's page could redirect to, or its name resolve to, a machine inside the network where Ratslupe runs. `Door`
therefore resolves a name itself, once per connection, checks every address that came back, and connects to one of
exactly these. The name is not resolved again between check and connection, so an answer that changes in between (DNS
rebinding) has nothing to change; a kept connection stays with the address that was checked. TLS still checks the name.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from corpus.errors import FetchError, RatslupeError

ADDRESSES_TRIED = 3
"""At most so many addresses of one name are tried, so that a dead host costs no more than this many time limits."""

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Host(NamedTuple):
    """A host as politeness, robots.txt and permissions see it: scheme, name in lower case, and port."""

    scheme: str
    name: str
    port: int

    def __str__(self) -> str:
        """The start of its addresses, with the port only where it is not the scheme's own."""
        name = f"[{self.name}]" if ":" in self.name else self.name
        return f"{self.scheme}://{name}" + ("" if _PORTS[self.scheme] == self.port else f":{self.port}")


class AddressRefused(RatslupeError):
    """A name resolves to an address that must not be connected to."""


def host_of(url: str) -> Host:
    """The host of an address. FetchError if it is no http(s) address with a host, or names a user."""
    try:
        parts = urlsplit(url)
        name, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as e:
        raise FetchError(url, None, f"expected an address, found: {e}") from e
    if parts.scheme not in _PORTS or not name:
        raise FetchError(url, None, "expected an http or https address with a host")
    if "@" in parts.netloc:
        raise FetchError(url, None, "expected an address without user and password, found one with them")
    return Host(parts.scheme, name, port or _PORTS[parts.scheme])


def without_dots(url: str) -> str:
    """The address with the segments "." and ".." of its path resolved (RFC 3986 5.2.4), also where they are encoded."""
    parts = urlsplit(url)
    segments = [re.sub("%2e", ".", s, flags=re.I) if len(s) <= 6 else s for s in parts.path.split("/")[1:]]
    kept: list[str] = []
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1:] in ([".."], ["."]):
        kept.append("")
    return parts._replace(path="/" + "/".join(kept)).geturl()


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet, also where it is wrapped in an IPv6 address."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def is_simulation(address: str) -> bool:
    """Whether a simulated council may live there: loopback or a private network, but not a link-local address."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return ip.is_loopback or (ip.is_private and not (ip.is_link_local or ip.is_unspecified or ip.is_reserved))


def _dial(family: int, address: Any, timeout: float) -> socket.socket:
    """A TCP connection to a socket address. OSError if there is none."""
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(timeout)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.connect(address)
    except BaseException:
        sock.close()
        raise
    return sock


@dataclass(frozen=True, slots=True)
class Door:
    """The one way to a socket. Hosts in `simulated` are reached at private addresses only, all others at public ones.

    So the mark can neither lead a real council's page into the own network nor spare a real host its rules.
    `resolve` and `dial` are those of the system; tests put others in their place.
    """

    simulated: frozenset[Host] = frozenset()
    resolve: Callable[..., list[Any]] = socket.getaddrinfo
    dial: Callable[[int, Any, float], socket.socket] = _dial

    def connect(self, host: Host, timeout: float) -> socket.socket:
        """A connection within `timeout` seconds per address tried.

        Raises AddressRefused if any address of the name may not be connected to, OSError if none answers.
        """
        found = self.resolve(host.name, host.port, 0, socket.SOCK_STREAM)
        for *_, address in found:
            wanted, allowed = (
                ("private", is_simulation(address[0])) if host in self.simulated else ("public", is_public(address[0]))
            )
            if not allowed:
                raise AddressRefused(f"{host.name}: expected a {wanted} address, found {address[0]}")
        last = OSError("the name has no address")
        for family, _, _, _, address in found[:ADDRESSES_TRIED]:
            try:
                return self.dial(family, address, timeout)
            except OSError as e:
                last = e
        raise last
