"""Steering and project groups: whether they exist, who sits in them, when they first met.

Members stand in a table or list under the group's name ("Funktion | Bereich"), or in prose ("gehöre der Lenkungsgruppe
als stimmberechtigtes Mitglied an").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.due_times import due
from extractors.group_members import MADE_OF, GroupName, member_tables, table_members
from extractors.syntax import LONGEST
from extractors.told_members import prose_members

_STEERING = (
    r"(?:(?:KIM|Projekt|Integrations)-?)?(?:[Ll]enkungs|[Ss]teuerungs)(?:gruppe|kreis|gremium|ausschuss|"
    r"runde)(?:n|s|es)?"
)
_PROJECT = (
    r"(?:Projekt(?:arbeits|lenkungs)?gruppe|[Aa]rbeitsgruppe|AG(?= [„A-ZÄÖÜ])|Koordinierungsgruppe|Fachgruppe|"
    r"Unterarbeitsgruppe)n?"
)
_WORKING = r"Arbeitskreis(?:es|en|e)?"
_TAIL = (
    r"(?: (?:„[^“”\n]{2,60}[“”]|de[rs] (?:Kreises|Stadt|KIM|Kommunalen Integrationsmanagements)\b(?: "
    r"[A-ZÄÖÜ][\w-]+)?|(?:zu[rm]|für das|für) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+(?: „[^“”\n]{2,60}[“”])?))?"
)
_GROUP = guarded(
    rf"(?<![\w-])(?:(?P<steering_group>{_STEERING}){_TAIL}|(?P<project_group>{_PROJECT}){_TAIL}|"
    rf"(?P<working_group>{_WORKING}){_TAIL})(?![\w-])"
)
_FOUNDED = guarded(
    r"\b(?:gegründet\w*|[Kk]onstituier\w+|[Zz]um ersten Mal|[Ee]rstmals|erst(?:e|en|es|er) (?:Sitzung|"
    r"Treffen)|eingerichtet|gebildet|bilden|eingesetzt|einberufen|zusammen(?:getreten|gekommen)?|"
    r"bilde(?:t|ten?)?|aufgearbeitet|erarbeitet|befass\w+|widme\w+|beschäftig(?:t|te|en)|"
    r"Gründung|Bildung|Einrichtung|bestehend|besteht aus|setzt sich|vertreten|angehör\w*|gehör\w+|tagt\w*)\b"
)
_AHEAD = guarded(
    r"\b(?:soll\w*|künftige\w*|geplant\w*|voraussichtlich|wird|werde|Gründung|Bildung einer|beabsichtigt)\b"
)
_EXISTS = guarded(
    r"\b(?:wurde|kam|kamen|hat|traf\w*|tagte|gegründeten|eingerichteten|bisherigen|gehör\w+|vertreten "
    r"(?:ist|sind)|ist in der|angehören|ist sie)\b"
)
_ASKED = guarded(r"\b(?:fragt|bittet|fordert|verlangt|empfiehlt|wissen)\b")
_AT_WORK = guarded(
    r"\b(?:[Mm]itglied\w{0,3}|[Vv]orsitz\w{0,4}|[Ss]itz|[Ss]itzung(?:en)?|[Tt]reffen|[Ee]rgebnisse\w?|[Aa]rbeit|[Tt]eilnehm\w+|"
    r"[Bb]eratungen|[Ll]eitung|[Ee]mpfehlung(?:en)?) (?:in )?(?:de[rs]|dieser|ihrer|unserer)(?: [a-zäöüß]+)?\s\Z|"
    r"\b(?:über|an|durch|von|mit|in) (?:der|die|den) (?:bestehende[nr]?|eingerichtete[nr]?|gegründete[nr]?) \Z"
)
"""What goes before the name of a group that is at work: nobody sits in one that is only thought of."""
_FIRST = guarded(r"\b(?:[Zz]um ersten Mal|[Ee]rstmals|konstituier\w+|erste[nrs]? (?:Sitzung|Treffen)|erstmalig)\b")
_DATE = guarded(
    r"\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d|\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember) 20\d\d"
)


def _run(a: Analysis) -> Iterator[Fact]:
    named = [m for m in _named(a) if not _in_row(a, m.start)]
    chosen: dict[tuple[str, str], list[GroupName]] = {}
    for mention in named:
        key = "" if mention.kind == "steering_group" else mention.name.casefold()
        chosen.setdefault((mention.kind, key), []).append(mention)
    tables = list(member_tables(a, [m for m in named if m.kind == "steering_group"]))
    for same in chosen.values():
        if fact := _body(a, same, any(len(rows) for _, rows in tables)):
            yield fact
    for group, rows in tables:
        yield from table_members(a, group.name, rows)
    yield from prose_members(a, named, any(len(rows) > 1 for _, rows in tables))


def _named(a: Analysis) -> Iterator[GroupName]:
    for match in _GROUP.finditer(a.text):
        sentence = a.sentence_at(match.start())
        if sentence and len(sentence.text) <= LONGEST:
            yield GroupName(str(match.lastgroup), *match.span(), re.sub(r"\s+", " ", match.group()), sentence)


def _in_row(a: Analysis, offset: int) -> bool:
    block = a.block_at(offset)
    return block is None or block.kind == "row"


def _body(a: Analysis, same: Sequence[GroupName], has_table: bool) -> Fact | None:
    """The group at its most telling mention: a founding, a first meeting or members before a bare name."""
    best = max(same, key=lambda m: (_weight(m), len(m.name) > 16, -m.start))
    if best.kind != "steering_group" and _weight(best) == 0:
        return None
    text = best.sentence.text if best.sentence else ""
    low, high = _part(best)
    part = a.text[low:high]
    made = MADE_OF.search(text)
    has_table = has_table and best.kind == "steering_group"
    first = next((m for m in same if m.sentence and _met(m.sentence.text)), None)
    met = _met(first.sentence.text) if first and first.sentence else None
    ahead = bool(_AHEAD.search(part))
    bare = _weight(best) == 0
    worked = next((m for m in same if m.sentence and _at_work(m)), None) if bare else None
    if worked:
        best, (low, high) = worked, _part(worked)
    seen = best.kind == "steering_group" and (_EXISTS.search(part) is not None or met is not None or has_table)
    value = {
        "name": max((m.name for m in same if best.name in m.name), key=len),
        "kind": best.kind,
        "exists": (True if worked or seen else None) if bare else seen or not ahead,
        "composition": _list(next(g for g in made.groups() if g)) if made else "table" if has_table else None,
        "first_meeting": due(met.group(), a.date) if met else None,
    }
    more = [(first.sentence.start, first.sentence.end)] if first and first.sentence and first is not best else []
    start, end = (low, high) if not bare or worked or seen else (best.start, best.end)
    return a.fact("body", value, start, end, more=more)


def _at_work(m: GroupName) -> bool:
    """Whether the words before the name show the group at work; a question or a wish shows nothing."""
    text = m.sentence.text if m.sentence else ""
    before = text[: m.start - m.sentence.start] if m.sentence else ""
    return bool(_AT_WORK.search(before)) and not _ASKED.search(text) and not _AHEAD.search(before)


def _met(text: str) -> re.Match[str] | None:
    return _DATE.search(text) if _FIRST.search(text) else None


def _weight(m: GroupName) -> int:
    """How much a mention tells: one that founds, fills or dates the group; questions and demands tell nothing."""
    text = m.sentence.text if m.sentence else ""
    if m.sentence is None or m.sentence.block.kind == "heading" or _ASKED.search(text):
        return 0
    first = bool(_FIRST.search(text))
    return 2 * first + (first and bool(_DATE.search(text))) + bool(_FOUNDED.search(text)) + bool(MADE_OF.search(text))


def _part(m: GroupName) -> Span:
    """The part of the sentence between semicolons that holds the mention; only the name in a list of many things."""
    assert m.sentence is not None or m.start < m.end
    if m.sentence is None:
        return m.start, m.end
    text, base = m.sentence.text, m.sentence.start
    low = text.rfind(";", 0, m.start - base) + 1
    high = text.find(";", m.end - base)
    high = high if high >= 0 else len(text)
    if high - low > 220:
        comma = text.rfind(", ", low, m.start - base)
        clause = guarded(r",|\.(?=\s|$)|$").search(text, m.end - base)
        low, high = comma + 2 if comma >= 0 else low, clause.start() if clause else high
    return base + low, base + high


def _list(text: str) -> list[str]:
    parts = re.split(r", (?:und |sowie )?| und (?=[A-ZÄÖÜ]|die |den |der )| sowie ", text)
    return [re.sub(r"^(?:die|den|der|das|mehrere|von) ", "", p.strip()) for p in parts if p.strip()]


EXTRACTOR = Extractor(name="groups", version=4, kinds=("body", "body_member"), run=_run, after=("head",))
