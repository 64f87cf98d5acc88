"""SD.NET RIM: the page of the meetings, and the calendar that it exports. No recording shows them."""

from __future__ import annotations

import datetime as dt

from corpus.model import Meeting
from pipeline.simulation.servers.base import Council, Request, day_of, e
from pipeline.simulation.servers.sdnet_frame import frame, meeting_link, token

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:PUBLISH",
    "PRODID:-//SD.NET RIM v1.0//DE",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:SD.NET RIM",
    "X-WR-TIMEZONE:Europe/Berlin",
)
_WIDTH = 73


def page(council: Council, request: Request) -> str:
    """The meetings of the last month with some, and the button that exports all."""
    meetings = _all(council)
    last = max(((day_of(m).year, day_of(m).month) for m in meetings), default=None)
    shown = [m for m in meetings if (day_of(m).year, day_of(m).month) == last]
    rows = "".join(_row(council, request, n, meeting) for n, meeting in enumerate(shown))
    address = f"{request.base}termine/ics/SD.NET_RIM.ics"
    main = f"""<div class="outlook"><button id="btn-export-ics" data-export-url="{address}">Exportieren</button></div>
<div class="sst-table-container"><table id="table0" class="table-data table-termine table-cols-2">\
<caption class="caption">Sitzungstermine</caption><tbody>{rows}</tbody></table></div>
"""
    return frame(council, request, "termine", "Sitzungstermine", main)


def _all(council: Council) -> list[Meeting]:
    return council.between(dt.date(council.town.local.place.years[0], 1, 1), None)


def _row(council: Council, request: Request, place: int, meeting: Meeting) -> str:
    name = meeting.organization[0]
    body = f'<a href="{request.base}gremien/?__={token("gremien", council.organization_id(name))}">{e(name)}</a>'
    note = " (entfällt)" if meeting.cancelled else ""
    return f"""<tr class="row-{place % 2}">
<td class="column-beginn">{meeting_link(request, meeting)}</td>
<td class="column-gremium">{body}{note}</td>
</tr>

"""


def exported(council: Council, request: Request) -> str:
    """All meetings as a calendar; every delivery has a stamp of its own."""
    stamp = f"20261008T{request.serial % 24:02}{request.serial % 60:02}00Z"
    lines = [line for meeting in _all(council) for line in _event(request, meeting, stamp)]
    return "".join(f"{_folded(line)}\r\n" for line in (*_HEAD, *lines, "END:VCALENDAR"))


def _event(request: Request, meeting: Meeting, stamp: str) -> list[str]:
    zone = ";TZID=Europe/Berlin"
    text = f"Link zur Tagesordnung: {request.base}tops/?__={token('tops', meeting.id)}"
    if meeting.cancelled:
        text += "\\n\\nBemerkung:\\nDie Sitzung entfällt!"
    return [
        "BEGIN:VEVENT",
        f"DTSTAMP:{stamp}",
        f"DTSTART{zone}:{meeting.start:%Y%m%dT%H%M%S}",
        f"DTEND{zone}:{meeting.end or meeting.start:%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(meeting.organization[0])}",
        f"DESCRIPTION:{text}",
        f"UID:{day_of(meeting):%Y%m}{meeting.id}",
        f"LOCATION:{_escaped(meeting.location or '')}",
        "END:VEVENT",
        "",
    ]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> str:
    """A line that goes on after a line break and a blank where it is long."""
    return "\r\n ".join(line[start : start + _WIDTH] for start in range(0, max(len(line), 1), _WIDTH))
