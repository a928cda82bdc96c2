"""What a finding is about, named so that it is found again when other parts of the source have changed.

A path counts ("projects[3].budget"); a subject names (the project by its form, strategy, program, name and place).
Equal things get an ordinal: the second of two twins is the second in each run.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from schemas.findings.finding import Finding
from schemas.model import Frozen
from schemas.plan import DeclaredTotal, NarrativeSection, Plan, Project
from schemas.plan_path import NoSuchPlace, Step, project_index, steps_of

_SEPARATOR = "\x1f"


class Subjects:
    """The subjects of one Plan's parts. They stay those of the Plan as read, whatever is corrected in it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def of(self, path: str | None) -> str:
        """The subject of what `path` leads to: its names step by step; "" for no path."""
        if not path:
            return ""
        try:
            steps = steps_of(path)
        except NoSuchPlace:
            return path
        return _SEPARATOR.join([*self._named(steps)])

    def _named(self, steps: Sequence[Step]) -> Iterable[str]:
        value: Any = self._plan
        for position, step in enumerate(steps):
            if not isinstance(step, int):
                value = _field(value, step)
                yield step
            elif position == 1 and isinstance(value, tuple) and step < len(value):
                yield self._names_in(str(steps[0]))[step]
                value = value[step]
            else:
                yield str(step)
                value = value[step] if isinstance(value, tuple) and step < len(value) else None

    def _names_in(self, field: str) -> Sequence[str]:
        if field not in self._names:
            self._names[field] = _with_ordinals(map(_name, getattr(self._plan, field)))
        return self._names[field]

    @cached_property
    def _names(self) -> dict[str, Sequence[str]]:
        return {}


def _field(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(step)
    return getattr(value, step, None) if isinstance(value, Frozen) else None


def _name(item: object) -> str:
    match item:
        case Project():
            heading = item.strategy.name if item.strategy else None
            title = item.name or item.target or item.details or item.number
            parts: tuple[object, ...] = (item.form, heading, item.program, title, item.location)
        case DeclaredTotal():
            parts = (item.label, item.scope, item.year, item.count, item.amount)
        case NarrativeSection():
            parts = (item.title,)
        case _:
            parts = (item,)
    return _SEPARATOR.join("" if part is None else str(part) for part in parts)


def _with_ordinals(names: Iterable[str]) -> tuple[str, ...]:
    """The names; the second of equal ones with "#1" behind it, the third with "#2"."""
    seen: Counter[str] = Counter()
    told = []
    for name in names:
        told.append(f"{name}#{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return tuple(told)


def identified(findings: Iterable[Finding], plan: Plan, subjects: Subjects) -> tuple[Finding, ...]:
    """The findings of one run, each with its whole path, its subject and its ordinal among equal ones.

    After this no two of them have the same fingerprint. A path that names only the project gets the field that
    the catalog says the code is about; money of a development plan is its `budgets`.
    """
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        path = _whole_path(finding, plan)
        named = finding.model_copy(update={"path": path, "subject": subjects.of(path), "ordinal": 0})
        mark = named.fingerprint
        ordinal = seen[mark]
        seen[mark] += 1
        told.append(named.model_copy(update={"ordinal": ordinal}) if ordinal else named)
    return tuple(told)


def _whole_path(finding: Finding, plan: Plan) -> str | None:
    index = project_index(finding.path)
    if index is None or finding.path is None:
        return finding.path
    whole = f"projects[{index}]"
    path = f"{whole}.{finding.entry.field}" if finding.path == whole and finding.entry.field else finding.path
    if path == f"{whole}.budget" and plan.kind == "development_plan":
        return f"{whole}.budgets"
    return path
