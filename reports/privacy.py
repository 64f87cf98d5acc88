"""Private contact data in what is published: telephone numbers, mail addresses, birthdays, homes, accounts.

Where only quotes are published, every such place is shown as "[…]". It is looked for in the whole text of a document,
so that a quote which begins or ends within one shows no part of it, and all offsets stay those of the original.
What was read from within such a place alone is left out. All repetitions are bounded: time grows with the length.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reports.library import Claim, Doc, Library, Passage

MASK = "[…]"
_FILL = "\ufdd0"
"""Stands for every masked character of a document's text; Unicode has no such character, so no text has it."""

_FILLED = re.compile(f"{_FILL}+")
_B = "[ \u00a0]"
_MAIL = re.compile(
    r"[\w.+-]{1,64} ?(?:@|[(\[](?:at|ät)[)\]]) ?[\w-]{1,63}(?: ?(?:\.|[(\[](?:dot|punkt)[)\]]) ?[\w-]{2,63}){1,4}"
)
_IBAN = re.compile(rf"\b[A-Z]{{2}}\d\d(?:{_B}?[0-9A-Z]{{4}}){{2,7}}(?:{_B}?[0-9A-Z]{{1,3}})?\b")
_DAY = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8}\.?)\s?(?:\d{4}|\d\d)|"
    r"\d{1,2}/\d{1,2}/\d{2,4}|(?:19|20)\d\d)(?!\d)"
)
_BORN = re.compile(
    rf"(?:\b(?:geb|geboren(?:e[rn]?)?|[Gg]eburts(?:datum|tag)|Geboren)\b[.:]{{0,2}}(?:{_B}(?:wurde|ist))?\s{{0,2}}"
    rf"(?:(?:am|im Jahre?)\b:?)?\s{{0,2}}|(?<!\w)\*{_B}?)(?P<private>{_DAY})"
)
_BORN_AFTER = re.compile(
    rf"(?P<private>{_DAY})\s{{1,2}}(?:geboren|Geburtstag)\b"
    r"|\bgeboren\s{1,2}im\s{1,2}(?:Monat\s{1,2})?(?P<month>[A-ZÄ][a-zä]{2,8}\s{1,2}(?:19|20)\d\d)"
    r"|\((?P<age>\d{1,3}\s{1,2}Jahre?(?: alt)?)\)|\b(?P<years>\d{1,3})\s{1,2}Jahre alt\b"
)
"""The same told the other way round, or as an age."""
_DIGITS = rf"\d(?:\d|{_B}|[()/.–-]){{1,26}}\d"
_CALL = re.compile(
    r"\b(?:Tel|Tele(?:fon|fax)(?:nummer|anschluss)?|Fon|Fax|Mobil(?:telefon|funk|nummer)?|Handy(?:nummer)?|Durchwahl|"
    r"Ruf(?:nummer)?|WhatsApp)\b(?: ?[(/][A-Za-z]{1,12}\)?)?[.:/\s-]{0,4}(?:(?:Nr\.?|Nummer|unter)[:\s]{0,3})?"
    rf"(?P<private>[+(]{{0,2}}{_DIGITS})"
)
_ABROAD = re.compile(rf"(?<![\w.,/+-])(?P<private>(?:\+|00)[1-9]\d?(?:\d|{_B}|[()/.–-]){{5,22}}\d)(?!\w)")
_AREA = re.compile(
    rf"(?<![\w.,/=§-])(?P<private>\(?0[1-9]\d{{1,4}}\)?(?:{_B}?[/–-]{_B}?|{_B})(?!(?:19|20)\d\d(?!\d))"
    rf"\d{{2,9}}(?:[ \u00a0–-]{{1,2}}\d{{1,8}}){{0,4}})(?![\w€]|[.,]\d|{_B}(?:€|Euro|EUR))"
)
_BARE = re.compile(rf"(?<![\w.,/=§-])(?P<private>01[567]\d{_B}?[/-]?{_B}?\d{{6,9}}|0[2-9]\d{{8,9}})(?!\w|[.,]\d)")

