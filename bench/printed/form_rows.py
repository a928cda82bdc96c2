"""The rows of a form's tables as they lie on paper: cells with spans, fills and arrows over them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bench.legacy_plans.columns import Column
from bench.legacy_plans.content import Section, is_note
from bench.legacy_plans.marks import runs_of
from bench.legacy_plans.tables import by_band, is_money, total_label
from bench.legacy_plans.typed_project import Block, TypedCell, typed_blocks
from bench.legacy_plans.typing_hand import Hand
from schemas.plan import DeclaredTotal, Project

DXA_PER_PT = 20
_SHADE = "A6A6A6"
_HEADING_PT = 13.0
_MONTH_PT = 10.0
_MERGED_FIELDS = ("number", "name", "objective", "kpi")


@dataclass(frozen=True)
class PrintedCell:
    """A cell's lines; `arrows` are (x0, x1) in points from its left edge.

    `tight` cells have no room between text and rules; `open_*` leave out a rule.
    """

    lines: tuple[str, ...] = ()
    align: Literal["left", "center", "right"] = "left"
    col_span: int = 1
    row_span: int = 1
    fill: str = ""
    arrows: tuple[tuple[float, float], ...] = ()
    turned: bool = False
    tight: bool = False
    open_above: bool = False
    open_below: bool = False


@dataclass(frozen=True)
class PrintedRow:
    """A row's cells, without those under a row span; `whole` keeps the row on one page."""

    cells: tuple[PrintedCell, ...]
    size_pt: float
    bold: bool = False
    whole: bool = True


