"""What the pages of SessionNet share, layouts 4 to 6: the page's own name, head fields, meeting, documents, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Span
from corpus.model import File, Follow, Meeting
from scrapers import fields
from scrapers.fields import attribute
from scrapers.file_names import file_role, is_attachment
from scrapers.page import Page, Row, Tag, day, moment, query, size_in_bytes

NAME = "sessionnet"
NOTHING: Span = (0, 0)

_PRODUCT = 'meta[name="sessionnet" i], meta[name="author" i][content*="SessionNet"], meta[name="generator" i]'
_FIELD = re.compile(r"(?:si|vo|to|gr|yy)[a-z]+")
_MAIN_DOCUMENT = r"(?:beschluss|sitzungs|informations|mitteilungs|berichts)?vorlage(?: .*\d.*)?|drucksache.*"
_OF_ITEM = r"(?i)auszug|beschlusstext|beschlussausfertigung|niederschrift|protokoll"
_TITLE = re.compile(
    r"(?:SessionNet\s*\|\s*)?(?P<name>\S(?:.*?\S)??)\s+(?:-\s+)?(?P<date>\d{1,2}\.\d{1,2}\.\d{4})(?:\s+-\s+(?P<time>\S.*))?",
    re.S,
)
_OPENNESS = re.compile(r"(?i)((?:nicht[\s-]?)?öffentliche(?:\s?(?:/|und)\s?(?:nicht[\s-]?)?öffentliche)?)\s.*sitzung")
_BLOCK = '[id^="smc_page_"], .accordion'
"""What the product's own blocks are known by."""
_EMPTY = re.compile(
    r"(?i)(?<![^\n.])[^\n.]*\bkeine?\b[^\n.]{0,60}\b(?:gefunden|vorhanden|freigegeben|veröffentlicht|verfügbar)\b"
)
_BY_PLACE = re.compile(r"(?<=[?&])(?:voselect=\d*|toselect=\d*|s=[0-9A-F]{40})(?:&|$)")
_LINKS = (
    ("item", "to0050.", "__ktonr"),
    ("paper", "vo0050.", "__kvonr"),
    ("consultations", "vo0053.", "__kvonr"),
    ("agenda", "si0057.", "__ksinr"),
    ("agenda", "si0056.", "__ksinr"),
    ("agenda", "to0040.", "__ksinr"),
    ("members", "kp0040.", "__kgrnr"),
)


def page_name(page: Page) -> str | None:
    """SessionNet's own name of the page ("si0057"), from its layout's class or its table's id; None for other pages."""
    marks = [attribute(tag, "content") or "" for tag in page.many(_PRODUCT, least=0)]
    layout = [attribute(tag, "class") or "" for tag in page.many('.smclayout, [class*="smc_page_"]', least=0)]
    ids = [attribute(tag, "id") or "" for tag in page.many('[id^="smc_page_"]', least=0)]
    if not any("SessionNet" in mark or mark.startswith("V:") for mark in marks) and not layout:
        return None
    found = (re.search(r"\bsmc_page_([a-z]+\d+)_", mark) for mark in (*layout, *ids))
    return next((match[1] for match in found if match), "")


def content(page: Page) -> Tag:
    """The part of the page that is no menu and no footer; the whole page where broken markup closed that part early."""
    part = page.maybe("#page-content")
    if part and part.select_one(_BLOCK):
        return part
    whole = page.maybe(".smclayout") or page.one("body")
    return part if part and page.at(page.span(part)) and not whole.select_one(_BLOCK) else whole


def trimmed(page: Page, start: int, end: int) -> Span:
    """The place without blanks around it; an empty range if nothing else is printed there."""
    piece = page.text[start:end]
    start += len(piece) - len(piece.lstrip())
    return (start, start + len(piece.strip())) if piece.strip() else NOTHING


def places(**spans: Span) -> dict[str, Span]:
    """The places of the fields that the page prints."""
    return {name: span for name, span in spans.items() if span[0] < span[1]}


def declared_empty(page: Page, within: Tag) -> str | None:
    """The page's own words for "nothing here"."""
    match = _EMPTY.search(page.text[slice(*page.span(within))])
    return match.group().strip() if match else None


