"""References (kind reference): papers, meetings, laws, addresses, presentations, strategies, the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.dates import dates
from extractors.law_names import laws
from extractors.paper_numbers import Found, dated_papers, papers
from extractors.sittings import sittings

_URL = guarded(r"(?:https?://|www\.)[^\s<>\"„“”|]{3,300}")
_SHOWN = guarded(
    r"\b(?:\w{0,12}[-]?[Pp]räsentation|Folien\w{0,8}|Foliensatz(?:es)?|Vortrags?|Power[Pp]oint\w*|PPT|Bildfolge|"
    r"Slide-?[Dd]eck|Slides|Charts|Handreichung|Handout|Übersicht|Schaubild\w{0,3}|Lichtbild\w{0,12}|Broschüre|"
    r"Flyer|"
    r"Kurzvorstellung|Film|Tischvorlage|Vorstellung|Unterlagen?|"
    r"Dokumentation)\b[^.„\n]{0,160}„(?P<title>[^„“”\n]{5,200})[“”]"
)
_STRATEGY = guarded(
    r"(?:\w{0,30}[Ss]trategie|\w{0,20}[Ll]eitbild|Masterplan|Integrationsplan)(?: (?:des|"
    r"der) [A-ZÄÖÜ]\w{2,30})? „(?P<led>[^„“”\n]{3,140})[“”]|"
    r"„(?P<title>[^„“”\n]{3,140}[Ss]trategie\b[^„“”\n]{0,40})[“”]|"
    r"(?<!„)(?P<plain>[A-ZÄÖÜ][\w-]{3,30}(?:- und [A-ZÄÖÜ]\w{3,30})?strategie (?:NRW )?20\d\d)\b"
)
_STRATEGY_CUE = re.compile(
    r"(?:trategie|eitbild|Masterplan|Integrationsplan)(?: de[sr] [A-ZÄÖÜ]\w{2,30})? „|„[^„“”\n]{2,141}trategie\b|"
    r"strategie (?:NRW )?20\d\d"
)
"""Every name of a strategy holds one of them."""
_ORDER = guarded(
    r"\b(?:Nr\. ?\d[\d.]{0,6} (?:der|des) )?(?:[A-ZÄÖÜ]\w{2,30}-?)?(?:[Rr]ichtlinien?|[Rr]underlass(?:es)?|"
    r"[Ee]rlass(?:es)?|"
    r"[Vv]erordnung|Satzung) vom (?P<date>\d{1,2}\. ?(?:\d{1,2}\. ?|[A-Z][a-zä]{2,9} )\d{2,4})|"
    r"\bNr\. ?\d[\d.]{0,6} (?:der|des) (?:\w{2,30}-)?\w{0,30}(?:[Rr]ichtlinien?|[Ee]rlass(?:es)?)\b"
)
"""Rules of a funding by their day or number."""
_LABELLED = guarded(r"(?:^|\n)[^\n:]{3,60}: ?$")
"""A label before an address in the frame of a page ("Online-Version dieser Seite:")."""
_PROGRAMME = guarded(r"(?P<word>(?:Landes|Bundes|Förder)\w{0,10}(?:programm|initiative))(?:s|es|en)?,? ?[„\"]?\s?$")


def extract(analysis: Analysis) -> Iterator[Fact]:
    """Every reference of the prose; the same paper, law or address is one reference."""
    own = {_key(str(f.value.get("reference"))) for f in analysis.stated("paper")}
    seen: set[tuple[str, str, str | None]] = set()
    for kind, identifier, date, start, end in _all(analysis):
        key = (kind, _key(identifier), date if kind == "meeting" else None)
        if key in seen or (kind == "paper" and key[1] in own) or not _printed(analysis, kind, start):
            continue
        seen.add(key)
        yield analysis.fact("reference", {"kind": kind, "identifier": identifier, "date": date}, start, end)


def _all(analysis: Analysis) -> Iterator[Found]:
    text = analysis.text
    for match in _URL.finditer(text):
        url = match.group().rstrip(".,;:!?)]}'*")
        yield "url", url, None, match.start(), match.start() + len(url)
    ruled = list(laws(text))
    yield from ruled
    for match in _ORDER.finditer(text):
        if not any(a < match.end() and match.start() < b and (day or not match["date"]) for *_, day, a, b in ruled):
            day = dates(match["date"]) if match["date"] else []
            yield "law", _clean(match.group()), day[0].iso if day else None, *match.span()
    numbered = list(_all_papers(analysis))
    yield from numbered
    inside = [(start, end) for *_, start, end in numbered]
    yield from (f for f in sittings(analysis) if not any(a <= f[3] and f[4] <= b for a, b in inside))
    for match in _SHOWN.finditer(text):
        yield "presentation", _clean(match["title"]), None, *match.span("title")
    yield from _strategies(analysis)
    yield from _programmes(analysis)


def _all_papers(analysis: Analysis) -> Iterator[Found]:
    """Papers by number, then those that only their day tells."""
    numbered = list(papers(analysis.text))
    yield from numbered
    own = {str(f.value["date"]) for f in analysis.stated("applicant") if f.value.get("date")}
    for found in dated_papers(analysis.text, next(iter(own)) if len(own) == 1 else None):
        if not any(a < found[4] and found[3] < b for *_, a, b in numbered):
            yield found


def _strategies(analysis: Analysis) -> Iterator[Found]:
    if not _STRATEGY_CUE.search(analysis.text):
        return
    for match in _STRATEGY.finditer(analysis.text):
        sentence = analysis.sentence_at(match.start())
        said = (
            [d.iso for d in dates(sentence.text) if d.complete and d.precision in ("day", "month")] if sentence else []
        )
        name = next(n for n in ("title", "plain", "led") if match[n])
        yield "strategy", _clean(match[name]), said[0] if len(said) == 1 else None, *match.span(name)


def _programmes(analysis: Analysis) -> Iterator[Found]:
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


def _printed(analysis: Analysis, kind: str, start: int) -> bool:
    """Whether a place is part of what the text says; an address also counts behind a label of its own."""
    low = max(0, start - 80)
    return _in_prose(analysis, start) or (kind == "url" and _LABELLED.search(analysis.text[low:start]) is not None)


def _in_prose(analysis: Analysis, offset: int) -> bool:
    return any(a <= offset < b for a, b in analysis.prose)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _key(identifier: str) -> str:
    return re.sub(r"[\s.]+", "", identifier).casefold()


EXTRACTOR = Extractor(name="references", version=3, kinds=("reference",), run=extract, after=("head",))
