"""The piece table ([MS-DOC] 2.8.35, 2.9.38): which bytes of the WordDocument stream are which characters."""

import struct

from parsers.formats.doc97.plc import Plc

_PROPERTIES, _PIECE_TABLE = 1, 2
_PIECE = struct.Struct("<HIH")
"""Flags, place, properties."""
_ONE_BYTE = 0x40000000
"""A flag of the place: characters of one byte, and the place is given times two."""


def split_clx(clx: bytes) -> tuple[bytes, Plc]:
    """The properties that pieces may refer to, as stored, and the piece table behind them.

    Raises ValueError and struct.error where it is no Clx.
    """
    at = 0
    while at < len(clx) and clx[at] == _PROPERTIES:
        (size,) = struct.unpack_from("<H", clx, at + 1)
        at += 3 + size
    kind, size = struct.unpack_from("<BI", clx, at)
    start = at + 5
    if kind != _PIECE_TABLE or start + size > len(clx):
        raise ValueError("no piece table where one must be")
    return clx[:at], Plc.read(clx[start : start + size], _PIECE.size)


def joined_clx(properties: bytes, pieces: Plc) -> bytes:
    """The reverse of `split_clx`."""
    body = pieces.to_bytes()
    return properties + struct.pack("<BI", _PIECE_TABLE, len(body)) + body


def last_character(main: bytes, pieces: Plc) -> str:
    """The last character of all text. Raises ValueError where its piece lies outside of the stream."""
    _, place, _ = _PIECE.unpack(pieces.records[-1])
    start, end = pieces.positions[-2:]
    width, encoding = (1, "cp1252") if place & _ONE_BYTE else (2, "utf-16-le")
    first = (place & ~_ONE_BYTE) // 2 if place & _ONE_BYTE else place
    at = first + width * (end - 1 - start)
    if at + width > len(main):
        raise ValueError("a piece outside of the stream")
    return main[at : at + width].decode(encoding, "replace")


def with_last_character(pieces: Plc, place: int) -> Plc:
    """With one more character behind all text, which lies at byte `place` as UTF-16."""
    return pieces.followed_by(pieces.positions[-1] + 1, _PIECE.pack(0, place, 0))
