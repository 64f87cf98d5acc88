"""Organisations beside the municipality itself: centres, ministries, associations, authorities, one fact each.

Classes of words tell the kind; a tail of the name ("des Kreises ...", "e.V.", "(KI)") belongs to it. Of several
mentions the longest is taken. Generic words ("die Wohlfahrtsverbände") count where no association is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.bodies import name_key
from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor

_PLACE = r"[A-ZÄÖÜ][\w-]+(?:[- ](?:am|an der|a\.) ?(?:Rhein|Main|Ruhr|Lippe|Neckar|See|R\.|M\.|d\. ?R\.))?"
_OWNER = (
    rf"(?: (?:de[rs] (?:Stadt|Kreises|Gemeinde|Städteregion|StädteRegion|Landkreises|Städteverbundes) "
    rf"{_PLACE}|in {_PLACE}))"
)
_SHORT = r"(?: \((?!Modul|Baustein|vgl)[A-ZÄÖÜ][\w .-]{0,14}\))"
_BRANCH = (
    r"(?: (?:Kreis|Stadt|Bezirks|Orts|Landes)verband(?:e?s)?)?(?: (?:im Kirchenkreis|für das Dekanat|für die "
    r"Region|für den Kreis|für die Stadt|im Kreis|in der Region))?"
)
_NAMED = rf"{_BRANCH}(?: (?!Die\b|Der\b|Das\b){_PLACE}){{0,2}}(?: e\. ?V\.)?"
_CLASSES: tuple[tuple[str, str, str], ...] = (
    (
        "ministry",
        "",
        r"Ministeriums? für [A-ZÄÖÜ]\w+(?:,? (?:und |des (?!Landes)|der )?[A-ZÄÖÜ]\w+){0,8}(?: des Landes "
        r"(?:NRW|Nordrhein-Westfalens?))?(?: \([A-ZÄÖÜ]{3,8}\))?",
    ),
    ("ministry", "", r"(?<=das |dem |vom )(?:MKFFI|MKJFGFI|MAGS|MKULNV|BMI|BAMF|MHKBG)(?: NRW)?(?!\w)"),
    ("state", "land", r"Land(?:es)? (?:NRW|Nordrhein-Westfalens?)"),
    ("state", "", rf"Kompetenzzentrums? für Integration(?: bei der Bezirksregierung {_PLACE})?{_SHORT}?"),
    ("state", "bezirksregierung", rf"Bezirksregierung {_PLACE}"),
    ("state", "lako", r"(?:ehemaligen )?Landeskoordinierungsstelle(?: der)?(?: Kommunalen? Integrationszentren)?"),
    (
        "ki",
        "ki",
        rf"(?:Kommunale[sn]?|Regionale[sn]?|Städtische[sn]?) Integrationszentrum(?:s)?{_SHORT}?{_OWNER}?{_SHORT}?",
    ),
    (
        "ki",
        "ki",
        rf"(?:Kreisintegrationszentrum|Bildungs- und Integrationszentrum|Zentrums? für (?:[Kk]ommunale "
        rf")?(?:Bildung und Integration|Integration und Bildung))s?{_SHORT}?{_OWNER}?{_SHORT}?",
    ),
    ("ki", "ki many", r"Kommunale[nr]? Integrationszentren"),
    ("welfare_associations", "caritas", rf"Caritas(?:verband(?:e?s)?)?{_NAMED}"),
    ("welfare_associations", "diakonie", rf"(?:Diakonische[sn]? Werk(?:e?s)?|Diakonie){_NAMED}"),
    ("welfare_associations", "awo", rf"(?:AWO|Arbeiterwohlfahrt)(?!\w){_NAMED}"),
    (
        "welfare_associations",
        "drk",
        rf"(?:Deutsche[sn]? Roten? Kreuz(?:es)?|Deutsches Rotes Kreuz|DRK)(?!\w){_NAMED}{_SHORT}?",
    ),
    ("welfare_associations", "pari", rf"(?:Deutsche[nr]? )?Paritätische[nrs]?(?: Wohlfahrtsverband(?:e?s)?)?{_NAMED}"),
    ("welfare_associations", "ib", r"Internationale[nr]? Bund(?:es)?(?: für \w+(?: und \w+ \w+)?)?"),
    (
        "welfare_associations",
        "malteser",
        rf"(?:Malteser|Johanniter|Sozialdienst katholischer (?:Frauen|Männer)|SkF|SKM)(?!\w){_NAMED}",
    ),
    (
        "welfare_associations",
        "ag",
        r"(?:Arbeitsgemeinschaft|Liga|AG)(?: der)? (?:(?:[Ff]reien )?Wohlfahrtspflege|"
        r"(?:freien )?Wohlfahrtsverbände)(?!n)",
    ),
    (
        "welfare_associations",
        "all",
        r"(?:(?:Vertret\w+|Träger[ns]?|Partner[ns]?|Verbände[ns]?|Arbeitsgemeinschaft) (?:aus )?der "
        r")?(?:[Ff]reien Wohlfahrtspflege|freien Wohlfahrtsverbänden?|Wohlfahrtsverbänden?|freien "
        r"Trägern?)",
    ),
    (
        "migrant_organisation",
        "mso",
        r"Migrant(?:en|innen|\*innen|:innen)(?:- und \w+)?-?(?:selbst)?organisation(?:en)?",
    ),
    (
        "foreigners_authority",
        "abh",
        rf"(?:[Gg]emeinsamen? )?(?:Ausländer- und (?:Einbürgerungs|Staatsangehörigkeits)behörde|"
        rf"Ausländerbehörde|Ausländeramt(?:e?s)?|Zentrale[nr]? Ausländerbehörde|"
        rf"Einbürgerungsbehörde)(?!n){_OWNER}?",
    ),
    ("job_centre", "job", rf"Jobcenters?(?: (?:Kreis|Stadt|im Kreis|de[rs] (?:Stadt|Kreises)))?(?: {_PLACE})?"),
    (
        "employment_agency",
        "agentur",
        rf"(?:Bundesagentur|Agentur) für Arbeit(?: {_PLACE})?|Arbeitsagentur(?: {_PLACE})?",
    ),
    ("adult_education", "vhs", rf"(?:VHS|Volkshochschule)(?!\w)(?:{_OWNER}|(?: {_PLACE}))?"),
    ("integration_council", "", rf"Integrations(?:rat(?:e?s)?|ausschuss(?:es)?){_OWNER}"),
    (
        "school",
        "",
        rf"(?:Gesamt|Grund|Real|Haupt|Hoch|Förder)schule {_PLACE}|(?:Gymnasium|Berufskolleg|Universität) {_PLACE}",
    ),
    (
        "municipal_office",
        "",
        r"[A-ZÄÖÜ][a-zäöü]{3,20}(?<!Ausländer)amt(?:e?s)?(?= (?:angesiedelt|verortet|eingerichtet|"
        r"angebunden|angedockt|untergebracht))",
    ),
    ("other", "", r"(?:[A-ZÄÖÜ][\w-]+ ){1,4}e\. ?V\."),
)
"""Kind, key that joins the spellings of one organisation (empty: the words themselves), and the name's expression."""
_PATTERNS = tuple((kind, key, guarded(rf"(?<![\w-])(?:{pattern})")) for kind, key, pattern in _CLASSES)
_TOWN = guarded(
    rf"(?<![\w-])(?P<what>Stadt|Kreis(?:es)?|Landkreis(?:es)?|Gemeinde|StädteRegion|Städteregion|Städten?|"
    rf"Gemeinden) (?P<place>(?!Integration|Verwaltung){_PLACE}(?:(?:, {_PLACE}){{0,6}} und {_PLACE}(?: "
    rf"{_PLACE})?)?)"
)
_PARTNER = guarded(
    r"(?:\b(?:mit|und|an|bei|beim|zwischen) (?:de[rmn] )?|\b(?:KIM|Integrationsmanagements?) (?:de[rs]) |"
    r"\berhalten (?:die )?|\b(?:[Dd]er|[Dd]ie) |\bbeim )$"
)
_POSTS = guarded(r"\b(?:Stellen?|VZÄ|Vollzeit\w+|Baustein\w*|Modul\w*|Pauschale\w*|\w+stellen?)\b")
_TOGETHER = guarded(
    r"\b(?:Zusammenarbeit|Absprache\w*|abgesprochen|Abstimmung|Vereinbarung\w*|Kooperation\w*|Vorgehen)\b"
)
_ASKED = guarded(r"\b(?:fragt|fragen|wissen|erkundig\w+)\b")
_NOMINATIVE = (
    (r"\bKommunalen? (?=Integrationszentrum)", "Kommunales "),
    (r"\b(Integrationszentrum|Zentrum|Ministerium|Kompetenzzentrum|Jobcenter)s\b", r"\1"),
    (r"\bDiakonischen Werk(?:es|s)?\b", "Diakonisches Werk"),
    (r"\bDeutschen Roten Kreuz(?:es)?\b", "Deutsches Rotes Kreuz"),
    (r"(verband)e?s\b", r"\1"),
    (r"^Landes\b", "Land"),
    (r"^gemeinsamen\b", "gemeinsame"),
    (r"^Kreises\b", "Kreis"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    kind: str
    key: str
    start: int
    end: int
    name: str


def _run(a: Analysis) -> Iterator[Fact]:
    found = sorted(_mentions(a), key=lambda m: (m.start, -m.end))
    best: dict[tuple[str, str], _Mention] = {}
    for mention in found:
        key = (mention.kind, mention.key)
        if key not in best or _rank(a, mention) > _rank(a, best[key]):
            best[key] = mention
    kinds = Counter(m.kind for m in best.values())
    for mention in sorted(best.values(), key=lambda m: m.start):
        generic = mention.key in ("all", "ki many")
        if generic and kinds[mention.kind] > 1:
            continue
        value = {"name": nominative(mention.name), "kind": mention.kind, "role": _role(a, mention)}
        yield a.fact("organization", value, mention.start, mention.end)


def _rank(a: Analysis, mention: _Mention) -> tuple[int, bool]:
    """The longest name tells most; of equal ones that which acts (nominative)."""
    before = a.text[max(0, mention.start - 16) : mention.start]
    acts = re.search(r"(?:^|[.,;\n] ?|\b(?:dass|und|ob|hat|habe) )(?:[Dd]er|[Dd]ie|[Dd]as) $", before)
    return len(mention.name), bool(acts)


def _mentions(a: Analysis) -> Iterator[_Mention]:
    own = _own(a)
    taken: set[int] = set()
    for kind, key, pattern in _PATTERNS:
        for match in pattern.finditer(a.text):
            if match.start() in taken or match.end() - 1 in taken:
                continue
            taken.update(range(*match.span()))
            if _counts(a, kind, match, own):
                name = match.group()
                yield _Mention(kind=kind, key=key or _key(name), start=match.start(), end=match.end(), name=name)
    yield from _towns(a, own, taken)


def _counts(a: Analysis, kind: str, match: re.Match[str], own: set[str]) -> bool:
    """Not in a table, and not where the office is only the place of posts or part of a question."""
    block = a.block_at(match.start())
    if block is None or block.kind == "row":
        return False
    sentence = a.sentence_at(match.start())
    text = sentence.text if sentence else ""
    if kind == "foreigners_authority":
        return not _POSTS.search(text) or bool(_TOGETHER.search(text))
    if kind == "migrant_organisation":
        return not _ASKED.search(text) and "ei Bedarf" not in text
    if kind == "integration_council":
        return name_key(re.split(r" (?:Stadt|Kreises|Gemeinde) ", match.group())[-1]) not in own
    return True


def _towns(a: Analysis, own: set[str], taken: set[int]) -> Iterator[_Mention]:
    """Other municipalities that act together with the document's own one, not in another programme."""
    for match in _TOWN.finditer(a.text):
        block = a.block_at(match.start())
        if block is None or block.kind in ("row", "heading") or match.start() in taken:
            continue
        programme = a.programme(match.start())
        partner = _PARTNER.search(a.text[max(0, match.start() - 30) : match.start()])
        if not partner or name_key(match.group()) in own or (programme and not programme.own):
            continue
        several = match["what"].startswith(("Städte", "Gemeinden")) and " und " in match["place"]
        kind = "member_municipality" if several else "municipality"
        yield _Mention(kind=kind, key=name_key(match.group()), start=match.start(), end=match.end(), name=match.group())


def _own(a: Analysis) -> set[str]:
    """Keys of the document's own municipality: the stated one, else the one named most."""
    stated = [str(f.value.get("name")) for f in a.stated("municipality")]
    if stated:
        return {name_key(name) for s in stated for name in (s, s.split(" ", 1)[-1])}
    counted = Counter(name_key(m.group()) for m in _TOWN.finditer(a.text) if " und " not in m.group())
    most = counted.most_common(1)
    return {most[0][0], most[0][0].split(" ", 1)[-1]} if most and most[0][1] > 1 else set()


def _key(name: str) -> str:
    short = re.search(r"\(([A-ZÄÖÜ]{3,8})\)", name)
    return (short[1] if short else re.sub(r"(?<=\w)(?:s|n)\b| NRW$", "", name)).casefold()


def nominative(name: str) -> str:
    """A name as it stands alone: the commonest genitive and dative endings undone."""
    for pattern, plain in _NOMINATIVE:
        name = re.sub(pattern, plain, name)
    return name


def _role(a: Analysis, mention: _Mention) -> str | None:
    """What the clause around the name says of it, in the text's words."""
    sentence = a.sentence_at(mention.start)
    if sentence is None or sentence.block.kind == "heading":
        return None
    low = max(a.text.rfind(mark, sentence.start, mention.start) for mark in (", ", "; ", ": "))
    stops = [i for mark in (", ", ";") if (i := a.text.find(mark, mention.end, sentence.end)) >= 0]
    start, end = (low + 2 if low >= 0 else sentence.start), min(stops, default=sentence.end)
    return re.sub(r"\s+", " ", a.text[start:end]).strip(" .") or None


EXTRACTOR = Extractor(name="organizations", version=2, kinds=("organization",), run=_run, after=("head",))
