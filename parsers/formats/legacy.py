"""Formats that LibreOffice turns into .docx first: .doc, .rtf, .odt."""

from collections.abc import Callable

from parsers.formats import docx
from parsers.formats.detection import identify
from schemas.document import Document, Source
from schemas.failures import InputFailure, MissingProgram


def read(data: bytes, source: Source, to_docx: Callable[[bytes, str], bytes]) -> Document:
    """The document of the converted file, under the original's source.

    Raises what `to_docx` raises, and MissingProgram DOC021 where the program gave something that is no sound
    .docx.
    """
    converted = to_docx(data, f".{source.format}")
    try:
        sound = identify("converted.docx", converted) == "docx"
    except InputFailure as error:
        raise MissingProgram("DOC021", program="LibreOffice", name=source.name) from error
    if not sound:
        raise MissingProgram("DOC021", program="LibreOffice", name=source.name)
    return docx.read(converted, source)
