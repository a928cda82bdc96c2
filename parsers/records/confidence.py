"""How sure a project is read, 0 to 1: the one place where doubts are weighed.

A project is sure until something speaks against it. Every doubt leaves a share of the confidence (`DOUBTS`), and the
shares multiply, as doubts come from different causes. The shares rank projects by how often such a project was
misread on generated plans; they are no probabilities. What is certainly wrong (an amount that cannot be read) weighs
most; what hardly ever goes wrong (a line end that hides whether a space stood there) weighs least, so that the least
sure tenth of a plan are the projects that a person should look at first.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from parsers.records.gathered import RawRecord
from parsers.records.money import Money, tiny_amounts
from parsers.tables.walk import BodyRow
from parsers.thai import SeamMemory, is_damaged

SURE = 1.0

DOUBTS: Final[Mapping[str, float]] = {
    # The money cell holds something that is no amount; a part of a number; more than one amount.
    "money_unread": 0.4,
    "money_tiny": 0.3,
    "money_several": 0.7,
    # The columns of one budget disagree; an amount is too great for the unit that its header counts in.
    "money_beside": 0.7,
    "money_in_baht": 0.5,
    # Letters stand where no writing of Thai puts them.
    "damaged": 0.5,
    # Two filled cells share a column.
    "crowded": 0.6,
    # The table numbers its projects but not this one; it has no name though the table has a column for it.
    "number_missing": 0.7,
    "name_missing": 0.5,
    # A mark ends inside a month, or is none that is known; or there is none where other projects have some.
    "months_unclear": 0.7,
    "months_missing": 0.8,
    # A column's role was told by its cells, the months by their place.
    "told_by_content": 0.985,
    "months_by_position": 0.985,
    # The lines of several projects stand in one cell and were divided by their height on the page; lines above the
    # number were taken for this project's; its points were divided so.
    "divided_by_lines": 0.985,
    "lines_above_number": 0.95,
    "points_divided_by_lines": 0.85,
    # The project goes on over a page's end, where its cells are cut.
    "over_pages": 0.985,
}
"""What each doubt leaves of a project's confidence."""

_DIGITS = 3


def confidence(
    record: RawRecord,
    points: Sequence[Sequence[BodyRow]],
    money: Money,
    texts: Iterable[str],
    seams: SeamMemory,
    *,
    months_expected: bool,
    months_unclear: bool,
) -> float:
    """The confidence of a project, rounded to three digits.

    `points` are its rows by point; `texts` are its texts with line ends, whose seams are judged; `months_expected`
    tells that other projects of the document have months, `months_unclear` that its own are not sure.
    """
    rows = [row for point in points for row in point]
    sure = SURE
    for doubt, holds in {
        **_doubts_of_values(record, rows, money),
        **_doubts_of_place(record, rows, len(points)),
        **_doubts_of_months(record, rows, months_expected),
        "months_unclear": months_unclear,
    }.items():
        sure *= DOUBTS[doubt] if holds else SURE
    for text in texts:
        sure *= seams.certainty(text)
    return round(sure, _DIGITS)


def _doubts_of_values(record: RawRecord, rows: Sequence[BodyRow], money: Money) -> dict[str, bool]:
    roles = record.layout.roles
    return {
        "money_unread": bool(money.unread),
        "money_tiny": bool(tiny_amounts(money)),
        "money_several": bool(money.several),
        "money_beside": money.beside is not None,
        "money_in_baht": bool(money.in_baht),
        "damaged": any(is_damaged(text) for row in rows for text in row.texts.values()),
        "number_missing": record.number_missing and "number" in roles,
        "name_missing": "name" in roles and not any(row.text("name").strip() for row in rows),
    }


def _doubts_of_place(record: RawRecord, rows: Sequence[BodyRow], points: int) -> dict[str, bool]:
    by_lines = any(row.by_lines for row in rows)
    return {
        "crowded": any(row.crowded for row in rows),
        "told_by_content": record.layout.is_told_by_content(),
        "divided_by_lines": by_lines,
        "lines_above_number": any(row.leading for row in rows),
        "points_divided_by_lines": by_lines and points > 1,
        "over_pages": len({row.origin.page for row in rows}) > 1,
    }


def _doubts_of_months(record: RawRecord, rows: Sequence[BodyRow], expected: bool) -> dict[str, bool]:
    marked = any(row.marks.months for row in rows)
    return {
        "months_missing": expected and bool(record.layout.months) and not marked,
        "months_by_position": record.layout.months_by_position,
    }
