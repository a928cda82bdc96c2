"""Formats that LibreOffice turns into .docx or .xlsx first: .doc, .rtf, .odt, .xls."""

from collections.abc import Callable

from parsers.formats import docx, xlsx
from parsers.formats.detection import identify
from parsers.formats.doc97 import with_final_paragraph
from schemas.document import Document, Source
from schemas.failures import InputFailure, MissingProgram


def read(data: bytes, source: Source, modernize: Callable[[bytes, str], bytes]) -> Document:
    """The document of the converted file, under the original's source.

    Raises what `modernize` raises, MissingProgram DOC021 where the program gave something that is no sound
    package of its kind, and InputFailure DOC015 for a .doc whose last table LibreOffice would lose.
    """
    readable = with_final_paragraph(source.name, data) if source.format == "doc" else data
    converted = modernize(readable, f".{source.format}")
    wanted = "xlsx" if source.format == "xls" else "docx"
    try:
        sound = identify(f"converted.{wanted}", converted) == wanted
    except InputFailure as error:
        raise MissingProgram("DOC021", program="LibreOffice", name=source.name) from error
    if not sound:
        raise MissingProgram("DOC021", program="LibreOffice", name=source.name)
    return xlsx.read(converted, source) if wanted == "xlsx" else docx.read(converted, source)
