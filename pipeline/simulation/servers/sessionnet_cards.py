"""SessionNet: an agenda as cards that open (si0056), as some installations show it in place of the table."""

from __future__ import annotations

from corpus.model import AgendaItem
from pipeline.simulation.servers.base import Council, Request, e
from pipeline.simulation.servers.sessionnet_agenda import result_lines, tabs
from pipeline.simulation.servers.sessionnet_frame import documents, frame, link, title_of


def cards(council: Council, request: Request) -> str:
    """A meeting with its items, one card each; the meeting's own data stand in the browser's title alone."""
    found = council.meeting(request.query.get("__ksinr", ""))
    if found is None:
        return ""
    shown = "".join(_card(council, item.item, n) for n, item in enumerate(found.items, 1))
    main = f"""{documents(found.files)}<div class="accordion" id="smcaccordion">
{shown}</div>
"""
    tabs_ = tabs("si0056", found.meeting)
    return frame("si0056", council.name, title_of(found.meeting), tabs_, main, heading=False)


def _card(council: Council, item: AgendaItem, place: int) -> str:
    """A heading, or an item. Texts of public items are loaded when the card opens."""
    if item.number is None:
        return f"""<div class="card card-light smcbox"><div class="card-header"><h2 class="mb-0 card-header-title" \
id="smc_r_n{place}"><button class="btn btn-link btn-block text-left" type="button">{e(item.name)}:</button></h2>\
</div></div>
"""
    loads = f"smcAjaxDV('to0058.asp?smctonr={item.id}&smcajax=11t', 'smcdataview{item.id}ajax', 'smcacchead-s-{place}')"
    opens = f' onclick="{loads}"' if item.public else ""
    paper, files = "", ""
    if item.paper:
        style = "smce-a-u smc-link-procedure smc_doc smc_field_voname smcnowrap smc_datatype_vo"
        address, tooltip = f"vo0050.asp?__kvonr={item.paper}", f"Vorlage anzeigen: {item.name}"
        shown = link(address, council.reference(item.paper), tooltip, style)
        paper = f'<p class="smc_field_smcdv0_box2_volink">{shown}</p>'
        files = documents(council.files_of(item.paper)[:1])
    return f"""<div class="card card-light"><div id="smcacchead-s-{place}" class="card-header collapsed \
smc-card-read"{opens}><h3 class="mb-0 card-header-title"><button class="btn btn-link btn-block text-left" \
type="button"> <span class="badge">{e(item.number)}</span>  <span class="smc-badges">\
<span class="badge smc-badge-count smc-badge-text">Texte</span></span>\
<div class="smc-card-text-title">{e(item.name)}</div></button></h3></div>\
<div id="smcacchead{place}" class="collapse"><div class="card-body">{result_lines(item)}{paper}{files}
<div id="smcdataview{item.id}ajax" class="smcdv6_data smcdv6_hidden smcdv_ajax"></div>
</div></div></div>
"""
