"""Two small councils on loopback, ALLRIS 3 and SessionNet, whose every page can be changed, for tests of crawling."""

import collections
import datetime as dt
import re
import socket

from scrapers.fetch import Fetcher
from scrapers.polite import Clock, Manners
from scrapers.site import Expectations, Site
from tests.faulty import Act, FakeTime, Server

NOW = dt.datetime(2026, 3, 15, 12, tzinfo=dt.UTC).timestamp()
HTML = "text/html; charset=utf-8"
KIM = "Kommunales Integrationsmanagement"


def allris(body, container):
    return (
        '<html><head><title>x</title><meta name="description" content="ALLRIS net Version 3.9.5" /></head><body>'
        f'<div id="allriscontainer" class="{container}"><a href="si010_e.asp">Kalender</a>'
        f'<a href="impressum.asp">Impressum</a>{body}</div></body></html>'
    )


def no_meetings(month, year):
    """A calendar of ALLRIS 3 without any meeting, for months that no council of these tests knows."""
    rows = "".join(
        f'<tr class="zl11"><td class="text2">Mi</td><td class="text2">{d}</td><td colspan="6">&nbsp;</td></tr>'
        for d in range(1, 29)
    )
    form = f'<input type="hidden" name="kaldatvonbis" value="01.{month:>02}.{year}-28.{month:>02}.{year}" />'
    return allris(f'<div id="rismain"><form>{form}</form><table class="tl1">{rows}</table></div>', "si010")


def sessionnet(body, name, title):
    return (
        '<html><head><title>x</title><meta name="sessionnet" content="V:050504"/></head><body>'
        f'<div id="wrapper" class="smclayout smc_page_{name}_layout"><a href="si0040.php">Kalender</a>'
        f'<h1 class="smc_h1">{title}</h1><div id="page-content">{body}</div></div></body></html>'
    )


