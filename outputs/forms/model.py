"""What was collected, as data for reports."""

from decimal import Decimal
from typing import Literal

from schemas.findings import Finding
from schemas.model import Frozen
from schemas.plan import Baht, to_baht

RowStatus = Literal["added", "updated", "present", "same"]
"""added: new in the draft. updated: follows the file anew. present: merged by an earlier run. same: the draft has
an equal project, so it was not added."""
FileKind = Literal["form", "table", "plan", "unread"]


class CollectedRow(Frozen):
    """A project that was handed in and where it is now.

    `row` is 1-based, `table` 0-based where the file has several; `index` is its place in the merged plan's projects,
    or that of the equal one. `number` is its number there.
    """

    status: RowStatus
    file: str
    sheet: str = ""
    row: int
    table: int | None = None
    agency: str
    name: str
    amount: Baht | None = None
    index: int
    number: str | None = None
    strategy: str | None = None
    program: str | None = None


class CollectedFile(Frozen):
    """A file that was looked at: what it is, and how many projects it hands in."""

    name: str
    kind: FileKind
    projects: int = 0


class Collection(Frozen):
    """The whole run: each file, each project's origin, and what a person has to look at."""

    draft: str
    projects: int
    files: tuple[CollectedFile, ...]
    rows: tuple[CollectedRow, ...]
    findings: tuple[Finding, ...]

    def count(self, status: RowStatus) -> int:
        """How many projects that were handed in have the status."""
        return sum(row.status == status for row in self.rows)

    def amount_of(self, status: RowStatus) -> str:
        """Their money in baht, two places."""
        amounts = (Decimal(row.amount) for row in self.rows if row.status == status and row.amount)
        return to_baht(sum(amounts, Decimal(0)))
