"""Measured counts as they are kept in tests/gold/figures.json, the shares made of them, and the floors below them."""

import json
import math
import re
from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

from tests.tools.cli import ROOT
from tests.tools.score_sets import Measured
from tests.tools.tally import Scored, Tally, by_kind

FIGURES = ROOT / "tests" / "gold" / "figures.json"
FLOORS = ROOT / "tests" / "gold" / "floors.json"
CEILINGS = frozenset({"confused", "false_quotes"})
"""Counts that must not rise; of every other figure a floor is the least that it may be."""

Kept = dict[str, Any]
Floors = dict[str, dict[str, float]]


def kept(measured: Measured) -> Kept:
    """The counts of one set: over all its documents, and of each municipality."""
    towns: dict[str, list[Scored]] = {}
    for document in measured.documents:
        towns.setdefault(document.municipality, []).append(document)
    parts = {town: counts(documents) for town, documents in sorted(towns.items())}
    return {"recorded": measured.recorded} | counts(measured.documents) | {"municipalities": parts}


def counts(documents: list[Scored]) -> Kept:
    """The counts of some documents together."""
    attributes: dict[str, list[int]] = {}
    for document in documents:
        for name, (right, judged) in document.attributes.items():
            before = attributes.get(name, [0, 0])
            attributes[name] = [before[0] + right, before[1] + judged]
    return {
        "documents": sum(document.documents for document in documents),
        "kinds": {kind: list(astuple(tally)) for kind, tally in by_kind(documents).items()},
        "open": {kind: list(astuple(tally)) for kind, tally in by_kind(documents, open_kinds=True).items()},
        "core": list(astuple(sum((document.core for document in documents), Tally()))),
        "confused": sum(document.confused for document in documents),
        "false_quotes": sum(document.false_quotes for document in documents),
        "attributes": dict(sorted(attributes.items())),
    }


def tallies(part: Kept, name: str) -> dict[str, Tally]:
    """The kept counts of "kinds" or "open"."""
    return {kind: Tally(*values) for kind, values in part[name].items()}


def all_of(part: Kept, *names: str) -> Tally:
    """The kept counts of all kinds together."""
    return sum((tally for name in names for tally in tallies(part, name).values()), Tally())


def headline(name: str, part: Kept) -> dict[str, float]:
    """The figures of a set that floors may stand under, by the names that the scorers use."""
    kinds = tallies(part, "kinds")
    if name.startswith("decisions"):
        return {kind: tally.f1 or 0.0 for kind, tally in kinds.items()}
    exhaustive, everything, open_kinds = all_of(part, "kinds"), all_of(part, "kinds", "open"), all_of(part, "open")
    figures = {"recall": everything.recall, "precision": exhaustive.precision}
    if name == "labels":
        figures |= {f"recall.{kind}": tally.recall for kind, tally in kinds.items()}
        figures |= {f"precision.{kind}": tally.precision for kind, tally in kinds.items()}
        figures["false_quotes"] = part["false_quotes"]
    else:
        figures = {"core_recall": Tally(*part["core"]).recall} | figures | {"used_open": open_kinds.precision}
        figures |= {"confused": part["confused"], "false_quotes": part["false_quotes"]}
    return {measure: value for measure, value in figures.items() if value is not None}


def fallen(name: str, part: Kept, floors: Floors) -> list[str]:
    """Every figure of a set that does not hold its floor; a floor under a figure that is gone counts as fallen."""
    figures, said = headline(name, part), []
    for measure, bound in floors.get(name, {}).items():
        value = figures.get(measure)
        if value is None or (value > bound if measure in CEILINGS else value < bound):
            shown = "nothing" if value is None else f"{value:.3f}"
            said.append(f"{name}: {measure} is {shown}, its {'ceiling' if measure in CEILINGS else 'floor'} {bound}")
    return said


def moved_floors(sets: dict[str, Kept], floors: Floors, *, lower: bool) -> Floors:
    """The floors raised to what was measured (two decimals, rounded down), or lowered to it where it fell below."""
    moved = {name: dict(bounds) for name, bounds in floors.items()}
    for name, part in sets.items():
        for measure, value in headline(name, part).items():
            reached = value if measure in CEILINGS else math.floor(value * 100 + 1e-9) / 100
            old = floors.get(name, {}).get(measure)
            worse = old is not None and (reached > old if measure in CEILINGS else reached < old)
            if (old is None and not lower) or (old is not None and worse == lower):
                moved.setdefault(name, {})[measure] = reached
    return moved


def write_floors(floors: Floors) -> None:
    """Write the floors, one set a line."""
    lines = ",\n".join(f'  "{name}": {json.dumps(bounds)}' for name, bounds in floors.items())
    FLOORS.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def read_floors() -> Floors:
    """The floors of all sets: least shares, and for counts of errors the most."""
    floors: Floors = json.loads(FLOORS.read_text("utf-8"))
    return floors


def write_figures(sets: dict[str, Kept]) -> None:
    """Keep the measured counts, each municipality and kind on a line of its own, so that changes can be read."""
    text = json.dumps({"sets": sets}, ensure_ascii=False, indent=1)
    FIGURES.write_text(_short_lists(text) + "\n", encoding="utf-8")


def _short_lists(text: str) -> str:
    """Lists of numbers on one line."""
    return re.sub(
        r"\[[\d,\s]+\]", lambda found: re.sub(r"\s+", " ", found[0]).replace("[ ", "[").replace(" ]", "]"), text
    )


def read_figures() -> dict[str, Kept]:
    """The counts that were kept last."""
    sets: dict[str, Kept] = json.loads(FIGURES.read_text("utf-8"))["sets"]
    return sets


def named(measured: Iterable[Measured]) -> dict[str, Kept]:
    """The counts of several sets by name."""
    return {each.name: kept(each) for each in measured}
