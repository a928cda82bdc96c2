"""The sheets of a draft's workbook that nobody fills in: years that were moved, dropped projects, how to fill it in."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from outputs.draft.cells import put, row_height_pt, ruled
from outputs.draft.columns import Value
from outputs.draft.wording import name_text, names_of, place_text, reasons_text, wording
from outputs.sheet_looks import HEADER_FILL
from schemas.draft import Draft


def _write_table(
    book: Any, title: str, headers: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Value]]
) -> None:
    sheet = book.add_worksheet(title)
    bold = ruled(book, bold=True, align="center", bg_color=HEADER_FILL)
    look, money = ruled(book), ruled(book, num_format="#,##0.00")
    for at, (header, width) in enumerate(zip(headers, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, header, bold)
    sheet.set_row(0, row_height_pt(headers, widths))
    for row, values in enumerate(rows, start=1):
        for at, value in enumerate(values):
            put(sheet, row, at, value, money if isinstance(value, Decimal) else look)
        sheet.set_row(row, row_height_pt(values, widths[: len(values)]))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def write_years(book: Any, draft: Draft) -> None:
    """Each text whose years were changed, then those with a year that stayed."""
    words, names = wording("th"), names_of(draft)
    changed = [
        (place_text(change, names), words["years_changed"], change.before, change.after)
        for change in draft.changes
    ]
    left = [
        (place_text(stayed, names), words["years_left"].format(year=stayed.year), stayed.text, None)
        for stayed in draft.left
    ]
    headers = [words[key] for key in ("years_place", "years_kind", "years_before", "years_after")]
    _write_table(book, words["sheet_years"], headers, (44, 24, 56, 56), [*changed, *left])


def write_dropped(book: Any, draft: Draft) -> None:
    """The projects that people dropped; no sheet where there are none."""
    if not draft.dropped:
        return
    words = wording("th")
    headers = [words[f"column_{key}"] for key in ("key", "name", "program", "last_amount", "reasons", "note")]
    rows = [
        (
            each.entry.key,
            name_text(each.project),
            each.project.program,
            Decimal(each.entry.last_amount) if each.entry.last_amount else None,
            reasons_text(each.entry),
            each.entry.note,
        )
        for each in draft.dropped
    ]
    _write_table(book, words["sheet_dropped"], headers, (8, 50, 30, 18, 40, 30), rows)


def write_guide(book: Any) -> None:
    """How to fill in the workbook."""
    words = wording("th")
    lines = [words[key] for key in sorted(words) if key.startswith("guide_")]
    _write_table(book, words["sheet_guide"], [words["sheet_guide"]], (110,), [(line,) for line in lines])
