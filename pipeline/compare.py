"""What became of one plan's projects in another."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from outputs.comparison import as_json, change_table, page, text, workbook
from outputs.comparison import redline as redlined
from outputs.comparison.model import Change, ChangeKind, ComparedPlan, Comparison, GroupTotal, Pairing
from outputs.comparison.wording import money_text, schedule_text
from outputs.docx import BookStyle
from parsers.thai.likeness import is_same_name, read_name
from pipeline.extract import named_plan
from pipeline.matching import Match, match
from pipeline.progress import Progress, silent
from schemas.failures import UsageFailure
from schemas.findings.catalog import Language
from schemas.plan import Baht, Plan, Project, to_baht

_TEXT_FIELDS: tuple[tuple[ChangeKind, str], ...] = (
    ("details", "details"), ("details", "objective"), ("details", "target"), ("details", "kpi"),
    ("details", "expected_result"), ("place", "location"), ("unit", "responsible_unit"),
    ("money", "fund_source"), ("details", "procurement_method"),
)  # fmt: skip
_NOT_LETTERS = re.compile(r"[\s.,:;()\-–/]+")


Form = Literal["text", "json", "html", "xlsx", "docx"]


def compare_files(
    old: Path,
    new: Path,
    form: Form,
    environment: Mapping[str, str],
    language: Language = "th",
    redline: bool = False,
    progress: Progress = silent,
) -> bytes:
    """The comparison of two files in one form; a .docx is the table of changes, or tables with tracked changes.

    UsageFailure OUT020 for plans of two kinds, OUT021 for a redline of plans that are not of one year; else fails
    as reading does. Tracked changes bear the time of SOURCE_DATE_EPOCH where `environment` has it, else the clock's.
    """
    before, after = read_both(old, new, environment, progress)
    comparison = compare(before, after)
    if form == "docx":
        return _docx(comparison, before, after, environment, redline=redline)
    writers: dict[Form, Callable[[], bytes]] = {
        "text": lambda: text.render(comparison, language).encode() + b"\n",
        "json": lambda: as_json.render(comparison),
        "html": lambda: page.render(comparison, language),
        "xlsx": lambda: workbook.render(comparison, language),
    }
    return writers[form]()


def _docx(
    comparison: Comparison, old: Plan, new: Plan, environment: Mapping[str, str], *, redline: bool
) -> bytes:
    if not redline:
        return change_table.render(comparison, old, new, BookStyle())
    if not comparison.is_amendment:
        raise UsageFailure("OUT021", old=old.source.name, new=new.source.name)
    return redlined.render(comparison, old, new, BookStyle(), _made(environment))


def _made(environment: Mapping[str, str]) -> str:
    """The time that tracked changes bear; reproducible-builds.org says how SOURCE_DATE_EPOCH fixes it."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def read_both(
    old: Path, new: Path, environment: Mapping[str, str], progress: Progress = silent
) -> tuple[Plan, Plan]:
    """Both plans, read from any readable format and named as they were asked for; fails as reading does."""
    return named_plan(old, environment, progress), named_plan(new, environment, progress)


def compare(old: Plan, new: Plan) -> Comparison:
    """Each project of both plans: gone on, new or dropped, with all that changed.

    UsageFailure OUT020 for an operation plan and a development plan: `pipeline.link` is for these.
    """
    if old.kind != new.kind:
        raise UsageFailure("OUT020", old=old.source.name, new=new.source.name)
    is_amendment = is_same_year(old, new)
    pairings = tuple(_pairings(old, new, match(old, new), exact=is_amendment))
    return Comparison(
        old=ComparedPlan.of(old),
        new=ComparedPlan.of(new),
        is_amendment=is_amendment,
        pairings=pairings,
        totals=_totals(old, new),
    )


def is_same_year(old: Plan, new: Plan) -> bool:
    """Whether both plans are of one fiscal year, or of the same years: editions of one plan."""
    return old.fiscal_year is not None and old.budget_years() == new.budget_years()


