"""Organisations beside the municipality itself that have a part in the matter, one fact each.

Of several mentions the longest is taken. An office that is only the place of posts, a partner that is only asked about,
a ministry that only leads another programme and a town that only serves for comparison have no part in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.bodies import name_key
from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis, Extractor
from extractors.applying_towns import applying_towns
from extractors.organization_names import NAMES, PLACE, TOWN, nominative

_ARTICLE = guarded(r"\b(?:das|dem|des|im|beim|vom|zum|ins|ans|unser(?:em|es)?|[Dd]as|Im|Beim|Vom) $")
_TITLE = guarded(r"(?m)^(?:Zu |Öffentlich )?(?:Punkt|TOP|Tagesordnungspunkt|Ö) ?\d{1,3}(?:\.\d{1,2})?\b.{3,200}$")
_WITH = (
    r"\b(?:[Mm]it|[Zz]wischen|seitens|durch|gemeinsam mit|neben|samt|nebst|gegenüber) (?:de[rmn] |unser\w* )?"
    r"(?:zuständigen |benachbarten |kreisfreien |kreisangehörigen |gemeinsamen |örtlichen )?$"
)
_KIM_OF = guarded(
    r"\b(?:KIM(?:-[A-Z]\w+)?|Integrationsmanagements?|[Cc]ase[ -]?[Mm]anagements?|Fallmanagements?) "
    r"(?:de[rs]|im|in der|beim|von) "
    r"(?:[a-zäöü]{5,20} )?$"
)
_PARTNER = guarded(
    rf"(?:{_WITH}|\b(?:und|an|bei|beim) (?:de[rmn] )?(?:[a-zäöü]{{5,20}} )?|"
    r"\berhalten (?:die )?|\b(?:[Dd]er|[Dd]ie|[Dd]en) |\bbeim )$"
)
_BOUNDARY = guarded(r"\b(?:zu[rm]|vo[nm]|gegenüber|mit|im) (?:de[rmn] )?$")
_TOGETHER = guarded(
    r"\b(?:[Zz]usammen(?:arbeit\w*|zuarbeiten|wirken|spiel|gearbeitet)|[Aa]bsprache\w*|abgesprochen|[Aa]bstimm\w+|"
    r"abgestimmt\w*|"
    r"[Vv]erein(?:bar|igt)\w*|[Vv]erabred\w+|Kooper\w+|kooper\w+|Vorgehen\w*|Einvernehmen|einvernehmlich|Workflow|"
    r"[Üü]berein\w+|Schnittstelle\w*|Abgrenz\w+|abgrenz\w+|abzugrenzen|grenzt|Austausch\w*|tragen|mittragen|"
    r"unterstütz\w+|Verhältnis|Absprachen|"
    r"Verständigung|verständigt|Federführung|Rücksprache|Schulterschluss|Hand in Hand|beteilig\w+|Leitfaden|"
    r"Fall(?:besprechung|konferenz)\w*|handhab\w+|Handhabung|Anwendung|Arbeitsteilung|Verzahn\w+|verzahn\w+|"
    r"Zuständigkeit\w*|"
    r"gemeinsam\w*)\b"
)
_ASKED = guarded(r"\b(?:fragt?|fragen|wissen|erkundig\w+|Frage|nachgefragt|bemängelt|vermisst|regt|wünscht)\b|\?")
_TOPIC_ONLY = guarded(
    r"\b(?:Einbindung|Einbeziehung|Beteiligung|Heranziehung|Hinzuziehung|Mitwirkung|Einbezug|Ansprache|Rolle) "
    r"(?:de[rs]|von) $|\b(?:nicht|kein\w*|fehl\w+|ohne) (?:\w+ ){0,3}$"
)
_SEATED = guarded(
    r"\b(?:an)?gehör\w+|\bvertreten\b|\bsitz\w*|\b[Vv]ertret(?:er|erinn)\w*|\bam Tisch\b|\b[Mm]itglied\w*|"
    r"\bzusammengesetzt|\b[Bb]estehend"
)
_COMPARED = guarded(
    r"\b(?:[Vv]ergleich\w*|Benchmark|[Bb]eispiel\w*|anders als|leer (?:aus|gehe|gehen)\w*|wohingegen|dagegen|hingegen|"
    r"[Vv]orbild\w*|meldet|meldete|kommt auf|komme auf|habe|hätten)\b"
)
_NEIGHBOUR = guarded(
    r"\b(?:Nachbar(?:kreis|stadt|kommun|gemeind)\w*|[Aa]ndere (?:Kommunen|Städte|Kreise)|anderswo|andernorts)\b"
)
_ELSEWHERE = guarded(
    rf"\b(?:im|in der|[Dd]er|[Dd]ie) ((?:Kreis|Stadt|Gemeinde|Landkreis) {PLACE})(?= (?:hat|hatte|habe|vorg|"
    r"bereits|geüb|prakt|gewähl|erprob|getroff|einger))"
)
_PAID = guarded(r"\bKOMM-?AN\b")
_OTHER_SERVICE = guarded(r"\b(?:Migrationsberatung\w*|MBE|JMD|Jugendmigrationsdienst\w*|Integrationsagentur\w*)\b")
_DEALT_WITH = guarded(
    r"\b(?:gewandt|wend(?:et|en|e)|Schreiben|geschrieben|Rücksprache|Auskunft|Angaben|abgestimmt|Abstimmung|Austausch|"
    r"Gespräch\w*|mitgeteilt|Anfrage|Stellungnahme|angefragt|Verhandlung\w*|zugesagt|beantragt)\b"
)
_OFFICE_PART = guarded(
    r"\b(?:im|beim|ins|vom|ans|dem) (?:städtischen )?$|\b(?:mit|und|sowie|durch|zwischen|neben) (?:dem |das |die )?$|"
    r"(?:bspw\.|beispielsweise|etwa|z\. ?B\.|wie|u\. ?a\.),? ?$|\w, $"
)
_SEAT_OF = guarded(
    r"^ (?:angesiedelt|verortet|eingerichtet|angebunden|angedockt|untergebracht|angegliedert|geführt|eingegliedert|"
    r"zugeordnet|beschäftigt|wahrgenommen|ansässig)"
)
_LISTED_WITH = guarded(r"\b(?:Akteur\w*|Partner\w*|einbezogen|hinzugezogen|Netzwerk\w*|Kooperation\w*|zusammen\w*)\b")
_ONE_OF_MANY = ("all", "ki many")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    kind: str
    key: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A name with what stands around it. `elsewhere`: the passage is of another programme."""

    name: str
    before: str
    after: str
    text: str
    at: int
    own: frozenset[str]
    elsewhere: bool


