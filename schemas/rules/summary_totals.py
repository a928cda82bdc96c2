"""The figures of ผด.01 and ผ.01 against the projects; both are shown, neither is changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas.empty_headings import empty_headings
from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.heading_lines import kind_of
from schemas.plan import DeclaredTotal, Form, Group, Plan, Project
from schemas.rules.names import alike, known_programs, name_key
from schemas.rules.place import place_of
from schemas.rules.program_names import LABEL, bare
from schemas.rules.summaries import SummaryLine, summaries
from schemas.rules.summary_figures import counts, differs, money

NEAR = 0.85
"""A label that ends in a strategy's or แผนงาน's name at least so alike means that one."""


class _Section(NamedTuple):
    """The projects of one แผนงาน under one strategy (equipment: under its type), names as keys of their letters."""

    form: str
    strategy: str
    tactic: str
    program: str
    projects: tuple[Project, ...]


class _Covered(NamedTuple):
    """What a row sums up, and by which level of names; `name` is set where the row spells it otherwise than the tables."""

    sections: Sequence[_Section]
    level: str = ""
    name: str | None = None


_Unused = Mapping[str, Sequence[_Section]]
"""By level of names, the sections that no row of that level has summed up yet."""


def summary_totals(plan: Plan) -> Iterator[Finding]:
    """PLN026 for each count or amount of a summary that is not what its projects come to, PLN058 for a name that
    the summary spells in another way, PLN059 for a strategy or แผนงาน of the summary that has no project.

    Offices sum up their projects alone or with the equipment, each form by itself or together, and may list a
    strategy in two rows; of these readings that one is taken which leaves least to tell.
    """
    without = {_names(empty.groups) for empty, _ in empty_headings(plan)}
    for printed in summaries(plan):
        lines = [line for line in printed if not _is_of_nothing(line, printed, without)]
        joined = list(_with_rows_joined(lines))
        ways = [lines] if len(joined) == len(lines) else [lines, joined]
        judged = (list(_judged(way, reading)) for reading in _readings(plan) for way in ways)
        yield from min(judged, key=len)


def _names(groups: Iterable[Group]) -> tuple[str, str]:
    """Keys of the strategy (equipment: the type) and of the แผนงาน among headings, "" where there is none."""
    by_kind = {kind_of(group).kind: group.name for group in groups}
    upper = by_kind.get("strategy") or by_kind.get("equipment_type") or ""
    return name_key(upper), _known(bare(by_kind.get("program", "")))


def _is_of_nothing(
    line: SummaryLine, lines: Sequence[SummaryLine], without: Iterable[tuple[str, str]]
) -> bool:
    """Whether a row without figures is that of a heading that has no projects, though others may have its name.

    Where no strategy heads the rows, that name must stand in another row with figures: the projects are there.
    """
    if line.is_of_group or _has_figures(line):
        return False
    key, over = _line_program(line), name_key(line.totals[0][1].source.raw.get("heading", ""))
    for upper, program in without:
        if not program:
            if upper and upper in name_key(line.label):
                return True
        elif key == program and upper and over:
            if upper in over:
                return True
        elif key == program and any(_line_program(each) == key and _has_figures(each) for each in lines):
            return True
    return False


def _has_figures(line: SummaryLine) -> bool:
    return any(total.count or Decimal(total.amount or 0) for _, total in line.totals)


def _line_program(line: SummaryLine) -> str:
    return _known(name_key(line.label).rpartition(LABEL)[2])


def _known(program: str) -> str:
    return name_key(known_programs().get(program, program))


def _with_rows_joined(lines: Sequence[SummaryLine]) -> Iterator[SummaryLine]:
    """The rows, those of one strategy added up in the place of the first."""
    by_name: dict[object, list[SummaryLine]] = {}
    for place, line in enumerate(lines):
        is_strategy = line.scope == "strategy" and not line.is_of_group
        by_name.setdefault(name_key(line.label) if is_strategy else place, []).append(line)
    for rows in by_name.values():
        yield rows[0] if len(rows) == 1 else _added(rows)


def _added(rows: Sequence[SummaryLine]) -> SummaryLine:
    totals = []
    for index, total in rows[0].totals:
        same = [other for row in rows for _, other in row.totals if other.year == total.year]
        counts = [other.count for other in same if other.count is not None]
        amount = sum((Decimal(other.amount or 0) for other in same), Decimal(0))
        sums = {"count": sum(counts) if counts else None, "amount": f"{amount:.2f}" if total.amount else None}
        totals.append((index, total.model_copy(update=sums)))
    return SummaryLine(tuple(totals))


def _readings(plan: Plan) -> Iterator[list[_Section]]:
    forms = list(dict.fromkeys(project.form for project in plan.projects))
    for chosen in (forms[:1], forms, *([form] for form in forms[1:])):
        yield _sections(plan, chosen, by_form=True)
    if len(forms) > 1:
        yield _sections(plan, forms, by_form=False)


def _sections(plan: Plan, forms: Sequence[Form], *, by_form: bool) -> list[_Section]:
    found: dict[tuple[str, str, str, str], list[Project]] = {}
    for project in plan.projects:
        if project.form in forms:
            upper = project.strategy.name if project.strategy else project.equipment_type or ""
            tactic = project.tactic.name if project.tactic else ""
            keys = (name_key(upper), name_key(tactic), bare(project.program or ""))
            found.setdefault((project.form if by_form else "", *keys), []).append(project)
    return [_Section(*keys, tuple(projects)) for keys, projects in found.items()]


def _judged(lines: Sequence[SummaryLine], sections: Sequence[_Section]) -> Iterator[Finding]:
    unused: dict[str, Sequence[_Section]] = {
        level: list(sections) for level in ("strategy", "tactic", "program")
    }
    group: list[_Section] = []
    is_known = True
    for line in lines:
        covered = _covered(line, sections, group, unused)
        if line.is_of_group:
            # A sum over a row that names nothing known has more than the known sections in it.
            covered = covered if is_known or line.scope == "plan" else None
            group, is_known = [], True
        elif covered is None:
            is_known = False
        if covered is None:
            continue
        if covered.level:
            # Equal names come again under another strategy or form: each row takes the next of them.
            used = {id(section) for section in covered.sections}
            unused[covered.level] = [section for section in unused[covered.level] if id(section) not in used]
            group = _joined(group, covered.sections)
        yield from _compared(line, covered)


def _covered(
    line: SummaryLine, sections: Sequence[_Section], group: Sequence[_Section], unused: _Unused
) -> _Covered | None:
    if line.scope == "plan":
        return _Covered(sections)
    return _Covered(group) if line.is_of_group else _named(line, unused)


def _joined(group: Sequence[_Section], more: Sequence[_Section]) -> list[_Section]:
    known = {id(section) for section in group}
    return [*group, *(section for section in more if id(section) not in known)]


def _named(line: SummaryLine, unused: _Unused) -> _Covered | None:
    """The sections that a row's label names; None where it names nothing that is known."""
    key = name_key(line.label).rpartition(LABEL)[2]
    if LABEL in line.label or line.scope == "program":
        program = known_programs().get(key, key)
        heading = name_key(line.totals[0][1].source.raw.get("heading", ""))
        left = unused["program"]
        left = [section for section in left if section.strategy and section.strategy in heading] or left
        first = _of_program(left, program)
        if first is not None:
            same = [s for s in left if s[:2] == first[:2] and _program(s) == _program(first)]
            return _Covered(same, "program")
    upper = _upper(line, unused)
    if upper is not None:
        return upper
    return _Covered(()) if line.scope == "strategy" or key in known_programs() else None


