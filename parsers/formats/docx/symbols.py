"""Characters of symbol fonts (Wingdings and its like) as Unicode."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_CODE = re.compile(r"[0-9A-Fa-f]{2,4}")
_PRIVATE_USE_BASE = 0xF000
"""Word keeps a symbol font's codes at U+F020-F0FF."""


@cache
def _fonts() -> dict[str, dict[int, str]]:
    text = files("parsers.formats.docx").joinpath("symbols.toml").read_text("utf-8")
    return {
        font: {int(code, 16): character for code, character in table.items()}
        for font, table in tomllib.loads(text).items()
    }


def is_symbol_font(font: str | None) -> bool:
    """Whether characters in this font show other signs than their codes say."""
    return font is not None and font.lower() in _fonts()


def mentions_symbol_font(xml: bytes) -> bool:
    """Whether a symbol font's name stands anywhere in a part; much faster than a look at each run."""
    families = {font.split()[0].title() for font in _fonts()}
    return any(f'"{family}'.encode() in xml for family in families)


def symbol(code: int, font: str | None) -> str:
    """The sign that a code shows in a font; the character of the code itself where the sign is not known."""
    small = code - _PRIVATE_USE_BASE if _PRIVATE_USE_BASE <= code <= _PRIVATE_USE_BASE + 0xFF else code
    return _fonts().get((font or "").lower(), {}).get(small) or chr(code)


def symbol_of(code: str, font: str | None) -> str:
    """The sign of a code in hex digits as w:sym gives it; nothing for a code that is none."""
    return symbol(int(code, 16), font) if _CODE.fullmatch(code) else ""


def shown(text: str, ascii_font: str | None, high_font: str | None) -> str:
    """The text with Latin and private-use characters as their fonts show them; Thai is left as it is."""
    return "".join(_shown(character, ascii_font, high_font) for character in text)


def _shown(character: str, ascii_font: str | None, high_font: str | None) -> str:
    code = ord(character)
    if code < 0x80:
        return symbol(code, ascii_font)
    if code <= 0xFF or _PRIVATE_USE_BASE <= code <= _PRIVATE_USE_BASE + 0xFF:
        return symbol(code, high_font)
    return character
