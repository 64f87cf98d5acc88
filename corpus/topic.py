"""A topic pack: what a question is about, in data. One TOML file under extractors/topics/, read by this module alone.

A pack names the topic's own programme, the words that mean it and the words that only look like it, neighbouring
programmes whose money and posts must never count as its own, its modules, and the variables of its codebook: which
facts feed each, in which value set, what is plausible, and which claim wins where several stand.
"""

from __future__ import annotations

import bisect
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.errors import InputError
from corpus.evidence import sha256
from corpus.patterns import Guarded, guarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Förderprogramm. `own` marks the topic's own; `words` finds its mentions."""

    name: str
    own: bool
    words: Guarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """Baustein of the topic's programme: its number, what its posts do, the words that mean it."""

    number: int
    function: str
    label: str
    instrument: str
    title: Guarded
    """The module's official title, wherever it is printed: stating it names the module."""
    words: Guarded
    """Words beside a number of posts or an amount that tell this module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One line of the codebook, and how facts fill its cell in a comparison."""

    id: str
    name: str
    label: str
    """German heading."""
    group: str
    definition: str
    kinds: tuple[str, ...]
    """Fact kinds that feed it."""
    where: Mapping[str, tuple[Any, ...]]
    """Field of the fact's value -> the values that qualify; a field absent from a fact matches only None."""
    show: tuple[str, ...]
    """Fields of the fact's value that make the cell's text."""
    unit: str | None
    cues: Guarded | None
    """Words that show a document speaks of the matter without giving a value."""
    never: Guarded | None
    """Words that make a sentence tell of another matter: its claims do not feed the variable."""
    wins: Literal["latest", "first", "all"]
    """Which claim stands in the cell; the others stay visible behind it."""
    rank_field: str | None
    rank: tuple[str, ...]
    """Values of `rank_field` from strongest to weakest. Decides within a day; plans never replace what is granted."""
    least: float | None
    most: float | None
    """Plausible range of a number; outside it a claim is shown but never wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Thema: everything that a topic pack says."""

    name: str
    version: str
    """Start of the SHA-256 of the pack's file: facts are read anew when the pack changes."""
    short: str
    label: str
    question: str
    terms: Guarded
    not_terms: Guarded | None
    field: Guarded | None
    """Words of the wider field: a text that names no programme and holds none of them is about something else."""
    programmes: tuple[Programme, ...]
    modules: tuple[Module, ...]
    variables: tuple[Variable, ...]
    examples: tuple[Mapping[str, Any], ...]

    def mentions(self, text: str) -> list[re.Match[str]]:
        """Where the text speaks of the topic, look-alikes left out."""
        false = [m.span() for m in self.not_terms.finditer(text)] if self.not_terms else []
        starts = [low for low, _ in false]

        def is_false(offset: int) -> bool:
            at = bisect.bisect_right(starts, offset) - 1
            return at >= 0 and offset < false[at][1]

        return [m for m in self.terms.finditer(text) if not is_false(m.start())]


def load_topic(path: Path) -> Topic:
    """The pack in a TOML file. Raises InputError naming the file and the entry that is missing or wrong."""
    try:
        source = path.read_text("utf-8")
        return _topic(tomllib.loads(source), sha256(source)[:12])
    except FileNotFoundError as e:
        raise InputError(f"{path}: expected a topic pack, found no such file") from e
    except tomllib.TOMLDecodeError as e:
        raise InputError(f"{path}: expected TOML, found {e}") from e
    except KeyError as e:
        raise InputError(f"{path}: expected the entry {e}, found none") from e


def words(patterns: list[str]) -> Guarded:
    """One pattern for a list of expressions. A blank in them (outside of a class) is any one blank or a hyphen."""
    if not patterns:
        raise InputError("topic pack: expected at least one word in a list of words, found none")
    return guarded("|".join(f"(?:{p})" for p in patterns).replace(" ", r"[-\s]"))


def _topic(raw: Mapping[str, Any], version: str) -> Topic:
    own = Programme(name=raw["short"], own=True, words=words(raw["terms"]))
    others = [Programme(name=p["name"], own=False, words=words(p["words"])) for p in raw["neighbour"]]
    return Topic(
        name=raw["name"],
        version=version,
        short=raw["short"],
        label=raw["label"],
        question=raw["question"],
        terms=own.words,
        not_terms=words(raw["not_terms"]) if raw.get("not_terms") else None,
        field=words(raw["field"]) if raw.get("field") else None,
        programmes=(own, *others),
        modules=tuple(_module(m) for m in raw["module"]),
        variables=tuple(_variable(v) for v in raw["variable"]),
        examples=tuple(raw.get("example", ())),
    )


def _module(raw: Mapping[str, Any]) -> Module:
    return Module(
        number=raw["number"],
        function=raw["function"],
        label=raw["label"],
        instrument=raw["instrument"],
        title=words(raw["title"]),
        words=words(raw["words"]),
    )


def _variable(raw: Mapping[str, Any]) -> Variable:
    where = {key: tuple(v if isinstance(v, list) else [v]) for key, v in raw.get("where", {}).items()}
    return Variable(
        id=raw["id"],
        name=raw["name"],
        label=raw["label"],
        group=raw["group"],
        definition=raw["definition"],
        kinds=tuple([raw["kind"]] if isinstance(raw["kind"], str) else raw["kind"]),
        where=where,
        show=tuple(raw["show"]),
        unit=raw.get("unit"),
        cues=words(raw["cues"]) if raw.get("cues") else None,
        never=words(raw["never"]) if raw.get("never") else None,
        wins=raw.get("wins", "latest"),
        rank_field=raw.get("rank_field"),
        rank=tuple(raw.get("rank", ())),
        least=raw.get("least"),
        most=raw.get("most"),
    )
