"""From an office's Word file to the look that its book gets."""

from collections.abc import Iterable, Sequence

from lxml import etree

from outputs.docx.lengths import A4_LONG_TWIPS, A4_SHORT_TWIPS, TABLE_PAGE_SIDE_TWIPS
from outputs.docx.template.fonts import families, thai_font
from outputs.docx.template.frames import Frames
from outputs.docx.template.merging import merged_styles
from outputs.docx.template.model import FramePart, OfficePages, PageGeometry, PageType, Template
from outputs.docx.template.parts import A, Package, R, ReadPart, W, unfit, value
from outputs.docx.template.sections import Section, sections

_STRICT = "http://purl.oclc.org/ooxml/"
_PLAIN_FILL = f'<a:solidFill xmlns:a="{A.strip("{}")}"><a:schemeClr val="phClr"/></a:solidFill>'


def read_template(name: str, read: ReadPart, font: str | None = None) -> Template:
    """The styles, headers, footers and pages of a vetted .docx, without macros, links and embedded objects.

    Pages of the first upright section that shows a header or footer, and of the first lying one; where the file
    has none that lie, tables get its headers and footers fitted to lying pages. `font` replaces the families of its
    styles. UsageFailure SET010 for a file that is no usual Word document or whose pages leave no room; InputFailure
    DOC004 for broken XML.
    """
    package = Package(name, read)
    document = package.document()
    upright, lying = _chosen(name, package, package.xml(document))
    styles, theme = _part(package, document, "styles"), _part(package, document, "theme")
    if styles is None:
        raise unfit(name, "ไม่มีลักษณะ (styles)", "it has no styles")
    text = _upright(upright)
    tables = lying.geometry if lying else _turned(text, _has_frame(upright))
    shown_font = font or thai_font(styles, theme)
    ids = merged_styles(styles, font, text.text_width_twips)
    frames = Frames(package, document, styles, ids)
    types: Sequence[PageType] = ("default", "even") if _has_even_pages(package, document) else ("default",)
    cover = OfficePages(
        geometry=text, borders=_shown_borders(upright, on_cover=True), frame=frames.of_cover(upright)
    )
    texts = _pages(frames, upright, text, types)
    lists = _pages(frames, lying or upright, tables, types)
    return Template(
        styles=etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True),
        theme=_clean_theme(theme),
        font=shown_font,
        fonts=tuple(dict.fromkeys((shown_font, *families([styles, *_roots(texts.frame)], theme)))),
        cover=cover,
        upright=texts,
        lying=lists,
        media=frames.media,
        has_even_pages=len(types) > 1,
        left_out=tuple(sorted(frames.left_out)),
    )


def _pages(
    frames: Frames, section: Section, geometry: PageGeometry, types: Sequence[PageType]
) -> OfficePages:
    frame = frames.of_section(section, types, geometry.text_width_twips)
    return OfficePages(geometry=geometry, borders=_shown_borders(section, on_cover=False), frame=frame)


def _chosen(name: str, package: Package, body: etree._Element | None) -> tuple[Section, Section | None]:
    """The section for texts (a lying one where there is no other) and that for tables."""
    if body is None or body.tag != f"{W}document":
        raise _not_word(name, body)
    found = list(sections(package, body))
    lying = _shown_first(section for section in found if section.is_lying)
    text = _shown_first(section for section in found if not section.is_lying) or lying
    if text is None:
        raise unfit(name, "ไม่บอกขนาดกระดาษ", "it tells no pages")
    return text, lying


def _shown_first(found: Iterable[Section]) -> Section | None:
    """The first that shows a header or footer, else the first at all; None for none."""
    return min(found, key=lambda section: not _has_frame(section), default=None)


def _not_word(name: str, body: etree._Element | None) -> Exception:
    if body is not None and str(body.tag).startswith("{" + _STRICT):
        return unfit(
            name,
            "บันทึกเป็น Strict Open XML โปรดบันทึกเป็น .docx แบบปกติ",
            "it is saved as Strict Open XML; save it as a usual .docx",
        )
    return unfit(name, "ไม่มีเนื้อเอกสารของ Word", "it holds no Word document")


def _has_frame(section: Section) -> bool:
    return any(page_type == "default" for _, page_type in section.references)


def _upright(section: Section) -> PageGeometry:
    return _turned_back(section.geometry) if section.is_lying else section.geometry


def _turned_back(geometry: PageGeometry) -> PageGeometry:
    sides = {"width_twips": geometry.height_twips, "height_twips": geometry.width_twips}
    return geometry.model_copy(update=sides)


def _turned(geometry: PageGeometry, has_frame: bool) -> PageGeometry:
    """Lying pages for a file that has none: as high above and below where headers stand, with narrow sides, since
    the tables of a plan need the width.
    """
    is_a4 = {geometry.width_twips, geometry.height_twips} == {A4_SHORT_TWIPS, A4_LONG_TWIPS}
    width, height = (
        (A4_LONG_TWIPS, A4_SHORT_TWIPS) if is_a4 else (geometry.height_twips, geometry.width_twips)
    )
    narrow = {"left_twips": TABLE_PAGE_SIDE_TWIPS, "right_twips": TABLE_PAGE_SIDE_TWIPS, "gutter_twips": 0}
    if not has_frame:
        narrow |= {"top_twips": TABLE_PAGE_SIDE_TWIPS, "bottom_twips": TABLE_PAGE_SIDE_TWIPS}
    return geometry.model_copy(update={"width_twips": width, "height_twips": height, **narrow})


def _shown_borders(section: Section, *, on_cover: bool) -> str:
    """A border of first pages stands on the cover alone, one of all others everywhere else."""
    hidden = "notFirstPage" if on_cover else "firstPage"
    return "" if section.borders_on == hidden else section.borders


def _part(package: Package, document: str, kind: str) -> etree._Element | None:
    for relation in package.relations(document).values():
        if relation.kind == kind and relation.target:
            return package.xml(relation.target)
    return None


def _has_even_pages(package: Package, document: str) -> bool:
    settings = _part(package, document, "settings")
    switch = None if settings is None else settings.find(f"{W}evenAndOddHeaders")
    return switch is not None and value(switch) not in ("0", "false", "off")


def _clean_theme(theme: etree._Element | None) -> bytes | None:
    """The theme without pictures (which need relations); None for none."""
    if theme is None:
        return None
    for fill in list(theme.iter(f"{A}blipFill")):
        parent = fill.getparent()
        if parent is not None:
            parent.replace(fill, etree.fromstring(_PLAIN_FILL))
    for element in theme.iter():
        for key in [key for key in element.attrib if str(key).startswith(R)]:
            del element.attrib[key]
    return etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _roots(frame: Sequence[FramePart]) -> list[etree._Element]:
    return [etree.fromstring(part.xml) for part in frame]
