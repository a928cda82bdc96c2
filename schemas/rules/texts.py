"""All texts of a Plan with their places, for rules that read language."""

from collections.abc import Iterator
from typing import NamedTuple

from schemas.plan import Plan, Project
from schemas.rules.place import path_of

NAME_FIELDS = ("name", "details", "objective", "target", "kpi", "expected_result", "location")
"""Fields of a project in the officer's own words."""
_OTHER_FIELDS = (
    "responsible_unit",
    "fund_source",
    "budget_text",
    "procurement_method",
    "equipment_type",
    "program",
)
_POINT_FIELDS = ("target", "expected_result", "responsible_unit")


class PlanText(NamedTuple):
    """A text, its place in the Plan, the name of its field, and its project (None in the narrative)."""

    text: str
    path: str
    field: str
    project: Project | None


def own_words(plan: Plan) -> Iterator[PlanText]:
    """What officers wrote of their projects: names, details, targets and the like, in the order of the plan.

    A project's target is left out where its points, which have the same words, are given.
    """
    for index, project in enumerate(plan.projects):
        skipped = ("target", "expected_result") if project.points else ()
        for field in NAME_FIELDS:
            if field not in skipped and (text := getattr(project, field)):
                yield PlanText(text, path_of(index, field), field, project)
        yield from _of_points(index, project, _POINT_FIELDS[:2])


def narrative_texts(plan: Plan) -> Iterator[PlanText]:
    """Titles and paragraphs outside the tables."""
    for number, section in enumerate(plan.narrative):
        yield PlanText(section.title, f"narrative[{number}].title", "title", None)
        for index, paragraph in enumerate(section.paragraphs):
            yield PlanText(paragraph, f"narrative[{number}].paragraphs[{index}]", "paragraphs", None)


def all_texts(plan: Plan) -> Iterator[PlanText]:
    """Every text of the plan; a heading, a unit or a program that many projects share stands once."""
    for field in ("type", "name", "district", "province"):
        if text := getattr(plan.organization, field):
            yield PlanText(text, f"organization.{field}", field, None)
    yield from narrative_texts(plan)
    yield from own_words(plan)
    shared: set[str] = set()
    for index, project in enumerate(plan.projects):
        for found in _shared_texts(index, project):
            if found.text not in shared:
                shared.add(found.text)
                yield found


def _shared_texts(index: int, project: Project) -> Iterator[PlanText]:
    for kind in ("strategy", "tactic"):
        if heading := getattr(project, kind):
            yield PlanText(heading.name, path_of(index, f"{kind}.name"), kind, project)
    for place, group in enumerate(project.groups):
        yield PlanText(group.name, path_of(index, f"groups[{place}].name"), "groups", project)
    for field in _OTHER_FIELDS:
        if text := getattr(project, field):
            yield PlanText(text, path_of(index, field), field, project)


def _of_points(index: int, project: Project, fields: tuple[str, ...]) -> Iterator[PlanText]:
    for place, point in enumerate(project.points):
        for field in fields:
            if text := getattr(point, field):
                yield PlanText(text, path_of(index, f"points[{place}].{field}"), field, project)
