"""The command by which people judge facts: at the terminal, or in a spreadsheet and back."""

from __future__ import annotations

import getpass
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from corpus.errors import InputError
from corpus.exports.reviews import review_csv
from corpus.reviewable import Item, contexts, corrected, fields_of, items
from corpus.reviews import Review, Standing, orphans, plain, save_review, standings
from corpus.store import Corpus
from pipeline.commands import corpus_option, counted, say
from pipeline.review_import import import_reviews

_KEYS = "a accept, c correct, r reject, s skip, q quit"
_STATES = ("accepted", "corrected", "rejected", "disputed", "orphaned")


@click.command(short_help="Accept, correct or reject facts, with the passage before you.")
@corpus_option
@click.option("--kind", metavar="KIND", help="Only facts of this kind, such as post or money.")
@click.option("--municipality", metavar="AGS|NAME", help="Only facts of this municipality.")
@click.option("--by", metavar="NAME", help="Who judges.  [default: your login name]")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many facts.")
@click.option(
    "--export", "out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.csv", help="As a table."
)
@click.option("--import", "source", type=click.Path(path_type=Path), metavar="FILE.csv", help="Take in a filled table.")
@click.option("--list", "listed", type=click.Choice(_STATES), help="List what was judged so; nothing is asked.")
def review(
    corpus_path: Path,
    kind: str | None,
    municipality: str | None,
    by: str | None,
    limit: int | None,
    out: Path | None,
    source: Path | None,
    listed: str | None,
) -> None:
    """Judge facts one by one: each is shown with its passage, and every answer is saved at once.

    Answer with a letter; words after it are your note ("r another programme"). A correction is JSON or field=value.
    What you judged already is not asked again, and what others said is not shown, so that you judge for yourself.
    In a spreadsheet: --export, fill in the columns verdict, corrected and note, --import. docs/REVIEW.md says more.

    \b
    Examples:
      ratslupe review --kind post --by "R. Ohm" --corpus kim.db
      ratslupe review --export posts.csv --kind post --corpus kim.db
      ratslupe review --import posts.csv --by "R. Ohm" --corpus kim.db
      ratslupe review --list orphaned --corpus kim.db
    """
    _refuse_contrary(out, source, listed, by)
    with Corpus(corpus_path, create=False) as corpus:
        if source is not None:
            _take_over(corpus, source, by or "")
        elif listed == "orphaned":
            _list_orphans(corpus)
        elif found := _found(corpus, kind, municipality):
            if out is not None:
                _write(corpus, found[:limit], out, by)
            elif listed:
                _list(found, standings(corpus), listed)
            else:
                _ask_all(corpus, found, by or getpass.getuser(), limit)


def _found(corpus: Corpus, kind: str | None, municipality: str | None) -> list[Item]:
    """Facts to judge; ends with exit code 1 where there are none."""
    found = items(corpus, kind=kind, municipality=municipality)
    kinds = [row["kind"] for row in corpus.query("select distinct kind from fact order by kind")] if not found else []
    if kind and kinds and kind not in kinds:
        raise InputError(f"--kind {kind}: expected one of the corpus ({', '.join(kinds)}), found none of that name")
    if not found:
        say("No facts with a passage there. `ratslupe status` tells what the corpus holds.")
        sys.exit(1)
    return found


def _refuse_contrary(out: Path | None, source: Path | None, listed: str | None, by: str | None) -> None:
    if sum(x is not None for x in (out, source, listed)) > 1:
        raise click.UsageError("expected one of --export, --import and --list, found several")
    if source is not None and by is None:
        raise click.UsageError("--import: expected --by NAME, whose reviews these are; found none")


def own_review(item: Item, standing: Standing | None, by: str) -> Review | None:
    """What a person said of the fact as it is read now."""
    given = () if standing is None else standing.reviews
    return next((r for r in given if r.reviewer == by and plain(r.target.value) == plain(item.value)), None)


def _take_over(corpus: Corpus, source: Path, by: str) -> None:
    done = import_reviews(corpus, source, by)
    say(f"{done.saved} reviews saved, {done.unchanged} unchanged, {done.older} older, {done.blank} without a verdict.")


def _write(corpus: Corpus, found: list[Item], out: Path, by: str | None) -> None:
    known = standings(corpus)
    own = {i.fact: said for i in found if by and (said := own_review(i, known.get(i.fact), by))}
    try:
        out.write_bytes(review_csv(corpus, found, own))
    except OSError as e:
        raise InputError(f"{out}: expected a place to write to, found {e.strerror}") from e
    say(f"{counted(len(found), 'fact')} in {out}, {len(own)} with a verdict.")


def _list(found: Sequence[Item], known: dict[str, Standing], state: str) -> None:
    listed = [(item, known[item.fact]) for item in found if item.fact in known and known[item.fact].status == state]
    for item, standing in listed:
        click.echo(f"{_where(item)}: {item.target.kind} {_json(item.value)}")
        for r in standing.reviews:
            click.echo(f"  {_said(r)}")
    _tell_listed(len(listed), state, any_judged=bool(known))


