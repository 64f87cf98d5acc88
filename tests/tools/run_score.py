"""Score what the program reads against hand-labelled documents, and write docs/ACCURACY.md from it.

    run_score.py [SET ...] [--misses] [--json] [--raise-floors | --lower-floors]

Sets: examples, seeds, decisions, labels (recorded material of real councils), rewritten, rephrased, clerks, heldout,
heldout2 (our own writing). Without names all are run, tests/gold/figures.json keeps the counts, and docs/ACCURACY.md is
generated from it. Precision, recall and F1 are told per kind. Floors stand in tests/gold/floors.json; exit status 1 if
a figure falls below its floor. --raise-floors lifts them to what was measured; only --lower-floors lowers one. --misses
lists what was missed or wrong, but never of the held-out documents that were not opened.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.tools.accuracy_doc import DOCUMENT, kind_rows, render, share, spread_rows, table
from tests.tools.cli import shared_folder
from tests.tools.figures import (
    Kept,
    fallen,
    headline,
    moved_floors,
    named,
    read_figures,
    read_floors,
    write_figures,
    write_floors,
)
from tests.tools.score_sets import Measured, measured_sets


def show(measured: Measured, part: Kept, *, misses: bool) -> None:
    """Print a set: its kinds, its spread over municipalities, its headline."""
    origin = "recorded material" if measured.recorded else "our own writing"
    print(f"\n{measured.name} ({origin}), {part['documents']} documents")
    print(table(*kind_rows(part)))
    if len(part["municipalities"]) > 1:
        print(table(*spread_rows(part)))
    figures = [(name, value) for name, value in headline(measured.name, part).items() if "." not in name]
    print("  ".join(f"{name} {value if isinstance(value, int) else share(value)}" for name, value in figures))
    for document in measured.documents if misses else []:
        for miss in document.misses:
            print(f"  {document.municipality}: {miss}")


def settle_floors(sets: dict[str, Kept], *, raise_them: bool, lower_them: bool) -> list[str]:
    """Move the floors if asked to; what then still lies below one."""
    for asked, lower in ((raise_them, False), (lower_them, True)):
        if asked:
            write_floors(moved_floors(sets, read_floors(), lower=lower))
    floors = read_floors()
    return [line for name, part in sets.items() for line in fallen(name, part, floors)]


def main(arguments: list[str]) -> int:
    """Score the named sets, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known = measured_sets(shared_folder())
    parser.add_argument("sets", nargs="*", metavar="SET", choices=[*known, []])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", action="store_true")
    args = parser.parse_args(arguments)
    measured = [each for name in args.sets or known for each in known[name]()]
    sets = named(measured)
    if args.json:
        print(json.dumps({name: headline(name, part) for name, part in sets.items()}, indent=1))
    else:
        for each in measured:
            show(each, sets[each.name], misses=args.misses)
    if not args.sets:
        write_figures(sets)
        DOCUMENT.write_text(render(read_figures()), encoding="utf-8")
    below = settle_floors(sets, raise_them=args.raise_floors, lower_them=args.lower_floors)
    print("\n".join(below or ["floors: held"]), file=sys.stderr if args.json else sys.stdout)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
