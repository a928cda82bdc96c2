"""The parts of the Word package around the text, zipped so that equal books are equal bytes."""

import io
import zipfile
from base64 import b64decode
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from outputs.docx.drawings import Picture
from outputs.docx.style import BookStyle
from outputs.docx.styles import styles_xml
from outputs.docx.template.model import FramePart, Template
from outputs.docx.wordml import NAMESPACES
from outputs.numerals import write_numerals
from outputs.zip_entries import zip_entry

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FAST_COMPRESSION = 4

_THEME_FILE = "theme/theme1.xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    "{pictures}"
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD_TYPE}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD_TYPE}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_WORD_TYPE}.footer+xml"/>'
    "{office}"
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
_PACKAGE_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    f'Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATION}/extended-properties" Target="docProps/app.xml"/>'
    f"</Relationships>"
)
FOOTER_RELATION_ID, EMPTY_FOOTER_RELATION_ID = "rId4", "rId5"
PLACE_RELATION_ID, LOGO_RELATION_ID = "rId6", "rId7"
_DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATION}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATION}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="{FOOTER_RELATION_ID}" Type="{_RELATION}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="{EMPTY_FOOTER_RELATION_ID}" Type="{_RELATION}/footer" Target="footer2.xml"/>'
    f'<Relationship Id="{PLACE_RELATION_ID}" Type="{_RELATION}/image" Target="media/place.png"/>'
    "{logo}{office}</Relationships>"
)
_LOGO_RELATION = (
    f'<Relationship Id="{LOGO_RELATION_ID}" Type="{_RELATION}/image" Target="media/logo.{{kind}}"/>'
)
# One transparent dot: what stands where a picture may be put in.
_TRANSPARENT_PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg=="
)
_COMPAT_URI = "http://schemas.microsoft.com/office/word"
_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>{{even}}'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    f"<w:compat><w:applyBreakingRules/>"
    f'<w:compatSetting w:name="compatibilityMode" w:uri="{_COMPAT_URI}" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:bidi="th-TH"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/>'
    "</w:settings>"
)
# The section's number format (thaiNumbers) makes the field's digits Thai ones. Their language stands for
# Western text too, since LibreOffice chooses the native digits of a page number by it.
_THAI_RUN = '<w:rPr><w:lang w:val="th-TH" w:eastAsia="th-TH" w:bidi="th-TH"/></w:rPr>'
_FOOTER = (
    f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    f'<w:r>{_THAI_RUN}<w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r>{_THAI_RUN}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    f'<w:r>{_THAI_RUN}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{_THAI_RUN}<w:t>{{number}}</w:t></w:r>'
    f'<w:r>{_THAI_RUN}<w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
_EMPTY_FOOTER = f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>'
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>phaen</Application></Properties>"
)


def _font_table(families: Iterable[str]) -> str:
    fonts = "".join(
        f'<w:font w:name={quoteattr(family)}><w:charset w:val="DE"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for family in families
    )
    return f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def _frame_parts(template: Template) -> list[FramePart]:
    """All headers and footers, each once."""
    pages = (template.cover, template.upright, template.lying)
    return list(dict.fromkeys(part for each in pages for part in each.frame))


def office_relations(template: Template) -> dict[FramePart, str]:
    """The relation ids of a template's headers and footers."""
    return {part: f"rIdOffice{index}" for index, part in enumerate(_frame_parts(template), start=1)}


def _file_of(relation_id: str, part: FramePart) -> str:
    return f"{part.kind}_{relation_id}.xml"


def _content_types(template: Template | None) -> str:
    if template is None:
        return _CONTENT_TYPES.format(pictures="", office="")
    kinds = sorted({name.rpartition(".")[2] for name in template.media} - {"png", "jpeg"})
    pictures = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in kinds)
    office = "".join(
        f'<Override PartName="/word/{_file_of(key, part)}" ContentType="{_WORD_TYPE}.{part.kind}+xml"/>'
        for part, key in office_relations(template).items()
    )
    if template.theme is not None:
        office += f'<Override PartName="/word/{_THEME_FILE}" ContentType="{_THEME_TYPE}"/>'
    return _CONTENT_TYPES.format(pictures=pictures, office=office)


def _office_relations_xml(template: Template) -> str:
    frame = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/{part.kind}" Target="{_file_of(key, part)}"/>'
        for part, key in office_relations(template).items()
    )
    if template.theme is None:
        return frame
    return f'{frame}<Relationship Id="rIdTheme" Type="{_RELATION}/theme" Target="{_THEME_FILE}"/>'


def _office_parts(template: Template) -> dict[str, bytes]:
    """The parts of an office's look: styles, theme, headers and footers with their pictures."""
    parts = {"word/styles.xml": template.styles}
    if template.theme is not None:
        parts[f"word/{_THEME_FILE}"] = template.theme
    for part, key in office_relations(template).items():
        file = _file_of(key, part)
        parts[f"word/{file}"] = _HEAD.encode() + part.xml
        if part.images:
            parts[f"word/_rels/{file}.rels"] = _image_relations(part).encode()
    return parts | {f"word/media/{name}": data for name, data in template.media.items()}


def _image_relations(part: FramePart) -> str:
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/image" Target="media/{name}"/>'
        for key, name in part.images
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _settings(template: Template | None) -> str:
    has_even = template is not None and template.has_even_pages
    return _SETTINGS.format(even="<w:evenAndOddHeaders/>" if has_even else "")


def _core(title: str, author: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>'
        f"{author}</dc:creator><dc:language>th-TH</dc:language><dc:title>{title}</dc:title></cp:coreProperties>"
    )


def package(body: str, style: BookStyle, title: str, author: str, logo: Picture | None = None) -> bytes:
    """A whole .docx of the XML of a document's body; `title` and `author` are XML text already."""
    parts: dict[str, str] = {
        "[Content_Types].xml": _content_types(style.template),
        "_rels/.rels": _PACKAGE_RELATIONS,
        "docProps/app.xml": _APP,
        "docProps/core.xml": _core(title, author),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS.format(
            logo=_LOGO_RELATION.format(kind=logo.kind) if logo else "",
            office=_office_relations_xml(style.template) if style.template else "",
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/fontTable.xml": _font_table(style.template.fonts if style.template else (style.font,)),
        "word/footer1.xml": _FOOTER.format(number=write_numerals("1", style.numerals)),
        "word/footer2.xml": _EMPTY_FOOTER,
        "word/settings.xml": _settings(style.template),
        "word/styles.xml": styles_xml(style.font),
    }
    pictures = {"word/media/place.png": _TRANSPARENT_PNG}
    if logo is not None:
        pictures[f"word/media/logo.{logo.kind}"] = logo.data
    office = _office_parts(style.template) if style.template else {}
    return _zipped({name: (_HEAD + xml).encode() for name, xml in parts.items()} | pictures | office)


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST_COMPRESSION) as archive:
        for name, data in parts.items():
            archive.writestr(zip_entry(name), data)
    return buffer.getvalue()
