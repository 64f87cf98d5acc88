"""What is said in a debate: statements, positions, questions and commitments, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.asides import other, said, topic
from extractors.clauses import Speech
from extractors.commitments import commitments
from extractors.mentions import Mention
from extractors.motions import demands, motion_items
from extractors.predicates import Predicate
from extractors.question_lists import question_lists, question_rows
from extractors.question_runs import cell_questions, question_runs
from extractors.questions import moves, questions, span_of
from extractors.sides import sides
from extractors.speakers import Speaker
from extractors.stances import stances
from extractors.turns import turns

_STATES_ONLY = guarded(r"(?:mitglieder\b|[Mm]itglieder|[Ff]raktion|Verwaltung|verwaltung|vertret)")
"""Groups whose speech counts as a statement; offices, the Land and bodies act instead of speaking."""
_TAKES_SIDES = guarded(
    r"(?:[Mm]itglieder|[Ff]raktion|[Vv]erwaltung|vertret|[Vv]erband|AWO|Diakonie|Caritas|Landrat|"
    r"[Bb]ürgermeister|[Bb]eirat|Integrationsrat|Landrätin|[Vv]erbände|Personalrat|Lenkungsgruppe|[Kk]onferenz|"
    r"Gruppe\b|Liste\b|Städte|Gemeinden|Träger|"
    r"(?:CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|Grünen?|GRÜNEN?|Linke|LINKE)\b|^(?:Stadt|Gemeinde|Kreis) |Kommunen|"
    r"Gewerkschaft|DRK|werk\b)"
)
_FURTHERS = guarded(r"erwaltung$|^(?:Stadt|Gemeinde|Kreis|Landkreis|Markt)\b|amt$")
"""Whose support is money and help, no side in a debate."""
_REFUSES = guarded(
    r"\b(?:abzulehnen|abzuweisen|zurückzuweisen|nicht zu(?:zustimmen| folgen| entsprechen| unterstützen))\b"
)
_NOMINATES = guarded(
    r"\bals (?:\w+e[nrs]? )?\w*(?:[Nn]achrück|[Vv]ertret|[Mm]itglied|[Vv]orsitz|[Bb]eisitz|[Ss]prech|[Pp]at|[Ss]chöff|"
    r"[Oo]rtsvorsteh|[Kk]andidat)\w*\b"
)
_RULES = guarded(r"(?:[Aa]usschuss|Rat)(?:e?s)?$")
"""Bodies: what they say of a matter in the passive is a stance, in the active it is mostly their decision."""
_GREETS = guarded(
    r"^ (?:\w+ )?(?:Herrn?|Frau|die (?:Anwesenden|Mitglieder|Gäste|Teilnehm\w+|Vertret\w+)|alle|de[nm] (?:\w+ "
    r")?(?:Herrn|Landrat\w*|"
    r"\w*[Bb]ürgermeister\w*|\w*[Rr]eferent\w*|Gast|Vertreter\w*|\w*[Ll]eiter\w*|Kollegen)|ihn|sie|"
    r"zahlreiche|als Gäste?|zu(?:r|m))\b(?! dass)"
)
_CONDITION = guarded(
    r"\b(?:nur|allein|lediglich|erst|ausschließlich)\b[^.;]{0,60}\b(?:wenn|sofern|falls|unter)\b|"
    r"\bunter der (?:Bedingung|"
    r"Voraussetzung|Maßgabe)\b|\bvorausgesetzt\b"
)
_BESIDES = frozenset(("refers", "thanks", "previews"))
"""What may be said beside something else in one sentence."""
_LINE = guarded(
    r"\b(?:[Nn]amens|[Ii]m Namen|Linie|Haltung|Position|Standpunkt|Auffassung|Meinung) (?:de[rs]|seine[rs]|ihre[rs]) "
    r"[\w./ -]{0,30}[Ff]raktion\b"
)
_NEXT = guarded(
    r"\b(?:in|zu) (?:der|seiner|ihrer|einer) (?:nächsten|kommenden|folgenden|späteren)\b|\bberichtet (?:dazu|"
    r"darüber) in der Sitzung am"
)
"""What somebody will tell at another meeting is not told here."""
_CONDUCT = guarded(
    r"\bbitte[nt]?\b[^.;]{0,80}\b(?:Nichtöffentlichkeit|Öffentlichkeit herzustellen|Wortmeldungen|um Ruhe|"
    r"Handzeichen|Plätze|zu erheben|um Abstimmung)\b"
)
_NO_REFUSAL = guarded(r"\bkeine?n? (?:\w+ ){0,2}(?:Absage|Ablehnung|Widerspruch|Widerstand|Protest|Veto)\b")
_VOTES = guarded(
    r"\b(?:stell|lass|läss)\w{0,3} (?:[\w-]+ ){0,8}?(?:zur Abstimmung|abstimmen|(?:einstimmig|mehrheitlich)\w* "
    r"(?:Zustimmung|Ablehnung|Annahme))\b"
)
"""What a chair does with a vote is its conduct."""
_EMPTY = guarded(r"\b(?:bejah|vernein|räum|bestätig)\w*\b")
_OTHER_TOWN = guarded(
    r"\b[Zz]um Vergleich\b|\bBenchmark\b|\bbenachbarte[nr]? |\bNachbar(?:stadt|kreis|gemeinde|kommune)"
)
"""What is told of another town is an aside, no statement on the matter."""
_WISH = guarded(
    r"\bWunsch (?:der |ihrer |seiner )?|\b(?:belassen|sehen|haben|erhalten|beibehalten|bleiben) "
    r"(?:möchten?|wolle?n?|wollten?)\b"
)
_OF_GROUP = guarded(
    r"\b(?:[Ff]ür|[Ww]unsch|[Nn]amens|[Ii]m Namen) (?:die |der )?(?P<group>(?!(?:seine|ihre|die eigene) "
    r")[\w./´ ]{2,30}?-?[Ff]raktion)\b"
)
_OWN_GROUP = guarded(r"\bfür (?:seine|ihre|die eigene) Fraktion\b")
_COURTESY = guarded(
    r"\bfür (?:sein|ihr|das|die|den)e? \w*(?:Kommen|Erscheinen|Teilnahme|Anwesenheit|Interesse|Aufmerksamkeit|"
    r"Einladung)\b"
)


def _run(a: Analysis) -> Iterator[Fact]:
    speech = Speech(a)
    promised = list(commitments(speech))
    yield from promised
    listed = [*question_lists(speech), *question_rows(speech), *cell_questions(speech)]
    yield from listed
    places = [(f.start, f.end) for f in listed]
    found = questions(speech)
    asked = [*listed, *(f for f in found if not any(x < f.end and f.start < y for x, y in places))]
    yield from asked[len(listed) :]
    labelled = list(turns(speech, [(a.view.place(f.start), a.view.place(f.end)) for f in asked]))
    yield from labelled
    yield from question_runs(speech, [f for f in (*asked, *labelled) if f.kind == "question"])
    placed = [f for f in labelled if f.kind == "position"]
    short = [(a.view.place(f.start), a.view.place(f.end)) for f in labelled if f.end - f.start < 200]
    taken: set[int] = set()
    sided: list[Fact] = []
    yield from _told(speech, promised, short, sided, taken)
    sided += stances(speech, [*placed, *sided])
    yield from sided
    yield from sides(speech, [*placed, *sided])
    yield from demands(a)
    yield from other(speech, taken)


def _told(
    speech: Speech, promises: Sequence[Fact], short: Sequence[Span], sided: list[Fact], taken: set[int]
) -> Iterator[Fact]:
    """The statements that verbs tell, outside `short` turns; positions go to `sided`, sentences used to `taken`."""
    a = speech.analysis
    told_of: dict[int, set[str]] = {}
    before: tuple[int, str, str] | None = None
    promised = [(a.view.place(f.start), a.view.place(f.end)) for f in promises]
    moved = {block.start for _, block in motion_items(a)}
    for p in speech.predicates:
        if any(low <= p.start < high for low, high in short) and p.kind != "question":
            continue
        if (
            p.kind == "statement"
            and (p.index not in taken or p.act in _BESIDES - told_of.get(p.index, set()))
            and _speaks(p)
            and p.sentence.block.start not in moved
        ):
            told = p.start == p.end and any(x < p.sentence.end and y > p.sentence.start for x, y in promised)
            if not told:
                taken.add(p.index)
                told_of.setdefault(p.index, set()).add(p.act)
                yield _statement(speech, p, _act(p))
        if moves(p):
            sided.append(_position(speech, p, "demand"))
        if p.kind == "position" and p.speaker and _sides(p, p.speaker, speech.near(p.sentence.end)):
            stance = _contradicts(p, p.speaker, before) or _turned(p)
            before = (p.index, p.speaker.name, stance)
            sided.append(_position(speech, p, stance))
            if p.speaker.named and p.index not in taken and _LINE.search(p.sentence.text):
                taken.add(p.index)
                yield _statement(speech, p, "emphasises")
        if p.kind == "statement" and p.speaker and _WISH.search(p.sentence.text) and _OF_GROUP.search(p.sentence.text):
            sided.append(_position(speech, p, "demand"))


def _contradicts(p: Predicate, speaker: Speaker, before: tuple[int, str, str] | None) -> str | None:
    """Who contradicts a refusal right after it supports the matter."""
    verb = p.sentence.text[p.start - p.sentence.start : p.end - p.sentence.start]
    if not verb.startswith(("widersp", "entgegn")) or before is None or p.index - before[0] > 2:
        return None
    return "support" if before[2] in ("reject", "concern") and before[1] != speaker.name else None


def _turned(p: Predicate) -> str:
    """The stance of the verb; who does not support a matter refuses it."""
    text, at = p.sentence.text, p.start - p.sentence.start
    rest = text[at:]
    if p.act == "demand" and _REFUSES.search(rest):
        return "reject"
    clause = text[max(text.rfind(stop, 0, at) for stop in ",;") + 1 : at] + re.split(r"[,;]", rest)[0]
    verb = rest[: p.end - p.start]
    denied = p.act == "support" and verb.startswith(("zu", "unterst", "befürw", "stimm", "trag", "träg", "mit", "gut"))
    if denied and _CONDITION.search(text):
        return "demand"
    return "reject" if denied and re.search(r"\bnicht\b(?! nur)", clause) else p.act


def _speaks(p: Predicate) -> bool:
    text = p.sentence.text
    if (
        p.act == "emphasises"
        and not (p.speaker and p.speaker.named)
        and re.match(r"(?:leg|richt|lenk|setz)", text[p.start - p.sentence.start :])
    ):
        return False  # where an office puts its work
    if p.act not in _BESIDES and _VOTES.search(text, p.start - p.sentence.start):
        return False
    if p.act in ("informs", "reports") and _NEXT.search(text):
        return False
    if p.act in ("answers", "informs") and (_OTHER_TOWN.search(text) or (len(text) < 60 and _EMPTY.search(text))):
        return False
    return p.speaker is not None and (
        p.speaker.named
        or (p.act == "thanks" and not _COURTESY.search(p.sentence.text))
        or (bool(_STATES_ONLY.search(p.speaker.name)) and p.act != "previews")
    )


def _act(p: Predicate) -> str:
    """The verb's own act; what is said upon a question is an answer whatever its verb."""
    return (
        "answers" if re.match(r"(?:Auf|Zu|Zur|Zum) (?:\w+ ){0,3}(?:Nachf|Rückf|F|Anf)rage", p.sentence.text) else p.act
    )


