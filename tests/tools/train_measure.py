"""Rules alone, a trained component alone, and both, on labelled documents; and how fast each is.

Labels of these kinds are not exhaustive, so "precision" is the share of claims that meet a labelled fact. Nothing of a
single document is printed, since some of the sets are held out.
"""

from __future__ import annotations

import importlib.util
import json
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy
from spacy.language import Language

from extractors import topic_named
from extractors.analysis import Analysis
from pipeline.process import Task, _facts
from pipeline.readers import read_file
from scrapers import vendors
from scrapers.page import Page
from tests.tools.cli import ROOT
from tests.tools.train_candidates import name_facts, speech_facts, unknown_name_facts

Rows = list[dict[str, Any]]
Claim = Callable[[Analysis, Language, Rows, float], Rows]

NAMES = ("person", "organization")
SPOKEN = ("statement", "position", "question", "commitment")
CANDIDATES: tuple[tuple[str, str, Claim, tuple[str, ...], tuple[float, ...]], ...] = (
    ("ner", "all names", name_facts, NAMES, (0.0,)),
    ("ner", "unknown names", unknown_name_facts, NAMES[:1], (0.0,)),
    ("ner-small", "all names", name_facts, NAMES, (0.0,)),
    ("ner-small", "unknown names", unknown_name_facts, NAMES[:1], (0.0,)),
    ("stand-in", "all names", name_facts, NAMES, (0.0,)),
    ("stand-in", "unknown names", unknown_name_facts, NAMES[:1], (0.0,)),
    ("speech-bow", "sentences", speech_facts, SPOKEN, (0.2, 0.35, 0.5)),
    ("speech-cnn", "sentences", speech_facts, SPOKEN, (0.2, 0.5, 0.95)),
)
"""Component, what is taken of its answer, how that becomes facts, of which kinds, and from which probability on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A labelled document, prepared, with what the rules read in it."""

    analysis: Analysis
    gold: dict[str, Any]
    rules: Rows


@dataclass(slots=True, kw_only=True)
class Tally:
    """Labelled facts and those found; claims and those that meet a label."""

    labelled: int = 0
    found: int = 0
    claimed: int = 0
    met: int = 0

    def told(self) -> str:
        """Recall, precision and F1."""
        recall = self.found / self.labelled if self.labelled else 0.0
        precision = self.met / self.claimed if self.claimed else 0.0
        f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        return (
            f"R {recall:.3f} ({self.found}/{self.labelled})  P {precision:.3f} ({self.met}/{self.claimed})  F1 {f1:.3f}"
        )


def measure(shared: Path, models: Path) -> None:
    """Print the tables for every component that lies in the folder."""
    scorer = _scorer(shared)
    sets = {name: [_prepared(file) for file in files] for name, files in _sets().items()}
    speeds = _Speeds(shared)
    for name, what, claim, kinds, bounds in CANDIDATES:
        if not (models / name / "meta.json").is_file():
            continue
        nlp = spacy.load(models / name)
        for bound in bounds:
            print(f"\n{name}, {what}" + (f", from probability {bound}" if bound else ""))
            answers = {s: [_Answer.of(d, claim, nlp, bound) for d in documents] for s, documents in sets.items()}
            for kind in kinds:
                _table(scorer, answers, kind)
        speeds.tell(name, claim, nlp)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What is claimed of one document, by way of claiming."""

    gold: dict[str, Any]
    ways: dict[str, Rows]

    @staticmethod
    def of(document: Labelled, claim: Claim, nlp: Language, bound: float) -> _Answer:
        alone = claim(document.analysis, nlp, [], bound)
        both = document.rules + claim(document.analysis, nlp, document.rules, bound)
        return _Answer(gold=document.gold, ways={"rules": document.rules, "model": alone, "both": both})


def _table(scorer: ModuleType, answers: dict[str, list[_Answer]], kind: str) -> None:
    for name, documents in answers.items():
        told = [f"{way} {_tally(scorer, documents, kind, way).told()}" for way in ("rules", "model", "both")]
        print(f"  {kind:13} {name:15} {'   '.join(told)}")


def _tally(scorer: ModuleType, documents: list[_Answer], kind: str, way: str) -> Tally:
    tally = Tally()
    for document in documents:
        rows = [row for row in document.ways[way] if row["kind"] == kind]
        gold = {**document.gold, "facts": [f for f in document.gold["facts"] if f["type"] == kind]}
        taken, _, _, _, repeated, used = scorer.score_document(gold, rows)
        tally.labelled += len(gold["facts"])
        tally.found += len(taken)
        tally.claimed += len(rows) - len(repeated - used)
        tally.met += len(used)
    return tally


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("council_scorer", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sets() -> dict[str, list[Path]]:
    """Labelled texts by set; "all unseen" joins those on which no rule was mended."""
    found: dict[str, list[Path]] = defaultdict(list)
    for folder in ("rewritten", "heldout", "rephrased", "heldout2"):
        for path in sorted((ROOT / "tests" / folder).glob("*.txt")):
            if path.with_suffix(".json").is_file():
                unseen = folder == "heldout" and path.name[:2] in ("h0", "h2", "h5")
                found["heldout, unseen" if unseen else folder].append(path)
    found["all unseen"] = found["heldout, unseen"] + found["rephrased"] + found["heldout2"]
    return dict(found)


def _prepared(path: Path) -> Labelled:
    analysis, rules = _read(path)
    return Labelled(analysis=analysis, gold=json.loads(path.with_suffix(".json").read_text("utf-8")), rules=rules)


def _read(path: Path) -> tuple[Analysis, Rows]:
    """The document as the extractors see it, and the facts of the kinds in question that they read."""
    topic = topic_named("kim")
    reading = read_file(path)
    page = Page(reading.document, reading.html, None, json=reading.json)
    seen = vendors.read(page)
    facts = _facts(page, seen, Task(raw=b"", place=path.name), topic)
    known = [f for f in facts if f.grade == "stated"]
    analysis = Analysis(reading.document, topic, prose=seen.prose if seen else (), known=known)
    rows = [
        {"kind": f.kind, "value": dict(f.value), "start": f.start, "end": f.end}
        for f in facts
        if f.kind in NAMES + SPOKEN
    ]
    return analysis, rows


class _Speeds:
    """Words a second of all rules and of a component, on recorded minutes, in processor time."""

    def __init__(self, shared: Path) -> None:
        labels = json.loads((shared / "gold" / "decisions.json").read_text("utf-8"))
        files = [shared / "ris-raw" / row["document"] for row in labels["documents"]][:40]
        begin = time.process_time()
        self.documents = [_read(file) for file in files if file.is_file()]
        self.seconds = time.process_time() - begin
        self.words = sum(len(a.text.split()) for a, _ in self.documents)

    def tell(self, name: str, claim: Claim, nlp: Language) -> None:
        """Print the component's speed, and what it would add to the time of reading."""
        begin = time.process_time()
        for analysis, rules in self.documents:
            if claim is unknown_name_facts:  # the choice of sentences is part of what it costs
                claim(analysis, nlp, rules, 1.0)
            else:
                list(nlp.pipe(s.text for s in analysis.sentences))
        seconds = time.process_time() - begin
        print(
            f"  {name}: {self.words / seconds:,.0f} words/s; all rules {self.words / self.seconds:,.0f} words/s;"
            f" reading takes {seconds / self.seconds:.0%} longer"
        )
