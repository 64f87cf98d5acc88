"""Texts that are set in lines, as PDF pages and minutes are: which line breaks only end a line, what pages repeat.

A break is one of setting, not of meaning, when the line before it is full (the next word would not have fitted any
more) and nothing on either side speaks for a new beginning. Upper-case letters do not: German nouns have them.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""A range of the text and what rules should read in its place."""

_ENDS = tuple(".:;!?")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:Nr|Dr|Prof|ca|bzw|Abs|Art|Ziff|St|Str|vgl|inkl|zzgl|gem|lfd|max|mind|Mio|Mrd|Hr|Fr|z\. ?B|d\. ?h|"
    r"i\. ?V)\.$"
)
_DAY = re.compile(r"(?<!\d)\d{1,2}\.$")
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*")
_DATE = re.compile(r"\d{1,2}\. ?(?:\d{1,2}\.|(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\b)")
_OPEN = re.compile(
    r"(?:^|[\s(])(?:der|die|das|dem|den|des|ein|eine[nmrs]?|im|in|am|an|zum|zur|vom|von|für|mit|bei|beim|nach|aus|auf|"
    r"über|unter|durch|gegen|gemäß|seit|rund|etwa|Herrn?|Frau|Ziffer|Punkt|TOP|§|§§)$"
)
"""A line that ends so goes on, whatever comes next."""
_GOES_ON = re.compile(r"(?:,|\s(?:und|oder|sowie|bzw\.|als|wie|dass|ob|zu))$")
_ITEM = re.compile(
    r"[-–•*·▪●◦➢o](?:\s|$)|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|\(?\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\s|\(?[a-zA-Z][.)]\s|"
    r"[IVX]{1,4}\.?\s|(?:TOP|Top|Ö|N|Zu|Punkt|Anlage|Seite)\s\d"
)
_LABEL = re.compile(r"\w[^.,;:!?\n]{0,45}:(?=\s|$)")
_ROW = re.compile(r"\t| {4,}|\||\.{5,}|…{2,}")
_SUM = re.compile(r"(?:\d,\d\d|\d ?(?:€|EUR|Euro|%))$")
_FIGURES = re.compile(r"[\d.,:/ -]+")
_CUT = re.compile(r"[^\W\d_]-$")
_PAIR = re.compile(r"(?:und|oder|bzw|sowie|als|wie|bis)\b")
_NUMBER = re.compile(r"(?:(?:Seite|S\.|Blatt)\s*)?[-–]?\s?(\d{1,4})\s?[-–]?(?:\s*(?:von|/)\s*\d{1,4})?", re.I)
_OUTCOME = re.compile(r"stimm|mehrheit|beschl|genommen|lehnt|enthalt|vertagt|\bja\b|\bnein\b|dafür|dagegen", re.I)
_EDGE = 5
"""How many lines at the top and at the bottom of a page may be repeated on the others."""


@dataclass(slots=True)
class _Lines:
    """The lines of a text that are not blank: where they start and end, and what they print."""

    starts: list[int]
    ends: list[int]
    shown: list[str]
    apart: list[bool]
    """Whether a blank line stands before the line."""


def _lines(text: str) -> _Lines:
    found = _Lines([], [], [], [])
    position, blank = 0, True
    for line in re.split(r"[\n\f]", text):
        shown = line.strip()
        if shown:
            start = position + len(line) - len(line.lstrip())
            found.starts.append(start)
            found.ends.append(start + len(shown))
            found.shown.append(shown)
            found.apart.append(blank)
        blank = not shown
        position += len(line) + 1
    return found


def is_wrapped(text: str, page_starts: Sequence[int] = ()) -> bool:
    """Whether a text is set in lines: that of a PDF (it has pages) is; from the web, a paragraph is one long line."""
    if page_starts:
        return True
    lines = [line.strip() for line in text.split("\n")]
    evidence = breaks = 0
    for before, after in itertools.pairwise(lines):
        if len(before) < 40:
            continue
        breaks += 1
        if after[:1].islower() and len(before) < 160 and not before.endswith(_ENDS) and not _is_label(after[:80]):
            evidence += 2 if _CUT.search(before[-2:]) else 1
    long = sum(len(line) for line in lines if len(line) > 160)
    return evidence >= max(2, 0.08 * breaks) and long < 0.3 * sum(map(len, lines))


def line_edits(text: str, page_starts: Sequence[int] = ()) -> Iterator[Edit]:
    """Where a text set in lines should read differently: breaks of setting as a blank, repeated page lines not at all.

    The first occurrence of a page head stays, page numbers do not. Edits come in order and do not overlap.
    """
    lines = _lines(text)
    repeated = _repeated(lines, page_starts or _page_starts(text, lines))
    body = [i for i in range(len(lines.shown)) if i not in repeated]
    full = _full(lines)
    for a, b in itertools.pairwise(body):
        start, end = lines.ends[a], lines.starts[b]
        if b == a + 1 and lines.apart[b]:
            continue
        before, after = lines.shown[a], lines.shown[b]
        cut = _CUT.search(before[-2:]) and after[0].isalpha() and not _PAIR.match(after)
        if not cut and full and _joins(before, after, _width(lines, a, full)):
            yield start, end, " "
        elif b > a + 1:
            yield start, end, "\n"


