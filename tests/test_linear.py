"""No pattern takes longer than its text grows: `make fuzz` asks the same with a megabyte."""

import re

from tests.linear import grows, superlinear


def test_no_pattern_grows_faster_than_its_text():
    assert grows(("extractors", "scrapers", "corpus"), 4_000, 16_000) == []


def test_what_grows_faster_is_found():
    for pattern in (r"\w*x\b", r"(?:a|aa)+b", r"\s*$", r"(?=.*b).*c"):
        assert superlinear(re.compile(pattern), True, 4_000, 16_000), pattern
