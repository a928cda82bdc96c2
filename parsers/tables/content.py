"""Columns whose header the vocabulary does not have, told by what stands in their cells where that leaves no doubt.

Only roles that a layout lacks are given away, each to one column at most; where two columns speak alike, both stay
unknown. Months are never told here. The words are data (schemas/vocabularies/content_signs.toml).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.tables.grid import GridRow
from parsers.tables.layout import UNKNOWN, Column, Layout
from parsers.thai import normalize_text, read_money, read_program, read_row_number
from schemas.vocabulary import load, vocabulary_cache

LEAST_CELLS = 3
"""Fewer filled cells tell nothing of their column."""

CLEAR_SHARE = 0.7
"""So large a share of a column's cells must speak for a role."""

CERTAIN_SHARE = 0.5
"""So large a share must do it by words that stand in no other column."""

STRAY_SHARE = 0.2
"""Up to this share of cells may look like another column's."""

SAMPLE_ROWS = 300
"""What this many rows leave open, more of them leave open too."""

_FEW_CELLS = 3
"""A row of fewer filled cells is a heading or the rest of a record, no record's first line."""

_ROUND_BAHT = 10
_LEAST_BAHT = 1000
_UNIT_LENGTH = 80
_PROSE_LENGTH = 8
"""A shorter text is a word or a code, no name and no sentence."""

_EVIDENT = frozenset({"number", "name", "budget", "responsible_unit"})
_MEASURED = frozenset({"details", "target", "objective"})
_LEAST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A layout on the way, and the texts of each column, one per record."""

    layout: Layout
    texts: tuple[tuple[str, ...], ...]

    def with_role(self, index: int, role: str) -> "_Evidence":
        columns = list(self.layout.columns)
        columns[index] = replace(columns[index], role=role, told_by_content=True)
        return _Evidence(_with_columns(self.layout, columns), self.texts)

    def unknown(self) -> Iterator[int]:
        """The indices of columns without role that hold enough to be told by."""
        for index, column in enumerate(self.layout.columns):
            if column.role == UNKNOWN and len(self.texts[index]) >= LEAST_CELLS:
                yield index

    def role_at(self, index: int) -> str:
        """The role of a column; "" beside the table."""
        return self.layout.columns[index].role if 0 <= index < len(self.texts) else ""

    def budgets(self) -> list[int]:
        """The indices of the columns of money."""
        return [index for index, column in enumerate(self.layout.columns) if column.role == "budget"]

    def mostly(self, index: int, speaks: Callable[[str], bool], share: float = CLEAR_SHARE) -> bool:
        """Whether so large a share of a column's cells speaks for something."""
        texts = self.texts[index]
        return len(texts) >= LEAST_CELLS and sum(map(speaks, texts)) >= share * len(texts)


def told_by_content(layout: Layout, rows: Sequence[GridRow]) -> Layout:
    """The layout with roles for those of its unknown columns whose cells in `rows` leave no doubt.

    The same layout where none is unknown or nothing is told. Rows are those under the layout's header.
    """
    if UNKNOWN not in layout.roles:
        return layout
    sampled = rows[:SAMPLE_ROWS]
    evidence = _Evidence(layout, _texts(layout, [[row] for row in sampled if len(row.filled) >= _FEW_CELLS]))
    numbered = _tell(evidence, "number", _counts_on).layout
    evidence = _Evidence(numbered, _texts(numbered, _records(numbered, sampled)))
    for role, speaks in _RULES:
        evidence = _tell(evidence, role, speaks)
    return evidence.layout


def is_evident_list(layout: Layout) -> bool:
    """Whether a layout that its header alone does not tell lists projects beyond doubt, its cells told of.

    A list of things owned, of people or of results lacks a measure or an objective, or has several amounts.
    """
    plain = layout.roles & _MEASURED or layout.months or len(layout.years) > 1
    return layout.roles >= _EVIDENT and bool(plain) and len(layout.columns) >= _LEAST_COLUMNS


