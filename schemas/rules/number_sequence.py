"""Numbers that skip, repeat or begin anew: a skipped number is a row that may have been lost.

Offices number in several ways: through the whole form, per strategy, per แผนงาน, or "1.1, 1.2" under a heading.
A plan's own habit is learnt from where its headings change.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Heading, Plan, Project
from schemas.row_numbers import number_parts
from schemas.rules.names import name_key
from schemas.rules.place import finding_on, title_of

_Level = str | None
"""The widest heading that changed between two projects; None where all stayed."""

_LEAST_HABIT = 2
"""So many changes of a heading of one level, all but one alike, show what an office is used to."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A numbered project and the one before it in its form and under its prefix ("1." of "1.2"); 0 where none is.

    `blank` counts the projects without a number between the two; `divided` tells that a row of another kind may
    stand between them.
    """

    index: int
    before: int
    number: int
    blank: int
    level: _Level
    divided: bool

    @property
    def goes_on(self) -> bool:
        """Whether the number is the next one, rows without a number counted or not."""
        return self.before < self.number <= self.before + 1 + self.blank


def number_sequence(plan: Plan) -> Iterator[Finding]:
    """PLN003 where a number is neither the next one nor a new beginning at 1 as the plan is used to, PLN029 where
    it is the number before again, PLN030 where numbers begin anew under the same headings."""
    steps = list(_steps(plan))
    habits = _habits(plan, steps)
    for step in steps:
        code = _fault(step, habits.get((plan.projects[step.index].form, step.level)))
        if code is not None:
            yield _finding(code, plan.projects[step.index], step)


def _steps(plan: Plan) -> Iterator[_Step]:
    last: dict[tuple[str, tuple[int, ...]], tuple[Project, int]] = {}
    blanks: Counter[str] = Counter()
    for index, project in enumerate(plan.projects):
        parts = number_parts(project.number)
        if not parts:
            blanks[project.form] += 1
            continue
        *prefix, number = parts
        key = (project.form, tuple(prefix))
        before, past = last.get(key, (None, 0))
        level = _changed_level(before, project) if before else "form"
        divided = before is not None and _are_divided(before, project)
        yield _Step(index, past, number, blanks[project.form], level, divided)
        last[key], blanks[project.form] = (project, number), 0


def _are_divided(before: Project, project: Project) -> bool:
    """Whether a divider such as "เพิ่มเติมครั้งที่ 1/2566" may stand between two projects of one table."""
    one, other = before.source, project.source
    if one.table != other.table or one.row is None or other.row is None:
        return False
    return other.row - one.row > 1


def _changed_level(before: Project, project: Project) -> _Level:
    """The widest level at which the headings of two projects differ."""
    if _differ(before.strategy, project.strategy):
        return "strategy"
    if _differ(before.tactic, project.tactic):
        return "tactic"
    if (before.program, before.equipment_type) != (project.program, project.equipment_type):
        return "program"
    is_same = before.groups == project.groups or _all_groups(before) == _all_groups(project)
    return None if is_same else "other"


def _differ(one: Heading | None, other: Heading | None) -> bool:
    return one is not other and _mark(one) != _mark(other)


def _mark(heading: Heading | None) -> str:
    """What tells strategies and tactics apart: numbers, and only without these names, which may be misspelt."""
    return (heading.number or name_key(heading.name)) if heading else ""


def _all_groups(project: Project) -> list[str]:
    return [name_key(f"{group.label}{group.name}") for group in project.groups]


def _habits(plan: Plan, steps: list[_Step]) -> dict[tuple[str, _Level], bool]:
    """By form and level of heading, whether numbers begin anew there, where the plan shows it."""
    votes: dict[tuple[str, _Level], Counter[bool]] = {}
    for step in steps:
        # Where the next number is 1 anyway, nothing is shown.
        if step.level not in (None, "form") and step.before != 0 and (step.number == 1 or step.goes_on):
            votes.setdefault((plan.projects[step.index].form, step.level), Counter())[step.number == 1] += 1
    return {
        key: found.most_common(1)[0][0]
        for key, found in votes.items()
        if found.total() - found.most_common(1)[0][1] <= 1 and found.most_common(1)[0][1] >= _LEAST_HABIT
    }


def _fault(step: _Step, anew: bool | None) -> str | None:
    """The code for what is wrong with a step; `anew` is the plan's habit at its level of heading, None for none."""
    if step.number == step.before:
        return None if step.number == 1 and step.level is not None else "PLN029"
    if step.number == 1:
        return "PLN030" if step.level is None and not step.divided else None
    if step.goes_on and not (anew and step.level is not None):
        return None
    return "PLN003"


def _finding(code: str, project: Project, step: _Step) -> Finding:
    before = (
        0
        if step.level not in (None, "form") and not step.goes_on and step.number < step.before
        else step.before
    )
    facts: dict[str, Fact] = {"before": before, "after": step.number, "project": title_of(project)}
    return finding_on(step.index, project, "number", code, facts)
