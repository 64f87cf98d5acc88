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
from extractors.seats import told_seats
from extractors.structure import Block
from extractors.syntax import LONGEST

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
    r"(?:(?:[Ss]tändige|[Ss]timmberechtigte|[Bb]eratende|[Ww]eitere) )?(?:Mitglieder|Besetzung|Zusammensetzung|Sitze|"
    r"Teilnehmende)"
    r"(?: (?:sind|der Gruppe|des Gremiums))?(?: \([^()]{2,40}\))?:?"
)
_TAG = guarded(r"</?[a-z]{1,6}>")
_ORG = (
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
_COUNCIL = r"(?:Integrations(?:rat(?:e?s)?|beirat(?:e?s)?|ausschuss(?:es)?)|Beirats? für \w+)"
_IN_PROSE = guarded(
    rf"(?P<function>(?:(?:[Dd]er|[Dd]ie) )?(?:(?:Vorsitz(?:ende[rn]?)?|Sprecher(?:in)?|Mitglieder|"
    rf"Vertretung|Geschäftsführung) (?:des|der) )?(?:(?:[Dd]er|[Dd]ie) )?(?:{_COUNCIL}|"
    rf"[A-ZÄÖÜ]\w{{1,60}}leitungen|Wohlfahrtsverbände|Migrant\w{{1,60}}organisationen))"
    r"[^.;]{0,80}?\b(?:Mitglied|gehör\w+|vertreten|angehör\w+|Sitz und Stimme|stimmberechtigt)\b"
)
_ROLE = guarded(
    r"\b(?:stimmberechtigte[snm]? (?:Mitglied|Sitz)|Stimmrecht|beratende[sn]? Mitglied|mit beratender "
    r"Stimme|ohne Stimmrecht|ständige[sn]? Mitglied|Mitglied)\b"
)
_NOT_IN = guarded(
    r"\b(?:nicht|fordert|fordern|verlangt|einzusetzen|bittet|fragt|ob|soll\w*|möchte|wünscht|empfiehlt)\b"
)


_DEMANDED = guarded(r"\b(?:fordert|verlangt|fragt|bittet|wünscht|empfiehlt)\b")


_SEAT = guarded(
    r"\b(?:(?:darin|dort|hierin) (?:[^\W\d]+ ){0,5}vertreten|"
    r"Entsendung|entsendet|stimmberechtigt\w*|beratender Stimme|Sitz und Stimme)\b"
)
_GOES_ON = guarded(
    r"^(?:Ihr|Ihm|Sie|Dort|Darin|"
    r"Vertreten|Mitglieder|Den Vorsitz|Die Leitung|Vorsitz|Die Gruppe|Der Kreis|Die Runde|Außerdem|"
    r"Weitere|Ferner|Zudem|Geleitet|Stimmberechtigt\w*|Beratend\w*|Hinzu|Neben)\b"
)


@dataclass(frozen=True, slots=True)
class GroupName:
    """One naming of a group, with its sentence."""

    kind: str
    start: int
    end: int
    name: str
    sentence: Sentence | None


def member_tables(a: Analysis, named: Sequence[GroupName]) -> Iterator[tuple[GroupName, list[tuple[int, list[Span]]]]]:
    """Tables of members: rows under a heading row, or a list that "wie folgt besetzt:" announces."""
    done = -1
    for i, block in enumerate(a.blocks):
        if i <= done:
            continue
        headed = (
            block.kind == "row" and len(_HEAD.findall(a.text[block.start : min(block.end, block.start + 300)])) >= 2
        )
        before = a.blocks[i - 1] if i else None
        opened = before is not None and not headed and (before.kind != block.kind or a.text[before.end - 1] == ":")
        listed = opened and block.kind == "item" and before is not None and _announced(a, before)
        at = bisect.bisect_right(named, block.start, key=lambda m: m.end) if headed or opened else 0
        group = named[at - 1] if at and block.start - named[at - 1].end < 1500 else None
        titled = opened and group is not None and before is not None and _titled(a, before, group)
        if group is None or not (headed or listed or titled):
            continue
        run = _run_of(a.blocks, i + (headed or _is_header(a.text, block)), "row" if headed else block.kind)
        if (
            titled
            and not listed
            and (len(run) < 2 or (block.kind in ("text", "heading") and not _short_lines(a.text, run)))
        ):
            continue
        rows = [(n, cells) for n, b in enumerate(run, 1) if (cells := _cells(a.text, b))]
        done = i + len(run)
        yield group, [(n, cells) for n, (_, cells) in enumerate(rows, 1)]


def _goes_on(text: str) -> bool:
    """Whether a sentence speaks on of the group that the one before it names."""
    return bool(_GOES_ON.match(text) or _SEAT.search(text))


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
        end = block.body + match.start() + len(inner.rstrip())
        if end > start and re.search(r"\w", text[start:end]):
            cells.append((start, end))
    return cells


def table_members(a: Analysis, body: str, rows: Sequence[tuple[int, list[Span]]]) -> Iterator[Fact]:
    """One fact a row: its first cell is the function, its second the area."""
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
        return owned["org"], "municipality" if "reis" in owned["kind"] or "egion" in owned[
            "kind"
        ] else "member_municipality"
    tails = [function, *(function[m.end() :] for m in _OF.finditer(function))]
    for name in reversed(tails):
        kind = next((k for k, pattern in _ORG if pattern.search(name)), None)
        if kind:
            return nominative(name.split(" / ")[0]), kind
    return None, None


def prose_members(a: Analysis, named: Sequence[GroupName], listed: bool) -> Iterator[Fact]:
    """Seats told in a sentence: "Der Vorsitz des Integrationsrats ist Mitglied der Lenkungsgruppe"."""
    steering = [m for m in named if m.kind == "steering_group"]
    for sentence in a.sentences:
        at = bisect.bisect_left(steering, sentence.end, key=lambda m: m.start)
        low = sentence.start - (250 if "Gremium" in sentence.text or _goes_on(sentence.text) else 0)
        group = steering[at - 1] if at and steering[at - 1].start >= low else None
        if group is None or sentence.block.kind == "row" or len(sentence.text) > LONGEST:
            continue
        near = group.start >= sentence.start or bool(_goes_on(sentence.text))
        told = list(told_seats(sentence, near)) if not listed else []
        for place, chair in told:
            yield a.fact("body_member", _told_seat(a.text[slice(*place)], group.name, chair), *place)
        match = _IN_PROSE.search(sentence.text) if not told else None
        if match and _is_seat(sentence.text, match):
            end = sentence.end - (sentence.text[-1:] in ".!")
            value = {**_seat(sentence.text, match["function"]), "body": group.name}
            yield a.fact("body_member", value, sentence.start + match.start(), end)


def _told_seat(text: str, body: str, chair: bool) -> dict[str, object]:
    organization, kind = _organization(text)
    role = _ROLE.search(text)
    value = {"body": body, "row": None, "role": role.group() if role else None, "function": text, "area": None}
    return {**value, "organization": organization, "org_kind": kind, "chair": chair}


def _is_seat(text: str, match: re.Match[str]) -> bool:
    """Not a seat that is only demanded or asked for, nor one of the groups that the composition lists."""
    listed = MADE_OF.search(text) and not re.search(rf"{_COUNCIL}|leitungen", match["function"])
    return not listed and not _NOT_IN.search(match.group()) and not _DEMANDED.search(text[: match.start()])


def _seat(text: str, function: str) -> dict[str, object]:
    function = re.sub(r"^(?:[Dd]er|[Dd]ie) ", "", function)
    council = re.search(_COUNCIL, function)
    role = _ROLE.search(text)
    other = "member_municipality" if "leitungen" in function else None
    return {
        "row": None,
        "role": role.group() if role else None,
        "function": function,
        "area": None,
        "organization": re.sub(r"(rat|beirat|ausschuss)e?s$", r"\1", council.group()) if council else None,
        "org_kind": next((k for k, p in _ORG if p.search(function)), other),
        "chair": False,
    }
