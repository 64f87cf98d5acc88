"""What a page reading gives, as JSON that can lie beside a test without copying the page.

Ids, numbers, dates and words of a vocabulary stay readable; names of applicants, running text and every string of more
than 40 characters become their length and the first 16 digits of their SHA-256.
"""

import json
from collections import Counter
from pathlib import Path

from corpus.evidence import Document, sha256
from corpus.model import to_json
from corpus.text import HtmlText, decode, plain
from scrapers import stated
from scrapers.page import Page, PageReading

LONGEST = 40
ALWAYS = {"originator", "minutesText", "resolutionText", "sections"}


def page_of(raw: bytes, *, html: bool, url: str | None = None) -> Page:
    """A saved page, ready to be read."""
    parsed = HtmlText(decode(raw)) if html else None
    text = parsed.text if parsed else plain(decode(raw))
    document = Document(file_sha256=sha256(raw), media_type="text/html", reader="test", reader_version=1, text=text)
    return Page(document, parsed, url)


def masked(value, *, always=False):
    """The value with long strings (all strings, if `always`) replaced by length and hash."""
    if isinstance(value, str) and value and (always or len(value) > LONGEST):
        return {"length": len(value), "sha256": sha256(value)[:16]}
    if isinstance(value, list | tuple):
        return [masked(v, always=always) for v in value]
    if isinstance(value, dict):
        return {key: masked(v, always=always or key in ALWAYS) for key, v in value.items()}
    return value


def as_json(page: Page, reading: PageReading) -> dict[str, object]:
    """Records without what the page does not say, links onward, running text, and how many facts of each kind."""
    records = [{k: v for k, v in to_json(row.record).items() if v not in (None, [], {})} for row in reading.rows]
    facts = Counter(fact.kind for fact in stated.facts(page, reading))
    return {
        "vendor": reading.vendor,
        "kind": reading.kind,
        "records": masked(records),
        "follows": [f"{follow.kind} {follow.url}" for follow in reading.follows],
        "prose": [masked(page.text[slice(*span)], always=True) for span in reading.prose],
        "facts": dict(sorted(facts.items())),
    }


def compare(got: dict[str, object], expected: Path) -> None:
    """Fail if the file differs; write it and fail if it is missing, so that somebody reviews it."""
    if not expected.exists():
        expected.parent.mkdir(parents=True, exist_ok=True)
        lines = ",\n".join(f' "{key}": {_lines(value)}' for key, value in got.items())
        expected.write_text(f"{{\n{lines}\n}}\n", "utf-8")
        raise AssertionError(f"{expected.name} was missing and is written now: review it against the page")
    assert got == json.loads(expected.read_text("utf-8"))


def _lines(value) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {json.dumps(v, ensure_ascii=False)}" for v in value) + "\n ]"
    return json.dumps(value, ensure_ascii=False)


def places_carry_their_fields(page: Page, reading: PageReading) -> None:
    """Every place of a field that the record keeps as printed holds just that; running text stays inside the page."""
    for row in reading.rows:
        record = to_json(row.record)
        for name in ("number", "reference", "paper_type", "lead_unit", "status", "role", "state", "result", "name"):
            place = row.places.get(name, (0, 0))
            key = {"paper_type": "paperType", "lead_unit": "leadUnit"}.get(name, name)
            printed = page.at(place)
            if printed is None or key not in record or record["type"] in {"File", "Meeting"}:
                continue
            assert record[key] == printed, (record["type"], name)
    last = 0
    for start, end in reading.prose:
        assert last <= start < end <= len(page.text)
        last = end
