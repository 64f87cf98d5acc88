"""ALLRIS 4: a meeting's agenda (to010) and an item with its minutes (to020)."""

from __future__ import annotations

from corpus.model import AgendaItem, Meeting
from pipeline.simulation.servers.allris4_frame import field, frame, head, shown_name, state, text
from pipeline.simulation.servers.base import WEEKDAYS, Council, Request, applicant, day_of, e, times, votes_text

_COLUMNS = (
    ("expandCloseCol", '<span aria-label="Aufklappen/Zuklappen">+/-</span>'),
    ("tonr", "<span>TOP</span>"),
    ("tobetreff", "<span>Betreff</span>"),
    ("attach", '<span role="img" aria-label="Anlagen zu" class="anlagenImg"></span>'),
    ("tobahint", '<span role="img" aria-label="geänderter Beschluss" class="baimportant"></span>'),
    ("tovonr", "<span>Vorlage</span>"),
    ("toDoc", '<span role="img" aria-label="Dokument" class="pdfImg"></span>'),
    ("tozunr", "<span>Beschlussart</span>"),
)


def _fields(council: Council, meeting: Meeting, *, linked: bool) -> str:
    """A meeting's fields; on an item's page its title leads to the agenda."""
    day, body = day_of(meeting), meeting.organization[0]
    page, parameter = ("to010", "SILFDNR") if linked else ("si019", "SILFDNR")
    title = f'<a href="./{page}?{parameter}={meeting.id}"><p>{e(shown_name(meeting))}</p></a>'
    month = f"./si010?DD={day.day}&amp;MM={day.month}&amp;YY={day.year}"
    date = f'<a href="{month}">{WEEKDAYS[day.weekday()]}., {day:%d.%m.%Y}</a>'
    parts = (
        field("Betreff", "sibetreff", title),
        field("Gremium", "sigremium", f'<a href="./gr020?GRLFDNR={council.organization_id(body)}">{e(body)}</a>'),
        field("Datum", "sidatum", date),
        field("Status", "sistatus", "öffentlich" if meeting.public else "gemischt", _state(meeting)),
        field("Uhrzeit", "sizeit", times(meeting)),
        field("Anlass", "sianlass", "Sitzung"),
        field("Raum", "siraum", e(meeting.location)),
    )
    return "".join(parts)


def _state(meeting: Meeting) -> str:
    return state("sistat", meeting.meeting_state or "")


def agenda(council: Council, request: Request) -> str:
    """A meeting with its items, parts under their headings."""
    found = council.meeting(request.query.get("SILFDNR", ""))
    if found is None:
        return ""
    meeting = found.meeting
    columns = "\n\n".join(f'<th class="{style}" scope="col">{title}</th>' for style, title in _COLUMNS)
    rows = "".join(_row(council, item.item) for item in found.items)
    main = f"""{head(_fields(council, meeting, linked=False), found.files)}<div id="mainContent">
<div id="toTable" class="tree-theme-human">
<table id="toTreeTable" class="dataTable captionVisible stickyHeader toTable">
<caption class="rs_skip">Tagesordnung</caption>
<thead>

<tr class="headers">

{columns}

</tr>

</thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</div>
"""
    title = f"{shown_name(meeting)} - {day_of(meeting):%d.%m.%Y}"
    return frame(council, request, "to010", f"SILFDNR={meeting.id}", title, main)


def _row(council: Council, item: AgendaItem) -> str:
    """A heading, or an item with its paper and result."""
    if item.number is None:
        cells = {"tobetreff": f"<div><p>{e(item.name)}</p></div>"}
        return _cells('class="even beratung"', cells)
    name = f'{e(item.name)}<span class="zusatzinfo"></span> '
    link = f'href="./to020?TOLFDNR={item.id}&amp;SILFDNR={item.meeting}" ' if item.public else ""
    paper = f'<a id="vo_{item.id}"></a>'
    if item.paper:
        address = f"./vo020?VOLFDNR={item.paper}&amp;refresh=false&amp;TOLFDNR={item.id}"
        paper = f'<a href="{address}" id="vo_{item.id}">{e(council.reference(item.paper))}</a>'
    cells = {
        "tonr": f'<div>\n<a href="#" id="link_{item.id}">{e(item.number)}</a>\n</div>',
        "tobetreff": f'<div>\n<a {link}id="betreff_{item.id}">{name}</a>\n</div>',
        "tovonr": f"<div>\n{paper}\n</div>",
        "tozunr": f"<div>{e(item.result)}</div>" if item.result else "",
    }
    return _cells(f'class="odd numodd" data-tt-id="1000{item.id}"', cells)


def _cells(attributes: str, cells: dict[str, str]) -> str:
    shown = "".join(f'<td class="{style}">\n{cells.get(style, "")}\n</td>' for style, _ in _COLUMNS)
    return f"<tr {attributes}>\n{shown}\n</tr>"


def item(council: Council, request: Request) -> str:
    """An item: its meeting, its result, its paper's fields, its texts. The print view is the same."""
    number = request.query.get("TOLFDNR", "")
    found = council.town.find_item(number) if number.isdigit() else None
    if found is None or not found[1].item.public or not found[1].item.number:
        return ""
    meeting, shown = found[0].meeting, found[1].item
    fields = _fields(council, meeting, linked=True) + field("TOP", "", e(shown.number))
    fields += field("Beratung", "", "öffentlich")
    fields += field("Beschlussart", "", e(shown.result)) if shown.result else ""
    if paper := council.paper(shown.paper):
        record = paper.paper
        address = f"./vo020?VOLFDNR={record.id}&amp;TOLFDNR={shown.id}"
        fields += field("Vorlage", "", f'<a href="{address}">{e(record.reference)}</a>')
        fields += field("Vorlageart", "voart", e(record.paper_type)) + field(
            "Federführend", "vofamt", e(record.lead_unit)
        )
        fields += field("Verfasser", "voverfasser1", e(applicant(record)))
    texts = {"Wortprotokoll": shown.minutes_text, "Beschluss": shown.resolution_text}
    texts["Abstimmungsergebnis"] = votes_text(shown)
    parts = "".join(text(n, heading, words) for n, (heading, words) in enumerate(texts.items()) if words)
    main = f'{head(fields, ())}<div id="mainContent">\n{parts}</div>\n'
    return frame(council, request, "to020", f"TOLFDNR={shown.id}", f"Auszug - {shown.number} {shown.name}", main)
