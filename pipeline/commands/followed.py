"""What `ratslupe status` says of the municipalities that are followed."""

from __future__ import annotations

import datetime as dt
import sys

from rich.console import Console
from rich.table import Table

from corpus.store import Corpus
from pipeline.commands import here, say
from pipeline.config import Config, all_sites
from scrapers.site import Site


def followed(corpus: Corpus) -> None:
    """Print per crawled municipality: last success, meetings seen and expected, problems, what is forbidden."""
    visits = {row["site"]: row for row in corpus.query("select * from site_visit")}
    if not visits:
        return
    config = here()
    table = Table(box=None, pad_edge=False)
    for name in (
        "followed",
        "last success",
        "meetings",
        "expected",
        "pages",
        "due",
        "problems",
        "forbidden",
        "vanished",
    ):
        table.add_column(name, justify="left" if name in ("followed", "last success") else "right")
    sites = {site.ags: site for site in all_sites(config)}
    names = {row["id"]: row["name"] for row in corpus.query("select id, name from body")}
    said = []
    for ags in sorted(visits):
        name = sites[ags].name if ags in sites else names.get(ags, ags)
        table.add_row(
            name, (visits[ags]["succeeded_at"] or "never")[:16], *_figures(corpus, ags, sites.get(ags), config)
        )
        if visits[ags]["said"]:
            said.append(f"  {name}: {visits[ags]['said']}")
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    for line in said:
        say(line)
    for row in corpus.query("select host, until from host_pause where until > ? order by host", _now().timestamp()):
        until = dt.datetime.fromtimestamp(row["until"], dt.UTC).isoformat(timespec="minutes")
        say(f"  {row['host']}: left alone until {until}")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _figures(corpus: Corpus, ags: str, site: Site | None, config: Config | None) -> list[str]:
    """Past meetings seen and expected, pages held, pages due, problems, addresses forbidden, tombstones."""
    since = (config.since if config else Config(municipalities=()).since).isoformat()
    today = _now().date()
    seen = "select count(*) as n from meeting where body_id = ? and start_date >= ? and start_date < ?"
    years = (today - dt.date.fromisoformat(since)).days / 365.25
    low, high = site.expect.meetings_per_year if site else (0.0, 0.0)
    held = "select count(*) as n from frontier where site = ? and sha256 is not null"
    due = "select count(*) as n from frontier where site = ? and next_visit <= ?"
    problems = "select count(*) as n from problem p join frontier f on f.url = p.place where f.site = ?"
    forbidden = """select count(*) as n from frontier where site = ? and
        (said like '%robots.txt%' or said like '%reserved%')"""
    vanished = "select count(*) as n from tombstone where site = ?"

    def n(sql: str, *values: object) -> str:
        return str(corpus.query(sql, ags, *values)[0]["n"])

    expected = f"{low * years:.0f}-{high * years:.0f}" if site else "not known"
    if site and site.simulated:
        expected = "-"  # it lives in years of its own, which today's date does not count
    first = [n(seen, since, today.isoformat()), expected, n(held), n(due, _now().timestamp())]
    return [*first, n(problems), n(forbidden), n(vanished)]
