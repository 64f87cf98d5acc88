"""When a promise is due: printed times, and the dates or months that they mean."""

from __future__ import annotations

import datetime as dt
import functools
import re

from corpus.patterns import guarded

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_MONTH = "|".join(_MONTHS)
_LEADING = (
    r"(?!de[rsm] |deren )(?:(?:voraussichtlich|spätestens|längstens|allerspätestens|frühestens|möglichst|noch|"
    r"etwa|circa|"
    r"ca\.|bis|bis zum|bis Ende|zum|am|im|ab|für|vor|nach|in|von|Anfang|Mitte|Ende|des|der|den|dem|deren|nächster|"
    r"nächsten|Sitzung|Monat|Monats|Laufe) ){0,6}"
)
_DATED = (
    rf"\d{{1,2}}\. ?\d{{1,2}}\. ?(?:20\d\d|\d\d(?!\d))|(?<![\d/])(?:0[1-9]|1[0-2])/20\d\d|KW ?\d\d?(?:/20\d\d)?|"
    rf"Q[1-4](?:[ /]?20\d\d)?|(?:\d{{1,2}}\. )?(?:{_MONTH})(?: 20\d\d)?(?!\w)|"
    r"(?:(?:erste|zweite|dritte|vierte|letzte)[nrs]?|[1-4]\.) (?:Quartals?|Halbjahre?s?|Jahreshälfte)(?: 20\d\d)?|"
    r"(?:IV|I{1,3})\. ?Quartals? 20\d\d|Quartal (?:IV|I{1,3}|[1-4])[ /]20\d\d|(?:Frühjahr|Frühling|Sommer|Herbst|"
    r"Winter|Jahresende|(?<=des )Jahres)(?: 20\d\d)?(?!\w)|(?:(?<=Anfang )|(?<=Mitte )|(?<=Ende )|(?<=bis )|(?<=ab )|"
    r"(?<=in )|"
    r"(?<=für )|(?<=\bJahr ))20\d\d"
)
_RELATIVE = (
    r"(?:in|zu|für) (?:der|die) (?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]{0,8}sitzung(?: 20\d\d)?|"
    r"(?:zum|im|für den) (?:nächsten|kommenden|folgenden) (?:Sitzungs\w{3,10}|Schuljahr|Halbjahr|Haushaltsjahr|"
    r"Sommer|"
    r"Winter|Herbst|Frühjahr)|zu gegebener Zeit|auf (?:die|der) (?:Tagesordnung|TO|Agenda) (?:der|für die) "
    r"(?:nächsten|kommenden|folgenden) Sitzung|bei Gelegenheit|(?:ihrer|seiner|unserer) (?:nächsten|"
    r"kommenden) Sitzung|"
    r"zeitnah|alsbald|baldigst|in absehbarer Zeit|in Bälde|nächstens|(?<=mit )dem Protokoll|"
    r"(?<=mit )der Niederschrift|"
    r"(?:binnen|innerhalb)(?: der nächsten| von)? \w{2,12} (?:Tagen?|Wochen?|Monaten?|Jahres(?:frist)?)|"
    r"im Nachhinein|"
    r"(?:in|mit|über) (?:das|dem) (?:Protokoll)|zur Niederschrift|im Wege der Niederschrift|"
    r"beim nächsten (?:Mal|Treffen)|"
    r"(?:nach|vor|bis|zu) (?:Ostern|Pfingsten|Weihnachten)|zu[mr] (?:Jahreswechsel|Schuljahres\w{4,8})|in Kürze|"
    r"umgehend|unverzüglich|kurzfristig|demnächst|baldmöglichst|schnellstmöglich|so bald wie möglich|"
    r"in Zukunft|künftig regelmäßig|im Nachgang|im Anschluss an die Sitzung|(?:mit|über|in) (?:der|"
    r"die) Niederschrift|"
    r"zum Protokoll|(?:(?:[Vv]or|[Nn]ach|[Bb]is zu|[Ii]n) (?:den|der|dem)|bis zu[rm]|zu[rm]) "
    r"\w*(?:[Ff]erien|[Pp]ause|[Ww]echsel)|(?:in|bis zu|zu) "
    r"(?:der|deren|einer der|die|den) (?:kommenden|nächsten|folgenden) (?:[a-zäöü]{4,16}en )?(?:Wochen?|Monaten?|"
    r"Sitzung\w*|Tage\w*)|(?:in|zu|zur|bis zur) (?:deren )?(?:nächster|nächsten|kommenden|folgenden) (?:Sitzung|"
    r"Woche)|"
    r"im (?:nächsten|kommenden) (?:Jahr|Monat|Quartal|Ausschuss)|noch in diesem (?:Jahr|Monat)|im Laufe de[rs] \w+"
)
TIME = guarded(
    rf"\b(?<![Ss]eit )(?<![Ss]eit dem )(?<![Ss]eit Anfang )(?<![Ss]eit Ende )(?<![Ss]eit Mitte )(?<!aus dem )"
    rf"(?<!aus dem Jahr )(?<!seit dem Jahr )(?<!vom )(?<!in die )(?<!\d\. )"
    rf"(?P<raw>{_LEADING}(?:(?P<dated>{_DATED})|{_RELATIVE}))(?!-?\w)"
)


