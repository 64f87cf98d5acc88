"""Labels on recorded documents, kept without any text of them: file hash, reader version, offsets, hashes of quotes.

    recorded_labels.py build LABELLING.json    labels of one document by offsets, written to tests/gold/recorded
    recorded_labels.py verify                  every quote still has its hash at its offsets
    recorded_labels.py move                    after a new reader version: quotes looked up by length and hash

A labelling names `document` (path below ris-raw), `municipality`, `kinds` (labelled completely in it) and `facts`:
`kind`, `value`, `places` [[start, end], ...] (code points of the reader's text, half-open; the first is the main one),
`also` (other values that a careful coder would accept) and `optional` (one coder would label it, another would not: it
counts neither for nor against). A word of the text inside a value is given as {"start": .., "end": ..}, never copied.
"""

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.evidence import Document
from pipeline.readers import read_file
from tests.tools.cli import ROOT, shared_folder

LABELS = ROOT / "tests" / "gold" / "recorded"
WORDS = frozenset(
    "adopted adopted_unchanged adopted_amended rejected noted recommended not_recommended deferred referred withdrawn "
    "settled removed paper meeting law url presentation programme strategy posts fte persons shares per_year per_month "
    "per_fte_year total".split()
)
"""Category values, and parts of dates: the only strings that a value may hold itself."""


class LabelError(Exception):
    """A label does not stand where it says, or would copy text; names document, expectation and finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in the document's text, half-open, in code points, and the hash of what stands there."""

    start: int
    end: int
    sha256: str

    def in_text(self, text: str) -> str:
        """The words at this place.

        Raises:
            LabelError: they are not the words that were labelled.
        """
        if digest(text[self.start : self.end]) != self.sha256:
            raise LabelError(f"{self.start}-{self.end}: expected a quote with hash {self.sha256[:12]}, found another")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One labelled fact; values hold categories, dates and numbers, and spans for words."""

    kind: str
    value: dict[str, Any]
    places: list[Span]
    also: list[dict[str, Any]]
    optional: bool

    def resolved(self, text: str) -> list[dict[str, Any]]:
        """The accepted values with their words read out of the recorded text, the preferred one first."""
        values = [self.value, *({**self.value, **other} for other in self.also)]
        return [{k: v.in_text(text) if isinstance(v, Span) else v for k, v in value.items()} for value in values]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A recorded document and its labels."""

    document: str
    municipality: str
    file_sha256: str
    text_sha256: str
    reader: str
    kinds: list[str]
    labels: list[Label]


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, as hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def reader_of(document: Document) -> str:
    """Name and version of the reader, as exports print it."""
    return f"{document.reader} {document.reader_version}"


def span(start: int, end: int, text: str) -> dict[str, Any]:
    """A place as it is stored.

    Raises:
        LabelError: the place is empty or outside of the text.
    """
    if not 0 <= start < end <= len(text):
        raise LabelError(f"expected a place within 0-{len(text)}, found {start}-{end}")
    return {"start": start, "end": end, "sha256": digest(text[start:end])}


def stored_value(value: dict[str, Any], text: str) -> dict[str, Any]:
    """A value as it is stored: places get the hash of their words, other words are refused."""
    stored: dict[str, Any] = {}
    for name, given in value.items():
        if isinstance(given, dict):
            stored[name] = span(given["start"], given["end"], text)
        elif isinstance(given, str) and given not in WORDS and not given.replace("-", "").isdigit():
            raise LabelError(f"{name}: expected a category, a date or a place, found words: {given!r}")
        else:
            stored[name] = given
    return stored


def build(labelling: dict[str, Any], document: Document) -> dict[str, Any]:
    """The stored form of a labelling; raises LabelError if it does not fit the document or would copy text."""
    facts = []
    for fact in labelling["facts"]:
        if fact["kind"] not in labelling["kinds"]:
            raise LabelError(f"{labelling['document']}: {fact['kind']} is labelled but not among its kinds")
        stored = {"kind": fact["kind"], "value": stored_value(fact["value"], document.text)}
        if fact.get("also"):
            stored["also"] = [stored_value(other, document.text) for other in fact["also"]]
        if fact.get("optional"):
            stored["optional"] = True
        facts.append(stored | {"places": [span(start, end, document.text) for start, end in fact["places"]]})
    head = {name: labelling[name] for name in ("document", "municipality", "kinds")}
    return {"schema": "recorded-labels/1"} | head | identity(document) | {"facts": facts}


