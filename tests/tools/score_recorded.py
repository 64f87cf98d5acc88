"""Judge exported facts by the hand labels of tests/gold/recorded.

A claim is right if a label of its kind stands at its place (half of the shorter span; persons: anywhere, the name
counts) and the kind's keys agree. Each label is matched once; repetitions, claims that meet an optional label, and
results without a normalised value count neither way. Every other claim of a labelled kind is wrong.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.tools import recorded_labels
from tests.tools.recorded_labels import Label
from tests.tools.shared_scorers import Scorer
from tests.tools.tally import Scored, Tally

KEYS = {
    "result": ["normalised"],
    "money": ["value_eur", "value_pct"],
    "post": ["number"],
    "person": ["name"],
    "reference": ["kind", "date"],
    "decision_ref": ["body", "date"],
}
ATTRIBUTES = {
    "money": ["approx", "period"],
    "post": ["unit"],
    "decision_text": ["proposed"],
    "commitment": ["due"],
}
COUNTERS = ("yes", "no", "abstentions")
Fact = Mapping[str, Any]


def near(label: Label, fact: Fact, scorer: Scorer) -> bool:
    """Whether one of the fact's quotes stands at one of the label's places."""
    spans = [{"start": place.start, "end": place.end} for place in label.places]
    return any(scorer.overlaps(spans, quote["start"], quote["end"]) for quote in fact["evidence"])


def same_vote(want: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    """Counters that the label states are there, others are not; a unanimous vote may claim that nobody was against."""
    for name in COUNTERS:
        if got.get(name) != want[name] and not (name == "no" and want["unanimous"] and got.get("no") == 0):
            return False
    return (got.get("unanimous") is True) == (want["unanimous"] is True)


def agrees(label: Label, fact: Fact, text: str, scorer: Scorer) -> bool:
    """Whether kind, place and keys of a claim are those of a label."""
    if fact["kind"] != label.kind or (label.kind != "person" and not near(label, fact, scorer)):
        return False
    if label.kind == "vote":
        return same_vote(label.value, fact["value"])
    keys = KEYS.get(label.kind, [])
    return any(all(scorer.same(k, want.get(k), fact["value"].get(k)) for k in keys) for want in label.resolved(text))


def excused(label: Label, fact: Fact, text: str, scorer: Scorer) -> bool:
    """Whether a claim that matched no label counts neither way because of this one."""
    if label.optional and label.kind == fact["kind"] != "person":
        return near(label, fact, scorer)
    return agrees(label, fact, text, scorer)


def attributes_of(label: Label, fact: Fact) -> Iterable[tuple[str, bool]]:
    """Single fields of a matched fact, and whether they are right; one invented is wrong."""
    for name in ATTRIBUTES.get(label.kind, []):
        want, got = label.value.get(name), fact["value"].get(name)
        if want is not None or got not in (None, False):
            yield f"{label.kind}.{name}", str(got or "").startswith(want) if name == "due" and want else want == got


def match(labels: list[Label], facts: list[Fact], text: str, scorer: Scorer) -> dict[int, int]:
    """Label by fact, each once, in the order of the labels."""
    held: dict[int, int] = {}
    for number, label in enumerate(labels):
        for i, fact in enumerate(facts):
            if i not in held and agrees(label, fact, text, scorer):
                held[i] = number
                break
    return held


def score(labelled: recorded_labels.Labelled, text: str, exported: Iterable[Fact], scorer: Scorer) -> Scored:
    """Judge the facts exported for one document."""
    facts = [fact for fact in exported if fact["kind"] in labelled.kinds]
    wanted = [label for label in labelled.labels if not label.optional]
    held = match(wanted, facts, text, scorer)
    kinds = {kind: Tally() for kind in labelled.kinds}
    attributes: dict[str, tuple[int, int]] = {}
    misses = []
    for number, label in enumerate(wanted):
        kinds[label.kind] += Tally(expected=1, found=number in held.values())
        if number not in held.values():
            misses.append(f"missed {label.kind} {' '.join(label.places[0].in_text(text).split())[:90]!r}")
    for i, fact in enumerate(facts):
        if i in held:
            kinds[fact["kind"]] += Tally(claimed=1, right=1)
            for name, right in attributes_of(wanted[held[i]], fact):
                hit, judged = attributes.get(name, (0, 0))
                attributes[name] = hit + right, judged + 1
        elif not _counts_neither_way(fact, labelled.labels, text, scorer):
            kinds[fact["kind"]] += Tally(claimed=1)
            value = json.dumps(fact["value"], ensure_ascii=False)
            misses.append(f"wrong  {fact['kind']} {value[:70]} {fact['quote'][:60]!r}")
    false_quotes = sum(text[quote["start"] : quote["end"]] != quote["quote"] for f in facts for quote in f["evidence"])
    return Scored(
        municipality=labelled.municipality,
        kinds=kinds,
        attributes=attributes,
        false_quotes=false_quotes,
        misses=tuple(misses),
    )


def _counts_neither_way(fact: Fact, labels: list[Label], text: str, scorer: Scorer) -> bool:
    if fact["kind"] == "result" and fact["value"].get("normalised") is None:
        return True
    return any(excused(label, fact, text, scorer) for label in labels)


def labelled_documents(folder: Path = recorded_labels.LABELS) -> list[recorded_labels.Labelled]:
    """All labelled recorded documents, in the order of their files."""
    return [recorded_labels.load(path) for path in sorted(folder.glob("*.json"))]