def _list_orphans(corpus: Corpus) -> None:
    found = list(orphans(corpus))
    for orphan in found:
        t = orphan.review.target
        click.echo(f"text {t.text_sha256[:12]} [{t.start}:{t.end}] «{clean(t.quote)}»: {t.kind} {_json(t.value)}")
        click.echo(f"  {_said(orphan.review)}")
        click.echo(f"  orphaned: {orphan.why}")
    _tell_listed(len(found), "orphaned", any_judged=bool(found or standings(corpus)))


def _tell_listed(n: int, state: str, *, any_judged: bool) -> None:
    if n:
        say(f"{counted(n, 'fact')} {state}.")
    elif any_judged:
        say(f"No fact there is {state}.")
    else:
        say(f"No fact is {state}: nobody has judged any yet (`ratslupe review`, without --list).")


def _said(r: Review) -> str:
    value = "" if r.value is None else f" {_json(r.value)}"
    return clean(f"{r.reviewer}, {r.reviewed_at}: {r.verdict}{value}" + (f" ({r.note})" if r.note else ""))


def interactive() -> bool:
    """Whether a person sits at the terminal."""
    return sys.stdin.isatty()


def _ask_all(corpus: Corpus, found: list[Item], by: str, limit: int | None) -> None:
    if not interactive():
        raise click.UsageError(
            "review: expected a terminal, found none; `--export FILE.csv` and `--import FILE.csv --by NAME` do without"
        )
    known = standings(corpus)
    pending = [i for i in found if own_review(i, known.get(i.fact), by) is None]
    chosen = pending[:limit]
    done: Counter[str] = Counter()
    for number, (item, before, after) in enumerate(contexts(corpus, chosen), 1):
        _show(item, before, after, f"{number} of {len(chosen)}")
        verdict = _ask(corpus, item, by)
        if verdict == "quit":
            break
        done[verdict] += 1
    told = ", ".join(f"{done[v]} {v}" for v in ("accepted", "corrected", "rejected", "skipped"))
    left = len(pending) - done.total() + done["skipped"]
    say(f"{told}; {left} of {len(found)} facts left for {by}.")


def _ask(corpus: Corpus, item: Item, by: str) -> str:
    """One answer, saved when it is valid; asks again until it is. End of input and Ctrl-C are quit."""
    while True:
        try:
            line = click.prompt(_KEYS, default="", show_default=False, prompt_suffix=" > ").strip()
            key, note = line[:1].lower(), line[1:].strip()
            if key == "q":
                return "quit"
            if key == "s":
                return "skipped"
            if key in ("a", "r") and line[1:2] in ("", " "):
                verdict = {"a": "accept", "r": "reject"}[key]
                save_review(corpus, item.target, verdict, by=by, note=note)
                return f"{verdict}ed"
            if key == "c" and line[1:2] in ("", " "):
                text = click.prompt("field=value; field=value, or JSON", prompt_suffix=" > ")
                value = corrected(item.value, text, fields_of(corpus, item.target.kind))
                save_review(corpus, item.target, "correct", by=by, value=value, note=note)
                return "corrected"
        except InputError as e:
            say(str(e))
            continue
        except click.Abort:
            click.echo()
            return "quit"
        say(f"expected {_KEYS}; found {line!r}")


def _show(item: Item, before: str, after: str, number: str) -> None:
    """The fact, its passage in context (marked by colour, or by «» where there is none), and where it stands."""
    console = Console(soft_wrap=True, highlight=False)
    quote = item.target.quote if console.is_terminal else f"«{item.target.quote}»"
    console.print()
    console.print(Text(clean(f"{number} · {item.municipality or 'municipality not stated'} · {_where(item)}"), "dim"))
    console.print(Text(clean(f"{item.target.kind}"), "bold"))
    for field, held in item.value.items():
        if held is not None:
            console.print(Text(clean(f"  {field}: {held if isinstance(held, str) else _json(held)}")))
    console.print(Text.assemble(clean(before), (clean(quote), "bold reverse"), clean(after)))
    for also in item.also:
        console.print(Text(f"also: «{clean(also)}»", "dim"))


def _where(item: Item) -> str:
    page = f", page {item.page}" if item.page else ""
    return clean(f"{item.date or 'no date'} · {item.url or item.place}{page} [{item.target.start}:{item.target.end}]")


def _json(value: object) -> str:
    return clean(json.dumps(value, ensure_ascii=False))


def clean(text: str) -> str:
    """Text that cannot steer a terminal: control characters and marks of direction become U+FFFD, lines stay."""
    kept = "\n\t"
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c in kept or not _steers(c) else "\ufffd" for c in lines)


def _steers(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