def _records(layout: Layout, rows: Sequence[GridRow]) -> list[list[GridRow]]:
    """The rows by record, where numbers tell them: a table row may be no more than a line of its record."""
    records: list[list[GridRow]] = []
    for row in rows:
        if _is_numbered(layout, row):
            records.append([row])
        elif records and not _is_spanning(row):
            records[-1].append(row)
    full = [[row] for row in rows if len(row.filled) >= _FEW_CELLS]
    return records if len(records) >= LEAST_CELLS else full


def _is_spanning(row: GridRow) -> bool:
    filled = row.filled
    return len(filled) == 1 and filled[0].col_span > 1


def _texts(layout: Layout, records: Iterable[Sequence[GridRow]]) -> tuple[tuple[str, ...], ...]:
    """By column the texts of its filled cells, those of a record joined; dashes are left out."""
    texts: list[list[str]] = [[] for _ in layout.columns]
    for record in records:
        lines: dict[int, list[str]] = {}
        for row in record:
            for cell in row.filled:
                lines.setdefault(layout.column_of(row.table, cell), []).append(cell.text)
        for column, parts in lines.items():
            text = normalize_text("\n".join(parts))
            if text.strip("-– ."):
                texts[column].append(text)
    return tuple(map(tuple, texts))


def _is_numbered(layout: Layout, row: GridRow) -> bool:
    return any(
        layout.columns[layout.column_of(row.table, cell)].role == "number"
        and read_row_number(cell.text) is not None
        for cell in row.filled
    )


_Rule = Callable[[_Evidence, int], bool]


def _tell(evidence: _Evidence, role: str, speaks: _Rule) -> _Evidence:
    """The evidence with `role` for the one unknown column that speaks for it."""
    if role in evidence.layout.roles:
        return evidence
    found = [index for index in evidence.unknown() if speaks(evidence, index)]
    return evidence.with_role(found[0], role) if len(found) == 1 else evidence


def _counts_on(evidence: _Evidence, index: int) -> bool:
    """Row numbers that go on or begin anew, in the table's first column."""
    numbers = [read_row_number(text) for text in evidence.texts[index]]
    counted = [int(number) for number in numbers if number and number.isdecimal()]
    if index or len(counted) < CLEAR_SHARE * len(numbers) or len(counted) < LEAST_CELLS:
        return False
    going_on = sum(after in (before + 1, 1) for before, after in pairwise(counted))
    return going_on >= CLEAR_SHARE * (len(counted) - 1)


def _is_objective(evidence: _Evidence, index: int) -> bool:
    """Purposes left of all money; what stands behind it is expected, and details say เพื่อจ่ายเป็น too."""
    is_details = bool(evidence.layout.months) and "details" not in evidence.layout.roles
    return not is_details and _is_before_money(evidence, index) and evidence.mostly(index, _is_purpose)


def _is_purpose(text: str) -> bool:
    return text.startswith(_words("objective", "beginnings"))


def _is_unit(evidence: _Evidence, index: int) -> bool:
    return evidence.mostly(index, _names_unit) and evidence.mostly(index, _names_own_unit, CERTAIN_SHARE)


def _names_unit(text: str) -> bool:
    return len(text) <= _UNIT_LENGTH and text.startswith(tuple(load("units")["beginnings"]))


def _names_own_unit(text: str) -> bool:
    return text.startswith(tuple(load("units")["beginnings_in_line"]))


def _is_location(evidence: _Evidence, index: int) -> bool:
    certain = evidence.mostly(
        index, lambda text: text.startswith(_words("location", "certain")), CERTAIN_SHARE
    )
    return certain and evidence.mostly(index, _names_place)


def _names_place(text: str) -> bool:
    begins = text.startswith((*_words("location", "certain"), *_words("location", "beginnings")))
    return begins and len(text) <= load("content_signs")["location"]["length_limit"]


def _is_budget(evidence: _Evidence, index: int) -> bool:
    """Round sums of baht and nothing else; counts of people are not round."""
    return evidence.mostly(index, _is_sum_of_money)


