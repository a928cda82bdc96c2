"""The header rows of a table and its rows of totals."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from outputs.docx.columns import Column, TableLayout
from outputs.docx.content import NO_MONEY
from outputs.docx.forms import words
from outputs.docx.heights import line_count, lines_height_twips
from outputs.docx.values import has_money, money_text, year_sum
from outputs.docx.wordml import Ink, Merge, cell, header_row, line_break, paragraph, row, run
from schemas.plan import Project
from schemas.vocabulary import load

_BOLD_SHARE = 0.9
_MIDDLE = '<w:vAlign w:val="center"/>'
_MIDDLE_NARROW = f'<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>{_MIDDLE}'


def _width(columns: Sequence[Column]) -> int:
    return sum(column.width_twips for column in columns)


def _header_cell(
    ink: Ink, layout: TableLayout, text: str, columns: Sequence[Column], merge: Merge | None = None
) -> str:
    """A header over `columns`; header rows keep with the next row, so that none is left alone at a
    page's foot.
    """
    single_month = len(columns) == 1 and columns[0].month is not None
    style = "PlanMonthHeader" if single_month else f"PlanHeader{layout.size_pt}"
    properties = _MIDDLE_NARROW if single_month else _MIDDLE
    lines = _lines(layout, text, _width(columns))
    words_of_header = paragraph(style, line_break().join(run(ink, line) for line in lines), keep_next=True)
    return cell(_width(columns), words_of_header, len(columns), merge, properties)


def _lines(layout: TableLayout, text: str, width_twips: int) -> list[str]:
    """The header as one text, or divided where it would break badly by itself."""
    divided: list[str] = load("forms")["header_breaks"].get(text, [text])
    is_long = line_count(text, round(width_twips * _BOLD_SHARE), layout.size_pt) > 1
    return divided if is_long else [text]


def _header_lines(layout: TableLayout, texts: Iterable[tuple[str, Sequence[Column]]]) -> int:
    """The lines that the tallest of these headers needs, each of its divided parts by itself; bold letters are
    a little wider than the count knows.
    """
    counts = (
        sum(
            line_count(line, round(_width(columns) * _BOLD_SHARE), layout.size_pt)
            for line in _lines(layout, text, _width(columns))
        )
        for text, columns in texts
    )
    return max(counts, default=0)


def _heights_twips(
    layout: TableLayout, groups: Sequence[tuple[str | None, Sequence[Column]]]
) -> tuple[int, int]:
    """The heights of two header rows, enough for the headers that stand over both.

    LibreOffice finds that out by itself on a table's first page only, and clips them where it
    repeats the rows.
    """
    single = [(column.header, [column]) for _, columns in groups for column in columns]
    merged = _header_lines(layout, [pair for pair in single if pair[1][0].group is None])
    lower = (
        _header_lines(layout, [pair for pair in single if pair[1][0].group and pair[1][0].month is None]) or 1
    )
    upper = _header_lines(layout, [(name, columns) for name, columns in groups if name]) or 1
    lower = max(lower, merged - upper)
    return lines_height_twips(upper, layout.size_pt), lines_height_twips(lower, layout.size_pt)


_Groups = list[tuple[str | None, tuple[Column, ...]]]


def _groups(layout: TableLayout) -> _Groups:
    return [(name, tuple(members)) for name, members in groupby(layout.columns, key=attrgetter("group"))]


def header_heights_twips(layout: TableLayout) -> tuple[int, ...]:
    """The least heights of the table's header rows: one, or two where years or months stand under a header."""
    if all(column.group is None for column in layout.columns):
        lines = _header_lines(layout, [(column.header, [column]) for column in layout.columns])
        return (lines_height_twips(max(1, lines), layout.size_pt),)
    return _heights_twips(layout, _groups(layout))


def header_rows(ink: Ink, layout: TableLayout) -> str:
    """One header row, or two where years or months stand under a common header."""
    heights = header_heights_twips(layout)
    if len(heights) == 1:
        cells = "".join(_header_cell(ink, layout, column.header, [column]) for column in layout.columns)
        return header_row(cells, heights[0])
    upper, lower = [], []
    for name, columns in _groups(layout):
        if name is not None:
            upper.append(_header_cell(ink, layout, name, columns))
            lower += [_header_cell(ink, layout, column.header, [column]) for column in columns]
        else:
            upper += [_header_cell(ink, layout, column.header, [column], "restart") for column in columns]
            lower += [_header_cell(ink, layout, "", [column], "continue") for column in columns]
    return header_row("".join(upper), heights[0]) + header_row("".join(lower), heights[1])


def _sum_cell(
    ink: Ink, layout: TableLayout, projects: Sequence[Project], column: Column, keep_next: bool
) -> str:
    """The sum of a column of money; a dash where no project has any, which is not a sum of zero."""
    if has_money(projects, column.year):
        style, text = f"PlanTotal{layout.size_pt}", money_text(year_sum(projects, column.year))
    else:
        style, text = f"PlanHeader{layout.size_pt}", NO_MONEY
    return cell(column.width_twips, paragraph(style, run(ink, text), keep_next))


def total_row(
    ink: Ink, layout: TableLayout, projects: Sequence[Project], phrase: str, keep_next: bool
) -> str:
    """The row that counts and sums `projects`; `phrase` is a key of the forms' words."""
    label = words(phrase, count=len(projects), unit=layout.form.count_unit)
    cells = []
    for is_money, members in groupby(layout.columns, key=lambda column: column.is_money):
        columns = list(members)
        if is_money:
            cells += [_sum_cell(ink, layout, projects, column, keep_next) for column in columns]
        else:
            content = paragraph(f"PlanHeader{layout.size_pt}", run(ink, label), keep_next)
            cells.append(cell(_width(columns), content, len(columns)))
            label = ""
    return row("".join(cells))
