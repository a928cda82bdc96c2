"""How alike two names of projects are, and which of their parts tell two projects of one name apart.

A name is read once into a `NameReading`: a key that spelling does not touch, the parts that distinguish (village
numbers, points, sois, names of schools, temples and villages), and the words that are left.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from parsers.thai.joining import normalize_text

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
_FILLER_WEIGHT = 0.15
_SHORTEST_MISTYPED_NAME = 5
_WIDEST_RANGE = 40
_LONGEST_LETTER_ABBREVIATION = 3
"""Letters and a dot that may just as well end a longer word."""
_SHORTEST_KIN = 4
_LETTERS_PER_SLIP = 12
_MOST_SLIPS = 3
_CACHED_NAMES = 16384

_LIST = r"\d+(?:/\d+)?(?:\s?(?:,|-|–|และ|ถึง)\s?\d+)*"
_YEAR = re.compile(
    r"(?:ประจำ\s?)?(?:ปี\s?)?(?:งบประมาณ\s?)?(?:พ\.\s?ศ\.\s?|พ\.ศ\s?)?25\d\d(?:\s?[-–]\s?25\d\d)?(?!\d)|ประจำปี(?:งบประมาณ)?"
)
_YEAR_WORDS = re.compile(r"(?:ปี|งบประมาณ|พ\.\s?ศ\.?|ประจำ)$")
_PLAIN = re.compile(r"[\s()\[\]{}\"'“”‘’.,:;/–\-ฯ]+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SINGLE_NUMBERS = re.compile(r"(\d+)(?:\s?(?:-|–|ถึง)\s?(\d+))?")
_TOKEN = re.compile(r"[ก-๎a-z]")

WordWeight = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name taken apart. `key` is equal for names that differ only in how they are written.

    `parts` are the distinguishing parts by kind, such as {"village": {"3"}, "school name": {"บ้านโคกยาง"}};
    `serials` the numbers of ครั้งที่ and รุ่นที่; `numbers` all others; `words` what is left, in order, and
    `letters` the same without division into words. `whole` is everything but years and leading words.
    """

    key: str
    parts: Mapping[str, frozenset[str]]
    serials: frozenset[str]
    numbers: frozenset[str]
    words: tuple[str, ...]
    letters: str
    whole: str


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0.0 to 1.0.

    1.0 for names that differ only in spelling variants, digits, spaces, years and leading words such as โครงการ;
    at most VETO where a distinguishing part differs: another village, point, soi, school or temple.
    """
    first, second = read_name(one), read_name(other)
    if first.key == second.key:
        return 1.0
    mistyped = mistyped_likeness(first, second)
    if mistyped is not None:
        return mistyped
    return min(0.99, word_likeness(first, second) * part_likeness(first, second))


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
    for kind in one.parts.keys() | other.parts.keys():
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


def word_weight(word: str) -> float:
    """What a word is worth without knowledge of other names: its letters, few for words that say little."""
    return len(word) * (_FILLER_WEIGHT if word in _filler() else 1.0)


@lru_cache(maxsize=_CACHED_NAMES)
def read_name(text: str) -> NameReading:
    """The name taken apart; empty text gives an empty key and no words."""
    whole = _without_years(normalize_text(text).lower())
    plain, serials = _taken_numbers(whole, _data()["serials"])
    plain, numbered = _taken_numbers(plain, _data()["numbers"])
    plain, named = _taken_names(_one_spelling(plain))
    body = _without_leading(plain)
    parts = {kind: frozenset(values) for kind, values in (numbered | named).items() if values}
    numbers = frozenset(_NUMBER.findall(body))
    return NameReading(
        key=_key(body, parts, serials),
        parts=parts,
        serials=frozenset(value for values in serials.values() for value in values),
        numbers=frozenset(number.replace(",", "") for number in numbers),
        words=_words(_NUMBER.sub(" ", body)),
        letters=_PLAIN.sub("", _NUMBER.sub("", body)),
        whole=_PLAIN.sub("", _without_leading(whole)),
    )


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


def _taken_numbers(text: str, kinds: Mapping[str, list[str]]) -> tuple[str, dict[str, set[str]]]:
    """The text without the numbers behind the words of `kinds`, and those numbers by kind."""
    found: dict[str, set[str]] = {}
    for kind, openings in kinds.items():
        pattern = _numbered(tuple(openings))
        for match in pattern.finditer(text):
            found.setdefault(kind, set()).update(_numbers_of(match[1]))
        text = pattern.sub(" ", text)
    return text, found


@cache
def _numbered(openings: tuple[str, ...]) -> re.Pattern[str]:
    # After a number "ม." is a metre ("ยาว 30 ม. 2 แห่ง") unless a digit touches it ("ซอย 7 ม.14").
    words = "|".join(
        rf"(?<!\d)(?<![ก-ฮ]\.)(?:(?<!\d ){re.escape(word)}|{re.escape(word)}(?=\d))"
        if word.endswith(".")
        else re.escape(word)
        for word in sorted(openings, key=len, reverse=True)
    )
    return re.compile(rf"(?:{words})\s?({_LIST})(?![\d.,]*\s?(?:เมตร|ม\.))")


def _numbers_of(text: str) -> set[str]:
    """ "1, 3-5" as 1, 3, 4 and 5; "12/1" stays one."""
    if "/" in text:
        return {text}
    numbers: set[str] = set()
    for first, last in _SINGLE_NUMBERS.findall(text):
        low, high = int(first), int(last or first)
        numbers.update(map(str, range(low, high + 1) if low <= high < low + _WIDEST_RANGE else (low, high)))
    return numbers


def _taken_names(text: str) -> tuple[str, dict[str, set[str]]]:
    """The text without names of places, and those names by kind, without spaces."""
    found: dict[str, set[str]] = {}
    kinds = {opening: kind for kind, openings in _data()["names"].items() for opening in openings}

    def take(match: re.Match[str]) -> str:
        kind, name = kinds[match["opening"]], match["name"]
        if kind == "community" and name.startswith("บ้าน"):
            kind, name = "village", name.removeprefix("บ้าน")
        found.setdefault(f"{kind} name", set()).add(name + (match["number"] or "").strip())
        return " "

    return _named().sub(take, text), found


@cache
def _named() -> re.Pattern[str]:
    data = _data()
    openings = "|".join(map(_opening, (word for group in data["names"].values() for word in group)))
    before = "".join(f"(?<!{re.escape(word)})" for word in data["names_not"]["before"])
    ends = _either(data["names_not"]["ends"])
    units = _either(data["names_not"]["units"])
    name = rf"(?:(?!{ends})[ก-๎])+"
    return re.compile(
        rf"{before}(?P<opening>{openings})\s?(?P<name>{name})"
        rf"(?P<number>\s\d+(?![\d,.])(?!\s?(?:{units})))?"
    )


def _opening(word: str) -> str:
    """The pattern of a word before a name, unless the two make a common word ("บ้านเรือน")."""
    common = [whole.removeprefix(word) for whole in _data()["names_not"]["words"] if whole.startswith(word)]
    return f"{re.escape(word)}(?!{_either(common)})" if common else re.escape(word)


# ---- wording ----


def _without_years(text: str) -> str:
    return _YEAR.sub(" ", text)


def _one_spelling(text: str) -> str:
    return _spelling().sub(lambda match: f"{_spellings()[match[0]]}", text)


@cache
def _spellings() -> dict[str, str]:
    return {spelling: group[0] for group in _data()["variants"] for spelling in group}


@cache
def _spelling() -> re.Pattern[str]:
    # An abbreviation stands alone: the "ต." of "ต.ค." and of "อบต." is no ตำบล.
    return re.compile(
        "|".join(
            rf"(?<![ก-๎.]){re.escape(spelling)}(?!\s?[ก-ฮ]\.)"
            if len(spelling) <= _LONGEST_LETTER_ABBREVIATION and spelling.endswith(".")
            else re.escape(spelling)
            for spelling in sorted(_spellings(), key=len, reverse=True)
        )
    )


def _without_leading(text: str) -> str:
    leading = tuple(_data()["leading"])
    plain = text.strip(" -–:.")
    while plain.startswith(leading):
        plain = re.sub(f"^(?:{_either(leading)})", "", plain).strip(" -–:.")
    return plain


def _key(body: str, parts: Mapping[str, Iterable[str]], serials: Mapping[str, Iterable[str]]) -> str:
    named = [
        f"{kind}:{','.join(sorted(values))}" for kind, values in sorted((*parts.items(), *serials.items()))
    ]
    return "|".join((_PLAIN.sub("", body), *named)).strip("|")


@lru_cache(maxsize=_CACHED_NAMES)
def _words(text: str) -> tuple[str, ...]:
    # pythainlp takes a while to load; help and sound documents must not pay for it.
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415

    tokens = word_tokenize(_PLAIN.sub(" ", text), engine="newmm", keep_whitespace=False)
    return tuple(token for token in tokens if _TOKEN.search(token))


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


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _filler() -> frozenset[str]:
    return frozenset(_data()["filler"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("parsers.thai").joinpath("likeness.toml").read_text("utf-8"))
