"""A typed value set into a Plan, with all that hangs on its field."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from parsers.corrections.expectations import TEXT, Unfit, Wanted
from parsers.corrections.headings import (
    HEADING_FIELDS,
    HeadingField,
    heading_of,
    renumbered,
    under_same,
    with_heading,
)
from parsers.corrections.points import POINT_FIELDS, with_point
from parsers.corrections.readings import PLAN_FIELDS, PROJECT_FIELDS, money_of_year, organization
from schemas.plan import Plan, Project
from schemas.plan_path import NoSuchPlace, Step, steps_of, value_at

_Setter = Callable[[Plan, str], Plan]
_Reader = Callable[[Project, str], dict[str, object]]


def can_set(plan: Plan, path: str | None) -> bool:
    """Whether there is a single field at `path` that a typed value can be set to."""
    try:
        value_at(plan, path or "")
        return _setter(plan, steps_of(path or "")) is not None
    except NoSuchPlace:
        return False


def affected(plan: Plan, path: str) -> int:
    """How many projects a value set at `path` changes: a heading governs many; 0 for what is no project's."""
    steps = steps_of(path)
    if steps[0] != "projects" or not isinstance(steps[1], int):
        return 0
    heading = _heading(plan, steps)
    return len(under_same(plan, steps[1], heading)) if heading else 1


def wanted_at(plan: Plan, path: str) -> Wanted:
    """What the field at `path` wants to be typed. NoSuchPlace where no value can be set."""
    try:
        with_value(plan, path, "")
    except Unfit as error:
        return error.wanted
    return TEXT


def with_value(plan: Plan, path: str, text: str) -> Plan:
    """The plan with the field at `path` set to what `text` says, and with all that hangs on that field.

    Money replaces what stood for it, and the other way round; units are divided anew; a heading is set over all
    projects under it; a project has the sums and texts of its points. Unfit where the field cannot take the text,
    NoSuchPlace where the Plan has no such field.
    """
    steps = steps_of(path)
    value_at(plan, path)
    setter = _setter(plan, steps)
    if setter is None:
        raise NoSuchPlace(path)
    try:
        return setter(plan, text)
    except ValidationError as error:
        raise Unfit(TEXT) from error


def _setter(plan: Plan, steps: tuple[Step, ...]) -> _Setter | None:
    heading = _heading(plan, steps)
    match steps:
        case ("projects", int(index), *_) if heading:
            is_number = steps[-1] == "number"
            return lambda plan, text: with_heading(
                plan, index, heading, renumbered(plan.projects[index], heading, text) if is_number else text
            )
        case ("projects", int(index), *inside):
            read = _reader(tuple(inside))
            return read and (lambda plan, text: _with_fields(plan, index, read(plan.projects[index], text)))
        case ("organization",):
            return _with_organization
        case _ if _names(steps) in PLAN_FIELDS:
            return lambda plan, text: _with_leaf(plan, steps, text)
    return None


def _reader(inside: tuple[Step, ...]) -> _Reader | None:
    """What reads a text for the place `inside` a project."""
    match inside:
        case (str(field),):
            return PROJECT_FIELDS.get(field)
        case ("budgets", str(year)):
            return lambda project, text: money_of_year(project, year, text)
        case ("points", int(point), str(field), *years) if field in POINT_FIELDS:
            key = ".".join(map(str, (field, *years)))
            return lambda project, text: with_point(project, point, key, text)
    return None


def _heading(plan: Plan, steps: tuple[Step, ...]) -> HeadingField | None:
    """The kind of heading that a path leads to, be it as a field of the project or as one of its groups."""
    match steps:
        case ("projects", int(), str(field)) | ("projects", int(), str(field), "name" | "number"):
            return next((kind for kind in HEADING_FIELDS if kind == field), None)
        case ("projects", int(index), "groups", int(place), "name" | "number"):
            return heading_of(plan.projects[index].groups[place])
    return None


def _names(steps: tuple[Step, ...]) -> str:
    return ".".join(step for step in steps if isinstance(step, str))


def _with_fields(plan: Plan, index: int, fields: Mapping[str, object]) -> Plan:
    changed = plan.projects[index].model_copy(update=fields)
    valid = Project.model_validate(changed.model_dump())
    return plan.model_copy(update={"projects": (*plan.projects[:index], valid, *plan.projects[index + 1 :])})


def _with_organization(plan: Plan, text: str) -> Plan:
    return plan.model_copy(update={"organization": organization(plan.organization, text)})


def _with_leaf(plan: Plan, steps: tuple[Step, ...], text: str) -> Plan:
    content = plan.model_dump()
    place: Any = content
    for step in steps[:-1]:
        if isinstance(place[step], tuple):
            place[step] = list(place[step])
        place = place[step]
    place[steps[-1]] = PLAN_FIELDS[_names(steps)](text)
    if steps == ("fiscal_year",) and plan.kind == "operation_plan":
        content["fiscal_year_end"] = content["fiscal_year"]
    return Plan.model_validate(content)