def identity(document: Document) -> dict[str, str]:
    """What tells that the document and its text are those that were labelled."""
    hashes = {"file_sha256": document.file_sha256, "text_sha256": digest(document.text)}
    return hashes | {"reader": reader_of(document)}


def load(path: Path) -> Labelled:
    """The labels of one file."""
    stored = json.loads(path.read_text("utf-8"))

    def value(given: dict[str, Any]) -> dict[str, Any]:
        return {name: Span(**v) if isinstance(v, dict) else v for name, v in given.items()}

    labels = [
        Label(
            kind=fact["kind"],
            value=value(fact["value"]),
            places=[Span(**place) for place in fact["places"]],
            also=[value(other) for other in fact.get("also", [])],
            optional=fact.get("optional", False),
        )
        for fact in stored["facts"]
    ]
    names = ("document", "municipality", "file_sha256", "text_sha256", "reader", "kinds")
    return Labelled(labels=labels, **{name: stored[name] for name in names})


def read(shared: Path, name: str) -> Document:
    """A recorded document as the program's reader gives it."""
    return read_file(shared / "ris-raw" / name).document


def faults(labelled: Labelled, document: Document) -> Iterator[str]:
    """What no longer holds of stored labels, one line each."""
    if document.file_sha256 != labelled.file_sha256:
        yield f"{labelled.document}: the file is another one"
    for label in labelled.labels:
        try:
            label.resolved(document.text)
            for place in label.places:
                place.in_text(document.text)
        except LabelError as error:
            yield f"{labelled.document}, {label.kind}: {error}"


def moved(stored: Any, text: str) -> Any:
    """Stored labels with every span set to the nearest place where the same words stand."""
    if isinstance(stored, list):
        return [moved(part, text) for part in stored]
    if not isinstance(stored, dict):
        return stored
    if set(stored) != {"start", "end", "sha256"}:
        return {name: moved(part, text) for name, part in stored.items()}
    length = stored["end"] - stored["start"]
    for start in sorted(range(len(text) - length + 1), key=lambda at: abs(at - stored["start"])):
        if digest(text[start : start + length]) == stored["sha256"]:
            return span(start, start + length, text)
    raise LabelError(f"expected the words of {stored['start']}-{stored['end']} in the new text, found them nowhere")


def write(stored: dict[str, Any]) -> Path:
    """Write labels below tests/gold/recorded, named after municipality and file."""
    plain = unicodedata.normalize("NFKD", stored["municipality"].lower()).encode("ascii", "ignore").decode()
    path = LABELS / f"{re.sub(r'[^a-z0-9]+', '_', plain).strip('_')}_{stored['file_sha256'][:8]}.json"
    facts = ",\n".join("  " + json.dumps(fact, ensure_ascii=False) for fact in stored["facts"])
    head = ",\n".join(
        f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in stored.items() if k != "facts"
    )
    path.write_text(f'{{\n{head},\n "facts": [\n{facts}\n ]\n}}\n', encoding="utf-8")
    return path


def main(arguments: list[str]) -> int:
    """Build, verify or move labels; 1 if a label does not hold."""
    shared = shared_folder()
    action, *files = arguments or ["verify"]
    complaints: list[str] = []
    if action == "build":
        for file in files:
            labelling = json.loads(Path(file).read_text("utf-8"))
            print(write(build(labelling, read(shared, labelling["document"]))))
        return 0
    for path in sorted(LABELS.glob("*.json")):
        labelled = load(path)
        document = read(shared, labelled.document)
        if action == "move" and digest(document.text) != labelled.text_sha256:
            stored = json.loads(path.read_text("utf-8"))
            facts = moved(stored["facts"], document.text)
            write(stored | identity(document) | {"facts": facts})
        else:
            complaints += faults(labelled, document)
    print("\n".join(complaints) or f"labels: ok in {len(list(LABELS.glob('*.json')))} documents")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
