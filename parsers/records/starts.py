"""Where a project begins: a table row is a line, not a project (domain.md, quirk 1)."""

from collections.abc import Iterable, Sequence
from typing import Literal

from parsers.records.amounts import Points, budget_texts, is_amount_or_dash
from parsers.tables.layout import Layout
from parsers.tables.walk import BodyRow, Event
from parsers.thai import normalize_text, read_row_number
from schemas.vocabulary import load, vocabulary_cache

Start = Literal["numbered", "without_number"]

_SAID_OF_PROJECTS = frozenset(
    {"name", "details", "objective", "target", "kpi", "expected_result", "location", "responsible_unit"}
)
_LEAST_SAID = 4
_SAID_SHARE = 0.8

WHOLE_SHARE = 0.6
"""A row with at least this share of its columns filled is no mere continuation."""


@vocabulary_cache()
def _starters() -> tuple[str, ...]:
    return tuple(load("form_signs")["project_name"]["starters"])


@vocabulary_cache()
def _objective_words() -> tuple[str, ...]:
    return tuple(load("form_signs")["project_name"]["objectives"])


@vocabulary_cache()
def _unit_words() -> tuple[str, ...]:
    return tuple(load("units")["beginnings"])


def begin_project(leading: Sequence[BodyRow]) -> bool:
    """Whether lines close above a number begin that number's project, and do not end the one before.

    A name, an objective or a unit begins with words of its kind; the end of a cell's text does not. Where none of
    these is among the lines, the gap above them decides.
    """
    for role, words in (
        ("name", _starters()),
        ("objective", _objective_words()),
        ("responsible_unit", _unit_words()),
    ):
        text = normalize_text("\n".join(row.text(role) for row in leading))
        if text:
            return text.startswith(words)
    return True


def is_bare_number(rows: Iterable[BodyRow]) -> bool:
    """Whether rows hold nothing but a number: no text, no money and no mark of a month."""
    found = list(rows)
    roles = {row.layout.columns[index].role for row in found for index in row.texts}
    return roles <= {"number"} and not any(row.marks.months for row in found)


class RecordStarts:
    """Says of each row whether a project begins there; knows which layouts of the document number their rows."""

    def __init__(self, events: Iterable[Event]) -> None:
        rows = (event for event in events if isinstance(event, BodyRow))
        self._numbered = {_roles(row.layout) for row in rows if _number(row) is not None}

    def of(self, row: BodyRow, before: Points | None) -> Start | None:
        """Whether a project begins at `row`, given the rows `before` of the project that is open; None where not."""
        if _number(row) is not None:
            return "numbered"
        if _covered(row, "number") or _covered(row, "name"):
            return None
        name = row.text("name")
        if not name.strip():
            return self._nameless(row)
        if before is None or _roles(row.layout) not in self._numbered:
            return "without_number" if _has_money(row) or _is_complete(row) else None
        return "without_number" if _begins_anew(row, name, before) or _is_complete(row) else None

    def _nameless(self, row: BodyRow) -> Start | None:
        """In a list without names (ผ.03) each row with money is an item where rows are not numbered."""
        nameless_list = "name" not in row.layout.roles and _roles(row.layout) not in self._numbered
        return "without_number" if nameless_list and _has_money(row) else None


def _number(row: BodyRow) -> str | None:
    text = row.text("number")
    return read_row_number(text) if text else None


def _covered(row: BodyRow, role: str) -> bool:
    return any(row.layout.columns[index].role == role for index in row.covered)


def _roles(layout: Layout) -> tuple[str, ...]:
    return tuple(column.role for column in layout.columns)


def _has_money(row: BodyRow) -> bool:
    return any(is_amount_or_dash(text) for text in budget_texts(row).values())


def _begins_anew(row: BodyRow, name: str, before: Points) -> bool:
    """A row without a number whose name begins like a project's and whose money would be a second one."""
    starts = normalize_text(name).startswith(_starters())
    return starts and not row.by_lines and before.opened_by(row) and _is_whole(row)


def _is_complete(row: BodyRow) -> bool:
    """Whether a row without money says all else that a project has, and says it from the beginning.

    The rest of a record that is typed line by line may begin with such words in one column, hardly in all.
    """
    columns = [column.role for column in row.layout.columns if column.role in _SAID_OF_PROJECTS]
    said = [role for role in columns if row.text(role).strip()]
    begins = all(
        normalize_text(row.text(role)).startswith(words)
        for role, words in (("name", _starters()), ("responsible_unit", _unit_words()))
    )
    objective = normalize_text(row.text("objective"))
    is_begun = begins and (not objective or objective.startswith(_objective_words()))
    return is_begun and not row.by_lines and len(said) >= max(_LEAST_SAID, _SAID_SHARE * len(columns))


def _is_whole(row: BodyRow) -> bool:
    """A row with most of its columns filled is a project; a row that goes on with one has few."""
    return len(row.texts) >= WHOLE_SHARE * sum(column.month is None for column in row.layout.columns)
