"""How cells look: number format, fill, alignment, bold, rules at their sides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from parsers.formats.xlsx.builtin import number_formats
from parsers.formats.xlsx.colours import Colours
from parsers.formats.xlsx.names import TRUE_VALUES, S

GENERAL = "General"
_ACROSS = "centerContinuous"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Look:
    """What one cell format says. `side_ruled` tells of a rule at the left or right side.

    `across` is "center across selection": the text is centered over the empty cells to its right.
    """

    number_format: str = GENERAL
    shading: str | None = None
    bold: bool = False
    centered: bool = False
    across: bool = False
    wrapped: bool = False
    side_ruled: bool = False


PLAIN = Look()


def looks(styles: etree._Element | None, theme: etree._Element | None) -> list[Look]:
    """The looks of a styles part by the index that a cell's `s` gives; empty where there is no part."""
    if styles is None:
        return []
    formats = _formats(styles)
    fills = _each(styles, "fills", Colours(theme, styles).shading)
    bolds = _each(styles, "fonts", _is_bold)
    rules = _each(styles, "borders", _is_side_ruled)
    return [
        _look(xf, formats.get(_index(xf, "numFmtId"), GENERAL), _at(fills, _index(xf, "fillId")),
              bool(_at(bolds, _index(xf, "fontId"))), bool(_at(rules, _index(xf, "borderId"))))
        for xf in styles.iterfind(f"{S}cellXfs/{S}xf")
    ]  # fmt: skip


def _look(xf: etree._Element, code: str, shading: str | None, bold: bool, side_ruled: bool) -> Look:
    alignment = xf.find(S + "alignment")
    horizontal = alignment.get("horizontal", "") if alignment is not None else ""
    return Look(
        number_format=code,
        shading=shading,
        bold=bold,
        centered=horizontal in ("center", _ACROSS),
        across=horizontal == _ACROSS,
        wrapped=alignment is not None and alignment.get("wrapText") in TRUE_VALUES,
        side_ruled=side_ruled,
    )


def _formats(styles: etree._Element) -> dict[int, str]:
    own = styles.iterfind(f"{S}numFmts/{S}numFmt")
    return number_formats() | {_index(item, "numFmtId"): item.get("formatCode", GENERAL) for item in own}


def _each(styles: etree._Element, name: str, read: Callable[[etree._Element], _T]) -> list[_T]:
    group = styles.find(S + name)
    return [read(item) for item in group] if group is not None else []


def _at(values: Sequence[_T], index: int) -> _T | None:
    return values[index] if 0 <= index < len(values) else None


def _index(element: etree._Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if text.isdecimal() else -1


def _is_bold(font: etree._Element) -> bool:
    bold = font.find(S + "b")
    return bold is not None and bold.get("val", "1") in TRUE_VALUES


def _is_side_ruled(border: etree._Element) -> bool:
    sides = (border.find(S + name) for name in ("left", "right", "start", "end"))
    return any(side is not None and side.get("style", "none") != "none" for side in sides)
