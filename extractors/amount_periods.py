"""Over which time a sum runs: by its clause, its table, the term given beside it, or the sum that it is part of."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import guarded
from extractors.analysis import Analysis, Sentence
from extractors.numbers import dates
from extractors.tables import Table

_POST = (
    r"(?:(?:Case[\s-])?[\w-]{0,24}(?:[Ss]tellen?(?:anteil)?|[Kk]r(?:aft|äfte)|[Mm]anager(?:in)?|"
    r"[Mm]itarbeiter(?:in)?|[Bb]eschäftigten?)|"
    r"VZÄ|VZW|VK|VZK|VbE|FTE|CM|Vollzeit(?:äquivalent|wert|einheit)(?:en|e|s)?)"
)
"""What one rate is paid for: a post or the person on it."""
PERIODS = (
    (
        "per_fte_year",
        guarded(
            rf"\b(?:[Jj]e(?:weils)?(?:\s(?:ein|eine[rn]?))?|[Pp]ro|à|[Ff]ür\sjede[nrs]?)\s(?:[a-zäöüß]{{2,20}}\s){{0,2}}{_POST}\b|"
            rf"/\s?{_POST}\b|\b[Jj]ede[rs]?\s(?:der|dieser)\s(?:\w{{1,20}}\s){{0,2}}{_POST}\b|"
            r"\bfür\s(?:deren|derer)\sjede\b|\bje\s(?:besetzte[rn]?|bewilligte[rn]?|geförderte[rn]?|volle[rn]?)\s"
        ),
    ),
    (
        "per_month",
        guarded(r"\bmonatlich\w{0,2}\b|\b(?:pro|je|im|jeden) Monat\b(?!\s[A-ZÄÖÜ]\w+)|/\s?Monat\b|\bp\.\s?M\."),
    ),
    (
        "per_year",
        guarded(
            r"\b(?:all|ganz|zwei|gesamt)?jährlich\w{0,2}\b(?<!halbjährlich)|\b[Jj]ährlich\w{0,2}\b|"
            r"\b(?:pro|je) (?:Haushalts|Kalender|Förder|Bewilligungs|Wirtschafts|Rechnungs|Projekt)?[Jj]ahr\b|"
            r"\bim Jahr\b(?!\s(?:19|20)\d\d)|/\s?(?:Jahr|a)\b|\bp\.\s?a\.|\bpa\b(?=\s|\))|"
            r"\b[Üü]ber(?:s| das) (?:ganze )?Jahr\b|\b[Aa]ufs Jahr\b|\b[Aa]uf Jahresbasis\b|"
            r"\bJahr (?:um|für) Jahr\b|\bp\. ?J\.|\bpro anno\b|\b[Aa]lljährlich\w{0,2}\b|\bjedes Jahr\b|"
            r"\bper annum\b|\bin jedem (?:\w{2,10})?[Jj]ahr\b|\b[Ii]n den einzelnen Jahren\b|"
            r"\bJahres(?:betrag|betrags|summe|förderung|pauschale|budget|gebühr|beitrag|kosten|volumen|zuwendung|zuweisung|"
            r"zuschuss|rate|miete|aufwand|festbetrag|ansatz|mittel)\w{0,2}\b"
        ),
    ),
    (
        "total",
        guarded(r"\b[Ee]inmalig\w{0,2}\b|\bGesamt(?:kosten|ausgaben|investition|fördersumme)\b(?!.{0,60}zeitraum)"),
    ),
)
"""Periods by the words of a clause, the narrowest first."""
_TERM = (
    r"(?:(?:[Bb]ewilligungs|[Dd]urchführungs|[Ff]örder(?:ungs)?|[Pp]rojekt|[Zz]uwendungs|[Vv]ertrags|[Mm]aßnahmen?)?-?"
    r"(?:[Zz]eitraum|[Ll]aufzeit|[Dd]auer|[Zz]eit|[Pp]eriode|[Pp]hase)\w{0,2})"
)
_TERM_UNTIL = guarded(
    rf"\b{_TERM}\b[^;]{{0,80}}?\bbis\b|\b{_TERM}\s(?:endet|endete|läuft|lief|schließt|erstreckt)\b|"
    r"\b(?:befristet|begrenzt|gültig|gilt|gelten|erstreckt|[Dd]urchführung|durchgeführt)\b[^;]{0,50}\bbis\b|"
    r"\bbis\b[^;]{0,40}\b(?:befristet|begrenzt|gültig|durchzuführen|abzuschließen)\b"
)
"""Words that give the term of a grant, before the day on which it ends."""
_ENDS = guarded(
    r"\b(?:läuft|laufen|lief|reicht|reichen|gesichert|verlängert|verausgabt|einzusetzen|einsetzbar|zweckgebunden)\b"
    r"[^;]{0,50}\bbis\b|\bbis\b[^;]{0,40}\b(?:gesichert|zu verwenden|zu verausgaben|abzurufen)\b|"
    r"\b(?:endet|enden|endete|Schluss|Ende|ausläuft|auslaufen|läuft|laufen)\b[^;]{0,40}\b(?:am|zum|mit|nach|bis)\b"
)
"""Words that give it only where the sum stands in the same sentence: elsewhere they may speak of the programme."""
_LAST_TIME = guarded(
    r"(?i)\bletztmal\w*|\bzuletzt\b|\brestlich\w*|\bRest\w{0,3}\b|\babgeruf|\bvorjahr|"
    r"\bbisherig\w*|\bentfäll\w{0,2}\b|\bgestrichen|\bgekürzt"
)
"""A last instalment or a rest is not what a whole term brings."""
_PARTS = guarded(
    r"\b(?:nämlich|davon|hiervon|darunter|hierunter|wovon|worunter|worin|darin|woran|und zwar|aufgeteilt|"
    r"verteil\w{1,3} sich|setz\w{1,2} sich)\b"
)
_LAST_PERIOD = guarded(r",\s(?:jährlich|jeweils jährlich|jeweils (?:pro|im) Jahr|pro Jahr|p\. ?a\.)\s?[.)]?\Z")
_CHANGED = guarded(r"\bvon\s[^.;]{0,20}(?:€|EUR|Euro)\sauf\s")
"""The sum before a change: its period is told behind the new one ("von 50.000 € auf 55.000 € im Jahr")."""
_OF_POSTS = guarded(r"[Ss]telle|VZÄ|Vollzeitäquivalent")
_ONE_YEAR = guarded(
    r"\b(?:[Ff]ür|in) (?:das|dem) (?:Haushalts|Förder|Kalender|Bewilligungs)?[Jj]ahr(?:es)? 20\d\d\b|"
    r"\b(?:bewilligt|zugewiesen|gewährt)\s(?:(?:in|im Jahr|für)\s)?20\d\d\b"
)
_AWARDED = guarded(
    r"(?i)\b(?:bewilligt|zugewiesen|zuerkannt|gewährt|zugesprochen|zugeteilt|zugebilligt|ausgereicht)\w{0,2}\b"
)
_NEIGHBOURS = 2
"""Sentences before and behind a sum in which its term may be given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a sum stands: its clause, its sentence, and what its kind lets expect."""

    clause: str
    sentence: Sentence
    offset: int
    """Of the sum, in the view."""
    times: bool
    """Whether it is a rate that a number of posts is multiplied with."""
    alone: bool
    """Whether it is the only sum of its sentence."""
    kind: str | None


def period(analysis: Analysis, place: Place) -> str | None:
    """The period of a sum: per_year, per_month, per_fte_year, total, "total until" a day; None if not told."""
    text = place.sentence.text
    if place.times and _OF_POSTS.search(text):
        return "per_fte_year"
    table = _table_at(analysis, place.offset)
    told = named(place.clause) or (named(_above(table, place.offset)) if table else None)
    if told and told != "total":
        return told
    until = _until(analysis, place, table)
    if until:
        return until
    whole = told or next((name for name, pattern in PERIODS if name != "total" and pattern.search(text)), None)
    if told or place.alone or (whole == "per_year" and _shared(text, place.clause)):
        return whole or _one_year(place, table)
    return _one_year(place, table)


def named(words: str) -> str | None:
    """The period that a few words name."""
    return next((name for name, pattern in PERIODS if pattern.search(words)), None)


def _table_at(analysis: Analysis, offset: int) -> Table | None:
    at = bisect.bisect_right(analysis.tables, offset, key=lambda t: t.start) - 1
    return analysis.tables[at] if at >= 0 and offset < analysis.tables[at].end else None


def _above(table: Table, offset: int) -> str:
    """Head of the column that holds an offset, and the first words above the table."""
    row = table.row_at(offset)
    cell = row.cell_at(offset) if row else None
    return f"{table.head_of(cell) if cell else ''} \n {table.title[-200:]}"


def _until(analysis: Analysis, place: Place, table: Table | None) -> str | None:
    """The day on which the term ends that this sentence or one beside it gives."""
    if place.kind == "rate" or _LAST_TIME.search(place.sentence.text):
        return None
    for sentence in (place.sentence, *_beside(analysis, place, table)):
        until = _TERM_UNTIL.search(sentence.text)
        if until is None and sentence is place.sentence:
            until = _ENDS.search(sentence.text)
        if until is None or _LAST_TIME.search(sentence.text):
            continue
        days = [d for d in dates(sentence.text) if d.precision == "day" and d.complete and d.end > until.start()]
        if days:
            return f"total until {max(d.iso for d in days[:2])}"
    return None


def _beside(analysis: Analysis, place: Place, table: Table | None) -> Iterator[Sentence]:
    """The next sentences of the paragraph, then those before; above a table those of the paragraph that opens it."""
    if place.kind not in ("grant", "funding", "expenditure", "budget", "own_share", None):
        return
    every = analysis.sentences
    at = bisect.bisect_right(every, place.sentence.start, key=lambda s: s.start) - 1
    near: Sequence[Sentence] = every[at + 1 : at + 1 + _NEIGHBOURS]
    if table is None:
        near = [*near, *reversed(every[max(0, at - _NEIGHBOURS) : at])]
        yield from (s for s in near if s.block == place.sentence.block)
        return
    first = bisect.bisect_left(every, table.start, key=lambda s: s.start)
    above = every[max(0, first - _NEIGHBOURS - 1) : first]
    yield from (s for s in reversed(above) if s.block.segment == table.block.segment and s.block.kind != "row")


def _shared(text: str, clause: str) -> bool:
    """Whether a period holds for parts of its sum too ("jährlich 600.000 €, davon ..."), or for the sum replaced."""
    at = text.find(clause)
    parts = _PARTS.search(text)
    if parts and (at >= parts.start() or parts.start() < at + len(clause) or _LAST_PERIOD.search(text)):
        return True
    return bool(_CHANGED.search(text[: at + len(clause) + 30]))


def _one_year(place: Place, table: Table | None) -> str | None:
    """What is awarded for one named year is the whole of that award."""
    words = f"{place.sentence.text} {_above(table, place.offset)}" if table else place.sentence.text
    return "total" if _ONE_YEAR.search(words) and _AWARDED.search(words) else None
