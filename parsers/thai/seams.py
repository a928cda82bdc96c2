"""Seams between the lines of a text that the text alone leaves open, closed as the same document closes them elsewhere.

A PDF and a hand-broken cell often hide whether a space stood at a line's end. Where Thai meets Thai, the words on both
sides mostly stand side by side on some other line of the document, with a space between them or without one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from parsers.thai.joining import may_begin_phrase, seam_between
from parsers.thai.letters import THAI_LETTERS
from parsers.thai.numerals import to_arabic

_REACH = 4
"""So many letters on either side of a seam are looked for elsewhere: fewer are found inside other words."""

_LONG_REACH = 10
"""So many letters are asked for where the words at a seam speak for a space and the document is to overrule them."""

_START = 5
"""So many letters tell the beginning of a phrase."""

_SPACED_SHARE = 0.85
"""A phrase that begins behind a space so often elsewhere may do so at a seam too."""

_LEAST_SEEN = 2

# How often a seam is closed wrongly, by what there is to close it by: measured on generated PDFs, rounded up.
_SEEN = 0.0
_USUALLY_SPACED = 0.08
_PHRASE_BY_WORDS = 0.08
_PERHAPS = 0.04
_NOTHING_KNOWN = 0.001
_INSIDE_NUMBER = 0.3

_THAI = re.compile(f"[{THAI_LETTERS}]")
_SEEN_SPACE = re.compile(r" +\n *| *\n +")
_SIDES_OF_A_NUMBER = re.compile(r"\d\n\d")
_SPACED = re.compile(rf"(?<=[{THAI_LETTERS}]) (?=[{THAI_LETTERS}])")


class _Seam(NamedTuple):
    """What stands before and behind a line end, without white space at it."""

    left: str
    right: str

    @property
    def key(self) -> str:
        """The letters on both sides."""
        return self.left[-_REACH:] + self.right[:_REACH]

    @property
    def long_key(self) -> str:
        """More letters on both sides."""
        return self.left[-_LONG_REACH:] + self.right[:_REACH]

    @property
    def start(self) -> str:
        """The letters that the line begins with."""
        return self.right[:_START]


class SeamMemory:
    """What a document shows of the seams that its texts leave open; `of` makes one."""

    def __init__(self, spaced: Counter[str], joined: Counter[str]) -> None:
        self._spaced = spaced
        self._joined = joined

    @classmethod
    def of(cls, texts: Iterable[str]) -> "SeamMemory":
        """The memory of a document's texts, whose lines are divided by "\\n"."""
        kept = list(texts)
        seams = [seam for text in kept for seam in _open_seams(text)]
        wanted = {key for seam in seams for key in (seam.key, seam.long_key, seam.start)}
        spaced: Counter[str] = Counter()
        joined: Counter[str] = Counter()
        if seams:
            lines = _SEEN_SPACE.sub(" ", "\n".join(kept))
            spaced.update(_spaced_in(lines, wanted))
            joined.update(_joined_in(lines, wanted))
        return cls(spaced, joined)

    def closed(self, text: str) -> str:
        """`text` with those seams closed that the document shows elsewhere: by a space, or without one."""
        if "\n" not in text:
            return text
        lines = text.split("\n")
        closings = dict(self._closings(lines))
        last = len(lines) - 1
        return "".join(line + ("" if i == last else closings.get(i, "\n")) for i, line in enumerate(lines))

    def _closings(self, lines: list[str]) -> Iterator[tuple[int, str]]:
        """By the 0-based index of the line before it, what closes a seam."""
        for index, seam in _seams(lines):
            seen = self._seen(seam)
            if seen is not None:
                yield index, seen

    def certainty(self, text: str) -> float:
        """How sure it is, 0 to 1, that all seams of `text` are closed as the writer meant.

        A number that a line end may have cut ("3" over "2 คน") is the least sure of all.
        """
        if "\n" not in text:
            return 1.0
        lines = text.split("\n")
        certainty = 1.0
        for _, seam in _seams(lines):
            certainty *= 1.0 - self._doubt(seam)
        broken = len(_SIDES_OF_A_NUMBER.findall(to_arabic(text)))
        return certainty * (1.0 - _INSIDE_NUMBER) ** broken

    def _seen(self, seam: _Seam) -> str | None:
        """What stands at the seam elsewhere, a space or nothing; None where neither or both were seen."""
        by_words = seam_between(seam.left, seam.right)
        key = seam.long_key if by_words else seam.key
        spaced, joined = self._spaced[key] > 0, self._joined[key] > 0
        if spaced == joined:
            return None
        return " " if spaced else ""

    def _doubt(self, seam: _Seam) -> float:
        if self._seen(seam) is not None:
            return _SEEN
        if seam_between(seam.left, seam.right):
            return _PHRASE_BY_WORDS
        spaced, joined = self._spaced[seam.start], self._joined[seam.start]
        if spaced >= _LEAST_SEEN and spaced >= _SPACED_SHARE * (spaced + joined):
            return _USUALLY_SPACED
        if may_begin_phrase(seam.right):
            return _PERHAPS
        return _NOTHING_KNOWN if joined < _LEAST_SEEN else _SEEN


def _seams(lines: list[str]) -> Iterator[tuple[int, _Seam]]:
    """The open seams with the 0-based index of the line before each: Thai letters on both sides and no space seen."""
    for index, (left, right) in enumerate(pairwise(lines)):
        if left and right and _THAI.match(left[-1]) and _THAI.match(right[0]):
            yield index, _Seam(left, right)


def _open_seams(text: str) -> Iterator[_Seam]:
    if "\n" in text:
        yield from (seam for _, seam in _seams(text.split("\n")))


def _spaced_in(lines: str, wanted: set[str]) -> Iterator[str]:
    """The wanted letters that stand in `lines` with a space between their sides, or before them, each time."""
    for match in _SPACED.finditer(lines):
        left, right = match.start(), match.start() + 1
        after = lines[right : right + _REACH]
        for reach in (_REACH, _LONG_REACH):
            if (key := lines[max(0, left - reach) : left] + after) in wanted:
                yield key
        if (start := lines[right : right + _START]) in wanted:
            yield start


def _joined_in(lines: str, wanted: set[str]) -> Iterator[str]:
    """The wanted letters that stand in `lines` without a space, each time."""
    for place in range(_REACH, len(lines)):
        for reach in (_REACH, _LONG_REACH):
            if (key := lines[max(0, place - reach) : place + _REACH]) in wanted:
                yield key
        if (start := lines[place : place + _START]) in wanted and _THAI.match(lines[place - 1]):
            yield start
