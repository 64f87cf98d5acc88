"""Phrases that recorded council data put where a result stands, counted; and a sample of all of them for a hand check.

Usage: outcome_phrases.py count    phrases of the three councils with the most results, as phrase, count, source
       outcome_phrases.py sample   200 of all distinct phrases, with the value that each is given
Recorded material lies at RATSLUPE_SHARED, else at `shared` beside the project.
"""

import hashlib
import json
import os
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.outcomes import normalise
from corpus.text import fold

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "tests" / "outcomes.tsv"
COUNCILS = ("Magdeburg", "Erlangen", "Karlsruhe")
SAMPLE, SEED = 200, 20260401
_FIELDS = ("result", "beschluss", "abstimmungstext", "voted_status")
"""Where JSON of OParl, of its derivatives and of SessionNet puts a result; `role` is the purpose of a consultation."""
_LABEL = re.compile(
    r"\b(?:Beschluss|Beschlussart|Beratungsergebnis|Abstimmungsergebnis|Zusatz):[ \t]*"
    r"([^\W_][^\n<{\"]{2,120}?)[ \t]*(?:<-.*)?$",
    re.M,
)
_VOTE_WORDS = (
    "ja nein stimme stimmen enthaltung enthaltungen en n o dafür dagegen gegen gegenstimme gegenstimmen bei mit"
)


def strings(data: object) -> Iterator[str]:
    """Every non-empty result string of parsed JSON."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name in _FIELDS and isinstance(value, str):
                yield from [" ".join(value.split())] * bool(value.strip())
            else:
                yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)


def counted(shared: Path) -> dict[str, Counter[str]]:
    """How often each phrase stands in the recorded JSON, per council; all others count as "other"."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((shared / "ris-raw").rglob("*.json")):
        source = next((c for c in COUNCILS if c.lower() in str(path.relative_to(shared)).lower()), "other")
        for phrase in strings(json.loads(path.read_text("utf-8"))):
            found[phrase][source] += 1
    return found


def every_phrase(shared: Path) -> list[str]:
    """One spelling of each distinct phrase: JSON, labelled minutes, labelled lines of pages. Numbers are alike."""
    phrases = list(counted(shared))
    labels = json.loads((shared / "gold" / "decisions.json").read_text("utf-8"))
    phrases += [" ".join(fold(d["raw"]).text.split()) for d in labels["decisions"] if d["raw"]]
    for page in sorted((shared / "ris-pages").rglob("*.txt")):
        phrases += [m[1] for m in _LABEL.finditer(page.read_text("utf-8"))]
    distinct: dict[str, str] = {}
    for phrase in sorted(phrases):
        distinct.setdefault(re.sub(r"\d+", "#", phrase).casefold().strip(" .;:"), phrase)
    return list(distinct.values())


def drawn(shared: Path) -> list[str]:
    """The sample, each distinct phrase as likely as any other."""
    return random.Random(SEED).sample(every_phrase(shared), SAMPLE)


def shown(phrase: str) -> str:
    """The phrase where it holds nothing but vocabulary of results, otherwise the hash by which it is found again."""
    written = " ".join(f.read_text("utf-8") for f in (TABLE, ROOT / "tests" / "test_outcomes.py") if f.exists())
    known = set(re.findall(r"[^\W\d]+", written.casefold())) | set(_VOTE_WORDS.split())
    if set(re.findall(r"[^\W\d]+", phrase.casefold())) <= known:
        return phrase
    return key(phrase)


def key(phrase: str) -> str:
    """What stands for a phrase that is not repeated here."""
    return f"sha256:{hashlib.sha256(phrase.encode()).hexdigest()[:16]}"


def main(command: str) -> None:
    """Print what a command asks for as TSV."""
    shared = Path(os.environ.get("RATSLUPE_SHARED", ROOT.parent / "shared"))
    if command == "count":
        totals = {p: Counter({c: n for c, n in by.items() if c in COUNCILS}) for p, by in counted(shared).items()}
        for phrase, by in sorted(totals.items(), key=lambda item: (-item[1].total(), item[0])):
            if by:
                print(phrase, by.total(), "several" if len(by) > 1 else next(iter(by)), sep="\t")
    else:
        for phrase in drawn(shared):
            print(shown(phrase), normalise(phrase) or "-", phrase, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "count")
