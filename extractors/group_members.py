"""Members of a steering group: rows of a table, items of a list, seats told in a sentence."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from extractors.analysis import Analysis, Sentence
from extractors.organization_names import nominative
from extractors.structure import Block

MADE_OF = guarded(
    r"\baus (?:Akteur\w+|Vertret\w+|Mitglied\w+)(?: (?:von|der|des|aus))? (?P<a>[^.;()]{5,200}?) "
    r"(?:gegründet|gebildet|besteh|zusammengesetzt|eingerichtet)|"
    r"\bin (?:der|dem|denen) (?P<b>[^.;()]{5,200}?) vertreten (?:sind|seien|ist)|"
    r"\b(?:besteht|bestehe|bestehend) aus (?P<c>[^.;()]{5,200})|"
    r"\baus (?:den )?(?P<d>[^.;()]{5,120}?) (?:angehören|angehörten)"
)
_HEAD = guarded(
    r"(?i)\b(?:funktion|mitglied(?:er)?|name|institution|organisation|bereich|vertretung|vertreter\w*|besetzung|rolle|"
    r"dienststelle|person|stelle|vertreten|sitze?|stimm(?:recht|e)|entsendende|einrichtung|träger|gruppe|amt)\b"
)
_FILLED_BY = guarded(
    r"\b(?:wie folgt|folgende\w*|nachstehende\w*|folgendermaßen|besteht aus|bestehend aus|gehören|setzt "
    r"sich)\b|\b[Mm]itglieder\b[^:]{0,80}\b(?:sind|waren)\b"
)
_MEMBERS = guarded(
    r"\b(?:[Mm]itglied\w*|[Zz]usammensetzung|[Bb]esetzung|[Ss]itze?|[Ss]timmberechtigt\w*|[Tt]eilnehm\w+|gehör\w+|"
    r"vertreten)\b"
)
_TITLE = guarded(
    r"(?:(?:[Ss]tändige|[Ss]timmberechtigte|[Bb]eratende|[Ww]eitere|[Aa]ktuelle) )?(?:Mitglieder(?:liste)?|Besetzung|"
    r"Zusammensetzung|Sitze|Sitzverteilung|Teilnehmende|Teilnehmerkreis|Teilnehmer:innen|Teilnehmer(?:innen)?|"
    r"Wer sitzt am Tisch\?)"
    r"(?: (?:sind|der Gruppe|des Gremiums))?(?: \([^()]{2,40}\))?:?"
)
_TAG = guarded(r"</?[a-z]{1,6}>")
ORG_KINDS = (
    ("integration_council", guarded(r"Integrations(?:rat|beirat|ausschuss)")),
    ("ki", guarded(r"[Ii]ntegrationszentrum|\bKI\b")),
    ("job_centre", guarded(r"[Jj]obcenter|Integration Point")),
    ("employment_agency", guarded(r"Agentur für Arbeit|Arbeitsagentur")),
    (
        "welfare_associations",
        guarded(
            r"Caritas|Diakoni|AWO|Arbeiterwohlfahrt|DRK|Rotes Kreuz|Roten Kreuz|Paritätisch|Internationaler Bund|"
            r"Wohlfahrt|Malteser|Johanniter|SkF|SKM|Freie Träger"
        ),
    ),
    ("migrant_organisation", guarded(r"Migrant\w{0,60}organisation|\bMSO\b")),
    ("foreigners_authority", guarded(r"Ausländerbehörde|Ausländeramt")),
    ("adult_education", guarded(r"Volkshochschule|\bVHS\b")),
    ("ministry", guarded(r"Ministerium|\bBAMF\b")),
    ("state", guarded(r"Bezirksregierung|\bLand\b")),
    ("school", guarded(r"[Ss]chule\b|Hochschule|Universität")),
    ("municipal_office", guarded(r"\wamt\b|Fachbereich|Dezernat")),
)
_OWNED = guarded(
    r"^(?P<org>(?P<kind>Kreis|Stadt|Gemeinde|Städteregion|StädteRegion|Landkreis|Städteverbund) [^:]{2,40}):"
)
_OF = guarded(
    r"\b(?:de[rs]|beim?|vom|Geschäftsführung|Geschäftsleitung|Leitung|Teamleitung|Vorstand|Vertretung) (?=[A-ZÄÖÜ])"
)
_CHAIR = guarded(
    r"\b(?:[Ll]eitung|[Vv]orsitz|[Mm]oderation) (?:der|des|de[rs] \w{1,60}-?)? ?\w{0,60}(?:[Ll]enkungs|"
    r"[Ss]teuerungs)|^(?:Vorsitz|Leitung)$|\(Vorsitz|, Vorsitz$|^(?:stellv\w* )?Vorsitz:"
)
_OFFICE = guarded(
    r"(?i:leit(?:ung|er|erin)\b|dezernent|vorsitz|geschäftsführ|beigeordnet|sprecher|landrat|landrätin|bürgermeister|"
    r"vorstand|vorständin|teamlead|koordinat|direktor|präsident|beauftragte)"
)
_OTHER_LIST = guarded(
    r"\b(?:[Pp]artner|[Gg]äste|eingeladen|[Ff]ördermittel|Stellenanteile|[Tt]räger der|[Tt]hemen|[Aa]ufgaben|[Zz]iele|"
    r"[Hh]andlungsfelder|[Tt]agesordnung|Beschluss|[Vv]erteiler|beantrag\w+|beschließ\w+|nicht)\b"
)
_FIGURE = guarded(r"\d\s{0,3}(?:€|EUR|Euro|VZÄ|Stellen?|%)")
_MARK = guarded(r"(?:[a-z]{1,2}\)|\(?\d{1,2}[.)]|\([a-z\d]{1,2}\)|[-–•*·])\s{1,4}")


@dataclass(frozen=True, slots=True)
class GroupName:
    """One naming of a group, with its sentence."""

    kind: str
    start: int
    end: int
    name: str
    sentence: Sentence | None


def member_tables(a: Analysis, named: Sequence[GroupName]) -> Iterator[tuple[GroupName, list[tuple[int, list[Span]]]]]:
    """Tables and lists of members: rows under a heading row, items that a line announces, or a run of offices."""
    done = -1
    for i, block in enumerate(a.blocks):
        if i <= done:
            continue
        at = bisect.bisect_right(named, block.start, key=lambda m: m.end)
        group = named[at - 1] if at and block.start - named[at - 1].end < 1500 else None
        run = (_members_from(a, i, group) or _more_members(a, i, done)) if group else []
        if group and run:
            done = i + len(run)
            cells = [found for b in run if (found := _cells(a.text, b))]
            yield group, list(enumerate(cells, 1))


def _members_from(a: Analysis, i: int, group: GroupName) -> list[Block]:
    """The blocks from the i-th on that are members of the group named before them; none if they are not."""
    block, before = a.blocks[i], a.blocks[i - 1] if i else None
    if block.kind == "row" and len(_HEAD.findall(a.text[block.start : min(block.end, block.start + 300)])) >= 2:
        return _run_of(a.blocks, i + 1, "row")
    if before is None or not (before.kind != block.kind or before.end <= group.end or a.text[before.end - 1] in ":?"):
        return _offices(a, i, group) if before and _TITLE.fullmatch(a.text[before.start : before.end]) else []
    if offices := _offices(a, i, group):
        return offices
    if _OTHER_LIST.search(a.text[max(group.end, before.start) : block.start]):
        return []
    listed, titled = block.kind == "item" and _announced(a, before), _titled(a, before, group)
    if not (listed or titled):
        return []
    run = _run_of(a.blocks, i + _is_header(a.text, block), block.kind)
    short = block.kind not in ("text", "heading") or _short_lines(a.text, run)
    return run if listed or (len(run) > 1 and short) else []


def _more_members(a: Analysis, i: int, done: int) -> list[Block]:
    """The next part of a list in parts: offices under a label ("Städte und Gemeinden:") behind the last one."""
    label = a.blocks[i - 1] if i else None
    if label is None or done < 0 or i - 1 != done or label.end - label.start > 80 or a.text[label.end - 1] != ":":
        return []
    line = a.text[label.start : label.end]
    run = [] if _OTHER_LIST.search(line) else _run_of(a.blocks, i, a.blocks[i].kind)
    lines = [a.text[b.start : b.end] for b in run]
    fits = all(len(x) < 160 and _is_office(x) and not _FIGURE.search(x) for x in lines)
    return run if fits and a.blocks[i].kind == "item" else []


def _offices(a: Analysis, i: int, group: GroupName) -> list[Block]:
    """A run of three lines or more soon after the group's name, most of which name an office or an organisation."""
    first = a.blocks[i]
    if first.start - group.end > 500 or _OTHER_LIST.search(a.text[group.end : first.start]):
        return []
    run = []
    for block in a.blocks[i : i + 60]:
        line = a.text[block.start : block.end]
        if block.kind != first.kind or len(line) > 200 or (block.kind in ("text", "heading") and line[-1] in ".?:"):
            break
        run.append(block)
    held = [_is_office(a.text[b.start : b.end]) for b in run]
    if run and not held[0] and run[0].kind != "item":
        run, held = run[1:], held[1:]
    enough = len(run) > 2 and sum(held) * 3 >= len(run) * 2
    return run if enough and not any(_FIGURE.search(a.text[b.start : b.end]) for b in run) else []


