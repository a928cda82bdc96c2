"""Glyphs to clusters, lines and mended fonts."""

from collections.abc import Sequence

import pytest

from parsers.formats.pdf.clusters import Cluster, cluster_glyphs
from parsers.formats.pdf.font_faults import FontCensus, mend
from parsers.formats.pdf.glyphs import Glyph, is_mark
from parsers.formats.pdf.lines import make_lines

SIZE_PT = 10.0
WIDTH_PT = 5.0
PITCH_PT = 14.0


def _write(
    text: str, x: float = 0, baseline: float = 100, paragraph: int = -1, spacing: float = 0
) -> list[Glyph]:
    """Glyphs of a text: each letter 5 points wide, marks drawn back over the letter before."""
    glyphs = []
    for letter in text:
        if not is_mark(letter):
            start, x = x, x + WIDTH_PT + spacing
        else:
            start = x - spacing
        end = start if is_mark(letter) else start + WIDTH_PT
        glyph = Glyph(letter, start, baseline - SIZE_PT, end, baseline + 2, start, baseline, SIZE_PT)
        glyph.paragraph = paragraph
        glyphs.append(glyph)
    return glyphs


def _texts(glyphs: Sequence[Glyph], split_gap_em: float | None = None) -> list[str]:
    return [line.text for line in make_lines(cluster_glyphs(glyphs), split_gap_em)]


@pytest.mark.parametrize(
    "mark", ["\u0e31", "\u0e34", "\u0e48", "\u0e4d", "\uf70a", "\uf710", "\uf71a", "\u0301"]
)
def test_marks(mark: str) -> None:
    assert is_mark(mark)


@pytest.mark.parametrize("letter", ["ก", "า", "ำ", "เ", "\uf700", "\uf70f", "a", " ", "๑"])
def test_letters_are_no_marks(letter: str) -> None:
    assert not is_mark(letter)


def test_marks_follow_their_letter() -> None:
    clusters = cluster_glyphs(_write("ที่น้ำ"))
    assert [cluster.text for cluster in clusters] == ["ที่", "น้", "ำ"]


def test_marks_drawn_after_the_line_go_to_the_letters_under_them() -> None:
    letters, marked = _write("กขคงจ"), _write("ก่ขคิงจ")
    marks = [glyph for glyph in marked if is_mark(glyph.text)]
    assert _texts(letters + marks) == ["ก่ขคิงจ"]


def test_mark_wrapped_to_the_next_line_stays_with_its_letter() -> None:
    """LibreOffice in a column narrower than a word: ม, and below it its vowel and the rest."""
    below = _write("\u0e35.ค.", baseline=100 + PITCH_PT)
    assert _texts(_write("ม") + below) == ["มี", ".ค."]


def test_mark_without_any_letter_is_kept() -> None:
    assert _texts(_write("ab") + _write("\u0e48", x=50)) == ["ab \u0e48"]


def test_lines_are_ordered_by_level_and_runs_by_place() -> None:
    below = _write("สาม", baseline=100 + PITCH_PT)
    assert _texts(below + _write("สอง", x=60) + _write("หนึ่ง")) == ["หนึ่ง สอง", "สาม"]


def test_a_real_space_at_the_end_of_a_line_stays() -> None:
    assert _texts(_write("ถนน  ") + _write("คสล.", baseline=100 + PITCH_PT)) == ["ถนน ", "คสล."]


def test_letter_spacing_of_a_spread_line_makes_no_spaces() -> None:
    assert _texts(_write("กระทรวงมหาดไทย", spacing=0.3 * SIZE_PT)) == ["กระทรวงมหาดไทย"]


def test_no_space_is_made_after_a_leading_or_before_a_trailing_vowel() -> None:
    glyphs = _write("เ") + _write("กมล", x=9) + _write("พร", x=40) + _write("ะ", x=55)
    assert _texts(glyphs) == ["เกมล พระ"]


def _space(start: float, width: float) -> Glyph:
    return Glyph(" ", start, 90, start + width, 102, start, 100, SIZE_PT)


def test_space_drawn_back_over_a_letter_before_aa_is_its_lost_nikhahit() -> None:
    """Word 2007 maps the nikhahit of a split sara am to a space: "จ านวน" on paper reads จำนวน."""
    assert _texts([*_write("จ"), _space(3, 2), *_write("านวน", x=5)]) == ["จ\u0e4dานวน"]
    assert _texts([*_write("จ"), _space(3, 2), *_write("นวน", x=5)]) == ["จนวน"]


def test_space_of_no_width_is_none() -> None:
    """The font's ligature of a tall letter and its tone mark stands for their text and a space."""
    assert _texts([*_write("เป้"), _space(10, 0), *_write("าหมาย", x=10)]) == ["เป้าหมาย"]


def test_digits_of_two_scripts_are_one_number() -> None:
    assert _texts(_write("๔") + _write("0,๐", x=WIDTH_PT + 0.3 * SIZE_PT)) == ["๔0,๐"]
    assert _texts(_write("๔") + _write("0,๐", x=WIDTH_PT + 0.6 * SIZE_PT)) == ["๔ 0,๐"]