class Head:
    """The fields on top of a page: by SessionNet's own field name ("siname") or by the printed label ("sitzung")."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.by_name: dict[str, Span] = {}
        self.by_label: dict[str, Span] = {}
        self.whole: list[Span] = []
        for label, value in self._cells():
            span = page.span(value)
            self.whole.append((page.span(label)[0], max(page.span(label)[1], span[1])))
            self.by_label.setdefault(fields.label(label.get_text()), span)
            for name in (attribute(value, "class") or "").split():
                if _FIELD.fullmatch(name):
                    self.by_name.setdefault(name, span)

    def _cells(self) -> Iterator[tuple[Tag, Tag]]:
        """Label and value: two cells of a row, drawn as blocks (layouts 5 and 6) or as a table (layout 4)."""
        for label in self.page.many("td.smctablehead", least=0):
            if isinstance(value := label.find_next_sibling("td"), Tag):
                yield label, value
        for label in self.page.many(".smc-cell-head", least=0):
            if value := label.find_next_sibling(class_="smc-table-cell"):
                yield label, value
        for row in self.page.many('tr:not(.smcdocbox tr):not([class*="smc_toph"])', least=0):
            cells = row.find_all(["td", "th"], recursive=False)
            if len(cells) == 2 and re.fullmatch(r"[A-ZÄÖÜ][\w /.-]{1,40}:", cells[0].get_text().strip()):
                yield cells[0], cells[1]

    def span(self, *names: str) -> Span:
        """Place of the first of these fields that the page fills; an empty range if it fills none."""
        for name in names:
            found = self.by_name.get(name) or self.by_label.get(name) or NOTHING
            if self.page.at(found):
                return found
        return NOTHING

    def starting(self, *beginnings: str) -> Span:
        """Place of the first filled field whose label starts so."""
        found = (span for label, span in self.by_label.items() if label.startswith(beginnings))
        return next((span for span in found if self.page.at(span)), NOTHING)


def heading(page: Page) -> Span:
    """Place of the page's heading."""
    tag = page.maybe("h1.smc_h1") or page.maybe("h1")
    return page.span(tag) if tag else NOTHING


def own_id(page: Page, parameter: str, *others: str) -> str | None:
    """The page's record id: from its address, its open tab, or links that must carry it (`others` name it so)."""
    known = query(page.url, parameter) if page.url else None
    for tag in page.many("#smcregister li.active a, #smcregister a", least=0):
        known = known or query(attribute(tag, "href") or "", parameter)
    for other in others:
        for tag in content(page).select(f'a[href*="{other}="]'):
            known = known or query(attribute(tag, "href") or "", other)
    return known


def public_by_title(text: str | None) -> tuple[bool | None, int]:
    """Whether a title ("Öffentliche/nicht öffentliche Sitzung des ...") says so, and the length of the words for it."""
    match = _OPENNESS.match(text or "")
    return (fields.is_public(match[1]), match.end(1)) if match else (None, 0)


def _title(page: Page) -> tuple[dict[str, str], dict[str, Span]]:
    """Name, date and time in "Sitzung des Rates - 25.06.2012 - 17:00-18:40 Uhr", and their places where it is printed.

    It is the page's heading; cards and layout 4 have it as the browser's title alone.
    """
    browser = page.html.soup.title if page.html else None
    shown = [heading(page), page.span(browser) if browser else NOTHING]
    candidates = [(page.text[start:end], start) for start, end in shown if start < end]
    if browser and shown[1] == NOTHING:
        candidates.append((browser.get_text().strip(), -1))
    for text, start in candidates:
        if match := _TITLE.fullmatch(text):
            said = {name: re.sub(r"\s+", " ", value) for name, value in match.groupdict().items() if value}
            at = {name: (start + match.start(name), start + match.end(name)) for name in said}
            return said, at if start >= 0 else {}
    start, end = shown[0]
    return ({"name": page.at((start, end)) or ""}, {"name": (start, end)}) if start < end else ({}, {})


