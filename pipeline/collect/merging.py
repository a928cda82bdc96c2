"""Projects that were handed in, put into a draft: each once, however often the same files are collected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from outputs.forms.model import CollectedRow, RowStatus
from parsers.forms.submission import Submitted, shown
from parsers.thai.likeness import read_name
from pipeline.collect.doubles import is_same, likely_doubles
from pipeline.collect.headings import known_strategy, strategy_of_program, under_headings
from pipeline.collect.origin import cells_of, is_as_handed_in, origin_of, with_origin
from pipeline.draft.numbering import numbering_scope, ordered, renumbered
from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan, Project


class Merged(NamedTuple):
    """The plan with what was handed in, where each of that came from, and what a person has to look at."""

    plan: Plan
    rows: tuple[CollectedRow, ...]
    findings: tuple[Finding, ...]


class _Step(NamedTuple):
    """What became of one project that was handed in: its place among the projects while they are merged."""

    status: RowStatus
    submitted: Submitted
    at: int


def merge(draft: Plan, submitted: Sequence[Submitted], files: Iterable[str]) -> Merged:
    """The draft with all of `submitted` in it, grouped and numbered anew.

    `files` are all that were read, so that a row which is gone from one of them is told of (REC050). Merging the same
    into the result gives the result again. Totals that the draft's source declared are left out: they are of another
    set of projects.
    """
    work = _Merger(draft)
    for file, members in groupby(submitted, key=attrgetter("file")):
        work.take_file(file, list(members))
    findings = [*work.findings, *_gone(work, frozenset(files))]
    places = ordered(work.projects)
    projects = _numbered(draft, [work.projects[at] for at in places])
    plan = draft.model_copy(update={"projects": projects, "declared_totals": ()})
    now = {at: index for index, at in enumerate(places)}
    rows = tuple(_row(step, now[step.at], projects[now[step.at]]) for step in work.steps)
    return Merged(plan, rows, (*findings, *_doubles(plan, rows)))


class _Merger:
    """The projects while they are merged: those of the draft keep their places, new ones come behind them."""

    def __init__(self, draft: Plan) -> None:
        self.projects = list(draft.projects)
        self.earlier = {at for at, each in enumerate(self.projects) if origin_of(each)}
        self.by_name: defaultdict[str, list[int]] = defaultdict(list)
        for at, each in enumerate(self.projects):
            self.by_name[_name_key(each)].append(at)
        self.steps: list[_Step] = []
        self.findings: list[Finding] = []

    def take_file(self, file: str, submitted: list[Submitted]) -> None:
        """Pair what the file has with what came from it before, equal rows first; add the rest."""
        known = [at for at in sorted(self.earlier) if _came_from(self.projects[at], file)]
        taken = _paired(known, self.projects, submitted)
        self.earlier -= set(taken.values())
        for place, one in enumerate(submitted):
            if place in taken:
                self._meet(one, taken[place])
            else:
                self._add(one)

    def _meet(self, one: Submitted, at: int) -> None:
        before = self.projects[at]
        if _has_equal_cells(before, one):
            self.steps.append(_Step("present", one, at))
            self.projects[at] = _moved_row(before, one)
        elif is_as_handed_in(before):
            others = [each for place, each in enumerate(self.projects) if place != at]
            self.projects[at] = self._placed(one, others)
            self.by_name[_name_key(self.projects[at])].append(at)
            self._tell("REC048", one)
            self.steps.append(_Step("updated", one, at))
        else:
            self._tell("REC049", one)
            self.steps.append(_Step("present", one, at))

    def _add(self, one: Submitted) -> None:
        alike = self.by_name[_name_key(one.project)]
        at = next((at for at in alike if _is_equal(one, self.projects[at])), None)
        if at is not None:
            self._tell("REC046", one, **_told_place(self.projects[at]))
            self.steps.append(_Step("same", one, at))
            return
        alike.append(len(self.projects))
        self.projects.append(self._placed(one, self.projects))
        self.steps.append(_Step("added", one, len(self.projects) - 1))

    def _placed(self, one: Submitted, others: Sequence[Project]) -> Project:
        """The project with its origin, under the headings of the draft."""
        project, strategy = one.project, one.project.strategy
        if strategy is None:
            strategy = strategy_of_program(project.program, others)
            if strategy is None and any(each.strategy for each in others if each.form == project.form):
                self._tell("REC045", one)
        elif known := known_strategy(strategy, others):
            strategy = known
        elif others:
            self._tell("REC044", one, text=strategy.name)
        named = project.model_copy(update={"strategy": strategy, "groups": (), "tactic": None})
        return with_origin(under_headings(named, others), one)

    def _tell(self, code: str, one: Submitted, **more: Fact) -> None:
        self.findings.append(Finding(code=code, facts=facts_of(one) | more))


def _paired(
    known: Sequence[int], projects: Sequence[Project], submitted: Sequence[Submitted]
) -> dict[int, int]:
    """By the place of a row, the project that came of it before: first of rows that are equal, then of changed ones."""
    equal: defaultdict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for at in known:
        equal[frozenset(cells_of(projects[at]).items())].append(at)
    taken: dict[int, int] = {}
    for place, one in enumerate(submitted):
        if same := equal[frozenset(one.project.source.raw.items())]:
            taken[place] = same.pop(0)
    met = set(taken.values())
    left = [at for at in known if at not in met]
    for place, one in enumerate(submitted):
        revised = next((at for at in left if place not in taken and _is_revised(projects[at], one)), None)
        if revised is not None:
            taken[place] = revised
            left.remove(revised)
    return taken


def _name_key(project: Project) -> str:
    return read_name(project.name or project.target or "").key


def facts_of(one: Submitted) -> dict[str, Fact]:
    """The facts by which a finding names a project that was handed in: file, row, name."""
    th, en = where(one.row, one.table)
    return {
        "file": one.file,
        "where_th": th,
        "where_en": en,
        "project": shown(one.project.name or one.project.target or ""),
    }


def where(row: int, table: int | None) -> tuple[str, str]:
    """A row (1-based) of a file, and its table (0-based) where it has several, in Thai and in English."""
    if table is None:
        return f"แถวที่ {row}", f"row {row}"
    return f"ตารางที่ {table + 1} แถวที่ {row}", f"table {table + 1}, row {row}"


def _came_from(project: Project, file: str) -> bool:
    origin = origin_of(project)
    return origin is not None and origin.file == file


def _has_equal_cells(project: Project, one: Submitted) -> bool:
    return cells_of(project) == dict(one.project.source.raw)


def _is_equal(one: Submitted, project: Project) -> bool:
    """Whether a project says all that was handed in, or was handed in with the same words."""
    return is_same(one.project, project) or (bool(one.project.source.raw) and _has_equal_cells(project, one))


def _is_revised(project: Project, one: Submitted) -> bool:
    """Whether the row may be the project's, changed: it has its name, or its place and much of its name."""
    mine, its = read_name(project.name or ""), read_name(one.project.name or "")
    if mine.key == its.key:
        return True
    origin = origin_of(project)
    at_its_place = origin is not None and (origin.sheet, origin.row) == (one.sheet, one.row)
    shared = set(mine.words) & set(its.words)
    return (
        at_its_place and mine.parts == its.parts and 2 * len(shared) >= max(len(mine.words), len(its.words))
    )


