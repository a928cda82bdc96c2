"""Marks in month cells that are typed, not drawn."""

import re

from schemas.vocabulary import load, vocabulary_cache

_CACHED_TEXTS = 1024
_BLANK = re.compile("[\\s\u200b-\u200f\u2060\ufeff]+")


@vocabulary_cache()
def _pattern() -> re.Pattern[str]:
    """One or more marks, or a line of `shortest_line` letters or more, or a shorter one with a head."""
    data = load("month_marks")
    marks = "|".join(map(re.escape, data["marks"]))
    heads, line = re.escape(data["arrow_heads"]), re.escape(data["line_letters"])
    shortest = data["shortest_line"]
    arrow = rf"[{heads}][{line}]*[{heads}]?|[{line}]+[{heads}]"
    return re.compile(rf"(?:{marks})+|(?:{arrow})+|[{heads}]?[{line}]{{{shortest},}}[{heads}]?")


@vocabulary_cache(maxsize=_CACHED_TEXTS)
def is_month_mark(text: str) -> bool:
    """Whether `text` marks its month ("↔", "<-->", "✓", "X", "-----"); a single "-" does not, nor a blank."""
    letters = _BLANK.sub("", text)
    return bool(letters) and _pattern().fullmatch(letters) is not None
