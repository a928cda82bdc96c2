"""Headers and footers of a file that nobody has vetted, with what a book may hold of them.

What stays is text, tables, drawings and pictures of the file itself, and fields that count pages or repeat a title.
"""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from outputs.docx.template.model import LeftOut
from outputs.docx.template.parts import MC, A, R, Relation, W, drop, unwrap, value

KeepPicture = Callable[[str], str | None]
"""From the name of a picture's part to the relation id that it gets, None for what is no picture for a book."""

_UNWRAPPED = ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple")
_DROPPED = (
    "del", "moveFrom", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "proofErr", "permStart", "permEnd", "footnoteReference", "endnoteReference", "annotationRef", "numPr",
    "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange", "tblPrExChange",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
)  # fmt: skip
_OBJECTS = ("object", "control", "subDoc", "altChunk", "contentPart")
_KEPT_FIELDS = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|STYLEREF|TITLE)\b", re.IGNORECASE)
PAGE_FIELD = re.compile(r"\s*PAGE\b", re.IGNORECASE)


def cleaned(root: etree._Element, relations: dict[str, Relation], keep: KeepPicture) -> set[LeftOut]:
    """Clean a w:hdr or w:ftr in place; what had to go. Relation ids become those that `keep` gives."""
    gone: set[LeftOut] = set()
    gone |= _without_objects(root)
    gone |= _without_strange_fields(root)
    gone |= _without_links(root, relations)
    for element in list(root.iter(*(f"{W}{tag}" for tag in _DROPPED))):
        drop(element)
    for element in list(root.iter(f"{W}sdt")):
        content = element.find(f"{W}sdtContent")
        element[:] = [] if content is None else list(content)
        unwrap(element)
    for element in list(root.iter(*(f"{W}{tag}" for tag in _UNWRAPPED))):
        if element.tag != f"{W}fldSimple" or not _KEPT_FIELDS.match(value(element, "instr") or ""):
            unwrap(element)
    return gone | _with_own_pictures(root, relations, keep)


def _without_objects(root: etree._Element) -> set[LeftOut]:
    found = list(root.iter(*(f"{W}{tag}" for tag in _OBJECTS)))
    found += list(root.iter("{urn:schemas-microsoft-com:office:office}OLEObject"))
    for element in found:
        drop(element)
    return {"object"} if found else set()


def _without_links(root: etree._Element, relations: dict[str, Relation]) -> set[LeftOut]:
    """Links of drawings go, those of text are unwrapped later."""
    outside = [each for each in root.iter(f"{W}hyperlink") if _leads_outside(each, relations)]
    drawn = list(root.iter(f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver"))
    for element in drawn:
        drop(element)
    return {"link"} if outside or drawn else set()


def _leads_outside(element: etree._Element, relations: dict[str, Relation]) -> bool:
    relation = relations.get(element.get(f"{R}id") or "")
    return relation is not None and relation.target is None


def _without_strange_fields(root: etree._Element) -> set[LeftOut]:
    """Fields that are not of the kept kinds become their last result."""
    simple = [
        each for each in root.iter(f"{W}fldSimple") if not _KEPT_FIELDS.match(value(each, "instr") or "")
    ]
    gone = bool(simple)
    for marks in list(_complex_fields(root)):
        instruction = "".join(each.text or "" for each in marks if each.tag == f"{W}instrText")
        if not _KEPT_FIELDS.match(instruction):
            gone = True
            for mark in marks:
                drop(mark)
    return {"field"} if gone else set()


def _complex_fields(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The marks and instructions of each field, those inside of another one with their own."""
    open_fields: list[list[etree._Element]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if value(element, "fldCharType") == "begin":
            open_fields.append([])
        if not open_fields:
            open_fields.append([])
        open_fields[-1].append(element)
        if value(element, "fldCharType") == "end":
            yield open_fields.pop()
    yield from open_fields


def _with_own_pictures(
    root: etree._Element, relations: dict[str, Relation], keep: KeepPicture
) -> set[LeftOut]:
    """Every relation that is left must be a picture of the file's own; the drawing around any other goes."""
    gone: set[LeftOut] = set()
    for extension in list(root.iter(f"{A}extLst")):
        drop(extension)
    for element in list(root.iter()):
        for key in [key for key in element.attrib if str(key).startswith(R)]:
            relation = relations.get(element.get(key) or "", Relation("", None))
            kept = keep(relation.target) if relation.kind == "image" and relation.target else None
            if kept is not None:
                element.set(key, kept)
                continue
            gone.add("picture" if relation.kind in ("image", "") else "object")
            del element.attrib[key]
            _drop_drawing(element)
    return gone


def _drop_drawing(element: etree._Element) -> None:
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in (f"{W}drawing", f"{W}pict", f"{MC}AlternateContent"):
            drop(ancestor)
            return


def shows_page_number(root: etree._Element) -> bool:
    """Whether a PAGE field stands in it."""
    texts = [each.text or "" for each in root.iter(f"{W}instrText")]
    texts += [value(each, "instr") or "" for each in root.iter(f"{W}fldSimple")]
    return any(map(PAGE_FIELD.match, texts))
