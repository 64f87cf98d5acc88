"""Numbers of papers in the schemes of many councils, labelled ("Drucksache 22-1703B") or plain by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.patterns import guarded
from extractors.dates import dates

Found = tuple[str, str, str | None, int, int]
"""Kind, identifier, ISO date or None, start and end of a reference."""

_NUMBER = (
    r"(?:\d\d-\d\d / [A-Z]{1,2} \d{4,6}|(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,6}\d{0,2}|[IVX]{1,5}|"
    r"\d{1,4})[/-](?:[A-Z]{1,6}[/-])?[A-Z]?\d{1,5}[A-Z]{0,2}(?:[/.-](?:[A-Z]{0,3}\d{1,5}|[IVX]{1,5}|[A-Z]{2})){0,4}"
    r"|WP \d\d-\d\d SV \d{1,3}/\d{1,4}|(?:FB|A|Amt|Dez)\.? ?\d{1,3}/\d{1,5}(?:/\w{1,6}){0,2}|\d{3,6}-\d{2}[A-Z]?"
    r"|\d{3,5}/[IVX]{1,5}|[A-Z]{1,3}\d{3,5}/\d{2,4}|\d{2}-\d/\d{1,4}/\d{2,4})"
)
_AHEAD = r"(?=[\w-]{1,60}[.:]{0,3}(?:[ -](?:Nr|Nrn|Nummern?))?[.:]{0,2} ?(?:\d|[A-ZÄÖÜ][\w/. -]{0,18}?\d))"
"""A digit soon behind a word: without it the word is no label, whatever it is."""
_LABELLED = guarded(
    rf"\b{_AHEAD}"
    r"(?:[\w-]{0,30}[Vv]orlagen?|[\w-]{0,30}[Dd]rucksachen?|[Bb]eschl(?:uss|usses|üsse|üssen)|GRDrs|Drs\.|DS|"
    r"Anträgen?|\w{0,20}[Aa]ntrag|\w{0,10}[Aa]nfragen?|Vorl\.)(?:[ -]?(?:Nr|"
    rf"Nrn|Nummern?)\b)?(?P<colon>[.:]{{0,2}}) ?"
    rf"(?P<numbers>{_NUMBER}(?:(?:, ?| und | sowie | u\. ){_NUMBER}){{0,6}})(?![\w/])"
)
_LONG = guarded(
    r"\b(?:\w{0,20}[Vv]orlagen?|\w{0,20}[Dd]rucksachen?)(?:[ -]?(?:Nr|Nummer)\b)\.? ?(?P<numbers>\d{6,9})(?![\w/.-]\d)"
)
_LONG_CUE = re.compile(r"N(?:r|ummer)\b\.? ?\d{6}")
"""A number without any sign in it, which only its label tells from an amount: "Drucksachen-Nr. 1912345"."""
_BRACKETED = guarded(rf"\((?P<numbers>(?:SV|V|VO|DS|FB)[ -/]?{_NUMBER}|\d{{4}}/\d{{3,5}}(?:-\w{{1,3}})?)\)")
_SHAPED = guarded(
    r"(?<![\w/.-])(?P<numbers>[A-Z]{2,5}(?:-[A-Z]{2,5})?/\d{2,4}/\d{2,6}(?:-\d{1,3})?|\d\d-[A-Z]-\d\d-\d{4}|"
    r"20\d\d/[A-Z]{2,3}/\d{3,5}(?:-\d\d)?|[IVX]{1,4}/20\d\d/\d{4,5}|[IVX]{1,4}-[A-Z][A-Za-z]{0,3}-\d{4,5}(?:-[A-Z]{2}"
    r"-\d\d)?|(?:DS|[AFIS])\d{4}/\d\d)(?![\w/-])"
)
"""Numbers whose shape no other thing has."""
_DAY = r"\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4}"
_DATED = guarded(
    rf",? (?:vom|v\.) (?P<a>{_DAY})|,? (?:die|der|"
    rf"welche)\b[^.;\n]{{0,60}}? (?:am|vom) "
    rf"(?P<b>{_DAY})[^.;\n]{{0,40}}?\b(?:vorlag|vorgelegen|beraten|"
    r"behandelt|vorgelegt|"
    r"beschlossen|erörtert|eingebracht)"
)
"""The day of a paper, or of the meeting that it was put before, right behind its number."""
_UNNUMBERED = guarded(
    r"\b(?:[A-ZÄÖÜ][a-zäöü]{2,20})?(?:[Aa]ntrag(?:e?s)?|[Aa]nträgen?|[Aa]nfragen?|[Aa]uskunftsersuchens?)"
    rf"(?: (?:der|des|von|zu[rm]?) [^.;:,()\n]{{3,90}}?)? (?:vom|v\.) (?P<day>{_DAY}|"
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) (?:19|20)\d\d)"
)
"""A paper told by its kind and day alone: "der Antrag der Fraktion vom 3. Mai 2021"."""
_OTHERS = guarded(r"(?i)\b(?:sitzung|beschl|protokoll|niederschrift|fassung|gesetz|vertrag|verordnung|rats|ausschuss)")


def papers(text: str) -> Iterator[Found]:
    """Papers told by their number, label lines of a document's own head left out."""
    lines = (line.split() for line in text.split("\n") if len(line) < 60)
    alone = {words[-1] for words in lines if 0 < len(words) < 3}  # a head's own number, with its label or without
    for pattern in (_LABELLED, *((_LONG,) if _LONG_CUE.search(text) else ()), _BRACKETED, _SHAPED):
        for match in pattern.finditer(text):
            if pattern in (_LABELLED, _LONG) and _is_label_line(text, match):
                continue
            numbers = re.split(r", ?| und | sowie | u\. ", match["numbers"])
            if any(day.precision == "day" for number in numbers for day in dates(number)) or (
                pattern is _SHAPED and numbers[0] in alone
            ):
                continue
            yield from _each(text, match, numbers)


def _is_label_line(text: str, match: re.Match[str]) -> bool:
    """Whether the number ends a line that is but its label ("Vorlage: 141/21"), or a head's "... Nr.: 12/21"."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    stop = text.find("\n", match.start())
    ends = match.group()[-1:] == text[match.start() : stop if stop >= 0 else len(text)].strip()[-1:]
    return ends and (not line.strip(" \t-•") or (":" in match.group() and len(line) < 80))


def _each(text: str, match: re.Match[str], numbers: list[str]) -> Iterator[Found]:
    at = match.start("numbers")
    for count, number in enumerate(numbers):
        place = text.index(number, at)
        at = place + len(number)
        dated = _DATED.match(text, match.end()) if len(numbers) == 1 else None
        day = [d.iso for d in dates(dated["a"] or dated["b"])] if dated else []
        stop = dated.end() if dated and day else at
        yield "paper", number.strip(), day[0] if day else None, match.start() if not count else place, stop


def dated_papers(text: str, own: str | None) -> Iterator[Found]:
    """Papers told by kind and day alone, but for the document's own: that is the one of its day, or in its title."""
    for match in _UNNUMBERED.finditer(text):
        day = [d.iso for d in dates(match["day"]) if d.complete and d.precision in ("day", "month")]
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not day or day[0] == own or _OTHERS.search(match.group()) or not line.strip(" \t-•"):
            continue
        yield "paper", re.sub(r"\s+", " ", match.group()), day[0], *match.span()
