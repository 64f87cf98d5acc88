"""ratslupe.toml: which municipalities are followed, and for what. Written by `ratslupe init`, edited by a person."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import InputError
from extractors import topic_named
from pipeline.focus import Focus, folded
from scrapers.site import Site, load_sites, read_site

NAME = "ratslupe.toml"
PLACEHOLDER = "please fill in: a mail or web address"
LANDS = {"nrw": "05"}
"""Länder whose municipalities the package knows, with the start of their AGS."""

_COMMITTEES = {"kim": ("Integration", "Migration")}
"""Per topic: parts of the names of committees whose meetings are followed as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What ratslupe.toml says."""

    municipalities: tuple[str, ...]
    topic: str = "kim"
    corpus: Path = Path("ratslupe.db")
    contact: str | None = None
    """None where the placeholder still stands: real servers cannot be asked."""
    since: dt.date = dt.date(2019, 7, 1)
    committees: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    everything: bool = False
    sites: Path | None = None
    """A folder of further site files, or of such that replace those of the package."""
    most_gigabytes: float | None = None
    ocr: bool = False
    """Whether text of PDF pages that are pictures is recognised."""

    def focus(self, since: dt.date | None = None, committees: Sequence[str] = ()) -> Focus:
        """What is followed; what is given here narrows it for one run."""
        return Focus(
            topic=topic_named(self.topic),
            since=since or self.since,
            committees=tuple(committees) or self.committees,
            only=bool(committees),
            terms=self.terms,
            everything=self.everything,
            ocr=self.ocr,
        )


def read_config(path: Path) -> Config:
    """The file's settings. InputError naming entry, expectation and finding."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as e:
        raise InputError(f"{path}: expected it here, found no such file (make one with `ratslupe init`)") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise InputError(f"{path}: expected TOML in UTF-8, found: {e}") from e
    known = {name: check for name, (_, check) in _ENTRIES.items()}
    for name, value in raw.items():
        if name not in known:
            raise InputError(f"{path}: {name}: expected one of {', '.join(known)}")
        if not known[name](value):
            raise InputError(f"{path}: {name}: expected {_ENTRIES[name][0]}, found {value!r}")
    if "municipalities" not in raw:
        raise InputError(f"{path}: municipalities: expected a list of AGS, found no such entry")
    folder = path.parent
    contact = raw.get("contact", PLACEHOLDER)
    return Config(
        municipalities=tuple(raw["municipalities"]),
        topic=raw.get("topic", "kim"),
        corpus=folder / raw.get("corpus", "ratslupe.db"),
        contact=contact if contact and contact != PLACEHOLDER else None,
        since=raw.get("since", dt.date(2019, 7, 1)),
        committees=tuple(raw.get("committees", ())),
        terms=tuple(raw.get("terms", ())),
        everything=raw.get("everything", False),
        sites=folder / raw["sites"] if raw.get("sites") else None,
        most_gigabytes=raw.get("most_gigabytes"),
        ocr=raw.get("ocr", False),
    )


def _words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)


def _text(value: Any) -> bool:
    return isinstance(value, str)


_ENTRIES: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "topic": ("the name of a topic pack", _text),
    "corpus": ("a path", _text),
    "contact": ("a mail or web address", _text),
    "since": ("a date (YYYY-MM-DD, without quotes)", lambda v: type(v) is dt.date),
    "municipalities": ("a list of AGS", _words),
    "committees": ("a list of parts of names", _words),
    "terms": ("a list of words", _words),
    "everything": ("true or false", lambda v: isinstance(v, bool)),
    "sites": ("a folder", _text),
    "ocr": ("true or false", lambda v: isinstance(v, bool)),
    "most_gigabytes": ("a number above 0", lambda v: type(v) in (int, float) and v > 0),
}


def all_sites(config: Config | None) -> tuple[Site, ...]:
    """The package's sites, with those of the configured folder in place of or besides them."""
    found = {site.ags: site for site in load_sites()}
    folder = config.sites if config else None
    if folder is not None:
        if not folder.is_dir():
            raise InputError(f"{folder}: expected a folder of site files, found none")
        found |= {site.ags: site for site in map(read_site, sorted(folder.glob("*.toml")))}
    return tuple(found[ags] for ags in sorted(found))


def pick(sites: Sequence[Site], wanted: Sequence[str]) -> list[Site]:
    """Sites by AGS or name ("heinsberg" for "Kreis Heinsberg"). InputError for none, or several by one name."""
    found = []
    for text in wanted:
        exact = [s for s in sites if s.ags == text or folded(s.name) == folded(text)]
        hits = exact or [s for s in sites if not text.isdigit() and folded(text) in folded(s.name)]
        if len(hits) != 1:
            names = ", ".join(f"{s.name} ({s.ags})" for s in hits) or "none"
            raise InputError(f"municipality {text}: expected one of those that `ratslupe sites` lists, found {names}")
        found += hits
    return list({site.ags: site for site in found}.values())


def template(land: str, topic: str) -> str:
    """The text of a new ratslupe.toml. InputError for a Land that has no site files."""
    if land not in LANDS:
        raise InputError(f"--land {land}: expected one of {', '.join(LANDS)}")
    chosen = topic_named(topic)
    sites = [site for site in load_sites() if site.ags.startswith(LANDS[land])]
    lines = "\n".join(f'  "{site.ags}",  # {site.name}' for site in sites)
    committees = ", ".join(f'"{name}"' for name in _COMMITTEES.get(topic, ()))
    return f"""# What Ratslupe follows. Every server is told the contact; without one only simulated councils are asked.
contact = "{PLACEHOLDER}"

topic = "{chosen.name}"  # {chosen.label}
corpus = "ratslupe.db"
since = 2019-07-01  # first day of the meetings that are followed

# Meetings of committees whose name holds one of these words are fetched as a whole. Of all other committees the
# agendas are read, and of these the items and papers whose title speaks of the topic.
committees = [{committees}]

# Plain words besides those of the topic pack: a title with one of them speaks of the topic.
terms = []

# Recognise the text of PDF pages that are pictures: needs tesseract-ocr and tesseract-ocr-deu, some seconds a page.
ocr = false

municipalities = [
{lines}
]
"""
