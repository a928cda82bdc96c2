"""The sections of an office's file: their pages' lengths, and which headers and footers they show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from outputs.docx.lengths import twips
from outputs.docx.template.model import PageGeometry, PageType, PartKind
from outputs.docx.template.parts import Package, R, W, unfit, value

References = dict[tuple[PartKind, PageType], str]
"""The relation id of each header and footer."""

_KINDS: dict[str, PartKind] = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}
_TYPES: dict[str, PageType] = {"default": "default", "even": "even", "first": "first"}
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_LEAST_SIDE_TWIPS, _MOST_SIDE_TWIPS = twips(100), twips(600)
_LEAST_ROOM_TWIPS = twips(80)
"""Of text on a page in either direction: below it no table of a plan fits."""


@dataclass(frozen=True, slots=True)
class Section:
    """`borders` is w:pgBorders as XML, `borders_on` its display ("allPages", "firstPage", "notFirstPage")."""

    geometry: PageGeometry
    references: References
    has_title_page: bool
    borders: str
    borders_on: str

    @property
    def is_lying(self) -> bool:
        return self.geometry.width_twips > self.geometry.height_twips


def sections(package: Package, document: etree._Element) -> Iterator[Section]:
    """All sections in order; one shows the headers of the section before where it has none of its own.

    UsageFailure SET010 for pages that are no pages.
    """
    inherited: References = {}
    for properties in document.iter(f"{W}sectPr"):
        parent = properties.getparent()
        if parent is not None and parent.tag == f"{W}sectPrChange":
            continue
        inherited = {**inherited, **_references(properties)}
        yield Section(
            geometry=_geometry(package.name, properties),
            references=inherited,
            has_title_page=_is_on(properties.find(f"{W}titlePg")),
            borders=_borders(properties),
            borders_on=value(properties.find(f"{W}pgBorders"), "display") or "allPages",
        )


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and value(element) not in ("0", "false", "off")


def _references(properties: etree._Element) -> References:
    found: References = {}
    for tag, kind in _KINDS.items():
        for reference in properties.findall(tag):
            page_type = _TYPES.get(value(reference, "type") or "default", "default")
            found[kind, page_type] = reference.get(f"{R}id") or ""
    return found


def _geometry(name: str, properties: etree._Element) -> PageGeometry:
    size, margins = properties.find(f"{W}pgSz"), properties.find(f"{W}pgMar")
    if size is None or margins is None:
        raise unfit(name, "ไม่บอกขนาดกระดาษหรือระยะขอบ", "it tells no size of paper or no margins")
    sides = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    lengths = {f"{side}_twips": _twips(name, value(margins, side) or "0") for side in sides}
    geometry = PageGeometry(
        width_twips=_twips(name, value(size, "w") or ""),
        height_twips=_twips(name, value(size, "h") or ""),
        **lengths,
    )
    _check(name, geometry)
    return geometry


def _twips(name: str, text: str) -> int:
    if not _NUMBER.fullmatch(text.strip()):
        raise unfit(name, "ขนาดกระดาษหรือระยะขอบอ่านไม่ได้", "its size of paper or its margins cannot be read")
    return round(float(text))


def _check(name: str, geometry: PageGeometry) -> None:
    sides = (geometry.width_twips, geometry.height_twips)
    is_paper = all(_LEAST_SIDE_TWIPS <= side <= _MOST_SIDE_TWIPS for side in sides)
    room = min(geometry.text_width_twips, geometry.text_height_twips)
    if not is_paper or room < _LEAST_ROOM_TWIPS:
        raise unfit(
            name,
            "ขนาดกระดาษกับระยะขอบเหลือที่ให้ข้อความไม่ถึง 8 เซนติเมตร หรือกระดาษมีขนาดผิดปกติ",
            "its paper is of no usual size, or its margins leave less than 8 cm for text",
        )


def _borders(properties: etree._Element) -> str:
    """w:pgBorders as XML, without relations to pictures of a border's art."""
    borders = properties.find(f"{W}pgBorders")
    if borders is None:
        return ""
    sides = "".join(f"<w:{side}{_attributes(each)}/>" for each in borders if (side := _side(each)))
    return f"<w:pgBorders{_attributes(borders)}>{sides}</w:pgBorders>"


def _side(element: etree._Element) -> str | None:
    side = str(element.tag).removeprefix(W)
    return side if side in ("top", "left", "bottom", "right") else None


def _attributes(element: etree._Element) -> str:
    """Those of WordprocessingML but for `display`, which is looked at when the border is placed."""
    held = (
        (str(key).removeprefix(W), text) for key, text in element.attrib.items() if str(key).startswith(W)
    )
    return "".join(f" w:{key}={quoteattr(str(text))}" for key, text in held if key != "display")
