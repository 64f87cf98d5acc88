"""Fail on modules and functions of the product that have outgrown one screenful of purpose."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("pipeline", "scrapers", "extractors", "corpus", "reports")
MODULE_LINES = 320
FUNCTION_LINES = 45


def too_long(source: str, name: str) -> Iterator[str]:
    """Complaints about one module; a function counts from `def` to its last line, docstring included."""
    if (lines := len(source.splitlines())) > MODULE_LINES:
        yield f"{name}: {lines} lines (at most {MODULE_LINES})"
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{name}:{node.lineno}: {node.name} has {lines} lines (at most {FUNCTION_LINES})"


def main(root: Path = ROOT) -> int:
    """Print every complaint; 1 if there is one."""
    complaints = [
        complaint
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
        for complaint in too_long(path.read_text("utf-8"), path.relative_to(root).as_posix())
    ]
    print("\n".join(complaints) or "sizes: ok")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
