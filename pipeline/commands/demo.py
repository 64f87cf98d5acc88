"""The command demo, which shows everything without asking any server outside of this machine."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipeline.commands import PROBLEMS, say
from pipeline.commands.take_in import tell_problems

if TYPE_CHECKING:
    from pipeline.demo import Built, Crawled


@click.command(short_help="Crawl simulated councils on this machine; build a corpus and a site.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/demo"),
    show_default=True,
    metavar="DIR",
)
@click.option("--stay", is_flag=True, help="Leave the simulated councils running afterwards, until Ctrl-C.")
def demo(out: Path, stay: bool) -> None:
    """Crawl simulated councils of seven products over HTTP, take in saved pages of four more, and write the site.

    Everything runs on this machine and everybody in it is invented. One of the saved files is unreadable on purpose, to
    show how that looks. What an earlier demo left in DIR is replaced.

    \b
    Examples:
      ratslupe demo --out build/demo
      ratslupe demo --stay
    """
    from pipeline.demo import build, councils

    began = time.monotonic()
    try:
        with councils() as simulation:
            with _watching() as done:
                built = build(out, simulation, done)
            _tell(built, out, time.monotonic() - began)
            click.echo(built.index.resolve().as_uri())
            _try_next(out, stay=stay)
            if stay:
                _wait(built, out)
    except KeyboardInterrupt as e:
        again = "Interrupted; the simulated councils are stopped. The same command begins anew."
        raise click.ClickException(again) from e
    if built.crawl.problems or built.crawl.stopped:
        sys.exit(PROBLEMS)


@contextlib.contextmanager
def _watching() -> Iterator[Callable[[str, str], None]]:
    """A line for each council on stderr, with the pages so far; nothing when stderr is no terminal."""
    from pipeline.demo import SITE

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.fields[count]}", justify="right"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[place]}", markup=False, style="dim"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as lines:
        tasks: dict[str, TaskID] = {}
        pages: dict[str, int] = {}

        def done(whose: str, place: str) -> None:
            if whose not in tasks:
                tasks[whose] = lines.add_task(whose, total=None, place="", count="")
                pages[whose] = 0
            pages[whose] += 1
            lines.update(tasks[whose], place=place[-40:], count=f"{pages[whose]} pages" if whose != SITE else "")

        yield done


def _tell(built: Built, out: Path, seconds: float) -> None:
    """What was crawled, what was taken in, and what came of it."""
    from scrapers import vendors

    labels = {vendor.name: vendor.label for vendor in vendors.vendors()}
    table = Table(box=None, pad_edge=False)
    table.add_column("simulated council")
    table.add_column("product")
    for name in _FIGURES:
        table.add_column(name, justify="right")
    for council in built.councils:
        table.add_row(council.name, labels[council.product], *(f"{n:,}" if n else "-" for n in _figures(council)))
    sums = map(sum, zip(*map(_figures, built.councils), strict=True))
    products = len({council.product for council in built.councils})
    table.add_row(f"{len(built.councils)} councils", f"{products} products", *(f"{n:,}" for n in sums), style="bold")
    console = Console(stderr=True)
    Console(stderr=True, width=None if console.is_terminal else 120).print(table)
    say("-: the product's pages show no such thing, or none that can be read yet (docs/CRAWLING.md).")
    for host, why in built.crawl.stopped.items():
        say(f"  stopped: {host}: {why}")
    tell_problems(built.crawl.problems)
    saved = built.saved
    say(f"Saved files of four more municipalities: {saved.read} read, {saved.unreadable} not readable (on purpose):")
    tell_problems(saved.problems)
    say(f"{built.facts:,} facts, each with its quote: {out / 'demo.db'}; {built.pages} pages, in {seconds:.0f} s:")


_FIGURES = ("requests", "meetings", "items", "papers", "files")


def _figures(council: Crawled) -> tuple[int, ...]:
    return council.requests, council.meetings, council.items, council.papers, council.files


def _try_next(out: Path, *, stay: bool) -> None:
    """Commands that show more, as they can be typed here."""
    command, folder, corpus = _command(), shlex.quote(str(out)), shlex.quote(str(out / "demo.db"))
    say("Open it in a browser. Then try:")
    say(f"  {command} search '\"einstimmig beschlossen\" Integrationsmanagement' --corpus {corpus}")
    say(f"  {command} status --corpus {corpus}")
    say(f"  {command} audit --corpus {corpus}")
    if not stay:
        say(f"  {command} demo --stay --out {folder}")


def _command() -> str:
    """How this program was called, from the folder where the next command will be typed."""
    called = Path(sys.argv[0])
    if called.name != "ratslupe":
        return "ratslupe"
    return os.path.relpath(called) if called.is_absolute() and called.is_relative_to(Path.cwd()) else str(called)


def _wait(built: Built, out: Path) -> None:
    """Leave the councils running until Ctrl-C."""
    from pipeline.config import NAME

    say(f"The simulated councils are running. In another terminal, in the folder {out}, you can have their pages read:")
    command = Path(_command()).resolve() if os.sep in _command() else _command()
    for council in built.councils:
        if council.page:
            say(f"  {command} read {shlex.quote(council.page)}  # {council.name}")
    say(f"In {out} there are a {NAME} and a corpus of them, so these work there as with real councils:")
    for what in ("crawl", "run", "status"):
        say(f"  {command} {what}")
    say("Ctrl-C stops them.")
    with contextlib.suppress(KeyboardInterrupt):
        _rest()


def _rest() -> None:
    """Do nothing until Ctrl-C."""
    threading.Event().wait()
