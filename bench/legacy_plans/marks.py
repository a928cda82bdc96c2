"""Month marks: which cells of a row carry what, for every way in which officers draw them."""

from dataclasses import dataclass
from itertools import count
from random import Random

from bench.legacy_plans.layout import Layout, MarkKind
from bench.legacy_plans.wordml import CELL_MARGIN, PAGE_MARGIN, run_properties
from schemas.plan import FISCAL_MONTHS

_EMU_PER_DXA = 635
_DXA_PER_PT = 20
_SHADE = "A6A6A6"
_DROP_DXA = 170  # how far under the top of its paragraph a line is drawn: the middle of a line of 14 pt
_TICK = f'<w:r>{run_properties(24)}<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
_DRAWN: tuple[MarkKind, ...] = ("drawing", "drawing_bare", "vml_line", "vml_shape")


def runs_of(months: tuple[int, ...]) -> list[tuple[int, int]]:
    """Unbroken runs as (first, last) positions in the fiscal year, 0 for October."""
    positions = sorted(FISCAL_MONTHS.index(month) for month in months)
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs


@dataclass(frozen=True)
class MonthCell:
    """What one row has in a month's place: text, runs of XML, a fill, and how many months it spans."""

    position: int
    span: int = 1
    text: str = ""
    xml: str = ""
    shading: str = ""


@dataclass(frozen=True)
class RowMarks:
    """A row's month cells, and XML that is anchored in its name cell."""

    cells: tuple[MonthCell, ...]
    name_xml: str = ""


class Marker:
    """Marks the rows of one table whose columns' left edges are known (dxa from the table's left edge)."""

    def __init__(
        self, rng: Random, layout: Layout, kind: MarkKind, name_left: int, months_left: list[int]
    ) -> None:
        self.rng, self.layout, self.kind = rng, layout, kind
        self.name_left, self.months_left = name_left, months_left
        self._ids = count(1000 + rng.randrange(9000))

    def row(self, months: tuple[int, ...]) -> RowMarks:
        """The marks of one project's first row."""
        runs = runs_of(months)
        if self.kind in _DRAWN:
            return self._drawn(runs)
        if self.kind == "merged":
            return RowMarks(_merged_cells(runs))
        marked = {position for first, last in runs for position in range(first, last + 1)}
        return RowMarks(
            tuple(
                self._marked(position) if position in marked else MonthCell(position)
                for position in range(12)
            )
        )

    def _marked(self, position: int) -> MonthCell:
        if self.kind == "shading":
            return MonthCell(position, shading=_SHADE)
        if self.kind == "wingdings":
            return MonthCell(position, xml=_TICK)
        return MonthCell(position, text=self.layout.mark_glyph)

    # ---- drawn lines ----

    def _drawn(self, runs: list[tuple[int, int]]) -> RowMarks:
        """Each run an arrow, anchored in the name cell, or in its first or last month's cell."""
        by_cell: dict[int, str] = {}
        name_xml = ""
        for first, last in runs:
            x0, x1 = self._ends(first, last)
            if self.layout.mark_anchor == "name":
                name_xml += self._arrow(x0, x1, self.name_left)
                continue
            home = first if self.layout.mark_anchor == "first_month" else last
            by_cell[home] = by_cell.get(home, "") + self._arrow(x0, x1, self.months_left[home])
        cells = tuple(MonthCell(position, xml=by_cell.get(position, "")) for position in range(12))
        return RowMarks(cells, name_xml)

    def _ends(self, first: int, last: int) -> tuple[int, int]:
        """The arrow's ends in dxa from the table's left edge, missed by a hand as the layout allows."""
        width = self.months_left[1] - self.months_left[0]
        miss = self.layout.mark_jitter * width
        x0 = self.months_left[first] + self.rng.uniform(-miss, miss)
        x1 = self.months_left[last + 1] + self.rng.uniform(-miss, miss)
        return round(x0), round(x1)

    def _arrow(self, x0: int, x1: int, cell_left: int) -> str:
        """The drawing's run: its offset counts from the cell's text, or from the page or margin."""
        origin = self.layout.mark_origin
        offset = {"column": x0 - cell_left - CELL_MARGIN, "page": x0 + PAGE_MARGIN, "margin": x0}[origin]
        number = next(self._ids)
        if self.kind == "drawing":
            fallback = _vml_shape(number, offset, x1 - x0, origin)
            return (
                '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
                f"{_drawing(number, offset, x1 - x0, origin)}</mc:Choice>"
                f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
            )
        if self.kind == "drawing_bare":
            return f"<w:r>{_drawing(number, offset, x1 - x0, origin)}</w:r>"
        if self.kind == "vml_line":
            return f"<w:r>{_vml_line(number, offset, x1 - x0, origin)}</w:r>"
        return f"<w:r>{_vml_shape(number, offset, x1 - x0, origin)}</w:r>"


def _merged_cells(runs: list[tuple[int, int]]) -> tuple[MonthCell, ...]:
    starts = dict(runs)
    cells, position = [], 0
    while position < 12:
        last = starts.get(position)
        span = last - position + 1 if last is not None else 1
        cells.append(MonthCell(position, span, text="↔" if last is not None else ""))
        position += span
    return tuple(cells)


def _drawing(number: int, offset_dxa: int, length_dxa: int, origin: str) -> str:
    """A DrawingML connector with arrow heads at both ends."""
    in_cell = 1 if origin == "column" else 0
    length, offset = length_dxa * _EMU_PER_DXA, offset_dxa * _EMU_PER_DXA
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251658240 + number}" behindDoc="0" locked="0" layoutInCell="{in_cell}" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{origin}">'
        f"<wp:posOffset>{offset}</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_DROP_DXA * _EMU_PER_DXA}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="Straight Arrow Connector {number}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln w="12700"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill><a:headEnd type="triangle"/><a:tailEnd type="triangle"/>'
        "</a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _points(dxa: int) -> str:
    return f"{dxa / _DXA_PER_PT:g}pt"


def _vml_origin(origin: str) -> tuple[str, str]:
    """The style words and the attribute for what a VML shape's offset counts from."""
    if origin == "column":
        return "", ""
    return f";mso-position-horizontal-relative:{origin}", ' o:allowincell="f"'


def _vml_line(number: int, offset_dxa: int, length_dxa: int, origin: str) -> str:
    style, attribute = _vml_origin(origin)
    drop, end = _points(_DROP_DXA), _points(offset_dxa + length_dxa)
    return (
        f'<w:pict><v:line id="_x0000_s{number}"{attribute} style="position:absolute;z-index:{number}{style}" '
        f'from="{_points(offset_dxa)},{drop}" to="{end},{drop}" strokeweight="1pt">'
        '<v:stroke startarrow="block" endarrow="block"/></v:line></w:pict>'
    )


def _vml_shape(number: int, offset_dxa: int, length_dxa: int, origin: str) -> str:
    style, attribute = _vml_origin(origin)
    return (
        '<w:pict><v:shapetype id="_x0000_t32" coordsize="21600,21600" o:spt="32" o:oned="t" '
        'path="m,l21600,21600e" '
        'filled="f"><v:path arrowok="t" fillok="f" o:connecttype="none"/></v:shapetype>'
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t32"{attribute} style="position:absolute;'
        f"margin-left:{_points(offset_dxa)};margin-top:{_points(_DROP_DXA)};width:{_points(length_dxa)};height:0;"
        f'z-index:{number}{style}" o:connectortype="straight" strokeweight="1pt">'
        '<v:stroke startarrow="block" endarrow="block"/></v:shape></w:pict>'
    )