_ROAD = (
    "(?:[Ss]tra(?:ß|ss)e|[Ss]tr\\.|[Ww]eg|[Aa]llee|[Pp]latz|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Pp]fad|[Ss]tieg|"
    "[Ss]teig|[Ww]all|[Kk]amp|[Cc]haussee|[Pp]romenade|[Ss]iedlung)"
)
_HOUSE = (
    rf"(?:{_B}{{1,3}}|(?<=\.)(?=\d)|{_B}{{0,3}}\n{_B}{{0,3}}(?=\d{{1,4}} ?[a-z]?(?:,|\s{{1,3}}\d{{5}}\b| in\b)))"
    r"(?:Nr\. ?|Nummer )?(?!0)\d{1,3}(?: ?[a-zA-Z](?!\w))?(?: ?[/–-] ?\d{1,3}(?: ?[a-z](?!\w))?)?(?!\w|[.,/]\d|[%€]|"
    rf"{_B}(?:Euro|EUR|€|%|Prozent|Stellen?|VZÄ|Personen|Plätze|Uhr|Mio|Tsd|Millionen|Kinder|Menschen|Meter|k?m\b))"
)
_LIVING = re.compile(
    rf"\b(?:wohnhaft|wohnend|Anwohner(?:in)?|Anlieger(?:in)?|aus der Straße)\b[^.;\n]{{0,24}}?"
    rf"(?P<private>(?:[Aa][mn]|[Aa]uf|[Ii][mn]|[Zz]u[rm]|[Uu]nter|[Hh]inter|[Vv]or|[Bb]ei[m]?|[Dd]es){_B}"
    rf"(?:(?:de[mnrs]|{_B}){_B}?)?(?:\d{{1,2}}\.{_B})?[A-ZÄÖÜ][\w'’-]{{1,30}}(?:{_B}[A-ZÄÖÜ][\w'’-]{{1,30}})?"
    rf"{_B}(?!0)\d{{1,3}}(?:{_B}?[a-z](?!\w))?)(?!\w|[.,]\d|{_B}(?:Euro|€|%|Stellen?|VZÄ|Uhr|Jahre))"
)
"""A home in a street without a street's name: "wohnhaft Am Alten Markt 3a"."""
_CORNER = re.compile(
    rf"(?<![\w-])(?:Am|An (?:der|den|dem)|Auf (?:der|dem|den)|Im|In (?:der|den|dem)|Zur|Zum|Unter den){_B}"
    rf"[A-ZÄÖÜ][\w'’-]{{2,30}}{_B}(?!0)\d{{1,3}}(?:{_B}?[a-z](?!\w))?(?=\s?,?\s(?:in\s)?\d{{5}}\b)"
)
_TOWN = rf"(?:D-)?\d{{5}}{_B}{{1,2}}[A-ZÄÖÜ][\w-]{{1,40}}"
_HOME = re.compile(
    rf"(?<![\w-])(?:(?P<name>[A-ZÄÖÜ][\w'’-]{{0,40}}{_ROAD})|(?P<first>[A-ZÄÖÜ][\w'’-]{{0,40}}\.?){_B}{_ROAD})"
    rf"{_HOUSE}(?:\s?,?\s{{1,3}}{_TOWN})?"
)
_POSTED = re.compile(
    rf"(?<![\w-])[A-ZÄÖÜ][\w.'’-]{{1,40}}(?:{_B}[\w.'’-]{{1,30}}){{0,2}}{_B}(?!0)\d{{1,3}}(?: ?[a-zA-Z](?!\w))?"
    rf"(?: ?[/–-] ?\d{{1,3}})?\s?(?:,\s{{0,3}}|[\n ·|-]\s{{0,3}}){_TOWN}"
)
_NO_ROAD = re.compile(
    r"(?:Arbeits|Ausbildungs|Studien|K[iI][tT][aA]-?|Betreuungs|Bildungs|Rechts|Dienst|Verwaltungs|Kurs|Praktikums|Lebens|"
    r"Förder|Verfahrens|Beschwerde|Klage|Instanzen|Integrations|Unterbringungs|Therapie|OGS-?|Pflege|Heim|Steh|Sitz|Stell)"
    r"-?(?:[Ww]eg|[Pp]latz)|(?:Platz|Weg|Ring|Straße|Allee)"
)
_NO_NAME = frozenset(
    "Auf Der Die Das Den Dem Des Ein Eine Einen Einem Vom Pro Je Ihr Ihre Kein Keine Jeder Diese Dieser Dieses".split()
)


