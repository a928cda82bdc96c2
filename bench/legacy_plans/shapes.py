"""Arrows as Word draws them: DrawingML connectors, flat boxes and groups, VML lines and shapes."""

from dataclasses import dataclass

_EMU_PER_DXA = 635
_DXA_PER_PT = 20
_OFFICE_2010 = "http://schemas.microsoft.com/office/word/2010"
_HEADS = (
    '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    '<a:headEnd type="triangle"/><a:tailEnd type="triangle"/></a:ln>'
)


@dataclass(frozen=True)
class Arrow:
    """One arrow in dxa: `offset` from its `origin` (column, page, margin), `drop` from its paragraph."""

    number: int
    offset: int
    length: int
    drop: int
    origin: str


def alternate(arrow: Arrow) -> str:
    """The arrow as Word 2010 and later save it: a drawing, and VML for older programs."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing(arrow)}</mc:Choice>'
        f"<mc:Fallback>{vml_shape(arrow)}</mc:Fallback></mc:AlternateContent>"
    )


def drawing(arrow: Arrow, geometry: str = "straightConnector1") -> str:
    """A DrawingML shape without height and with arrow heads at both ends."""
    length = arrow.length * _EMU_PER_DXA
    kind = "<wps:cNvCnPr/>" if geometry == "straightConnector1" else "<wps:cNvSpPr/>"
    shape = f"<wps:wsp>{kind}{_outline(0, length, geometry)}<wps:bodyPr/></wps:wsp>"
    return _anchored(arrow, length, f"{_OFFICE_2010}/wordprocessingShape", shape)


def group(arrows: list[Arrow]) -> str:
    """Several arrows of one row as one group, which begins where the first of them begins."""
    first, last = arrows[0], arrows[-1]
    whole = (last.offset + last.length - first.offset) * _EMU_PER_DXA
    own = f'<a:off x="0" y="0"/><a:ext cx="{whole}" cy="0"/>'
    size = own + own.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    members = "".join(
        f'<wps:wsp><wps:cNvPr id="{arrow.number + 1}" name="Arrow {arrow.number}"/><wps:cNvCnPr/>'
        + _outline((arrow.offset - first.offset) * _EMU_PER_DXA, arrow.length * _EMU_PER_DXA)
        + "<wps:bodyPr/></wps:wsp>"
        for arrow in arrows
    )
    content = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{size}</a:xfrm></wpg:grpSpPr>{members}</wpg:wgp>"
    )
    return _anchored(first, whole, f"{_OFFICE_2010}/wordprocessingGroup", content)


def _outline(x: int, length: int, geometry: str = "straightConnector1") -> str:
    return (
        f'<wps:spPr><a:xfrm><a:off x="{x}" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{_HEADS}</wps:spPr>'
    )


def _anchored(arrow: Arrow, length_emu: int, uri: str, content: str) -> str:
    in_cell = 1 if arrow.origin == "column" else 0
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251658240 + arrow.number}" behindDoc="0" locked="0" layoutInCell="{in_cell}" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{arrow.origin}">'
        f"<wp:posOffset>{arrow.offset * _EMU_PER_DXA}</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{arrow.drop * _EMU_PER_DXA}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{length_emu}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{arrow.number}" name="Straight Arrow Connector {arrow.number}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{uri}">{content}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _points(dxa: int) -> str:
    return f"{dxa / _DXA_PER_PT:g}pt"


def _vml_origin(origin: str) -> tuple[str, str]:
    """The style words and the attribute for what a VML shape's offset counts from."""
    if origin == "column":
        return "", ""
    return f";mso-position-horizontal-relative:{origin}", ' o:allowincell="f"'


def vml_line(arrow: Arrow) -> str:
    """A v:line with arrow heads at both ends."""
    style, attribute = _vml_origin(arrow.origin)
    number, drop, end = arrow.number, _points(arrow.drop), _points(arrow.offset + arrow.length)
    return (
        f'<w:pict><v:line id="_x0000_s{number}"{attribute} style="position:absolute;z-index:{number}{style}" '
        f'from="{_points(arrow.offset)},{drop}" to="{end},{drop}" strokeweight="1pt">'
        '<v:stroke startarrow="block" endarrow="block"/></v:line></w:pict>'
    )


def vml_shape(arrow: Arrow) -> str:
    """A v:shape of the type of connectors with arrow heads at both ends."""
    style, attribute = _vml_origin(arrow.origin)
    return (
        '<w:pict><v:shapetype id="_x0000_t32" coordsize="21600,21600" o:spt="32" o:oned="t" '
        'path="m,l21600,21600e" '
        'filled="f"><v:path arrowok="t" fillok="f" o:connecttype="none"/></v:shapetype>'
        f'<v:shape id="_x0000_s{arrow.number}" type="#_x0000_t32"{attribute} style="position:absolute;'
        f"margin-left:{_points(arrow.offset)};margin-top:{_points(arrow.drop)};"
        f"width:{_points(arrow.length)};height:0;"
        f'z-index:{arrow.number}{style}" o:connectortype="straight" strokeweight="1pt">'
        '<v:stroke startarrow="block" endarrow="block"/></v:shape></w:pict>'
    )
