"""One invented municipality: its name, bodies, people, habits and what it gets from the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import gcd
from typing import Any

from corpus.model import Body, LegislativeTerm, Membership, Organization, Person
from pipeline.simulation import bank
from pipeline.simulation.german import Noun
from pipeline.simulation.seeds import rng
from pipeline.simulation.values import Human

ROLES = ("integration", "sozial", "schule", "bau", "finanz", "jugend", "umwelt", "haupt")
KINDS = ("kreis", "stadt", "region", "kreis", "stadt", "kreis", "stadt", "kreis")
FIRST_ORGANIZATION, FIRST_PERSON = 10, 100
STEP = 7919  # prime: steps through all combinations of name parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a municipality's clerks name things."""

    facts: str
    proposal: str
    decision_paper: str
    information_paper: str
    reference: str
    preparing_role: str
    item_prefixes: tuple[str, str]
    module_word: str
    roman: bool
    member_style: str
    hour: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What the municipality gets from the programme KIM, by module."""

    posts: Mapping[int, float]
    sums: Mapping[int, float]
    grants: Mapping[int, dt.date]
    steering: dt.date

    def stage(self, day: dt.date) -> int:
        """How far staffing is: 0 idea, 1 applied, 2 advertised, 3 partly filled, 4 filled."""
        since = (day - self.grants[2]).days
        return sum(since >= limit for limit in (-120, 0, 150, 400))


class Place:
    """Everything about one municipality that does not depend on its meetings and papers."""

    def __init__(self, seed: int, index: int, years: tuple[int, int], committees: int) -> None:
        self.seed, self.index, self.years = seed, index, years
        self.roles = ROLES[:committees]
        self._rng = rng(seed, "place", index)
        self.kind = KINDS[index] if index < len(KINDS) else self._rng.choice(KINDS)
        self.own_name = place_name(seed, index)
        entry = bank.table("bodies")["kinds"][self.kind]
        self.noun = town(entry["name"], self.own_name, entry["gender"], entry["gen"])
        self.population = self._rng.randint(180_000, 520_000)
        self.body = Body(
            id=f"{99 - index // 999}{index % 999 + 1:03}",
            name=self.noun.bare,
            classification=entry["classification"],
            population=self.population,
            population_date=dt.date(years[0], 12, 31),
        )
        self.bodies = self._bodies(entry)
        self.council, self.main = self.bodies[-1], self.bodies[-2]
        self.habits = self._habits()
        self.programme = self._programme()
        self.members = lru_cache(maxsize=None)(self._members)

    def _bodies(self, entry: Mapping[str, Any]) -> tuple[Noun, ...]:
        """The committees, then the main committee, then the council."""
        table = bank.table("bodies")
        lists = [table["committees"][role] for role in self.roles]
        lists += [table["councils"][entry["main"]], table["councils"][entry["council"]]]
        return tuple(bank.noun(self._rng.choice(choices)) for choices in lists)

    def _habits(self) -> Habits:
        pick = self._rng.choice
        references = ("{year}/{n:04}", "{n:03}/{yy}", "{unit}/{n:03}/{year}", "SV-10-{n:04}-{yy}", "VO/{n:03}/{year}")
        return Habits(
            facts=pick(("Sachverhalt", "Begründung", "Erläuterungen", "Sachlage", "Sachdarstellung")),
            proposal=pick(("Beschlussvorschlag", "Beschlussentwurf", "Beschlussempfehlung")),
            decision_paper=pick(("Beschlussvorlage", "Sitzungsvorlage", "Vorlage")),
            information_paper=pick(("Mitteilungsvorlage", "Informationsvorlage", "Berichtsvorlage")),
            reference=references[self.index % 5],
            preparing_role=pick(("Vorberatung", "Empfehlung", "Anhörung")),
            item_prefixes=pick((("Ö ", "N "), ("", ""))),
            module_word=pick(("Baustein", "Modul", "Förderbaustein")),
            roman=self._rng.random() < 0.4,
            member_style=pick(("Frau|Herr", "KA|KA", "Ktabg. Frau|Ktabg. Herr", "Ratsfrau|Ratsherr")),
            hour=dt.time(pick((16, 17, 18)), pick((0, 30))),
        )

    def _programme(self) -> Programme:
        pick = self._rng.choice
        posts = {1: pick((2.5, 3, 3.5)), 2: pick((4, 5, 6, 7.5, 8, 10, 12)), 3: pick((1, 1.5, 2, 3))}
        start = dt.date(max(self.years[0], 2020), 12, 1)
        grants = {m: start + dt.timedelta(days=self._rng.randint(0, 150)) for m in posts}
        sums = {m: 55_000 * n for m, n in posts.items()}
        steering = grants[2] + dt.timedelta(days=self._rng.randint(20, 120))
        return Programme(posts=posts, sums=sums, grants=grants, steering=steering)

    @cached_property
    def modules(self) -> dict[int, Noun]:
        """The modules as this municipality names them."""
        word, numerals = self.habits.module_word, ("I", "II", "III") if self.habits.roman else ("1", "2", "3")
        neuter = word == "Modul"
        return {
            m: Noun(f"{word} {numeral}", "n" if neuter else "m", gen=f"{word}s {numeral}")
            for m, numeral in enumerate(numerals, 1)
        }

    @cached_property
    def neighbours(self) -> tuple[Noun, ...]:
        """Other invented municipalities, with and without a place in the world."""
        others = (place_name(self.seed, 9_000 + (self.index * 3 + n) % 999) for n in range(4))
        kinds = bank.table("bodies")["kinds"]
        return tuple(
            town(kinds[k]["name"], name, kinds[k]["gender"], kinds[k]["gen"])
            for name, k in zip(others, ("kreis", "stadt", "kreis", "stadt"), strict=True)
        )

    @cached_property
    def carriers(self) -> tuple[Noun, ...]:
        """Who can employ the programme's staff."""
        members = () if self.kind == "stadt" else (town("Stadt", member_name(self.seed, self.index), "f", "Stadt"),)
        named = tuple(Noun(m.bare, m.gender, gen=m.gen, code="member_municipality") for m in members)
        fitting = [c for c in bank.nouns("carriers") if self.kind != "stadt" or c.code != "member_municipality"]
        return (*fitting, *named)

    @cached_property
    def terms(self) -> tuple[LegislativeTerm, ...]:
        """The legislative terms that touch the world's years; a term lasts from November for five years."""
        first = 2020 - 5 * -(-(2020 - self.years[0] + 1) // 5) if self.years[0] <= 2020 else 2020
        starts = [y for y in range(first, self.years[1] + 1, 5) if y + 5 >= self.years[0]]
        return tuple(
            LegislativeTerm(id=str(n), name=f"{y} - {y + 5}", start=dt.date(y, 11, 1), end=dt.date(y + 5, 10, 31))
            for n, y in enumerate(starts, 1)
        )

    @cached_property
    def organizations(self) -> tuple[Organization, ...]:
        """The bodies in their order, then the political groups."""
        names = [(noun.bare, "Ausschuss") for noun in self.bodies[:-1]] + [(self.council.bare, "Rat")]
        names += [(faction.bare, "Fraktion") for faction in self.factions]
        return tuple(
            Organization(id=str(FIRST_ORGANIZATION + n), name=name, classification=kind)
            for n, (name, kind) in enumerate(names)
        )

    @cached_property
    def factions(self) -> tuple[Noun, ...]:
        """The council's political groups."""
        parties = bank.table("names")["people"]["parties"]
        return tuple(Noun(f"{p}-Fraktion" if p.isalpha() else f"Fraktion {p}", "f") for p in parties)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The council's members."""
        words, source = bank.table("names")["people"], rng(self.seed, "people", self.index)
        size = 36 + source.randrange(4) * 6
        persons = []
        for n in range(size):
            woman = source.random() < 0.45
            first = source.choice(words["women" if woman else "men"])
            family = words["family"][(n + self.index) % len(words["family"])]
            persons.append(
                Person(
                    id=str(FIRST_PERSON + n),
                    name=f"{first} {family}",
                    form_of_address="Frau" if woman else "Herr",
                    title="Dr." if source.random() < 0.08 else None,
                    party=words["parties"][min(n * len(words["parties"]) // size, 5)],
                )
            )
        return tuple(persons)

    @cached_property
    def memberships(self) -> tuple[Membership, ...]:
        """Who sits where since the last term began; every body has a chair."""
        start = self.terms[-1].start
        rows = []
        for number, organization in enumerate(self.organizations[: len(self.bodies)]):
            seats = self.seats(number)
            for rank, person in enumerate(seats):
                woman = person.form_of_address == "Frau"
                chair = "Vorsitzende" if woman else "Vorsitzender"
                role = chair if rank == 0 else f"stellv. {chair}" if rank == 1 else "Mitglied"
                rows.append(
                    Membership(
                        person=person.id,
                        organization=organization.id,
                        role=role,
                        start_date=start,
                        voting_right=True,
                    )
                )
        return tuple(rows)

    def seats(self, body: int) -> tuple[Person, ...]:
        """The members of one body, by its number; the chair first."""
        if body == len(self.bodies) - 1:
            return self.people
        return tuple(rng(self.seed, "seats", self.index, body).sample(self.people, 17))

    @cached_property
    def officials(self) -> tuple[Human, ...]:
        """People of the administration who speak in meetings."""
        words, source = bank.table("names")["people"], rng(self.seed, "officials", self.index)
        return tuple(
            _official(source.choice(words["family"]), source.choice(words["offices"]), source.random() < 0.5, n)
            for n in range(6)
        )

    def _members(self, body: int) -> tuple[Human, ...]:
        """The members of a body as its minutes name them."""
        return tuple(self._member(person) for person in self.seats(body))

    def _member(self, person: Person) -> Human:
        woman = person.form_of_address == "Frau"
        style = self.habits.member_style
        before = style.split("|")[0 if woman else 1]
        family = person.name.split(" ", 1)[1]
        name = f"{person.title} {family}" if person.title else family
        after = f" ({person.party})" if style.startswith("Frau") and person.party else ""
        oblique = before.removesuffix("Herr") + "Herrn" if before.endswith("Herr") else before
        oblique = "Ratsherrn" if before == "Ratsherr" else oblique
        return Human(f"{before} {name}{after}", f"{oblique} {name}{after}", family)


def _official(family: str, office: str, woman: bool, number: int) -> Human:
    title = f" {office}{'in' if woman else ''}" if number % 2 else ""
    return Human(
        f"{'Frau' if woman else 'Herr'}{title} {family}", f"{'Frau' if woman else 'Herrn'}{title} {family}", family
    )


def town(word: str, name: str, gender: str, genitive: str) -> Noun:
    """A municipality as a noun: der Kreis Quallaue, der Stadt Quallaue."""
    return Noun(f"{word} {name}", gender, gen=f"{genitive} {name}", code=f"{word} {name}")


def place_name(seed: int, index: int) -> str:
    """The invented name with this number; different numbers up to 10,000 have different names."""
    words = bank.table("names")["places"]
    stems, suffixes, prefixes = words["stems"], words["suffixes"], words["prefixes"]
    total = len(stems) * len(suffixes) * len(prefixes)
    if gcd(STEP, total) != 1:
        raise ValueError(f"{STEP} and {total} name combinations have a common divisor")
    rest, stem = divmod((index * STEP + rng(seed, "names").randrange(total)) % total, len(stems))
    prefix, suffix = divmod(rest, len(suffixes))
    return _named(prefixes[prefix], stems[stem], suffixes[suffix])


def member_name(seed: int, index: int) -> str:
    """The invented name of a town that belongs to the district with this number."""
    words, source = bank.table("names")["places"], rng(seed, "members", index)
    return _named("", source.choice(words["member_stems"]), source.choice(words["suffixes"]))


def _named(prefix: str, stem: str, suffix: str) -> str:
    return f"{prefix}{stem.lower()}{suffix}" if prefix else f"{stem}{suffix}"
