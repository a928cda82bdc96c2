"""A notation for small Word files: `word.read(word.p("a"), word.table("1 | b", "2 | c"))`."""

import io
import zipfile

import pytest

from parsers.formats import docx
from schemas.document import Document, Source, Stroke, Table

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w10": "urn:schemas-microsoft-com:office:word",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EMU = 12700
PAGE = (
    '<w:sectPr>{references}<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:left="1440" w:right="1440" w:top="1440" w:bottom="1440"/>'
    "</w:sectPr>"
)


class Word:
    """Pieces of WordprocessingML, packages of them, and what the reader makes of them."""

    def p(self, content: str = "", properties: str = "") -> str:
        """A paragraph of plain text, or of XML where the content begins with "<"."""
        runs = content if content.startswith("<") or not content else self.r(content)
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"

    def r(self, text: str, properties: str = "") -> str:
        """A run of text, or of XML where it begins with "<"."""
        content = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
        return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"

    def tc(self, content: str = "", properties: str = "") -> str:
        """A cell; its content is text or whole paragraphs."""
        paragraphs = content if content.startswith(("<w:p", "<w:tbl", "<w:sdt")) else self.p(content)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"

    def tr(self, *cells: str, properties: str = "") -> str:
        """A row of cells, given as XML or as text."""
        done = "".join(cell if cell.startswith(("<w:tc", "<w:sdt")) else self.tc(cell) for cell in cells)
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{done}</w:tr>"

    def tbl(self, *rows: str, grid: tuple[int, ...] = (), properties: str = "") -> str:
        """A table of rows; the grid is in points."""
        columns = "".join(f'<w:gridCol w:w="{width * 20}"/>' for width in grid)
        return (
            f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def table(self, *lines: str) -> str:
        """A table of texts, one line per row, cells divided by "|"."""
        return self.tbl(*(self.tr(*(cell.strip() for cell in line.split("|"))) for line in lines))

    def package(self, *body: str, **parts: str) -> bytes:
        """A .docx; `styles`, `numbering`, `settings`, `header1`, `footer1` are the inner XML of parts."""
        references = "".join(
            f'<w:{kind}Reference w:type="default" r:id="r{name}"/>'
            for name in parts
            if (kind := name.rstrip("12")) in ("header", "footer")
        )
        content = "".join(body) + PAGE.format(references=references)
        document = f"<w:document {_NAMESPACES}><w:body>{content}</w:body></w:document>"
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name.rstrip("12")}+xml"/>'
            for name in parts
        )
        relations = "".join(
            f'<Relationship Id="r{name}" Type="{_RELATIONS}/{name.rstrip("12")}" Target="{name}.xml"/>'
            for name in parts
        )
        roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr", "footer2": "ftr"}
        files = {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_RELS_TYPE}"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f"{overrides}</Types>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{relations}</Relationships>",
            "word/document.xml": document,
        }
        for name, inner in parts.items():
            root = roots.get(name, name)
            files[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>"
        return self.zipped(files)

    def zipped(self, files: dict[str, str | bytes]) -> bytes:
        """A zip of these files."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    def read(self, *body: str, **parts: str) -> Document:
        """What the reader makes of a package."""
        return self.read_bytes(self.package(*body, **parts))

    def read_bytes(self, data: bytes) -> Document:
        """What the reader makes of bytes."""
        return docx.read(data, Source(name="plan.docx", sha256="0", format="docx", size_bytes=len(data)))

    def texts(self, document: Document) -> list[str]:
        """The texts of all text blocks."""
        return [block.raw_text for block in document.blocks if block.kind == "text"]

    def grid(self, table: Table) -> list[str]:
        """A table as lines, with ">" and "^" where a cell continues from the left or from above."""
        shown = [["." for _ in range(table.columns)] for _ in range(table.rows)]
        for cell in table.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for col in range(cell.col, cell.col + cell.col_span):
                    shown[row][col] = (
                        ">" if col > cell.col else "^" if row > cell.row else cell.text.replace("\n", "/")
                    )
        return [" | ".join(row) for row in shown]

    def only_table(self, *body: str, **parts: str) -> Table:
        """The one table of a package."""
        (table,) = self.read(*body, **parts).tables()
        return table

    def arrow(self, x: float, width: float, *, y: float = 5, height: float = 0, **options: str) -> str:
        """A run with an anchored DrawingML arrow, in points; options prst, relative, heads, flip, in_cell."""
        shape = self.shape(width, height, **options)
        return self.r(f"<w:drawing>{self.anchor(x, width, shape, y=y, height=height, **options)}</w:drawing>")

    def anchor(
        self, x: float, width: float, content: str, *, y: float = 5, height: float = 0, **options: str
    ) -> str:
        """A wp:anchor around a shape, group or canvas."""
        horizontal = f"<wp:posOffset>{round(x * EMU)}</wp:posOffset>"
        if "align" in options:
            horizontal = f"<wp:align>{options['align']}</wp:align>"
        return (
            f'<wp:anchor simplePos="0" relativeHeight="1" behindDoc="0" locked="0" allowOverlap="1" '
            f'layoutInCell="{options.get("in_cell", "1")}"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="{options.get("relative", "column")}">{horizontal}</wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(y * EMU)}</wp:posOffset>'
            "</wp:positionV>"
            f'<wp:extent cx="{round(width * EMU)}" cy="{round(height * EMU)}"/>'
            '<wp:wrapNone/><wp:docPr id="1" name="a"/>'
            f"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic></wp:anchor>"
        )

    def shape(self, width: float, height: float = 0, *, x: float = 0, y: float = 0, **options: str) -> str:
        """A wps:wsp; `heads` is two letters for start and end, "-" for none, such as "tt" or "-t"."""
        start, end = options.get("heads", "tt")
        ends = (f'<a:headEnd type="{"none" if start == "-" else "triangle"}"/>'
                f'<a:tailEnd type="{"none" if end == "-" else "triangle"}"/>')  # fmt: skip
        text = (
            f"<wps:txbx><w:txbxContent>{options['text']}</w:txbxContent></wps:txbx>"
            if "text" in options
            else ""
        )
        geometry = options.get("prst", "straightConnector1")
        return (
            f"<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm {options.get('flip', '')}>"
            f'<a:off x="{round(x * EMU)}" y="{round(y * EMU)}"/>'
            f'<a:ext cx="{round(width * EMU)}" cy="{round(height * EMU)}"/></a:xfrm>'
            f'<a:prstGeom prst="{geometry}"/>'
            f'<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{ends}</a:ln></wps:spPr>'
            f"{text}<wps:bodyPr/></wps:wsp>"
        )

    def strokes(self, table: Table) -> list[tuple[int, float, float, str]]:
        """The strokes as (row, x0, x1, heads), heads such as "<>", rounded to a tenth of a point."""

        def heads(stroke: Stroke) -> str:
            return ("<" if stroke.head_start else "-") + (">" if stroke.head_end else "-")

        return [
            (stroke.row, round(stroke.x0, 1), round(stroke.x1, 1), heads(stroke)) for stroke in table.strokes
        ]


@pytest.fixture(scope="session")
def word() -> Word:
    """The notation."""
    return Word()
