"""German forms: numbers in words, dates, amounts, and nouns with their articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)  # fmt: skip
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
NUMBERS = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig"
).split()
TENS = {2: "zwanzig", 3: "dreißig", 4: "vierzig", 5: "fünfzig", 6: "sechzig", 7: "siebzig", 8: "achtzig", 9: "neunzig"}

ARTICLES = {  # by gender: masculine, feminine, neuter, plural
    "der": {"m": "der", "f": "die", "n": "das", "p": "die"},
    "des": {"m": "des", "f": "der", "n": "des", "p": "der"},
    "dem": {"m": "dem", "f": "der", "n": "dem", "p": "den"},
    "den": {"m": "den", "f": "die", "n": "das", "p": "die"},
    "im": {"m": "im", "f": "in der", "n": "im", "p": "in den"},
}
CASES = {"der": "nom", "des": "gen", "dem": "dat", "den": "akk", "im": "dat"}


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its forms after a definite article; `bare` is the form without one, `code` its value as data."""

    bare: str
    gender: str
    nom: str = ""
    gen: str = ""
    dat: str = ""
    akk: str = ""
    code: str = ""

    def form(self, which: str) -> str:
        """The noun after the article that `which` would be for a masculine noun: der, des, dem, den, im."""
        low = which.lower()
        nominative = self.nom or self.bare
        declined = {"nom": nominative, "gen": self.gen, "dat": self.dat, "akk": self.akk}[CASES[low]] or nominative
        text = f"{ARTICLES[low][self.gender]} {declined}"
        return text if which == low else capital(text)

    @property
    def several(self) -> bool:
        """Whether it takes a plural verb."""
        return self.gender == "p"


def cardinal(number: float) -> str:
    """A number in words as it counts things, without gender: zwei, dreieinhalb, einundzwanzig; digits beyond 99."""
    whole = int(number)
    if number == whole:
        return _whole(whole)
    if number - whole == 0.5 and 1 <= whole < len(NUMBERS):
        return ("ein" if whole == 1 else NUMBERS[whole]) + "einhalb"
    return digits(number)


def _whole(number: int) -> str:
    if number < len(NUMBERS):
        return NUMBERS[number]
    tens, ones = divmod(number, 10)
    if number > 99:
        return digits(number)
    return TENS[tens] if not ones else f"{'ein' if ones == 1 else NUMBERS[ones]}und{TENS[tens]}"


def feminine(number: float, ending: str) -> str:
    """A number in words before a feminine noun; `ending` is that of one: eine or einer."""
    return ending if number == 1 else cardinal(number)


def digits(number: float, decimals: int | None = None) -> str:
    """A number with comma and thousands points, with no more decimals than it needs unless told."""
    if decimals is None:
        decimals = 0 if number == int(number) else 1 if round(number * 10) == number * 10 else 2
    text = f"{number:,.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def amount(value: float, form: str) -> str:
    """An amount in euros in one of the notations that clerks use."""
    whole = digits(value, 0 if value == int(value) else 2)
    simple = {
        "eur": f"{whole} Euro",
        "zeichen": f"{whole} €",
        "cent": f"{digits(value, 2)} €",
        "strich": f"{digits(int(value))},- €",
        "tsd": f"{digits(value / 1000)} Tsd. €",
        "mio": f"{digits(value / 1e6)} Millionen",
        "Mio": f"{digits(value / 1e6)} Millionen",
        "mio_klein": f"{digits(value / 1e6, 1)} Mio. Euro",
        "voll": whole,
    }
    return simple[form]


def date(day: dt.date, form: str) -> str:
    """A date: punkt 04.03.2021, kurz 4.3.21, lang 4. März 2021, tag Donnerstag, 04.03.2021, monat März 2021."""
    month = MONTHS[day.month - 1]
    forms = {
        "": f"{day:%d.%m.%Y}",
        "kurz": f"{day.day}.{day.month}.{day:%y}",
        "lang": f"{day.day}. {month} {day.year}",
        "tag": f"{WEEKDAYS[day.weekday()]}, {day:%d.%m.%Y}",
        "monat": f"{month} {day.year}",
    }
    return forms[form]
