"""Names of municipalities in running text, and which of them a document speaks for.

A name counts by what stands around it: a document's head, the municipality's own institutions ("Rat der Stadt X",
"Integrationszentrum des Kreises X") and its own address weigh more than a mention among member towns or neighbours.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass

from corpus.bodies import body_named, body_of_url, known_bodies
from corpus.patterns import Guarded, guarded

_RIVER = (
    r"(?:Main|Rhein|Neckar|Inn|Lech|Isar|Donau|Elbe|Weser|Ruhr|Lippe|Sieg|Lahn|Ems|Saale|Spree|Oder|Mosel|Saar|Leine|Aller|"
    r"Fulda|Werra|Nahe|Enz|Havel|Bergstraße|Harz|Taunus|Sauerland|Allgäu|Wald|Odenwald|See|Bodensee|Sand|Berge?|Niederrhein)"
)
_PLACE = (
    r"(?:(?:Bad|Sankt|St\.|Groß|Klein|Alt|Neu|Alte|Neue|Hohe[rn]?) )?[A-ZÄÖÜ][a-zäöüß]{2,25}"
    r"(?:-(?:[A-ZÄÖÜ]|am-|an-|im-)[A-Za-zäöüß-]{1,25}){0,2}"
    rf"(?: (?:an der|am|bei|in der|im|ob der|vor der|a\. ?d\.|a\.|i\.) {_RIVER}\b)?"
)
_KIND = (
    r"(?P<kind>(?:(?:Land|Hansestadt|Universitäts|Landeshaupt|Kreis|Bundes|Hanse|Universitäts- und "
    r"Hanse)?[Ss]tadt|(?:Land)?[Kk]reis(?:es)?|"
    r"(?:Samt|Verbands|Einheits|Orts)?[Gg]emeinde|St[äÄ]dte[Rr]egion|Städteverbund(?:e?s)?|"
    r"Stadtverband(?:e?s)?|Regionalverband(?:e?s)?|Region|Markt))"
)
_NAMED = guarded(rf"(?<![\w-]){_KIND} (?P<place>{_PLACE})(?![\w*]|-\w)")
_UPPER = guarded(
    r"(?m)^\W{0,3}(?P<kind>KREIS|STADT|GEMEINDE|LANDKREIS|STÄDTEREGION|MARKT) "
    r"(?P<place>[A-ZÄÖÜ]{3,25}(?:[- ][A-ZÄÖÜ]{3,25})?)\W{0,3}$"
)
_COMPOUND = guarded(
    r"(?<![\w-])(?P<name>(?:(?:[A-ZÄÖÜ][a-zäöüß]{2,16}-){1,3}Kreis|"
    r"(?:[A-ZÄÖÜ][a-zäöüß]{3,20})(?<!Land)(?<!Stadt)kreis|[A-ZÄÖÜ][a-zäöüß]{3,16}ischer Kreis|"
    r"[A-ZÄÖÜ][a-zäöüß]{3,16}ischen? Kreis))(?P<genitive>es)?(?: "
    r"(?P<place>[A-ZÄÖÜ][a-zäöüß]{2,20})(?=[ ,.;:)\n]))?(?![\w-])"
)
_NOT_CIRCLES = guarded(
    r"(?i)(?:arbeits|personen|rechts|land|stadt|steuerungs|lenkungs|gesprächs|wahl|kirchen|"
    r"bekannten|freundes|adressaten|empfänger|teilnehmer|nutzer|"
    r"ver|kreis|unter|projekt|experten|mitglieder|um|förder|wirtschafts|kunden|interessenten|leser|"
    r"sprach|schul|bezirks|regel|"
    r"alt|heimat|frauen|literatur|stuhl|wasser|blut|strom|themen|aufgaben)kreis$"
)
# Capitalised nouns and names that follow "Stadt", "Kreis" or "Gemeinde" without being their name.
_NO_PLACE = frozenset(
    "Verwaltung Integration Rat Land Bund Mittel Leistungen Personal Stellen Kommunen Städte "
    "Gemeinden Kreis Stadt Gemeinde Kommune Jugendamt Sozialamt Nordrhein "
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember "
    "Fachbereich Amt Anteil Anträge Förderung Kosten Menschen Personen Der Die Das "
    "Und Für Im In Am Zu Zur Zum Mit Herr Frau Jahr Zeit Beginn Euro Aufgaben Gelder Zuwendungen "
    "Daten Integrationsrat Ausschuss Projekte Haus Träger Vertreter "
    "Migration Soziales Case Fördermittel Landesmittel Räume Zuschüsse Unterstützung Vereine "
    "Vertretung Ziel Zweck Rahmen Entwicklung Kultur Bildung".split()
)
# How much a mention weighs by the words before it; the first that fits counts, 1 without any.
_OWN = (
    # Who sits there for another place: "Vertreterin des Integrationsrates der Stadt X".
    (
        guarded(
            r"\b(?:Vertret(?:er|ung)|Gast|Gäste|Delegierte|Abgesandte|Kolleg)\w{0,6} "
            r"(?:(?:aus|von|des|der) (?:[A-ZÄÖÜ]\w{2,30} )?){1,2}(?:der |des )?$"
        ),
        0,
    ),
    (guarded(r"(?:Jobcenter|Agentur für Arbeit|Kreisverband(?:es)?|Caritas\w{0,60}|Diakonie) $"), 0),
    (
        guarded(
            r"\b(?:Nachbar\w+|(?:mit|neben) (?:der|dem|den)(?: \w+ (?:der|des))?|(?:den|die) Städten?|"
            r"kreisangehörige[nr]?|beim|seitens) (?:[a-zäöü]+ )?$"
        ),
        0,
    ),
    (
        guarded(
            r"(?:Rat(?:e?s)?|Kreistag(?:e?s)?|Integrationsrat(?:e?s)?|Stadtrat(?:e?s)?|Gemeinderat(?:e?s)?|"
            r"Kreisausschuss(?:es)?|Integrationszentrums?|\(KIZ?\)|[Vv]erwaltung|"
            r"[Bb]ürgermeister\w{0,60}|Landr[aä]t\w{0,60}) (?:der|des) $"
        ),
        4,
    ),
    # The letterhead of a council information system: "ALLRIS 4 - Stadt X", "Bürgerinformationssystem des Kreises X".
    (
        guarded(
            r"(?:ALLRIS(?: net)?(?: \d)?|SessionNet|SD\.NET RIM|[Bb]ürgerinfo\w{0,60}|[Rr]atsinfo\w{0,60}|"
            r"[Gg]remieninfo\w{0,60}|Sitzungsdienst)(?: ?[-–|:] ?| der | des | )$"
        ),
        6,
    ),
    (guarded(r"[A-ZÄÖÜ][\w-]{3,40}(?: \([A-Z]\w{1,6}\))? (?:der|des) $"), 2),
)
_DISTRICT = guarded(
    r"\b(?:Kreistag|Kreisausschu|Kreisverwaltung|Kreisdirektor|Landr[aä]t|Kreishaus|Ktabg|Kreistagsabg)\w*"
)
_TOWN = guarded(r"\b(?:Stadtr[aä]t|Oberbürgermeister|Ratsherr|Ratsfrau|Stadtverordnete|städtische)\w*")
# What a text calls a part of a town, or the council of one, is no municipality of its own.
_PART = guarded(
    r"(?<![\w-])(?:(?:Stadt|Orts|Gemeinde)teil(?:e?s)?|(?:Stadt)?[Bb]ezirk(?:e?s)?|Ortschaft(?:en)?|Stadtviertel|Quartier(?:e?s)?|"
    r"Stadtteil(?:bei)?r[aä]t\w{0,3}|Orts(?:bei)?r[aä]t\w{0,3}|Ortschaftsr[aä]t\w{0,3}|Bezirks(?:bei)?r[aä]t\w{0,3}|"
    r"Bezirksvertretung|Bezirksausschuss\w{0,2}) (?P<place>[A-ZÄÖÜ][a-zäöüß]{2,25}(?:-[A-ZÄÖÜ][a-zäöüß]{2,25})?)"
)
_QUARTER_PROGRAMME = guarded(r"\b[Ss]oziale[nr]? $")
_OWN_PAGE = guarded(r"(?i)(?:online-version|adresse|url|quelle|diese[rs]? seite)[^\n]{0,40}$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A municipality as a text names it: its name in the nominative, and the places of its mentions."""

    name: str
    ags: str | None
    places: tuple[tuple[int, int], ...]
    score: float


