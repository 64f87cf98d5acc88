"""Seats told in a clause: "der Vorsitzende gehöre ihr beratend an", "der IR-Vorsitz hat dort einen Platz".

A clause tells a seat that names who holds it (an office or a council body) and says that he belongs to the group, sits,
votes or works in it, or is sent to it. Questions, demands, negations and what is only thought of tell none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.patterns import guarded

_BODY = (
    r"(?:[A-ZÄÖÜ][\w-]{0,30}?(?:rat(?:e?s)?|beirat(?:e?s)?|ausschuss(?:es)?)|IR|Integrationsgremium|Ausschuss(?:es)?|"
    r"Beirat(?:e?s)?|Rat(?:e?s)?)"
)
_OFFICE = (
    r"(?:[A-ZÄÖÜ][\w-]{0,40}?)?(?:[Vv]orsitz(?:ende[rn]?)?|[Ss]precher(?:in)?|[Ll]eit(?:ung(?:en)?|er(?:in)?)|"
    r"[Gg]eschäftsführ(?:ung|er(?:in)?)|[Dd]ezernent(?:in)?|[Bb]eigeordnete[rn]?|[Ll]andr(?:at(?:e?s)?|ätin)|"
    r"[Bb]ürgermeister(?:in|s)?|[Dd]irektor(?:in|s)?|[Vv]orst(?:and|änd(?:in|e))|[Bb]eauftragte[rn]?|"
    r"[Kk]oordinator(?:in)?|[Pp]räsident(?:in)?|[Oo]bmann|[Oo]bfrau)"
)
_DETERMINER = (
    r"(?:(?:[Dd]e[rmn]|[Dd]ie|[Dd]as|[Ee]ine?[mnr]?|[Ss]eine?[mnr]?|[Ii]hre?[mnr]?|[Dd]essen|[Dd]eren|je eine?) )?"
)
_HOLDER = guarded(
    rf"(?<![\w-]){_DETERMINER}"
    rf"(?:(?:jeweilige|stellvertretende|ehrenamtliche|amtierende|zuständige|Erste|Zweite)[rn]? )?"
    rf"(?:(?:Mitglieder|Vertret(?:ung|er|erin)) (?:des|der) {_BODY}|{_OFFICE}|{_BODY})(?![\wäöüß-])"
    r"(?: (?:des|der|vom|beim|im|für|von)(?: (?:städtischen|örtlichen|beratenden))? "
    r"(?![\w-]*(?:[Gg]ruppe|[Kk]reis|[Gg]remium|[Rr]unde)\b)[A-ZÄÖÜ][\w-]{1,40})?"
)
_IS = guarded(
    r"\b(?:wird|werde|werden|ist|sei|sind|seien|war|waren|bleibt|bleibe|wurde|wurden|worden|habe?|haben|hat)\b"
)
_HAS = guarded(
    r"\b(?:ha(?:t|be|ben|tte)|besitz(?:t|e|en)|verfüg(?:t|e|en)|hält|halten|führ(?:t|e|en)|innehat|innehabe|inne|nimmt|"
    r"steht|stehe|zusteht|zustehe|kommt)\b"
)
_TELLS = (
    (guarded(r"\b(?:an|zu|dazu|hinzu)?gehör(?:t|e|en|te|ten|ig)\b"), None),
    (
        guarded(
            r"\b(?:[Mm]itglied(?:er)?|[Vv]ertreten|dabei|[Bb]eteiligt|eingebunden|Teil|Gast|Gäste|gesetzt|kooptiert|"
            r"präsent|berufen|benannt|entsandt|bestellt|delegiert|aufgenommen|[Ss]timmberechtigt|beratend|zugehörig|"
            r"zugeordnet)\b"
        ),
        _IS,
    ),
    (
        guarded(
            r"\b(?:[Ss]itz|Platz|Stimme|Stimmrecht|Mandat|Vorsitz|Gaststatus|Rederecht|Stuhl|Gastrecht|"
            r"Teilnahmerecht)\b"
        ),
        _HAS,
    ),
    (guarded(r"\b(?:mit)?sitz(?:t|e|en)\b"), None),
    (guarded(r"\bVorsitzende[r]? de[rs] [\w-]{0,30}(?:gruppe|kreis(?:es)?|gremiums?|runde|teams?)\b"), _IS),
    (guarded(r"\bteil(?:nimmt|nehme|nehmen)\b|\b(?:nimmt|nehme|nehmen)\b[^.]{0,160}\bteil\b"), None),
    (
        guarded(
            r"\bmit(?:wirkt|wirke|wirken|arbeitet|arbeite|redet|entscheidet)\b|"
            r"\b(?:wirk(?:t|e|en)|arbeite(?:t|n)?|entscheide(?:t|n)?|stimm(?:t|e|en))\b[^.]{0,160}\bmit\b"
        ),
        None,
    ),
    (guarded(r"\b(?:entsend(?:et|e|en)|entsandte|benennt|delegiert|zählt|zähle)\b"), None),
)
_UNREAL = guarded(
    r"\b(?:ob|soll(?:e|en|te|ten|t)?|könn(?:t?e|t?en)|müss(?:e|t?en?)|würde\w*|wäre\w*|hätte\w*|"
    r"möge\w*|dürf\w+|"
    r"(?:wird|werde[n]?)(?![^.]{0,160}\b(?:vertreten|beteiligt|eingebunden|hinzugezogen))|"
    r"künftig\w*|nicht|kein\w*|noch nie|weder|statt|falls|wenn|sofern|"
    r"aufzunehmen|einzuräumen|"
    r"zu (?:benennen|entsenden|berufen|beteiligen|vertreten))\b|\?\s*$"
)
_WANTED = guarded(
    r"\b(?:forder(?:t|n|te|ten)|gefordert|verlang(?:t|en|te|ten)|bitte(?:t|n)|bat(?:en)?|gebeten|erbeten|gewünscht|"
    r"beantragte[nt]?|wünsch(?:t|en)|empf(?:iehlt|ehlen)|reg(?:t|en) |"
    r"beantrag(?:t|en)|"
    r"möchte\w*|schläg(?:t|e)|schlagen|plädier\w+|dringt|drängt|[Aa]ntrag|fragt|fragen|erkundigt|wissen)\b"
)
_ANSWERED = guarded(r"\b(?:antwort|bestätig|erklär|entgegn|erwider|bejah)")
_OBJECT = guarded(r"(?:[Dd]en |[Dd]ie )?(?:Vorsitz|Leitung)")
_BREAK = guarded(
    r"; |: |, (?=(?:und )?(?:dass|daß|ob|weil|da|wobei|während|sodass|so dass|womit|wohingegen|jedoch|aber|und zwar|so "
    r"[A-ZHF]|wenn|falls|antworte\w+|erklär\w+|denn|zumal|obwohl|nachdem|worauf\w*|wie|welche[rnms]?|"
    r"(?:mit)?[a-zäöü]{4,20}en (?:d[aü]rf|k[aö]nn|soll|m[uü]ss)\w{0,3}|"
    r"(?:der|die|das) [A-ZÄÖÜ][\w-]+ [^,]{0,120}(?:gehör|sitz|säß|sei|ha|nehm|nimm|wirk|arbeit|red|stimm)\w{0,3})\b)"
)
_THERE = guarded(
    r"\b(?:dort|darin|hierin|ihr|ihm|dem Gremium|im Gremium|der Runde|in dieser|diesem|dieser|mit am Tisch|dabei)\b"
)
_COUNCIL = guarded(_BODY)


def seat_clauses(text: str, group: Span | None) -> Iterator[tuple[Span, str]]:
    """Clauses of a sentence that tell a seat, with the words for its holder. `group`: where its name stands."""
    before = text[: group[0]] if group else text
    if _WANTED.search(before) and not _ANSWERED.search(text):
        return
    edges = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    for low, high in itertools.pairwise(edges):
        clause = text[low:high]
        named = group is not None and low <= group[0] < high
        if not (named or _THERE.search(clause) or group is None) or _UNREAL.search(clause) or not _told(clause):
            continue
        outside = clause if not named or group is None else _blank(clause, group[0] - low, group[1] - low)
        holders = [m for m in _HOLDER.finditer(outside) if not _in_bracket(clause, m.start())]
        offices = [m for m in holders if not _COUNCIL.fullmatch(m.group().split(" ", 1)[-1])]
        persons = [m for m in offices if not _OBJECT.fullmatch(m.group())] or offices[:1] or holders[:1]
        if len(persons) == 1:
            inner = re.match(r"(?:und |dass |daß |weil |da |denn |wobei |zumal |[Jj]a, )*", clause)
            yield (low + (inner.end() if inner else 0), low + len(clause.rstrip(" ,;:.!"))), persons[0].group()
        else:
            yield from (((low + m.start(), low + m.end()), m.group()) for m in persons)


def _told(clause: str) -> bool:
    return any(sign.search(clause) and (helper is None or helper.search(clause)) for sign, helper in _TELLS)


def _blank(clause: str, low: int, high: int) -> str:
    return clause[:low] + " " * (high - low) + clause[high:]


def _in_bracket(clause: str, at: int) -> bool:
    return clause.rfind("(", 0, at) > clause.rfind(")", 0, at)
