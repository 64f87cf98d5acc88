"""The commands, one module per group of `ratslupe --help`, and what they share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pipeline.config import Config

PROBLEMS = 3
"""Exit code of a run that went through and listed problems."""

Command = TypeVar("Command", bound=Callable[..., Any])


def say(text: str) -> None:
    """A message for the person at the terminal; never data."""
    click.echo(text, err=True)


def counted(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 page", "2 pages", "2 addresses"."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def here() -> Config | None:
    """What ratslupe.toml of this folder says, None if there is none. InputError for a wrong one."""
    from pipeline.config import NAME, read_config

    path = Path(NAME)
    return read_config(path) if path.exists() else None


def _default_corpus() -> Path:
    config = here()
    return config.corpus if config else Path("ratslupe.db")


def corpus_option(command: Command) -> Command:
    """`--corpus FILE`, by default the one of ./ratslupe.toml, else ./ratslupe.db."""
    return click.option(
        "--corpus",
        "corpus_path",
        type=click.Path(path_type=Path, dir_okay=False),
        default=_default_corpus,
        show_default="ratslupe.toml, else ratslupe.db",
        metavar="FILE",
        help="The corpus: a SQLite file, with its FILE.blobs folder beside it.",
    )(command)


def topic_option(command: Command) -> Command:
    """`--topic NAME`, with kim as the default."""
    return click.option("--topic", default="kim", show_default=True, metavar="NAME", help="The topic pack to use.")(
        command
    )
