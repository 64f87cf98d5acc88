"""Commands that follow councils: init, sites, crawl, run."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.errors import InputError
from corpus.store import Corpus
from pipeline.commands import PROBLEMS, corpus_option, counted, here, say
from pipeline.commands.take_in import progress, tell_problems
from pipeline.config import NAME, Config, all_sites, pick, read_config, template
from pipeline.crawl import AHEAD, Report, crawl, plans, stored_pauses
from pipeline.due import would_visit
from pipeline.lock import locked
from pipeline.visit import Plan
from scrapers.fetch import Fetcher

_SHOWN_A_SITE = 10


@click.command(short_help="Write ratslupe.toml: what to follow, and for what.")
@click.option("--land", default="nrw", show_default=True, metavar="LAND", help="Whose municipalities.")
@click.option("--topic", default="kim", show_default=True, metavar="NAME", help="The topic pack to use.")
def init(land: str, topic: str) -> None:
    """Write ratslupe.toml with municipalities, committees and topic, ready to be edited. Asks no server.

    The contact has to be filled in before real servers are asked: each of them is told it.

    \b
    Example:
      ratslupe init --land nrw --topic kim
    """
    path = Path(NAME)
    if path.exists():
        raise InputError(f"{path}: expected no such file yet, found one (edit it, or remove it first)")
    path.write_text(template(land, topic), "utf-8")
    say(f"{path}: fill in the contact, strike out what you do not need, then `ratslupe crawl --dry-run`.")


@click.command(short_help="List the municipalities that can be followed.")
@click.option("--blocked", is_flag=True, help="Only those of which something is known to be blocked.")
def sites(blocked: bool) -> None:
    """List the municipalities: product, address, whether anybody has verified it, what is known to be blocked.

    \b
    Example:
      ratslupe sites --blocked
    """
    table = Table(box=None, pad_edge=False)
    for name in ("AGS", "municipality", "product", "verified", "address", "access"):
        table.add_column(name, overflow="fold")
    listed = [site for site in all_sites(here()) if site.access or not blocked]
    for site in listed:
        address = site.base_url or site.oparl or "not known"
        table.add_row(site.ags, site.name, site.vendor, "yes" if site.verified else "no", address, site.access)
    Console(width=None if sys.stdout.isatty() else 240).print(table)
    verified = sum(site.verified for site in listed)
    say(f"{counted(len(listed), 'municipality', 'municipalities')}, {verified} of them verified.")


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """What crawl and run share."""
    command = corpus_option(command)
    command = click.option(
        "--contact", metavar="ADDRESS", help="Mail or web address told to every server.  [default: ratslupe.toml]"
    )(command)
    command = click.option(
        "--accept-absence", is_flag=True, help="Believe it, however many pages of a site have vanished at once."
    )(command)
    return click.argument("municipalities", nargs=-1, metavar="[AGS|NAME]...")(command)


@click.command("crawl", short_help="Visit the councils' pages that are due.")
@_options
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="First day of the meetings.")
@click.option("--committee", "committees", multiple=True, metavar="NAME", help="Only meetings of such a committee.")
@click.option("--dry-run", is_flag=True, help="Show what would be asked for, and why. Asks no server for anything.")
def crawl_(
    municipalities: tuple[str, ...],
    corpus_path: Path,
    contact: str | None,
    accept_absence: bool,
    since: dt.datetime | None,
    committees: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Visit what is due of the municipalities in ratslupe.toml, or of those named here, one request a second and host.

    It can be stopped at any time and goes on where it was. --committee and --since narrow what is newly followed in
    this run; pages that are known already stay followed.

    \b
    Examples:
      ratslupe crawl --dry-run
      ratslupe crawl 05334002 heinsberg --since 2020-01-01 --committee Integrationsrat
    """
    config = _config(municipalities)
    todo = _plans(config, municipalities, since.date() if since else None, committees)
    if dry_run:
        _dry_run(corpus_path, todo)
        return
    report = _crawl(corpus_path, config, todo, contact, accept_absence)
    _tell(report)
    if report.problems or report.stopped:
        sys.exit(PROBLEMS)


@click.command(short_help="Crawl, then write the site anew if anything changed.")
@_options
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("site"), show_default=True)
def run(
    municipalities: tuple[str, ...], corpus_path: Path, contact: str | None, accept_absence: bool, out: Path
) -> None:
    """Crawl what is due and write the site anew if anything changed: for a timer, without anybody watching.

    One run at a time. What happened is added to a log beside the corpus (ratslupe.db.log). With most_gigabytes in
    ratslupe.toml a run stops before the stored files take more.

    \b
    Example:
      ratslupe run --out site/
    """
    from extractors import topic_named
    from reports.site import write_site

    config = _config(municipalities)
    report = _crawl(corpus_path, config, _plans(config, municipalities, None, ()), contact, accept_absence)
    _log(corpus_path, report)
    _tell(report)
    if report.read or report.vanished or not (out / "index.html").exists():
        with Corpus(corpus_path, create=False) as corpus:
            say(f"{counted(write_site(corpus, topic_named(config.topic), out, full=False), 'page')}.")
        click.echo((out / "index.html").resolve().as_uri())
    if report.problems or report.stopped:
        sys.exit(PROBLEMS)


