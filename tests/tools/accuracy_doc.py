"""docs/ACCURACY.md: the prose of its template, and tables made of the counts in tests/gold/figures.json.

accuracy_doc.py            write the document anew from the kept counts
accuracy_doc.py --check    1 if the document is not what template and counts give
"""

import re
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.tools.cli import ROOT
from tests.tools.figures import Kept, all_of, headline, read_figures, tallies

DOCUMENT = ROOT / "docs" / "ACCURACY.md"
TEMPLATE = ROOT / "tests" / "gold" / "ACCURACY.template.md"
PLACE = re.compile(r"^<!-- table: (\w+)(?: (\w+))? -->$", re.MULTILINE)
WEAK_RECALL, WEAK_PRECISION = 0.8, 0.9
Rows = tuple[Sequence[str], list[Sequence[str]]]


def share(value: float | None) -> str:
    """A share with three decimals; a dash where there is nothing to divide by."""
    return "–" if value is None else f"{value:.3f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown with columns as wide as their widest cell."""
    lines = [head, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    shown = ["| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |" for line in lines]
    return "\n".join([shown[0], "| " + " | ".join("-" * width for width in widths) + " |", *shown[1:]])


def kind_rows(part: Kept) -> Rows:
    """Recall, precision and F1 of every kind of a set; open kinds have no F1, as their labels are not exhaustive."""
    rows: list[Sequence[str]] = []
    for name in ("kinds", "open"):
        found = [(kind, tally) for kind, tally in tallies(part, name).items() if tally.expected or tally.claimed]
        for kind, tally in sorted(found, key=lambda pair: (-pair[1].expected, pair[0])):
            right = f"{tally.right}/{tally.claimed}" if tally.claimed else "–"
            found_of = f"{tally.found}/{tally.expected}" if tally.expected else "–"
            shares = [share(tally.recall), share(tally.precision), share(tally.f1) if name == "kinds" else "open"]
            rows.append([kind, found_of, right, *shares])
    return ["kind", "found", "right", "recall", "precision", "F1"], rows


def town_shares(part: Kept) -> tuple[float | None, float | None]:
    """Recall over all kinds, and precision over those with exhaustive labels."""
    return all_of(part, "kinds", "open").recall, all_of(part, "kinds").precision


def rest_shares(whole: Kept, part: Kept) -> tuple[float | None, float | None]:
    """The same of a set without one municipality."""
    everything = all_of(whole, "kinds", "open") - all_of(part, "kinds", "open")
    return everything.recall, (all_of(whole, "kinds") - all_of(part, "kinds")).precision


def town_rows(part: Kept) -> Rows:
    """For each municipality of a set: the figures on it alone, and on all others."""
    rows: list[Sequence[str]] = []
    for town, of_town in part["municipalities"].items():
        both = all_of(of_town, "kinds", "open")
        counts = [str(of_town["documents"]), str(both.expected)]
        rows.append([town, *counts, *map(share, town_shares(of_town)), *map(share, rest_shares(part, of_town))])
    head = [
        "municipality",
        "documents",
        "facts",
        "recall",
        "precision",
        "recall of the others",
        "precision of the others",
    ]
    return head, rows


def spread_rows(part: Kept) -> Rows:
    """Least, median and greatest of the figures over the municipalities, alone and left out."""
    towns = part["municipalities"].values()
    columns = [
        *zip(*(town_shares(town) for town in towns), strict=True),
        *zip(*(rest_shares(part, town) for town in towns), strict=True),
    ]
    rows: list[Sequence[str]] = []
    names = ["recall, alone", "precision, alone", "recall, all others", "precision, all others"]
    for name, column in zip(names, columns, strict=True):
        values = [value for value in column if value is not None]
        ends = (min(values), statistics.median(values), max(values)) if values else (None, None, None)
        rows.append([name, str(len(values)), *map(share, ends)])
    return ["figure", "municipalities", "min", "median", "max"], rows


def headline_rows(sets: dict[str, Kept], names: Sequence[str]) -> Rows:
    """The main figures of sets that have the same scorer."""
    measures = [name for name in headline(names[0], sets[names[0]]) if "." not in name]
    rows: list[Sequence[str]] = []
    for name in names:
        figures = headline(name, sets[name])
        cells = [str(figures[m]) if isinstance(figures.get(m), int) else share(figures.get(m)) for m in measures]
        rows.append([name.replace("_", ", "), str(sets[name]["documents"]), *cells])
    return ["set", "documents", *measures], rows


def weak_rows(sets: dict[str, Kept], names: Sequence[str]) -> Rows:
    """Kinds whose recall or precision is low, the weakest first."""
    weak: list[tuple[float, Sequence[str]]] = []
    for name in names:
        kinds = [(kind, tally, False) for kind, tally in tallies(sets[name], "kinds").items()]
        kinds += [(kind, tally, True) for kind, tally in tallies(sets[name], "open").items()]
        for kind, tally, is_open in kinds:
            recall, precision = tally.recall, None if is_open else tally.precision
            if _low(recall, WEAK_RECALL) or _low(precision, WEAK_PRECISION):
                counts = f"{tally.found}/{tally.expected}", f"{tally.right}/{tally.claimed}"
                shown = [kind, name.replace("_", ", "), f"{share(recall)} ({counts[0]})"]
                shown.append("open" if is_open else f"{share(precision)} ({counts[1]})")
                weak.append((min(v for v in (recall, precision) if v is not None), shown))
    rows = [shown for _, shown in sorted(weak, key=lambda pair: (pair[0], pair[1]))]
    return ["kind", "set", "recall", "precision"], rows


def _low(value: float | None, bound: float) -> bool:
    return value is not None and value < bound


def attribute_rows(part: Kept) -> Rows:
    """Single fields of matched facts."""
    rows: list[Sequence[str]] = [
        [name, f"{right}/{judged}", share(right / judged)] for name, (right, judged) in part["attributes"].items()
    ]
    return ["field", "right", "share"], rows


def render(sets: dict[str, Kept], template: str | None = None) -> str:
    """The document: every place of the template filled with its table.

    Raises:
        KeyError: the template names a table or a set that there is not.
    """
    recorded = [name for name in ("labels", "decisions", "examples") if name in sets]
    own = [name for name, part in sets.items() if not part["recorded"] and not name.endswith("_unopened")]
    makers: dict[str, Callable[[str], Rows]] = {
        "kinds": lambda name: kind_rows(sets[name]),
        "fields": lambda name: attribute_rows(sets[name]),
        "towns": lambda name: town_rows(sets[name]),
        "spread": lambda name: spread_rows(sets[name]),
        "examples": lambda _: headline_rows(sets, ["examples"]),
        "decisions": lambda _: headline_rows(sets, ["decisions", "decisions_corrected"]),
        "own": lambda _: headline_rows(sets, [name for name in sets if not sets[name]["recorded"]]),
        "weak_recorded": lambda _: weak_rows(sets, recorded),
        "weak_own": lambda _: weak_rows(sets, own),
    }
    text = TEMPLATE.read_text("utf-8") if template is None else template
    return PLACE.sub(lambda place: table(*makers[place[1]](place[2] or "")), text)


def main(arguments: list[str]) -> int:
    """Write the document, or tell whether it is stale."""
    text = render(read_figures())
    if "--check" not in arguments:
        DOCUMENT.write_text(text, encoding="utf-8")
        return 0
    stale = DOCUMENT.read_text("utf-8") != text
    print("docs/ACCURACY.md is stale: run tests/tools/accuracy_doc.py" if stale else "accuracy: ok")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
