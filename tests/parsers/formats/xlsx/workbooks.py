"""Small workbooks for tests: cells by openpyxl, drawings as XML of their own (openpyxl writes no shapes)."""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook

from parsers.formats import xlsx
from schemas.document import Document, Source

_SPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
EMU_PER_PT = 12700


def saved(book: Workbook) -> bytes:
    """The package of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rewritten(data: bytes, changes: Mapping[str, object]) -> bytes:
    """The package with parts replaced, added, or changed by a function of their text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *changes)):
            change = changes.get(name)
            content = old.read(name).decode() if change is None or callable(change) else change
            new.writestr(name, change(content) if callable(change) else content)
    return buffer.getvalue()


def with_drawing(data: bytes, anchors: str, sheet: int = 1) -> bytes:
    """The package with shapes drawn over one of its sheets (1-based)."""
    target = f"../drawings/drawing{sheet}.xml"
    relation = f'<Relationship Id="rIdD" Type="{_RELATIONS}/drawing" Target="{target}"/>'
    override = f'<Override PartName="/xl/drawings/drawing{sheet}.xml" ContentType="{_DRAWING_TYPE}"/>'
    tag = f'<drawing xmlns:r="{_RELATIONS}" r:id="rIdD"/></worksheet>'
    return rewritten(
        data,
        {
            f"xl/worksheets/sheet{sheet}.xml": lambda xml: xml.replace("</worksheet>", tag),
            f"xl/worksheets/_rels/sheet{sheet}.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE_RELATIONS}">{relation}</Relationships>'
            ),
            f"xl/drawings/drawing{sheet}.xml": f"<xdr:wsDr {_SPACES}>{anchors}</xdr:wsDr>",
            "[Content_Types].xml": lambda xml: xml.replace("</Types>", f"{override}</Types>"),
        },
    )


def marker(name: str, row: int, col: int, x_pt: float = 0.0, y_pt: float = 0.0) -> str:
    """A corner of an anchor, "from" or "to": 0-based row and column, and points into the cell."""
    x_emu, y_emu = round(x_pt * EMU_PER_PT), round(y_pt * EMU_PER_PT)
    return (
        f"<xdr:{name}><xdr:col>{col}</xdr:col><xdr:colOff>{x_emu}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{y_emu}</xdr:rowOff></xdr:{name}>"
    )


def connector(line: str = '<a:headEnd type="arrow"/><a:tailEnd type="arrow"/>', transform: str = "") -> str:
    """A straight connector with the ends that `line` says; `transform` holds attributes of its a:xfrm."""
    return (
        '<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="2" name="line"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>'
        f'<xdr:spPr><a:xfrm {transform}><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
        f'<a:ln w="12700">{_BLACK}{line}</a:ln></xdr:spPr></xdr:cxnSp>'
    )


def text_box(text: str) -> str:
    """A rectangle with text."""
    return (
        '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="3" name="box"/><xdr:cNvSpPr txBox="1"/>'
        '</xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>'
        f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )


def two_cell(begin: str, end: str, shape: str) -> str:
    """A shape between two corners."""
    return f"<xdr:twoCellAnchor>{begin}{end}{shape}<xdr:clientData/></xdr:twoCellAnchor>"


def arrow(row: int, first: int, last: int, **more: str) -> str:
    """An arrow in a row (0-based) from near the left edge of one column to behind the middle of another."""
    return two_cell(marker("from", row, first, 2, 8), marker("to", row, last, 14, 8), connector(**more))


def read(data: bytes) -> Document:
    """The neutral document of a package."""
    digest = hashlib.sha256(data).hexdigest()
    return xlsx.read(data, Source(name="plan.xlsx", sha256=digest, format="xlsx", size_bytes=len(data)))


def shown(document: Document) -> list[object]:
    """A readable form: texts as they are, tables as lists of rows of texts, covered places left out."""
    found: list[object] = []
    for block in document.blocks:
        if block.kind == "text":
            found.append(block.text)
        else:
            rows: list[list[str]] = [[] for _ in range(block.rows)]
            for cell in block.cells:
                rows[cell.row].append(re.sub("\n", "//", cell.text))
            found.append([" | ".join(row) for row in rows])
    return found
