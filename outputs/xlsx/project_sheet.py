"""A form's sheet: title lines, header, and the projects under their headings with sums."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from xlsxwriter.utility import xl_range

from outputs.docx.blocks import Block, form_blocks, words_for_none
from outputs.docx.headings import heading_line, headings_to_print
from outputs.xlsx.blocks import PlacedBlock
from outputs.xlsx.cells import Pen, Place, at
from outputs.xlsx.columns import SheetLayout, sheet_layout
from outputs.xlsx.header import write_header
from outputs.xlsx.heights import Text, height_pt, lines_of
from outputs.xlsx.looks import Looks
from outputs.xlsx.page_setup import set_up_table
from outputs.xlsx.project_rows import write_project
from outputs.xlsx.titles import write_titles
from outputs.xlsx.totals import counted_column, write_total
from outputs.xlsx.words import project_word, sheet_name
from schemas.plan import Form, Group, Plan, Project


def write_form(book: Any, looks: Looks, plan: Plan, form: Form) -> list[PlacedBlock]:
    """Add the sheet of a form's projects; where its blocks stand. No sheet for a form that the plan has nothing of."""
    found = form_blocks(plan, form)
    if not found:
        return []
    layout = sheet_layout(form, plan)
    name = looks.ink.text(sheet_name(form))
    pen = Pen(book.add_worksheet(name), looks, layout.table.size_pt)
    pen.sheet.set_default_row(height_pt(1, pen.size_pt))
    titles = (layout.table.form.title, layout.table.form.subtitle or "")
    row = write_titles(pen, plan, layout.table.form.label, titles, len(layout.columns))
    header = write_header(pen, row, layout.columns)
    body = _Body(pen, layout, name, header[1] + 1)
    placed = body.write(found)
    set_up_table(pen.sheet, header, (body.row - 1, len(layout.columns) - 1), layout.frozen)
    # Numbers such as "1.1" are texts on purpose: Excel need not mark them.
    pen.sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, body.row - 1, 0)})
    pen.sheet.autofilter(header[1], 0, body.last_data_row, layout.first_month - 1)
    return placed


def _projects(found: Iterable[Block]) -> list[Project]:
    return [project for block in found for project in block.projects]


class _Body:
    """The rows under the header, filled from the top; `row` is the next free one."""

    def __init__(self, pen: Pen, layout: SheetLayout, sheet: str, row: int) -> None:
        self.row = row
        self.last_data_row = row
        self._pen, self._layout, self._sheet, self._first_row = pen, layout, sheet, row

    def write(self, found: list[Block]) -> list[PlacedBlock]:
        """Write all blocks with their sums; where their projects stand."""
        placed = list(self._strategies(found))
        self.last_data_row = self.row - 1
        if len(found) > 1 and placed:
            self._total(self._first_row, _projects(found), "form_total")
        return placed

    def _strategies(self, found: list[Block]) -> Iterator[PlacedBlock]:
        before: tuple[Group, ...] = ()
        for groups, members in groupby(found, key=attrgetter("strategy_groups")):
            under, first_row = list(members), self.row
            for block in under:
                for group in headings_to_print(before, block.groups):
                    self._heading(heading_line(group))
                before = block.groups
                if block.projects:
                    yield self._block(block)
                else:
                    self._none(block)
            if groups and len(under) > 1 and _projects(under):
                self._total(first_row, _projects(under), "strategy_total")

    def _none(self, block: Block) -> None:
        """One row over all columns that says that no project stands under the heading."""
        place = Place(self.row, 0, self.row, len(self._layout.columns) - 1)
        self._pen.write(place, words_for_none(block.form), "center")
        self.row += 1

    def _block(self, block: Block) -> PlacedBlock:
        first_row = self.row
        for project in block.projects:
            self.row += write_project(self._pen, self.row, project, self._layout)
        placed = self._placed(block, first_row)
        self._total(first_row, list(block.projects), "block_total")
        return placed

    def _placed(self, block: Block, first_row: int) -> PlacedBlock:
        columns = self._layout.columns
        return PlacedBlock(
            block=block,
            sheet=self._sheet,
            first_row=first_row,
            last_row=self.row - 1,
            money_columns=self._layout.money,
            year_columns={columns[index].year or "": index for index in self._layout.years},
            counted_column=counted_column(block.projects, self._layout),
        )

    def _heading(self, text: str) -> None:
        """A heading over the table's width: running on over blank cells, or wrapped where it is longer."""
        last = len(self._layout.columns) - 1
        width_twips = sum(column.width_twips for column in self._layout.columns)
        lines = lines_of([Text(text, width_twips)], self._pen.size_pt)
        if lines > 1:
            self._pen.write(Place(self.row, 0, self.row, last), text, "heading_wrapped")
            self._pen.sheet.set_row(self.row, height_pt(lines, self._pen.size_pt))
        else:
            for col in range(last + 1):
                self._pen.write(at(self.row, col), None, "heading")
            self._write_running_on(text, last)
        self.row += 1

    def _write_running_on(self, text: str, last: int) -> None:
        """The text in the first cell; rules at both ends of the row show that it belongs to the table."""
        pen = self._pen
        pen.sheet.write_string(self.row, 0, pen.ink.cell(text), pen.look("heading", left=1))
        pen.sheet.write_blank(self.row, last, None, pen.look("heading", right=1))

    def _total(self, first_row: int, projects: list[Project], word: str) -> None:
        rows = (first_row, self.row - 1)
        write_total(self._pen, self.row, rows, projects, self._layout, project_word(word))
        self.row += 1
