"""A form's tables: header rows, headings inside, project rows of either kind, totals."""

from dataclasses import replace

from bench.legacy_plans.columns import Column
from bench.legacy_plans.content import Section, is_note
from bench.legacy_plans.layout import Layout
from bench.legacy_plans.marks import Marker, MonthCell, RowMarks
from bench.legacy_plans.typed_project import Block, TypedCell, typed_blocks
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.wordml import (
    CELL_MARGIN,
    WORD_2010,
    WORD_2013,
    CellXml,
    Parts,
    paragraph,
    run,
    table,
    table_row,
)
from schemas.plan import DeclaredTotal, Group, Project

_HEADING = 26  # half points
_MONTH_HEADER = 20
_VERTICAL_HEADER_HEIGHT = {"dotted": 1000, "half_dotted": 1000, "full": 1700}  # dxa, as all heights
_HEADER_LINE_HEIGHT = 370
_LEAST_HEADER_LINES = 3
_BOLD_SHARE = 0.62  # of the letters of body text, so many letters of a header stand on a line
_ROW_HEIGHT = 620
_ANCHOR_HEIGHT = 300
_SPANNING_HEIGHT = 420
_LINE_PER_HALF_POINT = 14.3  # dxa that a line of text takes
_SAFE_SHARE = 0.75  # of the letters of a line, where a row must not be too low
_NESTED_SHARE = 0.3
_REMARKS = ("ตรวจสอบงบประมาณอีกครั้ง", "แก้เป็น 99,000 บาท", "ย้ายไปปีหน้า")
_NUMBER_FORMATS = {"typed": "decimal", "auto_arabic": "decimal", "auto_thai": "thaiNumbers"}


