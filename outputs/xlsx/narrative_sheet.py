"""The plan's text as a sheet: titles in bold, each folding up what stands under it.

The outline level of a title's row is what tells its level, to people (who can fold the text to its titles) and
to phaen.
"""

from typing import Any, Final

from outputs.docx.lengths import twips
from outputs.xlsx.heights import Text, height_pt, lines_of
from outputs.xlsx.looks import TITLE_SIZE_PT, Look, Looks
from outputs.xlsx.page_setup import set_up_text
from outputs.xlsx.words import sheet_name
from schemas.plan import NarrativeSection

_WIDTH_TWIPS: Final = twips(160)
_TWIPS_PER_PIXEL: Final = 15
_DEEPEST_OUTLINE: Final = 7
"""Excel's outlines have no more levels."""


def write_narrative(book: Any, looks: Looks, sections: tuple[NarrativeSection, ...]) -> None:
    """Add the sheet; none for a plan without text."""
    if not sections:
        return
    sheet = book.add_worksheet(looks.ink.text(sheet_name("narrative")))
    sheet.set_column_pixels(0, 0, round(_WIDTH_TWIPS / _TWIPS_PER_PIXEL))
    sheet.outline_settings(symbols_below=False)
    set_up_text(sheet)
    row = 0
    for section in sections:
        lines: list[tuple[str, Look, int]] = []
        if section.title:
            lines.append((section.title, "chapter", section.level - 1))
        lines += [(text, "prose", section.level) for text in section.paragraphs]
        for text, look, level in lines:
            tall_pt = height_pt(lines_of([Text(text, _WIDTH_TWIPS)], TITLE_SIZE_PT), TITLE_SIZE_PT)
            sheet.set_row(row, tall_pt, options={"level": min(level, _DEEPEST_OUTLINE)})
            sheet.write_string(row, 0, looks.ink.text(text), looks.of(look, TITLE_SIZE_PT))
            row += 1
