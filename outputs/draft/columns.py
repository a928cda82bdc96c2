"""The columns of a draft's workbook, and what stands in them for one project."""

from decimal import Decimal
from typing import Final, NamedTuple

from outputs.draft.wording import reasons_text, status_text, wording
from schemas.draft import DraftEntry
from schemas.plan import Form, Project
from schemas.plan_text import months_text

Value = str | Decimal | None


class Column(NamedTuple):
    """A column by its key in words.toml; its width in characters, and whether people fill it in."""

    key: str
    width: float
    is_open: bool = False
    is_money: bool = False

    @property
    def title(self) -> str:
        """What stands in the header."""
        return wording("th")[f"column_{self.key}"]


COLUMNS: Final = (
    Column("key", 7),
    Column("status", 15),
    Column("reasons", 26),
    Column("decision", 10, is_open=True),
    Column("number", 6),
    Column("name", 40, is_open=True),
    Column("details", 36, is_open=True),
    Column("last_amount", 15, is_money=True),
    Column("budget", 15, is_open=True, is_money=True),
    Column("months", 20, is_open=True),
    Column("location", 20, is_open=True),
    Column("responsible_unit", 18, is_open=True),
    Column("fund_source", 16, is_open=True),
    Column("note", 24, is_open=True),
    Column("strategy", 28, is_open=True),
    Column("program", 26, is_open=True),
    Column("form", 9, is_open=True),
)
EDITED_FIELDS: Final = ("name", "details", "budget", "months", "location", "responsible_unit", "fund_source")
"""Columns that are fields of a project; those of headings are read on their own."""
NEW_FORMS: Final[tuple[Form, ...]] = ("ผด.02", "ผด.02/1")


def cell_value(entry: DraftEntry, project: Project, key: str) -> Value:
    """What stands in the column `key` of a project's row; None for an empty cell."""
    if key == "last_amount":
        return Decimal(entry.last_amount) if entry.last_amount is not None else None
    own: dict[str, Value] = {
        "key": entry.key,
        "status": status_text(entry),
        "reasons": reasons_text(entry),
        "decision": wording("th")["decision_keep"] if entry.status == "carried" else None,
        "note": entry.note,
    }
    return own[key] if key in own else field_value(project, key)


def field_value(project: Project, key: str) -> Value:
    """What stands in a column that tells of the project itself."""
    if key == "budget":
        return Decimal(project.budget) if project.budget is not None else project.budget_text
    if key == "months":
        return months_text(project.months) or None
    if key == "strategy":
        return project.strategy.name if project.strategy else None
    value: str | None = getattr(project, key)
    return value
