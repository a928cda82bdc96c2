"""styles.xml of a fresh book: every look is a named style that an officer can change in Word.

Sizes stand twice (w:sz and w:szCs) and fonts four times, since Word sets Thai as a complex script.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from outputs.docx.contents import DEEPEST_LEVEL
from outputs.docx.lengths import TEXT_WIDTH_TWIPS
from outputs.docx.wordml import NAMESPACES

_BODY_SIZE_PT = 16
_TABLE_SIZES_PT = (14, 12, 10, 8)
_MONTH_SIZE_PT = 12
_HEADING_SIZES_PT = (20, 18, 16)
COVER_SIZES_PT = (28, 24)
"""Of the plan's name and of the lines under it."""
_NOTE_SIZE_PT = 12
_DEEPEST_HEADING = 9
_CONTENTS_INDENT_TWIPS = 340

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)
_TABLE_STYLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    f'<w:tblInd w:w="0" w:type="dxa"/>{_CELL_MARGINS}</w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders>{_CELL_MARGINS}</w:tblPr></w:style>'
)


class CoverSpaces(NamedTuple):
    """What is left free above and under the emblem, and under the plan's name."""

    above: int
    under: int
    title: int


COVER_TWIPS = CoverSpaces(1400, 1400, 3600)


@dataclass(frozen=True, slots=True)
class _ParagraphStyle:
    """A paragraph style; `paragraph` is the children of its w:pPr, in the order of the schema."""

    id: str
    name: str
    size_pt: int
    bold: bool = False
    paragraph: str = ""
    built_in: bool = False
    based_on: str = "Normal"
    # Of digits and Latin letters; Thai text is Thai in any case.
    language: str = "en-US"

    def xml(self) -> str:
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        size = f'<w:sz w:val="{2 * self.size_pt}"/><w:szCs w:val="{2 * self.size_pt}"/>'
        custom = "" if self.built_in else ' w:customStyle="1"'
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.based_on}"/><w:qFormat/><w:pPr>{self.paragraph}</w:pPr>'
            f'<w:rPr>{bold}{size}<w:lang w:val="{self.language}" w:bidi="th-TH"/></w:rPr></w:style>'
        )


_StylesOfWidth = Callable[[int], list[_ParagraphStyle]]
"""Styles that depend on the width of an upright page's text in twips."""


