"""How much of a text cannot be Thai: the measure that chooses between sources of text.

It knows the spelling rules of single clusters only (which sign may follow which), no words.
"""

import re

_CONSONANT = "ก-ฮ"
_ABOVE_OR_BELOW_VOWEL = "\u0e31\u0e34-\u0e39\u0e47"
_TONE = "\u0e48-\u0e4b"
_SILENT = "\u0e4c"
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"

# The usual private-use glyphs are mended without doubt later, so they count as what they stand for.
_PRIVATE_USE = str.maketrans(
    {
        **{chr(0xF701 + i): chr(0x0E34 + i) for i in range(4)},
        **{chr(0xF705 + i): chr(0x0E48 + i) for i in range(5)},
        **{chr(0xF70A + i): chr(0x0E48 + i) for i in range(5)},
        **{chr(0xF713 + i): chr(0x0E48 + i) for i in range(5)},
        **{chr(0xF718 + i): chr(0x0E38 + i) for i in range(3)},
        "\uf700": "ฐ",
        "\uf70f": "ญ",
        "\uf710": "\u0e31",
        "\uf711": "\u0e4d",
        "\uf712": "\u0e47",
    }
)

# So is the nikhahit that Word lost ("จ านวน"): the same in every reading of a file, it chooses nothing.
_LOST_NIKHAHIT = re.compile(f"(?<=[{_CONSONANT}{_TONE}]) (?=า)")

_IMPOSSIBLE = re.compile(
    "|".join(
        (
            f"(?<![{_CONSONANT}{_MARK}])[{_MARK}]",  # a mark without its letter
            f"[{_TONE}][{_TONE}{_ABOVE_OR_BELOW_VOWEL}]",  # two tone marks, or the vowel after its tone mark
            f"[{_ABOVE_OR_BELOW_VOWEL}]{{2}}",
            f"{_SILENT}[{_MARK}]",
            f"(?<![{_CONSONANT}{_MARK}])[าำ]",
            f"(?<![{_CONSONANT}{_MARK}า])ะ",
            f"[เ-ไ](?![{_CONSONANT}])",
            "[\ufffd\x00-\x08]",
        )
    )
)
_THAI = re.compile("[ก-\u0e4e]")


def impossible_places(text: str) -> int:
    """How many places of `text` break the rules of Thai clusters; lines are divided by "\\n"."""
    return sum(1 for _ in _IMPOSSIBLE.finditer(_settled(text)))


def _settled(text: str) -> str:
    """The text with the faults mended that every reading of the file shares and that repair is sure of."""
    return _LOST_NIKHAHIT.sub("", text.translate(_PRIVATE_USE)).replace("\u0e4dา", "ำ")


def impossible_share(text: str) -> float:
    """Impossible places for each Thai character of `text`, 0.0 for a text without Thai."""
    letters = sum(1 for _ in _THAI.finditer(text.translate(_PRIVATE_USE)))
    return impossible_places(text) / letters if letters else 0.0
