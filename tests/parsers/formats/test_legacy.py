"""Formats that LibreOffice converts, and what may go wrong on that way."""

import hashlib

import pytest

from parsers import formats
from parsers.formats import identify
from schemas.document import Source
from schemas.failures import InputFailure, MissingProgram

RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Laksaman;}}"
    rb"\trowd\cellx1000\cellx3000 1\intbl\cell\u3606?\u3609?\u3609?\intbl\cell\row\pard after\par}"
)


def source(name, data):
    suffix = identify(name, data)
    return Source(name=name, sha256=hashlib.sha256(data).hexdigest(), format=suffix, size_bytes=len(data))


def directory_name(name):
    """A name as a directory entry of an OLE container holds it, with its length ([MS-CFB] 2.6.1)."""
    encoded = f"{name}\0".encode("utf-16-le")
    return encoded.ljust(64, b"\0") + len(encoded).to_bytes(2, "little")


@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
def test_a_converted_file_is_read_under_its_own_name(convert, suffix):
    data = RTF if suffix == ".rtf" else convert(RTF, ".rtf", suffix)
    original = source(f"plan{suffix}", data)
    document = formats.read(data, original, lambda given, kind: convert(given, kind, ".docx"))
    assert document.source == original
    (table,) = document.tables()
    assert [cell.text for cell in table.cells] == ["1", "ถนน"]


def test_flags_of_a_real_doc(convert):
    data = convert(RTF, ".rtf", ".doc")
    identify("plan.doc", data)
    fib = data.index(b"\xec\xa5")  # wIdent of the FIB
    locked = bytearray(data)
    locked[fib + 0x0B] |= 0x01
    with pytest.raises(InputFailure, match="DOC005"):
        identify("plan.doc", bytes(locked))
    with pytest.raises(InputFailure, match="DOC004"):
        identify("plan.doc", data[: len(data) // 3])
    macros = data.replace(directory_name("\x01CompObj"), directory_name("Macros"))
    with pytest.raises(InputFailure, match="DOC014"):
        identify("plan.doc", macros)


@pytest.mark.parametrize("converted", [b"", b"%PDF-1.4 %%EOF", b"PK\x03\x04 broken"])
def test_a_conversion_without_a_sound_result(converted):
    with pytest.raises(MissingProgram, match="DOC021"):
        formats.read(RTF, source("plan.rtf", RTF), lambda _data, _suffix: converted)


def test_formats_without_a_reader_are_refused():
    plan = Source(name="plan.json", sha256="0", format="json", size_bytes=2)
    with pytest.raises(InputFailure, match="DOC003"):
        formats.read(b"{}", plan, lambda data, _suffix: data)
