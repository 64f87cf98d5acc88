"""States of things, goals and legal rank: how far posts, concepts and talks are, where posts sit, what is aimed at.

A state is a sentence part with a thing (posts, concept, funds, talks) and a sign of its stage. Questions about a state
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor, Sentence
from extractors.state_notes import noted_state
from extractors.state_rules import RULES, Rule
from extractors.structure import Block
from extractors.syntax import LONGEST

_PLANNED = guarded(r"\b(?:wird|werden?|soll\w*|geplant|beabsichtig\w+|würden?)\b")
_QUESTION = guarded(r"\b(?:fragt|fragen|wissen|erkundig\w+|möchte|will)\b|\bbitte[nt]\b.*\b(?:um|darum)\b|\?\s*$")
_AIM = guarded(
    r"\b(?:[Zz]iel(?:e|setzung|stellung)?|Absicht|Anliegen)(?: (?:des|der|von|dieser|dieses|dabei|"
    r"hierbei)\b[^.,;:]{0,80}?)? (?:ist|sind|war|sei)\b|\b(?:das|dem|mit dem) Ziel,? |\bzum Ziel\b|"
    r"\bsollen\b[^.;]{5,160}\b(?:gestärkt|verbessert|gefördert|ausgebaut|erreicht|intensiviert)\b|"
    r"\bwill (?:das Land|die \w+|der \w+)\b[^.;]{5,200}\b(?:stärken|verbessern|ausbauen|fördern|"
    r"erreichen)\b|\bsollen\b[^.;]{3,120}\baus einer Hand\b|\bIm Mittelpunkt stehen\b|"
    r"\b(?:wie|dass|um) [^.;]{5,120}\b(?:erreicht werden|zu erreichen)\b"
)
_AIM_SPAN = guarded(r"\b(?:das|dem) Ziel,? .{3,200}?(?=,? (?:sowie|und das|und den|und) |[.;]|$)")
_AIM_LIST = guarded(
    r"\b(?:[Zz]iele?|Zielsetzungen|Schwerpunkte|Zieldimensionen|Handlungsfelder|Zielgruppen)\b[^.:]{0,120}:\s*$"
)
_AIMS_IN_LINE = guarded(r"\b[Zz]iele\b[^.:]{0,80}: ?(?P<list>.+)$")
_AIM_ITEM = guarded(r", (?:und |sowie )?(?=(?:die |der |das |eine[rn]? )?[A-ZÄÖÜ]\w+)| und (?=(?:eine|die|der|das) )")
_LEGAL = (
    (
        "voluntary_task",
        guarded(
            r"\bohne (?:gesetzliche|rechtliche) (?:Verpflichtung|Pflicht)\b|"
            r"\b[Rr]echtsanspruch\b[^.;]{0,60}\b(?:besteht|gibt es) "
            r"(?:\w+ )?nicht\b|\bkein(?:en)? Rechtsanspruch\b|\bfreiwillige\w* (?:\w+ )?(?:Aufgabe|Leistung|"
            r"Selbstverwaltungsaufgabe)|\bfreiwillig "
            r"(?:wahr|übernommen|erbracht)|\bgesetzliche (?:Pflicht|Verpflichtung) besteht nicht|\bkeine "
            r"(?:gesetzliche )?(?:Pflichtaufgabe|Verpflichtung)"
        ),
    ),
    (
        "mandatory_task",
        guarded(
            r"\bPflichtaufgabe\b|\bpflichtige\w* (?:Selbstverwaltungs)?[Aa]ufgabe|\bgesetzlich "
            r"(?:verpflichtet|vorgeschrieben)|\bAufgabe zur Erfüllung nach Weisung"
        ),
    ),
    (
        "legally_anchored",
        guarded(r"\bin § ?\d+ [^.;]{3,90} (?:verankert|geregelt|festgeschrieben)|\bgesetzlich verankert"),
    ),
)
_RUNNING = guarded(r"\b(?:der |die |das )?seit [^.,;]{3,30} laufende[nrs]? [A-ZÄÖÜ][\w-]+")
_TASK = guarded(r"\b(?:haben|hat) die Aufgabe\b|\bwidmen sich\b|\bsuchen \w+ \w+ [^.;]{0,40}\bauf und zeigen\b")


def _run(a: Analysis) -> Iterator[Fact]:
    rules = [rule for rule in RULES if rule.thing.may_match(a.text) and rule.sign.may_match(a.text)]
    for sentence in a.sentences:
        if sentence.block.kind != "row" and sentence.block.section != "proposal":
            yield from _states(a, sentence, rules)
            yield from _goals(a, sentence)
        if sentence.block.kind != "row":
            yield from _legal(a, sentence)
    yield from _listed_goals(a)


def _states(a: Analysis, sentence: Sentence, rules: Sequence[Rule]) -> Iterator[Fact]:
    if len(sentence.text) > LONGEST or _QUESTION.search(sentence.text):
        return
    seen: set[str] = set()
    for start, end in _parts(sentence.text):
        part = sentence.text[start:end]
        for rule in rules:
            if (
                rule.thing.search(part)
                and rule.sign.search(part)
                and not (rule.never and rule.never.search(part))
                and rule.topic not in seen
            ):
                seen.add(rule.topic)
                yield _state(a, rule, (sentence.start + start, sentence.start + end))
                break
        else:
            if (noted := noted_state(part)) and not seen:
                low, high = noted[2]
                state = re.sub(r"\s+", " ", part[low:high]).strip(" .,;")
                value = {"topic": noted[0], "state": state, "stage": noted[1], "type": "noted"}
                yield a.fact("status", value, sentence.start + start + low, sentence.start + start + high)
    if running := _RUNNING.search(sentence.text):
        value = {"topic": "work under way", "state": running.group(), "stage": "running", "type": "work"}
        yield a.fact("status", value, sentence.start + running.start(), sentence.start + running.end())
    if _TASK.search(sentence.text):
        value = {"topic": "task", "state": sentence.text.rstrip("."), "stage": "description", "type": "task"}
        yield a.fact("status", value, sentence.start, sentence.end)


def _state(a: Analysis, rule: Rule, place: Span) -> Fact:
    text = re.sub(r"\s+", " ", a.text[place[0] : place[1]]).strip(" .,;")
    stage = "planned" if rule.stage == "in_place" and _PLANNED.search(text) else rule.stage
    return a.fact("status", {"topic": rule.topic, "state": text, "stage": stage, "type": rule.type}, *place)


def _parts(text: str) -> list[Span]:
    """Parts of a sentence between semicolons, white space left out."""
    parts = []
    for match in re.finditer(r"[^;]+", text):
        piece = match.group()
        parts.append((match.start() + len(piece) - len(piece.lstrip()), match.end()))
    return parts


def _goals(a: Analysis, sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    if len(text) > LONGEST or _QUESTION.search(text):
        return
    in_line = _AIMS_IN_LINE.search(text)
    if in_line:
        low = in_line.start("list")
        edges = [low, *(m.end() for m in _AIM_ITEM.finditer(text, low))]
        ends = [*(m.start() for m in _AIM_ITEM.finditer(text, low)), len(text.rstrip(". "))]
        for start, end in zip(edges, ends, strict=True):
            if end - start > 12:
                yield _goal(a, (sentence.start + start, sentence.start + end))
        return
    match = _AIM.search(text)
    if match:
        span = _AIM_SPAN.search(text)
        start, end = span.span() if span else (0, len(text))
        yield _goal(a, (sentence.start + start, sentence.start + end))


def _listed_goals(a: Analysis) -> Iterator[Fact]:
    """The items of a list that a line about goals or priorities announces."""
    announced: Block | None = None
    for block in a.blocks:
        if block.kind == "item" and announced is not None:
            yield _goal(a, (block.body, block.end))
        elif _AIM_LIST.search(a.text[block.start : block.end]):
            announced = block
        else:
            announced = None


def _goal(a: Analysis, place: Span) -> Fact:
    before = [m for m in a.mentions if m[0] < place[1]]
    strategy = re.search(
        r"„(?P<name>[^“”]{5,80}[Ss]trategie[^“”]{0,12})[“”]", a.text[max(0, place[0] - 500) : place[0]]
    )
    programme = a.programme(place[0])
    of = strategy["name"] if strategy and not before else programme.name if programme else None
    text = re.sub(r"\s+", " ", a.text[place[0] : place[1]]).strip(" .,;")
    return a.fact("goal", {"of": of, "text": text}, *place)


def _legal(a: Analysis, sentence: Sentence) -> Iterator[Fact]:
    for kind, pattern in _LEGAL if len(sentence.text) <= LONGEST else ():
        if match := pattern.search(sentence.text):
            start, end = (match.start(), match.end()) if kind == "legally_anchored" else (0, len(sentence.text))
            yield a.fact("legal_status", {"kind": kind}, sentence.start + start, sentence.start + end)
            return


EXTRACTOR = Extractor(name="states", version=2, kinds=("status", "goal", "legal_status"), run=_run)
