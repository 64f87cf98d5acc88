"""Groups and offices that speak: political groups, members, administrations, associations, towns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.patterns import guarded
from extractors.analysis import Sentence
from extractors.mentions import Gender

_GROUP = guarded(
    r"(?:(?<![\w-])(?:[Dd]ie|[Ee]inige|[Mm]ehrere|[Aa]lle|[Vv]iele|[Ee]inzelne|[Ii]hre|[Ss]eine|[Uu]nsere) "
    r"(?:anwesenden |übrigen |anderen |kreisangehörigen |freien |beteiligten |örtlichen )?(?P<f>Mitglieder(?: des "
    r"[A-ZÄÖÜ][\w-]+| der [A-ZÄÖÜ][\w-]+)?|[A-ZÄÖÜ]\w*mitglieder\w*|[A-ZÄÖÜ]\w*verwaltung|Verwaltung|(?:[\w./´ "
    r"]{2,25}-)?[\w-]*[Ff]raktion(?:en)?|Ausschüsse|Verbände|Träger|Städte|Gemeinden|Kommunen|Bürgermeister|"
    r"(?:[A-ZÄÖÜ]\w*)?(?:[Vv]orsitzende|[Dd]ezernentin|[Dd]irektorin|[Bb]eigeordnete|[Ll]eiterin|[Ll]andrätin|"
    r"[Bb]ürgermeisterin)|Wohlfahrtsverbände|[A-ZÄÖÜ][\w-]*vertret(?:ungen|er|erinnen)|AWO|Diakonie|Caritas)|"
    r"(?<![\w-])[Dd]er (?P<m>(?P<role>Landrat|(?:[A-ZÄÖÜ]\w*)?[Bb]ürgermeister|(?:[A-ZÄÖÜ]\w*)?(?:[Vv]orsitzende|"
    r"[Dd]ezernent|[Dd]irektor|[Bb]eigeordnete|[Ll]eiter))|[A-ZÄÖÜ]?\w*[Bb]eirat|Integrationsrat|Kreis(?: "
    r"[A-ZÄÖÜ][\w-]+)?|Caritasverband|[A-ZÄÖÜ]\w*verband|[A-ZÄÖÜ]\w*ausschuss)|(?<![\w-])[Dd]as (?P<n>Kommunale "
    r"Integrationszentrum(?: de[rs] \w+ \w+)?|[A-ZÄÖÜ]\w*amt|[A-ZÄÖÜ]\w*ministerium|Land|Jobcenter|KI)|(?:^|(?<=, )|"
    r"(?<=; )|(?<=: )|(?<=\) ))(?P<b>(?:CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|(?:Die )?(?:Grünen?|GRÜNEN?|Linke|LINKE)|"
    r"Bündnis 90/Die Grünen|[A-ZÄÖÜ][\w-]*(?:verband|verbände|fraktion|Fraktion|beirat|konferenz|gruppe|werk|"
    r"rat)(?<!Landrat)|AWO|DRK|Caritas|Diakonie|Verwaltung|Jobcenter|Bürgermeister(?:in)?|Landrat|Landrätin|"
    r"Verw\.)(?: [A-ZÄÖÜ][\w-]+)?)|(?<![\w-])(?:[Dd]ie|[Dd]er) (?P<g>CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Grünen|GRÜNEN|"
    r"Linke|LINKE|Lenkungsgruppe|Personalrat|[A-ZÄÖÜ][\w-]*konferenz|Gewerkschaft|Kommunen|(?<=Die )(?:Stadt|"
    r"Gemeinde) [A-ZÄÖÜ][\w-]+|[A-ZÄÖÜ][\w-]*werk|Gruppe [A-ZÄÖÜ][\w-]+)|(?<![\w-])(?P<p>Ausschussmitglieder|"
    r"Mitglieder|Fraktionen|[A-ZÄÖÜ]\w*mitglieder))(?![\w-])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: a person by surname, or a group as printed."""

    name: str
    named: bool
    start: int
    end: int
    gender: Gender | None = None
    plural: bool = False
    party: str | None = None


def groups(sentence: Sentence) -> list[Speaker]:
    """Groups and offices in the nominative, as far as article and preposition show it."""
    found = []
    for m in _GROUP.finditer(sentence.text):
        label = (
            m.group()
            if m.group().startswith(("Ihre", "ihre", "Seine", "seine"))
            else next(m[g] for g in "fmnpbg" if m[g])
        )
        if not re.search(r"(?:\b(?:für|durch|an|über|auf|gegen|ohne|um) )$", sentence.text[: m.start()].casefold()):
            found.append(
                Speaker(
                    name=label, named=False, start=sentence.start + m.start(), end=sentence.start + m.end(), plural=True
                )
            )
    return found
