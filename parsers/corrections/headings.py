"""A corrected strategy, tactic, program or type of equipment: one heading governs many projects."""

from collections.abc import Iterator, Sequence
from typing import Literal

from parsers.corrections.expectations import TEXT, Unfit
from parsers.thai import normalize_text, read_equipment_type, read_program, read_row_number
from schemas.heading_lines import heading_kinds, kind_of
from schemas.plan import Group, Heading, Plan, Project

HeadingField = Literal["strategy", "tactic", "program", "equipment_type"]
HEADING_FIELDS: tuple[HeadingField, ...] = ("strategy", "tactic", "program", "equipment_type")
_PROGRAM_LABEL, _EQUIPMENT_LABEL = "แผนงาน", "ครุภัณฑ์"


def with_heading(plan: Plan, index: int, field: HeadingField, text: str) -> Plan:
    """The plan with that heading over the project with the 0-based `index` and all that stand under the same.

    A heading that is lost there and stands elsewhere is taken over with its label and number. Unfit for text that is empty.
    """
    value, group = _read(plan, plan.projects[index], field, text)
    chosen = under_same(plan, index, field)
    projects = tuple(
        _with(project, field, value, group) if position in chosen else project
        for position, project in enumerate(plan.projects)
    )
    return plan.model_copy(update={"projects": projects})


def heading_of(group: Group) -> HeadingField | None:
    """The field of a project that such a heading fills, None for headings that stand in groups only."""
    return next((field for field in HEADING_FIELDS if field == _kind(group)), None)


def renumbered(project: Project, field: HeadingField, number: str) -> str:
    """The text of the project's heading with another number."""
    name = next((group.name for group in project.groups if _kind(group) == field), "")
    heading = getattr(project, field)
    return f"{number} {heading.name if isinstance(heading, Heading) else name}"


def _read(plan: Plan, project: Project, field: HeadingField, text: str) -> tuple[object, Group]:
    line = normalize_text(text)
    if not line:
        raise Unfit(TEXT)
    if field == "program":
        value = read_program(line)[0] or line
        return value, _group(plan, project, field, None, value.removeprefix(_PROGRAM_LABEL))
    if field == "equipment_type":
        value = read_equipment_type(line)[0] or line
        return value, _group(plan, project, field, None, value.removeprefix(_EQUIPMENT_LABEL))
    number, name = _numbered(line)
    group = _group(plan, project, field, number, name)
    return Heading(number=group.number, name=group.name), group


def _numbered(line: str) -> tuple[str | None, str]:
    """ "1. การพัฒนาคน" is number and name."""
    first, _, rest = line.partition(" ")
    number = read_row_number(first)
    return (number, rest) if number and rest else (None, line)


def _group(plan: Plan, project: Project, field: HeadingField, number: str | None, name: str) -> Group:
    """The corrected heading: with its own label and number where there is one, else with those of the same name
    under the same wider headings, else with the label that the plan has for that kind."""
    others = [(p, group) for p in plan.projects for group in p.groups if _kind(group) == field]
    key, wider = name.replace(" ", ""), _wider(project, field)
    alike = (g for p, g in others if g.name.replace(" ", "") == key and _wider(p, field) == wider)
    own = next((group for group in project.groups if _kind(group) == field), None)
    model = own or next(alike, None)
    if model:
        return Group(label=model.label, number=number or model.number, name=name)
    return Group(label=others[0][1].label if others else _usual_label(field), number=number, name=name)


def _kind(group: Group) -> str:
    return kind_of(group).kind


def _rank(group: Group) -> int:
    return kind_of(group).rank


def _usual_label(field: HeadingField) -> str:
    return next(each.label for each in heading_kinds().values() if each.kind == field)


def under_same(plan: Plan, index: int, field: HeadingField) -> frozenset[int]:
    """The 0-based indexes of the projects under the same heading of that kind as the project with `index`.

    Those with an equal heading; where the project has none, the run of its neighbours without one under equal
    wider headings. The project alone where the field has a column of its own.
    """
    own = plan.projects[index]
    is_headed = any(_kind(group) == field for group in own.groups)
    if getattr(own, field) is None:
        return frozenset(_run(plan.projects, index, field))
    if not is_headed:
        return frozenset({index})
    return frozenset(i for i, project in enumerate(plan.projects) if _alike(project, own, field))


def _alike(project: Project, own: Project, field: HeadingField) -> bool:
    return bool(
        project.form == own.form
        and getattr(project, field) == getattr(own, field)
        and [group for group in project.groups if _kind(group) == field]
        == [group for group in own.groups if _kind(group) == field]
    )


def _run(projects: Sequence[Project], index: int, field: HeadingField) -> Iterator[int]:
    own = projects[index]
    yield index
    if not own.groups:
        return
    for step in (-1, 1):
        position = index + step
        while 0 <= position < len(projects) and _is_neighbour(projects[position], own, field):
            yield position
            position += step


def _is_neighbour(project: Project, own: Project, field: HeadingField) -> bool:
    is_bare = project.form == own.form and getattr(project, field) is None
    return is_bare and bool(project.groups) and _wider(project, field) == _wider(own, field)


def _wider(project: Project, field: HeadingField) -> list[Group]:
    limit = min(each.rank for each in heading_kinds().values() if each.kind == field)
    return [group for group in project.groups if _rank(group) < limit]


def _with(project: Project, field: HeadingField, value: object, group: Group) -> Project:
    others = tuple(known for known in project.groups if _kind(known) != field)
    had_group = len(others) < len(project.groups)
    update: dict[str, object] = {field: value}
    if had_group:
        update["groups"] = tuple(group if _kind(known) == field else known for known in project.groups)
    elif project.groups and getattr(project, field) is None:
        update["groups"] = tuple(sorted((*project.groups, group), key=_rank))
    return project.model_copy(update=update)
