"""A book's tables as LibreOffice draws them whole.

LibreOffice (7.4) may leave all rows of a table undrawn, without a word, where its header rows are to keep with the next
row and just fit at a page's foot. It leaves no repeated header alone there anyway; Word, which does, gets the book as
it is.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

_DOCUMENT = "word/document.xml"
_ROW = re.compile(rb"<w:tr[ >].*?</w:tr>", re.DOTALL)
_KEEP_NEXT = b"<w:keepNext/>"
_CANNOT_SPLIT = b"<w:cantSplit/>"
_IS_HEADER = b"<w:tblHeader/>"


def with_free_headers(docx: bytes) -> bytes:
    """The .docx with header rows that keep with no next row; a book of ours, which has no tables within tables."""
    return _with_rows(docx, lambda row: row.replace(_KEEP_NEXT, b"") if _IS_HEADER in row else row)


def with_free_rows(docx: bytes) -> bytes:
    """The .docx with rows that keep with no next one and may split, header rows or not."""
    return _with_rows(docx, lambda row: row.replace(_KEEP_NEXT, b"").replace(_CANNOT_SPLIT, b""))


def _with_rows(docx: bytes, changed: Callable[[bytes], bytes]) -> bytes:
    if not zipfile.is_zipfile(BytesIO(docx)):
        return docx
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as result:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == _DOCUMENT:
                part = _ROW.sub(lambda row: changed(row[0]), part)
            result.writestr(info.filename, part)
    return target.getvalue()
