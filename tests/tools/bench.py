"""How fast recorded documents are read, and in how much memory: prints a table and writes build/bench.json."""

import json
import os
import platform
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pypdfium2
from rich import box
from rich.console import Console
from rich.table import Table

from tests.tools.cli import ROOT, export_texts, ingest, shared_folder

RESULT = ROOT / "build" / "bench.json"
MANY = 40
"""From this many files on the work is also measured with two processes."""

WORKLOADS = {
    "examples": ["examples/*.txt"],
    "pdf": ["ris-raw/pdf/**/*.pdf"],
    "minutes": ["ris-raw/oparl/**/file-contents/*.txt", "ris-raw/protocol-text/**/*.txt"],
    "oparl": ["ris-raw/oparl/**/*.json"],
    "allris": ["ris-raw/allris3/**/*.html", "ris-raw/allris4/**/*.html"],
}


def pages(path: Path) -> int:
    """Pages of a PDF, 0 if it cannot be opened; anything else is one page."""
    if path.suffix.lower() != ".pdf":
        return 1
    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def measure(files: list[Path], jobs: int) -> dict[str, float]:
    """Ingest the files into a fresh corpus; words are those of the texts that came out."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, texts = Path(folder, "corpus.db"), Path(folder, "texts")
        cost = ingest(files, corpus, "--jobs", str(jobs))
        export_texts(corpus, texts)
        words = sum(len(path.read_text("utf-8").split()) for path in texts.rglob("*.txt"))
    counts = {"documents": len(files), "words": words, "pages": sum(map(pages, files))}
    rates = {f"{name}_per_second": round(count / cost.seconds, 1) for name, count in counts.items()}
    return {**counts, "seconds": round(cost.seconds, 2), **rates, "peak_mib": round(cost.peak_bytes / 2**20)}


def show(results: dict[str, dict[str, float]]) -> None:
    """Print one line for each workload."""
    names = {"documents": "docs", "seconds": "s", "peak_mib": "MiB"}
    table = Table("", title="ratslupe ingest, program start included", box=box.SIMPLE_HEAD)
    for column in next(iter(results.values())):
        count, per, _ = column.partition("_per_second")
        table.add_column(names.get(count, count) + ("/s" if per else ""), justify="right")
    for name, row in results.items():
        table.add_row(name, *(f"{value:,}" for value in row.values()))
    Console().print(table)


def main() -> int:
    """Measure every workload that is there."""
    shared = shared_folder()
    results = {}
    for name, patterns in WORKLOADS.items():
        files = sorted({path for pattern in patterns for path in shared.glob(pattern)})
        for jobs in (1, 2) if len(files) > MANY else (1,) if files else ():
            results[f"{name}, {jobs} process{'es' * (jobs > 1)}"] = measure(files, jobs)
    if not results:
        print(f"nothing to measure in {shared}", file=sys.stderr)
        return 2
    show(results)
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"machine": machine, "workloads": results}, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