def test_spaces_alone_are_no_line() -> None:
    assert _texts(_write("   ")) == []


def test_the_space_of_a_paragraph_end_is_taken_away() -> None:
    first = _write("ถนน ", paragraph=0) + _write("คสล. ", baseline=100 + PITCH_PT, paragraph=0)
    second = _write("หมู่ที่ 4 ", baseline=100 + 2 * PITCH_PT, paragraph=1)
    assert _texts(first + second) == ["ถนน ", "คสล.", "หมู่ที่ 4"]


def test_a_wide_gap_divides_only_different_paragraphs() -> None:
    assert _texts(_write("ก") + _write("ข", x=100), split_gap_em=4) == ["ก", "ข"]
    assert _texts(_write("ก", paragraph=3) + _write("ข", x=100, paragraph=3), split_gap_em=4) == ["ก ข"]


@pytest.mark.parametrize(("turn", "step"), [(90, (0, -1)), (270, (0, 1)), (180, (-1, 0))])
def test_turned_text_reads_in_its_own_direction(turn: int, step: tuple[int, int]) -> None:
    glyphs = [
        Glyph(
            letter,
            x0=min(x, x + 5 * step[0]),
            top=min(y, y + 5 * step[1]),
            x1=max(x, x + 5 * step[0]) + 1,
            bottom=max(y, y + 5 * step[1]) + 1,
            origin_x=x,
            origin_y=y,
            size=SIZE_PT,
            turn=turn,
        )
        for i, letter in enumerate("ต.ค.")
        for x, y in [(100 + 6 * i * step[0], 100 + 6 * i * step[1])]
    ]
    assert _texts(glyphs) == ["ต.ค."]


def test_line_tells_boldness_and_box() -> None:
    glyphs = _write("กขค ")
    for glyph in glyphs[:2]:
        glyph.bold = True
    (line,) = make_lines([Cluster(g, g.x0, g.x1, g.origin_y) for g in glyphs])
    assert line.bold
    assert line.box == (0, 92, 15, 102)


def _in_font(text: str, font: str) -> list[Glyph]:
    glyphs = _write(text)
    for glyph in glyphs:
        glyph.font = font
    return glyphs


def test_font_that_has_am_for_every_aa_is_mended() -> None:
    census = FontCensus()
    bold = _in_font("ยุทธศำสตร์กำรพัฒนำ" * 5, "Bold")
    plain = _in_font("ยุทธศาสตร์ดำเนินการ" * 5, "Plain")
    assert census.add(bold + plain) == {"Bold", "Plain"}
    assert census.faulty() == {"Bold"}
    mended = "".join(glyph.text for glyph in mend(bold + plain, census.faulty()))
    assert mended == "ยุทธศาสตร์การพัฒนา" * 5 + "ยุทธศาสตร์ดำเนินการ" * 5


def test_few_or_rare_am_prove_nothing() -> None:
    census = FontCensus()
    census.add(_in_font("กำ", "Short"))
    census.add(_in_font("กขคงจฉชซฌญ" * 40 + "ดำ" * 9, "Numbers"))
    assert census.faulty() == frozenset()


def _glyph_of(text: str, x: float, width: float, baseline: float = 100) -> list[Glyph]:
    """One drawn glyph that stands for a whole text: its characters share its width."""
    part = width / len(text)
    starts = [x + part * index for index in range(len(text))]
    return [
        Glyph(letter, start, baseline - SIZE_PT, start + part, baseline + 2, start, baseline, SIZE_PT)
        for letter, start in zip(text, starts, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "starts"), [("ตั้", (0, 4.5)), ("สำ", (0, 3.2)), ("น้ำ", (0, 4.1, 7.7)), ("น้้ำ", (0, 4.1, 7.7))]
)
def test_a_cluster_whose_glyphs_each_hold_its_text_is_one(text: str, starts: Sequence[float]) -> None:
    """Chromium and Typst write so; the glyphs stand within the width of the whole, raised ones too."""
    width = 2 * SIZE_PT - 12
    glyphs = [
        glyph
        for index, start in enumerate(starts)
        for glyph in _glyph_of(text, start, width if index == 0 else 2.0, 100 - 2.5 * (index == 1))
    ]
    assert _texts(glyphs) == [text]


@pytest.mark.parametrize("text", ["ที่ที่", "ได้ได้", "สำสำ", "นานา"])
def test_a_syllable_said_twice_stays_twice(text: str) -> None:
    assert _texts(_write(text)) == [text]


@pytest.mark.parametrize("text", ["นานา", "ได้ได้"])
def test_letters_that_overlap_are_no_echo(text: str) -> None:
    """Fonts kern a little: the second ไ of "ได้ได้" starts before the first ด ends."""
    glyphs = _write(text)
    glyphs[len(glyphs) // 2].x0 -= 0.7
    assert _texts(glyphs) == [text]
