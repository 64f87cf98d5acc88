"""ALLRIS 3: a paper (vo020) with its Beratungsfolge, texts, document and attachments."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.model import Consultation, File
from pipeline.simulation.papers import SimPaper
from pipeline.simulation.servers.allris3_frame import button, document_button, embedded, frame, row
from pipeline.simulation.servers.base import Council, Request, applicant, e


def temporary(request: Request, file: str) -> str:
    """The folder of a file that only this session can get."""
    return f"___tmp/tmp/45-181-136/{request.token(file)}/{file}/"


def codes(paper: SimPaper, council: Council) -> Mapping[str, str]:
    """The sections of a paper by ALLRIS's code for them."""
    habits = council.town.place.habits
    known = {habits.facts: "SV", habits.proposal: "BV", "Finanzielle Auswirkungen": "FA"}
    return {known.get(name, f"E{n}"): name for n, name in enumerate(paper.paper.sections)}


def paper(council: Council, request: Request) -> str:
    """A paper."""
    found = council.paper(request.query.get("VOLFDNR", ""))
    if found is None:
        return ""
    record, named = found.paper, codes(found, council)
    head = row(("Betreff", f"\n{e(record.name)}"), wide=True)
    head += row(("Status", e(record.status)), ("Vorlage-Art", e(record.paper_type)))
    head += row(("Verfasser", e(applicant(record))))
    head += row(("Federführend", e(record.lead_unit)))
    stations = "".join(_station(station) for station in found.consultations)
    main_file = "".join(document_button(file) for file in found.files[:1])
    menu = "".join(f'<br /><a href="#allris{code}">{e(name)}</a>' for code, name in {**named, "AN": "Anlage/n"}.items())
    texts = [
        embedded(code, int(record.id or 0) * 9 + n, record.sections[name], name)
        for n, (code, name) in enumerate(named.items())
    ]
    main = (
        '<table class="tk1" cellspacing="0" cellpadding="0" border="0">\n<tr>\n<td class="ko1" valign="top"><table '
        f'class="tk1" cellspacing="0" cellpadding="3" border="0">\n{head}<tr>\n<td class="kb1" colspan="4">'
        f"Beratungsfolge:"
        '</td>\n</tr>\n<tr>\n<td valign="top" colspan="4">\n<table cellspacing="0" cellpadding="3" border="0">\n'
        f'{stations}</table>\n</td>\n</tr>\n</table>\n</td>\n<td class="ko2"></td>\n<td class="me1">\n'
        '<table class="tk1" cellspacing="0" cellpadding="0" border="0">\n<tr>\n<td class="me1"> '
        f'{main_file}</td></tr>\n<tr>\n<td class="me1">{menu}</td></tr>\n</table>\n</td>'
        f"\n</tr>\n</table>\n<hr  />\n{''.join(texts)}{_attachments(council, request, found.files[1:])}"
    )
    return frame(council, "vo020", f"vo020.asp?VOLFDNR={record.id}", f"Vorlage - {record.reference}", main)


def _station(station: Consultation) -> str:
    """Two rows: committee and role, then the meeting if one is fixed."""
    state = f'<td bgcolor="#ffffff" title="{e(station.state)}"></td>'
    rows = (
        f'<tr valign="top" class="zl12">\n{state}\n<td class="text1" colspan="3">'
        f'{e(station.organization)}</td>\n<td class="text1" colspan="3" nowrap="nowrap">{e(station.role)}</td>\n'
        "</tr>\n"
    )
    if station.date is None:
        return rows
    to = button(
        f"to010.asp?topSelected={station.agenda_item}", "SILFDNR", station.meeting, "il1_to", "TO", "Tagesordnung"
    )
    na = button("to020.asp", "TOLFDNR", station.agenda_item, "il1_naz", "NA", "Auszug") if station.result else "&nbsp;"
    return rows + (
        f'<tr valign="top" class="zl12">\n{state}\n<td class="text2">{station.date:%d.%m.%Y}&nbsp;</td>\n'
        f'<td>{to}</td>\n<td><a href="to010.asp?SILFDNR={station.meeting}">{e(station.organization)}</a></td>\n'
        f'<td class="text3">{e(station.result)}&nbsp;</td>\n<td>{na}</td>\n<td>&nbsp;</td>\n</tr>\n'
    )


def _attachments(council: Council, request: Request, files: tuple[File, ...]) -> str:
    """The list below the text; the links hold for this session."""
    if not files:
        return "<!-- ### AN0.rtf -->\n"
    rows = "".join(_attachment(council, request, n, file) for n, file in enumerate(files, 1))
    own = embedded("AN", int(files[0].id or 0), "\n".join(file.name or "" for file in files), "Anlage/n")
    return (
        f'{own}<!-- ### AN0.rtf -->\n<table class="tk1" cellspacing="0" cellpadding="3" border="0">\n<tr '
        f'valign="top">\n'
        '<td class="kb1" colspan="5">Anlagen:</td>\n<td>&nbsp;</td>\n</tr>\n<tr valign="top">\n<td>&nbsp;</td>\n'
        '<td class="text1">Nr.</td>\n<td class="text1">Name</td>\n<td class="text1">&nbsp;</td>\n<td class="text1">'
        f'&nbsp;</td>\n<td class="text1">&nbsp;</td>\n</tr>\n{rows}</table>\n'
    )


def _attachment(council: Council, request: Request, number: int, file: File) -> str:
    size = f"{len(council.file(file.id or '') or b'') / 1000:.1f}".replace(".", ",")
    link = f"{temporary(request, file.id or '')}{number:02}-Anlage.pdf"
    return (
        '<tr valign="top">\n<td><img width="11" height="16" src="images/clip.gif" alt="Anlage"></td>\n'
        f'<td class="text3">{number}</td>\n<td class="text3"><a href="{link}" target="_blank"  title="Größe: '
        f"{size} KB\n"
        f'(Öffnet Dokument in neuem Fenster)\n">{e(file.name)} ({size.partition(",")[0]} KB)</a></td>\n'
        '<td class="text3">&nbsp;</td>\n<td class="text3">&nbsp;</td>\n<td class="text3">&nbsp;</td>\n</tr>\n'
    )
