"""The pages around and over the tables: cover, text, summaries, other tables, title lines."""

from bench.legacy_plans.content import Place
from bench.legacy_plans.pages import PlainTable, cover_lines, form_lines, population
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.wordml import CellXml, paragraph, run, table, table_row
from schemas.plan import NarrativeSection

_TITLE = 32
_COVER = 44
_BODY = 28
_TABLE = 24
_BOX_WIDTH_DXA, _BOX_HEIGHT_DXA = 2000, 640


def centered(hand: Hand, text: str, half_points: int = _TITLE, page_break: bool = False) -> str:
    """A bold line in the middle."""
    return paragraph(run(hand.digits(text), half_points, bold=True), "center", page_break=page_break)


def cover(hand: Hand, title: str, place: Place) -> str:
    """The cover page."""
    return paragraph("") * 6 + "".join(centered(hand, line, _COVER) for line in cover_lines(title, place))


def narrative(hand: Hand, sections: tuple[NarrativeSection, ...]) -> str:
    """The introduction with heading styles."""
    parts = []
    for index, section in enumerate(sections):
        heading = run(hand.digits(section.title), _TITLE, bold=True)
        parts.append(paragraph(heading, style=f"Heading{section.level}", page_break=index == 0))
        parts += [paragraph(run(hand.digits(text), _TITLE)) for text in section.paragraphs]
    return "".join(parts)


def form_title(hand: Hand, form: str, title: str, place: Place, turn: int = 0) -> str:
    """The lines at the top of a form's first page: its label, what it lists, the plan, the government."""
    label, lines = form_lines(hand, form, title, place, turn)
    first = form_label(hand, label)
    return paragraph("", page_break=True) + first + "".join(centered(hand, line) for line in lines)


def running_title(hand: Hand, form: str, title: str, place: Place) -> str:
    """The same lines for a page's running head."""
    label, lines = form_lines(hand, form, title, place)
    return paragraph(run(label, _BODY, bold=True), "right") + "".join(centered(hand, line) for line in lines)


def form_label(hand: Hand, label: str) -> str:
    """The form's label at the right: a paragraph, or a text box of either kind, or nothing."""
    place = hand.layout.form_label
    if place == "none":
        return ""
    if place == "paragraph":
        return paragraph(run(label, _BODY, bold=True), "right")
    inside = paragraph(run(label, _BODY, bold=True), "center")
    return paragraph(_drawing_box(inside) if place == "drawing_box" else _vml_box(inside))


def _drawing_box(inside: str) -> str:
    width, height = _BOX_WIDTH_DXA * 635, _BOX_HEIGHT_DXA * 635
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="251658000" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>-300000</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>'
        '<wp:docPr id="77" name="Text Box 77"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = _vml_box(inside).removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _vml_box(inside: str) -> str:
    return (
        '<w:r><w:pict><v:shape id="_x0000_s77" type="#_x0000_t202" '
        'style="position:absolute;margin-left:660pt;'
        f'margin-top:-20pt;width:{_BOX_WIDTH_DXA / 20:g}pt;height:{_BOX_HEIGHT_DXA / 20:g}pt;z-index:77" '
        'path="m,l,21600r21600,l21600,xe" coordsize="21600,21600"><v:stroke joinstyle="miter"/><v:textbox>'
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


# ---- tables that list no projects ----


def population_table(hand: Hand, place: Place) -> str:
    """The table of inhabitants under its title."""
    title = centered(hand, f"จำนวนประชากรของ{place.short}", page_break=True)
    return title + plain_table(hand, population(hand))


def plain_table(hand: Hand, content: PlainTable) -> str:
    """A table that lists no projects."""
    made = []
    for index, row in enumerate(content.rows):
        cells = [
            CellXml(
                paragraph(run(hand.digits(text), _TABLE, bold=index == 0), "center" if column else "left"),
                width,
            )
            for column, (text, width) in enumerate(zip(row, content.widths, strict=True))
        ]
        made.append(table_row(cells, header=index == 0))
    return table(made, content.widths)
