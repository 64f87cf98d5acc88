"""Seats in a steering group told in running text: who chairs it, who is sent to it, and lists of its members.

"unter dem Vorsitz der Sozialdezernentin", "Mitglieder sind die Leitung des Jobcenters, ... und ...", "entsendet zwei
Vertreterinnen". What is only asked for or demanded is no seat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.patterns import guarded
from extractors.analysis import Sentence

_HOLDER = (
    r"(?:(?:de[rsmn]|die|das|eine[rmns]?|zwei|drei|vier|je|Herrn?|Frau|Dr\.|Prof\.|Landrats?|Landrätin) ){0,4}"
    r"[A-ZÄÖÜ][\w./-]{0,40}"
    r"(?:,? (?:(?:de[rsmn]|des|für|und|Herrn?|Frau|Dr\.|Prof\.|von|im|beim) ){0,4}[A-ZÄÖÜ][\w./-]{0,40}){0,6}"
)
_CHAIRED = guarded(
    rf"\b(?:unter|mit) (?:(?:dem|der|deren|dessen) )?(?:Vorsitz|Leitung|Moderation) (?:von )?{_HOLDER}|"
    rf"\b(?:[Dd]en Vorsitz|[Dd]ie Leitung|[Dd]ie Moderation) (?:hat|führt|übernimmt|übernahm|haben|liegt bei|hatte|"
    rf"innehat) {_HOLDER}|"
    rf"\b(?:Vorsitz|Leitung|Vorsitzende[r]?|Moderation): ?{_HOLDER}|"
    rf"\b(?:[Gg]eleitet|[Mm]oderiert) (?:wird|werde|wurde)? ?(?:\w+ ){{0,4}}(?:von|vom|durch) {_HOLDER}|"
    rf"\b{_HOLDER} (?:führt|hat|übernimmt|führe|habe) den Vorsitz\b|"
    rf"\b(?:vo[nm]|durch) (?:de[rm] )?{_HOLDER} (?:geleitet|moderiert)\b"
)
_SENT = guarded(
    rf"\b(?:durch )?(?:die |der )?Entsendung {_HOLDER}(?:,? als [^,.;]{{3,40}})?|"
    rf"\b{_HOLDER} (?:entsendet|entsenden|stellt|stellen|benennt|benennen) (?:je )?(?:eine?n?|zwei|drei|vier|\d) "
    r"(?:\w+ )?(?:Mitglied(?:er)?|Vertret\w+|Person(?:en)?|Sitze?)|"
    rf"\b{_HOLDER},? (?:nimmt|nehmen|ist|sind) (?:\w+ ){{0,3}}(?:mit beratender Stimme|als (?:ständiger? )?Gast|"
    rf"als Gäste|beratend|"
    r"als (?:stimmberechtigtes|beratendes|ständiges|kooptiertes) Mitglied)(?: teil| vertreten)?\b|"
    rf"\b{_HOLDER} (?:hat|haben|erhält|erhalten|habe|hätten|hat einen) (?:eine[n]? |je eine[n]? |zwei |drei )?"
    r"(?:Sitz(?:e)?(?: und Stimme)?|Stimmrecht|beratende Stimme)\b|"
    rf"\b(?:vertreten durch|vertritt) {_HOLDER}|"
    rf"\b{_HOLDER} (?:ist|sei|sind|seien|war|wird|werde) (?:\w+ )?(?:dort|darin|hierin|in (?:der|dieser|ihr) [\w-]+) "
    rf"(?:\w+ )?durch (?:seine?n?|ihre?n?|{_HOLDER})(?: [A-ZÄÖÜ]\w+)? vertreten\b|"
    rf"\bgehör(?:t|te|e) (?:\w+ ){{0,2}}?(?:de[rmn]|die|ein|eine) (?![\w-]*(?:gruppe|kreis|gremium|runde|beirat)\b)"
    rf"(?=[^,;]{{0,80}}(?i:vorsitz|leit|sprecher|vertret|"
    rf"mitglied|dezernent)){_HOLDER}(?: \w+){{0,3}} an\b"
)
_LIST = guarded(
    r"(?:\bMitglieder(?: (?:der|des|dieser|dieses) [\w-]+(?: [A-ZÄÖÜ][\w-]+)?)? (?:sind|waren|seien)|"
    r"\b(?:gehören|gehörten|gehört)(?: (?:neben [^,]{3,60}|der|ihr|dem|ihm|dieser|derzeit|aktuell|bislang|bisher|"
    r"außerdem|zudem|auch|ferner|"
    r"weiterhin|[\w-]*[Gg]ruppe|[\w-]*[Kk]reis|[\w-]*[Gg]remium))*|"
    r"\b(?:[Vv]ertreten|[Bb]eteiligt) (?:sind|waren|seien)(?: (?:darin|dort|in der [\w-]+|neben [^,]{3,60}))?|"
    r"\b(?:setzt|setze|setzen) sich (?:\w+ ){0,3}(?:zusammen )?aus|\bbesteh(?:t|e|en|end) aus|"
    r"\b[Mm]it dabei sind|\b(?:Mitglieder|Besetzung|Zusammensetzung|Teilnehmende|Sitze)(?: \([^()]{2,40}\))?:|"
    r"\bals (?:(?:stimmberechtigte|beratende|ständige) )?Mitglieder (?:\w+ ){0,2}(?:benannt|vorgesehen|"
    r"bestellt):?) (?P<list>.+)"
)
_LED = guarded(
    r"^[^:]{0,160}?(?i:mitglied|besetz|zusammen|sitz|gehör|vertreten|entsandt|benannt|bestellt|berufen|gebildet|umfass|"
    r"teilnehm|tisch|mitwirk|arbeiten|besteh|liste|personen|wie folgt|folgende)[^:]{0,80}: (?P<list>.+)"
)
_OFFICE = guarded(
    r"(?i:leit(?:ung|er|erin)\b|dezernent|vorsitz|geschäftsführ|vertret(?:ung|er|erin)|beigeordnet|sprecher|landrat|"
    r"landrätin|"
    r"bürgermeister|vorstand|amtsleit|beauftragt|koordinat|mitglied|fachkraft|direktor)|\b(?:Herrn?|Frau|Dr\.)\s"
)
_STOP = guarded(r"\s(?:an|zusammen|vertreten|sowie weitere|teil)?\s{0,9}[.!]?$")
_SPLIT = guarded(
    r"(?:;|,(?! (?:der|die|das|dem|den) [a-zäöüß]))(?: (?:und|sowie))? |(?<=[\w)]) (?:und|"
    r"sowie) (?=(?:(?:je )?(?:die|der|das|den|dem|ein|eine|einer|zwei|drei|vier|je|von|vom) )?[A-ZÄÖÜ][^,;]*)"
)
_DEMANDED = guarded(
    r"\b(?:fordert|fordern|verlangt|fragt|bittet|bat|gebeten|wünscht|empfiehlt|soll(?:te|ten|en)?|möchte|schlägt|ob|künftig|"
    r"nicht)\b"
)
_PART = guarded(r"^(?:auch|ferner|zudem|außerdem|derzeit|aktuell|neben\b[^,]*|weiterhin) ")


def told_seats(sentence: Sentence, near: bool) -> Iterator[tuple[Span, bool]]:
    """Places of the seats that a sentence tells, and whether each is the chair's. `near`: the group is its subject."""
    text, base = sentence.text, sentence.start
    if text.endswith("?"):
        return
    listed = (_LIST.search(text) or _LED.search(text)) if near else None
    items = list(_items(text, listed)) if listed and not _DEMANDED.search(text[: listed.start()]) else []
    for low, high in items:
        yield (
            (base + low, base + high),
            bool(
                re.search(
                    r"(?i)vorsitz|leitung der (?:lenkungs|"
                    r"steuerungs)",
                    text[low:high],
                )
            ),
        )
    for pattern, chair in ((_CHAIRED, True), (_SENT, False)):
        for match in pattern.finditer(text) if near else ():
            inside = any(a < match.end() and match.start() < b for a, b in items)
            low = text.rfind(";", 0, match.start()) + 1
            if not inside and not _DEMANDED.search(text[low : match.end()]):
                yield (base + match.start(), base + match.end()), chair


def _items(text: str, listed: re.Match[str]) -> Iterator[Span]:
    """The items of a list in a sentence, if they name offices or persons; a mere list of kinds of bodies is none."""
    low = listed.start("list")
    stop = _STOP.search(text, low)
    high = stop.start() if stop else len(text.rstrip(" .!"))
    if re.match(r"(?:aus )?(?:Akteur|Vertret\w+ (?:von|aus|der)|Mitglied\w* (?:aus|der)) ", text[low:]):
        return
    edges = [low, *(m.end() for m in _SPLIT.finditer(text, low, high))]
    ends = [*(m.start() for m in _SPLIT.finditer(text, low, high)), high]
    items = [(a, b) for a, b in zip(edges, ends, strict=True) if b - a > 3 and re.search(r"[A-ZÄÖÜ]", text[a:b])]
    offices = [i for i in items if _OFFICE.search(text[slice(*i)])]
    if len(items) < 2 or len(offices) * 2 < len(items):
        return
    for a, b in items:
        skipped = _PART.match(text[a:b])
        yield a + (skipped.end() if skipped else 0), b
