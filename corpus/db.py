"""The one import site of SQLite. sqlite-utils takes a newer SQLite when one is installed, with exceptions of its own."""

from sqlite_utils import Database
from sqlite_utils.db import Table
from sqlite_utils.migrations import Migrations
from sqlite_utils.utils import sqlite3

DatabaseError = sqlite3.DatabaseError

__all__ = ["Database", "DatabaseError", "Migrations", "Table"]
