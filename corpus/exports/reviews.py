"""Reviews as a CSV file that people fill in with a spreadsheet, and back. docs/REVIEW.md explains the columns.

UTF-8 with a byte order mark, because Excel needs it. A cell that a spreadsheet would take for a formula begins with an
apostrophe, which reading takes away again. Reading takes commas, semicolons and tabs: spreadsheets save what they like.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import InputError
from corpus.reviewable import Item, contexts
from corpus.reviews import VERDICTS, Review, plain
from corpus.store import Corpus, canonical

COLUMNS = (
    "fact municipality date document page kind value quote context start end text_sha256 "
    "verdict corrected note reviewer reviewed_at"
).split()
KEY = ("text_sha256", "kind", "start", "end", "value")
"""Columns that say which fact a line is about."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a review file: where it stands, which fact it is about, and all its cells."""

    number: int
    """Its row as a spreadsheet counts: the header is 1, line breaks inside of cells do not count."""
    key: tuple[str, str, int, int, str]
    """SHA-256 of the text, kind, start, end, and the value as canonical JSON."""
    cells: Mapping[str, str]

    @property
    def value(self) -> dict[str, Any]:
        """The value that was judged."""
        found: dict[str, Any] = json.loads(self.key[4])
        return found


def key_of(item: Item) -> tuple[str, str, int, int, str]:
    """What tells a fact in review files."""
    return (*item.target.place, canonical(plain(item.value)))


def review_csv(
    corpus: Corpus, chosen: list[Item], given: Mapping[str, Review], more: Mapping[str, Sequence[Any]] | None = None
) -> bytes:
    """The file. `given`: by fact id, the review to show in the last columns; `more`: further columns, a cell a line."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\r\n")
    extra = dict(more or {})
    table.writerow([*COLUMNS, *extra])
    for row, (item, before, after) in enumerate(contexts(corpus, chosen)):
        cells = [
            *_cells(item, before, after),
            *_said(given.get(item.fact)),
            *(column[row] for column in extra.values()),
        ]
        table.writerow([_safe(cell) for cell in cells])
    return file.getvalue().encode("utf-8-sig")


def _cells(item: Item, before: str, after: str) -> list[Any]:
    t = item.target
    context = f"{before}«{t.quote}»{after}"
    origin = [f"f-{item.fact}", item.municipality, item.date, item.url or item.place, item.page]
    return [*origin, t.kind, canonical(dict(item.value)), t.quote, context, t.start, t.end, t.text_sha256]


def _said(review: Review | None) -> list[Any]:
    if review is None:
        return [None] * 5
    corrected = None if review.value is None else canonical(dict(review.value))
    return [review.verdict, corrected, review.note, review.reviewer, review.reviewed_at]


def _safe(cell: Any) -> str:
    """A cell that no spreadsheet takes for a formula; `_bare` undoes it exactly."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if _FORMULA.match(text) else text


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read_lines(path: Path) -> list[Line]:
    """The lines of a review file, any verdict or none. Raises InputError that lists every bad line of it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as e:
        raise InputError(f"{path}: expected a review file (CSV), found no such file") from e
    except (UnicodeDecodeError, OSError) as e:
        raise InputError(f"{path}: expected CSV in UTF-8, found {e}") from e
    header = text.split("\n", 1)[0]
    csv.field_size_limit(sys.maxsize)
    try:
        table = list(_rows(text, max(",;\t", key=header.count)))
    except csv.Error as e:
        raise InputError(f"{path}: expected CSV, found {e}") from e
    missing = [c for c in (*KEY, "verdict") if c not in (table[0][1] if table else [])]
    if missing:
        raise InputError(f"{path}, line 1: expected the columns {', '.join(missing)}; found none of that name")
    found, bad = [], []
    for number, row in table[1:]:
        cells = dict.fromkeys(table[0][1], "") | dict(zip(table[0][1], map(_bare, row), strict=False))
        try:
            found.append(_line(number, cells))
        except InputError as e:
            bad.append(f"line {number}: {e}")
    refuse(path, [*bad, *_twice(found)])
    return found


def refuse(path: Path, bad: Sequence[str]) -> None:
    """Raises InputError that lists all bad lines, if there are any."""
    if bad:
        lines = "".join(f"\n  {b}" for b in bad)
        raise InputError(f"{path}: nothing was taken over, {len(bad)} bad lines:{lines}")


def _rows(text: str, delimiter: str) -> Iterable[tuple[int, list[str]]]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return ((number, row) for number, row in enumerate(table, 1) if any(cell.strip() for cell in row))


def _line(number: int, cells: Mapping[str, str]) -> Line:
    verdict = cells["verdict"].strip().lower()
    if verdict and verdict not in VERDICTS:
        raise InputError(f"verdict: expected {', '.join(VERDICTS)} or nothing, found {verdict!r}")
    for field in ("start", "end"):
        if not re.fullmatch(r"[0-9]{1,15}", cells[field].strip()):
            raise InputError(f"{field}: expected a whole number, found {cells[field]!r}")
    try:
        value = json.loads(cells["value"])
    except (json.JSONDecodeError, RecursionError) as e:
        raise InputError(f"value: expected the JSON object as exported, found {e}") from e
    if not isinstance(value, dict):
        raise InputError(f"value: expected the JSON object as exported, found {cells['value']!r}")
    place = (cells["text_sha256"].strip(), cells["kind"].strip(), int(cells["start"]), int(cells["end"]))
    return Line(number=number, key=(*place, canonical(plain(value))), cells={**cells, "verdict": verdict})


def _twice(lines: Iterable[Line]) -> list[str]:
    first: dict[Any, int] = {}
    again = [(line.number, first.setdefault(line.key, line.number)) for line in lines]
    return [f"line {n}: expected each fact once, found that of line {m} again" for n, m in again if n != m]
