"""The running head of the pages, which names form and headings of its section where the pages themselves do not."""

from dataclasses import replace

from parsers.records.lines import line_kind, separate_lines
from parsers.records.told_forms import form_by_title
from parsers.tables.layout import Layout
from parsers.tables.walk import Event, Line
from parsers.thai import normalize_text
from schemas.plan import Form


class RunningHead:
    """The title lines of the head that stands over the pages from here on."""

    def __init__(self) -> None:
        self._titles: list[str] = []
        self._asked: list[str] = []
        self._is_whole = False
        self._headings: set[str] = set()
        self._headings_before: set[str] = set()
        self._has_all_headings = False

    def pass_by(self, event: Event) -> None:
        """Any event of the document: one that is no line of a head ends the head."""
        if not (isinstance(event, Line) and event.block is not None and event.block.area == "header"):
            self._is_whole = self._has_all_headings = True

    def take(self, line: Line) -> None:
        """A line of a head; its titles stand in place of those of the head before."""
        if line_kind(line.text) != "title":
            return
        if self._is_whole:
            self._titles, self._is_whole = [], False
        self._titles.append(normalize_text(line.text))

    def new_headings(self, line: Line) -> list[Line]:
        """The headings of a head's line that the head before had not: a PDF repeats the head on each page."""
        if self._has_all_headings:
            self._headings_before, self._headings = self._headings, set()
            self._has_all_headings = False
        parts = [
            replace(line, text=text) for text in separate_lines(line.text) if line_kind(text) == "heading"
        ]
        keys = [normalize_text(part.text) for part in parts]
        self._headings.update(keys)
        return [part for part, key in zip(parts, keys, strict=True) if key not in self._headings_before]

    @property
    def is_new(self) -> bool:
        """Whether this is another head than the one whose form was last asked."""
        return self._titles != self._asked

    def form(self, layout: Layout) -> Form | None:
        """The form that a new head names for a table with such columns; None for a head that was asked before."""
        if not self.is_new:
            return None
        self._asked = self._titles
        return form_by_title(self._titles, layout)
