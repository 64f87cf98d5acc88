"""The one import site of SQLite: sqlite-utils takes a newer one when installed, with exceptions of its own."""

from sqlite_utils import Database
from sqlite_utils.db import Table
from sqlite_utils.migrations import Migrations
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

DatabaseError: type[Exception] = sqlite3.DatabaseError

__all__ = ["Database", "DatabaseError", "Migrations", "Table"]
