"""Förderprogramme: the topic's own and its neighbours, one fact each at the place that says most about it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from corpus.topic import Programme
from extractors.analysis import Analysis, Extractor, Sentence

_KIND_OF = r"(?:Landes|Bundes|Modell|Sonder)?(?:[Ff]örder)?(?:[Pp]rogramm|[Ii]nitiative|[Pp]rojekt)(?:s|es|en|e|n)?"
_BEFORE = guarded(rf"(?:\b{_KIND_OF}\s)?[„“\"»']?\Z")
_AFTER = guarded(r"[“”\"«’']?(?:\s(?:NRW|in NRW))?(?:\s\([A-Z][\w-]{1,12}\))?")
_ANAPHOR = guarded(rf"\b(?:[Dd]iese[mrs]?|[Dd]as|[Dd]em|[Dd]ieser)\s(?:neue[mnrs]?\s|genannte[mnrs]?\s)?{_KIND_OF}\b")
_FUNDERS = guarded(
    r"(?P<short>\b(?:MKJFGFI|MKFFI|MAGS|MIK|MSB|BMI|BMAS|BMFSFJ|BAMF|EU|ESF)\b)"
    r"|(?P<full>\b(?:Bundes)?[Mm]inisterium(?:s)? für [A-ZÄÖÜ][\w-]+(?:(?:, (?:und )?| und )[A-ZÄÖÜ][\w-]+){0,6})"
)
_FUNDED_BY = guarded(
    r"(?:des|vom|vom\s\w+|durch das|das|beim|der|dem)\s\Z|\(\Z|(?:sowie|und)\s(?:des|vom|durch das|das)?\s?\Z"
)
_FUNDS = guarded(r"(?i)programm|initiative|fördert|gefördert|getragen|verantwort|finanzier|aufgelegt|[“”«] de[sr]\b")
_NO_START = guarded(r"verankert|in Kraft|gesetzlich")
_START = guarded(
    r"\b(?:seit|ab)\s(?:de[mr]\s)?(?:Beginn\s|Anfang\s|Mitte\s|Ende\s|Herbst\s|Frühjahr\s)?(?:des\s|dem\s)?"
    r"(?:(?:Haushalts|Förder)?Jahr(?:es)?\s|\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]{2,8}\s)\s?)?(?P<year>20\d\d)\b",
    re.I,
)
_BEGUN = guarded(
    r"\b(?:im\s(?:Jahr(?:e)?\s|Herbst\s|Frühjahr\s)?)?(?P<year>20\d\d)\b[^.;]{0,80}\b(?:aufgelegt|gestartet|eingeführt|begonnen|"
    r"initiiert|ausgerufen|geschaffen|eingerichtet|angelaufen|ins Leben gerufen|auf den Weg gebracht|neu in)\b"
)
_DEFINES = guarded(
    r"\b(?:ist|sind|beinhaltet|umfass\w+|fördern?|fördert|besteht|handelt es sich|dient|verfolgt|zielt|richtet sich|"
    r"sieht vor|gefördert|unterstütz\w+)\b|[Ii]nstrument"
)
_GOES_ON = guarded(r"[.,]\s|[.,]\Z|\s(?=(?:fördern|unterstützen|werden|sind|wurden|haben|hat|ist|wird|richten)\b)")
_SCOPE = guarded(
    r"\b(?:allen?|aller|sämtlichen?|sämtlicher|jede[mrn]?)\s(?:[\w-]{1,20}\s){0,2}(?:\w{0,12}-)?(?:Kreise?n?|Kommunen?|Städten?|"
    r"Stadt|Gebietskörperschaft(?:en)?)\b[^.,;]{0,60}|\b(?:landesweit|flächendeckend|NRW-weit)\w{0,2}\b"
)
_BRACKETED = guarded(r"\([A-Z][\w-]{1,12}\)\Z")
_KIND_BEFORE = guarded(rf"\A{_KIND_OF}\s")
_TARGET = guarded(
    r"(?:\b[Jj]unge[nr]?,?\s)?(?:\b[a-zäöüß]+e[nr]?,?\s)?\b(?:Geflüchteten?|Flüchtlingen?|Zugewanderten?|Geduldeten?|"
    r"Menschen|Erwachsenen?|Neuzugewanderten?)\s(?:im Alter\s)?(?:von|zwischen|ab|bis)\s[^.,;:()\n]{1,30}Jahren?\b"
)


_STAFF = guarded(r"(?i)[\w-]{3,30}manage(?:r\w*|ments?)")
_LONGEST = 1200
"""Characters behind a name that may tell of the programme."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a passage says of the programme that it names, and how much."""

    funder: str | None
    start: str | None
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A mention of a programme, the passage that tells of it, and what that passage says."""

    span: Span
    programme: Programme
    funder: str | None
    start: str | None
    target: Span | None
    score: tuple[int, int]
    """How many fields the passage fills, then how well it names the programme."""


def _programmes(analysis: Analysis) -> Iterable[Fact]:
    best: dict[str, _Place] = {}
    for place in _places(analysis):
        held = best.get(place.programme.name)
        if held is None or place.score > held.score:
            best[place.programme.name] = place
    for place in sorted(best.values(), key=lambda p: p.span):
        target = place.target
        value = {
            "name": place.programme.name,
            "funder": place.funder,
            "start": place.start,
            "target_group": analysis.text[slice(*target)] if target else None,
            "own": place.programme.own,
        }
        yield analysis.fact("programme", value, *place.span, more=[target] if target else [])


def _places(analysis: Analysis) -> Iterator[_Place]:
    """Every mention in running text or a heading. Rows of tables name offices and contacts rather than programmes."""
    for start, end, programme in analysis.mentions:
        sentence = analysis.sentence_at(start)
        printed = _name(analysis.text, (start, end))
        if sentence and (sentence.block.kind != "row" or printed[0] < start - 1):
            yield _place(analysis, sentence, (start, end), programme)
    mentioned = {id(m[2]) for m in analysis.mentions}
    for sentence in analysis.sentences:
        anaphor = _ANAPHOR.search(sentence.text)
        if anaphor and not analysis.mentions_in(sentence.start, sentence.end):
            named = analysis.programme(sentence.start)
            if named and id(named) in mentioned:
                span = (sentence.start + anaphor.start(), sentence.start + anaphor.end())
                yield _place(analysis, sentence, span, named)


def _place(analysis: Analysis, sentence: Sentence, span: Span, programme: Programme) -> _Place:
    """The mention alone where the sentence names several programmes, else the sentence if it tells something."""
    other = analysis.next_other(sentence.start, programme)
    alone = other is None or other[0] >= sentence.end
    low, high = (sentence.start, sentence.end) if alone else _own_part(analysis, sentence, span, programme)
    target = _target(sentence.text)
    told = _told(analysis.text[low:high], bool(target))
    if alone and not told.score:
        low, high = _name(analysis.text, span)
    return _Place(
        span=(low, high),
        programme=programme,
        funder=told.funder,
        start=told.start,
        target=(sentence.start + target[0], sentence.start + target[1]) if target else None,
        score=(told.score, _naming(analysis, sentence, span)),
    )


def _naming(analysis: Analysis, sentence: Sentence, span: Span) -> int:
    """How well a place names its programme: full name, kind and abbreviation, and not only its staff or "it"."""
    low, high = _name(analysis.text, span)
    name, printed = analysis.text[slice(*span)], analysis.text[low:high]
    compound = analysis.text[span[1] : span[1] + 2].strip("-").isalpha() and analysis.text[span[1]] == "-"
    if _ANAPHOR.match(printed) or _STAFF.fullmatch(name) or compound:
        return 0
    full = len(name) > 9 or printed[:1] in '„“»"'
    told = 2 * bool(_KIND_BEFORE.match(printed)) + 2 * bool(_BRACKETED.search(printed)) + full
    alone = sentence.end - sentence.start < high - low + 3
    return 1 + told + (not alone)


@functools.lru_cache(maxsize=16)  # one sentence may name a programme again and again
def _told(piece: str, has_target: bool) -> _Told:
    of_funding = _FUNDS.search(piece)
    funders = list(dict.fromkeys(_funders(piece))) if of_funding else []
    began = _START.search(piece) or _BEGUN.search(piece) if of_funding and not _NO_START.search(piece) else None
    score = 3 * bool(funders) + 2 * bool(began) + bool(_SCOPE.search(piece)) + has_target
    score += bool(_DEFINES.search(piece)) if score else 0
    return _Told(", ".join(funders) or None, began["year"] if began else None, score)


@functools.lru_cache(maxsize=16)
def _target(sentence: str) -> Span | None:
    found = _TARGET.search(sentence)
    return found.span() if found else None


def _name(text: str, span: Span) -> Span:
    """The name with the kind of programme before it and quotes or an abbreviation around it; no compound with it."""
    short = re.match(r"[A-ZÄÖÜ]{3,6}(?=-[A-ZÄÖÜ][a-zäöü]|\s(?!NRW)|s?\Z)", text[span[0] : span[1]])
    span = (span[0], span[0] + short.end()) if short else span
    before = _BEFORE.search(text, max(0, span[0] - 40), span[0])
    after = _AFTER.match(text, span[1])
    return before.start() if before else span[0], after.end() if after else span[1]


def _own_part(analysis: Analysis, sentence: Sentence, span: Span, programme: Programme) -> Span:
    """From the programme's name up to the next one, without the word that joins them."""
    low, high = _name(analysis.text, span)
    following = analysis.next_other(high, programme)
    limit = min(following[0] if following else sentence.end, sentence.end)
    piece = analysis.text[high : min(limit, high + _LONGEST)]
    if limit < sentence.end:
        piece = re.sub(r"[,\s]*(?:\b(?:und|sowie|oder)\b)?\s*[„“\"»']?\Z", "", piece)
    stop = max((m.end() for m in _FUNDERS.finditer(piece)), default=0)
    verb = _GOES_ON.search(piece, stop)
    return low, high + (verb.start() if verb else len(piece))


def _funders(piece: str) -> Iterator[str]:
    """Ministries as printed, by their short name where it follows in brackets."""
    for m in _FUNDERS.finditer(piece):
        if m["full"] and re.search(r"\(\s?[A-Z]{3,8}\)", piece[m.end() : m.end() + 60]):
            continue
        if m["full"] or _FUNDED_BY.search(piece[max(0, m.start() - 80) : m.start()]):
            yield m.group()


EXTRACTOR = Extractor(name="programmes", version=3, kinds=("programme",), run=_programmes)
