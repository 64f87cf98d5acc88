"""The labelled sets, each read by the whole program (file to exported fact) and judged document by document."""

import csv
import json
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.tools import recorded_labels, seed_labels
from tests.tools.cli import ROOT, export_facts, ingest
from tests.tools.score_recorded import labelled_documents
from tests.tools.score_recorded import score as score_labelled
from tests.tools.shared_scorers import DecisionScorer, Scorer, decision_scorer, fact_scorer
from tests.tools.tally import Scored, Tally

UNOPENED = {"heldout": ("h0_", "h2_", "h5_"), "clerks": ("g",)}
"""Held-out documents that no rule was mended on: only their sums are reported, never what was missed in them."""

CORRECTIONS = ROOT / "tests" / "gold" / "decisions_corrections.json"
Facts = list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One set with its documents. `recorded`: material of real councils, else our own writing."""

    name: str
    recorded: bool
    documents: list[Scored] = field(default_factory=list)


def exported(files: list[Path]) -> Facts:
    """All facts that the program exports for some files."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, target = Path(folder, "corpus.db"), Path(folder, "facts.jsonl")
        ingest(files, corpus)
        export_facts(corpus, target)
        return [json.loads(line) for line in target.read_text("utf-8").splitlines()]


def measured_sets(shared: Path) -> dict[str, Callable[[], list[Measured]]]:
    """What can be measured, by name; nothing is read before it is called."""
    own = ROOT / "tests"
    return {
        "examples": lambda: [examples("examples", shared / "examples", shared / "gold", shared)],
        "seeds": lambda: [examples("seeds", shared / "examples", seed_labels.SEEDS, shared)],
        "decisions": lambda: decisions(shared),
        "labels": lambda: [labels(shared)],
        "rewritten": lambda: [examples("rewritten", own / "rewritten", own / "rewritten", shared)],
        "rephrased": lambda: [examples("rephrased", own / "rephrased", own / "rephrased", shared)],
        "clerks": lambda: heldout("clerks", shared),
        "heldout": lambda: heldout("heldout", shared),
        "heldout2": lambda: [examples("heldout2", own / "heldout2", own / "heldout2", shared)],
    }


def examples(name: str, texts: Path, gold: Path, shared: Path, *, leave: tuple[str, ...] = ()) -> Measured:
    """Documents whose labels have the scheme kim-gold/1; `leave`: starts of the names of documents to leave out."""
    scorer = fact_scorer(shared)
    labelled = [json.loads(path.read_text("utf-8")) for path in sorted(gold.glob("*.json"))]
    labelled = [each for each in labelled if "seed" in each and not each["seed"].startswith(leave or ("\0",))]
    facts = exported([texts / each["seed"] for each in labelled])
    documents = []
    for each in labelled:
        text = (texts / each["seed"]).read_bytes().decode("utf-8")
        of_it = [fact for fact in facts if Path(fact["document"]).name == each["seed"]]
        labels = seed_labels.whole(each, text) if gold == seed_labels.SEEDS else each
        documents.append(example(labels, text, of_it, scorer))
    return Measured(name=name, recorded=texts.is_relative_to(shared), documents=documents)


def example(gold: dict[str, Any], text: str, facts: Facts, scorer: Scorer) -> Scored:
    """Judge one document by the rules of the scorer beside the labels."""
    taken, wrong, confused, judged, repeated, used = scorer.score_document(gold, facts)
    kinds: dict[str, Tally] = {}
    open_kinds: dict[str, Tally] = {}
    core = Tally()
    for i, want in enumerate(gold["facts"]):
        found = Tally(expected=1, found=i in taken)
        core += found if want["core"] else Tally()
        into = kinds if want["type"] in scorer.EXHAUSTIVE else open_kinds
        into[want["type"]] = into.get(want["type"], Tally()) + found
    for j, fact in enumerate(facts):
        exhaustive = fact["kind"] in scorer.EXHAUSTIVE
        if exhaustive and j in repeated:
            continue
        into = kinds if exhaustive else open_kinds
        right = j not in wrong if exhaustive else j in used
        into[fact["kind"]] = into.get(fact["kind"], Tally()) + Tally(claimed=1, right=right)
    fields = sorted({(kind, name) for kind, name, _ in judged})
    hits = {(kind, name): judged[kind, name, True] for kind, name in fields}
    missed = (want for i, want in enumerate(gold["facts"]) if i not in taken)
    return Scored(
        municipality=gold["context"].get("municipality") or gold["seed"],
        kinds=kinds,
        open=open_kinds,
        core=core,
        confused=len(confused),
        false_quotes=sum(text[f["start"] : f["end"]] != f["quote"] for f in facts),
        attributes={f"{k}.{n}": (hit, hit + judged[k, n, False]) for (k, n), hit in hits.items()},
        misses=(
            *(f"missed {want['type']} {want['evidence'][0]['quote'][:90]!r}" for want in missed),
            *(f"wrong  {facts[j]['kind']} {str(facts[j]['quote'])[:90]!r}" for j in wrong),
            *(f"confused {what}" for what in confused),
        ),
    )


