"""The fill of a cell."""

import re

from lxml import etree

from parsers.formats.docx.names import W_VAL, W

_HEX = re.compile(r"[0-9A-F]{6}")
_PERCENT = re.compile(r"pct(\d+)$")
_WHITE = "FFFFFF"
_BLACK = "000000"
_STRIPES_SHARE = 0.25
"""Of a stripe or cross pattern's ink, about; what matters is that the cell is filled."""


def shading(shade: etree._Element) -> str | None:
    """The colour that a w:shd shows as RRGGBB, patterns blended; None for none, white or automatic."""
    ground = _colour(shade.get(W + "fill"), _WHITE)
    ink = _colour(shade.get(W + "color"), _BLACK)
    shown = _blended(ground, ink, _ink_share(shade.get(W_VAL, "clear")))
    return None if shown == _WHITE else shown


def _colour(text: str | None, default: str) -> str:
    colour = (text or "").lstrip("#").upper()
    return colour if _HEX.fullmatch(colour) else default


def _ink_share(pattern: str) -> float:
    if pattern in ("clear", "nil"):
        return 0.0
    if pattern == "solid":
        return 1.0
    percent = _PERCENT.match(pattern)
    return int(percent[1]) / 100 if percent else _STRIPES_SHARE


def _blended(ground: str, ink: str, share: float) -> str:
    channels = ((int(ground[i : i + 2], 16), int(ink[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(under + (over - under) * share):02X}" for under, over in channels)