def printed_municipalities(text: str) -> list[Printed]:
    """Municipalities that a text names, the one that it speaks for first."""
    places: dict[str, list[tuple[int, int]]] = {}
    names: dict[str, str] = {}
    scores: defaultdict[str, float] = defaultdict(float)
    last = 0
    for start, end, name in sorted(_mentions(text)):
        key = _key(name)
        if start < last:
            continue
        last = end
        names.setdefault(key, name)
        places.setdefault(key, []).append((start, end))
        scores[key] += _weight(text, start)
    for key, name in names.items():
        scores[key] += _fit(text, name) + _at_place(text, name)
    found = [
        Printed(
            body.name if (body := body_named(name)) else name,
            body.id if body else None,
            tuple(places[key]),
            scores[key],
        )
        for key, name in names.items()
    ]
    # A name that is in no table and said once in passing is more likely a partner town or a noun.
    return sorted((p for p in found if p.ags or p.score >= 2), key=lambda p: (-p.score, p.places[0]))


def own_address(text: str) -> tuple[int, int, str] | None:
    """A printed address of a known council information system, and the municipality that it belongs to."""
    for match in re.finditer(r"(?:https?://|www\.)[^\s<>\"“”|]{3,300}", text):
        body = body_of_url(match.group())
        last = match.end() > len(text) - 400
        if body and (last or _OWN_PAGE.search(text[max(0, match.start() - 60) : match.start()])):
            return match.start(), match.end(), body.name
    return None