def _moved_row(project: Project, one: Submitted) -> Project:
    """The project with the row on which it stands now; it is otherwise as it was."""
    raw = dict(project.source.raw)
    raw |= {key: text for key, text in with_origin(project, one).source.raw.items() if key in _PLACE}
    return project.model_copy(update={"source": project.source.model_copy(update={"raw": raw})})


_PLACE = frozenset({"collect.sheet", "collect.row"})


def _told_place(project: Project) -> dict[str, Fact]:
    """Where a project of the draft stands, for people: its number, program, and the file that it came from."""
    origin, number, program = origin_of(project), project.number, project.program
    rows = where(origin.row, None) if origin else ("", "")
    labels = ("ลำดับที่", "no.")
    thai, english = (
        [f"{label} {number}" if number else "", program or "", f"{origin.file} {row}" if origin else ""]
        for label, row in zip(labels, rows, strict=True)
    )
    return {
        "other_th": " ".join(filter(None, thai)) or "-",
        "other_en": " ".join(filter(None, english)) or "-",
    }


def _gone(work: _Merger, files: frozenset[str]) -> Iterator[Finding]:
    for at in sorted(work.earlier):
        origin = origin_of(work.projects[at])
        if origin is not None and origin.file in files:
            th, en = where(origin.row, None)
            facts = {"file": origin.file, "where_th": th, "where_en": en}
            yield Finding(code="REC050", facts={**facts, "project": shown(work.projects[at].name or "")})


def _numbered(draft: Plan, projects: Sequence[Project]) -> tuple[Project, ...]:
    """Numbered as the draft numbers its own; each table from one where it holds none yet."""
    has_numbers = not draft.projects or any(project.number for project in draft.projects)
    return renumbered(projects, numbering_scope(draft.projects), has_numbers=has_numbers)


def _row(step: _Step, index: int, project: Project) -> CollectedRow:
    one = step.submitted
    amount = one.project.total_baht()
    return CollectedRow(
        status=step.status,
        file=one.file,
        sheet=one.sheet,
        row=one.row,
        table=one.table,
        agency=one.agency,
        name=one.project.name or one.project.target or "",
        amount=f"{amount:.2f}" if one.project.budget or one.project.budgets else None,
        index=index,
        number=project.number,
        strategy=project.strategy.name if project.strategy else None,
        program=project.program,
    )


def _doubles(plan: Plan, rows: Sequence[CollectedRow]) -> Iterator[Finding]:
    """REC047 for each collected project that may be another one of the plan."""
    by_index = {row.index: row for row in rows if row.status != "same"}
    for index, other in likely_doubles(plan, sorted(by_index)):
        row, twin = by_index[index], plan.projects[other]
        th, en = where(row.row, row.table)
        facts: dict[str, Fact] = {
            "file": row.file,
            "where_th": th,
            "where_en": en,
            "project": shown(row.name),
            "twin": shown(twin.name or twin.target or ""),
            **_told_place(twin),
        }
        yield Finding(code="REC047", facts=facts, path=f"projects[{index}].name")
