"""What a report is: a module of this folder with REPORT, which turns a loaded corpus into files of the site."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.topic import Topic
from reports.comparison import Comparison
from reports.library import Library
from reports.threads import Threads


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every report may use. `full` publishes whole texts, else only cited passages appear anywhere."""

    library: Library
    topic: Topic
    comparison: Comparison
    full: bool
    notice: str
    """What every page says at its top; empty for nothing."""
    digest: str
    titles: Mapping[str, str]
    """Title of every document, as far as it is published."""
    threads: Threads = field(default_factory=Threads)
    """What links the documents."""

    @property
    def newest(self) -> str | None:
        """Day of the newest document."""
        return max((d.date for d in self.library.docs if d.date), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render: where it lies in the site, its template, and what the template is given."""

    path: str
    template: str
    title: str
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that is written as it is."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: its name and what makes its files."""

    name: str
    make: Callable[[Site], Iterable[Page | Asset]]


def all_reports() -> tuple[Report, ...]:
    """Every REPORT found in this folder, by name."""
    found = []
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        report = getattr(importlib.import_module(f"reports.{info.name}"), "REPORT", None)
        if isinstance(report, Report):
            found.append(report)
    return tuple(sorted(found, key=lambda r: r.name))
