"""Letters that a font's private encoding hides: private-use glyphs, and TIS-620 shown as Latin-1."""

import re

from parsers.thai.letters import CONSONANTS, THAI_LETTERS
from parsers.thai.validity import invalid_clusters, is_valid

# The glyph variants of the Windows Thai fonts (U+F700-F71A): the same letters drawn lower, or moved to the
# left beside a tall consonant, or without their foot.
_TONES_AND_KILLER = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_GLYPHS = (
    "\u0e10"
    + "\u0e34\u0e35\u0e36\u0e37"
    + _TONES_AND_KILLER * 2
    + "\u0e0d\u0e31\u0e4d\u0e47"
    + _TONES_AND_KILLER
    + "\u0e38\u0e39\u0e3a"
)
_PRIVATE_USE = {0xF700 + place: letter for place, letter in enumerate(_GLYPHS)}
_PRIVATE_USE_LETTER = re.compile("[\uf700-\uf71a]")

_TIS_620_OFFSET = 0x0E00 - 0xA0
_FEWEST_LETTERS = 3
_FEWEST_CONSONANTS = 2
_LATIN_RUN = re.compile(rf"[\u00a1-\u00fb]{{{_FEWEST_LETTERS},}}")
_UNASSIGNED = re.compile("[\u0e3b-\u0e3e\u0e5c-\u0e5f]")
# One leaked letter counts only where it touches Thai; signs such as ° and × do stand beside Thai.
_LATIN_MARK = "[\u00d1\u00d4-\u00d6\u00d8-\u00da\u00e0-\u00e4\u00e7-\u00ee]"
_LEAKED = re.compile(rf"(?<=[{THAI_LETTERS}]){_LATIN_MARK}+|{_LATIN_MARK}+(?=[{CONSONANTS}])")


def _as_thai(match: re.Match[str]) -> str:
    """The match's Latin-1 letters as the TIS-620 bytes that they are."""
    return "".join(chr(ord(letter) + _TIS_620_OFFSET) for letter in match[0])


def _run_as_thai(match: re.Match[str]) -> str:
    thai = _as_thai(match)
    consonants = len(re.findall(f"[{CONSONANTS}]", thai))
    plausible = consonants >= _FEWEST_CONSONANTS and is_valid(thai) and not _UNASSIGNED.search(thai)
    return thai if plausible else match[0]


def map_private_use(text: str) -> str:
    """`text` with the Windows Thai fonts' private-use glyphs as the letters that they draw."""
    return text.translate(_PRIVATE_USE) if _PRIVATE_USE_LETTER.search(text) else text


def map_latin(text: str) -> str:
    """`text` with TIS-620 that was read as Latin-1 made Thai; as it was where the result would not be valid.

    Runs of such letters ("á¼¹§Ò¹" for "แผนงาน") must give valid Thai; single ones that leaked into Thai
    words ("à" for "เ", "é" for a tone mark) must not make the text worse.
    """
    mapped = _LATIN_RUN.sub(_run_as_thai, text)
    leaked = _LEAKED.sub(_as_thai, mapped)
    return leaked if len(invalid_clusters(leaked)) <= len(invalid_clusters(mapped)) else mapped
