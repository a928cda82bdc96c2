"""Likeness of names: what spelling does not touch, what tells projects apart, and what lies between."""

import pytest

from parsers.thai.likeness import VETO, likeness, read_name

DUPLICATE = 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("โครงการก่อสร้างถนน คสล. หมู่ที่ ๓", "ก่อสร้างถนนคอนกรีตเสริมเหล็ก ม.3"),
        ("ก่อสร้างถนนคอนกรีตเสริมเหล็ก (คสล.) หมู่ 3", "โครงการ ก่อสร้างถนน ค.ส.ล. หมู่ที่ 3 ประจำปี 2567"),
        ("โครงการลอยกระทง ประจำปีงบประมาณ พ.ศ. 2566", "ลอยกระทง ประจำปี 2567"),
        ("อบรมบุคลากรของอบต.ธารทิพย์", "อบรมบุคลากร ขององค์การบริหารส่วนตำบลธารทิพย์"),
        ("ถนนลาดยางแอสฟัลท์ติกคอนกรีต", "ถนนลาดยางแอสฟัลติกคอนกรีต"),
        ("ขุดลอกคลองบ้านโคกยาง หมู่ที่ 1-3", "ขุดลอกคลอง หมู่ที่ 1, 2 และ 3 บ้านโคกยาง"),
    ],
)
def test_only_written_differently(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("โครงการก่อสร้างถนน คสล. หมู่ที่ 3", "โครงการก่อสร้างถนน คสล. ม.5"),
        ("ก่อสร้างถนน จุดที่ 1", "ก่อสร้างถนน จุดที่ 2"),
        ("ปรับปรุงผิวจราจร ซอยร่มเย็น 4 หมู่ที่ 2", "ปรับปรุงผิวจราจร ซอยร่มเย็น 7 หมู่ที่ 2"),
        ("ปรับปรุงผิวจราจร ซอย 4", "ปรับปรุงผิวจราจร ซอย 5"),
        ("อาหารกลางวันโรงเรียนบ้านโคกยาง", "อาหารกลางวันโรงเรียนบ้านดงสน"),
        ("แห่เทียนพรรษา ณ วัดป่าโนนสน", "แห่เทียนพรรษา ณ วัดดงตาล"),
        ("ก่อสร้างถนนสายบ้านโคกยาง - บ้านดงสน", "ก่อสร้างถนนสายบ้านโคกยาง - บ้านวังบัว"),
        ("ธนาคารขยะบ้านหนองไผ่เหนือ", "ธนาคารขยะบ้านหนองไผ่ใต้"),
    ],
)
def test_a_distinguishing_part_tells_apart(one: str, other: str) -> None:
    assert likeness(one, other) <= VETO


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("แข่งขันกีฬาต้านยาเสพติด ครั้งที่ 12", "แข่งขันกีฬาต้านยาเสพติด ครั้งที่ 13"),
        ("เครื่องคอมพิวเตอร์ แบบที่ 1", "เครื่องคอมพิวเตอร์ แบบที่ 2"),
        ("อบรมการทอผ้าแก่สตรี", "อบรมการทอผ้าแก่ผู้พิการ"),
        ("ก่อสร้างถนน หมู่ที่ 1", "ก่อสร้างถนน หมู่ที่ 1-5"),
        ("เบี้ยยังชีพผู้สูงอายุ", "เบี้ยยังชีพคนพิการ"),
        ("ก่อสร้างถนนลูกรัง หมู่ที่ 1", "ก่อสร้างถนนหินคลุก หมู่ที่ 1"),
    ],
)
def test_alike_is_not_the_same(one: str, other: str) -> None:
    assert likeness(one, other) < DUPLICATE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("โครงการฝึกอบรมการทอผ้ายกดอกแก่สตรี", "โครงการอบรมการทอผ้ายกดอกแก่สตรี"),
        ("ก่อสร้างถนนคอนกรีตเสริมเหล็ก บ้านหนองไผ่", "ก่อสร้างถนนคอนกรีตเสริมเหล้ก บ้านหนองไผ"),
    ],
)
def test_slips_of_the_finger_stay_near(one: str, other: str) -> None:
    assert DUPLICATE <= likeness(one, other) < 1.0


def test_order_of_words_counts_little() -> None:
    assert likeness("ป้องกันโรคไข้เลือดออกและรณรงค์", "รณรงค์และป้องกันโรคไข้เลือดออก") >= 0.95


def test_unlike_and_empty_names() -> None:
    assert likeness("ก่อสร้างถนน คสล. หมู่ที่ 3", "เบี้ยยังชีพผู้ป่วยเอดส์") < 0.2
    assert likeness("", "") == 1.0
    assert likeness("", "ก่อสร้างถนน") == 0.0


def test_parts_of_a_name() -> None:
    reading = read_name("โครงการก่อสร้างถนนสายบ้านหนองไผ่ - บ้านโคกม่วง ยาว 30 ม. 2 แห่ง หมู่ที่ ๓,๕ - ๖ ระยะที่ 2")
    assert reading.parts == {
        "village": {"3", "5", "6"},
        "phase": {"2"},
        "village name": {"หนองไผ่", "โคกม่วง"},
    }
    assert reading.numbers == {"30", "2"}


@pytest.mark.parametrize("name", ["โครงการโรงเรียนผู้สูงวัย", "หน้าบ้านน่ามอง", "ซ่อมแซมบ้านผู้ยากไร้", "จังหวัดเคลื่อนที่"])
def test_common_words_are_no_names_of_places(name: str) -> None:
    assert read_name(name).parts == {}
