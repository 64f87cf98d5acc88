"""The phrase banks and word lists in `texts/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

from pipeline.simulation.german import Noun

Use = Literal["all", "open", "held_out"]
"""Which phrasings a world speaks: all, those that rules may be tuned on, or those that they may not."""

FILES = ("posts", "money", "process", "talk", "others", "decisions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a sentence says: a kind of fact and its value, where "$x" is the value of slot x."""

    kind: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One phrasing. `when` are the words that must be true of the occasion, `stages` how far staffing is."""

    id: str
    text: str
    held_out: bool = False
    topic: str = "kim"
    claims: tuple[Claim, ...] = ()
    when: frozenset[str] = frozenset()
    stages: tuple[int, ...] = ()
    modules: tuple[int, ...] = (1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter that is not about integration management."""

    key: str
    role: str
    title: str
    proposal: str
    texts: tuple[str, ...] = field(default_factory=tuple)


@cache
def table(name: str) -> Mapping[str, Any]:
    """One file of `texts/`."""
    return tomllib.loads((resources.files(__package__) / "texts" / f"{name}.toml").read_text("utf-8"))


@cache
def banks() -> Mapping[str, tuple[Phrase, ...]]:
    """All phrasings by the name of their bank."""
    raw = {name: entry for file in FILES for name, entry in table(file).items()}
    return {
        name: tuple(_phrase(name, entry, number, one) for number, one in enumerate(entry["phrases"], 1))
        for name, entry in raw.items()
    }


def _phrase(bank: str, entry: Mapping[str, Any], number: int, one: Mapping[str, Any]) -> Phrase:
    claims = []
    if "kind" in entry:
        own = one.get("value", {})
        usual = {k: v for k, v in entry.get("value", {}).items() if k not in own and _said(v, one["text"])}
        claims.append(Claim(kind=entry["kind"], value={**usual, **own}))
    claims += [Claim(kind=also["kind"], value=also["value"]) for also in one.get("also", ())]
    if "{date" in one["text"] and not any(str(v).startswith("$date") for c in claims for v in c.value.values()):
        claims.append(Claim(kind="event", value=_undated(one["text"])))
    return Phrase(
        id=f"{bank}-{number:02}",
        text=one["text"],
        held_out=one.get("held_out", False),
        topic=entry.get("topic", "kim"),
        claims=tuple(claims),
        when=frozenset(one.get("when", "").split()),
        stages=tuple(one.get("stages", ())),
        modules=tuple(one.get("modules", (1, 2, 3))),
    )


def _undated(text: str) -> dict[str, str]:
    """The event that a date is where no claim of the phrasing names it."""
    if "{date:monat}" in text:
        return {"date": "$date:month", "precision": "month"}
    return {"date": "$date", "precision": "day"}


def _said(value: Any, text: str) -> bool:
    """Whether a bank's usual value holds for a phrasing: a slot's value only where the slot is in the text."""
    if not isinstance(value, str) or not value.startswith("$"):
        return True
    slot = value[1:]
    if slot == "module":  # a job's name tells the module
        return "{module" in text or "{job" in text
    return f"{{{slot}}}" in text or f"{{{slot}:" in text


@cache
def phrases(bank: str, use: Use = "all", when: frozenset[str] | None = None, stage: int | None = None) -> list[Phrase]:
    """The phrasings of a bank that fit an occasion; the open ones where no held-out one fits, and the other way."""
    fitting = [
        p
        for p in banks()[bank]
        if (when is None or p.when <= when) and (stage is None or not p.stages or stage in p.stages)
    ]
    wanted = [p for p in fitting if use == "all" or p.held_out is (use == "held_out")]
    return wanted or fitting


@cache
def matters() -> tuple[Matter, ...]:
    """The other matters."""
    return tuple(
        Matter(key=key, role=m["role"], title=m["title"], proposal=m["proposal"], texts=tuple(m["texts"]))
        for key, m in table("matters")["matters"].items()
    )


def noun(entry: Mapping[str, str], code: str = "") -> Noun:
    """A noun of a word list."""
    return Noun(
        bare=entry["bare"],
        gender=entry["gender"],
        nom=entry.get("def", ""),
        gen=entry.get("gen", ""),
        dat=entry.get("dat", ""),
        akk=entry.get("akk", ""),
        code=entry.get("code", code),
    )


@cache
def nouns(group: str) -> tuple[Noun, ...]:
    """All nouns of one list of `nouns.toml`; the code is the entry's name where it states none."""
    return tuple(noun(entry, key) for key, entry in table("nouns")[group].items())
