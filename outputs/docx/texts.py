"""The book's own sections with a plan's names filled in, as paragraphs of their looks."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import takewhile

from outputs.docx.cover import garuda_place
from outputs.docx.drawings import down_arrow
from outputs.docx.forms import month_name
from outputs.docx.pages import text_height_pt
from outputs.docx.style import BookStyle
from outputs.docx.titles import plan_line
from outputs.docx.wordml import Ink, heading, line_break, paragraph, run
from schemas.book_texts import BookParagraph, Look, book_section, book_word, organization_words
from schemas.plan import Plan

_BE_OFFSET = 543  # years of the Buddhist era begin so many before those of the common era
_TWIPS_PER_POINT = 20
BODY_SIZE_PT = 16.0

_STYLES: dict[Look, str] = {
    "title": "AnnouncementTitle",
    "subject": "AnnouncementSubject",
    "closing": "Closing",
    "sign": "Signature",
    "part": "PartHeading",
    "section": "Heading2",
    "text": "Narrative",
    "item": "NarrativeItem",
    "caption": "FlowCaption",
    "step": "FlowStep",
    "note": "TableNote",
}
_LEVELS: dict[Look, int] = {"title": 1, "part": 1, "section": 2}
_STEP_HEIGHT_PT, _ARROW_HEIGHT_PT, _CAPTION_HEIGHT_PT = 48.0, 20.0, 38.0


def long_date(day: date) -> str:
    """ "30 เดือน กันยายน พ.ศ. 2565", the form of an announcement."""
    month = month_name(day.month, full=True)
    return book_word("date", day=day.day, month=month, year=day.year + _BE_OFFSET)


def plan_facts(plan: Plan, style: BookStyle) -> dict[str, str]:
    """What the placeholders of book_texts.toml stand for in this plan's book."""
    organization = plan.organization
    words = organization_words(organization)
    name = organization.full_name or book_word("lao")
    return {
        **words,
        "ordinance": style.ordinance or words["ordinance"],
        "lao": name,
        "plan": plan_line(plan),
        "position": style.position or words["position"],
        "signatory": style.signatory or book_word("signatory_blank"),
        "date": long_date(style.announced) if style.announced else book_word("date_blank"),
    }


def text_width_pt(ink: Ink) -> float:
    """The width of an upright page's text."""
    return ink.style.text_width_twips / _TWIPS_PER_POINT


def own_section(ink: Ink, plan: Plan, key: str, facts: Mapping[str, str]) -> str:
    """One of the book's own sections; `facts` fill its placeholders."""
    paragraphs = book_section(key, plan.kind).paragraphs
    written = [garuda_place(ink)] if paragraphs[0].look == "title" else []
    for index, each in enumerate(paragraphs):
        behind = paragraphs[index + 1 :]
        match each.look:
            case "caption":
                written.append(_caption(ink, each.text.format_map(facts), behind))
            case "step":
                is_last = not behind or behind[0].look != "step"
                written.append(_step(ink, each.text.format_map(facts), is_last))
            case _:
                written.append(own_paragraph(ink, each, facts))
    return "".join(written)


def _caption(ink: Ink, text: str, behind: Sequence[BookParagraph]) -> str:
    """A flow chart's caption, which begins a page where the chart would not end on this one.

    That all of its boxes are to keep with the next is not enough: LibreOffice gives up on so long a chain.
    """
    steps = sum(1 for _ in takewhile(lambda each: each.look == "step", behind))
    height_pt = steps * _STEP_HEIGHT_PT + max(0, steps - 1) * _ARROW_HEIGHT_PT + _CAPTION_HEIGHT_PT
    fits = ink.pages.used_pt + height_pt <= ink.pages.room_pt
    ink.pages.keep(height_pt)
    ink.pages.flow(_CAPTION_HEIGHT_PT)
    return paragraph(_STYLES["caption"] if fits else "FlowCaptionOnPage", run(ink, text))


def own_paragraph(ink: Ink, content: BookParagraph, facts: Mapping[str, str]) -> str:
    """One paragraph; a heading goes into the outline."""
    text = content.text.format_map(facts).strip()
    style_id, level = _STYLES[content.look], _LEVELS.get(content.look)
    if content.look == "part":
        ink.pages.begin_page()
    written = heading(ink, style_id, text, level) if level else paragraph(style_id, run(ink, text))
    ink.pages.flow(text_height_pt(text, text_width_pt(ink), BODY_SIZE_PT))
    return written


def _step(ink: Ink, text: str, is_last: bool) -> str:
    """A box of the flow chart: what is done in bold, and who does it; an arrow leads to the next one."""
    title, _, detail = text.strip().partition("\n")
    ink.pages.flow(_STEP_HEIGHT_PT)
    content = run(ink, title, "Strong") + (line_break() + run(ink, detail) if detail else "")
    return paragraph("FlowLastStep", content) if is_last else paragraph("FlowStep", content) + _arrow(ink)


def _arrow(ink: Ink) -> str:
    ink.pages.flow(_ARROW_HEIGHT_PT)
    return paragraph("FlowArrow", down_arrow(ink, book_word("next_step")))
