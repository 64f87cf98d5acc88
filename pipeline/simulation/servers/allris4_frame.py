"""The frame of ALLRIS 4's pages, its fields under "Grunddaten", its list of documents, its texts."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model import File, Meeting
from pipeline.simulation.servers.base import Council, Request, e

_FRAME = """
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="de">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="description" content="ALLRIS net Version 4.1.7 (4170041) - 08.07.2026" />
<script type="text/javascript" src="./wicket/resource/org.apache.wicket.ajax.AbstractDefaultAjaxBehavior/w.js"></script>
<script type="text/javascript">
/*<![CDATA[*/
Wicket.Event.add(window, "domready", function(event) {{
{load}
document.getElementById('allris').setAttribute('class', '{page} normal');
;}});
/*]]>*/
</script>
<meta name="wicket.header.items"/>
<title>ALLRIS - {title}</title>
</head>
<body>
<div id="allris">
<div>
<div id="top">
<span id="logo" title="ALLRIS 4 - {name}"></span>
<div id="search">
<form id="searchform" method="post" action="./{page}?{serial}-1.-head-searchform{own}" aria-label="Suchen">
<input type="search" class="searchtext searchfield" value="" name="searchfield" id="searchfield"/>
</form>
</div>
</div>
</div>
<div>
<div id="navigation">
<nav id="navMenu" class="menubar" tabindex="-1" aria-label="Menüleiste" data-jumplink="Zum Menü">
<ul class="nav-menu" role="menubar">
<li role="none"><a href="./gr010?menu=Aussch%25C3%25BCsse" role="menuitem">Ausschüsse</a></li>
<li role="none"><a href="./si010" role="menuitem">Kalender</a></li>
<li role="none"><a href="./vo040" role="menuitem">Übersicht</a></li>
</ul>
</nav>
</div>
</div>
<main id="pageContent" tabindex="-1" aria-label="Seiteninhalt" data-jumplink="Zum Inhalt">
<div id="readOut">
<div id="id17">
<div class="header">
<h1 class="title">{title}</h1>

</div>
</div>
{main}
</div>
</main>
<div>
<div id="footer">
</div>
</div>
</div>
</body>
</html>
"""


def frame(council: Council, request: Request, page: str, own: str, title: str, main: str) -> str:
    """A whole page. `own` is the parameter with the id of its record, or the address that the page loads."""
    loads = own.startswith("./")
    load = f'Wicket.Ajax.ajax({{"u":"{own}","c":"id2a","m":"GET"}});' if loads else ""
    return _FRAME.format(
        load=load,
        page=page,
        own=f"&amp;{own}" if own and not loads else "",
        serial=request.serial,
        name=e(council.name),
        title=e(title),
        main=main,
    )


def shown_name(meeting: Meeting) -> str:
    """A meeting's title; ALLRIS says in it when the meeting is cancelled."""
    return f"{meeting.name} (ABGESAGT!!)" if meeting.cancelled else f"{meeting.name}"


def field(label: str, id_: str, value: str, after: str = "") -> str:
    """A field under "Grunddaten". Values are HTML; one without id is known by its label alone."""
    mark = f' id="{id_}"' if id_ else ""
    return f"""<div class="row">
<dl>
<dt class="colTitle">
<span class="label">{label}:</span>
</dt>
<dd class="colEntry">
<span class="text4"{mark}>{value}</span>{after}
</dd>
</dl>
</div>
"""


def state(id_: str, text: str) -> str:
    """The state beside a status: " (Sitzung abgeschlossen)"."""
    return f'\n<span class="text4" id="{id_}">\n<a> ({e(text)})</a>\n</span>' if text else ""


def head(fields: str, documents: Iterable[File], beside: str = "") -> str:
    """Fields on the left, documents and what else there is on the right."""
    shown = "".join(
        f"""<li>
<a class="js-simple-tooltip doclink pdf" data-simpletooltip-text="Öffnet PDF-Datei '{e(file.name)}' in neuem Fenster" \
href="./wicket/resource/org.apache.wicket.Application/doc{file.id}.pdf" target="_blank">{e(file.name)}</a>
</li>"""
        for file in documents
    )
    return f"""<div id="head">
<div id="headLeft">
<div class="frameHeader">
<h2>Grunddaten</h2>
</div>
<div class="headLeftInner roundedBorder">
{fields}</div>
</div>
<div id="headRight">
<aside tabindex="-1" id="dokumenteHeaderPanel" data-jumplink="Zu Dokumente">
<div class="frameHeader">
<span>Dokumente</span>
</div>
<ul class="headRightInner roundedBorder">
{shown}</ul>
</aside>
{beside}</div>
</div>
<div class="clear"></div>
"""


def text(number: int, heading: str, words: str) -> str:
    """A text with its heading."""
    paragraphs = "".join(
        f'<p style="margin-top:0pt; margin-bottom:8pt">\n<span>{e(line)}</span>\n</p>'
        for line in words.split("\n")
        if line
    )
    return f"""<div class="compFull roundedBorder">
<div id="id9{number}">
<h2 class="expandedTitle">{e(heading)}</h2>
<div class="docPart" id="htm10{number:04}" style="font-family:Carlito; font-size:11pt;">
<div>
{paragraphs}
</div>
</div>
</div>
</div>
"""
