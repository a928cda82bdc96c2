"""Names that are alike within one long list, found without comparing each with each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, product

from parsers.thai.likeness import NameReading, contradicts, likeness, read_name
from parsers.thai.numerals import to_arabic

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"25\d\d")

SMALL_BLOCK = 40
"""So many names with the same numbers are compared each with each; of more, those of the same places."""
LARGE_BLOCK = 4000
"""More names than this with the same numbers are twins only where their keys are equal."""
_LEAST_SPELLING = 70.0
"""Per cent of letters that names of a larger block share in order before their likeness is worth a look."""


def alike(names: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Pairs of places (0-based) in `names`, the earlier first, whose likeness is `least` or more.

    Names with different numbers (village, point, soi, size) are different, so only those of equal numbers meet.
    """
    blocks: dict[object, dict[str, list[int]]] = {}
    for place in _not_alone(names):
        reading = read_name(names[place])
        blocks.setdefault(_numbers(reading), {}).setdefault(reading.key, []).append(place)
    for block in blocks.values():
        for places in block.values():
            yield from _pairs(places)
        for one, other in _near({key: read_name(names[places[0]]) for key, places in block.items()}):
            if _are_alike(names[block[one][0]], names[block[other][0]], least):
                yield from ((min(pair), max(pair)) for pair in product(block[one], block[other]))


def _not_alone(names: Sequence[str]) -> list[int]:
    """The places of names whose numbers, years aside, some other name has too: to take a name apart is not cheap."""
    of_numbers: dict[frozenset[str], list[int]] = {}
    for place, name in enumerate(names):
        numbers = frozenset(map(_without_year, _NUMBER.findall(name)))
        of_numbers.setdefault(numbers - {""}, []).append(place)
    return sorted(chain.from_iterable(places for places in of_numbers.values() if len(places) > 1))


def _without_year(number: str) -> str:
    return _YEAR.sub("", to_arabic(number))


def _are_alike(one: str, other: str, least: float) -> bool:
    """Whether the likeness is `least` or more; what tells two names apart is looked at first, as it is cheap."""
    return not contradicts(read_name(one).parts, read_name(other).parts) and likeness(one, other) >= least


def _pairs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each with each; of very many, each with the first."""
    if len(places) <= SMALL_BLOCK:
        return combinations(places, 2)
    return ((places[0], later) for later in places[1:])


def _numbers(reading: NameReading) -> object:
    numbered = {(kind, values) for kind, values in reading.parts.items() if not kind.endswith(" name")}
    return frozenset(numbered), reading.serials, reading.numbers


def _near(block: Mapping[str, NameReading]) -> Iterator[tuple[str, str]]:
    """Pairs of keys that may be of twins."""
    if len(block) <= SMALL_BLOCK:
        yield from combinations(block, 2)
        return
    of_place: dict[object, list[str]] = {}
    for key, reading in block.items():
        of_place.setdefault(frozenset(reading.parts.items()), []).append(key)
    for keys in of_place.values():
        if len(keys) <= LARGE_BLOCK:
            yield from _spelt_alike(keys)


def _spelt_alike(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (help must not pay for it)

    for place, key in enumerate(keys):
        later = keys[place + 1 :]
        found = process.extract(key, later, scorer=fuzz.ratio, limit=None, score_cutoff=_LEAST_SPELLING)
        yield from ((key, other) for other, _, _ in found)
