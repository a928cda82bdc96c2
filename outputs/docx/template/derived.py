"""What headers and footers need of styles that these do not say: Thai digits, and tab stops at other places."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from outputs.docx.template.cleaning import shows_page_number
from outputs.docx.template.parts import W, value

_DEFAULT = "Normal"
_THAI_STYLE = (
    '<w:style xmlns:w="{w}" w:type="paragraph" w:customStyle="1" w:styleId="{base}Thai"><w:name w:val="{base} Thai"/>'
    '<w:basedOn w:val="{base}"/><w:rPr><w:lang w:val="th-TH" w:eastAsia="th-TH" w:bidi="th-TH"/></w:rPr></w:style>'
)


def with_thai_page_numbers(root: etree._Element, styles: etree._Element) -> None:
    """Each paragraph that counts pages gets a style like its own whose language is Thai; it is added to `styles`.

    LibreOffice chooses the digits of a page's number by the language of its paragraph's style, and looks at no other.
    """
    for paragraph in root.iter(f"{W}p"):
        if not shows_page_number(paragraph):
            continue
        properties = _properties(paragraph)
        named = properties.find(f"{W}pStyle")
        if named is None:
            named = etree.Element(f"{W}pStyle")
            named.set(f"{W}val", _DEFAULT)
            properties.insert(0, named)
        base = value(named) or _DEFAULT
        named.set(f"{W}val", f"{base}Thai")
        if _style(styles, f"{base}Thai") is None:
            styles.append(etree.fromstring(_THAI_STYLE.format(w=W.strip("{}"), base=base)))


def with_own_tabs(root: etree._Element, styles: etree._Element, share: float) -> None:
    """Tab stops that a paragraph has of its style become its own, moved by `share`: Word's header has one in the
    middle and one at the right of upright pages.
    """
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}tabs") is not None or paragraph.find(f".//{W}tab") is None:
            continue
        stops = [*_stops(styles, value(paragraph.find(f"{W}pPr/{W}pStyle")) or _DEFAULT)]
        if stops:
            properties = _properties(paragraph)
            behind_style = int(properties.find(f"{W}pStyle") is not None)
            properties.insert(behind_style, _moved(stops, share))


def _moved(stops: list[etree._Element], share: float) -> etree._Element:
    tabs = etree.Element(f"{W}tabs")
    by_place: dict[int, etree._Element] = {}
    for stop in stops:
        place = int(value(stop, "pos") or 0)
        cleared, moved = etree.Element(f"{W}tab"), deepcopy(stop)
        cleared.set(f"{W}val", "clear")
        cleared.set(f"{W}pos", str(place))
        moved.set(f"{W}pos", str(round(place * share)))
        by_place.setdefault(place, cleared)
        by_place[round(place * share)] = moved
    for place in sorted(by_place):
        tabs.append(by_place[place])
    return tabs


def _stops(styles: etree._Element, style_id: str) -> Iterator[etree._Element]:
    """The tab stops of a style: its own, or those of the nearest one that it is based on."""
    seen: set[str] = set()
    while style_id and style_id not in seen:
        seen.add(style_id)
        style = _style(styles, style_id)
        if style is None:
            return
        stops = [
            stop
            for stop in style.findall(f"{W}pPr/{W}tabs/{W}tab")
            if (value(stop, "pos") or "").isdigit() and value(stop) != "clear"
        ]
        if stops:
            yield from stops
            return
        style_id = value(style.find(f"{W}basedOn")) or ""


def _style(styles: etree._Element, style_id: str) -> etree._Element | None:
    return next((each for each in styles.iter(f"{W}style") if value(each, "styleId") == style_id), None)


def _properties(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties
