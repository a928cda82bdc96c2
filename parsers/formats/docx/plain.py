"""The short way through rows that hold plain text only, which nearly all rows of a large table do.

One pass by lxml in C picks the texts out of a row, together with anything that makes reading more than
putting texts together; a row that has any of it goes the full way. Both ways give the same text.
"""

from lxml import etree

from parsers.formats.docx import symbols
from parsers.formats.docx.names import MC_ALTERNATE, W_P, W_SDT, W_T, W_TC, W_VAL, W
from parsers.formats.docx.styles import ParagraphFormat, Styles

_W_FONTS, _W_ASCII, _W_HIGH = W + "rFonts", W + "ascii", W + "hAnsi"
_W_STYLE = W + "pStyle"
_FULL_WAY = (
    MC_ALTERNATE,
    W_SDT,
    *(
        W + name
        for name in (
            "tbl", "customXml", "ins", "del", "moveTo", "moveFrom", "vanish", "rStyle", "numPr",
            "drawing", "pict", "object", "sym", "tab", "ptab", "br", "cr", "noBreakHyphen",
            "fldChar", "fldSimple", "ruby",
        )
    ),
)  # fmt: skip


class PlainRows:
    """Reads rows the short way; `with_symbols` says that the document uses symbol fonts, so fonts count."""

    def __init__(self, styles: Styles, with_symbols: bool) -> None:
        self._styles = styles
        self._plain_styles: dict[str | None, bool] = {None: _is_plain_format(styles.paragraph(None))}
        self._sought = (W_TC, W_P, W_T, _W_STYLE, *_FULL_WAY, *((_W_FONTS,) if with_symbols else ()))

    def texts(self, row: etree._Element) -> list[str] | None:
        """The text of each w:tc of a w:tr, paragraphs divided by line ends; None for the full way."""
        cells: list[str] = []
        text = None
        for element in row.iter(*self._sought):
            tag = element.tag
            if tag == W_P:
                text = "" if text is None else text + "\n"
            elif tag == W_T:
                text = (text or "") + (element.text or "")
            elif tag == W_TC:
                cells.append(text or "")
                text = None
            elif not self._is_harmless(element, tag):
                return None
        cells.append(text or "")
        return cells[1:] if self._plain_styles[None] else None

    def _is_harmless(self, element: etree._Element, tag: object) -> bool:
        if tag == _W_FONTS:
            fonts = element.get(_W_ASCII), element.get(_W_HIGH)
            return not any(symbols.is_symbol_font(font) for font in fonts)
        return tag == _W_STYLE and self._is_plain_style(element.get(W_VAL))

    def _is_plain_style(self, style: str | None) -> bool:
        known = self._plain_styles.get(style)
        if known is None:
            known = self._plain_styles[style] = _is_plain_format(self._styles.paragraph(style))
        return known


def _is_plain_format(shape: ParagraphFormat) -> bool:
    symbolic = symbols.is_symbol_font(shape.run.ascii_font) or symbols.is_symbol_font(shape.run.high_font)
    return shape.num_id is None and not shape.run.hidden and not symbolic
