"""The state of a document's text layer: what its fonts do to every text, judged over all texts together.

One line alone cannot tell "จาน วน" from a "จำนวน" that lost its nikhahit; a whole document can.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.thai.lattice import as_read, cheapest
from parsers.thai.slots import STRICT, Layer, runs, slots_of
from parsers.thai.validity import invalid_clusters

_SARA_AA, _SARA_AM = "\u0e32", "\u0e33"

# Plans have about one sara am to ten sara aa.
_LOW_SARA_AM_SHARE = 0.05
_FEWEST_SARA_AA = 40
"""Below this many sara aa a share says nothing."""
_FEWEST_WORDS = 3
"""Distinct runs that must become words before a fault is taken for the font's."""
_LOST_SHARE = 0.008
"""Runs that sara am makes words of, against all sara aa: about 0.02 where every sara am is lost, because many
are words with sara aa, too ("จานวน")."""
_FEWEST_FAULTY_LINES = 2
_SAMPLE_LINES = 600
_FEWEST_INVALID = 3


class _Letters(NamedTuple):
    """Lines by what sara aa and sara am in them suggest."""

    with_aa: list[str]
    only_am: list[str]
    aa_count: int
    am_count: int
    invalid_count: int


def judge_layer(texts: Iterable[str]) -> Layer:
    """What the fonts of a PDF do to its texts, these already mended as a sound layer's.

    Only what looks suspicious in its letters needs the lexicon.
    """
    letters = _counted(_lines_of(texts))
    return Layer(
        am_lost=_suspects_loss(letters) and _loses_sara_am(letters),
        am_for_aa=len(letters.only_am) >= _FEWEST_FAULTY_LINES and _prints_am_for_aa(letters.only_am),
        moved=letters.invalid_count >= _FEWEST_INVALID,
    )


def _counted(lines: Iterable[str]) -> _Letters:
    with_aa, only_am, aa_count, am_count, invalid_count = [], [], 0, 0, 0
    for line in lines:
        aa, am = line.count(_SARA_AA), line.count(_SARA_AM)
        invalid_count += len(invalid_clusters(line))
        if aa:
            with_aa.append(line)
            aa_count, am_count = aa_count + aa, am_count + am
        elif am > 1:
            only_am.append(line)
    return _Letters(with_aa, only_am, aa_count, am_count, invalid_count)


def _suspects_loss(letters: _Letters) -> bool:
    enough = letters.aa_count >= _FEWEST_SARA_AA
    return enough and letters.am_count < _LOW_SARA_AM_SHARE * (letters.aa_count + letters.am_count)


def _sample(lines: list[str]) -> list[str]:
    """At most `_SAMPLE_LINES` lines, evenly over the document."""
    return lines[:: max(1, len(lines) // _SAMPLE_LINES)]


def _gains(line: str) -> set[str]:
    """The runs of `line` that have letters outside of words as read, and fewer by the strict alternatives."""
    gained = set()
    for run in runs(line):
        slots = slots_of(run[0], STRICT)
        before = cheapest(as_read(slots))
        if before.unknown and cheapest(slots).unknown < before.unknown:
            gained.add(run[0])
    return gained


def _loses_sara_am(letters: _Letters) -> bool:
    sample = _sample(letters.with_aa)
    gained = set[str]().union(*map(_gains, sample))
    sara_aa = sum(line.count(_SARA_AA) for line in sample)
    return len(gained) >= max(_FEWEST_WORDS, _LOST_SHARE * sara_aa * _distinct_share(sample))


def _distinct_share(lines: list[str]) -> float:
    """Distinct lines against all: gained runs are counted once each."""
    return len(set(lines)) / len(lines)


def _prints_am_for_aa(lines: list[str]) -> bool:
    sample = _sample(list(dict.fromkeys(lines)))
    gained = [line for line in sample if _gains(line)]
    return len(gained) >= _FEWEST_FAULTY_LINES and 2 * len(gained) >= len(sample)


def _lines_of(texts: Iterable[str]) -> Iterator[str]:
    """The lines of many texts, those without Thai vowels left out."""
    for text in texts:
        if re.search(f"[{_SARA_AA}{_SARA_AM}]", text):
            yield from text.split("\n")
