"""The texts of a book: the plan's own sections and the book's, in one look."""

from collections.abc import Iterable, Mapping

from outputs.docx.arrangement import OwnText, Piece
from outputs.docx.pages import text_height_pt
from outputs.docx.texts import BODY_SIZE_PT, own_section, text_width_pt
from outputs.docx.wordml import Ink, heading, paragraph, run
from schemas.plan import NarrativeSection, Plan

_DEEPEST_HEADING = 9
# Titles of the first level that begin a page, as chapters do.
_CHAPTERS = ("ส่วนที่", "บทที่", "ภาคผนวก", "คำนำ", "ประกาศ")
_HEADING_TIMES = 1.6  # of a text line's height, with the space before it


def _written(text: str) -> str:
    """White space put right: single spaces, none at the ends."""
    return " ".join(text.split())


def _title(ink: Ink, section: NarrativeSection) -> str:
    """The section's title as a heading of the outline; empty for none."""
    title = _written(section.title)
    if not title:
        return ""
    level = min(section.level, _DEEPEST_HEADING)
    is_chapter = level == 1 and title.startswith(_CHAPTERS)
    if is_chapter:
        ink.pages.begin_page()
    height_pt = _HEADING_TIMES * text_height_pt(title, text_width_pt(ink), BODY_SIZE_PT)
    ink.pages.keep(2 * height_pt)
    written = heading(ink, "PartHeading" if is_chapter else f"Heading{level}", title, level)
    ink.pages.flow(height_pt)
    return written


def _section(ink: Ink, section: NarrativeSection) -> str:
    parts = [_title(ink, section)]
    for text in map(_written, section.paragraphs):
        ink.pages.flow(text_height_pt(text, text_width_pt(ink), BODY_SIZE_PT))
        parts.append(paragraph("Narrative", run(ink, text)))
    return "".join(parts)


def narrative(ink: Ink, plan: Plan, pieces: Iterable[Piece], facts: Mapping[str, str]) -> str:
    """The pieces as XML paragraphs; empty for none."""
    return "".join(
        own_section(ink, plan, piece.key, {**facts, "part": piece.part, "number": piece.number})
        if isinstance(piece, OwnText)
        else _section(ink, piece)
        for piece in pieces
    )
