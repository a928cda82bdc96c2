"""What people typed into a row's cells, read as the fields of its project."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from outputs.draft.columns import COLUMNS, EDITED_FIELDS, NEW_FORMS, field_value
from parsers.corrections import Unfit, with_value
from parsers.corrections.expectations import Wanted
from parsers.thai import normalize_text, read_money
from pipeline.draft.filled import FilledRow
from pipeline.draft.headings import placed
from schemas.findings import Finding
from schemas.plan import Form, Plan, Point, Project

A_PROGRAM = Wanted("ชื่อแผนงาน เลือกจากรายการ", "the name of a แผนงาน, as in the drop-down")
A_FORM = Wanted(f"{NEW_FORMS[0]} หรือ {NEW_FORMS[1]}", f"{NEW_FORMS[0]} or {NEW_FORMS[1]}")
A_CHOICE = Wanted("คงไว้ ตัดออก หรือ แก้ไข", "คงไว้ (keep), ตัดออก (drop) or แก้ไข (edit)")
A_NAME = Wanted("ชื่อโครงการ", "the name of the project")
_TITLES = {column.key: column.title for column in COLUMNS}
_EMPTY: Mapping[str, dict[str, Any]] = {
    "details": {"details": None},
    "budget": {"budget": None, "budget_text": None},
    "months": {"months": ()},
    "location": {"location": None},
    "responsible_unit": {"responsible_unit": None, "responsible_units": ()},
    "fund_source": {"fund_source": None},
}


class Edit(NamedTuple):
    """The project as edited, and the cells that could not be read; these leave their fields as they were."""

    project: Project
    findings: tuple[Finding, ...] = ()


def unread(name: str, row: FilledRow, key: str, wanted: Wanted) -> Finding:
    """The finding for one cell."""
    facts: dict[str, str | int] = {
        "name": name,
        "row": row.number,
        "column": _TITLES[key],
        "value": row.cells.get(key, ""),
        "wanted_th": wanted.th,
        "wanted_en": wanted.en,
    }
    return Finding(code="DRF001", facts=facts)


def edited(project: Project, row: FilledRow, plan: Plan, name: str) -> Edit:
    """The project with what its row has otherwise by now; `plan` has the headings that it may move under."""
    changes: list[tuple[str, Callable[[Project], Project]]] = [
        (key, _setter(key, row.cells[key], plan))
        for key in EDITED_FIELDS
        if key in row.cells and not _is_same(project, key, row.cells[key])
    ]
    if row.cells.get("form"):
        changes.insert(0, ("form", lambda current: _of_form(current, row.cells["form"])))
    if _moves(project, row):
        changes.append(("program", lambda current: _moved(current, row, plan)))
    return _applied(project, changes, row, name)


def typed(row: FilledRow, plan: Plan, name: str) -> Edit:
    """A new project of a row that people added; its name is there."""
    return edited(Project(form=NEW_FORMS[0], name=normalize_text(row.cells["name"])), row, plan, name)


def _of_form(project: Project, text: str) -> Project:
    plain = normalize_text(text).replace(" ", "").removeprefix("แบบ")
    form: Form | None = next((form for form in NEW_FORMS if plain == form), None)
    if form is None:
        raise Unfit(A_FORM)
    return project.model_copy(update={"form": form})


def _applied(
    project: Project,
    changes: list[tuple[str, Callable[[Project], Project]]],
    row: FilledRow,
    name: str,
) -> Edit:
    findings = []
    for key, change in changes:
        try:
            project = change(project)
        except Unfit as error:
            findings.append(unread(name, row, key, error.wanted))
    return Edit(project, tuple(findings))


def _setter(key: str, text: str, plan: Plan) -> Callable[[Project], Project]:
    def change(project: Project) -> Project:
        if not text:
            if key not in _EMPTY:
                raise Unfit(A_NAME)
            return project.model_copy(update=_EMPTY[key])
        if key == "budget":
            project = project.model_copy(update={"points": tuple(_without_money(project))})
        alone = plan.model_copy(update={"projects": (project,)})
        return with_value(alone, f"projects[0].{key}", text).projects[0]

    return change


def _without_money(project: Project) -> Iterator[Point]:
    """One amount was typed for all points together: which of them has how much of it is not known."""
    for point in project.points:
        yield point.model_copy(update={"budgets": {}})


def _is_same(project: Project, key: str, text: str) -> bool:
    """Whether the cell still says what was written into it."""
    value = field_value(project, key)
    if isinstance(value, Decimal):
        reading = read_money(text)
        return reading.amounts == (value,) and not reading.unread and not reading.fund_source
    return normalize_text(text) == normalize_text(value or "")


def _moves(project: Project, row: FilledRow) -> bool:
    return any(
        key in row.cells and not _is_same(project, key, row.cells[key]) for key in ("strategy", "program")
    )


def _moved(project: Project, row: FilledRow, plan: Plan) -> Project:
    """A heading whose column is gone from the sheet is the project's own."""
    strategy, program = (
        row.cells[key] if key in row.cells else str(field_value(project, key) or "")
        for key in ("strategy", "program")
    )
    moved = placed(project, strategy, program, plan.projects)
    if moved is None:
        raise Unfit(A_PROGRAM)
    return moved


def has_heading(row: FilledRow) -> bool:
    """Whether a strategy or a program was typed."""
    return any(row.cells.get(key) for key in ("strategy", "program"))
