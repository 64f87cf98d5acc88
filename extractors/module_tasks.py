"""Modules of the topic's programme that a text tells by their task instead of a number.

Three constructions name them: a grant for a task ("Pauschale für ein Fallmanagement"), the parts of the programme in
one sentence ("fördert dreierlei: ...") or list, and a sentence that shares amounts or posts out to several tasks. A
task spoken of in passing ("das Case Management hat sich bewährt") names no module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.patterns import guarded
from corpus.topic import Module
from extractors.analysis import Analysis, Sentence

_GRANT = guarded(
    r"\b(?:[Ff]achbezogene\w{0,2}\s)?(?:[A-ZÄÖÜ]\w{0,24})?(?i:förderrichtlinien?|richtlinie|"
    r"richtlinien(?:zuschuss|förderung|mittel|teil)\w{0,2}|pauschalen?|pauschalförderung|zuschuss|zuschüsse|"
    r"personal(?:mittel|förderung)|stellenförderung|fördermittel|zuwendung(?:en)?|zuweisung(?:en)?)"
    r"(?:,? (?:für|zur|zum|zugunsten|um)\b)(?=(?P<task>[^.;:\n„“]{0,140}))"
)
_PARTS = guarded(
    r"\b(?:besteh(?:t|en|e)\saus|umfass\w{1,3}|gliedert\s(?:sich|er|es)|unterteilt|unterscheidet|fördert|"
    r"[Gg]efördert\s(?:werden|wird)|"
    r"finanzier(?:t|en)|ruht\sauf|stützt\ssich|setzt\ssich\szusammen|beinhaltet|sieht\s[^.:]{0,40}vor|"
    r"getragen\svon)\b[^.:]{0,120}\b(?:zwei|drei|dreierlei|zweierlei|beide[nr]?|mehrere[nr]?|"
    r"folgende[nrs]?)\b[^.:]{0,60}"
    r"(?P<colon>:|,\snämlich|\s[–-])"
)
_COUNTED = guarded(
    r"\b(?:zwei|drei|vier|beide[nr]?|mehrere[nr]?|folgende[nr]?|verschiedene[nr]?|[2-4])\s(?:[a-zäöüß]{3,20}e[nr]?\s)?"
    r"(?:[A-ZÄÖÜ][a-zäöüß]{0,12}-?)?(?:[Tt]eile?n?|[Bb]estandteilen?|[Kk]omponenten|[Ee]lementen?|[Ss]äulen|"
    r"[Ss]tränge?n?|"
    r"[Bb]ereichen?|[Tt]öpfen?|[Ff]eldern?|[Ss]chwerpunkten?|[Bb]austeinen?|[Mm]odulen?|[Ii]nstrumenten?|[Ll]inien|"
    r"[Zz]wecken?|[Gg]egenständen?|[Pp]ositionen|[Dd]ingen?)\b[^.:]{0,140}?"
    r"(?P<colon>:|,\s(?:nämlich|und\szwar|als\sda\ssind)\b|\s[–-]\s|\b(?=[Zz]um\s(?:einen|ersten)\b))"
)
"""Parts that a noun counts: "zwei Teile der Förderung, nämlich zum einen ... und zum anderen ..."."""
_AMOUNT = guarded(
    r"\d[\d.,]{0,20}\s?(?:€|Euro|EUR|T€|TEUR|Tsd|Mio|VZÄ|Stellen?\b|Vollzeit\w*)|\b(?:eine|einer|zwei|drei|vier|"
    r"fünf|sechs|sieben|"
    r"acht|neun|zehn|elf|zwölf|halbe|anderthalb|[a-z]{3,6}einhalb)\s(?:halbe\s|volle\s|weitere\s)?(?:VZÄ|"
    r"(?:\w{0,12})?[Ss]tellen?|"
    r"Vollzeit\w*|Kräfte)\b"
)
_SHARED = guarded(r"\b(?:für|auf|in|im|bei|beim|an|zur|zum|der|des|entfallen|davon)\b")
_FINITE = guarded(
    r"\b(?:ist|sind|wird|werden|wurden?|hat|haben|kann|können|soll|sollen|gibt|erhält|seien|sei|habe|werde)\b"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A passage of the view that names the module of this number by its task; `label` as printed."""

    start: int
    end: int
    number: int
    label: str


