"""Commands that people work with: search, report, export."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from corpus.errors import InputError
from corpus.exports.facts import facts
from corpus.exports.texts import texts
from corpus.query import doubts, parse_query
from corpus.search import Hit, compounds
from corpus.search import search as find
from corpus.store import Corpus
from extractors import topic_named
from pipeline.commands import corpus_option, counted, say, topic_option

_EXCLUDED = re.compile(r"-[^\W\d_]{2}|-[\"„“”»«]")
_WITH_VALUE = ("--corpus", "--municipality", "--limit", "--format")


class _Search(click.Command):
    """A command whose argument may begin with a minus: "-Feuerwehr" is a word to leave out, no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As any command, but what may be words of the query is put behind all options."""
        if "--" not in args:
            valued = {i + 1 for i, arg in enumerate(args) if arg in _WITH_VALUE}
            words = [i for i, arg in enumerate(args) if i not in valued and _is_word(arg)]
            args = [arg for i, arg in enumerate(args) if i not in words] + ["--"] + [args[i] for i in words]
        return super().parse_args(ctx, args)


def _is_word(arg: str) -> bool:
    """Whether an argument belongs to the query: no option begins with a minus and two letters."""
    return not arg.startswith("-") or _EXCLUDED.match(arg) is not None


@click.command(cls=_Search, short_help="Search all documents in German.")
@click.argument("words", metavar="QUERY", nargs=-1, required=True)
@corpus_option
@click.option("--municipality", metavar="AGS|NAME", help="Only documents of this municipality.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, metavar="N")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def search(words: tuple[str, ...], corpus_path: Path, municipality: str | None, limit: int, form: str) -> None:
    """Search all documents. All words must occur, in any form: "Beschlüsse" finds "Beschluss".

    Quotes make a phrase, a trailing * finds all words that begin so, a leading - leaves a word out. A sign within a
    word is none of these: "Manager*innen" also finds Manager:innen and ManagerInnen. Exit code 1 when nothing is found.

    \b
    Examples:
      ratslupe search "Case Management Stellen"
      ratslupe search '"zur Kenntnis genommen" -Feuerwehr' --municipality 05370 --format jsonl
    """
    query = " ".join(words)
    if not parse_query(query):
        raise InputError(f"query {query!r}: expected a word that is no stop word and not left out, found none")
    for doubt in doubts(query):
        say(f"notice: {doubt}")
    with Corpus(corpus_path, create=False) as corpus:
        body = _municipality(corpus, municipality) if municipality else None
        hits = find(corpus, query, limit=limit, body=body)
        longer = [] if hits else compounds(corpus, query)
    for hit in hits:
        if form == "jsonl":
            click.echo(json.dumps(_as_json(hit), ensure_ascii=False))
        else:
            _show(hit)
    if not hits:
        say(_nothing_found(query, body))
        if longer:
            say(f"Longer words hold it; try {', '.join(f'{word}*' for word in longer)}")
        sys.exit(1)
    if form == "text":
        say(counted(len(hits), "document") + "." if len(hits) < limit else f"The best {limit}; --limit shows more.")


def _nothing_found(query: str, body: str | None) -> str:
    """What may find more; only what the query does not say already."""
    ways = ["fewer words"] if len(query.split()) > 1 else []
    ways += [] if "*" in query else ["a * at the end of a word"]
    ways += ["no --municipality"] if body else []
    return "Nothing found. All words must occur" + (f"; {' or '.join(ways)} may find more." if ways else ".")


def _municipality(corpus: Corpus, text: str) -> str:
    """Id of the municipality of the corpus that a person means: its AGS, its name, or the end of its name."""
    rows = corpus.query("select distinct b.id, b.name from body b join document d on d.body_id = b.id order by b.name")
    wanted = text.strip().casefold()
    exact = [r for r in rows if wanted in (r["id"], r["name"].casefold())]
    found = exact or [r for r in rows if r["name"].casefold().endswith(f" {wanted}")]
    if len(found) == 1:
        return str(found[0]["id"])
    those = ", ".join(r["name"] for r in found or rows)
    found_text = "several" if found else "none of that name"
    raise InputError(f"municipality {text}: expected one with documents, found {found_text} (there are: {those})")


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.place,
        "municipality": hit.body,
        "date": hit.date,
        "title": hit.title,
        "url": hit.url,
        "start": hit.passage[0],
        "end": hit.passage[1],
        "quote": hit.text,
        "found_in": "text" if hit.marks else "title",
        "marks": [list(m) for m in hit.marks],
        "snapshot_sha256": hit.document_id,
    }


def _show(hit: Hit) -> None:
    console = Console(soft_wrap=True, highlight=False)
    head = Text(" · ".join(p for p in (hit.body or "municipality not stated", hit.date or "no date", hit.title) if p))
    head.stylize("bold")
    passage = Text(hit.text)
    for start, end in hit.marks:
        passage.stylize("bold reverse", start - hit.passage[0], end - hit.passage[0])
    flat = Text("  ") + Text(" ").join(line for line in passage.split("\n") if line.plain.strip())
    if not console.is_terminal:
        flat = Text("  " + _marked(hit))
    if not hit.marks:
        flat = Text("  (found in the title alone; the text begins:) ", style="dim") + Text(flat.plain.strip())
    console.print(head)
    console.print(flat)
    console.print(Text(f"  {hit.url or hit.place} [{hit.passage[0]}:{hit.passage[1]}]", style="dim"))
    console.print()


def _marked(hit: Hit) -> str:
    """The passage in one line, marked words in «», for files and pipes."""
    out, last = [], 0
    for start, end in hit.marks:
        a, b = start - hit.passage[0], end - hit.passage[0]
        out += [hit.text[last:a], "«", hit.text[a:b], "»"]
        last = b
    return " ".join("".join([*out, hit.text[last:]]).split())


@click.command(short_help="Write the static site: comparison, municipalities, documents.")
@corpus_option
@topic_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR")
@click.option(
    "--publish",
    type=click.Choice(["quotes", "full"]),
    default="quotes",
    show_default=True,
    help="Quotes only, or whole texts (which hold private names and others' rights).",
)
def report(corpus_path: Path, topic: str, out: Path, publish: str) -> None:
    """Write a site of plain files that opens from the disk.

    It holds a comparison with a quote behind every value, a page per municipality and document, a search box, and the
    comparison as CSV.

    \b
    Example:
      ratslupe report --topic kim --corpus kim.db --out site/
    """
    from reports.site import write_site

    with Corpus(corpus_path, create=False) as corpus:
        pages = write_site(corpus, topic_named(topic), out, full=publish == "full")
    say(f"{counted(pages, 'page')}.")
    click.echo((out / "index.html").resolve().as_uri())


@click.command(short_help="Export facts (JSON lines) or the texts they cite.")
@click.argument("what", type=click.Choice(["facts", "texts"]))
@corpus_option
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help="A file for facts, a folder for texts.")
def export(what: str, corpus_path: Path, form: str, out: Path | None) -> None:
    """Export all facts with their quotes and offsets, or the documents' texts that the offsets count in.

    \b
    Examples:
      ratslupe export facts --corpus kim.db > facts.jsonl
      ratslupe export texts --corpus kim.db --out texts/
    """
    with Corpus(corpus_path, create=False) as corpus:
        if what == "texts":
            if out is None:
                raise click.UsageError("export texts: expected --out DIR, found none")
            say(f"{counted(texts(corpus, out), 'text')} in {out}.")
            return
        lines = (json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts(corpus))
        if out is None:
            sys.stdout.writelines(lines)
        else:
            with out.open("w", encoding="utf-8") as file:
                file.writelines(lines)
