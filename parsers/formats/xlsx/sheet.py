"""One worksheet's part, read in one pass: cells that hold something, merged ranges, sizes, page set-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from parsers.formats.safety import stream_xml
from parsers.formats.xlsx import numbers
from parsers.formats.xlsx.axis import COLUMN_UNIT_PT, DEFAULT_COLUMN_PT, DEFAULT_ROW_PT, Axis
from parsers.formats.xlsx.names import LAST_COLUMN, LAST_ROW, TRUE_VALUES, R, S
from parsers.formats.xlsx.strings import rich_text, unescaped
from parsers.formats.xlsx.styles import PLAIN, Look
from schemas.failures import InputFailure

CELLS_LIMIT = 2_000_000
"""Cells of one sheet that hold text or a fill; the largest real books have some 40,000."""
CHARACTERS_LIMIT = 50_000_000
"""Of one sheet's texts together: cells that share one long string unpack like a bomb."""
_SIDES_LEAST = 2
"""A row with so many cells ruled at a side belongs to a table: a box around one text has no more than one."""
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_BOOLEANS = {"0": "FALSE", "1": "TRUE"}
_ROW, _CELL, _VALUE, _INLINE = S + "row", S + "c", S + "v", S + "is"
_COLUMN, _FORMAT, _MERGE = S + "col", S + "sheetFormatPr", S + "mergeCell"
_OUTLINE, _FILTER = S + "outlinePr", S + "autoFilter"
_DRAWING, _RUNNING = S + "drawing", S + "headerFooter"
_TAKEN = (_OUTLINE, _ROW, _COLUMN, _FORMAT, _FILTER, _MERGE, _DRAWING, _RUNNING)


class Place(NamedTuple):
    """A cell's 0-based row and column."""

    row: int
    col: int


class Range(NamedTuple):
    """A merged range, 0-based, both ends within."""

    first: Place
    last: Place


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that holds text or a fill. `is_number` tells of an amount or count, not of a date."""

    text: str
    look: Look = PLAIN
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets of a workbook share."""

    name: str
    strings: Sequence[str] = ()
    looks: Sequence[Look] = ()
    from_1904: bool = False


@dataclass(slots=True)
class Sheet:
    """A worksheet as read. `ruled` are the rows whose cells have rules at their sides.

    `outline` has the outline levels of rows that are not at level 0, the outermost; `folds_downwards` tells that a row
    folds up what stands under it, as a title does (Excel's own rows fold up what stands above a sum).
    """

    cells: dict[Place, SheetCell] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    ruled: set[int] = field(default_factory=set)
    outline: dict[int, int] = field(default_factory=dict)
    folds_downwards: bool = False
    columns: Axis = field(default_factory=lambda: Axis(DEFAULT_COLUMN_PT, {}, LAST_COLUMN))
    rows: Axis = field(default_factory=lambda: Axis(DEFAULT_ROW_PT, {}, LAST_ROW))
    drawing_id: str | None = None
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()


def read_sheet(xml: bytes, book: Book) -> Sheet:
    """The sheet of a worksheet part; InputFailure DOC004 for damage, DOC007 past the limits, DOC008."""
    reader = _SheetReader(book)
    for element in stream_xml(book.name, xml, _TAKEN):
        reader.take(element)
    return reader.sheet()


