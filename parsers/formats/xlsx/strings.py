"""Texts as SpreadsheetML stores them: shared, rich, escaped."""

import re

from lxml import etree

from parsers.formats.xlsx.names import S

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


def shared_strings(root: etree._Element | None) -> list[str]:
    """The texts of an sst part by their index."""
    return [rich_text(item) for item in root.iterchildren(S + "si")] if root is not None else []


def rich_text(item: etree._Element) -> str:
    """The text of an si or is element: its own or that of its runs, without phonetic guides."""
    texts = (*item.iterfind(S + "t"), *item.iterfind(f"{S}r/{S}t"))
    return unescaped("".join(text.text or "" for text in texts))


def unescaped(text: str) -> str:
    """The text with "_x000D_" and its like as characters (ECMA-376 part 1, 22.4.2.4); lines end in "\\n"."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if code in _SURROGATES or code == 0 else chr(code)
