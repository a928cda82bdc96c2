"""Which texts a book holds and in which order: the plan's own sections, and the book's for what they lack."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outputs.docx.style import NarrativePolicy
from schemas.book_texts import STANDARD_SECTIONS, book_word, own_words
from schemas.plan import NarrativeSection, Plan

_PART = re.compile(r"(?P<label>ส่วนที่|บทที่)\s*(?P<number>\d+)")
_CHAPTER = re.compile(r"ภาคผนวก|บทสรุป")
_NUMBERED = re.compile(r"(?P<part>\d+)\.(?P<number>\d+)(?!\d)")


@dataclass(frozen=True, slots=True)
class OwnText:
    """A section of the book's own wording, with what fills its {part} and {number}."""

    key: str
    part: str = ""
    number: str = ""


Piece = OwnText | NarrativeSection


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The texts of a book: before its table of contents, before its project tables, and behind them.

    `tables` opens the part of the project tables where no section of the source does.
    """

    front: tuple[Piece, ...]
    before: tuple[Piece, ...]
    tables: OwnText | None
    after: tuple[Piece, ...]


def arrangement(plan: Plan, policy: NarrativePolicy) -> Arrangement:
    """The order of a book's texts by the policy for its narrative."""
    sections = () if policy == "template" else plan.narrative
    front, rest = _front(sections)
    before, after = _around_tables(rest)
    if policy == "keep":
        return Arrangement(front, before, _tables_title(before, after), after)
    return Arrangement(_whole_front(front), _introduced(before), _tables_title(before, after, 2), after)


def _has(sections: Iterable[NarrativeSection], key: str) -> bool:
    """Whether one of the sections stands for the standard one of that key.

    "ส่วนที่ 1 บทนำ" stands for a preamble though it has no text: the book's own right behind it would make that
    title the book's own, too, for whoever reads it again.
    """
    words = own_words(key)
    return any(any(word in section.title for word in words) for section in sections)


def _begins(section: NarrativeSection, key: str) -> bool:
    return section.title.startswith(own_words(key))


def _front(
    sections: Sequence[NarrativeSection],
) -> tuple[tuple[NarrativeSection, ...], tuple[NarrativeSection, ...]]:
    """The announcement and the foreword of the source, each with the sections under it, and the rest."""
    end = 0
    while end < len(sections):
        opens = _begins(sections[end], "announcement") or _begins(sections[end], "foreword")
        goes_on = end > 0 and sections[end].level > 1 and not _PART.match(sections[end].title)
        if not (opens or goes_on):
            break
        end += 1
    return tuple(sections[:end]), tuple(sections[end:])


def _whole_front(own: tuple[NarrativeSection, ...]) -> tuple[Piece, ...]:
    """The source's front with an announcement before it and a foreword behind it where it has none."""
    first = () if any(_begins(section, "announcement") for section in own) else (OwnText("announcement"),)
    last = () if any(_begins(section, "foreword") for section in own) else (OwnText("foreword"),)
    return (*first, *own, *last)


def _part_number(section: NarrativeSection) -> int | None:
    match = _PART.match(section.title)
    return int(match["number"]) if match else None


def _around_tables(
    sections: tuple[NarrativeSection, ...],
) -> tuple[tuple[NarrativeSection, ...], tuple[NarrativeSection, ...]]:
    """The sections before and behind the project tables.

    The tables stand in the part whose title names them, or where the numbers of the parts leave one out, or
    before an appendix, or else at the end.
    """
    cut = _gap(sections)
    if cut is None:
        cut = _end_of_tables_part(sections)
    if cut is None:
        ends = (index for index, section in enumerate(sections) if section.title.startswith("ภาคผนวก"))
        cut = next(ends, len(sections))
    return sections[:cut], sections[cut:]


def _gap(sections: Sequence[NarrativeSection]) -> int | None:
    """The index of the first part whose number is greater by two than the last part's: one is left out."""
    last: int | None = None
    for index, section in enumerate(sections):
        number = _part_number(section)
        if number is not None:
            if last is not None and number == last + 2:
                return index
            last = number
    return None


def _end_of_tables_part(sections: Sequence[NarrativeSection]) -> int | None:
    inside = False
    for index, section in enumerate(sections):
        if inside and (_PART.match(section.title) or _CHAPTER.match(section.title)):
            return index
        if _part_number(section) is not None:
            inside = _names_tables(section)
    return len(sections) if inside else None


def _names_tables(section: NarrativeSection) -> bool:
    return any(word in section.title for word in own_words("tables"))


def _tables_title(
    before: Sequence[NarrativeSection], after: Sequence[NarrativeSection], usual: int | None = None
) -> OwnText | None:
    """The title of the part of the tables: None where the source's last part before them is that part.

    Numbered on from the source's parts, or `usual` where it has none.
    """
    parts = [section for section in before if _part_number(section) is not None]
    if parts and _names_tables(parts[-1]):
        return None
    number = (_part_number(parts[-1]) or 0) + 1 if parts else usual
    if number is None:
        return OwnText("tables")
    labels = [match["label"] for section in (*parts, *after) if (match := _PART.match(section.title))]
    label = f"{labels[0]} {number}" if labels else book_word("part", number=number)
    return OwnText("tables", part=label)


def _introduced(sections: tuple[NarrativeSection, ...]) -> tuple[Piece, ...]:
    """The sections with what their introduction lacks: at the end of their first part, or in one before them."""
    missing = [key for key in STANDARD_SECTIONS if not _has(_introduction(sections), key)]
    if sections and _part_number(sections[0]) is not None and _part_number(sections[0]) == 1:
        own = _introduction(sections)
        added = _numbered(missing, own)
        return (*own, *added, *sections[len(own) :])
    part = book_word("part", number=1)
    title = OwnText("part_one_over_own" if sections else "part_one", part=part)
    return (title, *_numbered(missing, ()), *sections)


def _introduction(sections: tuple[NarrativeSection, ...]) -> tuple[NarrativeSection, ...]:
    """The source's first part; all its sections where they are in no parts."""
    ends = (
        index
        for index, section in enumerate(sections)
        if index and (_PART.match(section.title) or _CHAPTER.match(section.title))
    )
    return sections[: next(ends, len(sections))]


def _numbered(keys: Iterable[str], own: Sequence[NarrativeSection]) -> tuple[OwnText, ...]:
    """The added sections, numbered on from the source's own of the first part; without numbers if those have none."""
    found = [match for section in own if (match := _NUMBERED.match(section.title))]
    if own and not found and len(own) > 1:
        return tuple(OwnText(key) for key in keys)
    first = max((int(match["number"]) for match in found if match["part"] == "1"), default=0) + 1
    return tuple(OwnText(key, number=f"1.{first + index}") for index, key in enumerate(keys))
