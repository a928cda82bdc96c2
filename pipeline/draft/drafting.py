"""Last year's plan as the draft of the new year's."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from parsers.thai.knowledge import THAI
from pipeline.draft.amounts import adjusted
from pipeline.draft.development import activities
from pipeline.draft.history import NO_HISTORY, History
from pipeline.draft.numbering import (
    counts_programs,
    numbering_scope,
    ordered,
    renumbered,
    with_counted_programs,
)
from pipeline.draft.standing import Standing, standing
from pipeline.draft.years import Shift, moved_narrative, moved_project
from schemas.draft import Draft, DraftEntry, Reason, YearChange, YearLeft
from schemas.failures import InputFailure, UsageFailure
from schemas.plan import Plan, Project, RecordSource

_NOTHING = Decimal(0)


class Choices(NamedTuple):
    """What an office asks for: which projects to keep, what is known of earlier years, by how many per cent to adjust.

    `listed` are the indices of the last plan's projects that a list names; None where no list is given.
    """

    keeps_all: bool = False
    listed: frozenset[int] | None = None
    history: History = NO_HISTORY
    percent: Decimal = _NOTHING


class _Candidate(NamedTuple):
    """A project for the new year, before its texts are moved, and what is proposed for it."""

    project: Project
    standing: Standing
    last_amount: str | None
    last_number: str | None


def make_draft(last: Plan, year: int, choices: Choices) -> Draft:
    """The draft for `year`: every project of `last` with what is proposed for it; none is dropped here.

    From a development plan come the projects with money in `year`. UsageFailure DRF016 for a year that is not
    after the last plan's, DRF012 for one outside a development plan; InputFailure DRF010 for a plan without a year.
    """
    candidates = list(_candidates(last, year, choices))
    sources = [candidate.project for candidate in candidates]
    order = ordered(sources)
    projects = numbered([sources[at] for at in order], last.projects)
    shift = _shift(last, year)
    writer = _Writer(shift)
    fresh = tuple(
        writer.fresh(adjusted(project, choices.percent), place) for place, project in enumerate(projects)
    )
    narrative = last.narrative if last.kind == "operation_plan" else ()
    moved, changes, left = moved_narrative(narrative, shift, THAI)
    plan = last.model_copy(
        update={
            "kind": "operation_plan",
            "fiscal_year": year,
            "fiscal_year_end": None if last.fiscal_year_end is None else year,
            "edition": None,
            "narrative": moved,
            "projects": fresh,
            "declared_totals": (),
        }
    )
    return Draft(
        plan=plan,
        last_name=last.source.name,
        last_year=shift.last,
        entries=tuple(_entry(candidates[at], key_of(place)) for place, at in enumerate(order)),
        changes=(*changes, *writer.changes),
        left=(*left, *writer.left),
    )


def key_of(place: int) -> str:
    """The key of the project at a 0-based place: "P001" for the first."""
    return f"P{place + 1:03}"


def numbered(projects: list[Project], model: tuple[Project, ...]) -> tuple[Project, ...]:
    """The ordered projects with numbers as `model` has them: from one in each scope, programs in each strategy."""
    if counts_programs(model):
        scope = numbering_scope(model)
        counted = with_counted_programs(projects)
    else:
        scope, counted = numbering_scope(model), tuple(projects)
    return renumbered(counted, scope, has_numbers=any(project.number for project in model))


def _shift(last: Plan, year: int) -> Shift:
    if last.kind == "development_plan":
        return Shift(year - 1, year)
    if last.fiscal_year is None:
        raise InputFailure("DRF010", name=last.source.name)
    if year <= last.fiscal_year:
        raise UsageFailure("DRF016", name=last.source.name, year=year, last=last.fiscal_year)
    return Shift(last.fiscal_year, year)


def _candidates(last: Plan, year: int, choices: Choices) -> Iterator[_Candidate]:
    if last.kind == "development_plan":
        for project, is_beyond in activities(last, year):
            yield _Candidate(project, _of_development(year, is_beyond), project.budget, project.number)
        return
    for index, project in enumerate(last.projects):
        yield _Candidate(project, _proposal(project, index, choices), project.budget, project.number)


def _of_development(year: int, is_beyond: bool) -> Standing:
    if is_beyond:
        return "undecided", (Reason(key="beyond_capacity"),)
    return "carried", (Reason(key="development_plan", facts={"year": year}),)


def _proposal(project: Project, index: int, choices: Choices) -> Standing:
    status, reasons = standing(project, choices.history.years.get(index, ()))
    if choices.keeps_all:
        # What would be proposed otherwise is still told: a road that is done is easily overlooked.
        told = reasons if status == "proposed_drop" else ()
        return "carried", (Reason(key="all"), *told)
    if choices.listed is None:
        return status, reasons
    if index in choices.listed:
        return "carried", (Reason(key="listed"),)
    return "proposed_drop", (Reason(key="not_listed"), *reasons)


def _entry(candidate: _Candidate, key: str) -> DraftEntry:
    status, reasons = candidate.standing
    return DraftEntry(
        key=key,
        status=status,
        reasons=reasons,
        last_amount=candidate.last_amount,
        last_number=candidate.last_number,
    )


class _Writer:
    """Writes projects for the new year and keeps account of the years that it moved."""

    def __init__(self, shift: Shift) -> None:
        self.changes: list[YearChange] = []
        self.left: list[YearLeft] = []
        self._shift = shift
        self._told: set[tuple[str, str]] = set()

    def fresh(self, project: Project, place: int) -> Project:
        moved, changes, left = moved_project(project, place, key_of(place), self._shift, THAI)
        self.changes += [change for change in changes if self._is_news(change.field, change.before)]
        self.left += [stayed for stayed in left if self._is_news(stayed.field, stayed.text)]
        # Cells as printed are last year's; where they stood still tells where the project comes from.
        source = RecordSource(**project.source.model_dump(exclude={"raw"}))
        return moved.model_copy(update={"source": source})

    def _is_news(self, field: str, text: str) -> bool:
        """A heading that governs many projects is told of once."""
        is_news = field != "groups" or (field, text) not in self._told
        self._told.add((field, text))
        return is_news
