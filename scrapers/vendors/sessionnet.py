"""SessionNet (Somacos), layouts 4 (5.3), 5 (4.9) and 6 (5.4, 5.5), as .asp and .php: which page is which, who reads it.

A page names itself in its layout's class ("smc_page_si0057_layout"). docs/PRODUCTS.md says which kinds are recorded.
"""

from __future__ import annotations

import datetime as dt
import re

from corpus.errors import ParseError
from scrapers.fields import attribute
from scrapers.page import Page, PageReading, Start, Vendor, months
from scrapers.vendors.sessionnet_agenda import agenda
from scrapers.vendors.sessionnet_head import NAME, content, documents, links_onward, meeting, own_id, page_name
from scrapers.vendors.sessionnet_lists import calendar, committees, members
from scrapers.vendors.sessionnet_texts import consultations, item, paper

_PAGES = {
    "si0040": "calendar",
    "si0046": "calendar",
    "si0050": "meeting",
    "si0056": "agenda",
    "si0057": "agenda",
    "to0040": "agenda",
    "to0050": "item",
    "vo0050": "paper",
    "vo0053": "consultations",
    "gr0040": "committees",
    "kp0040": "members",
}


def detect(page: Page) -> str | None:
    """The kind of a SessionNet page by its own name; "unknown" for a page of SessionNet that no reader knows."""
    name = page_name(page) if page.html else None
    return None if name is None else _PAGES.get(name, "unknown")


def _meeting(page: Page) -> PageReading:
    """A meeting's information page: its head fields and documents."""
    meeting_id, main = own_id(page, "__ksinr"), content(page)
    row = meeting(page, meeting_id)
    if not row.places.get("date"):
        raise ParseError(page.url or "page", ".sidat, h1", "a meeting's date", "none")
    rows = (row, *documents(page, main, meeting_id))
    register = page.maybe("#smcregister")
    follows = tuple(links_onward(page, register, "agenda")) if register else ()
    return PageReading(vendor=NAME, kind="meeting", rows=rows, follows=follows)


def _unknown(page: Page) -> PageReading:
    found = page_name(page)
    expected = f"one of {', '.join(sorted(_PAGES))}"
    raise ParseError(page.url or "page", "[class*=smc_page_]", expected, found or "a page without a name")


def _starts(page: Page, since: dt.date, until: dt.date) -> tuple[Start, ...]:
    """The calendar by month, with the ending (.asp or .php) that the start page's own links have."""
    link = page.maybe('a[href*="si0040."], a[href*="si0046."], a[href*="gr0040."], a[href*="info."]')
    ending = re.search(r"\.(asp|php)\b", f"{attribute(link, 'href')} {page.url}")
    name = f"si0040.{ending[1] if ending else 'asp'}"
    return tuple(
        Start(
            url=page.link(f"{name}?__cjahr={first.year}&__cmonat={first.month}&__canz=1&__cselect=0"),
            kind="calendar",
            last=last,
        )
        for first, last in months(since, until)
    )


VENDOR = Vendor(
    name=NAME,
    label="SessionNet",
    detect=detect,
    kinds={
        "calendar": calendar,
        "meeting": _meeting,
        "agenda": agenda,
        "item": item,
        "paper": paper,
        "consultations": consultations,
        "committees": committees,
        "members": members,
        "unknown": _unknown,
    },
    version=4,
    starts=_starts,
)
