"""Score what the program reads against hand-labelled documents: recorded ones, our own writing, and minutes.

Each set is ingested into a corpus of its own and its facts are exported, then the scorer beside the recorded material
judges them. Floors stand in tests/gold/floors.json: {"examples": {"core_recall": 0.9}, "decisions": {"result": 0.8}}.
Exit status 1 if a floor is not met. Name sets to run only those; other arguments go to the scorer (--misses, --json).
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.tools.cli import ROOT, export_facts, ingest, shared_folder

FLOORS = ROOT / "tests" / "gold" / "floors.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """Documents, and the scorer that knows their labels (with its arguments after the facts)."""

    name: str
    files: list[Path]
    scorer: Path
    arguments: list[str] = field(default_factory=list)


def labelled_sets(shared: Path) -> list[LabelledSet]:
    """All sets that have both documents and labels; a set without is named."""
    tools = shared / "tools"
    sets = []
    own = ROOT / "tests"
    for name, texts, gold in [
        ("examples", shared / "examples", shared / "gold"),
        ("rewritten", own / "rewritten", own / "rewritten"),
        ("heldout", own / "heldout", own / "heldout"),
    ]:
        files = sorted(texts.glob("*.txt"))
        if files and any(gold.glob("*.json")):
            arguments = [str(gold), "--texts", str(texts)]
            sets.append(LabelledSet(name=name, files=files, scorer=tools / "score.py", arguments=arguments))
        else:
            print(f"{name}: not scored, {gold} has no labels or {texts} no texts")
    labels = json.loads((shared / "gold" / "decisions.json").read_text("utf-8"))
    minutes = [shared / "ris-raw" / row["document"] for row in labels["documents"]]
    sets.append(LabelledSet(name="decisions", files=minutes, scorer=tools / "score_decisions.py"))
    return sets


def score(labelled: LabelledSet, floors: dict[str, float], extra: list[str]) -> int:
    """Ingest, export and judge one set; the scorer's exit status."""
    print(f"\n{labelled.name}: {len(labelled.files)} documents", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        corpus, facts = Path(folder, "corpus.db"), Path(folder, "facts.jsonl")
        ingest(labelled.files, corpus)
        export_facts(corpus, facts)
        bounds = [word for key, bound in floors.items() for word in ("--floor", f"{key}={bound}")]
        command = [sys.executable, str(labelled.scorer), str(facts), *labelled.arguments, *bounds, *extra]
        return subprocess.run(command, check=False).returncode


def main(arguments: list[str]) -> int:
    """Score the named sets, or all of them."""
    sets = labelled_sets(shared_folder())
    names = {labelled.name for labelled in sets}
    wanted = names.intersection(arguments) or names
    extra = [argument for argument in arguments if argument not in names]
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    codes = [score(labelled, floors.get(labelled.name, {}), extra) for labelled in sets if labelled.name in wanted]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
