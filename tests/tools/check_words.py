"""Fail on machine paths and package hosts in the project's files: they mean something on one machine only."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Written in halves, so that this file does not hold what it forbids.
HALVES = [
    ("/wor", "k/"), ("/roo", "t/"), ("/far", "m/"), ("/tmp/bash", "_jobs"),
    ("pypi", ".org"), ("python", "hosted"), ("registry", ".npmjs"), ("deb", ".debian.org"),
]  # fmt: skip
FORBIDDEN = re.compile("|".join(re.escape(first + second) for first, second in HALVES))


def found(text: str, name: str) -> Iterator[str]:
    """Every forbidden word of one file with its line."""
    for number, line in enumerate(text.splitlines(), 1):
        for match in FORBIDDEN.finditer(line):
            yield f"{name}:{number}: {match[0]}"


def main(root: Path = ROOT) -> int:
    """Look through all files that git knows or would add; 1 if a forbidden word stands in one."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
    )
    paths = [root / name for name in sorted(set(listed.stdout.decode().split("\0"))) if name]
    complaints = [
        complaint
        for path in paths
        if path.is_file() and b"\0" not in (data := path.read_bytes())
        for complaint in found(data.decode("utf-8", "replace"), path.relative_to(root).as_posix())
    ]
    print("\n".join(complaints) or f"words: ok in {len(paths)} files")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
