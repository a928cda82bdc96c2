"""A header made for one width of text, fitted to pages of another."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from outputs.docx.lengths import emu
from outputs.docx.template.parts import WP, A, W, value

_LENGTHS = {
    # Elements whose lengths are shares of the width, and the attribute that holds the length.
    f"{W}tab": "pos", f"{W}gridCol": "w", f"{W}tcW": "w", f"{W}tblW": "w", f"{W}tblInd": "w",
}  # fmt: skip


def fitted(root: etree._Element, from_twips: int, to_twips: int) -> etree._Element:
    """A copy whose tab stops and tables are as wide, in proportion, as the text of the other pages.

    Pictures keep their size unless they are wider than the text; one that floats keeps its place between
    the two sides: at the right stays at the right.
    """
    copy = deepcopy(root)
    if from_twips == to_twips:
        return copy
    _stretch(copy, to_twips / from_twips)
    for drawing in copy.iter(f"{WP}inline", f"{WP}anchor"):
        _move(drawing, emu(from_twips), emu(to_twips))
    return copy


def _stretch(root: etree._Element, share: float) -> None:
    for element in _not_in_drawings(root):
        key = _LENGTHS.get(str(element.tag))
        length = value(element, key) if key else None
        is_absolute = value(element, "type") in (None, "dxa") or element.tag == f"{W}tab"
        if key and length and is_absolute and length.lstrip("-").isdigit():
            element.set(f"{W}{key}", str(round(int(length) * share)))


def _not_in_drawings(root: etree._Element) -> Iterator[etree._Element]:
    """All elements but those of text boxes, which keep their width."""
    yield root
    for child in root:
        if child.tag not in (f"{W}drawing", f"{W}pict"):
            yield from _not_in_drawings(child)


def _move(drawing: etree._Element, from_emu: int, to_emu: int) -> None:
    extent = drawing.find(f"{WP}extent")
    width = _emu(extent, "cx")
    if extent is None or width is None or width <= 0:
        return
    if width > to_emu:
        _shrink(drawing, to_emu / width)
        width = to_emu
    offset = drawing.find(f"{WP}positionH/{WP}posOffset")
    room_before, room_after = from_emu - width, to_emu - width
    if offset is not None and room_before > 0 and (offset.text or "").strip().lstrip("-").isdigit():
        offset.text = str(round(int(offset.text or "0") * room_after / room_before))


def _shrink(drawing: etree._Element, share: float) -> None:
    for element in (*drawing.iter(f"{WP}extent"), *drawing.iter(f"{A}ext")):
        for key in ("cx", "cy"):
            length = _emu(element, key)
            if length is not None:
                element.set(key, str(round(length * share)))


def _emu(element: etree._Element | None, key: str) -> int | None:
    text = "" if element is None else element.get(key) or ""
    return int(text) if text.isdigit() else None
