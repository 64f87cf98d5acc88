"""The one import site of SQLite: sqlite-utils takes a newer one when installed, with exceptions of its own."""

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table
from sqlite_utils.migrations import Migrations
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

OperationalError: type[Exception] = sqlite3.OperationalError
DatabaseError: type[Exception] = sqlite3.DatabaseError


def open_unchangeable(path: Path) -> Database:
    """A database in a place that cannot be written to; it must not be changed by others meanwhile."""
    return Database(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True))


__all__ = ["Database", "DatabaseError", "Migrations", "OperationalError", "Table", "open_unchangeable"]
