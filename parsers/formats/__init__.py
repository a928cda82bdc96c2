"""Bytes of any supported format to a neutral Document; vendor libraries live and die in this room."""

from collections.abc import Callable

from parsers.formats.detection import identify
from schemas.document import Document, Source
from schemas.failures import InputFailure

__all__ = ["ToDocx", "identify", "read"]

ToDocx = Callable[[bytes, str], bytes]
"""Converts bytes of a format, given by its suffix such as ".doc", to a .docx package."""


def read(data: bytes, source: Source, to_docx: ToDocx) -> Document:
    """The document in `data`, which `identify` has vetted as `source.format`.

    `to_docx(data, suffix)` converts .doc, .rtf and .odt through LibreOffice. Raises InputFailure for content
    that cannot be read (DOC003 for a format that has no reader), and what `to_docx` raises.
    """
    # Readers are imported on use: a Word file must not pay for the PDF engines.
    if source.format == "docx":
        from parsers.formats import docx  # noqa: PLC0415

        return docx.read(data, source)
    if source.format == "pdf":
        from parsers.formats import pdf  # noqa: PLC0415

        return pdf.read(data, source)
    if source.format in ("doc", "rtf", "odt"):
        from parsers.formats import legacy  # noqa: PLC0415

        return legacy.read(data, source, to_docx)
    raise InputFailure("DOC003", name=source.name)
