"""Score results and votes read from the labelled minutes: facts of single extractors, without a corpus between.

A quick look while rules are written. Page readers have no say in it, so that it measures less than the whole program:
the figures that count are those of run_score.py.

Usage: score_decisions_run.py [decisions|examples|rewritten] [arguments of the scorer]
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus import text as texts
from corpus.evidence import Document
from extractors import topic_named
from extractors.analysis import Analysis
from extractors.pdf import read_pdf

ROOT = Path(__file__).resolve().parents[2]
MODULES = ("head", "decisions", "references", "events")


def text_of(path: Path) -> str:
    """The text that a reader would give."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return str(read_pdf(data, path.name).text)
    if path.suffix == ".html":
        return texts.HtmlText(texts.decode(data)).text
    return texts.plain(texts.decode(data))


def facts(path: Path) -> Iterator[dict[str, object]]:
    """The facts of a file in the form of an export."""
    text = text_of(path)
    wrapped = path.suffix != ".html" and getattr(texts, "is_wrapped", lambda t: path.suffix == ".pdf")(text)
    document = Document(file_sha256="0" * 64, media_type="text/plain", reader="text", reader_version=1, text=text)
    analysis = Analysis(document, topic_named("kim"), wrapped=bool(wrapped))
    for module in MODULES:
        if (ROOT / "extractors" / f"{module}.py").exists():
            for fact in analysis.run(importlib.import_module(f"extractors.{module}").EXTRACTOR):
                quote = fact.evidence[0].quote if fact.evidence else None
                place = {"start": fact.start, "end": fact.end, "quote": quote}
                yield {"kind": fact.kind, "value": dict(fact.value), **place}


def main(arguments: list[str]) -> int:
    """Read the documents of one set and call its scorer."""
    shared = Path(os.environ.get("RATSLUPE_SHARED", ROOT.parent / "shared"))
    name, *extra = arguments or ["decisions"]
    labels = json.loads((shared / "gold" / "decisions.json").read_text("utf-8"))
    folder = {"examples": shared / "examples", "rewritten": ROOT / "tests" / "rewritten"}.get(name)
    gold = [str(shared / "gold" if name == "examples" else ROOT / "tests" / "rewritten"), "--texts", str(folder)]
    files = (
        sorted(folder.glob("*.txt")) if folder else [shared / "ris-raw" / d["document"] for d in labels["documents"]]
    )
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for path in files:
            for fact in facts(path):
                row = {"document": path.as_posix(), **fact}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        out.flush()
        scorer = shared / "tools" / ("score.py" if folder else "score_decisions.py")
        print("extractors alone, without page readers; the program's figures: run_score.py", flush=True)
        command = [sys.executable, str(scorer), out.name, *(gold if folder else []), *extra]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
