"""The cell formats of a workbook: one per look, size and number format, each made once."""

from decimal import Decimal
from typing import Any, Final, Literal

from outputs.docx.style import BookStyle
from outputs.xlsx.ink import Ink, ink_of

Look = Literal[
    "label", "title", "header", "month_header", "heading", "heading_wrapped", "left", "center", "right", "month", "marked",
    "total_label", "total", "chapter", "prose", "across",
    "edge", "beside_edge", "heading_edge", "heading_beside_edge", "total_edge", "total_beside_edge",
]  # fmt: skip

_HEADER_FILL: Final = "#D9E2F3"
_HEADING_FILL: Final = "#EDF2F9"
_TOTAL_FILL: Final = "#F2F2F2"
_MONTH_FILL: Final = "#9DC3E6"
_MONTH_INK: Final = "#1F4E79"
TITLE_SIZE_PT: Final = 16

_RULED: dict[str, Any] = {"border": 1}
_CELL: dict[str, Any] = {**_RULED, "valign": "top", "text_wrap": True}
_BAND: dict[str, Any] = {"top": 1, "bottom": 1, "bold": True, "valign": "vcenter"}
# A narrow column and its right neighbour, which look like one cell.
_EDGE: dict[str, Any] = {"left": 1, "top": 1, "bottom": 1}
_BESIDE_EDGE: dict[str, Any] = {"right": 1, "top": 1, "bottom": 1, "valign": "top", "text_wrap": True}
_LOOKS: dict[Look, dict[str, Any]] = {
    "label": {"align": "right", "bold": True},
    "title": {"align": "center", "bold": True, "text_wrap": True},
    # Names of months stand upright in their narrow columns.
    "month_header": {
        **_RULED, "align": "center", "valign": "vcenter", "rotation": 90, "bold": True, "bg_color": _HEADER_FILL,
    },
    "header": {**_CELL, "align": "center", "valign": "vcenter", "bold": True, "bg_color": _HEADER_FILL},
    # Text of a heading runs on over the empty cells beside it; these have rules above and below only.
    "heading": {**_BAND, "bg_color": _HEADING_FILL},
    "heading_wrapped": {**_CELL, "bold": True, "valign": "vcenter", "bg_color": _HEADING_FILL},
    "heading_edge": {**_EDGE, "bg_color": _HEADING_FILL},
    "heading_beside_edge": {**_BESIDE_EDGE, "bold": True, "valign": "vcenter", "bg_color": _HEADING_FILL},
    "edge": _EDGE,
    "beside_edge": _BESIDE_EDGE,
    "total_edge": {**_EDGE, "bg_color": _TOTAL_FILL},
    "total_beside_edge": {**_BESIDE_EDGE, "align": "right", "bold": True, "bg_color": _TOTAL_FILL},
    "left": {**_CELL, "align": "left"},
    "center": {**_CELL, "align": "center"},
    "right": {**_CELL, "align": "right", "indent": 1},
    # A text in place of money stands over all years without a merged cell, which no filter could sort.
    "across": {**_RULED, "valign": "top", "align": "center_across"},
    "month": {**_RULED, "align": "center", "valign": "vcenter"},
    "marked": {
        **_RULED, "align": "center", "valign": "vcenter", "bg_color": _MONTH_FILL, "font_color": _MONTH_INK,
    },
    "total_label": {**_BAND, "bg_color": _TOTAL_FILL},
    "total": {**_RULED, "align": "right", "indent": 1, "bold": True, "valign": "vcenter", "bg_color": _TOTAL_FILL},
    "chapter": {"bold": True, "text_wrap": True, "valign": "top"},
    "prose": {"text_wrap": True, "valign": "top"},
}  # fmt: skip


class Looks:
    """Formats of one workbook by look; `ink` writes its texts and numbers."""

    def __init__(self, book: Any, style: BookStyle) -> None:
        self.ink: Ink = ink_of(style)
        self._book = book
        self._font = style.font
        self._made: dict[tuple[object, ...], Any] = {}

    def of(self, look: Look, size_pt: int = 14, number_format: str = "", **more: object) -> Any:
        """The workbook's format for a look; `more` are further properties, as XlsxWriter names them."""
        key = (look, size_pt, number_format, *sorted(more.items()))
        if key not in self._made:
            properties = {"font_name": self._font, "font_size": size_pt, **_LOOKS[look], **more}
            if number_format:
                properties["num_format"] = self.ink.number_format(number_format)
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def money_format(baht: Decimal) -> str:
    """The number format of an amount, with satang where it has some."""
    return "#,##0" if baht == baht.to_integral_value() else "#,##0.00"
