"""Which tables there are, and what each column holds (tables.toml)."""

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from schemas.model import Frozen

ColumnType = Literal["string", "integer", "number", "year"]


class Column(Frozen):
    """One column; `of` names the table and column that it refers to ("project.id")."""

    name: str
    type: ColumnType
    title: str
    description: str
    required: bool = False
    of: str | None = None

    @property
    def target(self) -> tuple[str, str] | None:
        """The table and the column that it refers to."""
        table, _, column = (self.of or "").partition(".")
        return (table, column) if table else None


class Table(Frozen):
    """One table; `key` names the columns that tell its rows apart."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


@cache
def tables() -> tuple[Table, ...]:
    """All tables; each after those that it refers to."""
    text = resources.files(__package__).joinpath("tables.toml").read_text("utf-8")
    return tuple(Table.model_validate(table) for table in tomllib.loads(text)["table"])
