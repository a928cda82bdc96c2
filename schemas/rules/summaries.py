"""The printed summaries of a plan (ผด.01, ผ.01) as rows, for the rules that judge them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from schemas.empty_headings import empty_heading
from schemas.plan import DeclaredTotal, Plan

_SUM = "รวม"


class SummaryLine(NamedTuple):
    """One row of a summary: its totals, one per year, with their indices in `Plan.declared_totals`."""

    totals: tuple[tuple[int, DeclaredTotal], ...]

    @property
    def label(self) -> str:
        """What the row sums up, as printed."""
        return self.totals[0][1].label

    @property
    def scope(self) -> str:
        """The scope of the row's totals."""
        return self.totals[0][1].scope

    @property
    def is_of_group(self) -> bool:
        """Whether the row only adds up those above it ("รวม"), all of the plan or not."""
        return self.label.startswith(_SUM)


def is_of_summary(total: DeclaredTotal) -> bool:
    """Whether a total stands in a summary table, which counts projects in a column of its own.

    A total without a place was typed into the plan file by a person, from a summary that is bound elsewhere. A heading
    without projects is no printed sum.
    """
    if empty_heading(total) is not None:
        return False
    return total.source.table is None or any(field.startswith("summary_count") for field in total.source.raw)


def summaries(plan: Plan) -> Iterator[Sequence[SummaryLine]]:
    """The rows of each summary in reading order; a grand total ends a summary, however many tables it is cut into."""
    found: list[SummaryLine] = []
    totals = [item for item in enumerate(plan.declared_totals) if is_of_summary(item[1])]
    for _, of_row in groupby(totals, key=lambda item: _row_of(item[1])):
        line = SummaryLine(tuple(of_row))
        found.append(line)
        if line.scope == "plan":
            yield found
            found = []
    if found:
        yield found


def _row_of(total: DeclaredTotal) -> tuple[int | None, int | None, str]:
    return total.source.table, total.source.row, total.label