def _is_office(line: str) -> bool:
    return bool(_OFFICE.search(line) or _OWNED.match(line) or any(pattern.search(line) for _, pattern in ORG_KINDS))


def _titled(a: Analysis, block: Block, group: GroupName) -> bool:
    """Whether a line names the group as what follows: "Mitglieder der Gruppe:", "Lenkungsgruppe (Stand ...)"."""
    text = a.text[block.start : block.end]
    if not (block.start <= group.start < block.end) or len(text) > 400:
        return bool(_TITLE.fullmatch(text)) and block.start - group.end < 400
    return (bool(_MEMBERS.search(text)) and (text.endswith(":") or len(text) < 100)) or (
        len(text) < 70 and text.endswith(":")
    )


def _is_header(text: str, block: Block) -> bool:
    """Whether a row only names columns: a word of such a kind in it, and every cell a word or two."""
    cells = [text[a:b] for a, b in _cells(text, block)] if block.kind == "row" else []
    return len(cells) > 1 and any(_HEAD.fullmatch(c) for c in cells) and all(len(c.split()) < 3 for c in cells)


def _short_lines(text: str, run: Sequence[Block]) -> bool:
    return all(b.end - b.start < 110 and text[b.end - 1] not in ".?:" for b in run)


def _announced(a: Analysis, block: Block) -> bool:
    text = a.text[max(block.start, block.end - 400) : block.end]
    return text.endswith(":") and bool(_FILLED_BY.search(text))


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
        mark = _MARK.match(text, start)
        start = mark.end() if mark else start
        end = block.body + match.start() + len(inner.rstrip(" ,;\t\n"))
        if end > start and re.search(r"\w", text[start:end]):
            cells.append((start, end))
    return cells[1:] if len(cells) > 1 and re.fullmatch(r"\d{1,3}\.?", text[slice(*cells[0])]) else cells


def table_members(a: Analysis, body: str, rows: Sequence[tuple[int, list[Span]]]) -> Iterator[Fact]:
    """One fact a row: its first cell is the function, its second the area."""
    for row, cells in rows:
        function = a.text[slice(*cells[0])]
        area = a.text[slice(*cells[1])] if len(cells) > 1 else None
        organization, kind = organization_of(function)
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


def organization_of(function: str) -> tuple[str | None, str | None]:
    """The organisation that a function names ("Kreis X: Leitung ...", "Vorstand des ...") and its kind."""
    owned = _OWNED.match(function)
    if owned:
        return owned["org"], "municipality" if "reis" in owned["kind"] or "egion" in owned[
            "kind"
        ] else "member_municipality"
    tails = [function, *(function[m.end() :] for m in _OF.finditer(function))]
    for name in reversed(tails):
        kind = next((k for k, pattern in ORG_KINDS if pattern.search(name)), None)
        if kind:
            return nominative(name.split(" / ")[0]), kind
    return None, None
