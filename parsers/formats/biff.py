"""The records of an .xls workbook stream, as far as they tell whether it may be opened ([MS-XLS] 2.1.4)."""

import struct
from collections.abc import Iterator

_HEADER = struct.Struct("<HH")
_BOF = 0x0809
_EOF = 0x000A
_FILE_PASS = 0x002F
_SHEET = 0x0085
_SHEET_KIND_OFFSET = 5
_MACRO_SHEET = 1


def has_password(workbook: bytes) -> bool:
    """Whether a workbook stream is encrypted. ValueError where it is no whole one."""
    return any(kind == _FILE_PASS for kind, _ in _globals(workbook))


def has_macro_sheet(workbook: bytes) -> bool:
    """Whether a workbook has a sheet of Excel 4 macros. ValueError where its stream is no whole one."""
    sheets = (body for kind, body in _globals(workbook) if kind == _SHEET)
    return any(body[_SHEET_KIND_OFFSET : _SHEET_KIND_OFFSET + 1] == bytes([_MACRO_SHEET]) for body in sheets)


def _globals(workbook: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of the records of the first substream, which is of the whole workbook."""
    position = 0
    while position + _HEADER.size <= len(workbook):
        kind, length = _HEADER.unpack_from(workbook, position)
        body = workbook[position + _HEADER.size : position + _HEADER.size + length]
        if len(body) < length or (position == 0 and kind != _BOF):
            break
        yield kind, body
        if kind == _EOF:
            return
        position += _HEADER.size + length
    raise ValueError("the workbook stream ends within its globals")
