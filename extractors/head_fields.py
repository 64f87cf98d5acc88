"""Fields of a paper's head that no page reader states: Beratungsfolge, lead unit, applicants, attachments.

Clerks print them as labelled lines, tables with tabs or bars, or lists; only the words and their order are read, so
the drawing does not matter. Kinds consultation, lead_unit, applicant, attachment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.evidence import Fact, Span
from corpus.patterns import guarded
from corpus.units import unit_parts
from extractors.analysis import Analysis, Extractor
from extractors.applicants import applicants
from extractors.committees import NAME, NAME_GENITIVE, nominative
from extractors.dates import dates
from extractors.decision_texts import is_paper

_FOLGE = guarded(
    r"(?m)^\W{0,4}(?:Beratungs(?:folge|gang|weg|verlauf|gremien)|Gremienfolge|Vorgesehene Beratung\w*|Sitzungsfolge)"
    r"\b[^\n:]{0,30}(?::|$|(?=\n))"
)
_COLUMNS = guarded(
    r"(?m)^(?=[^\n]{0,80}\b(?:Gremium|Gremien|Ausschuss)\b)(?=[^\n]{0,80}\b(?:Datum|Termin|Sitzung\w*)\b)"
    r"(?=[^\n]{0,80}\b(?:Zuständigkeit|Beratung\w*|Beschluss|Status|TOP|Rolle|Funktion|Ergebnis|Art)\b)[^\n.]{12,90}$"
)
_FOR_BODY = guarded(
    rf"(?m)^\W{{0,4}}(?:Gremium|Ausschuss|Sitzungsgremium|Beratung im|An den|"
    rf"An die)\s?[:\t|]\s{{0,3}}(?P<body>{NAME})\s*$"
)
_FOR_DAY = guarded(
    r"(?m)^\W{0,4}(?:Sitzung(?:s\w+)?(?: am| vom)?|Datum der Sitzung|Termin|"
    r"Beratung am)\s?[:\t|]\s{0,3}(?:\w+,? (?:de[nm] )?)?"
    r"(?P<date>\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d(?!\d)|\d{1,2}\. ?[JFMASOND][a-zä]{2,8} 20\d\d)"
)
_ROLE = (
    r"(?:Vorberatung|(?:abschließende |endgültige )?Entscheidung|Anhörung|Kenntnisnahme|Empfehlung|Beschlussfassung|"
    r"Beschlussempfehlung|Beschluss|Beratung|Stellungnahme|Information|[Vv]orberatend|[Bb]eschließend|[Ee]ntscheidend|"
    r"[Zz]ur Kenntnis|[Bb]eratend|[Ee]mpfehlend|[Aa]nhörend)(?:/\w+)?"
)
_STATE = r"(?:Erledigt|Geplant|Offen|Abgeschlossen|Vertagt|Beraten)"
_DAY = r"\d{1,2}\. ?\d{1,2}\. ?(?:20)?\d\d(?!\d)|\d{1,2}\. ?[JFMASOND][a-zä]{2,8} 20\d\d"
_TOKEN = guarded(
    rf"(?P<date>(?<![\d.])(?:{_DAY}))|(?<![\w-])(?P<role>{_ROLE})(?![\w-])|(?<!\w)(?P<state>{_STATE})(?!\w)|"
    rf"(?<![\w-])(?P<body>{NAME})(?![\w-])"
)
_HEADER = guarded(
    r"(?i)(?:gremium|gremien|datum|termine?|sitzung\w*|zuständigkeit|beratung\w*|beschluss|status|top|rolle|na|nr\.?|"
    r"ergebnis|art|öffentlich\w*|[nö]\w?|[\W\d_]+)"
)
_LEAD = guarded(
    r"(?m)^\W{0,4}(?:Federführ(?:end\w*|ung)(?: (?:Amt|Stelle|Dienststelle|Fachbereich|Bereich|Dezernat|OE))?|"
    r"Verantwortlich(?:e[rs]? \w+)?|Zuständig(?:es Amt|e Dienststelle|e Stelle|e Organisationseinheit)|"
    r"Dienststelle|Organisationseinheit|Vorlegende \w+|Fachbereich|Fachdienst|Amt|Dezernat|Abteilung|"
    r"Auskunft erteilt)\s?[:\t|]+[ \t]{0,4}(?:\n[-\s]{0,4})?(?P<value>[^\n\t|]{2,90})"
)
# The head of a product in a budget names who answers for it.
_PRODUCT = guarded(r"(?m)^\W{0,3}(?:Teil)?[Pp]rodukt(?:bereich|gruppe)?:? {1,20}\d\d")
_LETTERHEAD = guarded(
    r"(?m)^\W{0,3}(?P<value>(?:(?:Fachbereich|Fachdienst|Amt|Dezernat|Abteilung|Referat|FB|FD|Dez\.) "
    r"?[\dIVX][\w./-]{0,6}|\d{1,3}(?:[./-]\d{1,3}){0,2})(?: ?[-–:,|] ?| )(?:[A-ZÄÖÜ][\w-]*(?:amt|stelle|bereich|"
    r"zentrum|dienst)|Amt|"
    r"Fachbereich|Fachdienst|Abteilung|Stabsstelle|Dezernat|Referat)\b[^\n\t|]{0,70}|"
    r"(?:Fachbereich|Fachdienst|Amt|Dezernat|Abteilung|Referat) [\dIVX][\w./-]{0,6} ?[-–:|] ?[A-ZÄÖÜ][^\n\t|]{3,70}|"
    r"(?:Fachbereich|Fachdienst|Dezernat|Abteilung|Referat|Amt) (?:\d{1,3}(?:[./-]\d{1,3}){0,2}|[IVX]{1,5}))[ \t]*$"
)
_FOR_MEETINGS = guarded(
    r"(?m)^\W{0,4}(?:zur|für die|zu den|für den|in der|in den|an den|an die)? ?(?:\w{0,12} "
    r")?(?:[Ss]itzung(?:en)?|[Bb]eratung|"
    r"[Tt]agesordnung|[Bb]ehandlung)(?: der Sitzung)? (?:des|der|im|in der) [^\n]{4,240}$"
)
_MEETING = guarded(
    rf"(?:des|der|im|in der) (?P<body>{NAME_GENITIVE}|{NAME}),? (?:am|vom|v\.)? ?(?:\w{{2,10}}, (?:de[nm] "
    rf")?)?(?P<date>{_DAY})"
)
_FILES = guarded(
    r"(?m)^[ \t\W]{0,4}(?:Anlagen?(?:verzeichnis|übersicht)?|Beigefügte Unterlagen|"
    r"Dokumente)(?: \(\d+\))?\s{0,2}:?[ \t]*"
    r"(?P<own>(?<=:)[^\n]*|(?<=: )[^\n]*)?$"
)
_FILE = guarded(
    r"(?:[-–•*▪·] ?)?(?:(?:Anlage|Anl\.) ?(?P<n>\d{1,2}|[A-Z])(?: ?[:–-] ?| |$)|(?P<m>\d{1,2})[.):]?[ \t|]{1,4})?"
    r"(?P<name>[^\n\t|]{3,140}?)(?:[ \t|(]{1,4}(?:[A-Za-z]{3,5}, ?)?"
    r"(?P<size>[\d.]{1,6}(?:,\d{1,3})? ?(?:Bytes?|[kKMG]i?B))\)?)?[ \t|]*"
)
_NO_FILE = guarded(
    r"(?i)(?:keine?|ohne|entfällt|nr\.?|name|größe|status|original|-+|ja|nein|[^\w]*)(?:[ \t|].{0,40})?|gez\..*|"
    r"i\. ?[avu]\..*|online-.*"
)
_UNIT = {"k": 1000, "m": 1_000_000, "g": 1_000_000_000}


@dataclass(slots=True)
class _Station:
    """One row of a Beratungsfolge while it is put together."""

    parts: dict[str, str] = field(default_factory=dict)
    start: int = 0
    end: int = 0


def extract(analysis: Analysis) -> Iterator[Fact]:
    """Each field that the page's reader has not stated."""
    if not analysis.stated("consultation"):
        yield from _consultations(analysis)
    if not analysis.stated("lead_unit"):
        yield from _lead_unit(analysis)
    yield from applicants(analysis)
    if not analysis.stated("attachment"):
        yield from _attachments(analysis)


