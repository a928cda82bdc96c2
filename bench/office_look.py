"""An invented office's Word file and emblem, for trials of `--template` and `--logo`.

Written as a Thai Word writes it: styles have ids such as "a" and "1" and English names, the font of Thai text stands
in the theme, and the header's tab stops in its style.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:a="{_A}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
HEADING_COLOUR = "1F5C3A"
HEADER_TEXT, FOOTER_TEXT = "งานวิเคราะห์นโยบายและแผน", "สำนักปลัด โทรศัพท์ ๐ ๐๐๐๐ ๐๐๐๐"
_MARGINS = (
    'w:top="1701" w:right="1134" w:bottom="1418" w:left="1418" w:header="709" w:footer="567" w:gutter="0"'
)
UPRIGHT = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {_MARGINS}/>'
LYING = f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar {_MARGINS}/>'
REFERENCES = (
    '<w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
)

_STYLES = (
    f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" '
    'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="28"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
    '</w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:next w:val="a"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="3"/></w:numPr>'
    f'<w:spacing w:before="240" w:after="120"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="{HEADING_COLOUR}"/>'
    '<w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="header"/><w:basedOn w:val="a"/><w:pPr><w:tabs>'
    '<w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    f'<w:rPr><w:color w:val="{HEADING_COLOUR}"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="footer"/><w:basedOn w:val="a"/><w:pPr>'
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style></w:styles>'
)
_THEME = (
    f'<a:theme xmlns:a="{_A}" name="สำนักงาน"><a:themeElements><a:clrScheme name="สำนักงาน">'
    + "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
        for name, colour in (
            ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "1F5C3A"),
            ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "4472C4"),
            ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
        )
    )
    + '</a:clrScheme><a:fontScheme name="สำนักงาน">'
    + "".join(
        f'<a:{kind}><a:latin typeface="TH Sarabun New"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Thai" typeface="TH Sarabun New"/></a:{kind}>'
        for kind in ("majorFont", "minorFont")
    )
    + '</a:fontScheme><a:fmtScheme name="สำนักงาน"><a:fillStyleLst>'
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:fillStyleLst><a:lnStyleLst>"
    + '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>"
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)  # fmt: skip
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="ตรา" descr="ตราของหน่วยงาน"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="ตรา"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
_HEADER = (
    f'<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>{_PICTURE}<w:r><w:tab/><w:t>{HEADER_TEXT}</w:t></w:r></w:p>'
)
_FOOTER = f'<w:p><w:pPr><w:pStyle w:val="a5"/></w:pPr><w:r><w:t>{FOOTER_TEXT}</w:t></w:r></w:p>'


def emblem(width: int = 96, height: int = 96) -> bytes:
    """A PNG of a green disc on white."""
    middle_x, middle_y, radius = width / 2, height / 2, min(width, height) / 2
    rows = b"".join(
        b"\0"
        + b"".join(
            b"\x1f\x5c\x3a" if (x - middle_x) ** 2 + (y - middle_y) ** 2 < radius**2 else b"\xff\xff\xff"
            for x in range(width)
        )
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _relations(entries: Mapping[str, str]) -> str:
    """Relations by their ids; each value is a type and a target, with " External" behind it where it is outside."""
    written = []
    for key, entry in entries.items():
        kind, target, *mode = entry.split(" ")
        outside = ' TargetMode="External"' if mode else ""
        written.append(f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"{outside}/>')
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'


def office_docx(
    sections: str = f"{REFERENCES}{UPRIGHT}",
    header: str = _HEADER,
    footer: str = _FOOTER,
    relations: Mapping[str, str] | None = None,
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """The file. `sections` are the children of each w:sectPr, divided by "|"; `relations` are the header's beside its
    picture rId1, as "image media/x.png"; `parts` are added or put in place of others.
    """
    held = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": "officeDocument word/document.xml"}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{_body(sections)}</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/theme/theme1.xml": _THEME,
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{header}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{footer}</w:ftr>",
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": "header header1.xml", "rId2": "footer footer1.xml", "rId3": "styles styles.xml",
                "rId4": "theme theme/theme1.xml", "rId5": "settings settings.xml",
            }
        ),
        "word/settings.xml": f"<w:settings {NAMESPACES}/>",
        "word/_rels/header1.xml.rels": _relations({"rId1": "image media/emblem.png", **(relations or {})}),
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        everything = {name: text.encode() for name, text in held.items()}
        for name, data in {**everything, "word/media/emblem.png": emblem(), **(parts or {})}.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _body(sections: str) -> str:
    *before, last = sections.split("|")
    earlier = "".join(f"<w:p><w:pPr><w:sectPr>{each}</w:sectPr></w:pPr></w:p>" for each in before)
    return f"{earlier}<w:p><w:r><w:t>ตัวอย่าง</w:t></w:r></w:p><w:sectPr>{last}</w:sectPr>"


def _types() -> str:
    overrides = {
        "document": f"{_WORD}.document.main+xml", "styles": f"{_WORD}.styles+xml",
        "header1": f"{_WORD}.header+xml", "footer1": f"{_WORD}.footer+xml", "settings": f"{_WORD}.settings+xml",
        "theme/theme1": "application/vnd.openxmlformats-officedocument.theme+xml",
    }  # fmt: skip
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{listed}</Types>"
    )
