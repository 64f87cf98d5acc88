"""How fast documents are read, in how much memory and by which part; prints tables and writes build/bench.json.

Each workload is taken in by the installed program, program start included, with one process and with two: time by the
clock, processor time (of one process; on a shared machine it says more) and peak memory. Then it is read once more in
this process, already warm, to tell the processor time of each part: readers, page readers, structure, sentences, each
extractor, arithmetic, writing.
"""

import functools
import json
import os
import platform
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.store import Corpus
from extractors import analysis, arithmetic, nlp, topic_named
from pipeline import ingest as ingesting
from pipeline import process
from pipeline.simulation import World
from pipeline.workers import get_ready
from scrapers import stated, vendors
from tests.simulated_pages import served
from tests.tools.cli import ROOT, ingest, shared_folder

RESULT = ROOT / "build" / "bench.json"
MANY = 40
"""From this many files on the work is also measured with two processes."""
WORKLOADS = {
    "examples": ["examples/*.txt"],
    "pdf": ["ris-raw/pdf/**/*.pdf"],
    "minutes": ["ris-raw/oparl/**/file-contents/*.txt", "ris-raw/protocol-text/**/*.txt"],
    "oparl": ["ris-raw/oparl/**/*.json"],
    "allris": ["ris-raw/allris3/**/*.html", "ris-raw/allris4/**/*.html"],
    "sessionnet": ["ris-raw/sessionnet/**/*.html"],
}
Row = dict[str, Any]


class Parts:
    """Processor time by part, each without that of the parts which it calls."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def timed(self, name: str | None, call: Callable[..., Any]) -> Callable[..., Any]:
        """The function with its time counted; without a name as the extractor that it runs."""

        @functools.wraps(call)
        def run(*args: Any, **more: Any) -> Any:
            self._inner.append(0.0)
            begin = time.process_time()
            try:
                return call(*args, **more)
            finally:
                whole = time.process_time() - begin
                self.seconds[name or args[1].name] += whole - self._inner.pop()
                self._inner[-1] += whole

        return run

    @contextmanager
    def watching(self) -> Iterator[None]:
        """While it lasts, the parts of reading a file and of writing what was read are timed."""
        watched: list[tuple[Any, str, str | None]] = [
            (process, "read_file", "readers"), (process, "Page", "readers"), (vendors, "read", "page readers"),
            (stated, "facts", "page readers"), (process, "Analysis", "structure"),
            (analysis, "blocks", "structure"), (analysis, "Attribution", "structure"),
            (nlp, "sentences", "sentences"), (analysis.Analysis, "run", None),
            (arithmetic, "checked", "arithmetic"), (Corpus, "save", "writing"), (Corpus, "keep", "writing"),
        ]  # fmt: skip
        kept = [patch.object(owner, name, self.timed(part, getattr(owner, name))) for owner, name, part in watched]
        for one in kept:
            one.start()
        try:
            yield
        finally:
            for one in kept:
                one.stop()


def simulated(folder: Path) -> list[Path]:
    """The texts and pages of a simulated world, as files."""
    for name, page in served().items():
        folder.joinpath(name.replace("/", "_")).write_bytes(page.body)
    for at, town in enumerate(World(7, 4, 60, (2021, 2022)).municipalities()):
        files = [f for paper in town.papers() for f in paper.files]
        for file in files + [f for meeting in town.meetings() for f in meeting.files]:
            if document := town.document(file.id or ""):
                folder.joinpath(f"{at}_{file.id}.txt".replace("/", "_")).write_text(document.text, "utf-8")
    return sorted(folder.iterdir())


def shares(files: list[Path]) -> Row:
    """Documents, words and pages, and the processor time of each part when the files are read by a warm process."""
    parts = Parts()
    with tempfile.TemporaryDirectory() as folder, Corpus(Path(folder, "corpus.db")) as corpus:
        begin = time.process_time()
        with parts.watching():
            ingesting.ingest(corpus, ingesting.gather(files), topic_named("kim"), jobs=1)
        whole = time.process_time() - begin
        texts = corpus.query("select text, json_array_length(page_starts) pages from document")
    parts.seconds["rest"] = whole - sum(parts.seconds.values())
    words = sum(len((row["text"] or "").split()) for row in texts)
    return {
        "documents": len(files), "words": words, "pages": sum(max(1, row["pages"] or 1) for row in texts),
        "processor_seconds": round(whole, 2), "words_per_second": round(words / whole),
        "documents_per_second": round(len(files) / whole, 1),
        "parts": {name: round(s, 3) for name, s in sorted(parts.seconds.items(), key=lambda p: -p[1])},
    }  # fmt: skip


def measure(files: list[Path]) -> Row:
    """Everything about one workload."""
    row = shares(files)
    for jobs in (1, 2) if len(files) > MANY else (1,):
        with tempfile.TemporaryDirectory() as folder:
            cost = ingest(files, Path(folder, "corpus.db"), "--jobs", str(jobs))
        row[f"program_{jobs}"] = {"seconds": round(cost.seconds, 2), "peak_mib": round(cost.peak_bytes / 2**20)}
        if jobs == 1:  # workers of a second process are not this program's children
            row["program_1"]["processor_seconds"] = round(cost.processor_seconds, 2)
    return row


def tables(results: dict[str, Row]) -> str:
    """The results as two tables of Markdown: speed and memory, then the share of each part in percent."""
    lines = [
        "| workload | documents | words | processor s | words/s | documents/s | program: processor s | clock s | "
        "clock s, 2 processes | peak MiB |", "|" + " --- |" * 10,
    ]  # fmt: skip
    for name, row in results.items():
        one, two = row["program_1"], row.get("program_2", {})
        cells = [name, f"{row['documents']:,}", f"{row['words']:,}", row["processor_seconds"]]
        cells += [f"{row['words_per_second']:,}", row["documents_per_second"], one["processor_seconds"], one["seconds"]]
        lines.append("| " + " | ".join(map(str, [*cells, two.get("seconds", "–"), one["peak_mib"]])) + " |")
    whole: dict[str, float] = defaultdict(float)
    for row in results.values():
        for part, seconds in row["parts"].items():
            whole[part] += seconds
    lines += ["", "| part | " + " | ".join(results) + " |", "|" + " --- |" * (len(results) + 1)]
    for part in sorted(whole, key=lambda p: -whole[p]):
        part_of = [100 * r["parts"].get(part, 0) / r["processor_seconds"] for r in results.values()]
        lines.append(f"| {part} | " + " | ".join(f"{share:.1f}" for share in part_of) + " |")
    return "\n".join(lines)


def main() -> int:
    """Measure every workload that is there."""
    shared, results = shared_folder(), {}
    get_ready()
    for name, patterns in WORKLOADS.items():
        files = sorted({path for pattern in patterns for path in shared.glob(pattern)})
        if files:
            results[name] = measure(files)
    with tempfile.TemporaryDirectory() as folder:
        results["simulated"] = measure(simulated(Path(folder)))
    print(tables(results))
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count(),
               "load": round(os.getloadavg()[0], 1)}  # fmt: skip
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"machine": machine, "workloads": results}, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
