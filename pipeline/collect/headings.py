"""The headings of a plan under which a project comes that was handed in, with headings only by name or none."""

from collections.abc import Sequence

from outputs.docx.headings import governing_groups, kind_of
from parsers.thai.likeness import likeness, read_name
from parsers.thai.programs import read_program
from schemas.plan import Group, Heading, Project

_SAME_STRATEGY = 0.9
"""Likeness from which two names of strategies are one."""
_STRATEGY_LABEL, _PROGRAM_LABEL, _TYPE_LABEL = "ยุทธศาสตร์", "แผนงาน", "ประเภทครุภัณฑ์"
_NO_COLUMNS: frozenset[str] = frozenset()


def known_strategy(asked: Heading, projects: Sequence[Project]) -> Heading | None:
    """The plan's own strategy of that name, spelling aside, or of that number where the name says nothing else."""
    own = list(dict.fromkeys(project.strategy for project in projects if project.strategy))
    key = read_name(asked.name).key
    for strategy in own:
        if read_name(strategy.name).key == key:
            return strategy
    scores = [(likeness(strategy.name, asked.name), -place) for place, strategy in enumerate(own)]
    best, place = max(scores, default=(0.0, 0))
    if best >= _SAME_STRATEGY:
        return own[-place]
    bare = asked.name if asked.name.isdecimal() else None
    return next((strategy for strategy in own if bare and strategy.number == bare), None)


def strategy_of_program(program: str | None, projects: Sequence[Project]) -> Heading | None:
    """The one strategy under which the plan has that program; None where it has none or several."""
    found = {each.strategy for each in projects if program and each.program == program and each.strategy}
    return found.pop() if len(found) == 1 else None


def under_headings(project: Project, projects: Sequence[Project]) -> Project:
    """The project under the headings of its strategy and program as the plan has them, new ones where it has none.

    It bears the number of the project whose headings it shares, for the sake of what stands before a dot.
    """
    own = [each for each in projects if each.form == project.form]
    equal = [each for each in own if _place(each) == _place(project)]
    if equal:
        shared = ("groups", "strategy", "tactic", "program", "equipment_type", "number")
        return project.model_copy(update={field: getattr(equal[-1], field) for field in shared})
    beside = [each for each in projects if _strategy(each) == _strategy(project)]
    like = next(
        (each for each in reversed(beside) if each.form == project.form), beside[-1] if beside else None
    )
    strategy = project.strategy or (like.strategy if like else None)
    if strategy and not like and (strategy.number is None or _is_taken(strategy.number, projects)):
        strategy = Heading(number=_next_strategy(projects), name=strategy.name)
    named = project.model_copy(update={"strategy": strategy})
    return named.model_copy(update={"groups": _groups(named, like, own)})


def _place(project: Project) -> tuple[str | None, ...]:
    return _strategy(project), project.program, project.equipment_type


def _strategy(project: Project) -> str | None:
    return read_name(project.strategy.name).key if project.strategy else None


def _is_taken(number: str, projects: Sequence[Project]) -> bool:
    return any(each.strategy.number == number for each in projects if each.strategy)


def _next_strategy(projects: Sequence[Project]) -> str | None:
    """The number behind the greatest; None where a strategy has none."""
    numbers = [each.strategy.number or "" for each in projects if each.strategy]
    if not numbers or not all(number.isdecimal() for number in numbers):
        return "1" if not numbers else None
    return str(max(map(int, numbers)) + 1)


def _groups(project: Project, like: Project | None, own: Sequence[Project]) -> tuple[Group, ...]:
    """Headings like those of a project under the same strategy, down to it; then the type and program, if any."""
    groups = list(_wide(like)) if like else []
    if project.strategy and not any(kind_of(group).kind == "strategy" for group in groups):
        groups.append(
            Group(label=_STRATEGY_LABEL, number=project.strategy.number, name=project.strategy.name)
        )
    if project.equipment_type:
        groups.append(Group(label=_TYPE_LABEL, name=project.equipment_type))
    if project.program and _has_program_headings(own):
        name = project.program.removeprefix(_PROGRAM_LABEL)
        groups.append(Group(label=_PROGRAM_LABEL, number=_program_number(project, own), name=name))
    return tuple(groups)


def _wide(project: Project) -> tuple[Group, ...]:
    """The headings of a project down to its strategy."""
    groups = governing_groups(project, _NO_COLUMNS)
    ranks = [kind_of(group).rank for group in groups if kind_of(group).kind == "strategy"]
    return tuple(group for group in groups if ranks and kind_of(group).rank <= max(ranks))


def _has_program_headings(own: Sequence[Project]) -> bool:
    return not own or any(kind_of(group).kind == "program" for each in own for group in each.groups)


def _program_number(project: Project, own: Sequence[Project]) -> str | None:
    """The number that the program has elsewhere under the strategy, else the next one; None where they have none."""
    beside = [
        group
        for each in own
        if _strategy(each) == _strategy(project)
        for group in each.groups
        if kind_of(group).kind == "program"
    ]
    for group in beside:
        if read_program(group.name)[0] == project.program:
            return group.number
    numbers = [(group.number or "").rpartition(".") for group in beside]
    if not beside and project.strategy and project.strategy.number and _dotted(own):
        return f"{project.strategy.number}.1"
    if not numbers or not all(last.isdecimal() for _, _, last in numbers):
        return None
    head, dot, _ = numbers[-1]
    return f"{head}{dot}{max(int(last) for _, _, last in numbers) + 1}"


def _dotted(own: Sequence[Project]) -> bool:
    """Whether the plan numbers its programs under their strategies: "1.1", "2.1"."""
    numbers = [
        group.number or "" for each in own for group in each.groups if kind_of(group).kind == "program"
    ]
    return bool(numbers) and all("." in number for number in numbers)