def meeting(page: Page, meeting_id: str | None) -> Row:
    """The meeting that a page describes: from its head fields, else from its title."""
    head, (said, at) = Head(page), _title(page)
    fields_at = {"date": head.span("sidat", "datum"), "time": head.span("yytime", "zeit")}
    at |= {name: span for name, span in fields_at.items() if page.at(span)}
    date = day(page.at(at.get("date", NOTHING)) or said.get("date"))
    time = page.at(at.get("time", NOTHING)) or said.get("time")
    body, room = head.span("sigrname", "gremium", "gremien"), head.span("siort", "raum", "ort")
    name = said.get("name") or None
    public, length = public_by_title(name)
    is_committee = name is not None and not re.search(r"(?i)sitzung", name)
    named = page.at(body) or (name if is_committee else None)
    printed = at.get("name", NOTHING)
    record = Meeting(
        id=meeting_id,
        name=name,
        start=moment(date, time),
        end=fields.end_of_meeting(date, time),
        organization=(named,) if named else (),
        location=page.at(room),
        cancelled=fields.is_cancelled(name),
        public=public,
        url=page.url,
    )
    organization = body if page.at(body) else printed if named else NOTHING
    status = (printed[0], printed[0] + length) if page.at(printed) else NOTHING
    found = places(organization=organization, location=room, number=head.span("siname", "sitzung"), status=status)
    return Row(record=record, places=places(**at) | found)


def documents(page: Page, within: Tag, of: str | None, *items: str | None) -> Iterator[Row]:
    """The documents linked in a part of the page, each once although button and name both link it.

    Where a paper's documents and an item's own stand together, `of` is the paper and `items` the item's id, if known.
    """
    seen = set()
    yield from _forms(page, within, of)
    links = within.select('a[href*="getfile."]')
    for link in sorted(links, key=lambda a: not page.at(page.span(a))):
        number = query(attribute(link, "href") or "", "id")
        if number not in seen:
            seen.add(number)
            yield _document(page, link, number, of, items)


def _forms(page: Page, within: Tag, of: str | None) -> Iterator[Row]:
    """Documents of old versions, behind a form of their own: it cannot be followed, so they have no address."""
    for form in within.select('form[action*="ydocstart."]'):
        number = next((attribute(tag, "value") for tag in form.select('input[name="DT"], input[name="DO"]')), None)
        line = form.find_parent("tr")
        cell = line.select_one(".smcdocname") if line else None
        name = page.span(cell) if cell else NOTHING
        button = attribute(form.select_one("input[title]"), "title") or ""
        printed = page.at(name) or re.sub(r"^Dokument (?:anzeigen|Download)\W*", "", button) or None
        if number or printed:
            role = file_role(printed, _MAIN_DOCUMENT)
            record = File(id=number, of=of, name=printed, role=role)
            yield Row(record=record, places=places(name=name))


def _document(page: Page, link: Tag, number: str | None, of: str | None, items: tuple[str | None, ...]) -> Row:
    start, end = page.span(link)
    size_tag = link.select_one(".smcdosize")
    size = page.span(size_tag) if size_tag else NOTHING
    name = trimmed(page, start, size[0] if page.at(size) else end)
    tooltip = attribute(link, "title") or ""
    printed = page.at(name) or re.sub(r"^Dokument (?:anzeigen|Download)\W*", "", tooltip) or None
    block = link.find_parent("tr") or link
    is_pdf = "pdf" in tooltip.lower() or block.select_one('img[src*="pdf"]') is not None
    own = bool(items) and re.search(_OF_ITEM, printed or "") and not is_attachment(printed)
    record = File(
        id=number,
        of=items[0] if own else of,
        name=printed,
        url=page.link(attribute(link, "href") or ""),
        mime_type="application/pdf" if is_pdf else None,
        size=size_in_bytes(page.at(size)),
        role=file_role(printed, _MAIN_DOCUMENT),
    )
    return Row(record=record, places=places(name=name, size=size))


def address(page: Page, href: str) -> str:
    """The absolute address of a record's page, without what differs by where a link stands: one record, one address."""
    url, removed = _BY_PLACE.subn("", page.link(href))
    return url.rstrip("&?") if removed else url


def links_onward(page: Page, within: Tag, *kinds: str) -> Iterator[Follow]:
    """Links to pages of these kinds, each record once."""
    seen: set[tuple[str, str]] = set()
    for kind, mark, parameter in _LINKS:
        for link in within.select(f'a[href*="{mark}"]') if kind in kinds else []:
            number = query(attribute(link, "href") or "", parameter)
            if number and (kind, number) not in seen:
                seen.add((kind, number))
                yield Follow(url=address(page, attribute(link, "href") or ""), kind=kind)
