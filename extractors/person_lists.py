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
from extractors.given_names import GIVEN

Listed = tuple[str, str | None, str | None, int, int]
"""Name, title, role, and the place of the name in the view."""

_WORD = r"(?<!\w)[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{1,40}(?:[-'’][A-ZÀ-ÖØ-ÞĀ-Ž]?[^\W\d_]{1,40}){0,3}(?!\w)"
_PARTICLE = r"(?:(?:von|van|de|zu|zur|vom|el|al|di|ten|ter|bin)(?: de[rmn])? )?"
_TITLE = r"(?:(?:Prof\.|Dr\.|PD|Dipl\.-\w{1,30}\.?) ?(?:med\. |jur\. |phil\. )?){0,6}"
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
    r"Sachkundige \w+|Beratend\w* \w+|Fraktion \w+|\w{2,12}-Fraktion)))(?: sind| waren)?:[ "
    r"\t]*(?P<names>[^\n]{4,400})"
)
_ENTRY = guarded(
    rf"(?P<title>{_TITLE})(?P<name>{_WORD} (?:{_WORD} )?{_PARTICLE}{_WORD})(?: \((?P<role>[^()\n]{{2,60}})\))?"
)

_SURNAME = rf"(?:{_TITLE})(?:{_PARTICLE}){_WORD}(?: {_WORD})?(?: \([^()\n]{{2,30}}\))?"
_SERIES = guarded(
    r"(?<![\w-])(?P<lead>Herren|Damen|Eheleuten?|B?Abg\.|KTA|KA|RM|SB|(?:[A-ZÄÖÜ]\w{0,20})?[Aa]bgeordneten?|"
    r"(?:Stadt|Gemeinde|Kreis|Ortschafts|Orts|Bezirks)r(?:äten?|ätinnen)|[Rr]atsherren|[Rr]atsfrauen|"
    r"(?:Rats|Ausschuss|Kreistags|Stadtrats|Gemeinderats|Beirats|Vorstands)?[Mm]itgliedern?|[Bb]eigeordneten|"
    r"[Dd]ezernenten|Kolleg(?:inn)?en)"
    rf"(?: und (?:Herren|Kollegen))? (?P<names>{_SURNAME}(?:, {_SURNAME}){{0,20}}(?:,? (?:und|sowie|/|&) "
    rf"{_SURNAME})?)"
)
"""Several persons behind one word: "die Abgeordneten Meier, Huber und Abt", "die Herren Vogt und Rehm"."""
_ONE = guarded(
    rf"(?P<title>{_TITLE})(?P<name>(?:{_PARTICLE}){_WORD}(?: {_WORD})?)(?: "
    rf"\((?P<role>[^()\n]{{2,30}})\))?"
)

_SERIES_END = guarded(
    r"(?:[\w-]{0,30}[Ff]raktion|[\w-]{0,20}[Gg]ruppe|CDU|SPD|FDP|AfD|GRÜNEN?|Grünen?|LINKE|Linke|Verwaltung|Die|Der)"
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
        if len(whole) < len(found) or not any(m["role"] or m["name"].split()[0] in GIVEN for m in whole):
            continue
        for at, m in found:
            if m:
                role = m["role"] if m["role"] and not re.fullmatch(r"[A-ZÄÖÜ/ .\d]{2,12}", m["role"]) else None
                yield m["name"], m["title"].strip() or None, role, at + m.start("name"), at + m.end("name")


def series(a: Analysis) -> Iterator[Listed]:
    """Surnames that share one salutation or office; a series without any name that no dictionary has is none."""
    for match in _SERIES.finditer(a.text):
        found = [(match.start("names") + m.start(), m) for m in _ONE.finditer(match["names"])]
        found = [
            (at, m) for at, m in found if _is_name(m["name"], polite=True) and not _SERIES_END.fullmatch(m["name"])
        ]
        several = len(found) > 1 or match["lead"] in ("BAbg.", "Abg.")
        if several and any(not nlp.known(m["name"].split()[-1]) for _, m in found):
            low = match.start("names")
            for _, m in found:
                yield m["name"], m["title"].strip() or None, None, low + m.start("name"), low + m.end("name")


def _is_name(name: str, *, polite: bool) -> bool:
    """No placeholder, and without a salutation no words of the dictionary alone."""
    words = name.split()
    return not mentions.NOT_NAMES.fullmatch(words[-1]) and (polite or not all(nlp.known(w) for w in words))


def signed(a: Analysis) -> Iterator[Listed]:
    """Names of signatures, several on one line too, and without an office below."""
    for m in _SIGNATURE.finditer(a.text):
        yield m["name"], m["title"].strip() or None, None, *m.span("name")
