"""The second engine: pdfminer's characters, as pdfplumber gives them, in content order.

It ignores /ActualText, so it is wrong where LibreOffice wrote the file, and it is ten times slower than
PDFium; but it reads some damaged text layers better (old UPC fonts through Distiller).
"""

import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from parsers.formats.pdf.frame import turn_of
from parsers.formats.pdf.glyphs import Glyph

REPLACEMENT = "\ufffd"


class PdfminerText:
    """Opens the file at its first page that is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None

    def glyphs(self, page_index: int, _first: Sequence[Glyph], /) -> list[Glyph]:
        """All characters of the page; none where pdfminer cannot read it."""
        # pdfminer raises a wide family of errors on files that PDFium reads; a second opinion may be missing.
        with suppress(Exception):
            if self._pdf is None:
                # Loaded here: it takes longer than to read a page, and few files need it.
                import pdfplumber  # noqa: PLC0415

                self._pdf = pdfplumber.open(io.BytesIO(self._data))
            page = self._pdf.pages[page_index]
            try:
                return [_glyph(char) for char in page.chars]
            finally:
                page.close()
        return []

    def close(self) -> None:
        """Frees the parsed file."""
        if self._pdf is not None:
            self._pdf.close()


def _glyph(char: Mapping[str, Any]) -> Glyph:
    text = str(char["text"]).replace("\u00a0", " ")
    turn = turn_of(tuple(char["matrix"]))
    name = str(char["fontname"])
    x0, x1, top, bottom = (float(char[key]) for key in ("x0", "x1", "top", "bottom"))
    return Glyph(
        REPLACEMENT if text.startswith("(cid:") else text,
        x0,
        top,
        x1,
        bottom,
        *_origin(turn, x0, top, x1, bottom),
        float(char["size"]),
        turn,
        "bold" in name.lower(),
        name,
        -1 if char.get("mcid") is None else int(char["mcid"]),
    )


def _origin(turn: int, x0: float, top: float, x1: float, bottom: float) -> tuple[float, float]:
    """Where the character starts; pdfminer tells no baseline, so a fifth of the height is taken."""
    rise, width = (bottom - top) / 5, (x1 - x0) / 5
    return {
        0: (x0, bottom - rise),
        90: (x1 - width, bottom),
        180: (x1, top + rise),
        270: (x0 + width, top),
    }[turn]
