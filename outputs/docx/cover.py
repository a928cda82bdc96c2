"""The cover: the emblem or its place, the plan's name, and whose it is."""

import re

from outputs.docx.drawings import picture, picture_of, picture_place
from outputs.docx.package import LOGO_RELATION_ID, PLACE_RELATION_ID
from outputs.docx.titles import organization_lines, plan_line
from outputs.docx.wordml import Ink, line_break, paragraph, run
from schemas.book_texts import book_word
from schemas.plan import Plan

_EMBLEM_HEIGHT_MM = 35.0
_LINE_SIZE_PT = 24
# The Garuda of an announcement is three centimetres high (regulation on office work of 2526).
_GARUDA_HEIGHT_MM = 30.0
# A plan's name breaks before its years and before its edition, never inside of them.
_LINE_ENDS = re.compile(r" (?=\(|ประจำปี|แก้ไข|เพิ่มเติม|เปลี่ยนแปลง|ฉบับ)")


def cover(ink: Ink, plan: Plan, lao: str) -> str:
    """The cover's paragraphs."""
    shown = picture_of(ink.style.logo) if ink.style.logo else None
    if shown is not None:
        emblem = picture(ink, LOGO_RELATION_ID, book_word("emblem", lao=lao), shown, _EMBLEM_HEIGHT_MM)
    else:
        emblem = picture_place(ink, PLACE_RELATION_ID, book_word("emblem_place"), _EMBLEM_HEIGHT_MM)
    lines = _organization(ink, plan)
    return (
        paragraph("CoverEmblem", emblem)
        + paragraph("CoverTitle", _title(ink, plan))
        + "".join(paragraph("CoverLine", run(ink, line)) for line in lines)
    )


def _organization(ink: Ink, plan: Plan) -> list[str]:
    """The name on a line of its own, and the place on the next ones."""
    organization, width_twips = plan.organization, ink.style.text_width_twips
    name = organization.model_copy(update={"district": None, "province": None})
    place = organization.model_copy(update={"type": None, "name": None})
    both = (organization_lines(part, width_twips, _LINE_SIZE_PT) for part in (name, place))
    return [line for lines in both for line in lines]


def _title(ink: Ink, plan: Plan) -> str:
    return line_break().join(run(ink, line) for line in _LINE_ENDS.split(plan_line(plan)))


def garuda_place(ink: Ink) -> str:
    """The place for the Garuda at the head of an announcement."""
    return paragraph(
        "CoverGaruda", picture_place(ink, PLACE_RELATION_ID, book_word("garuda_place"), _GARUDA_HEIGHT_MM)
    )
