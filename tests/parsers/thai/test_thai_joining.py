"""Lines joined as a writer would have written them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.thai import join_lines, normalize_text


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("", ""),
        (" \n\u200b", ""),
        ("  แผน   งาน ", "แผน งาน"),
        ("๑๐๐,๐๐0 บาท", "100,000 บาท"),
        ("โครงการก่อสร้าง\nถนน", "โครงการก่อสร้างถนน"),
        ("ถนน \nลาดยาง", "ถนน ลาดยาง"),
        ("ถนน\n ลาดยาง", "ถนน ลาดยาง"),
        ("ถนน คสล.\nหมู่ที่ 3", "ถนน คสล. หมู่ที่ 3"),
        ("ร้อยละ\n60\nของประชาชน", "ร้อยละ 60 ของประชาชน"),
        ("9,816,20\n0.-", "9,816,200.-"),
        ("๑๐\n0,000.-", "100,000.-"),
        ("1,\n000", "1,000"),
        ("พ.ศ. 25\n66", "พ.ศ. 2566"),
        ("หมู่ที่ 1\n2 แห่ง", "หมู่ที่ 1 2 แห่ง"),
        ("2566 -\n2570", "2566 - 2570"),
        ("2566-\n2570", "2566-2570"),
        ("กิจกรรม/\nงาน", "กิจกรรม/งาน"),
        ("100,000.-\n200,000.-", "100,000.- 200,000.-"),
        ("ก่อสร้างถนน\nกว้าง 4 ม.", "ก่อสร้างถนน กว้าง 4 ม."),
        ("ใช้งาน\nยาวนาน", "ใช้งานยาวนาน"),
        ("บ้านโนน\nตำบลสะอาด", "บ้านโนน ตำบลสะอาด"),
        ("องค์การบริหารส่วน\nตำบลสะอาด", "องค์การบริหารส่วนตำบลสะอาด"),
        ("ลึก 50 เมตร\nพร้อมเครื่องสูบน้ำ", "ลึก 50 เมตร พร้อมเครื่องสูบน้ำ"),
        ("(งบ\nอบต.)", "(งบ อบต.)"),
        ("พ.\nศ. 2566", "พ.ศ. 2566"),
        ("ท\nี่ดิน", "ที่ดิน"),
        ("น้ํ\nาดื่ม", "น้ำดื่ม"),
        ("A4\nB5", "A4 B5"),
        ("(\nบาท\n)", "(บาท)"),
    ],
)
def test_normalize_text(text: str, normalized: str) -> None:
    assert normalize_text(text) == normalized


@given(st.text(alphabet="กาำ่้ 1,.-๑(\n\t\u200b)ม", max_size=30))
def test_normalized_text_is_one_line_of_single_spaces_and_stays(text: str) -> None:
    line = normalize_text(text)
    assert line == " ".join(line.split())
    assert normalize_text(line) == line


def test_join_lines_leaves_blank_lines_out() -> None:
    assert join_lines(["แผน", "", "  ", "งาน"]) == "แผนงาน"
