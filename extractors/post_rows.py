"""One number of posts in a table or list: what its column, its label and its title tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors import post_cues as cues
from extractors import post_state_words as states
from extractors.analysis import Analysis, Sentence
from extractors.module_numbers import module_mentions
from extractors.numbers import Number, plain_value
from extractors.post_numbers import Post

VALUE = guarded(
    r"(?:ca\.\s|rund\s)?(?P<number>\d{1,3}(?:,\d{1,2})?)(?:\s(?:VZÄ|VK|Stellen?|Stellenanteile?))?(?:\s?[*)]{1,3})?\Z"
)
NOUN = guarded(
    r"(?:\b|(?<=[a-zäöü]))(?P<fte>VZÄ|VZK|VZW|VK|Vollzeitäquivalente?n?|Stellenwerte?)\b|"
    r"(?P<share>Stellenanteile?n?|Stellenumfang)|"
    r"(?P<posts>\b(?:[Pp]ersonal|[Pp]lan|[Vv]ollzeit|[A-Z]\w{2,20}-)?[Ss]tellen?\b(?!plan))|"
    r"(?P<list>\b(?:Plans|S)tellen(?:übersicht|plan(?!ung)|zahl|bestand|verzeichnis|entwicklung|verteilung|"
    r"ausstattung)\w{0,2}\b)|"
    r"(?P<word>\b(?:Soll|Ist|[Bb]esetzt|Personal)\b)"
)
MONEY = guarded(
    r"€|\bEUR\b|\bEuro\b|TEUR|T€|[Mm]ittel|[Ff]ördersumme|[Bb]etrag|[Kk]osten|[Ff]örderung|[Pp]auschale|%|Prozent"
)
TOTAL = guarded(r"(?i)\W{0,3}(?:summe|gesamt\w*|insgesamt|zusammen|total)\b")
TOWN = guarded(r"\W{0,3}(?:Stadt|Gemeinde)\s[A-ZÄÖÜ]|\W{0,3}(?:Städte|Gemeinden|Kommunen|[Kk]reisangehörige)")
_COUNTY = guarded(
    r"\W{0,3}(?:(?:[Bb]eim |[Bb]ei der )?(?:Kreis(?:verwaltung)?|Landkreis|StädteRegion)\b|Verwaltung\b|"
    r"(?:Stadt(?:verwaltung)?|Gemeinde)\W{0,2}\Z)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column of posts tells of its cells."""

    unit: str
    status: str | None
    module: int | None
    carrier: tuple[str, str] | None
    year: int | None = None


def unit_of(words: str) -> str | None:
    """Unit of the noun of posts in some words; None where there is none."""
    m = next((m for m in NOUN.finditer(words) if m["fte"]), None) or NOUN.search(words)
    if m is None:
        return None
    return "fte" if m["fte"] else "post shares" if m["share"] else "posts"


def module_of(analysis: Analysis, words: str) -> int | None:
    """The one module that some words name, by number or by what it does."""
    printed = {m.numbers for m in module_mentions(words)}
    if len(printed) == 1 and len(next(iter(printed))) == 1:
        return next(iter(printed))[0]
    told = [m.number for m in analysis.topic.modules if m.words.search(words)]
    return told[0] if len(told) == 1 and not printed else None


def told_post(
    analysis: Analysis,
    sentence: Sentence,
    place: Span,
    shown: str,
    column: Column,
    label: str,
    total: bool,
    towns: bool,
) -> Post:
    """The post that a number in a row or line tells, with what its column and its label say of it."""
    m = VALUE.match(shown)
    value = plain_value(m["number"]) if m else 0.0
    programme = analysis.programme(sentence.start + place[0])
    own = programme is None or programme.own
    return Post(
        sentence=sentence,
        start=place[0],
        end=place[1],
        number=Number(start=place[0], end=place[1], value=value),
        unit=column.unit,
        noun="Stellen",
        clause=(0, place[1]),
        module=column.module or (module_of(analysis, label) if own and not total else None),
        programme=programme,
        carrier=column.carrier or carrier_of(label, towns=towns),
        status=column.status or states.state_in(label),
        total=total,
        year=column.year,
        told=True,
    )


def carrier_of(label: str, *, towns: bool) -> tuple[str, str] | None:
    """Employer that the label of a row or line names; several towns in a list are member towns."""
    if towns and TOWN.match(label):
        return "member_municipality", label.strip()
    if _COUNTY.match(label):
        return "municipality", label.strip()
    return cues.carrier_in(label, 0, 0)