def _run(a: Analysis) -> Iterator[Fact]:
    found = sorted([*_mentions(a), *_in_title(a)], key=lambda m: (m.start, -m.end))
    best: dict[tuple[str, str], _Mention] = {}
    for mention in found:
        key = (mention.kind, mention.key)
        if key not in best or _rank(a, mention) > _rank(a, best[key]):
            best[key] = mention
    kinds = Counter(m.kind for m in best.values())
    for mention in sorted(best.values(), key=lambda m: m.start):
        if mention.key in _ONE_OF_MANY and kinds[mention.kind] > 1:
            continue
        value = {"name": nominative(mention.name), "kind": mention.kind, "role": _role(a, mention)}
        yield a.fact("organization", value, mention.start, mention.end)


def _rank(a: Analysis, mention: _Mention) -> tuple[int, bool]:
    """The longest name tells most; of equal ones that which acts (nominative)."""
    before = a.text[max(0, mention.start - 16) : mention.start]
    acts = re.search(r"(?:^|[.,;\n] ?|\b(?:dass|und|ob|hat|habe) )(?:[Dd]er|[Dd]ie|[Dd]as) $", before)
    return len(mention.name), bool(acts)


def _in_title(a: Analysis) -> Iterator[_Mention]:
    """The integration centre that the title of an agenda item above the prose names as its subject."""
    for line in _TITLE.finditer(a.text[: a.prose[0][0]]):
        for kind, key, pattern in NAMES:
            match = pattern.search(line.group()) if kind == "ki" and key == "ki" else None
            if match:
                low = line.start() + match.start()
                yield _Mention(kind=kind, key=key, start=low, end=line.start() + match.end(), name=match.group())
                return


