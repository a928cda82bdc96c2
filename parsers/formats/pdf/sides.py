"""Two pages of a book on one sheet, or tables side by side: all of the left one is read before the right one."""

from collections.abc import Sequence

from schemas.document import BBox, Block, Table

_NO_PLACE = (0.0, 0.0)


def in_reading_order(blocks: Sequence[Block]) -> list[Block]:
    """A page's blocks from top to bottom, but side by side what lies on both sides of a gap between two tables.

    What reaches over the gap (a title over both) parts what is above it from what is below.
    """
    ordered = sorted(blocks, key=lambda block: (block.bbox.top, block.bbox.x0) if block.bbox else _NO_PLACE)
    gap = _gap_between_tables(ordered)
    if gap is None:
        return ordered
    read: list[Block] = []
    beside: list[Block] = []
    for block in ordered:
        if _reaches_over(block, gap):
            read += [*_one_by_one(beside, gap), block]
            beside = []
        else:
            beside.append(block)
    return [*read, *_one_by_one(beside, gap)]


def _one_by_one(blocks: Sequence[Block], gap: tuple[float, float]) -> list[Block]:
    """The blocks left of the gap, then those right of it, where both sides have a table; else as they are."""
    left = [block for block in blocks if block.bbox is None or block.bbox.x1 <= gap[1]]
    right = [block for block in blocks if block.bbox is not None and block.bbox.x1 > gap[1]]
    if any(isinstance(block, Table) for block in left) and any(isinstance(block, Table) for block in right):
        return [*in_reading_order(left), *in_reading_order(right)]
    return list(blocks)


def _reaches_over(block: Block, gap: tuple[float, float]) -> bool:
    return block.bbox is not None and block.bbox.x0 < gap[0] and block.bbox.x1 > gap[1]


def _gap_between_tables(blocks: Sequence[Block]) -> tuple[float, float] | None:
    """The x range between the first two tables that share a height and no width; None where none do."""
    boxes = [block.bbox for block in blocks if isinstance(block, Table) and block.bbox]
    pairs = (
        (one, other) for one in boxes for other in boxes if one.x1 < other.x0 and _share_height(one, other)
    )
    return next(((one.x1, other.x0) for one, other in pairs), None)


def _share_height(one: BBox, other: BBox) -> bool:
    return min(one.bottom, other.bottom) > max(one.top, other.top)
