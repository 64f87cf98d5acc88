"""The municipalities that can be followed: one file `sites/<ags>-<name>.toml` each, with where and how.

A file says which product a council information system runs on, its address and older ones, what is known to be
blocked, and how many meetings and results to expect. `verified = false` means that nobody has looked yet whether it is
so: such entries come from public lists. Wrong files are an InputError that names file, entry, expectation and finding.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from corpus.errors import FetchError, InputError
from scrapers.address import host_of

VENDORS = ("allris3", "allris4", "oparl", "rubin", "sdnet", "sessionnet")
"""Products by the name of their module in `scrapers/vendors`."""

Range = tuple[float, float]
"""Least and most that is to be expected, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectations:
    """What a year of a municipality should look like; outside of it the reading is likely to be wrong."""

    meetings_per_year: Range
    """Meetings of all bodies together that have a released agenda."""
    share_with_result: Range
    """Share of the public agenda items of past meetings that have a result, 0 to 1."""
    verified: bool
    """Whether the ranges come from counting, rather than from the kind of municipality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A municipality's council information system (Ratsinformationssystem)."""

    ags: str
    """Official municipality key: 5 digits for a Kreis or kreisfreie Stadt, 8 for a municipality within a Kreis."""
    name: str
    population: int
    """On 31.12.2021."""
    vendor: str
    base_url: str | None
    """None where no address is known for certain."""
    oparl: str | None
    """Address of the OParl system object."""
    oparl_body: str | None
    """Address of the body, where one OParl system serves several."""
    verified: bool
    access: str
    """One line: what is known to be blocked, or has to be known before fetching; may be empty."""
    older: tuple[str, ...]
    """Addresses under which older pages lie, or are cited."""
    simulated: bool
    """A simulated council, the only kind that may live at a private address."""
    expect: Expectations


def load_sites() -> tuple[Site, ...]:
    """All municipalities of the package, in the order of their AGS. Raises InputError for the first wrong file."""
    folder = resources.files("scrapers").joinpath("sites")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    sites = tuple(read_site(file) for file in files)
    for site, file in zip(sites, files, strict=True):
        if (same := [f.name for s, f in zip(sites, files, strict=True) if s.ags == site.ags]) != [file.name]:
            raise InputError(f"{file.name}: ags: expected an AGS of its own, found {site.ags} in {', '.join(same)}")
    return sites


def read_site(file: Traversable) -> Site:
    """The municipality of one file. Raises InputError naming file, entry, expectation and finding."""
    try:
        entries = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise InputError(f"{file.name}: expected TOML in UTF-8, found: {e}") from e
    take = _Taker(file.name, entries)
    site = Site(
        ags=take("ags", "5 or 8 digits", lambda v: isinstance(v, str) and bool(re.fullmatch(r"\d{5}|\d{8}", v))),
        name=take("name", "a name", lambda v: isinstance(v, str) and bool(v.strip())),
        population=take("population", "a whole number above 0", lambda v: type(v) is int and v > 0),
        vendor=take("vendor", f"one of {', '.join(VENDORS)}", lambda v: v in VENDORS),
        base_url=take("base_url", 'an http(s) address or ""', lambda v: v == "" or _is_address(v)) or None,
        oparl=take("oparl", 'an http(s) address or ""', lambda v: v == "" or _is_address(v)) or None,
        oparl_body=take("oparl_body", "an http(s) address", _is_address, default=None),
        verified=take("verified", "true or false", lambda v: isinstance(v, bool)),
        access=take("access", "one line of text", lambda v: isinstance(v, str) and "\n" not in v),
        older=tuple(take("older", "a list of http(s) addresses", _are_addresses)),
        simulated=take("simulated", "true or false", lambda v: isinstance(v, bool), default=False),
        expect=_expectations(file.name, take("expect", "a table", lambda v: isinstance(v, dict))),
    )
    take.nothing_left()
    if not file.name.startswith(f"{site.ags}-"):
        raise InputError(f"{file.name}: ags: expected the AGS that the file's name starts with, found {site.ags}")
    return site


class _Taker:
    """Takes entries out of a table, each once, and complains about what is missing, wrong or left over."""

    def __init__(self, place: str, entries: Mapping[str, Any]) -> None:
        self._place, self._entries, self._taken = place, entries, set[str]()

    def __call__(self, key: str, expected: str, fits: Callable[[Any], bool], **default: Any) -> Any:
        self._taken.add(key)
        if key not in self._entries:
            if "default" in default:
                return default["default"]
            raise InputError(f"{self._place}: {key}: expected {expected}, found no such entry")
        value = self._entries[key]
        if not fits(value):
            raise InputError(f"{self._place}: {key}: expected {expected}, found {value!r}")
        return value

    def nothing_left(self) -> None:
        if left := sorted(set(self._entries) - self._taken):
            raise InputError(f"{self._place}: {left[0]}: expected one of {', '.join(sorted(self._taken))}")


def _expectations(file: str, entries: Mapping[str, Any]) -> Expectations:
    take = _Taker(f"{file}: expect", entries)
    found = Expectations(
        meetings_per_year=_range(take, "meetings_per_year", 5000.0),
        share_with_result=_range(take, "share_with_result", 1.0),
        verified=take("verified", "true or false", lambda v: isinstance(v, bool)),
    )
    take.nothing_left()
    return found


def _range(take: _Taker, key: str, most: float) -> Range:
    def fits(value: Any) -> bool:
        numbers = isinstance(value, list) and len(value) == 2 and all(type(v) in (int, float) for v in value)
        return numbers and 0 <= value[0] <= value[1] <= most

    low, high = take(key, f"two numbers from 0 to {most:g}, the lower first", fits)
    return (float(low), float(high))


def _is_address(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(host_of(value))
    except FetchError:
        return False


def _are_addresses(value: Any) -> bool:
    return isinstance(value, list) and all(_is_address(v) for v in value)
