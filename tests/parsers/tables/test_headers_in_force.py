"""Header words inside a table whose layout is known."""

from parsers.records import read_plan
from tests.notation import document, line, table

HEADER = "ที่ | โครงการ | เป้าหมาย | งบประมาณ > | | หน่วยงานรับผิดชอบหลัก"
YEARS = "^ | ^ | ^ | 2566 (บาท) | 2567 (บาท) | ^"


def test_a_line_of_a_project_with_header_words_in_other_columns_is_no_header() -> None:
    rows = (
        "1 | โครงการ | จัดเวที | ไม่ใช้ | ไม่ใช้ | กอง",
        " | ประชาคม | 3 ครั้ง | งบประมาณ | งบประมาณ | ยุทธศาสตร์",
        "2 | ซ่อมถนน | 1 สาย | 500 | - | กองช่าง",
    )
    plan, _ = read_plan(document(line("ยุทธศาสตร์ที่ 1 การพัฒนาคน"), table(HEADER, YEARS, *rows)))
    first, second = plan.projects
    assert (first.name, first.budget_text) == ("โครงการประชาคม", "ไม่ใช้งบประมาณ")
    assert second.budgets == {"2566": "500.00"}
