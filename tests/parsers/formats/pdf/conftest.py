"""PDFs for the reader's tests: small ones written by hand, and ones that LibreOffice makes of Word files."""

import hashlib
import io
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from parsers.formats.pdf import read
from schemas.document import Document, Source

FONT = "Laksaman"
A4_LANDSCAPE_PT = (842, 595)
MARGIN_PT = 36
MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
MONTH_WIDTH_PT = 26
COLUMN_WIDTHS_PT = [24, 120, 150, 72, *[MONTH_WIDTH_PT] * 12]
SHAPE_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
EMU_PER_PT = 12_700

MakePdf = Callable[..., bytes]
ReadPdf = Callable[[bytes], Document]


@pytest.fixture(scope="session")
def read_pdf() -> ReadPdf:
    """Reads bytes as a PDF named plan.pdf."""

    def reading(data: bytes) -> Document:
        digest = hashlib.sha256(data).hexdigest()
        return read(data, Source(name="plan.pdf", sha256=digest, format="pdf", size_bytes=len(data)))

    return reading


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """make_pdf(content, ..., size=(w, h), rotate=0): a page for each content stream; /F1 is Helvetica."""

    def making(*contents: str, size: tuple[int, int] = (400, 300), rotate: int = 0) -> bytes:
        kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(contents)))
        objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        for index, content in enumerate(contents):
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Rotate {rotate}"
                f"/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * index} 0 R>>"
            )
            objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        return _pdf_file(objects)

    return making


@pytest.fixture(scope="session")
def pdf_file() -> Callable[[Sequence[str]], bytes]:
    """Puts the bodies of objects 1, 2, ... into a PDF file; the first is its catalog."""
    return _pdf_file


def _pdf_file(objects: Sequence[str]) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    data += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


@pytest.fixture(scope="session")
def office_documents(tmp_path_factory: pytest.TempPathFactory, read_pdf: ReadPdf) -> dict[str, Document]:
    """Word files of the tests through LibreOffice (one call) and the reader, by name."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("pdf_reader")
    builders = {"arrows": _arrows, "vertical": _vertical_months, "wraps": _wraps, "book": _book}
    for name, build in builders.items():
        build().save(str(folder / f"{name}.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in builders]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: read_pdf(Path(folder / f"{name}.pdf").read_bytes()) for name in builders}


def _landscape_docx() -> WordFile:
    word = docx.Document(io.BytesIO(_template()))
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Pt(side) for side in A4_LANDSCAPE_PT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(MARGIN_PT)
    return word


def _template() -> bytes:
    """python-docx's blank file with the Thai font in every script."""
    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), "24")
    style.element.get_or_add_rPr().append(size)
    style.paragraph_format.space_after = Pt(0)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _month_table(word: WordFile, rows: Sequence[Sequence[str]]) -> WordTable:
    """A table with two header rows: four columns over both, then a year over twelve months."""
    table = word.add_table(rows=2 + len(rows), cols=len(COLUMN_WIDTHS_PT))
    table.style, table.autofit = "Table Grid", False
    for column, label in enumerate(("ที่", "โครงการ", "รายละเอียด", "งบประมาณ")):
        table.cell(0, column).merge(table.cell(1, column)).text = label
    table.cell(0, 4).merge(table.cell(0, 15)).text = "พ.ศ. ๒๕๖๖"
    for month, label in enumerate(MONTHS):
        table.cell(1, 4 + month).text = label
    for row, texts in enumerate(rows, start=2):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    _set_widths(table)
    return table


def _set_widths(table: WordTable) -> None:
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), COLUMN_WIDTHS_PT, strict=True):
        column.set(qn("w:w"), str(width * 20))
    for row in table.rows:
        for cell, width in zip(row.cells, COLUMN_WIDTHS_PT, strict=True):
            if cell._tc.grid_span == 1:
                cell.width = Pt(width)


