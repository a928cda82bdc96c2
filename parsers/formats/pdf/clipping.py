"""What a page's clipping hides: text that is in the file and not on paper.

Chromium writes the first glyphs of a line that the page break cuts to the next page on this page too, below its
last line, where the clip lets nothing through.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.frame import PageFrame, apply
from parsers.formats.pdf.glyphs import Glyph

EDGE_PT = (
    72.0  # only there is anything looked for: clips within the page cut cells, and cut too much at times
)
BODY_EM = 0.25  # the middle of a letter's body above its baseline


def is_cut_off(handle: Any, first: Glyph, frame: PageFrame) -> bool:
    """Whether a text object (raw handle) near the page's upper or lower edge lies outside of its clip.

    `first` is the first of its characters. Objects within forms are never held for hidden.
    """
    y = first.origin_y - BODY_EM * first.size
    if EDGE_PT < y < frame.height - EDGE_PT:
        return False
    levels = _clip_levels(handle, frame)
    return bool(levels) and not min(levels) <= y <= max(levels)


def _clip_levels(handle: Any, frame: PageFrame) -> list[float]:
    """y of all corners of the object's clip, in display points; empty where it has none."""
    clip = pdfium_c.FPDFPageObj_GetClipPath(handle)
    if not clip:
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    levels: list[float] = []
    for path in range(pdfium_c.FPDFClipPath_CountPaths(clip)):
        for index in range(pdfium_c.FPDFClipPath_CountPathSegments(clip, path)):
            pdfium_c.FPDFPathSegment_GetPoint(pdfium_c.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
            levels.append(apply(frame.matrix(), x.value, y.value)[1])
    return levels
