"""The stations of a paper as layouts 4 and 5 of SessionNet print them: a table on the paper's own page (vo0050).

Rows and links are known from public programs that read such pages; no recording shows one. Columns are found by their
heading, the committee without one in the tooltip that every link to a meeting has ("Details anzeigen: Rat 03.11.2026").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.model import Consultation
from scrapers import fields
from scrapers.fields import attribute
from scrapers.page import Page, Row, Tag, day, query
from scrapers.vendors.sessionnet_head import NOTHING, places

_TABLES = 'table[id^="smc_page_vo0050_contenttable"], table[summary*="Beratung"]'
_TOOLTIP = re.compile(r"(?:Details anzeigen:\s*)?(\S(?:.*?\S)??)\s*\d{1,2}\.\d{1,2}\.\d{4}\s*")
_COLUMNS = {
    "organization": ("gremium", "gremien"),
    "result": ("beschluss", "ergebnis", "beratungsergebnis", "beschlussart"),
    "role": ("rolle", "zuständigkeit", "beratungsart", "art der beratung"),
}


def stations(page: Page, main: Tag, paper_id: str | None) -> Iterator[Row]:
    """The stations in the order of the page. A row below one, labelled "Beschluss:", says its result."""
    found: list[tuple[dict[str, Span], Tag]] = []
    for table in main.select(_TABLES):
        heads = [fields.label(cell.get_text()) for cell in table.select("thead th, tr > th")]
        for line in table.select("tr:has(> td):not(.smcdocbox tr)"):
            label = line.select_one("td.smc_topr")
            value = label.find_next_sibling("td") if label else None
            if label and isinstance(value, Tag) and found:
                if fields.label(label.get_text()) in _COLUMNS["result"]:
                    found[-1][0].setdefault("result", page.span(value))
            elif line.select_one('a[href*="__ksinr="]') is not None:
                found.append((_cells(page, line, heads), line))
    for order, (at, line) in enumerate(found, start=1):
        yield _station(page, at, line, paper_id, order)


def _cells(page: Page, line: Tag, heads: list[str]) -> dict[str, Span]:
    """Places of a row's fields by the heading above them, as far as rows and headings have the same columns."""
    cells = line.find_all("td", recursive=False)
    at: dict[str, Span] = {}
    for head, cell in zip(heads, cells, strict=False) if len(heads) == len(cells) else ():
        name = next((name for name, labels in _COLUMNS.items() if head in labels), None)
        if name and page.at(page.span(cell)):
            at.setdefault(name, page.span(cell))
    start, end = page.span(line)
    if match := re.search(r"\d{1,2}\.\d{1,2}\.\d{4}", page.text[start:end]):
        at["date"] = (start + match.start(), start + match.end())
    return at


def _station(page: Page, at: dict[str, Span], line: Tag, paper_id: str | None, order: int) -> Row:
    link, item = line.select_one('a[href*="__ksinr="]'), line.select_one('a[href*="__ktonr="]')
    tooltip = _TOOLTIP.fullmatch(attribute(link, "title") or "")
    body, role = at.get("organization", NOTHING), page.at(at.get("role", NOTHING))
    record = Consultation(
        paper=paper_id,
        order=order,
        organization=page.at(body) or (tooltip[1] if tooltip else None),
        date=day(page.at(at.get("date", NOTHING))),
        role=role,
        authoritative=fields.is_authoritative(role),
        result=page.at(at.get("result", NOTHING)),
        meeting=query(attribute(link, "href") or "", "__ksinr"),
        agenda_item=query(attribute(item, "href") or "", "__ktonr"),
    )
    return Row(record=record, places=places(**at))
