"""German dates as ISO values with spans: days, months, quarters, half-years and years. Pure functions of a text.

A date without a year takes the year of the next dated one in the same list ("am 19.05. und 24.11.2022"), else the
year that the reference date makes likely; such a year is marked as derived.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.patterns import Guarded, guarded

Precision = Literal["day", "month", "quarter", "half", "year"]

_NAMES = "januar februar märz april mai juni juli august september oktober november dezember".split()
_SHORT = {name[:3]: i for i, name in enumerate(_NAMES, 1)} | {"jän": 1, "mrz": 3}
_MONTH = (
    r"(?P<month>Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\b\.?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w/]|[.,]\d|-\d)"
_ORDINALS = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
_ORDINAL = r"(?P<nth>(?:[Ee]rst|[Zz]weit|[Dd]ritt|[Vv]iert|[Ll]etzt)e[nrs]?|(?:[1-4]|IV|I{1,3})\.)"
_IN = r"(?:[Ii]m|[Ss]eit|[Bb]is|[Aa]b|[Aa]nfang|[Mm]itte|[Ee]nde|[Ff]ür|[Vv]on|[Zz]um|[Ii]n|[Ss]päten|[Ff]rühen)"

_UNITS = "einund zweiund dreiund vierund fünfund sechsund siebenund achtund neunund".split()
_WORDS = (
    "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften dreizehnten "
    "vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten"
).split()
_WORDS += [*(f"{unit}zwanzigsten" for unit in _UNITS), "dreißigsten", "einunddreißigsten"]
_DAY_WORDS = {word: i for i, word in enumerate(_WORDS, 1)} | {"siebenten": 7}

_B = r"[ \u00a0]?"
_D, _M = r"(?P<d>[0-3]?\d)", r"(?P<m>[01]?\d)"
_ALONE = r"(?<![\w.,/:])"
_OF_YEAR = rf"(?:e?s)?(?:\s(?:des Jahres\s)?{_YEAR})?"
_WHICH = (
    r"(?:(?:de[nmsr]|diese[nms]|Laufe de[sr])\s)?(?:(?:nächsten?|vergangenen|letzten|kommenden|laufenden|vorigen|"
    r"folgenden|ganzen|zurückliegenden)\s)?(?:Monat(?:e?s)?\s)?"
)

_PATTERNS: tuple[tuple[str, Precision, Guarded], ...] = (
    ("y-", "day", guarded(r"(?<![\d.,/:-])(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])")),
    ("d.", "day", guarded(rf"{_ALONE}{_D}\.{_B}{_M}\.{_B}(?P<y>(?:19|20)\d\d|\d\d(?!:))(?!\d|[.,/]\d)")),
    ("d.", "day", guarded(rf"{_ALONE}{_D}\.{_B}{_M}\.(?!\d|{_B}(?:19|20)\d\d)")),
    ("md.", "day", guarded(rf"{_ALONE}{_D}\.\s?{_MONTH}(?:\s(?P<y>(?:19|20)\d\d)\b)?")),
    ("my", "month", guarded(rf"\b{_MONTH}(?:\s|/|\sdes Jahres\s){_YEAR}")),
    ("m", "day", guarded(rf"\b(?P<word>{'|'.join(_DAY_WORDS)})\s{_MONTH}(?:\s(?P<y>(?:19|20)\d\d)\b)?")),
    ("m", "month", guarded(rf"\b(?:{_IN}\s{_WHICH}|Monat(?:e?s)?\s){_MONTH}s?(?!\s?\d|\w)")),
    (
        "y/",
        "month",
        guarded(r"(?<![\w.,/-])(?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\w/]|[.,]\d|-\d(?!\d?/))"),
    ),
    ("y/", "month", guarded(rf"\b{_IN}\s(?P<month>[1-9])/{_YEAR}")),
    ("y.", "month", guarded(r"(?<![\w.,/-])(?P<month>0[1-9]|1[0-2])\.(?P<year>20\d\d)(?![\w/]|[.,]\d)")),
    ("md", "month", guarded(rf"\b{_MONTH}\s?['’´](?P<y>\d\d)\b")),
    ("md", "month", guarded(rf"\b{_IN}\s{_MONTH}\s(?P<y>[12]\d)(?=[.,;:)]|$)(?![.,]\d)")),
    ("d/", "month", guarded(rf"\b{_IN}\s(?P<month>0[1-9]|1[0-2])/(?P<y>[12]\d)(?![\w/]|[.,-]\d)")),
    ("q", "quarter", guarded(rf"\b{_ORDINAL}\s?Quartal{_OF_YEAR}")),
    ("q", "quarter", guarded(rf"\b(?:Q|Quartal\s)(?P<nth>[1-4]|IV|I{{1,3}})(?:\s?[ /]{_YEAR}|(?![\w/.-]))")),
    ("q", "half", guarded(rf"\b{_ORDINAL}\s?(?:Halbjahr|Hj\.|Jahreshälfte){_OF_YEAR}")),
    ("y", "year", guarded(rf"(?<![\d.,/-]){_YEAR}")),
)
"""Signs that a match needs, what it tells, and how it is written; most texts hold few of the signs."""
_SIGNS: dict[str, Callable[[str], object]] = {
    "d": re.compile(r"\d").search,
    "y": re.compile(r"(?:19|20)\d\d").search,
    "m": re.compile("J[aäu]n|Feb|Mär|Mrz|Apr|Mai|Jul|Aug|Sep|Okt|Nov|Dez").search,
    "q": re.compile("Q|Halbj|Hj|Jahresh").search,
    ".": re.compile(r"\.").search,
    "/": re.compile("/").search,
    "-": re.compile("-").search,
}
_NOT_BEFORE = guarded(r"(?:TOP|Ziffer|Ziff\.|Punkt|Nr\.|Abschnitt|Kapitel|Anlage|§)\s?\Z")
_NUMBERED = guarded(
    r"(?i)(?:\b(?:nr|nrn|nummer|\w{0,20}vorlagen?|vorl|\w{0,12}drucksachen?|drs|ds|[bmsiv]v|vl|a[ntf]|v|vo|"
    r"\w{0,14}antr[aä]ge?n?|"
    r"\w{0,10}anfragen?|\w{0,14}sitzung|top|tagesordnungspunkt|punkt|az|aktenzeichen|\w{0,12}beschl\w{0,6}|"
    r"protokolls?|niederschrift|ausgabe|heft|"
    r"amtsblatt|rundschreiben|ziffer|seite|blatt|los|kw|kalenderwoche|anlage|\w{0,14}jahre?n?|§|art|artikel|"
    r"abs|kapitel|abschnitt|(?-i:[A-ZÄÖÜ]))\b[.:]{0,2}\s?|[\w)][/-]|[=+×x*]\s?)\Z"
)
"""Before the number of a paper or meeting that looks like a month: "Vorlage 08/2022"."""
_OF_THIS = guarded(
    r"\s(?:(?P<same>d\. ?J\.|(?:dieses|des laufenden|des aktuellen|des gleichen|desselben) Jahres)|"
    r"(?P<next>n\. ?J\.|(?:des )?(?:nächsten|kommenden|darauffolgenden|folgenden) Jahres|des Folgejahres)|"
    r"(?P<last>v\. ?J\.|(?:des )?(?:letzten|vergangenen|vorigen|verflossenen|abgelaufenen) Jahres|des Vorjahres))"
)
"""Behind a day or month, a year told by the document's own: "im Mai dieses Jahres", "zum 31.12. d. J."."""
_CODE_BEFORE = guarded(
    r"(?:Produkt(?:bereich|gruppe)?s?|plan|Kostenstelle|Kostenträger|[Kk]onto|Haushaltsstelle)(?:\s(?:Nr\.|"
    r"Nummer))?:?\s?\Z"
)
"""Before a number of the budget that looks like a day: "Produkt 05.03.02"."""
_WEEKDAY = r"(?:mo|di|mi|do|fr|sa|so|\w{4,8}tag)\.?,?"
_DAY_BEFORE = guarded(rf"(?i)(?:\b(?:am|vom|zum|bis|ab|seit|dem|den|der|und|sowie|oder|/|{_WEEKDAY})|[,(–-])\s?\Z")
_DAY_AFTER = guarded(r"\s?(?:,|und|-|–|bis(?: zum)?)\s?[0-3]?\d\.\s?[01]?\d\.")
_LIST = guarded(r"\s?(?:,|und|sowie|oder|/|-|–|bis|bis zum|bis einschließlich)\s?(?:am\s|den\s|dem\s|zum\s)?")
_AHEAD = guarded(
    r"(?i)\b(?:voraussichtlich|soll\w*|wird|werden|werde|würden?|geplant\w*|vorgesehen\w*|bis|ab|nächst\w+|"
    r"kommend\w+|spätestens)\b"
)
_SENTENCE_END = guarded(r"[.;!?]\s+[A-ZÄÖÜ]|\n")
_BACK = guarded(r"(?i)\b(?:seit|wurden?|hatten?|war|waren|vergangen\w+|letzt\w+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date as ISO: "2021-03-17", "2021-03", "2021-Q1", "2021-H2", "2021"; without a known year "--03-17", "--03"."""

    start: int
    end: int
    iso: str
    precision: Precision
    derived: bool = False
    """The year is not printed with it: taken from a list, or from the reference date."""

    @property
    def complete(self) -> bool:
        """Whether the year is known."""
        return not self.iso.startswith("--")


def dates(text: str, reference: dt.date | None = None) -> list[Date]:
    """All dates of a text in order. `reference` (day of the meeting) gives the year of a date that has none."""
    found = _apart(text, reference)
    year: str | None = None
    for i in range(len(found) - 1, -1, -1):
        date = found[i]
        joined = i + 1 < len(found) and _LIST.fullmatch(text[date.end : found[i + 1].start])
        year = year if joined else None
        if date.complete:
            year = date.iso[:4]
        elif year:
            found[i] = _with_year(date, int(year))
        elif near := _year_beside(text, found, i, reference):
            found[i] = _with_year(date, near)
        elif reference:
            found[i] = _with_year(date, _likely_year(text, date, reference))
            year = found[i].iso[:4]
    return found


def _year_beside(text: str, found: list[Date], i: int, reference: dt.date | None) -> int | None:
    """The year of a past date beside it in the sentence: "am 6. April beantragt, am 3. August 2020 bewilligt"."""
    date = found[i]
    if date.precision not in ("day", "month") or _AHEAD.search(text[max(0, date.start - 40) : date.end + 40]):
        return None
    for other in (*found[i + 1 : i + 2], *reversed(found[:i][-1:])):
        low, high = min(other.end, date.end), max(other.start, date.start)
        later = other.start > date.start
        ordered = date.iso[2:7] <= other.iso[5:10] if later else date.iso[2:7] >= other.iso[5:10]
        past = not reference or other.iso <= reference.isoformat()[: len(other.iso)]
        one = high - low < 140 and not _SENTENCE_END.search(text[low:high])
        if other.complete and not other.derived and other.precision in ("day", "month") and ordered and past and one:
            return int(other.iso[:4])
    return None


def _apart(text: str, reference: dt.date | None) -> list[Date]:
    """The dates that overlap with none before them; a year told by the reference's own is filled in."""
    found: list[Date] = []
    covered = -1
    for date in _printed(text):
        if date.start >= covered:
            found.append(date if date.complete or not reference else _of_this_year(text, date, reference.year))
            covered = found[-1].end
    return found


@functools.lru_cache(maxsize=1024)  # several rules ask for those of one sentence
def _printed(text: str) -> tuple[Date, ...]:
    """All readings of all patterns in order, also those that overlap."""
    here = frozenset(sign for sign, search in _SIGNS.items() if search(text))
    every = (d for precision, pattern in _tried(here) for d in _matches(text, precision, pattern))
    return tuple(sorted(every, key=_first))


@functools.cache
def _tried(here: frozenset[str]) -> tuple[tuple[Precision, Guarded], ...]:
    """The patterns of which a text with these signs may hold a match."""
    return tuple((precision, pattern) for signs, precision, pattern in _PATTERNS if here.issuperset(signs))


def _of_this_year(text: str, date: Date, year: int) -> Date:
    told = _OF_THIS.match(text, date.end)
    if not told:
        return date
    year += 0 if told["same"] else 1 if told["next"] else -1
    return dataclasses.replace(_with_year(date, year), end=told.end(), derived=False)


def _first(date: Date) -> tuple[int, int]:
    return date.start, -date.end


def _matches(text: str, precision: Precision, pattern: Guarded) -> Iterator[Date]:
    for m in pattern.finditer(text):
        iso = _iso(precision, m)
        groups = m.groupdict()
        bare = precision == "day" and groups.get("m") and not groups.get("y")
        before = text[max(0, m.start() - 30) : m.start()]
        coded = len(groups.get("y") or "") == 2 and _CODE_BEFORE.search(before)
        coded = coded or (precision == "month" and m["month"].isdigit() and _NUMBERED.search(before))
        if iso is None or coded or (bare and not _is_day(before, text[m.end() : m.end() + 20])):
            continue
        start = m.start("month") if precision == "month" else m.start()
        yield Date(start=start, end=m.end(), iso=iso, precision=precision)


def _is_day(before: str, after: str) -> bool:
    """Whether "19.05." is a day and no number of a point: by the word before it, or a day that it is listed with."""
    if _NOT_BEFORE.search(before):
        return False
    return bool(_DAY_BEFORE.search(before) or _DAY_AFTER.match(after))


def _iso(precision: Precision, m: re.Match[str]) -> str | None:
    """ISO form of a match, "--" for a missing year; None for what is no date of the calendar."""
    groups = m.groupdict()
    named = groups.get("m") or groups.get("month") or ""
    month = int(named) if named.isdigit() else _SHORT.get(named[:3].casefold(), 0)
    raw_year = groups.get("y") or groups.get("year")
    year = f"{_century(raw_year)}-" if raw_year else "--"
    if precision == "day":
        day = int(groups["d"]) if groups.get("d") else _DAY_WORDS[groups["word"]]
        try:
            dt.date(int(year[:4]) if raw_year else 2020, month, day)  # 2020: a leap year takes every day without a year
        except ValueError:
            return None
        return f"{year}{month:02}-{day:02}"
    if precision == "month":
        return f"{year}{month:02}" if month else None
    if precision == "year":
        return year[:4]
    nth = re.sub(r"(?:e[nrs]?|\.)\Z", "", groups["nth"].casefold())
    last = 4 if precision == "quarter" else 2
    number = last if nth == "letzt" else _ORDINALS.get(nth, 0)
    return f"{year}{'Q' if precision == 'quarter' else 'H'}{number}" if 0 < number <= last else None


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)


def _with_year(date: Date, year: int) -> Date:
    iso = f"{year}-{date.iso[2:]}"
    if date.precision == "day":
        try:
            dt.date.fromisoformat(iso)
        except ValueError:
            return date
    return Date(start=date.start, end=date.end, iso=iso, precision=date.precision, derived=True)


def _likely_year(text: str, date: Date, reference: dt.date) -> int:
    """The year next to the reference: ahead of it after "voraussichtlich", before it after "seit", else nearest."""
    part = date.iso[2:]
    months = {"Q": 3, "H": 6}.get(part[0])
    distance = (months * int(part[1:]) if months else int(part[:2])) - reference.month
    before = re.split(r"[.;!?]\s", text[max(0, date.start - 80) : date.start])[-1]
    if _BACK.search(before) and not _AHEAD.search(before):
        return reference.year - (distance > 0)
    if _AHEAD.search(before):
        return reference.year + (distance < 0)
    return reference.year + (distance < -6) - (distance > 6)
