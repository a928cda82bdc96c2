"""The headings that govern a table: which they are, how they read, and which of them a table must repeat."""

from schemas.heading_lines import EQUIPMENT, heading_line, kind_of, not_given
from schemas.plan import Group, Project

__all__ = [
    "HEADING_FIELDS",
    "governing_groups",
    "heading_line",
    "headings_to_print",
    "is_without_heading",
    "kind_of",
    "page_groups",
]

_STRATEGY_LABEL, _TACTIC_LABEL = "ยุทธศาสตร์", "กลยุทธ์"
_TYPE_LABEL, _PROGRAM_LABEL = "ประเภทครุภัณฑ์", "แผนงาน"


def _named(project: Project, columns: frozenset[str]) -> list[Group]:
    """The headings that the project's own fields name; fields with a column of their own need none."""
    groups = []
    if project.strategy:
        groups.append(Group(label=_STRATEGY_LABEL, **project.strategy.model_dump()))
    if project.tactic:
        groups.append(Group(label=_TACTIC_LABEL, **project.tactic.model_dump()))
    if project.equipment_type and "equipment_type" not in columns:
        # "ประเภทครุภัณฑ์สำนักงาน", as plans print it.
        name = project.equipment_type.removeprefix(_TYPE_LABEL).removeprefix(EQUIPMENT)
        groups.append(Group(label=_TYPE_LABEL, name=name or EQUIPMENT))
    if project.program and "program" not in columns:
        groups.append(Group(label=_PROGRAM_LABEL, name=project.program.removeprefix(_PROGRAM_LABEL)))
    return groups


def governing_groups(project: Project, columns: frozenset[str]) -> tuple[Group, ...]:
    """Every heading over the project in order, from its groups, or else from its strategy, tactic,
    type and program.

    `columns` are the fields that the form always prints as columns.
    """
    if not project.groups:
        return tuple(_named(project, columns))
    kinds = {kind_of(group).kind for group in project.groups}
    missing = [
        group
        for group in _named(project, frozenset({"equipment_type", "program"}))
        if kind_of(group).kind not in kinds
    ]
    if not missing:
        return project.groups
    return tuple(sorted((*project.groups, *missing), key=lambda group: kind_of(group).rank))


HEADING_FIELDS = ("program", "equipment_type")
"""Fields that a heading of that kind gives, and that otherwise need a column."""


def is_without_heading(project: Project, field: str) -> bool:
    """Whether the project has a program or equipment type that none of its headings would tell."""
    if not getattr(project, field) or not project.groups:
        return False
    return all(kind_of(group).kind != field for group in project.groups)


def headings_to_print(before: tuple[Group, ...], now: tuple[Group, ...]) -> tuple[Group, ...]:
    """The headings that must stand above a table after one governed by `before` on the same page.

    Those from the first change on; all of them when that would leave one of `before` in force, since a
    heading ends only headings of its own rank and narrower ones. Where none governs any more, a line says so.
    """
    if before and not now:
        return (Group(label=before[0].label, name=not_given()),)
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    if same == len(before):
        return now[same:]
    if same == len(now) or kind_of(now[same]).rank > min(kind_of(group).rank for group in before[same:]):
        return now
    return now[same:]


def page_groups(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The headings whose change begins a new page: the strategy, and what is wider."""
    widest = max((kind_of(group).rank for group in groups if kind_of(group).kind == "strategy"), default=-1)
    return tuple(group for group in groups if kind_of(group).rank <= widest)
