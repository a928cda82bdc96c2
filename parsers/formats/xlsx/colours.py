"""Colours of SpreadsheetML: by value, by theme and tint, by index."""

import colorsys
import re
from collections.abc import Sequence

from lxml import etree

from parsers.formats.xlsx.builtin import palette
from parsers.formats.xlsx.names import A, S

_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_WHITE = "FFFFFF"
_BLACK = "000000"
_THEME_ORDER = (1, 0, 3, 2)
"""Indices of a:clrScheme are dark 1, light 1, dark 2, light 2; a cell's `theme` counts light before dark."""
_PATTERN_GREY = "BFBFBF"
"""What stripes and dots look like, about; what matters is that the cell is filled."""
_CHANNEL = 255


class Colours:
    """The colours of one workbook."""

    def __init__(self, theme: etree._Element | None, styles: etree._Element | None) -> None:
        self._theme = _theme(theme)
        own = styles.findall(f"{S}colors/{S}indexedColors/{S}rgbColor") if styles is not None else []
        self._palette = [_hex(colour.get("rgb")) for colour in own] or palette()

    def shading(self, fill: etree._Element) -> str | None:
        """The fill as RRGGBB; None for none, white or automatic."""
        gradient = fill.find(f"{S}gradientFill/{S}stop/{S}color")
        pattern = fill.find(S + "patternFill")
        if gradient is not None:
            return _visible(self._value(gradient))
        kind = pattern.get("patternType", "none") if pattern is not None else "none"
        if pattern is None or kind == "none":
            return None
        if kind != "solid":
            return _PATTERN_GREY
        ink = pattern.find(S + "fgColor")
        return _visible(self._value(ink)) if ink is not None else None

    def _value(self, colour: etree._Element) -> str | None:
        if colour.get("rgb"):
            value = _hex(colour.get("rgb"))
        elif colour.get("theme"):
            value = _at(self._theme, colour.get("theme"))
        else:
            value = _at(self._palette, colour.get("indexed"))
        return _tinted(value, _number(colour.get("tint"))) if value else None


def _theme(root: etree._Element | None) -> list[str | None]:
    """The theme's colours in the order that a cell's `theme` counts."""
    scheme = root.find(f"{A}themeElements/{A}clrScheme") if root is not None else None
    slots = [slot[0] for slot in scheme if len(slot)] if scheme is not None else []
    found = [_hex(slot.get("lastClr") or slot.get("val")) for slot in slots]
    order = (*_THEME_ORDER, *range(len(_THEME_ORDER), len(found)))
    return [found[index] for index in order] if len(found) >= len(_THEME_ORDER) else []


def _at(colours: Sequence[str | None], index: str | None) -> str | None:
    return colours[int(index)] if index and index.isdecimal() and int(index) < len(colours) else None


def _hex(text: str | None) -> str | None:
    found = _HEX.fullmatch(text or "")
    return found[1].upper() if found else None


def _number(text: str | None) -> float:
    try:
        return min(max(float(text or 0), -1.0), 1.0)
    except ValueError:
        return 0.0


def _tinted(colour: str, tint: float) -> str:
    """A colour made darker or lighter (ECMA-376 part 1, 18.8.19)."""
    red, green, blue = (int(colour[i : i + 2], 16) / _CHANNEL for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    shown = colorsys.hls_to_rgb(hue, light, saturation) if tint else (red, green, blue)
    return "".join(f"{round(channel * _CHANNEL):02X}" for channel in shown)


def _visible(colour: str | None) -> str | None:
    return None if colour in (None, _WHITE) else colour
