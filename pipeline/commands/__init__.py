"""The commands, one module per group of `ratslupe --help`, and what they share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

PROBLEMS = 3
"""Exit code of a run that went through and listed problems."""

Command = TypeVar("Command", bound=Callable[..., Any])


def say(text: str) -> None:
    """A message for the person at the terminal; never data."""
    click.echo(text, err=True)


def corpus_option(command: Command) -> Command:
    """`--corpus FILE`, with ./ratslupe.db as the default."""
    return click.option(
        "--corpus",
        "corpus_path",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("ratslupe.db"),
        show_default=True,
        metavar="FILE",
        help="The corpus: one SQLite file.",
    )(command)


def topic_option(command: Command) -> Command:
    """`--topic NAME`, with kim as the default."""
    return click.option("--topic", default="kim", show_default=True, metavar="NAME", help="The topic pack to use.")(
        command
    )
