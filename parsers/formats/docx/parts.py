"""The parts of a .docx package, found by relationships and parsed without trust."""

import posixpath
from functools import cached_property

from lxml import etree

from parsers.formats.docx.names import STRICT_NAMESPACES, R
from parsers.formats.safety import Archive, parse_xml
from schemas.failures import InputFailure

_OFFICE_DOCUMENT = "/officeDocument"
_PROPERTIES = "/extended-properties"


class Package:
    """A .docx opened in memory.

    Raises InputFailure: DOC004 where parts are missing or broken, DOC007 and DOC008 for hostile ones.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._archive = Archive(name, data)
        self._root_relations = self._relations("")
        self._main = self._main_part()
        self._targets = self._relations(self._main)

    @cached_property
    def document_xml(self) -> bytes:
        """The main part as it stands in the package."""
        if self._main not in self._archive.names:
            raise InputFailure("DOC004", name=self._name)
        return self._archive.read(self._main)

    @cached_property
    def document(self) -> etree._Element:
        """The root of the main part, w:document."""
        return self._root(self.document_xml)

    @cached_property
    def from_libreoffice(self) -> bool:
        """Whether the document's properties name LibreOffice as the program that wrote it."""
        for relation, target in self._root_relations.values():
            properties = self._parse(target) if relation.endswith(_PROPERTIES) else None
            if properties is not None:
                application = properties.findtext("{*}Application") or ""
                return application.startswith("LibreOffice")
        return False

    def related(self, kind: str) -> etree._Element | None:
        """The root of the one part of a kind, such as "styles"; None where the document has none."""
        targets = [target for relation, target in self._targets.values() if relation.endswith(f"/{kind}")]
        return self._parse(targets[0]) if targets else None

    def by_id(self, relation_id: str | None) -> etree._Element | None:
        """The root of the part that the main part refers to by `r:id`; None where there is none."""
        _, target = self._targets.get(relation_id or "", ("", ""))
        return self._parse(target) if target else None

    def _main_part(self) -> str:
        for relation, target in self._root_relations.values():
            if relation.endswith(_OFFICE_DOCUMENT):
                return target
        raise InputFailure("DOC004", name=self._name)

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship type and target part by id."""
        folder, base = posixpath.split(part)
        root = self._parse(posixpath.join(folder, "_rels", f"{base}.rels"))
        relations = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                path = posixpath.join("/", folder, relation.get("Target", ""))
                target = posixpath.normpath(path).lstrip("/")
                relations[relation.get("Id", "")] = (relation.get("Type", ""), target)
        return relations

    def _parse(self, part: str) -> etree._Element | None:
        if part not in self._archive.names:
            return None
        return self._root(self._archive.read(part))

    def _root(self, xml: bytes) -> etree._Element:
        for strict, transitional in STRICT_NAMESPACES if b"purl.oclc.org" in xml[:4096] else ():
            xml = xml.replace(strict, transitional.strip("{}").encode())
        return parse_xml(self._name, xml)


def relation_id(element: etree._Element) -> str | None:
    """The `r:id` of a reference."""
    return element.get(R + "id")
