"""Text to facts: readers of PDF, German linguistics, and one module per family of facts."""

from __future__ import annotations

import functools
import graphlib
import importlib
import pkgutil
from pathlib import Path

from corpus.errors import InputError
from corpus.topic import Topic, load_topic
from extractors.analysis import Extractor

_TOPICS = Path(__file__).parent / "topics"


@functools.cache
def all_extractors() -> tuple[Extractor, ...]:
    """Every extractor found in this folder, each after those whose facts it needs, then by name."""
    found: dict[str, Extractor] = {}
    for info in pkgutil.iter_modules(__path__):
        extractor = getattr(importlib.import_module(f"{__name__}.{info.name}"), "EXTRACTOR", None)
        if isinstance(extractor, Extractor):
            found[extractor.name] = extractor
    sorter = graphlib.TopologicalSorter({name: sorted(found[name].after) for name in sorted(found)})
    return tuple(found[name] for name in sorter.static_order())


def topic_names() -> list[str]:
    """Names of the topic packs that are there."""
    return sorted(path.stem for path in _TOPICS.glob("*.toml"))


@functools.cache
def topic_named(name: str) -> Topic:
    """The topic pack of this name. Raises InputError naming those that exist."""
    if name not in topic_names():
        raise InputError(f"topic {name!r}: expected one of {', '.join(topic_names())}, found no such pack")
    return load_topic(_TOPICS / f"{name}.toml")