class Council:
    """Meetings on the 10th of each month from January to April 2026, alternating between two committees.

    Each has three items; the second one's paper is about the topic in the first committee only. `pages` holds what is
    served, by path with query.
    """

    committees = ("Sozialausschuss", "Bauausschuss")

    def __init__(self, product="allris3", meetings=4):
        self.product, self.pages = product, {}
        self.meetings = [(n, dt.date(2026, n, 10), self.committees[n % 2 == 0]) for n in range(1, meetings + 1)]
        self.server: Server | None = None
        build = self.allris if product == "allris3" else self.sessionnet
        build()

    def title(self, n, i):
        if i == 2:
            return f"{KIM}: Stellen {n}" if n % 2 else f"Schulhof {n}"
        return f"Gegenstand {n}.{i}"

    def allris(self):
        self.pages["/bi/"] = allris("<p>Willkommen im Informationssystem</p>", "home")
        for month in range(1, 13):
            rows = "".join(
                f'<tr class="zl11"><td class="text2">D</td><td class="text2">{day.day}</td><td class="text2">17:00</td>'
                f'<td></td><td></td><td><a href="to010.asp?SILFDNR={n}">{name}</a></td><td></td></tr>'
                if (n, day, name) else ""
                for n, day, name in self.meetings if day.month == month
            )  # fmt: skip
            rows += "".join(
                f'<tr class="zl11"><td class="text2">Mi</td><td class="text2">{d}</td><td colspan="6">&nbsp;</td></tr>'
                for d in range(1, 29)
            )
            form = f'<input type="hidden" name="kaldatvonbis" value="01.{month:02}.2026-28.{month:02}.2026" />'
            table = f'<div id="rismain"><form>{form}</form><table class="tl1">{rows}</table></div>'
            self.pages[f"/bi/si010_e.asp?MM={month}&YY=2026"] = allris(table, "si010")
        for n, day, name in self.meetings:
            self.pages[f"/bi/to010.asp?SILFDNR={n}"] = self.allris_agenda(n, day, name)
            for i in (1, 2, 3):
                self.pages[f"/bi/to020.asp?TOLFDNR={n}{i}"] = self.allris_item(n, i, day, name)
            self.pages[f"/bi/vo020.asp?VOLFDNR={n}"] = self.allris_paper(n, day, name)
            self.pages[f"/bi/do027.asp?DOLFDNR={n}7&options=64"] = f"Vorlage {n}: {self.title(n, 2)} mit 2,5 Stellen."
            self.pages[f"/bi/___tmp/tmp/{n}abc/anlage.txt"] = f"Anlage {n} zum Stellenplan."

    def allris_agenda(self, n, day, name, titles=None):
        head = (
            f'<table><tr><td class="kb1">Bezeichnung:</td><td class="text1">{name}</td></tr>'
            f'<tr><td class="kb1">Gremium:</td><td class="text1">{name}</td></tr>'
            f'<tr><td class="kb1">Datum:</td><td class="text2">Di, {day:%d.%m.%Y}</td></tr>'
            '<tr><td class="kb1">Zeit:</td><td class="text2">17:00</td></tr></table>'
        )
        lines = "".join(
            f'<tr class="zl11"><td class="text4"><a href="to010.asp?SILFDNR={n}&amp;TOLFDNR={n}{i}&amp;BES=1">Ö {i}</a>'
            f'</td><td><a href="to020.asp?TOLFDNR={n}{i}">{self.title(n, i)}</a></td>'
            + (f'<td><a href="vo020.asp?VOLFDNR={n}">V/{n}/2026</a></td>' if i == 2 else "<td></td>") + "</tr>"
            for i in (1, 2, 3)
        )  # fmt: skip
        return allris(f'<div id="risname"><h1>Tagesordnung - {name}</h1></div><div id="rismain">{head}'
                      f'<table class="tl1">{lines}</table></div>', "to010")  # fmt: skip

    def allris_item(self, n, i, day, name, result="ungeändert beschlossen"):
        return allris(
            f'<div id="risname"><h1>Auszug - {self.title(n, i)}</h1></div><div id="rismain"><table>'
            f'<tr><td class="kb1">TOP:</td><td class="text1"><a href="to010.asp?SILFDNR={n}">Ö {i}</a></td></tr>'
            f'<tr><td class="kb1">Gremium:</td><td class="text1">{name}</td></tr>'
            f'<tr><td class="kb1">Datum:</td><td class="text2">{day:%d.%m.%Y}</td></tr>'
            f'<tr><td class="kb1">Beschlussart:</td><td class="text3">{result}</td></tr></table>'
            f'<a name="allrisWP"></a><p>Frau Kruse berichtet zu Nummer {n}.{i}.</p></div>',
            "to020",
        )

    def allris_paper(self, n, day, name):
        form = (
            f'<form action="do027.asp" method="post"><input type="hidden" name="DOLFDNR" value="{n}7"/>'
            '<input type="submit" title="Vorlage (Öffnet PDF)"/></form>'
        )
        link = f'<a href="___tmp/tmp/{n}abc/anlage.txt" title="Anlage">Anlage {n}</a>'
        return allris(
            f'<div id="risname"><h1>Vorlage - V/{n}/2026</h1></div><div id="rismain"><table>'
            f'<tr><td class="kb1">Betreff:</td><td class="text1">{self.title(n, 2)}</td></tr>'
            '<tr><td class="kb1">Vorlage-Art:</td><td class="text1">Beschlussvorlage</td></tr>'
            f'<tr><td class="me1">{form}{link}</td></tr></table></div>',
            "vo020",
        )

    def sessionnet(self):
        self.pages["/bi/"] = sessionnet("<p>Willkommen</p>", "info", "Startseite")
        months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
        for month, word in enumerate(months, 1):
            rows = "".join(
                f'<tr><td class="silink"><a href="si0057.php?__ksinr={n}" title="Details anzeigen: {name} '
                f'{day:%d.%m.%Y} ">{name}</a><ul><li>17:00</li></ul></td></tr>'
                for n, day, name in self.meetings if day.month == month
            ) or "<tr><td>Es wurden keine Sitzungen gefunden.</td></tr>"  # fmt: skip
            table = f'<table id="smc_page_si0040_contenttable1"><tbody>{rows}</tbody></table>'
            page = sessionnet(table, "si0040", f"Kalender 2026 {word}")
            self.pages[f"/bi/si0040.php?__cjahr=2026&__cmonat={month}&__canz=1&__cselect=0"] = page
        for n, day, name in self.meetings:
            self.pages[f"/bi/si0057.php?__ksinr={n}"] = self.sessionnet_agenda(n, day, name)
            for i in (1, 2, 3):
                text = (
                    f'<table><tbody><tr><td>Sitzung:</td><td><a href="si0057.php?__ksinr={n}">{day:%d.%m.%Y} S/{n}</a>'
                    "</td></tr><tr><td>Beschluss:</td><td>ungeändert beschlossen</td></tr></tbody></table>"
                    f"<div><p>Protokoll:</p><p>Frau Kruse berichtet zu Nummer {n}.{i}.</p></div>"
                )
                title = f"TOP Ö {i}: {self.title(n, i)}"
                self.pages[f"/bi/to0050.php?__ktonr={n}{i}"] = sessionnet(text, "to0050", title)
            cells = "".join(
                f'<div class="smc-table-row"><div class="smc-table-cell smc-cell-head {key}_title">{label}</div>'
                f'<div class="smc-table-cell {key}">{value}</div></div>'
                for key, label, value in (("vobetr", "Betreff", self.title(n, 2)), ("voname", "Vorlage", f"{n}/2026"))
            )
            files = f'<div class="smc-documents"><div class="smc-el-h"><a href="getfile.php?id={n}7&type=do" title="Dokument Download Dateityp: pdf">Vorlage</a></div></div>'  # noqa: E501
            self.pages[f"/bi/vo0050.php?__kvonr={n}"] = sessionnet(
                f'<div id="smc_page_vo0050_contenttable1">{cells}</div>{files}', "vo0050", self.title(n, 2)
            )
            self.pages[f"/bi/getfile.php?id={n}7&type=do"] = f"Vorlage {n}: {self.title(n, 2)} mit 2,5 Stellen."

    def sessionnet_agenda(self, n, day, name):
        head = "".join(
            f'<div class="smc-table-row"><div class="smc-table-cell smc-cell-head {key}_title">{label}</div>'
            f'<div class="smc-table-cell {key}">{value}</div></div>'
            for key, label, value in (("sigrname", "Gremium", name), ("sidat", "Datum", f"{day:%d.%m.%Y}"))
        )
        lines = "".join(
            f'<tr class="smc-t-r-l"><td class="tofnum"><span class="badge">Ö {i}</span></td><td class="tobetr tolink">'
            '<div class="smc-card-header-title-simple">'
            f'<a href="to0050.php?__ktonr={n}{i}">{self.title(n, i)}</a></div></td>'
            + (f'<td class="tovo"><a href="vo0050.php?__kvonr={n}">{n}/2026</a></td>' if i == 2 else "") + "</tr>"
            for i in (1, 2, 3)
        )  # fmt: skip
        body = (
            f'<div id="smc_page_si0057_contenttable1">{head}</div><table id="smc_page_si0057_contenttable2"><tbody>'
            f'<tr class="smc-t-r-l"><td class="totrenn" colspan="4"><h2>Öffentlicher Teil:</h2></td></tr>{lines}'
            "</tbody></table>"
        )
        return sessionnet(body, "si0057", f"{name} - {day:%d.%m.%Y}")

    def content(self):
        """Addresses (path with query) of all pages but the start page and the calendars."""
        return {path for path in self.pages if path != "/bi/" and "si010" not in path and "si0040" not in path}

    def calendars(self):
        """Addresses of the calendars from January to July, which a crawl in March looks at."""
        mark = "si010" if self.product == "allris3" else "si0040"
        return {path for path in self.pages if mark in path and any(f"{k}={m}&" in path for k in ("MM", "__cmonat")
                for m in range(1, 8))}  # fmt: skip


