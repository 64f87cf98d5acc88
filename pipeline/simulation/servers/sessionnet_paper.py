"""SessionNet: a paper (vo0050) and its consultations (vo0053). A paper's text is in its documents only."""

from __future__ import annotations

from corpus.model import Consultation
from pipeline.simulation.servers.base import Council, Request, e
from pipeline.simulation.servers.sessionnet_frame import documents, frame, head, link, register


def _tabs(own: str, paper: str | None) -> str:
    pages = (("vo0050", "Informationen"), ("vo0053", "Beratungen"))
    return register(own, *((f"{page}.asp?__kvonr={paper}", text) for page, text in pages))


def paper(council: Council, request: Request) -> str:
    """A paper's head fields and documents."""
    found = council.paper(request.query.get("__kvonr", ""))
    if found is None:
        return ""
    record = found.paper
    fields = [
        ("vobetr", "Betreff", e(record.name)),
        ("voname", "Vorlage", e(record.reference)),
        ("vovaname", "Art", e(record.paper_type)),
        ("vodat", "Datum", f"{record.date:%d.%m.%Y}" if record.date else ""),
        ("voamt", "Federführend", e(record.lead_unit)),
        ("vostatus", "Status", e(record.status)),
    ]
    if record.originator:
        fields.append(("voan", "Antragsteller", "<br>".join(map(e, record.originator))))
    main = head("vo0050", *fields) + documents(found.files)
    return frame("vo0050", council.name, record.name or "", _tabs("vo0050", record.id), main)


def consultations(council: Council, request: Request) -> str:
    """A paper's stations as cards; those without a date are not shown."""
    found = council.paper(request.query.get("__kvonr", ""))
    if found is None:
        return ""
    stations = [station for station in found.consultations if station.date]
    cards = "".join(_card(n, station) for n, station in enumerate(stations, 1))
    main = f'<div class="accordion" id="smcaccordion">\n{cards or "<p>Es sind keine Beratungen vorhanden.</p>"}</div>\n'
    return frame("vo0053", council.name, found.paper.name or "", _tabs("vo0053", found.paper.id), main)


def _card(number: int, station: Consultation) -> str:
    result = (
        '<p class="smc_field_smcdv0_box2_beschluss margin-bottom-0 margin-top-0"><strong>Beschluss:</strong> '
        f"{e(station.result)}</p>"
        if station.result
        else ""
    )
    style = "smce-a-u smc-link-normal smc_doc smc_datatype_si"
    session = link(f"si0057.asp?__ksinr={station.meeting}", "Zur Sitzung ...", "Details anzeigen", style)
    item = link(f"to0050.asp?__ktonr={station.agenda_item}", "Zum Tagesordnungspunkt ...", "Auswahl anzeigen", style)
    return f"""<div id="smcpanel{number}" class="card card-light"><div class="card-header">\
<h3 class="mb-0 card-header-title"><button class="btn btn-link btn-block text-left" type="button" \
data-target="#smcacchead{number}">{station.date:%d.%m.%Y} {e(station.organization)} öffentlich - {e(station.role)}\
</button></h3></div><div id="smcacchead{number}" class="collapse"><div class="card-body">{result}{session} {item}</div>\
</div></div>
"""
