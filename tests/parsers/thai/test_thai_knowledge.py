"""What rules may ask of the Thai language."""

import pytest

from parsers.thai.knowledge import THAI

PROGRAMS = ("แผนงานการศึกษา", "แผนงานการเกษตร", "แผนงานสาธารณสุข", "แผนงานเคหะและชุมชน", "แผนงานงบกลาง")


def test_tokens_are_words_and_numbers_without_spaces_and_signs() -> None:
    assert THAI.tokens("ถนน ดิน, หมู่ที่ ๓ (ต่อเนื่อง)") == ("ถนน", "ดิน", "หมู่", "ที่", "3", "ต่อเนื่อง")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("แผนงานสาธารนสุข", "แผนงานสาธารณสุข"),
        ("แผนงาน การศีกษา", "แผนงานการศึกษา"),
        ("แผนงานเคหะชุมชน", "แผนงานเคหะและชุมชน"),
        ("แผนงานการท่องเที่ยว", None),
        ("", None),
    ],
)
def test_nearest_choice_or_none(typed: str, meant: str | None) -> None:
    assert THAI.nearest(typed, PROGRAMS) == meant


def test_of_two_equally_near_choices_none_is_meant() -> None:
    assert THAI.nearest("กองช่าว", ("กองช่าง", "กองช่าย")) is None


@pytest.mark.parametrize("text", ["ก่อสร้างถ\ue123นน", "ก่อสร้าง\ufffdถนน", "ก่อสร้าง่ง่ั้ถนน", "\x96ถนน"])
def test_text_that_thai_cannot_have_is_damaged(text: str) -> None:
    assert THAI.is_damaged(text)


@pytest.mark.parametrize("text", ["ก่อสร้างถนน คสล. สาย 3", "COVID-19", "", "น้ำ ฯลฯ ต่าง ๆ"])
def test_sound_text_is_not_damaged(text: str) -> None:
    assert not THAI.is_damaged(text)
