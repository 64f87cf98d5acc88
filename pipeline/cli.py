"""The command line: groups of commands, one error line instead of a traceback.

Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 a check failed or nothing was found, 2 wrong use,
3 done, with problems listed.
"""

from __future__ import annotations

import re
from typing import Any

import click

from corpus.db import OperationalError
from corpus.errors import InputError, RatslupeError
from pipeline.commands import check, demo, follow, measure, review, take_in, trust, use

GROUPS: tuple[tuple[str, tuple[click.Command, ...]], ...] = (
    ("Take in what councils publish", (demo.demo, take_in.ingest, take_in.read)),
    ("Follow councils", (follow.init, follow.sites, follow.crawl_, follow.run)),
    ("Find and compare", (use.search, use.report, use.export)),
    ("See whether it can be trusted", (trust.status, trust.audit, check.check)),
    ("Check by hand, and measure it", (review.review, measure.sample, measure.agreement)),
)


class _Main(click.Group):
    """Lists commands by what they are for, and ends Ratslupe's own errors in one clear line."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, commands in GROUPS:
            with formatter.section(title):
                formatter.write_dl([(c.name or "", c.get_short_help_str(64)) for c in commands])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InputError as e:
            raise click.UsageError(str(e)) from e
        except RatslupeError as e:
            raise click.ClickException(str(e)) from e
        except OperationalError as e:
            if not re.search("locked|read-?only|full|unable|disk", str(e)):
                raise  # a wrong statement is a bug, not a state of the disk
            raise click.ClickException(f"corpus: expected to be able to write to it, found: {e}") from e
        except BrokenPipeError:
            raise
        except OSError as e:
            place = e.filename or "output"
            raise click.ClickException(f"{place}: expected to be able to use it, found: {e.strerror or e}") from e
        except KeyboardInterrupt as e:
            raise click.ClickException("Interrupted. What was read stays; the same command goes on from there.") from e


@click.group(cls=_Main, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ratslupe")
def main() -> None:
    """Ratslupe reads what German councils decide, and shows where it says so.

    Take in pages and PDFs, search them, compare municipalities: every value comes with its quote.

    \b
    First steps:
      ratslupe demo                                  simulated councils, crawled: a corpus and a site
      ratslupe ingest minutes/*.pdf --corpus my.db   files that you have
      ratslupe search "Case Management" --corpus my.db
      ratslupe report --corpus my.db --out site/     then open site/index.html
    """


for _, _commands in GROUPS:
    for _command in _commands:
        main.add_command(_command)
