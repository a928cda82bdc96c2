"""How alike two names of projects are, and which of their parts tell two projects of one name apart.

Names are compared as `parsers.thai.name_reading` takes them apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from parsers.thai.name_reading import FAR_NAMES, NameReading, read_name, word_weight

__all__ = [
    "FAR_NAMES",
    "NameReading",
    "contradicts",
    "is_same_name",
    "likeness",
    "mistyped_likeness",
    "part_likeness",
    "read_name",
    "word_likeness",
    "word_weight",
]

VETO = 0.3
"""The likeness of names that are alike but for a part that tells them apart is at most this."""
ONE_SIDED_PART = 0.93
"""Factor where one name has a distinguishing part and the other is silent about it."""
WIDER_NUMBERS = 0.8
"""Factor where one name has more village numbers, points or phases than the other ("หมู่ที่ 1" and "หมู่ที่ 1-5")."""
OTHER_SERIAL = 0.8
"""Factor for another ครั้งที่ or รุ่นที่: another round of one project."""
OTHER_NUMBERS = 0.75
"""Factor where each name has a number that the other lacks ("ขนาด 1 ตัน" and "ขนาด 6 ตัน")."""

_TYPO_LIKENESS = 70.0
"""Per cent of letters in order from which what is left of both names counts as one word mistyped."""
_HELD_LIKENESS = 80.0
"""Likewise for a rest that stands within a longer one."""
_SUBSTITUTION_COST = 0.6
"""How much more a word in place of another costs than a word left out."""
_SHORTEST_MISTYPED_NAME = 5
_SHORTEST_KIN = 4
_LETTERS_PER_SLIP = 12
_MOST_SLIPS = 3

WordWeight = Callable[[str], float]


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0.0 to 1.0.

    1.0 for names that differ only in spelling variants, digits, spaces, years and leading words such as โครงการ;
    at most VETO where a distinguishing part differs: another village, point, soi, school or temple.
    """
    first, second = read_name(one), read_name(other)
    if is_same_name(first, second):
        return 1.0
    mistyped = mistyped_likeness(first, second)
    if mistyped is not None:
        return mistyped
    return min(0.99, word_likeness(first, second) * part_likeness(first, second))


def is_same_name(one: NameReading, other: NameReading) -> bool:
    """Whether two names differ only in how they are written.

    Where names end is sometimes a guess that a space decides, so equal letters are equal names if numbers agree.
    """
    return one.key == other.key or (one.whole == other.whole and _numbers_of(one) == _numbers_of(other))


def _numbers_of(name: NameReading) -> tuple[object, ...]:
    numbered = {kind: values for kind, values in name.parts.items() if not kind.endswith(" name")}
    return numbered, name.serials, name.numbers


def mistyped_likeness(one: NameReading, other: NameReading) -> float | None:
    """The share of right letters where one whole name is the other with a few slips; None where it is not.

    A slip may hide a distinguishing part ("หมู่ท่ 3"); digits must agree, and no part may contradict.
    """
    slips = _slips_of_the_finger(one.whole, other.whole)
    if slips is None or _digits(one.whole) != _digits(other.whole) or contradicts(one.parts, other.parts):
        return None
    return 1.0 - max(1, slips) / max(1, len(one.whole), len(other.whole))


def part_likeness(one: NameReading, other: NameReading) -> float:
    """The factor that distinguishing parts, serials and numbers give to the likeness of the words."""
    if contradicts(one.parts, other.parts):
        return VETO
    factor = 1.0
    for kind in (one.parts.keys() | other.parts.keys()) - FAR_NAMES:
        mine, theirs = one.parts.get(kind), other.parts.get(kind)
        if not mine or not theirs:
            factor = min(factor, ONE_SIDED_PART)
        elif len(mine) != len(theirs):
            factor = min(factor, WIDER_NUMBERS)
    if one.serials and other.serials and one.serials != other.serials:
        factor *= OTHER_SERIAL
    if one.numbers - other.numbers and other.numbers - one.numbers:
        factor *= OTHER_NUMBERS
    return factor


