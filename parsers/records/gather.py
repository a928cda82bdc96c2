"""The stream of lines and rows, folded into raw records under their headings, sums, and text left over."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from parsers.records.amounts import Points
from parsers.records.lines import is_divider, line_kind, separate_lines
from parsers.records.money import is_in_other_unit
from parsers.records.nothing import begins_with_project, is_nothing, says_none_in, sums_projects, text_of
from parsers.records.numbers_in_names import with_numbers
from parsers.records.stands import Read, Run, Stands, is_said, lines_at_end, placed_above
from parsers.records.starts import RecordStarts, begin_project, is_bare_number
from parsers.records.told_forms import (
    columns_differ,
    form_by_headings,
    form_by_title,
    form_named,
    kind_of_form,
    plain_form,
)
from parsers.tables.columns import field_name
from parsers.tables.headings import Governing, govern, read_heading
from parsers.tables.layout import MONEY_BESIDE, UNKNOWN, Column, Layout
from parsers.tables.walk import BodyRow, Event, Line, NewLayout, OtherTable, TotalRow
from parsers.thai import normalize_text
from schemas.document import Provenance
from schemas.findings import Finding
from schemas.plan import Form

__all__ = ["Gathered", "RawRecord", "RawTotal", "SummaryRow", "gather", "kind_of_form"]

SHORT_LINE = 120
"""A line up to this length may stand between a heading and its table without parting them."""


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


def gather(events: Iterable[Event]) -> Gathered:
    """Raw records, printed sums, title lines, running heads and prose, in reading order."""
    folder = _Folder(RecordStarts(events := with_numbers(events)))
    for event in events:
        folder.take(event)
    folder.end()
    return folder.gathered


class _Folder:
    """The one place that remembers what stands above the row that is being read."""

    def __init__(self, starts: RecordStarts) -> None:
        self.gathered = Gathered()
        self._starts = starts
        self._pending: list[Line] = []
        self._governing: tuple[Governing, ...] = ()
        self._form: Form | None = None
        self._layout: Layout | None = None
        self._run = 0
        self._record: RawRecord | None = None
        self._unknown_headers: set[str] = set()
        self._leading: list[BodyRow] = []
        self._head: list[str] = []
        self._head_asked: list[str] = []
        self._head_ends = False
        self._of_other_tables: set[int] = set()
        self._heading: Line | None = None

    def take(self, event: Event) -> None:
        """Fold one event in."""
        if not _is_head(event):
            self._head_ends = True
        match event:
            case Line():
                self._take_line(event)
            case NewLayout():
                self._take_layout(event)
            case TotalRow():
                self._take_total(event)
            case BodyRow():
                self._take_row(event)
            case OtherTable():
                self._take_other(event)

    def end(self) -> None:
        """What is pending at the end of the document governs nothing more."""
        self._go_on(self._leading)
        self._close()
        standing = self._stand_at_end()
        self.gathered.prose += [line for line in self._pending[standing:] if line.block is not None]

    def _stand_at_end(self) -> int:
        """Place the headings behind the last table that nothing follows; how many pending lines these are."""
        last = self._record.first.origin if self._record else Provenance()
        lines = lines_at_end(self._pending) if self.gathered.records and not self._of_other_tables else []
        self._run += 1
        for line in lines:
            read = self._settle_line(line, None, last)
            if read is not None and self._form is not None:
                self.gathered.stands.place_bare(self._form, read, len(self.gathered.records), last)
        return len(lines)

    def _take_line(self, line: Line) -> None:
        if line.block is not None and line.block.area in ("header", "footer"):
            self.gathered.running.append(line)
            if line.block.area == "header":
                self._take_head(line)
        else:
            texts = separate_lines(line.text)
            parts = [line] if len(texts) == 1 else [replace(line, text=text) for text in texts]
            if not self._pending and self._is_said_here(line):
                self.gathered.stands.say(line)
                return
            self._pending += [part for part in parts if line_kind(part.text) != "noise"]

    def _is_said_here(self, line: Line) -> bool:
        """Whether a line right under a table's header or rows says that the heading above has no project."""
        in_place = line.block is None or self._record is None
        return in_place and is_said(line) and self.gathered.stands.is_under_heading

    def _take_head(self, line: Line) -> None:
        """A running head's line; its titles stand over the pages from here on, in place of those before."""
        if line_kind(line.text) != "title":
            return
        if self._head_ends:
            self._head, self._head_ends = [], False
        self._head.append(normalize_text(line.text))

    def _take_layout(self, event: NewLayout) -> None:
        self.gathered.layouts.append(event.layout)
        if event.layout.is_of_projects():
            self._settle(event.layout, event.origin)
            self._tell_unknown_columns(event)

    def _tell_unknown_columns(self, event: NewLayout) -> None:
        for column in event.layout.columns:
            known = f"{column.unit_baht}" if is_in_other_unit(column) else column.header
            if _is_strange(column) and column.header and known not in self._unknown_headers:
                self._unknown_headers.add(known)
                self.gathered.findings.append(_column_finding(column, event.origin))
        if event.layout.months_by_position:
            facts = {"table": (event.origin.table or 0) + 1}
            self.gathered.findings.append(Finding(code="TBL004", facts=facts, provenance=event.origin))

    def _take_total(self, event: TotalRow) -> None:
        if event.row.layout.is_summary():
            self._take_summary(event.row)
            return
        self._settle(event.row.layout, event.row.origin)
        if self._record is None and sums_projects(event):
            self.gathered.stands.hold_rows()
        self._record = None
        self.gathered.totals.append(RawTotal(self._form_of(event.row.layout), self._governing, event))

    def _take_summary(self, row: BodyRow) -> None:
        lines = (line for line in reversed(self._pending) if line.block is None)
        heading = next((line.text for line in lines if line.origin.table == row.origin.table), None)
        self.gathered.summary_rows.append(SummaryRow(row, heading))
        self._of_other_tables.update(map(id, self._pending))

    def _take_row(self, row: BodyRow) -> None:
        if row.layout.is_summary():
            self._take_summary(row)
            return
        self._settle(row.layout, row.origin)
        if self._record is None and is_nothing(row):
            self.gathered.stands.say(Line(" ".join(row.texts.values()), row.origin))
            return
        if row.leading:
            self._leading.append(row)
            return
        leading, self._leading = self._leading, []
        start = self._starts.of(row, self._record.points if self._record else None)
        if start is None or not begin_project(leading):
            self._go_on([*leading, row] if start is None else leading)
            leading = []
        if start is not None:
            self._begin(leading, row, missing=start == "without_number")

    def _go_on(self, rows: list[BodyRow]) -> None:
        for row in rows:
            if self._record is not None:
                self._record.points.add(row)
            else:
                self._tell_homeless(row)

    def _close(self) -> None:
        """A number with nothing behind it is no project: tables are numbered in advance, and rows stay empty."""
        records = self.gathered.records
        if records and records[-1] is self._record and is_bare_number(self._record.points.rows()):
            self._tell_homeless(records.pop().first, held=False)
            self._record = None

    def _begin(self, leading: list[BodyRow], row: BodyRow, *, missing: bool) -> None:
        self._close()
        row = row.with_shared()
        points = Points([*leading, row])
        self._record = RawRecord(self._form_of(row.layout), row.layout, self._governing, points, row, missing)
        self.gathered.records.append(self._record)

    def _tell_homeless(self, row: BodyRow, *, held: bool = True) -> None:
        text = normalize_text(" ".join(row.texts.values()))
        if text:
            if held:
                self.gathered.stands.hold_rows()
            self.gathered.findings.append(_row_finding("REC002", text, row.origin))

    def _take_other(self, event: OtherTable) -> None:
        """Tell of a table that is not carried over, by its caption or its first words."""
        table = event.table
        if says_none_in(table):
            self._pending.append(Line(text_of(table), Provenance(page=table.page, table=table.index)))
            return
        self._may_hold_projects()
        first = next((normalize_text(cell.text) for cell in table.cells if cell.text.strip()), "")
        if first:
            caption = self._pending.pop() if self._pending and _is_caption(self._pending[-1]) else None
            facts = {
                "table": table.index + 1,
                "what": normalize_text(caption.text) if caption else first[:40],
            }
            origin = Provenance(page=table.page, table=table.index, bbox=table.bbox)
            code = "TBL008" if begins_with_project(table) else "TBL001"
            self.gathered.findings.append(Finding(code=code, facts=facts, provenance=origin))

    def _may_hold_projects(self) -> None:
        """Right under a heading, a table that is none of projects may be one that was not known for one."""
        if not any(line_kind(line.text) == "heading" for line in self._pending):
            self.gathered.stands.hold_rows()
        self._of_other_tables.update(map(id, self._pending))

    def _form_of(self, layout: Layout) -> Form:
        return self._form or plain_form(layout)

    def _settle(self, layout: Layout, origin: Provenance) -> None:
        """Let the pending lines govern what follows: the run of lines right above a row or header."""
        if not self._pending:
            if layout is not self._layout or self._head != self._head_asked:
                self._settle_form([], layout)
                self._stand(origin)
            return
        self._close()
        cut = _start_of_run(self._pending)
        self.gathered.prose += self._pending[:cut]
        lines, self._pending = self._pending[cut:], []
        self._run += 1
        is_behind = cut == 0 and bool(self.gathered.records)
        run = Run(lines, self._form, self._governing, is_behind)
        self._settle_form(lines, layout)
        before = self._governing
        followers = (*lines[1:], None)
        # No line at all where prose alone stands above: then there is no follower either.
        read = [self._settle_line(*pair, origin) for pair in zip(lines, followers, strict=False)]
        if _groups(before) != _groups(self._governing):
            self._record = None
        self._stand_bare(run, read, origin)

    def _stand_bare(self, run: Run, read: list[Read | None], origin: Provenance) -> None:
        """Place the headings of a run: those that others end at once, and those that govern what follows."""
        stands, before = self.gathered.stands, len(self.gathered.records)
        for form, each in run.bare(read, self._form, self._governing, self._run):
            if id(each.line) not in self._of_other_tables:
                stands.place_bare(form, each, before, origin)
        self._of_other_tables.clear()
        self._stand(origin)

    def _stand(self, origin: Provenance) -> None:
        """Place the headings that govern now; `origin` is that of what follows."""
        if self._form is not None:
            place = placed_above(self._heading, origin)
            self.gathered.stands.place(self._form, self._governing, place, len(self.gathered.records))

    def _settle_form(self, run: list[Line], layout: Layout) -> None:
        self._layout = layout
        titles = [line.text for line in run if line_kind(line.text) == "title" and not is_divider(line.text)]
        of_head = self._form_of_head(layout)
        form = form_named(titles, layout) or form_by_headings(run, layout) or of_head
        if form is None and (titles or self._form is None or columns_differ(self._form, layout)):
            form = plain_form(layout)
        if form is not None and form != self._form:
            self._governing = () if self._form is not None else self._governing
            self._form, self._record = form, None

    def _form_of_head(self, layout: Layout) -> Form | None:
        """The form that the running head names, where it is another head than the one last asked."""
        if self._head == self._head_asked:
            return None
        self._head_asked = self._head
        return form_by_title(self._head, layout)

    def _settle_line(self, line: Line, following: Line | None, origin: Provenance) -> Read | None:
        """Let one line of a run govern, title or say nothing of projects; the heading that it was read as."""
        kind = line_kind(line.text)
        heading = read_heading(line.text) if kind == "heading" else None
        if heading is not None and not heading.group.name and following is not None:
            heading = read_heading(f"{line.text} {following.text}")
        if heading is not None and heading.group.name:
            self._governing, self._heading = govern(self._governing, heading, self._run), line
            is_new = self._governing and self._governing[-1].run == self._run
            return Read(line, self._governing) if is_new else None
        if is_said(line):
            self._stand(origin)
            self.gathered.stands.say(line)
        elif line.block is None and (kind != "title" or is_divider(line.text)):
            self.gathered.findings.append(_row_finding("REC003", normalize_text(line.text), line.origin))
        else:
            (self.gathered.titles if kind == "title" else self.gathered.prose).append(line)
        return None


