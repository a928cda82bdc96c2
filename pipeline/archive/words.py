"""The words that projects are found by: pythainlp's, with the words inside compounds and abbreviations made one.

The same words go into the index and into a question, whatever the database.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from parsers.thai import to_arabic
from parsers.thai.knowledge import THAI
from parsers.thai.name_reading import one_spelling
from schemas.plan import Project

_ABBREVIATION: Final = re.compile(
    r"(?<![ก-๙])(?:(?:[ก-ฮ]{1,5}\.)+(?:[ก-ฮ]{1,5}(?![ก-๙]))?|[ก-ฮ]{2,5}(?![ก-๙.]))"
)
"""ค.ส.ล., คสล. and คสล: consonants alone, with dots or without."""
_SHORTEST_PART: Final = 2
_LONGEST_COMPOUND: Final = 30
_LONGEST_WORD: Final = 100
_SHORTEST_BEGINNING: Final = 3
"""In letters: a shorter word is meant whole, not as the beginning of another."""
_CACHED_WORDS: Final = 16384


class IndexedWords(NamedTuple):
    """A project's words by how much they say: its name, its place and size, all else."""

    name: tuple[str, ...]
    place: tuple[str, ...]
    rest: tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` in order, in one spelling, lower case and Arabic digits, without dots and signs."""
    return tuple(word for word in _words(one_spelling(to_arabic(text).lower())) if word)


def words_of_project(project: Project) -> IndexedWords:
    """All words to index, those inside compounds too."""
    places = (project.location, project.details, project.target)
    headings = (each.name for each in (project.strategy, project.tactic) if each)
    rest = (
        project.program, project.responsible_unit, project.objective, project.kpi, project.expected_result,
        project.equipment_type, *headings,
    )  # fmt: skip
    return IndexedWords(_indexed((project.name,)), _indexed(places), _indexed(rest))


class AskedWord(NamedTuple):
    """A word of a question, and the pairs of words that stand for it where a writer parted the compound."""

    word: str
    parted: tuple[tuple[str, str], ...] = ()


def asked_words(text: str) -> tuple[AskedWord, ...]:
    """The words of a question, each once."""
    return tuple(AskedWord(word, _parted(word)) for word in dict.fromkeys(words_of(text)))


def letters_of(texts: Iterable[str | None]) -> str:
    """The texts without spaces, for what no word finds: a part of a name that no dictionary has."""
    return "\n".join("".join(to_arabic(text).lower().split()) for text in texts if text)


def may_begin_another(word: str) -> bool:
    """Whether a question's word also asks for longer ones: ลูกรัง for ลูกรังอัดแน่น, but never 3 for 30."""
    return len(word) >= _SHORTEST_BEGINNING and not word.isdigit()


def _indexed(texts: Iterable[str | None]) -> tuple[str, ...]:
    found = [word for text in texts if text for word in words_of(text)]
    return tuple(each for word in found for each in (word, *_inner_words(word)))


def _words(text: str) -> Iterator[str]:
    start = 0
    for match in _ABBREVIATION.finditer(text):
        yield from _tokens(text[start : match.start()])
        yield match[0].replace(".", "")
        start = match.end()
    yield from _tokens(text[start:])


def _tokens(text: str) -> Iterator[str]:
    if text.strip():
        yield from (_letters(token)[:_LONGEST_WORD] for token in THAI.tokens(text))


def _letters(token: str) -> str:
    return "".join(sign for sign in token if unicodedata.category(sign)[0] in "LNM")


def _inner_words(word: str) -> tuple[str, ...]:
    """The words that a compound ends with: ลูกรัง of ถนนลูกรัง. Those that it begins with are found as beginnings."""
    return tuple(end for _, end in _parted(word))


@lru_cache(_CACHED_WORDS)
def _parted(word: str) -> tuple[tuple[str, str], ...]:
    if not _SHORTEST_PART * 2 <= len(word) <= _LONGEST_COMPOUND:
        return ()
    known = _dictionary()
    splits = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return tuple((word[:at], word[at:]) for at in splits if word[:at] in known and word[at:] in known)


@lru_cache(1)
def _dictionary() -> frozenset[str]:
    # Loaded on first need, as all of pythainlp.
    from pythainlp.corpus import thai_words  # noqa: PLC0415

    return frozenset(thai_words())
