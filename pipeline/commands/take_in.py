"""Commands that bring documents in: ingest, read."""

from __future__ import annotations

import contextlib
import getpass
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from corpus.errors import InputError, ParseError
from corpus.evidence import Problem
from corpus.model import to_json
from corpus.store import Corpus, Given
from extractors import topic_named
from pipeline.commands import PROBLEMS, corpus_option, counted, here, say, topic_option
from pipeline.ingest import Summary, check_given, check_url, gather
from pipeline.ingest import ingest as ingest_files

_SHOWN = 20


@contextlib.contextmanager
def progress(total: int, what: str) -> Iterator[Callable[[str], None]]:
    """A bar on stderr that is told each step; nothing when stderr is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[place]}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=total, place="")
        yield lambda place: bar.update(task, advance=1, place=place[-40:])


def _tell(summary: Summary) -> None:
    doubtful = f" ({summary.doubtful} of them with problems)" if summary.doubtful else ""
    parts = [f"{summary.read} read{doubtful}", counted(summary.facts, "fact"), counted(summary.records, "record")]
    if summary.same:
        parts.append(f"{summary.same} with the same content as another file (one document)")
    if summary.unchanged:
        parts.append(f"{summary.unchanged} unchanged")
    if summary.unreadable:
        parts.append(f"{summary.unreadable} not readable")
    listed = f"; {counted(len(summary.problems), 'problem')}:" if summary.problems else "."
    say(", ".join(parts) + listed)
    tell_problems(summary.problems)


def tell_problems(problems: Sequence[Problem]) -> None:
    """Problems as lines of place, expectation and finding; the first twenty, and how many more."""
    for p in problems[:_SHOWN]:
        where = p.place if p.page is None else f"{p.place}, page {p.page}"
        say(f"  problem: {where}: expected {p.expected}; found {p.found}")
    if len(problems) > _SHOWN:
        say(f"  ... and {len(problems) - _SHOWN} more: `ratslupe status --problems` lists all.")


@click.command(short_help="Take in files and folders: text, HTML, PDF, OParl JSON.")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@corpus_option
@topic_option
@click.option("--municipality", metavar="AGS|NAME", help="Whose documents these are; wins over what is read in them.")
@click.option("--committee", metavar="NAME", help="The committee of the meeting, where the page does not say it.")
@click.option("--date", metavar="YYYY-MM-DD", help="The day of the meeting, where the page does not say it.")
@click.option("--url", metavar="URL", help="The page's own address (for a single file).")
@click.option("--by", metavar="NAME", help="Who says so, for what you give.  [default: your login name]")
@click.option("--ocr", is_flag=True, help="Recognise the text of PDF pages that are pictures (needs tesseract-ocr).")
@click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Processes to work with.  [default: one per core]"
)
def ingest(
    paths: tuple[str, ...],
    corpus_path: Path,
    topic: str,
    url: str | None,
    by: str | None,
    jobs: int | None,
    ocr: bool,
    **said: str | None,
) -> None:
    """Take in files that you have. What is in already is passed over; what cannot be read is listed.

    Files are told by their content, not their name. What you give with --municipality, --committee and --date counts
    as reviewed, with your name and the time.

    \b
    Examples:
      ratslupe ingest minutes/ papers/*.pdf --corpus kim.db
      ratslupe ingest scans/ --ocr --corpus kim.db
      ratslupe ingest page.txt --municipality 05370 --committee "Sozialausschuss" --date 2020-08-12
    """
    if not all(paths):
        raise InputError('"": expected a file or folder, found an empty name')
    files = gather([Path(path) for path in paths])
    if not files:
        raise click.UsageError(f"expected files to read, found none in {', '.join(paths)}")
    if url:
        check_url(url)
    if url and len(files) != 1:
        raise click.UsageError(f"--url: expected one file, found {len(files)}")
    who = by or getpass.getuser()
    given = [Given(field=name, value=value, by=who) for name, value in said.items() if value]
    check_given(given)
    urls = {files[0][1]: url} if url else {}
    with Corpus(corpus_path) as corpus, corpus.run("ingest") as counts, progress(len(files), "reading") as step:
        pack = topic_named(topic)
        summary = ingest_files(corpus, files, pack, given=given, urls=urls, jobs=jobs, ocr=ocr, done=step)
        counts |= {"read": summary.read, "unchanged": summary.unchanged, "problems": len(summary.problems)}
    _tell(summary)
    if summary.problems:
        sys.exit(PROBLEMS)


@click.command(short_help="Print one page as records; nothing is stored.")
@click.argument("file", metavar="FILE|URL")
@click.option("--url", metavar="URL", help="The address that the file came from.")
@click.option("--contact", metavar="ADDRESS", help="Told to the server of a live page.  [default: ratslupe.toml]")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
def read(file: str, url: str | None, contact: str | None, form: str) -> None:
    """Print the records of one page, a JSON object a line, and where a crawl would go next.

    FILE is a saved page; an address (http or https) is fetched live, as politely as a crawl would.

    \b
    Examples:
      ratslupe read to010.html --url "https://ris.example.org/bi/to010.asp?SILFDNR=17"
      ratslupe read "https://ris.example.org/bi/to010.asp?SILFDNR=17" --contact me@example.org
    """
    from pipeline.readers import read_file
    from scrapers import vendors
    from scrapers.page import Page

    source: Path | bytes = Path(file)
    if re.match(r"https?://", file):
        source, url = _live(file, contact)
    reading = read_file(source, file)
    page = Page(reading.document, reading.html, url, json=reading.json)
    found = vendors.read(page)
    if found is None:
        labels = ", ".join(v.label for v in vendors.vendors())
        raise ParseError(file, "page", f"a page of {labels}", f"{reading.document.media_type} of no known product")
    for record in (*(row.record for row in found.rows), *found.follows):
        click.echo(json.dumps(to_json(record), ensure_ascii=False))
    if not found.rows:
        say(f"{file}: {found.vendor} {found.kind}: no records ({found.empty or 'the page lists none'})")


def _live(url: str, contact: str | None) -> tuple[bytes, str]:
    """A page's bytes and the address that answered. InputError without a contact, FetchError if it cannot be had."""
    from pipeline.config import all_sites
    from scrapers.address import host_of
    from scrapers.fetch import Fetcher

    config = here()
    simulated = [site.base_url for site in all_sites(config) if site.simulated and site.base_url]
    own = [base for base in simulated if host_of(base) == host_of(url)]
    with Fetcher(contact or (config.contact if config else None), simulated=own) as fetcher:
        response = fetcher.get(url, session="read")
    return response.body, response.final_url