def _consultations(a: Analysis) -> Iterator[Fact]:
    head = _FOLGE.search(a.text) or (_COLUMNS.search(a.text, 0, 4000) if is_paper(a) else None)
    seen: set[tuple[str, str]] = set()
    for station in _stations(a.text, head.end()) if head else [*_labelled_station(a), *_meetings_of_title(a)]:
        day = next((d.iso for d in dates(station.parts["date"])), None)
        body = nominative(station.parts["body"])
        if day and (body, day) not in seen:
            seen.add((body, day))
            value = {
                "body": body,
                "date": day,
                "purpose": station.parts.get("role"),
                "state_raw": station.parts.get("state"),
                "result_raw": None,
            }
            yield a.fact("consultation", value, station.start, station.end)


def _labelled_station(a: Analysis) -> Iterator[_Station]:
    """A paper for one meeting: "Gremium: X" and "Sitzung am: D" as fields of its head."""
    body, day = _FOR_BODY.search(a.text, 0, 2500), _FOR_DAY.search(a.text, 0, 2500)
    if body and day and is_paper(a):
        start, end = min(body.start("body"), day.start("date")), max(body.end("body"), day.end("date"))
        yield _Station({"body": body["body"], "date": day["date"]}, start, end)


def _meetings_of_title(a: Analysis) -> Iterator[_Station]:
    """The meetings that a motion or notice names in its title: "zur Sitzung des Sozialausschusses am 4.5.2023"."""
    if not is_paper(a):
        return
    for line in _FOR_MEETINGS.finditer(a.text, 0, 1500):
        for match in _MEETING.finditer(a.text, *line.span()):
            yield _Station({"body": match["body"], "date": match["date"]}, match.start("body"), match.end("date"))


