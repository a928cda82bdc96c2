"""Lengths of WordprocessingML: twips (1/20 point) for pages and tables, EMU (1/12700 point) for drawings."""

_TWIPS_PER_MM = 1440 / 25.4
_EMU_PER_TWIP = 635


def twips(mm: float) -> int:
    """Millimetres as twips, rounded."""
    return round(mm * _TWIPS_PER_MM)


def emu(length_twips: int) -> int:
    """Twips as EMU."""
    return length_twips * _EMU_PER_TWIP


A4_SHORT_TWIPS = twips(210)
A4_LONG_TWIPS = twips(297)
TABLE_PAGE_SIDE_TWIPS = twips(15)
TABLE_WIDTH_TWIPS = A4_LONG_TWIPS - 2 * TABLE_PAGE_SIDE_TWIPS
"""The width of the text area of a landscape page, which each table fills."""
TEXT_PAGE_LEFT_TWIPS, TEXT_PAGE_RIGHT_TWIPS = twips(30), twips(20)
TEXT_WIDTH_TWIPS = A4_SHORT_TWIPS - TEXT_PAGE_LEFT_TWIPS - TEXT_PAGE_RIGHT_TWIPS
"""The width of the text area of an upright page."""
