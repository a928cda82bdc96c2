"""A form's projects in blocks under the same headings, with the headings that have none in their places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from outputs.docx.forms import form_layout
from outputs.docx.headings import governing_groups, kind_of, page_groups
from schemas.empty_headings import SCOPES, EmptyHeading, empty_headings
from schemas.plan import EQUIPMENT_FORMS, Form, Group, Plan, Project, RecordSource
from schemas.row_numbers import number_parts
from schemas.vocabulary import load

_Place = tuple[int, int]
"""Table and row in the source; the row before the first where a heading stands above its table."""


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive projects of one form under the same headings; none where no project stands under these."""

    form: Form
    groups: tuple[Group, ...]
    projects: tuple[Project, ...]
    place: _Place | None = None

    @property
    def strategy_groups(self) -> tuple[Group, ...]:
        """The headings down to the strategy; empty where no strategy governs."""
        return page_groups(self.groups)


def form_blocks(plan: Plan, form: Form) -> list[Block]:
    """The blocks of a form in the order of the plan; none for a form that the plan has nothing of."""
    columns = frozenset(column.field for column in form_layout(form).columns if not column.optional)
    projects = (project for project in plan.projects if project.form == form)
    governed = groupby(projects, key=lambda project: governing_groups(project, columns))
    found = [_of_projects(groups, tuple(members)) for groups, members in governed]
    for empty, source in empty_headings(plan):
        if empty.form == form:
            _insert(found, empty, _place(source))
    return found


def words_for_none(form: Form) -> str:
    """What stands in the table of a heading without projects."""
    words: dict[str, str] = load("empty_tables")["printed"]
    return words["equipment" if form in EQUIPMENT_FORMS else "projects"]


def _of_projects(groups: tuple[Group, ...], projects: tuple[Project, ...]) -> Block:
    return Block(projects[0].form, groups, projects, _place(projects[0].source))


def _place(source: RecordSource) -> _Place | None:
    return None if source.table is None else (source.table, -1 if source.row is None else source.row)


def _insert(blocks: list[Block], empty: EmptyHeading, place: _Place | None) -> None:
    """Put a heading without projects among the blocks: with those under the same wider headings.

    Nowhere, where projects stand under it after all: a person may have given it some.
    """
    groups = _as_projects_have(empty.groups, blocks)
    if any(_is_under(block.groups, groups) for block in blocks):
        return
    depths = [_shared(block.groups, groups) for block in blocks]
    deepest = max(depths, default=0)
    beside = [index for index, depth in enumerate(depths) if depth == deepest]
    if not beside:
        blocks.append(Block(empty.form, groups, (), place))
        return
    first, end = beside[0], beside[-1] + 1
    at = _by_place(blocks, first, end, place)
    at = _by_number(blocks, first, end, groups, deepest) if at is None else at
    blocks.insert(at, Block(empty.form, groups, (), place))


def _as_projects_have(groups: Sequence[Group], blocks: Iterable[Block]) -> tuple[Group, ...]:
    """The headings; those over the last as the projects have them, where a name was put right there."""
    named: dict[tuple[str, str | None], Group] = {
        (group.label, group.number): group for block in blocks for group in block.groups if group.number
    }
    *over, own = groups
    return (*(named.get((group.label, group.number), group) for group in over), own)


def _is_under(groups: Iterable[Group], over: Iterable[Group]) -> bool:
    """Whether headings of the same kinds and names as those `over` are among the headings."""
    return _names(over).items() <= _names(groups).items()


def _names(groups: Iterable[Group]) -> dict[str, str]:
    kinds = ((kind_of(group).kind, group.name) for group in groups)
    return {kind: name.replace(" ", "") for kind, name in kinds if kind in SCOPES}


def _shared(one: Sequence[Group], other: Sequence[Group]) -> int:
    """How many headings the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _by_place(blocks: Sequence[Block], first: int, end: int, place: _Place | None) -> int | None:
    """Where a heading belongs by its place in the source; None where that is not known of all."""
    places = [block.place for block in blocks[first:end]]
    if place is None or None in places:
        return None
    return first + sum(1 for other in places if other is not None and other <= place)


def _by_number(blocks: Sequence[Block], first: int, end: int, groups: Sequence[Group], depth: int) -> int:
    """Where a heading belongs by the number in which it differs from its neighbours; behind them without one."""
    own = _number_at(groups, depth)
    later = (index for index in range(first, end) if own and _number_at(blocks[index].groups, depth) > own)
    return next(later, end)


def _number_at(groups: Sequence[Group], depth: int) -> tuple[int, ...]:
    return number_parts(groups[depth].number) if depth < len(groups) else ()
