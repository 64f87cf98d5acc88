"""The frame of SD.NET RIM's pages, its opaque tokens, and the link to a meeting that every page writes alike."""

from __future__ import annotations

import base64

from corpus.model import Meeting
from pipeline.simulation.servers.base import WEEKDAYS, Council, Request, clock, day_of, e

TOKEN = "UGhVM0hpd2NXNFdFcExjZ"
"""What every token begins with."""

LONG_WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def token(kind: str, id_: str | None) -> str:
    """The token of a record: always the same, and nothing to be built by hand."""
    return TOKEN + base64.urlsafe_b64encode(f"{kind}:{id_}:{kind[::-1]}".encode()).decode().rstrip("=")


def frame(council: Council, request: Request, kind: str, title: str, main: str) -> str:
    """A whole page."""
    csrf = request.token(request.serial)
    return f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8" />
<meta name="generator" content="SD.NET RIM - Ratsinfomanagement" />
<meta name="robots" content="index, nofollow" />
<title>{e(title)} - SD.NET RIM | {e(council.name)}</title>
<link rel="alternate" type="application/rss+xml" title="SD.NET RIM Newsfeed" href="{request.base}rss/" />
<link rel="stylesheet" href="{request.base}library/media/css/general.css?26.2.1" type="text/css" />
</head>
<body class="cid01">
<div id="rimcontent">

<div id="div-content" class="{kind}">

<h1 class="heading">{e(title)}</h1>
<script type="text/javascript">
sessionStorage.setItem('csrfToken', '{csrf}');
</script>
{main}</div>
</div>
</body>
</html>
"""


def meeting_link(request: Request, meeting: Meeting) -> str:
    """The link to a meeting; its committee stands in the label for screen readers."""
    day = day_of(meeting)
    address = f"{request.base}tops/?__={token('tops', meeting.id)}"
    said = f"Sitzung am {LONG_WEEKDAYS[day.weekday()]}, {day:%d.%m.%Y} {clock(meeting.start)} Uhr"
    return (
        f'<a aria-label="{said} des Gremiums {e(meeting.organization[0])} anzeigen." href="{address}" '
        f'title="Zur Sitzung">{WEEKDAYS[day.weekday()]}, {day:%d.%m.%Y} {clock(meeting.start)} Uhr</a>'
    )
