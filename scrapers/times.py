"""Times of day as German council pages print them: "17:00 Uhr", "17.30", "ab 17 h", "17 - 19.30 Uhr", "5:00 PM".

Dates that stand in the same field are no times: "09.10.2024" holds neither 9:10 nor 10:20. A notation that could mean
several things gives nothing.
"""

from __future__ import annotations

import datetime as dt
import re

_DATE = re.compile(
    r"(?<![\d.:])(?:0?[1-9]|[12]\d|3[01])\. ?(?:0?[1-9]|1[0-2])\."
    r"(?: ?\d{4}(?!\d)|\d{2}(?![\d.:])| \d{2}(?! ?(?:Uhr|h\b|[-–]|bis\b|[.:]?\d)))?"
    r"|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"
)
"""TT.MM., with or without a year of four or two digits, and ISO dates."""
_TO = r" ?(?:-|–|bis) ?"
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = rf"(?P<hour>{_HOUR})(?: ?: ?|\.)(?P<minute>[0-5]\d)(?!\d|[.,]\d)(?: ?(?P<half>[AaPp])\.?[Mm]\b)?"
_FULL = rf"(?P<full>{_HOUR}) ?(?:Uhr|h)\b(?: ?(?P<past>[0-5]\d)(?! ?[\w.:]))?"
_BARE = rf"(?P<bare>{_HOUR})(?={_TO}(?:ca\.? ?)?\d{{1,2}}(?:[.:]\d{{2}})? ?(?:Uhr|h)\b)"
_TIME = re.compile(rf"(?<![\d.:,/-])(?:{_CLOCK}|(?<!\d )(?<!\d[.:] )(?:{_FULL}|{_BARE}))", re.I)
_BETWEEN = re.compile(rf"(?: ?Uhr)?{_TO}\Z", re.I)
_DASHED = re.compile(r"(?<=\w) ?[-–] ?(?=\d)")


def start_and_end(text: str | None) -> tuple[dt.time | None, dt.time | None]:
    """The first time of day in a printed text and, where the text goes "to" another one, that one; without a zone.

    "bis 19 Uhr" alone tells no start. An end at "24:00" is none: it belongs to the next day.
    """
    said = _DASHED.sub(" - ", _DATE.sub("|", re.sub(r"\s+", " ", text or "")))
    found = list(_TIME.finditer(said))
    if not found or re.search(r"\bbis ?(?:ca\.? ?)?\Z", said[: found[0].start()], re.I):
        return None, None
    start = _time(found[0])
    if start is None or len(found) == 1:
        return start, None
    between = said[found[0].end() : found[1].start()]
    return start, _time(found[1]) if _BETWEEN.fullmatch(between) else None


def begins_with_time(text: str | None) -> bool:
    """Whether a cell is one of times of day: it begins with one, or with "ab", "um", "von" or "ca." before one."""
    said = re.sub(r"\s+", " ", text or "").strip()
    lead = re.match(r"(?:ab |um |von |ca\.? ?)*", said, re.I)
    rest = said[lead.end() :] if lead else said
    return _DATE.match(rest) is None and _TIME.match(_DASHED.sub(" - ", rest)) is not None


def _time(match: re.Match[str]) -> dt.time | None:
    """The time of a match; None for 24:00 and for what no clock shows."""
    hour = int(match["hour"] or match["full"] or match["bare"])
    if half := match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in "Pp" else 0)
    return dt.time(hour, int(match["minute"] or match["past"] or 0)) if hour < 24 else None
