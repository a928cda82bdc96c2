"""Operation plans as officers type them into Excel, in several manners, made from a Plan."""

from dataclasses import dataclass, field
from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from schemas.plan import FISCAL_MONTHS, Group, Plan, Project
from tests.parsers.formats.xlsx.workbooks import arrow, saved, with_drawing

MONTH_NAMES = (
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
)
FIELD_WIDTHS = (5, 28, 34, 13, 18, 15)
COLUMNS = len(FIELD_WIDTHS) + len(MONTH_NAMES)
TITLES = {
    "ผด.02": "บัญชีจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ",
    "ผด.02/1": "บัญชีจำนวนครุภัณฑ์สำหรับที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น",
}
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MARK = PatternFill("solid", fgColor="FF92D050")


@dataclass(frozen=True)
class Manner:
    """How a workbook is typed: rules or none, headings merged or typed into the first column, and so on."""

    ruled: bool = True
    merged: bool = True
    sheet_per_form: bool = True
    blank_rows: bool = True
    wrapped_into_rows: bool = False
    marks: tuple[str, ...] = ("fill", "arrow", "text")


@dataclass
class _Typist:
    book: Workbook
    manner: Manner
    arrows: dict[int, list[str]] = field(default_factory=dict)
    row: int = 0
    marked: int = 0

    @property
    def sheet(self) -> Worksheet:
        return self.book.worksheets[-1]

    def line(self, text: str, *, centered: bool) -> None:
        self.row += 1
        cell = self.sheet.cell(self.row, 1, text)
        cell.font = Font(bold=True)
        if self.manner.merged:
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=COLUMNS)
        if centered:
            cell.alignment = Alignment(horizontal="center" if self.manner.merged else "centerContinuous")

    def cells(self, values: dict[int, object]) -> None:
        self.row += 1
        for column in range(1, COLUMNS + 1):
            cell = self.sheet.cell(self.row, column, values.get(column))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if self.manner.ruled:
                cell.border = _BOX
            if isinstance(values.get(column), float | int) and column == 4:
                cell.number_format = "#,##0.00" if values[column] % 1 else "#,##0"

    def mark(self, months: tuple[int, ...]) -> None:
        """Mark months in the last row, each project in the next way."""
        way = self.manner.marks[self.marked % len(self.manner.marks)]
        self.marked += 1
        positions = sorted(FISCAL_MONTHS.index(month) for month in months)
        runs = [
            [at for _, at in run] for _, run in groupby(enumerate(positions), lambda pair: pair[1] - pair[0])
        ]
        first = len(FIELD_WIDTHS)
        for run in runs:
            if way == "arrow":
                drawn = self.arrows.setdefault(len(self.book.worksheets), [])
                drawn.append(arrow(self.row - 1, first + run[0], first + run[-1]))
            for position in run if way != "arrow" else ():
                cell = self.sheet.cell(self.row, first + position + 1)
                if way == "fill":
                    cell.fill = _MARK
                else:
                    cell.value = "✓"


def operation_workbook(plan: Plan, manner: Manner) -> bytes:
    """The .xlsx of an operation plan."""
    typist = _Typist(Workbook(), manner)
    for index, (form, group) in enumerate(groupby(plan.projects, lambda project: project.form)):
        if index == 0 or manner.sheet_per_form:
            _new_sheet(typist, form, first=index == 0)
        projects = list(group)
        for of_headings in (list(part) for _, part in groupby(projects, lambda project: project.groups)):
            _titled(typist, plan, form, of_headings[0])
            for project in of_headings:
                _project(typist, project)
            typist.row += 2
    data = saved(typist.book)
    for sheet, arrows in typist.arrows.items():
        data = with_drawing(data, "".join(arrows), sheet)
    return data


def _new_sheet(typist: _Typist, form: str, *, first: bool) -> None:
    if not first:
        typist.book.create_sheet()
    typist.row = 0
    typist.sheet.title = form.replace("/", "-")
    for column, width in enumerate((*FIELD_WIDTHS, *(4 for _ in MONTH_NAMES)), 1):
        typist.sheet.column_dimensions[get_column_letter(column)].width = width


def _titled(typist: _Typist, plan: Plan, form: str, project: Project) -> None:
    organization = plan.organization
    typist.row += 1
    typist.sheet.cell(typist.row, COLUMNS - 2, f"แบบ {form}")
    typist.line(TITLES[form], centered=True)
    typist.line(f"แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. {plan.fiscal_year}", centered=True)
    place = (
        f"{organization.type}{organization.name} อำเภอ{organization.district} จังหวัด{organization.province}"
    )
    typist.line(place, centered=True)
    for group in project.groups:
        typist.line(_heading(group), centered=False)
    if typist.manner.blank_rows:
        typist.row += 1
    _header(typist, plan, form)


def _heading(group: Group) -> str:
    if group.label == "ยุทธศาสตร์":
        return f"ยุทธศาสตร์ที่ {group.number} {group.name}" if group.number else f"ยุทธศาสตร์ {group.name}"
    whole = group.number if group.number is None or "." in group.number else f"{group.number}."
    return f"{whole} {group.label}{group.name}" if whole else f"{group.label}{group.name}"


def _header(typist: _Typist, plan: Plan, form: str) -> None:
    name = "โครงการ" if form == "ผด.02" else "ครุภัณฑ์"
    details = "รายละเอียดของกิจกรรมที่เกิดขึ้นจากโครงการ" if form == "ผด.02" else "รายละเอียดของครุภัณฑ์"
    fields = ("ที่", name, details, "งบประมาณ (บาท)", "สถานที่ดำเนินการ", "หน่วยงานรับผิดชอบหลัก")
    year = plan.fiscal_year or 0
    years = {len(FIELD_WIDTHS) + 1: f"พ.ศ. {year - 1}", len(FIELD_WIDTHS) + 4: f"พ.ศ. {year}"}
    typist.cells({**dict(enumerate(fields, 1)), **years})
    top = typist.row
    typist.cells(dict(enumerate(MONTH_NAMES, len(FIELD_WIDTHS) + 1)))
    sheet = typist.sheet
    for column in range(1, len(FIELD_WIDTHS) + 1):
        sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)
    for first, last in ((1, 3), (4, 12)):
        start = len(FIELD_WIDTHS)
        sheet.merge_cells(start_row=top, end_row=top, start_column=start + first, end_column=start + last)


def _project(typist: _Typist, project: Project) -> None:
    amount = float(project.budget) if project.budget is not None else project.budget_text
    name, rest = _cut(project.name or "") if typist.manner.wrapped_into_rows else (project.name, None)
    typist.cells(
        {
            1: int(project.number) if project.number else None,
            2: name,
            3: project.details,
            4: amount,
            5: project.location,
            6: project.responsible_unit,
        }
    )
    typist.mark(project.months)
    if rest:
        typist.cells({2: rest})


def _cut(name: str) -> tuple[str, str | None]:
    """A name divided behind its first third between two Thai letters, as it wraps inside a word."""
    for at in range(len(name) // 3, len(name)):
        if "ก" <= name[at - 1] <= "ฮ" and "ก" <= name[at] <= "ฮ":
            return name[:at], name[at:]
    return name, None
