"""Where a PDF's Thai may be damaged, as slots of alternatives for the lattice."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.thai.lattice import Option, Slot
from parsers.thai.letters import (
    CONSONANTS,
    DEPENDENTS,
    LEADING_VOWELS,
    MARKS,
    THAI_LETTERS,
    TONE_MARKS,
    VOWEL_MARKS,
)
from schemas.vocabulary import vocabulary_cache

_SARA_AA, _SARA_AM = "\u0e32", "\u0e33"

DOUBT_PRICE = 6.0
"""The price of a change that nothing but words speaks for; under the cost of one unknown letter."""
MOVE_PRICE = SPACE_PRICE = 10.0
"""Moving a mark and dropping a space: dear enough that two common words are not pulled into one ("ที่ ดิน")."""
TORN_AA_PRICE = 1.0
_CACHED_RUNS = 4096


class Layer(NamedTuple):
    """What a document's fonts do to its text.

    `am_lost`: sara am is printed as sara aa without a trace. `am_for_aa`: some font has sara am for every
    sara aa. `moved`: marks stand beside their letters. `strict`: nothing is known of the document.
    """

    am_lost: bool = False
    am_for_aa: bool = False
    moved: bool = False
    strict: bool = False


SOUND = Layer()
STRICT = Layer(am_lost=True, am_for_aa=True, moved=True, strict=True)
"""For a text of which nothing more is known: all alternatives, each at the price of doubt."""

# A space that may be none: after a mark or a leading vowel, before a vowel that needs its letter.
_LOOSE_SPACE = (
    rf"(?:(?<=[{MARKS}{LEADING_VOWELS}]) (?=[{THAI_LETTERS}])"
    rf"|(?<=[{THAI_LETTERS}]) {{1,2}}(?=[{DEPENDENTS}]))"
)
_RUN = re.compile(rf"[{THAI_LETTERS}]+(?:(?:\n|{_LOOSE_SPACE})[{THAI_LETTERS}]+)*")

# A torn sara am: its nikhahit became a space ("จ านวน", "น ้า", "น้ า").
_TORN_AM = re.compile(rf"(?<=[{CONSONANTS}{TONE_MARKS}]) {{1,2}}([{TONE_MARKS}]?)\u0e32")
# "ต้งั" for "ตั้ง": the vowel sign went one letter too far, its tone mark stayed.
_TORN = re.compile(rf"([{CONSONANTS}])([{TONE_MARKS}])([{CONSONANTS}])([{VOWEL_MARKS}])")
# "ขนึ้" for "ขึ้น", "วตั" for "วัต": all marks went one letter too far.
_CARRIED = re.compile(rf"([{CONSONANTS}])([{CONSONANTS}])([{MARKS}]+)")


def runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of Thai letters in `text`, with the spaces and line ends in them that may be none."""
    return _RUN.finditer(text)


@vocabulary_cache(maxsize=_CACHED_RUNS)
def slots_of(run: str, layer: Layer) -> tuple[Slot, ...]:
    """The slots of `run`, one a letter: what was read, and what `layer` lets it be."""
    return tuple(_slot_at(run, place, layer) for place in range(len(run)))


def has_torn_am(text: str) -> bool:
    """Whether a sara am was torn into a space and sara aa somewhere in `text`."""
    return _TORN_AM.search(text) is not None


def without_torn_am(text: str) -> str:
    """`text` with every torn sara am whole, right or wrong; for judging what else is broken."""
    return _TORN_AM.sub(rf"\1{_SARA_AM}", text)


def _slot_at(run: str, place: int, layer: Layer) -> Slot:
    letter = run[place]
    if letter == "\n":
        return (Option(letter, ""),)
    if letter == " ":
        return (Option(letter, " "), *_torn_am(run, place), Option("", "", SPACE_PRICE))
    moved = _moved(run, place) if layer.moved else ()
    return (Option(letter, letter), *moved, *_sara(run, letter, layer))


def _torn_am(run: str, place: int) -> tuple[Option, ...]:
    """What a space before sara aa may have been: first of all the nikhahit of a sara am."""
    torn = _TORN_AM.match(run, place)
    if torn is None:
        return ()
    whole, lone = torn[1] + _SARA_AM, torn[1] + _SARA_AA
    return Option(whole, whole, 0.0, len(torn[0])), Option(lone, lone, TORN_AA_PRICE, len(torn[0]))


def _moved(run: str, place: int) -> tuple[Option, ...]:
    """The letters from `place` with their marks put back, where marks may have gone too far."""
    meant = []
    if torn := _TORN.match(run, place):
        first, tone, second, vowel = torn.groups()
        meant.append(first + vowel + tone + second)
    # Of two equal letters neither reading is the likelier.
    if (carried := _CARRIED.match(run, place)) and carried[1] != carried[2]:
        first, second, marks = carried.groups()
        meant.append(first + marks + second)
    return tuple(Option(letters, letters, MOVE_PRICE, len(letters)) for letters in meant)


def _sara(run: str, letter: str, layer: Layer) -> tuple[Option, ...]:
    """What sara aa or sara am may have been; sara am stands for sara aa only where the run has no sara aa."""
    price = DOUBT_PRICE if layer.strict else 0.0
    if letter == _SARA_AA and layer.am_lost:
        return (Option(_SARA_AM, _SARA_AM, price),)
    if letter == _SARA_AM and layer.am_for_aa and _SARA_AA not in run:
        return (Option(_SARA_AA, _SARA_AA, price),)
    return ()
