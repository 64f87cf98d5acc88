"""The frame of SessionNet's pages, and the parts that they share: head fields, documents, links with two blanks."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import File, Meeting
from pipeline.simulation.servers.base import clock, day_of, e

_MENU = (("info", "Startseite"), ("si0040", "Kalender"), ("gr0040", "Gremien"), ("suchen01", "Recherche"))


def link(address: str, text: str, title: str, style: str) -> str:
    """A link as the product writes it: two blanks, ampersands as they are, everything said twice."""
    return f'<a  href="{address}" title="{e(title)}" aria-label="{e(title)}" class="{style}" >{e(text)}</a>'


def frame(page: str, name: str, title: str, tabs: str, main: str, *, heading: bool = True) -> str:
    """A whole page of layout 6, on some pages without its heading."""
    shown = f'<h1 class="smc_h1">{e(title)}</h1>' if heading else ""
    menu = "\n".join(
        f'<li class="nav-item smc-nav-online">'
        f"{link(f'{own}.asp', text, text, 'smce-a-u nav-link smcmenu1 smc-ct1')}</li>"
        for own, text in _MENU
    )
    register = f'<ul class="nav nav-tabs smcnoprint" id="smcregister" aria-label="Tab Navigation">\n{tabs}\n</ul>\n'
    return f"""<!DOCTYPE html><html lang="de"  x-ms-format-detection="none"><head><meta charset="utf-8">\
<meta name="author" content="Somacos GmbH & Co. KG,https://www.somacos.de, SessionNet Version 5.5.4 KP4 bi (Layout 6)">\
<meta name="sessionnet" content="V:050504"/><link rel="shortcut icon" href="im/browser.ico" type="image/x-icon"/>\
<link rel="start" href="info.asp" title="Startseite" /><title>SessionNet | {e(title)}</title>
<script type="text/javascript" src="yjavascript.js"></script><link href="css/styles6.css" rel="stylesheet"></head>\
<body id="smc_body" class="smc-body">
<!-- #wrapper --><div id="wrapper" class="smclayout smc_page_{page}_layout">\
<div id="sidebar-wrapper" role="navigation" aria-label="Hauptmenü" class="smc-nav-config smc-pr-n">\
<div class="logo smc-config-logo">\
<img src="config/logo.png" class="img-responsive smc-img-logo" alt="{e(name)}" /></div>\
<ul id="sidebar-nav" class="nav nav-pills nav-stacked">{menu}
</ul></div>
<div id="page-content-wrapper">
<div class="page-title" role="navigation" aria-label="Seitentitel und Oberes Menü">\
{shown}</div>

<div id="page-content" role="main" aria-label="Informationen">
{register if tabs else ""}{main}</div><!-- /page-content-1 -->
</div><!-- /page-content-wrapper -->
<footer aria-label="Fusszeile mit Seiteninformationen"><div id="smcsomacosinfo" class="text-right">\
<span lang="en">Software: </span>Sitzungsdienst <span lang="en">Session</span></div></footer>
</div><!-- /wrapper -->
</body></html>
"""


def register(own: str, *pages: tuple[str, str]) -> str:
    """The tabs of a record; the page that is shown is the active one."""
    found = []
    for address, text in pages:
        active = ' active smc-ct1" aria-selected="true' if address.startswith(own) else ""
        found.append(f'<li class="nav-item{active}">{link(address, text, text, "smce-a-u nav-link")}</li>')
    return "".join(found)


def shown_name(meeting: Meeting) -> str:
    """A meeting's title; SessionNet says in it when the meeting is cancelled."""
    return f"{meeting.name} - ABGESAGT" if meeting.cancelled else f"{meeting.name}"


def clock_time(meeting: Meeting) -> str:
    """The time as the product prints it: "17:00-18:45 Uhr" with a no-break space."""
    return f"{clock(meeting.start)}{f'-{clock(meeting.end)}' if meeting.end else ''}&nbsp;Uhr"


def title_of(meeting: Meeting) -> str:
    """The heading of a meeting's pages."""
    return f"{shown_name(meeting)} - {day_of(meeting):%d.%m.%Y} - {clock_time(meeting)}".replace("&nbsp;", "\u00a0")


def head(page: str, *fields: tuple[str, str, str]) -> str:
    """The table of head fields: SessionNet's name, label, value."""
    rows = "\n".join(
        f'<div class="smc-table-row"><div class="smc-table-cell smc-cell-head {name}_title">{label}</div>'
        f'<div class="smc-table-cell {name}">{value}</div>\n</div>'
        for name, label, value in fields
    )
    return f"""<div class="card card-light smcbox"><div class="panel-body"><div class="smcboxcontent card-body">
<div id="smc_page_{page}_contenttable1" \
class="smc-table smc-table-striped smccontenttable smc_page_{page}_contenttable">
{rows}
</div>
</div></div></div>
"""


def documents(files: Iterable[File]) -> str:
    """Documents, each linked by its button and by its name."""
    shown = "".join(map(_document, files))
    style = "smc-dg-c-1-10 smc-documents smc-pr-n row"
    return f'<div class="{style}">\n{shown}<!--SMCPHDOCFCT--></div>' if shown else ""


def _document(file: File) -> str:
    number, tooltip = f"00090000{file.id:0>6}", "Dokument Download Dateityp: pdf"
    target = f'href="getfile.asp?id={file.id}&type=do" title="{tooltip}" aria-label="{tooltip}"'
    return f"""<div id="smcy{number}" class="smc-dg-ds-1 col-lg-6 smc-d-el"><div id="smcb{number}" \
class="smc-xxdat smc-default default smc-box-type-1 smc-dg-b1"><div class="smc smc-doc-icon">\
<i class="smc smc-document" aria-hidden="true"></i></div><div class="smc-doc-content smcc-s1-n smce-m-1">\
<div id="smcg{number}"  class="smc-action-group smc-action-group-lg ml-auto" role="group"><a  {target} role="button" \
class="btn btn-blue" id="smcs{number}" ><i role="button" class="smc smc-download" aria-hidden="true"></i></a></div>\
<div class="smc-el-h smc-link-normal smc_datatype_do smc-t-r991"><a  {target} \
class="smce-a-u smc-link-normal smc_datatype_do smc-t-r991" >{e(file.name)}</a></div></div></div>
</div>
"""
