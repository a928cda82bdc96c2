"""Bytes of any supported format to a neutral Document; vendor libraries live and die in this room."""

from collections.abc import Callable

from parsers.formats.detection import identify
from schemas.document import Document, Source
from schemas.failures import InputFailure

__all__ = ["Modernize", "Pdftotext", "identify", "read"]

Modernize = Callable[[bytes, str], bytes]
"""Converts bytes of an old format, given by its suffix, to a .docx package, or .xlsx for ".xls"."""

Pdftotext = Callable[[bytes, int, int], bytes]
"""Runs poppler's program over some pages of a PDF, as `parsers.formats.pdf.poppler_text` wants it."""


def read(data: bytes, source: Source, modernize: Modernize, pdftotext: Pdftotext | None = None) -> Document:
    """The document in `data`, which `identify` has vetted as `source.format`.

    `modernize(data, suffix)` converts .doc, .rtf, .odt and .xls through LibreOffice. `pdftotext` reads
    pages of a PDF whose text is suspect once more; None where poppler is not installed. Raises InputFailure for
    content that cannot be read (DOC003 for a format that has no reader), and what `modernize` raises.
    """
    # Readers are imported on use: a Word file must not pay for the PDF engines.
    if source.format == "docx":
        from parsers.formats import docx  # noqa: PLC0415

        return docx.read(data, source)
    if source.format == "pdf":
        from parsers.formats import pdf  # noqa: PLC0415

        return pdf.read(data, source, pdftotext)
    if source.format == "xlsx":
        from parsers.formats import xlsx  # noqa: PLC0415

        return xlsx.read(data, source)
    if source.format in ("doc", "rtf", "odt", "xls"):
        from parsers.formats import legacy  # noqa: PLC0415

        return legacy.read(data, source, modernize)
    raise InputFailure("DOC003", name=source.name)
