"""What a document's styles say about reading: numbering, outline levels, hidden text, bold, symbol fonts."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from parsers.formats.docx.content import flag, value
from parsers.formats.docx.lengths import twips_pt
from parsers.formats.docx.names import W_PPR, W_RPR, W

_HEADING_NAME = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_BODY_TEXT_OUTLINE = 9
"""w:outlineLvl counts from 0; 9 says "body text"."""
_CELL_MARGIN_PT = 5.4
"""Of Word's own "Table Normal" style (108 twips)."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Format of characters; None where nothing is said."""

    hidden: bool | None = None
    bold: bool | None = None
    ascii_font: str | None = None
    high_font: str | None = None

    def over(self, below: "RunFormat") -> "RunFormat":
        """This format, with what it leaves open taken from `below`."""
        return RunFormat(
            below.hidden if self.hidden is None else self.hidden,
            below.bold if self.bold is None else self.bold,
            self.ascii_font or below.ascii_font,
            self.high_font or below.high_font,
        )


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Format of a paragraph; `heading_level` is 1-based, `num_id` "0" takes a paragraph out of its list."""

    num_id: str | None = None
    num_level: int | None = None
    heading_level: int | None = None
    alignment: str | None = None
    indent_pt: float | None = None
    run: RunFormat = RunFormat()
    style_id: str | None = None
    num_style_id: str | None = None
    """The style that says the numbering: a list's level may be linked to it."""

    def over(self, below: "ParagraphFormat") -> "ParagraphFormat":
        """This format, with what it leaves open taken from `below`."""
        return ParagraphFormat(
            self.num_id or below.num_id,
            below.num_level if self.num_level is None else self.num_level,
            below.heading_level if self.heading_level is None else self.heading_level,
            self.alignment or below.alignment,
            below.indent_pt if self.indent_pt is None else self.indent_pt,
            self.run.over(below.run),
            self.style_id or below.style_id,
            self.num_style_id or below.num_style_id,
        )


class Styles:
    """The styles part; a document without one has Word's defaults."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root if root is not None else etree.Element(W + "styles")
        self._by_id = {style.get(W + "styleId"): style for style in self._root.findall(W + "style")}
        self._paragraphs: dict[str | None, ParagraphFormat] = {}
        self._runs: dict[str, RunFormat] = {}

    def paragraph(self, style_id: str | None) -> ParagraphFormat:
        """The format of a paragraph in this style, or in the default style, over the document's defaults."""
        known = self._paragraphs.get(style_id)
        if known is None:
            known = self._resolve_paragraph(self._known_or_default(style_id, "paragraph"))
            self._paragraphs[style_id] = known
        return known

    def character(self, style_id: str) -> RunFormat:
        """What a character style says."""
        known = self._runs.get(style_id)
        if known is None:
            known = RunFormat()
            for style in self._chain(style_id):
                known = known.over(run_format(style.find(W_RPR)))
            self._runs[style_id] = known
        return known

    def numbering_link(self, style_id: str) -> str | None:
        """The w:numId that a numbering style points to."""
        return value(self._by_id.get(style_id), "w:pPr/w:numPr/w:numId")

    def cell_margins_pt(self, style_id: str | None) -> tuple[float, float]:
        """Left and right cell margins of a table in this style (None: in the default table style)."""
        left: float | None = None
        right: float | None = None
        for style in self._chain(self._known_or_default(style_id, "table")):
            own_left, own_right = cell_margins_pt(style.find(f"{W}tblPr/{W}tblCellMar"))
            left, right = own_left if left is None else left, own_right if right is None else right
        return (_CELL_MARGIN_PT if left is None else left, _CELL_MARGIN_PT if right is None else right)

    @cached_property
    def _defaults(self) -> ParagraphFormat:
        base = f"{W}docDefaults"
        paragraph = paragraph_format(self._root.find(f"{base}/{W}pPrDefault/{W_PPR}"))
        run = run_format(self._root.find(f"{base}/{W}rPrDefault/{W_RPR}"))
        return ParagraphFormat(run=run).over(paragraph)

    def _known_or_default(self, style_id: str | None, kind: str) -> str | None:
        if style_id in self._by_id:
            return style_id
        for default_id, style in self._by_id.items():
            if style.get(W + "type") == kind and style.get(W + "default") in ("1", "true", "on"):
                return default_id
        return None

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """A style and those that it is based on, nearest first; circles are cut."""
        chain: list[etree._Element] = []
        while (style := self._by_id.get(style_id)) is not None and style not in chain:
            chain.append(style)
            style_id = value(style, "w:basedOn")
        return chain

    def _resolve_paragraph(self, style_id: str | None) -> ParagraphFormat:
        resolved = ParagraphFormat(style_id=style_id)
        for style in self._chain(style_id):
            own = paragraph_format(style.find(W_PPR))
            named = ParagraphFormat(
                run=run_format(style.find(W_RPR)),
                heading_level=_named_level(style),
                num_style_id=style.get(W + "styleId") if own.num_id else None,
            )
            resolved = resolved.over(own).over(named)
        return resolved.over(self._defaults)


def paragraph_format(properties: etree._Element | None) -> ParagraphFormat:
    """What a w:pPr says itself."""
    if properties is None:
        return ParagraphFormat()
    level = value(properties, "w:numPr/w:ilvl")
    return ParagraphFormat(
        num_id=value(properties, "w:numPr/w:numId"),
        num_level=int(level) if level and level.isdecimal() else None,
        heading_level=_outline_level(value(properties, "w:outlineLvl")),
        alignment=value(properties, "w:jc"),
        indent_pt=_indent_pt(properties.find(W + "ind")),
    )


def run_format(properties: etree._Element | None) -> RunFormat:
    """What a w:rPr says itself. Thai is a complex script, so w:bCs makes it bold as w:b does Latin."""
    if properties is None:
        return RunFormat()
    bold = flag(properties, "b")
    fonts = properties.find(W + "rFonts")
    return RunFormat(
        hidden=flag(properties, "vanish"),
        bold=flag(properties, "bCs") if bold is None else bold,
        ascii_font=None if fonts is None else fonts.get(W + "ascii"),
        high_font=None if fonts is None else fonts.get(W + "hAnsi"),
    )


def cell_margins_pt(margins: etree._Element | None) -> tuple[float | None, float | None]:
    """Left and right margins of a w:tblCellMar or w:tcMar; None where not given."""
    found: list[float | None] = []
    for names in (("left", "start"), ("right", "end")):
        sides = list(margins.iterchildren(*(W + name for name in names))) if margins is not None else []
        found.append(twips_pt(sides[0].get(W + "w")) if sides else None)
    return found[0], found[1]


def _outline_level(text: str | None) -> int | None:
    if not text or not text.isdecimal():
        return None
    return int(text) + 1 if int(text) < _BODY_TEXT_OUTLINE else 0


def _named_level(style: etree._Element) -> int | None:
    name = (value(style, "w:name") or "").strip()
    if name.lower() == "title":
        return 1
    found = _HEADING_NAME.match(name)
    return int(found[1]) if found else None


def _indent_pt(indent: etree._Element | None) -> float | None:
    """Where the paragraph's first line begins, from the left of its text area."""
    if indent is None:
        return None
    left = twips_pt(indent.get(W + "left") or indent.get(W + "start")) or 0.0
    first = twips_pt(indent.get(W + "firstLine")) or 0.0
    return left + first - (twips_pt(indent.get(W + "hanging")) or 0.0)
