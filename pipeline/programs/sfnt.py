"""Fits a TrueType font to the metrics of another: its size per em, its line height and its name.

Only numbers in the tables head, hhea, OS/2 and name change, so every glyph and every rule of stacking
Thai marks stays (OpenType specification 1.9, "The OpenType Font File" and those tables).
"""

import struct
from dataclasses import dataclass

_DIRECTORY_ENTRY = struct.Struct(">4sLLL")
_CHECKSUM_MAGIC = 0xB1B0AFBA
_LARGEST_UNITS_PER_EM = 16384
_FAMILY_NAMES, _FULL_NAMES, _POSTSCRIPT_NAME = (1, 16), (3, 4), 6
_WINDOWS = (3, 1, 0x409)
_KEPT_NAMES = (0, 2, 7, 8, 9, 13, 14, 17)


@dataclass(frozen=True, slots=True)
class Fit:
    """`scale` is the wanted size of a glyph over its size in the font; ascent and descent are in
    em of the result.
    """

    family: str
    scale: float
    ascent_em: float
    descent_em: float


def _tables(font: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (_DIRECTORY_ENTRY.unpack_from(font, 12 + 16 * index) for index in range(count))
    return {tag: font[offset : offset + length] for tag, _, offset, length in entries}


def _replaced(table: bytes, offset: int, layout: str, *values: int) -> bytes:
    packed = struct.pack(layout, *values)
    return table[:offset] + packed + table[offset + len(packed) :]


def _names(table: bytes) -> dict[int, str]:
    """The Windows Unicode names by name id."""
    count, storage = struct.unpack_from(">HH", table, 2)
    names = {}
    for index in range(count):
        platform, _, _, name_id, length, offset = struct.unpack_from(">6H", table, 6 + 12 * index)
        if platform == _WINDOWS[0]:
            start = storage + offset
            names[name_id] = table[start : start + length].decode("utf-16-be", "replace")
    return names


def _name_table(old: bytes, family: str) -> bytes:
    """A name table in which the font bears `family` and keeps its style, its authors and its licence."""
    names = _names(old)
    style = names.get(2, "Regular")
    renamed = dict.fromkeys(_FAMILY_NAMES, family)
    renamed |= dict.fromkeys(_FULL_NAMES, f"{family} {style}")
    renamed[_POSTSCRIPT_NAME] = f"{family}-{style}".replace(" ", "")
    records = sorted({**{key: names[key] for key in _KEPT_NAMES if key in names}, **renamed}.items())
    directory, storage = b"", b""
    for name_id, text in records:
        encoded = text.encode("utf-16-be")
        directory += struct.pack(">6H", *_WINDOWS, name_id, len(encoded), len(storage))
        storage += encoded
    return struct.pack(">HHH", 0, len(records), 6 + len(directory)) + directory + storage


def _checksum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _assembled(tables: dict[bytes, bytes], version: bytes) -> bytes:
    power = 1 << (len(tables).bit_length() - 1)
    offset = 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, table in sorted(tables.items()):
        directory += _DIRECTORY_ENTRY.pack(tag, _checksum(table), offset + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    search = struct.pack(">4H", len(tables), power * 16, power.bit_length() - 1, (len(tables) - power) * 16)
    return version + search + directory + body


def fitted(font: bytes, fit: Fit) -> bytes:
    """The font of the whole file `font` (TrueType, not a collection), fitted and renamed;
    ValueError where it cannot be.
    """
    tables = _tables(font)
    if not {b"head", b"hhea", b"OS/2", b"name"} <= tables.keys():
        raise ValueError("not a TrueType font")
    units = round(struct.unpack_from(">H", tables[b"head"], 18)[0] / fit.scale)
    if not 16 <= units <= _LARGEST_UNITS_PER_EM:
        raise ValueError(f"no such size per em: {units}")
    ascent, descent = round(fit.ascent_em * units), round(fit.descent_em * units)
    tables[b"head"] = _replaced(_replaced(tables[b"head"], 18, ">H", units), 8, ">L", 0)
    tables[b"hhea"] = _replaced(tables[b"hhea"], 4, ">hhh", ascent, -descent, 0)
    tables[b"OS/2"] = _replaced(tables[b"OS/2"], 68, ">hhhHH", ascent, -descent, 0, ascent, descent)
    tables[b"name"] = _name_table(tables[b"name"], fit.family)
    tables.pop(b"DSIG", None)  # a signature over what the font was
    # The directory holds the checksum of head without its adjustment, so that this is set in the
    # finished file.
    unsigned = _assembled(tables, font[:4])
    adjustment = (_CHECKSUM_MAGIC - _checksum(unsigned)) & 0xFFFFFFFF
    return _replaced(unsigned, unsigned.index(tables[b"head"]) + 8, ">L", adjustment)
