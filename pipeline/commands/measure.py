"""Commands that put figures on the facts and on those who judge them: sample, agreement."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from corpus.errors import InputError
from corpus.exports.reviews import read_lines, review_csv
from corpus.reviewable import items
from corpus.store import Corpus
from pipeline import agreement as agreeing
from pipeline import sample as sampling
from pipeline.commands import corpus_option, say


@click.command(short_help="Draw facts for a check by hand, and score the check.")
@corpus_option
@click.option(
    "--n",
    "size",
    type=click.IntRange(1),
    metavar="N",
    help="How many facts to draw: at least one for each kind there is.  [default: 50]",
)
@click.option("--seed", type=click.IntRange(0), metavar="S", help="The same seed draws the same.  [default: a new one]")
@click.option("--by-kind", is_flag=True, help="As many of each kind, instead of in proportion to what there is.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.csv", help="[default: stdout]")
@click.option("--score", "scored", type=click.Path(path_type=Path), metavar="FILE.csv", help="Score a filled sample.")
def sample(
    corpus_path: Path, size: int | None, seed: int | None, by_kind: bool, out: Path | None, scored: Path | None
) -> None:
    """Draw a random sample of facts as a table; fill in its column verdict (accept, correct, reject); then score it.

    Drawn over kinds and, within each, over municipalities. The score is the share right per kind with Wilson's 95 %
    interval, and overall, weighted by how many facts each kind has. docs/REVIEW.md says how it is computed.

    \b
    Examples:
      ratslupe sample --n 50 --seed 7 --out sample.csv --corpus kim.db
      ratslupe sample --score sample.csv
    """
    if scored is not None:
        if (size, seed, out) != (None, None, None) or by_kind:
            raise click.UsageError("--score: expected no option for drawing beside it")
        _score(scored)
        return
    chosen_seed = random.SystemRandom().randrange(2**32) if seed is None else seed
    with Corpus(corpus_path, create=False) as corpus:
        found = items(corpus)
        if not found:
            raise InputError(f"{corpus_path}: expected facts with a passage, found none")
        drawn = sampling.draw(found, size or 50, chosen_seed, by_kind=by_kind)
        more: dict[str, Sequence[Any]] = {
            "stratum": [i.target.kind for i, _ in drawn],
            "stratum_size": [n for _, n in drawn],
        }
        data = review_csv(corpus, [i for i, _ in drawn], {}, more)
    if out is None:
        click.echo(data, nl=False)
    else:
        try:
            out.write_bytes(data)
        except OSError as e:
            raise InputError(f"{out}: expected a place to write to, found {e.strerror}") from e
    say(f"{len(drawn)} of {len(found)} facts drawn, seed {chosen_seed}.")


def _score(path: Path) -> None:
    found = sampling.score(read_lines(path))
    table = Table(box=None, pad_edge=False)
    for name in ("kind", "right", "judged", "drawn", "facts", "share", "95 % interval"):
        table.add_column(name, justify="left" if name == "kind" else "right")
    for k in (*found.kinds, found.overall):
        said = [_percent(k.share), f"{_percent(k.low)} to {_percent(k.high)}"] if k.judged else ["not judged", ""]
        table.add_row(k.name, str(k.right), str(k.judged), str(k.drawn), str(k.size), *said)
    Console(width=100).print(table)
    all_ = found.overall
    click.echo(
        f"Right: accepted without correction. Denominator: {all_.judged} judged of {all_.drawn} drawn, "
        f"for {all_.size} facts.\n"
        "Per kind: Wilson score interval. All: kinds weighted by their facts, Wilson score interval with Kish's\n"
        f"effective sample size ({found.effective:.1f}). No finite population correction.\n"
        "It says how many of the facts read are right, not how many were missed."
    )
    if found.unjudged:
        click.echo(f"Says nothing of kinds without a verdict: {', '.join(found.unjudged)}.")


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


@click.command(short_help="How far two coders agree: Krippendorff's alpha.")
@click.argument("one", type=click.Path(path_type=Path), metavar="A.csv")
@click.argument("other", type=click.Path(path_type=Path), metavar="B.csv")
def agreement(one: Path, other: Path) -> None:
    """Krippendorff's alpha (nominal) of two filled review files: of the verdicts, and per kind of every field.

    A fact that only one coder judged has nothing to compare and is counted as missing. Where all values are the same,
    alpha is not defined.

    \b
    Example:
      ratslupe agreement ohm.csv watt.csv
    """
    found = agreeing.agreement(read_lines(one), read_lines(other))
    if not found[0].alpha.units:
        raise InputError(f"{one}, {other}: expected facts that both judged, found none")
    table = Table(box=None, pad_edge=False)
    for name in ("kind", "variable", "alpha", "units", "values", "missing", "observed", "expected"):
        table.add_column(name, justify="left" if name in ("kind", "variable") else "right")
    for v in found:
        a = v.alpha
        alpha = "undefined" if a.alpha is None else f"{a.alpha:.3f}"
        rest = (a.units, a.values, a.missing, f"{a.observed:.3f}", f"{a.expected:.3f}")
        table.add_row(v.kind, v.name, alpha, *map(str, rest))
    Console(width=110).print(table)
    click.echo(
        "alpha = 1 - observed / expected disagreement, nominal (Krippendorff 2011). units: facts that both coded;\n"
        "missing: facts with fewer than two values, left out; undefined: nothing varies, or nothing to compare."
    )
