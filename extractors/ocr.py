"""Text of pages that are pictures, recognised by the command tesseract with its German data, if it is installed.

The command runs as a process of its own, one thread, without network. Its version and the hash of its German data are
part of the reader's name, because another version reads another text: the same bytes give the same text only under the
same name.
"""

from __future__ import annotations

import functools
import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

VERSION = 1
"""Raised whenever the same answer of the command would give another text."""

DPI = 300
"""Dots per inch of the picture that is recognised; tesseract's own recommendation."""

LEAST = 0.6
"""Mean certainty below which a page counts as not recognised: letters seen in maps, photographs and stamps."""

_SECONDS = 300
"""A page takes about two; a process that needs this long hangs."""
_ADVICE = "`ingest --ocr` recognises text in pictures, with tesseract-ocr and tesseract-ocr-deu installed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """The installed command, and the name under which its texts are stored."""

    command: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """Text of a page, and the mean of the certainties that the command gave its words (0 to 1)."""

    text: str
    certainty: float


def tool() -> Tool | None:
    """The command with German data; None if either is missing."""
    command = shutil.which("tesseract")
    name = _name(command) if command else None
    return Tool(command=command, name=name) if command and name else None


@functools.lru_cache(maxsize=8)
def _name(command: str) -> str | None:
    """Command, version, language and hash of its data, such as tesseract 5.3.0 deu 19d219bb.

    None if the command does not run or has no German data.
    """
    version = re.match(r"tesseract v?(\S+)", _said(command, "--version"))
    languages = _said(command, "--list-langs")
    if version is None or "deu" not in languages.split():
        return None
    folder = re.search(r'"(.+)"', languages)
    data = Path(folder[1], "deu.traineddata") if folder else None
    try:
        mark = hashlib.sha256(data.read_bytes()).hexdigest()[:8] if data else "unknown"
    except OSError:
        mark = "unknown"
    return f"tesseract {version[1]} deu {mark}"


def _said(command: str, option: str) -> str:
    """What the command prints about itself; versions differ in the stream they print it to."""
    try:
        done = subprocess.run([command, option], capture_output=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def version() -> str:
    """Names all that has a say in a recognised text; it differs where the command is not installed."""
    found = tool()
    return f"ocr {VERSION} {DPI} {LEAST} {found.name if found else 'without tesseract'}"


def remedy(*, asked: bool) -> str:
    """Why a page without text stays so, or what helps."""
    if not asked:
        return _ADVICE
    return "no text recognised in it" if tool() else "install tesseract-ocr and tesseract-ocr-deu to recognise it"


def recognise(image: bytes, with_tool: Tool) -> Recognised | None:
    """The text of a picture (any format of Leptonica, such as PGM).

    None if there is none, if it is too uncertain, or if the command fails or takes minutes.
    """
    command = [with_tool.command, "stdin", "stdout", "-l", "deu", "--dpi", str(DPI), "tsv"]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=image, capture_output=True, check=False, timeout=_SECONDS, env=one_thread)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode != 0:
        return None
    found = read_words(done.stdout.decode("utf-8", "replace"))
    return found if found and found.certainty >= LEAST and any(map(str.isalnum, found.text)) else None


def read_words(table: str) -> Recognised | None:
    """Text of tesseract's table of words (TSV): its lines as lines, a blank line between paragraphs."""
    lines: dict[tuple[str, ...], list[str]] = {}
    certainties: list[float] = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
            lines.setdefault(tuple(cells[1:5]), []).append(cells[11].strip())
            certainties.append(float(cells[10]) / 100)
    if not lines:
        return None
    text, before = "", None
    for place, words in lines.items():
        text += ("" if before is None else "\n" if place[:3] == before else "\n\n") + " ".join(words)
        before = place[:3]
    return Recognised(text=text, certainty=round(sum(certainties) / len(certainties), 3))
