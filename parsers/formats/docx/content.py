"""Content as Word shows it: wrappers entered, deleted content left out, alternatives taken once."""

from collections.abc import Iterator

from lxml import etree

from parsers.formats.docx.names import (
    MC,
    MC_ALTERNATE,
    TRUE_VALUES,
    W_DRAWING,
    W_P,
    W_PICT,
    W_R,
    W_SDT,
    W_SDT_CONTENT,
    W_SYM,
    W_T,
    W_TBL,
    W_TC,
    W_TR,
    W_VAL,
    W,
)

ENTERED = frozenset(
    W + name for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "dir", "bdo", "sdtContent")
)
"""Wrappers that change nothing in what is read. Deletions (w:del, w:moveFrom) are entered nowhere."""

_READ = (W_P, W_TBL, W_TR, W_TC, W_R, W_T, W_DRAWING, W_PICT, W_SYM)


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The children of a story, table or row in order, with the content of wrappers in their place."""
    for child in element:
        tag = child.tag
        if tag in ENTERED:
            yield from children(child)
        elif tag == W_SDT:
            yield from children(control_content(child))
        elif tag == MC_ALTERNATE:
            yield from children(chosen(child))
        else:
            yield child


def control_content(control: etree._Element) -> etree._Element:
    """What a content control holds; an empty element where it shows only its placeholder."""
    content = control.find(W_SDT_CONTENT)
    placeholder = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if content is None or (placeholder is not None and is_on(placeholder)):
        return etree.Element(W_SDT_CONTENT)
    return content


def alternatives(alternate: etree._Element) -> list[etree._Element]:
    """The branches of mc:AlternateContent by preference: choices, then the fallback. Only one may be read."""
    return [*alternate.findall(MC + "Choice"), *alternate.findall(MC + "Fallback")]


def chosen(alternate: etree._Element) -> etree._Element:
    """The first branch of mc:AlternateContent that holds something to read; the last one where none does."""
    branches = alternatives(alternate)
    full = (branch for branch in branches if next(branch.iter(*_READ), None) is not None)
    return next(full, branches[-1] if branches else alternate)


def is_on(toggle: etree._Element) -> bool:
    """Whether a toggle property such as w:b or w:vanish is on."""
    return toggle.get(W_VAL) in TRUE_VALUES


def flag(properties: etree._Element | None, name: str) -> bool | None:
    """The value of a toggle among properties; None where it is not given."""
    toggle = properties.find(W + name) if properties is not None else None
    return None if toggle is None else is_on(toggle)


def value(properties: etree._Element | None, path: str) -> str | None:
    """The w:val of a property, by a path such as "w:numPr/w:numId"; None where it is not given."""
    found = properties.find(path.replace("w:", W)) if properties is not None else None
    return None if found is None else found.get(W_VAL)
