"""No pattern takes longer than its text grows: `make fuzz` asks the same with a megabyte."""

import re

from tests.linear import PACKAGES, grows_in, modules, superlinear

LENGTHS = (4_000, 8_000, 16_000)


def test_no_pattern_grows_faster_than_its_text():
    every: dict[tuple[str, int, bool], str | None] = {}
    for module in modules(*PACKAGES):
        every |= grows_in(module.__name__, LENGTHS)
    assert len(every) > 500
    assert [text for text in every.values() if text] == []


def test_what_grows_faster_is_found():
    for pattern in (r"\w*x\b", r"(?:a|aa)+b", r"\s*$", r"(?=.*b).*c"):
        assert superlinear(re.compile(pattern), True, LENGTHS), pattern
