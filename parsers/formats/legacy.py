"""Formats that LibreOffice turns into .docx first: .doc, .rtf, .odt."""

from collections.abc import Callable

from parsers.formats import docx
from parsers.formats.detection import identify
from parsers.formats.doc97 import with_final_paragraph
from schemas.document import Document, Source
from schemas.failures import InputFailure, MissingProgram


def read(data: bytes, source: Source, to_docx: Callable[[bytes, str], bytes]) -> Document:
    """The document of the converted file, under the original's source.

    Raises what `to_docx` raises, MissingProgram DOC021 where the program gave something that is no sound
    .docx, and InputFailure DOC015 for a .doc whose last table LibreOffice would lose.
    """
    readable = with_final_paragraph(source.name, data) if source.format == "doc" else data
    converted = to_docx(readable, f".{source.format}")
    try:
        sound = identify("converted.docx", converted) == "docx"
    except InputFailure as error:
        raise MissingProgram("DOC021", program="LibreOffice", name=source.name) from error
    if not sound:
        raise MissingProgram("DOC021", program="LibreOffice", name=source.name)
    return docx.read(converted, source)
