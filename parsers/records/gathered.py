"""What a document gives to a Plan before any value is read: raw records under their headings, sums, other texts."""

from dataclasses import dataclass, field

from parsers.records.amounts import Points
from parsers.records.stands import Stands
from parsers.tables.headings import Governing
from parsers.tables.layout import Layout
from parsers.tables.walk import BodyRow, Line, TotalRow
from schemas.findings import Finding
from schemas.plan import Form


@dataclass(slots=True)
class RawRecord:
    """The rows of one project as they stand in the source, with its form and what governs it."""

    form: Form
    layout: Layout
    governing: tuple[Governing, ...]
    points: Points
    first: BodyRow
    number_missing: bool = False


@dataclass(slots=True)
class RawTotal:
    """A printed sum with its form and what governs it."""

    form: Form
    governing: tuple[Governing, ...]
    total: TotalRow


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A row of a summary with the line over it that has no figures (ยุทธศาสตร์), where its table has one."""

    row: BodyRow
    heading: str | None


@dataclass(slots=True)
class Gathered:
    """All that a document gives to a Plan, before values are read."""

    records: list[RawRecord] = field(default_factory=list)
    totals: list[RawTotal] = field(default_factory=list)
    summary_rows: list[SummaryRow] = field(default_factory=list)
    layouts: list[Layout] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    running: list[Line] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    stands: Stands = field(default_factory=Stands)
