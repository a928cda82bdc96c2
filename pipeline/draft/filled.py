"""A draft's workbook as people hand it back: rows by the columns' titles, wherever these stand by now."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from lxml import etree

from outputs.draft.columns import COLUMNS
from outputs.draft.payload import NoDraft, unpacked
from outputs.draft.wording import wording
from outputs.draft.workbook import DATA_SHEET
from parsers.formats import identify
from parsers.formats.xlsx.names import R, S
from parsers.formats.xlsx.parts import Package
from parsers.formats.xlsx.sheet import Book, Sheet, read_sheet
from parsers.formats.xlsx.strings import shared_strings
from parsers.formats.xlsx.styles import looks
from parsers.thai import normalize_text
from schemas.draft import Decision, Draft
from schemas.failures import InputFailure
from schemas.vocabulary import load

_MAIN_PART = "xl/workbook.xml"
_NEEDED = frozenset({"key", "decision", "name"})
_MARKS_OF_CHOICE = " .()[]✓✔/"


class FilledRow(NamedTuple):
    """One row as filled in: its 1-based number in the sheet, and its cells' texts by the columns' keys.

    A column that was taken out of the sheet has no cell. `decision` is None where none was chosen, and `is_odd`
    tells that something else was typed there.
    """

    number: int
    cells: Mapping[str, str]
    decision: Decision | None
    is_odd: bool


class Filled(NamedTuple):
    """The draft that the workbook was made of, and its rows."""

    draft: Draft
    rows: tuple[FilledRow, ...]


def read_filled(name: str, data: bytes) -> Filled:
    """The filled rows in their order, blank ones left out; hidden and filtered rows count as others do.

    InputFailure: DRF011 for a workbook that `phaen draft` did not write, or whose hidden sheet or header is gone;
    DOC002 to DOC008 for what is no sound .xlsx.
    """
    if identify(name, data) != "xlsx":
        raise InputFailure("DRF011", name=name)
    package = Package(name, data)
    sheets = dict(_sheets(package))
    try:
        data_sheet = sheets[DATA_SHEET]
        texts = (data_sheet.cells[place].text for place in sorted(data_sheet.cells) if place.col == 0)
        draft = unpacked(texts)
        rows = tuple(_rows(sheets[wording("th")["sheet_projects"]]))
    except (KeyError, NoDraft) as error:
        raise InputFailure("DRF011", name=name) from error
    return Filled(draft, rows)


def _sheets(package: Package) -> Iterator[tuple[str, Sheet]]:
    """All sheets by name, hidden ones too."""
    book = Book(
        name=package.name,
        strings=shared_strings(package.related("sharedStrings")),
        looks=looks(package.related("styles"), package.related("theme")),
        from_1904=package.counts_from_1904,
    )
    for sheet in package.workbook.iterfind(f"{S}sheets/{S}sheet"):
        root = package.related_to(_MAIN_PART, sheet.get(R + "id", ""))
        if root is not None:
            yield sheet.get("name", ""), read_sheet(etree.tostring(root), book)


def _rows(sheet: Sheet) -> Iterator[FilledRow]:
    """KeyError where no row of the sheet is the header."""
    by_row: dict[int, dict[int, str]] = {}
    for place, cell in sheet.cells.items():
        if cell.text.strip():
            by_row.setdefault(place.row, {})[place.col] = cell.text
    header, titles = _header(by_row)
    for row in sorted(by_row):
        cells = {key: normalize_text(by_row[row].get(col, "")) for col, key in titles.items()}
        if row > header and any(cells.values()):
            decision, is_odd = _decision(cells["decision"])
            yield FilledRow(row + 1, cells, decision, is_odd)


def _header(by_row: Mapping[int, Mapping[int, str]]) -> tuple[int, dict[int, str]]:
    """The header's row, and the columns' keys by their places."""
    keys = {normalize_text(column.title): column.key for column in COLUMNS}
    for row in sorted(by_row):
        titles = {
            col: keys[title] for col, text in by_row[row].items() if (title := normalize_text(text)) in keys
        }
        if set(titles.values()) >= _NEEDED:
            return row, titles
    raise KeyError


def _decision(text: str) -> tuple[Decision | None, bool]:
    word = text.strip(_MARKS_OF_CHOICE)
    if not word:
        return None, False
    decisions: tuple[Decision, ...] = get_args(Decision)
    found = next((decision for decision in decisions if word in load("decisions")[decision]), None)
    return found, found is None