def _sides(p: Predicate, speaker: Speaker, people: Sequence[Mention]) -> bool:
    """Whether the verb takes a stance: not greetings of guests, not what offices expect or support."""
    if not speaker.named and not _TAKES_SIDES.search(speaker.name) and not (p.passive and _RULES.search(speaker.name)):
        return False
    rest = p.sentence.text[p.end - p.sentence.start :]
    verb = p.sentence.text[p.start - p.sentence.start : p.end - p.sentence.start]
    if _no_side(p, speaker, verb):
        return False
    if not verb.startswith(("begrüß", "begrüss")):
        return True
    greeted = any(p.end <= m.start < p.sentence.end for m in people) and ", dass" not in rest
    return not greeted and not _GREETS.match(rest)


def _no_side(p: Predicate, speaker: Speaker, verb: str) -> bool:
    """Whether a verb of stance tells the conduct of a meeting, a nomination, or what an office does in its work."""
    text = p.sentence.text
    return bool(
        _CONDUCT.search(text)
        or (p.act == "reject" and _NO_REFUSAL.search(text))
        or (p.act == "demand" and "schl" in verb and _NOMINATES.search(text))
        or (verb.startswith(("setz", "unterstütz")) and _FURTHERS.search(speaker.name))
        or (verb.startswith("beantrag") and speaker.name.startswith(("Kreis", "Stadt ", "Gemeinde")))
        or (verb.startswith("erwart") and "raktion" not in speaker.name)
    )


def _statement(speech: Speech, p: Predicate, act: str) -> Fact:
    start, end = span_of(speech, p)
    return said(speech, p.speaker.name if p.speaker else None, act, start, end, p.end)


def _position(speech: Speech, p: Predicate, stance: str) -> Fact:
    start, end = span_of(speech, p)
    group = _OF_GROUP.search(p.sentence.text)
    speaker = p.speaker
    actor = group["group"] if group else speaker.name if speaker else None
    party = speech.party(speaker.name) if speaker else None
    if party and not group:
        actor = f"{party}-Fraktion" if _OWN_GROUP.search(p.sentence.text) else f"{actor} ({party})"
    value = {
        "actor": actor,
        "stance": stance,
        "topic": topic(speech.analysis.text[p.end : end], speaker.name if speaker else None),
    }
    return speech.analysis.fact("position", value, start, end)


EXTRACTOR = Extractor(
    name="speech",
    version=7,
    kinds=("statement", "question", "position", "commitment"),
    run=_run,
    after=("head", "head_fields"),
)
