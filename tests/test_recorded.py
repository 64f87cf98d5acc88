"""The promise of conftest.py: a recorded test is never lost silently."""

from pathlib import Path

import pytest

TESTS = """
import pytest

def test_plain():
    pass

def test_needs_material(shared):
    assert shared.is_dir()

@pytest.mark.recorded
def test_marked():
    if {skips}:
        pytest.skip("not today")
"""


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, *, present: bool, skips: bool) -> pytest.RunResult:
    folder = pytester.mkdir("material") if present else pytester.path / "nothing"
    monkeypatch.setenv("RATSLUPE_SHARED", str(folder))
    pytester.makeini("[pytest]\nmarkers = recorded")
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text("utf-8"))
    pytester.makepyfile(TESTS.format(skips=skips))
    return pytester.runpytest_inprocess("-p", "no:cacheprovider")


def test_all_run_with_material(pytester, monkeypatch):
    result = run(pytester, monkeypatch, present=True, skips=False)
    result.stdout.fnmatch_lines(["recorded: 2 run, 0 skipped"])
    assert result.ret == pytest.ExitCode.OK


def test_skipped_without_material(pytester, monkeypatch):
    result = run(pytester, monkeypatch, present=False, skips=False)
    result.stdout.fnmatch_lines(["recorded: 0 run, 2 skipped"])
    result.assert_outcomes(passed=1, skipped=2)
    assert result.ret == pytest.ExitCode.OK


def test_a_skip_with_material_fails_the_run(pytester, monkeypatch):
    result = run(pytester, monkeypatch, present=True, skips=True)
    result.stdout.fnmatch_lines(["recorded: 1 run, 1 skipped"])
    result.assert_outcomes(passed=2, skipped=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
