"""ALLRIS 3: the classic template in ISO-8859-1, with documents behind buttons and attachments that the session owns."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from corpus.model import Meeting
from pipeline.simulation.servers import allris3_agenda, allris3_paper
from pipeline.simulation.servers.allris3_frame import NOTHING, button, frame, shown_name
from pipeline.simulation.servers.base import (
    MONTHS,
    WEEKDAYS,
    Answer,
    Council,
    Product,
    Request,
    as_pdf,
    day_of,
    e,
    times,
)


def answer(council: Council, request: Request) -> Answer | None:
    """What the server says to a request below /bi/."""
    folder, _, name = request.path.partition("/bi/")
    if folder or not name:
        return _start(council) if request.path in ("/", "/bi/") else None
    if name.startswith("___tmp/"):
        return _temporary(council, request, name)
    page = _PAGES.get(name)
    text = page(council, request) if page else None
    if name == "do027.asp":
        return _document(council, request)
    if name == "allris.net.asp":
        return _start(council)
    if page is None:
        return None
    return _sent(text or frame(council, "error", "", "Hinweis", f"<p>{NOTHING}</p>"))


def _sent(text: str) -> Answer:
    """As the product sends it; what the charset lacks is a character reference."""
    return Answer(body=text.encode("latin-1", "xmlcharrefreplace"), content_type="text/html; charset=iso-8859-1")


def _start(council: Council) -> Answer:
    return _sent(frame(council, "allrisnet", "", "Startseite", f"<p>Willkommen bei {e(council.name)}.</p>"))


def _document(council: Council, request: Request) -> Answer | None:
    """A document's address leads to a file that only the session can get."""
    number = request.query.get("DOLFDNR", "")
    if council.file(number) is None:
        return _sent(frame(council, "error", "", "Hinweis", f"<p>{NOTHING}</p>"))
    location = f"/bi/{allris3_paper.temporary(request, number)}dokument.pdf"
    return Answer(body=b"<html><body>Object moved</body></html>", status=302, location=location)


def _temporary(council: Council, request: Request, name: str) -> Answer | None:
    """A temporary file, for the session that was shown its address."""
    number = name.split("/")[-2]
    if name.rpartition("/")[0] + "/" != allris3_paper.temporary(request, number):
        return None
    return as_pdf(council.file(number))


def _calendar(council: Council, request: Request) -> str:
    """The month as a table with a row for each day and each further meeting of it."""
    today = council.town.local.today
    month, year = (int(request.query.get(key) or default) for key, default in (("MM", today.month), ("YY", today.year)))
    if not (1 <= month <= 12 and 1900 < year < 2100):
        return ""
    meetings = council.month(year, month)
    last = calendar.monthrange(year, month)[1]
    rows = "".join(_day(dt.date(year, month, n), meetings) for n in range(1, last + 1))
    span = f"01.{month:02}.{year}", f"{last:02}.{month:02}.{year}"
    form = (
        '<form method="post" action="/bi/si010_e.asp" name="kaldatform" id="kaldatform" style="margin:0">'
        "Zeitraum:&nbsp;"
        f'<input type="text" size="9" name="kaldatvon" id="kaldatvon" value="{span[0]}"  /> - '
        f'<input type="text" size="9" name="kaldatbis" id="kaldatbis" value="{span[1]}"  />\n'
        '<input type="hidden" name="SEL_PAGE_N" value="SI010"  />'
        f'<input type="hidden" name="NAVM_{request.token("n")[:16]}" value="{request.token("v")[:16]}"  /></form>'
    )
    main = (
        '<table width="100%" cellspacing="0" cellpadding="0" border="0">\n<tr>\n<td width="50%">&nbsp;</td>'
        f'<td nowrap="nowrap"><h2 align="center">{MONTHS[month - 1]}&nbsp;{year}</h2></td></tr>\n</table>\n'
        f'<table width="100%" cellspacing="2" cellpadding="1" border="0">\n<tr>\n<td align="right">{form}</td>\n'
        '</tr>\n</table>\n<table class="tl1" cellspacing="0" cellpadding="1" border="0">\n<tr class="zw1">'
        '<th colspan="2">Datum</th><th>Uhrzeit</th><th>&nbsp;</th><th colspan="4" width="65%">Sitzung</th>'
        f"<th>Raum</th></tr>\n{rows}</table>\n"
    )
    return frame(council, "si010", "", "Sitzungskalender", main)


def _day(day: dt.date, meetings: list[Meeting]) -> str:
    """The rows of a day: its first says which it is."""
    style = {5: "zl16", 6: "zl17"}.get(day.weekday(), f"zl1{1 + day.day % 2}")
    first = (
        f'<td class="text2" width="20">{WEEKDAYS[day.weekday()]}</td><td class="text2" width="20">{day.day:>2}</td>\n'
    )
    found = [meeting for meeting in meetings if day_of(meeting) == day]
    if not found:
        return f'<tr class="{style}">\n{first}<td colspan="8">&nbsp;</td>\n</tr>\n'
    heads = [first] + ["<td>&nbsp;</td>\n<td>&nbsp;</td>\n"] * (len(found) - 1)
    return "".join(_row(style, head, meeting) for head, meeting in zip(heads, found, strict=True))


def _row(style: str, head: str, meeting: Meeting) -> str:
    export = (
        f'<td><form action="to010.asp" method="post" style="margin:0"><input type="hidden" name="SILFDNR" '
        f'value="{meeting.id}"'
        '  /><input type="hidden" name="selfaction" value="Termin exportieren"  /><input type="hidden" name="template" '
        'value="ics"  /><input type="image" class="il1" src="images/calexp.gif" alt="Sitzungstermin exportieren"  />'
        "</form></td>\n"
    )
    return (
        f'<tr class="{style}" valign="top">\n{head}<td class="text2">{times(meeting)}&nbsp;</td>\n{export}'
        f"<td>{button('to010.asp', 'SILFDNR', meeting.id, 'il1_to', 'TO', 'Tagesordnung')}</td>\n"
        f'<td><a href="to010.asp?SILFDNR={meeting.id}">{e(shown_name(meeting))}</a></td>\n<td>&nbsp;</td>\n<td>'
        f"&nbsp;</td>\n\n"
        f'<td class="text4">{e(meeting.location) or "&nbsp;"}</td>\n</tr>\n'
    )


_PAGES: dict[str, Callable[[Council, Request], str]] = {
    "si010_e.asp": _calendar,
    "to010.asp": allris3_agenda.agenda,
    "to020.asp": allris3_agenda.item,
    "vo020.asp": allris3_paper.paper,
}

PRODUCT = Product(name="allris3", start="bi/allris.net.asp", answer=answer, cookie="ASPSESSIONIDQCBRTSDA")