def tasks(a: Analysis) -> Iterator[Task]:
    """Every naming by task in passages that are about the topic's own programme."""
    if not a.mentions:
        return
    for sentence in a.sentences:
        if sentence.end - sentence.start > 1200 or sentence.block.section == "proposal":
            continue
        yield from _grants(a, sentence)
        yield from _parts(a, sentence)
        yield from _shares(a, sentence)
    yield from _listed(a)
    yield from _headed(a)


def _own(a: Analysis, offset: int) -> bool:
    programme = a.programme(offset)
    return programme is not None and programme.own


def _grants(a: Analysis, sentence: Sentence) -> Iterator[Task]:
    for m in _GRANT.finditer(sentence.text):
        found = _first(a, m["task"])
        if found and _own(a, sentence.start + m.start()):
            module, end = found
            high = sentence.start + m.start("task") + end
            low = sentence.start + m.start()
            yield Task(low, high, module.number, a.text[low:high])


def _first(a: Analysis, text: str) -> tuple[Module, int] | None:
    """The module whose words stand first in a text, and where they end."""
    found = [(m.start(), m.end(), module) for module in a.topic.modules if (m := module.words.search(text))]
    best = min(found, key=lambda f: f[:2], default=None)
    return (best[2], best[1]) if best else None


def _parts(a: Analysis, sentence: Sentence) -> Iterator[Task]:
    """The parts behind "besteht aus drei Teilen: ...", at least two of them known."""
    m = _PARTS.search(sentence.text) or _COUNTED.search(sentence.text)
    if m is None:
        yield from _all_parts(a, sentence)
        return
    found = list(_phrases(a, sentence, m.end("colon"), len(sentence.text)))
    if len({t.number for t in found}) > 1 and _own(a, sentence.start + m.start()):
        yield from found


def _all_parts(a: Analysis, sentence: Sentence) -> Iterator[Task]:
    """The parts of the programme where one sentence says what belongs to it and names the task of every module."""
    m = _BELONGS.search(sentence.text)
    if m is None or _NOT_PARTS.search(sentence.text):
        return
    named = [(module.number, module.words.search(sentence.text)) for module in a.topic.modules]
    if all(m for _, m in named) and _own(a, sentence.start):
        for number, words in named:
            if words:
                low, high = sentence.start + words.start(), sentence.start + words.end()
                yield Task(low, high, number, a.text[low:high])


_BELONGS = guarded(
    r"\b(?:besteh(?:t|e|en) aus|umfass\w{1,3}|gliedert sich|untergliedert|unterteilt|fördert|"
    r"[Gg]efördert (?:werden|wird|wurde)|"
    r"finanziert|ruht auf|stützt sich auf|setzt sich (?:\w+ ){0,3}zusammen|beinhaltet|gehör(?:en|t)\b|zählen\b|"
    r"[Nn]eben\b|sind (?:dies|das|es)\b|sowohl\b|einerseits\b|zum einen\b|außerdem\b|hinzu (?:kommen|kommt)|"
    r"komm(?:en|t)\b[^.;]{0,80}\bhinzu)"
)
_NOT_PARTS = guarded(
    r"\?|\b(?:fragt|erkundig\w+|möchte wissen|ob|Leit(?:ung|er|erin)|Vertret\w+|Mitglied\w*|teilgenommen)\b"
)


