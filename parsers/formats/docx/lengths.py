"""Lengths of WordprocessingML, DrawingML and VML, all to points."""

import re

TWIPS_PER_PT = 20
EMU_PER_PT = 12700
_PT_PER_UNIT = {
    "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54,
    "pc": 12.0, "pi": 12.0, "px": 0.75, "emu": 1 / EMU_PER_PT,
}  # fmt: skip
_LENGTH = re.compile(r"\s*([-+]?\d*\.?\d+)\s*([a-z]*)", re.IGNORECASE)


def twips_pt(text: str | None) -> float | None:
    """Points of a measure in twips, or with a unit as strict files write it ("35.4pt"); None for none."""
    return _length_pt(text, 1 / TWIPS_PER_PT)


def emu_pt(text: str | None) -> float:
    """Points of a DrawingML length (914,400 EMU to the inch); 0 for none."""
    return _length_pt(text, 1 / EMU_PER_PT) or 0.0


def css_pt(text: str | None, bare_pt: float = 0.75) -> float | None:
    """Points of a VML length ("1.5in", "36pt"); a bare number counts `bare_pt` each, a pixel by default."""
    return _length_pt(text, bare_pt)


def _length_pt(text: str | None, bare_pt: float) -> float | None:
    found = _LENGTH.match(text) if text else None
    if not found:
        return None
    unit = found[2].lower()
    return float(found[1]) * (_PT_PER_UNIT.get(unit, bare_pt) if unit else bare_pt)
