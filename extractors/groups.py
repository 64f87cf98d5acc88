"""Steering and project groups: whether they exist, who sits in them, when they first met.

Members stand in a table or list under the group's name ("Funktion | Bereich"), or in prose ("gehöre der Lenkungsgruppe
als stimmberechtigtes Mitglied an").
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.due_times import due
from extractors.group_denials import denied, not_met, only_meeting
from extractors.group_members import MADE_OF, GroupName, member_tables, table_members
from extractors.syntax import LONGEST
from extractors.told_members import prose_members

_STEERING = (
    r"(?:(?:KIM|Projekt|Integrations|Programm)-?)?(?:[Ll]enkungs|[Ss]teuerungs)(?:gruppe|kreis|gremium|ausschuss|"
    r"runde|team|board|zirkel)(?:n|s|es)?"
)
_PROJECT = (
    r"(?:(?:KIM-)?(?:Projekt(?:arbeits|lenkungs)?|[Aa]rbeits|[Uu]nterarbeits|Koordinierungs|Fach|Experten|Themen|"
    r"Planungs|"
    r"Werkstatt)(?:gruppe|team)|Fach-AG|AG(?= (?:(?!Wohlfahrt|Freie)[„A-ZÄÖÜ]|zum? |zur |für ))|Task[ -]?[Ff]orce)[ns]?"
)
_WORKING = r"(?:Fach)?[Aa]rbeitskreis(?:es|en|e)?"
_TAIL = (
    r"(?: (?:„[^“”\n]{2,60}[“”]|KIM\b|de[rs] (?:Kreises|Stadt|KIM|Kommunalen Integrationsmanagements)\b(?: "
    r"[A-ZÄÖÜ][\w-]+)?|(?:zu[rm]|für das|für die|für) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+(?: „[^“”\n]{2,60}[“”]|"
    r" [a-zäöüß]+er [A-ZÄÖÜ][\w-]+)?))?"
)
_GROUP = guarded(
    rf"(?<![\w-])(?:(?P<steering_group>{_STEERING}){_TAIL}|(?P<project_group>{_PROJECT}|{_WORKING}){_TAIL})(?![\w-])"
)
_FOUNDED = guarded(
    r"\b(?:[Gg]egründet\w*|[Gg]ründ\w+|[Kk]onstituier\w+|[Zz]um ersten Mal|[Ee]rstmal\w*|[Ee]rst(?:e|en|es|er|"
    r"em) (?:Sitzung|"
    r"Treffen|Zusammenkunft|Zusammentritt|Termin|Runde)|Auftakt\w*|Kick-?[Oo]ff\w*|[Ee]inge(?:richtet|setzt)\w*|"
    r"[Ee]inzurichten\w*|[Ee]inzusetzen\w*|[Ee]insetz(?:t|en|ung)|richtet|gebildet\w*|[Bb]ild(?:en|et|eten?|ung)|bilde|"
    r"einberufen|[Ee]inberufung|ins Leben gerufen\w*|zusammen(?:getreten|gekommen|gefunden|tritt|tritt|trete|"
    r"zutreten)?|"
    r"[Zz]usammentritt\w*|[Zz]usammenkunft|aufge(?:stellt|arbeitet|baut)\w*|etablier\w+|installiert\w*|formier\w+|"
    r"ge(?:startet|schaffen)\w*|[Ss]tart(?:et|en)?|[Aa]ufbau|erarbeitet|befass\w+|widme\w+|beschäftig(?:t|te|en)|"
    r"[Ee]inrichtung|bestehend|besteht|bestehe|setzt sich|vertreten|an(?:ge)?hör\w*|gehör\w+|(?:ge)?tagt\w*|tage|"
    r"sitz(?:t|e|en)|[Tt]isch|trifft|treffe|traf\w*|getroffen|(?:in|im) (?:Planung|Vorbereitung|Aufbau|Gründung)|"
    r"ruhe[nt]?|"
    r"steuert|begleite\w*|aufgenommen|aufnehmen|aufnehme|vollzählig|vollständig|gibt es|gebe es|[Ee]s (?:gibt|gebe)|"
    r"[Gg]eplant\w*|[Vv]orgesehen|aufgelöst|umbenannt)\b"
)
_AHEAD = guarded(
    r"\b(?:soll\w*|künftige\w*|geplant\w*|voraussichtlich\w*|wird|werde|Gründung|Bildung einer|beabsichtigt\w*|"
    r"[Gg]eplant ist|"
    r"(?:in|im) (?:Planung|Vorbereitung|Aufbau|Gründung)|bevorsteh\w+|anberaumt|vorgesehen|terminiert|noch nicht|"
    r"noch zu|"
    r"steht noch aus|demnächst|zu bilden|einzurichten|einzusetzen|ins Auge gefasst|will|wolle\w*|"
    r"nächste[rsn]? (?:Monat|Jahr|"
    r"Quartal))\b"
)
_EXISTS = guarded(
    r"\b(?:wurden?|worden|kam|kamen|hat|traf\w*|tagten?|getagt|gegründeten|eingerichteten|bisher\w*|gehör\w+|"
    r"vertreten (?:ist|sind)|ist in der|angehör\w+|ist sie|ins Leben gerufene\w*|gebildete\w*|besteht|gibt es|seit|"
    r"sitz(?:t|en)|"
    r"[Ee]s gibt|trifft sich|steuert|lief|stattgefunden|erfolgt)\b"
)
_ASKED = guarded(
    r"\b(?:fragt|bittet|fordert|verlangt|empfiehlt|wissen|ersucht|erkundig\w+|Anfrage|beantragt|regt|Frage)\b|\?\s*$"
)
_AT_WORK = guarded(
    r"\b(?:[Mm]itglied\w{0,3}|[Vv]orsitz\w{0,4}|[Ss]itz|[Ss]itzung(?:en)?|[Tt]reffen|[Ee]rgebnisse\w?|[Aa]rbeit|"
    r"[Tt]eilnehm\w+|[Bb]eratungen?|[Gg]espräche?n?|[Aa]bstimmung(?:en)?|[Dd]iskussion(?:en)?|[Vv]ertret\w+|"
    r"[Ll]eitung|[Ee]mpfehlung(?:en)?|[Zz]usammenk[uü]nfte?|[Bb]eschl[uü]ss\w*|[Ff]estlegung\w*|"
    r"[Zz]wischenst[aä]nd\w*|[Tt]ermine?n?|[Pp]rotokoll\w*) (?:in )?(?:de[rs]|dieser|ihrer|"
    r"unserer)(?: [a-zäöüß]+)?\s\Z|"
    r"\b(?:über|an|durch|von|mit|in) (?:der|die|den) (?:bestehende[nr]?|eingerichtete[nr]?|gegründete[nr]?) \Z"
)
"""What goes before the name of a group that is at work: nobody sits in one that is only thought of."""
_SUBJECT = guarded(r"(?:^|[.:;,] |\b(?:dass|weil|da|wenn|ob|und|habe|hat|wie) )(?:[Dd]ie|[Dd]er|[Dd]as|[Uu]nser\w*) \Z")
_DOES = guarded(r"\s[^.,;:]{0,80}\w")
_IS_THOUGHT = guarded(
    r"\s[^.,;:]{0,80}?\b(?:ist|sei|wäre|soll\w*|könn\w*|würde\w*|wird|werde|müss\w*|muss|fehlt|fehle|braucht|nicht)\b"
)
_AMONG = guarded(
    r"^[^.,;]{0,60}\b(?:vor(?:kommt|komme|kommen|kämen|kommend)|vertreten|sitz(?:t|e|en)|dabei|abgestimmt|"
    r"besprochen|beraten)\b"
)
_GOES_ON = guarded(
    r"(?:[Ee]r|[Ss]ie|[Ee]s|[Dd]eren|[Dd]essen|[Ii]hre?|[Ss]eine?|[Dd]iese[rs]?|[Dd]as Gremium|[Dd]ie (?:Gruppe|"
    r"Runde)) "
)
_OF_A_GROUP = guarded(
    r"\b(?:konstituier\w+|getagt|tagt\w*|zusammengetreten|zusammengekommen|Zusammentritt|gegründet|gebildet|"
    r"eingerichtet|"
    r"besteht aus|setzt sich|[Ee]rste[rsn]? (?:Sitzung|Treffen|Zusammenkunft)|[Ee]rstmals)\b"
)
_VERB_OF_MAKING = guarded(r"\b(?:wird|werden|werde) (?=[^.]{0,120}\b(?:eingesetzt|eingerichtet|gebildet)\b)")
_NAMES = guarded(r"„[^“”\n]{2,60}[“”]")
_FIRST = guarded(
    r"\b(?:[Zz]um ersten Mal|[Ee]rstmal\w*|[Kk]onstituier\w+|[Ee]rste[nrsm]? (?:Sitzung|Treffen|Zusammenkunft|Termin|"
    r"Zusammentritt)|Kick-?[Oo]ff\w*|Auftakt\w*)\b"
)
_DATE = guarded(
    r"\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d|\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember) 20\d\d"
)


def _run(a: Analysis) -> Iterator[Fact]:
    named = [m for m in _named(a) if not _in_row(a, m.start)]
    chosen: dict[tuple[str, str], list[GroupName]] = {}
    for mention in [*named, *_spoken_on(a, named)]:
        key = "" if mention.kind == "steering_group" else mention.name.casefold()
        chosen.setdefault((mention.kind, key), []).append(mention)
    tables = list(member_tables(a, [m for m in named if m.kind == "steering_group"]))
    for same in chosen.values():
        if several := _several(a, same):
            yield from several
        elif fact := _body(a, same, any(len(rows) for _, rows in tables)):
            yield fact
    for group, rows in tables:
        yield from table_members(a, group.name, rows)
    yield from prose_members(a, named, any(len(rows) > 1 for _, rows in tables))


def _spoken_on(a: Analysis, named: Sequence[GroupName]) -> Iterator[GroupName]:
    """Sentences that speak on of the group named just before them: "Er hat sich am 8. Februar konstituiert."."""
    starts = [s.start for s in a.sentences]
    for mention in named:
        i = bisect.bisect_right(starts, mention.start)
        after = a.sentences[i] if mention.kind == "steering_group" and i < len(starts) else None
        if after and after.block.kind != "row" and _GOES_ON.match(after.text) and _OF_A_GROUP.search(after.text):
            yield GroupName(mention.kind, after.start, after.start + 1, mention.name, after)


def _several(a: Analysis, same: Sequence[GroupName]) -> list[Fact]:
    """Groups that a sentence sets up together, each with its name: "zwei Projektgruppen: „A“ und „B“"."""
    for m in same:
        text = m.sentence.text if m.sentence else ""
        names = list(_NAMES.finditer(text, m.end - m.sentence.start)) if m.sentence else []
        if m.kind == "project_group" and len(names) > 1 and _weight(m) and re.search(r"(?:n|s)$", m.name):
            base, low_high = m.sentence.start if m.sentence else 0, _part(m)
            exists = not _AHEAD.search(_VERB_OF_MAKING.sub("", a.text[slice(*low_high)]))
            value = {
                "kind": m.kind,
                "exists": exists,
                "planned": not exists,
                "composition": None,
                "first_meeting": None,
            }
            return [a.fact("body", {"name": n.group(), **value}, base + n.start(), base + n.end()) for n in names]
    return []


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
    there = _EXISTS.search(part) is not None or (met is not None and not ahead) or has_table
    seen = best.kind == "steering_group" and there
    exists = (True if worked or seen else None) if bare else seen or not ahead
    absent = None if worked or has_table else next((m for m in same if _denied(m) and (bare or m is best)), None)
    if absent:
        best, (low, high), exists, bare = absent, _part(absent), False, False
    elif (exists is False and only_meeting(part)) or (exists and not has_table and not_met(part)):
        exists = None
    value = {
        "name": max((m.name for m in same if best.name in m.name), key=len),
        "kind": best.kind,
        "exists": exists,
        "planned": exists is False and absent is None,
        "composition": _list(next(g for g in made.groups() if g)) if made else "table" if has_table else None,
        "first_meeting": due(met.group(), a.date) if met else None,
    }
    more = [(first.sentence.start, first.sentence.end)] if first and first.sentence and first is not best else []
    start, end = (low, high) if not bare or worked or seen else (best.start, best.end)
    return a.fact("body", value, start, end, more=more)


def _at_work(m: GroupName) -> bool:
    """Whether the words around the name show the group at work; a question or a wish shows nothing."""
    text, at = (m.sentence.text, m.start - m.sentence.start) if m.sentence else ("", 0)
    before, after = text[:at], text[m.end - m.start + at :]
    if _ASKED.search(text) or _AHEAD.search(before):
        return False
    acts = _SUBJECT.search(before) and _DOES.match(after) and not _IS_THOUGHT.match(after)
    return bool(acts or _AT_WORK.search(before) or (before.endswith("in der ") and _AMONG.match(after)))


def _denied(m: GroupName) -> bool:
    """Whether the group's sentence says, and does not ask, that it is not there."""
    if m.sentence is None or m.sentence.block.kind == "heading" or _ASKED.search(m.sentence.text):
        return False
    return denied(m.sentence.text, m.start - m.sentence.start, m.end - m.sentence.start)


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


EXTRACTOR = Extractor(name="groups", version=5, kinds=("body", "body_member"), run=_run, after=("head",))
