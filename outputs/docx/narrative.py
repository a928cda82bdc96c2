"""The text of the plan outside its tables: headings and paragraphs in one look."""

from outputs.docx.wordml import Ink, paragraph, run
from schemas.plan import NarrativeSection

_DEEPEST_HEADING = 9


def _section(ink: Ink, section: NarrativeSection) -> str:
    style = f"Heading{min(section.level, _DEEPEST_HEADING)}"
    title = paragraph(style, run(ink, section.title)) if section.title else ""
    return title + "".join(paragraph("Narrative", run(ink, text)) for text in section.paragraphs)


def narrative(ink: Ink, sections: tuple[NarrativeSection, ...]) -> str:
    """The sections as XML paragraphs; empty for none."""
    return "".join(_section(ink, section) for section in sections)