class TableWriter:
    """Writes the rows of one form; the tables are counted so that kinds of marks take turns."""

    def __init__(self, hand: Hand, columns: list[Column], parts: Parts) -> None:
        self.hand, self.layout, self.columns, self.parts = hand, hand.layout, columns, parts
        self._body = columns[0].half_points
        self._tables = 0
        self._list: int | None = None
        self._changes = 0
        self._near = hand.layout.mark_anchor == "near_table"
        self._near_xml, self._height = "", 0  # arrows over the next table, and its height so far

    @property
    def widths(self) -> list[int]:
        """Column widths in dxa."""
        return [column.width for column in self.columns]

    def new_list(self) -> None:
        """The next number is 1 again, where numbers are automatic."""
        if self.layout.numbering != "typed":
            numberings = self.parts.numberings
            numberings.append((len(numberings) + 1, _NUMBER_FORMATS[self.layout.numbering]))
            self._list = len(numberings)

    def table(self, rows: list[str]) -> str:
        """The finished table, and the paragraph over it that anchors its arrows."""
        anchor = paragraph(self._near_xml, exact_height=_ANCHOR_HEIGHT) if self._near_xml else ""
        self._near_xml, self._height = "", 0
        return anchor + table(rows, self.widths, compatibility_of(self.layout))

    def _row(self, cells: list[CellXml], height: int, header: bool = False, whole: bool = False) -> str:
        """A row of at least a height, or just so high where arrows are placed by the rows' heights."""
        self._height += height
        return table_row(cells, header, height, whole, exact=self._near)

    # ---- header and headings ----

    def header_rows(self, first: bool = True) -> list[str]:
        """The header; `first` where it stands at the table's top and Word may repeat it."""
        repeat = first and self.layout.header_repeat == "word"
        if self.layout.rows == "lines" and not self._months():
            return [table_row(cells, header=repeat) for cells in self._header_lines()]
        if not any(column.band for column in self.columns):
            cells = [self._header_cell(column) for column in self.columns]
            return [self._row(cells, self._header_height(), repeat)]
        top, bottom = self._banded()
        half = self._header_height() // 2
        return [self._row(top, half, repeat), self._row(bottom, half, repeat)]

    def _header_height(self) -> int:
        """Room for the tallest header; LibreOffice clips a repeated header that spans rows of less."""
        lines = max(_LEAST_HEADER_LINES, *(len(self._lines_of_header(column)) for column in self.columns))
        vertical = self.layout.vertical_months and self._months()
        return max(
            lines * _HEADER_LINE_HEIGHT,
            _VERTICAL_HEADER_HEIGHT[self.layout.month_spelling] if vertical else 0,
        )

    def _months(self) -> bool:
        return any(column.field.startswith("month:") for column in self.columns)

    def _header_cell(self, column: Column, merge: str = "") -> CellXml:
        month = column.field.startswith("month:")
        size = _MONTH_HEADER if month else self._body
        content = self._centered(column.header, size)
        vertical = month and self.layout.vertical_months
        return CellXml(content, column.width, merge=merge, vertical_text=vertical, centered=True, tight=month)  # type: ignore[arg-type]

    def _centered(self, text: str, half_points: int = 0) -> str:
        return paragraph(run(text, half_points or self._body, bold=True), "center")

    def _banded(self) -> tuple[list[CellXml], list[CellXml]]:
        top, bottom = [], []
        for band, columns in by_band(self.columns):
            if not band:
                top += [self._header_cell(column, "start") for column in columns]
                bottom += [CellXml("", column.width, merge="on") for column in columns]
                continue
            width = sum(column.width for column in columns)
            top.append(CellXml(self._centered(self.hand.digits(band)), width, len(columns), centered=True))
            bottom += [self._header_cell(column) for column in columns]
        return top, bottom

    def _header_lines(self) -> list[list[CellXml]]:
        """A header typed over three rows, a line a row, as a spreadsheet gives it."""
        lines = {column.field: self._lines_of_header(column) for column in self.columns}
        height = max(len(found) for found in lines.values())
        rows = []
        for index in range(height):
            cells = []
            for band, columns in by_band(self.columns):
                if band and index == 0:
                    width = sum(column.width for column in columns)
                    cells.append(CellXml(self._centered(band), width, len(columns)))
                    continue
                for column in columns:
                    found = lines[column.field]
                    text = found[index] if index < len(found) else ""
                    above, below = index > bool(band), index < height - 1
                    cells.append(
                        CellXml(self._centered(text), column.width, open_above=above, open_below=below)
                    )
            rows.append(cells)
        return rows

    def _lines_of_header(self, column: Column) -> list[str]:
        lines = [
            line
            for part in column.header.split("\n")
            for line in self.hand.wrapped(part, max(4, int(column.letters * _BOLD_SHARE)))
        ]
        return ["", *lines] if column.band else lines

    def heading_rows(self, groups: tuple[Group, ...]) -> list[str]:
        """Each heading in a row of its own over the whole width."""
        return [self.spanning_row(self.hand.heading(group)) for group in groups]

    def spanning_row(self, text: str) -> str:
        """A row with one cell."""
        content = paragraph(run(text, _HEADING, bold=True), "left")
        height = _SPANNING_HEIGHT if self._near else 0
        return self._row([CellXml(content, sum(self.widths), len(self.columns))], height, whole=True)

    # ---- projects ----

    def project_rows(self, section: Section, start: int, end: int) -> list[str]:
        """The rows of a section's projects, with its dividing rows."""
        marker = self._marker()
        dividers = dict(section.dividers)
        rows: list[str] = []
        for index in range(start, end):
            if index in dividers:
                rows.append(self.spanning_row(self.hand.digits(dividers[index])))
                if not self.layout.numbers_run_on:
                    self.new_list()
            rows += self._rows_of(section.projects[index], marker)
        return rows

    def _marker(self) -> Marker | None:
        if not self._months():
            return None
        kind = self.layout.mark_kinds[self._tables % len(self.layout.mark_kinds)]
        self._tables += 1
        lefts = [sum(self.widths[:index]) for index in range(len(self.widths) + 1)]
        first_month = len(self.columns) - 12
        name = next(index for index, column in enumerate(self.columns) if column.field == "name")
        return Marker(self.hand.rng, self.layout, kind, lefts[name], lefts[first_month:])

    def _rows_of(self, project: Project, marker: Marker | None) -> list[str]:
        blocks = typed_blocks(project, self.columns, self.hand)
        height = self._row_height(blocks[0])
        middle = _ANCHOR_HEIGHT + self._height + height // 2
        marks = marker.row(project.months, middle) if marker else None
        self._near_xml += marks.near_xml if marks else ""
        if self.layout.rows == "project":
            if is_note(project) and self.layout.wording % 2:
                return [self._note_row(project, blocks[0], height)]
            return [
                self._block_row(block, index, len(blocks), marks, height)
                for index, block in enumerate(blocks)
            ]
        rows = []
        for block in blocks:
            rows += self._line_rows(block, marks if block is blocks[0] else None)
        return rows

    def _row_height(self, block: Block) -> int:
        """The least height, or where heights are exact one that surely holds the row's text."""
        if not self._near:
            return _ROW_HEIGHT
        lines = max(
            sum(len(self._broken(line, column)) for line in block[column.field].lines)
            for column in self._plain()
        )
        return round((lines + 1) * self._body * _LINE_PER_HALF_POINT)

    def _broken(self, line: str, column: Column) -> list[str]:
        return self.hand.wrapped(line, max(4, int(column.letters * _SAFE_SHARE)))

    def _note_row(self, project: Project, block: Block, height: int) -> str:
        """A row whose note stands over all columns from the first one behind the name."""
        text = project.details or project.objective or ""
        cells = [CellXml(self._cell(column, block, 0, None), column.width) for column in self.columns[:2]]
        note = paragraph(run(self.hand.text(text), self._body), "center")
        cells.append(CellXml(note, sum(self.widths[2:]), len(self.columns) - 2))
        return self._row(cells, height, whole=True)

    def _block_row(self, block: Block, index: int, total: int, marks: RowMarks | None, height: int) -> str:
        """One table row of a project, which has as many as it has points."""
        merge = "" if total == 1 or self.layout.wording % 2 else ("start" if index == 0 else "on")
        cells = []
        for column in self._plain():
            merged = merge if column.field in ("number", "name", "objective", "kpi") else ""
            cells.append(CellXml(self._cell(column, block, index, marks), column.width, merge=merged))  # type: ignore[arg-type]
        # LibreOffice draws no arrow in a row that a page break divides; its PDF would not show the months.
        drawn = marks is not None and (marks.name_xml or any(cell.xml for cell in marks.cells))
        whole = bool(drawn) or not self.layout.rows_split
        return self._row(cells + self._month_cells(marks), height, whole=whole)

    def _plain(self) -> list[Column]:
        return [column for column in self.columns if not column.field.startswith("month:")]

    def _cell(self, column: Column, block: Block, index: int, marks: RowMarks | None) -> str:
        """A cell's paragraphs."""
        if column.field == "number" and self._list is not None and index == 0:
            return paragraph("", "center", numbering=self._list, mark_half_points=self._body)
        typed = block.get(column.field, TypedCell(()))
        drawn = marks.name_xml if marks and column.field == "name" and index == 0 else ""
        breaks = self.layout.cell_breaks
        lines = ["\n".join(typed.lines)] if breaks == "br" else list(typed.lines) or [""]
        contents = [self._runs(line, column, last) for last, line in _with_last(lines)]
        contents[0] = drawn + contents[0]
        if self._nests(column) and len(contents[0]) > len(drawn):
            return self._nested(contents, column)
        return "".join(paragraph(content, column.align) for content in contents)

    def _nests(self, column: Column) -> bool:
        wanted = self.layout.nested_tables and column.field in ("details", "target")
        return wanted and self.hand.rng.random() < _NESTED_SHARE

    def _nested(self, contents: list[str], column: Column) -> str:
        """The lines in a table of one column inside the cell, which must end with a paragraph."""
        width = column.width - 4 * CELL_MARGIN
        rows = [table_row([CellXml(paragraph(content, column.align), width)]) for content in contents]
        return table(rows, [width], compatibility_of(self.layout)) + paragraph("")

    def _runs(self, text: str, column: Column, last: bool) -> str:
        """The runs of a line, with the layout's tracked changes, hidden text and content controls."""
        rng, layout = self.hand.rng, self.layout
        if not text:
            return ""
        cut = rng.randrange(1, len(text)) if layout.split_runs and len(text) > 6 else 0
        xml = "".join(run(part, self._body) for part in (text[:cut], text[cut:]) if part)
        money = column.field == "budget" or column.field.startswith("year:")
        if layout.tracked_changes and money and text[0] in "0123456789๐๑๒๓๔๕๖๗๘๙" and rng.random() < 0.15:
            return self._changed(xml)
        if column.field == "name" and last:
            if layout.hidden_text and rng.random() < 0.2:
                xml += run(self.hand.digits(" (ร่างเดิม 99)"), self._body, extra="<w:vanish/>")
            elif layout.content_controls and rng.random() < 0.3:
                return f"<w:sdt><w:sdtPr/><w:sdtContent>{xml}</w:sdtContent></w:sdt>"
            elif layout.comments and rng.random() < 0.25:
                return self.parts.comment(xml, rng.choice(_REMARKS))
        return xml

    def _changed(self, xml: str) -> str:
        """An amount that replaced another while changes were tracked."""
        self._changes += 1
        about = f'w:id="{9000 + self._changes}" w:author="ผู้แก้ไข" w:date="2024-01-01T00:00:00Z"'
        old = self.hand.money(f"{self.hand.rng.randrange(10, 900)}000.00")
        deleted = run(old, self._body).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"<w:del {about}>{deleted}</w:del><w:ins {about}>{xml}</w:ins>"

    def _month_cells(self, marks: RowMarks | None, above: bool = False, below: bool = False) -> list[CellXml]:
        if marks is None:
            return []
        cells = [self._month_cell(cell) for cell in marks.cells]
        return [replace(cell, open_above=above, open_below=below) for cell in cells]

    def _month_cell(self, cell: MonthCell) -> CellXml:
        width = self.columns[-1].width * cell.span
        content = cell.xml + (run(cell.text, self._body) if cell.text else "")
        # A drawing's offset counts from the cell's text, so only cells of text may do without margins.
        return CellXml(
            paragraph(content, "left" if cell.xml else "center"),
            width,
            cell.span,
            shading=cell.shading,
            tight=bool(cell.text),
        )

    # ---- rows that are lines ----

    def _line_rows(self, block: Block, marks: RowMarks | None) -> list[str]:
        """A project (or point) typed a line a row, and often an empty row after it."""
        height = max([len(cell.lines) for cell in block.values()] + [1])
        total = height + self.hand.rng.choice((0, 1, 1, 2))
        return [self._line_row(block, index, total, marks) for index in range(total)]

    def _line_row(self, block: Block, index: int, total: int, marks: RowMarks | None) -> str:
        above, below = index > 0, index < total - 1
        cells = []
        for column in self._plain():
            lines = block.get(column.field, TypedCell(())).lines
            if column.field == "number" and lines and self._list is not None and index == 0:
                content = paragraph("", "center", numbering=self._list, mark_half_points=self._body)
            else:
                text = lines[index] if index < len(lines) else ""
                drawn = marks.name_xml if marks and column.field == "name" and index == 0 else ""
                content = paragraph(drawn + self._runs(text, column, index == len(lines) - 1), column.align)
            cells.append(CellXml(content, column.width, open_above=above, open_below=below))
        return table_row(cells + self._line_months(marks, index, above, below))

    def _line_months(self, marks: RowMarks | None, index: int, above: bool, below: bool) -> list[CellXml]:
        if not self._months():
            return []
        width = self.columns[-1].width
        if marks is not None and index == 0:
            return self._month_cells(marks, above, below)
        fills = {cell.position: cell.shading for cell in marks.cells} if marks else {}
        return [
            CellXml("", width, shading=fills.get(position, ""), open_above=above, open_below=below)
            for position in range(12)
        ]

    # ---- totals ----

    def totals_row(self, totals: tuple[DeclaredTotal, ...]) -> str:
        """The row รวม under the projects of `totals` (one entry, or one per year)."""
        amounts = {f"year:{total.year}" if total.year else "budget": total.amount for total in totals}
        money_at = next(index for index, column in enumerate(self.columns) if is_money(column))
        text = total_label(self.hand, self.columns, totals[0])
        cells = [CellXml(self._centered(text), sum(self.widths[:money_at]), money_at)]
        for column in self.columns[money_at:]:
            amount = amounts.get(column.field)
            typed = self.hand.money(amount) if amount else ("-" if is_money(column) else "")
            cells.append(CellXml(self._centered(typed), column.width))
        return table_row(cells, whole=True)


def compatibility_of(layout: Layout) -> int:
    """Word's mode that draws the layout's marks where they are meant."""
    return WORD_2013 if layout.mark_origin == "column" else WORD_2010


def total_label(hand: Hand, columns: list[Column], total: DeclaredTotal) -> str:
    """What stands before the amounts of a row รวม."""
    noun = "รายการ" if any(column.header.startswith("ครุภัณฑ์") for column in columns) else "โครงการ"
    return f"{total.label} {hand.digits(str(total.count))} {noun}" if total.count else total.label


def is_money(column: Column) -> bool:
    """Whether the column holds amounts."""
    return column.field == "budget" or column.field.startswith("year:")


def by_band(columns: list[Column]) -> list[tuple[str, list[Column]]]:
    """Neighbouring columns under the same band together."""
    grouped: list[tuple[str, list[Column]]] = []
    for column in columns:
        if grouped and grouped[-1][0] == column.band:
            grouped[-1][1].append(column)
        else:
            grouped.append((column.band, [column]))
    return grouped


def _with_last(lines: list[str]) -> list[tuple[bool, str]]:
    return [(index == len(lines) - 1, line) for index, line in enumerate(lines)]
