"""Labels on the example documents, kept without any text of them: offsets and hashes of quotes, the compared fields.

seed_labels.py LABELS.json ...    labels of the scheme kim-gold/1, written to tests/gold/seeds
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.tools.cli import ROOT, shared_folder
from tests.tools.shared_scorers import fact_scorer

SEEDS = ROOT / "tests" / "gold" / "seeds"
Labels = dict[str, Any]


class SeedError(Exception):
    """A label does not stand where it says; names document, expectation and finding."""


def digest(text: str) -> str:
    """The hash under which a quote is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def reduced(labels: Labels, compared: dict[str, set[str]]) -> Labels:
    """Labels without words of the document but those in compared fields (names, numbers, categories)."""

    def value(kind: str, fields: Any) -> Any:
        known = compared.get(kind, set()) | {"programme"}
        return {k: v for k, v in fields.items() if k in known} if isinstance(fields, dict) else fields

    used = {name: fact["type"] for fact in labels["facts"] for name in fact.get("ambiguity") or []}
    return {
        "seed": labels["seed"], "sha256": labels["sha256"],
        "context": {"municipality": labels["context"]["municipality"]},
        "facts": [
            {"id": f["id"], "type": f["type"], "value": value(f["type"], f["value"]),
             "evidence": [{"start": e["start"], "end": e["end"], "sha256": digest(e["quote"])} for e in f["evidence"]],
             "core": f["core"], "kim": f["kim"], "ambiguity": f.get("ambiguity") or []}
            for f in labels["facts"]
        ],
        "ambiguities": [
            {"id": a["id"], "also_accepted": [value(used[a["id"]], other) for other in a["also_accepted"]]}
            for a in labels["ambiguities"] if a["id"] in used
        ],
        "traps": [{"evidence": [{"start": e["start"], "end": e["end"]} for e in t["evidence"]]}
                  for t in labels["traps"]],
    }  # fmt: skip


def whole(labels: Labels, text: str) -> Labels:
    """The labels with their quotes, read from the document's text.

    Raises:
        SeedError: a quote is not the one that was labelled.
    """
    for fact in labels["facts"]:
        for place in fact["evidence"]:
            place["quote"] = text[place["start"] : place["end"]]
            if digest(place["quote"]) != place["sha256"]:
                raise SeedError(f"{labels['seed']} {fact['id']}: expected the labelled quote, found another text")
    for trap in labels["traps"]:
        trap["what"] = text[trap["evidence"][0]["start"] : trap["evidence"][0]["end"]]
    return labels


def main(paths: list[str]) -> None:
    """Reduce the named label files."""
    scorer = fact_scorer(shared_folder())
    kinds = {*scorer.KEYS, *scorer.ATTRIBUTES}
    compared = {kind: {*scorer.KEYS.get(kind, ()), *scorer.ATTRIBUTES.get(kind, ())} for kind in kinds}
    SEEDS.mkdir(exist_ok=True)
    for path in map(Path, paths):
        labels = reduced(json.loads(path.read_text("utf-8")), compared)
        SEEDS.joinpath(path.name).write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
