"""How surely two projects of two plans are one: their names first, then program, unit, money and place."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from parsers.thai.likeness import (
    FAR_NAMES,
    OTHER_NUMBERS,
    OTHER_SERIAL,
    VETO,
    WIDER_NUMBERS,
    NameReading,
    contradicts,
    is_same_name,
    mistyped_likeness,
    word_likeness,
    word_weight,
)
from pipeline.matching.candidates import Rarity
from pipeline.matching.profiles import Profile

_Value = TypeVar("_Value")

LEAST_TOLD = 0.5
"""Below this no score is told finer than 0.0: most pairs are no match, and their evidence costs time."""
_NAME_SHARE = 0.74
"""What the name counts; the rest is shared by the evidence around it."""
_PROGRAM_WEIGHT, _UNIT_WEIGHT, _MONEY_WEIGHT, _DETAILS_WEIGHT, _PLACE_WEIGHT = 0.25, 0.2, 0.2, 0.2, 0.15
_NOTHING_KNOWN = 0.5
_OTHER_PLACE = 0.55
"""Factor where the name of one and the place of work of the other tell of two villages, schools or temples."""
_MOVED_PLACE = 0.85
"""Factor where only the places of work differ: a festival may move to another temple."""
_OTHER_KIND = 0.85
"""Factor for equipment against a project."""
_ROUND_AGAIN = (1 + OTHER_SERIAL) / 2
"""Another year has another ครั้งที่: that says less than within one plan. The next one says nothing at all."""
_RESIZED = (1 + OTHER_NUMBERS) / 2
"""Likewise for other numbers in the name: lengths and sizes change from year to year."""
_OTHER_PARTS = 0.2
"""What parts agree where one name has only a village's number and the other only its name, or the like."""
_PART_SHARE = 0.35
"""What distinguishing parts count beside the words, where both names have some."""

_OMISSION_COST = 0.6
"""From year to year names lose and gain words; less than a whole word's worth tells against a pair."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What two plans as a whole say: how rare each word is, and how many years lie between them (None: unknown)."""

    rarity: Rarity
    years_between: int | None = None

    def worth(self, word: str) -> float:
        """What a word of a name is worth, in letters."""
        return word_weight(word) * self.rarity.get(word, 1.0)


def pair_score(one: Profile, other: Profile, yardstick: Yardstick) -> float:
    """0.0 to 1.0; 0.0 for a pair that cannot reach LEAST_TOLD, such as near-twins with contradicting parts."""
    factor = _contradiction(one, other) * _numbers(one.name, other.name, yardstick.years_between)
    if one.is_equipment != other.is_equipment:
        factor *= _OTHER_KIND
    if _at_most(factor) < LEAST_TOLD:
        return 0.0
    name = factor * _name_likeness(one.name, other.name, yardstick)
    if _at_most(name) < LEAST_TOLD:
        return 0.0
    return _NAME_SHARE * name + (1 - _NAME_SHARE) * _support(one, other)


def _at_most(name: float) -> float:
    """The score of a name's likeness with all evidence for it."""
    return _NAME_SHARE * name + (1 - _NAME_SHARE)


def _name_likeness(one: NameReading, other: NameReading, yardstick: Yardstick) -> float:
    mistyped = 1.0 if is_same_name(one, other) else mistyped_likeness(one, other)
    if mistyped is not None:
        return mistyped
    words = word_likeness(one, other, yardstick.worth, _OMISSION_COST)
    shared = _shared_parts(one, other)
    return words if shared is None else (1 - _PART_SHARE) * words + _PART_SHARE * shared


def _shared_parts(one: NameReading, other: NameReading) -> float | None:
    """The share of kinds of parts in which both names agree; None where neither has a part."""
    kinds = (one.parts.keys() | other.parts.keys()) - FAR_NAMES
    if not kinds:
        return None
    agree = [kind for kind in kinds if one.parts.get(kind, frozenset()) & other.parts.get(kind, frozenset())]
    silent = [kind for kind in kinds if kind not in one.parts or kind not in other.parts]
    if one.parts and other.parts and len(silent) == len(kinds):
        return _OTHER_PARTS
    return (len(agree) + _NOTHING_KNOWN * len(silent)) / len(kinds)


def _contradiction(one: Profile, other: Profile) -> float:
    if contradicts(one.name.parts, other.name.parts) and not is_same_name(one.name, other.name):
        return VETO
    if contradicts(one.name.parts, other.places) or contradicts(one.places, other.name.parts):
        return _OTHER_PLACE
    if contradicts(one.places, other.places):
        return _MOVED_PLACE
    return 1.0


def _numbers(one: NameReading, other: NameReading, years_between: int | None) -> float:
    factor = 1.0
    if one.serials and other.serials and not _goes_on(one.serials, other.serials, years_between):
        factor *= _ROUND_AGAIN
    if one.numbers - other.numbers and other.numbers - one.numbers:
        factor *= _RESIZED
    both = one.parts.keys() & other.parts.keys()
    if any(len(one.parts[kind]) != len(other.parts[kind]) for kind in both):
        factor *= WIDER_NUMBERS
    return factor


def _goes_on(mine: frozenset[str], its: frozenset[str], years_between: int | None) -> bool:
    """Whether its rounds are mine so many years later, as a yearly event counts; the same where no years are known."""
    return {str(int(number) + (years_between or 0)) for number in mine if number.isdigit()} == its


def _support(one: Profile, other: Profile) -> float:
    """The mean of what is known of both; _NOTHING_KNOWN for the evidence that one of them lacks."""
    evidence = (
        (_PROGRAM_WEIGHT, _known(one.program, other.program, lambda mine, its: float(mine == its))),
        (_UNIT_WEIGHT, _known(one.units, other.units, _overlap)),
        (_MONEY_WEIGHT, _money(one.amount_baht, other.amount_baht)),
        (_DETAILS_WEIGHT, _known(one.details.words, other.details.words, lambda *_: _details(one, other))),
        (_PLACE_WEIGHT, _known(one.places, other.places, lambda *_: _places(one, other))),
    )
    return sum(weight * value for weight, value in evidence)


def _known(mine: _Value | None, its: _Value | None, judge: Callable[[_Value, _Value], float]) -> float:
    return judge(mine, its) if mine and its else _NOTHING_KNOWN


def _overlap(mine: frozenset[str], its: frozenset[str]) -> float:
    return len(mine & its) / min(len(mine), len(its))


def _money(mine: Decimal | None, its: Decimal | None) -> float:
    """The lesser amount as a share of the greater."""
    if mine is None or its is None or not (mine or its):
        return _NOTHING_KNOWN
    return float(min(mine, its) / max(mine, its))


def _details(one: Profile, other: Profile) -> float:
    words = word_likeness(one.details, other.details)
    mine, its = one.details.numbers, other.details.numbers
    if not (mine and its):
        return words
    return (words + len(mine & its) / max(len(mine), len(its))) / 2


def _places(one: Profile, other: Profile) -> float:
    kinds = one.places.keys() & other.places.keys()
    if not kinds:
        return _NOTHING_KNOWN
    return sum(bool(one.places[kind] & other.places[kind]) for kind in kinds) / len(kinds)
