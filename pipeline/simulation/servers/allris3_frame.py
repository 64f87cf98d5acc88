"""The frame of ALLRIS 3's pages, its buttons, and the whole documents that it embeds."""

from __future__ import annotations

from corpus.model import File, Meeting
from pipeline.simulation.servers.base import Council, e

NOTHING = "Keine Information verfügbar"
_HEAD = """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
<head>
<link rel="stylesheet" href="conf/styles/defaults/styles.css" />
<meta http-equiv="content-type" content="text/html; charset=iso-8859-1" />
<title>{title}</title>
<meta name="description" content="ALLRIS net Version 3.9.5 (221117m)" />
<meta name="language" content="de" />
<meta name="keywords" content="Ratsinformationssystem, Ratsinfo, Sitzungsdienst, ALLRIS" />
<link rel="shortcut icon" type="image/x-icon" href="images/ALLRIS.ico" />
{object}<meta name="infoID" content="33.3950002.0" />
</head><body ><div>
<div id="allriscontainer" class="{page}">
<div class="borderframe"><div class="mainframe"><div class="header"></div><div id="risleft"><div id="rislogo"></div>
<div id="riswrap"><div id="rismenu"><ul id="menu">
<li><strong>Bürgerinfo</strong></li>
<li>
<ul>
<li><a href="allris.net.asp" title="Startseite">Home</a></li>
<li><a href="pa021.asp" title="{name}">{name}</a></li>
<li><a href="si010_e.asp" title="Sitzungstermine aller Gremien">Kalender</a></li>
<li><a href="vo040.asp" title="Recherche nach wählbaren Suchkriterien">Übersicht</a></li>
</ul>
</li>
</ul>
</div></div>
</div>
<div id="risright"><div id="rishead"><p class="topHeadline">{name}</p></div>
<div id="risnavi"><ul id="navi_right">
{navi}</ul>
</div>
<div id="risname"><h1>{title}&nbsp;&nbsp;</h1></div>
<div id="risprop"></div>
<div id="rismain"><div id="posOuterLocator"></div><table class="risdeco" cellspacing="0" cellpadding="0" border="0">
<tr>
<td><img src="images/deco/clip/nw.gif" alt=""  /></td>
<td width="100%" style="background: URL(images/deco/clip/n.gif) repeat-x">&nbsp;</td>
<td><img src="images/deco/clip/ne.gif" alt=""  /></td>
</tr>
<tr>
<td style="background: URL(images/deco/clip/w.gif) repeat-y">&nbsp;</td>
<td bgcolor="white">"""
_FOOT = """</td>
<td style="background: URL(images/deco/clip/e.gif) repeat-y">&nbsp;</td>
</tr>
</table>
</div>
<div id="risfoot"><div id="foot_right"><p></p></div>
<div id="foot_center" ><p><a href="" target="_blank" title=""></a></p></div></div>
</div>
</div>
</div>
</div>
</body>
</html>
"""
_STYLE = "margin-top:0pt; margin-bottom:0pt; text-align:justify; widows:0; orphans:0; font-size:11pt"
_EMBEDDED = (
    '<?xml version="1.0" encoding="iso-8859-1" standalone="no"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 '
    'Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/'
    'xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" /><meta name="generator" '
    'content="Aspose.Words for .NET 19.1" /><title></title></head><body><div>'
)


def frame(council: Council, page: str, own: str, title: str, main: str) -> str:
    """A whole page; `own` is its address with the id of its record."""
    number = own.rpartition("=")[2]
    mark = f'<meta name="objectID" content="{e(number)}" />\n' if own else ""
    navi = (
        f'<li><!-- BOOKMARK_LINK --><a href="{own}" title="Lesezeichen für {e(title)}" target="_self">'
        f'<img src="images/bookmark.gif" alt="Lesezeichen für {e(title)}"  /></a><!-- BOOKMARK_LINK --></li>\n'
        if own
        else ""
    )
    head = _HEAD.format(title=e(title), object=mark, page=page, name=e(council.name), navi=navi)
    return head + main + _FOOT


def shown_name(meeting: Meeting) -> str:
    """A meeting's title; ALLRIS says in it when the meeting is cancelled."""
    return f"{meeting.name} (ABGESAGT!!)" if meeting.cancelled else f"{meeting.name}"


def button(action: str, field: str, value: str | None, style: str, label: str, title: str) -> str:
    """A form that is nothing but a button."""
    return (
        f'<form action="{action}" method="post" style="margin:0"><input type="hidden" name="{field}" value="{e(value)}"'
        f'  /><input type="submit" class="{style}" value="{label}" title="{e(title)}"  /></form>'
    )


def document_button(file: File) -> str:
    """The button that opens a document."""
    return (
        '<form action="do027.asp" method="post" style="margin:0" target="_blank"><input type="hidden" name="DOLFDNR" '
        f'value="{file.id}"  /><input type="hidden" name="options" value="64"  /><input type="submit" class="il2_p" '
        f'value="{e(file.name)}" title="{e(file.name)} (Öffnet PDF-Datei in neuem Fenster)"  /></form>\n'
    )


def row(*pairs: tuple[str, str], wide: bool = False) -> str:
    """A row of the head: labels and values. Values are HTML."""
    span = ' colspan="3"' if wide else ""
    cells = "".join(
        f'<td class="kb1">{label}:</td>\n<td class="text{n}"{span}>{value}</td>\n'
        for n, (label, value) in enumerate(pairs, 1 if wide else 2)
    )
    return f'<tr valign="top">\n{cells}</tr>\n'


def embedded(code: str, number: int, text: str, heading: str = "") -> str:
    """A text as its own document inside the page; `heading` repeats what the menu calls it."""
    blank = f'<p style="{_STYLE}"><span style="font-family:Arial; -aw-import:ignore">&#xa0;</span></p>'
    parts = [f'<p style="{_STYLE}"><span style="font-weight:bold">{e(heading)}:</span></p>'] if heading else []
    for paragraph in filter(None, text.split("\n")):
        half = len(paragraph) // 2
        spans = "".join(
            f'<span style="font-family:Arial">{e(p)}</span>' for p in (paragraph[:half], paragraph[half:]) if p
        )
        parts.append(f'<p style="{_STYLE}">{spans}</p>')
    anchor = f'<!-- ### {code}{number}.rtf -->\n<a name="allris{code}"></a>\n'
    return f"{anchor}{_EMBEDDED}{blank.join(parts)}</div></body></html>"
