"""Probable misspellings: what is told, and above all what is left alone."""

import pytest

from parsers.thai.spelling import misspellings


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("โครงการก่อสรัางถนน หมู่ที่ 3", "ก่อสรัาง", "ก่อสร้าง"),
        ("โครงการส่งเสิรมอาชีพ", "ส่งเสิรม", "ส่งเสริม"),
        ("ปรับปรุ่งถนน", "ปรับปรุ่ง", "ปรับปรุง"),
        ("จัดหาอุปกรณกีฬา", "อุปกรณ", "อุปกรณ์"),
    ],
)
def test_a_slip_in_a_frequent_word_is_told(text: str, typed: str, meant: str) -> None:
    (found,) = misspellings(text)
    assert (found.word, found.proposals, found.is_known_slip) == (typed, (meant,), False)


def test_a_known_slip_is_told_as_such() -> None:
    (found,) = misspellings("อบรมบุคคลากรของหน่วยงาน")
    assert (found.word, found.proposals, found.is_known_slip) == ("บุคคลากร", ("บุคลากร",), True)


@pytest.mark.parametrize(
    "text",
    [
        "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านหนองบัวแดง หมู่ที่ 3",
        "โรงเรียนบ้านก่อสรัาง",
        "ชุมชน สนับสนุณ",
        "COVID-19 ฯลฯ",
        "",
    ],
)
def test_sound_text_and_names_are_left_alone(text: str) -> None:
    assert misspellings(text) == ()
