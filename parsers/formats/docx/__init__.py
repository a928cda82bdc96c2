"""The reader of .docx: a walk over the package's XML, in time that grows with the file and no faster."""

from parsers.formats.docx import symbols
from parsers.formats.docx.names import W_SECTPR, W
from parsers.formats.docx.numbering import ListCounters, list_definitions
from parsers.formats.docx.paragraphs import ParagraphReader
from parsers.formats.docx.parts import Package
from parsers.formats.docx.plain import PlainRows
from parsers.formats.docx.running import RunningTexts
from parsers.formats.docx.story import StoryReader
from parsers.formats.docx.styles import Styles
from parsers.formats.docx.tableplace import TableLayout, compatibility_mode
from parsers.formats.docx.text import TextReader
from schemas.document import Block, Document, Source, with_numbered_tables
from schemas.failures import InputFailure

__all__ = ["read"]


def read(data: bytes, source: Source) -> Document:
    """The document in a .docx package: the body, before each section its header where it is another, last the footers.

    There are no pages.

    Raises InputFailure: DOC004 where the package or its XML is broken, DOC007 and DOC008 for hostile ones.
    """
    try:
        return Document(source=source, blocks=tuple(with_numbered_tables(_blocks(data, source))))
    except RecursionError as error:  # tables in tables, some hundred deep
        raise InputFailure("DOC004", name=source.name) from error


def _blocks(data: bytes, source: Source) -> list[Block]:
    package = Package(source.name, data)
    body = package.document.find(W + "body")
    if body is None:
        raise InputFailure("DOC004", name=source.name)
    sections = list(body.iter(W_SECTPR))
    styles = Styles(package.related("styles"))
    settings = package.related("settings")
    layout = TableLayout(styles, compatibility_mode(settings), package.from_libreoffice)
    counters = ListCounters(list_definitions(package.related("numbering"), styles))
    paragraphs = ParagraphReader(styles, counters, TextReader(styles))
    plain = PlainRows(styles, symbols.mentions_symbol_font(package.document_xml))
    story = StoryReader(paragraphs, plain, layout, sections)
    running = RunningTexts(package, story)
    heads = running.by_section(sections)
    # The footers come last: their lists count on behind the body's.
    return [*story.body(body, heads), *running.all_of(sections, "footer")]