def _of_program(sections: Sequence[_Section], program: str) -> _Section | None:
    """The first section of a แผนงาน, or of the one that is meant where the budget has none of that spelling."""
    exact = next((section for section in sections if _program(section) == name_key(program)), None)
    if exact is not None or program in known_programs().values():
        return exact
    nearest = max(sections, key=lambda section: alike(_program(section), program), default=None)
    return nearest if nearest is not None and alike(_program(nearest), program) >= NEAR else None


def _program(section: _Section) -> str:
    return _known(section.program)


def _upper(line: SummaryLine, unused: _Unused) -> _Covered | None:
    """The sections of the strategy, type or tactic that a label names, those of the first form that has it."""
    label = name_key(line.label)
    for level in ("strategy", "tactic"):
        names = sorted({name for s in unused[level] if (name := getattr(s, level))}, key=len, reverse=True)
        exact = next((name for name in names if name in label), None)
        near = exact or next((n for n in names if alike(label[-len(n) :], n) >= NEAR), None)
        if near is not None:
            found = [section for section in unused[level] if getattr(section, level) == near]
            same_form = [section for section in found if section.form == found[0].form]
            return _Covered(same_form, level, None if exact else _as_printed(same_form[0], level))
    return None


def _as_printed(section: _Section, level: str) -> str:
    heading = section.projects[0].strategy if level == "strategy" else section.projects[0].tactic
    return heading.name if heading else ""


def _compared(line: SummaryLine, covered: _Covered) -> Iterator[Finding]:
    projects = [project for section in covered.sections for project in section.projects]
    if covered.name:
        yield _finding("PLN058", line.totals[0], "label", {"name": covered.name})
    if not projects:
        if _has_figures(line):
            yield _finding("PLN059", line.totals[0], "label", {})
        return
    for item in line.totals:
        total = item[1]
        amount = sum((money(project, total.year) for project in projects), Decimal(0))
        if total.amount is not None and differs(Decimal(total.amount), amount):
            facts: dict[str, Fact] = {"declared": f"{Decimal(total.amount):,}", "computed": f"{amount:,.2f}"}
            yield _finding("PLN026", item, "amount", facts)
        right = counts(projects, total.year)
        if total.count is not None and total.count not in right:
            yield _finding("PLN026", item, "count", {"declared": str(total.count), "computed": str(right[0])})


def _finding(code: str, item: tuple[int, DeclaredTotal], field: str, facts: dict[str, Fact]) -> Finding:
    index, total = item
    label = f"{total.label} ({total.year})" if total.year and code == "PLN026" else total.label
    place = place_of(total.source)
    return Finding(
        code=code, facts={"label": label, **facts}, provenance=place, path=f"declared_totals[{index}].{field}"
    )
