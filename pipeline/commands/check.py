"""`ratslupe check`: what the corpus holds that no table knows yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from corpus.checks import checks_by_fact
from corpus.outcomes import is_open
from corpus.references import links
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


@click.command(short_help="What the corpus holds that is not understood, not found or does not add up.")
@click.option("--vocabulary", is_flag=True, help="List result phrases and paper types that have no normalised value.")
@click.option("--references", is_flag=True, help="List references that lead to nothing, or to several things.")
@click.option("--arithmetic", is_flag=True, help="List calculations of texts that do not fit.")
@corpus_option
def check(vocabulary: bool, references: bool, arithmetic: bool, corpus_path: Path) -> None:
    """List what needs a second look. Columns are parted by tabs. Exit code 0, whatever is listed.

    --vocabulary: what is kept as printed because no value of the scheme says it, the most frequent first: result or
    paper, how often, the phrase, a file that has it. Most phrases are here for a reason ("Einzelabstimmung" tells no
    outcome); one that clearly says an outcome is worth a report.

    --references: unresolved or ambiguous, the kind, what is cited, the file that cites it, and for an ambiguous one
    what it could be. Laws, programmes and strategies are not listed: a corpus holds none.

    --arithmetic: the relation (share, product, sum, part), what is printed, what it gives, and the file.

    \b
    Examples:
      ratslupe check --vocabulary --corpus kim.db
      ratslupe check --references --corpus kim.db
    """
    if not (vocabulary or references or arithmetic):
        raise click.UsageError("Expected what to check; say --vocabulary, --references or --arithmetic.")
    with Corpus(corpus_path, create=False) as corpus:
        if vocabulary:
            _vocabulary(corpus)
        if references:
            _references(corpus)
        if arithmetic:
            _arithmetic(corpus)


def _vocabulary(corpus: Corpus) -> None:
    rows = unmapped(corpus)
    for row in rows:
        click.echo(f"{row.kind}\t{row.count}\t{row.phrase}\t{row.example}")
    total = {kind: sum(row.kind == kind for row in rows) for kind in _KINDS}
    say(f"Without a normalised value: {total['result']} of results, {total['paper']} of paper types.")


def _places(corpus: Corpus) -> dict[str, str]:
    rows = corpus.query("select sha256, min(place) as place from snapshot group by sha256")
    return {row["sha256"]: row["place"] for row in rows}


def _references(corpus: Corpus) -> None:
    found = [link for link in links(corpus) if link.status not in ("own", "outside")]
    places = _places(corpus)
    for link in sorted(found, key=lambda x: (x.status != "ambiguous", x.kind, x.cited, places[x.document])):
        if link.status != "resolved":
            several = [" / ".join(f"{t.type} {t.label} ({t.body_id})" for t in link.targets)] if link.targets else []
            click.echo("\t".join([link.status, link.kind, link.cited, places[link.document], *several]))
    resolved, ambiguous = (sum(link.status == s for link in found) for s in ("resolved", "ambiguous"))
    rest = len(found) - resolved - ambiguous
    say(f"References: {resolved} of {len(found)} resolved, {ambiguous} ambiguous, {rest} unresolved.")


def _arithmetic(corpus: Corpus) -> None:
    places = _places(corpus)
    documents = {row["id"]: row["document_id"] for row in corpus.query("select id, document_id from fact")}
    every = {(documents[fact], c.key()): c for fact, checks in checks_by_fact(corpus).items() for c in checks}
    failed = [(places[document], c) for (document, _), c in every.items() if not c.fits]
    for place, c in sorted(failed, key=lambda f: (f[0], f[1].result)):
        terms = ", ".join(quote for _, _, quote in c.terms)
        click.echo(f"{c.relation}\t{terms}; stated {c.result[2]}\tgives {c.expected:g}\t{place}")
    say(f"Calculations: {len(every)} found, {len(failed)} of them do not fit.")
