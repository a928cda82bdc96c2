"""The text outside of the project tables as titled sections."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parsers.tables.walk import Line
from parsers.thai import normalize_text
from schemas.document import TextBlock
from schemas.plan import NarrativeSection

TITLE_LENGTH_LIMIT = 120

_PART = re.compile(r"(?:ส่วนที่|บทที่)\s*\d+|คำนำ$|สารบัญ$|ภาคผนวก|บทนำ$|ประกาศ\S*องค์|ประกาศ\S*เทศบาล")
_CONTENTS = re.compile(r"สารบัญ$")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,})\s*[\d\-– ]*$")
_NUMBERED = re.compile(r"(\d+)\.(\d+)(?:\.\d+)*\.?\s")
_UNTITLED = "ข้อความก่อนตาราง"
_UNTITLED_LEVEL = 1


@dataclass(slots=True)
class _Section:
    title: str
    level: int
    paragraphs: list[str] = field(default_factory=list)


def read_narrative(lines: Iterable[Line]) -> tuple[NarrativeSection, ...]:
    """The sections of the prose, in order; lists of contents are left out, for a fresh book makes its own."""
    sections: list[_Section] = []
    for line in lines:
        text = normalize_text(line.text)
        if not text or line.block is None or _LEADERS.search(text):
            continue
        level = _title_level(text, line.block)
        if level is not None:
            sections.append(_Section(text, level))
        elif sections:
            sections[-1].paragraphs.append(text)
        else:
            sections.append(_Section(_UNTITLED, _UNTITLED_LEVEL, [text]))
    return tuple(_frozen(sections))


def _frozen(sections: Sequence[_Section]) -> Iterable[NarrativeSection]:
    for section in sections:
        if not _CONTENTS.match(section.title):
            yield NarrativeSection(
                title=section.title, level=section.level, paragraphs=tuple(section.paragraphs)
            )


def _title_level(text: str, block: TextBlock) -> int | None:
    """1-based level of a section's title; None for a paragraph. The source's own heading styles come first."""
    if block.heading_level is not None:
        return block.heading_level
    if len(text) > TITLE_LENGTH_LIMIT:
        return None
    if _PART.match(text):
        return 1
    return 2 if block.bold and (_NUMBERED.match(text) or not text.endswith((".", ",", ":"))) else None