def contradicts(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    """Whether of one kind each side has a part that the other lacks: หมู่ที่ 3 against หมู่ที่ 5.

    A side that is silent about a kind, or says less of it, does not contradict. Names may differ by one letter.
    """
    return any(_apart(one[kind], other[kind]) for kind in one.keys() & other.keys())


def word_likeness(
    one: NameReading, other: NameReading, weight: WordWeight | None = None, omission_cost: float = 1.0
) -> float:
    """How alike the words of two names are, 0.0 to 1.0, whatever their order; no part is looked at.

    `weight` says what a word is worth; without it, its letters, and little for words such as การ. A word that
    one name has beyond the other costs `omission_cost` of its worth.
    """
    slips = _slips_of_the_finger(one.letters, other.letters)
    if slips is not None:
        return 1.0 - slips / max(1, len(one.letters), len(other.letters))
    worth = weight or word_weight
    mine, theirs = Counter(one.words), Counter(other.words)
    both, left, right = mine & theirs, mine - theirs, theirs - mine
    common = 2 * _worth(both, worth)
    only_left, only_right = _worth(left, worth), _worth(right, worth)
    total = common + only_left + only_right
    if total == 0:
        return 1.0 if not one.key or not other.key else _ratio(one.key, other.key)
    rests = _in_order(one.words, left), _in_order(other.words, right)
    near = _mistyped(*rests)
    if near:
        return (common + near * (only_left + only_right)) / total
    kin = max(_kin_worth(left, right, worth), _held(*rests) * min(only_left, only_right))
    common, only_left, only_right = common + 2 * kin, only_left - kin, only_right - kin
    replaced = 2 * max(0.0, min(only_left, only_right))
    omitted = abs(only_left - only_right)
    counted = common + replaced + omission_cost * omitted
    return max(0.0, (common - _SUBSTITUTION_COST * replaced) / counted)


# ---- distinguishing parts ----


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    mine = [value for value in one if not any(_same_part(value, its) for its in other)]
    theirs = [value for value in other if not any(_same_part(value, its) for its in one)]
    return bool(mine and theirs)


def _same_part(one: str, other: str) -> bool:
    """Equal, or names that one slip of a finger tells apart; of numbers a slip makes another number."""
    if one == other:
        return True
    if one.removeprefix("บ้าน") == other.removeprefix("บ้าน"):
        return True
    if min(len(one), len(other)) < _SHORTEST_MISTYPED_NAME or _digits(one) != _digits(other):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (help must not pay for it)

    return OSA.distance(one, other, score_cutoff=1) <= 1


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


# ---- words ----


def _worth(words: Counter[str], weight: WordWeight) -> float:
    return sum(weight(word) * times for word, times in words.items())


def _kin_worth(left: Iterable[str], right: Iterable[str], weight: WordWeight) -> float:
    """What words on both sides are worth of which one holds the other ("ฝึกอบรม", "อบรม")."""
    rest, worth = set(right), 0.0
    for word in left:
        kin = next((its for its in rest if _is_kin(word, its)), None)
        if kin is not None:
            rest.discard(kin)
            worth += min(weight(word), weight(kin))
    return worth


def _is_kin(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_KIN and (one in other or other in one)


def _slips_of_the_finger(one: str, other: str) -> int | None:
    """How many letters differ where they are so few that one text is the other mistyped; None for more."""
    allowed = min(_MOST_SLIPS, min(len(one), len(other)) // _LETTERS_PER_SLIP)
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (help must not pay for it)

    slips = OSA.distance(one, other, score_cutoff=allowed)
    return slips if slips <= allowed else None


def _in_order(words: Iterable[str], chosen: Counter[str]) -> str:
    return "".join(word for word in words if word in chosen)


def _mistyped(one: str, other: str) -> float:
    """How surely two rests are one text mistyped: their likeness, 0.0 below _TYPO_LIKENESS."""
    if not one or not other:
        return 0.0
    ratio = _ratio(one, other)
    return ratio if 100 * ratio >= _TYPO_LIKENESS else 0.0


def _held(one: str, other: str) -> float:
    """How surely the shorter rest stands, perhaps mistyped, within the longer; 0.0 where it does not."""
    if min(len(one), len(other)) < _SHORTEST_KIN:
        return 0.0
    from rapidfuzz import fuzz  # noqa: PLC0415  (help must not pay for it)

    ratio = fuzz.partial_ratio(one, other)
    return ratio / 100 if ratio >= _HELD_LIKENESS else 0.0


def _ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415  (help must not pay for it)

    return fuzz.ratio(one, other) / 100
