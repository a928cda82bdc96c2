"""A name of a project taken apart: a key that spelling does not touch, what distinguishes it, and its words.

What is a distinguishing part, and which spellings mean one thing, is data: likeness.toml.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from parsers.thai.alternatives import any_of
from parsers.thai.joining import normalize_text
from parsers.thai.tokens import tokens
from schemas.vocabulary import vocabulary_cache

_FILLER_WEIGHT = 0.15
_WIDEST_RANGE = 40
_LONGEST_LETTER_ABBREVIATION = 3
"""Letters and a dot that may just as well end a longer word."""
_CACHED_NAMES = 16384

_LIST = r"\d+(?:/\d+)?(?:\s?(?:,|-|–|และ|ถึง)\s?\d+)*"
_YEAR = re.compile(
    r"(?:ประจำ\s?)?(?:ปี\s?)?(?:งบประมาณ\s?)?(?:พ\.\s?ศ\.\s?|พ\.ศ\s?)?25\d\d(?:\s?[-–]\s?25\d\d)?(?!\d)|ประจำปี(?:งบประมาณ)?"
)
_PLAIN = re.compile(r"[\s()\[\]{}\"'“”‘’.,:;/–\-ฯ]+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SINGLE_NUMBERS = re.compile(r"(\d+)(?:\s?(?:-|–|ถึง)\s?(\d+))?")
_TOKEN = re.compile(r"[ก-๎a-z]")
_REPEATED_MARK = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")


FAR_NAMES = frozenset({"tambon name", "district name"})
"""Names of whole areas: they tell names apart that both have one, and to leave them out says nothing."""


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


def word_weight(word: str) -> float:
    """What a word is worth without knowledge of other names: its letters, few for words that say little."""
    return len(word) * (_FILLER_WEIGHT if word in _filler() else 1.0)


@vocabulary_cache(maxsize=_CACHED_NAMES)
def read_name(text: str) -> NameReading:
    """The name taken apart; empty text gives an empty key and no words."""
    whole = _without_years(_REPEATED_MARK.sub(r"\1", normalize_text(text).lower()))
    plain, serials = _taken_numbers(whole, _data()["serials"])
    plain, numbered = _taken_numbers(plain, _data()["numbers"])
    plain, named = _taken_names(one_spelling(plain))
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


def _taken_numbers(text: str, kinds: Mapping[str, list[str]]) -> tuple[str, dict[str, set[str]]]:
    """The text without the numbers behind the words of `kinds`, and those numbers by kind."""
    found: dict[str, set[str]] = {}
    for kind, openings in kinds.items():
        pattern = _numbered(tuple(openings))
        for match in pattern.finditer(text):
            found.setdefault(kind, set()).update(_numbers_of(match[1]))
        text = pattern.sub(" ", text)
    return text, found


@vocabulary_cache()
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


@vocabulary_cache()
def _named() -> re.Pattern[str]:
    data = _data()
    openings = "|".join(map(_opening, (word for group in data["names"].values() for word in group)))
    before = "".join(f"(?<!{re.escape(word)})" for word in data["names_not"]["before"])
    ends = any_of(data["names_not"]["ends"])
    units = any_of(data["names_not"]["units"])
    name = rf"(?:(?!{ends})[ก-๎])+"
    return re.compile(
        rf"{before}(?P<opening>{openings})\s?(?P<name>{name})"
        rf"(?P<number>\s\d+(?![\d,.])(?!\s?(?:{units})))?"
    )


def _opening(word: str) -> str:
    """The pattern of a word before a name, unless the two make a common word ("บ้านเรือน")."""
    common = [whole.removeprefix(word) for whole in _data()["names_not"]["words"] if whole.startswith(word)]
    return f"{re.escape(word)}(?!{any_of(common)})" if common else re.escape(word)


# ---- wording ----


def _without_years(text: str) -> str:
    return _YEAR.sub(" ", text)


def one_spelling(text: str) -> str:
    """`text` (lower case, Arabic digits) with one spelling for each thing that names spell in several ways: คสล."""
    return _spelling().sub(lambda match: f"{_spellings()[match[0]]}", text)


@vocabulary_cache()
def _spellings() -> dict[str, str]:
    return {spelling: group[0] for group in _data()["variants"] for spelling in group}


@vocabulary_cache()
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
        plain = re.sub(f"^(?:{any_of(leading)})", "", plain).strip(" -–:.")
    return plain


def _key(body: str, parts: Mapping[str, Iterable[str]], serials: Mapping[str, Iterable[str]]) -> str:
    named = [
        f"{kind}:{','.join(sorted(values))}" for kind, values in sorted((*parts.items(), *serials.items()))
    ]
    return "|".join((_PLAIN.sub("", body), *named)).strip("|")


@vocabulary_cache(maxsize=_CACHED_NAMES)
def _words(text: str) -> tuple[str, ...]:
    return tuple(token for token in tokens(_PLAIN.sub(" ", text)) if _TOKEN.search(token))


@vocabulary_cache()
def _filler() -> frozenset[str]:
    return frozenset(_data()["filler"])


@vocabulary_cache()
def _data() -> dict[str, Any]:
    return tomllib.loads(files("parsers.thai").joinpath("likeness.toml").read_text("utf-8"))
