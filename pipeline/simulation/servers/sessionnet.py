"""SessionNet of layout 6: calendar, meeting, agenda, item, paper with consultations, committees and members, files."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from corpus.model import Meeting
from pipeline.simulation.servers import sessionnet_agenda, sessionnet_cards, sessionnet_paper
from pipeline.simulation.servers.base import MONTHS, WEEKDAYS, Answer, Council, Product, Request, as_pdf, day_of, e
from pipeline.simulation.servers.sessionnet_frame import clock_time, frame, link, shown_name

_LONG = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def answer(council: Council, request: Request) -> Answer | None:
    """What the server says to a request below /bi/."""
    folder, _, name = request.path.partition("/bi/")
    if folder or name in ("", "info.asp"):
        return _sent(_start(council)) if request.path in ("/", "/bi/", "/bi/info.asp") else None
    if name == "getfile.asp":
        return as_pdf(council.file(request.query.get("id", ""))) or _sent(_error(council))
    page = _PAGES.get(name)
    return _sent(page(council, request) or _error(council)) if page else None


def _sent(text: str) -> Answer:
    return Answer(body=text.encode())


def _start(council: Council) -> str:
    return frame("info", council.name, f"Bürgerinformationssystem {council.name}", "", "<p>Willkommen.</p>")


def _error(council: Council) -> str:
    """An unknown record: status 200, and the layout of errors."""
    return frame("error", council.name, "Hinweis", "", "<p>Der Datensatz ist nicht vorhanden.</p>")


def _calendar(council: Council, request: Request) -> str:
    """The month as a table with a row for each day and each further meeting of it."""
    today = council.town.local.today
    year = int(request.query.get("__cjahr") or today.year)
    month = int(request.query.get("__cmonat") or today.month)
    if not (1 <= month <= 12 and 1900 < year < 2100):
        return ""
    meetings = council.month(year, month)
    rows = "".join(_day(dt.date(year, month, n), meetings) for n in range(1, calendar.monthrange(year, month)[1] + 1))
    months = "".join(_month_link(year, n, chosen=n == month) for n in range(1, 13))
    main = f"""<div id="smcfiltermenu" class="smcnoprint smc-filter-bar"><ul class="nav nav-pills">
<li class="nav-item dropdown"><div class="smcfiltermenumonth dropdown-menu">{months}</div></li></ul></div>
<br />
<!-- table-responsive --><table id="smc_page_si0040_contenttable1" \
class="table table-striped smc-table smc-table-striped smc-table-responsive smctablesitzungen">
<tbody>
{rows}</tbody>
</table><!-- /table-responsive -->
"""
    return frame("si0040", council.name, f"Kalender {year} {MONTHS[month - 1]}", "", main)


def _month_link(year: int, month: int, *, chosen: bool) -> str:
    style = "smce-a-u dropdown-item smcfiltermenumonth" + (" smcfiltermenuselected" if chosen else "")
    address = f"si0040.asp?__cjahr={year}&__cmonat={month}&__canz=1&__cselect=0"
    return link(address, MONTHS[month - 1], f"Jahr: {year} Monat: {month}", style)


def _day(day: dt.date, meetings: list[Meeting]) -> str:
    """The rows of a day: its first says which it is."""
    found: list[Meeting | None] = [meeting for meeting in meetings if day_of(meeting) == day]
    word = f'<a title="{_LONG[day.weekday()]}" class="weekday">{WEEKDAYS[day.weekday()]}</a>'
    number = f'<span class="weekday">{day.day}</span>'
    heads = [(f"{number} {word}", number, word)] + [("", "", "")] * (len(found) - 1)
    return "".join(_row(*head, meeting) for head, meeting in zip(heads, found or [None], strict=True))


def _row(both: str, number: str, word: str, meeting: Meeting | None) -> str:
    style = "cl" if meeting else "cn"
    return f"""<tr><td data-label="&nbsp;" \
