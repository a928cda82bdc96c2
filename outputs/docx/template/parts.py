"""The parts of a Word package that holds an office's look: opened, and followed by their relations."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from schemas.failures import InputFailure, UsageFailure

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

ReadPart = Callable[[str], bytes | None]
"""The bytes of a part by its name ("word/styles.xml"); None where the package has none."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of its type ("image", "header"); `target` a part's name, or None outside the file."""

    kind: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Package:
    """A .docx that has been vetted (its entries' sizes, no entity declarations, no macros)."""

    name: str
    read: ReadPart

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part without comments; None where there is none, DOC004 where it is broken."""
        data = self.read(part)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise InputFailure("DOC004", name=self.name) from error

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by their ids; "" for the package's own."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {} if root is None else dict(_relations(root, folder))

    def document(self) -> str:
        """The name of the main part; SET010 where there is none that we know."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target:
                return relation.target
        raise unfit(self.name, "ไม่มีเนื้อเอกสารของ Word", "it holds no Word document")


def _relations(root: etree._Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for each in root:
        if not isinstance(each.tag, str):
            continue
        kind = (each.get("Type") or "").removeprefix(f"{_OFFICE}/")
        target = each.get("Target") or ""
        is_outside = each.get("TargetMode") == "External" or "://" in target
        yield each.get("Id") or "", Relation(kind, None if is_outside else _part_name(folder, target))


def _part_name(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def unfit(name: str, why_th: str, why_en: str) -> UsageFailure:
    """The one failure for a Word file whose look cannot be taken."""
    return UsageFailure("SET010", name=name, why_th=why_th, why_en=why_en)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of WordprocessingML; None for no element or no attribute."""
    return None if element is None else element.get(f"{W}{name}")


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def drop(element: etree._Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
