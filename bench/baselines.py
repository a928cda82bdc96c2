"""A plan from bare grids of text, as a short script over another tool's tables gives it.

A row with three known header words or more is the header, a row with a number under it is a project. The header
words are phaen's own (its exact ones), which such a script would not have. Digits are made Arabic, line ends
become spaces, amounts become baht: no more is mended.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

from schemas.document import Source
from schemas.plan import FISCAL_MONTHS, Form, Plan, Project
from schemas.vocabulary import load

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LEAST_HEADERS = 3
_YEAR = re.compile(r"(?:ปี)?(25\d\d)(?:บาท)?")
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d\d)?")
_DASHES = ("-", "ไม่ใช้งบประมาณ")
_IN_HEADERS = re.compile(r"[\s./()]")
_FIELDS = (
    "number", "name", "details", "budget", "location", "objective", "responsible_unit", "target", "kpi",
    "expected_result", "program", "equipment_type", "procurement_method",
)  # fmt: skip
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
        word = _bare(text)
        year = _YEAR.fullmatch(word)
        role = f"year:{year[1]}" if year else _header_words().get(word)
        if role:
            found[index] = role
    return found


def _bare(text: str) -> str:
    return _IN_HEADERS.sub("", text).translate(_ARABIC)


@cache
def _header_words() -> dict[str, str]:
    """The role of every header that phaen knows word for word."""
    words = {
        _bare(word): column["role"]
        for column in load("columns")["column"]
        if column["role"] in _FIELDS
        for word in column["exact"]
    }
    months = {_bare(month["abbreviation"]): f"month:{month['number']}" for month in load("months")["month"]}
    return {**words, **months}


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
