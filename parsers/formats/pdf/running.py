"""Running heads, running feet and page numbers: told apart from the body, never dropped."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from schemas.document import Block, Page, TextBlock

EDGE_PT = 54.0  # running heads lie within Word's usual margins
NUMBER_EDGE_SHARE = 0.1
SAME_PLACE_PT = 3.0
PAGES_LEAST = 3
MOSTLY = 0.5
APART_SHARE = 1.2  # of its height that a running head stands apart from the body; a table's title does not

_DIGITS = re.compile("[0-9๐-๙]+")
# The pages before a book's first part are counted by letters.
_BARE_NUMBER = re.compile(r"(?:[-–—(\[\s]|หน้า(?:ที่)?)*(?:[0-9๐-๙]{1,4}|[ก-ฮ])[-–—)\]\s]*")

_Seen = dict[str, list[tuple[float, float, int]]]
"""By text: from the top of its page, from the foot of its page (points), and the page."""


def mark_running(pages: Sequence[tuple[Page, Sequence[Block]]]) -> list[list[Block]]:
    """Each page's blocks with their area set: header or footer for those that run, and for page numbers.

    What runs and stands apart from the body on most of its pages runs also where a page is full up to it.
    """
    seen: _Seen = defaultdict(list)
    for page, blocks in pages:
        for block in blocks:
            if isinstance(block, TextBlock) and block.bbox:
                seen[_key(block)].append((block.bbox.top, page.height - block.bbox.bottom, page.number))
    first = [_mark_page(page, list(blocks), seen, frozenset()) for page, blocks in pages]
    known = _mostly_marked([block for blocks in first for block in blocks], seen)
    return [_mark_page(page, list(blocks), seen, known) for page, blocks in pages]


def _mostly_marked(blocks: Sequence[Block], seen: _Seen) -> frozenset[str]:
    texts = (block for block in blocks if isinstance(block, TextBlock) and block.area != "body")
    marked = Counter(map(_key, texts))
    return frozenset(key for key, times in marked.items() if times >= MOSTLY * len(seen[key]))


def _key(block: TextBlock) -> str:
    return _DIGITS.sub("#", " ".join(block.raw_text.split()))


def _mark_page(page: Page, blocks: list[Block], seen: _Seen, known: frozenset[str]) -> list[Block]:
    heads = _edge_count(blocks, page, seen, known)
    feet = _edge_count(blocks[heads:][::-1], page, seen, known, from_top=False)
    return [
        block.model_copy(update={"area": "header" if i < heads else "footer"})
        if i < heads or i >= len(blocks) - feet
        else block
        for i, block in enumerate(blocks)
    ]


def _edge_count(
    blocks: Sequence[Block], page: Page, seen: _Seen, known: frozenset[str], from_top: bool = True
) -> int:
    """How many blocks from this edge on are running ones and stand apart from the rest, or are `known` to run."""
    count = 0
    for block in blocks:
        if not isinstance(block, TextBlock) or not (
            _is_number(block, page, from_top) or _runs(block, page, seen, from_top)
        ):
            break
        count += 1
    while (
        count and not _is_known(blocks[count - 1], known) and not _stands_apart(blocks, count, page, from_top)
    ):
        count -= 1
    return count


def _is_known(block: Block, known: frozenset[str]) -> bool:
    return isinstance(block, TextBlock) and _key(block) in known


def _is_number(block: TextBlock, page: Page, from_top: bool) -> bool:
    if block.bbox is None or not _BARE_NUMBER.fullmatch(block.raw_text):
        return False
    depth = block.bbox.bottom if from_top else page.height - block.bbox.top
    return depth <= NUMBER_EDGE_SHARE * page.height


def _runs(block: TextBlock, page: Page, seen: _Seen, from_top: bool) -> bool:
    if block.bbox is None:
        return False
    depth = block.bbox.top if from_top else page.height - block.bbox.bottom
    # Upright and lying pages of one file are of two heights.
    depths = ((top if from_top else foot, number) for top, foot, number in seen[_key(block)])
    here = {number for other, number in depths if abs(other - depth) <= SAME_PLACE_PT}
    return depth <= EDGE_PT and len(here) >= PAGES_LEAST


def _stands_apart(blocks: Sequence[Block], count: int, page: Page, from_top: bool) -> bool:
    last = blocks[count - 1]
    if count == len(blocks) or last.bbox is None:
        return True
    if isinstance(last, TextBlock) and _is_number(last, page, from_top):
        return True
    nearest = blocks[count].bbox
    if nearest is None:
        return True
    gap = nearest.top - last.bbox.bottom if from_top else last.bbox.top - nearest.bottom
    return gap >= APART_SHARE * (last.bbox.bottom - last.bbox.top)
