"""`ratslupe check`: what the corpus holds that no table knows yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from corpus.outcomes import is_open
from corpus.store import Corpus
from pipeline.commands import corpus_option, say

_KINDS = {"result": ("raw", "normalised"), "paper": ("type_raw", "type")}
"""Kind of fact -> the field with what is printed, and the field with the value of the scheme."""


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A printed phrase without a value of the scheme: how often it stands in the corpus, and one place where."""

    kind: str
    phrase: str
    count: int
    example: str


def unmapped(corpus: Corpus) -> list[Unmapped]:
    """Result phrases and paper types without a value, the most frequent first. Phrases that differ in case are one."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for kind, phrase, place in sorted(_without_value(corpus), key=lambda item: (item[2], item[1])):
        found.setdefault((kind, phrase.casefold()), []).append((phrase, place))
    rows = [Unmapped(kind, met[0][0], len(met), met[0][1]) for (kind, _), met in found.items()]
    return sorted(rows, key=lambda row: (row.kind != "result", -row.count, row.phrase))


def _without_value(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    facts = corpus.query(
        """select kind, value, (select min(place) from snapshot s where s.sha256 = f.document_id) as place
           from fact f where kind in ('result', 'paper')"""
    )
    for fact in facts:
        printed, normalised = (json.loads(fact["value"]).get(field) for field in _KINDS[fact["kind"]])
        phrase = " ".join((printed or "").split())
        if phrase and not normalised and not is_open(phrase):
            yield fact["kind"], phrase, fact["place"] or ""


@click.command(short_help="What the corpus holds that no table knows.")
@click.option("--vocabulary", is_flag=True, help="List result phrases and paper types that have no normalised value.")
@corpus_option
def check(vocabulary: bool, corpus_path: Path) -> None:
    """List what is kept as printed because no value of the scheme says it, the most frequent first.

    A line has four columns, parted by tabs: result or paper, how often, the phrase, and a file that has it. Most
    phrases are here for a reason ("Einzelabstimmung" tells no outcome); one that clearly says an outcome is worth a
    report. Exit code 0, whatever is listed.

    \b
    Example:
      ratslupe check --vocabulary --corpus kim.db
    """
    if not vocabulary:
        raise click.UsageError("Expected what to check; say --vocabulary.")
    with Corpus(corpus_path, create=False) as corpus:
        rows = unmapped(corpus)
    for row in rows:
        click.echo(f"{row.kind}\t{row.count}\t{row.phrase}\t{row.example}")
    total = {kind: sum(row.kind == kind for row in rows) for kind in _KINDS}
    say(f"Without a normalised value: {total['result']} of results, {total['paper']} of paper types.")
