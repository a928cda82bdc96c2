"""What stands above the row that is being read: its form, its headings, and lines that may yet govern it."""

from collections.abc import Sequence
from dataclasses import replace

from parsers.records.gathered import Gathered, RawRecord
from parsers.records.left_out import row_finding
from parsers.records.lines import is_divider, line_kind, separate_lines
from parsers.records.running_head import RunningHead
from parsers.records.stands import Read, Run, is_said, lines_at_end, placed_above, same_headings
from parsers.records.told_forms import columns_differ, form_by_headings, form_named, plain_form
from parsers.tables.headings import Governing, govern, read_heading
from parsers.tables.layout import Layout
from parsers.tables.walk import Event, Line
from parsers.thai import normalize_text
from schemas.document import Provenance
from schemas.plan import Form

SHORT_LINE = 120
"""A line up to this length may stand between a heading and its table without parting them."""


class Above:
    """The form and the headings that govern, and the pending lines: those since the last row, which nothing follows yet.

    What turns out to govern nothing goes into `gathered` as title, prose or finding.
    """

    def __init__(self, gathered: Gathered) -> None:
        self.governing: tuple[Governing, ...] = ()
        self._gathered = gathered
        self._head = RunningHead()
        self._pending: list[Line] = []
        self._form: Form | None = None
        self._layout: Layout | None = None
        self._heading: Line | None = None
        self._run = 0
        self._of_other_tables: set[int] = set()

    @property
    def has_pending(self) -> bool:
        """Whether lines stand since the last row."""
        return bool(self._pending)

    def form_of(self, layout: Layout) -> Form:
        """The form that governs, or the plain one of the columns."""
        return self._form or plain_form(layout)

    def pass_by(self, event: Event) -> None:
        """Any event of the document, before it is folded in."""
        self._head.pass_by(event)

    def take(self, line: Line, record: RawRecord | None) -> None:
        """Keep a line for what follows; `record` is the project that rows may still go on with."""
        if line.block is not None and line.block.area in ("header", "footer"):
            self._gathered.running.append(line)
            if line.block.area == "header":
                self._head.take(line)
                self._pending += self._head.new_headings(line)
            return
        if not self._pending and self._is_said_here(line, record):
            self._gathered.stands.say(line)
            return
        texts = separate_lines(line.text)
        parts = [line] if len(texts) == 1 else [replace(line, text=text) for text in texts]
        self._pending += [part for part in parts if line_kind(part.text) != "noise"]

    def _is_said_here(self, line: Line, record: RawRecord | None) -> bool:
        """Whether a line right under a table's header or rows says that the heading above has no project."""
        in_place = line.block is None or record is None
        return in_place and is_said(line) and self._gathered.stands.is_under_heading

    def take_words(self, line: Line) -> None:
        """Keep the words of a table that holds no more than that there is no project."""
        self._pending.append(line)

    def line_over(self, table: int | None) -> str | None:
        """The last pending line of that table; the lines govern no projects then, for its rows are a summary's."""
        in_table = (line for line in reversed(self._pending) if line.block is None)
        found = next((line.text for line in in_table if line.origin.table == table), None)
        self._of_other_tables.update(map(id, self._pending))
        return found

    def take_other_table(self) -> None:
        """Right under a heading, a table that is none of projects may be one that was not known for one."""
        if not any(line_kind(line.text) == "heading" for line in self._pending):
            self._gathered.stands.hold_rows()
        self._of_other_tables.update(map(id, self._pending))

    def caption(self) -> Line | None:
        """The pending line that is the caption of the table right under it."""
        return self._pending[-1] if self._pending and _is_caption(self._pending[-1]) else None

    def drop_caption(self) -> None:
        """The caption is told of with its table, and stands for nothing else."""
        self._pending.pop()

    def settle(self, layout: Layout, origin: Provenance) -> bool:
        """Let the pending lines govern what follows: the run of lines right above a row or header at `origin`.

        Returns whether another form or other headings govern from here on.
        """
        if self._pending:
            return self._settle_pending(layout, origin)
        is_new = False
        if layout is not self._layout or self._head.is_new:
            is_new = self._settle_form([], layout)
            self._stand(origin)
        return is_new

    def _settle_pending(self, layout: Layout, origin: Provenance) -> bool:
        cut = _start_of_run(self._pending)
        self._gathered.prose += _without_head(self._pending[:cut])
        lines, self._pending = self._pending[cut:], []
        self._run += 1
        is_behind = cut == 0 and bool(self._gathered.records)
        run = Run(lines, self._form, self.governing, is_behind)
        is_new_form = self._settle_form(lines, layout)
        before = self.governing
        followers = (*lines[1:], None)
        # No line at all where prose alone stands above: then there is no follower either.
        read = [self._settle_line(*pair, origin) for pair in zip(lines, followers, strict=False)]
        self._stand_bare(run, read, origin)
        return is_new_form or not same_headings(before, self.governing)

    def _settle_form(self, run: list[Line], layout: Layout) -> bool:
        """Let titles, headings, the running head or the columns name the form; whether it is another one."""
        self._layout = layout
        titles = [line.text for line in run if line_kind(line.text) == "title" and not is_divider(line.text)]
        of_head = self._head.form(layout)
        form = form_named(titles, layout) or form_by_headings(run, layout) or of_head
        if form is None and (titles or self._form is None or columns_differ(self._form, layout)):
            form = plain_form(layout)
        if form is None or form == self._form:
            return False
        self.governing = () if self._form is not None else self.governing
        self._form = form
        return True

    def _settle_line(self, line: Line, following: Line | None, origin: Provenance) -> Read | None:
        """Let one line of a run govern, title or say nothing of projects; the heading that it was read as."""
        kind = line_kind(line.text)
        heading = read_heading(line.text) if kind == "heading" else None
        if heading is not None and not heading.group.name and following is not None:
            heading = read_heading(f"{line.text} {following.text}")
        if heading is not None and heading.group.name:
            heading = replace(heading, continued=heading.continued or _is_of_head(line))
            self.governing, self._heading = govern(self.governing, heading, self._run), line
            is_new = self.governing and self.governing[-1].run == self._run
            return Read(line, self.governing) if is_new else None
        if is_said(line):
            self._stand(origin)
            self._gathered.stands.say(line)
        elif line.block is None and (kind != "title" or is_divider(line.text)):
            told = row_finding("REC003", normalize_text(line.text), line.origin)
            self._gathered.findings.append(told)
        else:
            (self._gathered.titles if kind == "title" else self._gathered.prose).append(line)
        return None

    def _stand_bare(self, run: Run, read: Sequence[Read | None], origin: Provenance) -> None:
        """Place the headings of a run: those that others end at once, and those that govern what follows."""
        stands, before = self._gathered.stands, len(self._gathered.records)
        for form, each in run.bare(read, self._form, self.governing, self._run):
            if id(each.line) not in self._of_other_tables:
                stands.place_bare(form, each, before, origin)
        self._of_other_tables.clear()
        self._stand(origin)

    def _stand(self, origin: Provenance) -> None:
        """Place the headings that govern now; `origin` is that of what follows."""
        if self._form is not None:
            place = placed_above(self._heading, origin)
            self._gathered.stands.place(self._form, self.governing, place, len(self._gathered.records))

    def end(self, record: RawRecord | None) -> None:
        """What is pending at the end of the document governs nothing more; `record` is the last project, if open."""
        self._pending = _without_head(self._pending)
        standing = self._stand_at_end(record)
        self._gathered.prose += [line for line in self._pending[standing:] if line.block is not None]

    def _stand_at_end(self, record: RawRecord | None) -> int:
        """Place the headings behind the last table that nothing follows; how many pending lines these are."""
        last, records = record.first.origin if record else Provenance(), self._gathered.records
        lines = lines_at_end(self._pending) if records and not self._of_other_tables else []
        self._run += 1
        for line in lines:
            read = self._settle_line(line, None, last)
            if read is not None and self._form is not None:
                self._gathered.stands.place_bare(self._form, read, len(records), last)
        return len(lines)


def _is_of_head(line: Line) -> bool:
    return line.block is not None and line.block.area == "header"


def _without_head(lines: Sequence[Line]) -> list[Line]:
    """The lines of the pages themselves."""
    return [line for line in lines if not _is_of_head(line)]


def _is_caption(line: Line) -> bool:
    """Whether the line right above a table is its caption: short, and set apart by its look."""
    block = line.block
    return block is not None and len(line.text) <= SHORT_LINE and (block.bold or block.centered)


def _start_of_run(pending: Sequence[Line]) -> int:
    """The index of the first of the last lines that belong together as titles and headings of what follows."""
    start = len(pending)
    for index in range(len(pending) - 1, -1, -1):
        line = pending[index]
        if line.block is None or line_kind(line.text) in ("title", "heading"):
            start = index
        elif len(line.text) > SHORT_LINE or start - index > 1:
            break
    return start
