"""What can stand in a slot, drawn to fit the municipality and the occasion."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.simulation import bank
from pipeline.simulation.bank import Phrase, Use
from pipeline.simulation.german import Noun
from pipeline.simulation.values import Euro, Human, Job, Value

PARTLY = ("post_advertised", "post_filled", "post_carrier", "staffing")
"""Banks whose posts may be some of a module's posts only."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What a text is about and who is there; `known` are slots that are settled for the whole text."""

    place: Noun
    council: Noun
    committees: tuple[Noun, ...]
    neighbours: tuple[Noun, ...]
    officials: tuple[Human, ...]
    members: tuple[Human, ...]
    factions: tuple[Noun, ...]
    modules: Mapping[int, Noun]
    posts: Mapping[int, float]
    sums: Mapping[int, float]
    carriers: tuple[Noun, ...]
    date: dt.date
    reference: Callable[[random.Random], str]
    known: Mapping[str, Value] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    stage: int = 0
    use: Use = "all"
    topic: str = "kim"


class Draw:
    """The values of one phrasing's slots, drawn when first asked for."""

    def __init__(self, scene: Scene, rng: random.Random, phrase: Phrase, known: Mapping[str, Value]) -> None:
        self.scene = scene
        self.rng = rng
        self.phrase = phrase
        self.values = dict(known)

    @property
    def bank(self) -> str:
        """The bank that the phrasing is from."""
        return self.phrase.id.rpartition("-")[0]

    def value(self, slot: str) -> Value:
        """The slot's value."""
        if slot not in self.values:
            self.values[slot] = DRAWS[slot](self)
        return self.values[slot]

    def count(self) -> float | None:
        """The number of posts that a job agrees with, if the phrasing has one."""
        return self.number("posts") if "posts" in self.values or "{posts" in self.phrase.text else None

    def module(self) -> int:
        """The number of the module that the phrasing is about."""
        return int(self.number("_module"))

    def number(self, slot: str) -> float:
        """A slot's value that must be a number."""
        value = self.value(slot)
        if not isinstance(value, int | float):
            raise TypeError(f"slot '{slot}' is not a number")
        return value


def _posts(draw: Draw) -> float:
    if draw.bank == "post_changed":
        return draw.rng.randint(2, 6)
    if draw.bank == "neighbour":
        return draw.rng.choice((1, 2, 3.5, 4, 6, 7, 9, 12))
    total = draw.scene.posts[draw.module()]
    if draw.bank in PARTLY:
        part = draw.rng.choice((total, total, 1, 1.5, 2, 3, 0.5))
        total = min(part, total)
    return int(total) if total == int(total) or "Case-Managerin" in draw.phrase.text else total


def _posts2(draw: Draw) -> int:
    return int(draw.number("posts")) + draw.rng.randint(1, 6)


def _job(draw: Draw) -> Job:
    module = draw.module()
    one, several = draw.rng.choice(bank.table("nouns")["jobs"][str(module)])
    return Job(one, several, module)


def _carrier(draw: Draw) -> Noun:
    """Who employs the staff: associations do case management only, and what is passed on leaves the house."""
    outside = {"welfare_associations", "member_municipality"}
    fitting = [c for c in draw.scene.carriers if draw.module() == 2 or c.code != "welfare_associations"]
    if "eiterleit" in draw.phrase.text:
        fitting = [c for c in draw.scene.carriers if c.code in outside]
    return draw.rng.choice(fitting or list(draw.scene.carriers))


def _org2(draw: Draw) -> Noun:
    first = draw.value("org")
    return draw.rng.choice([noun for noun in bank.nouns("organizations") if noun != first])


def _day(first: int, last: int) -> Callable[[Draw], dt.date]:
    return lambda draw: draw.scene.date + dt.timedelta(days=draw.rng.randint(first, last))


def _date(draw: Draw) -> dt.date:
    """A date in the past of the text, or in its future where the phrasing looks ahead."""
    future = any(claim.value.get("planned") or claim.kind == "commitment" for claim in draw.phrase.claims)
    ahead = (
        "läuft bis zum",
        "endet am",
        "gestellt wird",
        "ist zum {date}",
        "soll im {date",
        "Fest findet",
        "reist am",
        "möglich",
        "wechsel ist am",
    )
    if future or any(words in draw.phrase.text for words in ahead):
        return _day(20, 300)(draw)
    return _day(-240, -10)(draw)


