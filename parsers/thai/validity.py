"""The grammar of Thai letters: which marks may stand where.

It judges spelling's form, not words, and is lenient: every word of the dictionary and every plain
transliteration passes. What fails was not typed by a person who looked at it.
"""

import re

from parsers.thai.letters import CONSONANTS, DEPENDENTS, LEADING_VOWELS, TONE_MARKS
from schemas.document import GOES_ON

# "\n" is let through before and after: a line of a cell may end inside a syllable. The first letter is
# matched by itself so that the search skips consonants quickly; each alternative then looks at it again.
_LINE_END = f"\n{GOES_ON}"
_FIRST = f"[{DEPENDENTS}{LEADING_VOWELS}]"
_MISPLACED = (
    rf"(?<=[\u0e31\u0e34-\u0e3a\u0e47\u0e4e])(?<![{CONSONANTS}\n].)",
    rf"(?<=[{TONE_MARKS}])(?<![{CONSONANTS}\u0e31\u0e34-\u0e39\n].)",
    rf"(?<=\u0e4c)(?<![{CONSONANTS}\u0e34\u0e35\u0e38\u0e39\n].)",
    rf"(?<=\u0e4d)(?<![{CONSONANTS}\u0e34\u0e38\u0e39\n].)",
    # sara a also closes เ-า-ะ ("เกาะ").
    rf"(?<=\u0e30)(?<![{CONSONANTS}{TONE_MARKS}\u0e32\n].)",
    rf"(?<=[\u0e32\u0e33\u0e45])(?<![{CONSONANTS}{TONE_MARKS}\n].)",
    rf"(?<=[{LEADING_VOWELS}])(?![{CONSONANTS}{_LINE_END}])",
    # Mai han akat and sara uee stand inside a syllable: a letter follows ("วัน", "คืน").
    rf"(?<=[\u0e31\u0e37])[{TONE_MARKS}]?(?![{CONSONANTS}{_LINE_END}{TONE_MARKS}])",
    rf"(?<=\u0e40)[{CONSONANTS}][{TONE_MARKS}]?\u0e33",
    rf"(?<=[\u0e41-\u0e44])[{CONSONANTS}][{TONE_MARKS}]?[\u0e32\u0e33](?!\u0e30)",
)
_INVALID = re.compile(rf"{_FIRST}(?:{'|'.join(_MISPLACED)})")


def invalid_clusters(text: str) -> tuple[tuple[int, int], ...]:
    """The spans (start, end; 0-based, end excluded) of `text` that no Thai syllable can have."""
    return tuple(match.span() for match in _INVALID.finditer(text))


def is_valid(text: str) -> bool:
    """Whether no cluster of `text` is impossible; text without Thai letters is valid."""
    return _INVALID.search(text) is None


def is_damaged(text: str) -> bool:
    """Whether some cluster of `text` is impossible."""
    return not is_valid(text)
