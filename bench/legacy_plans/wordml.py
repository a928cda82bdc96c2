"""WordprocessingML as text: paragraphs, cells, tables and the parts of the package, nothing of plans."""

import io
import zipfile
from dataclasses import dataclass, field
from html import escape
from typing import Literal

Align = Literal["left", "center", "right"]

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w10": "urn:schemas-microsoft-com:office:word",
    }.items()
)
_FONT = "TH SarabunPSK"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

PAGE_WIDTH, PAGE_HEIGHT = 16838, 11906
"""A4 landscape in twentieths of a point."""
PAGE_MARGIN = 620
CELL_MARGIN = 60
WORD_2010, WORD_2013 = 14, 15
"""Compatibility modes; from 2013 on a drawing in a cell always counts from that cell."""


def run_properties(half_points: int, bold: bool = False, extra: str = "") -> str:
    """w:rPr of a run in the plan's font."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>{weight}{extra}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )


def run(text: str, half_points: int, bold: bool = False, extra: str = "") -> str:
    """A run of text; a line break in the text becomes w:br."""
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))
    return f"<w:r>{run_properties(half_points, bold, extra)}{parts}</w:r>"


def paragraph(
    content: str,
    align: Align = "left",
    style: str = "",
    numbering: int | None = None,
    mark_half_points: int = 0,
    page_break: bool = False,
    exact_height: int = 0,
) -> str:
    """A paragraph around runs; `numbering` is the w:numId of an automatic list.

    `mark_half_points` is the size of the paragraph's mark, and so of its automatic number. `exact_height`
    (dxa) is the height of its lines where it is not the text's own.
    """
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += "<w:pageBreakBefore/>" if page_break else ""
    if numbering is not None:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    line = f' w:line="{exact_height}" w:lineRule="exact"' if exact_height else ""
    properties += f'<w:spacing w:before="0" w:after="0"{line}/><w:jc w:val="{align}"/>'
    properties += run_properties(mark_half_points) if mark_half_points else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


_TIGHT = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'


@dataclass(frozen=True)
class CellXml:
    """One w:tc: paragraphs, and how it lies on the grid."""

    content: str
    width: int
    span: int = 1
    merge: Literal["", "start", "on"] = ""
    shading: str = ""
    vertical_text: bool = False
    centered: bool = False
    open_below: bool = False  # no rule under it, as in tables pasted from a spreadsheet
    open_above: bool = False
    tight: bool = False  # no room between text and rules, so that a month's name fits its narrow cell

    def xml(self) -> str:
        """The element."""
        merge = {"": "", "start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[self.merge]
        sides = ('<w:top w:val="nil"/>' if self.open_above else "") + (
            '<w:bottom w:val="nil"/>' if self.open_below else ""
        )
        properties = (
            f'<w:tcW w:w="{self.width}" w:type="dxa"/>'
            + (f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else "")
            + merge
            + (f"<w:tcBorders>{sides}</w:tcBorders>" if sides else "")
            + (f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shading}"/>' if self.shading else "")
            + (_TIGHT if self.tight else "")
            + ('<w:textDirection w:val="btLr"/>' if self.vertical_text else "")
            + ('<w:vAlign w:val="center"/>' if self.centered else "")
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.content or paragraph('')}</w:tc>"


def table_row(
    cells: list[CellXml], header: bool = False, height: int = 0, whole: bool = False, exact: bool = False
) -> str:
    """w:tr; `header` repeats it on each page, `whole` keeps it on one page, `exact` fixes `height`."""
    properties = "<w:cantSplit/>" if whole else ""
    properties += (
        f'<w:trHeight w:val="{height}" w:hRule="{"exact" if exact else "atLeast"}"/>' if height else ""
    )
    properties += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cell.xml() for cell in cells)}</w:tr>"


def table(rows: list[str], widths: list[int], compatibility: int = WORD_2013) -> str:
    """w:tbl of fixed column widths with rules all round, its left edge on the page's margin."""
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    # Before Word 2013 the indent is that of the text in the first cell, not of the rule.
    indent = 0 if compatibility >= WORD_2013 else CELL_MARGIN
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        "</w:tblCellMar>"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass
class Parts:
    """What the body refers to: automatic lists as (w:numId, number format), comments, running heads."""

    numberings: list[tuple[int, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    def comment(self, content: str, text: str) -> str:
        """The runs of `content` with a comment on them."""
        number = len(self.comments)
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="ผู้ตรวจ" w:date="2024-01-01T00:00:00Z">'
            f"{paragraph(run(text, 20))}</w:comment>"
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def section(self, head: str = "") -> str:
        """w:sectPr of the landscape page; `head` is the content of its running head."""
        reference = ""
        if head:
            self.heads.append(head)
            reference = f'<w:headerReference w:type="default" r:id="rIdHead{len(self.heads)}"/>'
        return (
            f'<w:sectPr>{reference}<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}" w:orient="landscape"/>'
            "<w:pgMar "
            f'w:top="850" w:bottom="700" w:left="{PAGE_MARGIN}" w:right="{PAGE_MARGIN}" w:header="400" '
            'w:footer="300" w:gutter="0"/></w:sectPr>'
        )


def section_end(section: str) -> str:
    """The empty paragraph that ends a section of the body."""
    return f"<w:p><w:pPr>{section}</w:pPr></w:p>"


def package(body: str, parts: Parts, compatibility: int, last_head: str = "") -> bytes:
    """The .docx around a body.

    `compatibility` is Word's mode: `WORD_2013`, or `WORD_2010` for drawings in cells that count by page.
    `last_head` is the running head of the last section.
    """
    # Word ends every body with a paragraph; without it LibreOffice loses a last table in a .doc.
    whole = body + paragraph("") + parts.section(last_head)
    heads = {f"header{index}": head for index, head in enumerate(parts.heads, 1)}
    names = ["styles", "numbering", "settings", *(["comments"] if parts.comments else [])]
    relations = [(f"rId{index}", name, f"{name}.xml") for index, name in enumerate(names, 1)]
    relations += [(f"rIdHead{name.removeprefix('header')}", "header", f"{name}.xml") for name in heads]
    files = {
        "[Content_Types].xml": _content_types(["document", *names, *heads]),
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": f'{_XML}<w:document {_NAMESPACES} mc:Ignorable="wp14"><w:body>'
        f"{whole}</w:body></w:document>",
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(parts.numberings),
        "word/settings.xml": f"{_XML}<w:settings {_NAMESPACES}><w:compat><w:compatSetting "
        'w:name="compatibilityMode" '
        f'w:uri="http://schemas.microsoft.com/office/word" w:val="{compatibility}"/>'
        "</w:compat></w:settings>",
    }
    if parts.comments:
        files["word/comments.xml"] = f"{_XML}<w:comments {_NAMESPACES}>{''.join(parts.comments)}</w:comments>"
    for name, head in heads.items():
        files[f"word/{name}.xml"] = f"{_XML}<w:hdr {_NAMESPACES}>{head}</w:hdr>"
    return _zipped(files)


def _zipped(parts: dict[str, str]) -> bytes:
    """The parts with fixed dates, so that the same seed gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, date_time=(2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))
    return buffer.getvalue()


def _content_types(names: list[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{_kind(name)}+xml"/>' for name in names
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _kind(name: str) -> str:
    return "document.main" if name == "document" else name.rstrip("0123456789")


def _relations(targets: list[tuple[str, str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identity, kind, target in targets
    )
    return f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2)
    )
    return (
        f"{_XML}<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault>{run_properties(28, extra=_LANGUAGE)}"
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/></w:style>{headings}</w:styles>'
    )


_LANGUAGE = '<w:lang w:val="en-US" w:bidi="th-TH"/>'


def _numbering(numberings: list[tuple[int, str]]) -> str:
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
        for number, form in numberings
    )
    listed = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number, _ in numberings
    )
    return f"{_XML}<w:numbering {_NAMESPACES}>{abstract}{listed}</w:numbering>"
