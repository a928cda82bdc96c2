"""The reader of .docx: a walk over the package's XML, in time that grows with the file and no faster."""

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from parsers.formats.docx import symbols
from parsers.formats.docx.names import W_SECTPR, W
from parsers.formats.docx.numbering import ListCounters, list_definitions
from parsers.formats.docx.paragraphs import ParagraphReader
from parsers.formats.docx.parts import Package, relation_id
from parsers.formats.docx.plain import PlainRows
from parsers.formats.docx.story import StoryReader
from parsers.formats.docx.styles import Styles
from parsers.formats.docx.tableplace import TableLayout, compatibility_mode
from parsers.formats.docx.text import TextReader
from schemas.document import Block, Document, Source, TextBlock, with_numbered_tables
from schemas.failures import InputFailure

__all__ = ["read"]

RunningArea = Literal["header", "footer"]


def read(data: bytes, source: Source) -> Document:
    """The document in a .docx package: headers, then the body, then footers; no pages.

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
    headers = _running(package, sections, story, "header")
    return [*headers, *story.blocks(body, "body"), *_running(package, sections, story, "footer")]


def _running(
    package: Package, sections: list[etree._Element], story: StoryReader, area: RunningArea
) -> Iterator[TextBlock]:
    """The text of all headers or all footers, each distinct text once; of tables the texts of their cells."""
    seen: set[str] = set()
    for section in sections:
        for reference in section.findall(f"{W}{area}Reference"):
            part = package.by_id(relation_id(reference))
            blocks = story.blocks(part, area) if part is not None else ()
            for text in (text for block in blocks for text in _texts(block, area)):
                if text.text not in seen:
                    seen.add(text.text)
                    yield text


def _texts(block: Block, area: RunningArea) -> list[TextBlock]:
    if isinstance(block, TextBlock):
        return [block.model_copy(update={"area": area})]
    cells = (cell.raw_text for cell in block.cells if cell.raw_text.strip())
    return [TextBlock(raw_text=text, text=text, area=area) for text in cells]
