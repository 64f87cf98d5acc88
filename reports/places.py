"""Places in a document: the passage that prints a value, the agenda item that a passage belongs to, its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reports.library import Claim, Doc, Passage
from reports.privacy import shown
from reports.words import MONTHS, number, short

_WORDS = "Dr Nr Abs Art bzw ca rd St lfd str vgl evtl ggf Prof Fa Mio Mrd Tsd"
_SHORT = "".join(rf"(?<!{word}\.)" for word in _WORDS.split())
_END = (
    _SHORT
    + r"(?:(?<=[\wäöüß)][\wäöüß)][.!?])|(?<=[€%][.!?]))\s+(?=[A-ZÄÖÜ„“\"(•-])"
    + r"|\n\s*\n|\n(?=[ \t]*(?:[•*–-]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-z]\)|TOP|Zu)\s)"
)
_SENTENCE = re.compile(_END)
_SENTENCE_OR_LINE = re.compile(_END + r"|\n+")
_SENTENCE_OR_VALUE = re.compile(_END + r"|\n+ *(?:- )?(?:\w+:(?: |$))?", re.M)
_HEADING = re.compile(
    r"^[ \t]{0,9}(?:Zu|TOP|Punkt|Zu TOP|Zu Punkt):? ?(?:[ÖN] ?)?(?P<tag>\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?[ \t]{1,9}"
    r"(?P<title>\S.{0,300})",
    re.M,
)
_REACH = 160
"""How far a sentence is followed to either side."""


def printing(claim: Claim, show: Sequence[str]) -> Passage | None:
    """The passage of a claim that prints most of the shown values; the main one if none prints more than it."""
    wanted = [p for f in show if (p := _printed(claim.value.get(f))) is not None]
    return max(claim.passages, key=lambda at: sum(bool(p.search(at.quote)) for p in wanted), default=None)


def _printed(value: object) -> re.Pattern[str] | None:
    """How a date, number or name is printed."""
    if isinstance(value, bool) or value in (None, ""):
        return None
    if isinstance(value, int | float):
        return re.compile(rf"(?<![\d.,]){re.escape(number(value))}(?!\d|[.,]\d)")
    if not isinstance(value, str):
        return None
    if day := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        month = rf"0?{int(day[2])}\.|{MONTHS[int(day[2]) - 1]}" if 1 <= int(day[2]) <= 12 else "0"
        return re.compile(rf"(?<!\d)0?{int(day[3])}\.\s?(?:{month})\s?(?:{day[1]}|{day[1][2:]})(?!\d)|{value}")
    return re.compile(re.escape(value))


def item_of(offset: int, places: Sequence[tuple[int, str]]) -> str:
    """The agenda item whose place stands nearest before an offset; empty if none does."""
    return next((text for start, text in reversed(places) if start <= offset), "")


def items(doc: Doc, claims: Iterable[Claim]) -> list[tuple[int, str]]:
    """Where the agenda items of a document stand, in text order: where they are listed, and as headings of its text."""
    found: dict[int, str] = {}
    for heading in _HEADING.finditer(doc.text):
        found[heading.start("tag")] = _item(heading["tag"], shown(heading["title"]))
    for claim in claims:
        title = str(claim.value.get("title_raw") or "")
        if claim.kind != "agenda_item" or not title or claim.quote is None:
            continue
        text = _item(claim.value.get("number"), title)
        found[claim.quote.start] = text
        at = -1
        while len(title) > 12 and (at := doc.text.find(title, at + 1)) >= 0:
            found[at] = text
    return sorted(found.items())


def _item(tag: object, title: str) -> str:
    """An agenda item in a few words: TOP 5, its title."""
    return " ".join(filter(None, [f"TOP {tag}:" if tag else "", short(" ".join(title.split()), 110)]))


def subjects(claims: Sequence[Claim], places: Sequence[Sequence[tuple[int, str]]]) -> list[str]:
    """What each of several votes is about: what it names, else its agenda item; where that has more, its sentence."""
    known = [item_of(c.quote.start, p) if c.quote else "" for c, p in zip(claims, places, strict=True)]
    return [_subject(claim, item, known.count(item) == 1) for claim, item in zip(claims, known, strict=True)]


def _subject(claim: Claim, item: str, alone: bool) -> str:
    named, said = str(claim.value.get("on") or ""), str(claim.value.get("raw") or "")
    if named and named not in said:
        return named
    if (item and alone) or claim.quote is None:
        return item
    start, end = sentence(claim.doc, claim.quote.start, claim.quote.end)
    around = " ".join(shown(claim.doc.text[start:end]).split())
    tells = around.endswith((".", "!")) and len(around.split()) > len(said.split()) + 2
    return f"„{short(around)}“" if tells else item


def sentence(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch, in whole words; in web pages and data at most its line, without a key."""
    border = {"text/html": _SENTENCE_OR_LINE, "application/json": _SENTENCE_OR_VALUE}.get(doc.media_type, _SENTENCE)
    low, high = max(0, start - _REACH), min(len(doc.text), end + _REACH)
    while low > 0 and low < start and not doc.text[low - 1].isspace():
        low += 1
    while end < high < len(doc.text) and not doc.text[high].isspace():
        high -= 1
    first = max((m.end() for m in border.finditer(doc.text, low, start + 1) if m.end() <= start), default=low)
    last = next((m.start() for m in border.finditer(doc.text, end, high)), high)
    while start > first and doc.text[first].isspace():
        first += 1
    while last > end and doc.text[last - 1].isspace():
        last -= 1
    return _whole(doc.text, first, last)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch widened to whole words."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
