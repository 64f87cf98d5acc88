"""Persons in a public role: name, salutation, title, role and party, one fact a person and document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.mentions import Mention, mentions
from extractors.person_lists import cells, listed, series, signed
from extractors.signatures import signatories

_FIELD = guarded(
    r"(?m)^[-•\s]{0,4}(?P<label>Antragstell(?:end|er|erin|ende[rn]?)|Berichterstatter(?:in)?|"
    r"Referent(?:in)?|Bearbeit(?:end|er|erin|ende[rn]?)|Sachbearbeit(?:er|erin|ung)|Verfasser(?:in)?|"
    r"Ansprechpartner(?:in)?):[ \t]*(?:\n[-•\s]{0,4})?"
    r"(?P<name>(?P<surname>[A-ZÄÖÜ][^\W\d_]+(?:[- ][A-ZÄÖÜ][^\W\d_]+)?), (?P<given>[A-ZÄÖÜ][^\W\d_]+(?:[- "
    r"][A-ZÄÖÜ][^\W\d_]+)?))[ \t]*$"
)
"""A field of a page that holds one person, family name first."""


_SIGNED = guarded(
    r"(?m)^[ \t]*(?:gez\.|i\. ?[AV]\.|I\. ?[AV]\.|In Vertretung|Im Auftrag)[ \t]*(?:\n[ \t]*)?(?P<title>(?:Dr\. |"
    r"Prof\. )*)(?:[A-ZÄÖÜ]\. )?"
    r"(?P<name>[A-ZÄÖÜ][^\W\d_]+(?:[- ][A-ZÄÖÜ][^\W\d_]+){0,2})[ \t]*\n[ \t]*(?P<role>(?:[A-ZÄÖÜ]?\w{0,20}(?i:landrat|"
    r"landrätin|bürgermeister|"
    r"bürgermeisterin|dezernent|dezernentin|beigeordnete|beigeordneter|kämmerer|kämmerin|vorsitzender?|schriftführer|"
    r"schriftführerin|"
    r"leiter|leiterin|direktor|direktorin)))[ \t]*$"
)
"""A signature: "gez." and a name above the office."""


def _run(a: Analysis) -> Iterator[Fact]:
    people: dict[str, list[Mention]] = {}
    for mention in mentions(a):
        people.setdefault(mention.surname, []).append(mention)
    for same in people.values():
        yield _fact(a, same)
    known = set(people)
    for match in _SIGNED.finditer(a.text):
        if not known & {match["name"], match["name"].split()[-1]}:
            known.add(match["name"].split()[-1])
            value = _value(match["name"], title=match["title"].strip() or None, role=match["role"])
            yield a.fact("person", value, *match.span("name"), more=[match.span("role")])
    for match in _FIELD.finditer(a.text):
        if match["surname"] not in known:
            known.add(match["surname"])
            value = _value(match["surname"], first_name=match["given"], role=match["label"])
            yield a.fact("person", value, *match.span("name"), more=[match.span("label")])
    yield from _others(a, known)


def _others(a: Analysis, known: set[str]) -> Iterator[Fact]:
    """Signatures, cells and lists that hold a person whom no sentence names."""
    for name, title, role, start, end in sorted(
        [*cells(a), *listed(a), *signed(a), *signatories(a), *series(a)], key=lambda p: p[3]
    ):
        if not known & {name, name.split()[-1]}:
            known.add(name.split()[-1])
            yield a.fact("person", _value(name, title=title, role=role), start, end)


def _fact(a: Analysis, same: Sequence[Mention]) -> Fact:
    """The person behind several mentions: the first gives the passage, each field comes from the first that has it."""
    first = same[0]
    role = next((m for m in same if m.role), None)
    party = next((m for m in same if m.party), None)
    more: list[Span] = [m.role_span or (m.start, m.end) for m in (role,) if m and m is not first]
    more += [(m.start, m.end) for m in (party,) if m and m is not first]
    if role is first and first.role_span and first.role_span[0] >= first.end:
        more.insert(0, first.role_span)
    value = _value(
        max((m.name for m in same), key=len),
        salutation=next((m.salutation for m in same if m.salutation), None),
        title=next((m.title for m in same if m.title), None),
        role=role.role if role else None,
        party=party.party if party else None,
    )
    return a.fact("person", value, first.start, first.end, more=more)


def _value(name: str, **fields: str | None) -> dict[str, object]:
    blank = dict.fromkeys(("salutation", "title", "role", "party"))
    return {"name": name, **blank, **fields, "role_explicit": fields.get("role") is not None}


EXTRACTOR = Extractor(name="persons", version=4, kinds=("person",), run=_run)