def _stations(text: str, low: int) -> Iterator[_Station]:
    """The rows below (or behind) the heading: committee and day, and whatever role and state stand between."""
    station = _Station()
    for line in re.finditer(r"[^\n]*", text[low : low + 4000]):
        cells = [c.strip() for c in re.split(r"[\t|]|  +| (?=[A-ZÄÖÜ])", line.group()) if c.strip()]
        found = list(_TOKEN.finditer(line.group())) if not _is_header(cells) else []
        if not found:
            other = cells and not _is_header(cells)
            if other and (station.parts or len(line.group()) > 120):
                break
            continue
        if len(line.group()) > 80 and sum(len(m.group()) for m in found) < len(line.group()) / 3:
            break
        for token in found:
            name = str(token.lastgroup)
            if name in station.parts and {"body", "date"} <= station.parts.keys():
                yield station
                station = _Station()
            elif name in station.parts:
                continue
            at = low + line.start() + token.start()
            station.start = station.start if station.parts else at
            station.parts[name], station.end = token.group(), at + len(token.group())
    if {"body", "date"} <= station.parts.keys():
        yield station


def _is_header(cells: list[str]) -> bool:
    return all(_HEADER.fullmatch(c) and not re.search(r"\d{4}|\.\d", c) for c in cells)


def _lead_unit(a: Analysis) -> Iterator[Fact]:
    planned = _PRODUCT.search(a.text, 0, 1500)
    if not (planned or is_paper(a) or a.stated("paper") or a.stated("agenda_item")):
        return
    head = _LEAD.search(a.text, 0, 3000) or _LETTERHEAD.search(a.text, 0, 600)
    if head and re.search(r"[^\W\d]{2}", head["value"]):
        code, name = unit_parts(head["value"])
        yield a.fact("lead_unit", {"code": code, "name": name}, *head.span("value"))


def _attachments(a: Analysis) -> Iterator[Fact]:
    """The list below a heading "Anlagen", or the names behind "Anlage:"."""
    for head in _FILES.finditer(a.text):
        own = (head["own"] or "").strip()
        low = head.start("own") if own else head.end()
        high = head.end() if own else min(len(a.text), low + 3000)
        found = list(_files(a, low, high))
        if found:
            yield from found
            return


def _files(a: Analysis, low: int, high: int) -> Iterator[Fact]:
    lines = [m for m in re.finditer(r"[^\n]+", a.text[low:high]) if m.group().strip()]
    for i, line in enumerate(lines):
        start = low + line.start() + len(line.group()) - len(line.group().lstrip())
        text = line.group().strip()
        match = _FILE.fullmatch(text)
        if _NO_FILE.fullmatch(text) and not (match and match["m"]):
            if i == 0:
                continue
            return
        numbered = match and (match["n"] or match["m"] or text[0] in "-–•*▪·" or match["size"])
        is_name = match and re.search(r"\.(?:pdf|docx?|xlsx?|pptx?)$", match["name"])
        if match is None or not (numbered or is_name or (i == 0 and len(text) < 90 and text[-1] not in ".:")):
            return
        yield _file(a, start, match)


def _file(a: Analysis, start: int, match: re.Match[str]) -> Fact:
    number, size = match["n"] or match["m"], match["size"]
    value = {
        "number": int(number) if number and number.isdigit() else None,
        "name_raw": match["name"],
        "name": match["name"],
        "size_raw": size,
        "size_bytes_approx": _bytes(size) if size else None,
    }
    place: Span = (start + match.start("name"), start + match.end("name"))
    more = [(start + match.start("size"), start + match.end("size"))] if size else []
    return a.fact("attachment", value, *place, more=more)


def _bytes(size: str) -> int | None:
    number = re.match(r"[\d.]+(?:,\d+)?", size)
    unit = re.search(r"([kKMG])i?B$", size)
    if number is None:
        return None
    return round(float(number.group().replace(".", "").replace(",", ".")) * (_UNIT[unit[1].casefold()] if unit else 1))


EXTRACTOR = Extractor(
    name="head_fields",
    version=4,
    kinds=("consultation", "lead_unit", "applicant", "attachment"),
    run=extract,
    after=("head",),
)