@functools.lru_cache(maxsize=512)  # several rules ask for that of one clause
def time_in(text: str) -> re.Match[str] | None:
    """The first time ahead that a text names."""
    return TIME.search(text)


_DAY = guarded(r"(\d{1,2})\. ?(\d{1,2})\. ?(20\d\d|\d\d)")
_DAY_IN_WORDS = guarded(rf"(\d{{1,2}})\. ({_MONTH})(?: (20\d\d))?")
_MONTH_ONLY = guarded(rf"({_MONTH})(?: (20\d\d))?")
_QUARTER = guarded(r"(ersten|zweiten|dritten|vierten|[1-4]\.|IV\.|I{1,3}\.) ?Quartals? (20\d\d)")
_QUARTERS = {
    word: 3 * (number + 1)
    for number, words in enumerate(
        ("ersten 1. 1 I. I", "zweiten 2. 2 II. II", "dritten 3. 3 III. III", "vierten 4. 4 IV. IV")
    )
    for word in words.split()
}
"""A quarter as printed -> its last month."""
_YEAR = guarded(r"\b20\d\d\b")
_QUARTER_LAST = guarded(r"Quartal (IV|I{1,3}|[1-4])[ /](20\d\d)")


def due(raw: str, said: dt.date | None) -> str | None:
    """ISO date, month or year of a printed time. A month without a year is the next one after the day it was said."""
    if day := _DAY.search(raw):
        year = int(day[3]) + (2000 if len(day[3]) == 2 else 0)
        return _iso(year, int(day[2]), int(day[1]))
    if quarter := _QUARTER.search(raw) or _QUARTER_LAST.search(raw):
        return f"{quarter[2]}-{_QUARTERS[quarter[1]]:02}"
    if day := _DAY_IN_WORDS.search(raw):
        year = _year(day[3], _MONTHS.index(day[2]) + 1, said)
        return _iso(year, _MONTHS.index(day[2]) + 1, int(day[1])) if year else None
    if month := _MONTH_ONLY.search(raw):
        year = _year(month[2], _MONTHS.index(month[1]) + 1, said)
        return f"{year}-{_MONTHS.index(month[1]) + 1:02}" if year else None
    bare = _YEAR.search(raw)
    return bare.group() if bare else None


def _year(printed: str | None, month: int, said: dt.date | None) -> int:
    """The printed year, else that of the next such month; 0 where nothing tells."""
    if printed:
        return int(printed)
    return said.year + (month < said.month) if said else 0


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