def _shares(a: Analysis, sentence: Sentence) -> Iterator[Task]:
    """Tasks to which one sentence gives an amount or posts each."""
    amounts = [m.end() for m in _AMOUNT.finditer(sentence.text)]
    if len(amounts) < 2:
        return
    found = []
    for low, high in zip(amounts, [*amounts[1:], len(sentence.text)], strict=True):
        behind = sentence.text[low : min(high, low + 90)]
        first = _first(a, behind)
        if first and _SHARED.search(behind[: first[1]]) and not _break(behind[: first[1]]):
            found.append(_task(a, sentence, low, low + first[1], first[0]))
    if len({t.number for t in found}) > 1 and all(_own(a, t.start) for t in found):
        yield from found


def _break(text: str) -> bool:
    return any(c in text for c in ";:") or text.count(",") > 1


def _phrases(a: Analysis, sentence: Sentence, low: int, high: int) -> Iterator[Task]:
    """The phrases between commas and "und" that hold a module's words."""
    at = low
    for cut in [*(m.start() for m in _CUT.finditer(sentence.text, low, high)), high]:
        first = _first(a, sentence.text[at:cut])
        if first:
            yield _task(a, sentence, at, at + first[1], first[0])
        at = cut


_CUT = guarded(r",\s|;\s|\s(?:und|sowie)\s(?!(?:in\sder\s)?Einbürgerung)")
_LEAD = guarded(
    r"(?:[\s,;:–-]|\b(?:und|sowie|zum\s(?:einen|anderen|dritten)|erstens|zweitens|drittens|sodann|schließlich|"
    r"pro\sJahr|"
    r"jährlich|für|auf|in|im|bei|beim|an|zur|zum|de[rmns]|die|das|eine?[rmns]?|entfallen|davon)\b)+"
)


def _task(a: Analysis, sentence: Sentence, low: int, high: int, module: Module) -> Task:
    lead = _LEAD.match(sentence.text, low, high)
    start, end = sentence.start + (lead.end() if lead and lead.end() < high else low), sentence.start + high
    return Task(start, end, module.number, a.text[start:end].strip())


def _listed(a: Analysis) -> Iterator[Task]:
    """Items of one list below a line that ends with a colon, each about another module; headings and prose are none."""
    blocks = a.blocks
    for i, intro in enumerate(blocks):
        if a.text[intro.end - 1] != ":" or intro.kind == "row" or i + 2 >= len(blocks):
            continue
        found: list[Task] = []
        for block in blocks[i + 1 : i + 8]:
            text = a.text[block.body : block.end]
            if block.kind != "item" or len(text) > 260:
                break
            first = _first(a, text)
            if first and text[-1] != "?" and not _FINITE.search(text):
                found.append(Task(block.body, block.end, first[0].number, text))
        numbers = [t.number for t in found]
        if len(numbers) > 1 and len(set(numbers)) == len(numbers) and _own(a, intro.end - 1):
            yield from found


def _headed(a: Analysis) -> Iterator[Task]:
    """Headings that name a task each, at least two tasks in one document: "2.1 Koordinierung", "2.2 Fallmanagement"."""
    found: dict[int, Task] = {}
    for block in a.blocks:
        line = a.text[block.start : block.end]
        number = _SECTION.match(line)
        if block.kind == "row" or not (number or block.kind == "heading") or len(line) > 90:
            continue
        title = line[number.end() if number else 0 :].rstrip(": ")
        named = [m for m in a.topic.modules if m.words.search(title)]
        if len(named) != 1 or not title[:1].isupper() or _NO_TITLE.search(title):
            continue
        first = named[0].words.search(title)
        programme = a.programme(block.end - 1)
        about = programme is None or programme.own
        if first and about and first.end() - first.start() >= 0.4 * len(title):
            start = block.start + (number.end() if number else 0)
            found.setdefault(named[0].number, Task(start, start + len(title), named[0].number, title))
    if len(found) > 1:
        yield from found.values()


_SECTION = guarded(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-h]|[IVX]{1,4}|[A-H])[.)]?\s+(?=\S)|[-–•▪●*·]\s+")
_NO_TITLE = guarded(r"[?.;!]$|\b(?:Antrag|Anfrage|Vorlage|Beschluss|Bericht|TOP|Herr|Frau|Amt für|Leit\w+)\b")
