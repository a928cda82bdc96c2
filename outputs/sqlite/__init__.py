"""The plan as an SQLite database, ready for Datasette."""

from outputs.sqlite.database import render

__all__ = ["render"]
