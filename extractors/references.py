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
    seen: set[tuple[str, str, str | None]] = set()
    for kind, identifier, date, start, end in _all(analysis):
        key = (kind, _key(identifier), date if kind == "meeting" else None)
        if key in seen or (kind == "paper" and key[1] in own) or not _in_prose(analysis, start):
            continue
        seen.add(key)
        yield analysis.fact("reference", {"kind": kind, "identifier": identifier, "date": date}, start, end)


def _all(analysis: Analysis) -> Iterator[Found]:
    text = analysis.text
    for match in _URL.finditer(text):
        url = match.group().rstrip(".,;:!?)]}'*")
        yield "url", url, None, match.start(), match.start() + len(url)
    yield from laws(text)
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
    for match in _STRATEGY.finditer(analysis.text):
        sentence = analysis.sentence_at(match.start())
        said = (
            [d.iso for d in dates(sentence.text) if d.complete and d.precision in ("day", "month")] if sentence else []
        )
        name = "title" if match["title"] else "plain"
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


def _in_prose(analysis: Analysis, offset: int) -> bool:
    return any(a <= offset < b for a, b in analysis.prose)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _key(identifier: str) -> str:
    return re.sub(r"[\s.]+", "", identifier).casefold()


EXTRACTOR = Extractor(name="references", version=2, kinds=("reference",), run=extract, after=("head",))