def _listed(name: str) -> Callable[[Draw], str]:
    return lambda draw: str(draw.rng.choice(bank.table("nouns")["lists"][name]))


def _between(low: int, high: int, step: int) -> Callable[[Draw], Euro]:
    return lambda draw: Euro(draw.rng.randrange(low, high, step))


def _money(draw: Draw) -> Euro:
    """The module's yearly grant or a sum of that size, with cents in some; another matter has sums of its own."""
    if draw.bank.startswith("matter"):
        step = 100_000 if "mio_klein" in draw.phrase.text else 500
        return Euro(draw.rng.randrange(3 * step, 90 * step, step))
    base = draw.scene.sums[draw.module()]
    if draw.bank == "neighbour" or draw.rng.random() < 0.4:
        base = draw.rng.randrange(60, 700) * 1000
    cents = draw.rng.randrange(100) / 100 if ":cent}" in draw.phrase.text and "{sum:" in draw.phrase.text else 0.0
    return Euro(base + cents)


def _of(name: str) -> Callable[[Draw], Value]:
    return lambda draw: draw.rng.choice(getattr(draw.scene, name))


DRAWS: Mapping[str, Callable[[Draw], Value]] = {
    "_module": lambda draw: draw.rng.choice(draw.phrase.modules),
    "module": lambda draw: draw.scene.modules[draw.module()],
    "module_content": lambda draw: str(bank.table("nouns")["contents"][str(draw.module())]),
    "posts": _posts,
    "posts2": _posts2,
    "posts_diff": lambda draw: draw.number("posts2") - draw.number("posts"),
    "other_posts": lambda draw: draw.rng.choice((1, 1, 2, 3, 4, 5, 7, 1.5, 2.5)),
    "job": _job,
    "carrier": _carrier,
    "sum": _money,
    "sum_rate": lambda draw: Euro(draw.rng.choice((50_000, 55_000, 57_000, 60_000, 62_500))),
    "sum_assist": lambda draw: Euro(draw.rng.choice((20_000, 22_500, 25_000))),
    "sum_small": _between(1_500, 20_000, 500),
    "sum_small2": _between(20_000, 60_000, 500),
    "sum_state": lambda draw: Euro(draw.rng.choice((25_000_000, 50_000_000, 75_000_000))),
    "pct": lambda draw: draw.rng.choice((10, 15, 20, 25, 30, 40, 80)),
    "count": lambda draw: draw.rng.randint(5, 28),
    "year": lambda draw: str(draw.scene.date.year + 1),
    "old_year": lambda draw: str(draw.scene.date.year - draw.rng.randint(2, 9)),
    "date": _date,
    "place": lambda draw: draw.scene.place,
    "council": lambda draw: draw.scene.council,
    "deciding": lambda draw: draw.scene.council,
    "committee": _of("committees"),
    "neighbour": _of("neighbours"),
    "speaker": _of("officials"),
    "asker": _of("members"),
    "faction": _of("factions"),
    "topic": lambda draw: draw.rng.choice(bank.nouns("topics" if draw.scene.topic == "kim" else "general")),
    "org": lambda draw: draw.rng.choice(bank.nouns("organizations")),
    "org2": _org2,
    "programme": _listed("programmes"),
    "law": _listed("laws"),
    "ref": lambda draw: draw.scene.reference(draw.rng),
    "item_no": lambda draw: str(draw.rng.randint(3, 15)),
    "street": lambda draw: str(draw.rng.choice(bank.table("names")["people"]["streets"])),
    "street_name": lambda draw: str(draw.value("street")),
    "yes": lambda draw: draw.rng.randint(15, 40),
    "no": lambda draw: draw.rng.randint(1, 9),
    "abstentions": lambda draw: draw.rng.randint(1, 4),
    "present": lambda draw: draw.number("yes") + draw.number("no") + draw.number("abstentions"),
}
