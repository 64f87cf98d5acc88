"""The scorers that lie beside the recorded material, as modules: their rules are the rules of every figure."""

import importlib.util
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, cast


class Scorer(Protocol):
    """What is used of tools/score.py."""

    EXHAUSTIVE: set[str]
    KEYS: dict[str, list[str]]
    ATTRIBUTES: dict[str, list[str]]

    def same(self, key: str, gold: Any, got: Any) -> bool:
        """Whether two values of a key agree."""

    def overlaps(self, spans: list[dict[str, int]], start: int, end: int) -> bool:
        """Whether a place meets one of several."""

    def score_document(
        self, gold: Mapping[str, Any], facts: list[dict[str, Any]]
    ) -> tuple[dict[int, int], list[int], list[Any], Counter[tuple[str, str, bool]], set[int], set[int]]:
        """Fact by label, wrong facts, confused ones, fields judged, repetitions, and facts that met a label."""


class DecisionScorer(Protocol):
    """What is used of tools/score_decisions.py."""

    def grouped(self, facts: list[dict[str, Any]]) -> Any:
        """Facts by name and path of their document."""

    def score(self, kind: str, gold: Mapping[str, Any], by_name: Any) -> tuple[int, int, int, list[Any]]:
        """Right, expected, wrong, and what was missed or wrong."""


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"recorded_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path}: expected a scorer")
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # recorded material is read only
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


def fact_scorer(shared: Path) -> Scorer:
    """The scorer of labelled documents."""
    return cast("Scorer", _module(shared / "tools" / "score.py"))


def decision_scorer(shared: Path) -> DecisionScorer:
    """The scorer of labelled minutes."""
    return cast("DecisionScorer", _module(shared / "tools" / "score_decisions.py"))