def _add_shape(
    cell: WordCell, first: int, last: int, preset: str, heads: str = "none none", thickness: float = 1.0,
    down_pt: float = 8, number: list[int] = [0],  # noqa: B006
) -> None:  # fmt: skip
    """Draws a shape from the month column `first` to `last` (0-based), anchored in `cell`, the first's."""
    number[0] += 1
    width = (MONTH_WIDTH_PT * (last - first + 1) - 6) * EMU_PER_PT
    height = 0 if "onnector" in preset or preset == "line" else 8 * EMU_PER_PT
    head, tail = heads.split()
    fill = '<a:solidFill><a:srgbClr val="444444"/></a:solidFill>' if height else ""
    run = f"""<w:r {SHAPE_NAMESPACES}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"
      simplePos="0" relativeHeight="{number[0]}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
      <wp:simplePos x="0" y="0"/>
      <wp:positionH relativeFrom="column"><wp:posOffset>{-2 * EMU_PER_PT}</wp:posOffset></wp:positionH>
      <wp:positionV relativeFrom="paragraph"><wp:posOffset>{int(down_pt * EMU_PER_PT)}</wp:posOffset>
      </wp:positionV>
      <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
      <wp:docPr id="{number[0]}" name="shape{number[0]}"/><wp:cNvGraphicFramePr/><a:graphic>
      <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
      <wps:cNvCnPr/>
      <wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
      <a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{fill}
      <a:ln w="{int(thickness * EMU_PER_PT)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>
      <a:headEnd type="{head}"/><a:tailEnd type="{tail}"/></a:ln>
      </wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""
    cell.paragraphs[0]._p.append(parse_xml(run))


# Each drawn mark of the file "arrows": its table row, first and last month column, and how it is drawn.
ARROWS = (
    (2, 0, 2, "straightConnector1", "triangle triangle"),
    (3, 1, 1, "straightConnector1", "triangle triangle"),
    (4, 0, 11, "straightConnector1", "arrow arrow"),
    (5, 3, 6, "straightConnector1", "none triangle"),
    (6, 2, 4, "line", "none none"),
    (7, 0, 11, "leftRightArrow", "none none"),
    (8, 5, 8, "rightArrow", "none none"),
    (9, 4, 9, "rect", "none none"),
    (10, 0, 1, "straightConnector1", "stealth stealth"),
    (10, 6, 10, "straightConnector1", "triangle triangle"),
)


@pytest.fixture(scope="session")
def drawn_marks() -> tuple[tuple[int, int, int, str, str], ...]:
    """What was drawn in the file "arrows": (row, first month, last month, preset, heads)."""
    return ARROWS


def _arrows() -> WordFile:
    word = _landscape_docx()
    rows = [(str(i), f"โครงการที่ {i}", "ดำเนินการ", "20,000") for i in range(1, 11)]
    table = _month_table(word, rows)
    for row, first, last, preset, heads in ARROWS:
        _add_shape(table.cell(row, 4 + first), first, last, preset, heads)
    for month in (3, 4, 5):
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="BFBFBF"/>')
        table.cell(11, 4 + month)._tc.get_or_add_tcPr().append(shade)
    return word


def _vertical_months() -> WordFile:
    word = _landscape_docx()
    table = _month_table(word, [("1", "โครงการอบรม", "จัดอบรม", "20,000")])
    table.rows[1].height = Pt(48)
    for month in range(12):
        direction = parse_xml(f'<w:textDirection {nsdecls("w")} w:val="btLr"/>')
        table.cell(1, 4 + month)._tc.get_or_add_tcPr().append(direction)
    return word


def _wraps() -> WordFile:
    """Names that wrap at spaces and inside Thai phrases, a spanning row, and a cell of several paragraphs."""
    word = _landscape_docx()
    name = "โครงการก่อสร้างถนน คสล. สายบ้านเหนือ เชื่อมต่อบ้านใต้ หมู่ที่ 4 พร้อมรางระบายน้ำ และทางเดินเท้าริมถนน"
    details = "ก่อสร้างถนน คสล. กว้าง 4 เมตร ยาว 250 เมตร หนา 0.15 เมตร หรือมีพื้นที่ไม่น้อยกว่า 1,000 ตารางเมตร"
    table = _month_table(word, [("ยุทธศาสตร์ที่ ๑ การพัฒนาด้านโครงสร้างพื้นฐาน",), ("1", name, details, "1,250,000")])
    table.cell(2, 0).merge(table.cell(2, 15))
    table.cell(3, 3).add_paragraph("(งบ อบต.)")
    return word


def _book() -> WordFile:
    """Three pages with a running foot, titles, prose and an underlined word."""
    word = _landscape_docx()
    word.sections[0].footer.paragraphs[0].text = "แผนการดำเนินงาน หน้า 7"
    for page in range(3):
        title = word.add_paragraph()
        title.alignment = 1
        heading = title.add_run(f"ส่วนที่ {page + 1}").font
        heading.bold = heading.cs_bold = True
        word.add_paragraph("องค์กรปกครองส่วนท้องถิ่นจัดทำแผนเพื่อประสานการพัฒนาในพื้นที่ให้เกิดประโยชน์ " * 4)
        word.add_paragraph().add_run("ขีดเส้นใต้").underline = True
        if page < 2:
            word.add_page_break()
    return word