def _mentions(text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for match in _known_names().finditer(text):
        found.append((match.start(), match.end(), _nominative(match.group())))
    for match in _COMPOUND.finditer(text):
        name = re.sub(r"ischen Kreis", "ischer Kreis", match["name"])
        if not _NOT_CIRCLES.search(name):
            place = match["place"] if match["place"] and body_named(f"{name} {match['place']}") else None
            found.append(
                (
                    match.start(),
                    match.end() if place else match.end("genitive") if match["genitive"] else match.end("name"),
                    f"{name} {place}" if place else name,
                )
            )
    districts = {m["place"] for m in _PART.finditer(text)}
    for match in _NAMED.finditer(text):
        if _is_part(text, match, districts):
            continue
        if match["place"].split()[0] not in _NO_PLACE and not _is_noun(match["place"]):
            found.append((match.start(), match.end(), _nominative(match.group())))
    for match in _UPPER.finditer(text):
        found.append((match.start("kind"), match.end("place"), f"{match['kind']} {match['place']}".title()))
    return found


def _is_part(text: str, match: re.Match[str], districts: set[str]) -> bool:
    """Whether a name is that of a part of a town: the text says so, or a programme for quarters stands before it."""
    if match["kind"] not in ("Stadt", "Gemeinde") or body_named(_nominative(match.group())):
        return False
    quarter = _QUARTER_PROGRAMME.search(text[max(0, match.start() - 9) : match.start()])
    return quarter is not None or match["place"] in districts


def _is_noun(place: str) -> bool:
    """Whether a word after "Stadt" is a plain noun ("Stadt Fördermittel") by its ending."""
    return bool(
        re.search(r"(?:ung|ungen|heit|keit|schaft|mittel|stellen|plätze|gelder|kräfte|tion|tionen|innen)$", place)
    )


@functools.cache
def _known_names() -> Guarded:
    names = sorted((body.name for body in known_bodies()), key=len, reverse=True)
    forms = (re.escape(name).replace("Kreis", "Kreis(?:es)?").replace(r"\ ", "[ -]") for name in names)
    return guarded(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")


def _nominative(name: str) -> str:
    name = re.sub(r"\s+", " ", name)
    name = re.sub(r"\b((?:Land)?[Kk]reis)es\b", r"\1", name)
    return re.sub(r"\b(Städteverbund|Regionalverband|Stadtverband)e?s\b", r"\1", name)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name).casefold()


def _weight(text: str, start: int) -> float:
    """How much one mention says: own institutions and the head of the document count more."""
    before = text[max(0, start - 60) : start]
    weight = next((float(value) for pattern, value in _OWN if pattern.search(before)), 1.0)
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if start < 400 and not line.strip():
        weight += 4
    return weight


def _at_place(text: str, name: str) -> float:
    """Whether the place is also said alone, as a document says it of its own town ("in Musterhausen")."""
    place = re.fullmatch(r"(?:Stadt|Gemeinde|Kreis|Landkreis|Hansestadt) ([A-ZÄÖÜ][\w-]{2,40})", name)
    return 1.0 if place and re.search(rf"\b(?:in|für|nach) {re.escape(place[1])}\b", text) else 0.0


def _fit(text: str, name: str) -> float:
    """Whether the document's offices are those of a district or of a town."""
    district = bool(re.search(r"[Kk]reis|[Rr]egion", name))
    offices = len((_DISTRICT if district else _TOWN).findall(text))
    return min(3.0, float(offices))
