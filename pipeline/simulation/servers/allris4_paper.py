"""ALLRIS 4: a paper (vo020) with its Beratungsfolge, texts, document and attachments."""

from __future__ import annotations

from corpus.model import Consultation, File
from pipeline.simulation.servers.allris4_frame import field, frame, head, state, text
from pipeline.simulation.servers.base import Council, Request, applicant, e

_STATIONS = ("Status", "Datum", "Gremium", "Beschluss", "NA")
_ATTACHED = ("Nr.", "Name", "Original", "", "Status", "Größe")


def paper(council: Council, request: Request) -> str:
    """A paper."""
    found = council.paper(request.query.get("VOLFDNR", ""))
    if found is None:
        return ""
    record, attached = found.paper, found.files[1:]
    status, _, extra = (record.status or "").partition(" (")
    fields = (
        field("Betreff", "vobetreff", f"<p>{e(record.name)}</p>")
        + field("Status", "vostatus", e(status), state("vostat", extra.rstrip(")")))
        + field("Vorlageart", "voart", e(record.paper_type))
        + field("Federführend", "vofamt", e(record.lead_unit))
        + field("1. Berichterstattung", "voverfasser1", e(applicant(record)))
    )
    stations = "".join(map(_station, found.consultations))
    texts = "".join(text(n, heading, words) for n, (heading, words) in enumerate(record.sections.items()))
    main = f"""{head(fields, found.files[:1], _beside(request, record.id, attached))}<div id="mainContent">
<h2 class="expandedTitle">Beratungsfolge</h2>
<div class="tree-theme-human" id="bfTable">
<table class="dataTable captionVisible stickyHeader bfTable nonStickyHeader" id="id2e">
<thead>
<tr class="headers">
{_columns(_STATIONS)}
</tr>
</thead>
<tbody>
{stations}
</tbody>
</table>
</div>
{texts}{_attachments(council, request, record.id, attached)}</div>
"""
    title = f"{record.paper_type} - {record.reference}"
    return frame(council, request, "vo020", f"VOLFDNR={record.id}&amp;refresh=false", title, main)


def _columns(titles: tuple[str, ...]) -> str:
    return "\n".join(f'<th scope="col"><span>{title}</span></th>' for title in titles)


def _station(station: Consultation) -> str:
    """Two rows: state, committee and role, then the meeting if one is fixed."""
    rows = f"""<tr class="even" id="id2f">
<td class="colorCol">
<div>
<span class="wfcolorDescIcon" data-iconcolor="#FFFFFF">●</span>
<span class="wfcolorDesc">{e(station.state)}</span>
</div>
</td><td>
<div> </div>
</td><td>
<div>{e(station.organization)}</div>
</td><td>
<div>{e(station.role)}</div>
</td><td class="toLink">
<div> </div>
</td>
</tr>"""
    if station.date is None:
        return rows
    top = f"TOLFDNR={station.agenda_item}"
    note = f'<a class="objAnchor" href="./to020?{top}">NA</a>' if station.result else ""
    return (
        rows
        + f"""<tr class="odd" id="id30">
<td class="colorCol">
<div> </div>
</td><td class="date">
<div>{station.date:%d.%m.%Y}</div>
</td><td>
<div>
<a href="./to010?SILFDNR={station.meeting}&amp;{top}">{e(station.organization)}</a>
</div>
</td><td>
<div>
{f'<a href="./to020?{top}">{e(station.result)}</a>' if station.result else ""}
</div>
</td><td class="toLink">
<div>
{note}
</div>
</td>
</tr>"""
    )


def _beside(request: Request, paper: str | None, files: tuple[File, ...]) -> str:
    """Attachments beside the head; their links need the session that was shown the page."""
    if not files:
        return ""
    shown = "".join(
        f"""<li><div>
<a class="js-simple-tooltip attlink pdf" data-simpletooltip-text="Öffnen der PDF zu {e(file.name)} in neuen Fenster" \
href="./vo020?{request.serial}--anlagenHeaderPanel-attachmentsList-{n}-attachment-link&amp;VOLFDNR={paper}&amp;\
refresh=false" target="_blank">{e(file.name)}</a>
</div></li>"""
        for n, file in enumerate(files)
    )
    return f"""<aside class="attachments" data-jumplink="Zu Anlagen" id="anlagenHeaderPanel" tabindex="-1">
<div class="frameHeader">
<span>Anlagen</span>
</div>
<ul class="headRightInner roundedBorder">
{shown}
</ul>
</aside>
"""


def _attachments(council: Council, request: Request, paper: str | None, files: tuple[File, ...]) -> str:
    """The same attachments as a table with their sizes."""
    if not files:
        return ""
    rows = []
    for n, file in enumerate(files, 1):
        size = f"{len(council.file(file.id or '') or b'') / 1000:.1f}".replace(".", ",")
        cell = f"{request.serial}--attachments-expandedPanel-content-body-rows-{n}-cells-2-cell-link"
        rows.append(f"""<tr class="even linkstretch">
<td class="rightCol">
<div>{n}</div>
</td><td>
<div>
<a class="js-simple-tooltip attlink pdf" data-simpletooltip-text="Öffnen der PDF zu {e(file.name)} in neuen Fenster" \
href="./vo020?{cell}&amp;VOLFDNR={paper}&amp;refresh=false" target="_blank">{e(file.name)}</a>
</div>
</td><td>
</td><td>
</td><td>
<div>(wie Dokument)</div>
</td><td class="fileSize">
<div>{size} kB</div>
</td>
</tr>""")
    return f"""<h2 class="expandedTitle">Anlagen</h2>
<table class="dataTable captionVisible stickyHeader hoverRow attachmentTable nonStickyHeader" id="id41">
<thead>
<tr class="headers">
{_columns(_ATTACHED)}
</tr>
</thead>
<tbody>
{"".join(rows)}
</tbody>
</table>
"""