def _mentions(a: Analysis) -> Iterator[_Mention]:
    own = _own(a)
    taken: set[int] = set()
    for kind, key, pattern in NAMES:
        for match in pattern.finditer(a.text):
            if match.start() in taken or match.end() - 1 in taken:
                continue
            taken.update(range(*match.span()))
            if _counts(a, kind, match, own):
                name = match.group()
                yield _Mention(kind=kind, key=key or _key(name), start=match.start(), end=match.end(), name=name)
    yield from _towns(a, own, taken)
    for low, high, name in applying_towns(a):
        if not {name_key(name), name_key(a.text[low:high])} & own:
            yield _Mention(kind="municipality", key=name_key(name), start=low, end=high, name=name)


def _counts(a: Analysis, kind: str, match: re.Match[str], own: set[str]) -> bool:
    """Whether the passage gives the organisation a part in the matter; a row of a table gives none."""
    block = a.block_at(match.start())
    if block is None or block.kind == "row":
        return False
    sentence = a.sentence_at(match.start())
    place = _Place(
        name=match.group(),
        before=a.text[max(0, match.start() - 60) : match.start()],
        after=a.text[match.end() : match.end() + 60],
        text=sentence.text if sentence else "",
        at=match.start() - sentence.start if sentence else 0,
        own=frozenset(own),
        elsewhere=kind in ("ministry", "other") and _of_another_programme(a, match.start()),
    )
    judge = _JUDGES.get(kind)
    return judge is None or judge(place)


def _centre(p: _Place) -> bool:
    return bool(re.search(r"[Zz]entr", p.name) or _ARTICLE.search(p.before))


def _ministry(p: _Place) -> bool:
    """A ministry that somebody deals with; one that leads a programme of its own is only named."""
    return bool(_DEALT_WITH.search(p.text)) or (" für " in p.name and not p.elsewhere and p.before[-1:] != "(")


def _migrants(p: _Place) -> bool:
    return not (_ASKED.search(p.text) or _TOPIC_ONLY.search(p.before))


def _welfare(p: _Place) -> bool:
    """Not one that another town works with, nor one on a list of those whom another programme pays."""
    in_another = any(name_key(town[1]) not in p.own for town in _ELSEWHERE.finditer(p.text))
    return not (in_another or _NEIGHBOUR.search(p.text) or _OTHER_SERVICE.search(p.text) or _PAID.search(p.text))


def _authority(p: _Place) -> bool:
    """Another municipality's authority has a part wherever it is named; the own one not as the place of posts."""
    owner = re.search(rf" (?:de[rs]|im) (?:[a-zäöü]{{4,20}} )?(\w+ {PLACE})$", p.name)
    if owner and name_key(nominative(owner[1])) not in p.own:
        return True
    of_the_county = re.match(r" (?:des Kreises|beim Kreis|der Städteregion|der StädteRegion)\b", p.after)
    if of_the_county and p.own and not any(re.search("kreis|region", key) for key in p.own):
        return True
    return bool(_TOGETHER.search(p.text) or re.search(_WITH, p.before))


def _known_everywhere(p: _Place) -> bool:
    """Whether such a body (a job centre) does something with others here, not just sits or is asked about."""
    if _SEATED.search(p.text) or p.text.endswith("?"):
        return False
    subject = re.fullmatch(r"(?:[^:.]{0,40}: )?(?:(?:Das|Die|das|die|Der) )?", p.text[: p.at])
    return bool(subject or re.search(_WITH, p.before) or _TOGETHER.search(p.text))


def _office(p: _Place) -> bool:
    part = _OFFICE_PART.search(p.before)
    return bool(part and (_SEAT_OF.search(p.after) or _LISTED_WITH.search(p.text)))


def _council(p: _Place) -> bool:
    return name_key(re.split(r" (?:Stadt|Kreises|Gemeinde) ", p.name)[-1]) not in p.own


