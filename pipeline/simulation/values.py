"""The values that slots hold, how they are written, and what they are as data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.simulation import german
from pipeline.simulation.german import Noun


@dataclass(frozen=True, slots=True)
class Euro:
    """An amount of money."""

    value: float


@dataclass(frozen=True, slots=True)
class Job:
    """A kind of post: one of them, several, and its module."""

    one: str
    several: str
    module: int


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody as the minutes name them: as subject, and after a preposition; `name` is the family name."""

    subject: str
    oblique: str
    name: str


Value = Noun | Euro | Job | Human | dt.date | float | int | str


def written(value: Value, form: str, count: float | None) -> str:
    """A value in the form that a phrasing asks for; `count` is the number that a job agrees with."""
    match value:
        case Noun():
            return value.form(form) if form else value.bare
        case Euro():
            return german.amount(value.value, form)
        case dt.date():
            return german.date(value, form)
        case Human():
            return value.oblique if form == "herrn" else value.subject
        case Job():
            return value.several if form == "plural" or count != 1 else value.one
        case str():
            return german.capital(value) if form == "Cap" else value
        case _:
            return _number(value, form)


def _number(value: float, form: str) -> str:
    match form:
        case "":
            return german.digits(value)
        case "komma":
            return german.digits(value, 1 if round(value * 10) == value * 10 else 2)
        case "eine" | "einer":
            return german.feminine(value, form)
        case "Eine":
            return german.capital(german.feminine(value, "eine"))
        case "weak":
            return german.feminine(value, "eine")
        case "wort":
            return german.cardinal(value)
    raise ValueError(f"a number has no form '{form}'")


def is_one(value: Value) -> bool:
    """Whether a verb or noun that agrees with the value stands in the singular."""
    return not value.several if isinstance(value, Noun) else value == 1


def plain(value: Value, form: str = "") -> float | int | str:
    """A value as data; the form "month" shortens a date."""
    match value:
        case Noun():
            return value.code or value.bare
        case Euro():
            return _short(value.value)
        case dt.date():
            return f"{value:%Y-%m}" if form == "month" else value.isoformat()
        case Human():
            return value.name
        case Job():
            return value.one
        case str():
            return value
    return _short(value)


def _short(value: float) -> float | int:
    return int(value) if value == int(value) else value
