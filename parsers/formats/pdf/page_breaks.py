"""Paragraphs that a page cuts."""

import re
from collections.abc import Sequence

from parsers.formats.pdf.prose import FULL_SHARE, LEFT_REACH_EM, RIGHT_REACH_EM, SIZE_SHARE
from schemas.document import GOES_ON, BBox, Block, Table, TextBlock, TextLine

# An item of a list, or a line that leads to a page, begins or ends a paragraph of its own.
_ITEM = re.compile(r"\s*(?:[-–•●]|[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)*[.)]|[ก-ฮ][.)])")
_LEADERS = re.compile(r"\.{4,}|…{2,}")


def join_cut_paragraphs(pages: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """The pages' blocks, in which a paragraph that the next page goes on with is one block on the page of its begin.

    `pages` follow each other, and their blocks' areas are known. A paragraph of several lines goes on where its last
    line is full and the next page begins with a line at the left margin, in letters of the same size; right above a
    table stands a title or heading.
    """
    joined = [list(blocks) for blocks in pages]
    shows_spaces = any(
        GOES_ON in block.raw_text for blocks in pages for block in blocks if block.kind == "text"
    )
    for before, after in zip(reversed(joined[:-1]), reversed(joined[1:]), strict=True):
        last, first = _last_of_body(before), _first_of_body(after)
        if last is None or first is None:
            continue
        head, tail = before[last], after[first]
        if not isinstance(head, TextBlock) or not isinstance(tail, TextBlock):
            continue
        is_above_table = first + 1 < len(after) and isinstance(after[first + 1], Table)
        if not is_above_table and _goes_on(head, tail, before, after):
            before[last] = _joined(head, tail, shows_spaces)
            del after[first]
    return joined


def _is_body(block: Block) -> bool:
    return not isinstance(block, TextBlock) or block.area == "body"


def _last_of_body(blocks: Sequence[Block]) -> int | None:
    return next((i for i in range(len(blocks) - 1, -1, -1) if _is_body(blocks[i])), None)


def _first_of_body(blocks: Sequence[Block]) -> int | None:
    return next((i for i, block in enumerate(blocks) if _is_body(block)), None)


def _goes_on(head: TextBlock, tail: TextBlock, before: Sequence[Block], after: Sequence[Block]) -> bool:
    alike = head.bold == tail.bold and head.heading_level is None and tail.heading_level is None
    if not alike or head.centered or not head.lines or not tail.lines:
        return False
    if len(head.lines) == len(tail.lines) == 1:
        return False
    last, first = head.lines[-1], tail.lines[0]
    if _LEADERS.search(last.text) or _ITEM.match(first.text):
        return False
    return _is_full(last, _margins(before)) and _begins_at_margin(first, last, _margins(after))


def _margins(blocks: Sequence[Block]) -> tuple[float, float]:
    boxes = [block.bbox for block in blocks if _is_body(block) and block.bbox]
    return min(box.x0 for box in boxes), max(box.x1 for box in boxes)


def _is_full(line: TextLine, margins: tuple[float, float]) -> bool:
    box, width = line.bbox, margins[1] - margins[0]
    return margins[1] - box.x1 <= RIGHT_REACH_EM * _size(box) and box.x1 - box.x0 >= FULL_SHARE * width


def _begins_at_margin(line: TextLine, before: TextLine, margins: tuple[float, float]) -> bool:
    size = _size(before.bbox)
    return (
        line.bbox.x0 - margins[0] <= LEFT_REACH_EM * size
        and abs(_size(line.bbox) - size) <= SIZE_SHARE * size
    )


def _size(box: BBox) -> float:
    """A line's box is as high as its letters' size."""
    return box.bottom - box.top


def _joined(head: TextBlock, tail: TextBlock, shows_spaces: bool) -> TextBlock:
    space = " " if head.lines[-1].text.endswith(" ") else ""
    text = f"{head.raw_text}{space}{GOES_ON if shows_spaces else ''}\n{tail.raw_text}"
    return head.model_copy(update={"raw_text": text, "text": text, "lines": (*head.lines, *tail.lines)})
