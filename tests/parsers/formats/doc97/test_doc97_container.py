"""Compound files and lists that this room writes, read by olefile and taken apart by hand."""

import io
import struct

import olefile
import pytest

from parsers.formats.doc97 import pieces
from parsers.formats.doc97.container import read_streams, write_streams
from parsers.formats.doc97.plc import Plc

ONE_BYTE = 0x40000000
LISTED_IN_HEADER_BYTES = 109 * 128 * 512


@pytest.mark.parametrize("size", [1, 4096, 5000, LISTED_IN_HEADER_BYTES - 20_000, 16 * 1024 * 1024])
def test_streams_come_back_from_a_new_container(size):
    streams = {"WordDocument": bytes(range(256)) * (size // 256 + 1), "1Table": b"table", "Data": b"\1" * 600}
    written = write_streams(streams)
    with olefile.OleFileIO(io.BytesIO(written), raise_defects=olefile.DEFECT_UNSURE) as ole:
        assert ole.parsing_issues == []
    read = read_streams(written, [*streams, "0Table"])
    assert read.keys() == streams.keys()
    for name, body in streams.items():
        assert read[name].rstrip(b"\0") == body.rstrip(b"\0")
        assert read[name].startswith(body)


def test_a_list_is_read_and_written_and_lengthened():
    data = struct.pack("<3I4s4s", 0, 7, 9, b"one.", b"two.")
    plc = Plc.read(data, 4)
    assert plc == Plc((0, 7, 9), (b"one.", b"two."))
    assert plc.to_bytes() == data
    assert plc.followed_by(12, b"new.") == Plc((0, 7, 9, 12), (b"one.", b"two.", b"new."))


@pytest.mark.parametrize("data", [b"", b"\0" * 4, b"\0" * 13, struct.pack("<2I4s", 7, 7, b"none")])
def test_what_is_no_list_is_refused(data):
    with pytest.raises(ValueError, match="PLC"):
        Plc.read(data, 4)


def test_a_piece_table_behind_properties():
    body = struct.pack("<2IHIH", 0, 3, 0, 8, 0)
    properties = b"\x01\x02\x00ab"
    clx = properties + b"\x02" + struct.pack("<I", len(body)) + body
    before, table = pieces.split_clx(clx)
    assert (before, table.positions) == (properties, (0, 3))
    assert pieces.joined_clx(before, table) == clx
    with pytest.raises(ValueError, match="piece table"):
        pieces.split_clx(properties + b"\x03" + bytes(8))


@pytest.mark.parametrize(
    ("place", "stream"),
    [(4 * 2 | ONE_BYTE, b"....ab\x07\r"), (4, "..ab\x07\r".encode("utf-16-le"))],
    ids=["one byte", "UTF-16"],
)
def test_the_last_character_of_either_width(place, stream):
    table = Plc((0, 3), (struct.pack("<HIH", 0, place, 0),))
    assert pieces.last_character(stream, table) == "\x07"
    longer = pieces.with_last_character(table, 100)
    assert longer.positions == (0, 3, 4)
    assert longer.records[0] == table.records[0]
    marked = stream.ljust(100, b"\0") + b"\r\0"
    assert pieces.last_character(marked, longer) == "\r"
    with pytest.raises(ValueError, match="outside"):
        pieces.last_character(stream, longer)
