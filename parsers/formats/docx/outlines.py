"""Freeform outlines that are block arrows: LibreOffice writes those of a .doc file so, point by point."""

from collections.abc import Sequence

from lxml import etree

from parsers.formats.docx.names import A

_ONE_HEAD, _TWO_HEADS = 7, 10
"""How many corners a block arrow has."""
_MIRROR_SHARE = 0.1
"""Upper and lower corners mirror each other; programs round them by no more than this share of the height."""
_STRAIGHT = frozenset({A + "moveTo", A + "lnTo", A + "close"})
_Point = tuple[float, float]


def block_arrow(freeform: etree._Element) -> str | None:
    """The preset name of the lying block arrow that a:custGeom draws; None for any other outline."""
    paths = freeform.findall(f"{A}pathLst/{A}path")
    if len(paths) != 1 or any(step.tag not in _STRAIGHT for step in paths[0]):
        return None
    try:
        points = [(float(point.get("x", "")), float(point.get("y", ""))) for point in paths[0].iter(A + "pt")]
    except ValueError:
        return None  # named guides, not numbers
    if len(points) not in (_ONE_HEAD, _TWO_HEADS) or not _is_mirrored(points):
        return None
    ends = [x for x, _ in points]
    left, right = ends.count(min(ends)) == 1, ends.count(max(ends)) == 1
    if len(points) == _TWO_HEADS:
        return "leftRightArrow" if left and right else None
    return {(True, False): "leftArrow", (False, True): "rightArrow"}.get((left, right))


def _is_mirrored(points: Sequence[_Point]) -> bool:
    """Whether the outline's lower half is its upper one turned over; a corner that is alone lies half way up."""
    heights = [y for _, y in points]
    both, most = min(heights) + max(heights), _MIRROR_SHARE * (max(heights) - min(heights))
    return all(
        any(x == other and abs(both - y - level) <= most for other, level in points) for x, y in points
    )
