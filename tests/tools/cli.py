"""How the measuring scripts call the installed program."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = str(Path(sys.executable).parent / "ratslupe")
KIB = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes on macOS, KiB on Linux


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one call took: seconds by the clock and of the processor, and the most memory in bytes.

    Memory is the largest process's; the processor time of workers is not counted.
    """

    seconds: float
    processor_seconds: float
    peak_bytes: int


def shared_folder() -> Path:
    """The folder of recorded material, else the script ends with status 2."""
    folder = Path(os.environ.get("RATSLUPE_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        print(f"no recorded material in {folder}: say where it lies, make SHARED=FOLDER", file=sys.stderr)
        raise SystemExit(2)
    return folder.resolve()


WITH_PROBLEMS = 3
"""Exit status of an ingest that went through and listed problems."""


def ingest(paths: Iterable[Path], corpus: Path, *options: str) -> Cost:
    """Take files into a corpus and measure it; the program's own output goes to stderr."""
    started = time.perf_counter()
    command = [PROGRAM, "ingest", *map(str, paths), "--corpus", str(corpus), *options]
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, WITH_PROBLEMS):
        raise subprocess.CalledProcessError(process.returncode, command[:2])
    seconds, used = time.perf_counter() - started, usage.ru_utime + usage.ru_stime
    return Cost(seconds=seconds, processor_seconds=used, peak_bytes=usage.ru_maxrss * KIB)


def export_facts(corpus: Path, target: Path) -> None:
    """Write the corpus's facts as JSON lines."""
    with target.open("wb") as out:
        subprocess.run(
            [PROGRAM, "export", "facts", "--corpus", str(corpus), "--format", "jsonl"], check=True, stdout=out
        )


def export_texts(corpus: Path, target: Path) -> None:
    """Write the text of every document below a folder."""
    command = [PROGRAM, "export", "texts", "--corpus", str(corpus), "--out", str(target)]
    subprocess.run(command, check=True, stdout=sys.stderr)
