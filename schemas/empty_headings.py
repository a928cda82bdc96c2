"""Headings of a source under which no project stands: how a plan tells of them, though it is a list of projects.

Such a heading is a declared total of no projects; `source.raw` holds what prints it in its place: the form, and
each governing heading from the widest to the heading itself ("group.1.label", "group.1.number", "group.1.name").
"""

from collections.abc import Iterable, Iterator
from typing import get_args

from schemas.heading_lines import heading_line, kind_of
from schemas.model import Frozen
from schemas.plan import DeclaredTotal, Form, Group, Plan, RecordSource

SCOPES = {"strategy": "strategy", "tactic": "tactic", "program": "program", "equipment_type": "program"}
"""The kinds of headings that are told of, and the scope of their declared totals."""

_FORMS: dict[str, Form] = {form: form for form in get_args(Form)}


class EmptyHeading(Frozen):
    """A heading without projects, and its form; `groups` are all headings that govern there, itself the last."""

    form: Form
    groups: tuple[Group, ...]

    @property
    def heading(self) -> Group:
        """The heading itself."""
        return self.groups[-1]


def declared_empty(empty: EmptyHeading, place: RecordSource) -> DeclaredTotal:
    """The declared total that tells of a heading without projects, read at `place`."""
    raw = {"form": str(empty.form), **dict(_raw(empty.groups))}
    return DeclaredTotal(
        label=heading_line(empty.heading),
        scope=SCOPES.get(kind_of(empty.heading).kind, "program"),
        count=0,
        source=place.model_copy(update={"raw": raw}),
    )


def empty_heading(total: DeclaredTotal) -> EmptyHeading | None:
    """The heading without projects that a declared total tells of; None for a printed sum."""
    raw = total.source.raw
    form = _FORMS.get(raw.get("form", ""))
    groups = tuple(_groups(raw))
    if form is None or not groups or total.count != 0:
        return None
    return EmptyHeading(form=form, groups=groups)


def empty_headings(plan: Plan) -> Iterator[tuple[EmptyHeading, RecordSource]]:
    """The headings of a plan's source without projects, with their places there, in order."""
    for total in plan.declared_totals:
        empty = empty_heading(total)
        if empty is not None:
            yield empty, total.source


def _raw(groups: Iterable[Group]) -> Iterator[tuple[str, str]]:
    for place, group in enumerate(groups, start=1):
        for key, text in group.model_dump(exclude_none=True).items():
            yield f"group.{place}.{key}", text


def _groups(raw: dict[str, str]) -> Iterator[Group]:
    place = 1
    while f"group.{place}.label" in raw and f"group.{place}.name" in raw:
        group = {key: raw.get(f"group.{place}.{key}") for key in Group.model_fields}
        yield Group.model_validate(group)
        place += 1
