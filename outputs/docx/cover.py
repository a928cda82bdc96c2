"""The cover: the emblem or its place, the plan's name, and whose it is."""

import re
from collections.abc import Sequence

from outputs.docx.drawings import picture, picture_of, picture_place
from outputs.docx.heights import line_count, lines_height_twips
from outputs.docx.lengths import twips
from outputs.docx.package import LOGO_RELATION_ID, PLACE_RELATION_ID
from outputs.docx.page_setup import pages_of
from outputs.docx.styles import COVER_SIZES_PT, COVER_TWIPS, CoverSpaces
from outputs.docx.titles import organization_lines, plan_line
from outputs.docx.wordml import Ink, broken_lines, line_break, paragraph, run
from schemas.book_texts import book_word
from schemas.plan import Plan

_EMBLEM_HEIGHT_MM = 35.0
# The Garuda of an announcement is three centimetres high (regulation on office work of 2526).
_GARUDA_HEIGHT_MM = 30.0
_TWIPS_PER_POINT = 20
# An office's own styles may need more room than is counted.
_LINES_IN_RESERVE = 2
# A plan's name breaks before its years and before its edition, never inside of them.
_LINE_ENDS = re.compile(r" (?=\(|ประจำปี|แก้ไข|เพิ่มเติม|เปลี่ยนแปลง|ฉบับ)")


def cover(ink: Ink, plan: Plan, lao: str) -> str:
    """The cover's paragraphs."""
    shown = picture_of(ink.style.logo) if ink.style.logo else None
    if shown is not None:
        emblem = picture(ink, LOGO_RELATION_ID, book_word("emblem", lao=lao), shown, _EMBLEM_HEIGHT_MM)
    else:
        emblem = picture_place(ink, PLACE_RELATION_ID, book_word("emblem_place"), _EMBLEM_HEIGHT_MM)
    titles, (name, place) = _LINE_ENDS.split(plan_line(plan)), _organization(ink, plan)
    above, under, behind = _spaces(ink, titles, (*name, *place))
    return (
        paragraph("CoverEmblem", emblem, properties=_space(above, under) if above < COVER_TWIPS.above else "")
        + paragraph(
            "CoverTitle",
            line_break().join(run(ink, line) for line in titles),
            properties=_space(0, behind) if above < COVER_TWIPS.above else "",
        )
        + "".join(paragraph("CoverLine", broken_lines(ink, lines)) for lines in (name, place) if lines)
    )


def _space(before_twips: int, after_twips: int) -> str:
    return f'<w:spacing w:before="{before_twips}" w:after="{after_twips}"/>'


def _spaces(ink: Ink, titles: Sequence[str], lines: Sequence[str]) -> CoverSpaces:
    """The usual spaces, or less where an office's pages are so low that the cover would need two of them."""
    width_twips = ink.style.text_width_twips
    heights = (
        lines_height_twips(line_count(text, width_twips, size_pt), size_pt)
        for texts, size_pt in zip((titles, lines), COVER_SIZES_PT, strict=True)
        for text in texts
    )
    reserve = lines_height_twips(_LINES_IN_RESERVE, COVER_SIZES_PT[0]) + twips(_EMBLEM_HEIGHT_MM)
    room_twips = _TWIPS_PER_POINT * pages_of(ink.style).cover.room_pt - sum(heights) - reserve
    share = min(1.0, max(0.0, room_twips / sum(COVER_TWIPS)))
    return CoverSpaces(*(int(share * space) for space in COVER_TWIPS))


def _organization(ink: Ink, plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the name and those of the place."""
    organization, width_twips = plan.organization, ink.style.text_width_twips
    name = organization.model_copy(update={"district": None, "province": None})
    place = organization.model_copy(update={"type": None, "name": None})
    size_pt = COVER_SIZES_PT[1]
    return organization_lines(name, width_twips, size_pt), organization_lines(place, width_twips, size_pt)


def garuda_place(ink: Ink) -> str:
    """The place for the Garuda at the head of an announcement."""
    return paragraph(
        "CoverGaruda", picture_place(ink, PLACE_RELATION_ID, book_word("garuda_place"), _GARUDA_HEIGHT_MM)
    )
