"""Names of deciding bodies (Gremien) in running text: how clerks write them, in which case, and their plain form."""

from __future__ import annotations

import re

from corpus.patterns import guarded

# Kinds of bodies by the last part of their name; "Landrat" and "Stadtrat Meier (SPD)" are persons and end alike.
_KIND = (
    r"(?:[Rr]at|[Aa]usschu(?:ss|ß)|[Bb]eirat|[Kk]reistag|Städteregionstag|Bezirkstag|Regionaltag|"
    r"[Vv]ersammlung|[Vv]ertretung|"
    r"[Kk]ommission|Plenum|Gremium|Senat)"
)
_GENITIVE = (
    r"(?:[Rr]at(?:e?s)|[Aa]usschusses|[Aa]usschußes|[Bb]eirat(?:e?s)|[Kk]reistag(?:e?s)|Städteregionstag(?:e?s)|"
    r"Bezirkstag(?:e?s)|[Vv]ersammlung|[Vv]ertretung|[Kk]ommission|Plenums|Gremiums|Senat(?:e?s))"
)
_NOT_HERE = (
    r"(?!(?:Land|Bundes|Eltern|Personal|Aufsichts|Betriebs|Verwaltungs|Gesamtpersonal|Schüler|"
    r"Pfarrgemeinde|Kirchen|Minister|"
    r"Oberverwaltungs|Euro(?:pa)?|Beamten|Studien|Studienober|Schul|Gemeindeunfall)"
    r"(?:rat|beirat|rats|rates|versammlung|vertretung)\b(?!\w))"
)
_FRONT = r"(?:[A-ZÄÖÜ][\wäöüß]{2,30}-?(?:,| und| u\.) ){0,3}"
_STEM = r"[A-ZÄÖÜ]?[\wäöüß-]{0,40}?"
_TAIL = (
    r"(?: (?:für (?:[a-zäöü]{2,14} )?[A-ZÄÖÜ][\w-]{1,40}(?:(?:,| und| sowie| u\.) "
    r"(?:[a-zäöü]{2,14} )?[A-ZÄÖÜ][\w-]{1,40}){0,7}"
    r"|(?:der|des) (?:Stadt|Gemeinde|Kreises|Landkreises|Städteregion|StädteRegion|[A-ZÄÖÜ][\w-]{1,30}[Kk]reises)"
    r"(?: [A-ZÄÖÜ][\w-]{1,30}){0,2}|[A-ZÄÖÜ][\wäöüß-]{2,30}(?=[ ,.]))){0,2}"
)
NAME = rf"{_NOT_HERE}{_FRONT}{_STEM}{_KIND}(?![\wäöüß-]){_TAIL}"
"""A body in nominative, dative or accusative, with "für ..." and "der Stadt ..."."""
NAME_GENITIVE = rf"{_NOT_HERE}{_FRONT}{_STEM}{_GENITIVE}(?![\wäöüß-]){_TAIL}"
"""A body in the genitive ("des Kreisausschusses")."""

WORKING_GROUP = (
    r"(?:KIM-)?(?:(?:Lenkungs|Steuerungs|Projekt|Arbeits|Koordinierungs|Begleit)(?:gruppe|kreis(?:es)?|runde)|"
    r"Runde Tisch|"
    r"Redaktionsgruppe)(?![\wäöüß-])(?: (?:KIM|„[^„“”\n]{2,60}[“”]))?"
)
"""A group that decides beside the council's bodies, in nominative, dative or accusative."""

_ENDINGS = (
    (guarded(r"((?:[Aa]usschus)s)es\b"), r"\1"),
    (guarded(r"((?:[Rr]at|[Kk]reistag|Städteregionstag|Bezirkstag|Senat))e?s\b"), r"\1"),
    (guarded(r"(Plenum|Gremium)s\b"), r"\1"),
    (guarded(r"((?:[a-z])kreis)es\b"), r"\1"),
)
_GENERIC = guarded(r"(?:Fach)?(?:[Aa]usschuss|[Bb]eirat|[Rr]at|Gremium|Plenum|Kommission)")


def nominative(name: str) -> str:
    """The body's name in the nominative, blanks single ("Kreisausschusses" -> "Kreisausschuss")."""
    name = re.sub(r"\s+", " ", name).strip(" ,;.")
    head, blank, tail = name.partition(" ")
    front = re.match(r"(?:[\wäöüß]+-?(?:,| und| u\.) )*", name)
    if front and front.end():
        head, blank, tail = (
            name[: front.end()] + name[front.end() :].partition(" ")[0],
            *name[front.end() :].partition(" ")[1:],
        )
    for pattern, plain in _ENDINGS:
        head = pattern.sub(plain, head)
    return f"{head}{blank}{tail}".replace("ausschuß", "ausschuss")


def is_generic(name: str) -> bool:
    """Whether a name such as "Ausschuss" means the body whose meeting it is."""
    return bool(_GENERIC.fullmatch(name))