def private(text: str) -> list[tuple[int, int]]:
    """Stretches of private contact data, in order, merged where they touch."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_found(text)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def masked(text: str) -> str:
    """The text with "[…]" for every private place."""
    return shown(_filled(text))


def shown(text: str) -> str:
    """A stretch of a protected document's text as readers see it."""
    return _FILLED.sub(MASK, text)


def protect(library: Library) -> Library:
    """A library without private contact data: in the texts, in the quotes, and in what was read."""
    docs = {d.id: _doc(d) for d in library.docs}
    return dataclasses.replace(
        library,
        docs=tuple(docs[d.id] for d in library.docs),
        claims={key: tuple(_claims(claims, docs[key])) for key, claims in library.claims.items()},
        rejected={key: tuple(_claims(claims, docs[key])) for key, claims in library.rejected.items()},
    )


def _doc(doc: Doc) -> Doc:
    owner = doc.dated.owner
    if owner and owner.file:
        named = dataclasses.replace(owner, file=masked(owner.file))
        doc = dataclasses.replace(doc, dated=dataclasses.replace(doc.dated, owner=named))
    return dataclasses.replace(doc, text=_filled(doc.text), title=masked(doc.title))


def _claims(claims: Iterable[Claim], doc: Doc) -> Iterator[Claim]:
    for claim in claims:
        passages = tuple(Passage(start=p.start, end=p.end, quote=doc.text[p.start : p.end]) for p in claim.passages)
        if passages and not passages[0].quote.strip(_FILL + " "):
            continue
        seen = tuple(dataclasses.replace(p, quote=shown(p.quote)) for p in passages)
        review = claim.review and dataclasses.replace(
            claim.review, value=_clean(claim.review.value), read=_clean(claim.review.read)
        )
        yield dataclasses.replace(claim, doc=doc, value=_clean(claim.value), passages=seen, review=review)


def _clean(value: Any) -> Any:
    """A fact's value with every text in it masked."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: _clean(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(held) for held in value]
    return value


def _filled(text: str) -> str:
    parts, last = [], 0
    for start, end in private(text):
        parts += [text[last:start], _FILL * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _found(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_MAIL, _POSTED):
        yield from (m.span() for m in pattern.finditer(text))
    for pattern, least in ((_BORN, 0), (_CALL, 0), (_BARE, 0), (_AREA, 8), (_ABROAD, 10)):
        for found in pattern.finditer(text):
            if sum(c.isdigit() for c in found["private"]) >= least:
                yield found.span("private")
    yield from (m.span() for m in _IBAN.finditer(text) if _is_account(m[0]))
    for found in (*_BORN_AFTER.finditer(text), *_LIVING.finditer(text)):
        yield found.span(found.lastgroup or 0)
    yield from (m.span() for m in _CORNER.finditer(text))
    for home in _HOME.finditer(text):
        if home["first"] not in _NO_NAME and not (home["name"] and _NO_ROAD.fullmatch(home["name"])):
            yield home.span()


def _is_account(written: str) -> bool:
    """Whether the check digits of an IBAN are right, or it is a German one by its form."""
    bare = "".join(written.split())
    if re.fullmatch(r"DE\d{20}", bare):
        return True
    return int("".join(str(int(c, 36)) for c in bare[4:] + bare[:4])) % 97 == 1
