"""A fresh book's own texts, known by their wording: they are left out of the plan's narrative.

A section of schemas/vocabularies/book_texts.toml counts as the book's own when all its paragraphs follow one
another word by word (white space aside, and any words where a placeholder stands). One that a person has
changed is theirs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.thai import normalize_text
from schemas.book_texts import BookSection, book_section, book_sections, book_word
from schemas.vocabulary import load, vocabulary_cache

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_PATTERNS = {"number": r"(?:\d+(?:\.\d+)*\.?)?", "part": r"(?:(?:ส่วนที่|บทที่)\d+)?"}
# What a name, a title or a date may fill in, in letters.
_FILLED_LIMIT = 200
_ANYTHING = rf".{{0,{_FILLED_LIMIT}}}?"
# A paragraph may come as so many lines where a page of a PDF tells nothing of paragraphs.
_LINES_LIMIT = 14
# Between the title lines of a summary and its note: the plan's and the organization's names, which may wrap.
_LINES_OF_NAMES = 4
# Only the last line of an entry leads to a page, where a page of a PDF tells nothing of paragraphs.
_LINES_OF_AN_ENTRY = 4
_CONTENTS_LINE = re.compile(r"(?:\t|\.{3,}|…)[\s.…]*(?:[0-9๐-๙]{1,4}|[ก-ฮ])?\s*$")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph's pattern without white space, with how it begins; optional ones may have no letters to read."""

    pattern: re.Pattern[str]
    start: str
    longest: int
    is_optional: bool = False


def own_lines(texts: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that are a fresh book's own; `texts` are as read, with tabs and leaders."""
    squeezed = [squeeze(text) for text in texts]
    own: set[int] = set()
    index = 0
    while index < len(texts):
        end = _end_of_own(texts, squeezed, index)
        own.update(range(index, end))
        index = max(index + 1, end)
    return frozenset(own)


def is_own_book(texts: Sequence[str]) -> bool:
    """Whether the note under a fresh book's summary is among `texts`: each fresh book has one, and nobody else's."""
    squeezed = [squeeze(text) for text in texts]
    return any(
        next(_ends(note, squeezed, index), None) is not None
        for note in _summary_notes()
        for index, text in enumerate(squeezed)
        if _may_begin(note, text)
    )


def squeeze(text: str) -> str:
    """A text for comparison: with Arabic digits and without white space."""
    return re.sub(r"\s+", "", normalize_text(text))


def _end_of_own(texts: Sequence[str], squeezed: Sequence[str], index: int) -> int:
    """The index behind the book's own texts that begin at `index`; `index` itself where none does."""
    ends = [index, _end_of_contents(texts, squeezed, index)]
    for units in _sections():
        if _may_begin(units, squeezed[index]):
            ends += [next(_ends(units, squeezed, index), index)]
    return max(ends)


def _may_begin(units: Sequence[_Unit], text: str) -> bool:
    return text.startswith(units[0].start) or units[0].start.startswith(text)


def _ends(units: Sequence[_Unit], squeezed: Sequence[str], index: int) -> Iterator[int]:
    """The indexes at which all `units`, one after the other from `index` on, may end."""
    if not units:
        yield index
        return
    first, rest = units[0], units[1:]
    together = ""
    for end in range(index, min(index + _LINES_LIMIT, len(squeezed))):
        together += squeezed[end]
        if len(together) > first.longest:
            break
        if first.pattern.fullmatch(together):
            yield from _ends(rest, squeezed, end + 1)
    if first.is_optional:
        yield from _ends(rest, squeezed, index)


def _end_of_contents(texts: Sequence[str], squeezed: Sequence[str], index: int) -> int:
    """The index behind a table of contents: its title, the heads of its columns, and lines that lead to pages."""
    if squeezed[index] != squeeze(book_word("contents")):
        return index
    heads = squeeze(book_word("contents_item") + book_word("contents_page"))
    # The two heads are one line, or two on one level of a page.
    behind = (at for at in (index + 2, index + 3) if "".join(squeezed[index + 1 : at]) == heads)
    first = next(behind, None)
    if first is None:
        return index
    end = at = first
    while at < len(texts) and at - end < _LINES_OF_AN_ENTRY:
        at += 1
        if _CONTENTS_LINE.search(texts[at - 1]):
            end = at
    # Others head their lists so, too, in which nothing leads from the names to the pages.
    return end if end > first else index


@vocabulary_cache()
def _summary_notes() -> tuple[tuple[_Unit, ...], ...]:
    return tuple(_units(section) for section in book_sections() if section.key == "summary_note")


@vocabulary_cache()
def _sections() -> tuple[tuple[_Unit, ...], ...]:
    """All of the book's own sections, and the page of each kind of summary.

    "ส่วนที่ 1 บทนำ" is every book's title: it is a fresh book's own only where that book's own preamble follows.
    """
    chained = ("summary_note", "part_one")
    sections = [_units(section) for section in book_sections() if section.key not in chained]
    part_one = _units(book_section("part_one", "operation_plan"))
    sections += [(*part_one, *_units(each)) for each in book_sections() if each.key == "preamble"]
    forms = (("ผด.01", "operation_plan"), ("ผ.01", "development_plan"))
    for form, kind in forms:
        words = load("book_texts")["summary"]["form"][form]
        note = book_section(
            "summary_note", "operation_plan" if kind == "operation_plan" else "development_plan"
        )
        names = (_unit("{name}", is_optional=True),) * _LINES_OF_NAMES
        sections.append((_unit(words["label"]), _unit(words["title"]), *names, *_units(note)))
    tables = [section for section in book_sections() if section.key == "tables"]
    return (*sections, *(_units(section)[1:] for section in tables))


def _units(section: BookSection) -> tuple[_Unit, ...]:
    """Dots for a signature have no letters, so that no line stands for them."""
    return tuple(_unit(each.text, is_optional="{signatory}" in each.text) for each in section.paragraphs)


def _unit(text: str, *, is_optional: bool = False) -> _Unit:
    parts = _PLACEHOLDER.split(text)
    pattern = "".join(
        _PATTERNS.get(part, _ANYTHING) if index % 2 else re.escape(squeeze(part))
        for index, part in enumerate(parts)
    )
    longest = sum(_FILLED_LIMIT if index % 2 else len(part) for index, part in enumerate(parts))
    return _Unit(re.compile(pattern), squeeze(parts[0]), longest, is_optional)
