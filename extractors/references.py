"""References (kind reference): papers, meetings, laws, addresses, presentations, strategies, the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.committees import NAME, NAME_GENITIVE, nominative
from extractors.dates import dates

_URL = guarded(r"(?:https?://|www\.)[^\s<>\"„“”|]{3,300}")
_PAPER_NUMBER = (
    r"(?:(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,6}\d{0,2}|[IVX]{1,5}|"
    r"\d{1,4})[/-](?:[A-Z]{1,6}[/-])?\d{1,5}(?:[/.-](?:[A-Z]{0,3}\d{1,5}|[IVX]{1,5})){0,3}"
    r"|WP \d\d-\d\d SV \d{1,3}/\d{1,4}|(?:FB|A|Amt|Dez)\.? ?\d{1,3}/\d{1,5}(?:/\w{1,6}){0,2}|\d{3,6}-\d{2}[A-Z]?)"
)
_PAPER = guarded(
    rf"\b(?:\w{{0,20}}[Vv]orlagen?|Drucksachen?|GRDrs|Drs\.|DS|Antrag|Anfrage|Vorl\.)(?:[ -]?(?:Nr|"
    rf"Nrn|Nummern?)\b)?[.:]{{0,2}} ?"
    rf"(?P<numbers>{_PAPER_NUMBER}(?:(?:, ?| und | sowie | u\. ){_PAPER_NUMBER}){{0,6}})(?![\w/])"
)
_DATED = guarded(
    r",? (?:vom|v\.) (?P<a>\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4})|,? (?:die|der|"
    r"welche)\b[^.;\n]{0,60}? (?:am|vom) "
    r"(?P<b>\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4})[^.;\n]{0,40}?\b(?:vorlag|vorgelegen|beraten|"
    r"behandelt|vorgelegt|"
    r"beschlossen|erörtert|eingebracht)"
)
"""The day of a paper, or of the meeting that it was put before, right behind its number."""
_BARE = guarded(rf"\((?P<numbers>(?:SV|V|VO|DS|FB)[ -/]?{_PAPER_NUMBER}|\d{{4}}/\d{{3,5}}(?:-\w{{1,3}})?)\)")
_LAW_NAME = (
    r"(?:[A-ZÄÖÜ][a-zäöü]{0,4}[A-Z]{1,4}\w{0,6}|GO|SGB|BGB|HGO|KAG|HGB|KrO|LKrO|GemO|BezVG|"
    r"KommVerf|[A-ZÄÖÜ][\w-]{2,60}(?:gesetz(?:buch)?(?:e?s)?|ordnung|satzung))"
    r"(?: (?:NRW|NW|[IVX]{1,4})\b)?"
)
_LAW = guarded(
    r"§§? ?\d{1,4}(?: ?[a-z])?\b(?:,? ?(?:(?:Abs(?:atz|\.)|Satz|S\.|Nr\.|Nummer|Ziff(?:er|\.)|"
    r"Buchst(?:abe|\.)|und|u\.|bis|i\. ?V\. ?m\.|§) ?)?(?:\d{1,4}(?: ?[a-z])?\b|ff?\.)){0,5}"
    rf"(?: (?:des|der))?(?: [A-ZÄÖÜ]\w{{2,20}}-? und)?(?: {_LAW_NAME})?(?: \([A-Z][A-Za-z]{{2,10}}(?: NRW)?\))?"
)
_SITTING = (
    guarded(
        rf"(?:(?:Beschl(?:uss|usses|üsse)|Niederschrift|Protokoll) )?(?:in|aus|zu|über|von) der "
        rf"\w{{0,12}} ?[Ss]itzung (?:des|der) (?P<body>{NAME_GENITIVE})"
        r"(?: ?\((?P<item>(?:TOP|Punkt) [^()\n]{1,20})\))? (?:vom|am) (?P<date>\d{1,2}\. "
        r"?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4})"
        r"(?: \((?P<item2>(?:TOP|Punkt) [^()\n]{1,20})\))?"
    ),
    guarded(
        rf"(?:Beschl(?:uss|usses|üsse|üssen)|Niederschrift|Protokoll) (?:des|der) (?P<body>{NAME_GENITIVE}) vom "
        r"(?P<date>\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4})(?:,? ?\(?(?P<item>(?:TOP|"
        r"Punkt) \d[\d.]{0,6})\)?)?"
    ),
    guarded(
        rf"[Dd](?:er|ie|as) (?P<body>{NAME})(?: hat(?:te)?)? (?:am|in (?:seiner|ihrer) Sitzung (?:am|vom)) "
        rf"(?P<date>\d{{1,2}}\. ?(?:\d{{1,2}}\. ?|[A-Z][a-zä]{{2,9}} )\d{{2,4}})"
        r"(?: \((?P<item>(?:TOP|Punkt) [^()\n]{1,20})\))?(?: [^.;\n]{0,60}?)?? (?:beraten|behandelt|erörtert|berichtet|"
        r"informiert|diskutiert|verlangt|gefordert|gebeten|gewünscht|angeregt|befasst|vereinbart)"
        r"(?: hat| hatte| habe)?\b"
    ),
)
_PAST_TEXT = guarded(r"Beschl|Niederschrift|Protokoll")
_FORMER = guarded(
    r"\b(?:in|aus|zu|seit|bei|von) (?:der|unserer|ihrer) (?:vorigen|letzten|vergangenen|vorangegangenen|"
    r"vorherigen|gemeinsamen) "
    r"\w{0,12}[Ss]itzung (?:am|vom) (?P<date>\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4})"
)
_NAMED_LAW = guarded(
    r"(?<![\w-])(?:[A-ZÄÖÜ]\w{2,30}-,? und )?(?!(?:Landes|Bundes|Grund|Änderungs|Ausführungs|Rahmen|Artikel|"
    r"Haushalts)gesetz)"
    r"[A-ZÄÖÜ][a-zäöüß]{4,60}gesetz(?:buch)?(?:e?s)?(?: (?:NRW|NW|Nordrhein-Westfalen|[IVX]{1,4}))?(?: "
    r"\([A-Z][A-Za-z]{1,10}(?: NRW)?\))?(?![\w-])"
)
"""A law named without a paragraph: "nach dem Teilhabe- und Integrationsgesetz"."""
_OWN_NUMBER = guarded(r"(?m)^[ \t]*§ ?\d{1,4}[ \t]*(?:$|[.:\t–-]|(?=[A-ZÄÖÜ]))")
"""A paragraph number that minutes give their own items."""
_AHEAD = guarded(r"\b(?:soll(?:en)?|vorgesehen|geplant|wird|werden|voraussichtlich|nächste\w*|kommende\w*)\b")
_SHOWN = guarded(
    r"\b(?:\w{0,12}[-]?[Pp]räsentation|Folien|Vortrags?|Powerpoint\w*|PowerPoint\w*|"
    r"Kurzvorstellung)\b[^.„\n]{0,160}„(?P<title>[^„“”\n]{5,200})[“”]"
)
_STRATEGY = guarded(
    r"„(?P<title>[^„“”\n]{3,140}[Ss]trategie\b[^„“”\n]{0,40})[“”]|"
    r"(?<!„)(?P<plain>[A-ZÄÖÜ][\w-]{3,30}(?:- und [A-ZÄÖÜ]\w{3,30})?strategie (?:NRW )?20\d\d)\b"
)
_PROGRAMME = guarded(r"(?P<word>(?:Landes|Bundes|Förder)\w{0,10}(?:programm|initiative))(?:s|es|en)?,? ?[„\"]?\s?$")


def extract(analysis: Analysis) -> Iterator[Fact]:
    """Every reference of the prose; the same paper, law or address is one reference."""
    own = {_key(str(f.value.get("reference"))) for f in analysis.stated("paper")}
    seen: set[tuple[str, str]] = set()
    for kind, identifier, date, start, end in _all(analysis):
        key = (kind, _key(identifier))
        if key in seen or (kind == "paper" and key[1] in own) or not _in_prose(analysis, start):
            continue
        seen.add(key)
        yield analysis.fact("reference", {"kind": kind, "identifier": identifier, "date": date}, start, end)


_Found = tuple[str, str, str | None, int, int]


def _all(analysis: Analysis) -> Iterator[_Found]:
    text = analysis.text
    for match in _URL.finditer(text):
        url = match.group().rstrip(".,;:!?)]}'*")
        yield "url", url, None, match.start(), match.start() + len(url)
    own = {m.start() + m.group().index("§") for m in _OWN_NUMBER.finditer(text)}
    laws = [
        m
        for m in _LAW.finditer(text)
        if m.start() not in own or re.search(r"[A-ZÄÖÜ]{2}|Abs|gesetz|ordnung", m.group())
    ]
    for match in laws:
        yield "law", _clean(match.group()), None, match.start(), match.start() + len(match.group().rstrip())
    for match in _NAMED_LAW.finditer(text):
        if not any(m.start() <= match.start() < m.end() for m in laws):
            yield "law", _clean(match.group()), None, *match.span()
    yield from _papers(text)
    yield from _sittings(text)
    yield from _former(analysis)
    for match in _SHOWN.finditer(text):
        yield "presentation", _clean(match["title"]), None, *match.span("title")
    yield from _strategies(analysis)
    yield from _programmes(analysis)


def _papers(text: str) -> Iterator[_Found]:
    for pattern in (_PAPER, _BARE):
        for match in pattern.finditer(text):
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if (
                pattern is _PAPER
                and not line.strip(" \t-•")
                and match.group()[-1:] == text[match.start() : text.find("\n", match.start())].strip()[-1:]
            ):
                continue  # a label line of the document's own head ("Vorlage: 141/21")
            numbers = re.split(r", ?| und | sowie | u\. ", match["numbers"])
            if any(dates(number) for number in numbers):
                continue
            at = match.start("numbers")
            for count, number in enumerate(numbers):
                place = text.index(number, at)
                at = place + len(number)
                dated = _DATED.match(text, match.end()) if len(numbers) == 1 else None
                day = [d.iso for d in dates(dated["a"] or dated["b"])] if dated else []
                stop = dated.end() if dated and day else at
                yield "paper", number.strip(), day[0] if day else None, match.start() if not count else place, stop


def _sittings(text: str) -> Iterator[_Found]:
    taken: list[Span] = []
    for pattern in _SITTING:
        for match in pattern.finditer(text):
            low, high = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            around = re.split(r"[.;] ", text[max(low, match.start() - 120) : match.start()])[-1]
            after = re.split(r"[.;,]", text[match.end() : min(high if high >= 0 else len(text), match.end() + 80)])[0]
            planned = not _PAST_TEXT.match(match.group()) and _AHEAD.search(f"{around} {after}")
            if planned or any(a < match.end() and match.start() < b for a, b in taken):
                continue
            found = [d.iso for d in dates(match["date"])]
            item = match.groupdict().get("item") or match.groupdict().get("item2")
            taken.append(match.span())
            identifier = nominative(match["body"]) + (f", {item}" if item else "")
            yield "meeting", identifier, found[0] if found else None, *match.span()


def _former(analysis: Analysis) -> Iterator[_Found]:
    """Former meetings of the same body: "in der vorigen Sitzung am 5.5.2022"."""
    bodies = {str(f.value["body"]) for f in analysis.stated("meeting") if f.value.get("body")}
    for match in _FORMER.finditer(analysis.text):
        found = [d.iso for d in dates(match["date"])]
        if found:
            yield "meeting", next(iter(bodies)) if len(bodies) == 1 else "vorige Sitzung", found[0], *match.span()


def _strategies(analysis: Analysis) -> Iterator[_Found]:
    for match in _STRATEGY.finditer(analysis.text):
        sentence = analysis.sentence_at(match.start())
        said = (
            [d.iso for d in dates(sentence.text) if d.complete and d.precision in ("day", "month")] if sentence else []
        )
        name = "title" if match["title"] else "plain"
        yield "strategy", _clean(match[name]), said[0] if len(said) == 1 else None, *match.span(name)


def _programmes(analysis: Analysis) -> Iterator[_Found]:
    """The topic's programme, once, where it is called a programme."""
    for start, end, programme in analysis.mentions:
        before = _PROGRAMME.search(analysis.text[max(0, start - 40) : start])
        if programme.own and before:
            low = max(0, start - 40) + before.start("word")
            closing = re.match(r"[“”\"]?(?: \([A-Z]{2,6}\))?", analysis.text[end:])
            yield (
                "programme",
                f"{before['word']} {analysis.topic.label}",
                None,
                low,
                end + (closing.end() if closing else 0),
            )
            return


def _in_prose(analysis: Analysis, offset: int) -> bool:
    return any(a <= offset < b for a, b in analysis.prose)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _key(identifier: str) -> str:
    return re.sub(r"[\s.]+", "", identifier).casefold()


EXTRACTOR = Extractor(name="references", version=2, kinds=("reference",), run=extract, after=("head",))
