"""Mending of marks: rules that need no knowledge of words, because what they change is never valid.

Each rule is (kind, pattern, replacement); the kinds are named in the note on repaired text. The same
rules serve Word, where people typed the fault, and PDF, where a program made it.
"""

import re
from collections.abc import Callable

from parsers.thai.letters import CONSONANTS, MARKS, THAI_LETTERS, TONE_MARKS
from parsers.thai.validity import invalid_clusters, is_valid
from schemas.document import GOES_ON
from schemas.vocabulary import vocabulary_cache

_CACHED_TEXTS = 8192
_PASSES = 3

# Zero-width characters, direction marks, BOM and soft hyphen; Word for Thai uses U+200B as a break hint. A word
# joiner at a line's end says how the line goes on.
_INVISIBLE = re.compile(f"(?:[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]|{GOES_ON}(?!\n))+")
_NO_BREAK_SPACE = re.compile("\u00a0")

_CLUSTER = re.compile(rf"([{CONSONANTS}])([{MARKS}]{{2,}})")
_PLACES = dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e3a", 0)
_TONE_PLACE, _LAST_PLACE = 1, 2


def _place(mark: str) -> int:
    """The order of typing: vowel sign, then tone, then thanthakhat or nikhahit."""
    if re.match(f"[{TONE_MARKS}]", mark):
        return _TONE_PLACE
    return _PLACES.get(mark, _LAST_PLACE)


def _ordered(match: re.Match[str]) -> str:
    """The cluster with each mark once and in the order of typing; as it was where it is valid already."""
    if is_valid(match[0] + "ก"):
        return match[0]
    return match[1] + "".join(sorted(dict.fromkeys(match[2]), key=_place))


_Replacement = str | Callable[[re.Match[str]], str]

_RULES: tuple[tuple[str, re.Pattern[str], _Replacement], ...] = (
    ("double-e", re.compile("\u0e40\u0e40"), "\u0e41"),
    ("doubled", re.compile("([\u0e41-\u0e44\u0e33])\\1+"), r"\1"),
    # A space between letter and mark: PDF producers place marks as words of their own.
    # Before a tone mark with sara aa the space is a lost nikhahit ("น ้า"), which words must decide.
    ("split", re.compile(rf"(?<=[{THAI_LETTERS}]) {{1,2}}(?=[{MARKS}\u0e33])(?![{TONE_MARKS}]\u0e32)"), ""),
    ("order", re.compile(rf"([\u0e30\u0e32])([{TONE_MARKS}])"), r"\2\1"),
    # Sara am typed or printed as nikhahit and sara aa, in any order with a tone mark between.
    ("sara-am", re.compile(rf"([{TONE_MARKS}]?)\u0e4d([{TONE_MARKS}]?) ?\u0e32"), "\\1\\2\u0e33"),
    ("sara-am", re.compile("\u0e32\u0e4d"), "\u0e33"),
    ("sara-am", re.compile(rf"\u0e33([{TONE_MARKS}])"), "\\1\u0e33"),
    ("sara-am", re.compile("\u0e33[\u0e32\u0e4d]+"), "\u0e33"),
    ("sara-ue", re.compile("\u0e34\u0e4d|\u0e4d\u0e34"), "\u0e36"),
    ("order", _CLUSTER, _ordered),
)


def drop_invisible(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without invisible characters and with plain spaces, and the kinds of what was changed."""
    kinds = []
    visible = _INVISIBLE.sub("", text)
    if visible != text:
        kinds.append("invisible")
    spaced = _NO_BREAK_SPACE.sub(" ", visible)
    if spaced != visible:
        kinds.append("space")
    return spaced, tuple(kinds)


def _one_pass(text: str) -> tuple[str, list[str]]:
    kinds = []
    for kind, pattern, replacement in _RULES:
        mended = pattern.sub(replacement, text)
        if mended != text:
            kinds.append(kind)
            text = mended
    return text, kinds


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def mend_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with its marks in order, and the kinds of what was mended; valid text comes back as it is.

    A text that would not become better (fewer impossible clusters) is left alone.
    """
    if is_valid(text):
        return text, ()
    mended, kinds = text, dict[str, None]()
    for _ in range(_PASSES):
        again, found = _one_pass(mended)
        kinds.update(dict.fromkeys(found))
        if again == mended:
            break
        mended = again
    if len(invalid_clusters(mended)) >= len(invalid_clusters(text)):
        return text, ()
    return mended, tuple(kinds)
