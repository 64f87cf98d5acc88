"""ALLRIS 3: a meeting's agenda (to010) and an item with its minutes (to020)."""

from __future__ import annotations

from corpus.model import AgendaItem, Meeting
from pipeline.simulation.servers.allris3_frame import button, document_button, embedded, frame, row, shown_name
from pipeline.simulation.servers.base import WEEKDAYS, Council, Request, applicant, day_of, e, times, votes_text

_TEXTS = {"WP": "Wortprotokoll", "BS": "Beschluss", "AE": "Abstimmungsergebnis"}


def _committee(council: Council, meeting: Meeting) -> str:
    name = meeting.organization[0]
    return f'<a href="au020.asp?T1=Ausschuss&amp;AULFDNR={council.organization_id(name)}">{e(name)}</a>'


def _when(meeting: Meeting) -> str:
    """The rows of date, time and place."""
    day = day_of(meeting)
    status = "öffentlich" if meeting.public else "öffentlich/nichtöffentlich"
    date = row(("Datum", f"{WEEKDAYS[day.weekday()]}, {day:%d.%m.%Y}"), ("Status", status))
    time = row(("Zeit", times(meeting)), ("Anlass", "Sitzung"))
    return date + time + row(("Raum", e(meeting.location)), wide=True)


def agenda(council: Council, request: Request) -> str:
    """A meeting: its head, its documents, its items; headings are not printed, numbers tell the part."""
    found = council.meeting(request.query.get("SILFDNR", ""))
    if found is None:
        return ""
    meeting = found.meeting
    head = row(("Bezeichnung", e(shown_name(meeting))), wide=True)
    head += row(("Gremium", _committee(council, meeting)), wide=True) + _when(meeting)
    files = "".join(document_button(file) for file in found.files)
    items = [item.item for item in found.items if item.item.number]
    rows = "".join(_row(council, item, f"zl1{2 - n % 2}") for n, item in enumerate(items))
    main = (
        '<table class="tk1" cellspacing="0" cellpadding="0">\n<tr>\n<td class="ko1" valign="top"><table class="tk1" '
        f'cellspacing="0" cellpadding="3" border="0">\n{head}</table>\n</td>\n<td class="ko2"></td>\n<td class="me1">'
        '<table class="tk1" cellspacing="0" cellpadding="0" border="0">\n<tr>\n<td class="me1" align='
        f'"left">{files}</td></tr>\n</table>\n</td>\n</tr>\n</table>\n<hr  />\n<table class="tl1" cellspacing="0" '
        'cellpadding="1" border="0">\n<tr class="zk1">\n<th width="1%">TOP</th>\n<th colspan="2" width="1%">&nbsp;'
        '</th>\n<th colspan="2">Betreff</th>\n<th colspan="3">Vorlage</th>\n</tr>\n<tr>\n<td colspan="8"><hr  />'
        f"</td>\n</tr>\n{rows}</table>\n<hr />\n<!-- ### AN0.rtf -->\n"
    )
    title = f"Tagesordnung - {shown_name(meeting)}"
    return frame(council, "to010", f"to010.asp?SILFDNR={meeting.id}", title, main)


def _row(council: Council, item: AgendaItem, style: str) -> str:
    """One item. What is not public is not linked; a result stands in the tooltip of its button."""
    number, name = e(item.number).replace(" ", "&nbsp;"), e(item.name)
    note = "&nbsp;"
    if item.public:
        address = f"to010.asp?SILFDNR={item.meeting}&TOLFDNR={item.id}&BES=1#beschluss"
        number = f'<a href="{address}" title="Beschlüsse anzeigen">{number}</a>'
        name = f'<a href="to020.asp?TOLFDNR={item.id}">{name}</a>'
    if item.result:
        note = button("to020.asp", "TOLFDNR", item.id, "il1_naz", "NA", item.result)
    paper, link = "&nbsp;", ""
    if item.paper:
        paper = button("vo020.asp", "VOLFDNR", item.paper, "il1_vo", "VO", "Vorlage")
        link = f'<a href="vo020.asp?VOLFDNR={item.paper}">{e(council.reference(item.paper))}</a>'
    return (
        f'<tr class="{style}">\n<td class="text4" nowrap="nowrap">{number}</td>\n<td>&nbsp;</td>\n<td>{note}</td>\n'
        f'<td>{name}</td>\n<!--{item.id} -->\n<td>&nbsp;</td>\n<td>{paper}</td>\n<td nowrap="nowrap">{link}</td>\n'
        "<td>&nbsp;</td>\n</tr>\n"
    )


def item(council: Council, request: Request) -> str:
    """An item: the meeting, the result, the paper's head, and minutes as documents of their own."""
    number = request.query.get("TOLFDNR", "")
    found = council.town.find_item(number) if number.isdigit() else None
    if found is None or not found[1].item.public or not found[1].item.number:
        return ""
    meeting, shown = found[0].meeting, found[1].item
    head = (
        f'<tr valign="top">\n<td>'
        f"{button(f'to010.asp?topSelected={shown.id}', 'SILFDNR', meeting.id, 'il1_to', 'TO', 'TO')}"
        f'</td>\n<td class="text1" colspan="3"><a href="to010.asp?SILFDNR={meeting.id}">'
        f"{e(shown_name(meeting))}</a></td>\n"
        "</tr>\n"
    )
    head += row(("TOP", e(shown.number).replace(" ", "&nbsp;")), wide=True)
    head += row(("Gremium", _committee(council, meeting)), ("Beschlussart", e(shown.result) or "&nbsp;"))
    head += _when(meeting) + _paper_rows(council, shown)
    texts = {"WP": shown.minutes_text, "BS": shown.resolution_text, "AE": votes_text(shown)}
    kept = {code: text for code, text in texts.items() if text}
    menu = "".join(f'<br /><a href="#allris{code}">{_TEXTS[code]}</a>' for code in kept)
    parts = [
        embedded(code, int(shown.id or 0) * 3 + n, text, "" if code == "WP" else _TEXTS[code])
        for n, (code, text) in enumerate(kept.items())
    ]
    main = (
        '<table class="tk1" cellspacing="0" cellpadding="0" border="0">\n<tr>\n<td class="ko1" valign="top">'
        f'<table class="tk1" cellspacing="0" cellpadding="3" border="0">\n{head}</table>\n</td>\n<td class="ko2">'
        f"&nbsp;</td>"
        f'\n<td class="me1">{menu}</td>\n</tr>\n</table>\n<hr  />\n{"".join(parts)}<!-- ### AN0.rtf -->\n'
    )
    return frame(council, "to020", f"to020.asp?TOLFDNR={shown.id}", f"Auszug - {shown.name}", main)


def _paper_rows(council: Council, item: AgendaItem) -> str:
    """The head of the item's paper, if its page is there."""
    found = council.paper(item.paper)
    if found is None:
        return ""
    paper = found.paper
    return (
        f'<tr>\n<td>{button("vo020.asp", "VOLFDNR", paper.id, "il1_vo", "VO", "Vorlage")}</td>\n<td class="text1">'
        f'<a href="vo020.asp?VOLFDNR={paper.id}">{e(paper.reference)} {e(paper.name)}</a></td>\n<td class="kb1">'
        f"&nbsp;</td>"
        '\n<td class="text1" colspan="2">&nbsp;</td>\n</tr>\n'
        + row(("Status", e(paper.status)), ("Vorlage-Art", e(paper.paper_type)))
        + row(("Verfasser", e(applicant(paper))))
        + row(("Federführend", e(paper.lead_unit)))
    )
