"""Faults of a whole font: a ToUnicode map that gives ำ for every า ("ยุทธศำสตร์")."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers.formats.pdf.glyphs import Glyph

SARA_AA = "\u0e32"
SARA_AM = "\u0e33"
_OTHER_THAI = "other"
LEAST_SEEN = 8
# Of 100 letters of Thai prose about 8 are า and 1 is ำ; a font without any า but with this many ำ is faulty.
SARA_AM_SHARE = 0.04


class FontCensus:
    """Counts, for each font of a file, its า, its ำ and all its Thai characters."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, glyphs: Iterable[Glyph]) -> frozenset[str]:
        """Counts the glyphs of one page; gives back the fonts in which it has a ำ."""
        page: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for (font, text), count in Counter([(glyph.font, glyph.text) for glyph in glyphs]).items():
            page[font][_kind(text)] += count
        for font, counts in page.items():
            self._counts[font].update(counts)
        return frozenset(font for font, counts in page.items() if counts[SARA_AM])

    def faulty(self) -> frozenset[str]:
        """Names of the fonts that have ำ where า is meant."""
        return frozenset(
            font
            for font, seen in self._counts.items()
            if not seen[SARA_AA]
            and seen[SARA_AM] >= LEAST_SEEN
            and seen[SARA_AM] >= SARA_AM_SHARE * (seen[_OTHER_THAI] + seen[SARA_AM])
        )


def _kind(text: str) -> str:
    if text in (SARA_AA, SARA_AM):
        return text
    return _OTHER_THAI if "\u0e01" <= text <= "\u0e4e" else ""


def mend(glyphs: Sequence[Glyph], faulty: frozenset[str]) -> Sequence[Glyph]:
    """The glyphs with า for each ำ of a faulty font. Its true ำ is drawn as ํ and า, so nothing is lost."""
    if not faulty:
        return glyphs
    return [
        replace(glyph, text=SARA_AA) if glyph.text == SARA_AM and glyph.font in faulty else glyph
        for glyph in glyphs
    ]
