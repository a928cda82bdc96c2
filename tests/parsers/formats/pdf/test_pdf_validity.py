"""The measure of impossible Thai, and the choice by it."""

from collections.abc import Sequence

import pytest

from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.second_opinion import LOSSES_LIMIT, SecondOpinion
from parsers.formats.pdf.validity import impossible_places, impossible_share
from schemas.document import Block, Cell, Table, TextBlock

GOOD = "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ ๔ พันธุ์พืช สิทธิ์ เพราะเกาะนี้ น้ำ ผู้สูงอายุ"


@pytest.mark.parametrize("text", [GOOD, "ฉบับที่ 2/2568", "COVID-19", "", "ฯลฯ ๆ ฤดู ฦๅ"])
def test_correct_text_has_no_impossible_places(text: str) -> None:
    assert impossible_places(text) == 0
    assert impossible_share(text) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "วตั ถุประสงค ์",
        "ขนึ้ ้",
        "ดำาเนิน",
        "หม่่ที่",
        "ท้ี",
        "เ กาะ",
        "ประสงค\ufffd",
        " ่าง",
    ],
)
def test_damage_is_seen(text: str) -> None:
    assert impossible_places(text) > 0


@pytest.mark.parametrize("text", ["จ านวน", "น้ า", "จํานวน", "ว\uf70aาด\uf70bวยการ", "\uf700านะ"])
def test_damage_that_repair_is_sure_of_chooses_nothing(text: str) -> None:
    assert impossible_places(text) == 0


def test_share_is_of_thai_characters() -> None:
    assert impossible_share("ดำาเนิน") == pytest.approx(1 / 7)


def _glyphs(text: str) -> list[Glyph]:
    return [Glyph(text, 0, 0, 1, 1, 0, 1, 10)]


def _blocks(glyphs: Sequence[Glyph]) -> list[Block]:
    """One block of text; none for no glyphs."""
    return [TextBlock(raw_text=glyph.text, text=glyph.text) for glyph in glyphs]


class _Engine:
    """Gives one text for every page, and remembers the pages that it was asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pages: list[int] = []

    def glyphs(self, page_index: int, _first: Sequence[Glyph], /) -> Sequence[Glyph]:
        self.pages.append(page_index)
        return _glyphs(self.text)


DAMAGED = "วตั ถุประสงค ์ " * 10
HALF_MENDED = "วตั ถุประสงค ์ " * 3 + "วัตถุประสงค์ " * 7
MENDED = "วัตถุประสงค์ " * 10


def test_the_better_reading_of_a_damaged_page_is_taken() -> None:
    engine = _Engine(MENDED)
    assert SecondOpinion(engine).best(_glyphs(DAMAGED), 4, _blocks) == _blocks(_glyphs(MENDED))
    assert engine.pages == [4]


def test_good_pages_are_read_once() -> None:
    engine = _Engine("")
    assert SecondOpinion(engine).best(_glyphs(GOOD), 0, _blocks) == _blocks(_glyphs(GOOD))
    assert engine.pages == []


def test_a_reading_that_lost_text_is_no_better() -> None:
    taken = SecondOpinion(_Engine("วัตถุ")).best(_glyphs(DAMAGED), 0, _blocks)
    assert taken == _blocks(_glyphs(DAMAGED))


def test_a_reading_that_moved_text_out_of_its_cells_is_no_better() -> None:
    def blocks_of(glyphs: Sequence[Glyph]) -> list[Block]:
        (text,) = (glyph.text for glyph in glyphs)
        col = 1 if text == MENDED else 0
        cells = tuple(Cell(row=0, col=i, raw_text=text if i == col else "") for i in range(2))
        return [Table(index=0, rows=1, columns=2, cells=cells, column_edges=(0, 50, 100))]

    taken = SecondOpinion(_Engine(MENDED)).best(_glyphs(DAMAGED), 0, blocks_of)
    assert taken == blocks_of(_glyphs(DAMAGED))


def test_the_best_of_several_engines_is_taken() -> None:
    engines = _Engine(HALF_MENDED), _Engine(MENDED)
    assert SecondOpinion(*engines).best(_glyphs(DAMAGED), 0, _blocks) == _blocks(_glyphs(MENDED))


def test_a_sound_reading_ends_the_asking() -> None:
    third = _Engine(MENDED)
    SecondOpinion(_Engine(MENDED), third).best(_glyphs(DAMAGED), 0, _blocks)
    assert third.pages == []


def test_vain_trials_end_for_each_engine_by_itself() -> None:
    vain, helpful = _Engine(DAMAGED), _Engine(MENDED)
    second = SecondOpinion(vain, helpful)
    for page in range(LOSSES_LIMIT + 5):
        second.best(_glyphs(DAMAGED), page, _blocks)
    assert len(vain.pages) == LOSSES_LIMIT
    assert len(helpful.pages) == LOSSES_LIMIT + 5
