"""SD.NET RIM: calendar (termine), meetings (tops), papers (vorgang) behind opaque, stable tokens; OParl beside them."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable

from corpus.model import AgendaItem, Consultation, File
from pipeline.simulation.servers import oparl, sdnet_calendar
from pipeline.simulation.servers.base import Answer, Council, Product, Request, as_pdf, e
from pipeline.simulation.servers.sdnet_frame import TOKEN, frame, meeting_link, token

_OPARL = "webservice/oparl/v1.1/"
_ICONS = {
    "mainFile": "document-link fa-sst-file vorlage-link",
    "auxiliaryFile": "attachment-link vorlage-attachment-link",
    "invitation": "document-link fa-sst-file einladung-link",
    "resultsProtocol": "document-link fa-sst-file niederschrift-link",
}


def _known(kind: str, given: str) -> str:
    """The id in a token of a kind; nothing if it is another one."""
    code = given.removeprefix(TOKEN)
    try:
        said = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode().split(":")
    except ValueError:
        return ""
    return said[1] if said[0] == kind and len(said) == 3 else ""


def answer(council: Council, request: Request) -> Answer | None:
    """What the server says."""
    given = request.query.get("__", "")
    if request.path in ("/", "/termine", "/termine/"):
        return Answer(body=sdnet_calendar.page(council, request).encode())
    if request.path == "/termine/ics/SD.NET_RIM.ics":
        exported = sdnet_calendar.exported(council, request).encode()
        return Answer(body=exported, content_type="text/calendar; charset=utf-8")
    if request.path.startswith(f"/{_OPARL}"):
        return oparl.answer(council, request, _OPARL)
    if match := re.fullmatch(r"/sdnetrim/([\w-]+)/[^/]+\.pdf", request.path):
        return as_pdf(council.file(_known("file", match[1])))
    page = {"/tops/": _tops, "/vorgang/": _vorgang}.get(request.path)
    text = page(council, request, given) if page else ""
    return Answer(body=text.encode()) if text else None


def _files(request: Request, files: Iterable[File], *, hidden: bool = False) -> str:
    """Documents behind icons."""
    style = ' class="hide-text"' if hidden else ""
    return "".join(
        f'<a role="button" class="link-element" href="{request.base}sdnetrim/{token("file", file.id)}/Dokument.pdf" '
        f'target="_blank" title="{e(file.name)}"><span aria-hidden="true" class="{_ICONS[file.role or ""]} fa-icon">'
        '<i class="letter_inside"></i></span><span aria-hidden="true"'
        f"{style}>{e(file.name)}</span></a>"
        for file in files
    )


def _details(*rows: tuple[str, str]) -> str:
    shown = "".join(f'<tr>\n<th scope="row">{label}:</th>\n<td>{value}</td>\n</tr>\n' for label, value in rows if value)
    return f'<div class="sst-table-container">\n<table class="table-details">\n{shown}</table>\n</div>\n'


def _body(council: Council, request: Request, name: str) -> str:
    number = council.organization_id(name)
    return f'<a href="{request.base}gremien/?__={token("gremien", number)}"><span>{e(name)}</span></a>'


def _tops(council: Council, request: Request, given: str) -> str:
    """A meeting with its items; the heading changes once it is over."""
    found = council.meeting(_known("tops", given))
    if found is None:
        return ""
    meeting = found.meeting
    invitation, *minutes = found.files
    rows = "".join(_row(council, request, item.item, n) for n, item in enumerate(found.items))
    main = _details(
        ("Sitzung", _body(council, request, meeting.organization[0]) + (" (entfällt)" if meeting.cancelled else "")),
        ("Termin", meeting_link(request, meeting)),
        ("Ort", e(meeting.location)),
        ("Tagesordnung", _files(request, [invitation])),
        ("Niederschriften", _files(request, minutes)),
    )
    main += f"""<div class="sst-table-container papers-hidden"><table id="table0" \
class="table-data table-top table-cols-4"><caption class="caption">Tagesordnungspunkte</caption>\
<tbody>{rows}</tbody></table></div>
"""
    return frame(council, request, "tops", "Sitzungsverlauf" if minutes else "Tagesordnung", main)


def _row(council: Council, request: Request, item: AgendaItem, place: int) -> str:
    """A heading of a part, or an item; the product writes one quote too many here."""
    part = f"top-{'' if item.public else 'n'}oeff-{'data' if item.number else 'head'}"
    reference, files = "&nbsp;", '<span class="document-spacer"></span>'
    if item.paper:
        address = f"{request.base}vorgang/?__={token('vorgang', item.paper)}"
        reference = e(council.reference(item.paper))
        files = _files(request, council.files_of(item.paper)[:1], hidden=True)
        files += (
            f'<a role="button" class="link-element" href="{address}" title="Vorgang öffnen"><span aria-hidden="true" '
            'class="vorgang-link fa-sst-folder-open fa-icon"><i class="fa-top"></i></span></a>'
        )
    return f"""<tr class="row-{place % 2} original ebene1-1 {part}"  data-vorgang-id="200_{item.id}"" \
data-ivs-id="{item.id}" data-ivs-nummer="1">
<td class="column-topnrtext">{e(item.number) or "&nbsp;"}</td>
<td class="column-bezeichnung">{e(item.name)}</td>
<td class="column-nummer">{reference}</td>
<td class="column-dokumente">{files}</td>
</tr>

"""


def _vorgang(council: Council, request: Request, given: str) -> str:
    """A paper with its stations."""
    found = council.paper(_known("vorgang", given))
    if found is None:
        return ""
    record = found.paper
    main = _details(
        (e(record.paper_type), e(record.reference)),
        ("Betreff", e(record.name)),
        ("Antragsteller", "<br />".join(map(e, record.originator))),
        ("Federführung", e(record.lead_unit)),
        ("Dokument", _files(request, found.files)),
    )
    rows = "".join(_station(council, request, n, station) for n, station in enumerate(found.consultations))
    main += f"""<div class="sst-table-container papers-hidden"><table id="table0" \
class="table-data table-vorgang table-cols-4"><caption class="caption">Beratungsfolge</caption>\
<tbody>{rows}</tbody></table></div>
"""
    return frame(council, request, "vorgang", f"Vorgang {record.reference}", main)


def _station(council: Council, request: Request, place: int, station: Consultation) -> str:
    held = council.meeting(station.meeting) if station.meeting else None
    mark = f' data-vorgang-id="200_{station.agenda_item}"' if station.agenda_item else ""
    return f"""<tr class="row-{place % 2}" {mark}>
<td class="column-beginn">{meeting_link(request, held.meeting) if held else ""}</td>
<td class="column-gremium">{_body(council, request, station.organization or "")}</td>
<td class="column-beschluss"></td>
<td class="column-ergebnis">{e(station.result)}</td>
</tr>

"""


PRODUCT = Product(name="sdnet", start="", answer=answer, oparl=f"{_OPARL}system", cookie="PHPSESSID")
