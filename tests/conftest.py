"""Recorded material: where it lies, which tests need it, and that none of them is skipped while it is there."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path | None:
    """The folder of recorded material: RATSLUPE_SHARED, else `shared` beside the project; None if it is not there."""
    folder = Path(os.environ.get("RATSLUPE_SHARED") or ROOT.parent / "shared")
    return folder.resolve() if folder.is_dir() else None


class RecordedTests:
    """Counts the tests that need recorded material, and fails a run that skipped one although the material is there."""

    def __init__(self) -> None:
        self.run: set[str] = set()
        self.skipped: set[str] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if "shared" in getattr(item, "fixturenames", ()):
                item.add_marker("recorded")
            if shared_folder() is None and item.get_closest_marker("recorded"):
                item.add_marker(pytest.mark.skip(reason="no recorded material (set RATSLUPE_SHARED)"))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if "recorded" in report.keywords and report.when != "teardown":
            skipped = report.skipped and not hasattr(report, "wasxfail")
            if skipped or report.when == "call" or report.failed:
                (self.skipped if skipped else self.run).add(report.nodeid)

    def incomplete(self) -> bool:
        return bool(self.skipped) and shared_folder() is not None

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.incomplete() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.line(f"recorded: {len(self.run)} run, {len(self.skipped)} skipped")
        if self.incomplete():
            terminalreporter.line("failed: recorded material is there, yet tests that need it were skipped", red=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out because the command tesseract is not installed."""
    left_out = [r for r in terminalreporter.stats.get("skipped", []) if "tesseract" in str(r.longrepr)]
    if left_out:
        terminalreporter.line(f"tesseract with German data is not installed: {len(left_out)} skipped")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(RecordedTests(), "recorded-tests")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of recorded material; a test that takes it counts as `recorded`."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("no recorded material (set RATSLUPE_SHARED)")
    return folder


@pytest.fixture(scope="session")
def tesseract() -> str:
    """The installed command that recognises text in pictures; tests with it are skipped, and counted, without it."""
    command = shutil.which("tesseract")
    languages = subprocess.run([command, "--list-langs"], capture_output=True, check=False) if command else None
    if command is None or languages is None or b"deu" not in languages.stdout + languages.stderr:
        pytest.skip("no tesseract with German data (tesseract-ocr, tesseract-ocr-deu)")
    return command
