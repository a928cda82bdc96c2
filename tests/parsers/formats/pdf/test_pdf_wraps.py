"""Line ends of a tagged file without a space, and the room between two scripts."""

from collections.abc import Sequence

import pytest

from parsers.formats.pdf.clusters import cluster_glyphs
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.lines import Line, make_lines
from parsers.formats.pdf.wraps import mark_wraps
from schemas.document import GOES_ON

SIZE_PT = 10.0
WIDTH_PT = 5.0
PITCH_PT = 14.0


def write(text: str, row: int = 0, paragraph: int = 0, gap_pt: float = 0) -> list[Glyph]:
    """Upright letters of one line; `gap_pt` stands where Latin letters and Thai meet."""
    glyphs: list[Glyph] = []
    x, baseline = 0.0, 100 + row * PITCH_PT
    for letter in text:
        if glyphs and glyphs[-1].text.isascii() != letter.isascii():
            x += gap_pt
        glyph = Glyph(letter, x, baseline - 8, x + WIDTH_PT, baseline + 2, x, baseline, SIZE_PT)
        glyph.paragraph = paragraph
        glyphs.append(glyph)
        x += WIDTH_PT
    return glyphs


def lines_of(texts: Sequence[str], paragraphs: Sequence[int]) -> list[Line]:
    glyphs = [
        glyph
        for row, (text, paragraph) in enumerate(zip(texts, paragraphs, strict=True))
        for glyph in write(text, row, paragraph)
    ]
    return make_lines(cluster_glyphs(glyphs))


@pytest.mark.parametrize(
    ("texts", "paragraphs", "goes_on"),
    [
        (("กขคงจ", "ฉชซ"), (3, 3), True),
        (("กขคงจ ", "ฉชซ"), (3, 3), True),
        (("กขคงจ", "ฉชซ"), (3, 4), False),
        (("กขคงจ", "ฉชซ"), (-1, -1), False),
        (("1,23", "4 บาท"), (3, 3), False),
        (("กข 12", "คน"), (3, 3), True),
    ],
    ids=["wrapped", "at-a-space", "two-paragraphs", "no-tags", "inside-a-number", "behind-a-number"],
)
def test_lines_of_a_cell(texts: Sequence[str], paragraphs: Sequence[int], goes_on: bool) -> None:
    lines = lines_of(texts, paragraphs)
    mark_wraps(lines)
    assert [line.text.endswith(GOES_ON) for line in lines] == [goes_on, False]
    assert lines[0].text.rstrip(GOES_ON) == texts[0]


@pytest.mark.parametrize(
    ("margins", "goes_on"),
    [((-20.0, 45.0), True), ((-100.0, 125.0), False), ((0.0, 225.0), True)],
    ids=["full", "centred-with-room", "at-the-margin"],
)
def test_a_centred_line_with_room_for_the_next_word_was_ended_by_hand(
    margins: tuple[float, float], goes_on: bool
) -> None:
    """Five letters are 25 points wide, and the next word, of thirty letters, is taken to be 50 at most."""
    lines = lines_of(("กขคงจ", "ฉ" * 30), (0, 0))
    mark_wraps(lines, margins)
    assert lines[0].text.endswith(GOES_ON) == goes_on


@pytest.mark.parametrize(
    ("text", "gap_pt", "read"),
    [
        ("กข e-LAASแก", 2.0, "กข e-LAASแก"),
        ("กข e-LAASแก", 4.0, "กข e-LAAS แก"),
        ("e-LAASแก", 2.1, "e-LAAS แก"),
    ],
    ids=["scripts-set-apart", "wide", "a-line-without-spaces"],
)
def test_room_between_two_scripts(text: str, gap_pt: float, read: str) -> None:
    (line,) = make_lines(cluster_glyphs(write(text, gap_pt=gap_pt)))
    assert line.text == read


@pytest.mark.parametrize(
    ("paragraphs", "last"),
    [((0, 0, -1), "ฉชซ "), ((0, 0, 1), "ฉชซ"), ((0, 0), "ฉชซ ")],
    ids=["above-a-page-number", "above-a-paragraph", "at-the-end"],
)
def test_the_space_at_a_pages_end_stays(paragraphs: Sequence[int], last: str) -> None:
    """The next page may go on with the paragraph; a page number is not tagged."""
    texts = ("กขคงจ ", "ฉชซ ", "7")[: len(paragraphs)]
    glyphs = [
        glyph
        for row, (text, paragraph) in enumerate(zip(texts, paragraphs, strict=True))
        for glyph in write(text, row, paragraph)
    ]
    lines = make_lines(cluster_glyphs(glyphs), split_gap_em=4.0)
    assert lines[1].text == last