def _full(lines: _Lines) -> float:
    """Length of a full line: what lines have that go on with a small letter, else what most long lines have."""
    sure = sorted(
        len(a)
        for a, b, apart in zip(lines.shown, lines.shown[1:], lines.apart[1:], strict=False)
        if not apart and b[0].islower() and len(a) >= 30 and not a.endswith(_ENDS)
    )
    if len(sure) >= 3:
        return sure[len(sure) * 3 // 4]
    long = sorted(len(line) for line in lines.shown if len(line) >= 50)
    return long[len(long) * 9 // 10] if long else max(sure, default=0)


def _width(lines: _Lines, at: int, full: float) -> float:
    """Length of a full line around here, for a paragraph of three or more lines that is set narrower than most."""
    around = sorted(map(len, lines.shown[max(at - 2, 0) : at + 4]))
    if len(around) < 3 or around[-1] > 0.8 * full or around[-3] < 0.85 * around[-1]:
        return full
    return max(around[-1], 0.55 * full)


def _joins(before: str, after: str, width: float) -> bool:
    """Whether the break between two lines is one of setting."""
    length, before, tail, after = len(before), before[-400:], before[-40:], after[:80]
    if _ROW.search(before) or _ROW.search(after) or (_SUM.search(tail) and _SUM.search(after)):
        return False
    label = _is_label(after)
    if _OPEN.search(tail):
        return not label or after[0].islower() or length >= 0.6 * width
    if _DAY.search(tail) and _MONTH.match(after):
        return True
    goes_on = _GOES_ON.search(tail) is not None
    if _ITEM.match(after) and not (goes_on and _DATE.match(after)):
        return False
    if tail.endswith(_ENDS) and not _open_end(tail, after):
        return False
    if after[0].islower() or goes_on:
        return length >= 0.5 * width
    if label or _FIGURES.fullmatch(after):
        return False
    return length >= 0.6 * width and length + 1 + len(after.split(None, 1)[0]) >= 0.9 * width


def _is_label(line: str) -> bool:
    """Whether a line begins with a few words and a colon ("Stadträtin Böringer (FDP): Ja")."""
    match = _LABEL.match(line)
    return match is not None and (match.end() == len(line) or match.group().count(" ") < 4)


def _open_end(before: str, after: str) -> bool:
    """Whether a sentence goes on behind a full stop or semicolon."""
    return _ABBREVIATED.search(before[-12:]) is not None or (before[-1] in ".;" and after[0].islower())


def _page_starts(text: str, lines: _Lines) -> list[int]:
    """Where pages start in a text that only prints it: at form feeds, else at page numbers that count up."""
    if "\f" in text:
        return [0] + [m.end() for m in re.finditer("\f", text)]
    last = len(lines.shown) - 1
    chains: dict[int, _Chain] = {}
    best = _Chain(0, -9, None)
    for i, line in enumerate(lines.shown):
        match = _NUMBER.fullmatch(line) if len(line) < 30 else None
        if not match or not (lines.apart[i] or i == last or lines.apart[i + 1]):
            continue
        number = int(match[1])
        before = max((chains[n] for n in (number - 1, number - 2) if n in chains), key=_length, default=None)
        if before is None or i - before.line >= 4:
            chains[number] = _Chain(_length(before) + 1, i, before)
            best = max(best, chains[number], key=_length)
    if best.length < (3 if best.length and lines.shown[best.line].isdigit() else 2):
        return []
    found: list[int] = []
    link: _Chain | None = best
    while link:
        found.append(lines.starts[link.line])
        link = link.before
    return sorted({0, *found})


@dataclass(frozen=True, slots=True)
class _Chain:
    """Page numbers that count up: how many, the line of the last, and the chain before it."""

    length: int
    line: int
    before: _Chain | None


def _length(chain: _Chain | None) -> int:
    return chain.length if chain else 0


def _repeated(lines: _Lines, page_starts: Sequence[int]) -> set[int]:
    """Lines that stand at the same place of many pages: heads (but for the first), feet, page numbers."""
    if len(page_starts) < 2:
        return set()
    edges = [bisect.bisect_left(lines.starts, start) for start in page_starts] + [len(lines.shown)]
    pages = [range(a, b) for a, b in itertools.pairwise(edges)]
    shift = _shift(lines, pages)
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for rank in range(min(_EDGE, len(page))):
            for side, i in ((rank, page[rank]), (-1 - rank, page[-1 - rank])):
                places[side, _masked(lines.shown[i], number + shift)].append(i)
    least = max(2, 0.5 * len(pages))
    found: set[int] = set()
    for (_, key), here in places.items():
        if "#" in key and re.fullmatch(r"(?:(?:seite|s\.|blatt)\s*)?[-–]?\s?#\s?[-–]?(?:\s*(?:von|/)\s*\d+)?", key):
            found.update(here if len(here) >= least or key != "#" else ())
        elif len(here) >= least and ("#" in key or not _OUTCOME.search(key)):
            found.update(here[1:])
    return found


def _shift(lines: _Lines, pages: Sequence[range]) -> int:
    """What to add to a page's place to get its printed number, by most of the pages; 1 where none prints one."""
    seen: Counter[int] = Counter()
    for number, page in enumerate(pages):
        for i in {*page[:2], *page[-2:]}:
            if match := _NUMBER.fullmatch(lines.shown[i][:30]):
                seen[int(match[1]) - number] += 1
    return max(seen, key=lambda shift: (seen[shift], shift == 1, -shift)) if seen else 1


def _masked(line: str, number: int) -> str:
    return re.sub(r"\d+", lambda m: "#" if int(m.group()[:9]) == number else m.group(), line[:200]).casefold()
