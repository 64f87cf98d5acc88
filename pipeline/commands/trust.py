"""Commands that tell what the corpus holds and whether it holds true: status, audit."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.audit import audit as audit_corpus
from corpus.audit import digest as digest_of
from corpus.evidence import Problem
from corpus.store import Corpus
from pipeline.commands import corpus_option, say
from pipeline.commands.followed import followed


@click.command(short_help="What the corpus holds: per municipality, and all problems.")
@corpus_option
@click.option("--digest", is_flag=True, help="Print one hash of the whole corpus and nothing else.")
@click.option("--problems", is_flag=True, help="List every problem.")
def status(corpus_path: Path, digest: bool, problems: bool) -> None:
    """Show what the corpus holds per municipality, and what could not be read.

    For municipalities that are followed it adds the last successful crawl, the meetings seen and expected since the
    first day followed, and how many addresses are due, have problems, are forbidden by robots.txt, or have vanished.

    Two corpora with the same digest hold the same, however often their making was interrupted.

    \b
    Examples:
      ratslupe status --corpus kim.db
      ratslupe status --digest --corpus kim.db
    """
    with Corpus(corpus_path, create=False) as corpus:
        if digest:
            click.echo(digest_of(corpus))
            return
        if not problems:
            _overview(corpus)
            followed(corpus)
        rows = corpus.query("select place, stage, page, expected, found from problem order by place, id")
    for row in rows if problems else []:
        p = Problem(**row)
        where = p.place if p.page is None else f"{p.place}, page {p.page}"
        click.echo(f"{where}: {p.stage}: expected {p.expected}; found {p.found}")
    if not problems:
        say(f"{len(rows)} problems" + (": `ratslupe status --problems` lists them." if rows else "."))


def _overview(corpus: Corpus) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("municipality", "documents", "first", "last", "facts", "AGS"):
        table.add_column(name, justify="right" if name in ("documents", "facts") else "left")
    rows = corpus.query(
        """select coalesce(b.name, 'not stated') as name, coalesce(b.id, '') as ags, count(*) as documents,
           coalesce(min(d.date), '') as first, coalesce(max(d.date), '') as last,
           sum((select count(*) from fact f where f.document_id = d.id)) as facts
           from document d left join body b on b.id = d.body_id group by d.body_id order by name"""
    )
    for row in rows:
        ags = row["ags"] if row["ags"].isdigit() else ""
        table.add_row(row["name"], str(row["documents"]), row["first"], row["last"], str(row["facts"]), ags)
    Console().print(table)


@click.command(short_help="Prove that every quote stands at its place.")
@corpus_option
def audit(corpus_path: Path) -> None:
    """Prove in one pass that every quote stands at its place and every stored file is unchanged. Exit code 1 if not.

    \b
    Example:
      ratslupe audit --corpus kim.db
    """
    with Corpus(corpus_path, create=False) as corpus:
        checked, wrong = audit_corpus(corpus)
    for line in wrong:
        click.echo(line)
    share = "100 %" if not wrong else f"{100 * (1 - len(wrong) / max(1, checked)):.2f} %"
    say(f"{checked} quotes checked, {share} stand at their place.")
    if wrong:
        sys.exit(1)