def _aligned(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


def _table_styles() -> list[_ParagraphStyle]:
    """Text, centred text, amounts, headers and sums, in each size that a table may have."""
    styles = []
    for size in _TABLE_SIZES_PT:
        styles += [
            _ParagraphStyle(f"PlanText{size}", f"Plan Text {size}", size, paragraph=_aligned("left")),
            _ParagraphStyle(f"PlanCentre{size}", f"Plan Centre {size}", size, paragraph=_aligned("center")),
            _ParagraphStyle(f"PlanAmount{size}", f"Plan Amount {size}", size, paragraph=_aligned("right")),
            _ParagraphStyle(
                f"PlanHeader{size}", f"Plan Header {size}", size, bold=True, paragraph=_aligned("center")
            ),
            _ParagraphStyle(
                f"PlanTotal{size}", f"Plan Total {size}", size, bold=True, paragraph=_aligned("right")
            ),
            _ParagraphStyle(
                f"PlanLine{size}", f"Plan Line {size}", size, bold=True, paragraph=_aligned("left")
            ),
        ]
    # Low, so that a month's cell never makes its row taller.
    month_line = '<w:spacing w:line="160" w:lineRule="exact"/><w:jc w:val="left"/>'
    styles += [
        _ParagraphStyle("PlanMonth", "Plan Month", _MONTH_SIZE_PT, paragraph=month_line),
        _ParagraphStyle(
            "PlanMonthHeader", "Plan Month Header", _MONTH_SIZE_PT, bold=True, paragraph=_aligned("center")
        ),
    ]
    return styles


def _title_styles() -> list[_ParagraphStyle]:
    """The lines above a table; of those, forms, strategies and programs are headings of the outline."""
    label = f"<w:keepNext/><w:pageBreakBefore/>{_aligned('right')}"
    centre, before = _aligned("center"), '<w:spacing w:before="40"/>'
    bold = partial(_ParagraphStyle, size_pt=_BODY_SIZE_PT, bold=True)
    outlined = partial(bold, based_on="GoverningHeading")
    return [
        bold("FormLabel", "Form Label", paragraph=label),
        bold("PlanTitle", "Plan Title", paragraph=f'<w:spacing w:after="40"/>{centre}'),
        bold("FormTitle", "Form Title", paragraph=_outline(2), based_on="PlanTitle"),
        bold("GoverningHeading", "Governing Heading", paragraph=before),
        outlined("StrategyHeading", "Strategy Heading", paragraph=_outline(3)),
        outlined("ProgramHeading", "Program Heading", paragraph=_outline(4)),
        _ParagraphStyle(
            "TableNote",
            "Table Note",
            _NOTE_SIZE_PT,
            paragraph=f'<w:spacing w:before="60"/>{_aligned("left")}',
        ),
        # After the last table Word wants a paragraph; so low that it never takes a page of its own.
        _ParagraphStyle("PlanEnd", "Plan End", 1, paragraph='<w:spacing w:line="20" w:lineRule="exact"/>'),
    ]


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def _narrative_styles() -> list[_ParagraphStyle]:
    styles = []
    for level in range(1, _DEEPEST_HEADING + 1):
        size = _HEADING_SIZES_PT[min(level, len(_HEADING_SIZES_PT)) - 1]
        align = _aligned("center") if level == 1 else ""
        paragraph = f'<w:keepNext/><w:spacing w:before="120"/>{align}{_outline(level)}'
        styles.append(
            _ParagraphStyle(
                f"Heading{level}", f"heading {level}", size, bold=True, paragraph=paragraph, built_in=True
            )
        )
    body, item = '<w:ind w:firstLine="1418"/>', '<w:ind w:left="1758" w:hanging="340"/>'
    part = '<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0" w:after="240"/>'
    return [
        *styles,
        _ParagraphStyle(
            "PartHeading",
            "Part Heading",
            _HEADING_SIZES_PT[0],
            bold=True,
            paragraph=part,
            based_on="Heading1",
        ),
        _ParagraphStyle("Narrative", "Narrative", _BODY_SIZE_PT, paragraph=body + _aligned("thaiDistribute")),
        _ParagraphStyle(
            "NarrativeItem", "Narrative Item", _BODY_SIZE_PT, paragraph=item + _aligned("thaiDistribute")
        ),
        _ParagraphStyle(
            "Footer", "footer", _BODY_SIZE_PT, paragraph=_aligned("center"), built_in=True, language="th-TH"
        ),
    ]


def _indent(twips: int, text_width_twips: int) -> int:
    """An indent of the usual upright page on one whose text is narrower: the same share of it."""
    return min(twips, round(twips * text_width_twips / TEXT_WIDTH_TWIPS))


def _front_styles(text_width_twips: int) -> list[_ParagraphStyle]:
    """Cover and announcement."""
    centre = _aligned("center")
    bold = partial(_ParagraphStyle, bold=True)
    announcement = f'<w:keepNext/><w:spacing w:before="120"/>{centre}'
    at_right, at_middle = (_indent(twips, text_width_twips) for twips in (3969, 2835))
    signature = f'<w:keepLines/><w:spacing w:before="60"/><w:ind w:left="{at_right}"/>{centre}'
    return [
        _ParagraphStyle(
            "CoverEmblem", "Cover Emblem", _BODY_SIZE_PT,
            paragraph=f'<w:spacing w:before="{COVER_TWIPS.above}" w:after="{COVER_TWIPS.under}"/>{centre}',
        ),
        bold(
            "CoverTitle", "Cover Title", COVER_SIZES_PT[0],
            paragraph=f'<w:spacing w:after="{COVER_TWIPS.title}"/>{centre}',
        ),
        bold("CoverLine", "Cover Line", COVER_SIZES_PT[1], paragraph=centre),
        _ParagraphStyle(
            "CoverGaruda", "Garuda", _BODY_SIZE_PT, paragraph=f"<w:keepNext/>{centre}"
        ),
        bold(
            "AnnouncementTitle", "Announcement Title", _HEADING_SIZES_PT[2], paragraph=announcement + _outline(1)
        ),
        bold(
            "AnnouncementSubject", "Announcement Subject", _BODY_SIZE_PT,
            paragraph=f'<w:keepNext/><w:spacing w:after="240"/>{centre}',
        ),
        _ParagraphStyle(
            "Closing", "Closing", _BODY_SIZE_PT, built_in=True,
            paragraph=f'<w:keepNext/><w:spacing w:before="240" w:after="720"/><w:ind w:left="{at_middle}"/>',
        ),
        _ParagraphStyle("Signature", "Signature", _BODY_SIZE_PT, paragraph=signature, built_in=True),
    ]  # fmt: skip


def _contents_styles(right: int) -> list[_ParagraphStyle]:
    """The table of contents: a dotted line leads to the page's number, `right` twips from the left."""
    title = f'<w:keepNext/><w:pageBreakBefore/><w:spacing w:after="120"/>{_aligned("center")}'
    styles = [
        _ParagraphStyle(
            "ContentsTitle", "Contents Title", _HEADING_SIZES_PT[0], bold=True, paragraph=title
        ),
        _ParagraphStyle(
            "ContentsHeader", "Contents Header", _BODY_SIZE_PT, bold=True,
            paragraph=f'<w:keepNext/><w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs>',
        ),
    ]  # fmt: skip
    for level in range(1, DEEPEST_LEVEL + 1):
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>'
        left = (level - 1) * _CONTENTS_INDENT_TWIPS
        indent = f'<w:ind w:left="{left + _CONTENTS_INDENT_TWIPS}" w:hanging="{_CONTENTS_INDENT_TWIPS}"/>'
        styles.append(
            _ParagraphStyle(
                f"TOC{level}",
                f"toc {level}",
                _BODY_SIZE_PT,
                bold=level == 1,
                paragraph=tabs + indent,
                built_in=True,
            )
        )
    return styles


def _flow_chart_styles(text_width_twips: int) -> list[_ParagraphStyle]:
    """Boxes are bordered paragraphs, so that they are text to every reader, a screen reader's too."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="{4 if side in ("top", "bottom") else 8}" w:color="595959"/>'
        for side in ("top", "left", "bottom", "right")
    )
    side = _indent(1134, text_width_twips)
    box = (
        f'<w:keepNext/><w:keepLines/><w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/>{_aligned("center")}'
    )
    arrow = f'<w:keepNext/><w:spacing w:before="80" w:after="80"/>{_aligned("center")}'
    caption = f'<w:keepNext/><w:spacing w:before="240" w:after="160"/>{_aligned("center")}'
    return [
        _ParagraphStyle("FlowCaption", "Flow Caption", _BODY_SIZE_PT, bold=True, paragraph=caption),
        _ParagraphStyle(
            "FlowCaptionOnPage",
            "Flow Caption on Page",
            _BODY_SIZE_PT,
            bold=True,
            paragraph=caption.replace("<w:keepNext/>", "<w:keepNext/><w:pageBreakBefore/>"),
            based_on="FlowCaption",
        ),
        _ParagraphStyle("FlowStep", "Flow Step", _BODY_SIZE_PT, paragraph=box),
        # The last box lets go of the heading behind it, which LibreOffice would leave at a page's foot.
        _ParagraphStyle(
            "FlowLastStep",
            "Flow Last Step",
            _BODY_SIZE_PT,
            paragraph=box.replace("<w:keepNext/>", '<w:keepNext w:val="0"/>'),
            based_on="FlowStep",
        ),
        _ParagraphStyle("FlowArrow", "Flow Arrow", _NOTE_SIZE_PT, paragraph=arrow),
    ]


_STRONG = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)


def _defaults(font: str) -> str:
    name = quoteattr(font)
    size = f'<w:sz w:val="{2 * _BODY_SIZE_PT}"/><w:szCs w:val="{2 * _BODY_SIZE_PT}"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"
        f'{size}<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    )


def styles_xml(font: str, text_width_twips: int = TEXT_WIDTH_TWIPS) -> str:
    """The whole part; `font` is the family of every style, `text_width_twips` that of an upright page's text."""
    of_width: tuple[_StylesOfWidth, ...] = (_front_styles, _contents_styles, _flow_chart_styles)
    styles = [
        *_title_styles(),
        *_table_styles(),
        *_narrative_styles(),
        *(style for family in of_width for style in family(text_width_twips)),
    ]
    paragraphs = "".join(style.xml() for style in styles)
    return f"<w:styles {NAMESPACES}>{_defaults(font)}{_TABLE_STYLE}{_STRONG}{paragraphs}</w:styles>"
