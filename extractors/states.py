"""States of things, goals and legal rank: how far posts, concepts and talks are, where posts sit, what is aimed at.

A state is a sentence part with a thing (posts, concept, funds, talks) and a sign of its stage. Questions about a state
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import Guarded, guarded
from extractors.aims import goals, listed_goals
from extractors.analysis import Analysis, Extractor, Sentence
from extractors.elsewhere import with_places
from extractors.legal_ranks import ranks
from extractors.motions import motion_items
from extractors.state_any import ANY
from extractors.state_courses import COURSES
from extractors.state_families import Family, families_for, family_states
from extractors.state_frames import framed_states, frames_for
from extractors.state_links import LINKS
from extractors.state_negations import stage_said
from extractors.state_notes import noted_state
from extractors.state_pairs import PAIRS
from extractors.state_plans import PLANS
from extractors.state_rules import RULES, Rule
from extractors.state_signs import Frame
from extractors.state_staff import STAFF
from extractors.state_tables import table_states
from extractors.syntax import LONGEST, sentence_parts

_UNREAL = guarded(
    r"^\W*(?:[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]ollten?|[Ww]äre[n]?|[Hh]ätten?|[Kk]äme[n]?|[Gg]äbe|[Ww]ürden?)\b|"
    r"\b[Nn]achbar(?:kreis|stadt|kommune|gemeinde)\w*"
)
_PLANNED = guarded(r"\b(?:wird|werden?|soll\w*|geplant|beabsichtig\w+|würden?)\b")
_QUESTION = guarded(
    r"\b(?:fragt|fragen|wissen|erkundig\w+|möchte|will|fordert|fordern)\b|"
    r"\bI(?:m|n der) Nachbar\w+|\bbitte[nt]\b.*\b(?:um|darum)\b|\?\s*$"
)
_RUNNING = guarded(r"\b(?:der |die |das )?seit [^.,;]{3,30} laufende[nrs]? [A-ZÄÖÜ][\w-]+")
_OWN_PAPER = guarded(r"\b\w*[Kk]onzept(?:e[ns]?|s|ion|ionen)?\b|\b(?:Entwurf|Fassung|Satzung)\b(?! vor)")
_FRAMEWORK = guarded(r"\b\w*(?:[Rr]icht|[Ll]eit)linien?\b|\b\w*[Bb]edingungen\b|\b[Ee]ntwurf\b")
_LAND = r"(?:Land|Bund|Ministerium|Landesregierung|Bundesregierung|Bezirksregierung)"
_OF_OTHERS = guarded(
    r"\b(?:seitens|von Seiten|durch|vonseiten) (?:des|der|das|die) (?:Landes|Bundes|Ministeriums|Land|Ministerium|"
    r"Landesregierung|Bezirksregierung)\b|"
    r"\b(?:[Kk]onzept\w*|[Rr]ichtlinien?|[Ee]ntwurf\w{0,2}|[Bb]edingungen) (?:des|der) (?:Landes|Bundes|Ministeriums|"
    r"Landesregierung|Bezirksregierung)\b|"
    rf"\b(?:[Dd]as|[Dd]ie|[Dd]er|[Vv]om|[Vv]on der) {_LAND}(?: NRW| Nordrhein-Westfalen)?(?: \w+)? (?:hat|habe|wird|"
    r"werde|will|plant|erarbeite\w{1,2}|entwickelt|erstellt|überarbeitet|angepasst|geändert|veröffentlicht\w?|"
    r"erlassen\w?|legt)\b|"
    r"\b[Ii]n allen (?:\w+ )?(?:KI|Kreisen|Kommunen|Städten|Kommunalen Integrationszentren)\b|\blandesweit\w{0,2}\b"
)
"""A paper of the Land, or of all municipalities alike, is none of the own municipality."""
_ONE_MATTER = 9_000
"""Characters: a shorter document that names a programme of the topic speaks of nothing else at length."""
_SEMICOLONS = guarded(r"[^;]+")
_NEXT_SENTENCE = guarded(
    r"(?:[^;.]|\.(?! (?:Der|Die|Das|Eine?|Mit|Im|In|Sie|Er|Es|Alle|Für|Zu[mr]?|Bei[m]?|Nach|Von|Auf|Aus|Andere|"
    r"Weitere|Den|Dem|An|Seit|Derzeit|Noch|Hier\w*|Da\w{2,8})\b))+"
)
"""Also sentences that end in an initial or an abbreviation ("Plan A.", "p. a.")."""
_TASK = guarded(r"\b(?:haben|hat) die Aufgabe\b|\bwidmen sich\b|\bsuchen \w+ \w+ [^.;]{0,40}\bauf und zeigen\b")


def _run(a: Analysis) -> Iterator[Fact]:
    if not a.mentions and a.topic.field and not a.topic.field.search(a.text):
        return
    rules = [rule for rule in RULES if rule.thing.may_match(a.text) and rule.sign.may_match(a.text)]
    frames = frames_for(a.text) if a.mentions else []  # what else councils deal with is no matter of the topic
    families = families_for(a.text, (*STAFF, *PLANS)) if a.mentions else []
    rest = [families_for(a.text, less_sure) for less_sure in (PAIRS, COURSES, LINKS, ANY)]
    short = len(a.text) < _ONE_MATTER
    moved = {block.start for _, block in motion_items(a)}
    for sentence in a.sentences:
        if sentence.block.start in moved:
            continue
        if sentence.block.kind != "row" and sentence.block.section != "proposal":
            told = list(_states(a, sentence, rules, frames))
            if families and len(sentence.text) <= LONGEST and (short or a.programme(sentence.start) is not None):
                told += _by_family(a, sentence, families, told, rest)
            yield from with_places(a, sentence, _distinct(told))
            yield from goals(a, sentence)
        if sentence.block.kind != "row":
            yield from ranks(a, sentence)
    yield from table_states(a)
    yield from listed_goals(a)


def _states(a: Analysis, sentence: Sentence, rules: Sequence[Rule], frames: Sequence[Frame]) -> Iterator[Fact]:
    if len(sentence.text) > LONGEST or _QUESTION.search(sentence.text):
        return
    seen: set[str] = set()
    for start, end in _parts(sentence.text):
        part = sentence.text[start:end]
        if _UNREAL.search(part):
            continue
        framed = framed_states(part, frames)
        ruled = [rule for rule in rules if rule.topic not in seen and _fits(rule, part)][:1]
        if len(framed) < 2 and ruled:
            seen.add(ruled[0].topic)
            yield _state(a, ruled[0], (sentence.start + start, sentence.start + end))
        elif not seen or framed:
            for topic, stage, (low, high) in _told(part, framed):
                yield _stated(a, (topic, stage), (sentence.start + start + low, sentence.start + start + high))
    if running := _RUNNING.search(sentence.text):
        value = {"topic": "work under way", "state": running.group(), "stage": "running", "type": "work"}
        yield a.fact("status", value, sentence.start + running.start(), sentence.start + running.end())
    if _TASK.search(sentence.text):
        value = {"topic": "task", "state": sentence.text.rstrip("."), "stage": "description", "type": "task"}
        yield a.fact("status", value, sentence.start, sentence.end)


def _by_family(
    a: Analysis, sentence: Sentence, families: list[Family], told: Sequence[Fact], rest: Sequence[list[Family]]
) -> Iterator[Fact]:
    """What word families tell of each part of a sentence beyond the states that were told of it."""
    for low, high in _parts(sentence.text, _NEXT_SENTENCE):
        start, end = sentence.start + low, sentence.start + high
        first, last = a.view.original(start, end)
        known = {str(f.value["stage"]) for f in told if f.start < last and first < f.end}
        if known and len(sentence_parts(sentence.text[low:high])) == 1:
            continue
        part = sentence.text[low:high]
        found = family_states(part, families, known)
        for less_sure in rest if not known else ():
            found = found or family_states(part, less_sure, known)
        for topic, stage, (begin, stop) in found:
            yield _stated(a, (topic, stage), (start + begin, start + stop))


def _distinct(told: Sequence[Fact]) -> Iterator[Fact]:
    """States of passages of their own: what is said in a passage that another state holds tells the same once more."""
    taken: list[Span] = []
    for fact in told:
        if not any(_mostly((fact.start, fact.end), other) for other in taken):
            taken.append((fact.start, fact.end))
            yield fact


def _mostly(one: Span, other: Span) -> bool:
    """Whether two passages share at least half of the shorter one."""
    return 2 * (min(one[1], other[1]) - max(one[0], other[0])) >= min(one[1] - one[0], other[1] - other[0])


def _fits(rule: Rule, part: str) -> bool:
    return bool(rule.sign.search(part) and rule.thing.search(part)) and not (rule.never and rule.never.search(part))


def _told(part: str, framed: Sequence[tuple[str, str, Span]]) -> Sequence[tuple[str, str, Span]]:
    """States of several clauses, else the one that is noted in a few words, else that of the only clause."""
    noted = noted_state(part) if len(framed) < 2 else None
    return [noted] if noted else framed


def _stated(a: Analysis, told: tuple[str, str], place: Span) -> Fact:
    state = re.sub(r"\s+", " ", a.text[place[0] : place[1]]).strip(" .,;")
    stage = stage_said(told[1], state)
    return a.fact("status", {"topic": told[0], "state": state, "stage": stage, "type": "noted"}, *place)


def _state(a: Analysis, rule: Rule, place: Span) -> Fact:
    text = re.sub(r"\s+", " ", a.text[place[0] : place[1]]).strip(" .,;")
    sign = rule.sign.search(text)
    stage = "planned" if rule.stage == "in_place" and _PLANNED.search(text) else rule.stage
    stage = stage_said(stage, text, sign.end() if sign else None)
    return a.fact("status", {"topic": rule.topic, "state": text, "stage": stage, "type": _type(rule, text)}, *place)


def _type(rule: Rule, part: str) -> str:
    """Type of a state: of rules and papers of the Land, of other municipalities or of a report, none of a concept."""
    if rule.type != "concept":
        return rule.type
    given = rule.stage in ("approved", "submitted")  # what the Land approves is not its own
    if _OF_OTHERS.search(part) and not (given and _OWN_PAPER.search(part)):
        return "framework"
    return "concept" if _OWN_PAPER.search(part) else "framework" if _FRAMEWORK.search(part) else "report"


def _parts(text: str, between: Guarded = _SEMICOLONS) -> list[Span]:
    """Parts of a sentence between semicolons, white space left out."""
    parts = []
    for match in between.finditer(text):
        piece = match.group()
        parts.append((match.start() + len(piece) - len(piece.lstrip()), match.end()))
    return parts


EXTRACTOR = Extractor(
    name="states",
    version=8,
    kinds=("status", "goal", "legal_status"),
    run=_run,
    after=("head", "head_fields"),
)
