"""The project's own checks find what they are there to find."""

from tests.tools.check_size import FUNCTION_LINES, MODULE_LINES, too_long
from tests.tools.check_words import HALVES, found


def test_sizes_at_the_limit_pass():
    body = "    pass\n" * (FUNCTION_LINES - 1)
    assert not list(too_long("def f():\n" + body, "m.py"))
    assert not list(too_long("x = 1\n" * MODULE_LINES, "m.py"))


def test_sizes_above_the_limit_are_named():
    body = "    pass\n" * FUNCTION_LINES
    assert list(too_long("async def f():\n" + body, "m.py")) == ["m.py:1: f has 46 lines (at most 45)"]
    assert list(too_long("x = 1\n" * (MODULE_LINES + 1), "m.py")) == ["m.py: 321 lines (at most 320)"]


def test_every_forbidden_word_is_named_with_its_line():
    for first, second in HALVES:
        assert next(found(f"ok\nsee {first}{second}x", "f.txt")).startswith("f.txt:2: ")
    assert not list(found("/usr/bin/env python3 and https://ratslupe.example/", "f.txt"))
