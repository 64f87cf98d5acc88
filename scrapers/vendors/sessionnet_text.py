"""Item and paper pages of SessionNet (Somacos) copied as text.

An item's copy starts with labelled lines in any order ("Sitzung:", "Vorlage:", "Beschluss: <result>", "Abstimmung: Ja:
15, Nein: 0"), then the minutes. A paper's copy starts with "Betreff", "Vorlage" and "Art", each with its value below.
"""

from __future__ import annotations

import re

from corpus.evidence import Span
from corpus.model import AgendaItem, Meeting, Paper
from corpus.outcomes import is_open, normalise, parse_vote
from scrapers import fields
from scrapers.captured import NOTHING, Line, after_label, lines_of
from scrapers.page import Page, PageReading, Row, Vendor, moment

NAME = "sessionnet_text"
_LABEL = re.compile(
    r"(Sitzung|Gremium|Gremien|Datum|Zeit|Raum|Vorlage|Beschluss|Beratungsergebnis|Abstimmung|Zusatz)\s?:\s*\S.*"
)
_TOP = re.compile(r"TOP\s+((?:[ÖN]\s+)?\d[\d.]*)\s*:?\s+(\S.*)")
_TABLE_HEADS = re.compile(
    r"BezeichnungInhalt|Bezeichnung\s+Inhalt|Tagesordnungspunkt|Sitzung des .{3,80}|Dokumenttyp.*|Dokument anzeigen.*"
)
_PAPER_LABELS = ("betreff", "vorlage", "aktenzeichen", "art")
_LONGEST_RESULT = 90


def detect(page: Page) -> str | None:
    """Whether a text is a copied item page (a head of labelled lines that states a result) or paper page."""
    if page.html is not None:
        return None
    lines = lines_of(page.text)
    if _paper_head(lines)[0].keys() >= {"vorlage", "art"}:
        return "paper"
    head, _ = _item_head(page, lines)
    result = page.at(head.get("beschluss") or head.get("beratungsergebnis") or NOTHING)
    counted = "abstimmung" in head and bool(parse_vote(page.text[slice(*head["abstimmung"])]))
    known = result is not None and (normalise(result) is not None or is_open(result))
    met = re.match(r"\d{1,2}\.\d{1,2}\.\d{4}\s+\S*\d", page.at(head.get("sitzung", NOTHING)) or "")
    return "item" if known or counted or met else None


def _item_head(page: Page, lines: list[Line]) -> tuple[dict[str, Span], int]:
    """Values by label of the labelled lines on top, and how many lines they take. The page's name stands above them."""
    head: dict[str, Span] = {}
    for i, line in enumerate(lines):
        top = _TOP.fullmatch(line.text)
        label = _LABEL.fullmatch(line.text)
        name = label[1].lower() if label else ""
        long = name == "beschluss" and _is_resolution(page.text[slice(*after_label(line))])
        if top and "number" not in head:
            head["number"] = (line.start + top.start(1), line.start + top.end(1))
            head["name"] = (line.start + top.start(2), line.end)
        elif label and not long and name not in head:
            head[name] = after_label(line)
        elif not _TABLE_HEADS.fullmatch(line.text) or i > 20:
            return head, i
    return head, len(lines)


def _is_resolution(text: str) -> bool:
    """Whether "Beschluss:" is followed by the resolution's own words instead of a result: a sentence, or too long."""
    return len(text) > _LONGEST_RESULT or (text.endswith(".") and len(text.split()) > 4)


def _paper_head(lines: list[Line]) -> tuple[dict[str, Span], int]:
    """Values by label of a paper's head, where each label stands alone above its value, and the lines they take."""
    head: dict[str, Span] = {}
    at = next((i for i, line in enumerate(lines[:6]) if line.text.lower() == "betreff"), None)
    label = ""
    for i, line in enumerate(lines[at:] if at is not None else []):
        if line.text.lower() in _PAPER_LABELS and line.text.lower() not in head:
            label = line.text.lower()
        elif label == "art" and label in head:
            return head, (at or 0) + i
        elif label:
            head[label] = (head[label][0] if label in head else line.start, line.end)
    return head, len(lines)


def _item(page: Page) -> PageReading:
    """An item: its result and vote from the head, its minutes below. Meeting and paper only if the head names them."""
    lines = lines_of(page.text)
    head, body = _item_head(page, lines)
    result = head.get("beschluss") or head.get("beratungsergebnis") or NOTHING
    extra = [head[name] for name in ("abstimmung", "zusatz") if name in head]
    votes, vote_places = fields.printed_votes(page, result, *extra)
    minutes = (lines[body].start, lines[-1].end) if body < len(lines) else NOTHING
    number, name, reference = (head.get(key, NOTHING) for key in ("number", "name", "vorlage"))
    record = AgendaItem(
        id=None,
        number=page.at(number),
        name=page.at(name),
        public=fields.item_number(page.at(number))[1],
        result=page.at(result),
        vote=votes[0] if votes else None,
        votes=votes,
        minutes_text=page.at(minutes),
        paper=page.at(reference),
        url=page.url,
    )
    places = {"number": number, "name": name, "result": result} | vote_places
    rows = [*_meeting(page, head), Row(record=record, places=places)]
    if reference != NOTHING:
        rows.append(Row(record=Paper(id=None, reference=page.at(reference)), places={"reference": reference}))
    prose = (minutes,) if minutes != NOTHING else ()
    return PageReading(vendor=NAME, kind="item", rows=tuple(rows), prose=prose)


def _meeting(page: Page, head: dict[str, Span]) -> list[Row]:
    date_field = head.get("datum") or head.get("sitzung") or NOTHING
    printed = re.search(r"\d{1,2}\.\d{1,2}\.\d{4}", page.text[slice(*date_field)])
    body = head.get("gremium") or head.get("gremien") or NOTHING
    if not printed and body == NOTHING:
        return []
    date = (date_field[0] + printed.start(), date_field[0] + printed.end()) if printed else NOTHING
    time, organization = head.get("zeit", NOTHING), page.at(body)
    record = Meeting(
        id=None,
        start=moment(fields.any_day(page.at(date)), page.at(time)),
        end=fields.end_of_meeting(fields.any_day(page.at(date)), page.at(time)),
        organization=(organization,) if organization else (),
        location=page.at(head.get("raum", NOTHING)),
    )
    return [Row(record=record, places={"organization": body, "date": date, "time": time})]


def _paper(page: Page) -> PageReading:
    """A paper: subject, reference and kind from the head, its text below."""
    lines = lines_of(page.text)
    head, body = _paper_head(lines)
    text = (lines[body].start, lines[-1].end) if body < len(lines) else NOTHING
    places = {"reference": head["vorlage"], "paper_type": head["art"], "name": head.get("betreff", NOTHING)}
    record = Paper(
        id=None,
        reference=page.at(places["reference"]),
        name=page.at(places["name"]),
        paper_type=page.at(places["paper_type"]),
        sections={"": page.at(text) or ""} if text != NOTHING else {},
        url=page.url,
    )
    prose = (text,) if text != NOTHING else ()
    return PageReading(vendor=NAME, kind="paper", rows=(Row(record=record, places=places),), prose=prose)


VENDOR = Vendor(
    name=NAME, label="SessionNet (Textkopie)", detect=detect, kinds={"item": _item, "paper": _paper}, version=2
)