def _pairings(old: Plan, new: Plan, matches: tuple[Match, ...], *, exact: bool) -> Iterator[Pairing]:
    """The new plan's order; a dropped project comes after the one that it stood behind."""
    by_new = {found.new: found for found in matches}
    kept = {found.old for found in matches}
    followers = _dropped_behind(len(old.projects), kept)
    yield from (_dropped(old, index) for index in followers.get(None, ()))
    for index, project in enumerate(new.projects):
        found = by_new.get(index)
        if found is None:
            yield Pairing(new_index=index, new=project)
            continue
        before = old.projects[found.old]
        yield Pairing(
            old_index=found.old,
            new_index=index,
            old=before,
            new=project,
            score=round(min(1.0, found.score), 3),
            changes=tuple(changes(before, project, _common_years(old, new), exact=exact)),
        )
        yield from (_dropped(old, behind) for behind in followers.get(found.old, ()))


def _dropped(old: Plan, index: int) -> Pairing:
    return Pairing(old_index=index, old=old.projects[index])


def _dropped_behind(count: int, kept: set[int]) -> dict[int | None, list[int]]:
    """The dropped projects by the last kept one before them, None for those at the very beginning."""
    behind: dict[int | None, list[int]] = {}
    last: int | None = None
    for index in range(count):
        if index in kept:
            last = index
        else:
            behind.setdefault(last, []).append(index)
    return behind


def _common_years(old: Plan, new: Plan) -> frozenset[str]:
    return frozenset(map(str, set(old.budget_years()) & set(new.budget_years())))


# ---- what changed ----


def changes(old: Project, new: Project, years: frozenset[str], *, exact: bool) -> Iterator[Change]:
    """What differs between two projects that are one; of a development plan's money only `years` count.

    Between editions of one year every letter counts (`exact`), white space apart. Between two years it does not
    count how a name is spelt and which year it names.
    """
    if not _same_name(old.name, new.name, exact=exact):
        yield Change(kind="name", field="name", old=old.name or "", new=new.name or "")
    yield from _moves(old, new)
    before, after = (money_text(project, years) for project in (old, new))
    if before != after:
        yield Change(kind="money", field="budget", old=before, new=after)
    if (old.months, old.finish_month) != (new.months, new.finish_month):
        yield Change(kind="schedule", field="months", old=schedule_text(old), new=schedule_text(new))
    for kind, field in _TEXT_FIELDS:
        mine, its = getattr(old, field) or "", getattr(new, field) or ""
        if _bare(mine) != _bare(its):
            yield Change(kind=kind, field=field, old=mine, new=its)


def _moves(old: Project, new: Project) -> Iterator[Change]:
    for field in ("strategy", "tactic"):
        mine, its = getattr(old, field), getattr(new, field)
        before, after = (heading.name if heading else "" for heading in (mine, its))
        if _bare(before) != _bare(after):
            yield Change(kind="moved", field=field, old=before, new=after)
    for field in ("program", "equipment_type", "form"):
        before, after = getattr(old, field) or "", getattr(new, field) or ""
        if _bare(before) != _bare(after):
            yield Change(kind="moved", field=field, old=before, new=after)


def _same_name(old: str | None, new: str | None, *, exact: bool) -> bool:
    if exact:
        return _spaceless(old or "") == _spaceless(new or "")
    return is_same_name(read_name(old or ""), read_name(new or ""))


def _spaceless(text: str) -> str:
    return "".join(text.split())


def _bare(text: str) -> str:
    return _NOT_LETTERS.sub("", text)


# ---- sums by strategy ----


def _totals(old: Plan, new: Plan) -> tuple[GroupTotal, ...]:
    """One line per strategy in the new plan's order, those that only the old one has behind them."""
    names = {_strategy_key(project): _strategy_name(project) for project in (*new.projects, *old.projects)}
    return tuple(
        GroupTotal(
            name=name,
            old_count=len(before := [project for project in old.projects if _strategy_key(project) == key]),
            old_amount=_sum(before),
            new_count=len(after := [project for project in new.projects if _strategy_key(project) == key]),
            new_amount=_sum(after),
        )
        for key, name in sorted(names.items(), key=lambda item: item[0] == "")
    )


def _strategy_name(project: Project) -> str | None:
    return project.strategy.name if project.strategy else None


def _strategy_key(project: Project) -> str:
    return _bare(_strategy_name(project) or "")


def _sum(projects: list[Project]) -> Baht:
    return to_baht(sum((project.total_baht() for project in projects), Decimal(0)))
