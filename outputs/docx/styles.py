"""styles.xml of a fresh book: every look is a named style that an officer can change in Word.

Sizes stand twice (w:sz and w:szCs) and fonts four times, since Word sets Thai as a complex script.
"""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from outputs.docx.wordml import NAMESPACES

_BODY_SIZE_PT = 16
_TABLE_SIZES_PT = (14, 12, 10)
_MONTH_SIZE_PT = 12
_HEADING_SIZES_PT = (20, 18, 16)
_DEEPEST_HEADING = 9

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_STYLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr></w:style>'
)


@dataclass(frozen=True, slots=True)
class _ParagraphStyle:
    """A paragraph style; `paragraph` is the children of its w:pPr, in the order of the schema."""

    id: str
    name: str
    size_pt: int
    bold: bool = False
    paragraph: str = ""
    built_in: bool = False

    def xml(self) -> str:
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        size = f'<w:sz w:val="{2 * self.size_pt}"/><w:szCs w:val="{2 * self.size_pt}"/>'
        custom = "" if self.built_in else ' w:customStyle="1"'
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{self.paragraph}</w:pPr>'
            f"<w:rPr>{bold}{size}</w:rPr></w:style>"
        )


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
    label = f"<w:keepNext/><w:pageBreakBefore/>{_aligned('right')}"
    return [
        _ParagraphStyle("FormLabel", "Form Label", _BODY_SIZE_PT, bold=True, paragraph=label),
        _ParagraphStyle("PlanTitle", "Plan Title", _BODY_SIZE_PT, bold=True, paragraph=_aligned("center")),
        _ParagraphStyle(
            "GoverningHeading",
            "Governing Heading",
            _BODY_SIZE_PT,
            bold=True,
            paragraph='<w:spacing w:before="40"/>',
        ),
        # After the last table Word wants a paragraph; so low that it never takes a page of its own.
        _ParagraphStyle("PlanEnd", "Plan End", 1, paragraph='<w:spacing w:line="20" w:lineRule="exact"/>'),
    ]


def _narrative_styles() -> list[_ParagraphStyle]:
    styles = []
    for level in range(1, _DEEPEST_HEADING + 1):
        size = _HEADING_SIZES_PT[min(level, len(_HEADING_SIZES_PT)) - 1]
        align = _aligned("center") if level == 1 else ""
        paragraph = f'<w:keepNext/><w:spacing w:before="120"/>{align}<w:outlineLvl w:val="{level - 1}"/>'
        styles.append(
            _ParagraphStyle(
                f"Heading{level}", f"heading {level}", size, bold=True, paragraph=paragraph, built_in=True
            )
        )
    body = f'<w:ind w:firstLine="1418"/>{_aligned("thaiDistribute")}'
    styles.append(_ParagraphStyle("Narrative", "Narrative", _BODY_SIZE_PT, paragraph=body))
    styles.append(
        _ParagraphStyle("Footer", "footer", _BODY_SIZE_PT, paragraph=_aligned("center"), built_in=True)
    )
    return styles


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


def styles_xml(font: str) -> str:
    """The whole part; `font` is the family of every style."""
    paragraphs = "".join(style.xml() for style in (*_title_styles(), *_table_styles(), *_narrative_styles()))
    return f"<w:styles {NAMESPACES}>{_defaults(font)}{_TABLE_STYLE}{paragraphs}</w:styles>"
