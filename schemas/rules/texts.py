"""All texts of a Plan with their places, for rules that read language."""

from collections.abc import Iterator
from typing import NamedTuple

from schemas.plan import Plan, Project

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
_POINT_FIELDS = ("target", "expected_result")
_BESIDE_POINTS = tuple(field for field in NAME_FIELDS if field not in _POINT_FIELDS)


class PlanText(NamedTuple):
    """A text, its steps from the Plan, the name of its field, and its project (None in the narrative)."""

    text: str
    steps: tuple[str | int, ...]
    field: str
    project: Project | None

    @property
    def path(self) -> str:
        """Its place in the Plan, such as "projects[3].groups[0].name"."""
        parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return "".join(parts)[1:]


def own_words(plan: Plan) -> Iterator[PlanText]:
    """What officers wrote of their projects: names, details, targets and the like, in the order of the plan.

    A project's target is left out where its points, which have the same words, are given.
    """
    for index, project in enumerate(plan.projects):
        for field in _BESIDE_POINTS if project.points else NAME_FIELDS:
            if text := getattr(project, field):
                yield PlanText(text, ("projects", index, field), field, project)
        if project.points:
            yield from _of_points(index, project)


def narrative_texts(plan: Plan) -> Iterator[PlanText]:
    """Titles and paragraphs outside the tables."""
    for number, section in enumerate(plan.narrative):
        yield PlanText(section.title, ("narrative", number, "title"), "title", None)
        for index, paragraph in enumerate(section.paragraphs):
            yield PlanText(paragraph, ("narrative", number, "paragraphs", index), "paragraphs", None)


def all_texts(plan: Plan) -> Iterator[PlanText]:
    """Every text of the plan; a heading, a unit or a program that many projects share stands once."""
    for field in ("type", "name", "district", "province"):
        if text := getattr(plan.organization, field):
            yield PlanText(text, ("organization", field), field, None)
    yield from narrative_texts(plan)
    yield from own_words(plan)
    shared: set[str] = set()
    for index, project in enumerate(plan.projects):
        for text, steps in _shared_texts(project):
            if text not in shared:
                shared.add(text)
                yield PlanText(text, ("projects", index, *steps), str(steps[0]), project)


def _shared_texts(project: Project) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Texts and their steps from the project."""
    if project.strategy:
        yield project.strategy.name, ("strategy", "name")
    if project.tactic:
        yield project.tactic.name, ("tactic", "name")
    for place, group in enumerate(project.groups):
        yield group.name, ("groups", place, "name")
    for field in _OTHER_FIELDS:
        if text := getattr(project, field):
            yield text, (field,)


def _of_points(index: int, project: Project) -> Iterator[PlanText]:
    for place, point in enumerate(project.points):
        for field in _POINT_FIELDS:
            if text := getattr(point, field):
                yield PlanText(text, ("projects", index, "points", place, field), field, project)
