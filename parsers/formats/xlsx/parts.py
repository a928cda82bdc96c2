"""The parts of an .xlsx package, found by relationships and parsed without trust."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from parsers.formats.safety import Archive, parse_xml
from parsers.formats.xlsx.names import STRICT_NAMESPACES, TRUE_VALUES, R, S
from schemas.failures import InputFailure

_STRICT_SIGN = b"purl.oclc.org"
_HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A visible worksheet: its name, and the name of its part."""

    name: str
    part: str


class Package:
    """An .xlsx opened in memory.

    Raises InputFailure: DOC004 where parts are missing or broken, DOC007 and DOC008 for hostile ones.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._archive = Archive(name, data)
        mains = [target for kind, target in self._relations("").values() if kind.endswith("/officeDocument")]
        if not mains:
            raise InputFailure("DOC004", name=name)
        self._targets = self._relations(mains[0])
        self.workbook = self.root(mains[0])

    @property
    def counts_from_1904(self) -> bool:
        """Whether dates count from 1904, as in workbooks of old Macs."""
        properties = self.workbook.find(S + "workbookPr")
        return properties is not None and properties.get("date1904") in TRUE_VALUES

    def sheets(self) -> list[SheetPart]:
        """The visible worksheets in the order of their tabs; sheets of charts and dialogs left out."""
        found = []
        for sheet in self.workbook.iterfind(f"{S}sheets/{S}sheet"):
            kind, target = self._targets.get(sheet.get(R + "id", ""), ("", ""))
            if sheet.get("state", "visible") == "visible" and kind.endswith("/worksheet"):
                found.append(SheetPart(sheet.get("name", ""), target))
        return found

    def related(self, kind: str) -> etree._Element | None:
        """The root of the workbook's one part of a kind, such as "styles"; None where it has none."""
        targets = [target for relation, target in self._targets.values() if relation.endswith(f"/{kind}")]
        return self.root(targets[0]) if targets and targets[0] in self._archive.names else None

    def related_to(self, part: str, relation_id: str) -> etree._Element | None:
        """The root of the part that `part` refers to by `r:id`; None where there is none."""
        _, target = self._relations(part).get(relation_id, ("", ""))
        return self.root(target) if target in self._archive.names else None

    def content(self, part: str) -> bytes:
        """The bytes of a part in transitional namespaces; InputFailure DOC004 where there is none."""
        if part not in self._archive.names:
            raise InputFailure("DOC004", name=self.name)
        xml = self._archive.read(part)
        for strict, transitional in STRICT_NAMESPACES if _STRICT_SIGN in xml[:_HEAD_BYTES] else ():
            xml = xml.replace(strict, transitional.strip("{}").encode())
        return xml

    def root(self, part: str) -> etree._Element:
        """The root element of a part."""
        return parse_xml(self.name, self.content(part))

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship type and target part by id."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        relations = {}
        for relation in self.root(path) if path in self._archive.names else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target", ""))
                kind = relation.get("Type", "")
                relations[relation.get("Id", "")] = (kind, posixpath.normpath(target).lstrip("/"))
        return relations
