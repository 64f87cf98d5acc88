"""Persons in table cells, lists of those present and signatures, where no sentence names them.

A name alone is no person in a public role: a salutation, title or office stands in its cell, or the label of its line
says what the persons behind it are ("Mitglieder: ...", "gez. ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.patterns import guarded
from extractors import mentions, nlp
from extractors.analysis import Analysis

Listed = tuple[str, str | None, str | None, int, int]
"""Name, title, role, and the place of the name in the view."""

_WORD = r"(?<!\w)[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{1,40}(?:[-'’][A-ZÀ-ÖØ-ÞĀ-Ž]?[^\W\d_]{1,40}){0,3}(?!\w)"
_PARTICLE = r"(?:(?:von|van|de|zu|zur|vom|el|al|di|ten|ter|bin)(?: de[rmn])? )?"
_TITLE = r"(?:(?:Prof\.|Dr\.|PD|Dipl\.-\w+\.?) ?(?:med\. |jur\. |phil\. )?)*"
_NAME = rf"(?:{_WORD} ){{0,2}}{_PARTICLE}{_WORD}"
_CELL = guarded(
    rf"(?P<lead>Herrn?|Frau|Hr\.|Fr\.|Pfarrer(?:in)?|Pastor(?:in)?|Superintendent(?:in)?|Imam|Rabbiner(?:in)?|"
    rf"Diakon(?:in)?|"
    rf"(?=Dr\.|Prof\.)) ?(?P<title>{_TITLE})(?P<name>{_NAME})(?: \([^()\n]{{2,40}}\))?"
)
_SIGNATURE = guarded(
    rf"(?m)(?:^|[ \t]{{1,60}})(?:gez\.|i\. ?[AV]\.|I\. ?[AV]\.)[ \t]*(?P<title>{_TITLE})(?P<name>{_NAME})(?=[ "
    rf"\t]{{2,}}|[ \t]*$|[ \t]+gez\.)"
)
_LABEL = guarded(
    r"(?m)^[ \t]*(?:[-•] )?(?P<label>(?:Anwesend(?:e[nr]?)?(?: \w+)?|(?:\w{0,20}[Mm]itglieder|Teilnehm(?:er|"
    r"ende)\w{0,6}|Vorsitz(?:ende[rn]?)?|"
    r"Stellvertret\w+|Schriftführ\w+|Protokoll(?:führ\w+)?|Leitung|Sitzungsleitung|Moderation|Entschuldigt|"
    r"Verwaltung|Gäste|"
    r"Sachkundige \w+|Beratend\w* \w+|Fraktion \w+|\w{2,12}-Fraktion)))(?: sind| waren)?:[ \t]*(?P<names>[^\n]{4,400})"
)
_ENTRY = guarded(
    rf"(?P<title>{_TITLE})(?P<name>{_WORD} (?:{_WORD} )?{_PARTICLE}{_WORD})(?: \((?P<role>[^()\n]{{2,60}})\))?"
)


def cells(a: Analysis) -> Iterator[Listed]:
    """Cells of table rows that hold a person with salutation, title or clerical office and nothing else."""
    for table in a.tables:
        for row in table.rows:
            for cell in row.cells:
                m = _CELL.fullmatch(cell.text.strip())
                if m and _is_name(m["name"], polite=m["lead"] in ("Herr", "Herrn", "Frau")):
                    at = cell.start + a.text[cell.start : cell.end].index(m["name"])
                    lead = m["lead"] if m["lead"] not in ("Herr", "Herrn", "Frau", "Hr.", "Fr.", "") else None
                    yield m["name"], m["title"].strip() or None, lead, at, at + len(m["name"])


def listed(a: Analysis) -> Iterator[Listed]:
    """Names behind a label, one of them with a common first name, party or office: "Mitglieder: Ali Kaya"."""
    for line in _LABEL.finditer(a.text):
        entries = [
            (line.start("names") + m.start(), m.group()) for m in re.finditer(r"(?:[^,;(]|\([^()]*\))+", line["names"])
        ]
        entries = [(at + len(text) - len(text.lstrip()), text.strip()) for at, text in entries]
        found = [(at, _ENTRY.fullmatch(text)) for at, text in entries]
        whole = [m for _, m in found if m and _is_name(m["name"], polite=True)]
        if len(whole) < len(found) or not any(m["role"] or m["name"].split()[0] in mentions.GIVEN for m in whole):
            continue
        for at, m in found:
            if m:
                role = m["role"] if m["role"] and not re.fullmatch(r"[A-ZÄÖÜ/ .\d]{2,12}", m["role"]) else None
                yield m["name"], m["title"].strip() or None, role, at + m.start("name"), at + m.end("name")


def _is_name(name: str, *, polite: bool) -> bool:
    """No placeholder, and without a salutation no words of the dictionary alone."""
    words = name.split()
    return not mentions.NOT_NAMES.fullmatch(words[-1]) and (polite or not all(nlp.known(w) for w in words))


def signed(a: Analysis) -> Iterator[Listed]:
    """Names of signatures, several on one line too, and without an office below."""
    for m in _SIGNATURE.finditer(a.text):
        yield m["name"], m["title"].strip() or None, None, *m.span("name")
