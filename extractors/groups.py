"""Steering and project groups: whether they exist, who sits in them, when they first met.

Members stand in a table or list under the group's name ("Funktion | Bereich"), or in prose ("gehöre der Lenkungsgruppe
als stimmberechtigtes Mitglied an").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.evidence import Fact, Span
from extractors.analysis import Analysis, Extractor, Sentence
from extractors.commitments import due
from extractors.organizations import nominative
from extractors.structure import Block

_STEERING = r"(?:(?:KIM|Projekt|Integrations)-?)?(?:[Ll]enkungs|[Ss]teuerungs)(?:gruppe|kreis|gremium|ausschuss|runde)(?:n|s|es)?"
_PROJECT = r"(?:Projekt(?:arbeits|lenkungs)?gruppe|[Aa]rbeitsgruppe|AG(?= [„A-ZÄÖÜ])|Koordinierungsgruppe|Fachgruppe|Unterarbeitsgruppe)n?"
_WORKING = r"Arbeitskreis(?:es|en|e)?"
_TAIL = r"(?: (?:de[rs] (?:Kreises|Stadt|KIM|Kommunalen Integrationsmanagements)\b(?: [A-ZÄÖÜ][\w-]+)?|(?:zu[rm]|für das|für) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+(?: „[^“”\n]{2,60}[“”])?))?"
_GROUP = re.compile(
    rf"(?<![\w-])(?:(?P<steering_group>{_STEERING}){_TAIL}|(?P<project_group>{_PROJECT}){_TAIL}|(?P<working_group>{_WORKING}){_TAIL})(?![\w-])"
)
_FOUNDED = re.compile(
    r"\b(?:gegründet\w*|[Kk]onstituier\w+|[Zz]um ersten Mal|[Ee]rstmals|erst(?:e|en|es|er) (?:Sitzung|Treffen)|eingerichtet|gebildet|bilden|eingesetzt|einberufen|zusammen(?:getreten|gekommen)?|"
    r"Gründung|Bildung|Einrichtung|bestehend|besteht aus|setzt sich|vertreten|angehör\w*|gehör\w+|tagt\w*)\b"
)
_AHEAD = re.compile(r"\b(?:soll\w*|künftige\w*|geplant\w*|voraussichtlich|wird|werde|Gründung|Bildung einer|beabsichtigt)\b")
_EXISTS = re.compile(r"\b(?:wurde|kam|kamen|hat|traf\w*|tagte|gegründeten|eingerichteten|bisherigen|gehör\w+|vertreten (?:ist|sind)|ist in der|angehören|ist sie)\b")
_FIRST = re.compile(r"\b(?:[Zz]um ersten Mal|[Ee]rstmals|konstituier\w+|erste[nrs]? (?:Sitzung|Treffen)|erstmalig)\b")
_DATE = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d|\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) 20\d\d")
_MADE_OF = re.compile(
    r"\baus (?:Akteur\w+|Vertret\w+|Mitglied\w+)(?: (?:von|der|des|aus))? (?P<a>[^.;()]{5,200}?) "
    r"(?:gegründet|gebildet|besteh|zusammengesetzt|eingerichtet)|"
    r"\bin (?:der|dem|denen) (?P<b>[^.;()]{5,200}?) vertreten (?:sind|seien|ist)|"
    r"\b(?:besteht|bestehe|bestehend) aus (?P<c>[^.;()]{5,200})|"
    r"\baus (?:den )?(?P<d>[^.;()]{5,120}?) (?:angehören|angehörten)"
)
_HEAD = re.compile(
    r"(?i)\b(?:funktion|mitglied(?:er)?|name|institution|organisation|bereich|vertretung|vertreter\w*|besetzung|rolle|"
    r"dienststelle|person)\b"
)
_FILLED_BY = re.compile(r"\b(?:wie folgt|folgende\w*|nachstehende\w*|folgendermaßen)\b")
_TAG = re.compile(r"</?[a-z]{1,6}>")
_ORG = (
    ("integration_council", re.compile(r"Integrations(?:rat|beirat|ausschuss)")),
    ("ki", re.compile(r"[Ii]ntegrationszentrum|\bKI\b")),
    ("job_centre", re.compile(r"[Jj]obcenter|Integration Point")),
    ("employment_agency", re.compile(r"Agentur für Arbeit|Arbeitsagentur")),
    (
        "welfare_associations",
        re.compile(
            r"Caritas|Diakoni|AWO|Arbeiterwohlfahrt|DRK|Rotes Kreuz|Roten Kreuz|Paritätisch|Internationaler Bund|"
            r"Wohlfahrt|Malteser|Johanniter|SkF|SKM|Freie Träger"
        ),
    ),
    ("migrant_organisation", re.compile(r"Migrant\w*organisation|\bMSO\b")),
    ("foreigners_authority", re.compile(r"Ausländerbehörde|Ausländeramt")),
    ("adult_education", re.compile(r"Volkshochschule|\bVHS\b")),
    ("ministry", re.compile(r"Ministerium|\bBAMF\b")),
    ("state", re.compile(r"Bezirksregierung|\bLand\b")),
    ("school", re.compile(r"[Ss]chule\b|Hochschule|Universität")),
    ("municipal_office", re.compile(r"\w+amt\b|Fachbereich|Dezernat")),
)
_OWNED = re.compile(
    r"^(?P<org>(?P<kind>Kreis|Stadt|Gemeinde|Städteregion|StädteRegion|Landkreis|Städteverbund) [^:]{2,40}):"
)
_OF = re.compile(
    r"\b(?:de[rs]|beim?|vom|Geschäftsführung|Geschäftsleitung|Leitung|Teamleitung|Vorstand|Vertretung) (?=[A-ZÄÖÜ])"
)
_CHAIR = re.compile(r"\b(?:[Ll]eitung|[Vv]orsitz|[Mm]oderation) (?:der|des|de[rs] \w+-?)? ?\w*(?:[Ll]enkungs|[Ss]teuerungs)|^(?:Vorsitz|Leitung)$")
_COUNCIL = r"(?:Integrations(?:rat(?:e?s)?|beirat(?:e?s)?|ausschuss(?:es)?)|Beirats? für \w+)"
_IN_PROSE = re.compile(
    rf"(?P<function>(?:(?:[Dd]er|[Dd]ie) )?(?:(?:Vorsitz(?:ende[rn]?)?|Sprecher(?:in)?|Mitglieder|Vertretung|Geschäftsführung) (?:des|der) )?(?:(?:[Dd]er|[Dd]ie) )?(?:{_COUNCIL}|[A-ZÄÖÜ]\w+leitungen|Wohlfahrtsverbände|Migrant\w+organisationen))"
    r"[^.;]{0,80}?\b(?:Mitglied|gehör\w+|vertreten|angehör\w+|Sitz und Stimme|stimmberechtigt)\b"
)
_ROLE = re.compile(r"\b(?:stimmberechtigte[sn]? Mitglied|beratende[sn]? Mitglied|mit beratender Stimme|ohne Stimmrecht|ständige[sn]? Mitglied|Mitglied)\b")
_NOT_IN = re.compile(r"\b(?:nicht|fordert|fordern|verlangt|einzusetzen|bittet|fragt|ob|soll\w*|möchte|wünscht|empfiehlt)\b")


@dataclass(frozen=True, slots=True)
class _Named:
    kind: str
    start: int
    end: int
    name: str
    sentence: Sentence | None


def _run(a: Analysis) -> Iterator[Fact]:
    named = [m for m in _named(a) if not _in_row(a, m.start)]
    chosen: dict[tuple[str, str], list[_Named]] = {}
    for mention in named:
        key = "" if mention.kind == "steering_group" else mention.name.casefold()
        chosen.setdefault((mention.kind, key), []).append(mention)
    tables = list(_tables(a, [m for m in named if m.kind == "steering_group"]))
    for same in chosen.values():
        if fact := _body(a, same, any(len(rows) for _, rows in tables)):
            yield fact
    for group, rows in tables:
        yield from _members(a, group.name, rows)
    yield from _prose_members(a, named)


def _named(a: Analysis) -> Iterator[_Named]:
    for match in _GROUP.finditer(a.text):
        yield _Named(str(match.lastgroup), match.start(), match.end(), re.sub(r"\s+", " ", match.group()), a.sentence_at(match.start()))


def _in_row(a: Analysis, offset: int) -> bool:
    block = a.block_at(offset)
    return block is None or block.kind == "row"


def _body(a: Analysis, same: Sequence[_Named], has_table: bool) -> Fact | None:
    """The group at its most telling mention: a founding, a first meeting or members before a bare name."""
    best = max(same, key=lambda m: (_weight(m), len(m.name) > 16, -m.start))
    if best.kind != "steering_group" and _weight(best) == 0:
        return None
    text = best.sentence.text if best.sentence else ""
    low, high = _part(best)
    part = a.text[low:high]
    made = _MADE_OF.search(text)
    first = next((m for m in same if m.sentence and _FIRST.search(m.sentence.text) and _DATE.search(m.sentence.text)), None)
    met = _DATE.search(first.sentence.text) if first and first.sentence else None
    exists = bool(_EXISTS.search(part)) or met is not None or has_table or not _AHEAD.search(part)
    value = {
        "name": max((m.name for m in same), key=len),
        "kind": best.kind,
        "exists": exists if best.kind == "steering_group" else not _AHEAD.search(part),
        "composition": _list(next(g for g in made.groups() if g)) if made else "table" if has_table else None,
        "first_meeting": due(met.group(), a.date) if met else None,
    }
    more = [(first.sentence.start, first.sentence.end)] if first and first.sentence and first is not best else []
    start, end = (low, high) if _weight(best) else (best.start, best.end)
    return a.fact("body", value, start, end, more=more)


def _weight(m: _Named) -> int:
    """How much a mention tells: one that founds, fills or dates the group; questions and demands tell nothing."""
    text = m.sentence.text if m.sentence else ""
    asked = re.search(r"\b(?:fragt|bittet|fordert|verlangt|empfiehlt|wissen)\b", text)
    if m.sentence is None or m.sentence.block.kind == "heading" or asked:
        return 0
    first = bool(_FIRST.search(text))
    return 2 * first + (first and bool(_DATE.search(text))) + bool(_FOUNDED.search(text)) + bool(_MADE_OF.search(text))


def _part(m: _Named) -> Span:
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
        clause = re.compile(r",|\.(?=\s|$)|$").search(text, m.end - base)
        low, high = comma + 2 if comma >= 0 else low, clause.start() if clause else high
    return base + low, base + high


def _list(text: str) -> list[str]:
    parts = re.split(r", (?:und |sowie )?| und (?=[A-ZÄÖÜ]|die |den |der )| sowie ", text)
    return [re.sub(r"^(?:die|den|der|das|mehrere|von) ", "", p.strip()) for p in parts if p.strip()]


def _tables(a: Analysis, named: Sequence[_Named]) -> Iterator[tuple[_Named, list[tuple[int, list[Span]]]]]:
    """Tables of members: rows under a heading row, or a list that "wie folgt besetzt:" announces."""
    done = -1
    for i, block in enumerate(a.blocks):
        if i <= done:
            continue
        group = next((m for m in reversed(named) if m.end <= block.start and block.start - m.end < 1500), None)
        if group is None:
            continue
        if block.kind == "row" and len(_HEAD.findall(a.text[block.start : block.end])) >= 2:
            run = _run_of(a.blocks, i + 1, "row")
        elif block.kind == "item" and i and _announced(a, a.blocks[i - 1], group):
            run = _run_of(a.blocks, i, "item")
        else:
            continue
        rows = [(n, cells) for n, b in enumerate(run, 1) if (cells := _cells(a.text, b))]
        done = i + len(run)
        yield group, [(n, cells) for n, (_, cells) in enumerate(rows, 1)]


def _announced(a: Analysis, block: Block, group: _Named) -> bool:
    text = a.text[block.start : block.end]
    return bool(_FILLED_BY.search(text)) and text.endswith(":") and group.start >= block.start - 400


def _run_of(all_blocks: Sequence[Block], start: int, kind: str) -> list[Block]:
    run = []
    for block in all_blocks[start:]:
        if block.kind != kind:
            break
        run.append(block)
    return run


def _cells(text: str, block: Block) -> list[Span]:
    """Ranges of the cells of a row without markup; empty for a row of dashes."""
    cells = []
    for match in re.finditer(r"[^\t|]+", text[block.body : block.end]):
        inner = _TAG.sub(lambda m: " " * len(m.group()), match.group())
        start = block.body + match.start() + len(inner) - len(inner.lstrip())
        end = block.body + match.start() + len(inner.rstrip())
        if end > start and re.search(r"\w", text[start:end]):
            cells.append((start, end))
    return cells


def _members(a: Analysis, body: str, rows: Sequence[tuple[int, list[Span]]]) -> Iterator[Fact]:
    for row, cells in rows:
        function = a.text[slice(*cells[0])]
        area = a.text[slice(*cells[1])] if len(cells) > 1 else None
        organization, kind = _organization(function)
        value = {
            "body": body,
            "row": row,
            "role": None,
            "function": function,
            "area": area,
            "organization": organization,
            "org_kind": kind,
            "chair": bool(_CHAIR.search(area or "") or _CHAIR.search(function)),
        }
        yield a.fact("body_member", value, *cells[0], more=cells[1:2])


def _organization(function: str) -> tuple[str | None, str | None]:
    """The organisation that a function names ("Kreis X: Leitung ...", "Vorstand des ...") and its kind."""
    owned = _OWNED.match(function)
    if owned:
        return owned["org"], "municipality" if "reis" in owned["kind"] or "egion" in owned["kind"] else "member_municipality"
    tails = [function, *(function[m.end() :] for m in _OF.finditer(function))]
    for name in reversed(tails):
        kind = next((k for k, pattern in _ORG if pattern.search(name)), None)
        if kind:
            return nominative(name.split(" / ")[0]), kind
    return None, None


def _prose_members(a: Analysis, named: Sequence[_Named]) -> Iterator[Fact]:
    """"Der Vorsitz des Integrationsrats ist Mitglied der Lenkungsgruppe": a seat told in a sentence."""
    steering = [m for m in named if m.kind == "steering_group"]
    for sentence in a.sentences:
        match = _IN_PROSE.search(sentence.text)
        here = [m for m in steering if sentence.start <= m.start < sentence.end]
        before = [m for m in steering if sentence.start - 250 < m.start < sentence.start] if "Gremium" in sentence.text else []
        if sentence.block.kind == "row" or not match or not (here or before):
            continue
        subject = sentence.text[: match.start()]
        told = _MADE_OF.search(sentence.text) and not re.search(rf"{_COUNCIL}|leitungen", match["function"])
        if told or _NOT_IN.search(match.group()) or re.search(r"\b(?:fordert|verlangt|fragt|bittet|wünscht|empfiehlt)\b", subject):
            continue
        function = re.sub(r"^(?:[Dd]er|[Dd]ie) ", "", match["function"])
        council = re.search(_COUNCIL, function)
        role = _ROLE.search(sentence.text)
        kind = "integration_council" if council else next((k for k, p in _ORG if p.search(function)), "member_municipality" if "leitungen" in function else None)
        value = {
            "body": (here or before)[-1].name,
            "row": None,
            "role": role.group() if role else None,
            "function": function,
            "area": None,
            "organization": re.sub(r"(?:e?s)$", "", council.group()) if council and not council.group().endswith("ausschuss") else council.group() if council else None,
            "org_kind": kind,
            "chair": False,
        }
        end = sentence.end - (sentence.text[-1:] in ".!")
        yield a.fact("body_member", value, sentence.start + match.start(), end)


EXTRACTOR = Extractor(name="groups", version=1, kinds=("body", "body_member"), run=_run)