def _is_sum_of_money(text: str) -> bool:
    money = read_money(text)
    if money.unread is not None or len(money.amounts) != 1:
        return False
    return money.amounts[0] >= _LEAST_BAHT and money.amounts[0] % _ROUND_BAHT == 0


def _is_name(evidence: _Evidence, index: int) -> bool:
    """Texts right behind the row's number, left of all money: the place of the name in every form."""
    budgets = evidence.budgets()
    behind_number = evidence.role_at(index - 1) == "number"
    named = evidence.mostly(index, _is_prose) and not evidence.mostly(index, _is_program, STRAY_SHARE)
    return behind_number and bool(budgets) and index < budgets[0] and named


def _is_program(text: str) -> bool:
    """A list of equipment (ผ.03) has the แผนงาน where others have the name."""
    return read_program(text)[1]


def _is_prose(text: str) -> bool:
    long = len(text) >= _PROSE_LENGTH and _THAI_WORD.search(text) is not None
    return long and read_money(text).unread is not None


_THAI_WORD = re.compile("[ก-ฮ]{2}")


def _is_target(evidence: _Evidence, index: int) -> bool:
    return (
        _is_development(evidence)
        and _is_before_money(evidence, index)
        and evidence.mostly(index, _is_quantity)
    )


def _is_details(evidence: _Evidence, index: int) -> bool:
    return (
        bool(evidence.layout.months)
        and _is_before_money(evidence, index)
        and evidence.mostly(index, lambda text: _is_quantity(text) or _is_purpose(text))
    )


def _is_development(evidence: _Evidence) -> bool:
    return not evidence.layout.months and len(evidence.layout.years) > 1


def _is_before_money(evidence: _Evidence, index: int) -> bool:
    """Whether a column stands between the name and the money."""
    columns, budgets = evidence.layout.columns, evidence.budgets()
    named = any(column.role == "name" for column in columns[:index])
    return named and bool(budgets) and index < budgets[0]


def _is_quantity(text: str) -> bool:
    return _quantity().search(text) is not None and read_money(text).unread is not None


@vocabulary_cache()
def _quantity() -> re.Pattern[str]:
    measures = "|".join(map(re.escape, _words("quantity", "measures")))
    units = "|".join(map(re.escape, _words("quantity", "units")))
    return re.compile(rf"(?:{measures})[^\d]{{0,40}}\d|\d\s?(?:{units})")


def _is_kpi(evidence: _Evidence, index: int) -> bool:
    """Shares and counts, behind the money of a development plan and before what is expected or the unit."""
    budgets = evidence.budgets()
    behind = _is_development(evidence) and evidence.role_at(index - 1) == "budget" and index > max(budgets)
    return behind and evidence.mostly(index, _is_indicator)


def _is_indicator(text: str) -> bool:
    return text.startswith(_words("kpi", "beginnings"))


def _is_expected_result(evidence: _Evidence, index: int) -> bool:
    """Sentences between KPI, or money where there is none, and the unit: the place of it in every form."""
    before, behind = evidence.role_at(index - 1), evidence.role_at(index + 1)
    placed = before in ("kpi", "budget") and behind == "responsible_unit"
    if not (placed and _is_development(evidence) and "name" in evidence.layout.roles):
        return False
    counted = evidence.mostly(index, _is_indicator, STRAY_SHARE) or evidence.mostly(
        index, _is_quantity, CERTAIN_SHARE
    )
    return evidence.mostly(index, _is_prose) and not counted


def _words(table: str, key: str) -> tuple[str, ...]:
    return tuple(load("content_signs")[table][key])


_RULES: tuple[tuple[str, _Rule], ...] = (
    ("responsible_unit", _is_unit),
    ("budget", _is_budget),
    ("location", _is_location),
    ("name", _is_name),
    ("objective", _is_objective),
    ("target", _is_target),
    ("details", _is_details),
    ("kpi", _is_kpi),
    ("expected_result", _is_expected_result),
)
"""Roles in the order in which they are told: those that need no other first."""


def _with_columns(layout: Layout, columns: Sequence[Column]) -> Layout:
    return Layout(tuple(columns), layout.header_years, layout.months_by_position)
