"""How many of the simulated councils' phrasings are read: recall per kind, open and held-out phrasings apart.

    python tests/tools/score_phrases.py [--misses] [--papers 60] [--kind post]

Each phrasing stands in papers and items of a simulated world with known truth. A truth is found if a fact of its kind
stands in its sentence and agrees in the kind's keys, as far as the truth states them. Rules may be widened on open
phrasings, never on held-out ones: of those only sums are told. All phrasings are our own writing, so the figures tell
how many ways of saying a thing are known, and not how well a real council is read.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.evidence import Fact
from extractors import topic_named
from pipeline.process import Task, process
from pipeline.simulation import World
from pipeline.simulation.truth import Truth
from tests.tools.accuracy_doc import share, table

KEYS = {
    "money": ("value_eur", "value_pct"), "post": ("number", "number_min", "number_max"), "module": ("number",),
    "result": ("normalised",), "vote": ("yes", "no", "abstentions", "unanimous"), "event": ("date",),
    "position": ("stance",), "body": ("kind",), "reference": ("kind",), "person": ("name",),
}  # fmt: skip
ALSO = {"result": "decision_text"}
"""Beside a labelled result, the sentence that tells it is read as the decision's text, with its meaning."""
NEAR = {"module": 10**6, "result": 700, "vote": 700}
"""How many characters away from its sentence a kind may be told: once per document, or once per agenda item."""
SEED = 91


@dataclass(slots=True)
class Tally:
    """Of one phrasing and kind: how often it was said and read, and one sentence in which it was not."""

    said: int = 0
    read: int = 0
    held_out: bool = False
    missed: str = ""
    wanted: dict[str, Any] = field(default_factory=dict)


def texts(papers: int, use: Literal["open", "held_out"]) -> Iterator[tuple[str, tuple[Truth, ...]]]:
    """Documents of a world that speaks only open or only held-out phrasings."""
    world = World(SEED, 6, max(1, papers // 6), (2021, 2022), use=use, kim_share=1.0)
    for municipality in world.municipalities():
        for paper in municipality.papers():
            for file in paper.files:
                document = municipality.document(file.id or "")
                if document is not None:
                    yield document.text, document.truths
        for meeting in municipality.meetings():
            for file in meeting.files:
                document = municipality.document(file.id or "")
                if document is not None and document.truths:
                    yield document.text, document.truths


def is_read(truth: Truth, text: str, facts: list[Fact]) -> bool:
    """Whether a fact of the truth's kind stands in its sentence and agrees in the keys that the truth states."""
    start = text.find(truth.sentence)
    end = start + len(truth.sentence)
    for fact in facts:
        if fact.kind not in (truth.kind, ALSO.get(truth.kind)):
            continue
        near = NEAR.get(truth.kind, 0)
        if not (fact.start < end + near and fact.end > start - near):
            continue
        wanted = {k: truth.value[k] for k in KEYS.get(truth.kind, ()) if truth.value.get(k) is not None}
        if all(fact.value.get(k) == v for k, v in wanted.items()):
            return True
    return False


def tally(papers: int) -> dict[tuple[str, str], Tally]:
    """Counts by kind and phrasing."""
    found: dict[tuple[str, str], Tally] = defaultdict(Tally)
    topic = topic_named("kim")
    for use in ("open", "held_out"):
        whole = list(texts(papers, use))
        random.Random(SEED).shuffle(whole)
        for text, truths in whole[: 4 * papers]:
            facts = process(Task(raw=text.encode(), place="simulated.txt"), topic).facts
            for truth in truths:
                if truth.topic == "other":
                    continue
                one = found[truth.kind, truth.phrase]
                one.held_out |= truth.held_out
                one.said += 1
                if is_read(truth, text, list(facts)):
                    one.read += 1
                elif not one.missed:
                    one.missed, one.wanted = truth.sentence, dict(truth.value)
    return found


def main() -> int:
    """Print the tables, and with --misses the open phrasings that are read in less than half of their occurrences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--papers", type=int, default=60)
    parser.add_argument("--kind")
    given = parser.parse_args()
    found = {key: one for key, one in tally(given.papers).items() if given.kind in (None, key[0])}
    rows = []
    for kind in sorted({kind for kind, _ in found}):
        cells = [kind]
        for held_out in (False, True):
            those = [one for (k, _), one in found.items() if k == kind and one.held_out is held_out]
            read = sum(one.read / one.said for one in those)
            cells += [str(len(those)), share(read / len(those)) if those else "–"]
        rows.append(cells)
    print(table(["kind", "open phrasings", "read", "held-out phrasings", "read"], rows))
    if given.misses:
        for (kind, phrase), one in sorted(found.items()):
            if not one.held_out and one.read < one.said / 2:
                print(f"\n{kind} {phrase} {one.read}/{one.said}: {one.missed}\n   {one.wanted}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
