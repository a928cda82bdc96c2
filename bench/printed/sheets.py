"""A generated plan as lines and tables in points, ready for any program that sets pages.

Word's own ways (tracked changes, hidden text, comments, nested tables, automatic numbers) leave no trace on
paper, so sheets show what a reader of the printed page would see.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from bench.legacy_plans.columns import columns_of
from bench.legacy_plans.content import Section
from bench.legacy_plans.contents import Contents
from bench.legacy_plans.generate import changed, shown_groups
from bench.legacy_plans.pages import PlainTable, cover_lines, form_lines, population, summary
from bench.legacy_plans.typing_hand import Hand
from bench.printed.form_rows import DXA_PER_PT, FormRows, PrintedCell, PrintedRow
from schemas.plan import Form, Group

_COVER_PT, _TITLE_PT, _HEADING_PT, _BODY_PT, _TABLE_PT = 22.0, 16.0, 15.0, 16.0, 12.0


@dataclass(frozen=True)
class PrintedLine:
    """A paragraph; `new_page` begins a page with it."""

    text: str
    size_pt: float
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False
    new_page: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """A table: widths in points, header rows (which pages repeat where `repeats`), and rows."""

    widths_pt: tuple[float, ...]
    header: tuple[PrintedRow, ...]
    rows: tuple[PrintedRow, ...]
    repeats: bool


@dataclass(frozen=True)
class RunningHead:
    """The lines of the running head from the next page on; none ends it."""

    lines: tuple[PrintedLine, ...]


Sheet = PrintedLine | PrintedTable | RunningHead


def sheets_of(contents: Contents) -> tuple[Sheet, ...]:
    """The plan from cover to last table, in reading order."""
    return tuple(_Printer(contents).sheets())


class _Printer:
    def __init__(self, contents: Contents) -> None:
        self.contents, self.layout = contents, contents.layout
        self.hand = Hand(Random(f"{contents.seed}/print"), contents.layout)
        self._titles = 0

    def sheets(self) -> Iterator[Sheet]:
        """Everything."""
        yield from self._front()
        for form, sections in self.contents.forms:
            yield from self._form(form, sections)

    def _line(self, text: str, size_pt: float, new_page: bool = False) -> PrintedLine:
        return PrintedLine(self.hand.digits(text), size_pt, "center", bold=True, new_page=new_page)

    def _front(self) -> Iterator[Sheet]:
        contents, layout = self.contents, self.layout
        if layout.cover:
            for line in cover_lines(contents.title, contents.place):
                yield self._line(line, _COVER_PT)
        for index, section in enumerate(contents.narrative):
            title = self.hand.digits(section.title)
            yield PrintedLine(title, _TITLE_PT, bold=True, new_page=index == 0)
            for text in section.paragraphs:
                yield PrintedLine(self.hand.digits(text), _BODY_PT)
        if layout.other_table:
            yield self._line(f"จำนวนประชากรของ{contents.place.short}", _TITLE_PT, new_page=True)
            yield self._plain(population(self.hand))
        if layout.summary_table:
            yield from self._title("ผด.01" if contents.kind == "operation_plan" else "ผ.01")
            yield self._plain(summary(self.hand, contents.kind, contents.forms[0][1], contents.years))

    def _plain(self, content: PlainTable) -> PrintedTable:
        head, *rows = (
            PrintedRow(
                tuple(
                    PrintedCell(tuple(self.hand.digits(text).split("\n")), "center" if column else "left")
                    for column, text in enumerate(row)
                ),
                _TABLE_PT,
                bold=index == 0,
            )
            for index, row in enumerate(content.rows)
        )
        widths = tuple(width / DXA_PER_PT for width in content.widths)
        return PrintedTable(widths, (head,), tuple(rows), repeats=True)

    def _title(self, form: str) -> Iterator[Sheet]:
        """The title lines of a page, in the running head where the layout has them there."""
        label, titles = form_lines(self.hand, form, self.contents.title, self.contents.place, self._titles)
        self._titles += 1
        in_head = self.layout.running_titles
        lines = tuple(
            self._line(text, _TITLE_PT, not in_head and not index) for index, text in enumerate(titles)
        )
        first = PrintedLine(label, _TITLE_PT, "right", bold=True, new_page=not in_head)
        if self.layout.form_label != "none":
            lines = (
                first,
                *(line if index else self._line(titles[0], _TITLE_PT) for index, line in enumerate(lines)),
            )
        if in_head:
            yield RunningHead(lines)
        else:
            yield from lines

    # ---- forms ----

    def _form(self, form: Form, sections: tuple[Section, ...]) -> Iterator[Sheet]:
        rows = FormRows(self.hand, columns_of(form, self.hand, self.contents.fiscal_year))
        yield from self._title(form)
        if self.layout.one_table:
            yield self._one_table(rows, sections)
            return
        before: tuple[Group, ...] = ()
        for section in sections:
            if before and self.layout.name_spellings:
                yield from self._title(form)
            yield from self._tables(rows, section, shown_groups(self.layout, before, section))
            before = section.groups

    def _tables(self, rows: FormRows, section: Section, groups: tuple[Group, ...]) -> Iterator[Sheet]:
        count = len(section.projects)
        every = self.layout.cut_tables_every or count
        for start in range(0, count, every):
            again = section.groups if self.layout.cut_repeats_headings else ()
            shown = groups if start == 0 else again
            inside = shown if self.layout.heading_place == "inside" else ()
            yield PrintedLine("", _HEADING_PT, new_page=start > 0)
            for group in () if inside else shown:
                yield PrintedLine(self.hand.heading(group), _HEADING_PT, bold=True)
            body = [rows.spanning(self.hand.heading(group)) for group in inside]
            body += rows.of(section, start, min(start + every, count))
            yield self._table(rows, rows.header(), body)

    def _one_table(self, rows: FormRows, sections: tuple[Section, ...]) -> PrintedTable:
        by_hand = self.layout.header_repeat == "by_hand"
        body: list[PrintedRow] = []
        before: tuple[Group, ...] = ()
        for section in sections:
            shown = section.groups if by_hand else changed(before, section.groups)
            body += [rows.spanning(self.hand.heading(group)) for group in shown]
            body += rows.header() if by_hand else []
            body += rows.of(section, 0, len(section.projects))
            before = section.groups
        return self._table(rows, [] if by_hand else rows.header(), body)

    def _table(self, rows: FormRows, header: list[PrintedRow], body: list[PrintedRow]) -> PrintedTable:
        repeats = self.layout.header_repeat == "word"
        return PrintedTable(rows.widths_pt, tuple(header), tuple(body), repeats)
