"""Order and numbers of a draft's projects, renewed as the source numbered its own."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import groupby

from outputs.docx.headings import governing_groups, kind_of, page_groups
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Group, Project

Scope = Callable[[Project], Hashable]
_NO_COLUMNS: frozenset[str] = frozenset()
_LAST_NUMBER = re.compile(r"(?P<head>(?:\d+[./])*)(?P<number>\d+)")
_FORM_ORDER = (*OPERATION_FORMS, *DEVELOPMENT_FORMS)


def groups_of(project: Project) -> tuple[Group, ...]:
    """All headings over the project."""
    return governing_groups(project, _NO_COLUMNS)


def _of_form(project: Project) -> Hashable:
    return (project.form,)


def _of_page(project: Project) -> Hashable:
    return (project.form, page_groups(groups_of(project)))


def _of_table(project: Project) -> Hashable:
    return (project.form, groups_of(project))


_SCOPES: tuple[Scope, ...] = (_of_form, _of_page, _of_table)
"""Where numbers may begin again at one, from the widest: with each form, strategy, or table."""


def numbering_scope(projects: Sequence[Project]) -> Scope:
    """The scope that explains most of the projects' numbers; of equals the narrowest, as most plans count so."""
    return max(reversed(_SCOPES), key=lambda scope: _explained(projects, scope))


def _read(project: Project) -> re.Match[str] | None:
    return _LAST_NUMBER.fullmatch(project.number or "")


def _explained(projects: Sequence[Project], scope: Scope) -> int:
    counts: Counter[Hashable] = Counter()
    explained = 0
    for project in projects:
        counts[scope(project)] += 1
        match = _read(project)
        explained += match is not None and int(match["number"]) == counts[scope(project)]
    return explained


def ordered(projects: Sequence[Project]) -> list[int]:
    """The 0-based places of the projects in a new order: those of one form, one strategy and one table together.

    Headings stand in the order in which they first came; so do the projects under one heading.
    """
    first: dict[Hashable, int] = {}
    for at, project in enumerate(projects):
        for scope in _SCOPES:
            first.setdefault(scope(project), at)

    def rank(at: int) -> tuple[int, ...]:
        project = projects[at]
        return (_FORM_ORDER.index(project.form), *(first[scope(project)] for scope in _SCOPES[1:]), at)

    return sorted(range(len(projects)), key=rank)


def renumbered(projects: Sequence[Project], scope: Scope, *, has_numbers: bool) -> tuple[Project, ...]:
    """The ordered projects, each with its number in its scope; a heading's own number before a dot stays.

    All are without a number where the source had none.
    """
    if not has_numbers:
        return tuple(projects)
    counts: Counter[Hashable] = Counter()
    written = []
    for project in projects:
        counts[scope(project)] += 1
        match = _read(project)
        head = match["head"] if match else ""
        written.append(project.model_copy(update={"number": f"{head}{counts[scope(project)]}"}))
    return tuple(written)


# ---- numbers of programs ----


def counts_programs(projects: Sequence[Project]) -> bool:
    """Whether the source numbers the programs of each strategy 1, 2, 3: those of a draft are then counted anew."""
    own = [[_program_number(group) for group in programs] for programs in _programs(projects)]
    return bool(own) and all(
        [match and int(match["number"]) for match in numbers] == list(range(1, len(numbers) + 1))
        for numbers in own
    )


def with_counted_programs(projects: Sequence[Project]) -> tuple[Project, ...]:
    """The ordered projects, the programs of each strategy numbered from one."""
    numbers: dict[Hashable, str] = {}
    for _, members in groupby(projects, key=_of_page):
        programs = _programs_of(list(members))
        # A program that people added has no number yet: it takes the head ("1.") of its neighbours.
        heads = [match["head"] for group in programs if (match := _program_number(group))]
        for at, group in enumerate(programs, start=1):
            match = _program_number(group)
            numbers[group] = f"{match['head'] if match else next(iter(heads), '')}{at}"
    return tuple(_with_program_number(project, numbers) for project in projects)


def _programs(projects: Sequence[Project]) -> list[list[Group]]:
    pages = groupby(sorted(projects, key=lambda each: str(_of_page(each))), key=_of_page)
    return [programs for _, members in pages if (programs := _programs_of(list(members)))]


def _programs_of(projects: Sequence[Project]) -> list[Group]:
    found = (group for project in projects for group in project.groups if kind_of(group).kind == "program")
    return list(dict.fromkeys(found))


def _program_number(group: Group) -> re.Match[str] | None:
    return _LAST_NUMBER.fullmatch(group.number or "")


def _with_program_number(project: Project, numbers: dict[Hashable, str]) -> Project:
    groups = tuple(
        group.model_copy(update={"number": numbers[group]}) if group in numbers else group
        for group in project.groups
    )
    return project.model_copy(update={"groups": groups})
