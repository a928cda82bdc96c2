"""The months of a project as one real arrow per run of months, drawn over the cells of its row.

An arrow hangs in the first month's cell of its run and reaches over the following ones, from a little inside
the first month's left rule to a little inside the last month's right rule, at half the row's height.
Word 2010 and LibreOffice draw the DrawingML line, Word 2007 the VML one.
"""

from functools import lru_cache

from outputs.docx.forms import month_name, words
from outputs.docx.lengths import emu
from outputs.docx.wordml import Ink, Merge, cell, paragraph
from schemas.plan import FISCAL_MONTHS

# How far an arrow's ends stay inside the rules of its first and last month.
_INSET_TWIPS = 40
_LINE_WIDTH_EMU = 12700
_EMU_PER_POINT = 12700

_DRAWING = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" '
    'behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="{id}" name="Months {id}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
    '<a:ln w="{line}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    '<a:headEnd type="triangle"/><a:tailEnd type="triangle"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict><v:line id="months{id}" alt="{alt}" '
    'style="position:absolute;z-index:{id};mso-position-horizontal-relative:text;'
    'mso-position-vertical-relative:text" '
    'from="{x_pt}pt,{y_pt}pt" to="{x_end_pt}pt,{y_pt}pt" strokeweight="1pt">'
    '<v:stroke startarrow="block" endarrow="block"/></v:line></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)

_NARROW = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def arrow(ink: Ink, first: int, last: int, month_width_twips: int, middle_pt: float) -> str:
    """The run that draws an arrow over the months from `first` to `last` (positions in
    FISCAL_MONTHS, last included).

    `middle_pt` is how far it lies under the upper rule of its row.
    """
    length = emu((last - first + 1) * month_width_twips - 2 * _INSET_TWIPS)
    x = emu(_INSET_TWIPS)
    names = {"first": month_name(FISCAL_MONTHS[first]), "last": month_name(FISCAL_MONTHS[last])}
    return _DRAWING.format(
        id=next(ink.drawing_ids),
        x=x,
        y=round(middle_pt * _EMU_PER_POINT),
        length=length,
        line=_LINE_WIDTH_EMU,
        alt=ink.text(words("arrow_description", **names)),
        x_pt=x / _EMU_PER_POINT,
        x_end_pt=(x + length) / _EMU_PER_POINT,
        y_pt=round(middle_pt, 2),
    )


@lru_cache(maxsize=256)
def _blank(width_twips: int, merge: Merge | None, keep_next: bool) -> str:
    return cell(width_twips, paragraph("PlanMonth", keep_next=keep_next), merge=merge, properties=_NARROW)


def month_cell(width_twips: int, drawing: str, merge: Merge | None, keep_next: bool) -> str:
    """One month's cell of a project row: blank, or with the arrow that begins there."""
    if not drawing:
        return _blank(width_twips, merge, keep_next)
    return cell(width_twips, paragraph("PlanMonth", drawing, keep_next), merge=merge, properties=_NARROW)
