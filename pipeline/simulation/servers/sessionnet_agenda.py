"""SessionNet: a meeting's information (si0050) and agenda (si0057), and an item (to0050)."""

from __future__ import annotations

from corpus.model import AgendaItem, Meeting, Vote
from pipeline.simulation.agenda import SimMeeting
from pipeline.simulation.servers.base import Council, Request, day_of, e
from pipeline.simulation.servers.sessionnet_frame import (
    clock_time,
    documents,
    frame,
    head,
    link,
    register,
    shown_name,
    title_of,
)


def tabs(own: str, meeting: Meeting) -> str:
    """The tabs of a meeting."""
    pages = (("si0050", "Informationen"), ("si0057", "Tagesordnung"), ("si0056", "Karten"), ("to0045", "Anwesenheit"))
    return register(own, *((f"{page}.asp?__ksinr={meeting.id}", text) for page, text in pages))


def _head(page: str, council: Council, found: SimMeeting) -> str:
    meeting = found.meeting
    number = f"{council.town.index}/{found.number:03}/{day_of(meeting):%Y}"
    return head(
        page,
        ("siname", "Sitzung", number),
        ("sigrname", "Gremium", e(meeting.organization[0])),
        ("siort", "Raum", e(meeting.location)),
        ("sidat", "Datum", f"{day_of(meeting):%d.%m.%Y}"),
        ("yytime", "Zeit", clock_time(meeting)),
    )


def meeting(council: Council, request: Request) -> str:
    """A meeting without its agenda."""
    found = council.meeting(request.query.get("__ksinr", ""))
    if found is None:
        return ""
    main = _head("si0050", council, found) + documents(found.files)
    return frame("si0050", council.name, title_of(found.meeting), tabs("si0050", found.meeting), main)


def agenda(council: Council, request: Request) -> str:
    """A meeting with its items, parts under their headings."""
    found = council.meeting(request.query.get("__ksinr", ""))
    if found is None:
        return ""
    rows = "".join(_row(council, item.item) for item in found.items)
    main = f"""{_head("si0057", council, found)}{documents(found.files)}
<!-- table-responsive --><table id="smc_page_si0057_contenttable2" \
class="table table-striped smc-table smc-table-striped smc-table-responsive smctablesitzung">
<tbody>
{rows}</tbody>
</table>
"""
    return frame("si0057", council.name, title_of(found.meeting), tabs("si0057", found.meeting), main)


def _row(council: Council, item: AgendaItem) -> str:
    """A heading, or an item with its result, paper and the paper's documents."""
    if item.number is None:
        return f"""<tr class="smc-t-r-l"><td class="totrenn" colspan="4"><h2 id="smc_dv_next98{item.order:02}">\
{e(item.name)}:</h2></td>
</tr>
"""
    title, paper, docs = e(item.name), '<td class="toxx">&nbsp;</td>', ""
    if item.public:
        style = "smce-a-u smc-link-normal smc_doc smc_datatype_to"
        title = link(f"to0050.asp?__ktonr={item.id}", item.name or "", "Auswahl anzeigen", style)
    if item.paper:
        style = "smce-a-u smc-link-procedure smc_doc smc_field_voname smcnowrap smc_datatype_vo"
        address, tooltip = f"vo0050.asp?__kvonr={item.paper}", f"Vorlage anzeigen: {item.name}"
        shown = link(address, council.reference(item.paper), tooltip, style)
        paper = f'<td data-label="Vorlage" class="smc-t-cl991 tovo"> {shown}</td>'
        docs = documents(council.files_of(item.paper)[:1])
    result = result_lines(item)
    box = f'\n<div class="smc-table-cell-box-normal">{result}</div>' if result else ""
    return f"""<tr class="smc-t-r-l"><td class="tofnum"><span class="badge">{e(item.number)}</span></td>\
<td class="tobetr{" tolink" if item.public else ""}"><div class="margin-bottom smc-card-header-title-simple">{title}\
</div>{box}</td>{paper}<td class="smc-t-cl991 sidocs">{docs}</td>
</tr>
"""


def result_lines(item: AgendaItem) -> str:
    """An item's result and deciding vote as labelled lines."""
    lines = [("beschluss", "Beschluss", e(item.result))] if item.result else []
    if item.vote:
        lines.append(_vote(item.vote))
    return "".join(
        f'<p class="smc_field_smcdv0_box2_{name} margin-bottom-0 margin-top-0"><strong>{label}:</strong> {text}</p>'
        for name, label, text in lines
    )


def _vote(vote: Vote) -> tuple[str, str, str]:
    """The deciding vote: its counters as the product prints them, else the clerk's words."""
    counters = (("Ja", vote.yes), ("Nein", vote.no), ("Enthaltungen", vote.abstentions))
    if vote.yes is None or vote.no is None:
        return "zusatz", "Zusatz", e(vote.raw)
    shown = ", ".join(f"{name}:&nbsp;{count}" for name, count in counters if count is not None)
    return "abstimmung", "Abstimmung", f" {shown}"


def item(council: Council, request: Request) -> str:
    """An item with its minutes."""
    number = request.query.get("__ktonr", "")
    found = council.town.find_item(number) if number.isdigit() else None
    if found is None or not found[1].item.public or not found[1].item.number:
        return ""
    session, shown = found[0].meeting, found[1].item
    day = f"{day_of(session):%d.%m.%Y}"
    rows = [("Sitzung", f'<a href="si0057.asp?__ksinr={session.id}">{day}   {e(shown_name(session))}</a>')]
    rows.append(("Gremium", e(session.organization[0])))
    if shown.result:
        rows.append(("Beschluss", e(shown.result)))
    if shown.vote:
        rows.append(_vote(shown.vote)[1:])
    if shown.paper:
        rows.append(("Vorlage", f'<a href="vo0050.asp?__kvonr={shown.paper}">{e(council.reference(shown.paper))}</a>'))
    table = "".join(f"<tr><td>{label}:</td><td>{value}</td></tr>" for label, value in rows)
    texts = (("Beschluss", shown.resolution_text), ("Protokoll", shown.minutes_text))
    paragraphs = [line for name, text in texts if text for line in (f"{name}:", *text.split("\n")) if line]
    body = "".join(f"<p>{e(paragraph)}</p>" for paragraph in paragraphs)
    main = (
        f'<table id="smc_page_to0050_contenttable1" class="smccontenttable"><tbody>{table}</tbody></table>\n'
        f"<div>{body}</div>\n"
    )
    own = register("to0050", (f"to0050.asp?__ktonr={shown.id}", "Tagesordnungspunkt"))
    return frame("to0050", council.name, f"TOP {shown.number}: {shown.name}", own, main)