class _SheetReader:
    """Takes the parts of a sheet in the order in which they stand."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sheet = Sheet()
        self._heights: dict[int, float] = {}
        self._widths: dict[int, float] = {}
        self._default_height_pt, self._default_width_pt = DEFAULT_ROW_PT, DEFAULT_COLUMN_PT
        self._characters = 0
        self._row = -1

    def take(self, element: etree._Element) -> None:
        """Read one element of the sheet."""
        sheet = self._sheet
        if element.tag == _ROW:
            self._take_row(element)
        elif element.tag == _COLUMN:
            self._take_column(element)
        elif element.tag == _FORMAT:
            self._take_defaults(element)
        elif element.tag == _MERGE:
            sheet.merges.extend(self._ranges(element.get("ref", "")))
        elif element.tag == _OUTLINE:
            sheet.folds_downwards = element.get("summaryBelow", "1") not in TRUE_VALUES
        elif element.tag == _FILTER:
            self._show_filtered(element)
        elif element.tag == _DRAWING:
            sheet.drawing_id = element.get(R + "id")
        else:
            sheet.headers = _running(element, "Header")
            sheet.footers = _running(element, "Footer")

    def sheet(self) -> Sheet:
        """The sheet, when all of its parts have been taken."""
        self._sheet.rows = Axis(self._default_height_pt, self._heights, LAST_ROW)
        self._sheet.columns = Axis(self._default_width_pt, self._widths, LAST_COLUMN)
        return self._sheet

    def _take_defaults(self, element: etree._Element) -> None:
        self._default_height_pt = _length(element.get("defaultRowHeight"), DEFAULT_ROW_PT)
        units = _length(element.get("defaultColWidth"), DEFAULT_COLUMN_PT / COLUMN_UNIT_PT)
        self._default_width_pt = units * COLUMN_UNIT_PT
        if element.get("zeroHeight") in TRUE_VALUES:
            self._default_height_pt = 0.0

    def _take_column(self, element: etree._Element) -> None:
        first, last = _number(element.get("min"), 1), _number(element.get("max"), 0)
        hidden = element.get("hidden") in TRUE_VALUES
        units = _length(element.get("width"), self._default_width_pt / COLUMN_UNIT_PT)
        width_pt = 0.0 if hidden else units * COLUMN_UNIT_PT
        self._widths.update(dict.fromkeys(range(first - 1, min(last, LAST_COLUMN)), width_pt))

    def _show_filtered(self, element: etree._Element) -> None:
        """Rows that a filter hides for the moment belong to the plan as those do that it leaves."""
        if element.find(S + "filterColumn") is None:
            return
        for filtered in self._ranges(element.get("ref", "")):
            rows = range(filtered.first.row, filtered.last.row + 1)
            hidden = [row for row, height_pt in self._heights.items() if height_pt == 0 and row in rows]
            for row in hidden:
                del self._heights[row]

    def _take_row(self, element: etree._Element) -> None:
        self._row = _number(element.get("r"), self._row + 2) - 1
        if not 0 <= self._row < LAST_ROW:
            raise InputFailure("DOC004", name=self._book.name)
        height_pt = _length(element.get("ht"), self._default_height_pt or DEFAULT_ROW_PT)
        height_pt = 0.0 if element.get("hidden") in TRUE_VALUES else height_pt
        if height_pt != self._default_height_pt:
            self._heights[self._row] = height_pt
        if level := _number(element.get("outlineLevel"), 0):
            self._sheet.outline[self._row] = level
        self._take_cells(element)

    def _take_cells(self, row: etree._Element) -> None:
        col, ruled = -1, 0
        for cell in row.iterchildren(_CELL):
            col = self._place(cell.get("r"), col + 1)
            look = self._look(cell.get("s"))
            ruled += look.side_ruled
            found = self._cell(cell, look)
            if found.text or look.shading:
                self._keep(Place(self._row, col), found)
        if ruled >= _SIDES_LEAST:
            self._sheet.ruled.add(self._row)

    def _keep(self, place: Place, cell: SheetCell) -> None:
        self._characters += len(cell.text)
        if len(self._sheet.cells) >= CELLS_LIMIT or self._characters > CHARACTERS_LIMIT:
            raise InputFailure("DOC007", name=self._book.name)
        self._sheet.cells[place] = cell

    def _place(self, reference: str | None, following: int) -> int:
        col = following if reference is None else self._parsed(reference).col
        if not 0 <= col < LAST_COLUMN:
            raise InputFailure("DOC004", name=self._book.name)
        return col

    def _look(self, index: str | None) -> Look:
        number, looks = _number(index, 0), self._book.looks
        return looks[number] if number < len(looks) else PLAIN

    def _cell(self, cell: etree._Element, look: Look) -> SheetCell:
        kind = cell.get("t", "n")
        inline = cell.find(_INLINE)
        if kind == "inlineStr" and inline is not None:
            return SheetCell(_words(rich_text(inline)), look)
        # A formula without a cached value has no text: nothing is computed here.
        value = cell.findtext(_VALUE) or ""
        if kind == "s":
            return SheetCell(_words(self._shared(value)) if value else "", look)
        if kind == "n" and value:
            text = numbers.shown(value, look.number_format, self._book.from_1904)
            return SheetCell(text, look, is_number=not numbers.is_date(look.number_format))
        return SheetCell(_BOOLEANS.get(value, value) if kind == "b" else _words(unescaped(value)), look)

    def _shared(self, index: str) -> str:
        number = _number(index, -1)
        if not 0 <= number < len(self._book.strings):
            raise InputFailure("DOC004", name=self._book.name)
        return self._book.strings[number]

    def _ranges(self, reference: str) -> Iterator[Range]:
        first, _, last = reference.partition(":")
        if last:
            one, other = self._parsed(first), self._parsed(last)
            rows, cols = sorted((one.row, other.row)), sorted((one.col, other.col))
            yield Range(Place(rows[0], cols[0]), Place(rows[1], cols[1]))

    def _parsed(self, reference: str) -> Place:
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise InputFailure("DOC004", name=self._book.name)
        col = 0
        for letter in match[1]:
            col = col * 26 + ord(letter) - ord("A") + 1
        place = Place(int(match[2]) - 1, col - 1)
        if not (0 <= place.row < LAST_ROW and place.col < LAST_COLUMN):
            raise InputFailure("DOC004", name=self._book.name)
        return place


def _running(element: etree._Element, kind: str) -> tuple[str, ...]:
    """The codes of the headers or footers of first, even and odd pages, as they stand."""
    texts = (element.findtext(f"{S}{which}{kind}") for which in ("first", "odd", "even"))
    return tuple(dict.fromkeys(text for text in texts if text))


def _words(text: str) -> str:
    """The text with its spaces, which tell how lines are joined; nothing where it is spaces only."""
    return text if text.strip() else ""


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else default


def _length(text: str | None, default: float) -> float:
    try:
        length = float(text) if text else default
    except ValueError:
        return default
    return length if 0 <= length < LAST_ROW else default