class="smc-table-cell-block-991 smc-table-cell-heading smc_fct_day_991">{both}\
</td><td data-label="&nbsp;" class="smc-t-cn991 smc_fct_day">{number}</td>\
<td data-label="&nbsp;" class="smc-t-cn991 smc_fct_daytext">{word}</td>\
<td data-label="Sitzung" class="smc-t-{style}991 silink">{_meeting(meeting) if meeting else ""}</td>\
<td data-label="Mandant" class="smc-t-{style}991 pagel pagel1"></td>\
<td data-label="Termin" class="smc-t-{style}991 sitermin"></td>\
<td data-label="Dokumente" class="smc-t-{style}991 sidocs"></td>

</tr>
"""


def _meeting(meeting: Meeting) -> str:
    tooltip = f"Details anzeigen: {meeting.organization[0]} {day_of(meeting):%d.%m.%Y}"
    style = "smce-a-u smc-link-normal smc_doc smc_datatype_si"
    shown = link(f"si0057.asp?__ksinr={meeting.id}", shown_name(meeting), tooltip, style)
    return (
        f'<div class="smc-el-h ">{shown}</div><ul class="list-inline smc-detail-list">'
        f'<li class="list-inline-item">{clock_time(meeting)}</li><li class="list-inline-item">'
        f"{e(meeting.location)}</li></ul>"
    )


def _committees(council: Council, request: Request) -> str:
    """The list of bodies."""
    rows = "".join(
        f"""<tr class="smc-t-r-l"><td data-label="" class="smc-t-cl991 grname">\
{link(f"kp0040.asp?__kgrnr={o.id}&", o.name, f"Details anzeigen: {o.name}", "smce-a-u smc-link-normal")}</td>\
<td data-label="" class="smc-t-cn991 silast"></td><td data-label="" class="smc-t-cn991 sinext"></td></tr>
"""
        for o in council.town.organizations
    )
    main = f"""<!-- table-responsive --><table id="smc_page_gr0040_contenttable1" \
class="table table-striped smc-table smc-table-responsive smctablegremien">
<thead class="smc-t-r-l"><tr><th class="grname">Name&nbsp;</th><th class="silast">Letzte Sitzung</th>\
<th class="sinext">Nächste Sitzung</th></tr></thead>
<tbody>
{rows}</tbody>
</table>
"""
    return frame("gr0040", council.name, "Gremien", "", main)


def _members(council: Council, request: Request) -> str:
    """A body's members in their public roles."""
    id_ = request.query.get("__kgrnr", "")
    body = next((o for o in council.town.organizations if o.id == id_), None)
    if body is None:
        return ""
    people = {person.id: person for person in council.town.people}
    rows = []
    for seat in (m for m in council.town.memberships if m.organization == id_):
        person = people[seat.person]
        name = " ".join(filter(None, (person.form_of_address, person.title, person.name)))
        shown = link(f"pe0051.asp?__kpenr={person.id}&__kgrnr={id_}", name, name, "smce-a-u smc-link-normal")
        rows.append(
            f'<tr class="smc-t-r-l"><td data-label="Name" class="smc-t-cl991 pename">{shown}</td>'
            f'<td data-label="Partei" class="smc-t-cn991 pepartei">{e(person.party)}</td>'
            f'<td data-label="Art" class="smc-t-cn991 amname">{e(seat.role)}</td>'
            '<td data-label="Funktion" class="smc-t-cn991 mgfunk">stimmberechtigt</td></tr>\n'
        )
    main = f"""<table id="smc_page_kp0040_contenttable1" class="table table-striped smc-table smctablemitglieder">
<tbody>
{"".join(rows)}</tbody>
</table>
"""
    return frame("kp0040", council.name, body.name, "", main)


_PAGES: dict[str, Callable[[Council, Request], str]] = {
    "si0040.asp": _calendar,
    "si0050.asp": sessionnet_agenda.meeting,
    "si0056.asp": sessionnet_cards.cards,
    "si0057.asp": sessionnet_agenda.agenda,
    "to0050.asp": sessionnet_agenda.item,
    "vo0050.asp": sessionnet_paper.paper,
    "vo0053.asp": sessionnet_paper.consultations,
    "gr0040.asp": _committees,
    "kp0040.asp": _members,
}

PRODUCT = Product(name="sessionnet", start="bi/info.asp", answer=answer, cookie="ASPSESSIONIDSATTCQRD")