def _is_strange(column: Column) -> bool:
    """Whether there is something to tell of a column: that it is left out, or how it was read."""
    is_left_out = column.role in (UNKNOWN, MONEY_BESIDE, "result")
    return is_left_out or column.told_by_content or is_in_other_unit(column)


def _column_finding(column: Column, origin: Provenance) -> Finding:
    facts = {"header": column.header, "table": (origin.table or 0) + 1}
    if column.role == MONEY_BESIDE:
        return Finding(code="TBL006", facts=facts, provenance=origin)
    if is_in_other_unit(column):
        return Finding(code="TBL007", facts={**facts, "baht": column.unit_baht or 1}, provenance=origin)
    if column.told_by_content:
        told = {**facts, "role": field_name(column.role)}
        return Finding(code="TBL005", facts=told, provenance=origin)
    return Finding(code="TBL002", facts=facts, provenance=origin)


def _row_finding(code: str, text: str, origin: Provenance) -> Finding:
    facts = {"text": text[:80], "table": (origin.table or 0) + 1, "row": (origin.row or 0) + 1}
    return Finding(code=code, facts=facts, provenance=origin)


def _groups(governing: Iterable[Governing]) -> list[str]:
    """Headings for comparison: a heading typed again with other spaces is the same heading."""
    return [f"{g.group.label}{g.group.number}{g.group.name}".replace(" ", "") for g in governing]


def _is_caption(line: Line) -> bool:
    """Whether the line right above a table is its caption: short, and set apart by its look."""
    block = line.block
    return block is not None and len(line.text) <= SHORT_LINE and (block.bold or block.centered)


def _start_of_run(pending: list[Line]) -> int:
    """The index of the first of the last lines that belong together as titles and headings of what follows."""
    start = len(pending)
    for index in range(len(pending) - 1, -1, -1):
        line = pending[index]
        if line.block is None or line_kind(line.text) in ("title", "heading"):
            start = index
        elif len(line.text) > SHORT_LINE or start - index > 1:
            break
    return start


def _is_head(event: Event) -> bool:
    return isinstance(event, Line) and event.block is not None and event.block.area == "header"
