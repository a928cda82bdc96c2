"""The File Information Block at the start of the WordDocument stream ([MS-DOC] 2.5), as far as it is needed.

Every function raises struct.error where the stream is too short.
"""

import struct
from enum import IntEnum
from typing import NamedTuple

_IDENT, _IDENT_OFFSET = 0xA5EC, 0
_FLAGS_OFFSET = 0x0A
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200
_SHORTS, _SHORTS_OFFSET = 14, 0x20
_LONGS, _LONGS_OFFSET = 22, 0x3E
_SPANS_OFFSET = 0x98
_FIRST_SPAN = 0x9A
_USED_BYTES_OFFSET = 0x40
_MAIN_LENGTH_OFFSET = 0x4C


class Structure(IntEnum):
    """Structures of the table stream, by their place in FibRgFcLcb97."""

    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    PIECES = 33


class Span(NamedTuple):
    """Where a structure lies in the table stream, in bytes."""

    offset: int
    size: int


def _number(main: bytes | bytearray, offset: int, kind: str = "H") -> int:
    (value,) = struct.unpack_from(f"<{kind}", main, offset)
    return int(value)


def is_readable(main: bytes) -> bool:
    """Whether this is a FIB of Word 97 or later with the usual places, and not encrypted.

    Word 6 and 95 have another one.
    """
    return (
        _number(main, _IDENT_OFFSET) == _IDENT
        and not _number(main, _FLAGS_OFFSET) & _ENCRYPTED
        and (_number(main, _SHORTS_OFFSET), _number(main, _LONGS_OFFSET)) == (_SHORTS, _LONGS)
        and _number(main, _SPANS_OFFSET) > max(Structure)
    )


def table_name(main: bytes) -> str:
    """The name of the table stream that belongs to this FIB."""
    return "1Table" if _number(main, _FLAGS_OFFSET) & _TABLE_ONE else "0Table"


def main_length(main: bytes) -> int:
    """How many characters the main document has (ccpText); notes, headers and text boxes follow it."""
    return _number(main, _MAIN_LENGTH_OFFSET, "I")


def span(main: bytes, structure: Structure) -> Span:
    """Where a structure lies in the table stream."""
    return Span(*struct.unpack_from("<II", main, _FIRST_SPAN + 8 * structure))


def updated(main: bytes, length: int, spans: dict[Structure, Span]) -> bytes:
    """The stream whose FIB tells a new length of the main document, new spans, and its own size."""
    changed = bytearray(main)
    struct.pack_into("<I", changed, _USED_BYTES_OFFSET, len(main))
    struct.pack_into("<I", changed, _MAIN_LENGTH_OFFSET, length)
    for structure, place in spans.items():
        struct.pack_into("<II", changed, _FIRST_SPAN + 8 * structure, *place)
    return bytes(changed)