class FormRows:
    """Sets the rows of one form; the tables are counted so that kinds of marks take turns."""

    def __init__(self, hand: Hand, columns: list[Column]) -> None:
        self.hand, self.layout, self.columns = hand, hand.layout, columns
        self.size_pt = columns[0].half_points / 2
        self._plain = [column for column in columns if not column.field.startswith("month:")]
        self._has_months = len(self._plain) < len(columns)
        self._tables = 0

    @property
    def widths_pt(self) -> tuple[float, ...]:
        """Column widths in points."""
        return tuple(column.width / DXA_PER_PT for column in self.columns)

    # ---- header, headings, totals ----

    def header(self) -> list[PrintedRow]:
        """One row of headers, or two where some stand under a band."""
        groups = by_band(self.columns)
        banded = any(band for band, _ in groups)
        top, bottom = [], []
        for band, columns in groups:
            cells = [self._header_cell(column, 2 if banded and not band else 1) for column in columns]
            if band:
                top.append(PrintedCell((self.hand.digits(band),), "center", col_span=len(columns)))
                bottom += cells
            else:
                top += cells
        rows = [PrintedRow(tuple(top), self._header_pt(), bold=True)]
        return [*rows, PrintedRow(tuple(bottom), self._header_pt(), bold=True)] if banded else rows

    def _header_pt(self) -> float:
        return min(self.size_pt, _MONTH_PT) if self._has_months else self.size_pt

    def _header_cell(self, column: Column, row_span: int) -> PrintedCell:
        month = column.field.startswith("month:")
        lines = tuple(column.header.split("\n"))
        turned = month and self.layout.vertical_months
        return PrintedCell(lines, "center", row_span=row_span, turned=turned, tight=month)

    def spanning(self, text: str) -> PrintedRow:
        """A row with one cell over the whole width."""
        return PrintedRow((PrintedCell((text,), col_span=len(self.columns)),), _HEADING_PT, bold=True)

    def _total(self, totals: tuple[DeclaredTotal, ...]) -> PrintedRow:
        amounts = {f"year:{total.year}" if total.year else "budget": total.amount for total in totals}
        money_at = next(index for index, column in enumerate(self.columns) if is_money(column))
        label = total_label(self.hand, self.columns, totals[0])
        cells = [PrintedCell((label,), "center", col_span=money_at)]
        for column in self.columns[money_at:]:
            amount = amounts.get(column.field)
            typed = self.hand.money(amount) if amount else ("-" if is_money(column) else "")
            cells.append(PrintedCell((typed,), "center"))
        return PrintedRow(tuple(cells), self.size_pt, bold=True)

    # ---- projects ----

    def of(self, section: Section, start: int, end: int) -> list[PrintedRow]:
        """The rows of a section's projects, with its dividing rows and its total."""
        kind = self.layout.mark_kinds[self._tables % len(self.layout.mark_kinds)]
        self._tables += 1
        dividers = dict(section.dividers)
        rows: list[PrintedRow] = []
        for index in range(start, end):
            if index in dividers:
                rows.append(self.spanning(self.hand.digits(dividers[index])))
            rows += self._project(section.projects[index], kind)
        if section.totals and end == len(section.projects):
            rows.append(self._total(section.totals))
        return rows

    def _project(self, project: Project, kind: str) -> Iterator[PrintedRow]:
        blocks = typed_blocks(project, self.columns, self.hand)
        if is_note(project) and self.layout.wording % 2 and self.layout.rows == "project":
            yield self._note(project, blocks[0])
            return
        for index, block in enumerate(blocks):
            months = self._months(project.months if index == 0 else (), kind)
            if self.layout.rows == "lines":
                yield from self._lines(block, months)
            else:
                drawn = any(cell.arrows for cell in months)
                cells = (*self._cells(block, index, len(blocks)), *months)
                yield PrintedRow(cells, self.size_pt, whole=drawn or not self.layout.rows_split)

    def _note(self, project: Project, block: Block) -> PrintedRow:
        first = [PrintedCell(block[column.field].lines, column.align) for column in self.columns[:2]]
        text = self.hand.text(project.details or project.objective or "")
        note = PrintedCell((text,), "center", col_span=len(self.columns) - 2)
        return PrintedRow((*first, note), self.size_pt)

    def _cells(self, block: Block, index: int, total: int) -> Iterator[PrintedCell]:
        merged = total > 1 and self.layout.wording % 2 == 0
        for column in self._plain:
            if merged and column.field in _MERGED_FIELDS and index:
                continue
            lines = block.get(column.field, TypedCell(())).lines
            span = total if merged and column.field in _MERGED_FIELDS else 1
            yield PrintedCell(self._joined(lines), column.align, row_span=span)

    def _joined(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        return lines or ("",)

    def _lines(self, block: Block, months: tuple[PrintedCell, ...]) -> Iterator[PrintedRow]:
        """A project (or point) a line a row, and often an empty row after it."""
        height = max(1, *(len(cell.lines) for cell in block.values()))
        total = height + self.hand.rng.choice((0, 1, 1, 2))
        for index in range(total):
            above, below = index > 0, index < total - 1
            cells = []
            for column in self._plain:
                lines = block.get(column.field, TypedCell(())).lines
                text = lines[index] if index < len(lines) else ""
                cells.append(PrintedCell((text,), column.align))
            shown = (
                months if index == 0 else tuple(PrintedCell(fill=cell.fill) for cell in self._single(months))
            )
            row = tuple(replace(cell, open_above=above, open_below=below) for cell in (*cells, *shown))
            yield PrintedRow(row, self.size_pt)

    def _single(self, months: tuple[PrintedCell, ...]) -> Iterator[PrintedCell]:
        for cell in months:
            yield from [replace(cell, col_span=1)] * cell.col_span

    # ---- months ----

    def _months(self, months: tuple[int, ...], kind: str) -> tuple[PrintedCell, ...]:
        if not self._has_months:
            return ()
        runs = runs_of(months)
        if kind == "merged":
            return tuple(_merged(runs))
        if kind in ("glyph", "wingdings", "shading"):
            marked = {position for first, last in runs for position in range(first, last + 1)}
            return tuple(
                self._marked(kind) if position in marked else PrintedCell() for position in range(12)
            )
        width = self.widths_pt[-1]
        starts = {first: last - first + 1 for first, last in runs}
        return tuple(
            PrintedCell(arrows=(self._arrow(starts[position], width),) if position in starts else ())
            for position in range(12)
        )

    def _marked(self, kind: str) -> PrintedCell:
        if kind == "shading":
            return PrintedCell(fill=_SHADE)
        return PrintedCell(("✓" if kind == "wingdings" else self.layout.mark_glyph,), "center", tight=True)

    def _arrow(self, months: int, width_pt: float) -> tuple[float, float]:
        miss = self.layout.mark_jitter * width_pt
        x0, x1 = (self.hand.rng.uniform(-miss, miss) for _ in range(2))
        return x0, months * width_pt + x1


def _merged(runs: list[tuple[int, int]]) -> Iterator[PrintedCell]:
    starts, position = dict(runs), 0
    while position < 12:
        span = starts[position] - position + 1 if position in starts else 1
        yield PrintedCell(("↔",) if position in starts else (), "center", col_span=span)
        position += span
