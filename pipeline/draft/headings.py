"""The headings over a project that was typed in, or moved, by the names of its strategy and its program."""

from collections.abc import Iterator, Sequence

from outputs.docx.headings import kind_of, page_groups
from parsers.thai import normalize_text, read_program
from schemas.plan import Group, Heading, Project

_PROGRAM = "แผนงาน"


def placed(project: Project, strategy: str, program: str, others: Sequence[Project]) -> Project | None:
    """`project` under the headings of another one with that strategy and program; "" for one that is not named.

    Under a new program of a strategy that is there, or a new strategy, where no other project has them. None for
    a program that is no แผนงาน.
    """
    canonical = _program(program) if program else None
    if program and canonical is None:
        return None
    fitting = [other for other in others if _fits(other, strategy, canonical)]
    if model := next(_by_form(fitting, project.form), None):
        return _under(project, model)
    family = next(_by_form([other for other in others if _fits(other, strategy, None)], project.form), None)
    if not strategy or family is None:
        heading = Heading(name=normalize_text(strategy)) if strategy else None
        return project.model_copy(update={"strategy": heading, "program": canonical})
    wider = tuple(group for group in page_groups(family.groups) if kind_of(group).kind != "program")
    own = (Group(label=_PROGRAM, name=canonical.removeprefix(_PROGRAM)),) if canonical and wider else ()
    update = {"strategy": family.strategy, "program": canonical, "groups": (*wider, *own)}
    return project.model_copy(update=update)


def _program(text: str) -> str | None:
    """The canonical name of a program; one that phaen does not know stays as it is typed."""
    named = text if text.startswith(_PROGRAM) else f"{_PROGRAM}{text}"
    return read_program(named)[0]


def _fits(other: Project, strategy: str, program: str | None) -> bool:
    if program is not None and other.program != program:
        return False
    return not strategy or (other.strategy is not None and _bare(other.strategy.name) == _bare(strategy))


def _bare(text: str) -> str:
    return "".join(text.split())


def _by_form(projects: Sequence[Project], form: str) -> Iterator[Project]:
    """Those of the form first."""
    yield from (project for project in projects if project.form == form)
    yield from (project for project in projects if project.form != form)


def _under(project: Project, model: Project) -> Project:
    is_same_form = model.form == project.form
    groups = model.groups
    if not is_same_form:
        groups = tuple(group for group in groups if kind_of(group).kind != "equipment_type")
    update = {
        "strategy": model.strategy,
        "tactic": model.tactic,
        "groups": groups,
        "program": model.program,
        "equipment_type": model.equipment_type if is_same_form else project.equipment_type,
    }
    return project.model_copy(update=update)
