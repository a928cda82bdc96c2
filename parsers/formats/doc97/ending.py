"""A .doc whose text ends in a table gets the empty paragraph behind it that Word always writes.

Without it LibreOffice (7.4) runs the text of the last table's cells together into one paragraph. LibreOffice
itself writes such files, of a .docx that ends in a table. Where text of headers, notes or boxes follows the
main text in the file, no table is lost. See docs/quirks/doc-table-at-end.md.
"""

import struct
from dataclasses import dataclass, replace

from parsers.formats.doc97 import fib, pieces
from parsers.formats.doc97.container import read_streams, write_streams
from parsers.formats.doc97.fib import Span, Structure
from parsers.formats.doc97.plc import Plc
from schemas.failures import InputFailure

_MAIN, _TABLES, _DATA = "WordDocument", ("0Table", "1Table"), "Data"
_ROW_MARK = "\x07"
_PARAGRAPH_MARK = "\r".encode("utf-16-le")
_PAGE_BYTES = 512
_PAGE_NUMBER = struct.Struct("<I")
_PARAGRAPH_BYTES, _CHARACTER_BYTES = 13, 1
"""A run's entry in a formatted page; of zeros alone it means the default properties."""
_DAMAGE = (struct.error, OSError, ValueError, IndexError, TypeError, AttributeError, KeyError)
"""What olefile, and the readers of this room, raise on damage."""


@dataclass(frozen=True, slots=True)
class _WordBinary:
    main: bytes
    table: bytes
    table_name: str
    data: bytes | None

    def part(self, structure: Structure) -> bytes:
        """A structure of the table stream. Raises ValueError where it is not in it."""
        offset, size = fib.span(self.main, structure)
        if size == 0 or offset + size > len(self.table):
            raise ValueError(f"no {structure.name} in the table stream")
        return self.table[offset : offset + size]


def ends_in_table(data: bytes) -> bool:
    """Whether this .doc's main text ends in the mark of a table's row, and no text of headers, notes or boxes
    follows it; False where that cannot be told.
    """
    try:
        word = _opened(data)
        _, table = pieces.split_clx(word.part(Structure.PIECES))
        nothing_follows = table.positions[-1] == fib.main_length(word.main)
        return nothing_follows and pieces.last_character(word.main, table) == _ROW_MARK
    except _DAMAGE:
        return False


def with_final_paragraph(name: str, data: bytes) -> bytes:
    """The same .doc with an empty paragraph behind the table that ends it; any other one byte for byte.

    Of a mended file only the streams that hold the document are kept. Raises InputFailure DOC015 where the
    file ends in a table but its structures do not allow a paragraph behind it.
    """
    if not ends_in_table(data):
        return data
    try:
        mended = _with_paragraph(_opened(data))
    except _DAMAGE as error:
        raise InputFailure("DOC015", name=name) from error
    streams = {_MAIN: mended.main, mended.table_name: mended.table}
    if mended.data is not None:
        streams[_DATA] = mended.data
    return write_streams(streams)


def _opened(data: bytes) -> _WordBinary:
    streams = read_streams(data, (_MAIN, *_TABLES, _DATA))
    main = streams[_MAIN]
    if not fib.is_readable(main):
        raise ValueError("not a Word binary of the known kind")
    table_name = fib.table_name(main)
    return _WordBinary(main, streams[table_name], table_name, streams.get(_DATA))


def _with_paragraph(word: _WordBinary) -> _WordBinary:
    """The mark and the pages that format it go behind all else in the stream, so that nothing there moves."""
    mark_at = -(-len(word.main) // _PAGE_BYTES) * _PAGE_BYTES
    main = word.main.ljust(mark_at, b"\0") + _PARAGRAPH_MARK.ljust(_PAGE_BYTES, b"\0")
    properties, table = pieces.split_clx(word.part(Structure.PIECES))
    changed = {Structure.PIECES: pieces.joined_clx(properties, pieces.with_last_character(table, mark_at))}
    for structure, entry_bytes in (
        (Structure.PARAGRAPH_PAGES, _PARAGRAPH_BYTES),
        (Structure.CHARACTER_PAGES, _CHARACTER_BYTES),
    ):
        pages = Plc.read(word.part(structure), _PAGE_NUMBER.size)
        page_number = _PAGE_NUMBER.pack(len(main) // _PAGE_BYTES)
        changed[structure] = pages.followed_by(mark_at + len(_PARAGRAPH_MARK), page_number).to_bytes()
        main += _formatted_page(pages.positions[-1], mark_at, entry_bytes)
    grown, spans = _appended(word.table, changed)
    return replace(word, main=fib.updated(main, fib.main_length(main) + 1, spans), table=grown)


def _formatted_page(formatted_to: int, mark_at: int, entry_bytes: int) -> bytes:
    """A page (FKP, [MS-DOC] 2.9.33) of two runs in default properties: what is between the formatted text and
    the mark, and the mark.
    """
    if formatted_to > mark_at:
        raise ValueError("formatted text outside of the stream")
    bounds = sorted({formatted_to, mark_at, mark_at + len(_PARAGRAPH_MARK)})
    runs = len(bounds) - 1
    body = struct.pack(f"<{len(bounds)}I", *bounds) + bytes(entry_bytes * runs)
    return body.ljust(_PAGE_BYTES - 1, b"\0") + bytes([runs])


def _appended(table: bytes, parts: dict[Structure, bytes]) -> tuple[bytes, dict[Structure, Span]]:
    """The table stream with the parts behind it, and where they are."""
    spans: dict[Structure, Span] = {}
    for structure, part in parts.items():
        spans[structure] = Span(len(table), len(part))
        table += part
    return table, spans
