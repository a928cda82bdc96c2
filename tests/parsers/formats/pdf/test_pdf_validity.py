"""The measure of impossible Thai, and the choice by it."""

from collections.abc import Sequence

import pytest

from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.second_opinion import LOSSES_LIMIT, SecondOpinion
from parsers.formats.pdf.validity import impossible_places, impossible_share
from schemas.document import Block, TextBlock

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


def _blocks(text: str) -> list[Block]:
    return [TextBlock(raw_text=text, text=text)]


class _Engine:
    """Gives a glyph for each call and counts the calls."""

    def __init__(self) -> None:
        self.calls = 0

    def glyphs(self, page_index: int) -> Sequence[Glyph]:
        self.calls += 1
        return [Glyph(str(page_index), 0, 0, 1, 1, 0, 1, 10)]


DAMAGED = "วตั ถุประสงค ์ " * 10
MENDED = "วัตถุประสงค์ " * 10


def test_the_better_reading_of_a_damaged_page_is_taken() -> None:
    engine = _Engine()
    taken = SecondOpinion(engine).better(_blocks(DAMAGED), 4, lambda glyphs: _blocks(MENDED + glyphs[0].text))
    assert taken == _blocks(MENDED + "4")


def test_good_pages_are_read_once() -> None:
    engine = _Engine()
    assert SecondOpinion(engine).better(_blocks(GOOD), 0, lambda _: _blocks("")) == _blocks(GOOD)
    assert engine.calls == 0


def test_a_reading_that_lost_text_is_no_better() -> None:
    assert SecondOpinion(_Engine()).better(_blocks(DAMAGED), 0, lambda _: _blocks("วัตถุ")) == _blocks(DAMAGED)


def test_vain_trials_end() -> None:
    engine = _Engine()
    second = SecondOpinion(engine)
    for page in range(LOSSES_LIMIT + 5):
        second.better(_blocks(DAMAGED), page, lambda _: _blocks(DAMAGED))
    assert engine.calls == LOSSES_LIMIT
