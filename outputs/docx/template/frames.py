"""Headers and footers of an office's file as parts of a book."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from outputs.docx.template.cleaning import cleaned, shows_page_number
from outputs.docx.template.derived import with_own_tabs, with_thai_page_numbers
from outputs.docx.template.fitting import fitted
from outputs.docx.template.model import FramePart, LeftOut, PageType, PartKind
from outputs.docx.template.parts import Package, W
from outputs.docx.template.sections import Section
from outputs.docx.wordml import NAMESPACES

# By the first bytes of their files; metafiles are programs of drawing and are not taken from strangers.
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"),
    (b"II*\0", "tiff"), (b"MM\0*", "tiff"),
)  # fmt: skip
_PICTURE_LIMIT_BYTES = 10 * 1024 * 1024
_PAGE_NUMBER = (
    f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@dataclass
class Frames:
    """Reads headers and footers of one file, and gathers their pictures and what had to be left out.

    `styles` are the book's, to which styles may be added; `style_ids` the ids that the file's get there.
    """

    package: Package
    document: str
    styles: etree._Element
    style_ids: Mapping[str, str]
    media: dict[str, bytes] = field(default_factory=dict)
    left_out: set[LeftOut] = field(default_factory=set)

    def of_section(self, section: Section, types: Iterable[PageType], to_twips: int) -> tuple[FramePart, ...]:
        """The section's headers and footers for pages whose text is `to_twips` wide.

        Where neither of a type shows the page's number, the footer gets a line that does.
        """
        parts: list[FramePart] = []
        for page_type in types:
            roots = self._roots(section, page_type)
            if not any(shows_page_number(root) for root, _ in roots.values()):
                footer = roots.setdefault("footer", (etree.fromstring(f"<w:ftr {NAMESPACES}/>"), {}))[0]
                footer.append(etree.fromstring(_PAGE_NUMBER))
            parts += self._fitted(roots, page_type, section.geometry.text_width_twips, to_twips)
        return tuple(parts)

    def of_cover(self, section: Section) -> tuple[FramePart, ...]:
        """What the section shows on a first page of its own look; a cover bears no page's number beside."""
        if not section.has_title_page:
            return ()
        width = section.geometry.text_width_twips
        found = self._fitted(self._roots(section, "first"), "default", width, width)
        return tuple(found)

    def _fitted(
        self,
        roots: dict[PartKind, tuple[etree._Element, dict[str, str]]],
        page_type: PageType,
        from_twips: int,
        to_twips: int,
    ) -> list[FramePart]:
        parts = []
        for kind, (root, images) in roots.items():
            shown = fitted(root, from_twips, to_twips)
            if from_twips != to_twips:
                with_own_tabs(shown, self.styles, to_twips / from_twips)
            with_thai_page_numbers(shown, self.styles)
            parts.append(
                FramePart(kind=kind, type=page_type, xml=etree.tostring(shown), images=tuple(images.items()))
            )
        return parts

    def _roots(
        self, section: Section, page_type: PageType
    ) -> dict[PartKind, tuple[etree._Element, dict[str, str]]]:
        relations = self.package.relations(self.document)
        found: dict[PartKind, tuple[etree._Element, dict[str, str]]] = {}
        kinds: tuple[PartKind, ...] = ("header", "footer")
        for kind in kinds:
            relation = relations.get(section.references.get((kind, page_type), ""))
            root = self.package.xml(relation.target) if relation and relation.target else None
            if relation and relation.target and root is not None:
                found[kind] = (root, self._clean(root, relation.target))
        return found

    def _clean(self, root: etree._Element, part: str) -> dict[str, str]:
        images: dict[str, str] = {}

        def keep(target: str) -> str | None:
            name = self._picture(target)
            if name is None:
                return None
            relation_id = f"rId{len(images) + 1}"
            images[relation_id] = name
            return relation_id

        self.left_out |= cleaned(root, self.package.relations(part), keep)
        self._rename_styles(root)
        if not len(root):
            etree.SubElement(root, f"{W}p")
        return images

    def _picture(self, target: str) -> str | None:
        """The name in `media` of a picture of the file; None for what is no picture by its content."""
        data = self.package.read(target)
        if data is None or len(data) > _PICTURE_LIMIT_BYTES:
            return None
        kind = next((kind for magic, kind in _PICTURES if data.startswith(magic)), None)
        if kind is None:
            return None
        known = next((name for name, held in self.media.items() if held == data), None)
        name = known or f"office{len(self.media) + 1}.{kind}"
        self.media[name] = data
        return name

    def _rename_styles(self, root: etree._Element) -> None:
        for element in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            old = element.get(f"{W}val") or ""
            element.set(f"{W}val", self.style_ids.get(old, old))