def _config(municipalities: Sequence[str]) -> Config:
    """ratslupe.toml of this folder; without one, what was named on the command line."""
    found = here()
    if found is None and not municipalities:
        return read_config(Path(NAME))  # says that there is none
    return found or Config(municipalities=tuple(municipalities))


def _plans(config: Config, named: Sequence[str], since: dt.date | None, committees: Sequence[str]) -> list[Plan]:
    """The plans of the municipalities; those without a known address are told and left out, unless named."""
    every = all_sites(config)
    _refuse_start_too_late(since, config.since)
    for entry in config.municipalities if named and here() else ():
        try:
            pick(every, [entry])
        except InputError as e:
            say(f"notice: {NAME}: {e}")
    chosen = pick(every, named or config.municipalities)
    able = [site for site in chosen if named or site.base_url or site.oparl_body or site.oparl]
    for site in chosen:
        if site not in able:
            say(f"  {site.name}: no address is known; left out.")
    return plans(able, config.focus(since, committees), every)


def _refuse_start_too_late(given: dt.date | None, configured: dt.date) -> None:
    """InputError for a first day after which no meeting is looked for."""
    start, last = given or configured, dt.date.today() + AHEAD
    if start > last:
        place = "--since" if given else f"{NAME}: since"
        ahead = f"a day up to {last}, as far ahead as meetings are looked for"
        raise InputError(f"{place}: expected {ahead}, found {start}")


def _dry_run(corpus_path: Path, todo: Sequence[Plan]) -> None:
    if corpus_path.exists():
        with Corpus(corpus_path, create=False) as corpus:
            listed = [(plan, would_visit(corpus, plan, time.time())) for plan in todo]
    else:
        listed = [(plan, [(plan.start, "start page: which product, and where its lists are")]) for plan in todo]
    for plan, lines in listed:
        many = counted(len(lines), "address", "addresses")
        click.echo(f"{plan.site.name}: {many}, and what they lead to since {plan.focus.since}")
        if plan.site.access:
            click.echo(f"  ({plan.site.access})")
        for url, why in lines[:_SHOWN_A_SITE]:
            click.echo(f"  {url}  {why}")
        if len(lines) > _SHOWN_A_SITE:
            click.echo(f"  ... and {len(lines) - _SHOWN_A_SITE} more")
    say("Nothing was asked for, not even robots.txt.")


def _crawl(path: Path, config: Config, todo: Sequence[Plan], contact: str | None, accept_absence: bool) -> Report:
    simulated = [base for plan in todo if plan.site.simulated for base in plan.bases]
    address = contact or config.contact
    if address is None and any(not plan.site.simulated for plan in todo):
        raise InputError(f"contact: expected a mail or web address in {NAME} (or --contact), found none")
    with locked(path), Corpus(path) as corpus:
        enough = _budget(corpus, config.most_gigabytes)
        fetching = Fetcher(address, simulated=simulated, pauses=stored_pauses(corpus))
        with fetching as fetcher, corpus.run("crawl") as counts, progress(0, "visiting") as step:
            report = crawl(corpus, todo, fetcher, accept_absence=accept_absence, done=step, enough=enough, tell=_line)
            counts |= {"visited": report.visited, "read": report.read, "problems": len(report.problems)}
    return report


def _line(council: str) -> None:
    """What was done of a council, where no bar shows that something is done."""
    if not sys.stderr.isatty():
        say(f"  {council}")


def _budget(corpus: Corpus, most: float | None) -> Callable[[], str | None]:
    """Whether the stored files take more than so many gigabytes; looked up after every 50 pages."""
    asked = 0

    def enough() -> str | None:
        nonlocal asked
        asked += 1
        if most is None or asked % 50 != 1:
            return None
        rows = corpus.query("select coalesce(sum(size), 0) as n from (select distinct sha256, size from snapshot)")
        taken, text = rows[0]["n"], f"at most {most:g} GB are wanted (most_gigabytes)"
        return f"{_size(taken)} are stored, {text}" if taken > most * 1e9 else None

    return enough


def _size(taken: int) -> str:
    """Bytes in the unit in which they can be read."""
    unit, name = next(((u, n) for u, n in ((1e9, "GB"), (1e6, "MB")) if taken >= u), (1e3, "kB"))
    return f"{taken / unit:.1f} {name}"


def _tell(report: Report) -> None:
    say(f"{report.visited} visited: {report.read} read, {report.unchanged} as before, {report.vanished} vanished.")
    for host, why in report.stopped.items():
        say(f"  stopped: {host}: {why}")
    tell_problems(report.problems)


def _log(corpus: Path, report: Report) -> None:
    moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    lines = [f"{report.visited} visited, {report.read} read, {report.unchanged} as before, {report.vanished} vanished"]
    lines += [f"stopped: {host}: {why}" for host, why in report.stopped.items()]
    lines += [f"problem: {p.place}: expected {p.expected}; found {p.found}" for p in report.problems]
    with corpus.with_name(corpus.name + ".log").open("a", encoding="utf-8") as file:
        file.writelines(f"{moment} {line}\n" for line in lines)
