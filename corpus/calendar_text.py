"""iCalendar files (RFC 5545) as text: a property a line, folded lines joined, escapes undone, so values can be quoted.

Council systems publish their meetings so. An escaped line break inside a value becomes a blank: it stays one line.
"""

from __future__ import annotations

import re

BEGIN = "BEGIN:VCALENDAR"

_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"(?:\\[nN])+|\\([\\;,])")


def is_calendar(start: str) -> bool:
    """Whether a text, blanks before it removed, opens like a calendar."""
    return re.match(rf"{BEGIN}[ \t]*\r?\n", start, re.I) is not None


def calendar_text(text: str) -> str:
    """The text of a calendar, its lines as their writer meant them."""
    return _ESCAPED.sub(lambda match: match[1] or " ", _FOLD.sub("", text)).replace("\r\n", "\n")
