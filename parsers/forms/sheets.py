"""Bytes of a workbook or a .csv as rows of texts, with the row numbers that a person sees beside them."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.formats.safety import FILE_LIMIT_BYTES
from parsers.formats.xlsx.parts import Package
from parsers.formats.xlsx.sheet import Book, read_sheet
from parsers.formats.xlsx.strings import shared_strings
from parsers.formats.xlsx.styles import looks
from schemas.failures import InputFailure

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",;\t|"
_SNIFFED_LINES = 20
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x80-\x9f]")
"""Control characters: text that has them is of another encoding than the one tried."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds something: its 1-based number in the file, and its texts by 0-based column."""

    number: int
    texts: dict[int, str]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet's rows from the top; `name` is "" for a .csv."""

    name: str
    rows: tuple[SheetRow, ...]


def read_workbook(name: str, data: bytes) -> tuple[SheetRows, ...]:
    """The visible sheets of an .xlsx in their order, rows and columns that somebody hid or filtered included.

    Raises InputFailure as `parsers.formats.xlsx.read` does: DOC004, DOC007, DOC008.
    """
    package = Package(name, data)
    book = Book(
        name=name,
        strings=shared_strings(package.related("sharedStrings")),
        looks=looks(package.related("styles"), package.related("theme")),
        from_1904=package.counts_from_1904,
    )
    return tuple(
        SheetRows(part.name, tuple(_rows(package.content(part.part), book))) for part in package.sheets()
    )


def _rows(xml: bytes, book: Book) -> Iterator[SheetRow]:
    rows: dict[int, dict[int, str]] = {}
    for place, cell in read_sheet(xml, book).cells.items():
        if cell.text.strip():
            rows.setdefault(place.row, {})[place.col] = cell.text.strip()
    for row in sorted(rows):
        yield SheetRow(row + 1, rows[row])


def read_csv(name: str, data: bytes) -> SheetRows:
    """The rows of a .csv in UTF-8, UTF-16 or cp874 (TIS-620), parted by comma, semicolon, tab or bar.

    A row's number is that of the line on which it ends. Raises InputFailure DOC006 for a file that is too large,
    DOC004 for one that is text of no such encoding.
    """
    if len(data) > FILE_LIMIT_BYTES:
        limit = FILE_LIMIT_BYTES // (1024 * 1024)
        raise InputFailure("DOC006", name=name, megabytes=len(data) // (1024 * 1024), limit=limit)
    text = _decoded(name, data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows = []
    try:
        for cells in reader:
            texts = {col: cell.strip() for col, cell in enumerate(cells) if cell.strip()}
            if texts:
                rows.append(SheetRow(reader.line_num, texts))
    except csv.Error as error:
        raise InputFailure("DOC004", name=name) from error
    return SheetRows("", tuple(rows))


def _decoded(name: str, data: bytes) -> str:
    """The text, tried from the strictest encoding on: bytes of cp874 Thai are no UTF-8."""
    encodings = ("utf-16",) if data.startswith(_UTF16_MARKS) else ("utf-8-sig", "cp874")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    raise InputFailure("DOC004", name=name)


def _delimiter(text: str) -> str:
    """The sign that most of the first lines have equally often; amounts have commas, so that the most is not enough."""
    lines = [line for line in text.splitlines() if line.strip()][:_SNIFFED_LINES]

    def agreement(sign: str) -> tuple[int, int]:
        counts = [_outside_quotes(line, sign) for line in lines]
        usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
        return (counts.count(usual) if usual else 0), usual

    return max(_DELIMITERS, key=agreement) if lines else ","


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])
