"""A plan from bare grids of text, as a short script over another tool's tables gives it.

The first row whose cells are official header words is the header, a row with a number under it is a
project. Digits are made Arabic, line ends become spaces, amounts become baht: no more is mended.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from schemas.document import Source
from schemas.plan import FISCAL_MONTHS, Form, Plan, Project

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_HEADERS = {
    "ที่": "number", "ลำดับ": "number", "ลำดับที่": "number", "โครงการ": "name", "โครงการ/กิจกรรม": "name",
    "ครุภัณฑ์": "name", "รายละเอียดของกิจกรรมที่เกิดขึ้นจากโครงการ": "details", "รายละเอียดของครุภัณฑ์": "details",
    "งบประมาณ(บาท)": "budget", "งบประมาณ": "budget", "สถานที่ดำเนินการ": "location", "วัตถุประสงค์": "objective",
    "หน่วยงานรับผิดชอบหลัก": "responsible_unit", "หน่วยงานที่รับผิดชอบ": "responsible_unit",
    "เป้าหมาย(ผลผลิตของโครงการ)": "target", "เป้าหมาย(ผลผลิตของครุภัณฑ์)": "target", "ตัวชี้วัด(KPI)": "kpi",
    "ตัวชี้วัด": "kpi", "ผลที่คาดว่าจะได้รับ": "expected_result", "แผนงาน": "program", "ประเภท": "equipment_type",
    "ต.ค.": "month:10", "พ.ย.": "month:11", "ธ.ค.": "month:12", "ม.ค.": "month:1", "ก.พ.": "month:2",
    "มี.ค.": "month:3", "เม.ย.": "month:4", "พ.ค.": "month:5", "มิ.ย.": "month:6", "ก.ค.": "month:7",
    "ส.ค.": "month:8", "ก.ย.": "month:9",
}  # fmt: skip
_LEAST_HEADERS = 3
_YEAR = re.compile(r"(?:ปี)?(25\d\d)(?:\(บาท\))?")
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d\d)?")
_DASHES = ("-", "ไม่ใช้งบประมาณ")
_Roles = dict[int, str]


def plan_of_grids(grids: list[list[list[str]]], path: Path) -> Plan:
    """The projects of every grid that has a header, in order; nothing is known of headings or of the plan."""
    projects = tuple(project for grid in grids for project in _projects(grid))
    months = any(project.form.startswith("ผด") for project in projects)
    data = path.read_bytes()
    source = Source(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="docx" if path.suffix == ".docx" else "pdf",
        size_bytes=len(data),
    )
    return Plan(kind="operation_plan" if months else "development_plan", projects=projects, source=source)


def _projects(grid: list[list[str]]) -> Iterator[Project]:
    roles: _Roles = {}
    for row in grid:
        found = _roles(row)
        if len(set(found.values())) >= _LEAST_HEADERS:
            roles = {**roles, **found}
        elif found and roles and all(role.partition(":")[0] in ("month", "year") for role in found.values()):
            roles = {**roles, **found}  # the second header row
        elif roles:
            project = _project(row, roles)
            if project is not None:
                yield project


def _roles(row: list[str]) -> _Roles:
    found: _Roles = {}
    for index, text in enumerate(row):
        word = re.sub(r"\s", "", text).translate(_ARABIC)
        year = _YEAR.fullmatch(word)
        role = f"year:{year[1]}" if year else _HEADERS.get(word)
        if role:
            found[index] = role
    return found


def _project(row: list[str], roles: _Roles) -> Project | None:
    cells = {role: _clean(row[index]) for index, role in roles.items() if index < len(row)}
    # A cell over the whole row is a heading, and a row without a number is none of a project.
    if not cells.get("number") or len(set(row)) == 1:
        return None
    plain = {role: text for role, text in cells.items() if text and ":" not in role and role != "budget"}
    months = tuple(month for month in FISCAL_MONTHS if cells.get(f"month:{month}"))
    form = _form(roles)
    return Project(form=form, months=months, **_money(cells), **plain)


def _form(roles: _Roles) -> Form:
    names = set(roles.values())
    wanted = "ผด.02" if "month:10" in names else ("ผ.03" if "equipment_type" in names else "ผ.02")
    return next(form for form in get_args(Form) if form == wanted)


def _clean(text: str) -> str:
    return " ".join(text.translate(_ARABIC).split())


def _money(cells: dict[str, str]) -> dict[str, Any]:
    years = {role.removeprefix("year:"): text for role, text in cells.items() if role.startswith("year:")}
    if years:
        amounts = {year: amount for year, text in years.items() if (amount := _baht(text))}
        dash = next((text for text in years.values() if text in _DASHES), None)
        return {"budgets": amounts, "budget_text": None if amounts else dash}
    text = cells.get("budget", "")
    return {"budget": _baht(text), "budget_text": text if text in _DASHES else None}


def _baht(text: str) -> str | None:
    amount = _AMOUNT.match(text)
    return f"{float(amount[0].replace(',', '')):.2f}" if amount else None
