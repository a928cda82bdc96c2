"""styles.xml of an office's file with the book's own styles added.

A style of the office's that has the name of one of the book's takes its place and its id, so that the book's text
needs to know one set of ids only: Thai Word calls the style named "heading 1" by the id "1", LibreOffice "Heading1".
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from outputs.docx.contents import DEEPEST_LEVEL
from outputs.docx.styles import styles_xml
from outputs.docx.template.parts import R, W, drop, value

# Names of headings beside Word's own "heading 1" which it writes in whatever language.
_HEADING_NAMES = ("หัวเรื่อง", "หัวข้อ", "ส่วนหัว")
_CONTENTS = tuple(f"TOC{level}" for level in range(1, DEEPEST_LEVEL + 1))
_REFERRING = ("basedOn", "next", "link")
# A style of the book's that stands on one of the office's: without a look of its own, so that theirs is seen.
_FOLLOWS = {"PartHeading": "Heading1"}
_OWN_LINES = '<w:spacing xmlns:w="{}" w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'.format(
    W.strip("{}")
)
# Of w:pPr, those that the schema puts before w:spacing.
_BEFORE_SPACING = {f"{W}{tag}" for tag in ("keepNext", "keepLines", "pageBreakBefore", "pBdr", "shd", "tabs")}


def merged_styles(theirs: etree._Element, font: str | None, width_twips: int) -> dict[str, str]:
    """Add the book's styles to the root of the office's, in place; the new ids of theirs by the old ones.

    `font` replaces all families of theirs where it is given; `width_twips` is that of an upright page's text.
    """
    ours = etree.fromstring(styles_xml(font or "TH SarabunPSK", width_twips).encode())
    ids = _new_ids(theirs, ours)
    _rename(theirs, ids)
    _clean(theirs)
    if font is not None:
        _set_font(theirs, ours)
    present = {value(style, "styleId") for style in theirs.iter(f"{W}style")}
    for style in ours.iter(f"{W}style"):
        if value(style, "styleId") not in present:
            theirs.append(_added(style, present))
    _complete(theirs, ours)
    return ids


def _name(style: etree._Element) -> str:
    """The name that tells a style, in small letters; a Thai name of a heading as Word's own."""
    name = (value(style.find(f"{W}name")) or "").strip().lower()
    for thai in _HEADING_NAMES:
        if name.startswith(thai) and name.removeprefix(thai).strip().isdecimal():
            return f"heading {int(name.removeprefix(thai))}"
    return name


def _key(style: etree._Element) -> tuple[str | None, str]:
    return value(style, "type") or "paragraph", _name(style)


def _is_default(style: etree._Element) -> bool:
    return value(style, "default") in ("1", "true", "on")


def _new_ids(theirs: etree._Element, ours: etree._Element) -> dict[str, str]:
    by_key = {_key(style): value(style, "styleId") or "" for style in ours.iter(f"{W}style")}
    defaults = {
        value(style, "type"): value(style, "styleId") or ""
        for style in ours.iter(f"{W}style")
        if _is_default(style)
    }
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for style in theirs.iter(f"{W}style"):
        old = value(style, "styleId") or ""
        wanted = defaults.get(value(style, "type")) if _is_default(style) else by_key.get(_key(style))
        if wanted and wanted not in taken:
            ids[old] = wanted
            taken.add(wanted)
    return ids | dict(_out_of_the_way(theirs, ids, set(by_key.values())))


def _out_of_the_way(theirs: etree._Element, ids: dict[str, str], ours: set[str]) -> Iterator[tuple[str, str]]:
    """Styles of theirs that bear an id of ours by chance get another one."""
    for style in theirs.iter(f"{W}style"):
        old = value(style, "styleId") or ""
        if old not in ids and old in ours:
            yield old, f"Office{old}"


def _rename(theirs: etree._Element, ids: dict[str, str]) -> None:
    for style in theirs.iter(f"{W}style"):
        old = value(style, "styleId") or ""
        style.set(f"{W}styleId", ids.get(old, old))
        for tag in _REFERRING:
            reference = style.find(f"{W}{tag}")
            if reference is not None:
                named = value(reference) or ""
                reference.set(f"{W}val", ids.get(named, named))


def _clean(theirs: etree._Element) -> None:
    """Without numbering (the book writes its numbers itself), frames, tracked changes and relations."""
    tags = ("numPr", "framePr", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange")
    for element in list(theirs.iter(*(f"{W}{tag}" for tag in tags))):
        drop(element)
    for element in theirs.iter():
        for key in [key for key in element.attrib if str(key).startswith(R)]:
            del element.attrib[key]


def _set_font(theirs: etree._Element, ours: etree._Element) -> None:
    for element in list(theirs.iter(f"{W}rFonts")):
        drop(element)
    own = ours.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    defaults = theirs.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is None:
        theirs.insert(0, deepcopy(ours[0]))
    elif own is not None:
        defaults.insert(0, deepcopy(own))


def _added(style: etree._Element, present: set[str | None]) -> etree._Element:
    """A style of ours for their file: with line spacing of its own, which it would inherit otherwise."""
    added = deepcopy(style)
    if value(added, "type") != "paragraph" or _is_default(added):
        return added
    if _FOLLOWS.get(value(added, "styleId") or "") in present:
        look = added.find(f"{W}rPr")
        if look is not None:
            drop(look)
        return added
    if value(added.find(f"{W}basedOn")) == "Normal":
        _space(added)
    return added


def _space(style: etree._Element) -> None:
    properties = style.find(f"{W}pPr")
    if properties is None:
        return
    own, whole = properties.find(f"{W}spacing"), etree.fromstring(_OWN_LINES)
    if own is None:
        at = sum(child.tag in _BEFORE_SPACING for child in properties)
        properties.insert(at, whole)
        return
    for key, length in whole.attrib.items():
        if key not in own.attrib:
            own.set(key, length)


def _complete(theirs: etree._Element, ours: etree._Element) -> None:
    """What headings and lines of the table of contents need to do their work: a level, and a tab stop."""
    own = {value(style, "styleId"): style for style in ours.iter(f"{W}style")}
    for style in theirs.iter(f"{W}style"):
        style_id = value(style, "styleId") or ""
        if style_id in _CONTENTS:
            _take(style, own[style_id], "tabs")
        elif style_id.startswith("Heading") and style_id in own:
            _take(style, own[style_id], "outlineLvl")


def _take(style: etree._Element, own: etree._Element, tag: str) -> None:
    """Put the property of the book's style in place of theirs; tabs stand before and a level behind all others
    that styles usually have.
    """
    wanted = own.find(f"{W}pPr/{W}{tag}")
    properties = style.find(f"{W}pPr")
    if wanted is None:
        return
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        at = next((index for index, child in enumerate(style) if child.tag in _AFTER_PARAGRAPH), len(style))
        style.insert(at, properties)
    for old in properties.findall(f"{W}{tag}"):
        properties.remove(old)
    before = {f"{W}{name}" for name in _ORDER[: _ORDER.index(tag)]}
    properties.insert(sum(child.tag in before for child in properties), deepcopy(wanted))


_AFTER_PARAGRAPH = {f"{W}{tag}" for tag in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")}
# The children of w:pPr in the order of the schema.
_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
)  # fmt: skip