class _Answers(dict[str, collections.deque[Act]]):
    """What the server does at any path: what the town answers."""

    def __init__(self, town):
        self.town = town

    def get(self, path, default=None):
        return collections.deque([self.town.answer])


class Town:
    """A council being served: `council.pages` may be changed meanwhile; `acts` answer instead of a page."""

    def __init__(self, council, ags="05999"):
        self.council, self.ags, self.acts = council, ags, {}
        self.server = Server()
        self.server.acts = _Answers(self)

    def __enter__(self):
        self.server.__enter__()
        return self

    def __exit__(self, *error):
        self.server.__exit__(*error)

    def answer(self, handler):
        handler.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # head and body come apart
        if act := self.acts.get(handler.path):
            act(handler)
        elif handler.path in self.council.pages:
            handler.give(200, self.council.pages[handler.path].encode(), [("Content-Type", HTML)])
        elif match := re.fullmatch(r"/bi/si010_e.asp\?MM=(\d+)&YY=(\d{4})", handler.path):
            handler.give(200, no_meetings(*match.groups()).encode(), [("Content-Type", HTML)])
        else:
            handler.give(404)

    @property
    def url(self):
        return f"{self.server.url}/bi/"

    def site(self, **changes):
        expect = Expectations(meetings_per_year=(1, 50), share_with_result=(0, 1), verified=False)
        known = {
            "ags": self.ags, "name": f"Stadt {self.ags}", "population": 1000, "vendor": self.council.product,
            "base_url": self.url, "oparl": None, "oparl_body": None, "verified": True, "access": "", "older": (),
            "simulated": True, "expect": expect,
        }  # fmt: skip
        return Site(**(known | changes))

    def asked(self):
        """Paths asked for since the last call, without robots.txt and the start page."""
        found = [path for path in self.server.paths() if path != "/bi/"]
        self.server.asked.clear()
        return found


def fetcher(*towns, time=None, **more):
    time = time or FakeTime(NOW)
    clock = Clock(now=time.now, wall=time.now, sleep=time.sleep)
    manners = Manners(delay=0.0, back_off=0.0, retries=1)
    return Fetcher(None, simulated=[t.url for t in towns], manners=manners, clock=clock, **more), clock
