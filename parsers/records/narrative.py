"""The text outside of the project tables as titled sections."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from parsers.records.own_book import own_lines
from parsers.tables.walk import Line
from parsers.thai import normalize_text
from schemas.document import TextBlock
from schemas.plan import NarrativeSection

TITLE_LENGTH_LIMIT = 90
"""A longer line is a paragraph, whatever its style says: typists make prose look like headings, too."""

COVER_LINE_LENGTH_LIMIT = 100
DEEPEST_LEVEL = 3
UNTITLED = "ข้อความนำ"

_PART = re.compile(
    r"(?P<label>(?:ส่วนที่|บทที่)\s*\d+)|คำนำ$|สารบัญ|ภาคผนวก|บทนำ$|ประกาศ\S*(?:องค์การ|เทศบาล|เมืองพัทยา)"
)
_BARE_PART = re.compile(r"(?:ส่วนที่|บทที่)\s*\d+")
_CONTENTS = re.compile(r"สารบัญ")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,})\s*[\d\-– ]*$")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*[.)]?\s*[ก-ฮเ-ไ]")
_SENTENCE_END = (".", ",", ":", "ดังนี้", "คือ", "และ", "โดย", "ภายใต้")
_SAYS_SOMETHING = re.compile(r"[ก-๛A-Za-z0-9]")


@dataclass(slots=True)
class _Section:
    title: str
    level: int
    paragraphs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text outside of tables, normalized and as read; `is_own` tells that it is a fresh book's own."""

    text: str
    raw: str
    block: TextBlock
    is_own: bool = False


def read_narrative(lines: Iterable[Line]) -> tuple[NarrativeSection, ...]:
    """The sections of the prose, in order.

    The cover, lists of contents and the own texts of a fresh book are left out, for a fresh book makes its own;
    lines of dots or stars, too.
    """
    sections: list[_Section] = []
    for item in _without_contents(_after_cover(_texts(lines))):
        level = _title_level(item)
        if level is None:
            if not sections:
                sections.append(_Section(UNTITLED, 1))
            sections[-1].paragraphs.append(item.text)
        elif sections and _BARE_PART.fullmatch(sections[-1].title) and not sections[-1].paragraphs:
            sections[-1].title += f" {item.text}"
        else:
            sections.append(_Section(item.text, level))
    return tuple(
        NarrativeSection(title=section.title, level=section.level, paragraphs=tuple(section.paragraphs))
        for section in sections
    )


def _texts(lines: Iterable[Line]) -> list[_Text]:
    """The texts that say something, each block's own as one though its lines were parted."""
    texts = []
    for _, of_block in groupby(lines, key=lambda line: id(line.block)):
        parts = list(of_block)
        raw = "\n".join(line.text for line in parts)
        block, text = parts[0].block, normalize_text(raw)
        if block is not None and _SAYS_SOMETHING.search(text):
            texts.append(_Text(text, raw, block))
    own = own_lines([item.raw for item in texts])
    return [replace(item, is_own=index in own) for index, item in enumerate(texts)]


def _after_cover(texts: list[_Text]) -> list[_Text]:
    """What stands behind the cover, without a fresh book's own texts.

    The cover ends where a part of the book is titled, where prose begins, or where a fresh book's own texts do.
    """
    for index, item in enumerate(texts):
        is_title = item.block.heading_level is not None or _PART.match(item.text)
        if is_title or item.is_own or len(item.text) > COVER_LINE_LENGTH_LIMIT:
            return [each for each in texts[index:] if not each.is_own]
    return []


def _without_contents(texts: list[_Text]) -> Iterator[_Text]:
    """The texts without lists of contents; such a list ends where a part that it has named begins."""
    listed: set[str] | None = None
    for item in texts:
        part = _PART.match(item.text)
        label = part["label"].replace(" ", "") if part and part["label"] else None
        if listed is not None and (label in listed or len(item.text) > COVER_LINE_LENGTH_LIMIT * 2):
            listed = None
        if _CONTENTS.match(item.text):
            listed = set()
        if listed is None and not _LEADERS.search(item.text):
            yield item
        elif listed is not None and label:
            listed.add(label)


def _title_level(item: _Text) -> int | None:
    """1-based level of a section's title, at most DEEPEST_LEVEL; None for a paragraph."""
    text, block = item.text, item.block
    if len(text) > TITLE_LENGTH_LIMIT:
        return None
    if _PART.match(text):
        return 1
    if block.heading_level is not None:
        return min(block.heading_level, DEEPEST_LEVEL)
    if not block.bold or text.endswith(_SENTENCE_END):
        return None
    return 2 if _NUMBERED.match(text) or block.centered else None
