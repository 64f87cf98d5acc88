"""Result documents of SD.NET RIM (Sternberg): one committee's minutes of one paper.

They open with "Beratungsergebnis zu Vorlage Nr. X", name committee and day, and end with "Abstimmungsergebnis: ...".
"""

from __future__ import annotations

import re

from corpus.errors import ParseError
from corpus.evidence import Span
from corpus.model import AgendaItem, Meeting, Paper
from scrapers import fields
from scrapers.captured import NOTHING, Line, lines_of
from scrapers.page import Page, PageReading, Row, Vendor, moment

NAME = "sdnet_text"
_HEADING = re.compile(r"Beratungsergebnis zu (?:der )?(?:Vorlage|Drucksache|Antrag)(?: Nr\.?)?:?\s+(\S.*)")
_MEETING = re.compile(r"(\S.{2,100}?) (?:am|vom) (\d{1,2}\.\d{1,2}\.\d{4})(?:,? (\d{1,2}[:.]\d{2})(?: Uhr)?)?")
_POINT = re.compile(r"Zu (?:Punkt|TOP)\s+((?:[ÖN]\s+)?\d[\d.]*?)\.?\s*:\s*(\S.*)?")
_RESULT = re.compile(r"(?:Abstimmungsergebnis|Beratungsergebnis|Beschlussergebnis)\s*:\s*(\S.*)?")


def detect(page: Page) -> str | None:
    """Whether a text starts with the heading of such a document."""
    lines = lines_of(page.text)[:12] if page.html is None and page.json is None else []
    return "result" if any(_HEADING.fullmatch(line.text) for line in lines) else None


def _group(line: Line, match: re.Match[str], group: int) -> Span:
    return (line.start + match.start(group), line.start + match.end(group)) if match[group] else NOTHING


def _read(page: Page) -> PageReading:
    """Paper and meeting of the head, and each point with its minutes and its result."""
    lines = lines_of(page.text)
    rows: list[Row] = []
    prose: list[Span] = []
    for i, line in enumerate(lines[:16]):
        heading, met = _HEADING.fullmatch(line.text), _MEETING.fullmatch(line.text)
        if heading and not rows:
            reference = _group(line, heading, 1)
            rows.append(Row(record=Paper(id=None, reference=page.at(reference)), places={"reference": reference}))
        elif met and rows:
            rows.append(_meeting(page, line, met))
            break
        elif _POINT.fullmatch(line.text) or i == len(lines) - 1:
            break
    points = [i for i, line in enumerate(lines) if _POINT.fullmatch(line.text)]
    if not points:
        raise ParseError(page.url or "page", _POINT.pattern, "a point of the agenda", "none")
    for first, end in zip(points, [*points[1:], len(lines)], strict=True):
        row, text = _point(page, lines[first:end])
        rows.append(row)
        prose += [text] if text != NOTHING else []
    return PageReading(vendor=NAME, kind="result", rows=tuple(rows), prose=tuple(prose))


def _meeting(page: Page, line: Line, match: re.Match[str]) -> Row:
    body, date, time = (_group(line, match, group) for group in (1, 2, 3))
    record = Meeting(
        id=None, start=moment(fields.any_day(page.at(date)), page.at(time)), organization=(page.at(body) or "",)
    )
    return Row(record=record, places={"organization": body, "date": date, "time": time})


def _point(page: Page, lines: list[Line]) -> tuple[Row, Span]:
    """One point: number and title, minutes, and the last labelled result, whose value may stand on the next line."""
    match = _POINT.fullmatch(lines[0].text)
    number, name = (_group(lines[0], match, 1), _group(lines[0], match, 2)) if match else (NOTHING, NOTHING)
    result, end = NOTHING, len(lines)
    for i in range(len(lines) - 1, 0, -1):
        found = _RESULT.fullmatch(lines[i].text)
        if found:
            below = lines[i + 1].span if i + 1 < len(lines) else NOTHING
            result, end = (_group(lines[i], found, 1) if found[1] else below), i
            break
    texts = [line for line in lines[1:end] if not re.fullmatch(r"[-–_=*]+", line.text)]
    text = (texts[0].start, texts[-1].end) if texts else NOTHING
    votes, vote_places = fields.printed_votes(page, result)
    record = AgendaItem(
        id=None,
        number=page.at(number),
        name=page.at(name),
        public=fields.item_number(page.at(number))[1],
        result=page.at(result),
        vote=votes[0] if votes else None,
        votes=votes,
        minutes_text=page.at(text),
        url=page.url,
    )
    places = {"number": number, "name": name, "result": result} | vote_places
    return Row(record=record, places=places), text


VENDOR = Vendor(name=NAME, label="SD.NET RIM (Ergebnisdokument)", detect=detect, kinds={"result": _read}, version=2)