_JUDGES: dict[str, Callable[[_Place], bool]] = {
    "ki": _centre,
    "ministry": _ministry,
    "migrant_organisation": _migrants,
    "welfare_associations": _welfare,
    "foreigners_authority": _authority,
    "job_centre": _known_everywhere,
    "employment_agency": _known_everywhere,
    "school": _known_everywhere,
    "language_course_providers": lambda p: bool(_LISTED_WITH.search(p.text)),
    "municipal_office": _office,
    "integration_council": _council,
    "other": lambda p: not p.elsewhere,
}
"""What an organisation of a kind must have around it to have a part in the matter; kinds not named always have."""


def _of_another_programme(a: Analysis, offset: int) -> bool:
    programme = a.programme(offset)
    return bool(programme and not programme.own)


def _towns(a: Analysis, own: set[str], taken: set[int]) -> Iterator[_Mention]:
    """Other municipalities that act together with the document's own one, not in another programme."""
    for match in TOWN.finditer(a.text):
        block = a.block_at(match.start())
        before = a.text[max(0, match.start() - 50) : match.start()]
        if block is None or block.kind == "row" or match.start() in taken:
            continue
        if block.kind == "heading" and not _KIM_OF.search(before):
            continue
        sentence = a.sentence_at(match.start())
        text = sentence.text if sentence else ""
        bound = _BOUNDARY.search(before) and _TOGETHER.search(text)
        if not (bound or _KIM_OF.search(before) or _PARTNER.search(before)) or name_key(match.group()) in own:
            continue
        if _of_another_programme(a, match.start()):
            continue
        if _COMPARED.search(text) and not (_TOGETHER.search(text) or re.search(_WITH, before)):
            continue
        yield from _each(match)


def _each(match: re.Match[str]) -> Iterator[_Mention]:
    """One mention for each of several towns ("den Städten A, B und C"), named with its kind of municipality."""
    several = re.fullmatch(r"(Städte|Gemeinde)n?", match["what"] or "") if " und " in (match["place"] or "") else None
    if not several or match["what"] == "Gemeinde":
        name = match.group()
        yield _Mention(kind="municipality", key=name_key(name), start=match.start(), end=match.end(), name=name)
        return
    what = "Stadt" if several[1] == "Städte" else "Gemeinde"
    for place in re.finditer(r"(?:^|, | und )((?:(?!, | und ).)+)", match["place"]):
        name, low = f"{what} {place[1]}", match.start("place") + place.start(1)
        yield _Mention(kind="member_municipality", key=name_key(name), start=low, end=low + len(place[1]), name=name)


def _own(a: Analysis) -> set[str]:
    """Keys of the document's own municipality: the stated one, else the one named most."""
    stated = [str(f.value.get("name")) for f in a.stated("municipality")]
    if stated:
        return {name_key(name) for s in stated for name in (s, s.split(" ", 1)[-1])}
    counted = Counter(name_key(m.group()) for m in TOWN.finditer(a.text) if " und " not in m.group())
    most = counted.most_common(1)
    return {most[0][0], most[0][0].split(" ", 1)[-1]} if most and most[0][1] > 1 else set()


def _key(name: str) -> str:
    short = re.search(r"\(([A-ZÄÖÜ]{3,8})\)", name)
    return (short[1] if short else re.sub(r"(?<=\w)(?:s|n)\b| NRW$", "", name)).casefold()


def _role(a: Analysis, mention: _Mention) -> str | None:
    """What the clause around the name says of it, in the text's words."""
    sentence = a.sentence_at(mention.start)
    if sentence is None or sentence.block.kind == "heading":
        return None
    low = max(a.text.rfind(mark, sentence.start, mention.start) for mark in (", ", "; ", ": "))
    stops = [i for mark in (", ", ";") if (i := a.text.find(mark, mention.end, sentence.end)) >= 0]
    start, end = (low + 2 if low >= 0 else sentence.start), min(stops, default=sentence.end)
    return re.sub(r"\s+", " ", a.text[start:end]).strip(" .") or None


EXTRACTOR = Extractor(name="organizations", version=3, kinds=("organization",), run=_run, after=("head",))
