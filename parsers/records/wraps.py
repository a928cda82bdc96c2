"""Whether a line and the next are one line that was wrapped."""

from collections.abc import Iterator

from parsers.records.own_book import is_own_book
from schemas.document import GOES_ON, Block, Cell, Document, Table, TextBlock


def settled_wraps(document: Document) -> Document:
    """`document`, with GOES_ON only where it is sure that the line was wrapped.

    It is in a fresh book, whose cells have no line that was ended by hand. Elsewhere people end lines within a
    paragraph, with no space before, and the words on both sides tell more.
    """
    if not any(GOES_ON in text for text in _texts(document)):
        return document
    if is_own_book([block.text for block in document.blocks if isinstance(block, TextBlock)]):
        return document
    return document.model_copy(update={"blocks": tuple(map(_without, document.blocks))})


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, TextBlock):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells)


def _without(block: Block) -> Block:
    if isinstance(block, Table):
        return block.model_copy(update={"cells": tuple(map(_cell_without, block.cells))})
    return block.model_copy(update={"text": block.text.replace(GOES_ON, "")})


def _cell_without(cell: Cell) -> Cell:
    if GOES_ON not in cell.text:
        return cell
    lines = (line.model_copy(update={"text": line.text.replace(GOES_ON, "")}) for line in cell.lines)
    return cell.model_copy(update={"text": cell.text.replace(GOES_ON, ""), "lines": tuple(lines)})
