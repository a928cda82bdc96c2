"""The stream of lines and rows, folded into raw records under their headings, sums, and text left over."""

from collections.abc import Iterable

from parsers.records.above import Above
from parsers.records.amounts import Points
from parsers.records.gathered import Gathered, RawRecord, RawTotal, SummaryRow
from parsers.records.left_out import StrangeColumns, row_finding, table_finding
from parsers.records.nothing import is_nothing, says_none_in, sums_projects, text_of
from parsers.records.numbers_in_names import with_numbers
from parsers.records.starts import RecordStarts, begin_project, is_bare_number
from parsers.tables.layout import Layout
from parsers.tables.walk import BodyRow, Event, Line, NewLayout, OtherTable, TotalRow
from parsers.thai import normalize_text
from schemas.document import Provenance, Table


def gather(events: Iterable[Event]) -> Gathered:
    """Raw records, printed sums, title lines, running heads and prose, in reading order."""
    folder = _Folder(RecordStarts(events := with_numbers(events)))
    for event in events:
        folder.take(event)
    folder.end()
    return folder.gathered


class _Folder:
    """The one place that remembers which project is open, and which rows may be of the next one."""

    def __init__(self, starts: RecordStarts) -> None:
        self.gathered = Gathered()
        self._above = Above(self.gathered)
        self._starts = starts
        self._record: RawRecord | None = None
        self._leading: list[BodyRow] = []
        self._strange = StrangeColumns()

    def take(self, event: Event) -> None:
        """Fold one event in."""
        self._above.pass_by(event)
        match event:
            case Line():
                self._above.take(event, self._record)
            case NewLayout():
                self._take_layout(event)
            case TotalRow():
                self._take_total(event)
            case BodyRow():
                self._take_row(event)
            case OtherTable():
                self._take_other(event.table)

    def end(self) -> None:
        """Nothing follows."""
        self._go_on(self._leading)
        self._close()
        self._above.end(self._record)

    def _take_layout(self, event: NewLayout) -> None:
        self.gathered.layouts.append(event.layout)
        if event.layout.is_of_projects():
            self._settle(event.layout, event.origin)
            self.gathered.findings.extend(self._strange.findings(event.layout, event.origin))

    def _take_total(self, event: TotalRow) -> None:
        layout = event.row.layout
        if layout.is_summary():
            self._take_summary(event.row)
            return
        self._settle(layout, event.row.origin)
        if self._record is None and sums_projects(event):
            self.gathered.stands.hold_rows()
        self._record = None
        self.gathered.totals.append(RawTotal(self._above.form_of(layout), self._above.governing, event))

    def _take_summary(self, row: BodyRow) -> None:
        self.gathered.summary_rows.append(SummaryRow(row, self._above.line_over(row.origin.table)))

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

    def _begin(self, leading: list[BodyRow], row: BodyRow, *, missing: bool) -> None:
        self._close()
        row = row.with_shared()
        points, form = Points([*leading, row]), self._above.form_of(row.layout)
        self._record = RawRecord(form, row.layout, self._above.governing, points, row, missing)
        self.gathered.records.append(self._record)

    def _close(self) -> None:
        """A number with nothing behind it is no project: tables are numbered in advance, and rows stay empty."""
        records = self.gathered.records
        if records and records[-1] is self._record and is_bare_number(self._record.points.rows()):
            self._tell_homeless(records.pop().first, held=False)
            self._record = None

    def _settle(self, layout: Layout, origin: Provenance) -> None:
        """Let what stands above govern what follows; no project goes on under another form or other headings."""
        if self._above.has_pending:
            self._close()
        if self._above.settle(layout, origin):
            self._record = None

    def _tell_homeless(self, row: BodyRow, *, held: bool = True) -> None:
        text = normalize_text(" ".join(row.texts.values()))
        if text:
            if held:
                self.gathered.stands.hold_rows()
            self.gathered.findings.append(row_finding("REC002", text, row.origin))

    def _take_other(self, table: Table) -> None:
        """Tell of a table that is not carried over."""
        if says_none_in(table):
            self._above.take_words(Line(text_of(table), Provenance(page=table.page, table=table.index)))
            return
        self._above.take_other_table()
        caption = self._above.caption()
        told = table_finding(table, caption)
        if told is not None:
            self.gathered.findings.append(told)
            if caption is not None:
                self._above.drop_caption()
