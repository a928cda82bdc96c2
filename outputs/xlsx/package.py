"""What the workbook's package says otherwise than XlsxWriter does."""

import io
import re
import zipfile
from typing import Final

from outputs.zip_entries import zip_entry

_SHEETS: Final = re.compile(r"xl/worksheets/sheet\d+\.xml")
_FIXED_ROW: Final = re.compile(rb'(<row [^>]*?) customHeight="1"')
_REFERENCE: Final = re.compile(rb"(<definedName [^>]*>)([^<]*)")
_BARE_SHEET: Final = re.compile(rb"(?<![^,])([^',!]+)!")
_PROGRAM: Final = re.compile(rb"<Application>[^<]*</Application>")


def finished(data: bytes) -> bytes:
    """The package with rows that stay free to grow with their text, with names of sheets in quotes wherever they
    are referred to, and without a claim to be of Microsoft Excel.

    XlsxWriter marks each row that has a height as fixed by hand; Excel would then clip what a person types later.
    And it quotes no name like ผด.๐๒, whose full stop LibreOffice takes for the divider between sheet and cell: it
    would print no header on the pages after the first.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zip_entry(name), _changed(name, old.read(name)))
    return buffer.getvalue()


def _changed(name: str, part: bytes) -> bytes:
    if name == "docProps/app.xml":
        return _PROGRAM.sub(b"<Application>phaen</Application>", part)
    if name == "xl/workbook.xml":
        return _REFERENCE.sub(_quoted, part)
    return _FIXED_ROW.sub(rb"\1", part) if _SHEETS.fullmatch(name) else part


def _quoted(match: re.Match[bytes]) -> bytes:
    return match[1] + _BARE_SHEET.sub(rb"'\1'!", match[2])
