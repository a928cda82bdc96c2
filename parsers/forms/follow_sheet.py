"""The sheet of follow-up as filled in: for each row its project, and what was reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parsers.forms.headers import find_header
from parsers.forms.sheets import SheetRows
from parsers.forms.submission import shown
from parsers.tables.columns import squeeze
from parsers.thai import normalize_text, read_money
from schemas.failures import InputFailure
from schemas.findings.finding import Fact
from schemas.vocabulary import vocabulary_cache
from schemas.year_forms import QUARTERS, Status, follow_columns, statuses

_NEEDED = ("name", *QUARTERS, "spent")
_DASHES = frozenset({"-", "–", "—"})

Remark = tuple[str, Mapping[str, Fact]]


@dataclass(frozen=True, slots=True)
class FollowRow:
    """What a row says: the key and name of its project, the statuses of four quarters, the money spent in baht."""

    row: int
    key: str
    name: str
    quarters: tuple[Status | None, Status | None, Status | None, Status | None]
    spent: str | None
    result: str | None
    reason: str | None


class FollowRead(NamedTuple):
    """A row, and what could not be read of it."""

    row: FollowRow
    remarks: tuple[Remark, ...]


def read_follow_rows(sheets: Sequence[SheetRows], name: str) -> tuple[FollowRead, ...]:
    """The rows of the first sheet that has the headers of follow-up, those without a project's name left out.

    Remarks: REC060 for a status that is none, REC061 for money that cannot be read; both count as blank.
    InputFailure DOC018 where no sheet has the headers.
    """
    headers = [(column.header, column.key) for column in follow_columns()]
    for sheet in sheets:
        header = find_header(sheet.rows, headers, _NEEDED)
        if header is not None:
            rows = sheet.rows[header.position + 1 :]
            read = ((row.number, header.cells(row)) for row in rows)
            return tuple(_row(number, cells) for number, cells in read if cells.get("name"))
    wanted = ", ".join(column.header for column in follow_columns() if column.key in _NEEDED)
    raise InputFailure("DOC018", name=name, headers=wanted)


def _row(number: int, cells: Mapping[str, str]) -> FollowRead:
    remarks: list[Remark] = []
    quarters = tuple(_status(cells, quarter, remarks) for quarter in QUARTERS)
    row = FollowRow(
        row=number,
        key=cells.get("key", ""),
        name=normalize_text(cells["name"]),
        quarters=(quarters[0], quarters[1], quarters[2], quarters[3]),
        spent=_spent(cells.get("spent", ""), remarks),
        result=_text(cells.get("result", "")),
        reason=_text(cells.get("reason", "")),
    )
    return FollowRead(row, tuple(remarks))


def _text(text: str) -> str | None:
    line = normalize_text(text)
    return None if line in _DASHES else line or None


@vocabulary_cache()
def _statuses() -> dict[str, Status]:
    return {squeeze(text): words.key for words in statuses() for text in (words.text, *words.also)}


def _status(cells: Mapping[str, str], quarter: str, remarks: list[Remark]) -> Status | None:
    text = normalize_text(cells.get(quarter, ""))
    if not text or text in _DASHES:
        return None
    found = _statuses().get(squeeze(text))
    if found is None:
        column = next(column.header for column in follow_columns() if column.key == quarter)
        remarks.append(("REC060", {"text": shown(text), "column": column}))
    return found


def _spent(text: str, remarks: list[Remark]) -> str | None:
    """Baht with two places; a dash is none. A minus is no money spent, and is not read as an amount."""
    reading = read_money(text)
    if not text.strip() or (reading.placeholder and not reading.amounts and not reading.unread):
        return None
    if reading.unread or len(reading.amounts) != 1:
        remarks.append(("REC061", {"text": shown(text)}))
        return None
    return f"{reading.amounts[0]:.2f}"
