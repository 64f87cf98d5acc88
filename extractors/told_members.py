"""Members of a steering group that running text tells: lists in a sentence, chairs, seats of offices and councils."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Sentence
from extractors.group_members import ORG_KINDS, GroupName, organization_of
from extractors.seat_clauses import seat_clauses
from extractors.seats import told_seats
from extractors.syntax import LONGEST

_COUNCIL = r"(?:[A-ZÄÖÜ]\w{0,30}(?:(?<!Land)rat(?:e?s)?|beirat(?:e?s)?|ausschuss(?:es)?)|IR)(?![a-zäöüß])"
_ROLE = guarded(
    r"\b(?:stimmberechtigte[snm]? (?:Mitglied|Sitz)|Stimmrecht|beratende[sn]? Mitglied|mit beratender "
    r"Stimme|ohne Stimmrecht|ständige[sn]? Mitglied|mit (?:Sitz und )?Stimme|Gaststatus|Mitglied)\b"
)
_SEAT = guarded(
    r"\b(?:(?:darin|dort|hierin) (?:[^\W\d]+ ){0,5}vertreten|"
    r"Entsendung|entsendet|stimmberechtigt\w*|beratender Stimme|Sitz und Stimme)\b"
)
_GOES_ON = guarded(
    r"^(?:(?:Ja|Antwort|Richtig)[,:.] )?(?:[Ii]hr|[Ii]hm|Sie|[Dd]ort|[Dd]arin|Vertreten|Mitglieder|Den Vorsitz|"
    r"Die Leitung|"
    r"Vorsitz|Die Gruppe|Der Kreis|Die Runde|Das Gremium|Außerdem|Weitere|Ferner|Zudem|Geleitet|Stimmberechtigt\w*|"
    r"Beratend\w*|Hinzu|Neben|Am Tisch|Dabei|Mit dabei|"
    r"Als Mitglieder|(?:(?:Aktuelle|Derzeitige|Vorläufige) )?(?:Besetzung|Zusammensetzung|Sitzverteilung))\b|"
    r"^[^:]{0,80}\b(?:Liste|Sitze|verteilen|Mitglieder)\b[^:]{0,40}:"
)
_ASKS = guarded(
    r"\b(?:beantrag\w+|beschließ\w+|[Bb]eschlussvorschlag|[Bb]eschlussentwurf|forder\w+|schlägt|[Aa]ntrag|bitte[tn]|"
    r"empfiehlt|anreg\w+|regt|Forderung\w*)\b"
)
_OWN_PRONOUN = guarded(r"^(?:[Ss]eine?|[Ii]hre?|[Dd]essen|[Dd]eren)[mnr]? ")


def prose_members(a: Analysis, named: Sequence[GroupName], listed: bool) -> Iterator[Fact]:
    """Seats told in a sentence: "Der Vorsitz des Integrationsrats ist Mitglied der Lenkungsgruppe".

    `listed`: a table gives the members, so that only the seats of councils can be news.
    """
    steering = [m for m in named if m.kind == "steering_group"]
    for sentence in a.sentences:
        group = _group_of(steering, sentence)
        if group is None or sentence.block.kind == "row" or len(sentence.text) > LONGEST or _asked_for(a, sentence):
            continue
        inside = group.start >= sentence.start
        told = list(told_seats(sentence, inside or bool(_goes_on(sentence.text)))) if not listed else []
        span = (group.start - sentence.start, group.end - sentence.start) if inside else None
        clauses = [] if len(told) > 1 else list(seat_clauses(sentence.text, span))
        for (low, high), function in clauses:
            if not listed or re.search(_COUNCIL, function):
                place = (sentence.start + low, sentence.start + high)
                value = {**_seat(a, place, function), "body": group.name}
                yield a.fact("body_member", value, *place)
        for place, chair in told:
            if not any(
                place[0] < sentence.start + high and sentence.start + low < place[1] for (low, high), _ in clauses
            ):
                yield a.fact("body_member", _told_seat(a.text[slice(*place)], group.name, chair), *place)


def _group_of(steering: Sequence[GroupName], sentence: Sentence) -> GroupName | None:
    """The group that a sentence names, or the last one before it of which it speaks on."""
    at = bisect.bisect_left(steering, sentence.end, key=lambda m: m.start)
    low = sentence.start - (250 if "Gremium" in sentence.text or _goes_on(sentence.text) else 0)
    inside = [m for m in steering[max(0, at - 4) : at] if m.start >= sentence.start]
    return inside[0] if inside else steering[at - 1] if at and steering[at - 1].start >= low else None


def _goes_on(text: str) -> bool:
    """Whether a sentence speaks on of the group that the one before it names."""
    return bool(_GOES_ON.match(text) or _SEAT.search(text))


def _asked_for(a: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence is an item of what a motion or a draft wants decided: nobody has got such a seat."""
    if sentence.block.kind != "item":
        return False
    for block in reversed(a.blocks_before(sentence.block.start, 12)):
        if block.kind != "item":
            return a.text[block.end - 1] == ":" and bool(
                _ASKS.search(a.text[max(block.start, block.end - 300) : block.end])
            )
    return False


def _told_seat(text: str, body: str, chair: bool) -> dict[str, object]:
    organization, kind = organization_of(text)
    role = _ROLE.search(text)
    value = {"body": body, "row": None, "role": role.group() if role else None, "function": text, "area": None}
    return {**value, "organization": organization, "org_kind": kind, "chair": chair}


def _seat(a: Analysis, place: Span, function: str) -> dict[str, object]:
    """What a clause tells of a seat; the council of "sein Vorsitzender" is the last one named before."""
    council = re.search(_COUNCIL, function)
    name = council.group() if council else None
    if name is None and _OWN_PRONOUN.search(function):
        before = re.findall(_COUNCIL, a.text[max(0, place[0] - 300) : place[0]])
        name = before[-1] if before else None
    text = a.text[slice(*place)]
    role = _ROLE.search(text)
    kind = next((k for k, p in ORG_KINDS if p.search(name or function)), None)
    return {
        "row": None,
        "role": role.group() if role else None,
        "function": re.sub(r"^(?:[Dd]e[rmn]|[Dd]ie|[Dd]as) ", "", function),
        "area": None,
        "organization": re.sub(r"(rat|beirat|ausschuss)e?s$", r"\1", name) if name else None,
        "org_kind": kind or ("member_municipality" if "leitungen" in function else None),
        "chair": bool(re.search(r"\b(?:[Dd]en Vorsitz|leitet|führt den)\b", text)),
    }