def heldout(name: str, shared: Path) -> list[Measured]:
    """Held-out documents: those that may be opened, and those never opened, of which no single miss is kept."""
    folder = ROOT / "tests" / name
    every = sorted(path.name for path in folder.glob("*.txt"))
    closed = tuple(file for file in every if file.startswith(UNOPENED[name]))
    opened = tuple(file for file in every if file not in closed)
    used = examples(f"{name}_open", folder, folder, shared, leave=closed)
    unused = examples(f"{name}_unopened", folder, folder, shared, leave=opened)
    sums = Scored(
        municipality="(sum)",
        documents=len(unused.documents),
        kinds={"all": sum((t for d in unused.documents for t in d.kinds.values()), Tally())},
        open={"all": sum((t for d in unused.documents for t in d.open.values()), Tally())},
        core=sum((d.core for d in unused.documents), Tally()),
        confused=sum(d.confused for d in unused.documents),
        false_quotes=sum(d.false_quotes for d in unused.documents),
    )
    return [used, Measured(name=unused.name, recorded=False, documents=[sums])]


def municipalities(shared: Path) -> dict[str, str]:
    """The municipality of every recorded file, as the index of the material names it."""
    with (shared / "ris-raw" / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row["municipality"] for row in csv.DictReader(file, delimiter="\t")}


def decisions(shared: Path) -> list[Measured]:
    """Results and votes of the labelled minutes: by the labels as given, and with the reviewed corrections of them."""
    scorer, towns = decision_scorer(shared), municipalities(shared)
    given = json.loads((shared / "gold" / "decisions.json").read_text("utf-8"))
    facts = exported([shared / "ris-raw" / row["document"] for row in given["documents"]])
    sets = []
    for name, gold in (("decisions", given), ("decisions_corrected", corrected(given, shared))):
        documents = [
            minutes(row, gold["decisions"], facts, scorer, towns[row["document"]]) for row in gold["documents"]
        ]
        sets.append(Measured(name=name, recorded=True, documents=documents))
    return sets


def minutes(row: dict[str, Any], labels_: Iterable[Any], facts: Facts, scorer: DecisionScorer, town: str) -> Scored:
    """Judge the outcomes of one document."""
    gold = {"documents": [row], "decisions": [label for label in labels_ if label["document"] == row["document"]]}
    by_name, kinds, misses = scorer.grouped(facts), {}, []
    for kind in ("result", "vote"):
        right, expected, wrong, missed = scorer.score(kind, gold, by_name)
        kinds[kind] = Tally(expected=expected, found=right, claimed=right + wrong, right=right)
        misses += [f"{miss[0]} {kind} in {miss[1]}: {' '.join(str(miss[4]).split())[:80]!r}" for miss in missed]
    return Scored(municipality=town, kinds=kinds, misses=tuple(misses))


def corrected(given: dict[str, Any], shared: Path) -> dict[str, Any]:
    """The labels of the minutes with the outcomes added that a review found missing in them."""
    documents, added = [dict(row) for row in given["documents"]], []
    for correction in json.loads(CORRECTIONS.read_text("utf-8"))["documents"]:
        read = recorded_labels.read(shared, correction["document"])
        for row in documents:
            row["kind"] = "minutes" if row["document"] == correction["document"] else row["kind"]
        for outcome in correction["outcomes"]:
            words = recorded_labels.Span(**outcome["place"]).in_text(read.text)
            vote = {"unanimous": None, "yes": None, "no": None, "abstentions": None, "raw": None}
            head = {"document": correction["document"], "item": outcome["item"], "result": outcome["result"]}
            added.append(head | {"raw": words, "vote": vote})
    return given | {"documents": documents, "decisions": given["decisions"] + added}


def labels(shared: Path) -> Measured:
    """The hand labels on recorded documents."""
    scorer, labelled = fact_scorer(shared), labelled_documents()
    facts = exported([shared / "ris-raw" / each.document for each in labelled])
    documents = []
    for each in labelled:
        document = recorded_labels.read(shared, each.document)
        of_it = [fact for fact in facts if fact["snapshot_sha256"] == each.file_sha256]
        documents.append(score_labelled(each, document.text, of_it, scorer))
    return Measured(name="labels", recorded=True, documents=documents)
