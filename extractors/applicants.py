"""Who asks (kind applicant): by the label, the subject, or the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Fact
from corpus.patterns import guarded
from extractors.analysis import Analysis
from extractors.dates import dates
from extractors.decision_texts import is_paper

_DAY = r"\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d(?!\d)|\d{1,2}\. ?[JFMASOND][a-zä]{2,8} 20\d\d"
_LABEL = guarded(
    r"(?m)^\W{0,4}(?:Antragstell(?:er(?:/-?in|in|:in|\*in|_in|/in)?|end|ende[rn]?)|Einreich(?:er|erin|end|ende[rn]?)|"
    r"Fragestell(?:er|erin|end|ende[rn]?)|Anfragende[r]?|Anfragestell\w+|Urheber(?:in)?|Initiator(?:in)?|"
    r"(?:Eingebracht|Eingereicht|Gestellt|Beantragt) (?:von|durch)|Antrag von|Anfrage von)\s?[:\t|]+[ \t]{0,4}"
    r"(?:\n[-\s]{0,4})?(?P<value>[^\n\t|]{3,90})"
)
_GROUP = (
    r"(?:(?:[\w.´/-]{1,40}(?: (?:90/|/|Die |DIE )?[A-ZÄÖÜ][\w./´-]*){0,3}-)?\w*[Ff]raktion(?:en)?(?: (?!vom|"
    r"zu)(?:[A-ZÄÖÜ]"
    r"[\w./´+-]*|\d\d/\w+|´90/\w+)){0,5}|(?:Ratsgruppe|Gruppe|Liste|Wählergemeinschaft|"
    r"Partei)(?: [A-ZÄÖÜ\d][\w./´-]*){1,4}|(?:Ratsgruppe|Gruppe|Liste|Fraktion|Wählergemeinschaft) „[^„“”\n]{2,50}[“”]|"
    r"Integrationsrat(?:e?s)?|\w+beirat(?:e?s)?|\w+vertretung)"
)
_PARTY = r"(?:CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|B90/GRÜNE|(?:Die |DIE )?(?:GRÜNEN?|Grünen?|LINKEN?|Linken?))"
_TITLE = (
    r"(?:\w*[Mm]itglieds?|\w*[Vv]erordnete[nr]?|\w*abgeordnete[nr]?|\w{0,8}[Rr]atsherrn?|Ratsfrau|Stadtr[aä]t\w*|"
    r"Kreisr[aä]t\w*|Gemeinder[aä]t\w*|Stv\.|StV|KTM|KTA|Ktabg\.|RM|RF|RH|AM|SB|sB|SE|s\. ?B\.|Ratsmann|"
    r"Stadtvertreter\w*)"
)
_PERSON = rf"(?:(?:{_TITLE}|Herrn?|Frau) )+(?:Dr\. )?[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?"
_REQUEST = guarded(
    rf"(?<![\w-])(?:\w{{0,14}}[Aa]ntr[aä]g(?:s|es|e)?|(?:\w{{0,10}}[Aa]n|Groß\w+ An|Klein\w+ An)fragen?|"
    r"\w{0,12}[Ee]rsuchens?|\w{0,10}[Aa]nregung|[Ii]nitiative|[Ee]ingabe|Fragenkatalogs?|[Vv]orstoß(?:es)?|"
    r"Prüfauftrags?) "
    rf"(?:der|des|von|von der|durch die|durch den|seitens der|aus der) (?P<name>{_GROUP}|{_PERSON})"
    rf"(?:,? (?:vom|v\.) (?P<date>{_DAY}))?"
)
_ASKS = guarded(rf"\b[Dd]ie (?P<name>{_GROUP}) (?:beantragt|beantragen|stellt|stellen|reicht|reichen|bittet|bitten)\b")
_MOVES = guarded(
    rf"(?<![\w.´/-])(?P<name>{_GROUP}|{_TITLE} (?:Dr\. )?[A-ZÄÖÜ][\w-]+)(?: ?\([^()\n]{{2,30}}\)|, {_PARTY},)? "
    r"(?:beantragte?n?|stell(?:t|en|te|ten) (?:\w{2,12} ){0,3}\w{0,14}[Aa]ntrag|bring(?:t|"
    r"en) (?:\w{2,12} ){0,3}\w{0,14}[Aa]ntrag)\b"
)
_MOVED_BY = guarded(
    rf"(?<![\w-])(?:[Ss]eitens (?:der|des)|[Vv]on (?:der )?|[Vv]om|[Dd]urch (?:die|den)) ?(?P<name>{_GROUP}|"
    rf"{_TITLE} (?:Dr\. )?[A-ZÄÖÜ][\w-]+)(?: ?\([^()\n]{{2,30}}\))? (?:wird |wurde )?(?:\w{{2,14}} ){{0,2}}beantragt\b"
)
_LETTER = (
    r"(?:\w{0,4}[Ss]chreiben|E?-?[Mm]ail|Brief|Schriftsatz|Eingabe|(?:\w{0,10}[Aa]n|Groß\w+ An|Klein\w+ An)frage|"
    r"\w{0,14}[Aa]ntrag|Datum|Fragenkatalog|Initiative)"
)
_ASKING = (
    r"(?:gestellt|eingereicht|vorgelegt|gebeten|angefragt|erkundigt|beantragt|gerichtet|eingebracht|übermittelt|"
    r"zugeleitet|übersandt|verlangt|gefordert|begehrt|ersucht|nachgesucht|aufgeworfen|wissen|fragt|fragte|erbeten|"
    r"bittet|bat|bitten|baten|beantragen|beantragte|stellt|stellte|reicht|reichte|legt|legte|erkundigt|ersucht|richtet|"
    r"richtete|begehrte?|brachte|bringt|verlangte?|forderte?|fragen|fragten|möchte|wollte)"
)
_BY_LETTER = (
    guarded(
        rf"\b[Dd]ie (?P<name>{_GROUP})(?: [a-zäöü]{{3,14}}){{0,4}} (?:mit|per|in|durch|unter)(?: (?:ihr|eine|"
        rf"dem))?\w{{0,2}} "
        rf"{_LETTER} (?:vom|v\.) (?P<date>{_DAY})(?=[^.;\n]{{0,160}}\b{_ASKING}\b)"
    ),
    guarded(
        rf"\b[Dd]ie (?P<name>{_GROUP}) (?:{_ASKING}|wandte sich|wendet sich)(?: [a-zäöüA-ZÄÖÜ]{{2,14}}){{0,6}} "
        rf"(?:mit|per|in|"
        rf"durch|unter)(?: (?:ihr|eine|dem))?\w{{0,2}} {_LETTER} (?:vom|v\.) (?P<date>{_DAY})"
    ),
    guarded(
        rf"\b(?:[Mm]it|[Pp]er|[Ii]n|[Dd]urch|[Uu]nter)(?: (?:ihr|eine|dem))?\w{{0,2}} {_LETTER} (?:vom|v\.) "
        rf"(?P<date>{_DAY}) "
        rf"(?:[a-zäöü]{{3,12}} ){{0,2}}die (?P<name>{_GROUP})(?=[^.;\n]{{0,160}})"
    ),
    guarded(
        rf"\b[Aa]m (?P<date>{_DAY}) (?:hat|hatte|reichte|stellte|brachte) die (?P<name>{_GROUP})"
        rf"(?=[^.;\n]{{0,60}}\b(?:[Aa]ntrag|[Aa]nfrage)\b[^.;\n]{{0,80}}\b(?:gestellt|ein|eingereicht|"
        rf"eingebracht|vorgelegt)\b)"
    ),
    guarded(
        rf"\b[Dd]ie (?P<name>{_GROUP}) (?:hat|hatte) am (?P<date>{_DAY})"
        rf"(?=[^.;\n]{{0,60}}\b(?:[Aa]ntrag|[Aa]nfrage)\b[^.;\n]{{0,80}}\b(?:gestellt|eingereicht|eingebracht|"
        rf"vorgelegt)\b)"
    ),
)
"""Who asks by a dated letter: "Die SPD-Fraktion hat mit Schreiben vom 11.8.2021 eine Anfrage gestellt"."""
_REQUESTED = re.compile(
    r"(?:ntr[aä]g(?:s|es|e)?|nfragen?|rsuchens?|nregung|nitiative|ingabe|atalogs?|orstoß(?:es)?|auftrags?) "
    r"(?:der|des|von|durch|seitens|aus) "
)
"""What each request holds: most texts have none, and this is soon seen."""
_LETTER_CUE = re.compile(
    r"(?:hreiben|ail|rief|riftsatz|ingabe|nfrage|ntrag|atum|atalog|nitiative) (?:vom|v\.) \d|"
    r"\d (?:hat|hatte|reichte|stellte|brachte) die |(?:hat|hatte) am \d"
)
_MOVE_CUE = re.compile(r"(?:eantragt|stell(?:t|en|te|ten) [^.;\n]{0,60}ntrag|bring(?:t|en) [^.;\n]{0,60}ntrag)")
_FOR_MONEY = guarded(r"[Ff]örder|[Zz]uwend|[Mm]ittel\b|[Zz]usch(?:uss|üsse)|Landesgeld|beim Land|Bezirksregierung")
_GENERIC = re.compile(r"\w{0,20}[Ff]raktion(?:en)?|Gruppe|Partei|Liste|Ratsgruppe")


def applicants(analysis: Analysis) -> Iterator[Fact]:
    """Each applicant once; those that the page states are left out."""
    seen = {_key(str(f.value.get("name"))) for f in analysis.stated("applicant")}
    for name, date, start, end in _found(analysis, labelled=not seen):
        if _key(name) not in seen and not _GENERIC.fullmatch(name):
            seen.add(_key(name))
            yield analysis.fact("applicant", applicant(name, date), start, end)


def _found(a: Analysis, *, labelled: bool) -> Iterator[tuple[str, str | None, int, int]]:
    label = _LABEL.search(a.text, 0, 4000) if labelled else None
    if label:
        yield label["value"].strip(), None, *label.span("value")
    paper = is_paper(a)
    asking = _ASKS.search(a.text, 0, 4000) if paper and not label else None
    if asking:
        yield _name(asking["name"]), None, *asking.span("name")
    for match in _REQUEST.finditer(a.text) if _REQUESTED.search(a.text) else ():
        day = next((d.iso for d in dates(match["date"])), None) if match["date"] else None
        yield _name(match["name"]), day, *match.span()
    for match in (
        m for pattern in (_BY_LETTER if _LETTER_CUE.search(a.text) else ()) for m in pattern.finditer(a.text)
    ):
        day = next((d.iso for d in dates(match["date"])), None)
        yield _name(match["name"]), day, *match.span()
    for pattern in (_MOVES, _MOVED_BY) if not paper and _MOVE_CUE.search(a.text) else ():
        for match in pattern.finditer(a.text):
            if not _FOR_MONEY.search(a.text[match.end() : match.end() + 80].split(".")[0]):
                yield _name(match["name"]), None, *match.span()


def _name(printed: str) -> str:
    name = re.sub(r"(rat|beirat)e?s$", r"\1", re.sub(r"\s+", " ", printed).strip(" .,"))
    return re.sub(r"^[Dd]ie (?!LINKE|Linke|GRÜNE|Grüne|PARTEI|Partei|Freie|FREIE)", "", name)


def _key(name: str) -> str:
    """A name without its form of address, so that "RM Meier" and "Meier" are one."""
    return re.sub(rf"^(?:(?:{_TITLE}|Herrn?|Frau|[Dd]ie) )+", "", name).casefold()


def applicant(name: str, date: str | None) -> dict[str, str | None]:
    """The fields of an applicant by its name."""
    group = re.search(r"(?i)fraktion|gruppe|\bliste\b|wähler|\b(?:CDU|CSU|SPD|FDP|AfD|GRÜNEN?|LINKE)\b", name)
    kind = "political_group" if group else "body" if re.search(r"rat$|beirat|vertretung", name) else "person"
    party = re.search(
        r"\b(CDU|CSU|SPD|FDP|AfD|UWG|FWG|BSW|Volt|Grüne\w*|GRÜNEN?|(?:DIE |Die )?(?:LINKE|"
        r"Linke))\b",
        name,
    )
    return {"name": name, "kind": kind, "party": party[1] if party else None, "date": date}
