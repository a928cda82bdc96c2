"""Formulas by which the summary takes its figures from the sheets of projects, so that it follows what is edited there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from xlsxwriter.utility import xl_range_abs

from outputs.summaries import Figures, Summary, summarize
from outputs.xlsx.blocks import PlacedBlock
from outputs.xlsx.cells import exact_sum
from schemas.plan import Form, Plan, Project
from schemas.vocabulary import load

_MOST_ARGUMENTS: Final = 100
"""A formula over more ranges is written as its number: Excel takes 255, no reader enjoys them."""


class RowKey(NamedTuple):
    """What tells a row of figures apart: its form, the line of its strategy, and its own label."""

    form: Form
    strategy: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """A formula and what it comes to; the formula is None where the sheets do not give the figure."""

    formula: str | None
    result: Decimal


class Links:
    """The blocks of projects that each row of figures sums up."""

    def __init__(self, plan: Plan, placed: Mapping[Form, Sequence[PlacedBlock]]) -> None:
        self._blocks: dict[RowKey, list[PlacedBlock]] = {}
        for form, found in placed.items():
            for block in found:
                alone = plan.model_copy(update={"projects": block.block.projects, "declared_totals": ()})
                for key in row_keys(summarize(alone), (form,)):
                    if key is not None:
                        self._blocks.setdefault(key, []).append(block)

    def count(self, key: RowKey | None, figures: Figures) -> Link:
        """The number of projects, or of those with money in the figures' year."""
        found = self._of(key)
        if figures.year is not None:
            return _count_of_year(found, figures)
        parts = [_range(block, block.counted_column, block.counted_column) for block in found]
        counted = sum(len(block.block.projects) for block in found)
        return _link("COUNTA", parts, Decimal(counted), Decimal(figures.count))

    def amount(self, key: RowKey | None, figures: Figures) -> Link:
        """The money, of the figures' year or of all."""
        found = self._of(key)
        if figures.year is None:
            parts = [_range(block, block.money_columns[0], block.money_columns[-1]) for block in found]
            numbers = _numbers(found, _all_amounts)
        else:
            year = str(figures.year)
            parts = [_range(block, block.year_columns.get(year), None) for block in found]
            numbers = _numbers(
                found, lambda project: [project.budgets[year]] if year in project.budgets else []
            )
        return _link("SUM", parts, exact_sum(numbers), figures.amount)

    def _of(self, key: RowKey | None) -> list[PlacedBlock]:
        return self._blocks.get(key, []) if key is not None else []


def row_keys(summary: Summary, forms: Sequence[Form]) -> Iterator[RowKey | None]:
    """The keys of a summary's rows, None for rows without figures of their own; `forms` are those of the plan
    that have projects.
    """
    titles: dict[str, Form] = {title: form for form, title in load("book_texts")["summary"]["forms"].items()}
    form, strategy = forms[0], None
    for row in summary.rows:
        if row.kind == "form":
            form, strategy = titles[row.label], None
        elif row.kind == "strategy":
            strategy = row.label
        yield RowKey(form, strategy, row.label) if row.kind == "program" else None
        if row.kind == "strategy_total":
            strategy = None


def _count_of_year(found: Sequence[PlacedBlock], figures: Figures) -> Link:
    year = str(figures.year)
    if any(len(project.points) > 1 for block in found for project in block.block.projects):
        return Link(None, Decimal(figures.count))  # a project has as many amounts as points
    parts = [_range(block, block.year_columns.get(year), None) for block in found]
    counted = sum(year in project.budgets for block in found for project in block.block.projects)
    return _link("COUNT", parts, Decimal(counted), Decimal(figures.count))


def _numbers(found: Iterable[PlacedBlock], amounts: Callable[[Project], Iterable[str]]) -> Iterator[Decimal]:
    return (Decimal(text) for block in found for project in block.block.projects for text in amounts(project))


def _all_amounts(project: Project) -> list[str]:
    return [*([project.budget] if project.budget is not None else []), *project.budgets.values()]


def _range(block: PlacedBlock, first: int | None, last: int | None) -> str | None:
    if first is None:
        return None
    cells = xl_range_abs(block.first_row, first, block.last_row, first if last is None else last)
    # Always in quotes: programs disagree on which Thai names need them.
    return f"'{block.sheet}'!{cells}"


def _link(function: str, parts: Sequence[str | None], comes_to: Decimal, figure: Decimal) -> Link:
    """The formula over all parts, where it comes to the figure."""
    ranges = [part for part in parts if part is not None]
    complete = len(ranges) == len(parts) and 0 < len(parts) <= _MOST_ARGUMENTS
    formula = f"={function}({','.join(ranges)})" if complete and comes_to == figure else None
    return Link(formula, figure)
