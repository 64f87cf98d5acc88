"""docs/PRODUCTS.md names every page kind of every product, and claims no more than the tests prove."""

import json
import re
from collections import Counter
from pathlib import Path

from scrapers.vendors import vendors

ROOT = Path(__file__).parent
ROW = re.compile(r"\| [^|]+ \| `(\w+)` \| `(\w+)` \| (recorded|own pages|unproven) \| (\d*) ?\| .*\|")
FOLDERS = {"sdnetrim": "sdnet"}


def rows():
    lines = (ROOT.parent / "docs/PRODUCTS.md").read_text("utf-8").splitlines()
    return [match.groups() for line in lines if (match := ROW.fullmatch(line))]


def test_every_kind_of_every_product_is_named_once():
    assert Counter((vendor, kind) for vendor, kind, *_ in rows()) == Counter(
        (vendor.name, kind) for vendor in vendors() for kind in vendor.kinds
    )


def test_recorded_is_what_has_a_reviewed_reading():
    proved: Counter[tuple[str, str]] = Counter()
    for path in (ROOT / "recorded").rglob("*.expected.json"):
        folder = path.relative_to(ROOT / "recorded").parts[0]
        proved[FOLDERS.get(folder, folder), json.loads(path.read_text("utf-8"))["kind"]] += 1
    assert {(v, k): int(n) for v, k, proof, n in rows() if proof == "recorded"} == dict(proved)
