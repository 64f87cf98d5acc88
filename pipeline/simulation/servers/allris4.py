"""ALLRIS 4: Wicket's calendar in a second request, agenda, item, paper; attachments that the session owns."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from corpus.model import Meeting
from pipeline.simulation.servers import allris4_agenda, allris4_paper
from pipeline.simulation.servers.allris4_frame import frame, shown_name
from pipeline.simulation.servers.base import WEEKDAYS, Answer, Council, Product, Request, as_pdf, clock, day_of, e

_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_DOCUMENT = re.compile(r"wicket/resource/org\.apache\.wicket\.Application/doc(\d+)\.pdf")
_ATTACHMENT = re.compile(r"\d+--\w+-.*?(\d+)-(?:attachment-link|cells-2-cell-link)")


def answer(council: Council, request: Request) -> Answer | None:
    """What the server says to a request below /public/."""
    folder, _, name = request.path.partition("/public/")
    if folder or not name:
        return _sent(_start(council, request)) if request.path in ("/", "/public/") else None
    if match := _DOCUMENT.fullmatch(name):
        return as_pdf(council.file(match[1]))
    if name == "si010":
        return _calendar_answer(council, request)
    if name == "vo020" and (attached := next(filter(None, map(_ATTACHMENT.fullmatch, request.query)), None)):
        return _attachment(council, request, int(attached[1]))
    page = _PAGES.get(name)
    return _sent(page(council, request) or _nothing(council, request)) if page else None


def _sent(text: str) -> Answer:
    return Answer(body=text.encode())


def _start(council: Council, request: Request) -> str:
    return frame(council, request, "app", "", "Startseite", f"<p>Willkommen bei {e(council.name)}.</p>")


def _nothing(council: Council, request: Request) -> str:
    return frame(council, request, "error", "", "Hinweis", "<p>Keine Information verfügbar</p>")


def _attachment(council: Council, request: Request, number: int) -> Answer | None:
    """An attachment by its place on a page that this session was shown; without the session there is none."""
    found = council.paper(request.query.get("VOLFDNR"))
    files = found.files[1:] if found else ()
    at = number if "attachmentsList" in "".join(request.query) else number - 1
    if not request.known or not 0 <= at < len(files):
        return _sent(_nothing(council, request))
    return as_pdf(council.file(files[at].id or ""))


def _calendar_answer(council: Council, request: Request) -> Answer:
    """The page without its month, and the month for whoever asks as Wicket does within a session."""
    today = council.town.local.today
    month, year = (int(request.query.get(key) or default) for key, default in (("MM", today.month), ("YY", today.year)))
    if not (1 <= month <= 12 and 1900 < year < 2100):
        return _sent(_nothing(council, request))
    loads = any(re.fullmatch(r"\d+-1\.0-\w+", key) for key in request.query)
    if not loads:
        body = '<div id="id2a"><div id="id2b"><img alt="Loading..." src="./wicket/indicator.gif"/></div></div>'
        url = f"./si010?{request.serial}-1.0-form&MM={month}&YY={year}"
        return _sent(frame(council, request, "si010", url, "Kalender", body))
    if not (request.ajax and request.known):
        return _sent(_nothing(council, request))
    table = _table(year, month, council.month(year, month))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><ajax-response><component id="id2a" ><![CDATA[<div id="id2a"><div '
        f'id="id2c">\n{table}</div></div>]]></component></ajax-response>'
    )
    return Answer(body=text.encode(), content_type="text/xml; charset=UTF-8")


def _table(year: int, month: int, meetings: list[Meeting]) -> str:
    rows = "".join(_day(dt.date(year, month, n), meetings) for n in range(1, calendar.monthrange(year, month)[1] + 1))
    heads = (("dateCol", "Datum"), ("time", "Uhrzeit"), ("textCol", "Sitzung"), ("raum", "Raum"))
    columns = "\n".join(f'<th class="{style}" scope="col"><span>{text}</span></th>\n' for style, text in heads)
    return f"""<table id="id2d" class="calenderView hoverRow stickyHeader">
<caption>Kalender</caption>
<thead>

<tr class="headers">

{columns}
</tr>

</thead>
<tbody>
{rows}
</tbody>
</table>
"""


def _day(day: dt.date, meetings: list[Meeting]) -> str:
    """The rows of a day; only its first has the number."""
    name, parity = _DAYS[day.weekday()], "odd" if day.day % 2 else "even"
    number = f'<span class="dow">{name}</span><span class="dom">{day.day:02}</span>'
    found = [meeting for meeting in meetings if day_of(meeting) == day]
    if not found:
        return f"""<tr class="{name.lower()} {parity} emptyRow">
<td class="nowrapContent">{number}</td>
<td colspan="3">
<div> </div>
</td>
</tr>"""
    return "".join(
        f"""<tr class="{"sameday " if n else ""}{name.lower()} {parity}">
<td class="nowrapContent">{"" if n else number}</td>
{_meeting(meeting)}</tr>"""
        for n, meeting in enumerate(found)
    )


def _meeting(meeting: Meeting) -> str:
    day = day_of(meeting)
    tooltip = f" am {WEEKDAYS[day.weekday()]}., {day:%d.%m.%Y} um {clock(meeting.start)} Uhr."
    return f"""<td class="time">
<div>{clock(meeting.start)}</div>
</td><td class="textCol" data-bordercolor="transparent">
<div>
<a href="./to010?SILFDNR={meeting.id}&amp;refresh=false" id="si_{meeting.id}" data-simpletooltip-text="{tooltip}" \
class="js-simple-tooltip tooltipProvider">{e(shown_name(meeting))}</a>
</div>
</td><td class="raum">
<div>{e(meeting.location)}</div>
</td>
"""


_PAGES: dict[str, Callable[[Council, Request], str]] = {
    "to010": allris4_agenda.agenda,
    "to020": allris4_agenda.item,
    "vo020": allris4_paper.paper,
}

PRODUCT = Product(name="allris4", start="public/", answer=answer, cookie="JSESSIONID")
