"""A plan as related tables, for formats that hold tables: .sqlite and the data package."""

from outputs.tables.definitions import Column, Table, tables
from outputs.tables.rows import Value, table_rows

__all__ = ["Column", "Table", "Value", "table_rows", "tables"]
