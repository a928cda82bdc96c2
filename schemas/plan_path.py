"""Places in a Plan as findings write them: "projects[3].budget", "projects[3].budgets.2566", "fiscal_year"."""

import re
from collections.abc import Mapping
from typing import Any

from schemas.model import Frozen
from schemas.plan import Plan

Step = int | str
"""A 0-based index of a list, or the name of a field, or a key such as a year."""

_STEP = re.compile(r"\[(?P<index>\d+)\]|(?:^|\.)(?P<name>[A-Za-z0-9_]+)")


class NoSuchPlace(LookupError):
    """The path leads to nothing that a Plan has."""


def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of `path`: ("projects", 3, "budget"). NoSuchPlace for text that is no path."""
    steps: list[Step] = []
    end = 0
    for match in _STEP.finditer(path):
        if match.start() != end:
            raise NoSuchPlace(path)
        steps.append(match["name"] if match["index"] is None else int(match["index"]))
        end = match.end()
    if end != len(path) or not steps:
        raise NoSuchPlace(path)
    return tuple(steps)


def project_index(path: str | None) -> int | None:
    """The 0-based index of the project that `path` leads into, None where it leads elsewhere."""
    found = re.match(r"projects\[(\d+)\]", path or "")
    return int(found[1]) if found else None


def value_at(plan: Plan, path: str) -> Any:
    """What stands there; a key that a mapping lacks (a year without money) gives None.

    NoSuchPlace where the Plan has no such field, or no such index.
    """
    value: Any = plan
    for step in steps_of(path):
        value = _inside(value, step, path)
    return value


def _inside(value: Any, step: Step, path: str) -> Any:
    if isinstance(value, Frozen) and step in type(value).model_fields:
        return getattr(value, str(step))
    if isinstance(value, Mapping):
        return value.get(str(step))
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    raise NoSuchPlace(path)
