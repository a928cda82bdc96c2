"""What the words around a year say it is."""

import pytest

from parsers.thai.years import year_mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565", [(2565, "fiscal")]),
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", [(2565, "fiscal")]),
        ("ข้อบัญญัติงบประมาณรายจ่ายประจำปี พ.ศ.2566", [(2566, "fiscal")]),
        ("งบปี 65", [(2565, "fiscal")]),
        ("แข่งขันกีฬาประจำปี 2565", [(2565, "annual")]),
        ("สำรวจความพึงพอใจ ประจำปี 2565", [(2565, "annual")]),
        ("อบรมระเบียบพัสดุ ปี 2565", [(2565, "plain")]),
        ("พระราชบัญญัติสภาตำบล พ.ศ. 2537 แก้ไขเพิ่มเติมถึง (ฉบับที่ 7) พ.ศ. 2562", [(2537, "law"), (2562, "law")]),
        ("ระเบียบกระทรวงมหาดไทยว่าด้วยแผน พ.ศ. 2548 และที่แก้ไขเพิ่มเติม", [(2548, "law")]),
        ("ตามระเบียบ พ.ศ. 2548 ประจำปีงบประมาณ พ.ศ. 2566", [(2548, "law"), (2566, "fiscal")]),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", [(2566, "span"), (2570, "span")]),
        ("ยุทธศาสตร์ชาติ พ.ศ. 2561-2580", [(2561, "span"), (2580, "span")]),
        ("แผนปี 2566-70", [(2566, "span"), (2570, "span")]),
        ("เดือนตุลาคม 2565 - กันยายน 2566", [(2565, "month"), (2566, "month")]),
        ("ต.ค. 65 ถึง ก.ย. 66", [(2565, "month"), (2566, "month")]),
        ("วันที่ 5 ธันวาคม พ.ศ. 2565", [(2565, "date")]),
        ("ก่อตั้งเมื่อปี พ.ศ. 2540", [(2540, "history")]),
        ("ในปีงบประมาณที่ผ่านมา พ.ศ. 2565", [(2565, "history")]),
        ("แก้ไขครั้งที่ 2/2568", [(2568, "serial")]),
        ("งานลอยกระทง 2565", [(2565, "bare")]),
        ("ปลูกต้นไม้ 2565 ต้น ใช้งบ 2,566 บาท และ 2560.50", []),
        ("โคโรนา 2019 ถนนสาย 304", []),
        ("อายุ 60 ปี จำนวน 65 คน", []),
    ],
)  # fmt: skip
def test_years_and_their_kinds(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(found.year, found.kind) for found in year_mentions(text)] == expected


def test_place_of_the_digits_and_a_year_put_in_their_place() -> None:
    text = "งบปี 65 และปีงบประมาณ ๒๕๖๕"
    short, full = year_mentions(text)
    assert (text[short.start : short.end], text[full.start : full.end]) == ("65", "๒๕๖๕")
    assert short.replaced(text, 2566) == "งบปี 66 และปีงบประมาณ ๒๕๖๕"


@pytest.mark.parametrize(("text", "year"), [("ตุลาคม 2565", 2566), ("ก.ย. 2566", 2566), ("ธ.ค. 66", 2567)])
def test_fiscal_year_of_a_month(text: str, year: int) -> None:
    (found,) = year_mentions(text)
    assert found.fiscal_year == year
